"""The extract contract, to the letter."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from onrecord.domain.actor import ActorKind
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import DateSource
from onrecord.domain.note import Note
from onrecord.domain.occasion import Place
from onrecord.domain.span import Span
from onrecord.domain.statement import (
    CueStance,
    LinkStatus,
    Polarity,
    SpeakerLink,
    StatementKind,
)
from onrecord.exports.contract import to_contract
from onrecord.exports.contract_schema import contract_schema, schema_text
from tests.builders import (
    BRANDT,
    MINISTER,
    VALK,
    analysed_documents,
    document_of,
    halden,
    inferred,
    synthetic,
    talks,
)

SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "extract.schema.json"


def as_read(analysed: AnalysedDocument):
    """What a reader of the JSON sees."""
    return json.loads(json.dumps(to_contract(analysed)))


def test_the_published_schema_is_up_to_date():
    """`python -m onrecord.exports.contract_schema > docs/extract.schema.json` was run."""
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text()


def test_the_schema_is_a_schema():
    """It follows the dialect that it names."""
    jsonschema.Draft202012Validator.check_schema(contract_schema())


@settings(deadline=None, max_examples=60)
@given(analysed=analysed_documents())
def test_whatever_is_found_validates(analysed: AnalysedDocument):
    """Every document that the types allow is a valid line."""
    jsonschema.Draft202012Validator(contract_schema()).validate(as_read(analysed))


@pytest.mark.parametrize(
    "broken",
    [
        {"statements": None},
        {"statements": [{"id": "1"}]},
        {"published": {"how": "guessed", "evidence": []}},
        {"notes": [{"reason": "x", "span": [1]}]},
        {"notes": [{"reason": "x", "span": [1, 2, 3]}]},
        {"id": None},
    ],
)
def test_a_broken_line_does_not_validate(broken: dict[str, object]):
    """The schema says no."""
    line = {**as_read(halden()), **broken}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(contract_schema()).validate(line)


def test_a_document_reads_as_the_design_has_it():
    """Every field of the contract, by name and shape."""
    plain = halden(id="d1", day=date(2013, 9, 9))
    noted = replace(plain, notes=(Note("unbalanced-quotation-mark", Span(10, 11), "why"),))
    document = replace(noted.document, notes=(Note("decoded-with-a-guess"),))
    extracted = as_read(replace(noted, document=document))
    assert list(extracted) == [
        "id", "name", "text_sha256", "published", "statements", "actors", "times", "notes"
    ]  # fmt: skip
    assert extracted["published"] == {
        "from": "2013-09-09",
        "to": "2013-09-09",
        "how": "stated",
        "evidence": [],
    }
    assert extracted["statements"][0] == {
        "id": "d1-1",
        "kind": "indirect",
        "content": [[0, 33]],
        "cue": [[63, 67]],
        "source": [[35, 62]],
        "parent": None,
        "speakers": [
            {
                "status": "named",
                "how": "name",
                "confidence": 0.97,
                "actor": VALK,
                "name": "Irena Valk",
                "mention": [52, 62],
            }
        ],
        "polarity": "affirmed",
        "stance": "neutral",
        "step": "cue",
        "confidence": 0.93,
        "addressees": [],
        "reported_via": [],
    }
    assert extracted["actors"] == [
        {
            "id": VALK,
            "kind": "person",
            "name": "Irena Valk",
            "names": [[52, 62]],
            "mentions": [[52, 62], [106, 109]],
            "offices": [MINISTER],
        },
        {
            "id": BRANDT,
            "kind": "person",
            "name": "Tomas Brandt",
            "names": [[128, 140]],
            "mentions": [[128, 140]],
        },
    ]
    assert extracted["notes"] == [
        {"reason": "decoded-with-a-guess"},
        {"reason": "unbalanced-quotation-mark", "span": [10, 11]},
    ]


def test_when_where_and_to_whom_as_the_design_has_it():
    """Each with its evidence; statements of one occasion share its id."""
    extracted = as_read(talks(id="d1"))
    first, second = extracted["statements"]
    assert first["said"] == {
        "from": "2013-09-08",
        "to": "2013-09-08",
        "precision": 1,
        "how": "stated",
        "confidence": 0.9,
        "evidence": [[54, 63]],
    }
    assert first["occasion"] == second["occasion"]
    assert first["occasion"] == {
        "id": "o1",
        "kind": "talks",
        "evidence": [[64, 80]],
        "place": {"name": "Zúrava", "span": [97, 103]},
        "counterparts": [{"actor": BRANDT, "name": "Tomas Brandt", "mention": [81, 93]}],
    }
    assert first["addressees"] == [{"name": "Halden Post", "mention": [38, 53]}]
    assert first["reported_via"] == [{"name": "Ostrel Herald", "mention": [105, 122]}]
    assert (second["said"]["how"], second["said"]["evidence"]) == ("same-again", [])
    assert second["addressees"] == [{"mention": [143, 149]}]
    assert extracted["times"] == [
        {
            "span": [57, 63],
            "type": "DATE",
            "value": "2013-09-08",
            "how": "publication",
            "confidence": 1.0,
            "from": "2013-09-08",
            "to": "2013-09-08",
        }
    ]


def test_an_inferred_day_says_why():
    """With what was set aside; an open end is absent."""
    document = inferred(date(2013, 2, 1), date(2013, 5, 31), document_of(), "Irena Valk")
    published = as_read(replace(halden(), document=document))["published"]
    assert (published["how"], published["from"], published["to"]) == (
        "inferred", "2013-02-01", "2013-05-31"
    )  # fmt: skip
    assert published["reasons"] == [
        {
            "reason": "office-holder",
            "evidence": [[52, 62]],
            "detail": "Irena Valk, in office 2013-02-01 to 2013-05-31",
            "from": "2013-02-01",
            "to": "2013-05-31",
        }
    ]
    [late] = published["contradictions"]
    assert (late["from"], "to" in late) == ("1999-01-01", False)
    place = Place(Span(14, 20), "Halden")
    dated = replace(halden(), document=replace(document, place=place))
    assert as_read(dated)["place"] == {"name": "Halden", "span": [14, 20]}


def test_what_is_not_known_is_absent():
    """No day, no speaker, no name: none of them is null."""
    analysed = halden()
    nobody, pronoun = analysed.statements[:2]
    voice = SpeakerLink(LinkStatus.NONE, "no-source", 1.0)
    she = SpeakerLink(LinkStatus.PRONOUN_UNRESOLVED, "pronoun", 0.5)
    nobody, pronoun = replace(nobody, speakers=(voice,)), replace(pronoun, speakers=(she,))
    extracted = as_read(replace(analysed, statements=(nobody, pronoun)))
    assert extracted["published"] == {"how": "unknown", "evidence": []}
    assert extracted["statements"][0]["speakers"] == []
    assert extracted["statements"][1]["speakers"] == [
        {"status": "pronoun_unresolved", "how": "pronoun", "confidence": 0.5}
    ]


def test_every_speaker_of_a_statement_is_there():
    """In the order of the text; whose actor is not known has none."""
    analysed = halden()
    both = (
        SpeakerLink(LinkStatus.NAMED, "name", 0.9, "Irena Valk", profile=VALK),
        SpeakerLink(LinkStatus.DESCRIBED, "description", 0.8, "an aide"),
    )
    joined = replace(analysed.statements[0], speakers=both)
    speakers = as_read(replace(analysed, statements=(joined,)))["statements"][0]["speakers"]
    assert [(one["name"], one.get("actor")) for one in speakers] == [
        ("Irena Valk", VALK),
        ("an aide", None),
    ]


@pytest.mark.parametrize(
    ("format", "as_given", "has_text"),
    [("txt", True, False), ("txt", False, True), ("html", True, True), ("jsonl", False, True)],
)
def test_text_is_there_unless_the_file_is_the_text(format: str, as_given: bool, has_text: bool):
    """Offsets can be looked up in either case."""
    document = replace(document_of(format=format), text_as_given=as_given)
    assert ("text" in to_contract(replace(halden(), document=document))) is has_text


def test_the_same_document_gives_the_same_bytes():
    """Keys stand in the same order each time."""
    assert json.dumps(to_contract(synthetic(3))) == json.dumps(to_contract(synthetic(3)))


@pytest.mark.parametrize(
    ("path", "values"),
    [
        (("ExtractedStatement", "kind"), StatementKind),
        (("ExtractedStatement", "polarity"), Polarity),
        (("ExtractedStatement", "stance"), CueStance),
        (("Speaker", "status"), set(LinkStatus) - {LinkStatus.NONE}),
        (("Published", "how"), DateSource),
        (("ExtractedActor", "kind"), ActorKind),
    ],
)
def test_the_contract_has_every_value_of_the_domain(path: tuple[str, str], values: object):
    """A value added to the domain is added to the contract."""
    described = contract_schema()["$defs"][path[0]]["properties"][path[1]]
    assert set(described["enum"]) == {value.value for value in values}
