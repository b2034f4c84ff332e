"""Words for finding statements on an issue, and for telling their stance."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

_FILE = "stance.toml"


@dataclass(frozen=True, slots=True)
class StanceWords:
    """The lists of `stance.toml`, in lower case, the longest phrase first.

    `kin` are groups of words of like meaning; `irregular` gives the word a form is counted as.
    """

    stop: frozenset[str]
    endings: tuple[str, ...]
    irregular: Mapping[str, str]
    kin: tuple[tuple[str, ...], ...]
    conditions: tuple[str, ...]
    strong_conditions: frozenset[str]
    no_conditions: tuple[str, ...]
    hypotheticals: tuple[str, ...]
    question_openers: tuple[str, ...]
    asking: frozenset[str]
    others: tuple[str, ...]
    others_verbs: tuple[str, ...]
    others_nouns: tuple[str, ...]
    verdicts: frozenset[str]
    judging: frozenset[str]
    wills: tuple[str, ...]
    negations: frozenset[str]
    no_negations: tuple[str, ...]
    hedges: frozenset[str]
    declared_for: tuple[str, ...]
    declared_against: tuple[str, ...]
    side_for: frozenset[str]
    side_against: frozenset[str]


@cache
def stance_words() -> StanceWords:
    """The lists, read once."""
    text = files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8")
    table: Mapping[str, Any] = tomllib.loads(text)
    others, sides, conditions = table["others"], table["sides"], table["conditions"]
    return StanceWords(
        stop=frozenset(table["words"]["stop"]),
        endings=tuple(table["words"]["endings"]),
        irregular=MappingProxyType(dict(table["irregular"])),
        kin=tuple(tuple(group["words"]) for group in table["kin"]),
        conditions=_longest_first(conditions["openers"]),
        strong_conditions=frozenset(conditions["strong"]),
        no_conditions=_longest_first(conditions["not_in"]),
        hypotheticals=_longest_first(table["hypotheticals"]["openers"]),
        question_openers=tuple(table["questions"]["openers"]),
        asking=frozenset(table["questions"]["asking"]),
        others=_longest_first(others["who"]),
        others_verbs=_longest_first(others["verbs"]),
        others_nouns=_longest_first(others["nouns"]),
        verdicts=frozenset(others["verdicts"]),
        judging=frozenset(others["judging"]),
        wills=tuple(table["wills"]["verbs"]),
        negations=frozenset(sides["negations"]),
        no_negations=_longest_first(sides["no_negations"]),
        declared_for=_longest_first(sides["declared_for"]),
        declared_against=_longest_first(sides["declared_against"]),
        hedges=frozenset(sides["hedges"]),
        side_for=frozenset(sides["for"]),
        side_against=frozenset(sides["against"]),
    )


def _longest_first(phrases: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)))
