"""Words that give an expression of time away, so that the grammar is tried only near them."""

from collections.abc import Iterable
from functools import cache

from onrecord.lexicon.times import time_words
from onrecord.times.grammar.tokens import Tokens

_FIGURES = frozenset("0123456789")
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_OTHER_TRIGGERS = (
    "tonight", "overnight", "midday", "am", "pm", "m", "o'clock", "o’clock", "q", "h", "half",
    "hundred", "thousand", "nineteen", "twenty", "seventeen", "eighteen", "period",
)  # fmt: skip
_OTHER_LEADERS = (
    "the", "these", "those", "its", "in", "on", "of", "and", "or", "to", "a", "p", "comparable",
    "corresponding", "calendar", "fiscal", "times", "half",
)  # fmt: skip


def telling_tokens(tokens: Tokens) -> list[int]:
    """The tokens that may give an expression away."""
    triggers = _triggers()
    return [
        index
        for index, word in enumerate(tokens.words)
        if word in triggers or (word[0] in _FIGURES and _is_date_in_figures(word))
    ]


def may_lead(word: str) -> bool:
    """Whether a word may stand in an expression before the one that gives it away."""
    return word in _leaders() or word[0] in _FIGURES


def _is_date_in_figures(word: str) -> bool:
    """Whether figures may be a year, a date, a decade or a time: `1998`, `9:30`, `80s`, `5th`."""
    if len(word) == 4 and word.isdigit():
        return True
    if word[-2:] in _ORDINAL_ENDINGS:
        return True
    marks = word.count("-") + word.count("/") + word.count(".")
    return ":" in word or word[-1] == "s" or marks == 2


@cache
def _triggers() -> frozenset[str]:
    """Words of which one stands in every expression but those in figures."""
    words = time_words()
    named = (words.days, words.feast_names, words.references, words.lengths, words.repeated_adverbs)
    lists: tuple[Iterable[str], ...] = (
        words.months,
        words.weekdays,
        (f"{day}s" for day in words.weekdays),
        words.seasons,
        words.units,
        words.unit_multiples,
        words.dayparts,
        words.plural_dayparts,
        words.clock,
        words.zones,
        words.decades,
        words.repeated_adjectives,
        *(table.lasts for table in named),
        _OTHER_TRIGGERS,
    )
    return frozenset(word for each in lists for word in each)


@cache
def _leaders() -> frozenset[str]:
    words = time_words()
    phrases = (
        words.vague_amounts,
        words.exact_amounts,
        words.approximate_before,
        words.feast_names,
        words.references,
        words.days,
        words.lengths,
    )
    lists: tuple[Iterable[str], ...] = (
        *(table.words for table in phrases),
        words.cardinals,
        words.multipliers,
        words.ordinals,
        words.qualities,
        words.parts_before,
        words.parts_of,
        words.relative,
        words.relative_in_text,
        words.quantifiers,
        words.times,
        words.rates,
        words.months,
        words.weekdays,
        words.units,
        _OTHER_LEADERS,
    )
    return frozenset(word for each in lists for word in each)
