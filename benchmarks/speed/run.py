"""Speed, scaling and memory of the whole pipeline, text to record, as ratios within one run.

    python benchmarks/speed/run.py

Articles are made up from templates (their words do not matter to speed, their lengths do). Printed:
* words and characters a second, text to record;
* the time of the whole pipeline over that of the bare encoder pass on the same windows;
* the time for twice the documents over the time for once;
* peak memory for ten times the documents over that for once (each measured in its own process);
* the time for one 2 MB article and for one line of 10 million characters (`--long`), a character.

Exit code 1 says that a ratio is above its limit in floors.json.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from onrecord.documents import text_document
from onrecord.domain.document import Document
from onrecord.pipeline import Pipeline
from onrecord.reader.onnx_network import OnnxNetwork
from onrecord.reader.reader import BATCH_WINDOWS, readable_lines
from onrecord.reader.vocabulary import Vocabulary
from onrecord.reader.windows import Batch, cut_windows, make_batch
from onrecord.reader.words import read_words
from onrecord.text.quotes import read_quotations
from onrecord.weights.reader import reader_weights
from onrecord.wiring import default_pipeline, open_record, processors

HERE = Path(__file__).parent
ARTICLE_CHARACTERS = 4500

_PEOPLE = (
    "Foreign Minister Orla Tesk",
    "Bram Ilvane",
    "the minister",
    "she",
    "a spokesman for the army",
)
_CUES = ("said", "told reporters", "insisted", "noted on Monday", "added")
_CONTENTS = (
    "the corridor would stay open until the spring",
    "no talks could begin before the ceasefire held",
    "both sides had agreed to exchange prisoners under Resolution 417",
    "it was too early to speak of a settlement",
)
_PLAIN = (
    "The delegations met for a third day in the lakeside town, where rain delayed the start.",
    "Fighting near the border has fallen, according to the mission's weekly count.",
    "Two earlier rounds ended without a joint text.",
)


def article(seed: int, characters: int = ARTICLE_CHARACTERS, separator: str = "\n\n") -> str:
    """A made-up report of about the given length, the same for the same seed."""
    chance = random.Random(seed)
    sentences: list[str] = []
    length = 0
    while length < characters:
        person, cue, content = (
            chance.choice(_PEOPLE),
            chance.choice(_CUES),
            chance.choice(_CONTENTS),
        )
        kind = chance.randrange(4)
        begun = person[0].upper() + person[1:]
        made = (
            f"“{content.capitalize()},” {person} {cue}.",
            f"{begun} {cue} that {content}.",
            f"{chance.choice(_PLAIN)} {chance.choice(_PLAIN)}",
            f"{begun} {cue} “{content}”, case {seed}-{length}. {chance.choice(_PLAIN)}",
        )[kind]
        sentences.append(made)
        length += len(made) + len(separator)
    return separator.join(sentences)


def documents(count: int, first: int = 0) -> Iterator[Document]:
    """Distinct documents, made as they are asked for."""
    return (text_document(article(first + n), f"made-{first + n}") for n in range(count))


def timed(work: Callable[[], object]) -> float:
    """Seconds of wall-clock time."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def to_record(pipeline: Pipeline, found: Iterable[Document]) -> None:
    """Text to record, in a folder that is thrown away."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_record(Path(folder) / "speed.sqlite") as record,
    ):
        for _ in record.add_many(pipeline.analyse(found), batch=1):
            pass


def batches(found: Iterable[Document], vocabulary: Vocabulary) -> list[Batch]:
    """The very batches that the reader makes of the documents."""
    made = []
    for document in found:
        lines = readable_lines(document)
        view = read_quotations(document.text, lines)
        words = read_words(document.text, lines, view, vocabulary)
        parts = [(words, window) for window in cut_windows(words)]
        groups = (parts[at : at + BATCH_WINDOWS] for at in range(0, len(parts), BATCH_WINDOWS))
        made.extend(make_batch(group, vocabulary) for group in groups)
    return made


def encode_all(network: OnnxNetwork, made: list[Batch]) -> None:
    """The bare encoder pass, on as many threads as the pipeline has."""
    with ThreadPoolExecutor(processors()) as pool:
        for _ in pool.map(network.encode, made):
            pass


def speed_figures(count: int, rounds: int) -> dict[str, float]:
    """Ratios from the fastest of interleaved rounds."""
    pipeline, weights = default_pipeline(), reader_weights()
    network, vocabulary = (
        OnnxNetwork(weights),
        Vocabulary(weights.vocabulary),
    )
    texts = list(documents(count))
    made = batches(texts, vocabulary)
    to_record(pipeline, texts[:4])
    encode_all(network, made[:4])
    whole: list[float] = []
    bare: list[float] = []
    double: list[float] = []
    for number in range(rounds):
        bare.append(timed(lambda: encode_all(network, made)))
        whole.append(timed(lambda: to_record(pipeline, texts)))
        twice = [*texts, *documents(count, first=1000 * (number + 1))]
        double.append(timed(partial(to_record, pipeline, twice)))
    words = sum(len(text.text.split()) for text in texts)
    return {
        "documents": float(count),
        "words_a_second": round(words / min(whole)),
        "characters_a_second": round(sum(len(text.text) for text in texts) / min(whole)),
        "whole_over_encoder": round(min(whole) / min(bare), 2),
        "twice_over_once": round(min(double) / min(whole), 2),
    }


def peak_megabytes(count: int) -> float:
    """Peak memory of a process that reads so many documents into a record."""
    command = [sys.executable, __file__, "--measure-memory", str(count)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def measure_memory(count: int) -> None:
    """In the child: read the documents, print the peak in megabytes."""
    short = (text_document(article(n, 600), f"made-{n}") for n in range(count))
    to_record(default_pipeline(), short)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10))


def memory_figures() -> dict[str, float]:
    """Peaks for 400 and 4,000 documents."""
    small, large = peak_megabytes(400), peak_megabytes(4000)
    return {
        "peak_mb_400": round(small),
        "peak_mb_4000": round(large),
        "memory_4000_over_400": round(large / small, 2),
    }


def long_figures() -> dict[str, float]:
    """Seconds for long texts, and how time a character grows from a short to a long line."""
    pipeline = default_pipeline()
    pipeline.analyse_one(text_document(article(1)))

    def seconds(characters: int, separator: str) -> float:
        text = text_document(article(2, characters, separator))
        return timed(lambda: pipeline.analyse_one(text))

    one, ten = seconds(1_000_000, " "), seconds(10_000_000, " ")
    return {
        "seconds_2mb_article": round(seconds(2_000_000, "\n\n"), 1),
        "seconds_10m_line": round(ten, 1),
        "line_10m_over_1m": round(ten / one, 2),
    }


def above_limits(figures: dict[str, float]) -> list[str]:
    """The ratios above their limit."""
    limits = json.loads((HERE / "floors.json").read_text())["limits"]
    return [
        f"{n} is {figures[n]}, limit {most}"
        for n, most in limits.items()
        if figures.get(n, 0) > most
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument(
        "--long", action="store_true", help="also a 2 MB article and a 10-million-character line"
    )
    parser.add_argument("--no-memory", action="store_true", help="leave out the memory runs")
    parser.add_argument("--measure-memory", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure_memory:
        measure_memory(arguments.measure_memory)
        return 0
    figures = speed_figures(arguments.documents, arguments.rounds)
    if not arguments.no_memory:
        figures |= memory_figures()
    if arguments.long:
        figures |= long_figures()
    print(json.dumps(figures, indent=1))
    over = above_limits(figures)
    for line in over:
        print(line, file=sys.stderr)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
