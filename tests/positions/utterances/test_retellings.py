"""Which report leads, which came first, which was taken over."""

import pytest

from onrecord.domain.issue import StatementKey
from onrecord.domain.statement import StatementKind
from onrecord.domain.wording import ChangeKind, Wording
from onrecord.positions.utterances.retellings import utterance_of
from tests.positions.utterances.builders import report

FULL = "“We will open the road within 60 days, and the bread will pass to Upper Brode.”"
SHORT = "“We will open the road within 60 days”"
TOLD = "that her country would open the road within 60 days, if all went well"
INDIRECT = StatementKind.INDIRECT


def key(name: str) -> StatementKey:
    return StatementKey(name, "s0")


def test_the_fullest_quotation_leads() -> None:
    """Not the first report, and not the longest paraphrase."""
    told = report(TOLD * 3, "a", kind=INDIRECT)
    found = utterance_of([told, report(SHORT, "b"), report(FULL, "c", published=3)])
    assert found.lead == key("c")
    assert [one.key.document_id for one in found.retellings] == ["a", "b", "c"]


def test_the_earliest_of_several_full_quotations_leads() -> None:
    """A few words more do not matter."""
    early, late = report(FULL, "z", published=0), report(FULL[:-1] + " now.”", "a", published=1)
    assert utterance_of([late, early]).lead == key("z")


def test_without_a_quotation_the_fullest_report_leads() -> None:
    """The earliest of several."""
    found = utterance_of(
        [report("that it opens", "a", kind=INDIRECT), report(TOLD, "b", kind=INDIRECT)]
    )
    assert found.lead == key("b")


def test_its_id_is_that_of_its_lead() -> None:
    """Further reports do not change it."""
    alone = utterance_of([report(FULL, "a")])
    retold = utterance_of([report(FULL, "a"), report(SHORT, "b", published=1)])
    assert alone.id == retold.id
    assert len(alone.id) == 16


def test_every_report_is_compared_with_the_lead() -> None:
    """The lead with nothing."""
    other = report(FULL.replace("60", "90"), "b", published=1)
    found = utterance_of([report(FULL, "a"), other, report(SHORT, "c", published=2)])
    lead, altered, cut = found.retellings
    assert lead.comparison is None
    assert (altered.wording, cut.wording) == (Wording.ALTERED, Wording.CUT)
    assert altered.comparison is not None
    assert [one.kind for one in altered.comparison.changes] == [ChangeKind.NUMBER_CHANGED]


SENTENCE = "Opening the session, Quost told the envoys"

COPIES = [
    ("an agency named", {"via": ("Reuters",)}, SHORT, "first"),
    ("the same sentence", {"passage": f"{SENTENCE} {FULL}."}, FULL, "first"),
    ("the same words of a speaker", {"passage": f"In Pelm she said {FULL}."}, FULL, None),
    ("other words", {}, SHORT, None),
]


@pytest.mark.parametrize(("why", "facts", "words", "source"), COPIES)
def test_what_was_taken_over(why, facts, words, source) -> None:
    """From an agency named, or where the very sentence is the same."""
    first = report(FULL, "first", outlet="Reuters", passage=f"{SENTENCE} {FULL}.")
    found = utterance_of([first, report(words, "second", published=1, outlet="TSN", **facts)])
    assert found.retellings[1].copied_from == (key(source) if source else None)
    assert found.retellings[0].copied_from is None


def test_a_writers_own_words_are_taken_over() -> None:
    """Nobody else puts it just so."""
    first = report(TOLD, "a", kind=INDIRECT, passage=f"She said {TOLD}.")
    second = report(TOLD, "b", kind=INDIRECT, passage=f"Quost, tired, said {TOLD}.", published=1)
    assert utterance_of([first, second]).retellings[1].copied_from == key("a")


def test_a_document_takes_nothing_over_from_itself() -> None:
    """A headline and its article."""
    twice = [report(TOLD, "a", kind=INDIRECT), report(TOLD, "a", kind=INDIRECT, at=200)]
    assert [one.copied_from for one in utterance_of(twice).retellings] == [None, None]


SAID = [
    ((0, 0), (0, 1), 0),
    ((0, 0), (3, 1), 0),
    ((None, 2), (None, 4), 2),
    ((None, None), (None, None), None),
]


@pytest.mark.parametrize(("one", "other", "day"), SAID)
def test_when_it_was_said(one, other, day) -> None:
    """The days that all allow, else those of the report that knows best."""
    found = utterance_of(
        [
            report(FULL, "a", said=one[0], published=one[1]),
            report(FULL, "b", said=other[0], published=other[1]),
        ]
    )
    expected = report(FULL, said=day).statement.said if day is not None else None
    assert found.said == (expected.period if expected else None)
