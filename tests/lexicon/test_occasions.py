"""The words of occasions."""

import pytest

from onrecord.domain.occasion import OccasionKind
from onrecord.lexicon.occasions import occasion_words

KINDS = frozenset(kind.value for kind in OccasionKind)


def test_kinds_are_those_of_the_domain() -> None:
    """A word for a kind that there is not would never be used."""
    words = occasion_words()
    named = {*words.nouns.values(), *words.phrases.values(), *words.verbs.values()}
    assert named <= KINDS
    assert set(words.nouns.values()) == KINDS
    assert all(kinds <= KINDS for kinds in words.allowed.values())


@pytest.mark.parametrize(
    ("verb", "form"), [("speech", "told"), ("speech", "tweeted"), ("speech", "denied")]
)
def test_verbs_have_all_their_forms(verb: str, form: str) -> None:
    """Irregular ones too."""
    assert form in getattr(occasion_words(), verb)


def test_everything_is_in_lower_case() -> None:
    """Texts are compared so."""
    words = occasion_words()
    groups = (words.nouns, words.phrases, words.heads, words.listeners, words.fillers)
    assert all(word == word.lower() for group in groups for word in group)


def test_verbs_of_a_task_are_aimed_at_somebody() -> None:
    """They are a part of those that are."""
    addressing = occasion_words().addressing
    assert addressing.with_a_task <= addressing.bare
