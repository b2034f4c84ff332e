"""How an utterance, its reports and their differences are put in lines of text."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.cli.actors.wording import count
from onrecord.cli.wording import NO_SPEAKER, day_of, one_line
from onrecord.domain.issue import StatementKey
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span
from onrecord.domain.utterance import Retelling, Utterance
from onrecord.domain.wording import Change, ChangeKind, Comparison, DiffStep, StepKind, Wording

WIDTH = 100
"""Columns that words are wrapped to."""

INDENT = "    "

NO_DIFFERENCE = frozenset((Wording.EXACT, Wording.WIRE_COPY))

FLAGS = {
    ChangeKind.NEGATION_DROPPED: "a negation is missing",
    ChangeKind.NEGATION_ADDED: "a negation is new",
    ChangeKind.NUMBER_CHANGED: "another number",
    ChangeKind.NUMBER_DROPPED: "a number is missing",
    ChangeKind.NUMBER_ADDED: "a number is new",
    ChangeKind.NAME_CHANGED: "another name",
    ChangeKind.NAME_DROPPED: "a name is missing",
    ChangeKind.NAME_ADDED: "a name is new",
    ChangeKind.CONDITION_DROPPED: "a condition is missing",
    ChangeKind.CONDITION_ADDED: "a condition is new",
}

Statements = Mapping[StatementKey, ReportedStatement]


@dataclass(frozen=True, slots=True)
class UtteranceText:
    """An utterance and the statements that report it."""

    utterance: Utterance
    statements: Statements

    def lines(self) -> Iterator[str]:
        """Who said it when, the words that stand for it, then each report, the first first."""
        yield f"{day_of(self.utterance.said)}  {self._speaker()}  [{counts_of(self.utterance)}]"
        for place, retelling in enumerate(self.utterance.retellings):
            yield from self._report(retelling, first=place == 0)

    def _speaker(self) -> str:
        speakers = self.statements[self.utterance.lead].speakers
        names = dict.fromkeys(one_line(speaker.name) for speaker in speakers)
        return " and ".join(names) or NO_SPEAKER

    def _report(self, retelling: Retelling, *, first: bool) -> Iterator[str]:
        reported = self.statements[retelling.key]
        yield "  ".join(self._facts(retelling, reported, first=first))
        lead = self.statements[self.utterance.lead]
        yield from _wrapped(_words(retelling, lead, reported))
        for change in retelling.comparison.changes if retelling.comparison else ():
            yield f"{INDENT}! {flag_of(change, lead.content, reported.content)}"

    def _facts(
        self, retelling: Retelling, reported: ReportedStatement, *, first: bool
    ) -> Iterator[str]:
        yield f"  {day_of(retelling.published)}"
        outlet, name = one_line(retelling.outlet), one_line(reported.document_name)
        yield outlet if outlet == name else f"{outlet}: {name}"
        lead = retelling.key == self.utterance.lead
        told = ["fullest"] if lead else [retelling.wording.value.replace("_", " ")]
        told += ["first"] if first else []
        told += [f"via {', '.join(map(one_line, reported.via))}"] if reported.via else []
        if retelling.copied_from:
            told.append(f"taken over from {self._source(retelling.copied_from)}")
        yield f"[{', '.join(told)}]"

    def _source(self, key: StatementKey) -> str:
        """The outlet whose report was taken over, with its document where that has a name too."""
        reported = self.statements[key]
        outlet, name = one_line(reported.outlet), one_line(reported.document_name)
        return outlet if outlet == name else f"{outlet}: {name}"


def counts_of(utterance: Utterance) -> str:
    """Statements and outlets, counted apart.

    >>> from onrecord.domain.utterance import Retelling
    >>> twice = (Retelling(StatementKey("d", "1"), "TSN"), Retelling(StatementKey("d", "2"), "TSN"))
    >>> counts_of(Utterance("u", StatementKey("d", "1"), twice))
    '2 statements, 1 outlet'
    """
    statements = count(len(utterance.retellings), "statement")
    return f"{statements}, {count(len(utterance.outlets), 'outlet')}"


def flag_of(change: Change, left: str, right: str) -> str:
    """A change in words; `left` is the wording that leads.

    >>> flag_of(Change(ChangeKind.NUMBER_CHANGED, Span(0, 2), Span(0, 2)), "60 days", "90 days")
    'another number: “60” is “90”'
    """
    told = FLAGS[change.kind]
    words = [f"“{one_line(span.of(text))}”" for span, text in _sides(change, left, right) if span]
    return f"{told}: {' is '.join(words)}"


def diff_of(comparison: Comparison, left: str, right: str) -> str:
    """`right` with what it lacks in [-…-] and what it has more in {+…+}.

    >>> same = DiffStep(StepKind.SAME, Span(0, 2), Span(0, 2))
    >>> steps = (same, DiffStep(StepKind.DROPPED, Span(3, 6)))
    >>> diff_of(Comparison(Wording.CUT, 1.0, steps), "we not", "we")
    'we [-not-]'
    """
    return " ".join(part for step in comparison.steps for part in _step(step, left, right))


def _step(step: DiffStep, left: str, right: str) -> Iterator[str]:
    if step.kind is StepKind.SAME and step.right:
        yield one_line(step.right.of(right))
        return
    if step.left:
        yield f"[-{one_line(step.left.of(left))}-]"
    if step.right:
        yield f"{{+{one_line(step.right.of(right))}+}}"


def _words(retelling: Retelling, lead: ReportedStatement, reported: ReportedStatement) -> str:
    if retelling.comparison is None or retelling.wording in NO_DIFFERENCE:
        return one_line(reported.content)
    return diff_of(retelling.comparison, lead.content, reported.content)


def _sides(change: Change, left: str, right: str) -> Iterator[tuple[Span | None, str]]:
    yield change.left, left
    yield change.right, right


def _wrapped(words: str) -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
