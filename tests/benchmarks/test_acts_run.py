"""The benchmark of acts never passes off what was learnt for what was measured."""

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

import benchmarks.acts.scoring as scoring

ROWS = [
    {"marked_sentence": "<s>Oss</s> accused <t>Quost</t>.", "gold_root": "ACCUSE"},
    {"marked_sentence": "<s>Oss</s> met <t>Quost</t>.", "gold_root": "CONSULT"},
]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, with a network that takes everything for an accusation."""
    monkeypatch.setitem(sys.modules, "scoring", scoring)
    import benchmarks.acts.run as module

    monkeypatch.setattr(module, "shipped_roots", lambda rows: ["ACCUSE"] * len(rows))
    monkeypatch.setattr(module, "fold_roots", lambda rows, *places: ["CONSULT"] * len(rows))
    return module


def answers(run: ModuleType, trained: set[str], **options: bool) -> list[dict]:
    return run.answer(ROWS, trained, Path("corpora"), Path("base.pt"), **options)


def test_rows_that_were_not_learnt(run: ModuleType) -> None:
    """The shipped network answers them, with root and quad class."""
    assert answers(run, set(), folds=True) == [
        {"id": 0, "root": "ACCUSE", "quad": "3"},
        {"id": 1, "root": "ACCUSE", "quad": "3"},
    ]


def test_rows_that_were_learnt_go_to_folds(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those alone, and in their places."""
    monkeypatch.setattr(run, "why_no_folds", lambda *places: None)
    found = answers(run, {run.row_digest(ROWS[1])}, folds=True)
    assert [row["root"] for row in found] == ["ACCUSE", "CONSULT"]
    assert all("seen" not in row for row in found)


def test_without_folds_they_are_marked(run: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    """And it is said that they measure nothing."""
    found = answers(run, {run.row_digest(ROWS[1])}, folds=False)
    assert ["seen" in row for row in found] == [False, True]
    assert "measures nothing" in capsys.readouterr().err


def test_what_is_missing_is_named(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages first, then corpora, then gold."""
    monkeypatch.setattr(run, "_installed", lambda name: name != "torch")
    assert "torch" in run.why_no_folds(ROWS, Path("nowhere"))
    monkeypatch.setattr(run, "_installed", lambda name: True)
    assert "nowhere" in run.why_no_folds(ROWS, Path("nowhere"))


def test_every_learnt_row_stands_in_the_list(run: ModuleType) -> None:
    """Digests alone, no words."""
    listed = (Path(run.HERE) / "trained.txt").read_text().split()
    assert len(listed) == len(set(listed)) > 1000
    assert all(len(digest) == 16 and int(digest, 16) >= 0 for digest in listed)


def test_report(run: ModuleType) -> None:
    """Ours beside the published system's, where the file has its answers."""
    rows = [row | {"root_L2": "ACCUSE"} for row in ROWS]
    found = run.report(rows, [{"root": "ACCUSE"}, {"root": "CONSULT"}])
    assert (found["onrecord"]["accuracy"], found["published"]["accuracy"]) == (1.0, 0.5)
    assert found["confusions"] == []
    assert "published" not in run.report(ROWS, [{"root": "ACCUSE"}, {"root": "AID"}])


def test_read_rows(run: ModuleType, tmp_path: Path) -> None:
    """Gzipped or not."""
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)) + "\n")
    assert run.read_rows(tmp_path / "rows.jsonl") == ROWS
