"""From the persons of a document to name profiles."""

from datetime import date

import pytest

from onrecord.actors.office_table import OfficeTable
from onrecord.actors.profiles import profile_id
from onrecord.domain.actor import ActorKind
from onrecord.domain.span import Span
from tests.actors.builders import BELK, HOLM, NO_TABLE, SECRETARY, TABLE, TARN, Case, Marked

IN_2041, IN_2047 = date(2041, 5, 1), date(2047, 5, 1)
IN_2013 = date(2013, 9, 9)


def person(text, name, *others, day=None, table=TABLE):
    """The person whom a text calls by a name, the other names of persons marked too."""
    marked = tuple(Marked(words, n) for n, words in enumerate((name, *others)))
    case = Case(text, marked, day, table)
    cast = case.cast
    member = cast.at(cast.referents.inside(case.reading.mentions[_place(case, name)].span)[-1])
    assert member is not None
    return case.identities.person(member)


def _place(case, name):
    return next(n for n, one in enumerate(case.reading.mentions) if one.span.of(case.text) == name)


@pytest.mark.parametrize(
    ("name", "profile"),
    [
        ("Ana Belk", BELK),
        ("Anna Belk", BELK),
        ("ANA BELK", BELK),
        ("Jo Tarn", TARN),
        ("Mina Belk", None),
        ("Oda Merrin", None),
    ],
)
def test_a_full_name_of_the_table_is_that_actor(name, profile) -> None:
    """By any spelling it lists; the preferred one is shown; others have a profile of their name."""
    found = person(f"Then {name} left.", name)
    assert found.profile == (profile or profile_id(ActorKind.PERSON, name))
    assert found.known is (profile is not None)
    assert found.name == ("Ana Belk" if profile == BELK else "Jo Tarn" if profile else name)


def test_an_unknown_full_name_is_one_profile_everywhere() -> None:
    """Whatever the document, the case and the post."""
    found = {
        person(text, "Oda Merrin").profile
        for text in ("Then Oda Merrin left.", "Yesterday Foreign Minister Oda Merrin came.")
    }
    assert len(found) == 1


def test_a_lone_last_name_is_of_its_document_only() -> None:
    """Nobody says that it is the same in another."""
    text = "Then Merrin left."
    assert person(text, "Merrin").profile == profile_id(ActorKind.PERSON, "Merrin", "d")
    assert person(text, "Merrin").profile != profile_id(ActorKind.PERSON, "Merrin")


@pytest.mark.parametrize(
    ("text", "day", "profile"),
    [
        ("Then Secretary-General Belk of the Northern Pact left.", IN_2041, BELK),
        ("Then Northern Pact Secretary-General Belk left.", IN_2041, BELK),
        ("Then Northern Pact Secretary-General Belk left.", None, BELK),
        ("Then Northern Pact Secretary-General Belk left.", IN_2047, None),
        ("Then Northern Pact Secretary-General Holm left.", date(2049, 12, 31), HOLM),
    ],
)
def test_a_lone_last_name_with_the_post_of_the_day(text, day, profile) -> None:
    """Is the known actor who held it; on another day it is somebody else."""
    name = "Holm" if "Holm" in text else "Belk"
    found = person(text, name, day=day)
    assert found.profile == (profile or profile_id(ActorKind.PERSON, name, "d"))


@pytest.mark.parametrize(
    ("text", "day", "profile"),
    [
        ("Russian troops left, Lavrov said.", IN_2013, "person:sergey-lavrov"),
        ("Moscow protests, Lavrov said.", IN_2013, "person:sergey-lavrov"),
        ("Korvanan troops left, Lavrov said.", IN_2013, None),
        ("Russian troops left, Lavrov said.", date(1990, 1, 1), None),
    ],
)
def test_a_lone_last_name_at_home(text, day, profile) -> None:
    """The document names the country of the only one so called who is in office."""
    found = person(text, "Lavrov", day=day, table=OfficeTable.bundled())
    assert found.profile == (profile or profile_id(ActorKind.PERSON, "Lavrov", "d"))


def test_a_lone_name_that_two_people_share_is_nobody() -> None:
    """`Belk` beside `Mina Belk` and `Ola Belk` is neither of them, nor the known one."""
    text = "Mina Belk met Ola Belk at home. Belk left for the Northern Pact."
    case = Case(text, (Marked("Mina Belk", 0), Marked("Ola Belk", 1), Marked("Belk", 2, nth=2)))
    assert case.cast.named_in(Span(32, 36)) is None


@pytest.mark.parametrize(
    ("text", "offices", "country"),
    [
        ("Northern Pact Secretary-General Oda Merrin left.", (SECRETARY,), None),
        ("Former Northern Pact Secretary-General Oda Merrin left.", (), None),
        ("Iran's foreign minister, Oda Merrin, left.", (), "ir"),
        ("The mayor of Halden, Oda Merrin, left.", (), None),
        ("Then Oda Merrin left.", (), None),
    ],
)
def test_the_document_gives_offices_and_a_country(text, offices, country) -> None:
    """As far as the table can read them; a former holder has none."""
    found = person(text, "Oda Merrin")
    assert (found.offices, found.country) == (offices, country)


@pytest.mark.parametrize(("day", "roles"), [(IN_2041, 1), (IN_2047, 0), (None, 1)])
def test_known_posts_are_those_of_the_day(day, roles) -> None:
    """All, where the document has no date."""
    assert len(person("Then Ana Belk left.", "Ana Belk", day=day).known_roles) == roles


def test_without_a_table_nobody_is_known() -> None:
    """Profiles are of names then."""
    assert not person("Then Ana Belk left.", "Ana Belk", table=NO_TABLE).known


def test_a_profile_is_of_the_folded_name_and_the_kind() -> None:
    """Case, marks and spaces do not count; the kind and the document do."""
    person_id = profile_id(ActorKind.PERSON, "Ana Šefčík")
    assert person_id == profile_id(ActorKind.PERSON, "ANA  Sefcik")
    assert person_id.startswith("person~")
    assert len({person_id, profile_id(ActorKind.GROUP, "Ana Šefčík")}) == 2
    assert profile_id(ActorKind.PERSON, "Belk", "a") != profile_id(ActorKind.PERSON, "Belk", "b")
