"""Numbers in figures and in words."""

import re
from typing import NamedTuple

from onrecord.lexicon.times import time_words
from onrecord.times.grammar.tokens import Tokens, once

_FIGURES = re.compile(r"\d{1,6}(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_BROKEN = {("1", "2"): 0.5, ("1", "4"): 0.25, ("3", "4"): 0.75}
_TENS = range(20, 100, 10)


class Number(NamedTuple):
    """A number that ends before the token `end`; a value of None is not said (`several`)."""

    end: int
    value: float | None


@once
def ordinal(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The end and the value of `5th`, `fifth`, `twenty-first`, `last` (-1)."""
    words = time_words()
    word = tokens.word(index)
    figures = _ORDINAL.fullmatch(word)
    if figures:
        return index + 1, int(figures[1])
    if word in words.ordinals:
        return index + 1, words.ordinals[word]
    tens, unit = words.cardinals.get(word, 0), words.ordinals.get(tokens.word(index + 1), 0)
    if tens in _TENS and 0 < unit < 10 and tokens.joined(index + 1):
        return index + 2, tens + unit
    return None


def amount(tokens: Tokens, index: int) -> Number | None:
    """`12`, `a`, `several`, `a couple of`, `two or three`, `12 to 18`."""
    first = cardinal(tokens, index)
    if first is not None:
        return _or_another(tokens, first)
    words = time_words()
    vague = tokens.wording(index, words.vague_amounts)
    exact = tokens.wording(index, words.exact_amounts)
    if vague is not None and (exact is None or vague[0] > exact[0]):
        return Number(vague[0], None)
    return None if exact is None else Number(*exact)


def _or_another(tokens: Tokens, first: Number) -> Number:
    """Of two numbers the value is not said: `three to five`."""
    at = first.end
    if tokens.says(at, "and", "a", "half"):
        return Number(at + 3, (first.value or 0) + 0.5)
    linked = tokens.word(at) in ("or", "to") and tokens.joined(at)
    second = cardinal(tokens, at + 1 if linked else at)
    if second is None or not (tokens.spaced(at + 1) if linked else tokens.hyphened(at)):
        return first
    return Number(second.end, None)


def cardinal(tokens: Tokens, index: int) -> Number | None:
    """A whole or broken number: `12`, `2,000`, `2 1/2`, `twenty-four`, `a hundred`."""
    word = tokens.word(index)
    if _FIGURES.fullmatch(word):
        return _with_fraction(tokens, index + 1, float(word))
    if _GROUPED.fullmatch(word):
        return Number(index + 1, float(word.replace(",", "")))
    if word in _FRACTIONS:
        return Number(index + 1, _FRACTIONS[word])
    return _in_words(tokens, index)


def _with_fraction(tokens: Tokens, index: int, value: float) -> Number:
    if tokens.word(index) in _FRACTIONS and tokens.spaced(index):
        return Number(index + 1, value + _FRACTIONS[tokens.word(index)])
    broken = _BROKEN.get((tokens.word(index), tokens.word(index + 1)))
    if broken and tokens.joined(index) and tokens.gap(index + 1) == "/":
        return Number(index + 2, value + broken)
    return Number(index, value)


def _in_words(tokens: Tokens, index: int) -> Number | None:
    words = time_words()
    total, start = 0.0, index
    if tokens.word(index) == "a" and tokens.word(index + 1) in words.multipliers:
        total, index = words.multipliers[tokens.word(index + 1)], index + 2
    while index == start or tokens.joined(index):
        word = tokens.word(index)
        if word in words.cardinals and _adds(total, words.cardinals[word], started=index > start):
            total += words.cardinals[word]
        elif word in words.multipliers and total:
            total *= words.multipliers[word]
        elif not (
            word == "and"
            and tokens.word(index - 1) in words.multipliers
            and tokens.word(index + 1) in words.cardinals
        ):
            break
        index += 1
    return Number(index, total) if index > start else None


def _adds(total: float, value: int, *, started: bool) -> bool:
    """Whether a word's value joins the number so far: `twenty` and `four`, not `ten` and `four`."""
    if not started or (total >= 100 and total % 100 == 0):
        return True
    return total % 100 in _TENS and 0 < value < 10


def year_in_words(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """`nineteen ninety-seven`, `two thousand and two`, `seventeen hundred thirty-three`."""
    words = time_words()
    first = words.cardinals.get(tokens.word(index), 0)
    if 11 <= first <= 20 and tokens.joined(index + 1):
        at = index + 2 if tokens.word(index + 1) == "hundred" else index + 1
        rest = _in_words(tokens, at)
        if rest is not None and rest.value is not None and 10 <= rest.value < 100:
            return rest.end, first * 100 + int(rest.value)
    if first == 2 and tokens.word(index + 1) == "thousand":
        whole = _in_words(tokens, index)
        if whole is not None and whole.value is not None and 2000 <= whole.value < 2100:
            return whole.end, int(whole.value)
    return None
