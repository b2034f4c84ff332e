"""PolNeAR articles as words with attributions in word ranges."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.reader.vocabulary import Vocabulary
from onrecord.reader.words import Words, read_words
from onrecord.text.paragraphs import paragraph_offsets
from onrecord.text.quotes import read_quotations

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution; half-open code point ranges, or word ranges once aligned."""

    cue: Ranges
    source: Ranges
    content: Ranges


@dataclass(frozen=True, slots=True)
class Article:
    """One annotated article."""

    id: str
    text: str
    statements: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """One article as words, with the attributions that have a cue, in word ranges."""

    article: Article
    words: Words
    statements: tuple[Gold, ...]


def read_articles(path: Path) -> list[Article]:
    """Read one part of PolNeAR, as `{train,dev}.jsonl.gz` lays it out."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_article(json.loads(line)) for line in lines]


def _article(row: dict[str, object]) -> Article:
    statements = row["statements"]
    assert isinstance(statements, list)
    return Article(str(row["id"]), str(row["text"]), tuple(_gold(found) for found in statements))


def _gold(found: dict[str, list[list[int]]]) -> Gold:
    def ranges(role: str) -> Ranges:
        return tuple((start, end) for start, end in found[role])

    return Gold(ranges("cue"), ranges("source"), ranges("content"))


def align(article: Article, vocabulary: Vocabulary) -> Aligned:
    """Split an article into words; spans become word ranges, cut where a line ends."""
    lines = paragraph_offsets(article.text)
    words = read_words(article.text, lines, read_quotations(article.text, lines), vocabulary)
    statements = (_align(gold, words) for gold in article.statements)
    return Aligned(article, words, tuple(gold for gold in statements if gold.cue and gold.content))


def _align(gold: Gold, words: Words) -> Gold:
    cue = _word_ranges(gold.cue, words)[:1]
    return Gold(cue, _word_ranges(gold.source, words), _word_ranges(gold.content, words))


def _word_ranges(spans: Ranges, words: Words) -> Ranges:
    return tuple(piece for span in spans for piece in _cut_at_lines(span, words))


def _cut_at_lines(span: tuple[int, int], words: Words) -> Iterator[tuple[int, int]]:
    start = int(np.searchsorted(words.offsets[:, 1], span[0], side="right"))
    end = int(np.searchsorted(words.offsets[:, 0], span[1], side="left"))
    while start < end:
        same = words.line[start:end] == words.line[start]
        stop = end if same.all() else start + int(same.argmin())
        yield start, stop
        start = stop
