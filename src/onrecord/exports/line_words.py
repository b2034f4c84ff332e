"""Stances, shifts and what decided them, in the words that people read."""

from onrecord.domain.issue import Hit, Stance
from onrecord.domain.line import Caution, Counts, ShiftKind

STANCE_NAMES = {stance: stance.value for stance in Stance}
SHIFT_WORDS = {kind: kind.value.replace("_", " ") for kind in ShiftKind}

DECIDED = {
    "judged": "decided by a person",
    "model": "read by the sentence network",
    "learned": "read by the sentence network, corrected by what people decided on this issue",
    "denied": "the report says that the speaker denies it",
    "declined": "the report says that the speaker would not say",
    "negated": "the report says that the speaker did not say it",
    "quoted-opponent": "the words are those of an opponent whom the speaker quotes",
    "hypothetical": "said of what might have been",
    "question": "asked, not asserted",
}
"""What decided a position's stance, by its step; another step is named as it is."""

CAUTION_WORDS = {
    Caution.OTHER_OUTLETS: "other outlets",
    Caution.ONE_SIDED_PARAPHRASE: "one side is paraphrase",
    Caution.GAP_IN_COVERAGE: "gap in coverage",
    Caution.FEW_UTTERANCES: "few utterances",
    Caution.OTHER_SPEAKER: "other speaker",
    Caution.DATES_OPEN: "dates open",
    Caution.DOUBTFUL_READINGS: "doubtful readings",
}


def decided(step: str) -> str:
    """What decided a stance.

    >>> decided("judged"), decided("condition")
    ('decided by a person', 'decided by the rule “condition”')
    """
    return DECIDED.get(step) or f"decided by the rule “{step}”"


def bearing(hit: Hit | None) -> str:
    """Why a statement is taken to bear on the issue; empty where nothing was kept of it."""
    return "; ".join(hit.reasons) if hit else ""


def percent(share: float) -> int:
    """A chance in per cent, never beyond what is certain."""
    return round(100 * min(max(share, 0.0), 1.0))


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "report"), counted(1200, "report")
    ('1 report', '1,200 reports')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def counts_words(counts: Counts) -> tuple[str, str, str]:
    """Three numbers that are never added up."""
    return (
        counted(counts.utterances, "utterance"),
        counted(counts.statements, "statement"),
        counted(counts.outlets, "outlet"),
    )
