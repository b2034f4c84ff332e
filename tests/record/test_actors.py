"""Who is who, across documents."""

import random
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import IntegrityError

from onrecord.domain.actor import ActorKind
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.judgement import Verdict
from onrecord.domain.partition import standing
from onrecord.errors import Contradiction, InvalidQuery, NotInRecord
from onrecord.record import ActorQuery, AddOutcome, Record, StatementQuery, StoredSpeaker
from onrecord.record.file import reading, writing
from tests.builders import LATER_RUN, halden
from tests.record.conftest import SpellingMatcher, report

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE

VALK, WALK, FALK = "person~irena-valk", "person~irena-walk", "person~irina-falk"
"""One letter apart, one actor; two letters apart, for a person to judge."""


def components(record: Record) -> list[tuple[str, ...]]:
    """The profiles of each actor."""
    return sorted(actor.profiles for actor in record.actors())


def contents(record: Record, **filters: object) -> list[str]:
    """The content words of what passes the filters."""
    return [found.content_words for found in record.statements(StatementQuery(**filters))]


def candidates(record: Record) -> list[tuple[str, str]]:
    """The profiles of the pairs that a person is asked about."""
    return [(pair.left_profile, pair.right_profile) for pair in record.candidates()]


def identity(record: Record) -> list[str]:
    """What the dump says about actors, edges and judgements."""
    sorts = ('"sort": "actor"', '"sort": "edge"', '"sort": "judgement"')
    return [line for line in record.dump() if any(sort in line for sort in sorts)]


def fill(record: Record, *reports: AnalysedDocument) -> None:
    """Add the reports."""
    list(record.add_many(reports))


class TestJoining:
    """What the matcher joins, and what it leaves to people."""

    def test_spellings_of_one_name_are_one_actor(self, record: Record):
        """Its id is the smallest profile, its name what most documents call it."""
        fill(record, report(1, "Irena Valk"), report(2, "Irena Walk"), report(3, "Irena Walk"))
        [actor] = record.actors()
        assert actor.id == VALK
        assert actor.profiles == (VALK, WALK)
        assert (actor.name, actor.names) == ("Irena Walk", ("Irena Walk", "Irena Valk"))
        assert (actor.documents, actor.statements) == (3, 3)

    def test_a_likely_pair_is_for_a_person_to_judge(self, record: Record):
        """It is not joined, and asked about."""
        fill(record, report(1, "Irena Valk", "Irina Falk"))
        assert components(record) == [(VALK,), (FALK,)]
        [pair] = record.candidates()
        assert (pair.left.id, pair.right.id, pair.score) == (VALK, FALK, 0.8)
        assert pair.documents == ("r1.txt",)

    def test_namesakes_of_another_name_stay_apart(self, record: Record):
        """Two Valks in one report are two actors."""
        fill(record, report(1, "Irena Valk", "Tomas Valk"), report(2, "Irena Valk"))
        assert [actor.name for actor in record.actors()] == ["Irena Valk", "Tomas Valk"]

    def test_known_actors_are_never_joined(self, record: Record):
        """However alike their names; a profile goes with the surer of them."""
        fill(record, report(1, "person:a|Irena Valk", "person:b|Irena Valk", "Irena Walk"))
        assert components(record) == [("person:a", WALK), ("person:b",)]
        assert record.actor(WALK).id == "person:a"

    def test_kinds_that_documents_mix_up_are_compared(self, record: Record):
        """An organisation may be a public body elsewhere, and never a person."""
        fill(
            record,
            report(1, "organisation~x|Maravian Red Cross", kinds=[ActorKind.ORGANISATION]),
            report(2, "public_body~x|Maravian Red Cross", kinds=[ActorKind.PUBLIC_BODY]),
            report(3, "person~x|Maravian Red Cross"),
        )
        assert components(record) == [("organisation~x", "public_body~x"), ("person~x",)]

    def test_without_a_matcher_nobody_is_compared(self, tmp_path: Path):
        """Until the record is opened with one and asked to."""
        with Record.open(tmp_path / "plain.db") as plain:
            fill(plain, report(1, "Irena Valk"), report(2, "Irena Walk"))
            assert components(plain) == [(VALK,), (WALK,)]
        with Record.open(tmp_path / "plain.db", matcher=SpellingMatcher()) as matched:
            matched.compare_actors()
            assert components(matched) == [(VALK, WALK)]

    def test_order_of_adding_leaves_no_trace(self, record: Record, matcher: SpellingMatcher):
        """Actors, edges and their scores are the same whichever report came first."""
        names = ("Irena Valk", "Irena Walk", "Irina Walk", "Irina Falk", "Tomas Brandt", "Ирена")
        chance = random.Random(3)
        reports = [report(n, *chance.sample(names, 2)) for n in range(12)]
        fill(record, *reports)
        with Record.open(record.path.with_name("b.db"), matcher=matcher) as other:
            for one in reversed(reports):
                other.add(one)
            assert list(other.dump()) == list(record.dump())

    def test_each_profile_is_compared_once_a_run(self, record: Record, matcher: SpellingMatcher):
        """A name that is in the record already costs no comparison."""
        fill(record, report(1, "Irena Valk"), report(2, "Irena Walk"))
        before = matcher.compared
        fill(record, report(3, "Irena Valk"), report(4, "Irena Walk", "Irena Valk"))
        assert matcher.compared == before


