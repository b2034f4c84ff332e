"""Attributions without a verb: `Name: …`, `…: Name`, `“…” — Name`, `From the desk of Name: …`.

The sign that stands for the verb is the cue. A name counts only if the document uses it elsewhere
as a source, or if it stands as one (capitals before a colon, a signature after a quotation).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.domain.reading import Reading
from onrecord.domain.span import Span
from onrecord.lexicon.leads import lead_pattern
from onrecord.statements.drafts import VERBLESS_STEP, Draft, covered
from onrecord.text.words import has_word_character

VERBLESS_SCORE = 0.6

MOSTLY = 0.6
"""A content of which another statement holds this share is that statement's."""

_NAME = r"(?:[^\W\d_][\w’'.-]*[ \t]+){0,4}[^\W\d_][\w’'-]*"
_BEFORE_COLON = re.compile(rf"(?P<source>{_NAME})(?P<cue>:)[ \t]+(?P<content>\S.*)")
_AFTER_COLON = re.compile(rf"(?P<content>.*\S)(?P<cue>:)[ \t]+(?P<source>{_NAME})")
_SIGNED = re.compile(
    rf"(?P<content>[“\"«].*[”\"»])[^\S\n]*(?P<cue>[―–—-]+)[^\S\n]*(?P<source>{_NAME}[^.:;“\"«]*?)[.]?"
)
LONGEST_LINE = 5000
"""Longer lines are no headings and no signed quotations."""


def verbless_drafts(text: str, reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts for lines that attribute without a verb and that no other draft claims."""
    known = _known_sources(text, drafts)
    cued = sorted(drafts, key=lambda draft: draft.anchor)
    starts = [draft.anchor.start for draft in cued]
    found = []
    for start, end in reading.lines:
        if end - start > LONGEST_LINE:
            continue
        own = cued[bisect_left(starts, start) : bisect_left(starts, end)]
        here = [part for draft in own for part in draft.content]
        for draft in _in_line(text, start, end, known):
            if not any(_is_claimed(part, here) for part in draft.content):
                found.append(draft)
                break
    return found


def _is_claimed(part: Span, by: list[Span]) -> bool:
    return any(covered(part, (other,)) >= MOSTLY * len(part) for other in by)


def _known_sources(text: str, drafts: Sequence[Draft]) -> frozenset[str]:
    """The last words of sources in the document, folded: mostly surnames."""
    words = (source.of(text).split() for draft in drafts for source in draft.source)
    capital = (found[-1].strip("’'.,") for found in words if found)
    return frozenset(word.casefold() for word in capital if word[:1].isupper())


def _in_line(text: str, start: int, end: int, known: frozenset[str]) -> Iterator[Draft]:
    has_colon = text.find(":", start, end) >= 0
    lead = lead_pattern().match(text, start, end) if has_colon else None
    if lead:
        yield _draft(lead)
    before = _BEFORE_COLON.fullmatch(text, start, end) if has_colon else None
    if before and _is_source(before.group("source"), known):
        yield _draft(before)
    signed = _SIGNED.fullmatch(text, start, end)
    if signed and _is_capitalised(signed.group("source").split()[0]):
        yield _draft(signed)
    after = _AFTER_COLON.fullmatch(text, start, end) if has_colon else None
    if after and _is_known(after.group("source"), known):
        yield _draft(after)


def _is_source(name: str, known: frozenset[str]) -> bool:
    words = name.split()
    return _is_known(name, known) or (name.isupper() and len(words) <= 3 and len(words[-1]) > 2)


def _is_known(name: str, known: frozenset[str]) -> bool:
    words = name.split()
    return words[-1].casefold() in known and all(map(_is_capitalised, words))


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper()


def _draft(found: re.Match[str]) -> Draft:
    source, cue, content = (Span(*found.span(name)) for name in ("source", "cue", "content"))
    return Draft((content,), (cue,), (source,), VERBLESS_SCORE, VERBLESS_STEP)


def is_said(text: str, draft: Draft) -> bool:
    """Whether the content has a word at all."""
    return any(has_word_character(part.of(text)) for part in draft.content)
