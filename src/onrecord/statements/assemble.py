"""From a reading to the statements of a document."""

import hashlib
from collections.abc import Sequence

from onrecord.domain.document import Document
from onrecord.domain.note import Note
from onrecord.domain.reading import Reading
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement
from onrecord.statements.beside import beside_drafts
from onrecord.statements.drafts import Draft, drafts_of, in_order
from onrecord.statements.edges import tidy
from onrecord.statements.floating import floating_drafts
from onrecord.statements.kinds import Quoted
from onrecord.statements.nested import nested_drafts
from onrecord.statements.nesting import parents
from onrecord.statements.polarity import read_polarity, read_stance
from onrecord.statements.quotations import join_quotations
from onrecord.statements.sources import own_sources
from onrecord.statements.verbless import verbless_drafts


def find_statements(document: Document, reading: Reading) -> tuple[Statement, ...]:
    """The statements of one document, in order of their first content span, without speakers."""
    text = document.text
    drafts = own_sources(text, tidy(text, reading.lines, drafts_of(reading)))
    drafts = in_order(drafts)
    drafts = in_order([*drafts, *verbless_drafts(text, reading, drafts)])
    drafts = in_order([*drafts, *beside_drafts(text, reading, drafts)])
    drafts = in_order(join_quotations(text, reading, drafts))
    drafts = in_order([*drafts, *nested_drafts(text, drafts)])
    drafts = in_order([*drafts, *floating_drafts(text, reading, drafts)])
    drafts = in_order(tidy(text, reading.lines, drafts))
    quoted = Quoted(text, reading.quotations)
    ids = _ids(document.id, drafts)
    above = [ids[place] if place is not None else None for place in parents(drafts)]
    found = [
        _statement(document, quoted, draft, own, parent)
        for draft, own, parent in zip(drafts, ids, above, strict=True)
    ]
    return tuple(sorted(found, key=lambda statement: (statement.content[0], statement.id)))


def _ids(document_id: str, drafts: Sequence[Draft]) -> list[str]:
    """Stable ids: a digest of the document's id and all spans."""
    return [
        hashlib.sha256(
            repr((document_id, _pairs(d.source), _pairs(d.cue), _pairs(d.content))).encode(
                "utf-8", "replace"
            )
        ).hexdigest()[:16]
        for d in drafts
    ]


def _pairs(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _statement(
    document: Document, quoted: Quoted, draft: Draft, own: str, parent: str | None
) -> Statement:
    text = document.text
    return Statement(
        id=own,
        document_id=document.id,
        kind=quoted.kind(draft.content),
        content=draft.content,
        cue=draft.cue,
        source=draft.source,
        parent=parent,
        polarity=read_polarity(text, draft.source, draft.cue, draft.content),
        stance=read_stance(text, draft.cue),
        confidence=round(draft.score, 4),
        step=draft.step,
    )


def quotation_notes(reading: Reading) -> tuple[Note, ...]:
    """Marks that found no partner, as notes."""
    unclosed = [
        Note("unbalanced-quotation-mark", Span(q.start, q.inner_start))
        for q in reading.quotations.quotations
        if not q.closed and q.inner_start > q.start
    ]
    strays = [Note("stray-quotation-mark", Span(m.start, m.end)) for m in reading.quotations.strays]
    return (*unclosed, *strays)