class TestReadingAnew:
    """A later run replaces what an earlier one found, and not what people said."""

    def test_is_as_if_the_later_run_alone_had_read(self, record: Record, matcher: SpellingMatcher):
        """Profiles, names and edges that only the old reading had are gone."""
        old = report(1, "Irena Walk", "Irina Falk")
        fill(record, old, report(2, "Irena Valk"))
        later = in_text_of(old, report(1, "Tomas Brandt", run=LATER_RUN))
        again = report(2, "Irena Valk", run=LATER_RUN)
        assert list(record.add_many([later, again])) == [AddOutcome.REPLACED] * 2
        with Record.open(record.path.with_name("clean.db"), matcher=matcher) as clean:
            fill(clean, later, again)
            assert list(record.dump()) == list(clean.dump())
        with pytest.raises(NotInRecord):
            record.actor("Irina Falk")

    def test_judgements_survive_and_are_not_asked_again(self, record: Record):
        """Also where the profile was gone for a while."""
        old = report(1, "Irena Valk", "Irina Falk")
        record.add(old)
        made = record.judge(SAME, VALK, "Irina Falk", by="anna")
        record.add(in_text_of(old, report(1, "Irena Valk", run=LATER_RUN)))
        assert record.actor("Irina Falk").documents == 1
        record.add(old)
        assert list(record.judgements()) == [made]
        assert components(record) == [(VALK, FALK)]
        assert candidates(record) == []

    def test_a_new_full_name_of_a_known_actor_is_found(self, record: Record):
        """A profile that gets a name is compared by it."""
        fill(record, report(1, "person:a|Tomas Brandt"), report(2, "Irena Walk"))
        fill(record, report(3, "person:a|Irena Valk"))
        assert components(record) == [("person:a", WALK)]
        assert record.actor("person:a").names == ("Irena Valk", "Irena Walk", "Tomas Brandt")


def in_text_of(old: AnalysedDocument, new: AnalysedDocument) -> AnalysedDocument:
    """The document of `old` with the actors and the run of `new`, each standing somewhere."""
    place = old.appearances[0].names
    actors = tuple(replace(one, names=place, mentions=place) for one in new.appearances)
    return AnalysedDocument(old.document, (), (), new.run, actors)


