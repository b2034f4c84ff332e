"""Whether two statements report the same words, or say the same."""

from dataclasses import dataclass

from onrecord.domain.statement import Polarity
from onrecord.domain.wording import ChangeKind
from onrecord.positions.utterances.days import Days
from onrecord.positions.utterances.features import Features, Rarity
from onrecord.positions.utterances.voices import Voice, voice_of
from onrecord.positions.wording import compare

SAME_WORDS = 0.6
"""Share of one text's (or its quotations') rows of three words that the other has."""

FEWEST_ROWS = 4
"""Rows of three words that two quotations must share: six words in a row. Five are a phrase that
anybody may use again."""

ROWS_OF_A_FULL_QUOTATION = 6
ROWS_OF_A_LONG_QUOTATION = 10
"""Eight words in a row are not said again by chance within days, twelve not by somebody else."""

FEWEST_WORDS = 4
FEW_WORDS = 3
"""Words with content that a paraphrase shares with what it paraphrases; fewer will do where both
quote three of them in a row, or one has no others."""

WHOLE = 0.9

ROWS_OF_A_FRAGMENT = 2
FEWEST_WORDS_OF_A_FRAGMENT = 2
"""Four words in a row that both quote ("a stab in the back"), and what is in them."""

FEW_ROWS = 3
"""Rows of three words from which two quotations are taken for two versions of one sentence."""

SAID_BY_THE_OTHER = 0.7
SAID_BY_BOTH = 0.4
"""Weight of the shared words in the shorter text, and in both together, of a paraphrase."""

SAID_BY_THE_OTHER_QUOTED = 0.75
SAID_BY_BOTH_QUOTED = 0.45
"""The same for two quotations: two sentences of one speech share many words too."""

VERY_ALIKE_IN_MEANING = 0.9
ALIKE_IN_MEANING = 0.8
SAID_BY_THE_OTHER_ALIKE = 0.45
SAID_BY_BOTH_ALIKE = 0.25
"""Cosine of the sentence network's vectors from which a smaller share of words will do, or fewer
words; and how small a share."""

FEWEST_WORDS_REPEATED = 2
"""Words with content that a headline and its article both give a speaker."""

LEAST_SENTENCE = 8
"""Words of a sentence that two documents have in common because one was copied."""

WEAKLY_SHARED = 0.4
"""Weight of the shared words in the shorter text below which two statements are not one utterance,
even if both are parts of a third."""

FIRM_GAP = 1
"""Days between the days that two texts give: time zones, a night between."""

COPY_GAP = 3
LONG_GAP = 30
"""Further days between reports of one quotation, of one long quotation, where one of them does not
say on which day it was made."""

PARAPHRASE_GAP = 1
"""Days between two reports of one paraphrase, each as early as it may have been made."""

MISDATED_GAP = 10
"""Days that two dates of one long quotation may differ: a weekday taken for another week's."""

CONTRADICTIONS = frozenset(
    (
        ChangeKind.NEGATION_ADDED,
        ChangeKind.NEGATION_DROPPED,
        ChangeKind.NUMBER_CHANGED,
        ChangeKind.NAME_CHANGED,
    )
)


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two statements share.

    `rows` of three words of which one text has no others, or few; `quoted_rows` the same between
    quotation marks in both, `any_rows` in a row anywhere. `words` are those with content, their
    weight is the share `of_shorter` of the shorter text and `of_both` of both together.
    """

    rows: int
    quoted_rows: int
    any_rows: int
    words: int
    of_shorter: float
    of_both: float

    @property
    def fragment(self) -> bool:
        """Whether a phrase that both quote is most of what one of them quotes."""
        return min(self.rows, self.quoted_rows) >= ROWS_OF_A_FRAGMENT


def overlap_of(left: Features, right: Features, rarity: Rarity) -> Overlap:
    """What the two share."""
    words = left.content & right.content
    shared = rarity.total(words)
    totals = rarity.total(left.content), rarity.total(right.content)
    any_rows = len(left.shingles & right.shingles)
    return Overlap(
        _rows(left, right, any_rows),
        len(left.quoted & right.quoted) if any_rows else 0,
        any_rows,
        len(words),
        shared / min(totals) if min(totals) else 0.0,
        shared / (sum(totals) - shared) if sum(totals) > shared else 0.0,
    )


def _rows(left: Features, right: Features, shared: int) -> int:
    """The rows shared, where they are most of one text or of its quotations."""
    rows = 0
    if shared >= SAME_WORDS * min(len(left.shingles), len(right.shingles)):
        rows = shared
    for one, other in ((left, right), (right, left)) if shared > rows else ():
        quoted = len(one.quoted & other.shingles)
        if quoted >= SAME_WORDS * len(one.quoted):
            rows = max(rows, quoted)
    return rows


def is_copy(left: Features, right: Features, overlap: Overlap) -> bool:
    """Whether the words of one, or its quotations, are the other's, and nothing forbids it."""
    if _is_repeat(left, right):
        return True
    rows = overlap.rows
    fewest = FEWEST_ROWS if overlap.quoted_rows else ROWS_OF_A_FULL_QUOTATION
    if rows < fewest or not overlap.words:
        return False
    voice = voice_of(left.statement, right.statement)
    if voice is not Voice.SAME and (_within(left, right) or not _known_by_words(overlap, voice)):
        return False
    return _meet_as_copies(left.days, right.days, rows)


