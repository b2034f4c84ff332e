"""Paths to documents, and what is said about those that cannot be read."""

import csv
import gzip
import io
import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.documents import text_document
from onrecord.documents.formats import READERS
from onrecord.documents.skipped import Skipped
from onrecord.documents.sources import SourceOptions, count_sources, read_sources
from onrecord.domain.document import DateSource, Document
from onrecord.errors import UnsupportedFormat

TEXT = "“We wait,” the minister said.\r\nThe talks went on."


def read(*paths: Path | str, **options: object) -> list[Document | Skipped]:
    return list(read_sources([str(path) for path in paths], SourceOptions(**options)))  # type: ignore[arg-type]


def one(*paths: Path | str, **options: object) -> Document:
    (found,) = read(*paths, **options)
    assert isinstance(found, Document), found
    return found


def reasons(found: list[Document | Skipped]) -> list[str]:
    return [item.reason if isinstance(item, Skipped) else "read" for item in found]


def rows(path: Path, *lines: Mapping[str, object] | str) -> Path:
    written = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("\n".join(written), encoding="utf-8")
    return path


def test_text_file_is_exact(tmp_path: Path) -> None:
    """A text file's text is the decoded file, its line ends kept and its mark left out."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    document = one(path)
    assert document.text == TEXT
    assert (document.name, document.format, document.text_as_given) == ("a.txt", "txt", True)


def test_same_text_same_id(tmp_path: Path) -> None:
    """An id depends on the text alone, not on the file's name, format or encoding."""
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    (tmp_path / "b.txt").write_bytes(TEXT.encode("utf-16"))
    path = rows(tmp_path / "c.jsonl", {"text": TEXT})
    found = [one(tmp_path / "a.txt"), one(tmp_path / "b.txt"), one(path), text_document(TEXT)]
    assert len({document.id for document in found}) == 1
    assert found[0].raw_sha256 != found[1].raw_sha256


def test_folder(tmp_path: Path) -> None:
    """A folder is read with its subfolders in order of name; hidden entries are passed over."""
    for name in ("b/2.txt", "a.txt", "b/1.html", ".hidden/x.txt", ".y.txt", "c.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<p>The talks went on.</p>" * 3)
    found = read(tmp_path)
    assert [item.name for item in found] == ["a.txt", "b/1.html", "b/2.txt", "c.png"]
    assert reasons(found) == ["read", "read", "read", "unknown-format"]


