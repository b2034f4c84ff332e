"""Actors in Wikidata's JSON. The items are invented; classes, states and properties are real."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.imports import Item, LeftOut, read_actors

Json = dict[str, object]


def snak(value: object) -> Json:
    """A value as Wikidata wraps it."""
    return {"snaktype": "value", "datavalue": {"value": value}}


def claim(value: object, **more: object) -> Json:
    """A statement of a property."""
    return {"mainsnak": snak(value), "rank": "normal", **more}


def item(id: str, labels: dict[str, str], aliases: dict[str, list[str]], **claims: object) -> Json:
    """An item."""
    return {
        "type": "item",
        "id": id,
        "labels": {code: {"language": code, "value": name} for code, name in labels.items()},
        "aliases": {
            code: [{"language": code, "value": name} for name in names]
            for code, names in aliases.items()
        },
        "claims": claims,
    }


def at(text: str, precision: int = 11) -> Json:
    """A time."""
    return {"time": text, "precision": precision, "calendarmodel": "Q1985727"}


def held(position: str, *, start: Json | None = None, end: Json | None = None) -> Json:
    """A position held."""
    days = {"P580": start, "P582": end}
    qualifiers = {name: [snak(day)] for name, day in days.items() if day}
    return claim({"id": position}, qualifiers=qualifiers)


HUMAN = [claim({"id": "Q5"})]
VALK = item(
    "Q99999901",
    {"ru": "Ирина Вальк", "en": "Irena Valk", "ar": "إيرينا فالك"},
    {"en": ["I. Valk"], "ru": ["Вальк"]},
    P31=HUMAN,
    P27=[claim({"id": "Q159"})],
    P39=[
        held(
            "Q99999902",
            start=at("+2027-03-00T00:00:00Z", 10),
            end=at("+2032-11-08T00:00:00Z"),
        )
    ],
)
POST = item(
    "Q99999902",
    {"en": "Minister of Bridges"},
    {},
    P31=[claim({"id": "Q4164871"})],
    P1001=[claim({"id": "Q159"})],
)
ACTOR = KnownActor(
    "person:q99999901",
    ("Irena Valk", "إيرينا فالك", "Ирина Вальк", "I. Valk", "Вальк"),
    "ru",
    "Q99999901",
)
OFFICE = Office("minister-of-bridges:ru", "minister-of-bridges", "ru", "Minister of Bridges")
TENURE = Tenure(OFFICE.id, ACTOR.id, date(2027, 3, 1), date(2032, 11, 8), "Wikidata Q99999901")


def dump(*items: object) -> str:
    """Items as a dump has them: an array with one a line."""
    return "[\n" + ",\n".join(map(json.dumps, items)) + "\n]\n"


def read(tmp_path: Path, content: str | bytes) -> list[Item | LeftOut]:
    """What a file gives."""
    path = tmp_path / "items.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_actors(path))


BOTH = [POST, VALK]
LAYOUTS = {
    "dump": dump(*BOTH),
    "dump, gzip": gzip.compress(dump(*BOTH).encode()),
    "lines": "\n".join(map(json.dumps, BOTH)),
    "array": json.dumps(BOTH),
    "array, indented": json.dumps(BOTH, indent=2),
    "web service": json.dumps({"entities": {str(one["id"]): one for one in BOTH}}),
    "web service, indented": json.dumps({"entities": {str(o["id"]): o for o in BOTH}}, indent=1),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_reads_alike(tmp_path: Path, layout: str) -> None:
    """Names in all languages, the citizenship, and offices with days as far as they are known."""
    assert read(tmp_path, LAYOUTS[layout]) == [OFFICE, ACTOR, TENURE]


def test_a_position_may_come_after_its_holder(tmp_path: Path) -> None:
    """The tenure waits."""
    assert read(tmp_path, dump(VALK, POST)) == [ACTOR, OFFICE, TENURE]


def test_positions_without_an_item_are_counted(tmp_path: Path) -> None:
    """One line a position, which names it."""
    *_, left_out = read(tmp_path, dump(VALK, {**VALK, "id": "Q99999903"}))
    assert isinstance(left_out, LeftOut)
    assert left_out.reason == "unknown-office"
    assert left_out.detail.startswith("2 held Q99999902")
    assert not left_out.wrong


@pytest.mark.parametrize(
    ("class_", "id"),
    [
        ("Q5", "person:q99999904"),
        ("Q7278", "organisation:q99999904"),
        ("Q192350", "public_body:q99999904"),
        ("Q17149090", "group:q99999904"),
        ("Q3624078", "state:q99999904"),
    ],
)
def test_a_class_is_a_kind(tmp_path: Path, class_: str, id: str) -> None:
    """The first class that is known decides."""
    classes = [claim({"id": "Q1"}), claim({"id": class_})]
    found = item("Q99999904", {"de": "Halden"}, {}, P31=classes)
    assert read(tmp_path, dump(found)) == [KnownActor(id, ("Halden",), None, "Q99999904")]


def test_a_state_goes_by_its_code(tmp_path: Path) -> None:
    """It is the same state as the bundled one."""
    found = item("Q159", {"en": "Russia"}, {}, P31=[claim({"id": "Q3624078"})])
    assert read(tmp_path, dump(found)) == [KnownActor("state:ru", ("Russia",), "ru", "Q159")]


def test_what_wikidata_deprecates_is_not_taken_over(tmp_path: Path) -> None:
    """Nor are positions held by nobody known."""
    wrong = {**held("Q99999902"), "rank": "deprecated"}
    unknown = {"mainsnak": {"snaktype": "somevalue"}, "rank": "normal"}
    claims = {"P31": HUMAN, "P39": [wrong, unknown]}
    found = read(tmp_path, dump(POST, {**VALK, "claims": claims}))
    assert [type(one) for one in found] == [Office, KnownActor]


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (at("+2027-00-00T00:00:00Z", 9), date(2027, 1, 1)),
        (at("+2027-03-09T00:00:00Z", 11), date(2027, 3, 9)),
        (at("+2020-00-00T00:00:00Z", 8), None),
        (at("-0044-03-15T00:00:00Z", 11), None),
        ({"time": 7}, None),
    ],
)
def test_a_day_is_no_more_precise_than_it_is(
    tmp_path: Path, time: Json, expected: date | None
) -> None:
    """A decade is no day; a year begins with its first."""
    person = {**VALK, "claims": {"P31": HUMAN, "P39": [held("Q99999902", start=time)]}}
    *_, tenure = read(tmp_path, dump(POST, person))
    assert isinstance(tenure, Tenure)
    assert tenure.start == expected


@pytest.mark.parametrize(
    ("line", "reason", "wrong"),
    [
        ("{", "bad-row", True),
        ("[" * 100_000, "bad-row", True),
        ("7", "bad-row", True),
        (json.dumps(item("Q99999905", {}, {}, P31=HUMAN)), "bad-row", True),
        (json.dumps(item("Q99999905", {"en": "x"}, {})), "other-class", False),
        (json.dumps({"id": "Q9", "labels": 7, "claims": []}), "other-class", False),
        (json.dumps({"id": "P9", "type": "property"}), "other-class", False),
    ],
)
def test_an_odd_line_costs_no_other(tmp_path: Path, line: str, reason: str, wrong: bool) -> None:
    """It is named with its place."""
    found = read(tmp_path, f"[\n{json.dumps(POST)},\n{line},\n{json.dumps(VALK)}\n]")
    assert [one for one in found if not isinstance(one, LeftOut)] == [OFFICE, ACTOR, TENURE]
    [left_out] = [one for one in found if isinstance(one, LeftOut)]
    assert (left_out.reason, left_out.place, left_out.wrong) == (reason, "items.json:3", wrong)


def test_a_dump_is_read_as_it_comes(tmp_path: Path) -> None:
    """The first item is there before the last line is read."""
    many = [{**VALK, "id": f"Q{number}"} for number in range(10**8, 10**8 + 3000)]
    broken = gzip.compress(dump(*many).encode())
    found = read(tmp_path, broken[: len(broken) // 2])
    assert isinstance(found[0], KnownActor)
    assert isinstance(found[-1], LeftOut)
