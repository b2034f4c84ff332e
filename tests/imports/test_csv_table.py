"""Actors and tenures in CSV."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.errors import UnreadableFile
from onrecord.imports import Item, LeftOut, read_actors

HEADER = "id,kind,name,aliases,country,office,from,to,source\n"
MINISTER = "foreign-minister:xm"
VALK = KnownActor("person:irena-valk", ("Irena Valk",), "xm")
POST = Office(MINISTER, "foreign-minister", "xm", "Foreign Minister")


def read(tmp_path: Path, content: str | bytes, name: str = "ministers.csv") -> list[Item | LeftOut]:
    """What a file gives."""
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_actors(path))


def test_a_row_may_hold_an_actor_an_office_and_a_tenure(tmp_path: Path) -> None:
    """The office is in words, in the row's country; without a source, the file is the source."""
    row = ",person,Irena Valk,,xm,Foreign Minister,2027-03,2032-11-08,\n"
    assert read(tmp_path, HEADER + row) == [
        VALK,
        POST,
        Tenure(MINISTER, VALK.id, date(2027, 3, 1), date(2032, 11, 8), "ministers.csv"),
    ]


def test_an_office_of_several_holders_is_given_once(tmp_path: Path) -> None:
    """The second row is the next holder's."""
    rows = (
        ",,Irena Valk,,XM,foreign-minister:xm,2027,2032-11-07,gazette\n"
        ",,Tomas Brandt,,XM,foreign-minister:xm,2032-11-08,,gazette\n"
    )
    found = read(tmp_path, HEADER + rows)
    assert [type(item) for item in found] == [KnownActor, Office, Tenure, KnownActor, Tenure]
    assert found[-1] == Tenure(MINISTER, "person:tomas-brandt", date(2032, 11, 8), None, "gazette")


@pytest.mark.parametrize(
    ("cells", "id"),
    [
        (",person,Irena Valk", "person:irena-valk"),
        (",organisation,Halden Front", "organisation:halden-front"),
        (",Organization,Halden Front", "organisation:halden-front"),
        (",public body,Halden Council", "public_body:halden-council"),
        (",country,Maravia", "state:maravia"),
        ("Q99999999,person,Irena Valk", "person:q99999999"),
        ("valk.1,person,Irena Valk", "person:valk.1"),
        ("person:the-other-valk,person,Irena Valk", "person:the-other-valk"),
        ("person:the-other-valk,,Irena Valk", "person:the-other-valk"),
    ],
)
def test_an_id_is_a_kind_and_a_slug(tmp_path: Path, cells: str, id: str) -> None:
    """What was given is kept as far as it goes; without an id the name makes one."""
    [actor] = read(tmp_path, f"id,kind,name\n{cells}\n")
    assert isinstance(actor, KnownActor)
    assert actor.id == id


def test_names_in_other_scripts_get_ids_of_their_own(tmp_path: Path) -> None:
    """A slug cannot show them; a digest keeps two names apart, and one name is one id."""
    found = read(tmp_path, "name\nИрина Вальк\nТомас Брандт\nИрина Вальк\n")
    ids = [actor.id for actor in found if isinstance(actor, KnownActor)]
    assert len(ids) == 3
    assert ids[0] == ids[2] != ids[1]


def test_aliases_are_separated_by_semicolons(tmp_path: Path) -> None:
    """A name that has one writes it with a backslash; each name is given once."""
    row = "Irena Valk,I. Valk; Irina Valk;;Valk\\; Irena;I. Valk"
    [actor] = read(tmp_path, f"name,aliases\n{row}\n")
    assert isinstance(actor, KnownActor)
    assert actor.names == ("Irena Valk", "I. Valk", "Irina Valk", "Valk; Irena")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (",person,,,XM,,,,", "needs a name"),
        ("Q5,person,,,XM,,,,", "needs a name"),
        (",wizard,Irena Valk,,XM,,,,", "'wizard' is no kind"),
        (",,Irena Valk,,Maravia,,,,", "'Maravia' is no country"),
        (",,Irena Valk,,,Foreign Minister,,,", "needs a country"),
        (",,Irena Valk,,XM,Foreign Minister,spring,,", "'spring' is no day"),
        (",,Irena Valk,,XM,Foreign Minister,2027-02-30,,", "no day of the calendar"),
        (",,Irena Valk,,XM,Foreign Minister,2030,2027,", "before it begins"),
        (",,,,XM,Foreign Minister,2030,2031,", "no holder"),
        ("organisation:front,person,Irena Valk,,XM,,,,", "another kind"),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_kept(tmp_path: Path, row: str, told: str) -> None:
    """The message has the file, the line and what is wrong; nothing of the row is taken over."""
    found = read(tmp_path, f"{HEADER},,Oda Merrin,,,,,,\n{row}\n,,Irena Valk,,XM,,,,\n")
    assert [item for item in found if not isinstance(item, LeftOut)] == [
        KnownActor("person:oda-merrin", ("Oda Merrin",)),
        VALK,
    ]
    [left_out] = [item for item in found if isinstance(item, LeftOut)]
    assert (left_out.place, left_out.reason, left_out.wrong) == ("ministers.csv:3", "bad-row", True)
    assert told in left_out.detail


