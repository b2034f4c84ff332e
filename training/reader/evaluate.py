"""Figures of a checkpoint on PolNeAR dev, straight from the decoder, for a table of thresholds.

python training/reader/evaluate.py --data ../shared/data/polnear --checkpoint WORK/mentions.pt ...
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from corpus import Aligned, align, read_articles
from torch_network import TorchNetwork
from train import read_config
from train_mentions import read_settings

from onrecord.domain.reading import Attribution
from onrecord.reader.attributions import DecodingSettings, find_attributions
from onrecord.reader.network import Network
from onrecord.reader.vocabulary import Vocabulary
from onrecord.reader.windows import cut_windows, make_batch

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "benchmarks" / "statements"))

from scoring import (  # noqa: E402
    Case,
    Marked,
    count_document,
    linked_figures,
    read_cases,
    read_sentences,
    strict_figures,
)


def attributions_of(
    network: Network, aligned: Aligned, vocabulary: Vocabulary, settings: DecodingSettings
) -> list[Attribution]:
    """All attributions of one article."""
    parts = [(aligned.words, window) for window in cut_windows(aligned.words)]
    found: list[Attribution] = []
    for place in range(0, len(parts), 16):
        group = parts[place : place + 16]
        batch = make_batch(group, vocabulary)
        for row in find_attributions(network, network.encode(batch), batch, group, settings):
            found.extend(row)
    return found


def as_case(aligned: Aligned, found: list[Attribution], least: float) -> Case:
    """Attributions in the shape that is scored."""
    marked = (
        Marked(
            [(span.start, span.end) for span in attribution.source],
            [(attribution.cue.start, attribution.cue.end)],
            [(span.start, span.end) for span in attribution.content],
        )
        for attribution in found
        if attribution.score >= least
    )
    return Case(aligned.article.id, aligned.article.text, tuple(marked))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    parser.add_argument("--settings", type=Path, default=HERE / "mentions-2.toml")
    parser.add_argument("--biases", type=float, nargs="+", default=[0.0, 1.5])
    parser.add_argument("--thresholds", type=float, nargs="+", default=[0.3, 0.4, 0.5, 0.6])
    arguments = parser.parse_args()
    vocabulary = Vocabulary(arguments.vocabulary)
    shapes = read_config(arguments.config).shape, read_settings(arguments.settings).shape
    network = TorchNetwork(arguments.checkpoint, *shapes)
    gold = read_cases(arguments.data / "dev.jsonl.gz")
    sentences = read_sentences(arguments.data / "dev_tokens.jsonl.gz")
    articles = [
        align(article, vocabulary) for article in read_articles(arguments.data / "dev.jsonl.gz")
    ]
    for bias in arguments.biases:
        settings = DecodingSettings(bias, min(arguments.thresholds))
        found = [attributions_of(network, aligned, vocabulary, settings) for aligned in articles]
        for least in arguments.thresholds:
            predicted = {
                a.article.id: as_case(a, f, least) for a, f in zip(articles, found, strict=True)
            }
            counts: Counter[str] = Counter()
            for key, case in gold.items():
                counts.update(count_document(case, predicted[key])[0])
            figures = linked_figures(counts) | strict_figures(gold, predicted, sentences)
            print(bias, least, counts["predicted"], figures)


if __name__ == "__main__":
    main()
