"""Scores of extracted statements against gold attributions.

Two measures, both over documents of the shape `{"id", "text", "statements": [{"source", "cue",
"content"}]}` with lists of [start, end) code point offsets:

* linked statements: a gold and a predicted statement are paired one to one, best overlap first,
  where the words of their contents overlap by at least half (intersection over union); the pair is
  *attributed* where the words of their sources do so too, or both have none;
* strict spans: for each role, runs of tokens within a sentence, right only if both ends agree.

A word is a maximal run of word characters, so marks at an edge never count in the first measure.
"""

import gzip
import json
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROLES = ("source", "cue", "content")
KINDS = ("direct", "mixed", "indirect")
LEAST_OVERLAP = 0.5
DIRECT_SHARE = 0.95

Spans = Sequence[tuple[int, int]]
Words = frozenset[int]

_WORD = re.compile(r"\w+")
_QUOTE_OR_WORD = re.compile(r"[“”\"]|''|``|\w+")


@dataclass(frozen=True, slots=True)
class Marked:
    """One statement as spans."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Case:
    """One document with its statements."""

    id: str
    text: str
    statements: tuple[Marked, ...]


def read_cases(path: Path) -> dict[str, Case]:
    """Read JSON Lines, gzipped if the name says so."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    cases = [_case(json.loads(line)) for line in raw.decode("utf-8").split("\n") if line.strip()]
    return {case.id: case for case in cases}


def _case(row: Mapping[str, object]) -> Case:
    statements = row["statements"]
    if not isinstance(statements, list):
        raise TypeError(f"document {row.get('id')!r} has no list of statements")
    marked = (Marked(*(_spans(found.get(role)) for role in ROLES)) for found in statements)
    return Case(str(row["id"]), str(row.get("text", "")), tuple(marked))


def _spans(found: Iterable[Sequence[int]] | None) -> Spans:
    return [(start, end) for start, end in found or ()]


