"""Whose words a quotation gives, and which turns are theirs."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import cached_property

import numpy as np

from onrecord.domain.actor import ActorKind
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.statement import LinkStatus
from onrecord.domain.transcript import Transcript
from onrecord.positions.transcripts.index import Flags, Integers, SentenceIndex
from onrecord.positions.transcripts.respelled import may_be_one

SameName = Callable[[str, str], bool]
"""Whether two names may be one person's."""

ANOTHER_CALENDAR = timedelta(days=1)
"""An evening in one place is the next day in another."""

ECHO = timedelta(days=6)
"""A report is written within so many days of what it reports, where it does not say the day."""

WIDEST = 45
"""Days; a longer period tells hardly more than that the day is unknown."""

_PERSONS = frozenset({LinkStatus.NAMED, LinkStatus.OFFICE})
_NO_DAY = -1
_LATEST = 10**7


def names_of(quotation: ReportedStatement) -> tuple[str, ...]:
    """The persons whose words it gives; none where that is unknown, or no person."""
    return tuple(
        speaker.name
        for speaker in quotation.speakers
        if speaker.status in _PERSONS
        and speaker.kind in (None, ActorKind.PERSON)
        and speaker.name[:1].isupper()
    )


def days_of(quotation: ReportedStatement) -> Period | None:
    """The days on which it may have been said; None where no month even is known.

    Where the day of publication stands for it, that day and those before it.
    """
    said, published = quotation.statement.said, quotation.published
    stated = said is not None and said.step != "publication"
    known = said.period if said is not None and stated else published
    if known is None or known.days > WIDEST:
        return None
    earlier = ANOTHER_CALENDAR if stated else ECHO
    return Period(known.first - earlier, known.last + ANOTHER_CALENDAR)


def latest_of(quotation: ReportedStatement) -> int:
    """The last day, as an ordinal, on which it can have been said: that of its report."""
    if quotation.published is None:
        return _LATEST
    return (quotation.published.last + ANOTHER_CALENDAR).toordinal()


class Voices:
    """The sentences of an index by who says them and when."""

    def __init__(self, index: SentenceIndex, same_name: SameName) -> None:
        self.index = index
        self._same_name = same_name
        self._own: dict[tuple[str, ...], Flags] = {}

    def own(self, names: tuple[str, ...]) -> Flags:
        """The sentences of these persons; with no name, those of anybody who is named."""
        if names not in self._own:
            own = [*(self._is_one_of(speaker, names) for speaker in self._names), False]
            self._own[names] = np.array(own, np.bool_)
        flags: Flags = self._own[names][self._speakers]
        return flags

    def _is_one_of(self, speaker: str, names: tuple[str, ...]) -> bool:
        return not names or any(
            self._same_name(speaker, name) or may_be_one(speaker, name) for name in names
        )

    def until(self, latest: int) -> Flags:
        """The sentences that were spoken by that day, or on no day that is known."""
        flags: Flags = self._first <= latest
        return flags

    def within(self, days: Period) -> Flags:
        """The sentences that may have been spoken on these days."""
        first, last = days.first.toordinal(), days.last.toordinal()
        flags: Flags = (self._first <= last) & (self._last >= first) & (self._first != _NO_DAY)
        return flags

    def transcripts(self, flags: Flags) -> tuple[Transcript, ...]:
        """The transcripts that have such a sentence."""
        numbers = np.unique(self.index.transcript_of[flags])
        return tuple(self.index.transcripts[number] for number in numbers)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """Every speaker once."""
        transcripts = self.index.transcripts
        return tuple(dict.fromkeys(name for one in transcripts for name in one.speakers))

    @cached_property
    def _speakers(self) -> Integers:
        """The place of each sentence's speaker in `_names`; one beyond for nobody."""
        places: dict[str | None, int] = {name: place for place, name in enumerate(self._names)}
        turns = (self.index.transcripts[s.transcript].turns[s.turn] for s in self.index.sentences)
        found = (places.get(turn.speaker, len(self._names)) for turn in turns)
        return np.fromiter(found, np.int64, len(self.index.sentences))

    @cached_property
    def _first(self) -> Integers:
        return self._per_sentence(
            transcript.day.first.toordinal() if transcript.day else _NO_DAY
            for transcript in self.index.transcripts
        )

    @cached_property
    def _last(self) -> Integers:
        return self._per_sentence(
            transcript.day.last.toordinal() if transcript.day else _NO_DAY
            for transcript in self.index.transcripts
        )

    def _per_sentence(self, days: Iterable[int]) -> Integers:
        by_transcript = np.fromiter(days, np.int64)
        found: Integers = by_transcript[self.index.transcript_of]
        return found
