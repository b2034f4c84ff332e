"""One document, one reading: what is found in it depends on nothing else."""

from dataclasses import replace

import pytest

from onrecord import wiring
from onrecord.domain.document import Block, BlockKind, Document
from onrecord.domain.span import Span
from onrecord.pipeline import Pipeline
from onrecord.reader.reader import Reader, readable_lines
from tests.builders import document_of, span_of
from tests.reader.builders import FakeVocabulary

ARTICLE = (
    "“Maravia will not yield,” Foreign Minister Irena Valk said on Monday.\n\n"
    "Tomas Brandt, the Ostrel envoy, denied that his side had asked for talks.\n\n"
    "According to the harbour office, the bridge at Halden stays closed until May.\n"
)


def long_article(number: int) -> Document:
    """An article of several windows, unlike the others."""
    paragraphs = [
        f"“Round {number}.{part} was long,” said Irena Valk. She added that {part + number} "
        f"boats had left the harbour, and Tomas Brandt told the Halden Post he had seen none."
        for part in range(6 + 9 * (number % 4))
    ]
    return document_of("\n\n".join(paragraphs), f"{number}.txt")


@pytest.fixture(scope="module")
def pipeline(weights: None) -> Pipeline:
    """The shipped model, one thread."""
    return wiring.default_pipeline(1)


@pytest.mark.weights
def test_reading_twice_gives_the_same(pipeline: Pipeline) -> None:
    """To the last bit of every score, and with a model loaded anew."""
    document = document_of(ARTICLE)
    first = pipeline.reader.read(document)
    assert first.attributions
    assert pipeline.reader.read(document) == first
    assert wiring.default_pipeline(1).reader.read(document) == first


@pytest.mark.weights
def test_company_and_threads_make_no_difference(pipeline: Pipeline) -> None:
    """A document alone, among others, and in two threads gives an equal result, in order."""
    documents = [long_article(number) for number in range(8)]
    alone = [pipeline.analyse_one(document) for document in documents]
    assert list(pipeline.analyse(documents)) == alone
    assert list(replace(pipeline, threads=3).analyse(documents)) == alone
    assert list(pipeline.analyse(reversed(documents))) == alone[::-1]


@pytest.mark.weights
def test_attributions_are_in_order_and_on_their_lines(pipeline: Pipeline) -> None:
    """By cue, each once, no span over the edge of a line."""
    reading = pipeline.reader.read(long_article(3))
    cues = [found.cue for found in reading.attributions]
    assert cues == sorted(set(cues))
    assert len(cues) > 33
    for found in reading.attributions:
        for part in (found.cue, *found.source, *found.content):
            assert any(s <= part.start and part.end <= e for s, e in reading.lines)


@pytest.mark.weights
def test_mentions_are_in_order_and_on_their_lines(pipeline: Pipeline) -> None:
    """Head and name inside, none crossing another, chains numbered by their first mention."""
    reading = pipeline.reader.read(long_article(3))
    mentions = reading.mentions
    spans = [mention.span for mention in mentions]
    assert spans == sorted(set(spans))
    assert len(spans) > 100
    numbers = [mention.chain for mention in mentions]
    assert list(dict.fromkeys(numbers)) == list(range(len(set(numbers))))
    for mention in mentions:
        assert any(s <= mention.span.start and mention.span.end <= e for s, e in reading.lines)
        assert mention.span.contains(mention.head)
        assert mention.name is None or mention.span.contains(mention.name)
        assert 0 < mention.score <= 1
        assert 0 < mention.link <= 1


def test_only_paragraphs_and_headings_are_read() -> None:
    """Captions, bylines, datelines and furniture are not."""
    text = "Talks fail\nBy Oda Merrin\nHALDEN, 3 May\nThe talks failed.\nPhoto: the bridge\nShare"
    kinds = (
        BlockKind.HEADING,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.PARAGRAPH,
        BlockKind.CAPTION,
        BlockKind.FURNITURE,
    )
    blocks = tuple(
        Block(span_of(text, line), kind) for line, kind in zip(text.split("\n"), kinds, strict=True)
    )
    lines = readable_lines(replace(document_of(text), blocks=blocks))
    assert [text[start:end] for start, end in lines] == ["Talks fail", "The talks failed."]


@pytest.mark.parametrize("text", ["", " \n\n ", "\u2028"])
def test_nothing_is_read_in_nothing(text: str) -> None:
    """Without words the network is not asked."""
    reader = Reader(network=None, vocabulary=_NoWords())  # type: ignore[arg-type]
    reading = reader.read(document_of(text))
    assert (reading.lines, reading.attributions, reading.mentions) == ((), (), ())


class _NoWords(FakeVocabulary):
    def pieces(self, surfaces: list[str]) -> tuple[tuple[int, ...], ...]:
        assert surfaces == []
        return ()


@pytest.mark.weights
def test_lines_that_are_not_read_hold_no_spans(pipeline: Pipeline) -> None:
    """What a caption says is nobody's statement."""
    document = document_of(ARTICLE)
    first, *rest = document.blocks
    hidden = replace(document, blocks=(replace(first, kind=BlockKind.CAPTION), *rest))
    caption = Span(first.span.start, first.span.end)
    reading = pipeline.reader.read(hidden)
    for found in reading.attributions:
        assert not any(caption.overlaps(part) for part in (found.cue, *found.content))
