"""What a phrase says of somebody's post."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors.office_table import OfficeTable
from onrecord.actors.roles import read_role
from tests.actors.builders import NO_TABLE, SECRETARY, TABLE


def role(phrase, table=NO_TABLE):
    """A phrase that names a post."""
    found = read_role(phrase, table)
    assert found is not None, phrase
    return found


@pytest.mark.parametrize(
    ("phrase", "head", "words"),
    [
        ("the minister", "minister", {"minister"}),
        ("the Korvanan foreign minister", "minister", {"foreign", "minister"}),
        ("Korvana's foreign minister", "minister", {"foreign", "minister"}),
        ("the foreign minister of Korvana", "minister", {"foreign", "minister"}),
        ("the former mayor of Halden", "mayor", {"mayor"}),
        ("“the minister”,", "minister", {"minister"}),
    ],
)
def test_the_words_of_a_post(phrase, head, words) -> None:
    """Small words without articles, places and what tells the time."""
    found = role(phrase)
    assert (found.head, found.words) == (head, words)


@pytest.mark.parametrize("phrase", ["", "   ", "the bridge", "Korvana", "she", "quickly", "“”"])
def test_a_phrase_without_a_post(phrase) -> None:
    """Things, places and pronouns name none."""
    assert read_role(phrase, NO_TABLE) is None


@pytest.mark.parametrize(
    ("phrase", "generic"),
    [
        ("the official", True),
        ("a Korvanan diplomat", True),
        ("the lawyer", True),
        ("the minister", False),
        ("the mayor of Halden", False),
    ],
)
def test_some_posts_point_at_nobody(phrase, generic) -> None:
    """They fit too many people of any document."""
    assert role(phrase).generic is generic


@pytest.mark.parametrize("phrase", ["the former minister", "the then minister", "late minister"])
def test_a_post_may_be_past(phrase) -> None:
    """Whoever held it then does not hold it now."""
    assert role(phrase).former
    assert not role("the minister").former


@pytest.mark.parametrize(
    ("asked", "given", "may_be"),
    [
        ("the minister", "Korvanan foreign minister", True),
        ("the foreign minister", "the minister", False),
        ("the Korvanan minister", "foreign minister of Korvana", True),
        ("the Tessarian minister", "foreign minister of Korvana", False),
        ("the Tessarian minister", "foreign minister", True),
        ("the minister", "the mayor of Halden", False),
        ("the mayor", "the minister", False),
        ("the former minister", "Korvanan foreign minister", False),
        ("the former minister", "former foreign minister", True),
        ("the Iranian minister", "Iran's foreign minister", True),
        ("the Iranian minister", "the Russian foreign minister", False),
        ("the defence minister", "Korvanan foreign minister", False),
    ],
)
def test_whom_a_description_may_mean(asked, given, may_be) -> None:
    """A shorter wording stands for a longer one of the same place and time."""
    assert role(asked).may_be(role(given)) is may_be


def test_a_post_of_the_table_is_known_by_other_words() -> None:
    """The words need not be the same."""
    table = OfficeTable.bundled()
    asked, given = (
        role("the Russian top diplomat", table),
        role("Foreign Minister of Russia", table),
    )
    assert asked.may_be(given, by_words=False)
    assert not role("the US top diplomat", table).may_be(given)
    assert not role("the Russian president", table).may_be(given)


@pytest.mark.parametrize(
    ("phrase", "office", "unique"),
    [
        ("the Northern Pact's secretary-general", SECRETARY, True),
        ("Secretary-General of the Northern Pact", SECRETARY, True),
        ("the secretary-general", None, True),
        ("the mayor of Halden", None, False),
    ],
)
def test_the_table_gives_the_office(phrase, office, unique) -> None:
    """Where it knows one."""
    found = role(phrase, TABLE)
    assert (found.office, found.unique) == (office, unique)


@given(st.text(max_size=60))
def test_any_phrase_can_be_read(phrase) -> None:
    """A post of any words may be itself."""
    found = read_role(phrase, TABLE)
    assert found is None or found.role is not None or found.head
