"""When, where and to whom something was said, as the extract contract has it."""

from typing import Literal, NotRequired, TypedDict, cast

from onrecord.domain.document import DateCandidate, DateConstraint, DateSource
from onrecord.domain.occasion import Occasion, Party, Place, Said
from onrecord.domain.time import TimeExpression
from onrecord.exports.offsets import Offsets, all_offsets, offsets, share

How = Literal["stated", "metadata", "inferred", "unknown"]
Precision = Literal[1, 2, 3]
KindOfOccasion = Literal[
    "interview",
    "talks",
    "call",
    "press_conference",
    "speech",
    "session",
    "statement",
    "document",
    "social_media",
]
TypeOfTime = Literal["DATE", "TIME", "DURATION", "SET"]

Reason = TypedDict(
    "Reason",
    {
        "reason": str,
        "from": NotRequired[str],
        "to": NotRequired[str],
        "evidence": list[Offsets],
        "detail": str,
    },
)
Reason.__doc__ = "Why a report was published between two days; an open end is absent."

Published = TypedDict(
    "Published",
    {
        "from": NotRequired[str],
        "to": NotRequired[str],
        "how": How,
        "evidence": list[Offsets],
        "reasons": NotRequired[list[Reason]],
        "contradictions": NotRequired[list[Reason]],
    },
)
Published.__doc__ = """The days of publication, first and last, and where the text says so.

Where they were inferred, `reasons` are what they rest on, `contradictions` what was set aside.
"""

SaidWhen = TypedDict(
    "SaidWhen",
    {
        "from": str,
        "to": str,
        "precision": Precision,
        "how": str,
        "confidence": float,
        "evidence": list[Offsets],
    },
)
SaidWhen.__doc__ = """The days on which a statement was made, first and last.

`precision` is ACLED's: 1 the day is known, 2 the week, 3 the month or less. `how` names the step
that decided; `publication` is the day of the report, for want of any other.
"""


class ExtractedParty(TypedDict):
    """Who takes part besides the speaker; `mention` is where the text names them.

    `actor` and `name` are absent where it is not known who that is.
    """

    actor: NotRequired[str]
    name: NotRequired[str]
    mention: Offsets


class ExtractedPlace(TypedDict):
    """Where it was: `span` as written, `name` in its plain form."""

    name: str
    span: Offsets


class ExtractedOccasion(TypedDict):
    """What it was said at; statements of a document with the same `id` were made at the same.

    `evidence` are the words that show the kind; `counterparts` are those spoken with.
    """

    id: str
    kind: KindOfOccasion
    evidence: list[Offsets]
    place: NotRequired[ExtractedPlace]
    counterparts: list[ExtractedParty]


ExtractedTime = TypedDict(
    "ExtractedTime",
    {
        "span": Offsets,
        "type": TypeOfTime,
        "value": str,
        "mod": NotRequired[str],
        "from": NotRequired[str],
        "to": NotRequired[str],
        "how": str,
        "anchor": NotRequired[Offsets],
        "confidence": float,
    },
)
ExtractedTime.__doc__ = """An expression of time; `type`, `value` and `mod` are TIMEX3's.

`from` and `to` are the days it covers. `how` says what the value rests on, `anchor` is the
expression that it was counted from.
"""


def extracted_published(found: DateCandidate | None) -> Published:
    """The day of publication."""
    if found is None:
        return {"how": "unknown", "evidence": []}
    published: Published = {
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "how": found.how.value,
        "evidence": all_offsets(found.evidence),
    }
    if found.how is DateSource.INFERRED or found.reasons or found.contradictions:
        published["reasons"] = [_reason(reason) for reason in found.reasons]
        published["contradictions"] = [_reason(reason) for reason in found.contradictions]
    return published


def _reason(constraint: DateConstraint) -> Reason:
    reason: Reason = {
        "reason": constraint.reason,
        "evidence": all_offsets(constraint.evidence),
        "detail": constraint.detail,
    }
    if constraint.first:
        reason["from"] = constraint.first.isoformat()
    if constraint.last:
        reason["to"] = constraint.last.isoformat()
    return reason


def extracted_said(said: Said) -> SaidWhen:
    """When a statement was made."""
    return {
        "from": said.period.first.isoformat(),
        "to": said.period.last.isoformat(),
        "precision": cast(Precision, said.period.precision),
        "how": said.step,
        "confidence": share(said.confidence),
        "evidence": all_offsets(said.evidence),
    }


def extracted_occasion(occasion: Occasion) -> ExtractedOccasion:
    """What a statement was made at."""
    extracted: ExtractedOccasion = {
        "id": occasion.id,
        "kind": occasion.kind.value,
        "evidence": all_offsets(occasion.evidence),
        "counterparts": extracted_parties(occasion.counterparts),
    }
    if occasion.place:
        extracted["place"] = extracted_place(occasion.place)
    return extracted


def extracted_place(place: Place) -> ExtractedPlace:
    """Where it was."""
    return {"name": place.name, "span": offsets(place.span)}


def extracted_parties(parties: tuple[Party, ...]) -> list[ExtractedParty]:
    """Who takes part."""
    return [_party(party) for party in parties]


def _party(party: Party) -> ExtractedParty:
    extracted: ExtractedParty = {"mention": offsets(party.span)}
    if party.profile is not None:
        extracted["actor"] = party.profile
    if party.name is not None:
        extracted["name"] = party.name
    return extracted


def extracted_time(found: TimeExpression) -> ExtractedTime:
    """One expression of time."""
    extracted: ExtractedTime = {
        "span": offsets(found.span),
        "type": found.type.value,
        "value": found.value,
        "how": found.step.value,
        "confidence": share(found.score),
    }
    if found.mod is not None:
        extracted["mod"] = found.mod
    if found.period:
        extracted["from"] = found.period.first.isoformat()
        extracted["to"] = found.period.last.isoformat()
    if found.anchor:
        extracted["anchor"] = offsets(found.anchor)
    return extracted
