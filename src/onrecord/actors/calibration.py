"""How often a chain is right, by how sure the reader was of the link.

Counted on GUM's development part (30 documents; 281 `he`, `she` and their forms, 400 `it`, `they`
and theirs): the share whose nearest noun phrase of the chain is a right antecedent.
"""

from bisect import bisect_right

PERSONAL = ((0.0, 0.6), (0.7, 0.82))
"""From this chance of the link on, this share of `he` and `she` was right: 101 of 168, then 93 of
113."""

OTHER = ((0.0, 0.35), (0.5, 0.52), (0.7, 0.62), (0.9, 0.84))
"""The same for `it` and `they`: 41 of 117, 59 of 114, 66 of 107, 52 of 62, rounded."""

LEAST = {True: 0.4, False: 0.7}
"""Personal pronouns, and others, stay unresolved below this chance."""


def calibrated(link: float, personal: bool) -> float:
    """The share of links of this chance that are right."""
    table = PERSONAL if personal else OTHER
    at = bisect_right(table, link, key=lambda row: row[0]) - 1
    return table[max(at, 0)][1]
