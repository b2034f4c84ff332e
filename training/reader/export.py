"""Export a checkpoint to ONNX, the encoder in int8, with a manifest of digests.

python training/reader/export.py --checkpoint WORK/mentions.pt --vocabulary PATH --out FOLDER

The head for expressions of time is not in the checkpoint: train_times.py adds it to FOLDER.
"""

import argparse
import hashlib
import shutil
import tempfile
import tomllib
from pathlib import Path

import onnx
import torch
from mention_network import MentionNetwork, Networks, PairScorer, SpanScorer
from network import Encoder, Linker, ReaderNetwork
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from train import read_config
from train_mentions import read_settings

from onrecord.reader.mentions import KINDS
from onrecord.reader.pairs import SIZES

HERE = Path(__file__).parent
OPSET = 17
HEAD_NAMES = frozenset(("cues", "as_cue", "as_word", "edges", "parts", "head", "names"))
OUTPUTS = ("cues", "query", "key", "edges", "parts", "head", "names")
FILES = ("encoder.onnx", "linker.onnx", "spans.onnx", "pairs.onnx", "times.onnx", "tokenizer.json")


class WholeEncoder(nn.Module):
    """The encoder with all heads that work on single words."""

    def __init__(self, networks: Networks) -> None:
        super().__init__()
        self.encoder: Encoder = networks.reader.encoder
        self.words = networks.mentions.words

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        states = self.encoder.states(*inputs)
        cues = (self.encoder.cues(states), self.encoder.as_cue(states))
        return (*cues, self.encoder.as_word(states), *self.words(states))


class SpanChances(nn.Module):
    """Scores of spans as probabilities."""

    def __init__(self, scorer: SpanScorer) -> None:
        super().__init__()
        self.scorer = scorer

    def forward(self, edges: Tensor) -> Tensor:
        return self.scorer(edges).softmax(-1)


class WindowLinker(nn.Module):
    """The linker for cues of one window, of which every word is there: the same numbers with fewer
    steps. Words are the last dimension throughout the convolutions."""

    def __init__(self, linker: Linker) -> None:
        super().__init__()
        self.linker = linker

    def forward(
        self, query: Tensor, key: Tensor, start: Tensor, end: Tensor, relation: Tensor
    ) -> tuple[Tensor, Tensor]:
        linker = self.linker
        cue = (query[start] + query[end - 1]) / 2
        both = key * cue[:, None]
        product = linker.product(both.reshape(-1, both.shape[-1])).view(both.shape)
        mixed = key + cue[:, None] + product + linker.relation(relation)
        mixed = nn.functional.gelu(linker.norm(mixed)).transpose(1, 2)
        for convolution in linker.convolutions:
            mixed = mixed + nn.functional.gelu(convolution(mixed))
        pooled = mixed.max(dim=2).values
        roles = linker.roles(mixed.transpose(1, 2))
        return roles, linker.valid(torch.cat([pooled, cue], dim=1))[:, 0]


class SummedEmbedding(nn.Module):
    """EmbeddingBag as plain gathers, one a feature: the export of the former is a slow loop."""

    def __init__(self, bag: nn.EmbeddingBag) -> None:
        super().__init__()
        self.weight = bag.weight

    def forward(self, places: Tensor) -> Tensor:
        columns = [nn.functional.embedding(places[:, n], self.weight) for n in range(len(SIZES))]
        return sum(columns[1:], columns[0])


def export_encoder(networks: Networks, path: Path) -> None:
    """Trace the encoder; windows, pieces and words are free dimensions."""
    pieces, words = torch.ones(2, 24, dtype=torch.long), torch.ones(2, 12, dtype=torch.long)
    names = ["pieces", "mask", "case", "quote", "first", "last"]
    axes = {name: {0: "windows", 1: "pieces"} for name in names[:4]}
    axes |= {name: {0: "windows", 1: "words"} for name in (*names[4:], *OUTPUTS)}
    inputs = (pieces, pieces, pieces, pieces, words, words)
    _export(WholeEncoder(networks), inputs, path, names, list(OUTPUTS), axes)


def export_spans(scorer: SpanScorer, path: Path) -> None:
    """Trace the scorer of spans; words are a free dimension."""
    axes = {"edges": {0: "words"}, "chances": {0: "words"}}
    inputs = (torch.zeros(40, 2 * scorer.width),)
    _export(SpanChances(scorer), inputs, path, ["edges"], ["chances"], axes)


