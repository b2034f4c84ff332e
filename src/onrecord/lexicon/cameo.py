"""The crosswalk between CAMEO's codes and PLOVER's roots.

Source of the codes and their labels: Schrodt, CAMEO Conflict and Mediation Event Observations
Event and Actor Codebook, version 1.1b3 (2012). Of the roots: PLOVER's codebook, which makes 15 to
16 roots of CAMEO's 20, in the form that PLV uses (`onrecord.domain.act.Root`): CAMEO 02 and 10 are
one request, 09 and 11 one accusation, 18 to 20 one assault, and 01 is no event at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.domain.act import Root
from onrecord.lexicon.rows import read_rows

_FILE = "cameo.csv"
ROOT_DIGITS = 2


@dataclass(frozen=True, slots=True)
class CameoCode:
    """One code of CAMEO: two digits for a root, three for what stands under it."""

    code: str
    label: str
    root: Root


@cache
def cameo_codes() -> Mapping[str, CameoCode]:
    """Every code of the table, in order."""
    rows = read_rows(_FILE)
    return {row["code"]: CameoCode(row["code"], row["label"], Root(row["plover"])) for row in rows}


def root_of(code: str) -> Root:
    """PLOVER's root of a code; one that is not in the table is that of its first two digits.

    Raises KeyError where those are no root of CAMEO.

    >>> root_of("112").value, root_of("1724").value, root_of("01").value
    ('ACCUSE', 'COERCE', 'none')
    """
    codes = cameo_codes()
    for digits in range(len(code), ROOT_DIGITS - 1, -1):
        if code[:digits] in codes:
            return codes[code[:digits]].root
    raise KeyError(code)


def codes_of(root: Root, *, detailed: bool = False) -> tuple[str, ...]:
    """The codes that stand for a root: CAMEO's roots, or where `detailed` those under them.

    >>> codes_of(Root.REQUEST)
    ('02', '10')
    """
    return tuple(
        each.code
        for each in cameo_codes().values()
        if each.root is root and (len(each.code) > ROOT_DIGITS) == detailed
    )
