"""The file that a record lives in."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import DateSource
from onrecord.domain.judgement import Verdict
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, SpeakerLink
from onrecord.errors import NotARecord, RecordError
from onrecord.record import AddOutcome, Record, StatementQuery, StoredSpeaker, Tally
from onrecord.record.file import reading
from onrecord.record.schema import metadata
from onrecord.record.shape import APPLICATION_ID, HEAD, KNOWN
from tests.builders import (
    BRANDT,
    LATER_RUN,
    VALK,
    document_of,
    halden,
    sha256,
    synthetic,
    talks,
)

ROOT = Path(__file__).parents[2]
COUNT = 60

MIGRATIONS = Path(sys.modules["onrecord.record.shape"].__file__ or "").parent / "migrations"

OLD_TEXT = "“No,” said Irena Valk. “Maybe.”"
OLD_ROWS = (
    "INSERT INTO runs VALUES ('run-0')",
    (
        f"INSERT INTO documents VALUES (1, 'old', '{sha256(OLD_TEXT)}', 'run-0', NULL, NULL,"
        f" '{OLD_TEXT}')"
    ),
    (
        "INSERT INTO names VALUES (1, 1, 0, 'old.txt', 'old', 'run-0', '', 'txt', 1, 'utf-8', NULL,"
        " NULL, NULL, NULL, NULL)"
    ),
    "INSERT INTO document_words (rowid, title, text) VALUES (1, '', 'No said Irena Valk Maybe')",
    (
        "INSERT INTO statements VALUES"
        " (1, 1, 0, 'a', 'direct', NULL, 'affirmed', 'neutral', 0.9, 'cue'),"
        " (2, 1, 1, 'b', 'direct', NULL, 'affirmed', 'neutral', 0.5, 'floating')"
    ),
    (
        "INSERT INTO speaker_links VALUES (1, 0, 'named', 'name', 0.9, 'Irena Valk'),"
        " (2, 0, 'none', 'no-source', 1.0, NULL)"
    ),
    (
        "INSERT INTO spans VALUES (1, 'content', 0, 1, 3, 'No', '', ''),"
        " (1, 'source', 0, 11, 21, 'Irena Valk', '', ''),"
        " (1, 'mention', 0, 11, 21, 'Irena Valk', '', ''),"
        " (1, 'evidence', 0, 11, 21, 'Irena Valk', '', ''),"
        " (2, 'content', 0, 24, 29, 'Maybe', '', '')"
    ),
    (
        "INSERT INTO statement_words (rowid, content, source, speaker) VALUES"
        " (1, 'No', 'Irena Valk', 'Irena Valk'), (2, 'Maybe', '', '')"
    ),
)

ACTOR_ROWS = (
    "INSERT INTO profiles VALUES (1, 'person:irena-valk', 'person', 'run-0')",
    "INSERT INTO profile_names VALUES (1, 1, 'Irena Valk', 'irena valk', 'irena valk')",
    "INSERT INTO name_words (rowid, name, romanised) VALUES (1, 'Irena Valk', 'irena valk')",
    "INSERT INTO appearances VALUES (1, 1, 0, 1, 'person', 'Irena Valk', NULL)",
    "INSERT INTO appearance_spans VALUES (1, 'actor-name', 0, 11, 21, 'Irena Valk')",
    (
        "INSERT INTO actor_of VALUES ('person:irena-valk', 'person:irena-valk', NULL,"
        " 'person:irena-valk')"
    ),
    "UPDATE speaker_links SET profile = 'person:irena-valk' WHERE statement_key = 1",
    "UPDATE documents SET published_first = '2013-05-01', published_last = '2013-05-02'",
    (
        "INSERT INTO dates VALUES"
        " (1, 0, '2014-01-01', '2014-01-01', 'metadata', 'modified', 'm', '2014'),"
        " (1, 1, '2013-05-01', '2013-05-02', 'stated', 'published', 'd', 'May 1')"
    ),
)
"""What the second shape had beside the first's."""