def test_pattern(tmp_path: Path) -> None:
    """A pattern that the shell left alone is expanded, each file once."""
    for name in ("a.txt", "b/c.txt", "d[1].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    assert len(read(tmp_path / "*.txt")) == 2
    assert len(read(tmp_path / "**")) == 3
    assert one(tmp_path / "d[1].txt").name == "d[1].txt"
    assert reasons(read(tmp_path / "*.none")) == ["missing"]


def test_link_loop(tmp_path: Path) -> None:
    """A link that leads back to a folder is said, and nothing is read twice."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text(TEXT)
    (tmp_path / "a" / "back").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nothing")
    assert reasons(read(tmp_path)) == ["folder-seen", "read", "missing"]


@pytest.mark.parametrize(
    ("raw", "name", "reason"),
    [
        (b"", "a.txt", "empty"),
        (b" \r\n\t", "a.txt", "empty"),
        (b"\xef\xbb\xbf", "a.txt", "empty"),
        (b"%PDF-1.4 ...", "a.pdf", "binary"),
        (bytes(range(256)) * 3, "a.txt", "binary"),
        (b"x" * 2000, "a.txt", "too-large"),
        (b"", "a.jsonl", "empty"),
        (b"\n\n", "a.jsonl", "empty"),
        (b"[1]\n", "a.jsonl", "bad-json"),
        (b"{", "a.jsonl", "bad-json"),
        (b"[" * 999, "a.jsonl", "bad-json"),
        (b'{"title": "x"}', "a.jsonl", "no-text"),
        (b'{"text": " "}', "a.jsonl", "no-text"),
        (b'{"text": 3}', "a.jsonl", "no-text"),
        (b'{"text": "' + b"x" * 2000 + b'"}\n', "a.jsonl", "too-large"),
        (b"3", "a.json", "no-text"),
        (b"[3]", "a.json", "bad-json"),
        (b"", "a.json", "empty"),
        (b"", "a.csv", "empty"),
        (b"text\n", "a.csv", "empty"),
        (b"number,place\n1,Halden\n", "a.csv", "no-text-column"),
        (bytes(range(256)) * 9, "a.csv", "binary"),
        (b"<html></html>", "a.html", "no-text"),
        (b"<html><script>x</script></html>", "a.html", "no-text"),
        (b"\x1f\x8b broken", "a.txt.gz", "damaged"),
        (gzip.compress(TEXT.encode() * 9)[:-20], "a.txt.gz", "damaged"),
    ],
)
def test_skipped(tmp_path: Path, raw: bytes, name: str, reason: str) -> None:
    """What cannot be read is skipped with a reason and a sentence, and the next file is read."""
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "z.txt").write_text(TEXT)
    found = read(tmp_path / name, tmp_path / "z.txt", max_bytes=1000)
    assert reasons(found) == [reason, "read"]
    assert isinstance(found[0], Skipped)
    assert len(found[0].detail) > 20


def test_pipe_and_missing(tmp_path: Path) -> None:
    """A named pipe is not waited for, and a missing file is said."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(read(tmp_path / "pipe.txt", tmp_path / "no.txt")) == ["not-a-file", "missing"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_no_permission(tmp_path: Path) -> None:
    """A folder that may not be read is said, and the rest is read."""
    (tmp_path / "a").mkdir(mode=0)
    (tmp_path / "b.txt").write_text(TEXT)
    assert reasons(read(tmp_path)) == ["unreadable", "read"]


def test_odd_file_name(tmp_path: Path) -> None:
    """A file name that is no UTF-8 becomes a name that can be printed."""
    path = os.path.join(os.fsencode(tmp_path), b"a\xff.txt")
    with open(path, "wb") as file:
        file.write(TEXT.encode())
    assert one(tmp_path).name == "a\ufffd.txt"


def test_rows_by_usual_names(tmp_path: Path) -> None:
    """Usual field names are known in any case; every date is kept with its role."""
    row = {
        "ID": 7,
        "Body": TEXT,
        "headline": "Talks",
        "source": {"id": None, "name": "Halden Post"},
        "link": "https://post.example/7",
        "authors": ["Tom Kerr", "Ann Roe"],
        "publishedAt": "2019-05-03T10:00:00Z",
        "date": "soon",
        "updated": 1556980000,
    }
    document = one(rows(tmp_path / "a.jsonl", row))
    assert (document.id, document.name, document.text) == ("7", "7", TEXT)
    assert (document.outlet, document.title) == ("Halden Post", "Talks")
    assert (document.url, document.author) == ("https://post.example/7", "Tom Kerr, Ann Roe")
    assert [(c.role, c.field, c.how) for c in document.dates] == [
        ("published", "publishedAt", DateSource.METADATA),
        ("modified", "updated", DateSource.METADATA),
    ]
    assert [note.reason for note in document.notes] == ["unreadable-date"]
    assert not document.text_as_given


def test_the_address_of_a_row_may_have_its_day(tmp_path: Path) -> None:
    """After the fields that state one."""
    row = {"text": TEXT, "url": "https://post.example/2019/05/03/talks"}
    path = rows(tmp_path / "a.jsonl", row, {**row, "date": "2019-05-04"})
    found = [
        [(c.field, c.raw) for c in one.dates] for one in read(path) if isinstance(one, Document)
    ]
    assert found == [[("url", "2019/05/03")], [("date", "2019-05-04"), ("url", "2019/05/03")]]


def test_rows_by_given_names(tmp_path: Path) -> None:
    """A field name that is given is the only one looked at."""
    path = rows(tmp_path / "a.jsonl", {"text": "wrong", "raw": TEXT, "key": "k", "day": "2019"})
    document = one(path, text="raw", id="key", published="day")
    assert (document.text, document.id) == (TEXT, "k")
    assert document.published is not None
    assert reasons(read(path, text="none")) == ["no-text"]


def test_bad_lines_go_by(tmp_path: Path) -> None:
    """A bad line is named with its number, and the lines after it are read."""
    path = rows(tmp_path / "a.jsonl", {"text": TEXT}, "{oops", "", {"id": 1}, {"text": TEXT})
    found = read(path)
    assert [item.name for item in found] == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#4", "a.jsonl#5"]
    assert reasons(found) == ["read", "bad-json", "no-text", "read"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_rows_in_every_utf(tmp_path: Path, encoding: str) -> None:
    """JSON Lines and CSV are read in every UTF with a mark."""
    line = json.dumps({"text": TEXT}, ensure_ascii=False)
    (tmp_path / "a.jsonl").write_bytes(f"{line}\n{line}".encode(encoding))
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows([["title", "text"], ["Ä", TEXT], ["Ö", TEXT]])
    (tmp_path / "b.csv").write_bytes(table.getvalue().encode(encoding))
    found = read(tmp_path)
    assert [item.text for item in found if isinstance(item, Document)] == [TEXT] * 4


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([{"text": TEXT}, {"text": TEXT}], indent=1),
        json.dumps({"status": "ok", "articles": [{"text": TEXT}, {"text": TEXT}]}, indent=1),
        json.dumps({"text": TEXT}) + "\n" + json.dumps({"text": TEXT}),
    ],
)
def test_json_file(tmp_path: Path, content: str) -> None:
    """A JSON file may hold a list, an answer with a list in it, or one object a line."""
    (tmp_path / "a.json").write_text(content)
    found = read(tmp_path / "a.json")
    assert [item.text for item in found if isinstance(item, Document)] == [TEXT, TEXT]
    assert [item.name for item in found] == ["a.json#1", "a.json#2"]


