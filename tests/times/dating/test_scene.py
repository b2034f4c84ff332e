"""What clues are looked for in."""

from dataclasses import replace

from onrecord.documents import text_document
from onrecord.domain.document import Block, BlockKind
from onrecord.domain.span import Span
from onrecord.times.dating.scene import scene_of
from tests.times.dating.scenes import scene
from tests.times.found import phrases


def test_a_sentence_round_an_expression() -> None:
    """Abbreviations and initials end none."""
    text = "It began. Gen. A. Belk of St. Orla met Valden on 3 May. It ended."
    found = scene(text)
    (phrase,) = found.phrases
    assert found.sentence(phrase.span).of(text).strip().startswith("Gen. A. Belk of St. Orla")
    assert found.before(phrase.span).endswith("on ")
    assert found.after(phrase.span).strip() == "."


def test_footers_are_left_out() -> None:
    """Their year is that of the copy."""
    text = "Halden left in 2013.\n\n© 2019 Halden Post"
    document = text_document(text)
    at = text.index("©")
    footer = Block(Span(at, len(text)), BlockKind.FURNITURE)
    body = Block(Span(0, at - 2), BlockKind.PARAGRAPH)
    marked = replace(document, blocks=(body, footer))
    assert [found.span.of(text) for found in scene_of(marked, phrases(text)).phrases] == ["2013"]
