"""What did X say about Y: the filters that statements are asked for by."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select

from onrecord.domain.statement import StatementKind
from onrecord.errors import InvalidQuery
from onrecord.record.actor_query import NameMatch
from onrecord.record.fold import fold
from onrecord.record.matching import ActorMatcher
from onrecord.record.schema import documents, names, statements
from onrecord.record.search import said_about
from onrecord.record.speaking import spoken_by

_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementQuery:
    """Filters, all of which a statement passes; a blank one is none.

    `by` are words of a name of the actor that speaks, whichever of its names the document uses, or
    an actor's id; `by_match` says how names are compared, and unless it is `exact`, words of the
    source as written will do too. `about` are words of the content. Words are looked up without
    case and diacritics, in any order, `"in quotation marks"` together, `begin*` as a beginning.
    `since` and `until` are ISO dates, whole or partial (`2013`, `2013-01`), and let through what
    may have been published from the first day of the one to the last day of the other; undated
    documents do not pass them. `outlet` is compared without case and diacritics, also with the
    outlets of copies. `document` is an id or a name, as `Record.document` takes it.
    """

    by: str | None = None
    by_match: NameMatch = "folded"
    about: str | None = None
    since: str | None = None
    until: str | None = None
    kind: StatementKind | None = None
    outlet: str | None = None
    document: str | None = None
    limit: int | None = None

    def conditions(self, matcher: ActorMatcher | None = None) -> list[ColumnElement[bool]]:
        """The filters in SQL, but for `document` and `limit`. Raises InvalidQuery."""
        if self.limit is not None and self.limit < 0:
            raise InvalidQuery(
                f"the filter 'limit' is below 0: {self.limit!r}; leave it out for all"
            )
        found: list[ColumnElement[bool]] = []
        if self.by and self.by.strip():
            found.append(spoken_by(self.by.strip(), self.by_match, matcher))
        if self.about and self.about.strip():
            found.append(said_about(statements, self.about))
        if self.kind:
            found.append(statements.c.kind == self.kind.value)
        if self.outlet and self.outlet.strip():
            found.append(_from_outlet(self.outlet))
        return found + self._date_conditions()

    def _date_conditions(self) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if self.since and self.since.strip():
            found.append(documents.c.published_last >= interval_of("since", self.since)[0])
        if self.until and self.until.strip():
            found.append(documents.c.published_first <= interval_of("until", self.until)[1])
        return found


def _from_outlet(outlet: str) -> ColumnElement[bool]:
    found_in = select(names.c.document_key).where(names.c.outlet_folded == fold(outlet))
    return documents.c.key.in_(found_in)


def interval_of(filter_name: str, value: str) -> tuple[date, date]:
    """The first and the last day of an ISO date, whole or partial.

    >>> interval_of("since", "2012-02")
    (datetime.date(2012, 2, 1), datetime.date(2012, 2, 29))
    """
    match = _PARTIAL_DATE.fullmatch(value.strip())
    try:
        if match:
            year, month, day = (int(part) if part else None for part in match.groups())
            return _interval(year or 0, month, day)
    except ValueError:
        pass
    raise InvalidQuery(
        f"the filter {filter_name!r} is no date: {value!r}; write 2013, 2013-01 or 2013-01-05"
    )


def _interval(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
