"""`onrecord line` and `onrecord compare` show positions over time, with their evidence."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord import crossing, wiring
from onrecord.cli.line_wording import LineText, condition_of
from onrecord.domain.issue import Position, StatementKey
from onrecord.domain.line import Line, LineComparison
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span
from onrecord.positions.lines import who_says_what
from tests.cli.conftest import Onrecord
from tests.positions.lines.reports import (
    AGAINST,
    CONDITIONAL,
    FOR,
    INDIRECT,
    ISSUE,
    MARRAK,
    OFFICE,
    QUOST,
    TESSARIA,
    UNCLEAR,
    Told,
    case_of,
    day,
)

Statements = Mapping[StatementKey, ReportedStatement]

CASE = case_of(
    [
        Told(day(3, 12), FOR, outlet="TSN", words="Open it now", utterance="u"),
        Told(day(3, 12), AGAINST, 0.5, INDIRECT, "Zhevik Online", utterance="u"),
        Told(day(5), FOR, outlet="TSN", words="Bread has no flag"),
        Told(day(6), UNCLEAR, outlet="TSN", words="We talked about chairs"),
        Told(day(7), AGAINST, 0.5, outlet="Courier", words="A rival quarrel"),
        Told(
            day(9), CONDITIONAL, outlet="Courier", words="Yes,", condition="once the guns are gone"
        ),
        Told(None, AGAINST, outlet="Sarn Notebook", words="No"),
    ]
)

SHOWN = """\
Mirelda Quost on corridor-opening
+ 2031-03-12  for          TSN, Zhevik Online  [2 statements, 0.74]
    Open it now
    disputed: against in Zhevik Online
+ 2031-05-01  for          TSN  [1 statement, 0.90]
    Bread has no flag
? 2031-06-01  unclear      TSN  [1 statement, 0.90]
    We talked about chairs
- 2031-07-01  against      Courier  [1 statement, 0.50]
    A rival quarrel
    no shift: stands alone among those for, chance that this was the position then 0.00
== condition added, chance 0.00 ====================================================================
before: 2031-05-01, for, Mirelda Quost
    Bread has no flag
    — TSN: d00002.txt
after: 2031-09-01, conditional, Mirelda Quost
    Yes, once the guns are gone
    condition: once the guns are gone
    — Courier: d00005.txt
! other outlets: before: TSN, Zhevik Online; after: Courier only
! few utterances: before: 2 utterances; after: 1 utterance
====================================================================================================
~ 2031-09-01  conditional  Courier  [1 statement, 0.90]
    Yes, once the guns are gone
- undated  against      Sarn Notebook  [1 statement, 0.90]
    No
! dates open: 1 utterance in no shift: 1 undated
6 utterances, reported in 7 statements by 4 outlets"""


def told(line: Line, statements: Statements, width: int | None = None) -> str:
    """The text, chances of shifts and strays made 0.00: another test is about these."""
    text = "\n".join(LineText(line, statements, width).lines())
    return re.sub(r"(chance (?:that this was the position then )?)\d\.\d\d", r"\g<1>0.00", text)


def test_a_line_shows_points_shifts_and_their_evidence() -> None:
    """Each utterance with its stance, words and outlets; each shift with both statements."""
    assert told(CASE.line(), CASE.statements) == SHOWN


def test_a_wide_terminal_has_the_two_statements_side_by_side() -> None:
    """The earlier on the left."""
    lines = told(CASE.line(), CASE.statements, 120).splitlines()
    [words] = [line for line in lines if "Bread" in line and "|" in line]
    assert [half.strip() for half in words.split("|")] == [
        "Bread has no flag",
        "Yes, once the guns are gone",
    ]
    assert max(map(len, lines)) <= 120


@pytest.mark.parametrize("width", [60, 80, 119])
def test_a_narrow_terminal_has_one_under_the_other(width: int) -> None:
    """Nothing of a shift is wider than the terminal."""
    lines = told(CASE.line(), CASE.statements, width).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("=="))
    end = next(n for n, line in enumerate(lines) if line == "=" * width)
    assert lines[start + 1].startswith("before: ")
    assert all(len(line) <= width for line in lines[start:end] if not line.startswith("!"))


def test_a_line_without_points_says_so() -> None:
    """It is an answer, and no error."""
    assert told(case_of([]).line(), {}).splitlines()[1].strip() == ("no statement takes a position")


def test_a_rolled_up_line_names_the_speakers() -> None:
    """Whoever spoke for the state."""
    minister = replace(QUOST, offices=(OFFICE,))
    case = case_of([Told(day(3), FOR, by=minister), Told(day(4), FOR, by=TESSARIA)])
    lines = told(case.line(TESSARIA, rolled_up=True), case.statements).splitlines()
    assert lines[0] == "Tessaria on corridor-opening, with its offices and spokespersons"
    assert "  Mirelda Quost  " in lines[1]


def test_a_stance_that_is_a_guess_is_marked() -> None:
    """It stands on the line and is in no shift."""
    case = case_of([Told(day(3), FOR, 0.4)])
    lines = told(case.line(), case.statements).splitlines()
    assert lines[1].endswith("[1 statement, 0.40, doubtful]")
    assert lines[3].startswith("! doubtful readings: the stance of 1 utterance was read")


def test_a_condition_outside_the_passage_is_not_shown() -> None:
    """Offsets of the document say nothing where its text is not at hand."""
    reported = next(iter(CASE.statements.values()))
    outside = replace(reported, start=50)
    position = Position(ISSUE.id, reported.key, CONDITIONAL, 0.9, "model", (), (Span(0, 4),))
    assert condition_of(position, outside) == ""
    assert condition_of(position, reported) == "Open"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What the commands ask the record for; the case above is the answer."""
    calls: list[tuple[object, ...]] = []

    def line_of(
        record: Path,
        actor: str,
        issue: str,
        *,
        rolled_up: bool = False,
        since: date | None = None,
        until: date | None = None,
        tell: Callable[[str], None] = wiring.silent,
    ) -> tuple[Line, Statements]:
        calls.append((record, actor, issue, rolled_up, since, until))
        tell("coding 7 statements")
        return CASE.line(since=since, until=until), CASE.statements

    def compare_on(
        record: Path,
        actors: Sequence[str],
        issue: str,
        *,
        tell: Callable[[str], None] = wiring.silent,
    ) -> tuple[tuple[LineComparison, ...], Statements]:
        calls.append((record, tuple(actors), issue))
        tell("coding 2 statements")
        case = case_of([Told(day(3), FOR), Told(day(4), AGAINST, by=MARRAK, words="No road")])
        lines = [case.line(), case.line(MARRAK)][: len(actors) + 1]
        return who_says_what(ISSUE, lines if "Nobody" not in actors else []), case.statements

    monkeypatch.setattr(crossing, "line_of", line_of, raising=False)
    monkeypatch.setattr(crossing, "compare_on", compare_on, raising=False)
    return calls


