"""A span that refers to someone or something, and what else in its document refers to the same."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.span import Span


class MentionForm(StrEnum):
    """How a mention refers: by a proper name, by a noun phrase, by a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class MentionKind(StrEnum):
    """What a mention refers to, as far as the reader can tell."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention; `chain` is the number of the chain of mentions in its document it belongs to.

    `head` is the span of the head word; `name` that of the proper name inside, if there is one
    ("Sergei Lavrov" in "Russian Foreign Minister Sergei Lavrov"). `score` is the chance of being a
    mention, `link` that of the antecedent that put it into its chain, or of having none.
    """

    span: Span
    head: Span
    form: MentionForm
    kind: MentionKind
    chain: int
    score: float = 1.0
    link: float = 1.0
    name: Span | None = None
