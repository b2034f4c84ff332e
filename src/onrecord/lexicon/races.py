"""Races for an office, and who ran from when to when: `candidacies.csv`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import groupby

from onrecord.lexicon.rows import read_rows

_FILE = "candidacies.csv"


class Tells(StrEnum):
    """Whether naming a candidate tells one race from others, in which some of them ran too."""

    NOTHING = ""
    WITH_RIVALS = "with rivals"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Candidacy:
    """`name` is what news calls the candidate for short; both days are inclusive.

    `wins` is true of whoever takes the office after the race and never held it before.
    """

    name: str
    tells: Tells
    first: date
    last: date
    wins: bool = False


@dataclass(frozen=True, slots=True)
class Race:
    """One race for one office; `name` is that of the vote."""

    name: str
    candidacies: Mapping[str, Candidacy]

    @property
    def first(self) -> date:
        """When the first of them was running."""
        return min(candidacy.first for candidacy in self.candidacies.values())

    @property
    def last(self) -> date:
        """The day of the vote."""
        return max(candidacy.last for candidacy in self.candidacies.values())


@cache
def races() -> tuple[Race, ...]:
    """All races of the table, in its order."""
    rows = groupby(read_rows(_FILE), key=lambda row: row["race"])
    return tuple(
        Race(name, {row["name"]: _candidacy(row) for row in of_race}) for name, of_race in rows
    )


def _candidacy(row: Mapping[str, str]) -> Candidacy:
    first, last = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
    return Candidacy(row["name"], Tells(row["tells"]), first, last, row["wins"] == "yes")