ADDING = """
import sys
from pathlib import Path
from onrecord.record import Record
from tests.builders import synthetic
path, first, last, batch = Path(sys.argv[1]), *map(int, sys.argv[2:])
with Record.open(path) as record:
    print("open", flush=True)
    for outcome in record.add_many((synthetic(n) for n in range(first, last)), batch=batch):
        pass
"""


def adding(path: Path, first: int, last: int, batch: int = 4) -> subprocess.Popen[bytes]:
    """Another process that adds synthetic reports."""
    arguments = [sys.executable, "-c", ADDING, str(path), str(first), str(last), str(batch)]
    return subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE)


def test_killed_at_any_moment_and_added_again_is_the_clean_record(tmp_path: Path):
    """No kill corrupts; what was lost is added by the next run; the result is the same."""
    path = tmp_path / "killed.db"
    for delay in (0.0, 0.02, 0.07, 0.15, 0.3):
        process = adding(path, 0, COUNT)
        assert process.stdout is not None
        if delay:
            process.stdout.readline()
        time.sleep(delay or 0.4)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    with Record.open(path) as record, Record.open(tmp_path / "clean.db") as clean:
        list(record.add_many(synthetic(n) for n in range(COUNT)))
        list(clean.add_many(synthetic(n) for n in range(COUNT)))
        assert list(record.dump()) == list(clean.dump())
        assert list(record.verify()) == []
        assert len(list(record.statements())) == COUNT * 25
    assert sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_two_processes_add_at_once(tmp_path: Path):
    """They wait for each other, also to make the record, and nothing is lost."""
    path = tmp_path / "shared.db"
    processes = [adding(path, first, first + 30, batch=2) for first in (0, 15)]
    for process in processes:
        assert process.wait(timeout=120) == 0
        assert process.stdout is not None
        process.stdout.close()
    with Record.open(path) as record, Record.open(tmp_path / "clean.db") as clean:
        list(clean.add_many(synthetic(n) for n in range(45)))
        assert list(record.dump()) == list(clean.dump())


@pytest.mark.parametrize(
    "content", [b"A report, not a record.\n", b"\x00" * 200, b"SQLite format 3\x00" + b"x" * 4096]
)
def test_a_file_that_is_something_else_is_left_alone(tmp_path: Path, content: bytes):
    """The message names the file and the next step."""
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    with pytest.raises(NotARecord, match=r"notes\.db"):
        Record.open(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path):
    """Not a byte of it changes, and no side file stays."""
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE documents (id TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotARecord, match="another program"):
        Record.open(path)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["other.db"]


def test_a_record_of_a_newer_version_is_left_alone(tmp_path: Path):
    """The message says to upgrade."""
    path = tmp_path / "newer.db"
    Record.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(NotARecord, match=r"newer version.*upgrade"):
        Record.open(path)


def test_a_folder_is_no_record(tmp_path: Path):
    """The message says so."""
    with pytest.raises(NotARecord, match="is a folder"):
        Record.open(tmp_path)


@pytest.mark.parametrize("name", ["missing.db", "nowhere/missing.db"])
def test_a_missing_record_is_not_made_unasked(tmp_path: Path, name: str):
    """The message says how one is made."""
    with pytest.raises(RecordError, match="onrecord add"):
        Record.open(tmp_path / name, create=False)
    assert os.listdir(tmp_path) == []


def test_a_record_in_a_missing_folder_cannot_be_made(tmp_path: Path):
    """The message names the file."""
    with pytest.raises(RecordError, match=r"nowhere.record\.db"):
        Record.open(tmp_path / "nowhere" / "record.db")


