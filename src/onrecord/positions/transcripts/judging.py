"""What a quotation is to the passage where it was found."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.domain.span import Span
from onrecord.domain.transcript import Alteration, Passage, Verdict
from onrecord.domain.wording import Change, ChangeKind
from onrecord.positions.transcripts.conditions import dropped_conditions
from onrecord.positions.transcripts.finding import Found
from onrecord.positions.transcripts.index import spoken
from onrecord.positions.transcripts.passages import JOINT
from onrecord.positions.transcripts.respelled import sounds_alike
from onrecord.text.words import has_word_character

SAME_TRANSLATION = 0.6
"""Share of the quoted words that stand on record in the same order, in any form, below which the
quotation is another translation or a retelling."""

_CLAUSE = re.compile(r"[,;:.?!–—]|\b(?:and|but|or|because|while|although)\b")

Judged = tuple[Verdict, Alteration | None, tuple[Change, ...]]

_LEFT_OUT = frozenset({ChangeKind.NUMBER_DROPPED, ChangeKind.NAME_DROPPED})
"""What a cut may leave out without having another sense."""


def judge(found: Found, passage: Passage, report: str) -> Judged:
    """Exact, cut or altered; in what way altered; and what may have another sense.

    `report` is the text around the quotation, which may say a condition in words of its own.
    """
    same = _same_words(found)
    if same and _is_whole(passage):
        return Verdict.EXACT, None, ()
    changes = tuple(_changes(passage))
    if not any(change.kind is ChangeKind.CONDITION_DROPPED for change in changes):
        changes += tuple(dropped_conditions(passage, report))
    if not same:
        return Verdict.ALTERED, _alteration(found, changes), changes
    if any(change.kind not in _LEFT_OUT for change in changes):
        return Verdict.ALTERED, Alteration.CONTENT, changes
    return Verdict.CUT, None, changes


def _same_words(found: Found) -> bool:
    """Whether every quoted word stands on record, spelling aside."""
    return all(
        part.alignment is not None and len(part.alignment.same) == len(part.quoted)
        for part in found.parts
    )


def _alteration(found: Found, changes: Sequence[Change]) -> Alteration:
    words = sum(len(part.quoted) for part in found.parts)
    alignments = (part.alignment for part in found.parts if part.alignment)
    kept = sum(len(alignment.same) + len(alignment.forms) for alignment in alignments)
    if kept < SAME_TRANSLATION * words:
        return Alteration.TRANSLATED
    return Alteration.CONTENT if changes else Alteration.REWORDED


def _changes(passage: Passage) -> Iterator[Change]:
    """Those that the comparison flags, less what a cut leaves out around the quoted stretch."""
    for change in passage.comparison.changes:
        if not _is_left_out(change, passage) and not _is_respelled(change, passage):
            yield change


def _is_left_out(change: Change, passage: Passage) -> bool:
    """Whether it was dropped around the quoted words, where it does not bear on them: any name and
    number, a negation in another clause.
    """
    if change.left is None or change.kind not in _LEFT_OUT | {ChangeKind.NEGATION_DROPPED}:
        return False
    dropped = on_record(change.left, passage)
    if any(part.words.contains(dropped) for part in passage.parts):
        return False
    if change.kind in _LEFT_OUT:
        return True
    between = (_between(dropped, part.words, passage) for part in passage.parts)
    return all(_CLAUSE.search(words) for words in between)


def _between(one: Span, other: Span, passage: Passage) -> str:
    first, second = sorted((one, other))
    return passage.transcript.text[first.end : max(first.end, second.start)]


def _is_respelled(change: Change, passage: Passage) -> bool:
    """Whether a name is only written as another language's letters are."""
    if change.kind is not ChangeKind.NAME_CHANGED or not change.left or not change.right:
        return False
    return sounds_alike(change.left.of(passage.left), change.right.of(passage.right))


def on_record(span: Span, passage: Passage) -> Span:
    """A span of `passage.left` as an offset in the transcript's text."""
    start = 0
    for sentences in passage.sentences:
        if span.start < start + len(sentences):
            return Span(span.start - start + sentences.start, span.end - start + sentences.start)
        start += len(sentences) + len(JOINT)
    raise ValueError(f"{span!r} lies outside the passage of {start} characters")


def _is_whole(passage: Passage) -> bool:
    """Whether no word is left out, within the sentences and between them."""
    if passage.missing or passage.marked:
        return False
    text = passage.transcript.text
    return not any(
        has_word_character(spoken(text[left.end : right.start]))
        for left, right in pairwise(passage.sentences)
    )
