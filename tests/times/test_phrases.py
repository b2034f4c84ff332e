"""Expressions of time are found by their words, their context and the reader's marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.span import Span
from onrecord.domain.time import TimeMark, TimeType
from onrecord.times.forms import Calendar, Direction, Length, Reference, Repeated, Shift, Unit
from tests.builders import span_of
from tests.times.found import phrases, times, values, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Halden fell on May 7, 2013.", ["May 7, 2013"]),
        ("Halden fell on 7 May.", ["7 May"]),
        ("Halden fell on the 7th of May.", ["the 7th of May"]),
        ("Halden fell on Feb. 25.", ["Feb. 25"]),
        ("Halden fell on 02/13/98.", ["02/13/98"]),
        ("Halden fell on 2013-05-07.", ["2013-05-07"]),
        ("Halden fell on 13.02.2017.", ["13.02.2017"]),
        ("Halden fell Aug 21.", ["Aug 21"]),
        ("Halden fell on Friday, May 7.", ["Friday, May 7"]),
        ("Halden fell on Friday 13th.", ["Friday 13th"]),
        ("Halden fell on the 5th.", ["the 5th"]),
        ("It rained in late January and in mid-May.", ["late January", "mid-May"]),
        ("Until the second half of June it held.", ["the second half of June"]),
        ("A loss in fiscal year 1990's second quarter.", ["fiscal year 1990's second quarter"]),
        ("This year's third quarter was better.", ["This year's third quarter"]),
        ("In the late '80s and the 1990s.", ["the late '80s", "the 1990s"]),
        ("It was the 20th century.", ["the 20th century"]),
        ("They met two days later.", ["two days later"]),
        ("They met the following day.", ["the following day"]),
        ("They met at 9:30 a.m. EST.", ["9:30 a.m. EST"]),
        ("They met at 4 a.m. EDT Thursday.", ["4 a.m. EDT Thursday"]),
        ("They met Friday night.", ["Friday night"]),
        ("They met on the morning of May 7.", ["the morning of May 7"]),
        ("They met over the weekend.", ["the weekend"]),
        ("In the past three months he left.", ["the past three months"]),
        ("A two-year-old war and a 30-day truce.", ["two-year-old", "30-day"]),
        ("It took more than a month.", ["more than a month"]),
        ("It took nearly two and a half years.", ["nearly two and a half years"]),
        ("They meet twice a week, on Mondays.", ["twice a week", "Mondays"]),
        ("Talks on February 15-16.", ["February 15-16"]),
        ("It is to last three weeks.", ["three weeks"]),
        ("It slowed as of late. On Wednesday they met.", ["Wednesday"]),
        ("Between 2011 and 2013 it fell.", ["2011", "2013"]),
        ("From 3 to 5 May it held.", ["3 to 5 May"]),
        (
            "A week from Friday, two weeks after Christmas.",
            ["A week from Friday", "two weeks after Christmas"],
        ),
        ("January nineteen ninety-seven.", ["January nineteen ninety-seven"]),
    ],
)
def test_extent(text: str, expected: list[str]) -> None:
    """An expression takes in what belongs to it, and no preposition."""
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may march in the sun.",
        "The second letter came.",
        "Some 2000 people fled.",
        "It cost $1990.",
        "Under resolution 2254 they met.",
        "They sat and wed.",
        "Sales fall in Halden.",
        "Jan Kavel spoke for Sun Microforms.",
        "She is 37 years old, her son a 6-year-old boy.",
        "He left as soon as he could.",
        "They spoke of the future of Halden.",
        "It lies on the 5th floor.",
        "The score was 3:10.",
        "The fall of Halden stunned Ostrel.",
        "The Sunday Times and the Daily Courier wrote so.",
        "Three quarters of them left.",
        "The Ostrel Today of old is gone.",
        "It rose by 20.5 percent, or 1,990 crowns.",
        "",
    ],
)
def test_words_with_other_uses(text: str) -> None:
    """Words and figures that may be a time are none where the context does not show it."""
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("On May 7 it fell.", Calendar(month=5, day=7)),
        ("On Friday it fell.", Calendar(weekday=5)),
        ("In the 1990s it fell.", Calendar(decade=199)),
        ("Last Friday it fell.", Calendar(weekday=5, which=Direction.PAST)),
        ("Next May it falls.", Calendar(month=5, which=Direction.FUTURE)),
        ("Two days ago it fell.", Shift(2, Unit.DAY, Direction.PAST)),
        ("Last week it fell.", Shift(1, Unit.WEEK, Direction.PAST, snapped=True)),
        ("It fell recently.", Reference(Direction.PAST)),
        ("It took six months.", Length(((6, Unit.MONTH),))),
        ("It snows twice a week.", Repeated(Length(((1, Unit.WEEK),)), 2)),
    ],
)
def test_form(text: str, form: object) -> None:
    """A phrase keeps what its words say by themselves."""
    assert [found.form for found in phrases(text)] == [form]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Talks will start Feb. 25.", Direction.FUTURE),
        ("Irena Valk said on Friday that it holds.", Direction.PAST),
        ("The army must leave by August 1.", Direction.FUTURE),
        ("Since June the bridge is closed.", Direction.PAST),
        ("On Friday, Tomas Brandt said so.", Direction.PAST),
        ("The case is heard in May.", None),
        ("Irena Valk came. In June the bridge.", None),
    ],
)
def test_direction(text: str, hint: Direction | None) -> None:
    """Tense and preposition near an expression put it before or after publication."""
    assert [found.hint for found in phrases(text)] == [hint]


def test_marks_back_what_is_in_doubt() -> None:
    """With a reader's marks, doubtful words need one; those with no other use do not."""
    text = "In 2031 and on May 7 the recent rains came."
    year = TimeMark(span_of(text, "2031"), TimeType.DATE, 0.3)
    assert words(text) == ["2031", "May 7", "recent"]
    assert words(text, [year]) == ["2031", "May 7"]


