"""Lines and comparisons as JSON; spans are code points of the document's text."""

from collections.abc import Mapping, Sequence

from onrecord.domain.issue import Position, StatementKey
from onrecord.domain.line import (
    CoverageWarning,
    Line,
    LineComparison,
    Overlap,
    Phase,
    Point,
    Shift,
    Stray,
)
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span
from onrecord.positions.lines import speaker_name

Json = dict[str, object]
Statements = Mapping[StatementKey, ReportedStatement]

DECIMALS = 4
"""Digits of a chance; more would be noise."""


def line_json(line: Line, statements: Statements) -> Json:
    """A line; utterances, statements and outlets are counted apart."""
    return {
        "actor": line.actor,
        "name": line.name,
        "issue": line.issue_id,
        "rolled_up": line.rolled_up,
        "counts": {
            "utterances": line.counts.utterances,
            "statements": line.counts.statements,
            "outlets": line.counts.outlets,
        },
        "points": [point_json(point, statements) for point in line.points],
        "phases": [_phase(phase) for phase in line.phases],
        "shifts": [_shift(shift, statements) for shift in line.shifts],
        "strays": [_stray(stray) for stray in line.strays],
        "warnings": _warnings(line.warnings),
    }


def point_json(point: Point, statements: Statements) -> Json:
    """An utterance with every statement that reports it, the one that stands for it first."""
    positions = (point.position, *point.others)
    return {
        "utterance": point.utterance_id,
        "said": _period(point.said),
        "stance": point.stance.value,
        "confidence": round(point.confidence, DECIMALS),
        "disputed": point.disputed,
        "speaker": {"actor": point.speaker, "name": speaker_name(point, statements)},
        "outlets": list(point.outlets),
        "kinds": [kind.value for kind in point.kinds],
        "statements": [_position(position, statements) for position in positions],
    }


def comparison_json(comparison: LineComparison) -> Json:
    """Two lines: when they say the same and when the opposite."""
    left, right = comparison.left, comparison.right
    return {
        "issue": left.issue_id,
        "left": {"actor": left.actor, "name": left.name},
        "right": {"actor": right.actor, "name": right.name},
        "latest": comparison.latest.value if comparison.latest else None,
        "overlaps": [_overlap(overlap) for overlap in comparison.overlaps],
    }


def _overlap(overlap: Overlap) -> Json:
    return {
        **_days(overlap.period),
        "agreement": overlap.agreement.value,
        "left": _phase(overlap.left),
        "right": _phase(overlap.right),
    }


def _position(position: Position, statements: Statements) -> Json:
    reported = statements.get(position.key)
    told: Json = {"document": position.key.document_id, "statement": position.key.statement_id}
    if reported:
        told |= {
            "name": reported.document_name,
            "outlet": reported.outlet,
            "words": reported.content,
        }
    return told | {
        "stance": position.stance.value,
        "confidence": round(position.confidence, DECIMALS),
        "step": position.step,
        "evidence": _spans(position.evidence),
        "conditions": _spans(position.conditions),
    }


def _shift(shift: Shift, statements: Statements) -> Json:
    return {
        "kind": shift.kind.value,
        "confidence": round(shift.confidence, DECIMALS),
        "before": point_json(shift.before, statements),
        "after": point_json(shift.after, statements),
        "warnings": _warnings(shift.warnings),
    }


def _stray(stray: Stray) -> Json:
    return {
        "utterance": stray.point.utterance_id,
        "stance": stray.point.stance.value,
        "among": stray.phase.value,
        "chance": round(stray.chance, DECIMALS),
    }


def _phase(phase: Phase) -> Json:
    utterances = [point.utterance_id for point in phase.points]
    return {"stance": phase.stance.value, **_days(phase.period), "utterances": utterances}


def _warnings(warnings: Sequence[CoverageWarning]) -> list[Json]:
    return [{"caution": one.caution.value, "detail": one.detail} for one in warnings]


def _period(period: Period | None) -> Json | None:
    return _days(period) if period else None


def _days(period: Period) -> Json:
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
