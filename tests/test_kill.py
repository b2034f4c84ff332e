"""`onrecord add` may be killed at any moment: what is kept is whole; the next run carries on."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.record import Record

pytestmark = [
    pytest.mark.weights,
    pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL"),
]

ARTICLES = 400
KILLS = 10
LONGEST_WAIT = 300

_PEOPLE = ("Irena Valk", "Tomas Brandt", "Oda Merrin", "Piet Sorren")
_PLACES = ("Halden", "Ostrel", "Korva", "Merrinsund")
_SENTENCES = (
    "“We will not give up the bridge at {place},” said {person}.",
    "{person} told reporters in {place} that round {number} of the talks had failed.",
    "According to {person}, {number} boats left the harbour of {place} before dawn.",
    "The market in {place} was quiet, and {number} stalls stayed empty.",
    "{person} denied that {place} had asked for a truce.",
)


def article(number: int, chance: random.Random) -> str:
    """Two or three sentences."""
    chosen = chance.sample(_SENTENCES, chance.choice((2, 3)))
    return " ".join(
        sentence.format(
            place=chance.choice(_PLACES), person=chance.choice(_PEOPLE), number=number + 2
        )
        for sentence in chosen
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A file of short articles."""
    chance = random.Random(7)
    path = tmp_path / "corpus.jsonl"
    rows = ({"id": f"a-{n:03}", "text": article(n, chance)} for n in range(ARTICLES))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def start(corpus: Path, record: Path) -> "subprocess.Popen[bytes]":
    """`onrecord add` in a process of its own."""
    code = "from onrecord.cli.main import run; run()"
    return subprocess.Popen(
        [sys.executable, "-c", code, "add", str(corpus), "--record", str(record), "--quiet"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def finish(corpus: Path, record: Path) -> None:
    """Let a run come to its end."""
    process = start(corpus, record)
    _, err = process.communicate(timeout=LONGEST_WAIT)
    assert (process.returncode, err) == (0, b"")


def documents_in(record: Path) -> int:
    """How many documents a reader sees, while another process may be writing."""
    if not record.exists():
        return 0
    connection = sqlite3.connect(f"file:{record}?mode=ro", uri=True, timeout=30)
    try:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def seconds_to_first_document(corpus: Path, record: Path) -> float:
    """How long a clean run takes until something is kept; then let it come to its end."""
    begun = time.monotonic()
    process = start(corpus, record)
    wait_for(process, record, 1)
    seconds = time.monotonic() - begun
    _, err = process.communicate(timeout=LONGEST_WAIT)
    assert (process.returncode, err) == (0, b"")
    return seconds


def wait_for(process: "subprocess.Popen[bytes]", record: Path, count: int) -> None:
    """Until the record holds so many documents, or the process has ended."""
    give_up = time.monotonic() + LONGEST_WAIT
    while process.poll() is None and documents_in(record) < count:
        assert time.monotonic() < give_up, "the record does not grow"
        time.sleep(0.005)


def kill(corpus: Path, record: Path, *, grown: bool, delay: float) -> int:
    """Start a run, kill it so long after its start or after the record grew; what it holds."""
    before = documents_in(record)
    process = start(corpus, record)
    if grown:
        wait_for(process, record, before + 1)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return documents_in(record)


def soundness(record: Path) -> str:
    """What SQLite says about the file."""
    connection = sqlite3.connect(record)
    try:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    finally:
        connection.close()


def dump(record: Path) -> list[str]:
    """The whole record."""
    with Record.open(record, create=False) as opened:
        assert list(opened.verify()) == []
        return list(opened.dump())


def test_a_kill_costs_nothing_that_was_kept(weights: None, corpus: Path, tmp_path: Path) -> None:
    """Killed ten times and run to its end, the record is the one of a single clean run."""
    clean, killed = tmp_path / "clean.sqlite", tmp_path / "killed.sqlite"
    first = seconds_to_first_document(corpus, clean)
    chance = random.Random(11)
    held = [0]
    for number in range(KILLS):
        grown = number % 2 == 1
        delay = first * (chance.uniform(0, 0.05) if grown else chance.uniform(0.3, 1))
        held.append(kill(corpus, killed, grown=grown, delay=delay))
        if killed.exists():
            assert soundness(killed) == "ok"
    assert held == sorted(held), "a kill lost documents that were kept"
    assert any(0 < count < ARTICLES for count in held), "no kill fell in the middle"
    finish(corpus, killed)
    assert documents_in(killed) == documents_in(clean) == ARTICLES
    assert soundness(killed) == "ok"
    assert dump(killed) == dump(clean)