class TestJudging:
    """What people decide."""

    @pytest.fixture(autouse=True)
    def filled(self, record: Record) -> None:
        """Two spellings that are joined, one that may be, and somebody else."""
        fill(
            record,
            report(1, "Irena Valk", "Tomas Brandt"),
            report(2, "Irena Walk"),
            report(3, "Irina Falk"),
        )

    def test_same_joins(self, record: Record):
        """By name, by id, by profile; the statements are then one actor's."""
        made = record.judge(SAME, "Irena Walk", FALK, by="anna", reason="same post")
        assert (made.number, made.left, made.right) == (1, WALK, FALK)
        assert (made.by, made.reason, made.undoes) == ("anna", "same post", None)
        assert record.actor("Falk").profiles == (VALK, WALK, FALK)
        assert len(contents(record, by="irina falk")) == 3

    def test_different_parts_what_a_machine_joined(self, record: Record):
        """And the pair is not asked about."""
        record.judge(DIFFERENT, "Irena Valk", "Irena Walk")
        assert (VALK,) in components(record)
        assert (VALK, WALK) not in candidates(record)

    @pytest.mark.parametrize("verdict", Verdict)
    def test_nothing_is_asked_twice(self, record: Record, verdict: Verdict):
        """Not in other words either: the verdict holds for the actors that the profiles are of."""
        [pair] = record.candidates()
        record.judge(verdict, pair.left_profile, pair.right_profile)
        assert candidates(record) == []

    def test_the_same_verdict_again_is_the_one_that_stands(self, record: Record):
        """Whichever way round."""
        first = record.judge(UNSURE, VALK, FALK)
        assert record.judge(UNSURE, FALK, VALK) == first
        assert len(list(record.judgements())) == 1

    def test_a_newer_verdict_on_the_same_two_takes_over(self, record: Record):
        """No undo is needed to change one's mind."""
        record.judge(SAME, VALK, FALK)
        record.judge(DIFFERENT, VALK, FALK)
        assert record.actor(FALK).profiles == (FALK,)

    @pytest.mark.parametrize(
        ("verdicts", "message"),
        [
            ([(SAME, VALK, WALK), (SAME, WALK, FALK), (DIFFERENT, VALK, FALK)], "judgement [12] "),
            ([(DIFFERENT, VALK, FALK), (SAME, VALK, WALK), (SAME, WALK, FALK)], "undo 1"),
        ],
    )
    def test_a_contradiction_is_refused(self, record: Record, verdicts: list, message: str):
        """The message names the earlier judgement and how it is taken back."""
        *first, last = verdicts
        for verdict in first:
            record.judge(*verdict)
        before = identity(record)
        with pytest.raises(Contradiction, match=message):
            record.judge(*last)
        assert identity(record) == before

    def test_undo_restores(self, record: Record):
        """The actors are what they were, and the pair is asked about again."""
        before, asked = components(record), candidates(record)
        made = record.judge(SAME, VALK, FALK)
        undone = record.undo(made.number, by="ben")
        assert (undone.undoes, undone.left, undone.by) == (1, VALK, "ben")
        assert (components(record), candidates(record)) == (before, asked)
        with pytest.raises(InvalidQuery, match="taken back already, by judgement 2"):
            record.undo(made.number)
        record.undo(undone.number)
        assert record.actor(FALK).id == VALK

    def test_an_undo_that_would_contradict_is_refused(self, record: Record):
        """What a verdict superseded may not come back beside what was judged since."""
        record.judge(SAME, VALK, FALK)
        record.judge(DIFFERENT, VALK, FALK)
        record.judge(SAME, VALK, WALK)
        record.judge(DIFFERENT, WALK, FALK)
        with pytest.raises(Contradiction, match="judgement 4"):
            record.undo(2)

    def test_split_sets_one_document_apart(self, record: Record):
        """Its statements are no longer the actor's; an undo gives them back."""
        [made] = record.split("Irena Walk", "r2.txt", by="anna")
        assert (made.verdict, made.left, made.right) == (DIFFERENT, WALK, f"{WALK}@d2")
        assert f"{WALK}@d2" in record.actor(f"{WALK}@d2").profiles
        assert contents(record, by=VALK) == ["Line 0 of 1"]
        assert contents(record, by=f"{WALK}@d2") == ["Line 0 of 2"]
        fill(record, report(4, "Irena Walk"))
        assert contents(record, by=VALK) == ["Line 0 of 1", "Line 0 of 4"]
        record.undo(made.number)
        assert contents(record, by=VALK) == ["Line 0 of 1", "Line 0 of 2", "Line 0 of 4"]

    def test_an_appearance_can_be_given_to_another_actor(self, record: Record):
        """Split it off, then say whose it is."""
        record.split(WALK, "d2")
        record.judge(SAME, f"{WALK}@d2", "Tomas Brandt")
        brandt = record.actor("Tomas Brandt")
        assert (brandt.documents, brandt.statements) == (2, 2)
        assert brandt.names == ("Irena Walk", "Tomas Brandt")

    @pytest.mark.parametrize(
        ("left", "right", "error"),
        [
            ("Irena Valk", VALK, InvalidQuery),
            ("Irena Valk", "Nobody", NotInRecord),
            (VALK, f"{VALK}@r2.txt", NotInRecord),
            (VALK, f"{VALK}@nowhere", NotInRecord),
        ],
    )
    def test_what_cannot_be_judged(
        self, record: Record, left: str, right: str, error: type[Exception]
    ):
        """The message says why; nothing is kept."""
        with pytest.raises(error):
            record.judge(SAME, left, right)
        assert list(record.judgements()) == []

    def test_what_cannot_be_split_or_undone(self, record: Record):
        """A document without the actor, a judgement that was never made."""
        with pytest.raises(NotInRecord, match="does not appear"):
            record.split("Tomas Brandt", "r2.txt")
        with pytest.raises(NotInRecord, match="number 7"):
            record.undo(7)

    @pytest.mark.parametrize("change", ["DELETE FROM judgements", "UPDATE judgements SET by = 'x'"])
    def test_judgements_are_only_added_to(self, record: Record, change: str):
        """The file itself refuses anything else."""
        record.judge(SAME, VALK, FALK)
        with (
            pytest.raises(IntegrityError, match="only ever added to"),
            writing(record._engine) as connection,
        ):
            connection.execute(sql(change))

    def test_what_is_derived_can_be_derived_again(self, record: Record):
        """Edges and actors come back as they were; judgements hold."""
        record.judge(DIFFERENT, VALK, WALK)
        record.split("Irina Falk", "r3.txt")
        before = list(record.dump())
        with writing(record._engine) as connection:
            for table in ("actor_of", "edges", "profile_keys"):
                connection.execute(sql(f"DELETE FROM {table}"))
        record.compare_actors()
        assert list(record.dump()) == before

    def test_candidates_that_matter_come_first(self, record: Record):
        """More statements before fewer, in an order that is always the same."""
        fill(record, *(report(n, "Tomas Brandt", "Oda Merrin") for n in range(4, 8)))
        fill(record, report(9, "Tamos Brandt"), report(8, "Oda Merrin", "Odo Merrim"))
        assert candidates(record)[0] == ("person~oda-merrin", "person~odo-merrim")
        assert len(list(record.candidates(1))) == 1
        assert list(record.candidates(0)) == []
        assert list(record.candidates()) == list(record.candidates())


