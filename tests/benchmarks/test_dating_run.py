"""The benchmark of dating takes days away and measures what is found instead."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks.dating import kremlin, run
from onrecord.domain.document import DateCandidate, DateConstraint, DateSource
from onrecord.domain.span import Span

TRUTH = date(2013, 5, 10)
UNTIL = date(2020, 1, 1)
TEXT = "The assembly met on May 7."


def answer(first: date | None, last: date | None = None, corpus: str = "made") -> run.Answer:
    """What was found for one article; nothing without a first day."""
    article = run.Article(corpus, f"{corpus}:0", TEXT, TRUTH)
    if first is None:
        return run.Answer(article, None)
    reason = DateConstraint("date-without-year", first, None, (Span(20, 25),), "it is past")
    found = DateCandidate(first, last or first, DateSource.INFERRED, "text", "", reasons=(reason,))
    return run.Answer(article, found)


def test_figures() -> None:
    """No answer counts as contained, and as wide as everything."""
    found = [
        answer(TRUTH),
        answer(TRUTH, date(2013, 5, 12)),
        answer(date(2014, 1, 1)),
        answer(None),
    ]
    assert run.figures(found, UNTIL) == {
        "articles": 4,
        "contained": 0.75,
        "median_days": 2,
        "pinned": 0.25,
        "unanswered": 0.25,
    }
    assert answer(None).days(UNTIL) == 7306


def test_figures_of_each_corpus_and_of_all() -> None:
    """In the order in which they come."""
    found = [answer(TRUTH, corpus="one"), answer(date(2014, 1, 1), corpus="two")]
    shares = {name: part["contained"] for name, part in run.all_figures(found, UNTIL).items()}
    assert shares == {"one": 1.0, "two": 0.0, "all": 0.5}


def test_predictions(tmp_path: Path) -> None:
    """A line an article, with the words of each reason."""
    target = tmp_path / "out.jsonl"
    run.write_predictions(target, [answer(TRUTH), answer(None)])
    found, nothing = map(json.loads, target.read_text().splitlines())
    assert (found["id"], found["from"], found["to"]) == ("made:0", "2013-05-10", "2013-05-10")
    assert found["reasons"][0]["words"] == ["May 7"]
    assert nothing == {"id": "made:0", "truth": "2013-05-10"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The three corpora with three rows each, the last without a day."""
    for corpus in run.CORPORA:
        path = tmp_path / corpus.path
        path.parent.mkdir(exist_ok=True)
        lines = [
            {corpus.id or "n": f"a{at}", "text": f"Text {at}.", corpus.day: day}
            for at, day in enumerate(("2013-05-10", "2014-05-10T08:00:00Z", None))
        ]
        with gzip.open(path, "wt", encoding="utf-8") as rows:
            rows.write("\n".join(map(json.dumps, lines)))
    return tmp_path


def test_articles_with_a_day(data: Path) -> None:
    """Even rows were tuned on where a corpus has no part of its own for that."""
    ids = {rows: [one.id for one in run.read_articles(data, rows)] for rows in ("all", "odd")}
    assert ids["all"][:3] == ["polnear:a0", "polnear:a1", "guardian:0"]
    assert ids["odd"] == ["polnear:a0", "polnear:a1", "guardian:1", "allsides:a1"]


def test_limits_hold_for_the_data_they_were_pinned_on(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A floor and a ceiling that is passed are named; other data have none."""
    found = {"all": {"contained": 0.5, "median_days": 900.0}}
    limits = data / "floors.json"
    monkeypatch.setattr(run, "FLOORS", limits)
    written = {
        "sha256": {
            corpus.path: run.hashlib.sha256((data / corpus.path).read_bytes()).hexdigest()
            for corpus in run.CORPORA
        },
        "floors": {"all": {"contained": 0.9}},
        "ceilings": {"all": {"median_days": 800}},
    }
    limits.write_text(json.dumps(written))
    assert run.outside_limits(data, found) == [
        "all contained is 0.5, below its floor 0.9",
        "all median_days is 900.0, above its ceiling 800",
    ]
    limits.write_text(json.dumps(written | {"sha256": {}}))
    assert run.outside_limits(data, found) == []


def test_what_a_page_of_the_kremlin_prints() -> None:
    """Its day at the foot, its place under the title; a feed has its own day."""
    page = (
        '<div class="read__place p-location"><i></i>Old &amp; New \n Harbour</div>'
        'Publication date: <time datetime="x">May 3, 2019, 10:40</time>'
    )
    assert kremlin.printed_day(page) == date(2019, 5, 3)
    assert kremlin.printed_place(page) == "Old & New Harbour"
    assert kremlin.printed_day("<updated>2019-05-03T10:40:00Z</updated>") == date(2019, 5, 3)
    assert kremlin.printed_day("<p>May 3, 2019</p>") is None
    assert kremlin.printed_place("<p>Halden</p>") is None
