"""Mentions made by hand, by their words."""

import re
from collections.abc import Sequence

import numpy as np

from onrecord.reader.mentions import KINDS, MentionSpans
from onrecord.reader.surface import Surface, read_surface
from tests.reader.builders import words_of_text


def mention_spans(
    text: str, *parts: str, kinds: Sequence[str] = (), heads: Sequence[str] = ()
) -> MentionSpans:
    """Mentions by their words in order, each beginning where the one before does, or later.

    Where `heads` names none, the last word is the head; without one of `kinds`, it is a person.
    """
    offsets = words_of_text(text).offsets.tolist()
    ranges = _ranges(text, offsets, parts)
    named = [*kinds, *["person"] * (len(parts) - len(kinds))]
    columns = zip(*ranges, strict=True) if ranges else ((), ())
    start, end = (np.array(column, dtype=np.int64) for column in columns)
    return MentionSpans(
        start=start,
        end=end,
        head=np.array([_head(text, offsets, one, n, heads) for n, one in enumerate(ranges)], int),
        kind=np.array([KINDS.index(kind) for kind in named], dtype=np.int64),
        score=np.ones(len(parts), dtype=np.float32),
    )


def _ranges(text: str, offsets: list[list[int]], parts: Sequence[str]) -> list[tuple[int, int]]:
    """Half-open word ranges; words that come twice are taken twice."""
    found: list[tuple[int, int]] = []
    at, previous = 0, ""
    for part in parts:
        match = re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text[at + (part == previous) :])
        assert match, f"{part!r} is not in {text[at:]!r}"
        at, previous = at + (part == previous) + match.start(), part
        inside = [n for n, (s, e) in enumerate(offsets) if at <= s and e <= at + len(part)]
        found.append((inside[0], inside[-1] + 1))
    return found


def _head(
    text: str,
    offsets: list[list[int]],
    words: tuple[int, int],
    number: int,
    heads: Sequence[str],
) -> int:
    wanted = heads[number] if number < len(heads) else ""
    found = [n for n in range(*words) if text[slice(*offsets[n])] == wanted]
    return found[-1] if found else words[1] - 1


def surface_of(text: str, *parts: str, **marks: Sequence[str]) -> Surface:
    """What the words of mentions tell; see `mention_spans`."""
    return read_surface(text, words_of_text(text), mention_spans(text, *parts, **marks))
