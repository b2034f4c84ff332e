"""What the small words of a phrase say: a pronoun, a determiner, something new to the reader."""

from functools import lru_cache

from onrecord.actors.phrases import Phrase, Word
from onrecord.actors.propers import Proper
from onrecord.lexicon.titles import titles


def is_pronoun(phrase: Phrase, text: str) -> bool:
    """Nothing but pronouns; `US` in capitals is a state."""
    words = {word.folded for word in phrase.words}
    if phrase.span.of(text).isupper() and len(phrase.span) > 1 and len(words) == 1:
        return False
    return words <= _pronoun_words() and not words.isdisjoint(titles().pronouns)


@lru_cache(maxsize=1)
def _pronoun_words() -> frozenset[str]:
    return titles().pronouns | titles().pronoun_company


def is_determiner(word: Word) -> bool:
    """Whether a word is an article or the like."""
    return word.folded in titles().determiners


def is_indefinite(word: Word) -> bool:
    """Whether a word brings up somebody new: `a`, `another`, `one`."""
    return word.folded in titles().determiners and word.folded not in titles().definite


def article_before(phrase: Phrase, proper: Proper) -> bool:
    """Whether an article stands right before the capitals, or is the first of them."""
    before = [word for word in phrase.core if word.end <= proper.start]
    return (bool(before) and is_determiner(before[-1])) or proper.tokens[0].folded == "the"
