"""What is asked about a statement, and the scores of its stances."""

from collections.abc import Sequence

import numpy as np

from onrecord.domain.issue import Issue
from onrecord.domain.reported import ReportedStatement
from onrecord.lexicon.stance import stance_words
from onrecord.positions.issues.find import one_line
from onrecord.positions.stance.conditions import conditions, governs
from onrecord.positions.stance.evidence import evidence_of
from onrecord.positions.stance.learning import Reals
from onrecord.positions.stance.network import CONDITIONAL, UNCLEAR, StanceNetwork
from onrecord.positions.stance.rules import Form
from onrecord.positions.stance.weighing import SILENT, VIEWS, Signs, weighed
from onrecord.positions.stance.words import (
    declared_in,
    lean_of_proposition,
    negations_in,
    word_scores,
    words_of,
)

LONGEST = 600
"""Characters of a text that a network is asked about; the rest would not be read anyway."""

LEAST_CHANCE = 1e-3

GOVERNED = 1.5
"""Without a network: added to the score of conditional where a condition governs."""

MOST_HEDGES = 2


def scores(
    issue: Issue,
    heard: Sequence[tuple[ReportedStatement, Form]],
    network: StanceNetwork | None,
) -> Reals:
    """(statements, 4) scores in the order of STANCES; their softmax are the chances."""
    if not heard:
        return np.zeros((0, 4))
    if network is None:
        return np.stack([_by_words(issue, statement, form) for statement, form in heard])
    told = answers_of(issue, [statement for statement, _ in heard], network)
    return np.stack([
        weighed(answers, signs_of(issue, statement, form))
        for answers, (statement, form) in zip(told, heard, strict=True)
    ])  # fmt: skip


def answers_of(
    issue: Issue, statements: Sequence[ReportedStatement], network: StanceNetwork
) -> list[dict[str, Reals]]:
    """The logarithms of the network's four chances for each of VIEWS, a statement."""
    views = [(bare(each), voiced(each)) for each in statements]
    pairs = [(text, issue.proposition) for texts in views for text in texts]
    chances = network.stances(pairs).astype(np.float64)
    told = np.log(np.maximum(chances, LEAST_CHANCE)).reshape(len(views), len(VIEWS), 4)
    return [dict(zip(VIEWS, answers, strict=True)) for answers in told]


def bare(statement: ReportedStatement) -> str:
    """The content alone."""
    return one_line(statement.content)[:LONGEST]


def voiced(statement: ReportedStatement) -> str:
    """The content behind who said it and how: "Hadrun Oss demanded: the mission must leave"."""
    names = " and ".join(speaker.name for speaker in statement.speakers)
    return one_line(f"{names} {_cue(statement)}: {statement.content}")[:LONGEST]


def signs_of(issue: Issue, statement: ReportedStatement, form: Form) -> Signs:
    """What the words and the form of a statement tell, whatever they are about."""
    known, side = stance_words(), lean_of_proposition(issue.proposition)
    content, cue = words_of(statement.content), words_of(_cue(statement))
    found = [
        condition
        for condition in conditions(statement.content)
        if governs(condition, statement.content, issue.proposition)
    ]
    hedges = sum(word in known.hedges for word in (*content, *cue))
    opposing = not known.side_against.isdisjoint(cue) and known.negations.isdisjoint(cue)
    return Signs(
        negation=side * float(negations_in(_on_the_issue(issue, statement)) % 2),
        opposing_cue=side * float(opposing),
        hedges=min(MOST_HEDGES, hedges) / MOST_HEDGES,
        nobody=float(not statement.speakers),
        governs=float(bool(found)),
        strong=float(any(condition.strong for condition in found)),
        turned=float(side) if form.turned else 0.0,
        declared=side * declared_in(_on_the_issue(issue, statement)),
        silent=form.silent,
    )


def _by_words(issue: Issue, statement: ReportedStatement, form: Form) -> Reals:
    told = word_scores(voiced(statement), issue)
    if form.turned:
        told[[0, 1]] = told[[1, 0]]
    signs = signs_of(issue, statement, form)
    told[CONDITIONAL] += GOVERNED * signs.governs
    if form.silent:
        told[UNCLEAR] = told.max() + SILENT
    return told


def _on_the_issue(issue: Issue, statement: ReportedStatement) -> str:
    """The sentences that the stance rests on: a "no" in another one negates nothing here."""
    spans = evidence_of(issue, statement)
    return " ".join(statement.in_passage(span).of(statement.passage) for span in spans)


def _cue(statement: ReportedStatement) -> str:
    return " ".join(
        statement.in_passage(span).of(statement.passage) for span in statement.statement.cue
    )
