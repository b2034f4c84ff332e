"""Which words each kind of expression may begin with, so that the others need not be tried."""

from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.times import Wordings, time_words

FIGURES = "0"
"""Stands for every word that begins with a figure, in the sets of openings."""
_FRACTIONS = frozenset("½¼¾")


@dataclass(frozen=True, slots=True)
class Openings:
    """First words, in lower case, by the kind of expression that they may begin."""

    day: frozenset[str]
    stretch: frozenset[str]
    relative: frozenset[str]
    amount: frozenset[str]
    shift: frozenset[str]
    clock: frozenset[str]
    daypart: frozenset[str]
    length: frozenset[str]
    repeated: frozenset[str]
    reference: frozenset[str]
    approximate: frozenset[str]
    part: frozenset[str]


def opening(word: str) -> str:
    """The word as the sets of openings have it."""
    return FIGURES if word[:1].isdigit() else word


@cache
def openings() -> Openings:
    """The sets, made once of the lists of `lexicon/times.toml`."""
    words = time_words()
    units = frozenset((*words.units, *words.unit_multiples))
    which = frozenset((*words.relative, *words.relative_in_text))
    ordinals = frozenset((*words.ordinals, *words.cardinals, FIGURES))
    plural_days = frozenset(f"{day}s" for day in words.weekdays)
    amount = (
        _firsts(words.vague_amounts, words.exact_amounts)
        | frozenset((*words.cardinals, *words.multipliers, FIGURES))
        | _FRACTIONS
    )
    the = frozenset({"the"})
    return Openings(
        day=frozenset((*words.months, *words.weekdays)) | ordinals | the,
        stretch=ordinals
        | the
        | units
        | _firsts(words.feast_names)
        | frozenset(
            (*words.decades, *words.seasons, "fiscal", "calendar", "financial", "fy", "q", "h")
        ),
        relative=which | _firsts(words.days) | the | {"tonight", "overnight"},
        amount=amount | the,
        shift=amount | the | units | {"that", "comparable", "corresponding", "similar", "same"},
        clock=frozenset((*words.clock, *words.cardinals, FIGURES, "midday")),
        daypart=frozenset(words.dayparts) | the,
        length=amount
        | the
        | units
        | which
        | _firsts(words.lengths)
        | {"these", "those", "first", "final", "recent", "early", "latest"},
        repeated=_firsts(words.repeated_adverbs)
        | plural_days
        | frozenset((*words.repeated_adjectives, *words.quantifiers, *words.times))
        | frozenset((*words.weekdays, *words.cardinals, FIGURES)),
        reference=_firsts(words.references),
        approximate=_firsts(words.approximate_before),
        part=frozenset((*words.parts_before, *words.parts_of, "the", "this", "its")),
    )


def _firsts(
    *tables: Wordings[None] | Wordings[int] | Wordings[float] | Wordings[str],
) -> frozenset[str]:
    return frozenset(word for table in tables for word in table.firsts)
