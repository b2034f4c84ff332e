"""What someone can be for or against, and who is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.domain.span import Span


class Stance(StrEnum):
    """What a statement's speaker says to a proposition."""

    FOR = "for"
    AGAINST = "against"
    CONDITIONAL = "conditional"
    """For or against under a condition that is named."""
    UNCLEAR = "unclear"
    """Bears on the issue without taking a side, or nobody can tell which."""


@dataclass(frozen=True, slots=True)
class Example:
    """A statement written by whoever made the issue, to show what a stance on it sounds like."""

    text: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Issue:
    """A proposition, and which statements may bear on it.

    `id` is a slug ("assad-departure"). `words` are further words to find statements by, as a query
    has them. `actors` and `targets` are names: where given, only what these say, or what concerns
    these, bears on it. `since` and `until` bound the day of saying; both are inclusive.
    """

    id: str
    proposition: str
    description: str = ""
    examples: tuple[Example, ...] = ()
    words: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, order=True)
class StatementKey:
    """Which statement of a record."""

    document_id: str
    statement_id: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Why a statement is taken to bear on an issue.

    `score` is the chance that it does, 0 to 1. `reasons` say it for people ("shares: assad, leave",
    "alike in meaning: 0.71"); `words` are the shared words where they stand in the document.
    """

    key: StatementKey
    score: float
    reasons: tuple[str, ...]
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """The stance of a statement on an issue.

    `confidence` is the chance that `stance` is right. `step` names what decided: `judged` (a
    person), `model`, `learned` (the model corrected by judgements on this issue), or a rule:
    `denied`, `quoted-opponent`, `hypothetical`, `question`. `evidence` are the words it rests on,
    `conditions` those of the condition; both are offsets in the document.
    """

    issue_id: str
    key: StatementKey
    stance: Stance
    confidence: float
    step: str
    evidence: tuple[Span, ...] = ()
    conditions: tuple[Span, ...] = ()
    hit: Hit | None = None


@dataclass(frozen=True, slots=True)
class StanceJudgement:
    """What a person decided a statement's stance on an issue to be; never changed once made.

    `stance` is None where the person says that the statement does not bear on the issue. `number`
    counts from 1; `made_at` is UTC, ISO 8601. `exact` are the words judged (passage of the
    statement), which find it again when a new run gives the statement another id. `undoes` is the
    number of the judgement that this one takes back.
    """

    number: int
    issue_id: str
    key: StatementKey
    stance: Stance | None
    made_at: str
    exact: str = ""
    by: str = ""
    reason: str = ""
    undoes: int | None = None