def export_pairs(scorer: PairScorer, path: Path) -> None:
    """Trace the scorer of pairs; mentions and pairs are free dimensions."""
    scorer.features = SummedEmbedding(scorer.features)
    kind, later = torch.arange(3) % len(KINDS), torch.tensor([1, 2, 2])
    inputs = (
        torch.zeros(3, scorer.width),
        kind,
        later,
        later - 1,
        torch.zeros(3, len(SIZES)).long(),
    )
    names = ["vectors", "kind", "later", "earlier", "features"]
    axes = {name: {0: "mentions"} for name in names[:2]}
    axes |= {name: {0: "pairs"} for name in (*names[2:], "scores")}
    _export(scorer, inputs, path, names, ["scores"], axes)


def export_linker(network: ReaderNetwork, path: Path, width: int) -> None:
    """Trace the linker; words and cues are free dimensions."""
    query = torch.zeros(12, width)
    start, end = torch.tensor([1, 4, 2]), torch.tensor([2, 6, 3])
    relation = torch.zeros(3, 12, dtype=torch.long)
    names = ["query", "key", "start", "end", "relation"]
    axes = {name: {0: "words"} for name in names[:2]}
    axes |= {name: {0: "cues"} for name in ("start", "end", "valid")}
    axes |= {name: {0: "cues", 1: "words"} for name in ("relation", "roles")}
    inputs = (query, query, start, end, relation)
    _export(WindowLinker(network.linker), inputs, path, names, ["roles", "valid"], axes)


def _export(
    module: nn.Module,
    inputs: tuple[Tensor, ...],
    path: Path,
    names: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
) -> None:
    torch.onnx.export(
        module,
        inputs,
        str(path),
        input_names=names,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(source: Path, target: Path, *, reduce_range: bool) -> None:
    """Weights to int8 a channel; activations are quantised as they come. The heads stay in fp32:
    they are small, and in int8 they cost 0.3 attributed F1 on PolNeAR dev (71.1 against 71.4)."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
        nodes = onnx.load(str(prepared)).graph.node
        quantize_dynamic(
            str(prepared),
            str(target),
            per_channel=True,
            reduce_range=reduce_range,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=[node.name for node in nodes if _is_head(node.name)],
        )
    onnx.checker.check_model(str(target))


def _is_head(node: str) -> bool:
    return not HEAD_NAMES.isdisjoint(part for part in node.split("/"))


def write_manifest(folder: Path, thresholds: dict[str, float] | None = None) -> None:
    """Digests of all files there; the version is the digest of these digests and thresholds.

    Without `thresholds`, those of the manifest that is there stay.
    """
    manifest = folder / "manifest.toml"
    thresholds = thresholds or tomllib.loads(manifest.read_text())["decoding"]
    there = [name for name in FILES if (folder / name).is_file()]
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in there}
    all_of_it = repr((sorted(digests.items()), sorted(thresholds.items())))
    version = hashlib.sha256(all_of_it.encode()).hexdigest()[:12]
    lines = [
        f'version = "{version}"',
        "",
        "[decoding]",
        *(f"{name} = {value}" for name, value in thresholds.items()),
        "",
        "[files]",
    ]
    lines += [f'"{name}" = "{digest}"' for name, digest in digests.items()]
    manifest.write_text("\n".join(lines) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cue-bias", type=float, default=1.5)
    parser.add_argument("--least-score", type=float, default=0.5)
    parser.add_argument("--least-span", type=float, default=0.4)
    parser.add_argument("--link-bias", type=float, default=1.0)
    parser.add_argument("--settings", type=Path, default=HERE / "mentions-2.toml")
    parser.add_argument("--reduce-range", action="store_true")
    arguments = parser.parse_args()
    shape = read_config(arguments.config).shape
    networks = Networks(
        ReaderNetwork(shape), MentionNetwork(read_settings(arguments.settings).shape)
    )
    networks.load_state_dict(torch.load(arguments.checkpoint, weights_only=True)["weights"])
    networks.eval()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "encoder.onnx"
        export_encoder(networks, raw)
        quantise(raw, arguments.out / "encoder.onnx", reduce_range=arguments.reduce_range)
    export_linker(networks.reader, arguments.out / "linker.onnx", shape.link_width)
    export_spans(networks.mentions.spans, arguments.out / "spans.onnx")
    export_pairs(networks.mentions.pairs, arguments.out / "pairs.onnx")
    shutil.copyfile(arguments.vocabulary, arguments.out / "tokenizer.json")
    thresholds = ("cue_bias", "least_score", "least_span", "link_bias")
    write_manifest(arguments.out, {name: getattr(arguments, name) for name in thresholds})
    for path in sorted(arguments.out.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
