"""GUM's CoNLL-U becomes texts with mentions, and chains as OntoNotes would have them."""

import io
import tarfile
from pathlib import Path

import pytest

from benchmarks.coreference.gum import GumDocument, ontonotes_like, read_gum, touched

Row = tuple[str, str, str, int, str, str]
"""Word, part of speech, relation, head, entity brackets, other notes."""


def conllu(*paragraphs: list[list[Row]], genre: str = "news") -> str:
    """A file of paragraphs of sentences of rows."""
    lines = [f"# newdoc id = GUM_{genre}_made", f"# meta::genre = {genre}"]
    for sentences in paragraphs:
        lines += ["# newpar", "# newpar_block = p (1 s)"]
        for rows in sentences:
            lines += ["# speaker = OrlaTesk"]
            for number, (word, upos, deprel, head, entity, other) in enumerate(rows, start=1):
                notes = "|".join(filter(None, (entity and f"Entity={entity}", other))) or "_"
                fields = [str(number), word, word.lower(), upos, "X", "_", str(head), deprel]
                lines.append("\t".join([*fields, "_", notes]))
            lines.append("")
    return "\n".join(lines) + "\n"


def read(tmp_path: Path, text: str) -> GumDocument:
    (tmp_path / "GUM_news_made.conllu").write_text(text, encoding="utf-8")
    (document,) = read_gum(tmp_path)
    return document


def mark(group: int, type_: str = "person", link: str = "coref", name: str = "") -> str:
    """An opening bracket as GUM writes it."""
    return f"({group}-{type_}-new-nnnnn-cf1-1-{link}" + (f"-{name}" if name else "")


def chains_of(document: GumDocument) -> list[list[str]]:
    found = ontonotes_like(document)
    return [[document.text[m.start : m.end] for m in chain] for chain in found]


LEAVES: list[Row] = [
    ("Orla", "PROPN", "nsubj", 3, mark(1, name="Orla-Tesk"), ""),
    ("Tesk", "PROPN", "flat", 1, "1)", ""),
    ("left", "VERB", "root", 0, "", "SpaceAfter=No"),
    (".", "PUNCT", "punct", 3, "", ""),
]
SHE: list[Row] = [
    ("She", "PRON", "nsubj", 2, mark(1, link="ana") + ")", ""),
    ("wept", "VERB", "root", 0, "", ""),
]


def test_paragraphs_are_lines(tmp_path: Path) -> None:
    """Sentences are joined as SpaceAfter says, paragraphs by a line break."""
    document = read(tmp_path, conllu([LEAVES, SHE], [SHE]))
    assert document.text == "Orla Tesk left. She wept\nShe wept"
    assert document.lines == ((0, 24), (25, 33))
    assert [document.text[t.start : t.end] for t in document.tokens[:3]] == ["Orla", "Tesk", "left"]
    assert (document.id, document.genre) == ("GUM_news_made", "news")
    assert document.speakers == ("OrlaTesk",) * 3


def test_mentions_have_form_head_and_chain(tmp_path: Path) -> None:
    """An identity with a hyphen is no field of its own."""
    name, pronoun = read(tmp_path, conllu([LEAVES, SHE])).mentions
    assert (name.start, name.end, name.form, name.head) == (0, 9, "name", (0, 4))
    assert (pronoun.form, pronoun.link, pronoun.chain) == ("pronoun", "ana", name.chain)


def test_an_archive_reads_as_its_files(tmp_path: Path) -> None:
    """A tar archive and a folder give the same documents."""
    text = conllu([LEAVES, SHE])
    info = tarfile.TarInfo("GUM_news_made.conllu")
    info.size = len(text.encode())
    with tarfile.open(tmp_path / "dev.tar.gz", "w:gz") as archive:
        archive.addfile(info, io.BytesIO(text.encode()))
    (from_archive,) = read_gum(tmp_path / "dev.tar.gz")
    assert from_archive == read(tmp_path, text)


@pytest.mark.parametrize(
    ("parts", "spans"), [(("do", "n't"), [(0, 2), (2, 5)]), (("do", "not"), [(0, 5), (0, 5)])]
)
def test_words_in_a_word(
    tmp_path: Path, parts: tuple[str, str], spans: list[tuple[int, int]]
) -> None:
    """Parts that spell their word lie in it one by one; others have all of it."""
    rows: list[Row] = [
        (parts[0], "AUX", "aux", 3, "", ""),
        (parts[1], "PART", "advmod", 3, "", ""),
        ("go", "VERB", "root", 0, "", ""),
    ]
    joined = "\t".join(["1-2", "don't", *"_" * 8])
    text = conllu([rows]).replace("\n1\t", f"\n{joined}\n1\t", 1)
    document = read(tmp_path, text)
    assert document.text == "don't go"
    assert [(t.start, t.end) for t in document.tokens[:2]] == spans


def test_nested_and_discontinuous_mentions(tmp_path: Path) -> None:
    """Brackets pair by group; parts of one mention are the span over them."""
    rows: list[Row] = [
        ("her", "PRON", "nmod:poss", 2, mark(2).replace("(2-", "(2[1/2]-") + mark(1) + ")", ""),
        ("ship", "NOUN", "root", 0, "2[1/2])", ""),
        ("there", "ADV", "advmod", 2, "", ""),
        ("afloat", "ADJ", "amod", 2, mark(2).replace("(2-", "(2[2/2]-") + ")", ""),
    ]
    found = read(tmp_path, conllu([rows])).mentions
    assert [(m.start, m.end) for m in found] == [(0, 21), (0, 3)]


