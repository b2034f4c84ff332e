"""A plain attribution right after a quotation: `“…”, said the Minister`, `“…,” she told us`."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from onrecord.domain.reading import Reading
from onrecord.domain.span import Span
from onrecord.lexicon.leads import reporting_verbs
from onrecord.statements.drafts import BESIDE_STEP, Draft, near
from onrecord.statements.quotations import nearly_claims, span_of, speech_quotations

BESIDE_SCORE = 0.6
"""The reader saw the same words and did not mark them, so it is not sure."""

_WORD = r"[^\W\d_][\w’'.-]*"
_STARTS = r"(?:he|she|they|the|a|an|his|her|their|[^\W\d_a-z][\w’'.-]*)"
_SOURCE = rf"(?P<source>{_STARTS}(?:[ \t]+{_WORD}){{0,7}}?"
_GAP = r"[\s,–—-]{0,6}"
_CLAUSE = r"(?:,[ \t]who(?:se)?\b[^.;:“”\"]*)?"
LONGEST = 160


def beside_drafts(text: str, reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """A draft for each quotation with a plain attribution beside it that no other draft has seen.

    Where a draft of another sentence has the quotation too, `settle` gives it to the nearer one.
    """
    found = []
    for quotation in speech_quotations(reading):
        whole = span_of(quotation)
        around = [drafts[number] for number in near(drafts, whole.start)]
        if not any(nearly_claims(text, draft, whole) for draft in around):
            made = _beside(text, whole, reading.lines)
            if made and not any(made.anchor.overlaps(cue) for d in around for cue in d.cue):
                found.append(made)
    return found


def _beside(text: str, quotation: Span, lines: Sequence[tuple[int, int]]) -> Draft | None:
    """The statement that a quotation and the words after it make, on the same line."""
    at = bisect_right(lines, quotation.start, key=lambda line: line[0]) - 1
    limit = min(lines[at][1], quotation.end + LONGEST)
    for pattern in _patterns():
        found = pattern.match(text, quotation.end, limit)
        if found:
            cue = Span(*found.span("cue"))
            source = Span(
                found.start("source"), found.start("source") + len(found["source"].rstrip("."))
            )
            return Draft((quotation,), (cue,), (source,), BESIDE_SCORE, BESIDE_STEP)
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The verb before the source, and behind it."""
    verb = rf"(?P<cue>(?:{reporting_verbs()}))"
    return (
        re.compile(rf"{_GAP}{verb}[ \t]+{_SOURCE}{_CLAUSE})(?=[,.;:–—]|$)"),
        re.compile(rf"{_GAP}{_SOURCE})[ \t]+{verb}\b"),
    )
