"""When, where, to whom and as which act something was said, put in a line of text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.cli.wording import day_of, one_line
from onrecord.domain.act import Act, Root
from onrecord.domain.document import DateCandidate, DateConstraint
from onrecord.domain.occasion import Party
from onrecord.domain.span import quoted
from onrecord.domain.statement import Statement
from onrecord.exports.circumstance_words import (
    joined,
    limits,
    occasion_words,
    party_name,
    step_words,
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """A statement with the names of those who took part, and the words that tell when and where."""

    statement: Statement
    said_words: str
    occasion_words: str
    counterparts: Sequence[str]
    addressees: Sequence[str]
    reported_via: Sequence[str]
    act_words: str = ""
    targets: Sequence[str] = ()

    @classmethod
    def of(cls, statement: Statement, text: str) -> "Circumstances":
        """Those of a statement in a document of that text."""
        said, met, act = statement.said, statement.occasion, statement.act
        return cls(
            statement,
            quoted(text, said.evidence) if said else "",
            quoted(text, met.evidence) if met else "",
            _names(met.counterparts if met else (), text),
            _names(statement.addressees, text),
            _names(statement.reported_via, text),
            quoted(text, act.evidence) if act else "",
            _names(act.targets if act else (), text),
        )

    def parts(self, *, day: bool = True) -> Iterator[str]:
        """When, at what, to whom, by way of whom, and which act: as far as it is known.

        The day of the report, which stands for any other, is not said again; no day is where
        `day` is false.
        """
        said, met = self.statement.said, self.statement.occasion
        if said and said.step != "publication":
            days = f"said {day_of(said.period)}, " if day else ""
            yield f"{days}{step_words(said.step)}{_evidence(self.said_words)}"
        if met:
            yield occasion_words(met, self.counterparts) + _evidence(self.occasion_words)
        if self.addressees:
            yield f"to {joined(self.addressees)}"
        if self.reported_via:
            yield f"via {joined(self.reported_via)}"
        if act := self.statement.act:
            yield from self._act(act)

    def _act(self, act: Act) -> Iterator[str]:
        """A plain comment is not said."""
        if act.root is not Root.NONE:
            aimed = f" towards {joined(self.targets)}" if self.targets else ""
            yield f"{act.root.value}{aimed}{_evidence(self.act_words)}"


def when_of(statement: Statement, published: DateCandidate | None) -> str:
    """When it was said; where nothing tells, when it was published."""
    return day_of(statement.said.period if statement.said else published)


def reasons_of(published: DateCandidate | None, text: str) -> Iterator[str]:
    """Why a report is dated as it is: a line a reason, then what was set aside."""
    if published is None:
        return
    for reason in published.reasons:
        yield f"because: {_reason(reason, text)}"
    for contradiction in published.contradictions:
        yield f"set aside: {_reason(contradiction, text)}"


def _reason(constraint: DateConstraint, text: str) -> str:
    days = limits(constraint)
    words = _evidence(quoted(text, constraint.evidence))
    return f"{days}{', ' if days else ''}{one_line(constraint.detail)}{words}"


def _evidence(words: str) -> str:
    return f" (“{one_line(words)}”)" if words else ""


def _names(parties: Sequence[Party], text: str) -> tuple[str, ...]:
    return tuple(party_name(party, text) for party in parties)
