"""A plain attribution right after a quotation: `“…”, said the Minister`, `“…,” she told us`."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.domain.span import Span
from onrecord.lexicon.leads import reporting_verbs
from onrecord.statements.drafts import BESIDE_STEP, Draft

BESIDE_SCORE = 0.6
"""The reader saw the same words and did not mark them, so it is not sure."""

_WORD = r"[^\W\d_][\w’'.-]*"
_STARTS = r"(?:he|she|they|the|a|an|his|her|their|[^\W\d_a-z][\w’'.-]*)"
_SOURCE = rf"(?P<source>{_STARTS}(?:[ \t]+{_WORD}){{0,7}}?"
_CLAUSE = r"(?:,[ \t]who(?:se)?\b[^.;:“”\"]*)?"
LONGEST = 160


def beside_quotation(text: str, quotation: Span, lines: Sequence[tuple[int, int]]) -> Draft | None:
    """The statement that a quotation and the words after it make, on the same line."""
    at = bisect_right(lines, quotation.start, key=lambda line: line[0]) - 1
    limit = min(lines[at][1], quotation.end + LONGEST)
    verb = rf"(?P<cue>(?:{reporting_verbs()}))"
    for pattern in (
        rf"{verb}[ \t]+{_SOURCE}{_CLAUSE})(?=[,.;:–—]|$)",
        rf"{_SOURCE})[ \t]+{verb}\b",
    ):
        found = re.compile(rf"[\s,–—-]{{0,6}}{pattern}").match(text, quotation.end, limit)
        if found:
            cue = Span(*found.span("cue"))
            source = Span(
                found.start("source"), found.start("source") + len(found["source"].rstrip("."))
            )
            return Draft((quotation,), (cue,), (source,), BESIDE_SCORE, BESIDE_STEP)
    return None