class _Tokens:
    """Which words of a text spans touch."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in _WORD.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def touched(self, spans: Spans) -> Words:
        found: set[int] = set()
        for start, end in spans:
            found.update(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))
        return frozenset(found)


def overlap(left: Words, right: Words) -> float:
    """Intersection over union; two empty sets agree."""
    return len(left & right) / len(left | right) if left or right else 1.0


def quoted_kind(text: str, spans: Spans) -> str:
    """direct where at least 95 % of the words stand in quotation marks, mixed, or indirect."""
    inside = total = 0
    for start, end in spans:
        before, body = text[max(0, start - 1) : start], text[start:end]
        quoted = before in ("“", '"') and not re.search(r"[“\"]", body)
        for match in _QUOTE_OR_WORD.finditer(body):
            token = match.group()
            if token in ("“", "``"):
                quoted = True
            elif token in ("”", "''"):
                quoted = False
            elif token == '"':
                quoted = not quoted
            else:
                total += 1
                inside += quoted
    if not inside:
        return "indirect"
    return "direct" if inside >= DIRECT_SHARE * total else "mixed"


def pair(
    gold: Sequence[Words],
    predicted: Sequence[Words],
    agreement: Callable[[Words, Words], float],
    least: float,
) -> list[tuple[int, int]]:
    """One-to-one pairs, greedily by agreement (ties: later ones first)."""
    scored = [(agreement(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted)]
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    found = []
    for _, i, j in sorted((row for row in scored if row[0] >= least), reverse=True):
        if i in free_gold and j in free_predicted:
            free_gold.discard(i)
            free_predicted.discard(j)
            found.append((i, j))
    return found


def _exact(left: Words, right: Words) -> float:
    return float(left == right)


def count_document(
    gold: Case, predicted: Case | None
) -> tuple[Counter[str], list[tuple[int, str]]]:
    """Counts of one document, and what became of each of its gold statements."""
    tokens = _Tokens(gold.text)
    kinds = [quoted_kind(gold.text, statement.content) for statement in gold.statements]
    found = predicted.statements if predicted else ()
    of = {role: [tokens.touched(getattr(s, role)) for s in gold.statements] for role in ROLES}
    kept = [s for s in found if tokens.touched(s.content)]
    by = {role: [tokens.touched(getattr(s, role)) for s in kept] for role in ROLES}
    counts = Counter(gold=len(kinds), predicted=len(kept))
    counts.update(f"gold_{kind}" for kind in kinds)
    counts["content_exact"] = len(pair(of["content"], by["content"], _exact, 1))
    fate = ["missed"] * len(kinds)
    for i, j in pair(of["content"], by["content"], overlap, LEAST_OVERLAP):
        agrees = overlap(of["source"][i], by["source"][j]) >= LEAST_OVERLAP
        fate[i] = "attributed" if agrees else "found"
        counts["content"] += 1
        counts[f"found_{kinds[i]}"] += 1
        counts["attributed"] += agrees
        counts[f"attributed_{kinds[i]}"] += agrees
    for role in ("source", "cue"):
        left, right = (list({words for words in side[role] if words}) for side in (of, by))
        counts[f"gold_{role}"] += len(left)
        counts[f"predicted_{role}"] += len(right)
        counts[role] += len(pair(left, right, overlap, LEAST_OVERLAP))
    return counts, list(enumerate(fate))


def f1(right: int, gold: int, predicted: int) -> float:
    """F1 in per cent, one decimal."""
    return round(200 * right / (gold + predicted), 1) if gold + predicted else 0.0


def linked_figures(counts: Mapping[str, int]) -> dict[str, float]:
    """Figures in per cent, from the summed counts of all documents."""
    figures = {
        f"{name}_f1": f1(counts[name], counts["gold"], counts["predicted"])
        for name in ("content_exact", "content", "attributed")
    }
    for role in ("source", "cue"):
        figures[f"{role}_f1"] = f1(
            counts[role], counts[f"gold_{role}"], counts[f"predicted_{role}"]
        )
    for kind in KINDS:
        total = max(1, counts[f"gold_{kind}"])
        figures[f"{kind}_found"] = round(100 * counts[f"found_{kind}"] / total, 1)
        figures[f"{kind}_attributed"] = round(100 * counts[f"attributed_{kind}"] / total, 1)
    return figures


Sentences = Sequence[Sequence[tuple[int, int]]]


def read_sentences(path: Path) -> dict[str, Sentences]:
    """Sentences as token offsets, a document a line: `{"id", "sentences": [[[start, end]]]}`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {row["id"]: row["sentences"] for row in map(json.loads, lines)}


def token_runs(sentences: Sentences, case: Case | None, role: str) -> set[tuple[int, int, int]]:
    """(sentence, first token, last token) of the runs that the spans of one role touch."""
    starts = [sentence[0][0] for sentence in sentences]
    found = set()
    spans = [
        span for statement in (case.statements if case else ()) for span in getattr(statement, role)
    ]
    for start, end in spans:
        number = max(0, bisect_right(starts, start) - 1)
        while number < len(sentences) and sentences[number][0][0] < end:
            touched = [i for i, (s, e) in enumerate(sentences[number]) if s < end and e > start]
            if touched:
                found.add((number, touched[0], touched[-1]))
            number += 1
    return found


def strict_figures(
    gold: Mapping[str, Case], predicted: Mapping[str, Case], sentences: Mapping[str, Sentences]
) -> dict[str, float]:
    """Strict span F1, 0 to 1 with three decimals, by role and over all."""
    counts: Counter[tuple[str, str]] = Counter()
    for key in gold.keys() & sentences.keys():
        for role in ROLES:
            left = token_runs(sentences[key], gold[key], role)
            right = token_runs(sentences[key], predicted.get(key), role)
            for name in (role, "all"):
                counts[name, "right"] += len(left & right)
                counts[name, "either"] += len(left) + len(right)
    return {
        f"strict_{name}": round(2 * counts[name, "right"] / max(1, counts[name, "either"]), 3)
        for name in (*ROLES, "all")
    }
