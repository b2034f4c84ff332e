"""From a network's scores to mentions, with a network that sees what it is told."""

import tracemalloc

import numpy as np
import pytest

from onrecord.domain.mention import MentionForm, MentionKind
from onrecord.reader import chaining
from onrecord.reader.chaining import find_window_mentions, link_mentions, score_pairs
from onrecord.reader.pairs import find_pairs
from onrecord.reader.reader import Reader
from onrecord.reader.windows import Window, cut_windows, make_batch
from tests.builders import document_of
from tests.reader.builders import FakeNetwork, FakeVocabulary, Seen, Told, finder, words_of_text
from tests.reader.mention_builders import surface_of

TEXT = "The Korvanan minister Ana Belk met Jo Tarn.\nShe said Tarn had left."


def seen(find, words, head, same=0, name=None, **marks):
    """A mention by its words."""
    inside = find(name) if name else None
    return Seen(find(words), find(head)[0], same=same, name=inside, **marks)


def mentions(text, told, windows=None, bias=0.0):
    """The mentions of a text."""
    words, network = words_of_text(text), FakeNetwork(seen=told)
    parts = [(words, window) for window in (windows or cut_windows(words))]
    batch = make_batch(parts, FakeVocabulary())
    found = find_window_mentions(network, network.encode(batch), batch, parts, 0.3)
    return link_mentions(network, text, words, found, bias)


def told_of(text):
    """The mentions of TEXT."""
    find = finder(text)
    return [
        seen(find, "The Korvanan minister Ana Belk", "Belk", 1, "Ana Belk"),
        seen(find, "Jo Tarn", "Tarn", 2, "Jo Tarn"),
        seen(find, "She", "She", 1),
    ]


def test_mentions_have_span_head_name_form_and_kind() -> None:
    """In order of the text, with offsets of the document."""
    belk, tarn, she = mentions(TEXT, told_of(TEXT))
    assert belk.span.of(TEXT) == "The Korvanan minister Ana Belk"
    assert (belk.head.of(TEXT), belk.name.of(TEXT)) == ("Belk", "Ana Belk")
    assert (belk.form, belk.kind) == (MentionForm.NAME, MentionKind.PERSON)
    assert (she.span.of(TEXT), she.form, she.name) == ("She", MentionForm.PRONOUN, None)
    assert tarn.score == pytest.approx(0.9)


def test_mentions_of_one_are_one_chain() -> None:
    """Numbered by the first mention; `link` is the chance of the antecedent, or of none."""
    belk, tarn, she = mentions(TEXT, told_of(TEXT))
    assert (belk.chain, tarn.chain, she.chain) == (0, 1, 0)
    assert belk.link == 1
    assert tarn.link == pytest.approx(1 / (1 + np.exp(-5)), abs=1e-4)
    assert she.link == pytest.approx(1 / (1 + np.exp(-5) + np.exp(-10)), abs=1e-4)


def test_a_bias_moves_all_pairs() -> None:
    """With one that outweighs every score nothing is linked, or all is."""
    apart = mentions(TEXT, told_of(TEXT), bias=-10)
    assert [mention.chain for mention in apart] == [0, 1, 2]
    joined = mentions(TEXT, told_of(TEXT), bias=10)
    assert [mention.chain for mention in joined] == [0, 0, 0]


@pytest.mark.parametrize(
    ("words", "head", "name", "form", "kept"),
    [
        ("Korvanan minister Ana Belk", "Belk", "Ana Belk", MentionForm.NAME, "Ana Belk"),
        ("Belk", "Belk", "Ana Belk", MentionForm.NAME, "Belk"),
        ("Ana", "Ana", "Ana Belk", MentionForm.NAME, "Ana"),
        ("The Korvanan minister", "minister", "Ana Belk", MentionForm.NOMINAL, None),
        ("The Korvanan minister", "minister", "minister Ana", MentionForm.NOMINAL, "minister"),
        ("Ana Belk", "Belk", None, MentionForm.NOMINAL, None),
        ("She", "She", "She", MentionForm.PRONOUN, None),
    ],
)
def test_a_name_is_that_around_the_head_cut_to_the_mention(words, head, name, form, kept) -> None:
    """A capital alone makes no name, and a pronoun has none."""
    [found] = mentions(TEXT, [seen(finder(TEXT), words, head, name=name)])
    assert found.form is form
    assert (found.name.of(TEXT) if found.name else None) == kept


