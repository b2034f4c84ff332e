"""A network is asked about a text once."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from onrecord.record import Record
from onrecord.remembering import RememberingNetwork

Floats = NDArray[np.float32]


class CountingNetwork:
    """Answers by the length of what it is asked, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def embed(self, texts: Sequence[str]) -> Floats:
        self.asked.extend(texts)
        return np.array([[len(text), 1 / 3] for text in texts], dtype=np.float32)

    def stances(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        self.asked.extend(pairs)
        return np.array([[len(one), len(two), 0, 1] for one, two in pairs], dtype=np.float32)


@pytest.fixture
def record(tmp_path: Path):
    """An empty one."""
    with Record.open(tmp_path / "record.db") as opened:
        yield opened


def remembering(record: Record, network: CountingNetwork, version: str = "1") -> RememberingNetwork:
    """What is tested; it tells nobody."""
    return RememberingNetwork(record, lambda: network, version, lambda words: None)


def test_what_was_asked_is_not_asked_again(record: Record):
    """Not in one call, nor in the next, nor by another run over the same record."""
    network = CountingNetwork()
    first = remembering(record, network).embed(["a", "bb", "a"])
    again = remembering(record, network).embed(["bb", "ccc", "a"])
    assert network.asked == ["a", "bb", "ccc"]
    assert (first[:, 0].tolist(), again[:, 0].tolist()) == ([1, 2, 1], [2, 3, 1])


def test_a_kept_answer_is_the_one_that_was_given(record: Record):
    """To the last bit: both are rounded alike."""
    given = remembering(record, CountingNetwork()).embed(["a"])
    kept = remembering(record, CountingNetwork()).embed(["a"])
    assert given.tobytes() == kept.tobytes()
    assert given.dtype == np.float32


def test_another_version_and_another_question_are_asked_anew(record: Record):
    """A pair is its two texts in their order, and no vector."""
    network = CountingNetwork()
    remembering(record, network).stances([("a", "b"), ("b", "a")])
    remembering(record, network, "2").stances([("a", "b")])
    remembering(record, network).embed(["a"])
    assert network.asked == [("a", "b"), ("b", "a"), ("a", "b"), "a"]


def test_nothing_asked_loads_nothing(record: Record):
    """The weights stay on the disk."""

    def load() -> CountingNetwork:
        raise AssertionError("nobody asked")

    silent = RememberingNetwork(record, load, "1", lambda words: None)
    assert len(silent.embed([])) == 0
    assert len(silent.stances([])) == 0


def test_long_work_is_kept_as_it_goes(record: Record):
    """What was answered before an interruption is not asked again; how far it is is told."""
    network, told = CountingNetwork(), list[str]()
    texts = [f"text {n}" for n in range(1200)]

    class Breaking(CountingNetwork):
        def embed(self, texts: Sequence[str]) -> Floats:
            if self.asked:
                raise KeyboardInterrupt
            return super().embed(texts)

    with pytest.raises(KeyboardInterrupt):
        RememberingNetwork(record, Breaking, "1", told.append).embed(texts)
    RememberingNetwork(record, lambda: network, "1", told.append).embed(texts)
    assert network.asked == texts[500:]
    assert told == ["700 texts left to read", "200 texts left to read"]
