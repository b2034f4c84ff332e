"""Whether an attribution is made, denied, refused, negated or hedged, and how the cue sounds.

The clue stands in the cue, or in the few words before it in the same sentence: "did not, however,
*say*", "reportedly *told*". What the content says plays no part, except for the words right after
the cue that complete its verb ("declined | to comment", "is said | to have …").
"""

import re
from collections.abc import Iterable
from functools import cache

from onrecord.domain.span import Span
from onrecord.domain.statement import CueStance, Polarity
from onrecord.lexicon.cues import cues

MAX_CHARACTERS_BEFORE = 60
"""About six words: a clue further from the cue belongs to another verb."""

MAX_CHARACTERS_AFTER = 40
"""Enough for the words that complete a cue's verb."""

_BOUNDARY = re.compile(
    r"[.!?;:…\n\r“”\"«»]|\bbut\b|\band\b|\bwho\b|\bthat\b|\bwhich\b", re.IGNORECASE
)
_END = re.compile(r"[.!?;\n\r]")
_WORD = re.compile(r"[\w’'-]+")
_AUXILIARIES = (
    r"(?:has|have|had|is|are|was|were|be|been|being|do|does|did|will|would|could|can|may|might|shall"
    r"|should|must|to|yet|so|far|ever|even|also|then|still|immediately|however|himself|herself|\w+ly)"
)
_LINK = rf"(?:[\s,]+{_AUXILIARIES})*[\s,]*"


def read_polarity(
    text: str, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]
) -> Polarity:
    """The polarity of one attribution; without a cue it is affirmed."""
    if not cue:
        return Polarity.AFFIRMED
    words = " ".join(_plain(span.of(text)) for span in cue)
    before = _before(text, source, cue, content)
    after = _after(text, source, cue)
    if _is_declined(words, before, after):
        return Polarity.DECLINED
    if _is_negated(words, before) or _begins_negative(text, source):
        return Polarity.NEGATED
    if _is_denied(words, before, after):
        return Polarity.DENIED
    return Polarity.HEDGED if _is_hedged(words, before, after) else Polarity.AFFIRMED


def read_stance(text: str, cue: tuple[Span, ...]) -> CueStance:
    """What the cue lets through about the truth of the content; the first telling word decides."""
    known = cues()
    for span in cue:
        words = _plain(span.of(text))
        if any(phrase in words for phrase in known.factive_phrases):
            return CueStance.FACTIVE
        for word in _WORD.findall(words):
            if word in known.distancing:
                return CueStance.DISTANCING
            if word in known.factive:
                return CueStance.FACTIVE
    return CueStance.NEUTRAL


def _plain(words: str) -> str:
    return words.lower().replace("’", "'").replace("\xa0", " ")


def _before(
    text: str, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]
) -> str:
    """The words before the cue, back to another span or the edge of the clause."""
    start = cue[0].start
    ends = [span.end for span in (*source, *content) if span.end <= start]
    low = max([start - MAX_CHARACTERS_BEFORE, 0, *ends])
    return _BOUNDARY.split(_plain(text[low:start]))[-1]


def _after(text: str, source: tuple[Span, ...], cue: tuple[Span, ...]) -> str:
    """The words after the cue, whoever's they are, up to the edge of the clause or the source."""
    end = cue[-1].end
    starts = [span.start for span in source if span.start >= end]
    high = min([end + MAX_CHARACTERS_AFTER, *starts])
    return _END.split(_plain(text[end:high]), maxsplit=1)[0]


def _is_declined(words: str, before: str, after: str) -> bool:
    patterns = _patterns()
    near = f"{before} {words} {after}"
    for match in patterns.refusal.finditer(near):
        if match.end() > len(before) and match.start() <= len(before) + len(words):
            return True
    return False


def _is_negated(words: str, before: str) -> bool:
    patterns = _patterns()
    if not (patterns.negated.search(words) or patterns.negated_before.search(before)):
        return False
    return patterns.cancelled.search(f"{before} {words}") is None


def _begins_negative(text: str, source: tuple[Span, ...]) -> bool:
    if not source:
        return False
    first = _plain(source[0].of(text)).split(maxsplit=2)
    if first[:1] == ["not"]:
        return True
    return bool(first) and first[0] in cues().negative_sources


def _is_denied(words: str, before: str, after: str) -> bool:
    known = cues()
    found = _WORD.findall(words)
    following = _WORD.findall(after)
    for index, word in enumerate(found):
        rest = found[index + 1 :] + following
        if word in known.denial:
            return not (rest and rest[0] in known.recipients)
        if word in known.denial_of_claims and (
            "as" in rest[:2] or not known.claims.isdisjoint(rest[:5])
        ):
            return True
    return bool(_patterns().denied_before.search(before))


def _is_hedged(words: str, before: str, after: str) -> bool:
    patterns = _patterns()
    if patterns.hedge.search(words) or patterns.hedge.search(before):
        return True
    passive = patterns.passive.search(f"{before} {words} {after}")
    return passive is not None and passive.start() <= len(before) + len(words)


class _Patterns:
    """The expressions made from the lexicon, compiled once."""

    def __init__(self) -> None:
        known = cues()
        not_ = rf"(?:\b(?:{_any(known.negations)})\b|n't\b)"
        speaking, nouns = _any(known.speaking), _any(known.refused_nouns)
        refuse, silence = _any(known.refusal), _any(known.silence)
        self.refusal = re.compile(
            rf"\b(?:{refuse})\b(?:\s+(?:to|\w+ly|either))*\s+(?:(?:{speaking})\b|(?:\w+\s){{0,2}}(?:{nouns})\b)"
            rf"|\b(?:would|will|wo|could|can)\s?{not_}{_LINK}(?:{_any(known.would_not)})\b"
            rf"|\b(?:did|does|do|has|have|had|could)\s?{not_}{_LINK}(?:{silence})(?:ed)?\b"
            rf"|\bneither confirm\w* nor den|\bno comment\b"
        )
        verbs = _any(known.negative_verbs)
        self.negated = re.compile(rf"{not_}|\b(?:{verbs})\s+(?:to\s+)?\w")
        self.negated_before = re.compile(rf"(?:{not_}|\b(?:{verbs})\b){_LINK}$")
        self.cancelled = re.compile(
            rf"{not_}{_LINK}(?:seem(?:s|ed)? to )?(?:{_any(known.negation_cancelled_by)})\w*\b"
        )
        self.hedge = re.compile(rf"\b(?:{_any(known.hedges)})\b|\b(?:appear|seem)(?:s|ed)?\s+to\b")
        self.passive = re.compile(
            rf"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?(?:{_any(known.hedged_participles)})\s+to\b"
            rf"|\bit (?:is|was|has been) (?:{_any(known.hedged_participles)})\b"
        )
        self.denied_before = re.compile(rf"\b(?:{_any(known.denial)})\b{_LINK}$")


@cache
def _patterns() -> _Patterns:
    return _Patterns()


def _any(words: Iterable[str]) -> str:
    """An expression for any of `words`, the longest first, in an order that never varies."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
