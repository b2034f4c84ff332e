"""What the page says about one statement, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.domain.act import Act, Quad
from onrecord.domain.document import Document
from onrecord.domain.span import quoted
from onrecord.domain.statement import CueStance, LinkStatus, Polarity, SpeakerLink, Statement
from onrecord.exports.circumstance_words import (
    interval,
    joined,
    occasion_words,
    party_name,
    step_words,
)
from onrecord.exports.when import when_of

UNRESOLVED = frozenset({LinkStatus.PRONOUN_UNRESOLVED, LinkStatus.NONE})
"""Links that name nobody."""

NOBODY = SpeakerLink(LinkStatus.NONE, "no-source", 1.0)
"""What stands for the speaker of a statement without any."""

STATUS_WORDS = {
    LinkStatus.NAMED: "named",
    LinkStatus.OFFICE: "by office",
    LinkStatus.GROUP: "group",
    LinkStatus.DESCRIBED: "described, not named",
    LinkStatus.PRONOUN_UNRESOLVED: "pronoun, not resolved",
    LinkStatus.NONE: "no speaker given",
}
POLARITY_WORDS = {
    Polarity.AFFIRMED: "affirmed",
    Polarity.DENIED: "denied by the speaker",
    Polarity.DECLINED: "declined to speak",
    Polarity.NEGATED: "reported as not said",
    Polarity.HEDGED: "hedged by the writer",
}
STANCE_WORDS = {
    CueStance.NEUTRAL: "neutral",
    CueStance.DISTANCING: "keeps its distance",
    CueStance.FACTIVE: "takes it as fact",
}

MATERIAL = frozenset({Quad.MATERIAL_COOPERATION, Quad.MATERIAL_CONFLICT})
"""Acts that are deeds, not words."""


@dataclass(frozen=True, slots=True)
class SpeakerNote:
    """What the page says about one speaker of a statement."""

    label: str
    status: str
    resolved: bool
    step: str
    confidence: int


@dataclass(frozen=True, slots=True)
class Fact:
    """When, where or to whom: `name` says which, `evidence` are the words that tell it."""

    name: str
    words: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class ActNote:
    """What the speaker does by speaking; `side` is "cooperation" or "conflict".

    `material` tells deeds from words, `quad` says both in words.
    """

    root: str
    side: str
    material: bool
    quad: str
    targets: str
    evidence: str
    confidence: int
    step: str


@dataclass(frozen=True, slots=True)
class StatementNote:
    """What the page says about one statement, in words; `act` is absent for a plain comment."""

    number: int
    anchor: str
    id: str
    speakers: tuple[SpeakerNote, ...]
    words: str
    kind: str
    polarity: str
    plain_polarity: bool
    stance: str
    plain_stance: bool
    confidence: int
    step: str
    source: str
    parent: int | None
    facts: tuple[Fact, ...]
    act: ActNote | None = None


def notes_of(
    document: Document, statements: Sequence[Statement], anchor: str
) -> Iterator[StatementNote]:
    """The notes on a document's statements, numbered from 1."""
    text = document.text
    numbers = {statement.id: number for number, statement in enumerate(statements, start=1)}
    for number, statement in enumerate(statements, start=1):
        yield StatementNote(
            number=number,
            anchor=f"{anchor}s{number}",
            id=statement.id,
            speakers=tuple(
                _speaker(text, statement, link) for link in statement.speakers or (NOBODY,)
            ),
            words=quoted(text, statement.content),
            kind=statement.kind.value,
            polarity=POLARITY_WORDS[statement.polarity],
            plain_polarity=statement.polarity is Polarity.AFFIRMED,
            stance=STANCE_WORDS[statement.stance],
            plain_stance=statement.stance is CueStance.NEUTRAL,
            confidence=round(100 * statement.confidence),
            step=statement.step,
            source=quoted(text, statement.source),
            parent=numbers.get(statement.parent) if statement.parent else None,
            facts=tuple(_facts(statement, document)),
            act=_act(statement.act, text),
        )


def _act(act: Act | None, text: str) -> ActNote | None:
    quad = act.root.quad if act else None
    if act is None or quad is None:
        return None
    words = quad.name.lower().replace("_", " ")
    return ActNote(
        root=act.root.value,
        side=words.split()[1],
        material=quad in MATERIAL,
        quad=words,
        targets=joined([party_name(party, text) for party in act.targets]) if act.targets else "",
        evidence=quoted(text, act.evidence),
        confidence=round(100 * act.confidence),
        step=act.step,
    )


def _facts(statement: Statement, document: Document) -> Iterator[Fact]:
    text, met = document.text, statement.occasion
    if when := when_of(statement, document):
        said = statement.said
        step = step_words(said.step if said else "publication")
        days = interval(when.days.first, when.days.last)
        yield Fact("Said", f"{days}, {step}", quoted(text, said.evidence) if said else "")
    if met:
        counterparts = [party_name(party, text) for party in met.counterparts]
        yield Fact("At", occasion_words(met, counterparts), quoted(text, met.evidence))
    for name, parties in (("To", statement.addressees), ("Via", statement.reported_via)):
        if parties:
            names = joined([party_name(party, text) for party in parties])
            yield Fact(name, names, quoted(text, [party.span for party in parties]))


def _speaker(text: str, statement: Statement, link: SpeakerLink) -> SpeakerNote:
    return SpeakerNote(
        label=speaker_label(text, statement, link),
        status=STATUS_WORDS[link.status],
        resolved=link.status not in UNRESOLVED,
        step=link.step,
        confidence=round(100 * link.confidence),
    )


def speaker_label(text: str, statement: Statement, link: SpeakerLink) -> str:
    """The speaker's name; else the words that stand for the speaker; else that there are none."""
    if link.name and link.status not in UNRESOLVED:
        return link.name
    if link.mention and len(statement.speakers) > 1:
        return f"“{link.mention.of(text)}”"
    if statement.source:
        return f"“{quoted(text, statement.source)}”"
    return "Speaker not given"
