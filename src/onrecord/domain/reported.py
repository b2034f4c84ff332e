"""A statement as the stages across documents see it: with its words, its outlet and its actors."""

from dataclasses import dataclass

from onrecord.domain.actor import ActorKind
from onrecord.domain.issue import StatementKey
from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, Statement


@dataclass(frozen=True, slots=True)
class ReportedActor:
    """Who a speaker, target or addressee is.

    `id` is the actor's id across documents and absent where it is not known who it is; `name` is
    its preferred name, or the words that stand for it. `country` is an ISO 3166-1 alpha-2 code,
    `offices` are ids ("foreign-minister:ru", "spokesperson:ru") that the document gives it.
    """

    id: str | None
    name: str
    kind: ActorKind | None = None
    status: LinkStatus = LinkStatus.NAMED
    country: str | None = None
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportedStatement:
    """One statement with all that is needed to compare it with those of other documents.

    `content` are its own words, parts joined by ` […] `. `passage` is the document's text from the
    beginning of the sentence in which the statement begins to the end of that in which it ends,
    `start` the offset of `passage` in the document: `Span(s.start - start, s.end - start)` of a
    span `s` of `statement` is its place in `passage`. `outlet` is the outlet's name, or the
    document's where none is known; `copied_to` are further outlets or names of the same text.
    `published` is when the document appeared. `via` are names of the agencies and outlets that
    passed the words on, nearest to the speaker first.
    """

    statement: Statement
    content: str
    passage: str
    start: int
    document_name: str
    outlet: str
    speakers: tuple[ReportedActor, ...] = ()
    targets: tuple[ReportedActor, ...] = ()
    published: Period | None = None
    copied_to: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    title: str | None = None
    url: str | None = None

    @property
    def key(self) -> StatementKey:
        """Which statement it is."""
        return StatementKey(self.statement.document_id, self.statement.id)

    @property
    def said(self) -> Period | None:
        """When it was said; the time of publication stands for it where nothing tells."""
        return self.statement.said.period if self.statement.said else self.published

    def in_passage(self, span: Span) -> Span:
        """A span of the document as an offset in `passage`."""
        return Span(span.start - self.start, span.end - self.start)

    def in_document(self, span: Span) -> Span:
        """A span of `passage` as an offset in the document."""
        return Span(span.start + self.start, span.end + self.start)
