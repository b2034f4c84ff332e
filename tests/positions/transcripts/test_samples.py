"""The sample press conference, and the report that has it in translation."""

from datetime import date

import pytest

from onrecord.documents.sources import read_sources
from onrecord.domain.document import Document
from onrecord.domain.statement import StatementKind
from onrecord.domain.transcript import Absence, Alteration, Transcript, Verdict
from onrecord.positions.transcripts.checking import check
from onrecord.positions.transcripts.turns import read_transcript
from onrecord.samples import articles_path
from tests.positions.transcripts.builders import quotation, ready

PRESS_CONFERENCE = "2033-02-14_mfa-tessaria_press-conference.html"
REPORTED = date(2033, 2, 15)

CONDITIONS = [
    "“In these conditions we are against the opening of the corridor,",
    "It was be a road in one side, and the name of this side – shells”",
]
LETTER = [
    "“In the letter he threatens, that to the spring will close the pass, if the convoys will not",
    "With me with threats do not correspond”",
]
TABLE = [
    "“We will sit at this table while at it there is at least one chair,",
    "But the corridor – no.",
]


@pytest.fixture(scope="module")
def transcript() -> Transcript:
    (document,) = read_sources([str(articles_path() / PRESS_CONFERENCE)])
    assert isinstance(document, Document)
    return read_transcript(document)


def test_its_turns_are_the_ministers_and_the_journalists(transcript: Transcript):
    """Bold names before a colon are labels."""
    assert transcript.speakers == ("Mirelda Quost", "Question")
    assert sum(turn.speaker == "Mirelda Quost" for turn in transcript.turns) == 5
    assert transcript.day is not None
    assert transcript.day.contains(date(2033, 2, 14))


@pytest.mark.parametrize(
    ("parts", "verdict", "alteration", "on_record"),
    [
        (["“I never comment on lifts.”"], Verdict.EXACT, None, "lifts"),
        (["“I do not correspond with threats,”"], Verdict.EXACT, None, "threats"),
        (["“the traffic on it would be shells”"], Verdict.CUT, None, "one-way street"),
        (["“as long as it has one chair left”"], Verdict.CUT, None, "sit at this table"),
        (CONDITIONS, Verdict.ALTERED, Alteration.TRANSLATED, "one-way street"),
        (LETTER, Verdict.ALTERED, Alteration.TRANSLATED, "Mr Tekk writes"),
        (TABLE, Verdict.ALTERED, Alteration.REWORDED, "one chair left"),
        (["“In the present conditions we are for opening the corridor”"],
         Verdict.ALTERED, Alteration.REWORDED, "against opening"),
        (["“I would remind you that Resolution 471 speaks of all armed parties”"],
         Verdict.ALTERED, Alteration.CONTENT, "Resolution 417"),
        (["“I do correspond with threats”"], Verdict.ALTERED, Alteration.CONTENT, "threats"),
    ],
)  # fmt: skip
def test_quotations_of_the_press_conference(
    transcript: Transcript,
    parts: list[str],
    verdict: Verdict,
    alteration: Alteration | None,
    on_record: str,
):
    """Each gets its verdict, beside the passage that it came from."""
    said = quotation(" – said Quost. – ".join(parts), *parts, published=REPORTED)
    (found,) = check([said], ready(transcript))
    assert (found.verdict, found.alteration) == (verdict, alteration)
    assert found.passage is not None
    assert on_record in found.passage.left


def test_a_fragment_in_translation_is_led_to_by_the_words_around_it(transcript: Transcript):
    """“recalled that Resolution 417 …, “instead of one, which to somebody is convenient”."""
    fragment = "“instead of one, which to somebody is convenient”"
    content = f"that Resolution 417 speaks about all the armed parties, {fragment}"
    passage = f"The Minister recalled, {content}."
    mixed = quotation(passage, content, published=REPORTED, kind=StatementKind.MIXED)
    (found,) = check([mixed], ready(transcript))
    assert found.verdict is Verdict.ALTERED
    assert found.passage is not None
    assert "Resolution 417" in found.passage.left


@pytest.mark.parametrize(
    ("words", "by", "absence"),
    [
        ("“but the order of steps – this is not order by post”", "Ylsa Marak",
         Absence.NO_TRANSCRIPT),
        ("“A door is not a policy, and a hinge is not a plan”", "Mirelda Quost",
         Absence.NOT_IN_TRANSCRIPT),
        ("“I never comment on lifts”", "Ylsa Marrak", Absence.OTHER_SPEAKER),
        ("“Your predecessor offered to open the road without conditions”", "Mirelda Quost",
         Absence.OTHER_SPEAKER),
    ],
)  # fmt: skip
def test_what_she_did_not_say(transcript: Transcript, words: str, by: str, absence: Absence):
    """It is told whether she was searched, and whose words they are."""
    (found,) = check([quotation(words, by=by, published=REPORTED)], ready(transcript))
    assert (found.verdict, found.absence) == (Verdict.NOT_FOUND, absence)
