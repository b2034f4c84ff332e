"""Exact, cut, altered, not found: and what each verdict rests on."""

from datetime import timedelta

import pytest

from onrecord.domain.statement import StatementKind
from onrecord.domain.transcript import Absence, Alteration, Checked, Verdict
from onrecord.domain.wording import ChangeKind
from onrecord.positions.transcripts.checking import check
from tests.positions.transcripts.builders import DAY, quotation, ready, transcript, verdict

OTHER = """Press conference

Mirelda Quost: The ferry to Halvik resumes on Tuesday with a new captain and an old engine.
"""


@pytest.mark.parametrize(
    "words",
    [
        "The harvest in Low Brode will rot without lorries, and we know whose lorries are waiting.",
        "The harvest in Low Brode will rot without lorries – and we know whose lorries are waiting",
        "THE HARVEST IN LOW BRODE WILL ROT WITHOUT LORRIES, AND WE KNOW WHOSE LORRIES ARE WAITING",
        (
            "The protocol on fishing rights is ready for signature. "
            "It has been ready since my grandmother gutted herring, and she never hurried."
        ),
    ],
)
def test_whole_sentences_word_for_word_are_exact(words: str):
    """Marks, capitals and stage directions do not matter."""
    assert verdict(words).verdict is Verdict.EXACT


@pytest.mark.parametrize(
    ("words", "missing", "marked"),
    [
        ("The harvest in Low Brode will rot without lorries", True, False),
        ("We know whose lorries are waiting", True, False),
        ("The harvest … will rot without lorries, and we know whose are waiting", True, True),
        ("[It] will rot without lorries, and we know whose lorries are waiting.", False, True),
        ("The harvest will rot without lorries, and we know whose are waiting", True, False),
    ],
)  # fmt: skip
def test_words_left_out_are_a_cut(words: str, missing: bool, marked: bool):
    """It is told apart whether the quotation shows where."""
    found = verdict(words)
    assert found.verdict is Verdict.CUT
    assert found.passage is not None
    assert bool(found.passage.missing) is missing
    assert bool(found.passage.marked) is marked


def _kinds(found: Checked) -> list[ChangeKind]:
    return [change.kind for change in found.changes]


def test_a_quotation_interrupted_by_its_attribution_is_exact():
    """“A,” she said, “B”: nothing is left out between A and B."""
    first = "“The harvest in Low Brode will rot without lorries,”"
    second = "“and we know whose lorries are waiting.”"
    (found,) = check([quotation(f"{first} Quost said, {second}", first, second)], ready())
    assert found.verdict is Verdict.EXACT


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("We will not open the barrier at Pelm if the last howitzer has left Upper Brode.",
         ChangeKind.NEGATION_ADDED),
        ("We will open the barrier at Pelm", ChangeKind.CONDITION_DROPPED),
        ("Our engineers counted 71 craters on the eastern road", ChangeKind.NUMBER_CHANGED),
        ("We will open the barrier at Halvik if the last howitzer has left Upper Brode.",
         ChangeKind.NAME_CHANGED),
    ],
)  # fmt: skip
def test_another_content_is_flagged(words: str, change: ChangeKind):
    """A negation, a number, a name or a condition changes what was said."""
    found = verdict(words)
    assert (found.verdict, found.alteration) == (Verdict.ALTERED, Alteration.CONTENT)
    assert change in _kinds(found)


def test_a_condition_that_the_report_gives_around_the_quotation_is_not_dropped():
    """The reporter may say it in words of his own."""
    words = "“open the barrier at Pelm”"
    passage = f"Quost said Tessaria would {words} if the last howitzer had left Upper Brode."
    (found,) = check([quotation(passage, words)], ready())
    assert found.verdict is Verdict.CUT


def test_other_words_are_reworded():
    """Some words are others, none of which the comparison flags."""
    found = verdict("The harvest in Low Brode will spoil without trucks, and we know whose wait.")
    assert (found.verdict, found.alteration) == (Verdict.ALTERED, Alteration.REWORDED)


def test_another_translation_is_told_from_a_changed_content():
    """Nearly all words differ, and the passage is the same."""
    found = verdict(
        "On the road to the east 17 craters were counted by engineers: none from autumn"
    )
    assert (found.verdict, found.alteration) == (Verdict.ALTERED, Alteration.TRANSLATED)


def test_anothers_words_are_not_the_speakers():
    """They are found, and it is told whose they are."""
    found = verdict("Ilmarra shall not accept a monitor who arrives with his own binoculars")
    assert (found.verdict, found.absence) == (Verdict.NOT_FOUND, Absence.OTHER_SPEAKER)
    assert found.passage is not None
    assert found.passage.speaker == "Ylsa Marrak"


