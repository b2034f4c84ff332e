"""From a network's scores to attributions, with a network that sees what it is told."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.reading import Attribution
from onrecord.domain.span import Span
from onrecord.reader.attributions import DecodingSettings, find_attributions
from onrecord.reader.labels import CUE_LABELS, ROLE_LABELS
from onrecord.reader.network import Candidates, Encoded, Linked
from onrecord.reader.windows import Batch, Window, cut_windows, make_batch
from tests.reader.builders import (
    FakeNetwork,
    FakeVocabulary,
    Told,
    blind,
    finder,
    words_of_text,
)

TEXT = (
    "The bridge stays closed, Irena Valk said on Monday, adding that the mill is shut.\n"
    "Tomas Brandt denied it."
)


def attributions(
    text: str,
    network: FakeNetwork,
    windows: list[Window] | None = None,
    settings: DecodingSettings | None = None,
) -> list[list[Attribution]]:
    """What is found in each window of a text."""
    words = words_of_text(text)
    parts = [(words, window) for window in (windows or cut_windows(words))]
    batch = make_batch(parts, FakeVocabulary())  # type: ignore[arg-type]
    encoded = network.encode(batch)
    return find_attributions(network, encoded, batch, parts, settings or DecodingSettings())


def test_scores_become_attributions() -> None:
    """Cue, source and content with their offsets; the score is the probability of validity."""
    find = finder(TEXT)
    said = Told(find("said"), [find("Irena Valk")], [find("The bridge stays closed")], valid=2.0)
    adding = Told(find("adding"), [find("Irena Valk")], [find("that the mill is shut")])
    [found] = attributions(TEXT, FakeNetwork([said, adding]))
    assert [a.cue.of(TEXT) for a in found] == ["said", "adding"]
    assert [a.source[0].of(TEXT) for a in found] == ["Irena Valk", "Irena Valk"]
    assert [a.content[0].of(TEXT) for a in found] == [
        "The bridge stays closed",
        "that the mill is shut",
    ]
    assert found[0].score == pytest.approx(1 / (1 + math.exp(-2)))


def test_content_may_be_discontinuous() -> None:
    """Two stretches with a label are two spans of one attribution."""
    find = finder(TEXT)
    parts = [find("The bridge stays closed"), find("that the mill is shut")]
    [[found]] = attributions(TEXT, FakeNetwork([Told(find("said"), [], parts)]))
    assert [part.of(TEXT) for part in found.content] == [
        "The bridge stays closed",
        "that the mill is shut",
    ]
    assert found.source == ()


def test_a_cue_may_have_several_words() -> None:
    """It is one span."""
    text = "According to Irena Valk the bridge is shut."
    find = finder(text)
    told = Told(find("According to"), [find("Irena Valk")], [find("the bridge is shut")])
    [[found]] = attributions(text, FakeNetwork([told]))
    assert found.cue == Span(0, 12)


def test_without_content_there_is_no_attribution() -> None:
    """A cue with a source alone says nothing."""
    find = finder(TEXT)
    told = Told(find("denied"), [find("Tomas Brandt")])
    assert attributions(TEXT, FakeNetwork([told])) == [[]]


@pytest.mark.parametrize(
    ("valid", "least", "count"), [(0.5, 0.5, 1), (-0.5, 0.5, 0), (-0.5, 0.3, 1)]
)
def test_the_linker_decides(valid: float, least: float, count: int) -> None:
    """A candidate below the least probability is no statement."""
    find = finder(TEXT)
    told = Told(find("said"), [], [find("The bridge stays closed")], valid=valid)
    [found] = attributions(TEXT, FakeNetwork([told]), settings=DecodingSettings(1.5, least))
    assert len(found) == count


@pytest.mark.parametrize(("bias", "count"), [(0.0, 0), (3.0, 1)])
def test_a_bias_makes_weak_cues_candidates(bias: float, count: int) -> None:
    """A cue that scores less than half is asked about only with a bias."""
    find = finder(TEXT)
    told = Told(find("said"), [], [find("The bridge stays closed")])
    network = FakeNetwork([told], cue_score=-1.0)
    network.encode = _only_single(network, find("said")[0])  # type: ignore[method-assign]
    [found] = attributions(TEXT, network, settings=DecodingSettings(bias, 0.5))
    assert len(found) == count


def _only_single(network: FakeNetwork, number: int):
    """Scores under which the one word is a cue with about 30 %, and no other word can be."""

    def encode(batch: Batch) -> Encoded:
        rows, count = batch.first.shape
        cues = np.full((rows, count, CUE_LABELS), -30, dtype=np.float32)
        cues[:, :, 0] = 0
        cues[0, number, 4] = -0.85
        return blind(cues)

    return encode


def test_source_and_content_never_overlap_the_cue() -> None:
    """Labels that the linker puts on the cue's own words are not followed."""
    find = finder(TEXT)
    told = Told(find("said"), [find("Irena Valk said")], [find("said on Monday, adding")])
    [[found]] = attributions(TEXT, FakeNetwork([told]))
    assert not any(found.cue.overlaps(part) for part in (*found.source, *found.content))


