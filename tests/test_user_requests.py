"""What users of other tools ask for, each request a test: see the issue trackers of the field.

The articles are invented, as are Maravia, Ostrel, Korvania and everybody in them.
"""

import pytest

from onrecord import wiring
from onrecord.domain.span import quoted
from onrecord.domain.statement import LinkStatus, Statement, StatementKind
from onrecord.pipeline import Pipeline

pytestmark = pytest.mark.weights


@pytest.fixture(scope="module")
def pipeline(weights: None) -> Pipeline:
    """The shipped model, one thread."""
    return wiring.default_pipeline(1)


class Article:
    """A text and its statements."""

    def __init__(self, pipeline: Pipeline, text: str) -> None:
        self.text = text
        self.statements = pipeline.analyse_one(wiring.text_document(text)).statements

    def words(self, statement: Statement) -> str:
        """The words of a content, marks and spaces at its ends left out."""
        return quoted(self.text, statement.content).strip('“”"«».,;:!? ')

    def about(self, words: str) -> list[Statement]:
        """The outermost statements whose content holds the words."""
        holding = [found for found in self.statements if words in self.words(found)]
        ids = {found.id for found in holding}
        return [found for found in holding if found.parent not in ids]

    def who(self, words: str) -> str | None:
        """The name of the one speaker of the words."""
        found = self.about(words)
        assert found, f"no statement holds {words!r}: {self.told()}"
        assert len(found) == 1, f"{words!r} is told {len(found)} times: {self.told()}"
        return found[0].speaker.name

    def told(self) -> list[tuple[str | None, str, str]]:
        """Everything that was found, for a failing test to show."""
        return [(s.speaker.name, quoted(self.text, s.cue), self.words(s)) for s in self.statements]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            (
                "Irena Valk, who has led the delegation since the spring and is seen as a "
                "hardliner, said the bridge at Halden would stay closed."
            ),
            "the bridge at Halden would stay closed",
            "Irena Valk",
        ),
        (
            (
                "Tomas Brandt, a former harbour master whose family left Ostrel in the war, told "
                "reporters that the talks had failed."
            ),
            "the talks had failed",
            "Tomas Brandt",
        ),
        (
            (
                "“We have nothing left to discuss with them,” said Irena Valk, the foreign "
                "minister of Maravia, after the meeting."
            ),
            "We have nothing left to discuss with them",
            "Irena Valk",
        ),
        (
            (
                "“The mill will reopen before winter,” declared on Sunday the mayor of Halden, Oda "
                "Merrin."
            ),
            "The mill will reopen before winter",
            "Oda Merrin",
        ),
        (
            "“They have sold us a ruin and called it a bridge,” thundered Tomas Brandt.",
            "They have sold us a ruin and called it a bridge",
            "Tomas Brandt",
        ),
        (
            "“I have never signed such a paper in my life,” Irena Valk shot back.",
            "I have never signed such a paper in my life",
            "Irena Valk",
        ),
        (
            "“It was the longest night of my career,” mused Oda Merrin, smiling.",
            "It was the longest night of my career",
            "Oda Merrin",
        ),
    ],
)
def test_1_wherever_the_name_and_whatever_the_verb(
    pipeline: Pipeline, text: str, words: str, speaker: str
) -> None:
    """A clause between name and verb, a postposed subject, an unusual verb."""
    assert Article(pipeline, text).who(words) == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Irena Valk said the bridge would stay closed, while Tomas Brandt insisted that it "
                "would open within a week."
            ),
            {"the bridge would stay closed": "Irena Valk", "open within a week": "Tomas Brandt"},
        ),
        (
            (
                "“The bridge is closed,” said Irena Valk, and “The bridge is open,” replied Tomas "
                "Brandt."
            ),
            {"The bridge is closed": "Irena Valk", "The bridge is open": "Tomas Brandt"},
        ),
        (
            (
                "“We are ready to talk to anyone,” said Irena Valk, but Tomas Brandt answered: "
                "“Nobody has asked us to come.”"
            ),
            {
                "We are ready to talk to anyone": "Irena Valk",
                "Nobody has asked us to come": "Tomas Brandt",
            },
        ),
    ],
)
def test_1_two_speakers_in_one_sentence(
    pipeline: Pipeline, text: str, expected: dict[str, str]
) -> None:
    """Each has his own words."""
    article = Article(pipeline, text)
    assert {words: article.who(words) for words in expected} == expected


