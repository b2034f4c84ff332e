"""News agencies, broadcasters, newspapers, magazines and news sites by their names."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.rows import read_rows

_FILE = "agencies.csv"
_SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Agency:
    """One outlet: `names` are all it goes by, the usual one first, and its programmes.

    `kind` is `agency`, `broadcaster`, `newspaper`, `magazine` or `website`; `country` an ISO code.
    """

    names: tuple[str, ...]
    kind: str
    country: str | None

    @property
    def name(self) -> str:
        """The name to call it by."""
        return self.names[0]


@cache
def agencies() -> tuple[Agency, ...]:
    """The table, read once."""
    return tuple(
        Agency(tuple(row["names"].split(_SEPARATOR)), row["kind"], row["country"] or None)
        for row in read_rows(_FILE)
    )


@cache
def agency_names() -> Mapping[str, Agency]:
    """Every name of every outlet, as it is written."""
    return {name: agency for agency in agencies() for name in agency.names}
