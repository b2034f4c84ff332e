"""The words that make two wordings say different things."""

from onrecord.lexicon.wording import wording_words


def test_phrases_come_the_longest_first() -> None:
    """ "So long as" before "so"."""
    words = wording_words()
    for phrases in (*words.no_negations.values(), *words.conditions_by_first.values()):
        assert [len(phrase) for phrase in phrases] == sorted(map(len, phrases), reverse=True)


def test_what_says_no_knows_what_says_yes_in_all_its_forms() -> None:
    """Inflections included."""
    assert {"accept", "accepted"} <= wording_words().opposites["rejected"]


def test_one_word_has_one_key() -> None:
    """No form stands under two shifts or spellings that disagree."""
    words = wording_words()
    assert not set(words.shifts) & set(words.spellings)
    assert all(strong for phrase, strong in words.conditions.items() if phrase == ("unless",))
