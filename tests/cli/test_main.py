"""The command line as a whole."""

import subprocess
import sys
from pathlib import Path

import pytest
import typer

import onrecord as package
from onrecord import errors, wiring
from onrecord.cli.actors import app as actors_app
from onrecord.cli.exits import CODES, MEANINGS, ExitCode, exit_code_of
from onrecord.cli.main import app
from onrecord.errors import OnRecordError, WeightsError
from tests.cli.conftest import Onrecord

COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
ACTORS = sorted(typer.main.get_command(actors_app).commands)  # type: ignore[attr-defined]


def test_version(onrecord: Onrecord) -> None:
    """`--version` writes the version and nothing else."""
    assert onrecord("--version").out == f"onrecord {package.__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(onrecord: Onrecord, command: str) -> None:
    """`--help` ends with examples that begin with the command."""
    done = onrecord(command, "--help")
    assert done.code == 0
    assert f"  onrecord {command}" in done.out.split("Examples:")[1] or command == "add"


@pytest.mark.parametrize("command", ACTORS)
def test_every_command_on_actors_has_help_with_examples(onrecord: Onrecord, command: str) -> None:
    """`onrecord actors X --help` ends with examples."""
    done = onrecord("actors", command, "--help")
    assert done.code == 0
    assert "  onrecord actors " in done.out.split("Examples:")[1]


def test_every_error_has_an_exit_code() -> None:
    """The table names each class of the error tree, and no other."""
    tree = {
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, OnRecordError)
    }
    assert set(CODES) == tree
    assert set(MEANINGS) == set(ExitCode)


@pytest.mark.parametrize(("kind", "code"), CODES.items())
def test_a_subclass_has_the_code_of_the_nearest_class(
    kind: type[OnRecordError], code: ExitCode
) -> None:
    """A new error falls back on its parent's code."""
    assert exit_code_of(type("New", (kind,), {})("…")) is code


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (WeightsError("no model: reinstall"), ExitCode.INSTALLATION),
        (KeyboardInterrupt(), ExitCode.INTERRUPTED),
        (RuntimeError("the unforeseen"), ExitCode.BUG),
    ],
)
def test_errors_become_messages(
    onrecord: Onrecord,
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    raised: BaseException,
    code: ExitCode,
) -> None:
    """Standard error tells what happened, standard output stays empty."""

    def fail(threads: int | None = None) -> None:
        raise raised

    monkeypatch.setattr(wiring, "default_pipeline", fail)
    done = onrecord("extract", "news")
    assert (done.code, done.out) == (code, "")
    assert (str(raised) or "interrupted") in done.err


def test_help_loads_no_heavy_part() -> None:
    """Neither the model's run time nor the store nor the page reader is imported for it."""
    heavy = ("onnxruntime", "tokenizers", "trafilatura", "sqlalchemy", "jinja2", "pyarrow")
    code = (
        "import sys; from onrecord.cli.main import app; app(['--help'], standalone_mode=False); "
        f"sys.exit(','.join(m for m in {heavy!r} if m in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
