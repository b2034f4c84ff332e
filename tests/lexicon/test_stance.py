"""Words for issues and stances: the lists hold together."""

from onrecord.lexicon.stance import stance_words


def test_phrases_are_in_lower_case_and_the_longest_comes_first() -> None:
    """So that the first that fits is the whole one."""
    words = stance_words()
    for phrases in (words.conditions, words.no_conditions, words.hypotheticals, words.others):
        assert all(phrase == phrase.lower() for phrase in phrases)
        assert list(map(len, phrases)) == sorted(map(len, phrases), reverse=True)


def test_a_strong_condition_is_a_condition() -> None:
    """Else it would never be found."""
    words = stance_words()
    assert words.strong_conditions <= set(words.conditions)


def test_no_word_speaks_for_and_against() -> None:
    """It would count for nothing."""
    words = stance_words()
    assert words.side_for.isdisjoint(words.side_against)
