"""`onrecord compare`: who says the same on an issue, and who the opposite."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

import typer

from onrecord import crossing
from onrecord.cli import options
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.line_json import comparison_json
from onrecord.cli.line_wording import INDENT, words_of
from onrecord.cli.streams import put, put_json, say, telling
from onrecord.cli.wording import day_of, one_line
from onrecord.domain.issue import StatementKey
from onrecord.domain.line import Agreement, Line, LineComparison, Overlap, Phase
from onrecord.domain.reported import ReportedStatement

EPILOG = options.examples(
    'onrecord compare "Mirelda Quost" "Ylsa Marrak" --issue corridor-opening',
    'onrecord compare "Hadrun Oss" --issue monitoring-mission',
    'onrecord compare "Mirelda Quost" "Jorun Tekk" --issue corridor-opening --json',
)

WORDS = {
    Agreement.SAME: "the same",
    Agreement.OPPOSITE: "the opposite",
    Agreement.PARTLY: "not quite the same",
}

Statements = Mapping[StatementKey, ReportedStatement]


@command
def compare(
    actors: Annotated[
        list[str],
        typer.Argument(metavar="ACTOR...", help="Ids or full names of actors.", show_default=False),
    ],
    issue: Annotated[str, typer.Option("--issue", metavar="ID", help="The issue.")],
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Compare who says what on an issue, while both say something.

    Two or more actors are compared with each other; one alone with everybody who takes a position,
    whoever agrees longest first. A stance stands until the actor takes another, and no longer than
    half a year after it was taken for the last time.
    """
    comparisons, statements = crossing.compare_on(record, actors, issue, tell=telling(quiet))
    if json:
        for comparison in comparisons:
            put_json(comparison_json(comparison))
    else:
        for comparison in comparisons:
            put("\n".join(lines_of(comparison, statements)))
    if not comparisons and not quiet:
        say("nobody to compare: fewer than two of them take a position on the issue")
    return ExitCode.OK


def lines_of(comparison: LineComparison, statements: Statements) -> Iterator[str]:
    """Heading, the periods that both lines share, each with a statement of either side."""
    left, right = comparison.left, comparison.right
    yield f"{one_line(left.name)} and {one_line(right.name)} on {left.issue_id}"
    for overlap in comparison.overlaps:
        yield from _overlap(overlap, left, right, statements)
    if not comparison.overlaps and comparison.latest:
        yield f"{INDENT}never at the same time: {_apart(left)}, {_apart(right)}"
    if comparison.latest:
        yield f"{INDENT}in the end: {WORDS[comparison.latest]}"
    else:
        yield f"{INDENT}{_silent(left, right)}"


def _overlap(overlap: Overlap, left: Line, right: Line, statements: Statements) -> Iterator[str]:
    yield f"{INDENT}{day_of(overlap.period)}  {WORDS[overlap.agreement]}"
    for line, phase in ((left, overlap.left), (right, overlap.right)):
        yield f"{INDENT * 2}{one_line(line.name)}: {_shown(phase, statements)}"


def _shown(phase: Phase, statements: Statements) -> str:
    point = phase.points[0]
    return f"{phase.stance.value}, {day_of(point.said)}: {words_of(point.position, statements)}"


def _apart(line: Line) -> str:
    first, last = line.phases[0].period.first, line.phases[-1].period.last
    return f"{one_line(line.name)} {first}..{last}"


def _silent(*lines: Line) -> str:
    names: Sequence[str] = [one_line(line.name) for line in lines if not line.phases]
    return f"no dated stance of {' and '.join(names)}"