def test_each_window_tells_of_its_own_cues_only() -> None:
    """A cue that two windows see is told once, by its owner, with what lies in its window."""
    find = finder(TEXT)
    total = len(words_of_text(TEXT))
    middle = find("adding")[0]
    said = Told(find("said"), [find("Irena Valk")], [find("The bridge stays closed")])
    adding = Told(find("adding"), [find("Irena Valk")], [find("that the mill is shut")])
    windows = [Window(0, total, 0, middle), Window(0, total, middle, total)]
    network = FakeNetwork([said, adding])
    first, second = attributions(TEXT, network, windows)
    assert [a.cue.of(TEXT) for a in first] == ["said"]
    assert [a.cue.of(TEXT) for a in second] == ["adding"]
    assert network.asked == [said.cue[0], adding.cue[0]]


def test_offsets_hold_in_a_later_window() -> None:
    """A window that begins in the middle of the document gives the document's offsets."""
    find = finder(TEXT)
    total, start = len(words_of_text(TEXT)), find("said")[0]
    told = Told(find("denied"), [find("Tomas Brandt")], [find("it")])
    windows = [Window(0, start, 0, start), Window(start, total, start, total)]
    first, [found] = attributions(TEXT, FakeNetwork([told]), windows)
    assert first == []
    assert (found.source[0].of(TEXT), found.content[0].of(TEXT)) == ("Tomas Brandt", "it")


def test_no_span_runs_over_a_line() -> None:
    """Content that the linker carries over a line end is parted there."""
    find = finder(TEXT)
    start, end = find("that the mill is shut")[0], find("Tomas Brandt")[1]
    [[found]] = attributions(TEXT, FakeNetwork([Told(find("said"), [], [(start, end)])]))
    assert all("\n" not in part.of(TEXT) for part in found.content)


class RandomNetwork(FakeNetwork):
    """Any scores."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self._random = np.random.default_rng(seed)

    def encode(self, batch: Batch) -> Encoded:
        rows, count = batch.first.shape
        cues = self._random.normal(0, 3, (rows, count, CUE_LABELS)).astype(np.float32)
        return blind(cues)

    def link(self, encoded: Encoded, batch: Batch, candidates: Candidates) -> Linked:
        roles = self._random.normal(0, 3, (len(candidates), candidates.width, ROLE_LABELS))
        valid = self._random.normal(0, 3, len(candidates))
        return Linked(roles.astype(np.float32), valid.astype(np.float32))


@given(
    st.text(st.sampled_from("ab “”,.\n"), min_size=1, max_size=150).filter(str.strip),
    st.integers(0, 2**32 - 1),
    st.integers(48, 100),
)
def test_any_scores_give_lawful_attributions(text: str, seed: int, size: int) -> None:
    """Spans in order on words and lines; content is there; the cue is apart and owned once."""
    words = words_of_text(text)
    parts = [(words, window) for window in cut_windows(words, size)]
    batch = make_batch(parts, FakeVocabulary())  # type: ignore[arg-type]
    network = RandomNetwork(seed)
    found = find_attributions(network, network.encode(batch), batch, parts, DecodingSettings())
    cues = [a.cue for row in found for a in row]
    assert cues == sorted(set(cues))
    starts, ends = words.offsets[:, 0].tolist(), words.offsets[:, 1].tolist()
    for (_, window), row in zip(parts, found, strict=True):
        for a in row:
            assert window.owned_start <= starts.index(a.cue.start) < window.owned_end
            assert a.content
            assert 0 <= a.score <= 1
            for part in (a.cue, *a.source, *a.content):
                assert part.start in starts
                assert part.end in ends
                assert "\n" not in part.of(text)
            assert not any(a.cue.overlaps(part) for part in (*a.source, *a.content))
            assert not any(s.overlaps(c) for s in a.source for c in a.content)
