"""Numbers, percentages and dates that one wording has otherwise than the other."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.domain.span import Span
from onrecord.domain.wording import Change, ChangeKind
from onrecord.lexicon.times import time_words
from onrecord.lexicon.wording import wording_words
from onrecord.positions.wording.sides import Side, Sides
from onrecord.positions.wording.tokens import Token

NEAR = 2
"""Words with content on either side by which a number's place is known."""

LONGEST_OMISSION = 6
"""Words; in a longer stretch that was left out, the number went with what it counted."""

LAST_DAY = 31

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")
_SUFFIXED = re.compile(r"(\d+(?:\.\d+)?)(m|mn|bn|k)$")
_CLOCK = re.compile(r"\d+:\d+")


@dataclass(frozen=True, slots=True)
class Number:
    """The words from `first` to `last`; `value` is the same for all ways to write it.

    `weak` is one that may be no number: "one", "first".
    """

    first: int
    last: int
    value: str
    weak: bool = False


def number_changes(sides: Sides) -> Iterator[Change]:
    """Numbers changed, dropped, added."""
    left, right = numbers_of(sides.left.tokens), numbers_of(sides.right.tokens)
    left, right = _unmatched(left, right), _unmatched(right, left)
    for number in left:
        instead = _instead(sides, number, right)
        if instead is not None:
            right.remove(instead)
            spans = _span(sides.left, number), _span(sides.right, instead)
            yield Change(ChangeKind.NUMBER_CHANGED, *spans)
        elif not number.weak and _missed(sides.left, number):
            yield Change(ChangeKind.NUMBER_DROPPED, left=_span(sides.left, number))
    for number in right:
        if not number.weak and _missed(sides.right, number):
            yield Change(ChangeKind.NUMBER_ADDED, right=_span(sides.right, number))


def numbers_of(tokens: tuple[Token, ...]) -> list[Number]:
    """The numbers of a text in order.

    >>> from onrecord.positions.wording.tokens import tokens_of
    >>> text = "Some twenty-five thousand, 25,000, 5 percent, May 5th, the 1.5 million"
    >>> [number.value for number in numbers_of(tokens_of(text))]
    ['25000', '25000', '5%', '5 may', '1500000']
    """
    found: list[Number] = []
    index = 0
    while index < len(tokens):
        number = _number_at(tokens, index) or _day_at(tokens, index)
        if number is None:
            index += 1
        else:
            found.append(_with_unit(tokens, number))
            index = found[-1].last + 1
    return found


def _number_at(tokens: tuple[Token, ...], first: int) -> Number | None:
    value = _value(tokens[first].key)
    if value is None:
        return None
    weak = tokens[first].key in wording_words().weak_numbers
    last = first
    total, part = 0.0, value
    while last + 1 < len(tokens) and (after := _continued(tokens, last + 1, part)) is not None:
        last, total, part = after[0], total + after[1], after[2]
    unit = "%" if tokens[last].key.endswith("%") else ""
    return Number(first, last, _plain(total + part) + unit, weak and last == first)


def _plain(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:.4f}".rstrip("0")


def _continued(
    tokens: tuple[Token, ...], index: int, part: float
) -> tuple[int, float, float] | None:
    """(last word, what is complete, what may still be multiplied) after one word more."""
    words, token = wording_words(), tokens[index]
    if token.sentence != tokens[index - 1].sentence or token.clause != tokens[index - 1].clause:
        return None
    if token.key in words.multipliers:
        return index, 0.0, part * words.multipliers[token.key]
    value = words.numbers.get(token.key)
    if value is not None and _in_words(tokens[index - 1]) and value < _room(part):
        return index, 0.0, part + value
    spoken_and = token.key == "and" and index + 1 < len(tokens) and part % 100 == 0
    if spoken_and and _in_words(tokens[index - 1]):
        following = words.numbers.get(tokens[index + 1].key)
        if following is not None and following < _room(part):
            return index + 1, 0.0, part + following
    return None


def _room(part: float) -> float:
    """What may be added to a number in words: less than ten to twenty, than hundred to hundred."""
    if part >= 1000:
        return 1000 if part % 1000 == 0 else 0
    return 100 if part and part % 100 == 0 else 10 if part >= 20 and part % 10 == 0 else 0


def _in_words(token: Token) -> bool:
    return token.key.isalpha()


def _value(key: str) -> float | None:
    """What one word stands for as the beginning of a number."""
    words = wording_words()
    if key[:1].isdigit():
        key = key.removesuffix("%")
        for pattern in (_ORDINAL, _SUFFIXED):
            if found := pattern.fullmatch(key):
                unit = words.multipliers[found[2]] if pattern is _SUFFIXED else 1
                return float(found[1]) * unit
        return float(key) if _DIGITS.fullmatch(key) else _clock(key)
    if key in words.numbers:
        return float(words.numbers[key])
    return words.multipliers.get(key) if key in {"hundred", "thousand", "million"} else None


def _clock(key: str) -> float | None:
    if not _CLOCK.fullmatch(key):
        return None
    hour, minute = key.split(":")
    return float(hour) + float(minute) / 100


def _with_unit(tokens: tuple[Token, ...], number: Number) -> Number:
    """With the percent sign's word or the month that belong to it."""
    after = number.last + 1
    if after < len(tokens) and tokens[after].key in wording_words().percent:
        return Number(number.first, after, f"{number.value}%")
    if after + 1 < len(tokens) and (tokens[after].key, tokens[after + 1].key) == ("per", "cent"):
        return Number(number.first, after + 1, f"{number.value}%")
    months = time_words().months
    before = number.first - 1
    for place in (after, before):
        if 0 <= place < len(tokens) and tokens[place].capital and tokens[place].key in months:
            if not number.value.isdigit() or int(number.value) > LAST_DAY:
                return number
            span = min(place, number.first), max(place, number.last)
            return Number(*span, f"{number.value} {_month(tokens[place].key)}")
    return number


def _day_at(tokens: tuple[Token, ...], index: int) -> Number | None:
    """A weekday, or a month without a day."""
    token, words = tokens[index], time_words()
    if not token.capital or token.opens:
        return None
    if token.key in words.weekdays:
        return Number(index, index, f"weekday {words.weekdays[token.key]}")
    if token.key in words.months and not _dated(tokens, index + 1):
        return Number(index, index, _month(token.key))
    return None


def _dated(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a day of the month stands there, which takes in the month before it."""
    number = _number_at(tokens, index) if index < len(tokens) else None
    return number is not None and number.value.isdigit() and int(number.value) <= LAST_DAY


def _month(key: str) -> str:
    months = time_words().months
    return next(name for name, number in months.items() if number == months[key])


def _unmatched(numbers: list[Number], others: list[Number]) -> list[Number]:
    """Those that the other text has fewer times."""
    free = Counter(number.value for number in others)
    kept = []
    for number in numbers:
        if free[number.value]:
            free[number.value] -= 1
        else:
            kept.append(number)
    return kept


def _instead(sides: Sides, number: Number, others: list[Number]) -> Number | None:
    """The number that stands where this one stood."""
    gap = sides.left.gap(number.first, len(sides.right.tokens))
    return next((one for one in others if one.last in gap or one.first in gap), None)


def _missed(side: Side, number: Number) -> bool:
    """Whether what the number counted is kept."""
    after = side.content_after(number.last, 1)
    if after and side.kept(after[0]):
        return True
    beside = (*after, *side.content_before(number.first, NEAR))
    return len(side.run(number.first)) <= LONGEST_OMISSION and any(map(side.kept, beside))


def _span(side: Side, number: Number) -> Span:
    return side.span(number.first, number.last)
