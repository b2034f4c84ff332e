"""`onrecord actors`: who speaks, judged by people."""

import csv
import io
import json
from pathlib import Path

import pytest

from onrecord.cli.actors import asking, candidates
from onrecord.cli.exits import ExitCode
from onrecord.record import Record
from tests.cli.conftest import Finished, Onrecord
from tests.fakes import profile_of

REPORTS = {
    "halden.txt": "“Maravia will not yield,” said Irena Valk.\n",
    "ostrel.txt": "“Nobody has asked us,” said Irina Valk. “Nor will they,” said Tomas Brandt.\n",
    "harbour.txt": "“The mill is sold,” said Irena Valk. “It is not,” said Oda Merrin.\n",
    "nobody.txt": "“The bridge is closed.”\n",
}
IRENA, IRINA = profile_of("Irena Valk"), profile_of("Irina Valk")
MINISTERS = (
    "id,kind,name,aliases,country,office,from,to,source\n"
    ",person,Irena Valk,Irina Valk;Ирена Валк,XM,Foreign Minister,2027-03,2032-11-08,gazette\n"
)


@pytest.fixture
def record(folder: Path, onrecord: Onrecord) -> Path:
    """A record of four reports: two spellings of one name, and two other people."""
    (folder / "reports").mkdir()
    for name, text in REPORTS.items():
        (folder / "reports" / name).write_text(text, encoding="utf-8")
    onrecord("add", "reports")
    return folder


def lines(done: Finished) -> list[dict[str, object]]:
    """The JSON objects on standard output."""
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def names(done: Finished) -> set[object]:
    """The names of the actors that were listed."""
    return {one["name"] for one in lines(done)}


def contents(done: Finished) -> set[object]:
    """The words of the statements that were found."""
    return {one["content_words"] for one in lines(done)}


class TestListing:
    """`onrecord actors`."""

    def test_an_actor_is_a_line(self, record: Path, onrecord: Onrecord) -> None:
        """Id, kind, country, documents, statements, name; whoever says most comes first."""
        done = onrecord("actors")
        first = done.out.splitlines()[0]
        assert first.startswith(f"{IRENA}  ")
        assert "2 documents    2 statements  Irena Valk" in first
        assert "4 actors" in done.err

    def test_json_is_an_object_an_actor(self, record: Path, onrecord: Onrecord) -> None:
        """With every name and profile."""
        [valk] = lines(onrecord("actors", "--name", "irena", "--json"))
        assert valk == {
            "id": IRENA,
            "kind": "person",
            "name": "Irena Valk",
            "names": ["Irena Valk"],
            "documents": 2,
            "statements": 2,
            "offices": [],
            "profiles": [IRENA],
        }

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            (["--name", "valk"], {"Irena Valk", "Irina Valk"}),
            (["--name", "valk", "--match", "exact"], set()),
            (["--name", "Irena Valk", "--match", "exact"], {"Irena Valk"}),
            (["--name", "Ирена Валк"], set()),
            (["--name", "Ирена Валк", "--match", "transliterated"], {"Irena Valk"}),
            (["--kind", "state"], set()),
            (["--kind", "person", "--limit", "1"], {"Irena Valk"}),
            (["--country", "XM"], set()),
        ],
    )
    def test_filters_are_joined(
        self, record: Path, onrecord: Onrecord, filters: list[str], expected: set[str]
    ) -> None:
        """Transliteration is asked for, and never a surprise; nothing found is no error."""
        assert names(onrecord("actors", *filters, "--json")) == expected

    def test_nobody_is_no_actor(self, record: Path, onrecord: Onrecord) -> None:
        """A statement without a speaker makes no actor, and the summary says how many there are."""
        assert not any(
            "nobody" in name.lower() for name in map(str, names(onrecord("actors", "--json")))
        )
        found = json.loads(onrecord("summary", "--json").out)
        assert (found["statements"], found["resolved"]) == (6, 5)
        assert found["unresolved"] == {"none": 1}
        assert (
            "6 statements, 5 by a known speaker, 1 unresolved; 4 actors" in onrecord("summary").out
        )

    def test_an_option_before_the_command_is_refused(
        self, record: Path, onrecord: Onrecord
    ) -> None:
        """It would go unheard, and the wrong record be judged."""
        done = onrecord("actors", "--record", "other.sqlite", "merge", "Irena Valk", "Irina Valk")
        assert (done.code, done.out) == (2, "")
        assert "--record" in done.err
        assert lines(onrecord("actors", "judgements", "--json")) == []


