"""Clues from the offices of the people named."""

from collections.abc import Iterator, Sequence

from onrecord.domain.document import DateConstraint
from onrecord.domain.span import Span
from onrecord.times.dating.clue import Clue, Reason
from onrecord.times.dating.days import days_between, union


def holder_clues(held: Sequence[DateConstraint]) -> Iterator[Clue]:
    """A clue for each person in an office; constraints with the same evidence are alternatives."""
    together: dict[tuple[str, tuple[Span, ...]], list[DateConstraint]] = {}
    for constraint in held:
        together.setdefault((constraint.reason, constraint.evidence), []).append(constraint)
    for (reason, evidence), terms in together.items():
        days = union(days_between(term.first, term.last) for term in terms)
        detail = " or ".join(term.detail for term in terms)
        yield Clue(Reason(reason), days, evidence, detail)
