"""Words that tell on which side of a report's day something lies: `dating.toml`."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

_FILE = "dating.toml"


@cache
def cue(table: str, name: str) -> re.Pattern[str]:
    """One of these words, whole and in any case.

    >>> cue("dates", "past_tense").search("The talks were held.").group()
    'were'
    """
    return re.compile(rf"\b(?:{alternatives(table, name)})\b", re.IGNORECASE)


@cache
def cue_before(table: str, name: str, between: str = "") -> re.Pattern[str]:
    """One of these words at the end of a text, blanks, dashes and words of `between` after it."""
    return re.compile(rf"\b(?:{alternatives(table, name)}){between}[\s–-]+$", re.IGNORECASE)


def alternatives(table: str, name: str) -> str:
    """The words of a list, as a choice of a regular expression."""
    return "|".join(_tables()[table][name])


@cache
def _tables() -> Mapping[str, Mapping[str, Sequence[str]]]:
    raw = files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8")
    return tomllib.loads(raw)
