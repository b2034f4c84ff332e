"""Where the parts meet that work across documents: lines, issues, utterances, checks, the page.

As in `wiring`, imports are local: what a command does not use is never loaded.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.domain.actor import ActorKind
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document
from onrecord.wiring import (
    CROSSING,
    identified,
    open_record,
    rules_version,
    sentence_network,
    silent,
)

if TYPE_CHECKING:
    from onrecord.across import Across
    from onrecord.domain.issue import Hit, Issue, Position, StatementKey
    from onrecord.domain.line import Line, LineComparison
    from onrecord.domain.reported import ReportedStatement
    from onrecord.domain.transcript import Checked, Transcript
    from onrecord.domain.utterance import Utterance
    from onrecord.positions.issues.suggest import SuggestedIssue
    from onrecord.positions.transcripts.checking import Transcripts
    from onrecord.record import (
        Record,
    )

    Statements = Mapping[StatementKey, ReportedStatement]


def across(record: "Record", tell: Callable[[str], None] = silent) -> "Across":
    """A record across its documents; `tell` is told, in words, what takes a while."""
    from onrecord.across import Across
    from onrecord.remembering import RememberingNetwork
    from onrecord.weights.sentences import sentence_weights

    weights = sentence_weights()
    network = RememberingNetwork(record, sentence_network, weights.version, tell)
    return Across(record, network, f"{rules_version(CROSSING)}:{weights.version}", tell)


def line_of(
    path: Path,
    actor: str,
    issue: str,
    *,
    rolled_up: bool = False,
    since: date | None = None,
    until: date | None = None,
    tell: Callable[[str], None] = silent,
) -> "tuple[Line, Statements]":
    """An actor's line on an issue, and the statements behind it."""
    with open_record(path, create=False) as record:
        found = across(record, tell)
        return found.line(actor, issue, rolled_up=rolled_up, since=since, until=until)


def compare_on(
    path: Path, actors: Sequence[str], issue: str, *, tell: Callable[[str], None] = silent
) -> "tuple[tuple[LineComparison, ...], Statements]":
    """Who says the same on an issue and who the opposite, and the statements behind it."""
    with open_record(path, create=False) as record:
        return across(record, tell).comparison(actors, issue)


def utterances_of(
    path: Path,
    *,
    by: str | None = None,
    about: str | None = None,
    document: str | None = None,
    since: date | None = None,
    until: date | None = None,
    tell: Callable[[str], None] = silent,
) -> "Iterator[tuple[Utterance, Statements]]":
    """Utterances of which a statement passes all filters, with all their statements."""
    from onrecord.record import StatementQuery

    query = StatementQuery(
        by=by,
        about=about,
        document=document,
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
    )
    with open_record(path, create=False) as record:
        yield from across(record, tell).retold(query)


def write_page(
    record: "Record", path: Path, title: str, tell: Callable[[str], None] = silent
) -> None:
    """Write a record as one HTML file. Raises OSError where it cannot be written."""
    from onrecord.exports import page
    from onrecord.exports.sections import LineSection, UtteranceSection

    found = across(record, tell)
    lines = [
        LineSection(line, issue, statements)
        for issue, drawn, statements in found.drawn_lines()
        for line in drawn
    ]
    told = [UtteranceSection(*retold) for retold in found.retold(several=True)]
    page.write_page(identified(record), path, title, lines, told)


def reported(
    path: Path, *, by: str | None = None, about: str | None = None
) -> "Iterator[ReportedStatement]":
    """The statements of a record as they are compared with those of others."""
    from onrecord.record import StatementQuery

    with open_record(path, create=False) as record:
        yield from record.reported(StatementQuery(by=by, about=about))


def read_issues(path: Path) -> "tuple[Issue, ...]":
    """The issues of a TOML file. Raises InvalidIssue."""
    from onrecord.positions.issues import issue_file

    return issue_file.read_issues(path)


def add_issues(record: "Record", path: Path) -> "tuple[Issue, ...]":
    """Keep the issues of a TOML file. Raises InvalidIssue."""
    found = read_issues(path)
    record.put_issues(found)
    return found


def positions_of(
    record: "Record", issue_id: str, tell: Callable[[str], None] = silent
) -> "Iterator[tuple[ReportedStatement, Position]]":
    """What bears on an issue, and the stance that it takes."""
    yield from across(record, tell).positions(record.issue(issue_id))


def find_in_record(
    record: "Record", issue: "Issue", tell: Callable[[str], None] = silent
) -> "Iterator[tuple[ReportedStatement, Hit]]":
    """What bears on an issue, which need not be kept, and why."""
    yield from across(record, tell).hits(issue)


def suggest_issues(
    record: "Record", limit: int, tell: Callable[[str], None] = silent
) -> "Sequence[SuggestedIssue]":
    """Issues that clusters of the record's statements may be about."""
    return across(record, tell).suggestions(limit)


def reported_in(analysed: AnalysedDocument) -> "Iterator[ReportedStatement]":
    """The statements of one document as they are compared with those of others."""
    from onrecord import reporting

    return reporting.reported_in(analysed)


def said_by(quotations: "Iterable[ReportedStatement]", name: str) -> "Iterator[ReportedStatement]":
    """Those of a speaker of that name, whichever form of it is used, or with that id."""
    from onrecord.actors.names.folding import fold
    from onrecord.actors.names.likeness import CANDIDATE_FROM, likeness

    wanted = fold(name)
    for quotation in quotations:
        for speaker in quotation.speakers:
            same = likeness(speaker.name, name, ActorKind.PERSON) >= CANDIDATE_FROM
            if same or wanted == fold(speaker.name) or name == speaker.id:
                yield quotation
                break


def read_transcript(document: Document) -> "Transcript":
    """The turns of an official text."""
    from onrecord.positions.transcripts import turns

    return turns.read_transcript(document)


def transcripts_ready(transcripts: "Iterable[Transcript]") -> "Transcripts":
    """Transcripts ready to have quotations checked against them."""
    from onrecord.actors.names.likeness import CANDIDATE_FROM, likeness
    from onrecord.positions.transcripts.checking import Transcripts

    def same_name(left: str, right: str) -> bool:
        return likeness(left, right, ActorKind.PERSON) >= CANDIDATE_FROM

    return Transcripts(transcripts, same_name)


def check_quotations(
    quotations: "Iterable[ReportedStatement]", transcripts: "Transcripts", *, indirect: bool = False
) -> "Iterator[Checked]":
    """The verdict on each quotation; where `indirect`, also on what is not in quotation marks."""
    from onrecord.positions.transcripts.checking import check

    return check(quotations, transcripts, indirect=indirect)
