"""The words of time: months, units, amounts, named days, and which word means which."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

_FILE = "times.toml"
_NONE: list[Any] = []
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Feast:
    """A day with a name, by the one rule that is given.

    `date` is (month, day); `weekday` (month, ISO weekday, which of them: -1 the last), `after` the
    days after it; `easter` and `orthodox_easter` the days from Easter Sunday; `election` is the
    Tuesday after the first Monday of November.
    """

    date: tuple[int, int] | None = None
    weekday: tuple[int, int, int] | None = None
    after: int = 0
    easter: int | None = None
    orthodox_easter: int | None = None
    election: int | None = None
    country: str | None = None


class Wordings(Generic[Value]):
    """Phrases with a value each, found by their first word; the longest comes first."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in phrases:
            words = tuple(phrase.replace("-", " ").split())
            self._by_first.setdefault(words[0], []).append((words, value))
        for same in self._by_first.values():
            same.sort(key=lambda wording: -len(wording[0]))

    def starting(self, word: str) -> list[tuple[tuple[str, ...], Value]]:
        """The phrases whose first word it is, as their words and their value."""
        return self._by_first.get(word, _NONE)

    @property
    def firsts(self) -> frozenset[str]:
        """The first word of every phrase."""
        return frozenset(self._by_first)

    @property
    def lasts(self) -> frozenset[str]:
        """The last word of every phrase."""
        return frozenset(words[-1] for same in self._by_first.values() for words, _ in same)

    @property
    def words(self) -> frozenset[str]:
        """Every word of every phrase."""
        return frozenset(
            word for same in self._by_first.values() for words, _ in same for word in words
        )


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The lists of `times.toml`, in lower case. Units, seasons and dayparts are by their codes."""

    months: Mapping[str, int]
    month_abbreviations: frozenset[str]
    weekdays: Mapping[str, int]
    weekday_abbreviations: frozenset[str]
    seasons: Mapping[str, str]
    dayparts: Mapping[str, str]
    plural_dayparts: Mapping[str, str]
    clock: Mapping[str, int]
    zones: frozenset[str]
    zone_names: frozenset[str]
    units: Mapping[str, str]
    unit_multiples: Mapping[str, tuple[int, str]]
    cardinals: Mapping[str, int]
    multipliers: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    vague_amounts: Wordings[None]
    exact_amounts: Wordings[float]
    qualities: frozenset[str]
    lengths: Wordings[str]
    lasting: frozenset[str]
    approximate_before: Wordings[str]
    approximate_after: Wordings[str]
    parts_before: Mapping[str, str]
    parts_of: Mapping[str, str]
    relative: Mapping[str, str]
    relative_in_text: Mapping[str, str]
    days: Wordings[int]
    references: Wordings[str]
    weak_references: frozenset[str]
    before_dates: frozenset[str]
    before_fall: frozenset[str]
    before_days: frozenset[str]
    after_days: frozenset[str]
    before_clock: frozenset[str]
    before_dayparts: frozenset[str]
    before_halves: frozenset[str]
    before_units: frozenset[str]
    before_soon: frozenset[str]
    after_clauses: frozenset[str]
    small_units: frozenset[str]
    range_words: frozenset[str]
    verb_months: frozenset[str]
    first_names: frozenset[str]
    papers: frozenset[str]
    papers_before: frozenset[str]
    numbered: frozenset[str]
    counted: frozenset[str]
    no_plurals: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    not_past: frozenset[str]
    before_participles: frozenset[str]
    prepositions: Mapping[str, str]
    repeated_adverbs: Wordings[str]
    repeated_adjectives: Mapping[str, str]
    quantifiers: Mapping[str, str]
    times: Mapping[str, int]
    rates: frozenset[str]
    feast_names: Wordings[str]
    feasts: Mapping[str, Feast]


@cache
def time_words() -> TimeWords:
    """The lists, read once."""
    table = tomllib.loads(files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8"))
    amounts, repeated, references = table["amounts"], table["repeated"], table["references"]
    return TimeWords(
        months=table["months"] | table["month_abbreviations"],
        month_abbreviations=frozenset(table["month_abbreviations"]),
        weekdays=table["weekdays"] | table["weekday_abbreviations"],
        weekday_abbreviations=frozenset(table["weekday_abbreviations"]),
        seasons=table["seasons"],
        dayparts=table["dayparts"],
        plural_dayparts=table["plural_dayparts"],
        clock=table["clock"],
        zones=frozenset(table["zones"]["abbreviations"]),
        zone_names=frozenset(table["zones"]["names"]),
        units=table["units"],
        unit_multiples={word: (n, unit) for word, (n, unit) in table["unit_multiples"].items()},
        cardinals=table["cardinals"],
        multipliers=table["multipliers"],
        ordinals=table["ordinals"],
        decades=table["decades"],
        vague_amounts=Wordings((phrase, None) for phrase in amounts["vague"]),
        exact_amounts=Wordings(amounts["exact"].items()),
        qualities=frozenset(amounts["qualities"]),
        lengths=Wordings(amounts["lengths"].items()),
        lasting=frozenset(amounts["lasting"]),
        approximate_before=Wordings(table["approximate"]["before"].items()),
        approximate_after=Wordings(table["approximate"]["after"].items()),
        parts_before=table["parts"]["before"],
        parts_of=table["parts"]["of"],
        relative=table["relative"],
        relative_in_text=table["relative_in_text"],
        days=Wordings(table["days"].items()),
        references=Wordings(
            (phrase, side) for side in ("past", "present", "future") for phrase in references[side]
        ),
        weak_references=frozenset(references["weak"]),
        **{name: frozenset(words) for name, words in table["context"].items()},
        future=frozenset(table["tense"]["future"]),
        past=frozenset(table["tense"]["past"]),
        not_past=frozenset(table["tense"]["not_past"]),
        before_participles=frozenset(table["tense"]["before_participles"]),
        prepositions=table["tense"]["prepositions"],
        repeated_adverbs=Wordings(repeated["adverbs"].items()),
        repeated_adjectives=repeated["adjectives"],
        quantifiers=repeated["quantifiers"],
        times=repeated["times"],
        rates=frozenset(repeated["rates"]),
        feast_names=Wordings((name, name) for name in table["feasts"]),
        feasts={name: _feast(rule) for name, rule in table["feasts"].items()},
    )


def _feast(rule: Mapping[str, Any]) -> Feast:
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in rule.items()
    }
    return Feast(**fields)
