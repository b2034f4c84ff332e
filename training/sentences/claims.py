"""Claims in the mouth of a speaker who makes, denies, doubts or hedges them, as pairs."""

import random
from collections.abc import Sequence

from examples import Example, held_out
from pair_variation import AGAINST, CONDITIONAL, FLIPPED, FOR, UNCLEAR, reversed_proposition

from onrecord.domain.sentence import MarkedSentence

SPEAKERS = (
    "the foreign minister",
    "Oss",
    "a spokeswoman for the government",
    "the president of Tessaria",
    "he",
    "the opposition leader",
    "Marrak",
    "the head of the delegation",
    "she",
    "officials in Korvana",
)
FRAMES = (
    ("{S} said that {p}.", FOR),
    ("“{P},” {s} told reporters.", FOR),
    ("{S} insisted again that {p}.", FOR),
    ("It is clear to us that {p}, {s} said.", FOR),
    ("{S} has no doubt that {p}.", FOR),
    ("{S} agreed with those who say that {p}.", FOR),
    ("Nobody can deny that {p}, according to {s}.", FOR),
    ("{S} denied that {p}.", AGAINST),
    ("{S} rejected the claim that {p}.", AGAINST),
    ("It is not true that {p}, {s} said.", AGAINST),
    ("{S} called it nonsense to say that {p}.", AGAINST),
    ("“We do not believe that {p},” {s} told reporters.", AGAINST),
    ("{S} dismissed reports that {p}.", AGAINST),
    ("{S} criticised those who think that {p}.", AGAINST),
    ("{S} was asked whether {p}, and did not answer.", UNCLEAR),
    ("It is too early to say whether {p}, {s} said.", UNCLEAR),
    ("{S} noted that others say that {p}.", UNCLEAR),
    ("The question whether {p} will be discussed, {s} said.", UNCLEAR),
    ("If the inspectors confirm it, {s} will accept that {p}.", CONDITIONAL),
    ("{S} said that {p}, provided that the other side keeps its word.", CONDITIONAL),
    ("Only after an agreement is signed can we say that {p}, {s} said.", CONDITIONAL),
)
LONGEST = 110
"""Letters of a claim: longer headlines are two in one."""


def framed_claims(pairs: Sequence[Example], seed: int, each: int = 3) -> list[Example]:
    """Every headline, claim and proposition that is not held out, in several frames."""
    chance = random.Random(seed)
    corpora = {"fnc", "arc", "own-pairs"}
    taught = [e for e in pairs if e.corpus in corpora and not held_out(e)]
    claims = sorted({e.second.strip().rstrip(".") for e in taught if e.second})
    found = []
    for claim in (claim for claim in claims if 10 < len(claim) <= LONGEST):
        for _ in range(each):
            found.append(_framed(claim, chance))
    return found


def _framed(claim: str, chance: random.Random) -> Example:
    """One frame about the claim or its contrary, beside the claim or its contrary."""
    frame, label = chance.choice(FRAMES)
    said, proposition = claim, claim
    contrary = reversed_proposition(claim)
    if contrary and label in FLIPPED and chance.random() < 0.5:
        label = FLIPPED[label]
        said, proposition = chance.choice(((contrary, claim), (claim, contrary)))
    speaker = chance.choice(SPEAKERS)
    text = frame.format(
        s=speaker, S=speaker[0].upper() + speaker[1:], p=said[0].lower() + said[1:], P=said
    )
    sentence = MarkedSentence(text)
    return Example("stances", "claims", sentence, (label,), second=proposition, group=claim)
