"""Lines, utterances and acts in the page."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.domain.act import Act, Root
from onrecord.domain.issue import Example, Issue, Stance
from onrecord.domain.line import Caution, CoverageWarning
from onrecord.domain.occasion import Party
from onrecord.domain.span import Span
from onrecord.domain.utterance import Retelling, Utterance
from onrecord.domain.wording import Change, ChangeKind, Comparison, DiffStep, StepKind, Wording
from onrecord.exports.page import write_page
from onrecord.exports.sections import LineSection, UtteranceSection
from tests.exports.test_page import STATEMENTS, analysed, read, spans
from tests.exports.told import ISSUE, QUOST, line, point, position, shift, told

FOR, AGAINST, UNCLEAR = Stance.FOR, Stance.AGAINST, Stance.UNCLEAR
HOSTILE = "\"><script>alert('&{{7*7}}')</script>\u202e"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.html"


def line_section(words: str = "", *, reports: int = 2) -> LineSection:
    """Two utterances with a shift between them; `words` stand wherever words can."""
    held = [told(n, f"We open the pass {words}", outlet=f"TSN {words}") for n in range(1, 3)]
    held = [replace(one, speakers=(replace(QUOST, name=f"Quost {words}"),)) for one in held]
    before, after = (
        replace(
            point(n, stance, 90 * n, disputed=True),
            outlets=(f"TSN {words}",),
            position=position(one, stance, words or "model"),
        )
        for n, (one, stance) in enumerate(zip(held, (FOR, AGAINST), strict=True), start=1)
    )
    turned = shift(before, after, detail=f"1 each {words}")
    whole = line([before, after], turned, name=f"Quost {words}")
    warning = CoverageWarning(Caution.DATES_OPEN, f"1 undated {words}")
    issue = Issue("pass", f"The pass {words}", f"Convoys {words}", (Example("x", FOR),))
    return LineSection(
        replace(whole, warnings=(warning,), rolled_up=True),
        replace(issue, id=f"pass {words}"),
        {one.key: one for one in held[:reports]},
    )


def utterance_section(words: str = "") -> UtteranceSection:
    """A report, and another one that leaves out its last word; `words` stand in all of it."""
    lead, other = told(1, f"We open now {words}"), told(2, f"We open {words}", outlet=words)
    comparison = Comparison(
        Wording.ALTERED,
        0.9,
        (
            DiffStep(StepKind.SAME, Span(0, 7), Span(0, 7)),
            DiffStep(StepKind.DROPPED, Span(8, len(lead.content))),
            DiffStep(StepKind.ADDED, None, Span(7, len(other.content))),
        ),
        (Change(ChangeKind.NAME_DROPPED, Span(8, len(lead.content))),),
    )
    retellings = (
        Retelling(lead.key, lead.outlet, None),
        Retelling(other.key, other.outlet, None, Wording.ALTERED, comparison, lead.key),
    )
    return UtteranceSection(
        Utterance("u", lead.key, retellings), {one.key: one for one in (lead, other)}
    )


def written(
    path: Path, lines: Sequence[LineSection] = (), utterances: Sequence[UtteranceSection] = ()
) -> str:
    write_page([analysed(title="Road")], path, "The road", lines, utterances)
    return path.read_text("utf-8")


def test_without_lines_and_utterances_there_is_no_section(path: Path) -> None:
    """Nor an empty one."""
    page = written(path)
    assert 'id="lines"' not in page
    assert 'id="utterances"' not in page


def test_lines_stand_between_the_timeline_and_the_speakers(path: Path) -> None:
    """And after them the utterances."""
    page = written(path, [line_section()], [utterance_section()])
    order = [page.index(f'id="{name}"') for name in ("timeline", "lines", "utterances", "speakers")]
    assert order == sorted(order)


def test_every_link_leads_to_one_place(path: Path) -> None:
    """From marks, shifts and rows too; statements that the page has lead to their report."""
    reader = read(written(path, [line_section(), line_section()], [utterance_section()]))
    assert len(reader.ids) == len(set(reader.ids))
    assert [target for target in reader.targets if target[1:] not in reader.ids] == []
    assert {"#l1p1", "#l1h1", "#l2p2", "#d1s1", "#d1s2"} <= set(reader.targets)
    assert reader.outside == []


def test_a_mark_leads_to_its_evidence(path: Path) -> None:
    """Which stands in what unfolds by itself, so that no script is needed."""
    page = written(path, [line_section()])
    assert re.search(r'<a class="point" href="#l1p1" data-p="l1p1"><title>for \(disputed', page)
    folded = page[page.index('<details class="rows">') :]
    assert re.search(
        r'<details><summary[^>]*>[^§]*?</summary>\s*<div class="proof" id="l1p1"', folded
    )
    assert "read by the sentence network" in folded
    assert "Bears on the issue" in folded


@pytest.mark.parametrize(
    "words",
    [
        "<span>2 utterances</span><span>4 statements</span><span>3 outlets</span>",
        '<b>reversal</b> <span class="status">chance 90 %</span>',
        '<span class="tag warn">few utterances</span>',
        '<span class="tag warn">dates open</span>',
        "with its offices and spokespersons",
        "last: against, 2033-08-13",
    ],
)
def test_a_line_is_said_in_words(path: Path, words: str) -> None:
    """Counts apart, shifts with their chance, cautions with what they rest on."""
    assert words in written(path, [line_section()])


def test_an_utterance_shows_what_was_left_out(path: Path) -> None:
    """Marked as left out, and flagged."""
    page = written(path, utterances=[utterance_section("today")])
    assert "<del>now today</del>" in page
    assert "name dropped: “now today”" in page
    assert "first report" in page


@pytest.mark.parametrize("reports", [0, 2])
def test_no_word_is_read_as_markup(path: Path, reports: int) -> None:
    """Wherever it stands: names, outlets, propositions, warnings, steps, titles in the drawing."""
    page = written(path, [line_section(HOSTILE, reports=reports)], [utterance_section(HOSTILE)])
    assert len(re.findall(r"<script", page)) == 1
    assert "{{7*7}}" in page
    assert not re.search(r"<[^>]+\s(style|on\w+)=", page)
    for opened in ("svg", "details", "section", "table", "mark", "del", "ins"):
        assert len(re.findall(rf"<{opened}\b", page)) == len(re.findall(f"</{opened}>", page))


def test_the_same_sections_give_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of the day or the machine is in them."""
    pages = [written(tmp_path / name, [line_section()], [utterance_section()]) for name in "ab"]
    assert pages[0] == pages[1]


