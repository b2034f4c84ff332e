"""Issues in TOML: what is read, what is refused and how, and that writing loses nothing."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.issue import Example, Issue, Stance
from onrecord.errors import InvalidIssue
from onrecord.positions.issues.issue_file import parse_issues, read_issues, write_issues

FULL = """
[[issue]]
id = "mission"
proposition = "The mission should stay."
description = "The Joint Monitoring Mission in the Sarn valley."
for = ["It has to stay."]
against = ["Send it home.", "It must go."]
words = ["monitors"]
actors = ["Hadrun Oss"]
targets = ["Joint Monitoring Mission"]
since = 2031-01-01
until = "2033-06"
"""


def test_an_issue_has_all_that_the_file_says() -> None:
    """Examples keep their stance; a month ends on its last day."""
    assert parse_issues(FULL) == (
        Issue(
            "mission",
            "The mission should stay.",
            "The Joint Monitoring Mission in the Sarn valley.",
            (
                Example("It has to stay.", Stance.FOR),
                Example("Send it home.", Stance.AGAINST),
                Example("It must go.", Stance.AGAINST),
            ),
            ("monitors",),
            ("Hadrun Oss",),
            ("Joint Monitoring Mission",),
            date(2031, 1, 1),
            date(2033, 6, 30),
        ),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "holds no issue", id="empty"),
        pytest.param("issue = 3", "holds no issue", id="no table"),
        pytest.param("[[issues]]", "has 'issues'", id="misspelt"),
        pytest.param("[[issue]\n", "is no TOML", id="broken"),
        pytest.param("[[issue]]\nproposition='It holds.'", "id is missing", id="no id"),
        pytest.param("[[issue]]\nid='A B'\nproposition='It.'", "is no slug", id="no slug"),
        pytest.param("[[issue]]\nid='a'", "proposition is missing", id="no proposition"),
        pytest.param("[[issue]]\nid='a'\nproposition='Why?'", "is a question", id="question"),
        pytest.param("[[issue]]\nid='a'\nproposition='It.'\nfor='x'", "write a list", id="text"),
        pytest.param("[[issue]]\nid='a'\nproposition='It.'\nfor=['']", "empty text", id="blank"),
        pytest.param("[[issue]]\nid='a'\nproposition=3", "quotation marks", id="number"),
        pytest.param("[[issue]]\nid='a'\nproposition='It.'\npro=['x']", "unknown key", id="key"),
        pytest.param("[[issue]]\nid='a'\nproposition='It.'\nsince='May'", "write a day", id="day"),
        pytest.param(
            "[[issue]]\nid='a'\nproposition='It.'\nsince='2031-13'", "write a day", id="month"
        ),
        pytest.param(
            "[[issue]]\nid='a'\nproposition='It.'\nsince=2032-01-01\nuntil=2031-01-01",
            "exchange them",
            id="backwards",
        ),
        pytest.param(
            "[[issue]]\nid='a'\nproposition='It.'\n" * 2, "has id 'a' 2 times", id="twice"
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place_and_what_to_do(text: str, said: str) -> None:
    """The message has the file, and the next step."""
    with pytest.raises(InvalidIssue, match=said) as raised:
        parse_issues(text, "own.toml")
    assert "own.toml" in str(raised.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """Also one that is no UTF-8."""
    with pytest.raises(InvalidIssue, match="cannot be read"):
        read_issues(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"# \xe9")
    with pytest.raises(InvalidIssue, match="is not UTF-8"):
        read_issues(tmp_path / "latin.toml")


WORDS = st.text(min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
TEXTS = WORDS.filter(lambda text: not text.endswith("?") and text.isprintable())
LISTS = st.lists(TEXTS, max_size=3, unique=True).map(tuple)


@given(proposition=TEXTS, description=TEXTS, examples=LISTS, words=LISTS, since=st.dates())
def test_what_is_written_is_read_again(
    proposition: str,
    description: str,
    examples: tuple[str, ...],
    words: tuple[str, ...],
    since: date,
) -> None:
    """Every text survives, quotation marks and backslashes included."""
    issue = Issue(
        "a-1",
        proposition,
        description,
        tuple(Example(text, Stance.FOR) for text in examples),
        words,
        since=since,
    )
    assert parse_issues(write_issues([issue])) == (issue,)
