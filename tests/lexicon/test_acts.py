"""The lexicon of acts."""

import pytest

from onrecord.lexicon.acts import ROOTS, Showing, act_words


@pytest.mark.parametrize("root", ROOTS)
def test_every_root_is_defined_and_has_verbs(root: str) -> None:
    """Fifteen roots, each with a definition."""
    known = act_words()
    entries = [
        entry
        for first in known.entries.values()
        for entry in (
            *first.alone,
            *first.open,
            *(e for all_ in first.by_second.values() for e in all_),
        )
    ]
    assert known.definitions[root]
    assert any(entry.root == root and entry.showing is Showing.VERB for entry in entries)


@pytest.mark.parametrize("word", ["urged", "banned", "denies", "withdrew", "calling", "slammed"])
def test_verbs_are_inflected(word: str) -> None:
    """By rule, or as the file says."""
    assert word in act_words().entries


def test_longer_entries_come_first() -> None:
    """ "called off" is found before "called"."""
    called = act_words().entries["called"]
    assert "off" in called.by_second


def test_negations_name_known_roots() -> None:
    """What a negated act becomes is a root as well."""
    negation = act_words().negation
    for flips in (negation.flat, negation.refused, negation.content):
        assert set(flips) <= set(ROOTS)
        assert set(flips.values()) <= set(ROOTS)
