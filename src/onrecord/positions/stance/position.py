"""The positions that statements take on an issue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.domain.issue import (
    Hit,
    Issue,
    Position,
    Stance,
    StanceJudgement,
    StatementKey,
)
from onrecord.domain.reported import ReportedStatement
from onrecord.positions.issues.embedder import Floats
from onrecord.positions.issues.find import compared_text
from onrecord.positions.stance.bearing import bearing
from onrecord.positions.stance.evidence import condition_spans, evidence_of
from onrecord.positions.stance.hearing import scores
from onrecord.positions.stance.judged import standing
from onrecord.positions.stance.learning import Kernel, Reals, corrected, softmax
from onrecord.positions.stance.network import STANCES, StanceNetwork
from onrecord.positions.stance.rules import Form, form_of

KERNEL = Kernel(common=0.3, alike=2.0, answer=0.5, width=0.3)
"""Chosen on the tuning half of benchmarks/stance/judged.csv, five judgements an issue, 16 draws."""

EXAMPLE_COUNTS = 0.1
"""An example of the issue counts for so much of a judged statement."""

EXAMPLE_SCALE, EXAMPLE_FLOOR = 0.6, 0.05
"""What a network tells of an example is taken as less sure than it is: it has no attribution."""

LEAST_BEARING = 0.5
"""A hit below this chance, after judgements of what does not bear, is left out."""


@dataclass(frozen=True, slots=True)
class _Heard:
    statement: ReportedStatement
    form: Form
    hit: Hit | None


def positions_on(
    issue: Issue,
    statements: Sequence[ReportedStatement],
    hits: Sequence[Hit],
    judgements: Sequence[StanceJudgement],
    network: StanceNetwork | None,
) -> tuple[Position, ...]:
    """The position of each hit, in the order of the hits, and of each statement judged.

    `statements` hold those of the hits, and those nested in them where there are any. A judged
    statement keeps the person's verdict; one judged not to bear on the issue has no position, and
    those like it may lose theirs. Without a network words alone decide, and no judgement teaches
    more than what is common to all.
    """
    by_key = {statement.key: statement for statement in statements}
    judged = {key: held for key, held in standing(judgements, issue.id).items() if key in by_key}
    heard = _heard(by_key, hits, judged)
    vectors = _vectors(heard, network)
    heard, vectors = _still_bearing(heard, vectors, judged)
    told = scores(issue, [(each.statement, each.form) for each in heard], network)
    learned = _learned(issue, heard, told, vectors, judged, network)
    return tuple(
        _position(issue, each, own, moved, judged.get(each.statement.key))
        for each, own, moved in zip(heard, told, learned, strict=True)
    )


def _heard(
    by_key: Mapping[StatementKey, ReportedStatement],
    hits: Sequence[Hit],
    judged: Mapping[StatementKey, StanceJudgement],
) -> list[_Heard]:
    inside: dict[StatementKey, list[ReportedStatement]] = {}
    for statement in by_key.values():
        if statement.statement.parent is not None:
            outer = StatementKey(statement.statement.document_id, statement.statement.parent)
            inside.setdefault(outer, []).append(statement)
    found: dict[StatementKey, Hit | None] = {hit.key: hit for hit in hits if hit.key in by_key}
    for key in judged:
        found.setdefault(key, None)
    return [
        _Heard(by_key[key], form_of(by_key[key], inside.get(key, ())), hit)
        for key, hit in found.items()
    ]


def _vectors(heard: Sequence[_Heard], network: StanceNetwork | None) -> Floats:
    if network is None or not heard:
        return np.zeros((len(heard), 1), dtype=np.float32)
    return network.embed([compared_text(each.statement) for each in heard])


def _still_bearing(
    heard: list[_Heard], vectors: Floats, judged: Mapping[StatementKey, StanceJudgement]
) -> tuple[list[_Heard], Floats]:
    """Those that bear on the issue after the judgements on whether they do, with new scores."""
    verdicts = {
        row: judged[each.statement.key].stance is not None
        for row, each in enumerate(heard)
        if each.statement.key in judged
    }
    chances = bearing([each.hit.score if each.hit else 0.5 for each in heard], vectors, verdicts)
    kept = [
        row
        for row, chance in enumerate(chances)
        if verdicts.get(row, chance >= min(LEAST_BEARING, _score(heard[row])))
    ]
    rescored = [
        replace(each, hit=replace(each.hit, score=chance)) if each.hit else each
        for each, chance in zip(heard, chances, strict=True)
    ]
    return [rescored[row] for row in kept], vectors[kept]


def _score(each: _Heard) -> float:
    return each.hit.score if each.hit else 1.0


def _learned(
    issue: Issue,
    heard: Sequence[_Heard],
    told: Reals,
    vectors: Floats,
    judged: Mapping[StatementKey, StanceJudgement],
    network: StanceNetwork | None,
) -> Reals:
    """The scores after the issue's examples and the judgements on it."""
    rows = [row for row, each in enumerate(heard) if each.statement.key in judged]
    labels = [STANCES.index(_verdict(judged[heard[row].statement.key])) for row in rows]
    if network is None or not issue.examples:
        return corrected(
            told, vectors, told[rows], vectors[rows], np.array(labels, dtype=np.int64),
            np.ones(len(rows)), KERNEL,
        )  # fmt: skip
    texts = [example.text for example in issue.examples]
    chances = network.stances([(text, issue.proposition) for text in texts]).astype(np.float64)
    example_scores = EXAMPLE_SCALE * np.log(chances + EXAMPLE_FLOOR)
    labels += [STANCES.index(example.stance) for example in issue.examples]
    return corrected(
        told,
        vectors,
        np.concatenate([told[rows], example_scores]),
        np.concatenate([vectors[rows], network.embed(texts)]),
        np.array(labels, dtype=np.int64),
        np.array([1.0] * len(rows) + [EXAMPLE_COUNTS] * len(texts)),
        KERNEL,
    )


def _verdict(judgement: StanceJudgement) -> Stance:
    return judgement.stance if judgement.stance is not None else Stance.UNCLEAR


def _position(
    issue: Issue, each: _Heard, own: Reals, moved: Reals, judgement: StanceJudgement | None
) -> Position:
    chances = softmax(moved)
    best = int(chances.argmax())
    stance, confidence = STANCES[best], float(chances[best])
    step = each.form.step or ("learned" if best != int(own.argmax()) else "model")
    if judgement is not None:
        stance, confidence, step = _verdict(judgement), 1.0, "judged"
    return Position(
        issue_id=issue.id,
        key=each.statement.key,
        stance=stance,
        confidence=confidence,
        step=step,
        evidence=each.form.evidence if each.form.silent else evidence_of(issue, each.statement),
        conditions=tuple(condition_spans(each.statement)) if stance is Stance.CONDITIONAL else (),
        hit=each.hit,
    )
