"""Words that make two wordings say different things: negations, conditions, numbers, shifts."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.lexicon.inflection import inflected
from onrecord.lexicon.times import time_words

_FILE = "wording.toml"


@dataclass(frozen=True, slots=True)
class WordingWords:
    """The lists of `wording.toml`, in lower case; phrases are tuples of words.

    `no_negations` are phrases that negate nothing, by their first word. `conditions` tells of each
    phrase whether it is one by itself; `conditions_by_first` has them by first word, the longest
    first.

    `opposites` gives the words that say yes to each that says no, in all regular inflections.
    `numbers` are values by word, `multipliers` what a number before them is multiplied with.
    `shifts` is the one key of each word that indirect speech changes.
    """

    negations: frozenset[str]
    conditional_negations: frozenset[str]
    no_negations: Mapping[str, tuple[tuple[str, ...], ...]]
    opposites: Mapping[str, frozenset[str]]
    refusals: frozenset[str]
    prefixes: tuple[str, ...]
    conditions: Mapping[tuple[str, ...], bool]
    conditions_by_first: Mapping[str, tuple[tuple[str, ...], ...]]
    asked_after: frozenset[str]
    times_after: frozenset[str]
    numbers: Mapping[str, float]
    multipliers: Mapping[str, float]
    weak_numbers: frozenset[str]
    percent: frozenset[str]
    shifts: Mapping[str, str]
    function: frozenset[str]
    spellings: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]


@cache
def wording_words() -> WordingWords:
    """The lists, read once."""
    table = tomllib.loads(files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8"))
    negations, numbers, conditions = table["negations"], table["numbers"], table["conditions"]
    endings = table["spellings"].pop("endings")
    times = time_words()
    return WordingWords(
        negations=frozenset(negations["words"]),
        conditional_negations=frozenset(negations["with_condition"]),
        no_negations=_by_first_word(negations["phrases"]),
        opposites=_opposites(table["opposites"]),
        refusals=frozenset(form for verb in table["refusals"]["words"] for form in _forms(verb)),
        prefixes=tuple(table["prefixes"]["words"]),
        conditions=dict.fromkeys(_phrases(conditions["weak"]), False)
        | dict.fromkeys(_phrases(conditions["strong"]), True),
        conditions_by_first=_by_first_word([*conditions["weak"], *conditions["strong"]]),
        asked_after=frozenset(conditions["asked_after"]),
        times_after=frozenset(conditions["times_after"]),
        numbers={**times.cardinals, **times.ordinals, **numbers["words"]},
        multipliers={**times.multipliers, **numbers["multipliers"]},
        weak_numbers=frozenset(numbers["weak"]["words"]),
        percent=frozenset(numbers["percent"]["words"]),
        shifts={form: key for key, forms in table["shifts"].items() for form in forms},
        function=frozenset(table["function"]["words"]),
        spellings={form: key for key, forms in table["spellings"].items() for form in forms},
        endings=tuple(sorted(endings.items(), key=lambda pair: -len(pair[0]))),
    )


def _phrases(phrases: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """As words, the longest first."""
    return tuple(sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True))


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in _phrases(phrases):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


def _forms(verb: str) -> tuple[str, ...]:
    doubled = (verb + verb[-1] + "ed", verb + verb[-1] + "ing") if verb[-1] in "tnp" else ()
    return (*inflected(verb), *doubled)


def _opposites(table: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """What says yes, by each form of what says no."""
    found: dict[str, set[str]] = {}
    for yes, refusals in table.items():
        for no in refusals:
            for form in _forms(no):
                found.setdefault(form, set()).update(_forms(yes))
    return {no: frozenset(yes) for no, yes in found.items()}
