"""A comparison of two wordings as text that is the same, left out or put in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.domain.span import Span
from onrecord.domain.wording import Change, ChangeKind, Comparison

SAME, DROPPED, ADDED = "same", "dropped", "added"

DIFF_CHARACTERS = 1500
"""Of a wording that is shown against another; the whole of it is in its report."""

CHANGE_WORDS = {kind: kind.value.replace("_", " ") for kind in ChangeKind}


@dataclass(frozen=True, slots=True)
class DiffPiece:
    """A stretch of words; `kind` says whether the other wording has them too."""

    kind: str
    text: str


def diff_of(comparison: Comparison, left: str, right: str) -> tuple[DiffPiece, ...]:
    """The right wording, with what it leaves out of the left one where that would stand."""
    return tuple(_cut(_apart(_pieces(comparison, left, right))))


def _pieces(comparison: Comparison, left: str, right: str) -> Iterator[DiffPiece]:
    """All of `right` in order: what lies between the words of two steps goes with neither."""
    done = 0
    for step in comparison.steps:
        gone, kept = _inside(step.left, left), _inside(step.right, right)
        same = step.kind == SAME
        if kept and kept.start > done:
            yield DiffPiece(SAME, right[done : kept.start])
            done = kept.start
        if gone and not same:
            yield DiffPiece(DROPPED, gone.of(left))
        if kept and kept.end > done:
            yield DiffPiece(SAME if same else ADDED, right[done : kept.end])
            done = kept.end
    if right[done:]:
        yield DiffPiece(SAME, right[done:])


def _apart(pieces: Iterable[DiffPiece]) -> Iterator[DiffPiece]:
    """The same, with a space where a word that was left out would run into another."""
    before = DiffPiece(SAME, " ")
    for piece in pieces:
        meet = DROPPED in (before.kind, piece.kind)
        word = piece.kind == DROPPED or piece.text[:1].isalnum()
        if meet and word and not before.text[-1:].isspace():
            yield DiffPiece(SAME, " ")
        yield piece
        before = piece


def _inside(span: Span | None, text: str) -> Span | None:
    return span if span and span.end <= len(text) else None


def _cut(pieces: Iterator[DiffPiece]) -> Iterator[DiffPiece]:
    room = DIFF_CHARACTERS
    for piece in pieces:
        if len(piece.text) > room:
            yield DiffPiece(piece.kind, piece.text[:room].rstrip())
            yield DiffPiece(SAME, " …")
            return
        room -= len(piece.text)
        yield piece


def flags_of(changes: Sequence[Change], left: str, right: str) -> tuple[str, ...]:
    """The differences that may change what is said, in words, each once."""
    return tuple(dict.fromkeys(_flag(change, left, right) for change in changes))


def _flag(change: Change, left: str, right: str) -> str:
    spans = ((change.left, left), (change.right, right))
    sides = [(_inside(span, text), text) for span, text in spans]
    words = [f"“{' '.join(span.of(text).split())}”" for span, text in sides if span]
    told = f": {' → '.join(words)}" if words else ""
    return CHANGE_WORDS[change.kind] + told
