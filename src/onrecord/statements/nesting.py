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
    own = drafts[number]
    holding = (n for n in near(drafts, own.anchor.start) if _holds(drafts[n].content, own.anchor))
    sizes = [
        (sum(map(len, drafts[other].content)), other)
        for other in holding
        if other != number and not _holds(own.content, drafts[other].anchor)
    ]
    return min(sizes)[1] if sizes else None


def _holds(content: tuple[Span, ...], anchor: Span) -> bool:
    in_reach = content[0].start <= anchor.start and anchor.end <= content[-1].end
    return in_reach and any(part.contains(anchor) for part in content)