def test_the_command_asks_for_one_line(onrecord: Onrecord, asked: list[tuple[object, ...]]) -> None:
    """Days may be months or years."""
    done = onrecord(
        "line", "Mirelda Quost", "corridor-opening", "--roll-up", "--since", "2031-04", "--until",
        "2031",
    )  # fmt: skip
    assert done.code == 0
    assert asked == [
        (
            Path("onrecord.sqlite"),
            "Mirelda Quost",
            "corridor-opening",
            True,
            date(2031, 4, 1),
            date(2031, 12, 31),
        )
    ]
    assert "Bread has no flag" in done.out
    assert "Open it now" not in done.out


def test_json_is_one_object_with_everything(
    onrecord: Onrecord, asked: list[tuple[object, ...]]
) -> None:
    """Counts apart, every statement of a point, shifts with both points and their warnings."""
    found = json.loads(onrecord("line", "Mirelda Quost", "corridor-opening", "--json").out)
    assert asked
    assert found["counts"] == {"utterances": 6, "statements": 7, "outlets": 4}
    assert [point["stance"] for point in found["points"]] == [
        "for", "for", "unclear", "against", "conditional", "against",
    ]  # fmt: skip
    first = found["points"][0]
    assert (first["disputed"], len(first["statements"])) == (True, 2)
    assert first["statements"][0]["words"] == "Open it now"
    [shift] = found["shifts"]
    assert shift["kind"] == "condition_added"
    assert shift["after"]["statements"][0]["conditions"] == [[5, 27]]
    assert [warning["caution"] for warning in shift["warnings"]] == [
        "other_outlets",
        "few_utterances",
    ]
    assert [stray["among"] for stray in found["strays"]] == ["for"]
    assert found["points"][-1]["said"] is None


@pytest.mark.parametrize(
    "args", [("line", "Quost", "x"), ("compare", "Quost", "Marrak", "--issue", "x")]
)
def test_what_takes_a_while_is_told_unless_quiet(
    onrecord: Onrecord, asked: list[tuple[object, ...]], args: tuple[str, ...]
) -> None:
    """On standard error, so that the data can be piped."""
    loud, quiet = onrecord(*args), onrecord(*args, "--quiet")
    assert len(asked) == 2
    assert loud.err.startswith("coding ")
    assert (quiet.err, quiet.out) == ("", loud.out)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--since", "spring"], "--since is no date: 'spring'"),
        (["--since", "2032", "--until", "2031"], "ends before"),
    ],
)
def test_days_that_cannot_be_understood_are_named(
    onrecord: Onrecord, asked: list[tuple[object, ...]], options: list[str], message: str
) -> None:
    """Nothing is asked then."""
    done = onrecord("line", "Quost", "corridor-opening", *options)
    assert done.code == 2
    assert message in done.err
    assert not asked


def test_compare_tells_who_says_the_opposite_and_when(
    onrecord: Onrecord, asked: list[tuple[object, ...]]
) -> None:
    """With a statement of either side."""
    done = onrecord("compare", "Mirelda Quost", "Ylsa Marrak", "--issue", "corridor-opening")
    assert done.out.splitlines() == [
        "Mirelda Quost and Ylsa Marrak on corridor-opening",
        "    2031-04-01..2031-08-28  the opposite",
        "        Mirelda Quost: for, 2031-03-01: the corridor",
        "        Ylsa Marrak: against, 2031-04-01: No road",
        "    in the end: the opposite",
    ]
    assert asked[0][1:] == (("Mirelda Quost", "Ylsa Marrak"), "corridor-opening")


def test_compare_in_json_is_an_object_a_pair(
    onrecord: Onrecord, asked: list[tuple[object, ...]]
) -> None:
    """The periods, the agreement, and the utterances on either side."""
    [line] = onrecord("compare", "A", "B", "--issue", "x", "--json").out.splitlines()
    found = json.loads(line)
    assert asked
    assert (found["latest"], found["right"]["name"]) == ("opposite", "Ylsa Marrak")
    [overlap] = found["overlaps"]
    assert (overlap["agreement"], overlap["from"]) == ("opposite", "2031-04-01")
    assert overlap["left"]["utterances"] == ["u00000"]


def test_nobody_to_compare_is_said(onrecord: Onrecord, asked: list[tuple[object, ...]]) -> None:
    """It is an answer, and no error."""
    done = onrecord("compare", "Nobody", "--issue", "corridor-opening")
    assert (done.code, done.out) == (0, "")
    assert "nobody to compare" in done.err
    assert asked
