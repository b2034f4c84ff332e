"""Texts with their expressions of time: TimeML (TempEval-3) and MEANTIME's CAT XML.

A text is what stands inside TimeML's `<TEXT>`; offsets are its code points. The day of the report
is the TIMEX3 of `<DCT>`.
"""

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

_CLOSING = frozenset(".,;:!?)]}%'’”") | {"'s", "’s", "n't"}
_OPENING = frozenset("([{$“‘")


@dataclass(frozen=True, slots=True)
class GoldTime:
    """One expression: half-open offsets, TIMEX3's type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimeText:
    """One report: its text, its day (None where unknown), its expressions in order."""

    id: str
    text: str
    created: date | None
    times: tuple[GoldTime, ...]


def read_timeml(path: Path) -> list[TimeText]:
    """All `.tml` files of a folder (with its folders) or of a tar archive, by name."""
    return [_timeml(name, raw) for name, raw in sorted(_files(path, ".tml"))]


def read_meantime(path: Path) -> list[TimeText]:
    """All files of MEANTIME's archive that are annotated across documents too, by name."""
    found = [(n, raw) for n, raw in _files(path, ".xml") if "intra_cross-doc" in n or "/" not in n]
    return [_meantime(name, raw) for name, raw in sorted(found)]


def _files(path: Path, ending: str) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        for file in path.rglob(f"*{ending}"):
            yield file.name, file.read_bytes()
        return
    if path.suffix == ending:
        yield path.name, path.read_bytes()
        return
    with tarfile.open(path) as archive:
        for member in archive:
            base = member.name.rsplit("/", 1)[-1]
            inside = archive.extractfile(member) if base.endswith(ending) else None
            if inside is not None and not base.startswith("."):
                yield (member.name if ending == ".xml" else base), inside.read()


def _timeml(name: str, raw: bytes) -> TimeText:
    root = ET.fromstring(raw)
    body = root.find("TEXT")
    if body is None:
        raise ValueError(f"{name!r} has no TEXT element: is it TimeML?")
    parts: list[str] = []
    times: list[GoldTime] = []
    _walk(body, parts, times, 0)
    created = root.find("DCT/TIMEX3")
    value = None if created is None else created.get("value")
    text = "".join(parts)
    return TimeText(name, text, _day(value), tuple(sorted(times, key=lambda t: (t.start, t.end))))


def _walk(element: ET.Element, parts: list[str], times: list[GoldTime], at: int) -> int:
    """Adds an element's text and what is in it; gives the offset after it."""
    start = at
    parts.append(element.text or "")
    at += len(parts[-1])
    for child in element:
        at = _walk(child, parts, times, at)
        parts.append(child.tail or "")
        at += len(parts[-1])
    if element.tag == "TIMEX3" and at > start:
        times.append(GoldTime(start, at, element.get("type", ""), element.get("value", "")))
    return at


def _meantime(name: str, raw: bytes) -> TimeText:
    root = ET.fromstring(raw)
    text, offsets = _joined(root.findall("token"))
    times, created = [], None
    for found in root.iter("TIMEX3"):
        anchors = [offsets[a.get("t_id", "")] for a in found.findall("token_anchor")]
        if found.get("functionInDocument") == "CREATION_TIME":
            created = _day(found.get("value"))
        elif anchors:
            kind, value = found.get("type", ""), found.get("value", "")
            times.append(GoldTime(anchors[0][0], anchors[-1][1], kind, value))
    return TimeText(name, text, created, tuple(sorted(times, key=lambda t: (t.start, t.end))))


def _joined(tokens: list[ET.Element]) -> tuple[str, dict[str, tuple[int, int]]]:
    text, offsets, sentence, opened = "", {}, "0", False
    for token in tokens:
        form = token.text or ""
        fresh = token.get("sentence") != sentence
        sentence = token.get("sentence") or "0"
        if fresh:
            text += "\n\n" if int(sentence) <= 2 else " "
        elif text and form not in _CLOSING and not opened:
            text += " "
        offsets[token.get("t_id", "")] = (len(text), len(text) + len(form))
        text += form
        opened = form in _OPENING
    return text, offsets


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