class TestShow:
    """`onrecord actors show`."""

    def test_everything_is_shown(self, record: Path, onrecord: Onrecord) -> None:
        """Names, offices with their days, documents with the forms, and what joined them."""
        (record / "ministers.csv").write_text(MINISTERS, encoding="utf-8")
        onrecord("actors", "import", "ministers.csv")
        onrecord(
            "actors", "merge", "person:irena-valk", IRENA, "--by", "ada", "--reason", "gazette"
        )
        done = onrecord("actors", "show", "Irena Valk")
        assert done.out.startswith("Irena Valk  (person, XM)  person:irena-valk\n")
        assert "  Foreign Minister, 2027-03-01 to 2032-11-08  (gazette)\n" in done.out
        assert "halden.txt: “Irena Valk”, 1 statement, 1 mention" in done.out
        assert "are one actor  (by ada, " in done.out

    def test_json_has_the_evidence(self, record: Path, onrecord: Onrecord) -> None:
        """Spans of the names in each document."""
        [valk] = lines(onrecord("actors", "show", IRINA, "--json"))
        [place] = valk["appearances"]  # type: ignore[misc]
        text = REPORTS["ostrel.txt"]
        start, end = place["names"][0]["span"]
        assert text[start:end] == place["names"][0]["words"] == "Irina Valk"
        assert (place["document_name"], place["statements"]) == ("ostrel.txt", 1)

    @pytest.mark.parametrize("key", ["Piet Sorren", "Valk", ""])
    def test_who_is_not_meant(self, record: Path, onrecord: Onrecord, key: str) -> None:
        """Nobody or several: status 3, and the message has the next step."""
        done = onrecord("actors", "show", key)
        assert (done.code, done.out) == (ExitCode.RECORD, "")
        assert done.err.startswith("onrecord: ")


