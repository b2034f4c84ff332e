"""The whole flow, with the shipped model: any text is read, and every anchor holds."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import wiring
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.span import Span
from onrecord.exports.contract import to_contract
from onrecord.pipeline import Pipeline
from onrecord.text.words import has_word_character

pytestmark = pytest.mark.weights

SENTENCE = (
    "“We will not yield,” Irena Valk said in Halden, and Tomas Brandt denied that he had left. "
)


@pytest.fixture(scope="module")
def pipeline(weights: None) -> Pipeline:
    """The shipped model, one thread."""
    return wiring.default_pipeline(1)


def analyse(pipeline: Pipeline, text: str) -> AnalysedDocument:
    """What is found in a text."""
    return pipeline.analyse_one(wiring.text_document(text))


def written(analysed: AnalysedDocument) -> bytes:
    """What `onrecord extract` writes."""
    return json.dumps(to_contract(analysed), ensure_ascii=False).encode("utf-8", "surrogatepass")


def check(analysed: AnalysedDocument) -> None:
    """Anchors lie in the text, on a line, and hold words; parents exist; ids are unique."""
    text = analysed.document.text
    ids = [statement.id for statement in analysed.statements]
    assert len(set(ids)) == len(ids)
    assert list(analysed.statements) == sorted(
        analysed.statements, key=lambda found: (found.content[0], found.id)
    )
    for statement in analysed.statements:
        assert statement.content
        assert statement.parent is None or statement.parent in set(ids) - {statement.id}
        assert 0 <= statement.confidence <= 1
        for span in statement.spans():
            assert span.end <= len(text)
            assert not set(span.of(text)) & set("\r\n\v\f\x85\u2028\u2029")
        for part in statement.content:
            assert has_word_character(part.of(text))
            assert part.of(text) == part.of(text).strip()
        for link in statement.speakers:
            check_speaker(text, link.mention, link.evidence)
            profiles = {found.profile for found in analysed.appearances}
            assert link.profile is None or link.profile in profiles
    check_appearances(analysed)
    for note in analysed.notes:
        assert note.span is None or note.span.end <= len(text)


def check_appearances(analysed: AnalysedDocument) -> None:
    """Each profile stands there once; names and mentions lie in the text."""
    profiles = [found.profile for found in analysed.appearances]
    assert len(set(profiles)) == len(profiles)
    firsts = [(found.names or found.mentions)[0] for found in analysed.appearances]
    assert firsts == sorted(firsts)
    for appearance in analysed.appearances:
        assert appearance.name
        check_speaker(analysed.document.text, *appearance.names, *appearance.mentions)


def check_speaker(text: str, *spans: Span | None) -> None:
    """Mention and evidence lie in the text."""
    assert all(span is None or span.end <= len(text) for span in spans)


_MARKS = [
    *"“”\"‘’'«»„`–—:,.…()",
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    " ",
    "  ",
    "\u00a0",
    "\x00",
    "\u202e",
]
_NAMES = ["Irena Valk", "Valk", "VALK", "said", "told", "denied that", "according to", "he", "she"]
_WORDS = [
    "We will not yield",
    "the bridge stays shut",
    "Tomas “the Bear” Brandt",
    "Foreign Minister",
]
_SCRIPTS = [
    "قالت فالك",
    "לא ניכנע",
    "Ирина Вальк сказала",
    "我们不会让步",
    "🙂",
    "e\u0301",
    "\ud800",
]
_pieces = st.sampled_from([*_MARKS, *_NAMES, *_WORDS, *_SCRIPTS])
composed = st.lists(_pieces, max_size=40).map("".join) | st.lists(_pieces, max_size=30).map(
    " ".join
)


@settings(max_examples=60)
@given(st.text() | composed)
def test_any_text_gives_anchored_statements_twice_the_same(pipeline: Pipeline, text: str) -> None:
    """Nothing raises, every anchor holds, and the same text gives the same bytes."""
    first = analyse(pipeline, text)
    check(first)
    assert written(analyse(pipeline, text)) == written(first)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        " \n\t\r\n\u00a0 ",
        "Halden",
        "“",
        "\x00",
        "\x00" * 500 + " said “no, never again” \x00" * 50,
        "said " * 500,
        "قالت إيرينا فالك: «لن نتراجع عن موقفنا» وأضافت أن الجسر مغلق.\n" * 5,
        "\u202e" + SENTENCE * 3,
        "אירנה ואלק אמרה: “לא ניכנע”, " + SENTENCE,
        '"' * 5000,
        "“" * 5000,
        "”" * 5000,
        "‘a" * 5000,
        "“‘«„" * 200 + "we will not yield" + "“»’”" * 200,
        "(" * 2000 + SENTENCE,
        "\n".join("“We go on and on and on here." for _ in range(500)),
        "Valk: " * 800,
        "a" * 50_000,
        "x\u0301" * 2000,
        ("http://halden.example/" + "a" * 300 + " ") * 10,
        "\ud800 said “we will not yield to anyone at all”",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_texts_are_read(pipeline: Pipeline, text: str) -> None:
    """Empty, one word, NULs, right to left, thousands of marks, deep nests, endless words."""
    check(analyse(pipeline, text))


@pytest.mark.parametrize("line", [SENTENCE, SENTENCE.replace("”", "")], ids=["paired", "unpaired"])
def test_time_grows_with_a_line(pipeline: Pipeline, line: str) -> None:
    """A line of 200,000 characters takes about twice as long as one of half its length."""

    def seconds(length: int) -> float:
        text = (line * (length // len(line) + 1))[:length]
        document = wiring.text_document(text)
        begun = time.thread_time()
        check(pipeline.analyse_one(document))
        return time.thread_time() - begun

    seconds(1000)
    assert seconds(200_000) < 3 * seconds(100_000)


def test_statements_are_found_in_a_long_line(pipeline: Pipeline) -> None:
    """Windows neither lose nor repeat what stands at their edges."""
    count = 100
    text = "".join(
        f"“Round {n} was a long one for us,” Irena Valk said on day {n}. " for n in range(count)
    )
    found = analyse(pipeline, text).statements
    assert len({statement.content for statement in found}) == len(found)
    assert 0.95 * count <= len(found) <= 1.05 * count
