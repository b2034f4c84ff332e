"""Denied, declined, negated and hedged attributions are told apart, and stances are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.span import Span
from onrecord.domain.statement import CueStance, Polarity
from onrecord.statements.polarity import read_polarity, read_stance

AFFIRMED, DENIED, DECLINED = Polarity.AFFIRMED, Polarity.DENIED, Polarity.DECLINED
NEGATED, HEDGED = Polarity.NEGATED, Polarity.HEDGED


def polarity(sentence: str) -> Polarity:
    """Read `source| between <cue> content`: a bar ends the source, brackets hold the cue."""
    source_text, _, rest = sentence.partition("|")
    before, _, rest = rest.partition("<")
    cue_text, _, content_text = rest.partition(">")
    text = source_text + before + cue_text + content_text
    at = len(source_text) + len(before)
    end = at + len(cue_text)
    source = (Span(0, len(source_text)),) if source_text else ()
    content = (Span(end + 1, len(text)),) if len(text) > end + 1 else ()
    return read_polarity(text, source, (Span(at, end),), content)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Belk| <said> the road was open", AFFIRMED),
        ("Belk| <denied> that the road was open", DENIED),
        ("Belk| <strongly denied> any part in it", DENIED),
        ("Belk| <rejected> the claim that it was open", DENIED),
        ("Belk| <rejected> the plan", AFFIRMED),
        ("Belk| <disputes> the report", DENIED),
        ("Belk| <dismissed as “tales”> the reports", DENIED),
        ("Belk| could <deny> them permits", AFFIRMED),
        ("Belk| <declined> to comment", DECLINED),
        ("Belk| <declined to say> whether it was open", DECLINED),
        ("Belk| declined <to discuss> the plan", DECLINED),
        ("Belk| <refused to comment> on the plan", DECLINED),
        ("Belk| <refused> to resign", AFFIRMED),
        ("Belk| <would not say> who paid", DECLINED),
        ("Belk| <won’t discuss> the plan", DECLINED),
        ("Belk| <would not be drawn on> the plan", DECLINED),
        ("Belk| <did not respond to> a request", DECLINED),
        ("Belk| <did not immediately respond> to questions", DECLINED),
        ("Belk| <would not confirm or deny> the report", DECLINED),
        ("Belk| <has not commented on> the date", DECLINED),
        ("Belk| <did not say> whether it would help", NEGATED),
        ("Belk| did not, however, <say> who paid", NEGATED),
        ("Belk| <never promised> a date", NEGATED),
        ("Belk| <has not said> whether it was open", NEGATED),
        ("Belk| <didn’t say> who paid", NEGATED),
        ("Belk| left without <saying> who paid", NEGATED),
        ("Belk| <avoids condemning> the raid", NEGATED),
        ("No one| <said> it was open", NEGATED),
        ("Belk| <not only said> it was open", AFFIRMED),
        ("Belk| <could not resist pointing out> the error", AFFIRMED),
        ("Belk| <did not rule out> a new round", AFFIRMED),
        ("Belk| did not like the plan and <said> so", AFFIRMED),
        ("Belk| <said> he did not know", AFFIRMED),
        ("Belk| reportedly <said> it was open", HEDGED),
        ("Belk| <has reportedly offered> a new road", HEDGED),
        ("Belk| <is said to have muttered> something", HEDGED),
        ("Belk| <is believed> to favour the plan", HEDGED),
        ("Belk| <appeared to suggest> that it was open", HEDGED),
        ("Belk| <was quoted as saying> it was open", AFFIRMED),
        ("It is open, a guard| <said>. Tarn was supposed to come", AFFIRMED),
    ],
)
def test_the_words_around_the_cue_decide_its_polarity(sentence: str, expected: Polarity) -> None:
    """The clue stands in the cue or in the few words beside it, never in the content alone."""
    assert polarity(sentence) is expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", CueStance.NEUTRAL),
        ("told reporters", CueStance.NEUTRAL),
        ("claimed", CueStance.DISTANCING),
        ("insists", CueStance.DISTANCING),
        ("so-called", CueStance.DISTANCING),
        ("pointed out", CueStance.FACTIVE),
        ("has admitted", CueStance.FACTIVE),
        ("acknowledging", CueStance.FACTIVE),
        ("recognized", CueStance.FACTIVE),
    ],
)
def test_a_cue_shows_its_stance(cue: str, expected: CueStance) -> None:
    """Distancing and factive verbs are told from neutral ones in every inflected form."""
    assert read_stance(cue, (Span(0, len(cue)),)) is expected


def test_no_cue_is_affirmed_and_neutral() -> None:
    """Without a cue there is nothing to deny or to colour."""
    assert read_polarity("So it is.", (), (), (Span(0, 9),)) is AFFIRMED
    assert read_stance("So it is.", ()) is CueStance.NEUTRAL


@given(
    st.text(alphabet=st.sampled_from("dent’' not.İß\n“said refuse"), max_size=60),
    st.lists(st.integers(0, 60), min_size=6, max_size=6),
)
def test_any_spans_have_a_polarity(text: str, edges: list[int]) -> None:
    """No text or spans raise."""
    spans = [Span(min(a, b), max(a, b) + 1) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    source, cue, content = ((span,) for span in spans)
    assert read_polarity(text, source, cue, content) in Polarity
    assert read_stance(text, cue) in CueStance