def test_a_line_is_that_of_the_file(tmp_path: Path) -> None:
    """Cells over several lines and blank rows count."""
    content = 'name,source\n"Irena\nValk",x\n\n,y\n'
    assert [item.place for item in read(tmp_path, content) if isinstance(item, LeftOut)] == [
        "ministers.csv:5"
    ]


@pytest.mark.parametrize(
    "content",
    [
        "name;country\nIrena Valk;XM\n".encode("utf-8-sig"),
        "name\tcountry\r\nIrena Valk\tXM\r\n".encode("utf-16"),
        b"NAME , Country\nIrena Valk,xm",
        gzip.compress(b"name,country\nIrena Valk,XM\n"),
    ],
    ids=["Excel, semicolons", "Excel, Unicode text", "no line end", "gzip"],
)
def test_tables_as_programs_write_them(tmp_path: Path, content: bytes) -> None:
    """Separators, byte order marks, UTF-16 and gzip are told from the file."""
    assert read(tmp_path, content) == [VALK]


def test_bytes_that_are_no_utf_8_are_a_bad_row(tmp_path: Path) -> None:
    """A name is not kept garbled, and the other rows are not lost."""
    found = read(tmp_path, b"name,country\nOr\xe9lia Merrin,XM\nIrena Valk,XM\n")
    assert found[1] == VALK
    assert isinstance(found[0], LeftOut)
    assert "save the table as UTF-8" in found[0].detail


def test_columns_nobody_knows_are_said(tmp_path: Path) -> None:
    """They are not read, and nothing is wrong with that."""
    found = read(tmp_path, "name,shoe size,country\nIrena Valk,39,XM\n")
    assert found == [
        LeftOut("ministers.csv:1", "unknown-column", "not read: ['shoe_size']", wrong=False),
        VALK,
    ]


@pytest.mark.parametrize("content", ["", "\n", "   \n\n", "name,country\n"])
def test_an_empty_table_gives_nothing(tmp_path: Path, content: str) -> None:
    """It is no error."""
    assert [item for item in read(tmp_path, content) if not isinstance(item, LeftOut)] == []


def test_a_table_without_a_name_says_so(tmp_path: Path) -> None:
    """A file without a header is not read as one."""
    [left_out] = read(tmp_path, "Irena Valk,XM\nTomas Brandt,XO\n")
    assert isinstance(left_out, LeftOut)
    assert left_out.reason == "no-column"


def test_a_compressed_file_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    """The rest is named as lost."""
    rows = "".join(f"Person {number:06} of Halden,XM\n" for number in range(20_000))
    whole = gzip.compress(f"name,country\n{rows}".encode())
    found = read(tmp_path, whole[: len(whole) // 2])
    assert len(found) > 100
    assert isinstance(found[-1], LeftOut)
    assert found[-1].reason == "broken-off"


def test_an_absent_file_is_named(tmp_path: Path) -> None:
    """The message has the path."""
    with pytest.raises(UnreadableFile, match=r"absent\.csv"):
        list(read_actors(tmp_path / "absent.csv"))


@pytest.mark.parametrize(
    ("words", "country", "id"),
    [
        ("Minister of Foreign Affairs", "XM", "foreign-minister:xm"),
        ("Minister for Foreign Affairs", "XM", "foreign-minister:xm"),
        ("Minister of Foreign Affairs of Russia", "RU", "foreign-minister:ru"),
        ("President of the Russian Federation", "ru", "president:ru"),
        ("Bridge Warden", "XM", "bridge-warden:xm"),
    ],
)
def test_a_post_goes_by_the_role_that_the_lexicon_knows(
    tmp_path: Path, words: str, country: str, id: str
) -> None:
    """Whatever its wording; the words are kept as its name."""
    _, office, _ = read(tmp_path, f"name,country,office\nIrena Valk,{country},{words}\n")
    assert isinstance(office, Office)
    assert (office.id, office.name) == (id, words)
