"""Whether the name of a capital or a building means the place, by the words around it."""

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

from onrecord.lexicon.folding import fold_phrase

_FILE = "place_use.toml"
_LOOK_BACK = 80
"""Code points before the name: a verb of motion stands within a few words."""
_LOOK_AHEAD = 60

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATELINE = re.compile(
    rf"(?:,\s+(?!(?i:{_MONTH})\b)[A-Z][\w.]+)?"
    rf"(?P<date>,\s*(?:\d{{1,2}}\.?\s+(?i:{_MONTH})|(?i:{_MONTH})\s+\d{{1,2}}\b)(?:,?\s+\d{{4}})?)?"
    r"\s*[.,]?\s*(?:[(/\[][^)/\]\n]{2,40}[)/\]]\s*)?(?P<dash>[–—]|-{1,2}\s)?"
)
_BASED = re.compile(r"[-‑–](?:based|born|bound|area|trained|educated|datelined|held|hosted)\b")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_POSSESSIVE = re.compile(r"['’]s?\s+")
_LISTED = re.compile(
    r"\b(?P<preposition>in|at|near|to|from)\s+(?P<listed>[^.;:!?\n]{2,60}?)(?:,|,?\s+and|,?\s+or)\s+$"
)
_CAPITALISED = re.compile(
    r"^(?:the\s+)?[A-Z][\w’'.-]*(?:(?:,\s+|\s+|,?\s+and\s+)(?:the\s+)?[A-Z][\w’'.-]*)*$"
)


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists of `place_use.toml`, in lower case."""

    before: frozenset[str]
    parts: frozenset[str]
    motion: frozenset[str]
    reaching: frozenset[str]
    after: frozenset[str]
    possessed: frozenset[str]
    minds: frozenset[str]
    trusts: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The lists, read once."""
    raw = files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8")
    table: dict[str, list[str]] = tomllib.loads(raw)
    return PlaceWords(**{field.name: frozenset(table[field.name]) for field in fields(PlaceWords)})


def is_place_use(text: str, start: int, end: int) -> bool:
    """Whether the name at `text[start:end]` means the place and not the state.

    >>> text = "Ostrel rejected the offer made in Ostrel on Monday."
    >>> is_place_use(text, 0, 6), is_place_use(text, 34, 40)
    (False, True)
    """
    return reads_as_place(text[max(0, start - _LOOK_BACK) : start], text[end : end + _LOOK_AHEAD])


def reads_as_place(before: str, after: str) -> bool:
    """The same for the text before a name and the text after it; a place needs a reason."""
    if _opens_a_line(before) and _is_dateline(after):
        return True
    if _BASED.match(after) or _place_after(after):
        return True
    return _place_before(before, after)


def _opens_a_line(before: str) -> bool:
    return not before.rpartition("\n")[2].strip("\"'“”«»( \t")


def _is_dateline(after: str) -> bool:
    """Whether a date, an agency or a dash follows: "OSTREL, Dec. 3 (Agency) -"."""
    found = _DATELINE.match(after)
    return found is not None and bool(found["date"] or found["dash"])


def _place_after(after: str) -> bool:
    words = place_words()
    possessive = _POSSESSIVE.match(after)
    rest = after[possessive.end() :] if possessive else after
    if not possessive and not rest.startswith((" ", "-", "‑")):
        return False
    following = _words(rest)[:2]
    if not following or not rest.lstrip(" -‑").startswith(following[0][:1]):
        return _first(rest) in words.after
    noun = fold_phrase(following[0])
    return noun in words.after or (possessive is not None and noun in words.possessed)


def _first(rest: str) -> str:
    found = _words(rest)
    return fold_phrase(found[0]) if found else ""


def _place_before(before: str, after: str) -> bool:
    words = place_words()
    tail = [word.lower() for word in _words(before)]
    if not tail or not before[-1:].isspace():
        return False
    if tail[-1] == "the":
        tail = tail[:-1]
    last = tail[-1] if tail else ""
    if last in words.before:
        return not _of_a_mind(tail, after)
    if last in {"of", "from", "to", "for"}:
        return _led_to(last, tail[:-1])
    return last in words.reaching or _continues_a_list(before)


def _of_a_mind(tail: list[str], after: str) -> bool:
    """ "in Ostrel's opinion", "confidence in Ostrel"."""
    words = place_words()
    possessive = _POSSESSIVE.match(after)
    if possessive:
        return any(word.lower() in words.minds for word in _words(after[possessive.end() :])[:2])
    return tail[-1] == "in" and len(tail) > 1 and tail[-2] in words.trusts


def _led_to(preposition: str, tail: list[str]) -> bool:
    words = place_words()
    if preposition == "of":
        return bool(tail) and tail[-1] in words.parts
    near = tail[-1:] if preposition == "for" else tail[-4:]
    return any(word in words.motion for word in near)


def _continues_a_list(before: str) -> bool:
    """ "in Halden, Ostrel and …": what holds for the first place holds for the others."""
    found = _LISTED.search(before)
    if found is None or not _CAPITALISED.match(found["listed"].strip()):
        return False
    head = before[: found.start("listed")]
    return _place_before(head, "")


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
