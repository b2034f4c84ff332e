"""The statements that bear on an issue, each with the reason for it.

Words come first: they are cheap, and say which statements are worth a look. Where a network is
given, the most promising are compared with the proposition and its examples in meaning as well.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.domain.issue import Hit, Issue
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span
from onrecord.positions.issues.embedder import Embedder, Floats
from onrecord.positions.issues.filters import passes
from onrecord.positions.issues.relevance import NOTHING, Features
from onrecord.positions.issues.stems import placed_stems, stems
from onrecord.positions.issues.wanted import (
    Coverage,
    Wanted,
    coverage,
    rarities,
    wanted_of,
)

LEAST_SCORE = 0.3
"""A statement is a hit from this chance on: precision .88, recall .82 on the tuning half of
benchmarks/stance/judged.csv, whose misses name the same things as the hits."""

MOST_COMPARED = 3000
"""So many statements are compared in meaning: about 15 seconds where no vector is kept yet."""

WORTH_A_LOOK = 0.25
"""A statement whose words could not bring it to this chance is not looked at more closely."""

LONG = 160
"""Characters of a content beyond which its sentences are looked at one by one."""

SENTENCE_END = re.compile(r"(?<=[^\s.]{3}[.!?…])[”’\"']*\s|[;\n]| \[…\] ")

LONGEST_COMPARED = 400
"""Characters of a content that are compared; the rest of a long quotation drowns its beginning."""

WORTH_SAYING = 0.3
"""Nearness in meaning that is named among the reasons; two texts at random have about 0.1."""

SHORT = 25
"""A content of fewer characters is compared with the sentence around it."""


_Candidate = tuple[ReportedStatement, Features]


def find_hits(
    issue: Issue,
    statements: Iterable[ReportedStatement],
    embed: Embedder | None,
    least: float = LEAST_SCORE,
) -> Iterator[Hit]:
    """The statements that bear on the issue with a chance of at least `least`, the surest first.

    Without `embed` words alone decide. What a word tells depends on how rare it is among the
    `statements` given, also among those that the issue's filters keep out.
    """
    wanted = wanted_of(issue)
    candidates = _by_words(issue, wanted, statements)
    if embed is not None:
        candidates = _by_meaning(issue, candidates, embed)
    hits = [
        _hit(statement, features, wanted)
        for statement, features in candidates
        if features.score() >= least
    ]
    yield from sorted(hits, key=lambda hit: (-hit.score, hit.key))


def compared_text(statement: ReportedStatement) -> str:
    """The words of a statement that are compared in meaning."""
    content = one_line(statement.content)
    text = content if len(content) >= SHORT else one_line(statement.passage)
    return text[:LONGEST_COMPARED]


def one_line(text: str) -> str:
    """`text` without line breaks and runs of space."""
    return " ".join(text.split())


def _by_words(
    issue: Issue, wanted: Wanted, statements: Iterable[ReportedStatement]
) -> list[_Candidate]:
    """Every statement that passes the filters, with what words tell."""
    asked = wanted.all
    bags: list[frozenset[str]] = []
    kept: list[tuple[ReportedStatement, frozenset[str]]] = []
    for statement in statements:
        bag = asked & _bag(statement)
        bags.append(bag)
        if passes(issue, statement):
            kept.append((statement, bag))
    covered = coverage(rarities(bags))
    return [
        (statement, _features(statement, bag, wanted, covered) if bag else NOTHING)
        for statement, bag in kept
    ]


def _bag(statement: ReportedStatement) -> frozenset[str]:
    names = " ".join(target.name for target in statement.targets)
    return stems(f"{statement.content} {names}" if names else statement.content)


def _features(
    statement: ReportedStatement, bag: frozenset[str], wanted: Wanted, covered: Coverage
) -> Features:
    """What its best sentence has: words far apart in a long quotation are about many things.

    Sentences and what stands around are looked at only where the content as a whole has enough.
    """
    whole = _shared([bag], bag, wanted, covered)
    if replace(whole, around=1.0).score() < WORTH_A_LOOK:
        return whole
    asked = wanted.all
    around = bag | (asked & stems(f"{statement.passage} {statement.title or ''}"))
    bags = [bag] if len(statement.content) <= LONG else _sentence_bags(statement, asked)
    return _shared(bags, around, wanted, covered)


def _shared(
    bags: Sequence[frozenset[str]], around: frozenset[str], wanted: Wanted, covered: Coverage
) -> Features:
    def best(asked: frozenset[str]) -> float:
        return max(covered(asked, bag) for bag in bags)

    own = best(wanted.proposition)
    return Features(
        proposition=own,
        around=covered(wanted.proposition, around),
        example=max(map(best, wanted.examples), default=own),
        words=best(wanted.words),
    )


def _sentence_bags(statement: ReportedStatement, asked: frozenset[str]) -> list[frozenset[str]]:
    return [asked & stems(sentence) for sentence in SENTENCE_END.split(statement.content)]


def _by_meaning(
    issue: Issue, candidates: Sequence[_Candidate], embed: Embedder
) -> list[_Candidate]:
    """The most promising, with their nearness to the proposition and its examples."""
    first = sorted(candidates, key=lambda found: (-found[1].score(), found[0].key))[:MOST_COMPARED]
    if not first:
        return []
    asked = embed.embed([issue.proposition, *(example.text for example in issue.examples)])
    near = embed.embed([compared_text(statement) for statement, _ in first]) @ asked.T
    return [
        (statement, replace(features, alike=own, alike_example=example))
        for (statement, features), own, example in zip(first, *_nearest(near), strict=True)
    ]


def _nearest(near: Floats) -> tuple[list[float], list[float]]:
    """To the proposition, and to the nearest example or, where there is none, to it again."""
    examples = near[:, 1:] if near.shape[1] > 1 else near
    return near[:, 0].tolist(), examples.max(axis=1).tolist()


def _hit(statement: ReportedStatement, features: Features, wanted: Wanted) -> Hit:
    shared = [
        (stem, statement.in_document(place))
        for stem, place in placed_stems(statement.passage)
        if stem in wanted.proposition or stem in wanted.words
    ]
    inside = [
        (stem, place)
        for stem, place in shared
        if any(span.contains(place) for span in statement.statement.content)
    ]
    places = tuple(place for _, place in inside)
    return Hit(
        statement.key, features.score(), tuple(_reasons(statement, features, places)), places
    )


def _reasons(
    statement: ReportedStatement, features: Features, places: Sequence[Span]
) -> Iterator[str]:
    words = dict.fromkeys(statement.in_passage(place).of(statement.passage) for place in places)
    if words:
        yield f"shares: {', '.join(words)}"
    if features.around > features.proposition:
        yield "more of its words stand around it"
    if features.alike is not None and features.alike >= WORTH_SAYING:
        yield f"alike in meaning: {features.alike:.2f}"
    if features.alike_example is not None and features.alike_example >= WORTH_SAYING:
        yield f"like an example: {features.alike_example:.2f}"
