"""The command line without a model."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord import wiring
from onrecord.cli.main import app
from tests.fakes import FakeMatcher, FakePipeline

ROOT = Path(__file__).parents[2]

ARTICLE = "HALDEN, 3 May 2031 — Talks went on.\n\n“Maravia will not yield,” said Irena Valk.\n"
OTHER = "“The bridge stays closed,” said Tomas Brandt. “And so it should,” said Irena Valk.\n"


@dataclass(frozen=True)
class Finished:
    """What a command left behind."""

    code: int
    out: str
    err: str


Onrecord = Callable[..., Finished]


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    """The fake in the model's place."""
    fake = FakePipeline()
    monkeypatch.setattr(wiring, "default_pipeline", lambda threads=None: fake)
    monkeypatch.setattr(wiring, "knowing", lambda pipeline, record: pipeline)
    return fake


@pytest.fixture(autouse=True)
def matcher(monkeypatch: pytest.MonkeyPatch) -> FakeMatcher:
    """A matcher whose scores can be told in advance."""
    fake = FakeMatcher()
    monkeypatch.setattr(wiring, "name_matcher", lambda: fake)
    return fake


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two articles in `news/`, one of them in a subfolder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news" / "more").mkdir(parents=True)
    (tmp_path / "news" / "halden.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "news" / "more" / "bridge.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


@pytest.fixture
def onrecord() -> Onrecord:
    """Run a command in this process."""

    def run(*args: str, stdin: bytes | None = None) -> Finished:
        result = CliRunner().invoke(app, list(args), input=stdin)
        return Finished(result.exit_code, result.stdout, result.stderr)

    return run


def start(
    args: Sequence[str], folder: Path, seconds: float = 0, **streams: int
) -> "subprocess.Popen[bytes]":
    """Start a command in a process of its own, in the C locale."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "ONRECORD_FAKE_SECONDS": str(seconds),
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    return subprocess.Popen(
        [sys.executable, "-m", "tests.cli.fake_onrecord", *args],
        cwd=folder,
        env=environment,
        stdout=streams.get("stdout", subprocess.PIPE),
        stderr=streams.get("stderr", subprocess.PIPE),
        stdin=streams.get("stdin", subprocess.DEVNULL),
    )