class TestAsking:
    """What did X say, whatever the documents call X."""

    @pytest.fixture(autouse=True)
    def filled(self, record: Record) -> None:
        """One actor under three spellings, one of them in another script."""
        fill(
            record,
            report(1, "Irena Valk", "Tomas Brandt"),
            report(2, "Irena Walk"),
            report(3, "Ирена Валк", country="XM"),
            report(4, "Irina Falk"),
        )

    @pytest.mark.parametrize(
        ("by", "match", "expected"),
        [
            ("Irena Walk", "exact", [1, 2, 3]),
            ("irena walk", "exact", []),
            ("Walk", "exact", []),
            ("irena WÁLK", "folded", [1, 2, 3]),
            ("walk", "folded", [1, 2, 3]),
            ("Валк", "folded", [1, 2, 3]),
            ("фалк", "folded", []),
            ("фалк", "transliterated", [4]),
            (VALK, "folded", [1, 2, 3]),
            (FALK, "exact", [4]),
            ("brandt", "folded", [1]),
            ('"irena w*"', "folded", []),
            ("wal*", "folded", [1, 2, 3]),
        ],
    )
    def test_by_any_alias(self, record: Record, by: str, match: str, expected: list[int]):
        """Exact, without case and marks, or in Latin letters: an explicit choice."""
        found = record.statements(StatementQuery(by=by, by_match=match))
        assert [int(one.document_id[1:]) for one in found] == expected
        assert bool(list(record.actors(ActorQuery(name=by, match=match)))) == bool(expected)

    def test_latin_letters_need_a_matcher(self, record: Record):
        """The message says what to do."""
        with (
            Record.open(record.path) as plain,
            pytest.raises(InvalidQuery, match="without a matcher"),
        ):
            list(plain.statements(StatementQuery(by="Фалк", by_match="transliterated")))

    def test_a_statement_says_who_its_speakers_are(self, record: Record):
        """The actor's id and what it is mostly called, not what this document calls it."""
        fill(record, report(5, "Irena Walk"))
        [found] = record.statements(StatementQuery(document="r3.txt"))
        assert found.speakers == (StoredSpeaker(VALK, "Irena Walk"),)

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({}, [VALK, "person~irina-falk", "person~tomas-brandt"]),
            ({"limit": 1}, [VALK]),
            ({"kind": ActorKind.STATE}, []),
            ({"kind": ActorKind.PERSON, "name": "tomas"}, ["person~tomas-brandt"]),
            ({"country": "xm"}, [VALK]),
            ({"name": " ", "country": ""}, [VALK, "person~irina-falk", "person~tomas-brandt"]),
        ],
    )
    def test_actors_are_filtered(
        self, record: Record, filters: dict[str, object], expected: list[str]
    ):
        """Whoever made most statements comes first, then by id."""
        assert [actor.id for actor in record.actors(ActorQuery(**filters))] == expected

    def test_a_limit_below_nothing_is_refused(self, record: Record):
        """As for statements."""
        with pytest.raises(InvalidQuery, match="'limit' is below 0"):
            list(record.actors(ActorQuery(limit=-1)))

    @pytest.mark.parametrize("key", [VALK, WALK, "Irena Valk", "irena valk", "Walk", "Ирена"])
    def test_an_actor_is_found(self, record: Record, key: str):
        """By id, by profile, by name, by a word of one."""
        assert record.actor(key).id == VALK

    @pytest.mark.parametrize("key", ["", " ", "Nobody", "person~nobody", '"', "%"])
    def test_an_actor_that_is_not_there(self, record: Record, key: str):
        """The message says how to see who is."""
        with pytest.raises(NotInRecord, match="onrecord actors"):
            record.actor(key)

    def test_an_actor_that_may_be_several(self, record: Record):
        """The message names them."""
        fill(record, report(6, "Tomas Falk"))
        with pytest.raises(NotInRecord, match=r"(?s)irina-falk.*tomas-falk"):
            record.actor("Falk")

    def test_evidence_says_where_and_why(self, record: Record):
        """Each place with its words, each edge, each judgement."""
        made = record.judge(SAME, VALK, FALK)
        found = record.actor_evidence("Irena Valk")
        assert found.actor == record.actor(VALK)
        places = [(one.document_id, one.node, one.statements) for one in found.appearances]
        assert places == [
            ("d1", VALK, 1),
            ("d2", WALK, 1),
            ("d3", "person~ирена-валк", 1),
            ("d4", FALK, 1),
        ]
        assert [words for _, words in found.appearances[1].names] == ["Irena Walk"]
        assert (VALK, WALK) in [(edge.left, edge.right) for edge in found.edges]
        assert found.judgements == (made,)
        assert len(record.actor_evidence(VALK, limit=2).appearances) == 2

    def test_summary_says_who_is_unresolved(self, record: Record):
        """Statistics leave them out and say how many, by status."""
        record.add(halden())
        summary = record.summary()
        assert (summary.statements, summary.resolved) == (8, 7)
        assert [(tally.name, tally.count) for tally in summary.unresolved] == [("described", 1)]
        assert [(tally.name, tally.count) for tally in summary.speakers] == [
            ("Irena Valk", 5),
            ("Irina Falk", 1),
            ("Tomas Brandt", 1),
        ]
        assert summary.actors == 3


