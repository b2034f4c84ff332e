"""Conditions: where they begin and end, and whether what was said hangs on them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.domain.span import Span
from onrecord.lexicon.stance import stance_words
from onrecord.positions.issues.stems import stems
from onrecord.positions.stance.sentences import sentence_spans, trim

_SUBJECT = re.compile(
    r"[,–—]\s*[“\"‘]?(?:then\b|(?:I|we|you|he|she|it|they|there|this|that|the|our|no|nothing|nobody"
    r"|any|all|[A-Z]\w+)\b)",
)
_BUT = re.compile(r",?\s+(?:but|and (?:he|she|it|they|we|I|that|the))\b|;|\s[–—]\s")
_FOLLOWS = re.compile(
    r"\s+(?:the|a|an|all|they|he|she|it|we|you|i|this|that|those|these|his|her|its|their|our|there"
    r"|[a-z]+s\b|\w+ (?:has|have|had|is|are|was|were)\b)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:no|not|never|nothing|nobody|none|cannot|without|refus\w+)\b|n['’]t\b", re.I
)
ELSEWHERE = 0.5
"""A condition with half of the proposition's words, while the rest has none, is the subject."""

_STOPS = " .!?…”’\"'"
_TIMES = frozenset({"until", "once"})


@dataclass(frozen=True, slots=True)
class Condition:
    """`span` is the clause with its opener; `strong` tells that such an opener always governs."""

    span: Span
    opener: str
    strong: bool


def conditions(text: str) -> tuple[Condition, ...]:
    """The clauses of condition of a text, in order.

    >>> [found.span.of("Talks can begin once they leave.") for found in
    ...  conditions("Talks can begin once they leave.")]
    ['once they leave']
    >>> conditions("It is not a matter of if but when.")
    ()
    """
    return tuple(
        condition for sentence in sentence_spans(text) for condition in _in_sentence(text, sentence)
    )


def governs(condition: Condition, text: str, proposition: str) -> bool:
    """Whether the stance hangs on the condition: not where the condition alone is on the issue.

    >>> words = "They will boycott the talks if the president must resign."
    >>> governs(conditions(words)[0], words, "The president must resign.")
    False
    """
    inside = stems(condition.span.of(text))
    outside = stems(f"{text[: condition.span.start]} {text[condition.span.end :]}")
    asked = stems(proposition)
    elsewhere = not asked & outside and len(asked & inside) >= ELSEWHERE * len(asked)
    return bool(outside) and not elsewhere


def _in_sentence(text: str, sentence: Span) -> Iterator[Condition]:
    reached = sentence.start
    words = stance_words()
    excluded = [match.span() for match in _none().finditer(text, sentence.start, sentence.end)]
    for match in _openers().finditer(text, sentence.start, sentence.end):
        opener = " ".join(match[0].lower().split())
        if match.start() < reached or any(a <= match.start() < b for a, b in excluded):
            continue
        before = text[sentence.start : match.start()]
        if opener in _TIMES and not _is_condition_of_time(opener, before, text[match.end() :]):
            continue
        strong = opener in words.strong_conditions or opener in _TIMES
        end = _end_of(text, match.end(), sentence, first=not re.search(r"\w{2}", before))
        span = trim(text, match.start(), match.end() + len(text[match.end() : end].rstrip(_STOPS)))
        if span is not None and len(span) > len(match[0]) + 2:
            reached = span.end
            yield Condition(span, opener, strong)


def _is_condition_of_time(opener: str, before: str, after: str) -> bool:
    """`until` after a negation, `once` before a clause: "not … until", "once they leave"."""
    if opener == "until":
        return _NOT.search(before) is not None
    return _FOLLOWS.match(after) is not None


def _end_of(text: str, start: int, sentence: Span, *, first: bool) -> int:
    """Of a condition that stands first, the comma before what hangs on it; else the sentence's."""
    if first:
        main = _SUBJECT.search(text, start, sentence.end)
        if main is not None:
            return main.start()
    but = _BUT.search(text, start, sentence.end)
    return but.start() if but is not None else sentence.end


@cache
def _openers() -> re.Pattern[str]:
    return _any(stance_words().conditions)


@cache
def _none() -> re.Pattern[str]:
    return _any(stance_words().no_conditions)


def _any(phrases: tuple[str, ...]) -> re.Pattern[str]:
    choices = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
    return re.compile(rf"\b(?:{choices})\b", re.IGNORECASE)
