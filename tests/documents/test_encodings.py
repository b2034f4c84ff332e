"""Bytes to text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.encodings import check_encoding, decode, repair
from onrecord.errors import UnsupportedFormat

ENGLISH = "“We wait,” the minister’s aide said – and left.\r\nThe talks went on in Halden.\n" * 3
RUSSIAN = "Министр заявил, что переговоры продолжаются. Никто не возражал против этого.\n" * 5
ARABIC = "قال الوزير إن المحادثات مستمرة في المدينة.\n" * 5


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, ARABIC], ids=["latin", "cyrillic", "arabic"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "utf-32-le"),
    ],
)
def test_unicode(text: str, mark: bytes, encoding: str) -> None:
    """Every UTF is read, with a mark or without; the mark is no part of the text."""
    decoded = decode(mark + text.encode(encoding))
    assert decoded.text == text
    assert decoded.encoding == encoding


@pytest.mark.parametrize(
    ("text", "encoding"), [(ENGLISH + "x" * 2000, "cp1252"), (RUSSIAN, "cp1251")]
)
def test_old_encodings(text: str, encoding: str) -> None:
    """Windows encodings are guessed, and the guess is noted."""
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert "guessed-encoding" in [note.reason for note in decoded.notes]


def test_declared() -> None:
    """What a page declares is believed before a guess, if it holds for every byte."""
    assert decode(RUSSIAN.encode("koi8-r"), declared="koi8-r").text == RUSSIAN
    assert decode(RUSSIAN.encode(), declared="ascii").text == RUSSIAN
    assert decode(ENGLISH.encode("cp1252"), declared="iso-8859-1").text == ENGLISH
    assert decode(ENGLISH.encode(), declared="no-such-thing").text == ENGLISH


def test_override() -> None:
    """What the caller says is believed, a byte order mark of that encoding aside."""
    assert decode(b"\xe9t\xe9", override="latin-1").text == "été"
    assert decode(codecs.BOM_UTF8 + b"abc", override="utf-8").text == "abc"
    assert decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le"), override="utf-16").text == "ab"


def test_truncated_utf8() -> None:
    """A character cut off at the end costs only itself."""
    whole = "“Wir warten”, sagte er – und ging. Ü"
    decoded = decode(whole.encode()[:-1])
    assert decoded.text == whole[:-1] + "\ufffd"
    assert [note.reason for note in decoded.notes] == ["undecodable-bytes"]


def test_few_broken_bytes() -> None:
    """A stray byte in UTF-8 does not change how the rest is read."""
    decoded = decode("“Nein”, sagte sie. ".encode() * 5 + b"caf\xe9 " + "“Ja”".encode())
    assert decoded.text.endswith("caf\ufffd “Ja”")
    (note,) = decoded.notes
    assert note.span is not None
    assert note.span.of(decoded.text) == "\ufffd"


def test_few_nuls_stay() -> None:
    """A NUL stays where it is, so that offsets hold, and is noted."""
    decoded = decode(b"The talks\x00 go on.")
    assert decoded.text == "The talks\x00 go on."
    assert [note.reason for note in decoded.notes] == ["nul-characters"]


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7 text",
        b"PK\x03\x04 text",
        b"\x89PNG\r\n\x1a\n",
        bytes(range(256)) * 20,
        b"text " * 100 + b"\x00" * 50,
        b"a" * 257 + b"ustar" + b"b" * 300,
    ],
)
def test_binary(raw: bytes) -> None:
    """Known binary formats and a multitude of control characters are refused."""
    with pytest.raises(UnsupportedFormat):
        decode(raw)


@pytest.mark.parametrize("name", ["no-such-thing", "base64", "rot13", ""])
def test_unknown_encoding(name: str) -> None:
    """A name that is no encoding of text is refused with the name in the message."""
    with pytest.raises(UnsupportedFormat, match=repr(name)):
        check_encoding(name)


def test_lone_surrogates() -> None:
    """A lone surrogate is replaced one for one, so that offsets hold."""
    text, notes = repair("no\ud800w")
    assert text == "no\ufffdw"
    assert [note.reason for note in notes] == ["lone-surrogates"]


@given(st.text())
def test_utf8_with_a_mark_is_exact(text: str) -> None:
    """What was written as marked UTF-8 is read back to the character, line ends included."""
    try:
        decoded = decode(codecs.BOM_UTF8 + text.encode())
    except UnsupportedFormat:
        return
    assert decoded.text == text


@given(st.binary(max_size=400))
def test_any_bytes(raw: bytes) -> None:
    """Any bytes give text that can be written as UTF-8, or a refusal."""
    try:
        decode(raw).text.encode("utf-8")
    except UnsupportedFormat:
        return
