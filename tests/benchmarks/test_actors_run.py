"""The benchmark of actors gathers figures from the record and from its neighbours."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import benchmarks.actors.meantime as meantime
from onrecord.documents import text_document
from tests.fakes import FakePipeline, profile_of


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The script, which imports its neighbour by its bare name."""
    monkeypatch.setitem(sys.modules, "meantime", meantime)
    import benchmarks.actors.run as script

    yield script
    sys.modules.pop("benchmarks.actors.run", None)


def test_profiles_are_given_the_actors_of_a_record(run: ModuleType) -> None:
    """A profile that nothing joins to another is its own actor."""
    texts = ["“Stay,” said Orla Tesk.", "“Go,” said Orla Tesk. “Wait,” said Bram Ilvane."]
    analysed = list(FakePipeline().analyse(map(text_document, texts)))
    profiles = {profile_of("Orla Tesk"), profile_of("Bram Ilvane")}
    assert run.actors_by_profile(analysed) == {profile: profile for profile in profiles}


def test_a_script_beside_prints_figures(
    run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One JSON object on standard output."""
    monkeypatch.setattr(run, "HERE", tmp_path)
    (tmp_path / "made.py").write_text("print('{\"made\": 1.5}')")
    assert run.figures_of("made.py") == {"made": 1.5}


def test_only_floors_of_meantime_hang_on_its_data(
    run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Name pairs are in the repository, so that their floor always holds."""
    floors = tmp_path / "floors.json"
    floors.write_text('{"sha256": "0", "floors": {"meantime_all": 9.0, "names_f1": 90.0}}')
    monkeypatch.setattr(run, "FLOORS", floors)
    assert run.below_floors(tmp_path, {}) == ["names_f1 is None, below its floor 90.0"]
