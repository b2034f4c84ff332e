"""What a speaker does by speaking, as a PLOVER code."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from onrecord.domain.occasion import Party
from onrecord.domain.span import Span


class Quad(IntEnum):
    """PLOVER's quad class."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


class Root(StrEnum):
    """The fifteen roots of PLOVER as PLV has them, and `none` for a plain comment.

    Source: Open Event Data Alliance, PLOVER codebook; Hu et al. 2024, "Leveraging Codebook
    Knowledge with NLI and ChatGPT for Zero-Shot Political Relation Classification" (PLV), where
    DISAPPROVE and INVESTIGATE fall under ACCUSE.
    """

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    COOPERATE = "COOPERATE"
    AID = "AID"
    YIELD = "YIELD"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    NONE = "none"

    @property
    def quad(self) -> Quad | None:
        """The quad class; a plain comment has none."""
        return _QUADS.get(self)


_QUADS = {
    Root.AGREE: Quad.VERBAL_COOPERATION,
    Root.CONSULT: Quad.VERBAL_COOPERATION,
    Root.SUPPORT: Quad.VERBAL_COOPERATION,
    Root.COOPERATE: Quad.MATERIAL_COOPERATION,
    Root.AID: Quad.MATERIAL_COOPERATION,
    Root.YIELD: Quad.MATERIAL_COOPERATION,
    Root.REQUEST: Quad.VERBAL_CONFLICT,
    Root.ACCUSE: Quad.VERBAL_CONFLICT,
    Root.REJECT: Quad.VERBAL_CONFLICT,
    Root.THREATEN: Quad.VERBAL_CONFLICT,
    Root.PROTEST: Quad.MATERIAL_CONFLICT,
    Root.SANCTION: Quad.MATERIAL_CONFLICT,
    Root.MOBILIZE: Quad.MATERIAL_CONFLICT,
    Root.COERCE: Quad.MATERIAL_CONFLICT,
    Root.ASSAULT: Quad.MATERIAL_CONFLICT,
}


@dataclass(frozen=True, slots=True)
class Act:
    """The code of one statement or sentence.

    `evidence` are the words that it rests on; a plain comment may have none. `targets` are those
    whom the act is aimed at; its sources are the statement's speakers. `step` names what decided:
    `lexicon`, `model`, or `plain` where nothing in the words hints at an act. `confidence` is the
    chance that the root is right, 0 to 1.
    """

    root: Root
    step: str
    confidence: float
    evidence: tuple[Span, ...] = ()
    targets: tuple[Party, ...] = ()