def test_surrogate_in_a_row(tmp_path: Path) -> None:
    """Half a surrogate pair in JSON costs that character, not the document."""
    document = one(rows(tmp_path / "a.jsonl", '{"id": "x\\udfff", "text": "We \\ud800 wait."}'))
    assert document.text == "We \ufffd wait."
    assert document.id == "x\ufffd"
    assert [note.reason for note in document.notes] == ["lone-surrogates"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv(tmp_path: Path, delimiter: str) -> None:
    """The separator is found; a long field with line ends and quotation marks stays whole."""
    long = ('He said: "No, no; no|no".\r\n' * 9000).strip()
    with open(tmp_path / "a.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerows([["Id", "Date", "Text"], ["1", "2019-05-03", long], ["2", "", "Short."]])
    first, second = (item for item in read(tmp_path / "a.csv") if isinstance(item, Document))
    assert (first.id, first.text, second.text) == ("1", long, "Short.")


@pytest.mark.parametrize("encoding", [None, "utf-16", "utf-8", "ascii", "shift_jis"])
def test_csv_in_a_wrong_encoding(tmp_path: Path, encoding: str | None) -> None:
    """A table whose bytes cannot be decoded comes to an end."""
    (tmp_path / "a.csv").write_bytes(b"text,id\n\xff\xfe\x9e,1\nWe wait.,2\r\x00\n\xeb\n")
    assert len(read(tmp_path / "a.csv", encoding=encoding)) <= 4


def test_csv_bad_bytes(tmp_path: Path) -> None:
    """A byte that breaks the encoding costs itself and is counted for its row."""
    head = "id,text\n1,“Ja”\n2,“Nein”, sagte sie\n".encode() * 2
    (tmp_path / "a.csv").write_bytes(head + b"3,caf\xe9\n")
    last = read(tmp_path / "a.csv")[-1]
    assert isinstance(last, Document)
    assert last.text == "caf\ufffd"
    assert [note.reason for note in last.notes] == ["undecodable-bytes"]


@pytest.mark.parametrize(
    ("content", "format_"),
    [
        (b'{"text": "We wait."}\n', "jsonl"),
        (b"<!DOCTYPE html><html><body><p>We wait in Halden.</p></body></html>", "html"),
        (b"We wait.", "txt"),
        (gzip.compress(b"We wait."), "txt"),
    ],
)
def test_standard_input(content: bytes, format_: str) -> None:
    """Standard input is taken for what it looks like."""
    (found,) = read_sources(["-"], SourceOptions(), io.BytesIO(content))
    assert isinstance(found, Document)
    assert found.format == format_
    assert count_sources(["-"]) is None
    (missing,) = read_sources(["-"])
    assert isinstance(missing, Skipped)


def test_packed_files(tmp_path: Path) -> None:
    """A packed file is read as what its name says without .gz."""
    line = json.dumps({"text": TEXT}).encode()
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line + b"\n" + line))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    assert [item.format for item in read(tmp_path) if isinstance(item, Document)] == [
        "jsonl",
        "jsonl",
        "txt",
    ]


def test_progress_adds_up(tmp_path: Path) -> None:
    """The bytes told while reading add up to the bytes counted before, skipped files included."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.png").write_bytes(b"\x89PNG" * 50)
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": TEXT}).encode()))
    (tmp_path / "d.txt").write_bytes(b"x" * 500_000)
    told: list[int] = []
    found = list(read_sources([str(tmp_path)], SourceOptions(max_bytes=9000), None, told.append))
    assert reasons(found) == ["read", "unknown-format", "read", "too-large"]
    assert sum(told) == count_sources([str(tmp_path)])


def test_unknown_options() -> None:
    """A format or encoding that is not known is refused before anything is read."""
    with pytest.raises(UnsupportedFormat, match="'pdf'"):
        SourceOptions(format="pdf")
    with pytest.raises(UnsupportedFormat, match="'klingon'"):
        SourceOptions(encoding="klingon")


def test_right_to_left(tmp_path: Path) -> None:
    """Right-to-left text keeps its order and its marks."""
    text = "قال الوزير: \u200f«لا»\u200f.\nنعم."
    (tmp_path / "a.txt").write_bytes(text.encode())
    document = one(tmp_path)
    assert document.text == text
    assert len(document.blocks) == 2


STARTS = [
    b"",
    b'{"text": "',
    b"text,id\n",
    b"<html><p>",
    b"\xff\xfe",
    b"\x1f\x8b",
    b'{"text": "a"}\n',
]


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from([name for name, _, _ in READERS] + [None]),
    st.sampled_from(STARTS),
    st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda t: t.encode())),
)
def test_any_bytes(format_: str | None, start: bytes, rest: bytes) -> None:
    """Any bytes in any format give documents or reasons, never an error."""
    options = SourceOptions(format=format_)
    for found in read_sources(["-"], options, io.BytesIO(start + rest)):
        if isinstance(found, Document):
            assert found.text.strip()
        repr(found).encode("utf-8")
