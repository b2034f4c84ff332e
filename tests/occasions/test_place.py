"""Placing the statements of a document."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.occasion import Occasion
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement
from tests.occasions.builders import Report, report

_SENTENCES = (
    "{“We agree,”} [Belk] <said> on Monday.",
    "{“No,”} [she] <added>.",
    "[Belk] <told> the BBC during an interview on Thursday {that it was over}.",
    "{“Yes,”} [Tarn] <said> after talks with Ana Belk in Ostrel.",
    "[Tarn] <urged> Vessen {to open the bridge}.",
    "{“Never,”} [Belk] <said> in March, quoted by the Interfax news agency.",
    "In a speech in Ostrel on May 7, [Belk] <said> {it was over}.",
    "Guns fell silent in Ostrel on Monday.",
    "[Belk] <tweeted>: {“No.”}",
    "[A statement by the ministry] <said> {it was over}.",
    "{“Hm,”} [he] <said>.\n",
    "[Belk] <had told> Jo Tarn {that she would go}.",
    "{An orphan.}",
    "[Tarn]<:> {So.}\n",
)

_reports = st.builds(
    report,
    *(st.sampled_from(_SENTENCES) for _ in range(6)),
    day=st.one_of(st.none(), st.dates()),
    dateline=st.sampled_from((None, "OSTREL (Reuters) -", "OSTREL, 9 May. /HNA/.")),
)


def _spans(statement: Statement) -> list[Span]:
    said = list(statement.said.evidence) if statement.said else []
    parties = [party.span for party in (*statement.addressees, *statement.reported_via)]
    return said + parties + (_spans_of(statement.occasion) if statement.occasion else [])


def _spans_of(occasion: Occasion) -> list[Span]:
    place = [occasion.place.span] if occasion.place else []
    return [*occasion.evidence, *place, *(party.span for party in occasion.counterparts)]


@given(_reports)
def test_statements_keep_all_that_they_had(case: Report) -> None:
    """Ids, order and spans are those that came in."""
    before, after = case.statements(), case.placed()
    assert [statement.id for statement in after] == [statement.id for statement in before]
    for old, new in zip(before, after, strict=True):
        assert (new.source, new.cue, new.content) == (old.source, old.cue, old.content)
        assert (new.speakers, new.parent, new.kind) == (old.speakers, old.parent, old.kind)


@given(_reports)
def test_everything_is_anchored_in_the_text(case: Report) -> None:
    """Every span lies inside it, and no evidence is blank."""
    for statement in case.placed():
        for span in _spans(statement):
            assert span.end <= len(case.text)
            assert span.of(case.text).strip()


@given(_reports)
def test_the_same_report_is_placed_the_same_again(case: Report) -> None:
    """Nothing depends on chance or on what came before."""
    assert case.placed() == case.placed()


@given(_reports)
def test_occasions_with_one_id_are_one(case: Report) -> None:
    """An id stands for one occasion of a document."""
    occasions = [s.occasion for s in case.placed() if s.occasion]
    by_id = {occasion.id: occasion for occasion in occasions}
    assert all(by_id[occasion.id] == occasion for occasion in occasions)


@given(_reports)
def test_nothing_is_dated_after_the_report(case: Report) -> None:
    """What will be said has not been said."""
    published = case.document().published
    for statement in case.placed():
        if statement.said and published:
            assert statement.said.period.first <= max(published.last, statement.said.period.first)
            if statement.said.step == "publication":
                assert statement.said.period.last == published.last


def test_a_report_without_statements_has_none() -> None:
    """There is nothing to place."""
    assert report("Guns fell silent.").placed() == ()
