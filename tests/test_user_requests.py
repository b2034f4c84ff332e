"""What users of other tools ask for, each request a test: see the issue trackers of the field.

The articles are invented, as are Maravia, Ostrel, Korvania and everybody in them.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord import wiring
from onrecord.cli.main import app
from onrecord.domain.actor import ActorKind
from onrecord.domain.judgement import Verdict
from onrecord.domain.run import Run
from onrecord.domain.span import quoted
from onrecord.domain.statement import LinkStatus, Statement, StatementKind
from onrecord.exports.contract import to_contract
from onrecord.pipeline import Pipeline
from onrecord.record import StatementQuery

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
        return name_of(found[0])

    def told(self) -> list[tuple[str | None, str, str]]:
        """Everything that was found, for a failing test to show."""
        return [(name_of(s), quoted(self.text, s.cue), self.words(s)) for s in self.statements]


def name_of(statement: Statement) -> str | None:
    """The names of all speakers, or None where there is none."""
    return " and ".join(link.name or "?" for link in statement.speakers) or None


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
    assert name_of(found[parts[0]][0]) == "Irena Valk"
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
        assert all(link.status is LinkStatus.NONE for link in found[0].speakers)


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
    links = [link for found in article.statements for link in found.speakers]
    assert not [link for link in links if link.status in speaking], article.told()


LINKED = {LinkStatus.NAMED, LinkStatus.OFFICE, LinkStatus.GROUP}


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge will stay closed for good.”\n\nThe harbour was quiet.",
        "“The bridge will stay closed for good,” he said.",
        "“The bridge will stay closed for good,” she told reporters on Monday.",
        "“The bridge will stay closed for good,” somebody shouted.",
        "“The bridge will stay closed for good,” said one who asked not to be named.",
    ],
)
def test_8_nobody_is_not_counted_as_a_person(pipeline: Pipeline, text: str) -> None:
    """There is no actor for "he", "somebody" or "unknown": the speaker stays unresolved."""
    analysed = pipeline.analyse_one(wiring.text_document(text))
    assert [found.name for found in analysed.appearances] == []
    links = [link for found in analysed.statements for link in found.speakers]
    assert not [link for link in links if link.status in LINKED or link.profile]


def test_8_a_pronoun_is_whom_it_stands_for(pipeline: Pipeline) -> None:
    """Where the text says who that is, "she" is no second person."""
    text = (
        "Foreign Minister Irena Valk arrived in Ostrel on Monday. “The bridge will stay closed for "
        "good,” she said."
    )
    analysed = pipeline.analyse_one(wiring.text_document(text))
    people = [found for found in analysed.appearances if found.kind is ActorKind.PERSON]
    assert [found.name for found in people] == ["Irena Valk"]
    [link] = analysed.statements[-1].speakers
    assert (link.name, link.profile) == ("Irena Valk", people[0].profile)


def test_8_the_summary_says_how_many_are_unresolved(pipeline: Pipeline, tmp_path: Path) -> None:
    """They are in no tally of speakers."""
    text = (
        "“The bridge will stay closed for good,” said Irena Valk.\n\n“Nobody in this town has "
        "slept since May,” he said."
    )
    with wiring.open_record(tmp_path / "r.sqlite") as record:
        record.add(pipeline.analyse_one(wiring.text_document(text)))
        held = record.summary()
    assert [(tally.name, tally.count) for tally in held.speakers] == [("Irena Valk", 1)]
    assert (held.statements, held.resolved) == (2, 1)
    assert sum(tally.count for tally in held.unresolved) == 1


def test_9_the_actor_s_id_is_in_the_statement_s_json(pipeline: Pipeline) -> None:
    """It is the id of an actor of the same object, and the same in another report."""
    texts = [
        "“The bridge will stay closed for good,” said Irena Valk.",
        "Irena Valk said on Sunday that the mill would be sold. “And soon,” Valk added.",
    ]
    found = [to_contract(pipeline.analyse_one(wiring.text_document(text))) for text in texts]
    ids = set()
    for document in found:
        [valk] = [actor for actor in document["actors"] if actor["name"] == "Irena Valk"]
        for statement in document["statements"]:
            assert [speaker.get("actor") for speaker in statement["speakers"]] == [valk["id"]]
        ids.add(valk["id"])
    assert len(ids) == 1


class Reread:
    """A record of articles that can be read again by another version of everything."""

    def __init__(self, pipeline: Pipeline, path: Path, **texts: str) -> None:
        self._pipeline = pipeline
        self._texts = texts
        self.record = wiring.open_record(path)
        self._add(pipeline)

    def again(self) -> None:
        """Read all anew, as after a change of the rules."""
        self._add(replace(self._pipeline, run=Run("later", (("rules", "later"),))))

    def actors(self, words: str) -> set[str | None]:
        """The actors that made the statements with these words."""
        found = self.record.statements(StatementQuery(about=words))
        return {speaker.actor for statement in found for speaker in statement.speakers}

    def _add(self, pipeline: Pipeline) -> None:
        for name, text in self._texts.items():
            document = replace(wiring.text_document(text), name=name)
            self.record.add(pipeline.analyse_one(document))


@pytest.fixture
def reread(pipeline: Pipeline, tmp_path: Path) -> Iterator[Reread]:
    """Two spellings in two reports, and a name that two people may have in two others."""
    found = Reread(
        pipeline,
        tmp_path / "r.sqlite",
        bridge="“The bridge stays closed,” said Irena Valk.",
        mill="“The mill is not for sale,” said Yryna Walck.",
        school="“The school was shut by then,” said Irena Sorren.",
        harbour="“The harbour froze over,” said Oda Merrin, a fisherwoman.",
        council="“The council has no money,” said Oda Merrin, the mayor of Halden.",
    )
    with found.record:
        yield found


def test_11_a_merge_lasts(reread: Reread) -> None:
    """Two names are one actor, also once all has been read anew, until it is undone."""
    apart = reread.actors("bridge") | reread.actors("school")
    made = reread.record.judge(Verdict.SAME, "Irena Valk", "Irena Sorren", by="ada")
    assert reread.actors("bridge") == reread.actors("school")
    reread.again()
    assert reread.actors("bridge") == reread.actors("school")
    reread.record.undo(made.number)
    assert reread.actors("bridge") | reread.actors("school") == apart


def test_11_a_split_lasts(reread: Reread) -> None:
    """One name is two people, in the report that a person said it of, after a new reading too."""
    assert reread.actors("harbour") == reread.actors("council")
    reread.record.split("Oda Merrin", "council")
    apart = reread.actors("harbour"), reread.actors("council")
    assert apart[0] != apart[1]
    reread.again()
    assert (reread.actors("harbour"), reread.actors("council")) == apart


def test_11_a_rejection_lasts(reread: Reread) -> None:
    """What a person kept apart is not joined by a new reading, and not asked about again."""
    reread.record.judge(Verdict.DIFFERENT, "Irena Valk", "Yryna Walck")
    reread.again()
    reread.record.compare_actors()
    assert reread.actors("bridge").isdisjoint(reread.actors("mill"))
    asked = {frozenset((p.left.name, p.right.name)) for p in reread.record.candidates()}
    assert frozenset(("Irena Valk", "Yryna Walck")) not in asked


MINISTERS = (
    "id,kind,name,country,office,from,to\n"
    "state:xm,state,Maravia,XM,,,\n"
    ",person,Irena Valk,XM,Foreign Minister,2027-03-01,2032-11-07\n"
    ",person,Tomas Brandt,XM,Foreign Minister,2032-11-08,\n"
)


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        ("2031-05-04", "person:irena-valk"),
        ("2032-11-07", "person:irena-valk"),
        ("2032-11-08", "person:tomas-brandt"),
        ("2034-01-01", "person:tomas-brandt"),
        ("2020-01-01", None),
    ],
)
@pytest.mark.parametrize("words", ["The foreign minister of Maravia", "Maravia's foreign minister"])
def test_12_the_minister_is_the_one_of_that_day(
    weights: None, tmp_path: Path, day: str, holder: str | None, words: str
) -> None:
    """An office leads to whoever held it when the report appeared, and to nobody before."""
    (tmp_path / "ministers.csv").write_text(MINISTERS, encoding="utf-8")
    row = {"id": "a", "text": f"{words} said that the bridge would stay closed.", "date": day}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    record = ["--record", str(tmp_path / "r.sqlite")]
    for command, file in ((["actors", "import"], "ministers.csv"), (["add"], "a.jsonl")):
        done = CliRunner().invoke(app, [*command, str(tmp_path / file), *record])
        assert done.exit_code == 0, done.stderr
    done = CliRunner().invoke(app, ["statements", "--json", *record])
    [found] = map(json.loads, done.stdout.splitlines())
    [speaker] = found["speakers"]
    assert (speaker["status"], speaker.get("actor")) == ("office", holder)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Irena Valk and her brother Tomas Valk met the press in Halden.\n\n“The bridge stays "
            "closed,” said Irena Valk.\n\n“The mill stays open,” said Tomas Valk."
        ),
        (
            "Foreign Minister Irena Valk spoke first. “The bridge stays closed,” Ms. Valk "
            "said.\n\nGeneral Tomas Valk, who is no relation, came next. “The mill stays open,” "
            "Mr. Valk said."
        ),
    ],
)
def test_12_namesakes_in_one_article_stay_apart(pipeline: Pipeline, text: str) -> None:
    """One last name, two people: each has the words that are theirs."""
    article = Article(pipeline, text)
    assert article.who("The bridge stays closed") == "Irena Valk"
    assert article.who("The mill stays open") == "Tomas Valk"
    profiles = [article.about(words)[0].speakers[0].profile for words in ("bridge", "mill")]
    assert None not in profiles
    assert profiles[0] != profiles[1]
