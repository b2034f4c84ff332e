"""Who held which office when: the tables under `tenures/`."""

from collections.abc import Iterator, Mapping
from functools import cache

from onrecord.domain.office import Tenure
from onrecord.lexicon.partial_dates import first_day, last_day
from onrecord.lexicon.rows import read_rows, tables_in

_FOLDER = "tenures"


@cache
def tenures() -> tuple[Tenure, ...]:
    """All tenures, in the order of the files' names and of their rows."""
    return tuple(_tenure(row) for row in tenure_rows())


def tenure_rows() -> Iterator[Mapping[str, str]]:
    """The rows with office, holder, start, end, note and source as they are written.

    A note says what the days do not: that someone acted for the holder, or claimed an office that
    another held as well.
    """
    for table in tables_in(_FOLDER):
        yield from read_rows(_FOLDER, table)


def _tenure(row: Mapping[str, str]) -> Tenure:
    return Tenure(
        office=row["office"],
        holder=row["holder"],
        start=first_day(row["start"]),
        end=last_day(row["end"]),
        source=row["source"],
    )
