"""The quotation-mark state machine.

It reads the marks of a whole document, paragraph by paragraph, and says which stretches stand
between marks. It knows curly, straight, doubled, „low“ and «angle» marks in any mixture, nested
marks, marks left open at the end of a paragraph, a quotation that opens anew in each paragraph and
closes once, a mark stranded at the end of the paragraph before its quotation, and marks that quote
nothing (names, titles, scare quotes). Every mark leads to a decision; none is an error.

Its view is evidence for the decoder, not law: text as found breaks every rule of typography.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.text.words import word_offsets

MAX_DEPTH = 4
"""Marks nested deeper than this are read as part of the innermost quotation."""

MAX_NAME_WORDS = 4
"""A quotation up to this long, without a sentence's punctuation, may be a name or a scare quote."""

MAX_SINGLE_CHARACTERS = 2000
"""A single opening mark whose partner is further away than this is an apostrophe."""

_MARK = re.compile(r"[“”„‟\"«»＂「」『』]|``|''|(?<!\w)‘(?=\w)|’(?!\w)")
_SINGLE_CLOSING = re.compile(r"’(?!\w)")
_OPENING = frozenset("“„‟«「『") | {"``"}
_CLOSING = frozenset("”»」』") | {"''"}
_SENTENCE_END = re.compile(r"[.,!?…;][\s’']*$")
_BEFORE_SPEECH = re.compile(r"[,:]\s*$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch between quotation marks.

    `start`/`end` include the marks, `inner_start`/`inner_end` do not; all are code point offsets.
    `depth` is 1 for an outermost quotation. `closed` is false where a paragraph or the text ended
    first. `continues` is true where it carries on the quotation left open in the paragraph before.
    `name_like` is true for marks that probably quote nothing: a name, a title, a scare quote.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 1
    closed: bool = True
    continues: bool = False
    name_like: bool = False


@dataclass(frozen=True, slots=True)
class StrayMark:
    """A mark that neither opens nor closes anything, as `[start, end)`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QuotationView:
    """What the machine found in one document, in order of start."""

    quotations: tuple[Quotation, ...]
    strays: tuple[StrayMark, ...]

    @property
    def outermost(self) -> tuple[Quotation, ...]:
        """The quotations that no other quotation contains."""
        return tuple(quotation for quotation in self.quotations if quotation.depth == 1)


@dataclass(slots=True)
class _Open:
    """A mark that waits for its partner."""

    mark: str
    start: int
    inner_start: int
    continues: bool


def read_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> QuotationView:
    """Pair the quotation marks of `text`, whose `paragraphs` are half-open offsets in order.

    >>> view = read_quotations("“No,” she said.", [(0, 15)])
    >>> [(q.inner_start, q.inner_end, q.closed) for q in view.quotations]
    [(1, 4, True)]
    """
    machine = _Machine(text)
    pending: tuple[int, int] | None = None
    left_open = False
    for start, end in paragraphs:
        left_open, pending = machine.read_paragraph(start, end, left_open, pending)
    if pending:
        machine.strays.append(StrayMark(*pending))
    found = sorted(machine.quotations, key=lambda quotation: (quotation.start, -quotation.end))
    return QuotationView(tuple(found), tuple(sorted(machine.strays, key=lambda mark: mark.start)))


class _Machine:
    """The stack of open marks, and what has been decided so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.quotations: list[Quotation] = []
        self.strays: list[StrayMark] = []
        self.stack: list[_Open] = []
        self.singles = [match.start() for match in _SINGLE_CLOSING.finditer(text)]

    def read_paragraph(
        self, start: int, end: int, left_open: bool, pending: tuple[int, int] | None
    ) -> tuple[bool, tuple[int, int] | None]:
        """Read one paragraph; whether it ended inside a quotation, and the mark it stranded."""
        if pending:
            self.stack.append(_Open('"', start, start, continues=False))
        stranded = None
        for match in _MARK.finditer(self.text, start, end):
            if self._is_stranded(match, start, end):
                stranded = match.span()
            else:
                self._step(match, start, end, left_open)
        ended_inside = bool(self.stack)
        while self.stack:
            self._close(end, end, closed=False)
        return ended_inside, stranded

    def _is_stranded(self, match: re.Match[str], start: int, end: int) -> bool:
        """A straight mark alone at the end of a paragraph opens the next one."""
        alone = match.end() == end and match.start() > start and not self.stack
        return alone and match.group() == '"' and self.text[match.start() - 1].isspace()

    def _step(self, match: re.Match[str], start: int, end: int, left_open: bool) -> None:
        mark = match.group()
        if self._opens(mark, match.start(), match.end(), start, end):
            continues = left_open and match.start() == start
            if len(self.stack) < MAX_DEPTH:
                self.stack.append(_Open(mark, match.start(), match.end(), continues))
        elif mark == "’":
            if any(opened.mark == "‘" for opened in self.stack):
                self._close_to("‘", match)
        elif self._double_is_open():
            self._close_to(None, match)
        else:
            self.strays.append(StrayMark(*match.span()))

    def _opens(self, mark: str, start: int, end: int, low: int, high: int) -> bool:
        if mark == "‘":
            return self._has_partner(end, high)
        if mark == "’":
            return False
        if mark == "“" and self.stack and self.stack[-1].mark in "„‟":
            return False
        if mark in _OPENING:
            return not self._closes_backwards(start, end, low, high)
        if mark in _CLOSING:
            return False
        return self._straight_opens(start, end, low, high)

    def _closes_backwards(self, start: int, end: int, low: int, high: int) -> bool:
        """An opening mark typed where only a closing one can stand: after a word, before space."""
        if not self.stack or start == low:
            return False
        after = self.text[end] if end < high else " "
        return not self.text[start - 1].isspace() and (after.isspace() or after in ",.;")

    def _straight_opens(self, start: int, end: int, low: int, high: int) -> bool:
        before = self.text[start - 1] if start > low else " "
        after = self.text[end] if end < high else " "
        space_before = before.isspace() or before in "([{—–-“‘"
        space_after = after.isspace() or after in ".,;:!?)]}"
        if space_before == space_after:
            return not self._double_is_open()
        return space_before and not (self._double_is_open() and self.stack[-1].mark == '"')

    def _has_partner(self, start: int, high: int) -> bool:
        """A single mark opens only where one closes it in the paragraph, close by."""
        at = bisect_left(self.singles, start)
        return at < len(self.singles) and self.singles[at] < min(
            high, start + MAX_SINGLE_CHARACTERS
        )

    def _double_is_open(self) -> bool:
        return any(opened.mark != "‘" for opened in self.stack)

    def _close_to(self, mark: str | None, match: re.Match[str]) -> None:
        """Close the innermost open mark of the wanted sort, and what was left open inside."""
        while self.stack:
            opened = self.stack[-1]
            wanted = opened.mark == mark if mark else opened.mark != "‘"
            self._close(match.start(), match.end() if wanted else match.start(), closed=wanted)
            if wanted:
                return

    def _close(self, inner_end: int, end: int, *, closed: bool) -> None:
        opened = self.stack.pop()
        inner_end = max(inner_end, opened.inner_start)
        self.quotations.append(
            Quotation(
                opened.start,
                max(end, inner_end),
                opened.inner_start,
                inner_end,
                depth=len(self.stack) + 1,
                closed=closed,
                continues=opened.continues,
                name_like=closed and self._name_like(opened, inner_end),
            )
        )

    def _name_like(self, opened: _Open, inner_end: int) -> bool:
        if inner_end - opened.inner_start > 25 * MAX_NAME_WORDS:
            return False
        body = self.text[opened.inner_start : inner_end]
        if _SENTENCE_END.search(body) or len(word_offsets(body)) > MAX_NAME_WORDS:
            return False
        return not _BEFORE_SPEECH.search(self.text, max(0, opened.start - 3), opened.start)


OUTSIDE, IN_SPEECH, IN_NAME, NESTED, MARK = range(5)
QUOTE_STATES = 5


def word_states(words: Sequence[tuple[int, int]], view: QuotationView) -> list[int]:
    """The state of each word: OUTSIDE, IN_SPEECH, IN_NAME, NESTED or MARK. `words` in order."""
    events = sorted(_events(view.quotations))
    ends = [end for _, end in words]
    states: list[int] = []
    depth = names = position = 0
    while position < len(events):
        word = bisect_right(ends, events[position][0])
        states.extend([_state(depth, names, False)] * (word - len(states)))
        if word == len(words):
            break
        start, end = words[word]
        is_mark = False
        while position < len(events) and events[position][0] < end:
            _, depth_change, name_change, mark_end = events[position]
            depth += depth_change
            names += name_change
            is_mark = is_mark or start < mark_end
            position += 1
        states.append(_state(depth, names, is_mark))
    states.extend([_state(depth, names, False)] * (len(words) - len(states)))
    return states


def _events(quotations: Iterable[Quotation]) -> Iterable[tuple[int, int, int, int]]:
    """(offset, change of depth, change of name depth, end of the mark there or 0)."""
    for quotation in quotations:
        name = int(quotation.name_like and quotation.depth == 1)
        yield quotation.start, 1, name, quotation.inner_start
        yield quotation.inner_end, -1, -name, quotation.end


def _state(depth: int, names: int, is_mark: bool) -> int:
    if is_mark:
        return MARK
    if depth == 0:
        return OUTSIDE
    if names:
        return IN_NAME
    return IN_SPEECH if depth == 1 else NESTED


def unclosed_pairs(view: QuotationView) -> list[tuple[Quotation, Quotation]]:
    """Neighbouring outermost quotations of which the second carries on the first."""
    return [(a, b) for a, b in pairwise(view.outermost) if not a.closed and b.continues]
