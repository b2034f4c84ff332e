"""Quotations without an attribution: emitted with no source rather than lost."""

from onrecord.domain.reading import Reading
from onrecord.domain.span import Span
from onrecord.statements.drafts import FLOATING_STEP, Draft, covered, near
from onrecord.statements.quotations import span_of, speech_quotations
from onrecord.text.words import word_offsets

LEAST_WORDS = 6
"""Shorter quotations without a cue are mostly titles, slogans and scare quotes."""

MOST_COVERED = 0.3
FLOATING_SCORE = 0.3
"""Without cue and source, a reader would mark such a quotation rarely; see the benchmark."""


def floating_drafts(text: str, reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """A draft for each quotation that `drafts` leave uncovered."""
    found = []
    for quotation in speech_quotations(reading):
        whole = span_of(quotation)
        around = [drafts[number] for number in near(drafts, whole.start)]
        taken = sum(covered(whole, draft.content) + covered(whole, draft.cue) for draft in around)
        free = taken <= MOST_COVERED * len(whole)
        if free and _stands_alone(text, whole) and _speaks(text, whole):
            found.append(Draft((whole,), score=FLOATING_SCORE, step=FLOATING_STEP))
    return found


def _stands_alone(text: str, whole: Span) -> bool:
    """Not in the midst of a clause, as the names of groups and works are."""
    before = text[max(0, whole.start - 20) : whole.start]
    body = before.rstrip(" \t\u00a0")
    return not body or body[-1] in '.,:;!?…–—-―)”»"\n\r'


def _speaks(text: str, whole: Span) -> bool:
    words = [text[start:end] for start, end in word_offsets(text, whole.start, whole.end)]
    spoken = [word for word in words if word[0].isalnum()]
    lower = sum(word[0].islower() for word in spoken)
    return len(spoken) >= LEAST_WORDS and 2 * lower >= len(spoken)
