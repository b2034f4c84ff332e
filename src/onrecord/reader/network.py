"""What the decoder asks of a network: the encoder with its heads, and the linker."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from onrecord.reader.decoding import Floats
from onrecord.reader.windows import Batch
from onrecord.reader.words import Integers


@dataclass(frozen=True, slots=True)
class Encoded:
    """One pass over a batch of windows.

    `cues` is (windows, words, CUE_LABELS) scores; `query` and `key` are (windows, words, width):
    each word as a possible cue, and as a possible part of a source or content. `edges` and `parts`
    are (windows, words, width): each word as an edge of a mention, and as its first, last and head
    word; `head` is (windows, words) scores of being a head, `names` (windows, words, labels).
    """

    cues: Floats
    query: Floats
    key: Floats
    edges: Floats
    parts: Floats
    head: Floats
    names: Floats


@dataclass(frozen=True, slots=True)
class Candidates:
    """Possible cues of a batch, each with the words it may be linked to.

    All are (cues,): the window, the half-open word range of the cue in it, and the half-open range
    `low..high` of the words that are scored for it: its own line and one on either side.
    """

    row: Integers
    start: Integers
    end: Integers
    low: Integers
    high: Integers

    @property
    def width(self) -> int:
        """The most words that any cue is linked to."""
        return int((self.high - self.low).max(initial=0))

    def lines(self, line: Integers) -> Integers:
        """(cues, width): the line of each word that a cue may be linked to, -1 beyond the last.

        `line` is (windows, words).
        """
        places = self.low[:, None] + np.arange(self.width)[None]
        found = line[self.row[:, None], np.minimum(places, line.shape[1] - 1)]
        return np.where(places < self.high[:, None], found, -1)

    def __len__(self) -> int:
        return len(self.row)


@dataclass(frozen=True, slots=True)
class Linked:
    """`roles` is (cues, width, ROLE_LABELS) scores, `valid` (cues,) log odds of being a cue.

    Place w of `roles` is word `low + w` of the window; places from `high` on mean nothing.
    """

    roles: Floats
    valid: Floats


class Network(Protocol):
    """Runs the encoder and what stands on it."""

    def encode(self, batch: Batch) -> Encoded:
        """One pass over the windows."""
        ...

    def link(self, encoded: Encoded, batch: Batch, candidates: Candidates) -> Linked:
        """Score every word for every cue."""
        ...

    def spans(self, edges: Floats) -> Floats:
        """(words, WIDEST, kinds) chances of the span from a word over so many more."""
        ...

    def times(self, edges: Floats, parts: Floats) -> Floats:
        """(words, 1 + 4 * types) chances of labels of time expressions, of one window's words."""
        ...

    def pairs(
        self,
        vectors: Floats,
        kind: Integers,
        later: Integers,
        earlier: Integers,
        features: Integers,
    ) -> Floats:
        """(pairs,) scores of two mentions referring to the same; below 0 they do not.

        `vectors` and `kind` are those of mentions, which `later` and `earlier` point into.
        """
        ...
