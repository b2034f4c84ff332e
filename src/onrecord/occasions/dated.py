"""The day of an occasion that the report dates elsewhere: `talks last week … at the talks`."""

from collections.abc import Sequence
from functools import cache

from onrecord.domain.occasion import OccasionKind
from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.domain.time import TimeExpression, TimeType
from onrecord.lexicon.occasions import occasion_words
from onrecord.occasions.facts import Event
from onrecord.occasions.sentences import Sentences
from onrecord.occasions.tokens import Phrases, tokens_of

BACK = 2
"""Sentences before its own in which an occasion is looked for."""

_KINDS = (OccasionKind.TALKS, OccasionKind.SESSION, OccasionKind.CALL)
"""Occasions that are news themselves and dated as such; an interview's day stands with it."""


class DatedEvents:
    """Looks for the sentence that dates an occasion."""

    def __init__(
        self,
        text: str,
        sentences: Sentences,
        times: Sequence[TimeExpression],
        published: Period | None,
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._times: dict[int, list[TimeExpression]] = {}
        for time in times:
            if time.period is None or time.type is not TimeType.DATE:
                continue
            if published is None or time.period.first <= published.last:
                self._times.setdefault(sentences.number(time.span.start), []).append(time)

    def day_of(self, event: Event) -> tuple[Period, tuple[Span, ...]] | None:
        """The days of the occasion and the words that say so, if one of the last sentences does.

        It must name the same kind of thing by the same noun, with one date only.
        """
        if event.kind not in _KINDS:
            return None
        noun = event.span.of(self._text).lower()
        own = self._sentences.number(event.span.start)
        for number in range(own - 1, max(-1, own - 1 - BACK), -1):
            times = self._times.get(number, [])
            place = self._named_in(noun, number)
            if place is None:
                continue
            if len(times) != 1 or times[0].period is None:
                return None
            return times[0].period, (times[0].span, place)
        return None

    def _named_in(self, noun: str, number: int) -> Span | None:
        start, end = self._sentences.bounds(number)
        if noun not in self._text[start:end].lower():
            return None
        tokens = tokens_of(self._text, start, end)
        for place, count, _ in _events().scan(tokens):
            span = Span(tokens[place].start, tokens[place + count - 1].end)
            if span.of(self._text).lower() == noun:
                return span
        return None


@cache
def _events() -> Phrases:
    return Phrases(occasion_words().nouns)