def test_a_page_of_many_long_lines_stays_small(path: Path) -> None:
    """Two hundred lines of a hundred utterances each: some are counted, none hang the browser."""
    points = [point(n, FOR if n % 7 else UNCLEAR, 9 * n) for n in range(100)]
    held = {one.key: one for one in (told(n, "We open the pass. " * 40) for n in range(100))}
    many = LineSection(line(points, shift(points[1], points[99])), ISSUE, held)
    page = written(path, [many] * 200)
    assert len(page) < 5_000_000
    assert "170 more lines are not on this page" in page
    assert "60 more utterances are not shown" in page


def test_a_line_without_days_is_a_table(path: Path) -> None:
    """And one without points says so."""
    undated = LineSection(line([point(1, FOR, None)]), ISSUE, {})
    empty = LineSection(line([]), ISSUE, {})
    page = written(path, [undated, empty])
    assert "There is no drawing, because nothing tells the day of any utterance." in page
    assert "No statement takes a position." in page
    assert '<svg class="timeline line"' not in page


def coded(path: Path, root: Root) -> str:
    """A page of one statement with an act."""
    [tekk] = spans("Tekk")
    act = Act(root, "lexicon", 0.91, spans("We count"), (Party(tekk, "Jorun <Tekk>"),))
    write_page([analysed(statements=[replace(STATEMENTS[0], act=act)])], path, "The road")
    return path.read_text("utf-8")


def test_an_act_stands_beside_who_and_when(path: Path) -> None:
    """With its quad class, whom it is aimed at and the words that show it, which are marked."""
    page = coded(path, Root.ACCUSE)
    assert '<span class="tag act conflict" title="verbal conflict">accuse ' in page
    assert "<bdi>Jorun &lt;Tekk&gt;</bdi>" in page
    fact = "<code>ACCUSE</code>, verbal conflict, 91 %, decided by <code>lexicon</code>"
    assert f'<dt>Act</dt><dd dir="auto">{fact} <q>We count</q></dd>' in page
    assert re.findall(r'data-e="d1s1">([^<]*)<', page) == ["We count", "Tekk"]


def test_deeds_are_told_from_words(path: Path) -> None:
    """By the mark of the tag, and in words."""
    assert 'tag act cooperation deed" title="material cooperation">aid ' in coded(path, Root.AID)


def test_a_plain_comment_is_no_act(path: Path) -> None:
    """Nothing is shown of it."""
    page = coded(path, Root.NONE)
    assert "tag act" not in page
    assert "<dt>Act</dt>" not in page
    assert not re.search('data-e="', page)
