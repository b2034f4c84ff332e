"""How an actor, an office and a judgement are put in a line of text, and in JSON."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.cli.wording import one_line
from onrecord.domain.judgement import Judgement, Verdict
from onrecord.domain.office import Tenure

if TYPE_CHECKING:
    from onrecord.record import StoredActor

SAID = {
    Verdict.SAME: "are one actor",
    Verdict.DIFFERENT: "are two actors",
    Verdict.UNSURE: "may be one actor, nobody can tell",
}


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "document"), count(1200, "statement")
    ('1 document', '1,200 statements')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def actor_line(actor: "StoredActor") -> str:
    """An actor on one line, its id first."""
    country = (actor.country or "--").upper()
    heard = f"{count(actor.documents, 'document'):>13}  {count(actor.statements, 'statement'):>14}"
    return f"{actor.id:<28}  {actor.kind.value:<12}  {country}  {heard}  {one_line(actor.name)}"


def actor_json(actor: "StoredActor") -> dict[str, object]:
    """An actor as an object."""
    return {
        "id": actor.id,
        "kind": actor.kind.value,
        "name": actor.name,
        "names": list(actor.names),
        **({"country": actor.country} if actor.country else {}),
        "documents": actor.documents,
        "statements": actor.statements,
        "offices": list(actor.offices),
        "profiles": list(actor.profiles),
    }


def term(tenure: Tenure) -> str:
    """The days of a tenure.

    >>> from datetime import date
    >>> term(Tenure("envoy:un", "person:x", date(2031, 1, 1), None, "gazette"))
    'since 2031-01-01'
    """
    if tenure.start and tenure.end:
        return f"{tenure.start.isoformat()} to {tenure.end.isoformat()}"
    if tenure.start:
        return f"since {tenure.start.isoformat()}"
    return f"until {tenure.end.isoformat()}" if tenure.end else "days unknown"


def judgement_line(judgement: Judgement) -> str:
    """A judgement on one line, its number first."""
    taken_back = f"takes back {judgement.undoes}: " if judgement.undoes else ""
    said = f"{judgement.left} and {judgement.right} {SAID[judgement.verdict]}"
    told = "; ".join(_told(judgement))
    return f"{judgement.number:>4}  {taken_back}{said}  ({told})"


def _told(judgement: Judgement) -> Iterator[str]:
    yield f"by {judgement.by}, {judgement.made_at}" if judgement.by else judgement.made_at
    if judgement.reason:
        yield one_line(judgement.reason)


def judgement_json(judgement: Judgement) -> dict[str, object]:
    """A judgement as an object."""
    return {
        "number": judgement.number,
        "verdict": judgement.verdict.value,
        "left": judgement.left,
        "right": judgement.right,
        "made_at": judgement.made_at,
        "by": judgement.by,
        "reason": judgement.reason,
        **({"undoes": judgement.undoes} if judgement.undoes else {}),
    }


def taken_back(judgements: Sequence[Judgement]) -> set[int]:
    """The numbers of judgements that a later one takes back."""
    return {judgement.undoes for judgement in judgements if judgement.undoes}
