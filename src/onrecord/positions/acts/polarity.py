"""Acts that the polarity of an attribution settles by itself: denials and refusals to speak."""

from onrecord.domain.act import Act, Root
from onrecord.domain.span import Span
from onrecord.domain.statement import Polarity, Statement
from onrecord.lexicon.cues import cues
from onrecord.positions.acts.tokens import Tokens

DENIAL = 0.9
REFUSAL = 0.85
SILENCE = 0.8
"""Chances that these codes are right, of the statements read by eye."""

AROUND = 40
"""Code points about a cue in which the word stands that refuses or denies."""


def by_polarity(text: str, statement: Statement) -> Act | None:
    """The act of a denial or a refusal, or None where the words must tell.

    A refusal to speak is a refusal where the source said so ("declined to comment"); silence
    ("did not reply", "could not be reached") is no act.
    """
    if statement.polarity is Polarity.DENIED:
        found = _words(text, statement, cues().denial | cues().denial_of_claims)
        targets = statement.addressees
        return Act(Root.REJECT, "lexicon", DENIAL, found or statement.cue[:1], targets)
    if statement.polarity is Polarity.DECLINED:
        found = _words(text, statement, cues().refusal)
        if found:
            return Act(Root.REJECT, "lexicon", REFUSAL, found, statement.addressees)
        return Act(Root.NONE, "lexicon", SILENCE)
    return None


def _words(text: str, statement: Statement, wanted: frozenset[str]) -> tuple[Span, ...]:
    if not statement.cue:
        return ()
    low = max(0, statement.cue[0].start - AROUND)
    tokens = Tokens(text, [(low, min(len(text), statement.cue[-1].end + AROUND))])
    inside = [i for i, word in enumerate(tokens.words) if word in wanted]
    near = sorted(inside, key=lambda i: abs(tokens.starts[i] - statement.cue[0].start))
    return tuple(tokens.span(i, i) for i in near[:1])
