"""The labels of the statement-roles head, and what may follow what.

Words carry BIOES labels (begin, inside, outside, end, single): Ratinov and Roth, CoNLL 2009. Cues
are labelled over the whole window; source and content are labelled once for each cue.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

OUTSIDE, BEGIN, INSIDE, END, SINGLE = range(5)
CUE_LABELS = 5
ROLES = ("source", "content")
ROLE_LABELS = 1 + 4 * len(ROLES)
"""Outside, then begin, inside, end and single of source, then of content."""

FORBIDDEN = np.float32(-1e4)


@cache
def transitions(roles: int) -> NDArray[np.float32]:
    """(labels, labels) scores: 0 where the second label may follow the first, else FORBIDDEN."""
    count = 1 + 4 * roles
    allowed = np.full((count, count), FORBIDDEN, dtype=np.float32)
    for left in range(count):
        for right in range(count):
            if _may_follow(left, right):
                allowed[left, right] = 0
    return allowed


def _may_follow(left: int, right: int) -> bool:
    left_open = left != OUTSIDE and (left - 1) % 4 + 1 in (BEGIN, INSIDE)
    right_goes_on = right != OUTSIDE and (right - 1) % 4 + 1 in (INSIDE, END)
    if left_open != right_goes_on:
        return False
    return not left_open or (left - 1) // 4 == (right - 1) // 4


@cache
def may_start(roles: int) -> NDArray[np.bool_]:
    """(labels,): whether a stretch may begin with the label."""
    return np.array([_may_follow(OUTSIDE, label) for label in range(1 + 4 * roles)])


@cache
def may_end(roles: int) -> NDArray[np.bool_]:
    """(labels,): whether a stretch may end with the label."""
    return np.array([_may_follow(label, OUTSIDE) for label in range(1 + 4 * roles)])
