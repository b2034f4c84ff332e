"""Every command runs inside this: errors become messages and exit codes, in one place."""

import sys
import traceback
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from onrecord.cli.exits import ExitCode, exit_code_of
from onrecord.cli.streams import abandon_output, say
from onrecord.errors import OnRecordError

P = ParamSpec("P")


def command(function: Callable[P, ExitCode]) -> Callable[P, None]:
    """Let Typer run `function`, whose result is the exit status."""

    @wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        code = _outcome(lambda: function(*args, **kwargs))
        if code is not ExitCode.OK:
            raise typer.Exit(int(code))

    return guarded


def _outcome(body: Callable[[], ExitCode]) -> ExitCode:
    try:
        code = body()
        sys.stdout.flush()
    except OnRecordError as error:
        say(f"onrecord: {error}")
        return exit_code_of(error)
    except KeyboardInterrupt:
        say("onrecord: interrupted")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        abandon_output()
        return ExitCode.PIPE_CLOSED
    except OSError as error:
        return _output_failed(error)
    except (typer.Exit, typer.Abort, typer.BadParameter):
        raise
    except Exception:  # noqa: BLE001 - the edge: what nobody foresaw is shown whole
        say(f"{traceback.format_exc()}onrecord: this is an error in OnRecord; please report it")
        return ExitCode.BUG
    return code


def _output_failed(error: OSError) -> ExitCode:
    """Sources and the record have errors of their own: what is left is the output."""
    place = f" {error.filename!r}" if error.filename else ""
    say(f"onrecord: the output{place} cannot be written ({error.strerror}): check folder and disk")
    if not place:
        abandon_output()
    return ExitCode.OUTPUT
