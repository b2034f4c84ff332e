"""What is exported comes back as it was."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.exports.actors.csv_file import COLUMNS, write_actors_csv
from onrecord.exports.actors.ftm import SCHEMATA, write_actors_ftm
from onrecord.imports import ActorFormat, csv_table, read_actors
from onrecord.imports.ftm import KINDS
from onrecord.imports.read import told_format
from tests.imports.builders import Table, tables

WRITERS = [write_actors_csv, write_actors_ftm]


@pytest.mark.parametrize("write", WRITERS)
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=tables())
def test_import_undoes_export(write, table: Table, tmp_path: Path):
    """Every name, day, office and source, in the same order, and nothing more."""
    items = [item for part in table for item in part]
    path = tmp_path / "actors"
    written = write(items, path)
    format_ = ActorFormat.CSV if write is write_actors_csv else ActorFormat.FTM
    assert list(read_actors(path, format_)) == items
    assert (written.actors, written.offices, written.tenures) == tuple(map(len, table))


@pytest.mark.parametrize("write", WRITERS)
def test_nothing_is_exported_as_nothing(write, tmp_path: Path):
    """An empty export is an import of nothing."""
    path = tmp_path / "actors"
    write([], path)
    assert list(read_actors(path)) == []


@pytest.mark.parametrize("write", WRITERS)
def test_the_format_is_told(write, tmp_path: Path):
    """A file is recognised by what is in it."""
    path = tmp_path / "actors"
    write(ITEMS, path)
    assert list(read_actors(path)) == ITEMS


ITEMS = [
    KnownActor("person:irena-valk", ("Irena Valk", "Valk; I.", "=Valk"), "xm", "Q99999999"),
    KnownActor("public_body:halden-council", ("Halden Council",)),
    Office("foreign-minister:xm", "foreign-minister", "xm", "Foreign Minister of Maravia"),
    Tenure("foreign-minister:xm", "person:irena-valk", None, None, "https://halden.example/"),
]


def test_an_entity_reads_as_followthemoney_has_it(tmp_path: Path):
    """Ids are of its alphabet, properties have several values, codes are small."""
    path = tmp_path / "actors.jsonl"
    write_actors_ftm(ITEMS, path)
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == (
        '{"id": "person.irena-valk", "schema": "Person", "properties": {"name": ["Irena Valk"], '
        '"alias": ["Valk; I.", "=Valk"], "country": ["xm"], "wikidataId": ["Q99999999"]}}'
    )


def test_reader_and_writer_agree_on_the_columns():
    """They are strangers in the code, and one table in the file."""
    assert COLUMNS == csv_table.COLUMNS
    assert set(SCHEMATA.values()) <= set(KINDS)
    assert told_format(",".join(COLUMNS)) is ActorFormat.CSV
