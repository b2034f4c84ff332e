"""Writes docs/cli.md from the commands themselves: python docs/cli_reference.py > docs/cli.md.

It reads names, defaults and help texts, not the pages that `--help` draws, so that another version
of the library that draws them changes nothing.
"""

import inspect
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import get_args, get_origin, get_type_hints

from typer.models import ArgumentInfo, CommandInfo, Context, OptionInfo

from onrecord.cli.exits import CODES, MEANINGS
from onrecord.cli.main import app

HEAD = """\
# The command line

This page is generated from the commands (`make docs`); `onrecord COMMAND --help` says the same.

Data goes to standard output, talk to standard error, so that output can be piped: `--quiet`
silences the talk, `--json` turns the data into JSON, one object a line. Both streams are UTF-8
whatever the locale. On a terminal, progress is a bar with documents and words a second and the time
that remains; elsewhere it is a line every ten seconds. No command uses the network.
`onrecord --version` writes the version.
"""

EXITS = """\
## Exit status

The statuses are stable.

| status | name | meaning |
|---|---|---|
"""

ERRORS = """\
## Errors

Every error names the value, the place and the next step on standard error.

| error | status |
|---|---|
"""


def reference() -> str:
    """The whole page."""
    commands = list(_commands())
    rows = [
        f"| [`{command.name}`](#{command.name.replace(' ', '-')}) | {command.summary} |"
        for command in commands
    ]
    contents = "\n".join(["| command | what it does |", "|---|---|", *rows, ""])
    return "\n".join(
        [HEAD, contents, *(command.section for command in commands), _exits(), _errors()]
    )


def _commands() -> Iterator["Command"]:
    """Every command; those of a group after what the group does by itself."""
    for found in app.registered_commands:
        yield _command(found)
    for group in app.registered_groups:
        inner = group.typer_instance
        if inner is None or inner.registered_callback is None:
            raise TypeError(f"the group {group.name!r} has no function")
        name, epilog = str(inner.info.name), str(inner.info.epilog)
        alone = CommandInfo(name, callback=inner.registered_callback.callback, epilog=epilog)
        yield _command(alone)
        for found in inner.registered_commands:
            yield _command(found, f"{name} ")


@dataclass(frozen=True, slots=True)
class Command:
    """What the page says about one command."""

    name: str
    summary: str
    section: str


def _command(info: CommandInfo, group: str = "") -> Command:
    function = info.callback
    if function is None:
        raise TypeError(f"{info.name!r} has no function")
    words = inspect.getdoc(function) or ""
    name = group + (info.name or function.__name__)
    parameters = list(_parameters(function))
    arguments = "".join(f" {found.usage}" for found in parameters if found.usage)
    lines = [
        f"## {name}",
        "",
        f"    onrecord {name} [OPTIONS]{arguments}",
        "",
        words,
        "",
        "| option | what it does |",
        "|---|---|",
        *(found.row for found in parameters),
        "| `-h`, `--help` | Show the help of the command. |",
        "",
        *_examples(info.epilog or ""),
        "",
    ]
    return Command(name, words.split("\n\n")[0], "\n".join(lines))


@dataclass(frozen=True, slots=True)
class Parameter:
    """A row of the table of options; `usage` is how an argument stands in the command line."""

    row: str
    usage: str = ""


def _parameters(function: Callable[..., object]) -> Iterator[Parameter]:
    hints = get_type_hints(inspect.unwrap(function), include_extras=True)
    for name, found in inspect.signature(function).parameters.items():
        if hints[name] is Context:
            continue
        kind, described = get_args(hints[name])[:2]
        if isinstance(described, ArgumentInfo):
            several = "..." if get_origin(kind) is list else ""
            row = f"| `{described.metavar}` | {described.help} |"
            yield Parameter(row, f"{described.metavar}{several}")
        else:
            yield Parameter(_option(name, kind, described, found.default))


def _option(name: str, kind: type, described: OptionInfo, default: object) -> str:
    declared = (described.default, *(described.param_decls or ()))
    names = [one for one in declared if isinstance(one, str) and one.startswith("-")]
    shown = ", ".join(f"`{one}`" for one in names or [f"--{name.replace('_', '-')}"])
    value = f" `{described.metavar}`" if described.metavar else _choices(kind)
    said = "" if default in (None, False, True) else f" Default: `{_plain(default)}`."
    return f"| {shown}{value} | {described.help}{said} |"


def _choices(kind: type) -> str:
    """The values of an enumeration, which may stand beside None."""
    for one in (kind, *get_args(kind)):
        if isinstance(one, type) and issubclass(one, Enum):
            return " " + ", ".join(f"`{choice.value}`" for choice in one)
    return ""


def _plain(value: object) -> str:
    return str(value.value if isinstance(value, Enum) else value)


def _examples(epilog: str) -> list[str]:
    lines = [line.strip() for line in epilog.splitlines() if line.startswith("  ")]
    return ["```sh", *lines, "```"]


def _exits() -> str:
    rows = (f"| {int(code)} | {code.name} | {meaning} |" for code, meaning in MEANINGS.items())
    return EXITS + "\n".join(rows) + "\n"


def _errors() -> str:
    return ERRORS + "\n".join(
        f"| `{kind.__name__}` | {int(code)} |" for kind, code in CODES.items()
    )


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(reference())
