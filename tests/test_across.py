"""A record seen across its documents: what is derived follows what it was derived from."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.across import Across
from onrecord.domain.actor import ActorKind, Appearance
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.issue import Issue, Stance
from onrecord.domain.judgement import Verdict
from onrecord.domain.statement import LinkStatus, SpeakerLink, Statement, StatementKind
from onrecord.errors import InvalidQuery, NotInRecord
from onrecord.record import Record, StatementQuery
from tests.builders import RUN, document_of, span_of
from tests.record.conftest import SpellingMatcher, profile_of

BRIDGE = Issue("bridge", "The bridge should be opened.", words=("bridge",))


def said(number: int, name: str, words: str, outlet: str = "Post") -> AnalysedDocument:
    """A report of one quotation, on the day of the number."""
    text = f"“{words},” {name} said on the square, the {outlet} reports."
    document = document_of(
        text, f"r{number}.txt", id=f"d{number}", day=date(2013, 1, number), outlet=outlet
    )
    place = span_of(text, name)
    link = SpeakerLink(LinkStatus.NAMED, "name", 0.9, name, place, place, profile_of(name))
    content = span_of(text, words)
    statement = Statement(
        f"s{number}", document.id, StatementKind.DIRECT, (content,), (), (place,), (link,)
    )
    who = Appearance(profile_of(name), ActorKind.PERSON, name, (place,), (place,))
    return AnalysedDocument(document, (statement,), (), RUN, (who,))


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Three reports on the bridge, two of them of the same words, and one on the weather."""
    with Record.open(tmp_path / "record.db", matcher=SpellingMatcher()) as opened:
        open_it = "The bridge must be opened to all carts and all people before the harvest"
        opened.add(said(1, "Irena Valk", open_it))
        opened.add(said(2, "Irena Valk", open_it, "Herald"))
        opened.add(said(9, "Tomas Brandt", "The bridge must never be opened while I live"))
        opened.add(said(10, "Tomas Brandt", "It will rain on Sunday in the whole of the valley"))
        opened.put_issues([BRIDGE])
        yield opened


@pytest.fixture
def told() -> list[str]:
    """What was said to take a while."""
    return []


@pytest.fixture
def across(record: Record, told: list[str]) -> Across:
    """By words alone: no network is loaded."""
    return Across(record, None, "1", told.append)


def test_repeated_words_are_one_utterance(across: Across):
    """Told in the order of publication, compared with the lead."""
    utterances = {len(one.retellings): one for one in across.utterances()}
    assert [told.outlet for told in utterances[2].retellings] == ["Post", "Herald"]
    for utterance, statements in across.retold(StatementQuery(by="Irena Valk")):
        assert set(statements) == {told.key for told in utterance.retellings}


def test_what_nothing_changed_is_not_derived_again(across: Across, told: list[str]):
    """A line asks for both; the second line finds them there."""
    across.line("Irena Valk", "bridge")
    work = list(told)
    assert len(work) == 3
    across.line("Tomas Brandt", "bridge")
    assert told == work


@pytest.mark.parametrize(
    "change",
    [
        lambda r: r.add(said(5, "Irena Valk", "The bridge must be opened by the spring")),
        lambda r: r.judge(Verdict.DIFFERENT, "person~irena-valk", "person~tomas-brandt"),
    ],
)
def test_a_changed_record_is_derived_from_anew(
    across: Across, record: Record, told: list[str], change
):
    """Another report, or another opinion on who is who."""
    across.line("Irena Valk", "bridge")
    before = len(told)
    change(record)
    across.line("Irena Valk", "bridge")
    assert len(told) == 2 * before


def test_a_judgement_or_another_version_changes_positions_alone(
    across: Across, record: Record, told: list[str]
):
    """The utterances stay where the words they rest on do."""
    across.line("Irena Valk", "bridge")
    told.clear()
    record.judge_stance("bridge", "s9", Stance.FOR)
    line, _ = across.line("Tomas Brandt", "bridge")
    assert not any("utterances" in words for words in told)
    assert [(point.stance, point.position.step) for point in line.points] == [
        (Stance.FOR, "judged")
    ]
    told.clear()
    replace(across, version="2").line("Irena Valk", "bridge")
    assert any("utterances" in words for words in told)


def test_a_line_counts_utterances_statements_and_outlets(across: Across):
    """One point an utterance; the weather is none of its business."""
    line, statements = across.line("Irena Valk", "bridge")
    counts = line.counts
    assert (counts.utterances, counts.statements, counts.outlets) == (1, 2, 2)
    assert {key.statement_id for key in statements} == {"s1", "s2"}


def test_joined_actors_have_one_line(across: Across, record: Record):
    """Whoever judged them to be one."""
    record.add(said(6, "Irene Walk", "The bridge must be opened, and I will say so every day"))
    record.judge(Verdict.SAME, "person~irena-valk", "person~irene-walk")
    line, _ = across.line("Irene Walk", "bridge")
    assert line.counts.utterances == 2


def test_a_comparison_is_of_those_asked_for(across: Across):
    """In the order wanted."""
    (comparison,), _ = across.comparison(["Tomas Brandt", "Irena Valk"], "bridge")
    assert (comparison.left.name, comparison.right.name) == ("Tomas Brandt", "Irena Valk")


@pytest.mark.parametrize(
    ("actor", "issue", "error", "message"),
    [
        ("Nobody", "bridge", NotInRecord, "no actor 'Nobody'"),
        ("Irena Valk", "tolls", NotInRecord, "no issue 'tolls'"),
    ],
)
def test_what_is_not_there_is_named(
    across: Across, actor: str, issue: str, error: type[Exception], message: str
):
    """Before anything is derived."""
    with pytest.raises(error, match=message):
        across.line(actor, issue)


def test_only_a_state_is_rolled_up(across: Across):
    """A person speaks for nobody else."""
    with pytest.raises(InvalidQuery, match="only the line of a state"):
        across.line("Irena Valk", "bridge", rolled_up=True)


def test_an_issue_is_tried_out_before_it_is_kept(across: Across, record: Record):
    """Nothing is kept by finding what bears on it."""
    rain = Issue("rain", "It will rain on Sunday.")
    assert [found.key.statement_id for found, _ in across.hits(rain)] == ["s10"]
    assert [issue.id for issue in record.issues()] == ["bridge"]
