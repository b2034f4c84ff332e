"""The words of time."""

from onrecord.lexicon.times import Wordings, time_words


def test_codes_are_known() -> None:
    """Units, seasons and parts of the day are those that the forms have."""
    from onrecord.times.forms import Daypart, Season, Unit

    words = time_words()
    assert {Unit(unit) for unit in words.units.values()}
    assert {Season(season) for season in words.seasons.values()} == set(Season)
    assert {Daypart(part) for part in words.dayparts.values()} == set(Daypart)


def test_every_feast_has_one_rule() -> None:
    """A named day falls by exactly one rule."""
    for name, feast in time_words().feasts.items():
        rules = (feast.date, feast.weekday, feast.easter, feast.orthodox_easter, feast.election)
        assert sum(rule is not None for rule in rules) == 1, name


def test_wordings_longest_first() -> None:
    """Of the phrases that begin with a word the longest is tried first."""
    table = Wordings([("a", 1), ("a couple of", 2), ("a-few", 3)])
    assert [words for words, _ in table.starting("a")] == [
        ("a", "couple", "of"),
        ("a", "few"),
        ("a",),
    ]
    assert table.starting("b") == []
    assert table.firsts == {"a"}
    assert table.lasts == {"a", "of", "few"}
    assert table.words == {"a", "couple", "of", "few"}


def test_months_and_weekdays_are_whole() -> None:
    """Twelve months and seven weekdays, under their names and abbreviations."""
    words = time_words()
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.weekdays.values()) == set(range(1, 8))
    assert words.month_abbreviations < set(words.months)
