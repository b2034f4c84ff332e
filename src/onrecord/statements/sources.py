"""Which parts of a source speak."""

import re
from dataclasses import replace

from onrecord.domain.span import Span
from onrecord.lexicon.leads import voiceless
from onrecord.statements.drafts import Draft

_SENTENCE_END = re.compile(r"[.!?…][’'”\"»]?\s|\n")
_QUOTED_BY = re.compile(
    r"(?P<source>(?:[^\W\d_a-z][\w’'.-]*(?:[ \t]+[^\W\d_a-z][\w’'.-]*){0,5})"
    r"|\b(?:he|she|they|who)|\b[Tt]he[ \t]+\w+(?:[ \t]+\w+)?)"
    r"[ \t]+(?:was|were|is|are|has been|have been)[ \t]+(?:quoted|cited)[ \t]+by[ \t]+$"
)
_CLOSED = re.compile(r"[”\"»]\s*\Z")
_NAME = r"[^\W\d_a-z][\w’'.-]*"
_AFTER_CUE = re.compile(
    r"(?:[ \t]+(?:on|in|at|last|this)[ \t]+\w+)?[ \t]+"
    rf"(?P<source>(?:the|a|an|{_NAME})(?:[ \t]+[\w’'-]+){{0,6}}"
    rf"(?:,[ \t]{_NAME}(?:[ \t]+{_NAME}){{0,3}})?)"
    r"(?=[,.;]|$)"
)
_AS_SAYING = re.compile(r"[ \t]+as[ \t]+(?:saying|having said|telling)\b")


def own_sources(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the sources that made the statement.

    Of a source in several parts (rare: 9 of 18,345 in PolNeAR's training part) those go that stand
    in another sentence than a nearer part, or apart from the cue where another touches it. In
    `Belk was quoted by TSN as saying`, Belk spoke.
    """
    own = (_own(text, draft) if len(draft.source) > 1 else draft for draft in drafts)
    found = (_postposed(text, draft) for draft in own)
    return [
        _quoted_subject(text, draft)
        for draft in found
        if not (_is_voiceless(text, draft) or _is_so_called(text, draft))
    ]


def _is_so_called(text: str, draft: Draft) -> bool:
    """Whether the cue is the end of "so-called", which nobody says."""
    start = draft.anchor.start
    return bool(draft.cue) and text[max(0, start - 3) : start].lower() in ("so-", "so‑")


def _is_voiceless(text: str, draft: Draft) -> bool:
    """Whether the source is nobody: "experience shows that …"."""
    return len(draft.source) == 1 and draft.source[0].of(text).casefold() in voiceless()


def _postposed(text: str, draft: Draft) -> Draft:
    """A source after its cue that the reader missed: `“…,” declared on Sunday the mayor, Oda X`."""
    if (
        draft.source
        or not draft.cue
        or not _CLOSED.search(text[max(0, draft.anchor.start - 5) : draft.anchor.start])
    ):
        return draft
    found = _AFTER_CUE.match(text, draft.anchor.end)
    return replace(draft, source=(Span(*found.span("source")),)) if found else draft


def _quoted_subject(text: str, draft: Draft) -> Draft:
    if len(draft.source) != 1 or not draft.cue:
        return draft
    agency = draft.source[0]
    if not _AS_SAYING.match(text, agency.end):
        return draft
    low = max(0, agency.start - 120)
    before = _QUOTED_BY.search(text[low : agency.start])
    if before:
        start, end = before.span("source")
        return replace(draft, source=(Span(low + start, low + end),))
    return draft


def _own(text: str, draft: Draft) -> Draft:
    kept = tuple(part for part in draft.source if not _apart(text, part, draft.anchor))
    beside = tuple(part for part in kept if _touches(text, part, draft.anchor))
    return replace(draft, source=beside or kept or draft.source)


def _touches(text: str, part: Span, anchor: Span) -> bool:
    """Whether only space lies between."""
    first, second = sorted((part, anchor))
    return text[first.end : max(first.end, second.start)].isspace()


def _apart(text: str, part: Span, anchor: Span) -> bool:
    first, second = sorted((part, anchor))
    return _SENTENCE_END.search(text, first.end, max(first.end, second.start)) is not None