def test_a_bracket_that_nothing_opened_is_refused(tmp_path: Path) -> None:
    """The mark and its token are named."""
    rows: list[Row] = [("left", "VERB", "root", 0, "7)", "")]
    with pytest.raises(ValueError, match=r"'7\)' of token 0 closes what was not opened"):
        read(tmp_path, conllu([rows]))


def noun_phrase(article: str, group: int, noun: str = "ship") -> list[Row]:
    return [
        (article, "DET", "det", 2, mark(group, "object"), ""),
        (noun, "NOUN", "nsubj", 3, f"{group})", ""),
        ("sank", "VERB", "root", 0, "", ""),
    ]


def bare(noun: str, group: int) -> list[Row]:
    return [
        (noun, "NOUN", "nsubj", 2, mark(group, "object") + ")", ""),
        ("sank", "VERB", "root", 0, "", ""),
    ]


A_SHIP, THE_SHIP = noun_phrase("a", 3), noun_phrase("the", 3)
APPOSITION: list[Row] = [
    ("Orla", "PROPN", "nsubj", 5, mark(1) + ")", ""),
    (",", "PUNCT", "punct", 1, "", ""),
    ("our", "PRON", "nmod:poss", 4, mark(1, link="appos"), ""),
    ("guide", "NOUN", "appos", 1, "1)", ""),
    ("left", "VERB", "root", 0, "", ""),
]
BRACKETS: list[Row] = [
    ("Arden", "PROPN", "nsubj", 5, mark(1) + ")", ""),
    ("(", "PUNCT", "punct", 3, "", "SpaceAfter=No"),
    ("AU", "PROPN", "appos", 1, mark(1, link="appos") + ")", "SpaceAfter=No"),
    (")", "PUNCT", "punct", 3, "", ""),
    ("left", "VERB", "root", 0, "", ""),
]
COPULA: list[Row] = [
    ("Orla", "PROPN", "nsubj", 4, mark(1) + ")", ""),
    ("is", "AUX", "cop", 4, "", ""),
    ("the", "DET", "det", 4, mark(1), ""),
    ("guide", "NOUN", "root", 0, "1)", ""),
]
CLAUSE: list[Row] = [
    ("Orla", "PROPN", "nsubj", 2, mark(5, "event", "disc"), ""),
    ("sailed", "VERB", "root", 0, "", ""),
    ("home", "ADV", "advmod", 2, "5)", ""),
]
THIS: list[Row] = [
    ("This", "PRON", "nsubj", 2, mark(5, "event") + ")", ""),
    ("helped", "VERB", "root", 0, "", ""),
]
COMPOUND: list[Row] = [
    ("ship", "NOUN", "compound", 2, mark(3, "object") + ")", ""),
    ("owners", "NOUN", "nsubj", 3, "", ""),
    ("left", "VERB", "root", 0, "", ""),
]
EXPLETIVE: list[Row] = [
    ("It", "PRON", "expl", 2, mark(5, "event", "cata") + ")", ""),
    ("helped", "VERB", "root", 0, "", ""),
]


@pytest.mark.parametrize(
    ("sentences", "chains"),
    [
        ([LEAVES, SHE], [["Orla Tesk", "She"]]),
        ([LEAVES], []),
        ([APPOSITION, SHE], [["Orla , our guide", "She"]]),
        ([BRACKETS, SHE], [["Arden (AU)", "She"]]),
        ([COPULA, SHE], [["Orla", "She"]]),
        ([CLAUSE, THIS], [["sailed", "This"]]),
        ([EXPLETIVE, CLAUSE, THIS], [["sailed", "This"]]),
        ([A_SHIP, THE_SHIP], [["a ship", "the ship"]]),
        ([THE_SHIP, A_SHIP, THE_SHIP], [["a ship", "the ship"]]),
        ([bare("ships", 3), bare("ships", 3)], []),
        ([COMPOUND, THE_SHIP, noun_phrase("this", 3)], [["the ship", "this ship"]]),
    ],
    ids=[
        "name and pronoun", "a singleton", "an apposition", "an apposition in brackets",
        "a predicate", "a clause", "an expletive", "indefinite first", "indefinite later",
        "bare plurals", "a modifier",
    ],
)  # fmt: skip
def test_the_view_like_ontonotes(
    tmp_path: Path, sentences: list[list[Row]], chains: list[list[str]]
) -> None:
    """What OntoNotes would not mark is out, and an indefinite phrase starts a chain."""
    assert chains_of(read(tmp_path, conllu(sentences))) == chains


@pytest.mark.parametrize(
    ("span", "words"),
    [((0, 9), (0, 1)), ((0, 8), (0, 1)), ((10, 15), (2, 3)), ((9, 10), None)],
    ids=["exact", "inside a word", "over a full stop", "a space"],
)
def test_spans_touch_words(
    tmp_path: Path, span: tuple[int, int], words: tuple[int, int] | None
) -> None:
    """A span stands for every word it shares a character with."""
    assert touched(read(tmp_path, conllu([LEAVES])).tokens, *span) == words
