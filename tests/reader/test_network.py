"""What the decoder asks of a network."""

import numpy as np

from onrecord.reader.network import Candidates


def test_a_cue_is_linked_to_its_lines_and_no_further() -> None:
    """Each place has the line of its word; places beyond the last word have none."""
    line = np.array([[0, 0, 1, 1, 2], [5, 5, 5, 6, -1]])
    row, low, high = np.array([0, 1]), np.array([1, 0]), np.array([5, 3])
    candidates = Candidates(row, low, low + 1, low, high)
    assert candidates.lines(line).tolist() == [[0, 1, 1, 2], [5, 5, 5, -1]]
