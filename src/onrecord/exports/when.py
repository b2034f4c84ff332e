"""When a statement was made, as far as a page can show it."""

from dataclasses import dataclass

from onrecord.domain.document import Document
from onrecord.domain.period import Period
from onrecord.domain.statement import Statement
from onrecord.exports.circumstance_words import interval


@dataclass(frozen=True, slots=True)
class When:
    """The days; `told` is false where those of the report stand for want of any other."""

    days: Period
    told: bool

    def __str__(self) -> str:
        return interval(self.days.first, self.days.last)


def when_of(statement: Statement, document: Document) -> When | None:
    """When a statement of the document was made; None where not even the report has a date."""
    if statement.said:
        return When(statement.said.period, statement.said.step != "publication")
    published = document.published
    return When(Period(published.first, published.last), told=False) if published else None
