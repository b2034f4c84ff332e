"""The posts that a document gives a person."""

import pytest

from onrecord.actors.member_roles import roles_of
from tests.actors.builders import TABLE, Case, Marked


def roles(text, *names, table=TABLE):
    """The words of each post that a text gives Ana Belk."""
    case = Case(text, tuple(Marked(name, 0) for name in ("Ana Belk", *names)), table=table)
    belk = case.cast.person(("ana", "belk"))
    assert belk is not None
    return [" ".join(sorted(found.words)) for found in roles_of(text, belk, table)]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Foreign Minister Ana Belk left.", ["foreign minister"]),
        ("Then Korvanan Foreign Minister Ana Belk left.", ["foreign minister"]),
        ("They met the Korvanan foreign minister Ana Belk there.", ["foreign minister"]),
        ("Ana Belk, the foreign minister of Korvana, left.", ["foreign minister"]),
        ("Ana Belk, Korvana's foreign minister, left.", ["foreign minister"]),
        ("Ana Belk, mayor of Halden, left.", ["mayor"]),
        ("Korvana's foreign minister, Ana Belk, left.", ["foreign minister"]),
        ("The foreign minister of Korvana, Ana Belk, left.", ["foreign minister"]),
        ("Minister Ana Belk left. Ana Belk, a lawyer, waved.", ["minister", "lawyer"]),
        ("Minister Ana Belk left. Minister Ana Belk waved.", ["minister"]),
        ("Ana Belk, who met the minister, left.", []),
        ("Ana Belk, tired and cold, left.", []),
        ("Ana Belk’s minister left.", []),
        ("The minister left. Ana Belk waved.", []),
        ("The minister met Ana Belk.", []),
        ("The minister said Ana Belk had left.", []),
        ("Ana Belk left.", []),
    ],
)
def test_a_post_stands_before_the_name_or_is_set_beside_it(text, posts) -> None:
    """In the same clause; the verb ends it."""
    assert roles(text) == posts


def test_a_post_of_a_short_form_counts() -> None:
    """Each form of the name is looked at."""
    text = "Then Ana Belk left. “No,” said Minister Belk."
    assert roles(text, "Belk") == ["minister"]
