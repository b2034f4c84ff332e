"""Telling a stance without a network: by words that speak for something, or against it.

A poor stand-in that keeps everything else working; its chances are flat.
"""

import re
from functools import cache

import numpy as np

from onrecord.domain.issue import Issue, Stance
from onrecord.lexicon.stance import stance_words
from onrecord.positions.issues.stems import kin_of, stems
from onrecord.positions.stance.learning import Reals

_WORD = re.compile(r"n['’]t\b|\w+(?=n['’]t\b)|\w+")

SIDE = 0.5
"""Score of a word that takes a side."""

LIKE_EXAMPLE = 2.0
"""Score of sharing all words with an example."""

UNDECIDED = 0.6
"""Score of the unclear: a single word of a side does not outweigh it."""

MOST = 1.5
"""Score beyond which further words tell nothing."""


def word_scores(text: str, issue: Issue) -> Reals:
    """(4,) scores in the order of STANCES."""
    side = SIDE * (_lean(text) * lean_of_proposition(issue.proposition))
    if not _shares(text, issue):
        side *= SIDE
    side += LIKE_EXAMPLE * (_like(text, issue, Stance.FOR) - _like(text, issue, Stance.AGAINST))
    side = max(-MOST, min(MOST, side))
    return np.array([side, -side, -1.0, UNDECIDED])


def _lean(text: str) -> int:
    """Words for less words against, an odd number of which turns those for."""
    words, known = words_of(text), stance_words()
    against = sum(word in known.side_against for word in words)
    if against:
        return -1 if against % 2 else 1
    return min(2, sum(word in known.side_for for word in words))


def lean_of_proposition(proposition: str) -> int:
    """-1 where the proposition itself is put in the negative: "No troops should stay"."""
    return 1 if stance_words().negations.isdisjoint(words_of(proposition)) else -1


def negations_in(text: str) -> int:
    """How many words of a text negate.

    >>> negations_in("It must open without delay, and nobody asks for nothing in return.")
    1
    """
    plain = _idle().sub(" ", text.lower())
    return sum(word in stance_words().negations for word in words_of(plain))


def declared_in(text: str) -> float:
    """1 where the speaker says to be for it, -1 against, 0 where neither or both.

    >>> declared_in("We are for opening it."), declared_in("We reject that."), declared_in("It is.")
    (1.0, -1.0, 0.0)
    """
    plain, known = f" {' '.join(text.lower().split())} ", stance_words()
    against = any(f"{phrase} " in plain for phrase in known.declared_against)
    return float(any(f"{phrase} " in plain for phrase in known.declared_for)) - float(against)


@cache
def _idle() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in stance_words().no_negations)
    return re.compile(rf"\b(?:{phrases})\b")


def words_of(text: str) -> list[str]:
    """Words in lower case, "n't" one of its own.

    >>> words_of("They don’t go.")
    ['they', 'do', "n't", 'go']
    """
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def _like(text: str, issue: Issue, stance: Stance) -> float:
    bag = stems(text)
    found = [stems(example.text) for example in issue.examples if example.stance is stance]
    return max((len(bag & words) / len(bag | words) for words in found if bag | words), default=0.0)


def _shares(text: str, issue: Issue) -> bool:
    asked, bag = stems(issue.proposition), stems(text)
    kin = frozenset().union(*(kin_of().get(stem, frozenset()) for stem in asked))
    return not bag.isdisjoint(asked | kin)
