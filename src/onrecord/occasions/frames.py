"""The frame of a statement: what its sentence says of the saying, outside of what was said.

`Lavrov told the BBC on Friday that …`, `"…," he said in Moscow, quoted by Interfax.`
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from onrecord.domain.span import Span
from onrecord.domain.statement import Statement, StatementKind
from onrecord.occasions.sentences import Sentences


class Where(Enum):
    """Where a stretch stands, seen from source and cue."""

    BEFORE = auto()
    SOURCE = auto()
    BETWEEN = auto()
    CUE = auto()
    AFTER = auto()
    TRAILING = auto()
    """After the content: `"…," he said, "…," on Monday`."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Half-open offsets of a part of a frame.

    `free` is where the words of the cue end that the stretch begins with. `adjoins` says that it
    follows something said, so that it may be more of it.
    """

    start: int
    end: int
    where: Where
    free: int = 0
    adjoins: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The stretches of a statement's frame, in order.

    `first` and `last` are the numbers of its sentence and of the last one its content reaches.
    `leans_on` is the id of the statement whose verb shares the subject: `rejected …, saying …`.
    """

    statement: Statement
    first: int
    last: int
    stretches: tuple[Stretch, ...] = ()
    leans_on: str | None = None


class _Piece(NamedTuple):
    """A span of a statement that reaches into a sentence."""

    start: int
    end: int
    of: Statement
    content: bool


class Frames:
    """Finds the frames of one document's statements."""

    def __init__(self, sentences: Sentences, statements: Sequence[Statement]) -> None:
        self._sentences = sentences
        self._by_id = {statement.id: statement for statement in statements}
        self._pieces: dict[int, list[_Piece]] = defaultdict(list)
        for statement in statements:
            for span in statement.content:
                self._note(_Piece(span.start, span.end, statement, True))
            for span in (*statement.source, *statement.cue):
                self._note(_Piece(span.start, span.end, statement, False))

    def _note(self, piece: _Piece) -> None:
        number = self._sentences.number
        for sentence in range(number(piece.start), number(piece.end - 1) + 1):
            self._pieces[sentence].append(piece)

    def of(self, statement: Statement) -> Frame:
        """The frame of one statement; one without source and cue has no stretches."""
        number = self._sentences.number
        core = (*statement.cue, *statement.source)
        first = number((core or statement.content)[0].start)
        last = max(first, number(statement.content[-1].end - 1))
        if not core:
            return Frame(statement, first, last)
        beside = self._leans_on(statement, first)
        low, high = self._sentences.bounds(first)
        own = sorted(s for s in (statement.cue if beside else core) if low <= s.start < high)
        above = self._above(statement)
        limits = self._limits(statement, own, first, above)
        if beside is not None:
            ends = (span.end for span in beside.spans() if span.end <= own[0].start)
            limits = max(limits[0], *ends), limits[1]
        blocked = self._blocked(own, first, above)
        stretches = tuple(_stretches(statement, own, limits, blocked))
        return Frame(statement, first, last, stretches, beside.id if beside else None)

    def _above(self, statement: Statement) -> frozenset[str]:
        """The ids of the statements that it stands in, the outermost too."""
        found: set[str] = set()
        parent = statement.parent
        while parent is not None and parent not in found and parent in self._by_id:
            found.add(parent)
            parent = self._by_id[parent].parent
        return frozenset(found)

    def _leans_on(self, statement: Statement, sentence: int) -> Statement | None:
        """The statement with the same source whose cue stands between it and this one's."""
        found: Statement | None = None
        for piece in self._pieces[sentence] if statement.source and statement.cue else ():
            other = piece.of
            if piece.content or other is statement or other.source != statement.source:
                continue
            if not other.cue or not statement.source[0].end <= other.cue[0].start:
                continue
            if other.cue[0].end <= statement.cue[0].start and (
                found is None or found.cue[0] < other.cue[0]
            ):
                found = other
        return found

    def _limits(
        self, statement: Statement, own: Sequence[Span], sentence: int, above: frozenset[str]
    ) -> tuple[int, int]:
        """As far as no other statement's source or cue stands in the way."""
        low, high = self._sentences.bounds(sentence)
        start, end = own[0].start, own[-1].end
        parent = self._by_id.get(statement.parent or "")
        for span in parent.content if parent else ():
            if span.start <= start < span.end:
                low, high = max(low, span.start), min(high, max(span.end, end))
        for piece in self._pieces[sentence]:
            if piece.content or piece.of is statement or piece.of.id in above:
                continue
            if any(s.start <= piece.start and piece.end <= s.end for s in statement.content):
                continue
            if piece.end <= start:
                low = max(low, piece.end)
            elif piece.start >= end:
                high = min(high, piece.start)
        return min(low, start), max(high, end)

    def _blocked(
        self, own: Sequence[Span], sentence: int, above: frozenset[str]
    ) -> list[tuple[int, int]]:
        """What others say in the sentence, and what this statement says."""
        return sorted(
            (piece.start, piece.end)
            for piece in self._pieces[sentence]
            if piece.content
            and piece.of.id not in above
            and not any(piece.start < span.end and span.start < piece.end for span in own)
        )


def _stretches(
    statement: Statement,
    own: Sequence[Span],
    limits: tuple[int, int],
    blocked: Sequence[tuple[int, int]],
) -> Iterator[Stretch]:
    at = own[0].start
    for low, high in _free(limits[0], at, blocked):
        yield Stretch(low, high, Where.BEFORE, adjoins=low > limits[0])
    for span in own:
        for low, high in _free(at, span.start, blocked):
            yield Stretch(low, high, Where.BETWEEN)
        if span not in statement.cue:
            yield Stretch(span.start, span.end, Where.SOURCE)
        elif span is not own[-1]:
            yield Stretch(span.start, span.end, Where.CUE)
        at = max(at, span.end)
    yield from _after(statement, own[-1], limits[1], blocked)


def _after(
    statement: Statement, last: Span, limit: int, blocked: Sequence[tuple[int, int]]
) -> Iterator[Stretch]:
    """The cue with what follows it, and what follows the content."""
    begin = last.start if last in statement.cue else last.end
    rest = _free(last.end, limit, blocked)
    if rest and rest[0][0] == last.end:
        yield Stretch(begin, rest.pop(0)[1], Where.AFTER, last.end)
    elif begin < last.end:
        yield Stretch(begin, last.end, Where.AFTER, last.end)
    adjoins = statement.kind is StatementKind.INDIRECT
    for low, high in rest:
        yield Stretch(low, high, Where.TRAILING, adjoins=adjoins)


def _free(low: int, high: int, blocked: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of `low..high` that are not blocked."""
    found = []
    for start, end in blocked:
        if end <= low:
            continue
        if start >= high:
            break
        if start > low:
            found.append((low, start))
        low = max(low, end)
    if low < high:
        found.append((low, high))
    return found