class TestJudging:
    """`merge`, `different`, `unsure`, `split`, `undo`, `judgements`."""

    def test_a_merge_makes_one_of_two(self, record: Path, onrecord: Onrecord) -> None:
        """Each name now finds the statements of both, and both carry one id."""
        assert contents(onrecord("statements", "--by", "irina valk", "--json")) == {
            "Nobody has asked us,"
        }
        done = onrecord("actors", "merge", "Irena Valk", "Irina Valk")
        assert (done.code, done.out) == (0, "")
        assert "`onrecord actors undo 1` takes it back" in done.err
        found = lines(onrecord("statements", "--by", "irina valk", "--json"))
        assert len(found) == 3
        assert len({one["speakers"][0]["actor"] for one in found}) == 1  # type: ignore[index]

    def test_an_undo_makes_two_of_one(self, record: Path, onrecord: Onrecord) -> None:
        """As if it had never been made; the list shows both."""
        before = onrecord("actors").out
        onrecord("actors", "merge", "Irena Valk", "Irina Valk")
        assert onrecord("actors").out != before
        assert "takes back 1" in onrecord("actors", "undo", "1").err
        assert onrecord("actors").out == before
        found = lines(onrecord("actors", "judgements", "--json"))
        assert [(one["number"], one["undone"]) for one in found] == [(1, True), (2, False)]
        assert "[taken back]" in onrecord("actors", "judgements").out

    def test_the_same_twice_is_one_judgement(self, record: Path, onrecord: Onrecord) -> None:
        """The second time the first is given back."""
        first = onrecord("actors", "merge", IRENA, IRINA, "--json")
        again = onrecord("actors", "merge", IRENA, IRINA, "--json")
        assert lines(again) == lines(first)
        assert len(lines(onrecord("actors", "judgements", "--json"))) == 1

    def test_a_contradiction_is_refused(self, record: Path, onrecord: Onrecord) -> None:
        """Status 8, the earlier judgement is named, and nothing is changed."""
        onrecord("actors", "merge", "Irena Valk", "Irina Valk")
        onrecord("actors", "merge", "Irina Valk", "Oda Merrin")
        before = onrecord("actors", "judgements", "-q").out
        done = onrecord("actors", "different", IRENA, profile_of("Oda Merrin"))
        assert (done.code, done.out) == (ExitCode.CONTRADICTION, "")
        assert "onrecord actors undo" in done.err
        assert onrecord("actors", "judgements", "-q").out == before

    def test_judgements_outlive_a_new_extraction(
        self, record: Path, onrecord: Onrecord, pipeline
    ) -> None:
        """Another version reads all documents again; the merge holds, also for a new report."""
        onrecord("actors", "merge", "Irena Valk", "Irina Valk")
        pipeline.run = type(pipeline.run)("fake-2", (("fake", "2"),))
        (record / "reports" / "new.txt").write_text("“We go,” said Irina Valk.\n", encoding="utf-8")
        assert onrecord("add", "reports").code == 0
        assert len(lines(onrecord("statements", "--by", "Irena Valk", "--json"))) == 4

    def test_a_namesake_is_split_off(self, record: Path, onrecord: Onrecord) -> None:
        """The statements of that document are another's, who can be merged with somebody else."""
        onrecord("actors", "split", "Irena Valk", "--document", "harbour.txt", "--by", "ada")
        found = lines(onrecord("statements", "--about", "mill OR yield", "--json"))
        found = lines(onrecord("statements", "--by", "Irena Valk", "--json"))
        actors = {one["name"]: one["speakers"][0]["actor"] for one in found}  # type: ignore[index]
        assert actors["harbour.txt"] != actors["halden.txt"] == IRENA

    @pytest.mark.parametrize(
        ("args", "code"),
        [
            (["merge", "Irena Valk", "Piet Sorren"], 3),
            (["merge", "Irena Valk", "Irena Valk"], 2),
            (["merge", "Irena Valk"], 2),
            (["split", "Irena Valk"], 2),
            (["split", "Irena Valk", "--document", "ostrel.txt"], 3),
            (["split", "Irena Valk", "--document", "absent.txt"], 3),
            (["undo", "7"], 3),
            (["undo", "0"], 2),
            (["undo", "first"], 2),
            (["dance"], 2),
        ],
    )
    def test_exit_codes(self, record: Path, onrecord: Onrecord, args: list[str], code: int) -> None:
        """Usage is 2, what the record lacks is 3; nothing is judged."""
        done = onrecord("actors", *args)
        assert (done.code, done.out) == (code, "")
        assert done.err
        assert lines(onrecord("actors", "judgements", "--json")) == []


