"""Two wordings as one text with what was left out and put in."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.span import Span
from onrecord.domain.wording import Change, ChangeKind, Comparison, DiffStep, StepKind, Wording
from onrecord.exports.word_diff import DIFF_CHARACTERS, DiffPiece, diff_of, flags_of

LEFT, RIGHT = "We will not talk now", "We will talk, today"


def words(text: str, *wanted: str) -> Span:
    """Where the words stand."""
    phrase = " ".join(wanted)
    return Span(text.index(phrase), text.index(phrase) + len(phrase))


def comparison(*steps: DiffStep, changes: tuple[Change, ...] = ()) -> Comparison:
    """An altered wording."""
    return Comparison(Wording.ALTERED, 0.8, steps, changes)


FOUND = comparison(
    DiffStep(StepKind.SAME, words(LEFT, "We", "will"), words(RIGHT, "We", "will")),
    DiffStep(StepKind.DROPPED, words(LEFT, "not")),
    DiffStep(StepKind.SAME, words(LEFT, "talk"), words(RIGHT, "talk")),
    DiffStep(StepKind.REPLACED, words(LEFT, "now"), words(RIGHT, "today")),
    changes=(Change(ChangeKind.NEGATION_DROPPED, words(LEFT, "not")),),
)


def test_what_was_left_out_stands_where_it_would() -> None:
    """And what was put in where it does; words never run into each other."""
    pieces = diff_of(FOUND, LEFT, RIGHT)
    assert "".join(piece.text for piece in pieces) == "We will not talk, now today"
    assert [piece for piece in pieces if piece.kind != "same"] == [
        DiffPiece("dropped", "not"),
        DiffPiece("dropped", "now"),
        DiffPiece("added", "today"),
    ]


def test_a_changed_meaning_is_said_with_its_words() -> None:
    """Those of both sides, where both have any."""
    changes = (
        *FOUND.changes,
        *FOUND.changes,
        Change(ChangeKind.NUMBER_CHANGED, Span(0, 2), Span(0, 2)),
    )
    assert flags_of(changes, LEFT, RIGHT) == (
        "negation dropped: “not”",
        "number changed: “We” → “We”",
    )


@pytest.mark.parametrize("span", [Span(900, 905), None])
def test_a_span_beyond_the_text_shows_nothing(span: Span | None) -> None:
    """A comparison of other words never breaks a page."""
    lost = comparison(DiffStep(StepKind.REPLACED, span, span))
    assert diff_of(lost, LEFT, RIGHT) == (DiffPiece("same", RIGHT),)
    assert flags_of([Change(ChangeKind.NAME_ADDED, right=span)], LEFT, RIGHT) == ("name added",)


def test_a_long_text_is_cut() -> None:
    """The whole of it is in its report."""
    text = "word " * DIFF_CHARACTERS
    pieces = diff_of(comparison(), text, text)
    assert len("".join(piece.text for piece in pieces)) <= DIFF_CHARACTERS + 2
    assert pieces[-1].text == " …"


_WORDS = st.lists(
    st.tuples(st.sampled_from(StepKind), st.sampled_from(["guns", "road", "no", "snow"])),
    max_size=20,
)


def spans(given_words: list[str]) -> list[Span]:
    """Where words joined by spaces stand."""
    starts = [0, *accumulate(len(word) + 1 for word in given_words)]
    return [
        Span(start, start + len(word)) for start, word in zip(starts, given_words, strict=False)
    ]


@given(_WORDS)
def test_the_right_text_is_all_there(steps: list[tuple[StepKind, str]]) -> None:
    """Without what is marked as left out it reads as in the report, white space aside."""
    left = [word for kind, word in steps if kind is not StepKind.ADDED]
    right = [word for kind, word in steps if kind is not StepKind.DROPPED]
    lefts, rights = iter(spans(left)), iter(spans(right))
    found = comparison(
        *(
            DiffStep(
                kind,
                None if kind is StepKind.ADDED else next(lefts),
                None if kind is StepKind.DROPPED else next(rights),
            )
            for kind, _ in steps
        )
    )
    pieces = diff_of(found, " ".join(left), " ".join(right))
    kept = "".join(piece.text for piece in pieces if piece.kind != "dropped")
    assert kept.split() == right
    whole = "".join(piece.text for piece in pieces)
    assert len(whole.split()) == len(right) + sum(
        kind in {StepKind.DROPPED, StepKind.REPLACED} for kind, _ in steps
    )
