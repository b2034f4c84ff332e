"""The scene that the sentence before sets: `Belk gave a speech on Tuesday. "No," she said.`"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.domain.occasion import OccasionKind
from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.domain.time import TimeExpression, TimeType
from onrecord.lexicon.occasions import occasion_words
from onrecord.occasions.event import Shown, shown_in
from onrecord.occasions.parties import Parties
from onrecord.occasions.reader import FrameReader
from onrecord.occasions.sentences import Sentences

_KINDS = (
    OccasionKind.INTERVIEW,
    OccasionKind.PRESS_CONFERENCE,
    OccasionKind.SPEECH,
    OccasionKind.SESSION,
    OccasionKind.STATEMENT,
)
"""Occasions at which whoever is named with them speaks."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Days and occasion, either of which may be unknown."""

    period: Period | None
    evidence: tuple[Span, ...]
    shown: Shown | None


class Scenes:
    """Finds the scenes of one document."""

    def __init__(
        self,
        text: str,
        sentences: Sentences,
        parties: Parties,
        reader: FrameReader,
        times: Sequence[TimeExpression],
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._parties = parties
        self._reader = reader
        self._times: dict[int, list[TimeExpression]] = {}
        for time in times:
            if time.type is TimeType.DATE:
                self._times.setdefault(sentences.number(time.span.start), []).append(time)

    def before(self, speaker: str, sentence: int) -> Scene | None:
        """What the sentence before one sets, if it is about the speaker."""
        number = sentence - 1
        if number < 0:
            return None
        start, end = self._sentences.bounds(number)
        if not self._parties.mentions(speaker, start, end):
            return None
        times = self._times.get(number, [])
        period = times[0].period if len(times) == 1 else None
        shown = self._occasion(start, end)
        if period is None and shown is None:
            return None
        return Scene(period, (times[0].span,) if period else (), shown)

    def _occasion(self, start: int, end: int) -> Shown | None:
        """The occasion that a sentence names, unless it is still to come."""
        words = self._text[start:end].lower().split()
        if not occasion_words().grammar.unrealised.isdisjoint(words):
            return None
        facts = self._reader.told(Span(start, end))
        events = [e for e in facts.events if e.kind in _KINDS and not e.after]
        return shown_in(events, facts.places)
