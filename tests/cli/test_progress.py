"""Progress is talk: on standard error, at a bearable rate."""

import pytest

from onrecord.cli import progress
from onrecord.cli.progress import Lines, Silence, metering
from tests.builders import document_of


def test_a_line_every_so_often(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where standard error is no terminal, lines tell count, rates and what remains."""
    now = 0.0
    monkeypatch.setattr(progress.time, "monotonic", lambda: now)
    with metering(1000, quiet=False) as meter:
        for second in range(25):
            now = float(second)
            meter.bytes_read(20)
            meter.done(document_of("one two three"))
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        "11 documents, 1.1 documents/s, 3 words/s, about 35 s left",
        "21 documents, 1.1 documents/s, 3 words/s, about 28 s left",
    ]


def test_quiet_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is said, not even what was skipped."""
    with metering(None, quiet=True) as meter:
        meter.say("skipped")
    assert isinstance(meter, Silence)
    assert capsys.readouterr().err == ""


def test_the_bar_is_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets a bar, unless the output itself scrolls there."""
    monkeypatch.setattr(progress.sys.stderr, "isatty", lambda: True, raising=False)
    with metering(10, quiet=False) as meter:
        meter.bytes_read(10)
        meter.done(document_of("one two three"))
        meter.say("skipped [x]")
    assert isinstance(meter, progress.Bar)
    with metering(10, quiet=False, bar=False) as meter:
        assert isinstance(meter, Lines)