def test_not_in_the_transcript_of_that_day():
    """A transcript of the speaker and day was searched, and its name is told."""
    found = verdict("Nobody has ever painted a mountain to make it lower")
    assert found.absence is Absence.NOT_IN_TRANSCRIPT
    assert found.searched.of_those_days == ("talks.txt",)


def test_no_transcript_of_that_day():
    """Nothing of the speaker and day was there to be searched."""
    later = DAY + timedelta(days=90)
    found = verdict("Nobody has ever painted a mountain to make it lower", published=later)
    assert found.absence is Absence.NO_TRANSCRIPT
    assert (found.searched.of_speaker, found.searched.of_those_days) == (1, ())


def test_no_day_at_all():
    """All transcripts of the speaker were searched, none of them on the day in question."""
    found = verdict("Nobody has ever painted a mountain to make it lower", published=None)
    assert found.absence is Absence.NO_DAY


def test_too_few_words_prove_nothing():
    """A word or two are found anywhere."""
    found = verdict("not ready", published=DAY + timedelta(days=90))
    assert (found.verdict, found.absence) == (Verdict.NOT_FOUND, Absence.TOO_SHORT)


def test_a_quotation_cannot_come_from_a_later_transcript():
    """What was printed before was not said there."""
    words = "The harvest in Low Brode will rot without lorries"
    assert verdict(words, published=DAY - timedelta(days=30)).verdict is Verdict.NOT_FOUND
    assert verdict(words, published=DAY).verdict is not Verdict.NOT_FOUND


def test_an_old_quotation_is_found_years_later():
    """Reports repeat old words: every earlier transcript is searched."""
    words = (
        "The harvest in Low Brode will rot without lorries, and we know whose lorries are waiting"
    )
    assert verdict(words, published=DAY + timedelta(days=800)).verdict is Verdict.EXACT


def test_a_quotation_without_a_speaker_is_nobodys_for_certain():
    """It may be found, and the verdict says that it is not known who is quoted."""
    words = (
        "The harvest in Low Brode will rot without lorries, and we know whose lorries are waiting"
    )
    found = verdict(words, by=None)
    assert found.verdict is Verdict.EXACT
    assert not found.certain


def test_a_name_in_another_spelling_is_the_same_speaker():
    """Outlets transliterate by rules of their own."""
    words = (
        "The harvest in Low Brode will rot without lorries, and we know whose lorries are waiting"
    )
    assert verdict(words, by="Mirelda Kvost").verdict is Verdict.EXACT


def test_the_words_around_a_quotation_lead_to_its_passage():
    """A fragment in translation is too short by itself."""
    fragment = "“none of which in the autumn existed”"
    content = f"that engineers counted 17 craters on the eastern road, {fragment}"
    mixed = quotation(f"Quost said {content}.", content, kind=StatementKind.MIXED)
    (found,) = check([mixed], ready())
    assert found.verdict in (Verdict.ALTERED, Verdict.NOT_FOUND)
    assert found.passage is not None
    assert "craters" in found.passage.left


def test_offsets_hold():
    """What is on record stands in the transcript, what is quoted in the passage."""
    found = verdict("The harvest … will rot without lorries, and we know whose lorries are waiting")
    passage = found.passage
    assert passage is not None
    assert [part.words.of(passage.transcript.text) for part in passage.parts] == [
        "The harvest",
        "will rot without lorries, and we know whose lorries are waiting",
    ]
    assert [span.of(passage.transcript.text) for span in passage.marked] == ["in Low Brode"]


def test_indirect_speech_is_passed_over_unless_asked_for():
    """Only what stands between quotation marks claims to be the speaker's words."""
    said = quotation(
        "Quost said the harvest in Low Brode would rot without lorries.",
        kind=StatementKind.INDIRECT,
    )
    assert list(check([said], ready())) == []
    assert len(list(check([said], ready(), indirect=True))) == 1


def test_no_transcripts_find_nothing():
    """An empty collection is no error."""
    found = verdict("Anything at all that somebody said once", among=[transcript("")])
    assert found.verdict is Verdict.NOT_FOUND


def test_the_best_of_several_transcripts_is_taken():
    """Each quotation goes to its own transcript."""
    both = (transcript(), transcript(OTHER, DAY + timedelta(days=1), "ferry.txt"))
    found = verdict(
        "The ferry to Halvik resumes on Tuesday with a new captain and an old engine",
        among=both,
        published=DAY + timedelta(days=2),
    )
    assert found.verdict is Verdict.EXACT
    assert found.passage is not None
    assert found.passage.transcript.name == "ferry.txt"
