"""When, where and to whom: kept, asked for, and checked."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import DateSource
from onrecord.domain.judgement import Verdict
from onrecord.domain.occasion import OccasionKind, Place, Said
from onrecord.domain.period import Period
from onrecord.errors import InvalidQuery
from onrecord.record import AddOutcome, Record, StatementQuery, StoredParty
from onrecord.record.file import writing
from tests.builders import (
    BRANDT,
    LATER_RUN,
    RUN,
    TALKS_TEXT,
    TEXT,
    document_of,
    halden,
    inferred,
    span_of,
    talks,
)
from tests.record.conftest import SpellingMatcher, report

REOPENS, WAIT = "The bridge reopens", "to wait"


def contents(record: Record, **filters: object) -> list[str]:
    """The content words of what passes the filters."""
    return [found.content_words for found in record.statements(StatementQuery(**filters))]


def saying_when(said: Said | None, name: str = "when.txt", **facts: object) -> AnalysedDocument:
    """One statement, made when `said` says."""
    text = f"“We heard of it,” said Irena Valk. ({name})"
    document = document_of(text, name, **facts)
    found = replace(
        halden().statements[1],
        document_id=document.id,
        content=(span_of(text, "We heard of it"),),
        cue=(),
        source=(),
        speakers=(),
        said=said,
    )
    return AnalysedDocument(document, (found,), (), RUN)


def days(first: date, last: date | None = None) -> Said:
    """Made between these days."""
    return Said(Period(first, last or first), "stated")


class TestKeeping:
    """The same document comes back."""

    def test_one_occasion_of_two_statements_is_kept_once(self, record: Record):
        """And both statements have it again."""
        record.add(talks())
        with writing(record._engine) as connection:
            assert connection.execute(sql("SELECT count(*) FROM occasions")).scalar() == 1
        kept = record.document("talks.txt")
        assert kept == talks()
        first, second = kept.statements
        assert first.occasion is second.occasion

    def test_a_later_run_replaces_all_of_it(self, record: Record):
        """After it the record is the one that this run alone would have made."""
        record.add(talks())
        plain = tuple(
            replace(found, said=None, occasion=None, addressees=(), reported_via=())
            for found in talks().statements
        )
        later = replace(talks(run=LATER_RUN), statements=plain, times=())
        assert record.add(later) is AddOutcome.REPLACED
        assert record.document("talks.txt") == later
        for table in ("occasions", "occasion_spans", "parties", "times"):
            with writing(record._engine) as connection:
                assert connection.execute(sql(f"SELECT count(*) FROM {table}")).scalar() == 0

    def test_a_date_keeps_its_reasons(self, record: Record):
        """With their evidence; another reason is another fact."""
        document = inferred(date(2013, 2, 1), date(2013, 5, 31), document_of(), "Irena Valk")
        analysed = replace(halden(), document=document)
        record.add(analysed)
        assert record.document("halden.txt") == analysed
        [listed] = record.documents()
        assert (listed.published_from, listed.published_to, listed.published_how) == (
            date(2013, 2, 1), date(2013, 5, 31), DateSource.INFERRED
        )  # fmt: skip
        assert record.add(analysed) is AddOutcome.UNCHANGED
        narrower = inferred(date(2013, 3, 1), date(2013, 5, 31), document_of(), "Irena Valk")
        assert record.add(replace(analysed, document=narrower)) is AddOutcome.REPLACED

    def test_a_document_without_a_date_says_so(self, record: Record):
        """Unknown is a value."""
        record.add(halden())
        assert [one.published_how for one in record.documents()] == [DateSource.UNKNOWN]

    def test_the_dump_has_all_of_it(self, record: Record):
        """Each kept word is a line."""
        record.add(talks())
        lines = "\n".join(record.dump())
        for role in ("said", "addressee", "via", "occasion", "place", "counterpart", "time"):
            assert f'"role": "{role}"' in lines


class TestAnchors:
    """Words that tell when, where and to whom are checked like all others."""

    @pytest.mark.parametrize(
        ("old", "new", "roles", "orphaned"),
        [
            ("on Sunday", "on Monday", ["said", "time"], [True, False]),
            ("the Halden Post", "the Ostrel Post", ["addressee"], [True, False]),
            ("the Ostrel Herald", "the Halden Herald", ["via"], [True, False]),
            ("after talks", "after lunch", ["occasion"], [True, True]),
            ("Zúrava", "Korlan", ["place"], [True, True]),
            ("Tomas Brandt", "Tamas Brandt", ["actor-name", "actor-mention", "counterpart"],
             [True, True]),
        ],
    )  # fmt: skip
    def test_a_changed_word_is_an_orphan(
        self, record: Record, old: str, new: str, roles: list[str], orphaned: list[bool]
    ):
        """It is told by its role; both statements of an occasion lose its words."""
        record.add(talks())
        with writing(record._engine) as connection:
            changed = {"text": TALKS_TEXT.replace(old, new)}
            connection.execute(sql("UPDATE documents SET text = :text"), changed)
        assert sorted(orphan.role for orphan in record.verify()) == sorted(roles)
        assert [found.orphaned for found in record.statements()] == orphaned

    def test_the_place_of_a_report_is_checked(self, record: Record):
        """It is kept with each place that the text was found in."""
        place = Place(span_of(TEXT, "Halden"), "Halden")
        report = replace(halden(), document=replace(document_of(), place=place), appearances=())
        record.add(report)
        assert record.add(report) is AddOutcome.UNCHANGED
        assert record.document("halden.txt") == report
        with writing(record._engine) as connection:
            changed = {"text": TEXT.replace("at Halden", "at Holden")}
            connection.execute(sql("UPDATE documents SET text = :text"), changed)
        assert "dateline" in [orphan.role for orphan in record.verify()]

    def test_what_a_date_rests_on_is_checked(self, record: Record):
        """Both for the date and for each of its reasons."""
        document = inferred(date(2013, 2, 1), date(2013, 5, 31), document_of(), "Tomas Brandt")
        record.add(replace(halden(), document=document, appearances=()))
        with writing(record._engine) as connection:
            changed = {"text": TEXT.replace("Tomas Brandt", "Tamas Brandt")}
            connection.execute(sql("UPDATE documents SET text = :text"), changed)
        found = [orphan.role for orphan in record.verify() if not orphan.statement_id]
        assert found == ["date", "date-reason", "date-reason"]


class TestWhen:
    """`since` and `until` ask when it was said."""

    @pytest.fixture(autouse=True)
    def filled(self, record: Record) -> None:
        """Said long before publication, on an uncertain day, and on an unknown one."""
        published = date(2014, 3, 2)
        for name, said in (
            ("old.txt", days(date(2012, 12, 1))),
            ("wide.txt", days(date(2013, 1, 1), date(2013, 12, 31))),
            ("unsaid.txt", None),
        ):
            record.add(saying_when(said, name, day=published))
        record.add(saying_when(days(date(2015, 1, 1)), "undated.txt"))
        record.add(saying_when(None, "never.txt"))

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({}, ["old", "wide", "unsaid", "undated", "never"]),
            ({"since": "2013"}, ["wide", "unsaid", "undated"]),
            ({"since": "2014"}, ["unsaid", "undated"]),
            ({"until": "2012"}, ["old"]),
            ({"until": "2013-01"}, ["old", "wide"]),
            ({"since": "2013-06", "until": "2013-06"}, ["wide"]),
            ({"since": "2014-03-02", "until": "2014-03-02"}, ["unsaid"]),
            ({"since": "2016"}, []),
            ({"since": "2013-05", "until": "2013"}, ["wide"]),
            ({"order": "published"}, ["old", "unsaid", "wide", "never", "undated"]),
            ({"limit": 1}, ["old"]),
        ],
    )
    def test_what_may_have_been_said_then(
        self, record: Record, filters: dict[str, object], expected: list[str]
    ):
        """By the day of saying, else of publication; in that order, the undated last."""
        found = record.statements(StatementQuery(**filters))
        assert [one.name.removesuffix(".txt") for one in found] == expected

    def test_an_end_before_the_beginning_is_refused(self, record: Record):
        """Rather than finding nothing, or whatever spans both."""
        with pytest.raises(InvalidQuery, match="ends before 'since' begins"):
            contents(record, since="2014", until="2013-12")


class TestOccasions:
    """Where, at what, to whom, by way of whom."""

    @pytest.fixture(autouse=True)
    def filled(self, record: Record) -> None:
        """Talks, and a report without any occasion."""
        record.add(talks())
        record.add(halden())

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({"said_in": "zurava"}, [REOPENS, WAIT]),
            ({"said_in": " ZÚRAVA "}, [REOPENS, WAIT]),
            ({"said_in": "zur*"}, [REOPENS, WAIT]),
            ({"said_in": "zura"}, []),
            ({"said_in": "%"}, []),
            ({"said_in": "z_rava"}, []),
            ({"said_in": "Zúrava' OR '1'='1"}, []),
            ({"said_in": '"'}, []),
            ({"occasion": OccasionKind.TALKS}, [REOPENS, WAIT]),
            ({"occasion": OccasionKind.INTERVIEW}, []),
            ({"to": "brandt"}, [REOPENS, WAIT]),
            ({"to": BRANDT}, [REOPENS, WAIT]),
            ({"to": "halden post"}, [REOPENS]),
            ({"to": "post halden"}, [REOPENS]),
            ({"to": '"post halden"'}, []),
            ({"to": "ostrel"}, [WAIT]),
            ({"to": "ostrel herald"}, []),
            ({"to": "Halden Post", "by_match": "exact"}, [REOPENS]),
            ({"to": "halden post", "by_match": "exact"}, []),
            ({"to": "Ostrel", "by_match": "exact"}, []),
            ({"via": "ostrel herald"}, [REOPENS]),
            ({"via": "the herald"}, [REOPENS]),
            ({"via": "brandt"}, []),
            ({"via": "%"}, []),
            ({"said_in": "zurava", "to": "ostrel", "by": "valk"}, [WAIT]),
            ({"said_in": "zurava", "since": "2014"}, []),
            ({"said_in": " ", "to": "", "via": " "}, None),
        ],
    )
    def test_filters(self, record: Record, filters: dict[str, object], expected: list[str] | None):
        """Each filter narrows; a blank one is none; no punctuation is dangerous."""
        everything = contents(record) if expected is None else expected
        assert contents(record, **filters) == everything

    @pytest.mark.parametrize("filter_name", ["said_in", "to", "via"])
    def test_too_many_words_are_refused(self, record: Record, filter_name: str):
        """A message says which filter has too many."""
        contents(record, **{filter_name: "x " * 100})
        with pytest.raises(InvalidQuery, match="101 words"):
            contents(record, **{filter_name: "x " * 101})

    def test_an_answer_says_who_took_part(self, record: Record):
        """Actors by their id and what they are mostly called, the others as the text has them."""
        first, second = record.statements(StatementQuery(said_in="zurava"))
        assert first.counterparts == (StoredParty(BRANDT, "Tomas Brandt"),)
        assert first.addressees == (StoredParty(None, "Halden Post"),)
        assert first.reported_via == (StoredParty(None, "Ostrel Herald"),)
        assert second.addressees == (StoredParty(None, "Ostrel"),)
        assert (first.said_words, first.occasion_words) == ("on Sunday", "after talks with")
        assert (second.said_words, second.occasion_words) == ("", "after talks with")


class TestIdentity:
    """Those whom it was said to are actors, like those who speak."""

    def test_a_merge_applies_to_parties(self, record: Record):
        """Found under the other's name from then on, and called by what most documents say."""
        record.add(talks())
        record.add(report(1, "Jorun Tekk"))
        record.add(report(2, "Jorun Tekk"))
        assert contents(record, to="tekk") == []
        made = record.judge(Verdict.SAME, "Tomas Brandt", "Jorun Tekk")
        assert contents(record, to="tekk") == [REOPENS, WAIT]
        assert contents(record, to="Jorun Tekk", by_match="exact") == [REOPENS, WAIT]
        [found, _] = record.statements(StatementQuery(to="tekk"))
        assert [party.name for party in found.counterparts] == ["Jorun Tekk"]
        record.undo(made.number)
        assert contents(record, to="tekk") == []

    def test_a_split_applies_to_parties(self, record: Record):
        """In the document that was set apart, and there alone."""
        record.add(talks())
        record.add(report(3, f"{BRANDT}|Tomas Brandt"))
        made = record.split("Tomas Brandt", "talks.txt")
        [found, _] = record.statements(StatementQuery(document="talks.txt"))
        assert found.counterparts[0].actor == f"{BRANDT}@{talks().document.id}"
        assert contents(record, to=BRANDT) == []
        for judgement in made:
            record.undo(judgement.number)
        assert contents(record, to=BRANDT) == [REOPENS, WAIT]

    def test_letters_of_another_script(self, record: Record, matcher: SpellingMatcher):
        """As for speakers, where names are compared in Latin letters."""
        record.add(talks())
        assert contents(record, to="Брандт", by_match="transliterated") == [REOPENS, WAIT]


def test_an_occasion_s_columns_are_plain_for_other_programs(tmp_path: Path):
    """Whoever opens the file reads days as ISO dates and kinds as words."""
    with Record.open(tmp_path / "r.db") as record:
        record.add(talks())
        with writing(record._engine) as connection:
            said = connection.execute(
                sql("SELECT said_first, said_step, occasion FROM statements ORDER BY position")
            ).all()
            kinds = connection.execute(sql("SELECT kind, place FROM occasions")).all()
    assert [tuple(row) for row in said] == [
        ("2013-09-08", "stated", 0),
        ("2013-09-08", "same-again", 0),
    ]
    assert [tuple(row) for row in kinds] == [("talks", "Zúrava")]
