"""GUM with mentions and chains, and worldwide newswire with names, as words of the reader."""

import re
import sys
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from mention_network import NAME_LABELS

from onrecord.reader.labels import BEGIN, END, INSIDE, SINGLE
from onrecord.reader.mentions import KINDS, WIDEST
from onrecord.reader.vocabulary import Vocabulary
from onrecord.reader.words import Words, read_words
from onrecord.text.paragraphs import paragraph_offsets
from onrecord.text.quotes import read_quotations

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "coreference"))
from gum import GumDocument, GumMention, ontonotes_like, read_gum

__all__ = ["ChainedText", "NamedText", "read_chained", "read_named"]

_KIND = {"person": 1, "organization": 2, "place": 3}
_OTHER = len(KINDS) - 1


@dataclass(frozen=True, slots=True)
class ChainedText:
    """One GUM document; arrays are (mentions,): word ranges, heads, kinds and chains.

    `chain` is that of the scheme like OntoNotes', -1 for what it leaves out.
    """

    id: str
    text: str
    words: Words
    start: np.ndarray
    end: np.ndarray
    head: np.ndarray
    kind: np.ndarray
    chain: np.ndarray


@dataclass(frozen=True, slots=True)
class NamedText:
    """One newswire article; `labels` is (words,) of NAME_LABELS."""

    words: Words
    labels: np.ndarray


def read_chained(path: Path, vocabulary: Vocabulary) -> list[ChainedText]:
    """Read a part of GUM."""
    return [_chained(document, vocabulary) for document in read_gum(path)]


def _chained(document: GumDocument, vocabulary: Vocabulary) -> ChainedText:
    view = read_quotations(document.text, document.lines)
    words = read_words(document.text, document.lines, view, vocabulary)
    spans: dict[tuple[int, int], tuple[int, int, int]] = {}
    for mention in document.mentions:
        _put(spans, mention, words, -1)
    for chain in ontonotes_like(document):
        for mention in chain:
            _put(spans, mention, words, mention.chain)
    rows = np.array([(*span, *rest) for span, rest in sorted(spans.items())], dtype=np.int64)
    return ChainedText(document.id, document.text, words, *rows.reshape(-1, 5).T)


def _put(
    spans: dict[tuple[int, int], tuple[int, int, int]],
    mention: GumMention,
    words: Words,
    chain: int,
) -> None:
    start, end = _range(words, mention.start, mention.end)
    head, _ = _range(words, *mention.head)
    inside = start < end and end - start <= WIDEST and words.line[start] == words.line[end - 1]
    if inside and start <= head < end:
        spans[start, end] = (head, _KIND.get(mention.type, _OTHER), chain)


def _range(words: Words, start: int, end: int) -> tuple[int, int]:
    first = int(np.searchsorted(words.offsets[:, 1], start, side="right"))
    return first, int(np.searchsorted(words.offsets[:, 0], end, side="left"))


_NAMES = {
    "Person": 0,
    "Organization": 1,
    "Location": 2,
    "Facility": 2,
    "NORP": 3,
    "Misc": 4,
    "Product": 4,
}
_CLOSING = re.compile(r"^[,.;:!?)\]’”%]|^(?:n't|'s|’s|'re|'ve|'ll)$")


def read_named(path: Path, vocabulary: Vocabulary) -> list[NamedText]:
    """Read the articles of the worldwide newswire set."""
    with tarfile.open(path) as archive:
        members = [member for member in archive if member.name.endswith(".tsv")]
        texts = [
            archive.extractfile(member).read().decode("utf-8")  # type: ignore[union-attr]
            for member in sorted(members, key=lambda member: member.name)
        ]
    return [_named(text.splitlines(), vocabulary) for text in texts]


def _named(rows: Sequence[str], vocabulary: Vocabulary) -> NamedText:
    text, found = "", []
    fresh = True
    for token, label in _tokens(rows):
        if not token:
            text, fresh = text + "\n", True
            continue
        if not fresh and not _CLOSING.match(token) and not text.endswith(("“", "(", "‘")):
            text += " "
        found.append((len(text), len(text) + len(token), label))
        text, fresh = text + token, False
    lines = paragraph_offsets(text)
    words = read_words(text, lines, read_quotations(text, lines), vocabulary)
    return NamedText(words, _labels(words, found))


def _tokens(rows: Sequence[str]) -> Iterator[tuple[str, str]]:
    for row in rows:
        fields = row.split("\t")
        if fields[0].startswith("http"):
            continue
        yield fields[0].strip(), fields[1].strip() if len(fields) > 1 else "O"


def _labels(words: Words, found: list[tuple[int, int, str]]) -> np.ndarray:
    labels = np.zeros(len(words), dtype=np.int64)
    place = 0
    while place < len(found):
        start, end, label = found[place]
        place += 1
        if not label.startswith("B-") or label[2:] not in _NAMES:
            continue
        while place < len(found) and found[place][2] == "I-" + label[2:]:
            end = found[place][1]
            place += 1
        first, last = _range(words, start, end)
        mark(labels, first, last, _NAMES[label[2:]])
    return labels


def mark(labels: np.ndarray, first: int, last: int, role: int) -> None:
    """Write the labels of one name."""
    assert 4 * role + SINGLE < NAME_LABELS
    if last - first == 1:
        labels[first] = 4 * role + SINGLE
    elif last > first:
        labels[first:last] = 4 * role + INSIDE
        labels[first] = 4 * role + BEGIN
        labels[last - 1] = 4 * role + END