class TestCandidates:
    """`onrecord actors candidates`."""

    def test_a_pair_is_shown_with_its_evidence(self, record: Path, onrecord: Onrecord) -> None:
        """Score, names, documents and statements of both."""
        done = onrecord("actors", "candidates")
        assert done.code == 0
        assert "[1]  person, score 0.70" in done.out
        assert "Irena Valk; 2 documents, 2 statements" in done.out
        assert "Irina Valk; 1 document, 1 statement" in done.out
        [pair] = lines(onrecord("actors", "candidates", "--json"))
        assert {pair["left_profile"], pair["right_profile"]} == {IRENA, IRINA}

    @pytest.mark.parametrize("verdict", ["merge", "different", "unsure"])
    def test_what_was_judged_is_not_asked_again(
        self, record: Path, onrecord: Onrecord, verdict: str
    ) -> None:
        """Whatever the answer."""
        onrecord("actors", verdict, "Irena Valk", "Irina Valk")
        done = onrecord("actors", "candidates")
        assert (done.code, done.out) == (0, "")
        assert "no pair to judge" in done.err

    @pytest.mark.parametrize(
        ("answers", "verdicts"),
        [
            ("y\n", ["same"]),
            ("no\n", ["different"]),
            ("U\n", ["unsure"]),
            ("s\n", []),
            ("q\n", []),
            ("", []),
            ("what?\n\ny\n", ["same"]),
        ],
    )
    def test_answers_are_kept(
        self,
        record: Path,
        onrecord: Onrecord,
        monkeypatch: pytest.MonkeyPatch,
        answers: str,
        verdicts: list[str],
    ) -> None:
        """Yes, no, unsure; skip and quit keep nothing, and what is no answer is asked again."""
        monkeypatch.setattr(candidates, "at_terminal", lambda: True)
        done = onrecord("actors", "candidates", "--judge", "--by", "ada", stdin=answers.encode())
        assert done.code == 0
        assert f"{len(verdicts)} answer" in done.err
        found = lines(onrecord("actors", "judgements", "--json"))
        assert [(one["verdict"], one["by"]) for one in found] == [(v, "ada") for v in verdicts]

    def test_an_interruption_loses_no_answer(
        self, record: Path, onrecord: Onrecord, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Ctrl-C at the second question: the first answer is kept, and the status is 130."""
        (record / "reports" / "b.txt").write_text("“So be it,” said Tomos Brandt.\n")
        onrecord("add", "reports")
        answers = iter(["y"])

        def asked() -> str:
            try:
                return next(answers)
            except StopIteration:
                raise KeyboardInterrupt from None

        monkeypatch.setattr(candidates, "at_terminal", lambda: True)
        monkeypatch.setattr(asking, "_asked", asked)
        done = onrecord("actors", "candidates", "--judge")
        assert done.code == ExitCode.INTERRUPTED
        assert "1 answer kept" in done.err
        assert len(lines(onrecord("actors", "judgements", "--json"))) == 1
        assert len(lines(onrecord("actors", "candidates", "--json"))) == 1

    def test_without_a_terminal_nobody_is_asked(self, record: Path, onrecord: Onrecord) -> None:
        """A script is told which commands to use."""
        done = onrecord("actors", "candidates", "--judge", stdin=b"y\n")
        assert (done.code, done.out) == (2, "")
        assert "merge" in done.err


class TestTables:
    """`onrecord actors import` and `export`."""

    def test_an_import_is_counted(self, folder: Path, onrecord: Onrecord) -> None:
        """It makes a record where there is none; the same file twice changes nothing."""
        (folder / "ministers.csv").write_text(MINISTERS, encoding="utf-8")
        once = {"new": 1, "changed": 0, "unchanged": 0}
        again = {"new": 0, "changed": 0, "unchanged": 1}
        [told] = lines(onrecord("actors", "import", "ministers.csv", "--json"))
        assert told == {"actors": once, "offices": once, "tenures": once, "left_out": {}}
        [told] = lines(onrecord("actors", "import", "ministers.csv", "--json"))
        assert told == {"actors": again, "offices": again, "tenures": again, "left_out": {}}
        assert "1 actor (0 new" in onrecord("actors", "import", "ministers.csv").err

    def test_imported_names_find_what_is_added_later(
        self, folder: Path, onrecord: Onrecord
    ) -> None:
        """A report with the alias alone is the imported actor's."""
        (folder / "ministers.csv").write_text(MINISTERS, encoding="utf-8")
        onrecord("actors", "import", "ministers.csv")
        (folder / "new.txt").write_text("“We go,” said Irina Valk.\n", encoding="utf-8")
        onrecord("add", "new.txt")
        [found] = lines(onrecord("statements", "--by", "Irena Valk", "--json"))
        assert found["speakers"][0]["actor"] == "person:irena-valk"  # type: ignore[index]

    def test_several_terms_of_one_holder_are_all_kept(
        self, folder: Path, onrecord: Onrecord
    ) -> None:
        """In several rows, and in several files of one import."""
        row = ",,Irena Valk,,XM,{},{},{},gazette\n"
        head = MINISTERS.splitlines()[0] + "\n"
        terms = [
            ("Mayor", "2020", "2024"),
            ("Foreign Minister", "2027", "2032"),
            ("Envoy", "2033", ""),
        ]
        for number, term in enumerate(terms):
            (folder / f"{number}.csv").write_text(head + row.format(*term), encoding="utf-8")
        onrecord("actors", "import", "0.csv", "1.csv", "2.csv")
        [valk] = lines(onrecord("actors", "show", "Irena Valk", "--json"))
        assert {one["office"] for one in valk["tenures"]} == {  # type: ignore[union-attr,index]
            "mayor:xm", "foreign-minister:xm", "envoy:xm"
        }  # fmt: skip

    def test_a_bad_row_is_named(self, folder: Path, onrecord: Onrecord) -> None:
        """The good rows are taken over; the status is 1."""
        (folder / "m.csv").write_text(f"{MINISTERS},wizard,Oda Merrin,,,,,,\n", encoding="utf-8")
        done = onrecord("actors", "import", "m.csv")
        assert (done.code, done.out) == (ExitCode.SKIPPED, "")
        assert "left out m.csv:3 (bad-row): 'wizard' is no kind of actor" in done.err
        assert names(onrecord("actors", "--name", "irena", "--json")) <= {"Irena Valk"}

    @pytest.mark.parametrize(
        ("content", "code"),
        [(None, 4), (b"Irena Valk,XM\n", 4), (b"\x89PNG\r\n\x1a\n\x00\xff", 4), (b"", 0)],
    )
    def test_a_file_of_no_use(
        self, folder: Path, onrecord: Onrecord, content: bytes | None, code: int
    ) -> None:
        """Absent, without a header, an image: status 4; an empty table is an import of nothing."""
        if content is not None:
            (folder / "m.csv").write_bytes(content)
        done = onrecord("actors", "import", "m.csv")
        assert (done.code, done.out) == (code, "")

    @pytest.mark.parametrize("format_", ["csv", "ftm"])
    def test_an_export_can_be_imported(
        self, record: Path, onrecord: Onrecord, format_: str
    ) -> None:
        """Names, merged ones too, countries and terms go over into another record."""
        (record / "ministers.csv").write_text(MINISTERS, encoding="utf-8")
        onrecord("actors", "import", "ministers.csv")
        onrecord("actors", "export", "--format", format_, "-o", "out")
        onrecord("actors", "import", "out", "--record", "other.sqlite")
        with Record.open(record / "other.sqlite") as other:
            imported = {actor.names[0]: actor for actor in other.known_actors()}
            tenures = [tenure.holder for tenure in other.tenures()]
        assert set(imported) >= {"Irena Valk", "Tomas Brandt", "Oda Merrin"}
        assert "Ирена Валк" in imported["Irena Valk"].names
        assert tenures == ["person:irena-valk"]

    def test_what_was_imported_can_be_had_alone(self, record: Path, onrecord: Onrecord) -> None:
        """As it was."""
        (record / "ministers.csv").write_text(MINISTERS, encoding="utf-8")
        onrecord("actors", "import", "ministers.csv")
        done = onrecord("actors", "export", "--imported")
        rows = list(csv.DictReader(io.StringIO(done.out.removeprefix("\ufeff"))))
        assert [row["id"] or row["office"] for row in rows] == [
            "person:irena-valk", "foreign-minister:xm", "person:irena-valk"
        ]  # fmt: skip
        assert "1 actor, 1 office, 1 tenure written" in done.err


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["show", "x"],
        ["merge", "a", "b"],
        ["split", "a", "--document", "b"],
        ["undo", "1"],
        ["candidates"],
        ["judgements"],
        ["export"],
    ],
)
def test_without_a_record_the_status_is_3(
    folder: Path, onrecord: Onrecord, args: list[str]
) -> None:
    """The message names the file; none is made by the way."""
    done = onrecord("actors", *args)
    assert (done.code, done.out) == (ExitCode.RECORD, "")
    assert "'onrecord.sqlite'" in done.err
    assert not (folder / "onrecord.sqlite").exists()


def test_exports_tell_actors_apart_as_the_record_does(record: Path, onrecord: Onrecord) -> None:
    """After a merge, documents and tables carry the actor's id, whatever the spelling."""
    onrecord("actors", "merge", "Irena Valk", "Irina Valk")
    found = [json.loads(line) for line in onrecord("export", "-q").out.splitlines()]
    ids = {
        speaker["actor"]
        for document in found
        for statement in document["statements"]
        for speaker in statement["speakers"]
        if speaker["name"].endswith("Valk")
    }
    assert len(ids) == 1
    rows = csv.DictReader(io.StringIO(onrecord("export", "--format", "csv").out.lstrip("\ufeff")))
    assert {r["speaker_actor"] for r in rows if r["speaker"].endswith("Valk")} == ids