class TestAnchors:
    """Where an actor is named."""

    def test_a_changed_text_orphans_an_actors_names(self, record: Record):
        """`verify` names them, and evidence flags the place."""
        record.add(report(1, "Irena Valk"))
        with writing(record._engine) as connection:
            connection.execute(sql("UPDATE documents SET text = replace(text, 'Valk', 'Walk')"))
        roles = {orphan.role for orphan in record.verify()}
        assert {"actor-name", "actor-mention"} <= roles
        [place] = record.actor_evidence(VALK).appearances
        assert place.orphaned
        assert any(note.reason == "orphaned-anchor" for note in record.document("d1").notes)


def test_what_a_record_derives_is_in_step(record: Record, matcher: SpellingMatcher):
    """After any mix of adding, judging and undoing, deriving all anew changes nothing."""
    chance = random.Random(11)
    names = ("Irena Valk", "Irena Walk", "Irina Walk", "Irina Falk", "Tomas Brandt")
    for number in range(24):
        record.add(report(number % 9, *chance.sample(names, 2)))
        nodes = [node for actor in record.actors() for node in actor.profiles]
        left, right = chance.choice(nodes), chance.choice(nodes)
        with suppress(Contradiction, InvalidQuery):
            record.judge(chance.choice(list(Verdict)), left, right)
        held = standing(record.judgements())
        if held and number % 4 == 3:
            with suppress(Contradiction):
                record.undo(chance.choice(held).number)
    before = list(record.dump())
    record.compare_actors()
    assert list(record.dump()) == before
    with reading(record._engine) as connection:
        nodes = connection.execute(sql("SELECT count(*) FROM actor_of")).scalar_one()
        assert nodes >= len(names) - 1