def test_a_sure_mark_overrules_the_context() -> None:
    """Words that the context takes for something else are an expression if the reader is sure."""
    text = "He marched for fall."
    mark = TimeMark(span_of(text, "fall"), TimeType.DATE, 0.8)
    assert words(text) == []
    assert words(text, [mark]) == ["fall"]


def test_a_sure_mark_without_grammar_is_kept() -> None:
    """A mark that the grammar makes nothing of becomes an expression with a vague value."""
    text = "It held for eons."
    mark = TimeMark(span_of(text, "eons"), TimeType.DURATION, 0.9)
    (found,) = times(text, marks=[mark])
    assert (found.span, found.type, found.value, found.score) == (mark.span, mark.type, "PXX", 0.9)


def test_a_weak_mark_alone_is_nothing() -> None:
    """A mark below the threshold makes no expression."""
    text = "It held for eons."
    assert words(text, [TimeMark(span_of(text, "eons"), TimeType.DURATION, 0.4)]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Friday.", TimeType.DATE),
        ("At 6 p.m.", TimeType.TIME),
        ("On Friday night.", TimeType.TIME),
        ("For two days.", TimeType.DURATION),
        ("Every day.", TimeType.SET),
        ("It is over now.", TimeType.DATE),
    ],
)
def test_type(text: str, expected: TimeType) -> None:
    """Times of day are TIME, durations DURATION, what comes again SET, the rest DATE."""
    assert [found.type for found in phrases(text)] == [expected]


_WORDS = st.sampled_from(
    [
        *("the", "a", "last", "next", "this", "May", "7", "2013", "Friday", "two", "years", "ago"),
        *("of", "in", "quarter", "first", "half", "'s", "-", ",", ".", "and", "to", "9:30", "a.m."),
        *("early", "late", "mid-", "'80s", "1990s", "several", "every", "day", "week", "end", "31"),
        *("Christmas", "years-old", "99", "Feb.", "before", "after", "from", "now", "soon", "q1"),
        *("hundred", "thousand", "–", "“", "\n", "\n\n"),
    ]
)


@given(st.lists(_WORDS, max_size=30).map(" ".join))
def test_any_words(text: str) -> None:
    """Whatever the words, expressions stand in order, inside the text, and do not overlap."""
    found = times(text)
    ends = [Span(0, 1)] + [one.span for one in found]
    assert all(before.end <= one.start or before == Span(0, 1) for before, one in pairwise(ends))
    assert all(one.span.end <= len(text) and one.value for one in found)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """No text makes it fail."""
    assert all(value for value in values(text).values())
