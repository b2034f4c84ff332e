"""A pipeline without a model: each “quoted” stretch is a statement of whoever is said to say it."""

import re
from collections.abc import Iterable, Iterator

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document
from onrecord.domain.run import Run
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, SpeakerLink, Statement, StatementKind

RUN = Run("fake-1", (("fake", "1"),))

_SAID = re.compile(r"“(?P<content>[^”]+)”(?:,? (?P<cue>said) (?P<source>[A-Z]\w+(?: [A-Z]\w+)*))?")


class FakePipeline:
    """Answers what `onrecord.pipeline.Pipeline` answers; counts the documents that reach it."""

    def __init__(self, run: Run = RUN) -> None:
        self.run = run
        self.seen: list[str] = []

    def analyse_one(self, document: Document) -> AnalysedDocument:
        self.seen.append(document.name)
        found = tuple(
            _statement(document, number, match)
            for number, match in enumerate(_SAID.finditer(document.text))
        )
        return AnalysedDocument(document, found, (), self.run)

    def analyse(self, documents: Iterable[Document]) -> Iterator[AnalysedDocument]:
        return map(self.analyse_one, documents)


def _statement(document: Document, number: int, match: re.Match[str]) -> Statement:
    content = (Span(*match.span("content")),)
    id_ = f"{document.id}-{number}"
    if not match["source"]:
        return Statement(id_, document.id, StatementKind.DIRECT, content)
    source = Span(*match.span("source"))
    return Statement(
        id_,
        document.id,
        StatementKind.DIRECT,
        content,
        (Span(*match.span("cue")),),
        (source,),
        SpeakerLink(LinkStatus.NAMED, "fake", 0.9, match["source"], source, source),
        confidence=0.8,
    )
