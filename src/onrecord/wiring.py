"""Where the parts meet.

The one module with local imports: what a command or a caller does not use is never loaded.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord.domain.act import Root
from onrecord.domain.actor import ActorKind
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document
from onrecord.domain.occasion import OccasionKind
from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.domain.run import Run
from onrecord.domain.statement import StatementKind

if TYPE_CHECKING:
    from onrecord.documents import Skipped, SourceOptions
    from onrecord.domain.issue import StatementKey
    from onrecord.domain.reported import ReportedStatement
    from onrecord.domain.sentence import CodedSentence, MarkedSentence
    from onrecord.imports import ActorFormat, Item, LeftOut
    from onrecord.pipeline import Pipeline
    from onrecord.reader.sentences import SentenceNetwork
    from onrecord.record import (
        ActorMatcher,
        ActorQuery,
        ImportOutcome,
        NameMatch,
        Order,
        Record,
        StatementQuery,
    )

    Statements = Mapping[StatementKey, ReportedStatement]

DIGEST_CHARACTERS = 16
"""64 bits: enough to tell one version from another."""

DECIDING_PACKAGES = ("onnxruntime", "tokenizers", "trafilatura")
"""Packages of which another version may find something else in the same document."""

RULES = (
    *("text", "lexicon", "documents", "reader", "statements", "times", "actors", "occasions"),
    "positions/acts",
)
"""Our own parts that decide what is found; their version is a digest of their files."""

CROSSING = ("text", "lexicon", "positions")
"""Those of them that decide across documents."""

RULE_FILES = frozenset({".py", ".toml", ".csv"})


def silent(words: str) -> None:
    """What is told and not said."""


def default_pipeline(threads: int | None = None) -> "Pipeline":
    """The pipeline with the model that is shipped. Raises WeightsError where it is missing."""
    from onrecord.actors.office_table import OfficeTable
    from onrecord.pipeline import Pipeline
    from onrecord.reader.attributions import DecodingSettings
    from onrecord.reader.onnx_network import OnnxNetwork
    from onrecord.reader.reader import Reader
    from onrecord.reader.vocabulary import Vocabulary
    from onrecord.weights.reader import reader_weights
    from onrecord.weights.sentences import sentence_weights

    weights = reader_weights()
    reader = Reader(
        OnnxNetwork(weights),
        Vocabulary(weights.vocabulary),
        DecodingSettings(
            weights.cue_bias, weights.least_score, weights.least_span, weights.link_bias
        ),
    )
    run = run_of(
        weights=weights.version, sentences=sentence_weights().version, rules=rules_version()
    )
    table = OfficeTable.bundled()
    return Pipeline(reader, run, table, threads or processors(), sentence_network())


def knowing(pipeline: "Pipeline", record: "Record") -> "Pipeline":
    """The pipeline with the actors, offices and tenures that were imported into a record."""
    items = list(imported_items(record))
    if not items:
        return pipeline
    from onrecord.actors.office_table import OfficeTable
    from onrecord.lexicon.offices import known_actors

    actors = (item for item in items if isinstance(item, KnownActor))
    table = OfficeTable(offices(record), tenures(record), (*known_actors(), *actors))
    versions = dict(pipeline.run.versions) | {"imported": _digest(repr(items).encode())}
    return replace(pipeline, table=table, run=run_of(**versions))


def process_pipeline() -> "Pipeline":
    """The default pipeline, loaded once a process, and anew after a fork."""
    return _pipeline_of(os.getpid())


@cache
def _pipeline_of(process: int) -> "Pipeline":
    del process
    return default_pipeline()


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_of(**components: str) -> Run:
    """The run behind these versions and those of the packages that decide with them."""
    packages = {package: version(package) for package in DECIDING_PACKAGES}
    versions = tuple(sorted((packages | components).items()))
    return Run(_digest(repr(versions).encode()), versions)


def rules_version(parts: Sequence[str] = RULES) -> str:
    """A digest of every rule and word list: it changes when one of them does."""
    root = Path(__file__).parent
    files = (path for part in parts for path in (root / part).rglob("*"))
    chosen = sorted(path for path in files if path.suffix in RULE_FILES)
    names_and_content = ((path.relative_to(root).as_posix(), path.read_bytes()) for path in chosen)
    return _digest(repr(list(names_and_content)).encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:DIGEST_CHARACTERS]


def open_record(path: Path, create: bool = True) -> "Record":
    """The record at `path`. Raises RecordError where it cannot be used."""
    from onrecord.record import Record

    return Record.open(path, create=create, matcher=name_matcher())


def name_matcher() -> "ActorMatcher":
    """What compares the names of actors."""
    from onrecord.actors.names.matcher import NameMatcher

    return NameMatcher()


def statement_query(
    *,
    by: str | None,
    by_match: "NameMatch",
    about: str | None,
    since: str | None,
    until: str | None,
    said_in: str | None,
    occasion: OccasionKind | None,
    to: str | None,
    via: str | None,
    act: Root | None = None,
    kind: StatementKind | None,
    outlet: str | None,
    document: str | None,
    order: "Order",
    limit: int | None,
) -> "StatementQuery":
    """Filters for `Record.statements`."""
    from onrecord.record import StatementQuery

    return StatementQuery(
        by=by,
        by_match=by_match,
        about=about,
        since=since,
        until=until,
        said_in=said_in,
        occasion=occasion,
        to=to,
        via=via,
        act=act,
        kind=kind,
        outlet=outlet,
        document=document,
        order=order,
        limit=limit,
    )


def actor_query(
    *,
    name: str | None,
    match: "NameMatch",
    kind: ActorKind | None,
    country: str | None,
    limit: int | None,
) -> "ActorQuery":
    """Filters for `Record.actors`."""
    from onrecord.record import ActorQuery

    code = country.lower() if country else None
    return ActorQuery(name=name, match=match, kind=kind, country=code, limit=limit)


def read_actors(path: Path, format: "ActorFormat | None" = None) -> "Iterator[Item | LeftOut]":
    """What a table of actors gives, and what was left out."""
    from onrecord import imports

    return imports.read_actors(path, format)


def import_items(record: "Record", items: "Iterable[tuple[Item, str]]") -> "ImportOutcome":
    """Take items over into a record, each with the name of the table it comes from.

    Terms of office are gathered, because those of one holder are replaced together.
    """
    from onrecord.imports.gathered import gathered
    from onrecord.lexicon.offices import known_actors

    bundled = {actor.wikidata: actor.id for actor in known_actors() if actor.wikidata}
    return record.import_actors(gathered(items, bundled))


def actor_items(record: "Record") -> "Iterator[Item]":
    """The actors of a record with what was imported, as tables have them."""
    from onrecord.exports.actors.items import actor_items

    return actor_items(record)


def imported_items(record: "Record") -> "Iterator[Item]":
    """What was imported, as it was."""
    yield from record.known_actors()
    yield from record.offices()
    yield from record.tenures()


def identified(record: "Record") -> Iterator[AnalysedDocument]:
    """Every document of a record, its profiles replaced by the actors that they belong to."""
    from onrecord.exports.identities import actor_ids, as_actors

    ids = actor_ids(record.actors())
    return (as_actors(analysed, ids) for analysed in record.analysed())


def offices(record: "Record") -> Iterator[Office]:
    """The bundled offices, then those of the record."""
    from onrecord.lexicon.offices import offices as bundled

    yield from bundled()
    yield from record.offices()


def tenures(record: "Record") -> Iterator[Tenure]:
    """The bundled terms of office, then those of the record."""
    from onrecord.lexicon.offices import tenures as bundled

    yield from bundled()
    yield from record.tenures()


def read_sources(
    paths: Sequence[str],
    options: "SourceOptions | None" = None,
    stdin: BinaryIO | None = None,
    on_bytes: Callable[[int], None] | None = None,
) -> "Iterator[Document | Skipped]":
    """The documents behind `paths`, and what was skipped."""
    from onrecord.documents import sources

    return sources.read_sources(paths, options, stdin, on_bytes)


def count_sources(paths: Sequence[str], options: "SourceOptions") -> int | None:
    """How many bytes `read_sources` will deal with, if that can be known."""
    from onrecord.documents import sources

    return sources.count_sources(paths, options)


def text_document(text: str) -> Document:
    """A Document for a text at hand."""
    from onrecord.documents import text as documents_text

    return documents_text.text_document(text)


def sentence_network() -> "SentenceNetwork":
    """The network of single sentences that is shipped. Raises WeightsError where it is missing."""
    from onrecord.reader.sentences import SentenceNetwork
    from onrecord.weights.reader import reader_weights
    from onrecord.weights.sentences import sentence_weights

    return SentenceNetwork(sentence_weights(), reader_weights().vocabulary)


def code_sentences(sentences: "Iterable[MarkedSentence]") -> "Iterator[CodedSentence]":
    """The act of each sentence; a source or target that is not marked is looked for."""
    from onrecord.domain.sentence import CodedSentence
    from onrecord.positions.acts.code import code_sentence
    from onrecord.positions.acts.parties import completed

    network = sentence_network()
    pipeline = None
    for sentence in sentences:
        marked = sentence
        if sentence.source is None or sentence.target is None:
            pipeline = pipeline or default_pipeline(1)
            reading = pipeline.reader.read(text_document(sentence.text))
            marked = completed(sentence, reading.mentions)
        act = code_sentence(marked.text, marked.source, marked.target, network)
        yield CodedSentence(marked, act)
