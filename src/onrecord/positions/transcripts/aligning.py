"""Which words on record the words of a quotation are: a local alignment, weighted by rarity."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.positions.wording.tokens import Token

SAME_STEM = 0.7
"""Of a word's worth, for another form of it."""

REPLACED = -0.05
"""For a word that stands where another stands."""

SKIPPED = -0.06
"""For a word on record inside the passage that the quotation leaves out: 5 of them weigh as much
as one word of middling rarity, so that a passage is not stretched for the sake of an article."""

SKIPPED_AT_MARK = -0.005
"""The same behind a bracket, where words are expected to be missing."""

LEFT_OVER = -0.02
"""For a word of the quotation that the record has not."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of indices (on record, quoted) in order, `replaced` ones among them; never empty.

    `score` is the worth of what is the same less what is not; `is_verbatim` tells that all words
    of the quotation stand in a row on record.
    """

    same: tuple[tuple[int, int], ...]
    forms: tuple[tuple[int, int], ...]
    replaced: tuple[tuple[int, int], ...]
    score: float
    is_verbatim: bool = False

    @property
    def first(self) -> int:
        """The first word on record."""
        return min(self.same + self.forms)[0]

    @property
    def last(self) -> int:
        """The last word on record."""
        return max(self.same + self.forms)[0]


def align_part(
    record: Sequence[Token],
    quoted: Sequence[Token],
    worths: Sequence[float],
    marks: frozenset[int] = frozenset(),
) -> Alignment | None:
    """The best local alignment of `quoted` to a stretch of `record`; None if no word is shared.

    `worths` are what finding each word of `quoted` tells, `marks` the places in `quoted` before
    which words may be missing.
    """
    found = _verbatim(record, quoted, worths)
    if found is not None:
        return found
    table = _filled(record, quoted, worths, marks)
    return _traced(record, quoted, table)


def _verbatim(
    record: Sequence[Token], quoted: Sequence[Token], worths: Sequence[float]
) -> Alignment | None:
    """Where all words of the quotation stand in a row."""
    keys, wanted = [token.key for token in record], [token.key for token in quoted]
    for start in range(len(keys) - len(wanted) + 1):
        if keys[start] == wanted[0] and keys[start : start + len(wanted)] == wanted:
            same = tuple((start + place, place) for place in range(len(wanted)))
            return Alignment(same, (), (), sum(worths), is_verbatim=True)
    return None


_STOP, _PAIR, _RECORD, _QUOTED = range(4)


@dataclass(frozen=True, slots=True)
class _Table:
    """Where each best score comes from, and where the best of all is."""

    moves: list[bytearray]
    best: float
    row: int
    column: int


def _filled(
    record: Sequence[Token], quoted: Sequence[Token], worths: Sequence[float], marks: frozenset[int]
) -> _Table:
    """Rows are words of the quotation, columns those on record (Smith and Waterman 1981)."""
    keys, stems = [token.key for token in record], [token.stem for token in record]
    width = len(record) + 1
    above = [0.0] * width
    moves: list[bytearray] = [bytearray(width)]
    best, at_row, at_column = 0.0, 0, 0
    for row, token in enumerate(quoted, 1):
        key, stem, value = token.key, token.stem, worths[row - 1]
        same, form = value, value * SAME_STEM
        skip = SKIPPED_AT_MARK if row in marks else SKIPPED
        here, came = [0.0] * width, bytearray(width)
        left = 0.0
        for column in range(1, width):
            if keys[column - 1] == key:
                pair = above[column - 1] + same
            elif stems[column - 1] == stem:
                pair = above[column - 1] + form
            else:
                pair = above[column - 1] + REPLACED
            score, move = (pair, _PAIR) if pair > 0.0 else (0.0, _STOP)
            if left + skip > score:
                score, move = left + skip, _RECORD
            if above[column] + LEFT_OVER > score:
                score, move = above[column] + LEFT_OVER, _QUOTED
            here[column], came[column] = score, move
            left = score
            if score > best:
                best, at_row, at_column = score, row, column
        above = here
        moves.append(came)
    return _Table(moves, best, at_row, at_column)


def _traced(record: Sequence[Token], quoted: Sequence[Token], table: _Table) -> Alignment | None:
    same: list[tuple[int, int]] = []
    forms: list[tuple[int, int]] = []
    replaced: list[tuple[int, int]] = []
    row, column = table.row, table.column
    while (move := table.moves[row][column]) != _STOP:
        if move == _PAIR:
            row, column = row - 1, column - 1
            one, other = record[column], quoted[row]
            kind = same if one.key == other.key else forms if one.stem == other.stem else replaced
            kind.append((column, row))
        elif move == _RECORD:
            column -= 1
        else:
            row -= 1
    if not same and not forms:
        return None
    return Alignment(tuple(same[::-1]), tuple(forms[::-1]), tuple(replaced[::-1]), table.best)
