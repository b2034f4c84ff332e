"""How issues, hits, positions and judgements are put in lines and in JSON."""

from datetime import date

from onrecord.cli.issues.judging import Verdict, told
from onrecord.cli.issues.showing import by_day
from onrecord.cli.issues.wording import (
    counts_line,
    hit_json,
    hit_lines,
    issue_json,
    issue_lines,
    judgement_json,
    judgement_line,
    position_json,
    position_lines,
    suggestion_json,
    suggestion_lines,
)
from onrecord.domain.issue import Example, Hit, Issue, Position, Stance, StanceJudgement
from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.positions.issues.suggest import SuggestedIssue
from tests.positions.issues.builders import reported

ISSUE = Issue(
    "mission",
    "The mission should stay.",
    "The Joint Monitoring Mission.",
    (Example("It has to stay.", Stance.FOR), Example("Send it home.", Stance.AGAINST)),
    words=("monitors",),
    since=date(2031, 1, 1),
)
STATEMENT = reported(
    "[Oss] <said> {the mission stays if nobody shoots}.", "3f9c01ab77d2", day=date(2033, 5, 3)
)
[CONTENT] = STATEMENT.statement.content
HIT = Hit(STATEMENT.key, 0.71, ("shares: mission",), (Span(CONTENT.start + 4, CONTENT.start + 11),))
POSITION = Position(
    "mission",
    STATEMENT.key,
    Stance.CONDITIONAL,
    0.64,
    "model",
    (CONTENT,),
    (Span(CONTENT.end - 16, CONTENT.end),),
    HIT,
)
JUDGEMENT = StanceJudgement(
    3, "mission", STATEMENT.key, None, "2034-04-05T10:00:00Z", "the words", "ada", "another one"
)


def test_an_issue_is_shown_with_all_it_is_found_by() -> None:
    """Id and proposition first, then the rest, a line each."""
    first, *rest = issue_lines(ISSUE)
    assert first.split("  ")[0] == "mission"
    assert [line.strip() for line in rest] == [
        "The Joint Monitoring Mission.",
        "for: “It has to stay.”",
        "against: “Send it home.”",
        "words: monitors",
        "said 2031-01-01 to …",
    ]


def test_an_issue_as_an_object_has_the_keys_of_the_file() -> None:
    """And none that it does not have."""
    assert issue_json(ISSUE) == {
        "id": "mission",
        "proposition": "The mission should stay.",
        "description": "The Joint Monitoring Mission.",
        "for": ["It has to stay."],
        "against": ["Send it home."],
        "words": ["monitors"],
        "since": "2031-01-01",
    }


def test_a_position_is_shown_with_its_condition_and_its_reasons() -> None:
    """The mark first; the statement's id as far as it is needed to judge it."""
    assert list(position_lines(STATEMENT, POSITION)) == [
        "± 3f9c01ab  2033-05-03  Hadrun Oss  [conditional, model, 0.64]",
        "    the mission stays if nobody shoots",
        "    condition: if nobody shoots",
        "    found by: shares: mission",
        "    — Courier, d1.txt",
    ]


def test_a_position_as_an_object_has_words_and_offsets() -> None:
    """Offsets are those of the document."""
    found = position_json(STATEMENT, POSITION)
    assert found["stance"] == "conditional"
    assert found["condition_words"] == "if nobody shoots"
    assert found["conditions"] == [(CONTENT.end - 16, CONTENT.end)]
    assert found["hit"] == hit_json(HIT)
    assert found["said"] == {"from": "2033-05-03", "to": "2033-05-03"}


def test_a_hit_is_shown_with_its_score() -> None:
    """And the reason for it."""
    first, content, reason, where = hit_lines(STATEMENT, HIT)
    assert first.endswith("[0.71]")
    assert content.strip() == STATEMENT.content
    assert reason.strip() == "shares: mission"
    assert where == "    — Courier, d1.txt"


def test_stances_are_counted() -> None:
    """Each one, those without any too."""
    assert counts_line([POSITION, POSITION]) == "for 0, against 0, conditional 2, unclear 0"


def test_undated_statements_come_last() -> None:
    """By the first day on which they may have been said."""
    undated = reported("[Oss] <said> {it stays}.", "a")
    found = sorted([(undated, POSITION), (STATEMENT, POSITION)], key=by_day)
    assert [statement for statement, _ in found] == [STATEMENT, undated]


def test_a_judgement_says_how_to_take_it_back() -> None:
    """And shows what was judged, by whom, why."""
    assert told(JUDGEMENT) == (
        "judgement 3: 3f9c01ab is not about on mission; `onrecord issues undo 3` takes it back"
    )
    assert judgement_line(JUDGEMENT) == (
        "   3  2034-04-05T10:00:00Z  mission  not-about: “the words”  (by ada; another one)"
    )
    assert judgement_json(JUDGEMENT)["stance"] == "not-about"


def test_every_verdict_is_a_stance_but_one() -> None:
    """`not-about` says that there is none to take."""
    assert {verdict.stance for verdict in Verdict} == {*Stance, None}


def test_a_suggestion_names_who_speaks_on_it() -> None:
    """At most five of them."""
    names = tuple("ABCDEFG")
    suggested = SuggestedIssue(ISSUE, STATEMENT.key, (STATEMENT.key,), names, Period.month(2033, 5))
    _, second = suggestion_lines(suggested)
    assert second.strip() == "1 statements, 2033-05-01..2033-05-31: A, B, C, D, E and 2 more"
    assert suggestion_json(suggested)["actors"] == list(names)
