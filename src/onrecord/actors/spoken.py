"""Who spoke last, while the statements of a document are gone through in order.

News leaves out the name when the same person goes on speaking: "he added" is whoever spoke before,
as long as nobody else has been named in between.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.actors.cast import Cast
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, SpeakerLink

LINES_BACK = 1
"""Paragraphs before its own in which a pronoun's speaker may have spoken."""

_SETTLED = frozenset((LinkStatus.NAMED, LinkStatus.OFFICE))
_ONE = frozenset(("a", "an", "one", "another"))


class Spoken:
    """The speakers so far, by where their source stands."""

    def __init__(
        self, cast: Cast, lines: Sequence[tuple[int, int]], quotations: Sequence[tuple[int, int]]
    ) -> None:
        self._starts = [start for start, _ in lines]
        self._quotations = quotations
        self._quoted_from = [start for start, _ in quotations]
        self._said: list[tuple[int, int, int, SpeakerLink | None]] = []
        names = ((span.start, span, member) for member in cast.persons() for span in member.names)
        self._names = sorted(names, key=lambda named: named[0])
        self._name_starts = [start for start, _, _ in self._names]
        self._bearer = {span: member.key for _, span, member in self._names}
        self._key_at = {span: member.key for _, span, member in self._names}

    def note(self, links: Sequence[SpeakerLink], end: int = 0) -> None:
        """Remember the speakers of a statement; several at once are nobody in particular.

        `end` is where the statement ends: whom it names does not speak next.
        """
        mentions = [link.mention for link in links if link.mention]
        if mentions:
            only = links[0] if len(links) == 1 and _is_one_person(links[0]) else None
            entry = (mentions[0].start, mentions[-1].end, end, only)
            self._said.insert(bisect_left(self._said, entry[:1], key=lambda e: e[:1]), entry)

    def before(self, place: int) -> SpeakerLink | None:
        """The one who spoke last before an offset, near by and with nobody named since."""
        at = bisect_left(self._said, (place,), key=lambda entry: entry[:1])
        if not at:
            return None
        start, end, said, link = self._said[at - 1]
        end = max(end, said) if said <= place else end
        if link is None or self._line(place) - self._line(start) > LINES_BACK:
            return None
        others = {self._names[n][2].key for n in self._between(end, place)}
        own = {self._names[n][2].key for n in self._between(start, end)}
        if link.evidence is not None:
            own |= {self._key_at[span] for span in (link.evidence,) if span in self._key_at}
        return None if others - own else link

    def in_line(self, place: int) -> bool:
        """Whether the last speaker before an offset spoke in the same paragraph."""
        at = bisect_left(self._said, (place,), key=lambda entry: entry[:1])
        return at > 0 and self._line(place) == self._line(self._said[at - 1][0])

    def _line(self, place: int) -> int:
        return bisect_right(self._starts, place)

    def _between(self, start: int, end: int) -> list[int]:
        """The names between two offsets, those inside quotations left out."""
        low, high = bisect_left(self._name_starts, start), bisect_left(self._name_starts, end)
        return [n for n in range(low, high) if not self._is_quoted(self._names[n][1])]

    def _is_quoted(self, span: Span) -> bool:
        at = bisect_right(self._quoted_from, span.start) - 1
        return at >= 0 and span.end <= self._quotations[at][1]


def _is_one_person(link: SpeakerLink) -> bool:
    if link.status is LinkStatus.DESCRIBED:
        return (link.name or "").partition(" ")[0].lower() in _ONE
    return link.status in _SETTLED
