"""Words that tell the past from what is to come."""

import tomllib
from importlib.resources import files

import pytest

from onrecord.lexicon.dating import alternatives, cue, cue_before

TABLES = tomllib.loads(files("onrecord.lexicon").joinpath("dating.toml").read_text("utf-8"))


@pytest.mark.parametrize(("table", "name"), [(t, n) for t, lists in TABLES.items() for n in lists])
def test_every_list_compiles(table: str, name: str) -> None:
    """Each is a choice of whole words."""
    assert cue(table, name)
    assert alternatives(table, name)


def test_words_are_whole_and_in_any_case() -> None:
    """`willing` is no `will`."""
    assert cue("dates", "ahead").search("It Will start")
    assert not cue("dates", "ahead").search("They were willing")


def test_words_at_the_end_may_have_words_between() -> None:
    """Blanks and dashes part them from what follows."""
    former = cue_before("events", "no_longer", r"(?:[\s–-]the)*")
    assert former.search("He met then-")
    assert former.search("He met former ")
    assert not former.search("The former met ")
