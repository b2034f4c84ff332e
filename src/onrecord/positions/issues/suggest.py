"""Issues that the statements themselves suggest: what several speakers, or one on several days,
say nearly the same about.

The most central statement that is left gathers those near it; its words become the proposition.
Everything is in a fixed order, so that the same statements suggest the same issues.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.issue import Issue, StatementKey
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedStatement
from onrecord.positions.issues.embedder import Embedder, Floats
from onrecord.positions.issues.find import compared_text
from onrecord.positions.issues.proposing import can_be_proposed, is_modal, proposition_of, slug_of
from onrecord.positions.issues.word_vectors import word_vectors

Integers = NDArray[np.int64]

NEAR_IN_MEANING = 0.62
"""Cosine from which on two statements are about one proposition: below it, only about one topic."""

NEAR_IN_WORDS = 0.45
"""The same for vectors of rare words, where there is no network."""

MOST_COMPARED = 4000
"""Statements compared with each other; of more, every n-th is taken. 64 MB of products."""

FEWEST_MEMBERS = 3

MODAL = 0.08
"""A sentence that says what should be makes a better proposition than one as near that does not."""


@dataclass(frozen=True, slots=True)
class SuggestedIssue:
    """`typical` is the statement whose words are the proposition; `members` those near it, the
    nearest first. `actors` are names of who made them, the most frequent first; `said` is the
    time over which."""

    issue: Issue
    typical: StatementKey
    members: tuple[StatementKey, ...]
    actors: tuple[str, ...]
    said: Period | None


def suggest(
    statements: Iterable[ReportedStatement], embed: Embedder | None, limit: int
) -> tuple[SuggestedIssue, ...]:
    """At most `limit` issues, those that most speakers and days are on first."""
    chosen = _chosen(statements)
    if len(chosen) < FEWEST_MEMBERS:
        return ()
    texts = [compared_text(statement) for statement in chosen]
    vectors = word_vectors(texts) if embed is None else embed.embed(texts)
    near = NEAR_IN_WORDS if embed is None else NEAR_IN_MEANING
    found: list[SuggestedIssue] = []
    slugs: set[str] = set()
    for members in _clusters(chosen, vectors, near):
        suggested = _suggested(chosen, vectors, members, slugs)
        if suggested is not None:
            slugs.add(suggested.issue.id)
            found.append(suggested)
        if len(found) == limit:
            break
    return tuple(found)


def _chosen(statements: Iterable[ReportedStatement]) -> list[ReportedStatement]:
    """Statements of a speaker that say something, in a fixed order, no words twice."""
    seen: dict[str, ReportedStatement] = {}
    for statement in sorted(statements, key=lambda statement: statement.key):
        text = compared_text(statement)
        if statement.speakers and can_be_proposed(text):
            seen.setdefault(text.lower(), statement)
    kept = list(seen.values())
    return kept[:: len(kept) // MOST_COMPARED + 1]


def _clusters(chosen: Sequence[ReportedStatement], vectors: Floats, near: float) -> list[list[int]]:
    """Members, nearest to their centre first, of the best cluster first; each in one only."""
    products = vectors @ vectors.T
    neighbours = [np.flatnonzero(row >= near) for row in products]
    order = sorted(
        range(len(chosen)), key=lambda n: (-_worth(chosen, neighbours[n], products[n]), n)
    )
    taken = np.zeros(len(chosen), dtype=bool)
    ranked: list[tuple[float, int, list[int]]] = []
    for centre in order:
        if taken[centre]:
            continue
        members = [n for n in neighbours[centre].tolist() if not taken[n]]
        if len(members) < FEWEST_MEMBERS or not _several(chosen, members):
            continue
        taken[members] = True
        members.sort(key=lambda n: (-float(products[centre, n]), n))
        ranked.append(
            (_worth(chosen, np.array(members, dtype=np.int64), products[centre]), centre, members)
        )
    ranked.sort(key=lambda found: (-found[0], found[1]))
    return [members for _, _, members in ranked]


def _worth(chosen: Sequence[ReportedStatement], members: Integers, row: Floats) -> float:
    """How much is said about it: speakers and days count, repetition only a little."""
    speakers: set[str] = set()
    days: set[date] = set()
    documents: set[str] = set()
    for n in members.tolist():
        statement = chosen[n]
        speakers.update(speaker.id or speaker.name for speaker in statement.speakers)
        documents.add(statement.key.document_id)
        if statement.said is not None:
            days.add(statement.said.first)
    spread = len(speakers) + len(days) + len(documents)
    return spread * float(row[members].mean()) if len(members) else 0.0


def _several(chosen: Sequence[ReportedStatement], members: Sequence[int]) -> bool:
    """Whether several documents have it, and several speakers or several days."""
    found = [chosen[n] for n in members]
    speakers = {speaker.id or speaker.name for each in found for speaker in each.speakers}
    days = {each.said.first for each in found if each.said is not None}
    documents = {each.key.document_id for each in found}
    return len(documents) > 1 and (len(speakers) > 1 or len(days) > 1)


def _suggested(
    chosen: Sequence[ReportedStatement],
    vectors: Floats,
    members: Sequence[int],
    slugs: set[str],
) -> SuggestedIssue | None:
    """The member nearest to all that makes a sentence gives the words."""
    middle = vectors[list(members)].mean(axis=0)
    drafts = [(n, proposition_of(chosen[n])) for n in members]
    worth = {n: float(vectors[n] @ middle) + MODAL * is_modal(draft or "") for n, draft in drafts}
    for typical, proposition in sorted(drafts, key=lambda found: (-worth[found[0]], found[0])):
        slug = slug_of(proposition) if proposition else ""
        if proposition and slug and slug not in slugs:
            statements = [chosen[n] for n in members]
            return SuggestedIssue(
                issue=Issue(slug, proposition),
                typical=chosen[typical].key,
                members=tuple(each.key for each in statements),
                actors=_actors(statements),
                said=_time(statements),
            )
    return None


def _actors(statements: Sequence[ReportedStatement]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for statement in statements:
        for speaker in statement.speakers:
            counts[speaker.name] = counts.get(speaker.name, 0) + 1
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _time(statements: Sequence[ReportedStatement]) -> Period | None:
    days = [statement.said for statement in statements if statement.said is not None]
    if not days:
        return None
    return Period(min(day.first for day in days), max(day.last for day in days))
