"""The gold annotation speaks about the sample articles, word by word."""

import csv
import json
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest

from onrecord.samples import articles_path

GOLD = Path(__file__).parent.parent / "gold" / "samples.jsonl"
WINDOWS_1252 = {"2032-05-19_courier_interview.txt"}


class Offsets(TypedDict):
    """Half-open code point offsets in the text of the article or row."""

    source: list[list[int]]
    cue: list[list[int]]
    content: list[list[int]]


class GoldStatement(TypedDict):
    """What a careful reader marks; `speaker` is the fullest form in the article itself."""

    source: str
    cue: str
    cue_rest: NotRequired[list[str]]
    content: list[str]
    kind: str
    speaker: str | None
    actor: str | None
    offsets: NotRequired[Offsets]


class GoldArticle(TypedDict):
    """The statements of one file, or of one row of it."""

    file: str
    row: NotRequired[str]
    statements: list[GoldStatement]


def read_gold() -> list[GoldArticle]:
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


def article_text(article: GoldArticle) -> str:
    path = articles_path() / article["file"]
    encoding = "windows-1252" if article["file"] in WINDOWS_1252 else "utf-8-sig"
    whole = path.read_bytes().decode(encoding)
    if path.suffix == ".jsonl":
        rows = {row["id"]: row["text"] for row in map(json.loads, whole.splitlines())}
        return str(rows[article["row"]])
    if path.suffix == ".csv":
        with path.open(encoding=encoding, newline="") as lines:
            return next(row["text"] for row in csv.DictReader(lines) if row["id"] == article["row"])
    return whole


ARTICLES = read_gold()
NAMES = [f"{article['file']}:{article.get('row', '')}" for article in ARTICLES]


@pytest.mark.parametrize("article", ARTICLES, ids=NAMES)
def test_every_marked_string_stands_in_its_article(article: GoldArticle) -> None:
    """Source, cue and content are the article's own characters."""
    text = article_text(article)
    for statement in article["statements"]:
        marked = [statement["source"], statement["cue"], *statement.get("cue_rest", [])]
        assert [part for part in (*marked, *statement["content"]) if part not in text] == []
        assert statement["content"]
        assert statement["kind"] in {"direct", "mixed", "indirect"}


@pytest.mark.parametrize("article", ARTICLES, ids=NAMES)
def test_offsets_cut_out_the_marked_words(article: GoldArticle) -> None:
    """Where offsets are given, they name the very occurrence that is meant, within one line."""
    text = article_text(article)
    for statement in article["statements"]:
        if "offsets" not in statement:
            continue
        spans = statement["offsets"]
        cues = [statement["cue"], *statement.get("cue_rest", [])] if statement["cue"] else []
        assert [text[start:end] for start, end in spans["content"]] == statement["content"]
        assert [text[start:end] for start, end in spans["cue"]] == cues
        assert [text[start:end] for start, end in spans["source"]] == (
            [statement["source"]] if statement["source"] else []
        )
        assert not any("\n" in part for part in statement["content"])


def test_every_sample_article_is_annotated() -> None:
    """No file of the corpus is without gold, and no gold is without its file."""
    assert {article["file"] for article in ARTICLES} == {
        path.name for path in articles_path().iterdir()
    }


def test_the_shared_wire_copy_is_the_same_to_the_byte() -> None:
    """The copy under another name is an exact duplicate."""
    folder = articles_path()
    original = folder / "2031-09-02_meridian_resolution-417.txt"
    assert (folder / "2031-09-03_courier_resolution-417.txt").read_bytes() == original.read_bytes()


def test_one_article_is_no_utf_8() -> None:
    """The interview is windows-1252, so that decoding it as UTF-8 fails."""
    raw = (articles_path() / "2032-05-19_courier_interview.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")
