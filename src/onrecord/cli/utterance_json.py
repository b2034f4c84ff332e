"""Utterances as JSON; spans are code points of the contents given beside them."""

from collections.abc import Mapping

from onrecord.domain.issue import StatementKey
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span
from onrecord.domain.utterance import Retelling, Utterance
from onrecord.domain.wording import Comparison

Json = dict[str, object]
Statements = Mapping[StatementKey, ReportedStatement]


def utterance_json(utterance: Utterance, statements: Statements) -> Json:
    """An utterance with every report of it; statements and outlets are counted apart."""
    lead = statements[utterance.lead]
    return {
        "id": utterance.id,
        "said": _period(utterance.said),
        "speakers": [{"actor": one.id, "name": one.name} for one in lead.speakers],
        "lead": _key(utterance.lead),
        "counts": {"statements": len(utterance.retellings), "outlets": len(utterance.outlets)},
        "outlets": list(utterance.outlets),
        "reports": [_report(one, statements[one.key]) for one in utterance.retellings],
    }


def _report(retelling: Retelling, reported: ReportedStatement) -> Json:
    found: Json = {
        **_key(retelling.key),
        "name": reported.document_name,
        "outlet": retelling.outlet,
        "published": _period(retelling.published),
        "kind": reported.statement.kind.value,
        "content_words": reported.content,
        "via": list(reported.via),
        "wording": retelling.wording.value,
    }
    if retelling.copied_from:
        found["copied_from"] = _key(retelling.copied_from)
    return found | (_comparison(retelling.comparison) if retelling.comparison else {})


def _comparison(comparison: Comparison) -> Json:
    return {
        "likeness": comparison.likeness,
        "steps": [
            {"kind": step.kind.value, "left": _span(step.left), "right": _span(step.right)}
            for step in comparison.steps
        ],
        "changes": [
            {"kind": one.kind.value, "left": _span(one.left), "right": _span(one.right)}
            for one in comparison.changes
        ],
    }


def _key(key: StatementKey) -> Json:
    return {"document": key.document_id, "statement": key.statement_id}


def _period(period: Period | None) -> dict[str, str] | None:
    if period is None:
        return None
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None
