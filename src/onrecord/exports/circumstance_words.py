"""When, where and to whom, and why a report is dated so, in the words that people read."""

from collections.abc import Sequence
from datetime import date

from onrecord.domain.document import DateConstraint
from onrecord.domain.occasion import Occasion, OccasionKind, Party

STEP_WORDS = {
    "stated": "as stated",
    "occasion": "day of the occasion",
    "same-again": "as just before",
    "publication": "day of the report",
}
"""What decided when a statement was made."""

KIND_WORDS = {kind: kind.value.replace("_", " ") for kind in OccasionKind}


def step_words(step: str) -> str:
    """A step in words; one that has none speaks for itself."""
    return STEP_WORDS.get(step, step)


def interval(first: date, last: date) -> str:
    """The days from `first` to `last`.

    >>> interval(date(2013, 9, 8), date(2013, 9, 8)), interval(date(2013, 9, 8), date(2013, 10, 1))
    ('2013-09-08', '2013-09-08 to 2013-10-01')
    """
    return f"{first}" if first == last else f"{first} to {last}"


def limits(constraint: DateConstraint) -> str:
    """The days that a constraint leaves; empty where it says nothing of them."""
    first, last = constraint.first, constraint.last
    if first and last:
        return interval(first, last)
    if first:
        return f"{first} or later"
    return f"{last} or earlier" if last else ""


def party_name(party: Party, text: str) -> str:
    """The party's name, else the words that stand for it."""
    return party.name or " ".join(party.span.of(text).split())


def occasion_words(occasion: Occasion, counterparts: Sequence[str]) -> str:
    """What it was said at, where, and with whom.

    >>> occasion_words(Occasion("o1", OccasionKind.PRESS_CONFERENCE, ()), ["Valk", "Brandt"])
    'press conference with Valk and Brandt'
    """
    where = f" in {occasion.place.name}" if occasion.place else ""
    others = f" with {joined(counterparts)}" if counterparts else ""
    return KIND_WORDS[occasion.kind] + where + others


def joined(names: Sequence[str]) -> str:
    """The names in one phrase, each once.

    >>> joined(["Valk", "Brandt", "Merrin"])
    'Valk, Brandt and Merrin'
    """
    told = list(dict.fromkeys(names))
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
