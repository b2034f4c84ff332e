"""First names that tell a man from a woman."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

Gender = Literal["m", "f"]

_FILE = "genders.toml"


def gender_of_first_name(folded: str) -> Gender | None:
    """What a folded first name says; None for names that both bear, and for unknown ones.

    >>> gender_of_first_name("irena"), gender_of_first_name("boris"), gender_of_first_name("kim")
    ('f', 'm', None)
    """
    return _genders().get(folded)


@cache
def _genders() -> Mapping[str, Gender]:
    table = tomllib.loads(files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8"))
    women, men = frozenset(table["women"].split()), frozenset(table["men"].split())
    genders: dict[str, Gender] = dict.fromkeys(women - men, "f")
    genders.update(dict.fromkeys(men - women, "m"))
    return genders
