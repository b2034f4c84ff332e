"""How issues, hits, positions and judgements on them are put in lines of text, and in JSON."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.cli.wording import day_of, one_line
from onrecord.domain.issue import Hit, Issue, Position, Stance, StanceJudgement
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span, quoted
from onrecord.exports.offsets import all_offsets

if TYPE_CHECKING:
    from onrecord.positions.issues.suggest import SuggestedIssue

WIDTH = 100
MARKS = {Stance.FOR: "+", Stance.AGAINST: "−", Stance.CONDITIONAL: "±", Stance.UNCLEAR: "?"}
NOT_ABOUT = "not-about"


def issue_line(issue: Issue) -> str:
    """An issue on one line, its id first."""
    return f"{issue.id:<28}  {issue.proposition}"


def issue_lines(issue: Issue) -> Iterator[str]:
    """An issue with all it is found by."""
    yield issue_line(issue)
    if issue.description:
        yield from _indented(issue.description)
    for example in issue.examples:
        yield from _indented(f"{example.stance.value}: “{example.text}”")
    for name, words in (
        ("words", issue.words),
        ("said by", issue.actors),
        ("about", issue.targets),
    ):
        if words:
            yield from _indented(f"{name}: {', '.join(words)}")
    if issue.since or issue.until:
        yield from _indented(f"said {issue.since or '…'} to {issue.until or '…'}")


def issue_json(issue: Issue) -> dict[str, object]:
    """An issue as an object; what it does not have is absent."""
    parts: dict[str, object] = {
        "id": issue.id,
        "proposition": issue.proposition,
        "description": issue.description,
        **{
            stance.value: [each.text for each in issue.examples if each.stance is stance]
            for stance in Stance
        },
        "words": list(issue.words),
        "actors": list(issue.actors),
        "targets": list(issue.targets),
        "since": issue.since.isoformat() if issue.since else None,
        "until": issue.until.isoformat() if issue.until else None,
    }
    return {name: value for name, value in parts.items() if value}


def counts_line(positions: Iterable[Position]) -> str:
    """How many statements take which stance.

    >>> counts_line([])
    'for 0, against 0, conditional 0, unclear 0'
    """
    found = [position.stance for position in positions]
    return ", ".join(f"{stance.value} {found.count(stance)}" for stance in Stance)


def position_lines(statement: ReportedStatement, position: Position) -> Iterator[str]:
    """A statement with its stance, what decided it and the words it rests on."""
    sure = "" if position.step == "judged" else f", {position.confidence:.2f}"
    yield (
        f"{MARKS[position.stance]} {_head(statement)}"
        f"  [{position.stance.value}, {position.step}{sure}]"
    )
    yield from _indented(one_line(statement.content))
    if position.conditions:
        yield from _indented(f"condition: {_words(statement, position.conditions)}")
    if position.hit is not None and position.hit.reasons:
        yield from _indented(f"found by: {'; '.join(position.hit.reasons)}")
    yield _where(statement)


def hit_lines(statement: ReportedStatement, hit: Hit) -> Iterator[str]:
    """A statement with the reason for which it was found."""
    yield f"{_head(statement)}  [{hit.score:.2f}]"
    yield from _indented(one_line(statement.content))
    yield from _indented("; ".join(hit.reasons))
    yield _where(statement)


def statement_json(statement: ReportedStatement) -> dict[str, object]:
    """What tells one statement from others, and its words."""
    return {
        "document": statement.key.document_id,
        "statement": statement.key.statement_id,
        "name": statement.document_name,
        "outlet": statement.outlet,
        "speakers": [
            {"name": speaker.name, **({"actor": speaker.id} if speaker.id else {})}
            for speaker in statement.speakers
        ],
        **_dated(statement),
        "content": all_offsets(statement.statement.content),
        "content_words": statement.content,
    }


def hit_json(hit: Hit) -> dict[str, object]:
    """Why it was found."""
    return {
        "score": round(hit.score, 4),
        "reasons": list(hit.reasons),
        "words": all_offsets(hit.words),
    }


def position_json(statement: ReportedStatement, position: Position) -> dict[str, object]:
    """A position with its statement."""
    return {
        "issue": position.issue_id,
        **statement_json(statement),
        "stance": position.stance.value,
        "confidence": round(position.confidence, 4),
        "step": position.step,
        "evidence": all_offsets(position.evidence),
        "evidence_words": _words(statement, position.evidence),
        "conditions": all_offsets(position.conditions),
        **(
            {"condition_words": _words(statement, position.conditions)}
            if position.conditions
            else {}
        ),
        **({"hit": hit_json(position.hit)} if position.hit else {}),
    }


def suggestion_lines(suggested: "SuggestedIssue") -> Iterator[str]:
    """A suggested issue: its proposition, who says something on it, and when."""
    yield issue_line(suggested.issue)
    yield from _indented(
        f"{len(suggested.members)} statements, {day_of(suggested.said)}: {_some(suggested.actors)}"
    )


def suggestion_json(suggested: "SuggestedIssue") -> dict[str, object]:
    """A suggested issue as an object."""
    said = suggested.said
    return {
        **issue_json(suggested.issue),
        "typical": _key_json(suggested.typical.document_id, suggested.typical.statement_id),
        "members": [_key_json(key.document_id, key.statement_id) for key in suggested.members],
        "actors": list(suggested.actors),
        "said": {"from": said.first.isoformat(), "to": said.last.isoformat()} if said else None,
    }


def judgement_line(judgement: StanceJudgement) -> str:
    """A judgement on one line, its number first."""
    taken_back = f"takes back {judgement.undoes}: " if judgement.undoes else ""
    told = "; ".join(filter(None, (f"by {judgement.by}" if judgement.by else "", judgement.reason)))
    return (
        f"{judgement.number:>4}  {judgement.made_at}  {judgement.issue_id}  {taken_back}"
        f"{verdict_of(judgement)}: “{_cut(one_line(judgement.exact))}”"
        + (f"  ({one_line(told)})" if told else "")
    )


def judgement_json(judgement: StanceJudgement) -> dict[str, object]:
    """A judgement as an object."""
    return {
        "number": judgement.number,
        "issue": judgement.issue_id,
        **_key_json(judgement.key.document_id, judgement.key.statement_id),
        "stance": verdict_of(judgement),
        "exact": judgement.exact,
        "made_at": judgement.made_at,
        "by": judgement.by,
        "reason": judgement.reason,
        **({"undoes": judgement.undoes} if judgement.undoes else {}),
    }


def verdict_of(judgement: StanceJudgement) -> str:
    """The stance, or that it does not bear on the issue."""
    return judgement.stance.value if judgement.stance else NOT_ABOUT


def _head(statement: ReportedStatement) -> str:
    names = " and ".join(one_line(speaker.name) for speaker in statement.speakers)
    return f"{statement.key.statement_id[:8]}  {day_of(statement.said)}  {names or '(no speaker)'}"


def _where(statement: ReportedStatement) -> str:
    return f"    — {statement.outlet}, {statement.document_name}"


def _dated(statement: ReportedStatement) -> dict[str, object]:
    said = statement.said
    if said is None:
        return {}
    return {"said": {"from": said.first.isoformat(), "to": said.last.isoformat()}}


def _words(statement: ReportedStatement, spans: Sequence[Span]) -> str:
    return one_line(quoted(statement.passage, [statement.in_passage(span) for span in spans]))


def _key_json(document_id: str, statement_id: str) -> dict[str, object]:
    return {"document": document_id, "statement": statement_id}


def _some(names: Sequence[str], most: int = 5) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(map(one_line, names[:most])) + more


def _cut(text: str, length: int = 60) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _indented(words: str) -> Iterator[str]:
    yield from textwrap.wrap(words, WIDTH, initial_indent="    ", subsequent_indent="    ")
