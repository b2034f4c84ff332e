"""Reports of statements, built by hand."""

from datetime import date, timedelta

from onrecord.domain.occasion import Said
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedActor, ReportedStatement
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, Polarity, Statement, StatementKind

QUOST = ReportedActor("person:quost", "Mirelda Quost")
MARRAK = ReportedActor("person:marrak", "Ylsa Marrak")
NOBODY = ReportedActor(None, "an official", status=LinkStatus.DESCRIBED)
DAY = date(2033, 2, 14)


def report(
    content: str,
    name: str = "a.txt",
    *,
    by: ReportedActor | None = QUOST,
    said: int | None = 0,
    published: int | None = 0,
    kind: StatementKind = StatementKind.DIRECT,
    outlet: str = "",
    passage: str = "",
    at: int = 0,
    step: str = "stated",
    polarity: Polarity = Polarity.AFFIRMED,
    via: tuple[str, ...] = (),
) -> ReportedStatement:
    """One report; `said` and `published` are days after DAY, None where nothing tells."""
    spoken = None if said is None else Said(Period.day(DAY + timedelta(said)), step)
    statement = Statement(
        f"s{at}",
        name,
        kind,
        (Span(at, at + max(len(content), 1)),),
        polarity=polarity,
        said=spoken,
    )
    return ReportedStatement(
        statement,
        content,
        passage or content,
        at,
        name,
        outlet or name,
        speakers=(by,) if by else (),
        published=None if published is None else Period.day(DAY + timedelta(published)),
        via=via,
    )


def groups(utterances) -> set[frozenset[str]]:
    """The documents of each utterance that several statements report."""
    return {
        frozenset(retelling.key.document_id for retelling in one.retellings)
        for one in utterances
        if len(one.retellings) > 1
    }
