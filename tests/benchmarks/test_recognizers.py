"""Which cases of Recognizers-Text are kept, and when one passes; sentences are our own."""

import json
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

import benchmarks.times.recognizers_cases as recognizers_cases
from benchmarks.times.recognizers_cases import Case, Expected, out_of_news, read_cases

TODAY = date(2033, 5, 11)


@pytest.fixture
def recognizers(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, which imports its neighbour by its bare name."""
    monkeypatch.setitem(sys.modules, "recognizers_cases", recognizers_cases)
    import benchmarks.times.recognizers as module

    return module


def case(text: str, words: str = "", kind: str = "date", **reading: str) -> Case:
    """A case with one expected expression, or none."""
    start = text.index(words)
    expected = Expected(start, start + len(words), words.lower(), kind, (reading,))
    return Case("case", text, TODAY, (expected,) if words else ())


@pytest.mark.parametrize(
    ("kept", "found"),
    [
        (True, case("Halden fell on May 7", "May 7", timex="XXXX-05-07", value="2033-05-07")),
        (True, case("It may fall again.")),
        (False, case("Let's go there on May 7", "May 7", timex="XXXX-05-07", value="2033-05-07")),
        (False, case("Halden fell on may 7", "may 7", timex="XXXX-05-07", value="2033-05-07")),
        (False, case("Halden fell on 5/7", "5/7", timex="XXXX-05-07", value="2033-05-07")),
        (False, case("It took 3h", "3h", "duration", timex="PT3H", value="10800")),
        (False, case("It fell from 5 to 6pm", "5 to 6pm", "timerange", timex="(T17,T18,PT1H)")),
        (False, case("It fell at 7", "7", "time", timex="T07", value="07:00:00")),
        (False, case("It fell on Feb 30", "Feb 30", timex="XXXX-02-30", value="not resolved")),
        (False, case("Another business day", "business day", "duration", timex="P1BD")),
        (True, case("It fell on Easter", "Easter", timex="", value="2033-04-17")),
        (False, case("It fell on Lantern Day", "Lantern Day", timex="", value="2033-02-01")),
    ],
)
def test_what_news_has_no_use_for(kept: bool, found: Case) -> None:
    """Requests, chat notation, diary slots and values of other notations are left out."""
    assert (out_of_news(found) is None) is kept


@pytest.mark.parametrize(
    ("right", "found"),
    [
        (True, case("Halden fell on May 7", "May 7", timex="XXXX-05-07", value="2033-05-07")),
        (False, case("Halden fell on May 7", "May 7", timex="XXXX-05-08", value="2033-05-08")),
        (True, case("It may fall again.")),
        (False, case("It fell in May.")),
        (True, case("It fell two years ago", "two years ago", timex="", value="2031-05-11")),
        (True, case("It took a few days", "a few days", "duration", timex="P3D", value="259200")),
        (
            True,
            case(
                "It fell in 2031",
                "2031",
                "daterange",
                timex="2031",
                start="2031-01-01",
                end="2032-01-01",
            ),
        ),
        (
            True,
            case(
                "From 2014 to 2018",
                "2014 to 2018",
                "daterange",
                timex="",
                start="2014-01-01",
                end="2018-01-01",
            ),
        ),
        (
            True,
            case(
                "The next 3 days",
                "next 3 days",
                "daterange",
                timex="(2033-05-12,2033-05-15,P3D)",
                start="2033-05-12",
                end="2033-05-15",
            ),
        ),
        (
            True,
            case(
                "The end of 2031",
                "end of 2031",
                "daterange",
                timex="2031",
                Mod="end",
                start="2031-09-01",
                end="2032-01-01",
            ),
        ),
        (
            True,
            case("Every Monday", "Every Monday", "set", timex="XXXX-WXX-1", value="not resolved"),
        ),
        (True, case("It fell at 6 p.m.", "6 p.m.", "time", timex="T18", value="18:00:00")),
        (True, case("It is now over", "now", "datetime", timex="PRESENT_REF")),
    ],
)
def test_the_same_meaning(recognizers: ModuleType, right: bool, found: Case) -> None:
    """An expression passes if both notations say the same of it."""
    assert recognizers.passes(found) is right


def test_both_shapes_are_read(tmp_path: Path) -> None:
    """The model's file has resolutions, the parsers' have a past and a future value."""
    context = {"ReferenceDateTime": "2033-05-11T00:00:00"}
    value = {"timex": "XXXX-05-07", "value": "2033-05-07"}
    model = {"Text": "may 7", "Start": 3, "End": 7, "TypeName": "datetimeV2.date"}
    model["Resolution"] = {"values": [value]}
    parser = {"Text": "May 7", "Start": 3, "Length": 5, "Type": "date"}
    sides = {"FutureResolution": {"date": "2033-05-07"}, "PastResolution": {"date": "2032-05-07"}}
    parser["Value"] = {"Timex": "XXXX-05-07", **sides}
    for name in recognizers_cases.FILES:
        result = model if name == "DateTimeModel" else parser
        row = {"Input": "On May 7", "Context": context, "Results": [result]}
        (tmp_path / f"{name}.json").write_text(json.dumps([row]), encoding="utf-8-sig")
    first, second, *_ = (found.expected[0] for found in read_cases(tmp_path))
    assert (first.start, first.end, first.kind) == (second.start, second.end, second.kind)
    assert [one["value"] for one in second.readings] == ["2033-05-07", "2032-05-07"]
