"""Parts are put together once, and what they are is known."""

from pathlib import Path

import pytest

from onrecord import wiring
from tests.fakes import FakePipeline


def test_the_same_versions_are_the_same_run() -> None:
    """A run's id depends on versions alone, and on each of them."""
    assert wiring.run_of(weights="a", rules="b") == wiring.run_of(rules="b", weights="a")
    assert wiring.run_of(weights="a", rules="b").id != wiring.run_of(weights="a", rules="c").id


def test_a_changed_rule_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Word lists and rules of every deciding part count; other files do not."""
    monkeypatch.setattr(wiring, "__file__", str(tmp_path / "wiring.py"))
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "cues.toml").write_text("cues = []")
    first = wiring.rules_version()
    (tmp_path / "lexicon" / "cues.pyc").write_bytes(b"compiled")
    assert wiring.rules_version() == first
    (tmp_path / "lexicon" / "cues.toml").write_text("cues = ['said']")
    assert wiring.rules_version() != first


def test_the_pipeline_is_loaded_once_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two calls share one model; another process loads its own."""
    monkeypatch.setattr(wiring, "default_pipeline", FakePipeline)
    wiring._pipeline_of.cache_clear()
    here = wiring.process_pipeline()
    assert wiring.process_pipeline() is here
    monkeypatch.setattr(wiring.os, "getpid", lambda: -1)
    assert wiring.process_pipeline() is not here
    wiring._pipeline_of.cache_clear()


@pytest.mark.weights
def test_the_shipped_pipeline_asks_both_networks() -> None:
    """And its run names the version of either, so that new weights are another run."""
    pipeline = wiring.default_pipeline(1)
    assert pipeline.acts is not None
    assert {"weights", "sentences"} <= {name for name, _ in pipeline.run.versions}
