"""What is known to be one utterance: samples by construction, pairs by judgement."""

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from onrecord.domain.issue import StatementKey
from onrecord.domain.reported import ReportedStatement

HERE = Path(__file__).parent
Pair = frozenset[StatementKey]


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair of statements by where they stand, `part` is tune or held."""

    part: str
    places: tuple[tuple[str, int, int], tuple[str, int, int]]
    verdict: str


def read_judged() -> list[Judged]:
    """The pairs of judged.csv."""
    with (HERE / "judged.csv").open(encoding="utf-8", newline="") as lines:
        return [
            Judged(
                row["part"],
                (
                    (row["document_a"], int(row["start_a"]), int(row["end_a"])),
                    (row["document_b"], int(row["start_b"]), int(row["end_b"])),
                ),
                row["verdict"],
            )
            for row in csv.DictReader(lines)
        ]


def place_of(report: ReportedStatement) -> tuple[str, int, int]:
    """Document, first and last offset of a statement's content."""
    content = report.statement.content
    return report.statement.document_id, content[0].start, content[-1].end


def sample_documents() -> frozenset[str]:
    """The documents whose pairs are scored."""
    return frozenset(_samples()["documents"])


def sample_pairs(reports: Sequence[ReportedStatement]) -> tuple[set[Pair], list[str]]:
    """The pairs that are one utterance, and what of the gold was not found in the statements.

    >>> sample_pairs([])[0]
    set()
    """
    pairs: set[Pair] = set()
    missing: list[str] = []
    for utterance in _samples()["utterance"]:
        found: set[StatementKey] = set()
        for document, words in utterance["reports"]:
            keys = _repeats(reports, document, words)
            found |= keys
            if not keys:
                missing.append(f"{document}: {words}")
        pairs |= _together(found)
    return pairs | _copied(reports) | _overlapping(reports), missing


def _overlapping(reports: Sequence[ReportedStatement]) -> set[Pair]:
    """Two readings of one stretch of text, by the same speaker."""
    pairs: set[Pair] = set()
    for one, other in combinations(reports, 2):
        if one.key.document_id == other.key.document_id and one.speakers == other.speakers:
            spans = [(a, b) for a in one.statement.content for b in other.statement.content]
            if one.speakers and any(a.overlaps(b) for a, b in spans):
                pairs.add(frozenset((one.key, other.key)))
    return pairs


def _repeats(reports: Sequence[ReportedStatement], document: str, words: str) -> set[StatementKey]:
    """The first statement with the words, and those of its document with the same content."""
    inside = sorted(
        (one for one in reports if one.document_name == document),
        key=lambda one: (one.statement.content[0].start, one.statement.id),
    )
    first = next((one for one in inside if words in _plain(one.content)), None)
    return {one.key for one in inside if first and _plain(one.content) == _plain(first.content)}


def _copied(reports: Sequence[ReportedStatement]) -> set[Pair]:
    """Statements with the same words in copies of one text, or twice in one document."""
    texts = {name: number for number, names in enumerate(_samples()["copies"]) for name in names}
    alike: dict[tuple[object, str], set[StatementKey]] = {}
    for one in reports:
        text = texts.get(one.document_name, one.document_name)
        alike.setdefault((text, _plain(one.content)), set()).add(one.key)
    return {pair for keys in alike.values() for pair in _together(keys)}


def _together(keys: Iterable[StatementKey]) -> set[Pair]:
    return {frozenset(pair) for pair in combinations(sorted(keys), 2)}


def _plain(words: str) -> str:
    return " ".join(words.split())


def _samples() -> Mapping[str, list[Mapping[str, list[list[str]]]]]:
    return tomllib.loads((HERE / "samples.toml").read_text(encoding="utf-8"))


def pairs_within(groups: Iterable[Iterable[StatementKey]], inside: set[StatementKey]) -> set[Pair]:
    """All pairs of statements of one group, both of which are inside."""
    return {pair for keys in groups for pair in _together(key for key in keys if key in inside)}


def lines_of(pairs: Iterable[Pair]) -> Iterator[list[list[str]]]:
    """Pairs as they are written into a file."""
    for pair in sorted(sorted(one) for one in pairs):
        yield [[key.document_id, key.statement_id] for key in pair]