@pytest.mark.parametrize("marks", ["“”", '""', "«»"])
@pytest.mark.parametrize("cue_first", [True, False])
def test_2_a_quotation_over_paragraphs(pipeline: Pipeline, marks: str, cue_first: bool) -> None:
    """Opened in each and closed once, it is one statement of one speaker."""
    left, right = marks
    begin = (
        f"Foreign Minister Irena Valk said: {left}The bridge was shut in May of last year."
        if cue_first
        else f"{left}The bridge was shut in May of last year,{right} Foreign Minister Irena Valk "
        f"said. {left}It was not safe to cross."
    )
    text = (
        f"{begin}\n\n{left}We asked the other side to mend it with us, and we offered to pay.\n\n"
        f"{left}They have not answered to this day.{right}\n\nThe minister then left for Ostrel."
    )
    article = Article(pipeline, text)
    parts = ["The bridge was shut", "asked the other side", "They have not answered"]
    found = {words: article.about(words) for words in parts}
    assert [len(statements) for statements in found.values()] == [1, 1, 1], article.told()
    assert len({statements[0].id for statements in found.values()}) == 1, article.told()
    assert found[parts[0]][0].speaker.name == "Irena Valk"
    assert found[parts[0]][0].kind is StatementKind.DIRECT


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Tomas “the Bear” Brandt crossed the bridge at Halden on Monday.", "the Bear"),
        ("The film “A Day in Halden” opened in Ostrel on Friday evening.", "A Day in Halden"),
        ("The so-called “peace train” left Ostrel without a single passenger.", "peace train"),
        ('The ship "Irena" sank off Halden in the storm of 1904.', "Irena"),
        (
            "Her new book, “The Bridge and Other Lies”, is sold in every shop of the harbour.",
            "Lies",
        ),
        ("The “Friends of the Old Halden Bridge” met in the town hall on Sunday.", "Friends"),
    ],
)
def test_3_marks_that_quote_nothing(pipeline: Pipeline, text: str, marked: str) -> None:
    """Nicknames, titles of works, names of ships and societies, scare quotes are no statements."""
    article = Article(pipeline, text)
    assert article.about(marked) == [], article.told()


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            (
                "“The bridge will stay closed for good, said Irena Valk on Monday.\n\nThe harbour "
                "was quiet."
            ),
            "The bridge will stay closed for good",
            "Irena Valk",
        ),
        (
            (
                "The bridge will stay closed for good,” said Irena Valk on Monday.\n\nThe harbour "
                "was quiet."
            ),
            "The bridge will stay closed for good",
            "Irena Valk",
        ),
        (
            (
                'Talks "went on until dawn.\n\n"The bridge will stay closed for good," said Irena '
                "Valk on Monday."
            ),
            "The bridge will stay closed for good",
            "Irena Valk",
        ),
        (
            'A man of 6\' 2" stood by.\n\n"The bridge will stay closed for good," said Irena Valk.',
            "The bridge will stay closed for good",
            "Irena Valk",
        ),
        (
            'Irena Valk spoke first. "\nThe bridge will stay closed for good," Valk said.',
            "The bridge will stay closed for good",
            "Irena Valk",
        ),
    ],
)
def test_4_an_odd_mark_costs_nothing(
    pipeline: Pipeline, text: str, words: str, speaker: str
) -> None:
    """Unbalanced and stray marks: the statement is found, and ends where it should."""
    article = Article(pipeline, text)
    assert article.who(words) == speaker
    [found] = article.about(words)
    for outside in ("said", "harbour was", "went on", "stood by", "spoke first"):
        assert outside not in article.words(found)


