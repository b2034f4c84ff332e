"""When, where, to whom and through whom the statements of a document were made."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.domain.actor import Appearance
from onrecord.domain.document import Document
from onrecord.domain.occasion import Occasion, Party
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.domain.time import TimeExpression
from onrecord.occasions.draft import Draft
from onrecord.occasions.found import Finder, Found, key_of
from onrecord.occasions.parties import distinct
from onrecord.occasions.runs import LEAD, PUBLICATION, Runs, Settled, carried
from onrecord.occasions.transcript import transcript_event
from onrecord.occasions.via import dateline_outlets, outlet_source


def place_statements(
    document: Document,
    reading: Reading,
    statements: Sequence[Statement],
    appearances: Sequence[Appearance],
    times: Sequence[TimeExpression],
) -> tuple[Statement, ...]:
    """The statements with `said`, `occasion`, `addressees` and `reported_via`, in their order.

    `times` are the document's expressions of time, in order.
    """
    finder = Finder(document, reading, statements, appearances, times)
    return _Placing(document, statements, finder).placed()


class _Placing:
    """The statements of one document."""

    def __init__(self, document: Document, statements: Sequence[Statement], finder: Finder) -> None:
        self.document = document
        self.statements = statements
        self.finder = finder
        self.by_id = {statement.id: statement for statement in statements}
        published = document.published
        evidence = published.evidence if published else ()
        self.runs = Runs(finder.published, evidence, finder.scenes)
        self.transcript = self._transcript()
        self.found: dict[str, Found] = {}
        self.via: dict[str, tuple[Party, ...]] = {}
        self.settled: dict[str, Settled] = {}

    def placed(self) -> tuple[Statement, ...]:
        """The statements, in the order they came in."""
        inside = []
        for statement in sorted(self.statements, key=_in_text):
            found = self.finder.of(statement)
            self.found[statement.id] = found
            self.via[statement.id] = (*found.outlets, *self._above(statement))
            if self._speaks_inside(statement):
                inside.append(found)
            else:
                self.settled[statement.id] = self._settle(found)
        for found in sorted(inside, key=lambda each: self._depth(each.statement)):
            self.settled[found.statement.id] = self._inside(found)
        self._lead()
        self._share_days()
        return self._finished()

    def _transcript(self) -> Draft | None:
        """The occasion of a transcript, which is that of every word in it."""
        event = transcript_event(self.document, self.statements, self.finder.reader)
        if event is None:
            return None
        parties = [named.party for named in event.parties]
        return Draft(event.kind, (event.span,), None, parties, leads=True)

    def _above(self, statement: Statement) -> tuple[Party, ...]:
        """The outlets whose reports a statement stands in, the nearest first."""
        found: list[Party] = []
        parent = self.by_id.get(statement.parent or "")
        while parent is not None and len(found) <= len(self.by_id):
            outlet = outlet_source(parent, self.finder.parties)
            if outlet is None:
                break
            found.append(outlet)
            parent = self.by_id.get(parent.parent or "")
        return tuple(found)

    def _speaks_inside(self, statement: Statement) -> bool:
        """Whether a speaker passes it on: an outlet's words are the report's own."""
        parent = self.by_id.get(statement.parent or "")
        return parent is not None and outlet_source(parent, self.finder.parties) is None

    def _depth(self, statement: Statement) -> int:
        depth, parent = 0, statement.parent
        while parent in self.by_id and depth <= len(self.by_id):
            depth, parent = depth + 1, self.by_id[parent].parent
        return depth

    def _settle(self, found: Found) -> Settled:
        beside = found.frame.leans_on
        if beside in self.settled and found.silent:
            self.via[found.statement.id] = self.via[beside]
            return self.settled[beside]
        if self.transcript is not None and found.silent:
            return Settled(self.runs.publication(found), self.transcript)
        return self.runs.settle(found)

    def _inside(self, found: Found) -> Settled:
        """What a speaker says that somebody said: of that time only what its own words say, but
        "I think" is said when the rest is."""
        parent = self.by_id[found.statement.parent or ""]
        if not found.silent:
            settled = self.runs.settle(replace(found, key=()))
            return settled if found.when.period else Settled(None, settled.draft)
        same = found.key and found.key == key_of(parent) and not found.past
        return self.settled.get(parent.id, Settled()) if same else Settled()

    def _lead(self) -> None:
        """A report's first words come before it says when and where they were spoken."""
        for key, settled in self.settled.items():
            found = self.found[key]
            if found.frame.first >= LEAD or not (found.silent and found.speech and found.key):
                continue
            run = self.runs.main_of(found.key)
            late = run is not None and found.frame.first < run.first <= found.frame.first + LEAD
            if run is not None and late and settled.draft is None:
                self.settled[key] = self.runs.carry(found, run)

    def _share_days(self) -> None:
        """A day that one statement states holds for all of its occasion."""
        stated = {
            id(settled.draft): settled.said
            for settled in reversed(self.settled.values())
            if settled.draft is not None and settled.said and settled.said.step == "stated"
        }
        for key, settled in self.settled.items():
            said = stated.get(id(settled.draft))
            if said is not None and settled.said and settled.said.step == PUBLICATION:
                self.settled[key] = Settled(carried(said, "occasion"), settled.draft)

    def _finished(self) -> tuple[Statement, ...]:
        drafts = {id(s.draft): s.draft for s in self.settled.values() if s.draft is not None}
        occasions = {key: draft.frozen(self.document) for key, draft in drafts.items()}
        whole = dateline_outlets(self.document, self.finder.parties)
        return tuple(self._with(statement, occasions, whole) for statement in self.statements)

    def _with(
        self, statement: Statement, occasions: dict[int, Occasion], whole: tuple[Party, ...]
    ) -> Statement:
        settled = self.settled[statement.id]
        return replace(
            statement,
            said=settled.said,
            occasion=occasions.get(id(settled.draft)),
            addressees=self.found[statement.id].addressees,
            reported_via=distinct((*self.via[statement.id], *whole)),
        )


def _in_text(statement: Statement) -> tuple[int, int]:
    spans = (*statement.source, *statement.cue) or statement.content
    cue = (*statement.cue, *statement.content)[0].start
    return min(span.start for span in spans), cue
