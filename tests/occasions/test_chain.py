"""What each part of a frame belongs to."""

import pytest

from onrecord.occasions.facts import Facts, Tie
from tests.occasions.builders import report


def _facts(sentence: str) -> tuple[str, Facts]:
    case = report(sentence)
    finder = case.finder()
    [statement] = case.statements()
    words = frozenset(" ".join(span.of(case.text) for span in statement.cue).lower().split())
    frames = finder._frames  # the frame as the finder has it
    return case.text, finder.reader.read(frames.of(statement), words)


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("[Belk] <said> on Monday {it was over}.", Tie.SAYING),
        ("[Belk] <said> in Ostrel on Monday {it was over}.", Tie.SAYING),
        ("[Belk] <said> in an interview on Monday {it was over}.", Tie.EVENT),
        ("[Belk] <said> after talks on Monday {it was over}.", Tie.EVENT),
        ("[Belk] <said> after a raid on Monday {it was over}.", Tie.AWAY),
        ("[Belk] <said> about the raid on Monday {it was over}.", Tie.AWAY),
        ("[Belk] <said> in a report about the raid on Monday {it was over}.", Tie.AWAY),
        ("[Belk], who left on Monday, <said> {it was over}.", Tie.AWAY),
        ("After the raid, on Monday [Belk] <said> {it was over}.", Tie.SAYING),
        ("[Belk] <said> by Monday {it would be over}.", Tie.AWAY),
        ("[Belk] <said> of the Monday raid {it was over}.", Tie.AWAY),
    ],
)
def test_a_time_belongs_to_the_saying_to_the_occasion_or_to_neither(
    sentence: str, tie: Tie
) -> None:
    """It follows whatever stands before it, up to a comma."""
    text, facts = _facts(sentence)
    [moment] = facts.moments
    assert (moment.expression.span.of(text), moment.tie) == ("Monday", tie)


@pytest.mark.parametrize(
    ("sentence", "earlier", "displaced"),
    [
        ("[Belk] <had said> {it was over}.", True, False),
        ("[Belk] once <said> {it was over}.", True, False),
        ("[Belk], once a clerk, <said> {it was over}.", False, False),
        ("[Belk] <repeated> earlier claims {that it was over}.", False, False),
        ("Days after the raid, [Belk] <said> {it was over}.", False, True),
        ("It fell after [Belk] <said> {it was over}.", False, True),
        ("After the raid, [Belk] <said> {it was over}.", False, False),
    ],
)
def test_words_that_put_the_saying_elsewhere_in_time(
    sentence: str, earlier: bool, displaced: bool
) -> None:
    """Only where they stand at the saying itself."""
    _, facts = _facts(sentence)
    assert (facts.earlier, facts.displaced) == (earlier, displaced)


def test_everything_that_a_frame_names_is_read() -> None:
    """Listener, occasion, place, day and agency of one sentence."""
    text, facts = _facts(
        "[Belk] <told> the BBC in an interview in Ostrel on Monday, quoted by Interfax, {so}."
    )
    assert [span.of(text) for span, _ in facts.listeners] == ["told the BBC"]
    assert [event.span.of(text) for event in facts.events] == ["interview"]
    assert [place.name for place, _ in facts.places] == ["Ostrel"]
    assert [moment.expression.span.of(text) for moment in facts.moments] == ["Monday"]
    assert [named.party.name for named in facts.outlets] == ["Interfax"]
