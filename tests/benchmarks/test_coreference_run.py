"""The coreference benchmark scores spans of text by the words they touch, and its views."""

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

import benchmarks.coreference.gum as gum
import benchmarks.coreference.scoring as scoring
from benchmarks.coreference.gum import GumDocument, read_gum
from onrecord.domain.document import Document
from onrecord.domain.mention import Mention, MentionForm, MentionKind
from onrecord.domain.reading import Reading
from onrecord.domain.span import Span
from onrecord.text.quotes import read_quotations
from tests.benchmarks.test_gum import LEAVES, SHE, Row, conllu, mark

HER: list[Row] = [
    ("Bram", "PROPN", "nsubj", 2, mark(2) + ")", ""),
    ("saw", "VERB", "root", 0, "", ""),
    ("her", "PRON", "obj", 2, mark(1, link="ana") + ")", ""),
]
RETURNS: list[Row] = [
    ("Orla", "PROPN", "nsubj", 2, mark(1) + ")", ""),
    ("saw", "VERB", "root", 0, "", ""),
    ("Bram", "PROPN", "obj", 2, mark(2) + ")", ""),
]
TEXT = "Orla Tesk left. She wept Bram saw her Orla saw Bram"
ORLA, SHE_AT, BRAM, HER_AT = (0, 9), (16, 19), (25, 29), (34, 37)
ORLA_AGAIN, BRAM_AGAIN = (38, 42), (47, 51)
RIGHT = [[ORLA, SHE_AT, HER_AT, ORLA_AGAIN], [BRAM, BRAM_AGAIN]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The script, which imports its neighbours by their bare names."""
    monkeypatch.setitem(sys.modules, "gum", gum)
    monkeypatch.setitem(sys.modules, "scoring", scoring)
    import benchmarks.coreference.run as script

    yield script
    sys.modules.pop("benchmarks.coreference.run", None)


@pytest.fixture
def document(tmp_path: Path) -> GumDocument:
    text = conllu([LEAVES, SHE, HER, RETURNS])
    (tmp_path / "GUM_news_made.conllu").write_text(text, encoding="utf-8")
    (document,) = read_gum(tmp_path)
    assert document.text == TEXT
    return document


def test_the_key_itself_scores_everything(run: ModuleType, document: GumDocument) -> None:
    """All views are complete, and each pronoun has its antecedent."""
    figures = run.all_figures([document], {document.id: RIGHT})
    views = ("all", "reports", "news", "all_pronouns", "all_person_names", "reports_pronouns")
    assert {figures[f"{view}_conll"] for view in views} == {100.0}
    assert (figures["all_antecedent"], figures["all_antecedent_asked"]) == (100.0, 2.0)


@pytest.mark.parametrize(
    ("chains", "pronouns", "names", "antecedent"),
    [
        ([], 0.0, 0.0, 0.0),
        ([[ORLA, ORLA_AGAIN], [BRAM, BRAM_AGAIN]], 0.0, 100.0, 0.0),
        ([[SHE_AT, HER_AT]], 100.0, 0.0, 0.0),
        ([[ORLA, SHE_AT], [BRAM, HER_AT]], 0.0, 0.0, 50.0),
        ([[(0, 4), SHE_AT, HER_AT]], 100.0, 0.0, 100.0),
        ([[(0, 10), SHE_AT, HER_AT]], 100.0, 0.0, 100.0),
        ([[ORLA, SHE_AT, HER_AT], [ORLA, ORLA_AGAIN]], 100.0, 0.0, 100.0),
    ],
    ids=[
        "nothing", "names", "pronouns", "one wrong", "half a name", "a space too much",
        "a mention in two chains",
    ],
)  # fmt: skip
def test_views_hold_one_form(
    run: ModuleType,
    document: GumDocument,
    chains: list[list[tuple[int, int]]],
    pronouns: float,
    names: float,
    antecedent: float,
) -> None:
    """Pronouns and names are scored apart; antecedents are compared by their head word."""
    figures = run.all_figures([document], {document.id: chains})
    assert figures["all_pronouns_muc"] == pronouns
    assert figures["all_person_names_muc"] == names
    assert figures["all_antecedent"] == antecedent


def test_spans_may_differ_in_marks(run: ModuleType, document: GumDocument) -> None:
    """An edge inside a word counts as that of the word."""
    loose = [[(0, 8), (17, 19), HER_AT, (37, 42)], [BRAM, (46, 51)]]
    assert run.all_figures([document], {document.id: loose})["all_conll"] == 100.0


class FakeReader:
    """Finds each capitalised word; equal words are in one chain."""

    def read(self, document: Document) -> Reading:
        words = [Span(*match.span()) for match in re.finditer(r"\b[A-Z]\w+", document.text)]
        chains = sorted({span.of(document.text) for span in words})
        mentions = tuple(
            Mention(
                span,
                span,
                MentionForm.NAME,
                MentionKind.PERSON,
                chains.index(span.of(document.text)),
            )
            for span in words
        )
        return Reading(
            document.id,
            (),
            read_quotations(document.text, ((0, len(document.text)),)),
            (),
            mentions,
        )


def test_chains_of_the_reader_are_written_without_singletons(
    run: ModuleType, document: GumDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written is what is scored."""
    monkeypatch.setattr(run, "default_pipeline", lambda: SimpleNamespace(reader=FakeReader()))
    run.predict([document], tmp_path / "out.jsonl")
    predicted = run.read_predictions(tmp_path / "out.jsonl")
    assert predicted == {document.id: [[(0, 4), ORLA_AGAIN], [BRAM, BRAM_AGAIN]]}


def test_other_data_has_no_floors(
    run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A floor holds for the data it was pinned on."""
    data, floors = tmp_path / "dev.tar.gz", tmp_path / "floors.json"
    data.write_bytes(b"made")
    digest = hashlib.sha256(b"made").hexdigest()
    monkeypatch.setattr(run, "FLOORS", floors)
    floors.write_text(json.dumps({"sha256": digest, "floors": {"all_conll": 70.0}}))
    assert run.below_floors(data, {"all_conll": 70.0}) == []
    assert run.below_floors(data, {"all_conll": 69.9}) == [
        "all_conll is 69.9, below its floor 70.0"
    ]
    data.write_bytes(b"other")
    assert run.below_floors(data, {"all_conll": 0.0}) == []
