"""What one wording is to another, and the differences that matter."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.wording import StepKind, Wording
from onrecord.positions.wording import compare
from onrecord.positions.wording.tokens import tokens_of

NEGATIONS = [
    ("We will not open the corridor.", "We will open the corridor.", "dropped"),
    ("We won't open the corridor.", "We will open the corridor.", "dropped"),
    ("We will open the corridor.", "We can never open the corridor.", "added"),
    ("There will be no talks in Halvik.", "There will be talks in Halvik.", "dropped"),
    ("We refuse to open the corridor.", "We will open the corridor.", "dropped"),
    ("Tessaria opposes the deal.", "Tessaria supports the deal.", "dropped"),
    ("The plan is acceptable.", "The plan is unacceptable.", "added"),
    ("They will talk without guarantees.", "They will talk with guarantees.", "dropped"),
]

NO_CHANGE = [
    ("She does not believe that it will open.", "She believes that it will not open."),
    ("The plan is unacceptable.", "The plan is not acceptable."),
    ("We refuse to open the corridor.", "We will not open the corridor."),
    ("They rejected the deal.", "They dismissed the deal."),
    ("He did not deny that it was late.", "He confirmed that it was late."),
    ("We will open it only if they leave.", "We will not open it unless they leave."),
    ("It is not only a road, it is a promise.", "It is a road and a promise."),
    ("We can't wait for the snow.", "We cannot wait for the snow."),
    ("Twenty-five thousand people fled.", "25,000 people fled."),
    ("It fell by 5 per cent.", "It fell by 5%."),
    ("The convoy leaves on May 5.", "The convoy leaves on 5 May."),
    ("We met Foreign Minister Mirelda Quost.", "We met Quost."),
    ("We met Orzhen Belkovar there.", "We met Orzen Belkowar there."),
    ("The LLS must act on the valley.", "The League of Littoral States must act on the valley."),
    ("We support Russia in this.", "We support Moscow in this."),
    ("The talks with Tekk begin on Monday.", "The talks with him begin on Monday."),
    ("We will talk provided that they leave.", "We will talk if they leave."),
    ("He asked if the road was open.", "He asked about the road being open."),
    ("The road has been closed until now.", "The road has been closed."),
]

NUMBERS_NAMES_CONDITIONS = [
    ("We need 60 days for it.", "We need 90 days for it.", "number_changed", ("60", "90")),
    ("We need sixty days for it.", "We need ninety days for it.", "number_changed", None),
    ("About 11,000 people live there.", "People live there.", "number_dropped", ("11,000", None)),
    ("It leaves on Monday.", "It leaves on Tuesday.", "number_changed", ("Monday", "Tuesday")),
    ("It fell by 5 percent.", "It fell by 6%.", "number_changed", ("5 percent", "6%")),
    ("Talks with Ilmarra begin.", "Talks with Norrholm begin.", "name_changed", None),
    ("We met Mirelda Quost.", "We met Ylsa Marrak.", "name_changed", None),
    ("We met Ylsa Marrak.", "We met Ylsa Belkovar.", "name_changed", None),
    ("Talks with Ilmarra will begin.", "The talks will begin.", "name_dropped", ("Ilmarra", None)),
    (
        "We will open the road if they leave.",
        "We will open the road.",
        "condition_dropped",
        ("if they leave", None),
    ),
    (
        "If they leave, we will open the road.",
        "We will open the road.",
        "condition_dropped",
        ("If they leave", None),
    ),
    (
        "We will open the road.",
        "We will open the road as long as the guns are silent.",
        "condition_added",
        (None, "as long as the guns are silent"),
    ),
]


def kinds(left, right, **around):
    return [change.kind.value for change in compare(left, right, **around).changes]


@pytest.mark.parametrize(("left", "right", "what"), NEGATIONS)
def test_a_negation_that_comes_or_goes_is_flagged(left, right, what) -> None:
    """Contractions, "no", "never", "without", refusals, opposites and prefixes."""
    assert kinds(left, right) == [f"negation_{what}"]


@pytest.mark.parametrize(("left", "right"), NO_CHANGE)
def test_the_same_in_other_words_is_no_change(left, right) -> None:
    """Whichever of the two comes first."""
    assert (kinds(left, right), kinds(right, left)) == ([], [])


@pytest.mark.parametrize(("left", "right", "kind", "words"), NUMBERS_NAMES_CONDITIONS)
def test_changes_are_anchored_in_both_texts(left, right, kind, words) -> None:
    """Spans are offsets in the text given."""
    (change,) = compare(left, right).changes
    assert change.kind.value == kind
    if words:
        spans = (change.left and change.left.of(left), change.right and change.right.of(right))
        assert spans == words


def test_a_condition_that_the_reporter_gives_is_not_missing() -> None:
    """What stands around the quotation is part of the report."""
    left, right = "We will open the road if they leave.", "We will open the road"
    around = f"Should they go, and only if they go, “{right}”, she said."
    assert kinds(left, right, right_around=around) == []


def test_a_negation_that_the_reporter_gives_is_not_missing() -> None:
    """ "Denied that he would" is "would not"."""
    left, right = "I would not open the road", "he would open the road"
    assert kinds(left, right, right_around=f"He denied that {right}.") == []


FULL = "The road is open, and the convoys may pass. Bread and insulin have no flag."

WORDINGS = [
    (FULL, FULL.replace("is", "is"), Wording.EXACT),
    ("“We won’t go to the centre”", '"We will not go to the center"', Wording.EXACT),
    (FULL, "Bread and insulin have no flag.", Wording.CUT),
    (FULL, "The road is open ... Bread and insulin have no flag.", Wording.CUT),
    (FULL, "Bread and insulin have a flag.", Wording.ALTERED),
    (FULL, "Food and medicine belong to no side.", Wording.PARAPHRASED),
]


@pytest.mark.parametrize(("left", "right", "wording"), WORDINGS)
def test_wordings(left, right, wording) -> None:
    """Exact, cut, altered or paraphrased."""
    assert compare(left, right).wording is wording


def test_the_same_sentence_around_the_same_words_is_a_copy() -> None:
    """Two who heard a sentence quote it alike; they do not put it alike."""
    words = "bread has no flag"
    report = f"On the steps of the ministry she repeated that {words}."
    other = f"Asked in Pelm about relief, she told us that {words}."
    copied = compare(words, words, left_around=report, right_around=report)
    heard = compare(words, words, left_around=report, right_around=other)
    assert (copied.wording, heard.wording) == (Wording.WIRE_COPY, Wording.EXACT)


def test_quotations_in_other_words_are_translations() -> None:
    """Two that share long stretches are cuts of one wording."""
    left = "We are for opening the corridor, and we are for opening it now."
    right = "We stand for the disclosure of the passage, today, without delay."
    assert compare(left, right, quoted=True).wording is Wording.TRANSLATED
    longer = "Some say no. " + left + " Others wait."
    other = left + " Bread has no flag."
    assert compare(longer, other, quoted=True).wording is Wording.CUT


@pytest.mark.parametrize(("left", "right"), [("", ""), ("", "No."), ("…", "!"), ("No.", "no")])
def test_texts_with_hardly_a_word_are_compared_too(left, right) -> None:
    """Nothing raises."""
    assert compare(left, right).changes == ()


SOME_WORDS = (
    *("we", "will", "not", "open", "the", "road", "if", "60", "guns", "leave", "Pelm", ",", "."),
    *("no", "Quost", "unless", "can't", "never", "two", "“", "”", "refuse", "[…]", "\n", "until"),
    *("5%", "May", "U.S.", "cease-fire", "ceasefire"),
)
TEXTS = st.lists(st.sampled_from(SOME_WORDS), max_size=25).map(" ".join)


@given(TEXTS, TEXTS)
def test_steps_cover_all_words_of_both_texts_in_order(left, right) -> None:
    """Whatever the texts: none is left out, none is there twice."""
    found = compare(left, right)
    for text, spans in (
        (left, [step.left for step in found.steps if step.left]),
        (right, [step.right for step in found.steps if step.right]),
    ):
        assert all(one.end <= other.start for one, other in pairwise(spans))
        covered = [any(span.contains(token.span) for span in spans) for token in tokens_of(text)]
        assert all(covered)


@given(TEXTS)
def test_a_text_is_exactly_itself(text) -> None:
    """No steps but the same, no change."""
    found = compare(text, text)
    assert (found.wording, found.changes, found.likeness) == (Wording.EXACT, (), 1.0)
    assert {step.kind for step in found.steps} <= {StepKind.SAME}


@given(TEXTS, TEXTS)
def test_seen_from_the_other_side_the_same_words_are_kept(left, right) -> None:
    """Likeness does not depend on which text comes first."""
    assert abs(compare(left, right).likeness - compare(right, left).likeness) < 0.35


def test_long_texts_are_compared_in_bounded_time() -> None:
    """Fifteen thousand words a side: more than are aligned at once."""
    words = (f"w{chr(97 + number % 26)} not said{number}" for number in range(5_000))
    left = " ".join(words)
    right = left.replace("wb ", "other ")
    found = compare(left, right)
    assert found.likeness > 0.9