def test_two_names_side_by_side_stay_two() -> None:
    """Though they are of one kind."""
    text = "Belk Tarn left."
    find = finder(text)
    told = [seen(find, name, name, number, name) for number, name in enumerate(("Belk", "Tarn"))]
    assert [found.name.of(text) for found in mentions(text, told)] == ["Belk", "Tarn"]


def test_windows_give_what_one_window_gives() -> None:
    """Each tells of the mentions it owns, and chains run over all of them."""
    total, cut = len(words_of_text(TEXT)), finder(TEXT)("She")[0]
    windows = [Window(0, total, 0, cut), Window(cut - 3, total, cut, total)]
    assert mentions(TEXT, told_of(TEXT), windows) == mentions(TEXT, told_of(TEXT))


def test_a_mention_belongs_to_the_window_that_owns_all_of_it() -> None:
    """One that is cut by the end of what a window owns is not told."""
    find = finder(TEXT)
    cut, total = find("Ana")[0], len(words_of_text(TEXT))
    windows = [Window(0, total, 0, cut), Window(0, total, cut, total)]
    told = [seen(find, "minister Ana Belk", "Belk"), seen(find, "Ana Belk", "Belk")]
    assert [found.span.of(TEXT) for found in mentions(TEXT, told, windows)] == ["Ana Belk"]


def test_a_text_without_mentions_has_none() -> None:
    """Words that refer to nothing."""
    assert mentions(TEXT, []) == ()


def many(count):
    """Names of a long document: vectors, kinds and pairs."""
    names = [f"Name{n % 40}" for n in range(count)]
    surface = surface_of(" ".join(names), *names)
    vectors = np.array([[n % 40] for n in range(count)], dtype=np.float32)
    return vectors, surface.spans.kind, find_pairs(surface)


@pytest.mark.parametrize("block", [1, 7, 100, 1000])
def test_blocks_give_the_scores_of_one_block(monkeypatch, block) -> None:
    """However the pairs are cut."""
    vectors, kind, pairs = many(100)
    network = FakeNetwork()
    monkeypatch.setattr(chaining, "BLOCK", block)
    scores = score_pairs(network, vectors, kind, pairs)
    whole = network.pairs(vectors, kind, pairs.later, pairs.earlier, pairs.features)
    assert scores.tolist() == whole.tolist()
    assert sum(network.blocks[:-1]) == network.blocks[-1] == len(pairs)


def test_without_pairs_the_network_is_not_asked() -> None:
    """One mention has no earlier one."""
    network = FakeNetwork()
    vectors, kind, pairs = many(1)
    assert score_pairs(network, vectors, kind, pairs).tolist() == []
    assert network.blocks == []


class WideNetwork(FakeNetwork):
    """Needs room for each pair, as the shipped one does."""

    def pairs(self, vectors, kind, later, earlier, features):
        room = np.zeros((len(later), 256), dtype=np.float32)
        return room[:, 0].copy()


def test_a_long_document_needs_no_more_room_at_one_time() -> None:
    """Scoring takes what a block takes, not what all pairs take."""
    vectors, kind, pairs = many(3000)
    tracemalloc.start()
    try:
        score_pairs(WideNetwork(), vectors, kind, pairs)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 0.2 * 4 * 256 * len(pairs)


class CountingVocabulary(FakeVocabulary):
    """Word n has the piece that the fake network knows it by."""

    def pieces(self, surfaces):
        return tuple((1000 + number,) for number in range(len(surfaces)))


def test_the_reader_gives_mentions_and_attributions() -> None:
    """From one pass, each in order."""
    find = finder(TEXT)
    said = Told(find("said"), [find("She")], [find("Tarn had left")])

    network = FakeNetwork([said], told_of(TEXT))
    reading = Reader(network, CountingVocabulary()).read(document_of(TEXT))
    assert [found.cue.of(TEXT) for found in reading.attributions] == ["said"]
    assert reading.mentions == mentions(TEXT, told_of(TEXT))
