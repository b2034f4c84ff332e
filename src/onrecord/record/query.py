"""What did X say about Y: the filters that statements are asked for by."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import ColumnElement, func, select

from onrecord.domain.act import Root
from onrecord.domain.occasion import OccasionKind
from onrecord.domain.statement import StatementKind
from onrecord.errors import InvalidQuery
from onrecord.record.actor_query import NameMatch
from onrecord.record.fold import fold
from onrecord.record.matching import ActorMatcher
from onrecord.record.partaking import passed_on_by, said_to
from onrecord.record.plain_words import having
from onrecord.record.schema import documents, names, statements
from onrecord.record.schema_occasions import occasions
from onrecord.record.search import said_about
from onrecord.record.speaking import spoken_by

_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)


Order = Literal["said", "published"]
"""By when it was said, or by when it was published."""

said_first = func.coalesce(statements.c.said_first, documents.c.published_first)
said_last = func.coalesce(statements.c.said_last, documents.c.published_last)
"""The days on which a statement was made; those of publication where nothing else is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementQuery:
    """Filters, all of which a statement passes; a blank one is none.

    `by` are words of a name of the actor that speaks, whichever of its names the document uses, or
    an actor's id; `to` are those of whom it was said to: a counterpart at the occasion or an
    addressee; `via` those of an agency or outlet that it came by. `by_match` says how these names
    are compared, and unless it is `exact`, words as written will do too. `about` are words of the
    content, `said_in` words of the place ("Korvana"); `occasion` is the kind of event, `act` what
    is done by saying it. Words are looked up without case and diacritics, in any order,
    `"in quotation marks"` together, `begin*` as a beginning.

    `since` and `until` are ISO dates, whole or partial (`2013`, `2013-01`), and let through what
    may have been said from the first day of the one to the last day of the other: where nothing
    tells when it was said, what may have been published then; what has neither date does not pass.
    `outlet` is compared without case and diacritics, also with the outlets of copies. `document`
    is an id or a name, as `Record.document` takes it.

    `order` puts first what may have been `said` first, or what was `published` first.
    """

    by: str | None = None
    by_match: NameMatch = "folded"
    about: str | None = None
    since: str | None = None
    until: str | None = None
    said_in: str | None = None
    occasion: OccasionKind | None = None
    to: str | None = None
    via: str | None = None
    act: Root | None = None
    kind: StatementKind | None = None
    outlet: str | None = None
    document: str | None = None
    order: Order = "said"
    limit: int | None = None

    def conditions(self, matcher: ActorMatcher | None = None) -> list[ColumnElement[bool]]:
        """The filters in SQL, but for `document` and `limit`. Raises InvalidQuery."""
        if self.limit is not None and self.limit < 0:
            raise InvalidQuery(
                f"the filter 'limit' is below 0: {self.limit!r}; leave it out for all"
            )
        filters = (
            *self._words_conditions(),
            *self._name_conditions(matcher),
            *self._date_conditions(),
        )
        return list(filters)

    def _words_conditions(self) -> Iterator[ColumnElement[bool]]:
        if about := _given(self.about):
            yield said_about(statements, about)
        if self.act:
            yield statements.c.act == self.act.value
        if self.kind:
            yield statements.c.kind == self.kind.value
        if outlet := _given(self.outlet):
            yield _from_outlet(outlet)
        if place := _given(self.said_in):
            yield _at(having(occasions.c.place_words, place, "said_in"))
        if self.occasion:
            yield _at(occasions.c.kind == self.occasion.value)

    def _name_conditions(self, matcher: ActorMatcher | None) -> Iterator[ColumnElement[bool]]:
        for name, question in ((self.by, spoken_by), (self.to, said_to), (self.via, passed_on_by)):
            if given := _given(name):
                yield question(given, self.by_match, matcher)

    def _date_conditions(self) -> Iterator[ColumnElement[bool]]:
        since, until = _given(self.since), _given(self.until)
        first = interval_of("since", since)[0] if since else None
        last = interval_of("until", until)[1] if until else None
        if first and last and last < first:
            raise InvalidQuery(
                f"the filter 'until' ends before 'since' begins: {until!r}, {since!r}; swap them"
            )
        if first:
            yield said_last >= first
        if last:
            yield said_first <= last


def _given(value: str | None) -> str:
    return value.strip() if value else ""


def _at(occasion: ColumnElement[bool]) -> ColumnElement[bool]:
    """Statements made at such an occasion."""
    same = (
        occasions.c.document_key == statements.c.document_key,
        occasions.c.position == statements.c.occasion,
    )
    return select(occasions.c.position).where(*same, occasion).exists()


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
