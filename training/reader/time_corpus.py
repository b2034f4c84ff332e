"""Expressions of time as labels on the reader's words: TBAQ, MEANTIME, GUM."""

import re
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.reader.labels import BEGIN, END, INSIDE, SINGLE
from onrecord.reader.times import TYPES
from onrecord.reader.words import Words

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS / "times"))
sys.path.insert(0, str(BENCHMARKS / "coreference"))
from timeml import TimeText, read_meantime, read_timeml  # noqa: E402

__all__ = ["LABELS", "UNKNOWN", "Labelled", "labels_of", "read_all"]

LABELS = 1 + 4 * len(TYPES)
"""Outside, then begin, inside, end and single of each type."""

UNKNOWN = -100
"""The label of words whose annotation does not say whether TIMEX3 would mark them."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text with spans of `(start, end, type)`; inside `unsure` spans nothing is known."""

    id: str
    corpus: str
    text: str
    times: tuple[tuple[int, int, str], ...]
    unsure: tuple[tuple[int, int], ...] = ()


def read_all(data: Path) -> list[Labelled]:
    """TBAQ but for what the benchmark holds back, MEANTIME, GUM."""
    held = set((BENCHMARKS / "times" / "held_back.txt").read_text().split())
    tbaq = [t for t in read_timeml(data / "tempeval3" / "tbaq.tar.gz") if t.id not in held]
    meantime = read_meantime(data / "meantime" / "half.tar.gz")
    return [
        *(_plain(text, "tbaq") for text in tbaq),
        *(_plain(text, "meantime") for text in meantime),
        *_read_gum(data / "gum" / "train.tar.gz"),
    ]


def _plain(text: TimeText, corpus: str) -> Labelled:
    times = tuple((t.start, t.end, t.type) for t in text.times)
    return Labelled(text.id, corpus, text.text, times)


_DATE = re.compile(r"<(/?)date\b")


def _read_gum(path: Path) -> list[Labelled]:
    """GUM's TEI dates; other entities of time are unsure, for it marks every noun of time."""
    from gum import read_gum

    dates = _tei_dates(path)
    found = []
    for document in read_gum(path):
        times = [
            (document.tokens[first].start, document.tokens[last].end, "DATE")
            for first, last in dates[document.id]
            if last < len(document.tokens)
        ]
        unsure = [(m.start, m.end) for m in document.mentions if m.type == "time"]
        found.append(Labelled(document.id, "gum", document.text, tuple(times), tuple(unsure)))
    return found


def _tei_dates(path: Path) -> dict[str, list[tuple[int, int]]]:
    """The first and last token of every TEI date, by document."""
    found: dict[str, list[tuple[int, int]]] = {}
    with tarfile.open(path) as archive:
        for member in archive:
            inside = archive.extractfile(member) if member.name.endswith(".conllu") else None
            if inside is not None:
                name = member.name.rsplit("/", 1)[-1].removesuffix(".conllu")
                found[name] = _dates_of(inside.read().decode("utf-8"))
    return found


def _dates_of(conllu: str) -> list[tuple[int, int]]:
    spans, opened, number = [], None, -1
    for row in conllu.splitlines():
        fields = row.split("\t")
        if len(fields) < 10 or not fields[0].isdigit():
            continue
        number += 1
        for closing in _DATE.findall(fields[9]):
            if not closing:
                opened = number
            elif opened is not None:
                spans.append((opened, number))
                opened = None
    return spans


def labels_of(text: Labelled, words: Words) -> np.ndarray:
    """(words,) of LABELS or UNKNOWN."""
    labels = np.zeros(len(words), dtype=np.int64)
    for start, end in text.unsure:
        first, last = _range(words, start, end)
        labels[first:last] = UNKNOWN
    for start, end, kind in text.times:
        first, last = _range(words, start, end)
        if kind in TYPES:
            _mark(labels, first, last, 4 * TYPES.index(kind))
    return labels


def _mark(labels: np.ndarray, first: int, last: int, base: int) -> None:
    if last - first == 1:
        labels[first] = base + SINGLE
    elif last > first:
        labels[first:last] = base + INSIDE
        labels[first] = base + BEGIN
        labels[last - 1] = base + END


def _range(words: Words, start: int, end: int) -> tuple[int, int]:
    first = int(np.searchsorted(words.offsets[:, 1], start, side="right"))
    return first, int(np.searchsorted(words.offsets[:, 0], end, side="left"))
