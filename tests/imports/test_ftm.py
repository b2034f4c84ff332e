"""Actors in FollowTheMoney's JSON lines."""

import json
from datetime import date
from pathlib import Path

import pytest

from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.imports import Item, LeftOut, read_actors

VALK = {
    "id": "Q99999999",
    "schema": "Person",
    "caption": "Irena Valk",
    "datasets": ["halden_officials"],
    "properties": {
        "name": ["Irena Valk", "Ирина Вальк"],
        "alias": ["I. Valk"],
        "weakAlias": ["The Bear"],
        "nationality": ["xm"],
        "birthDate": ["1979"],
    },
}
POST = {
    "id": "halden-fm",
    "schema": "Position",
    "properties": {"name": ["Minister of Foreign Affairs"], "country": ["xm"]},
}
TERM = {
    "id": "halden-occ-1",
    "schema": "Occupancy",
    "properties": {
        "holder": ["Q99999999"],
        "post": ["halden-fm"],
        "startDate": ["2027-03"],
        "endDate": ["2032-11-08"],
        "sourceUrl": ["https://halden.example/gazette"],
    },
}
ACTOR = KnownActor(
    "person:q99999999", ("Irena Valk", "Ирина Вальк", "I. Valk", "The Bear"), "xm", "Q99999999"
)
ROLE = "foreign-minister"
OFFICE = Office(f"{ROLE}:xm", ROLE, "xm", "Minister of Foreign Affairs")
TENURE = Tenure(
    OFFICE.id, ACTOR.id, date(2027, 3, 1), date(2032, 11, 8), "https://halden.example/gazette"
)


def read(tmp_path: Path, *entities: object) -> list[Item | LeftOut]:
    """What the lines give; a `str` is a line as it is."""
    lines = (e if isinstance(e, str) else json.dumps(e) for e in entities)
    path = tmp_path / "entities.ftm.json"
    path.write_text("\n".join(lines), encoding="utf-8")
    return list(read_actors(path))


def test_people_posts_and_terms(tmp_path: Path) -> None:
    """Every name of every property, the country, the item of Wikidata, and the days."""
    assert read(tmp_path, VALK, POST, TERM) == [ACTOR, OFFICE, TENURE]


@pytest.mark.parametrize("order", [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]])
def test_entities_may_come_in_any_order(tmp_path: Path, order: list[int]) -> None:
    """An occupancy waits for its position."""
    found = read(tmp_path, *([VALK, POST, TERM][place] for place in order))
    assert sorted(map(repr, found)) == sorted(map(repr, [ACTOR, OFFICE, TENURE]))


@pytest.mark.parametrize(
    ("schema", "id"),
    [
        ("Person", "person:nk-3fx9"),
        ("Organization", "organisation:nk-3fx9"),
        ("Company", "organisation:nk-3fx9"),
        ("LegalEntity", "organisation:nk-3fx9"),
        ("PublicBody", "public_body:nk-3fx9"),
    ],
)
def test_a_schema_is_a_kind(tmp_path: Path, schema: str, id: str) -> None:
    """Ids of others are taken over in small letters."""
    entity = {"id": "NK-3Fx9", "schema": schema, "properties": {"name": ["Halden Works"]}}
    assert read(tmp_path, entity) == [KnownActor(id, ("Halden Works",))]


def test_a_name_in_parts_is_put_together(tmp_path: Path) -> None:
    """Where there is no whole name."""
    properties = {"firstName": ["Irena"], "lastName": ["Valk"]}
    [actor] = read(tmp_path, {"id": "v1", "schema": "Person", "properties": properties})
    assert actor == KnownActor("person:v1", ("Irena Valk",))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "nested too deep"),
        ('"a"', "no entity"),
        ("null", "no entity"),
        ({"schema": "Person", "properties": {}}, "no entity"),
        ({"id": 7, "schema": "Person", "properties": {"name": ["x"]}}, "no entity"),
        ({"id": "a", "schema": "Person", "properties": {}}, "has no name"),
        ({"id": "a", "schema": "Person", "properties": {"name": 7}}, "has no name"),
        ({"id": "a", "schema": "Person"}, "has no name"),
        ({"id": "a", "schema": "Position", "properties": {"name": ["Envoy"]}}, "no country"),
        ({"id": "a", "schema": "Occupancy", "properties": {"holder": ["b"]}}, "and a post"),
        (
            {**TERM, "properties": {**TERM["properties"], "startDate": ["soon"]}},  # type: ignore[dict-item]
            "'soon' is no day",
        ),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_kept(
    tmp_path: Path, line: object, told: str
) -> None:
    """The message has the file, the line and what is wrong."""
    found = read(tmp_path, VALK, line, POST)
    assert [item for item in found if not isinstance(item, LeftOut)] == [ACTOR, OFFICE]
    [left_out] = [item for item in found if isinstance(item, LeftOut)]
    assert (left_out.place, left_out.wrong) == ("entities.ftm.json:2", True)
    assert told in left_out.detail


def test_a_term_in_a_post_nobody_describes_is_left_out(tmp_path: Path) -> None:
    """It is named, at the end, with the post that is missing."""
    *_, left_out = read(tmp_path, VALK, TERM)
    assert isinstance(left_out, LeftOut)
    assert (left_out.reason, left_out.place) == ("unknown-office", "entities.ftm.json:2")
    assert "'halden-fm'" in left_out.detail


def test_what_is_no_actor_is_counted(tmp_path: Path) -> None:
    """Vessels and free-text positions are no fault of the file."""
    vessel = {"id": "v", "schema": "Vessel", "properties": {"name": ["Irena"]}}
    teller = {"id": "t", "schema": "Person", "properties": {"name": ["T"], "position": ["Boss"]}}
    found = read(tmp_path, vessel, teller)
    left_out = [item for item in found if isinstance(item, LeftOut)]
    assert [item.reason for item in left_out] == ["other-schema", "free-text-position"]
    assert not any(item.wrong for item in left_out)


def test_nested_entities_stand_for_their_ids(tmp_path: Path) -> None:
    """As an answer of an API has them."""
    term = {**TERM, "properties": {**TERM["properties"], "holder": [VALK], "post": [POST]}}  # type: ignore[dict-item]
    assert read(tmp_path, POST, term) == [OFFICE, TENURE]
