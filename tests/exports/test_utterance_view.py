"""Utterances as the page shows them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from onrecord.domain.issue import StatementKey
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span
from onrecord.domain.utterance import Retelling, Utterance
from onrecord.domain.wording import Change, ChangeKind, Comparison, DiffStep, StepKind, Wording
from onrecord.exports.sections import UtteranceSection
from onrecord.exports.utterance_view import (
    MOST_RETELLINGS,
    MOST_UTTERANCES,
    UtteranceView,
    utterances_view,
)
from tests.exports.told import DAY, told

LEAD = told(1, "The pass stays shut for 60 days")
ALTERED = told(2, "The pass stays shut for 90 days", outlet="Courier")
COPY = told(3, LEAD.content, outlet="Zhevik Online")
CHANGED = Comparison(
    Wording.ALTERED,
    0.9,
    (
        DiffStep(StepKind.SAME, Span(0, 23), Span(0, 23)),
        DiffStep(StepKind.REPLACED, Span(24, 26), Span(24, 26)),
        DiffStep(StepKind.SAME, Span(27, 31), Span(27, 31)),
    ),
    (Change(ChangeKind.NUMBER_CHANGED, Span(24, 26), Span(24, 26)),),
)
SAME = Comparison(Wording.WIRE_COPY, 1.0, (DiffStep(StepKind.SAME, Span(0, 31), Span(0, 31)),))


def retelling(
    reported: ReportedStatement,
    comparison: Comparison | None = None,
    days: int = 0,
    copied_from: StatementKey | None = None,
) -> Retelling:
    """A report that appeared so many days after the first."""
    wording = comparison.wording if comparison else Wording.EXACT
    published = Period.day(DAY + timedelta(days))
    return Retelling(reported.key, reported.outlet, published, wording, comparison, copied_from)


def section(
    *retellings: Retelling, id: str = "u", lead: ReportedStatement = LEAD
) -> UtteranceSection:
    """An utterance with these reports."""
    held = {one.key: one for one in (LEAD, ALTERED, COPY)}
    return UtteranceSection(Utterance(id, lead.key, retellings, Period.day(DAY)), held)


BOTH = section(retelling(LEAD), retelling(ALTERED, CHANGED, 1), retelling(COPY, SAME, 2, LEAD.key))


def view(one: UtteranceSection = BOTH) -> UtteranceView:
    """The only utterance of a page."""
    [shown] = utterances_view([one], {LEAD.key: "d1s1"}).utterances
    return shown


def test_statements_and_outlets_are_counted_apart() -> None:
    """With the speaker, the day and the words that stand for it."""
    shown = view()
    assert (shown.statements, shown.outlets) == ("3 statements", "3 outlets")
    assert (shown.speaker, shown.when) == ("Mirelda Quost", "2033-02-14")
    assert shown.words == LEAD.content
    assert shown.wordings == ("altered", "wire copy")


def test_the_lead_is_shown_whole() -> None:
    """It is what the others are compared with, and leads to its report."""
    lead, altered, _ = view().retellings
    assert (lead.lead, lead.first, lead.words, lead.pieces) == (True, True, LEAD.content, ())
    assert (lead.anchor, altered.anchor) == ("d1s1", None)


def test_other_words_are_shown_against_the_lead() -> None:
    """Word by word, and what changes the meaning is flagged."""
    _, altered, _ = view().retellings
    assert [(piece.kind, piece.text) for piece in altered.pieces if piece.kind != "same"] == [
        ("dropped", "60"),
        ("added", "90"),
    ]
    assert altered.flags == ("number changed: “60” → “90”",)
    assert view().flags == altered.flags


def test_the_same_words_are_not_repeated() -> None:
    """It is said whom they were copied from."""
    *_, copy = view().retellings
    assert (copy.words, copy.pieces, copy.copied_from) == ("", (), "TSN")


def test_what_is_reported_once_is_not_shown() -> None:
    """It has nothing to be compared with."""
    assert utterances_view([section(retelling(LEAD))], {}).utterances == ()


def test_the_altered_come_first_then_what_was_retold_most() -> None:
    """And beyond a number they are counted."""
    twice = section(retelling(LEAD), retelling(COPY, SAME), id="a")
    thrice = section(retelling(LEAD), retelling(COPY, SAME), retelling(COPY, SAME), id="b")
    shown = utterances_view([twice, thrice, BOTH], {})
    assert [one.statements[0] for one in shown.utterances] == ["3", "3", "2"]
    assert shown.utterances[0].flags
    assert utterances_view([twice] * (MOST_UTTERANCES + 3), {}).hidden == 3


def test_many_reports_are_counted() -> None:
    """The first are shown."""
    shown = view(section(retelling(LEAD), *[retelling(COPY, SAME)] * 30))
    assert (len(shown.retellings), shown.hidden) == (MOST_RETELLINGS, 31 - MOST_RETELLINGS)


@pytest.mark.parametrize("lead", [LEAD, ALTERED])
def test_a_report_that_the_record_has_lost_is_told_of(lead: ReportedStatement) -> None:
    """Be it the lead or another."""
    lost = replace(section(retelling(LEAD), retelling(ALTERED, CHANGED), lead=lead), statements={})
    shown = view(lost)
    assert shown.words == "(not in the record)"
    assert {one.words for one in shown.retellings} == {"(not in the record)"}
    assert shown.flags == ()
