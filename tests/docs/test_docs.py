"""The documentation names everything, and its examples run."""

import doctest
import re
from pathlib import Path

import pytest

from docs.cli_reference import reference
from onrecord import wiring
from onrecord.cli.exits import CODES, ExitCode
from onrecord.cli.main import app
from tests.fakes import FakePipeline

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("changelog.d/*.md")])
CLI_PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
GROUPS = [found.typer_instance for found in app.registered_groups if found.typer_instance]
COMMANDS = [found.callback.__name__ for found in app.registered_commands if found.callback]
COMMANDS += [str(group.info.name) for group in GROUPS]
SUBCOMMANDS = [
    f"{group.info.name} {found.name or found.callback.__name__}"
    for group in GROUPS
    for found in group.registered_commands
    if found.callback
]


def test_the_page_on_commands_is_up_to_date() -> None:
    """docs/cli.md is what the commands say of themselves; `make docs` writes it anew."""
    assert f"{reference()}\n" == CLI_PAGE


@pytest.mark.parametrize("command", COMMANDS + SUBCOMMANDS)
def test_every_command_is_documented(command: str) -> None:
    """Each command has a section, and the README or the library page is not the only place."""
    assert f"\n## {command}\n" in CLI_PAGE


@pytest.mark.parametrize("kind", CODES)
def test_every_error_is_documented(kind: type[Exception]) -> None:
    """Each error class is named with its exit code."""
    assert f"| `{kind.__name__}` | {int(CODES[kind])} |" in CLI_PAGE  # type: ignore[index]


@pytest.mark.parametrize("code", ExitCode)
def test_every_exit_code_is_documented(code: ExitCode) -> None:
    """Each status has a row."""
    assert f"\n| {int(code)} | {code.name} |" in CLI_PAGE


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_repository_lead_somewhere(page: Path) -> None:
    """A relative link names a file that is there."""
    targets = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_named_in_the_pages_exist(page: Path) -> None:
    """`onrecord X` in a page is a command."""
    named = re.findall(
        r"^\s*(?:[^#\n]*\| )?onrecord ([a-z]+)", page.read_text(encoding="utf-8"), re.M
    )
    assert set(named) <= set(COMMANDS)
    inner = re.findall(
        r"^\s*(?:[^#\n]*\| )?onrecord (actors [a-z]+)", page.read_text(encoding="utf-8"), re.M
    )
    assert set(inner) <= set(SUBCOMMANDS)


@pytest.mark.parametrize("page", ["library.md"])
def test_examples_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each example gives what the page says it gives."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(wiring, "process_pipeline", FakePipeline)
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    test = doctest.DocTestParser().get_doctest(text, {}, page, page, 0)
    report: list[str] = []
    assert doctest.DocTestRunner().run(test, out=report.append).failed == 0, "".join(report)


@pytest.mark.parametrize("target", ["setup", "demo", "test", "check", "bench", "train", "docs"])
def test_make_targets_are_documented(target: str) -> None:
    """Each target of the Makefile is named in the README or in CONTRIBUTING."""
    pages = "".join((ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    assert f"make {target}" in pages
    assert f"\n{target}:" in (ROOT / "Makefile").read_text("utf-8")
