"""A document and its statements, ready for a terminal."""

from collections import Counter
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli.circumstances import Circumstances, reasons_of
from onrecord.cli.wording import day_of, one_line, place_of, qualities_of, speakers_of
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document
from onrecord.domain.span import Span, quoted
from onrecord.domain.statement import Statement
from onrecord.exports.segments import Role, Segment, layers_of, segments

WIDE = 120
"""Columns from which the statements stand beside the text; below, either would be too narrow."""

STYLES = {Role.SOURCE: "bold cyan", Role.CUE: "bold magenta", Role.CONTENT: "green"}
NESTED = "underline"
QUIET = "dim"


def sheet(analysed: AnalysedDocument, width: int | None = None) -> RenderableType:
    """Head, text and list of statements; `width` is the terminal's, None where there is none."""
    text = marked_text(analysed)
    listed = Text("\n").join(_listed(analysed))
    if width is not None and width >= WIDE:
        beside = Table.grid(padding=(0, 3), expand=True)
        beside.add_column(ratio=3)
        beside.add_column(ratio=2)
        beside.add_row(text, listed)
        return Group(_head(analysed.document), beside)
    return Group(_head(analysed.document), text, Text(), listed)


def marked_text(analysed: AnalysedDocument) -> Text:
    """The text, its statements' spans styled, `[1]` before where the first one's content begins."""
    document = analysed.document
    if not document.text:
        return Text()
    starts: dict[int, list[int]] = {}
    for number, statement in enumerate(analysed.statements, start=1):
        starts.setdefault(statement.content[0].start, []).append(number)
    marked = Text()
    for segment in segments(Span(0, len(document.text)), layers_of(analysed.statements)):
        for number in starts.get(segment.span.start, ()):
            marked.append(f"[{number}]", QUIET)
        marked.append(segment.span.of(document.text), _style(segment))
    return marked


def _style(segment: Segment) -> str:
    """The innermost span's colour, under which the content of an outer statement goes on."""
    roles = [layer.role for layer in segment.layers]
    if not roles:
        return ""
    nested = f" {NESTED}" if roles.count(Role.CONTENT) > 1 else ""
    return STYLES[roles[-1]] + nested


def _head(document: Document) -> Text:
    head = Text()
    if document.title:
        head.append(f"{one_line(document.title)}\n", "bold")
    place = document.place.name if document.place else None
    facts = [document.outlet, place, _published(document), document.name, document.id]
    head.append(" · ".join(one_line(fact) for fact in facts if fact) + "\n", QUIET)
    for reason in reasons_of(document.published, document.text):
        head.append(f"{reason}\n", QUIET)
    for role, style in STYLES.items():
        head.append(role.value, style)
        head.append("  ")
    return head.append("nested content\n", NESTED)


def _published(document: Document) -> str:
    found = document.published
    return f"{day_of(found)} ({found.how.value})" if found else day_of(None)


def _listed(analysed: AnalysedDocument) -> Iterator[Text]:
    numbers = {found.id: number for number, found in enumerate(analysed.statements, start=1)}
    for number, statement in enumerate(analysed.statements, start=1):
        yield _entry(number, statement, analysed.document.text, numbers)
    if not analysed.statements:
        yield Text("no statement found", QUIET)
    noted = Counter(note.reason for note in (*analysed.document.notes, *analysed.notes))
    for reason, count in sorted(noted.items()):
        yield Text(f"noted: {reason} ({count})", QUIET)


def _entry(number: int, statement: Statement, text: str, numbers: dict[str, int]) -> Text:
    entry = Text(f"[{number}] ")
    entry.append(speakers_of(statement.speakers, quoted(text, statement.source)), "bold")
    if statement.cue:
        entry.append(f" {one_line(quoted(text, statement.cue))}", STYLES[Role.CUE])
    within = f", in [{numbers[statement.parent]}]" if statement.parent in numbers else ""
    entry.append(f"  {qualities_of(statement)}{within}, {place_of(statement)}", QUIET)
    for part in Circumstances.of(statement, text).parts():
        entry.append(f"\n    {part}", QUIET)
    return entry
