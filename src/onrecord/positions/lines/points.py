"""One point an utterance: what its statements say, joined."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.domain.issue import Position, Stance, StatementKey
from onrecord.domain.line import Point
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedActor, ReportedStatement
from onrecord.domain.statement import StatementKind
from onrecord.domain.utterance import Utterance
from onrecord.positions.lines.voices import Voice

WEIGHT_OF_KIND = {StatementKind.DIRECT: 1.0, StatementKind.MIXED: 0.8, StatementKind.INDIRECT: 0.5}
"""How much a statement's stance counts in its utterance: the speaker's words before a reporter's.

Chosen so that one quotation outvotes a paraphrase that is just as sure, and two of them only where
they are surer than it.
"""

WEIGHT_OF_LEAD = 1.25
"""The fullest report counts more than a cut one of the same kind."""

WEIGHT_OF_UNCLEAR = 0.5
"""Words that show no side, as a cut quotation does, say little against words that show one."""

TRUST_IN_PARAPHRASE = 0.75
"""How much of a stance's lead over pure chance is kept where a reporter chose all the words."""

SECOND_OUTLET = 0.5
"""How much of what it could add another outlet's agreeing report adds: they are rarely independent.
"""

STANCES = len((Stance.FOR, Stance.AGAINST, Stance.CONDITIONAL))
CHANCE = 1 / STANCES
JUDGED = "judged"


@dataclass(frozen=True, slots=True)
class _Voiced:
    """A position with the statement that takes it and the speaker that counts."""

    position: Position
    reported: ReportedStatement
    speaker: ReportedActor
    weight: float


def points_of(
    voice: Voice,
    statements: Mapping[StatementKey, ReportedStatement],
    positions: Iterable[Position],
    utterances: Iterable[Utterance],
) -> Iterator[Point]:
    """A point for each utterance in which a statement that `voice` lets through takes a position.

    A statement of no utterance is one by itself.
    """
    held = {position.key: position for position in positions}
    for utterance in _those_with(held, utterances):
        voiced = list(_voiced(utterance, held, statements, voice))
        if voiced:
            yield _point(utterance, voiced)


def _those_with(
    held: Mapping[StatementKey, Position], utterances: Iterable[Utterance]
) -> Iterator[Utterance | StatementKey]:
    told: set[StatementKey] = set()
    for utterance in utterances:
        keys = _keys(utterance)[1]
        if any(key in held for key in keys):
            told.update(keys)
            yield utterance
    yield from (key for key in held if key not in told)


def _voiced(
    utterance: Utterance | StatementKey,
    held: Mapping[StatementKey, Position],
    statements: Mapping[StatementKey, ReportedStatement],
    voice: Voice,
) -> Iterator[_Voiced]:
    lead, keys = _keys(utterance)
    for key in keys:
        position, reported = held.get(key), statements.get(key)
        speaker = voice(reported) if reported else None
        if position and reported and speaker:
            weight = WEIGHT_OF_KIND[reported.statement.kind]
            weight *= WEIGHT_OF_LEAD if key == lead else 1.0
            yield _Voiced(position, reported, speaker, weight)


def _keys(utterance: Utterance | StatementKey) -> tuple[StatementKey, Sequence[StatementKey]]:
    if isinstance(utterance, StatementKey):
        return utterance, (utterance,)
    told = (retelling.key for retelling in utterance.retellings)
    return utterance.lead, tuple(dict.fromkeys((utterance.lead, *told)))


def _point(utterance: Utterance | StatementKey, voiced: Sequence[_Voiced]) -> Point:
    chosen, share = _chosen(voiced)
    others = [one for one in voiced if one is not chosen]
    outlets = (name for one in voiced for name in _outlets(one.reported))
    return Point(
        utterance_id=_id(utterance),
        position=chosen.position,
        speaker=chosen.speaker.id or chosen.speaker.name,
        said=_said(utterance, voiced),
        outlets=tuple(dict.fromkeys(outlets)),
        kinds=tuple(dict.fromkeys(one.reported.statement.kind for one in voiced)),
        statements=tuple(one.position.key for one in (chosen, *others)),
        others=tuple(one.position for one in others),
        disputed=any(_disputes(one.position, chosen.position) for one in others),
        confidence=_confidence(chosen, others, share),
    )


def _chosen(voiced: Sequence[_Voiced]) -> tuple[_Voiced, float]:
    """The statement that stands for the utterance, and the share of the vote that its stance has.

    What a person judged outvotes everything else.
    """
    if len(voiced) == 1:
        return voiced[0], 1.0
    judged = [one for one in voiced if one.position.step == JUDGED]
    voting = judged or voiced
    votes = dict.fromkeys(Stance, 0.0)
    for one in voting:
        votes[one.position.stance] += _vote(one)
    won = max(Stance, key=lambda stance: votes[stance])
    best = max((one for one in voting if one.position.stance is won), key=_vote)
    clear = sum(vote for stance, vote in votes.items() if stance is not Stance.UNCLEAR)
    return best, (votes[won] / clear if clear and won is not Stance.UNCLEAR else 1.0)


def _vote(one: _Voiced) -> float:
    scale = WEIGHT_OF_UNCLEAR if one.position.stance is Stance.UNCLEAR else 1.0
    return scale * one.weight * one.position.confidence


def _disputes(one: Position, other: Position) -> bool:
    clear = Stance.UNCLEAR not in (one.stance, other.stance)
    return clear and one.stance is not other.stance


def _confidence(chosen: _Voiced, others: Sequence[_Voiced], share: float) -> float:
    """That of the chosen statement; agreeing outlets raise it, disagreement lowers it."""
    doubt = 1 - chosen.position.confidence
    heard = {chosen.reported.outlet}
    for one in others:
        agrees = one.position.stance is chosen.position.stance
        if agrees and one.reported.outlet not in heard:
            heard.add(one.reported.outlet)
            doubt *= 1 - SECOND_OUTLET * _beyond_chance(one.position.confidence)
    sure = (1 - doubt) * share
    if chosen.position.step != JUDGED and _paraphrased(chosen, others):
        sure = CHANCE + TRUST_IN_PARAPHRASE * (sure - CHANCE)
    return max(sure, 0.0)


def _beyond_chance(confidence: float) -> float:
    """0 for a guess among the three sides, 1 for certainty."""
    return max((confidence - CHANCE) / (1 - CHANCE), 0.0)


def _paraphrased(chosen: _Voiced, others: Sequence[_Voiced]) -> bool:
    kinds = {one.reported.statement.kind for one in (chosen, *others)}
    return kinds == {StatementKind.INDIRECT}


def _said(utterance: Utterance | StatementKey, voiced: Sequence[_Voiced]) -> Period | None:
    """The days of saying; never those of publication, unless a rule found that they are these."""
    if isinstance(utterance, Utterance) and utterance.said:
        return utterance.said
    known = [one.reported.statement.said.period for one in voiced if one.reported.statement.said]
    return min(known, key=lambda period: (period.days, period.first), default=None)


def _id(utterance: Utterance | StatementKey) -> str:
    if isinstance(utterance, Utterance):
        return utterance.id
    return f"{utterance.document_id}/{utterance.statement_id}"


def _outlets(reported: ReportedStatement) -> Iterator[str]:
    """Who published it. Where that is not known, the agency that it came by last stands for it."""
    unknown = reported.outlet == reported.document_name
    yield reported.via[-1] if unknown and reported.via else reported.outlet
    yield from reported.copied_to
