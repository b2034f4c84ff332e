"""Bytes to text, without changing a character of it.

The order is: a byte order mark, the encoding that the caller or the page declares, UTF-8, UTF-16
and UTF-32 without a mark, a guess. Undecodable bytes become U+FFFD and are counted in a note.
"""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from onrecord.domain.note import Note
from onrecord.domain.span import Span
from onrecord.errors import UnsupportedFormat

REPLACEMENT = "\ufffd"

MAX_CONTROL_SHARE = 0.02
"""Text as crawled holds a few stray control characters; random bytes hold about one in ten."""

MAX_NUL_SHARE = 0.001
"""NUL belongs to no text; an archive of text files holds one in a hundred as padding."""

MIN_CONTROLS = 5
"""Fewer control characters than this make no text binary, however short it is."""

MAX_WESTERN_SHARE = 0.02
"""English with curly quotation marks in windows-1252 has fewer bytes than this above 127. A guesser
takes such texts for any of a dozen encodings that differ in those few bytes."""

MIN_VALID_PER_BROKEN = 4
"""UTF-8 with a few broken bytes is still UTF-8 where this many longer characters hold per break."""

GUESS_BYTES = 65_536
"""How much of a text the guesser looks at; it is slow, and this is ten pages."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP or office"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old office"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF media"),
    (b"\x7fELF", "program"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!\x1a", "RAR"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"PAR1", "Parquet"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LATIN_1_NAMES = frozenset({"iso8859-1", "ascii"})
_NO_GUESSES = ("utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be", "utf_7")
"""These are recognised by their NUL bytes, or not at all."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and what was odd about it."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(raw: bytes, declared: str | None = None, override: str | None = None) -> Decoded:
    """The text of `raw`, its byte order mark left out.

    `declared` is what the page says of itself, and is tried; `override` is what the caller knows,
    and is believed. Raises UnsupportedFormat for binary content.

    >>> decode(b"caf\\xc3\\xa9").text
    'café'
    """
    refuse_known_binary(raw)
    text, encoding, notes = _decoded(raw, declared, override)
    text, repaired = repair(text)
    controls = len(_CONTROL.findall(text))
    nuls = text.count("\x00")
    many = controls > MAX_CONTROL_SHARE * len(text) or nuls > MAX_NUL_SHARE * len(text)
    if controls >= MIN_CONTROLS and many:
        raise UnsupportedFormat(
            f"{controls} of {len(text)} characters are control characters, so this is no text; "
            f"convert it to text first, or name its encoding with --encoding"
        )
    return Decoded(text, encoding, (*notes, *repaired, *_nul_notes(text)))


def repair(text: str) -> tuple[str, tuple[Note, ...]]:
    """Replace lone surrogates by U+FFFD, one for one, so that the text can be stored as UTF-8.

    Surrogates that stand for undecodable bytes (`surrogateescape`) are told from others.
    """
    found = _SURROGATE.search(text)
    if not found:
        return text, ()
    escaped = sum("\udc80" <= character <= "\udcff" for character in _SURROGATE.findall(text))
    total = len(_SURROGATE.findall(text))
    notes = []
    first = Span(found.start(), found.end())
    if escaped:
        notes.append(Note("undecodable-bytes", first, f"{escaped} replaced by U+FFFD"))
    if total > escaped:
        notes.append(Note("lone-surrogates", first, f"{total - escaped} replaced by U+FFFD"))
    return _SURROGATE.sub(REPLACEMENT, text), tuple(notes)


def refuse_known_binary(raw: bytes) -> None:
    """Raise UnsupportedFormat where the first bytes are those of a well-known binary format."""
    for signature, name in (*_SIGNATURES, *_archive(raw)):
        if raw.startswith(signature):
            raise UnsupportedFormat(
                f"the content is a {name} file; save it as text, HTML or JSON Lines first"
            )


def _archive(raw: bytes) -> tuple[tuple[bytes, str], ...]:
    """A tar archive says what it is at byte 257."""
    return ((b"", "tar"),) if raw[257:262] == b"ustar" else ()


def check_encoding(name: str) -> str:
    """`name`, where Python knows it as an encoding of text; else UnsupportedFormat is raised."""
    try:
        b"a".decode(name)
    except UnicodeError:
        return name  # known, though not what one letter is written in
    except (LookupError, ValueError) as error:
        raise UnsupportedFormat(
            f"{name!r} is no encoding known here; use a name such as 'utf-8' or 'windows-1251'"
        ) from error
    return name


