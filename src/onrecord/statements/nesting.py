"""Which statement is made inside which: "X said that Y had told …"."""

from collections.abc import Iterator, Sequence

from onrecord.domain.span import Span
from onrecord.statements.drafts import Draft, near


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft (in order) the number of the closest one whose content its cue stands in.

    No draft is its own ancestor: of a circle, the last link in order is left out.
    """
    above: list[int | None] = [None] * len(drafts)
    for number in range(len(drafts)):
        chosen = _parent(number, drafts)
        if number not in _ancestors(above, chosen):
            above[number] = chosen
    return above


def _ancestors(above: Sequence[int | None], number: int | None) -> Iterator[int]:
    while number is not None:
        yield number
        number = above[number]


def _parent(number: int, drafts: Sequence[Draft]) -> int | None:
    anchor = drafts[number].anchor
    best: tuple[int, int] | None = None
    for other in near(drafts, anchor.start):
        draft = drafts[other]
        if other == number or not _holds(draft.content, anchor):
            continue
        if _holds(drafts[number].content, draft.anchor):
            continue
        size = sum(len(part) for part in draft.content)
        if best is None or (size, other) < best:
            best = (size, other)
    return best[1] if best else None


def _holds(content: tuple[Span, ...], anchor: Span) -> bool:
    return any(part.contains(anchor) for part in content)
