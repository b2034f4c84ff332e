"""Where on record the words of a quotation may stand: the turns and passages that come nearest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.positions.transcripts.aligning import Alignment, align_part
from onrecord.positions.transcripts.index import Flags, Floats, Integers, SentenceIndex
from onrecord.positions.transcripts.quoted import Part, Quoted
from onrecord.positions.wording.tokens import Token, joined

MOST_TURNS = 5
"""Turns of which the passages are aligned; the words of a quotation stand in one of them."""

MOST_PLACES = 4
"""Sentences of a turn from which a passage is built up."""

REACH = 4
"""Sentences before and after such a sentence that a passage may take in."""

WIDER = 2.0
ROOM = 15
"""A passage has at most so many words for each of the quotation, and so many more."""

PER_WORD = 0.01
"""What a further word of a passage costs, in units of a rarest word."""

HOPELESS = 0.3
"""A passage with no more of a part's information is not aligned: it will not do in any order."""

OUT_OF_ORDER = 0.85
"""What words that the passage has in another order count, beside those in the same order."""


@dataclass(frozen=True, slots=True)
class FoundPart:
    """A part of a quotation in a passage, which is the sentences `places` of the index.

    `record` are the passage's words; `total`, `ordered` and `loose` are the worth of the part, of
    what the passage has of it in the same order, and of what it has of it anywhere.
    """

    part: Part
    quoted: tuple[Token, ...]
    places: range
    record: tuple[Token, ...]
    alignment: Alignment | None
    total: float
    ordered: float
    loose: float

    @property
    def shared(self) -> float:
        """How much of the part's information the passage has."""
        return max(self.ordered, self.loose * OUT_OF_ORDER)


@dataclass(frozen=True, slots=True)
class Found:
    """All parts of a quotation in one turn; `distinct` is what its words are worth, each once."""

    transcript: int
    turn: int
    parts: tuple[FoundPart, ...]
    distinct: float

    @property
    def information(self) -> float:
        """How much they share, in units of a rarest word; a word that comes again tells nothing."""
        return self.likeness * self.distinct

    @property
    def likeness(self) -> float:
        """The share of the quotation's information that the turn has, 0 to 1."""
        total = sum(part.total for part in self.parts)
        return sum(part.shared for part in self.parts) / total if total else 0.0

    @property
    def ordered(self) -> float:
        """The share that stands in the same order."""
        total = sum(part.total for part in self.parts)
        return sum(part.ordered for part in self.parts) / total if total else 0.0

    @property
    def is_verbatim(self) -> bool:
        """Whether every word stands there in a row."""
        return all(part.alignment is not None and part.alignment.is_verbatim for part in self.parts)


class Finder:
    """Finds the turns and passages for a quotation in an index."""

    def __init__(self, index: SentenceIndex) -> None:
        self.index = index
        keys = [(one.transcript, one.turn) for one in index.sentences]
        self._turns = tuple(dict.fromkeys(keys))
        numbers = {turn: number for number, turn in enumerate(self._turns)}
        self._turn_of: Integers = np.array([numbers[key] for key in keys], np.int64)
        self._first: Integers = np.searchsorted(self._turn_of, np.arange(len(self._turns) + 1))

    def find(self, quoted: Quoted, eligible: Flags) -> list[Found]:
        """The turns with the most of the quotation among eligible sentences, the best first."""
        if not eligible.any():
            return []
        scores = [np.where(eligible, self.index.scores(part.tokens), 0.0) for part in quoted.parts]
        total = np.zeros(len(self._turns))
        for one in scores:
            best = np.zeros(len(self._turns))
            np.maximum.at(best, self._turn_of, one)
            total += best
        order = np.argsort(-total, kind="stable")[:MOST_TURNS]
        worths = {token.stem: self.index.worth(token) for p in quoted.parts for token in p.tokens}
        known = sum(worths.values())
        found = [
            self._in_turn(int(turn), quoted, scores, known) for turn in order if total[turn] > 0
        ]
        return sorted(found, key=lambda one: -one.likeness)

    def _in_turn(
        self, turn: int, quoted: Quoted, scores: Sequence[Floats], distinct: float
    ) -> Found:
        span = slice(int(self._first[turn]), int(self._first[turn + 1]))
        parts = tuple(
            self._part(part, span.start, one[span])
            for part, one in zip(quoted.parts, scores, strict=True)
        )
        return Found(*self._turns[turn], parts, distinct)

    def _part(self, part: Part, start: int, scores: Floats) -> FoundPart:
        order = np.argsort(-scores, kind="stable")[:MOST_PLACES]
        centres = dict.fromkeys(start + int(place) for place in order if scores[place] > 0)
        wanted = {token.stem: self.index.worth(token) for token in part.tokens}
        passages = (self._passage(part, wanted, centre) for centre in centres or [start])
        found = (self._aligned(part, wanted, passage) for passage in dict.fromkeys(passages))
        return max(found, key=lambda one: (one.shared, one.ordered, -len(one.places)))

    def _passage(self, part: Part, wanted: Mapping[str, float], centre: int) -> range:
        """The sentences around `centre` that have the most of the part for their length."""
        sentences = self.index.sentences
        longest = max(WIDER * len(part.tokens) + ROOM, len(sentences[centre].tokens))
        around = self.index.neighbours(centre, REACH)
        best, chosen = -1.0, range(centre, centre + 1)
        before: frozenset[str] = frozenset()
        ahead = 0
        for first in range(centre, around.start - 1, -1):
            before |= sentences[first].stems & wanted.keys()
            ahead += len(sentences[first].tokens)
            shared, length = before, ahead
            for last in range(centre, around.stop):
                if last > centre:
                    shared = shared | (sentences[last].stems & wanted.keys())
                    length += len(sentences[last].tokens)
                if length > longest:
                    break
                value = sum(wanted[stem] for stem in shared) - PER_WORD * length
                if value > best:
                    best, chosen = value, range(first, last + 1)
        return chosen

    def _aligned(self, part: Part, wanted: Mapping[str, float], places: range) -> FoundPart:
        sentences = [self.index.sentences[place] for place in places]
        shared = wanted.keys() & frozenset[str]().union(*(one.stems for one in sentences))
        total = sum(wanted[token.stem] for token in part.tokens)
        loose = sum(wanted[token.stem] for token in part.tokens if token.stem in shared)
        record = tuple(token for sentence in sentences for token in sentence.tokens)
        quoted, alignment, ordered = part.tokens, None, 0.0
        if loose > HOPELESS * total:
            quoted = joined(part.tokens, frozenset(token.key for token in record))
            record = joined(record, frozenset(token.key for token in quoted))
            worths = [self.index.worth(token) for token in quoted]
            marks = part.brackets if len(quoted) == len(part.tokens) else frozenset[int]()
            alignment = align_part(record, quoted, worths, marks)
            ordered = _ordered(alignment, worths)
        return FoundPart(part, quoted, places, record, alignment, total, ordered, loose)


def _ordered(alignment: Alignment | None, worths: Sequence[float]) -> float:
    if alignment is None:
        return 0.0
    return sum(worths[place] for _, place in (*alignment.same, *alignment.forms))