BODY = (
    "\n\nThe bridge at Halden has been closed since May, Foreign Minister Irena Valk said on "
    "Monday. Nobody may cross, she added."
)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("“We built this bridge with our own hands.” — Irena Valk", "built this bridge"),
        ("“We built this bridge with our own hands.” ― Irena Valk", "built this bridge"),
        ('"We built this bridge with our own hands." - Irena Valk', "built this bridge"),
        ("Irena Valk: “We built this bridge with our own hands.”", "built this bridge"),
        ("Valk: Ostrel has to pay for the mill", "Ostrel has to pay"),
        ("Ostrel has to pay for the mill: Valk", "Ostrel has to pay"),
        ("From the desk of Irena Valk: Ostrel has to pay for the mill.", "Ostrel has to pay"),
        ("Statement by Irena Valk: Ostrel has to pay for the mill.", "Ostrel has to pay"),
    ],
)
def test_5_attribution_without_a_verb(pipeline: Pipeline, line: str, words: str) -> None:
    """A dash, a colon, `From the desk of`."""
    assert Article(pipeline, line + BODY).who(words) == "Irena Valk"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Irena Valk spoke to reporters outside the town hall on Monday. “Nobody in this town "
            "has slept since the bridge was closed.”"
        ),
        (
            "Tomas Brandt was furious.\n\n“Nobody in this town has slept since the bridge was "
            "closed.”\n\nHe left by the back door."
        ),
        'The mayor issued a warning. "Nobody in this town has slept since the bridge was closed."',
    ],
)
def test_6_a_quotation_without_a_cue_is_emitted(pipeline: Pipeline, text: str) -> None:
    """Floating or attributed, it is there once, whole, and direct."""
    article = Article(pipeline, text)
    found = article.about("Nobody in this town has slept since the bridge was closed")
    assert len(found) == 1, article.told()
    assert found[0].kind is StatementKind.DIRECT
    if not found[0].cue:
        assert found[0].step == "floating"
        assert found[0].speaker.status is LinkStatus.NONE


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Irena Valk said on Monday that the bridge at Halden would stay closed until May.",
            "the bridge at Halden would stay closed until May",
            "Irena Valk",
        ),
        (
            "According to Tomas Brandt, the talks will go on in Ostrel next week.",
            "the talks will go on in Ostrel next week",
            "Tomas Brandt",
        ),
        (
            "The talks will go on in Ostrel next week, Tomas Brandt told reporters.",
            "The talks will go on in Ostrel next week",
            "Tomas Brandt",
        ),
        (
            "Oda Merrin denied that the town had sold the mill.",
            "that the town had sold the mill",
            "Oda Merrin",
        ),
        (
            "Irena Valk warned that Maravia would answer any attack on the bridge.",
            "Maravia would answer any attack on the bridge",
            "Irena Valk",
        ),
    ],
)
def test_7_indirect_speech(pipeline: Pipeline, text: str, words: str, speaker: str) -> None:
    """Speech without marks is told as indirect."""
    article = Article(pipeline, text)
    assert article.who(words) == speaker
    assert article.about(words)[0].kind is StatementKind.INDIRECT


@pytest.mark.parametrize(
    "text",
    [
        "Experience shows that bridges of this sort do not last for forty years.",
        "History teaches that no truce in the valley has outlived a winter.",
        "Common sense suggests that the mill should have been sold long ago.",
        "The results mean that the harbour will need a second crane.",
        "Time will tell whether the bridge was worth its price.",
    ],
)
def test_7_what_experience_shows_is_nobodys_speech(pipeline: Pipeline, text: str) -> None:
    """An abstract subject is no person, office or group that speaks."""
    speaking = {LinkStatus.NAMED, LinkStatus.OFFICE, LinkStatus.GROUP}
    article = Article(pipeline, text)
    assert not [s for s in article.statements if s.speaker.status in speaking], article.told()
