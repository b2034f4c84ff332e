"""What comes again: `daily`, `every two weeks`, `each Monday`, `twice a week`."""

from onrecord.lexicon.times import time_words
from onrecord.times.forms import Calendar, Daypart, Length, Repeated, Season, Unit
from onrecord.times.grammar.lengths import iso_length
from onrecord.times.grammar.measures import measure, unit_of
from onrecord.times.grammar.numbers import cardinal
from onrecord.times.grammar.parse import Doubt, Parse, longest
from onrecord.times.grammar.tokens import Tokens


def repeated(tokens: Tokens, index: int) -> Parse | None:
    """The longest set that starts at a token."""
    return longest(
        _adverb(tokens, index),
        _every(tokens, index),
        _times_a(tokens, index),
        _plural_days(tokens, index),
    )


def _adverb(tokens: Tokens, index: int) -> Parse | None:
    """`daily`, `annually`; `annual` where it is meant."""
    words = time_words()
    found = tokens.wording(index, words.repeated_adverbs)
    if found is not None:
        return Parse(found[0], Repeated(iso_length(found[1])))
    value = words.repeated_adjectives.get(tokens.word(index))
    if value is None:
        return None
    return Parse(index + 1, Repeated(iso_length(value)), doubt=Doubt.RATE)


def _every(tokens: Tokens, index: int) -> Parse | None:
    """`every day`, `every other week`, `every three months`, `each Monday`."""
    quantifier = time_words().quantifiers.get(tokens.word(index))
    other = tokens.says(index + 1, "other")
    at = index + 1 + other
    if quantifier is None or not tokens.spaced(at):
        return None
    unit = unit_of(tokens.word(at))
    found = measure(tokens, at)
    if unit is not None:
        whole = Length(((float(unit[0] * (2 if other else 1)), unit[1]),))
        every = Calendar(weekend=True) if unit[1] is Unit.WEEKEND else whole
        return Parse(at + 1, Repeated(every, None, quantifier))
    if found is not None:
        return Parse(found.end, Repeated(Length(found.parts), None, quantifier))
    named = _named(tokens, at)
    return None if named is None else Parse(named[0], Repeated(named[1], None, quantifier))


def _named(tokens: Tokens, at: int) -> tuple[int, Calendar] | None:
    """`Monday`, `Monday morning`, `July`, `summer`, `morning`, `Christmas`: what is repeated."""
    words, word = time_words(), tokens.word(at)
    if word in words.weekdays and tokens.capital(at):
        part = words.dayparts.get(tokens.word(at + 1)) if tokens.spaced(at + 1) else None
        form = Calendar(weekday=words.weekdays[word], daypart=Daypart(part) if part else None)
        return at + 1 + (part is not None), form
    if word in words.months and tokens.capital(at):
        return _month(tokens, at, words.months[word])
    if word in words.seasons:
        return at + 1, Calendar(season=Season(words.seasons[word]))
    if word in words.dayparts:
        return at + 1, Calendar(daypart=Daypart(words.dayparts[word]))
    feast = tokens.wording(at, words.feast_names)
    return None if feast is None else (feast[0], Calendar(feast=feast[1]))


def _month(tokens: Tokens, at: int, month: int) -> tuple[int, Calendar]:
    """`July`, `July 4`."""
    day = cardinal(tokens, at + 1) if tokens.spaced(at + 1) else None
    if day is None or day.value is None or not 1 <= day.value <= 31:
        return at + 1, Calendar(month=month)
    return day.end, Calendar(month=month, day=int(day.value))


def _times_a(tokens: Tokens, index: int) -> Parse | None:
    """`twice a week`, `three times a day`, `once every four years`."""
    frequency = _frequency(tokens, index)
    if frequency is None:
        return None
    at, number = frequency
    if tokens.word(at) not in time_words().rates or not tokens.spaced(at):
        return None
    every = _every(tokens, at)
    if every is not None and isinstance(every.form, Repeated):
        return Parse(every.end, Repeated(every.form.every, number, every.form.quantifier))
    unit = unit_of(tokens.word(at + 1))
    if unit is None or not tokens.spaced(at + 1):
        return None
    return Parse(at + 2, Repeated(Length(((float(unit[0]), unit[1]),)), number))


def _frequency(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """`once`, `twice`, `three times`."""
    number = time_words().times.get(tokens.word(index))
    if number is not None:
        return index + 1, number
    counted = cardinal(tokens, index)
    if counted is None or not counted.value or not tokens.says(counted.end, "times"):
        return None
    return counted.end + 1, int(counted.value)


def _plural_days(tokens: Tokens, index: int) -> Parse | None:
    """`Mondays`, `Tuesday nights`."""
    words, word = time_words(), tokens.word(index)
    day = words.weekdays.get(word.removesuffix("s"))
    if day is None or not tokens.capital(index):
        return None
    if word in words.weekdays:
        part = words.plural_dayparts.get(tokens.word(index + 1))
        if part is None or not tokens.spaced(index + 1):
            return None
        return Parse(index + 2, Repeated(Calendar(weekday=day, daypart=Daypart(part))))
    if word.removesuffix("s") in words.weekday_abbreviations:
        return None
    return Parse(index + 1, Repeated(Calendar(weekday=day)))
