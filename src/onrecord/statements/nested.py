"""Statements inside statements: "X said that Y had told her that …".

PolNeAR, which the reader learned from, marks only the outer one; these few plain forms of the inner
one are read by rule.
"""

import re
from functools import cache

from onrecord.domain.span import Span
from onrecord.lexicon.leads import nested_verbs
from onrecord.statements.drafts import NESTED_STEP, Draft, near

NESTED_SCORE = 0.6
LONGEST = 1000
"""Characters of a content that are looked at."""

_NAME = r"[^\W\d_a-z][\w’'.-]*"
_NOUN_PHRASE = r"(?:(?:the|a|an|his|her|its|their)[ \t]+)?(?:[\w’'.-]+[ \t]+){0,5}?[\w’'.-]+"
_SOURCE = (
    rf"(?P<source>(?:he|she|they|it|{_NOUN_PHRASE})"
    r"(?:,[ \t][^,.;:“”\"]{2,80},)?)"
)
_PERSON = rf"{_NAME}(?:[ \t]+{_NAME}){{0,3}}"
_TO_WHOM = rf"(?:(?:him|her|them|us|me|reporters|(?:the[ \t]+\w+)|{_PERSON})[ \t]+)"
_WHEN = r"(?:(?:on|in|last|this)[ \t]+\w+[ \t]+)?"


def nested_drafts(text: str, drafts: list[Draft]) -> list[Draft]:
    """The inner statements that stand at the head of an indirect content."""
    pattern = _pattern()
    found = []
    for draft in drafts:
        for part in draft.content:
            inner = pattern.match(text, part.start, min(part.end, part.start + LONGEST))
            if inner and not _is_cue(Span(*inner.span("cue")), drafts):
                found.append(_draft(inner, part))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    tense = r"(?:(?:had|has|have)[ \t]+)?(?:(?:also|already|earlier)[ \t]+)?"
    cue = rf"(?P<cue>{tense}(?:{nested_verbs()}))"
    inner = rf"{cue}[ \t]+(?:{_TO_WHOM}?{_WHEN}(?P<that>that[ \t]+\S)|{_TO_WHOM}(?P<bare>\w))"
    return re.compile(rf"(?:that[ \t]+)?(?:in[ \t]{_NAME}[ \t]+)?{_SOURCE}[ \t]+{inner}")


def _is_cue(cue: Span, drafts: list[Draft]) -> bool:
    around = (drafts[number] for number in near(drafts, cue.start))
    return any(cue.overlaps(other) for draft in around for other in draft.cue)


def _draft(found: re.Match[str], part: Span) -> Draft:
    start = found.start("that") if found["that"] else found.start("bare")
    source, cue = Span(*found.span("source")), Span(*found.span("cue"))
    return Draft((Span(start, part.end),), (cue,), (source,), NESTED_SCORE, NESTED_STEP)
