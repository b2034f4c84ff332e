"""What a statement does, as the extract contract has it."""

from typing import Literal, NotRequired, TypedDict

from onrecord.domain.act import Act
from onrecord.exports.circumstances import ExtractedParty, extracted_parties
from onrecord.exports.offsets import Offsets, all_offsets, share

RootName = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "YIELD",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "none",
]


class ActBasis(TypedDict):
    """What an act's code rests on; `quad` is PLOVER's quad class and absent for a plain comment.

    `how` names the step that decided, `evidence` are the words, `targets` whom it is aimed at; its
    sources are the statement's speakers.
    """

    quad: NotRequired[Literal[1, 2, 3, 4]]
    how: str
    confidence: float
    evidence: list[Offsets]
    targets: list[ExtractedParty]


def act_basis(act: Act) -> ActBasis:
    """What the code of an act rests on."""
    basis: ActBasis = {
        "how": act.step,
        "confidence": share(act.confidence),
        "evidence": all_offsets(act.evidence),
        "targets": extracted_parties(act.targets),
    }
    if act.root.quad is not None:
        basis["quad"] = act.root.quad.value
    return basis
