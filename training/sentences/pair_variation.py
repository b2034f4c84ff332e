"""More pairs out of those that people wrote: reversed propositions, foreign ones, told acts."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from examples import Example

from onrecord.domain.sentence import MarkedSentence
from onrecord.reader.sentences import ACT_LABELS

FOR, AGAINST, CONDITIONAL, UNCLEAR = range(4)
FLIPPED = {FOR: AGAINST, AGAINST: FOR, UNCLEAR: UNCLEAR}

_NEGATIVE = re.compile(r"\b(must|should|can|may|will|would|could|is|are|was|were|has|have) not\b")
_POSITIVE = re.compile(r"\b(must|should|can|may|will|would|could|is|are|was|were|has|have)\b")
_NO = re.compile(r"^No (\w)")
_DOUBTFUL = re.compile(r"\b(never|nor|neither|nothing|nobody|none|no|unless|only|until)\b", re.I)


def reversed_proposition(text: str) -> str | None:
    """The contrary of a proposition, where a rule can tell it.

    >>> reversed_proposition("The border should be opened.")
    'The border should not be opened.'
    >>> reversed_proposition("No foreign troops should stay in Sarn.")
    'Foreign troops should stay in Sarn.'
    """
    if _NO.match(text):
        return _NO.sub(lambda match: match[1].upper(), text)
    if _NEGATIVE.search(text):
        return _NEGATIVE.sub(r"\1", text, count=1)
    if _DOUBTFUL.search(text) or not _POSITIVE.search(text):
        return None
    return _POSITIVE.sub(r"\1 not", text, count=1)


def reversed_pair(example: Example) -> Example | None:
    """The pair with the contrary proposition: for becomes against. A condition for it says little
    about its contrary, so those are left out."""
    label = FLIPPED.get(example.labels[0])
    contrary = reversed_proposition(example.second or "")
    if label is None or contrary is None:
        return None
    return replace(example, second=contrary, labels=(label,))


def foreign_pair(example: Example, pairs: Sequence[Example], chance: random.Random) -> Example:
    """The statement beside the proposition of another issue, which it does not bear on."""
    other = chance.choice(pairs)
    if other.group == example.group:
        return example
    return replace(example, second=other.second, labels=(UNCLEAR,))


TOLD = {
    "AGREE": ("{s} agrees to what {t} wants.", "{s} promises {t} something."),
    "CONSULT": ("{s} talks with {t}.", "{s} and {t} meet."),
    "SUPPORT": ("{s} supports {t}.", "{s} stands behind {t}."),
    "COOPERATE": ("{s} works together with {t}.", "{s} and {t} cooperate."),
    "AID": ("{s} gives aid to {t}.", "{s} helps {t} with money, goods or people."),
    "YIELD": ("{s} gives way to {t}.", "{s} makes a concession to {t}."),
    "REQUEST": ("{s} wants {t} to do something.", "{s} asks something of {t}."),
    "ACCUSE": ("{s} accuses {t}.", "{s} criticises {t}."),
    "REJECT": ("{s} refuses what {t} wants.", "{s} rejects {t}."),
    "THREATEN": ("{s} threatens {t}.", "{s} warns {t} of consequences."),
    "PROTEST": ("{s} protests against {t}.", "{s} demonstrates against {t}."),
    "SANCTION": ("{s} punishes {t} by cutting ties or trade.", "{s} imposes sanctions on {t}."),
    "MOBILIZE": ("{s} readies forces against {t}.", "{s} deploys forces near {t}."),
    "COERCE": ("{s} uses its power against {t}.", "{s} represses {t}."),
    "ASSAULT": ("{s} attacks {t}.", "{s} uses violence against {t}."),
}
CONTRARY = {
    "AGREE": "REJECT",
    "REJECT": "AGREE",
    "SUPPORT": "ACCUSE",
    "ACCUSE": "SUPPORT",
    "YIELD": "REJECT",
    "AID": "SANCTION",
    "SANCTION": "AID",
    "COOPERATE": "SANCTION",
    "THREATEN": "SUPPORT",
    "PROTEST": "SUPPORT",
    "COERCE": "YIELD",
    "ASSAULT": "AID",
    "REQUEST": "YIELD",
}
"""What is not true where the root is; REQUEST and CONSULT leave much open."""


def told_acts(acts: Sequence[Example], seed: int) -> list[Example]:
    """Acts as pairs: what the sentence tells, its contrary, and the same the other way round."""
    chance = random.Random(seed)
    found = []
    for example in acts:
        sentence = example.sentence
        if len(example.labels) != 1 or sentence.source is None or sentence.target is None:
            continue
        root = ACT_LABELS[example.labels[0]]
        names = {
            "s": sentence.source.of(sentence.text),
            "t": sentence.target.of(sentence.text),
        }
        told, label = _drawn(root, chance)
        if label == UNCLEAR and root != "NONE":
            names = {"s": names["t"], "t": names["s"]}
        second = chance.choice(TOLD[told]).format(**names)
        pair = MarkedSentence(sentence.text)
        group = example.group or sentence.text
        found.append(Example("stances", "told", pair, (label,), second=second, group=group))
    return found


def _drawn(root: str, chance: random.Random) -> tuple[str, int]:
    """A root to tell, and how the sentence stands to it."""
    if root == "NONE":
        return chance.choice(sorted(TOLD)), UNCLEAR
    drawn = chance.random()
    if drawn < 0.5:
        return root, FOR
    if drawn < 0.8 and root in CONTRARY:
        return CONTRARY[root], AGAINST
    return (root, FOR) if root in ("CONSULT", "COOPERATE", "AGREE") else (root, UNCLEAR)


PRAISED = ("{t} deserves praise.", "{t} is right.", "{t} should be supported.")
BLAMED = ("{t} deserves blame.", "{t} is wrong.", "{t} should be opposed.")
NEGATIVE, NEUTRAL = 0, 1


def told_attitudes(targets: Sequence[Example], seed: int) -> list[Example]:
    """Sentences that speak well or ill of a target, as pairs: half praise the target, half blame
    it, and a sentence that does neither is unclear on both."""
    chance = random.Random(seed)
    found = []
    for example in targets:
        sentence, polarity = example.sentence, example.labels[0]
        if sentence.target is None:
            continue
        praised = chance.random() < 0.5
        template = chance.choice(PRAISED if praised else BLAMED)
        second = template.format(t=sentence.target.of(sentence.text))
        label = FOR if (polarity != NEGATIVE) == praised else AGAINST
        label = UNCLEAR if polarity == NEUTRAL else label
        pair = MarkedSentence(sentence.text)
        found.append(
            Example("stances", "told-attitudes", pair, (label,), second=second, group=example.group)
        )
    return found
