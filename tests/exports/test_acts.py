"""Acts in what is exported."""

from dataclasses import replace

from onrecord.domain.act import Act, Root
from onrecord.domain.occasion import Party
from onrecord.exports.contract import to_contract
from onrecord.exports.contract_schema import contract_schema
from onrecord.exports.identities import as_actors
from onrecord.exports.rows import rows_of
from tests.builders import BRANDT, span_of, talks


def acting():
    """The talks, the first statement a request to Brandt, the second a plain comment."""
    found = talks()
    text = found.document.text
    target = Party(span_of(text, "Tomas Brandt"), "Tomas Brandt", BRANDT)
    request = Act(Root.REQUEST, "lexicon", 0.87654, (span_of(text, "told"),), (target,))
    first, second = found.statements
    plain = Act(Root.NONE, "plain", 0.9)
    return replace(found, statements=(replace(first, act=request), replace(second, act=plain)))


def test_the_contract_has_the_root_and_what_it_rests_on():
    """The plain comment has neither a quad class nor words."""
    first, second = to_contract(acting())["statements"]
    assert (first["act"], second["act"]) == ("REQUEST", "none")
    basis = first["act_basis"]
    assert (basis["quad"], basis["how"], basis["confidence"]) == (3, "lexicon", 0.8765)
    assert basis["targets"][0]["actor"] == BRANDT
    ((start, end),) = basis["evidence"]
    assert talks().document.text[start:end] == "told"
    assert second["act_basis"] == {
        "how": "plain", "confidence": 0.9, "evidence": [], "targets": []
    }  # fmt: skip


def test_what_was_not_coded_is_absent():
    """Not null."""
    assert not {"act", "act_basis"} & set(to_contract(talks())["statements"][0])


def test_the_schema_names_every_root():
    """Of the domain."""
    roots = contract_schema()["$defs"]["ExtractedStatement"]["properties"]["act"]["enum"]
    assert roots == [root.value for root in Root]


def test_tables_have_columns_for_it():
    """Words and names, joined like those of others."""
    first, second = rows_of(acting())
    assert (first.act, first.act_quad, first.act_words) == ("REQUEST", 3, "told")
    assert (first.act_targets, first.act_step, first.act_confidence) == (
        "Tomas Brandt", "lexicon", 0.8765
    )  # fmt: skip
    assert (second.act, second.act_quad, second.act_targets) == ("none", None, None)
    assert next(rows_of(talks())).act is None


def test_targets_go_by_the_actors_of_the_record():
    """As speakers do."""
    found = as_actors(acting(), {BRANDT: "person:tomas"})
    assert found.statements[0].act.targets[0].profile == "person:tomas"