def _is_repeat(left: Features, right: Features) -> bool:
    """Whether the same words stand in the same sentence, or are said again in one document."""
    if left.stems != right.stems or left.actors != right.actors:
        return False
    one, other = left.statement, right.statement
    if one.key.document_id == other.key.document_id:
        return bool(left.actors) and len(left.content) >= FEWEST_WORDS_REPEATED
    copied = one.passage == other.passage and len(one.passage.split()) >= LEAST_SENTENCE
    return copied and left.days.gap(right.days) <= COPY_GAP


def _known_by_words(overlap: Overlap, voice: Voice) -> bool:
    """Whether the words alone tell that two speakers are one."""
    if voice is Voice.ALIKE:
        return overlap.rows >= ROWS_OF_A_FULL_QUOTATION
    quoted = voice is Voice.OPEN and overlap.quoted_rows >= ROWS_OF_A_FULL_QUOTATION
    return quoted or overlap.rows >= ROWS_OF_A_LONG_QUOTATION


def _within(left: Features, right: Features) -> bool:
    """Whether one stands in the other: "Quost said that Tekk had told her …" has two speakers."""
    first, second = left.statement.statement, right.statement.statement
    return first.document_id == second.document_id and any(
        one.overlaps(other) for one in first.content for other in second.content
    )


def _meet_as_copies(left: Days, right: Days, rows: int) -> bool:
    gap = left.gap(right)
    if rows >= ROWS_OF_A_LONG_QUOTATION:
        return gap <= (MISDATED_GAP if left.firm and right.firm else LONG_GAP)
    return gap <= (FIRM_GAP if left.firm and right.firm else COPY_GAP)


def is_paraphrase(left: Features, right: Features, overlap: Overlap, meaning: float) -> bool:
    """Whether the two say the same in other words; `meaning` is how alike they are in meaning."""
    few = meaning >= VERY_ALIKE_IN_MEANING and overlap.words >= FEW_WORDS
    if not (few or _enough_words(overlap)) or not _may_paraphrase(left, right):
        return False
    of_shorter, of_both = SAID_BY_THE_OTHER, SAID_BY_BOTH
    if overlap.fragment:
        of_shorter, of_both = SAID_BY_THE_OTHER_ALIKE, SAID_BY_BOTH_ALIKE
    elif left.direct and right.direct and overlap.any_rows < FEW_ROWS:
        of_shorter, of_both = SAID_BY_THE_OTHER_QUOTED, SAID_BY_BOTH_QUOTED
    if meaning >= ALIKE_IN_MEANING:
        of_shorter, of_both = SAID_BY_THE_OTHER_ALIKE, SAID_BY_BOTH_ALIKE
    enough = overlap.of_shorter >= of_shorter and overlap.of_both >= of_both
    return enough and not _contradict(left, right)


def _enough_words(overlap: Overlap) -> bool:
    if overlap.fragment:
        return overlap.words >= FEWEST_WORDS_OF_A_FRAGMENT
    whole = overlap.of_shorter >= WHOLE
    return overlap.words >= (FEW_WORDS if overlap.quoted_rows or whole else FEWEST_WORDS)


def could_be_alike(left: Features, right: Features, overlap: Overlap) -> bool:
    """Whether it depends on the meaning if they say the same."""
    return (
        overlap.words >= FEW_WORDS
        and overlap.of_shorter >= SAID_BY_THE_OTHER_ALIKE
        and overlap.of_both >= SAID_BY_BOTH_ALIKE
        and _may_paraphrase(left, right)
    )


def _may_paraphrase(left: Features, right: Features) -> bool:
    """Whether speaker and days are the same beyond doubt."""
    if left.days.undated or right.days.undated:
        return False
    polarities = {left.statement.statement.polarity, right.statement.statement.polarity}
    if Polarity.AFFIRMED in polarities and len(polarities - {Polarity.HEDGED}) > 1:
        return False
    if left.days.reported_gap(right.days) > PARAPHRASE_GAP or _within(left, right):
        return False
    return voice_of(left.statement, right.statement) in (Voice.SAME, Voice.ALIKE)


def _contradict(left: Features, right: Features) -> bool:
    """Whether one says what the other does not."""
    found = compare(left.statement.content, right.statement.content)
    return any(change.kind in CONTRADICTIONS for change in found.changes)


def may_stand_together(left: Features, right: Features, overlap: Overlap) -> bool:
    """Whether two statements that are both linked to a third can be in one group with it."""
    apart = left.days.firm and right.days.firm and left.days.gap(right.days) > MISDATED_GAP
    return overlap.of_shorter >= WEAKLY_SHARED and not apart


def score_of(overlap: Overlap, *, copy: bool) -> float:
    """By which links are taken, the surest first."""
    return (1 if copy else 0) + (overlap.of_shorter + overlap.of_both) / 2
