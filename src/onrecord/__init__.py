"""OnRecord: a source-anchored record of what public actors said, out of news coverage.

>>> import onrecord
>>> onrecord.Span(4, 12).of("The minister said no.")
'minister'

A `str` is always a text and a `Path` is always a file:

    onrecord.read("“We will not yield,” said Irena Valk.").statements
    onrecord.read(Path("article.html")).statements

Importing this package loads neither the model nor a database; the first call that needs one does.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord import crossing, wiring
from onrecord.domain.act import Act, Quad, Root
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document
from onrecord.domain.issue import Issue, Position, Stance, StatementKey
from onrecord.domain.line import Line, Shift
from onrecord.domain.occasion import Occasion, Party, Place, Said
from onrecord.domain.period import Period
from onrecord.domain.sentence import CodedSentence, MarkedSentence
from onrecord.domain.span import Span
from onrecord.domain.statement import SpeakerLink, Statement
from onrecord.domain.time import TimeExpression
from onrecord.domain.utterance import Utterance
from onrecord.errors import DocumentError, OnRecordError, UnreadableFile

if TYPE_CHECKING:
    from onrecord.across import Across
    from onrecord.record import Record

__version__ = "0.1.0"

__all__ = [
    "Act",
    "AnalysedDocument",
    "CodedSentence",
    "Document",
    "Issue",
    "Line",
    "Occasion",
    "OnRecordError",
    "Party",
    "Period",
    "Place",
    "Position",
    "Quad",
    "Root",
    "Said",
    "Shift",
    "Span",
    "SpeakerLink",
    "Stance",
    "Statement",
    "StatementKey",
    "TimeExpression",
    "Utterance",
    "__version__",
    "across_documents",
    "act",
    "open",
    "read",
    "read_all",
]


def read(source: str | Path) -> AnalysedDocument:
    """What is said in one document: a `str` is its text, a `Path` the file that holds it.

    Raises DocumentError where the file cannot be read or holds several documents, and WeightsError
    where the installation lacks its model.
    """
    if isinstance(source, str):
        return wiring.process_pipeline().analyse_one(wiring.text_document(source))
    return wiring.process_pipeline().analyse_one(_only_document(source))


def read_all(*paths: str | Path) -> Iterator[AnalysedDocument]:
    """What is said in the documents behind `paths`: files, folders, or patterns, one at a time.

    Each is read when it is asked for, so memory does not grow. Here a `str` is a path. Raises
    UnreadableFile where a document cannot be read; `onrecord extract` passes over it instead.
    """
    return wiring.process_pipeline().analyse(_documents([str(path) for path in paths]))


def open(path: str | Path, create: bool = True) -> "Record":
    """The record at `path`; made where there is none, unless `create` is false.

    Close it, or use it in a `with` statement. Raises RecordError where the file cannot be used.
    """
    return wiring.open_record(Path(path), create)


def across_documents(record: "Record") -> "Across":
    """A record across its documents: utterances, what bears on an issue, lines, comparisons.

    What it derives is kept in the record, and derived anew where the record changed since.
    """
    return crossing.across(record)


def act(sentence: str | MarkedSentence) -> CodedSentence:
    """What is done in one sentence, as a PLOVER code. Parties that are not marked are found."""
    marked = MarkedSentence(sentence) if isinstance(sentence, str) else sentence
    return next(iter(wiring.code_sentences([marked])))


def _documents(paths: list[str]) -> Iterator[Document]:
    for found in wiring.read_sources(paths):
        if not isinstance(found, Document):
            raise UnreadableFile(f"{found.name!r} cannot be read ({found.reason}): {found.detail}")
        yield found


def _only_document(path: Path) -> Document:
    if path.is_dir():
        raise UnreadableFile(f"{str(path)!r} is a folder: use onrecord.read_all")
    documents = _documents([str(path)])
    first, second = next(documents, None), next(documents, None)
    if first is None:
        raise DocumentError(f"{str(path)!r} holds no document: check the file")
    if second is not None:
        raise DocumentError(f"{str(path)!r} holds several documents: use onrecord.read_all")
    return first
