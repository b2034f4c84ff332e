"""Amounts of units: `three months`, `2 1/2 years`, `a year and a half`."""

from functools import cache
from typing import NamedTuple

from onrecord.lexicon.times import time_words
from onrecord.times.forms import Unit
from onrecord.times.grammar.numbers import amount
from onrecord.times.grammar.tokens import Tokens, once

MAX_QUALITIES = 3
_PARTS = {
    Unit.YEAR: (12, Unit.MONTH),
    Unit.MONTH: (30, Unit.DAY),
    Unit.WEEK: (7, Unit.DAY),
    Unit.DAY: (24, Unit.HOUR),
    Unit.HOUR: (60, Unit.MINUTE),
    Unit.MINUTE: (60, Unit.SECOND),
}
"""What half a unit is counted in."""
_JOINED = (Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)
"""Units in which one measure follows another: `two hours and ten minutes`."""

Parts = tuple[tuple[float | None, Unit], ...]


class Measure(NamedTuple):
    """An amount of units that ends before the token `end`; `unit_at` is the token of the unit."""

    end: int
    parts: Parts
    unit_at: int


@cache
def _units() -> dict[str, tuple[int, Unit]]:
    words = time_words()
    return {word: (1, Unit(unit)) for word, unit in words.units.items()} | {
        word: (times, Unit(unit)) for word, (times, unit) in words.unit_multiples.items()
    }


def unit_of(word: str) -> tuple[int, Unit] | None:
    """How many of which unit the word names: (1, DAY) for `days`, (2, WEEK) for `fortnight`."""
    return _units().get(word)


def plural(word: str) -> bool:
    """Whether the word names more than one unit."""
    return word.endswith(("s", "millennia")) and unit_of(word) is not None


def past_qualities(tokens: Tokens, index: int) -> int:
    """The token after the adjectives that stand there: `two [full] weeks`."""
    qualities = time_words().qualities
    for _ in range(MAX_QUALITIES):
        if tokens.word(index) not in qualities or not tokens.joined(index):
            break
        index += 1
    return index


@once
def measure(tokens: Tokens, index: int) -> Measure | None:
    """The measure that starts at a token, with what is added to it by `and`."""
    first = _single(tokens, index)
    if first is None:
        return None
    unit = first.parts[-1][1]
    if tokens.says(first.end, "and", "a", "half") and tokens.spaced(first.end):
        return Measure(
            first.end + 3, _whole_parts((first.parts[0][0] or 0) + 0.5, unit), first.unit_at
        )
    at = first.end + (tokens.word(first.end) == "and")
    rest = measure(tokens, at) if tokens.follows(first.end, ",") else None
    if rest is None or unit not in _JOINED or not _finer(rest.parts[0][1], unit):
        return first
    return Measure(rest.end, first.parts + rest.parts, first.unit_at)


def _finer(unit: Unit, than: Unit) -> bool:
    return unit in _JOINED and _JOINED.index(unit) < _JOINED.index(than)


def _single(tokens: Tokens, index: int) -> Measure | None:
    number = amount(tokens, index)
    if number is None:
        return None
    at = past_qualities(tokens, number.end)
    if at == number.end and tokens.says(at, "of") and number.value is None:
        at += 1
    unit = unit_of(tokens.word(at))
    if unit is None or not tokens.joined(at):
        return None
    times, name = unit
    value = None if number.value is None else number.value * times
    return Measure(at + 1, _whole_parts(value, name), at)


def _whole_parts(value: float | None, unit: Unit) -> Parts:
    """The value in whole units where a broken one has smaller units: 2.5 years, P2Y6M."""
    if value is None or value == int(value) or unit not in _PARTS:
        return ((value, unit),)
    times, smaller = _PARTS[unit]
    rest = round((value - int(value)) * times)
    return (
        ((float(int(value)), unit), (float(rest), smaller))
        if value > 1
        else ((float(rest), smaller),)
    )


@once
def one_unit(tokens: Tokens, index: int) -> Measure | None:
    """`the week`, `the day` as a measure: of `the week before last`."""
    unit = unit_of(tokens.word(index + 1)) if tokens.says(index, "the") else None
    if unit is None or not tokens.spaced(index + 1) or plural(tokens.word(index + 1)):
        return None
    return Measure(index + 2, ((float(unit[0]), unit[1]),), index + 1)