@pytest.mark.parametrize("name", ["a record?.db", "50%#.db", "Überblick.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str):
    """No character of a path is taken for a part of an address."""
    with Record.open(tmp_path / name) as record:
        record.add(halden())
    assert name in os.listdir(tmp_path)
    with Record.open(tmp_path / name, create=False) as record:
        assert record.summary().documents == 1


def test_an_empty_file_becomes_a_record(tmp_path: Path):
    """A run that was killed while it made the record leaves one behind."""
    path = tmp_path / "empty.db"
    path.touch()
    with Record.open(path) as record:
        assert record.summary().documents == 0


def old_record(path: Path, shape: str = "0001") -> None:
    """A record as an old version left it, with two statements, one of them nobody's."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        for row in OLD_ROWS:
            connection.exec_driver_sql(row)
        if shape == "0002":
            command.upgrade(config, shape)
            for row in ACTOR_ROWS:
                connection.exec_driver_sql(row)
    engine.dispose()


def test_an_old_record_is_brought_up_to_date(tmp_path: Path):
    """Its speakers are kept and found; who was nobody is none; what is read anew has actors."""
    path = tmp_path / "old.db"
    old_record(path)
    with Record.open(path) as record:
        named, floating = record.statements()
        assert named.statement.speakers == (
            SpeakerLink(LinkStatus.NAMED, "name", 0.9, "Irena Valk", Span(11, 21), Span(11, 21)),
        )
        assert named.speakers == (StoredSpeaker(None, "Irena Valk"),)
        assert floating.statement.speakers == ()
        for match in ("exact", "folded"):
            found = record.statements(StatementQuery(by="Irena Valk", by_match=match))
            assert [one.content_words for one in found] == ["No"]
        summary = record.summary()
        assert (summary.resolved, summary.unresolved) == (1, (Tally("none", 1),))
        assert list(record.verify()) == []
        text = record.document("old.txt").document.text
        record.add(AnalysedDocument(document_of(text, "old.txt"), (), (), LATER_RUN))
        assert record.add(halden()) is AddOutcome.ADDED
        assert [actor.name for actor in record.actors()] == ["Irena Valk", "Tomas Brandt"]


def test_a_record_without_occasions_is_brought_up_to_date(tmp_path: Path):
    """What it had is there; it is dated as before, and says how; a new reading fills the rest."""
    path = tmp_path / "old.db"
    old_record(path, "0002")
    with Record.open(path) as record:
        [listed] = record.documents()
        assert (listed.published_from, listed.published_to) == (date(2013, 5, 1), date(2013, 5, 2))
        assert listed.published_how is DateSource.STATED
        kept = record.document("old.txt")
        assert [appearance.name for appearance in kept.appearances] == ["Irena Valk"]
        assert [candidate.role for candidate in kept.document.dates] == ["modified", "published"]
        assert [(found.said, found.occasion) for found in kept.statements] == [(None, None)] * 2
        found = record.statements(StatementQuery(by="valk", since="2013-05-02"))
        assert [one.content_words for one in found] == ["No"]
        assert list(record.statements(StatementQuery(to="valk"))) == []
        assert list(record.verify()) == []
        assert record.add(talks("old-too.txt")) is AddOutcome.ADDED
        assert len(list(record.statements(StatementQuery(said_in="zurava")))) == 2


def test_two_processes_judge_at_once(tmp_path: Path):
    """A judgement waits its turn beside an adding process, and none is lost."""
    path = tmp_path / "shared.db"
    with Record.open(path) as record:
        record.add(halden())
        process = adding(path, 0, 20, batch=2)
        for _ in range(5):
            made = record.judge(Verdict.SAME, VALK, BRANDT)
            record.undo(made.number)
        assert process.wait(timeout=600) == 0
        assert process.stdout is not None
        process.stdout.close()
        assert [judgement.number for judgement in record.judgements()] == list(range(1, 11))
        assert record.summary().documents == 21


def test_the_migrations_make_the_tables_that_the_code_uses(tmp_path: Path):
    """The tables of a fresh record are those of the schema, and the newest migration is known."""
    with Record.open(tmp_path / "record.db") as record, reading(record._engine) as connection:
        ours = {"include_name": lambda name, sort, _: sort != "table" or "_words" not in name}
        context = MigrationContext.configure(connection, opts=ours)
        assert compare_metadata(context, metadata) == []
    scripts = ScriptDirectory(str(MIGRATIONS))
    assert scripts.get_heads() == [HEAD]
    assert {script.revision for script in scripts.walk_revisions()} == KNOWN