def byte_order_mark(raw: bytes) -> tuple[int, str] | None:
    """The length of the byte order mark at the start of `raw`, and the encoding it stands for."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return len(mark), encoding
    return None


def _decoded(
    raw: bytes, declared: str | None, override: str | None
) -> tuple[str, str, tuple[Note, ...]]:
    marked = byte_order_mark(raw)
    if override:
        body = raw[marked[0] :] if marked and _same(marked[1], override) else raw
        return _forced(body, override)
    if marked:
        return _forced(raw[marked[0] :], marked[1])
    wide = _wide_encoding(raw)
    if wide:
        return raw.decode(wide), wide, (Note("guessed-encoding", None, wide),)
    said = _declared_text(raw, declared)
    if said:
        return *said, ()
    if _is_utf8(raw):
        return raw.decode("utf-8", "surrogateescape"), "utf-8", ()
    return _guessed(raw)


def _forced(raw: bytes, encoding: str) -> tuple[str, str, tuple[Note, ...]]:
    """Decode in `encoding` whatever the bytes are."""
    name = codecs.lookup(encoding).name
    if name == "utf-8":
        return raw.decode(name, "surrogateescape"), name, ()
    try:
        return raw.decode(encoding), encoding, ()
    except UnicodeError:
        text = raw.decode(encoding, "replace")
    return text, encoding, _replacement_notes(text)


def _replacement_notes(text: str) -> tuple[Note, ...]:
    first = text.find(REPLACEMENT)
    if first < 0:
        return ()
    detail = f"{text.count(REPLACEMENT)} replaced by U+FFFD"
    return (Note("undecodable-bytes", Span(first, first + 1), detail),)


def _declared_text(raw: bytes, declared: str | None) -> tuple[str, str] | None:
    """The text in the declared encoding, where that is known and holds for every byte."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip()).name
        # The WHATWG standard reads a page that says iso-8859-1 as windows-1252.
        name = "cp1252" if name in _LATIN_1_NAMES else name
        return raw.decode(name), name
    except (LookupError, ValueError):
        return None


def _is_utf8(raw: bytes) -> bool:
    """Whether `raw` is UTF-8, a few broken bytes or a character cut off at the end aside."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        text = raw.decode("utf-8", "surrogateescape")
        broken = len(_SURROGATE.findall(text))
        longer = sum(character > "\x7f" for character in text) - broken
        if error.reason == "unexpected end of data":
            return longer > 0
        return longer >= MIN_VALID_PER_BROKEN * broken
    return True


def _wide_encoding(raw: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark: NUL bytes, nearly all of one parity."""
    nuls = raw.count(0)
    if len(raw) < 4 or nuls < 0.02 * len(raw):
        return None
    for encoding, step, zero in (
        ("utf-32-le", 4, 3),
        ("utf-32-be", 4, 0),
        ("utf-16-le", 2, 1),
        ("utf-16-be", 2, 0),
    ):
        in_place = raw[zero::step].count(0)
        expected = nuls if step == 2 else len(raw) / 4
        if len(raw) % step == 0 and in_place >= 0.95 * expected and _holds(raw, encoding):
            return encoding
    return None


def _holds(raw: bytes, encoding: str) -> bool:
    """Whether `raw` decodes in `encoding`, to text rather than control characters."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return len(_CONTROL.findall(text)) <= MAX_CONTROL_SHARE * len(text)


def _guessed(raw: bytes) -> tuple[str, str, tuple[Note, ...]]:
    high = sum(map(len, re.findall(rb"[\x80-\xff]+", raw)))
    encoding = "cp1252" if high <= MAX_WESTERN_SHARE * len(raw) else _best_guess(raw)
    note = Note("guessed-encoding", None, encoding)
    text, name, notes = _forced(raw, encoding)
    return text, name, (note, *notes)


def _best_guess(raw: bytes) -> str:
    if len(_CONTROL.findall(raw[:GUESS_BYTES].decode("latin-1"))) > MAX_CONTROL_SHARE * len(raw):
        return "utf-8"
    best = from_bytes(raw[:GUESS_BYTES], cp_exclusion=list(_NO_GUESSES)).best()
    return best.encoding if best else "utf-8"


def _same(left: str, right: str) -> bool:
    """Whether the two names stand for one encoding, byte orders aside."""
    return codecs.lookup(left).name.split("-le")[0].split("-be")[0] == codecs.lookup(right).name


def _nul_notes(text: str) -> tuple[Note, ...]:
    count = text.count("\x00")
    if not count:
        return ()
    first = text.find("\x00")
    return (Note("nul-characters", Span(first, first + 1), f"{count} kept as they are"),)
