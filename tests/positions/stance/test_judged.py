"""Which judgements stand."""

import pytest

from onrecord.domain.issue import Stance, StanceJudgement, StatementKey
from onrecord.positions.stance.judged import standing

ONE, OTHER = StatementKey("d", "s1"), StatementKey("d", "s2")


def judgement(
    number: int, stance: Stance | None, key: StatementKey = ONE, undoes: int | None = None
) -> StanceJudgement:
    return StanceJudgement(number, "mission", key, stance, "2034-04-05T10:00:00Z", undoes=undoes)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param([], {}, id="none"),
        pytest.param([judgement(1, Stance.FOR)], {ONE: 1}, id="one"),
        pytest.param([judgement(1, Stance.FOR), judgement(2, None)], {ONE: 2}, id="the last"),
        pytest.param(
            [judgement(1, Stance.FOR), judgement(2, Stance.AGAINST, OTHER)],
            {ONE: 1, OTHER: 2},
            id="two statements",
        ),
        pytest.param(
            [judgement(1, Stance.FOR), judgement(2, Stance.FOR, undoes=1)], {}, id="taken back"
        ),
        pytest.param(
            [
                judgement(1, Stance.FOR),
                judgement(2, Stance.FOR, undoes=1),
                judgement(3, Stance.FOR, undoes=2),
            ],
            {ONE: 1},
            id="restored",
        ),
        pytest.param(
            [judgement(1, Stance.FOR), judgement(2, None), judgement(3, None, undoes=2)],
            {ONE: 1},
            id="the one before holds again",
        ),
    ],
)
def test_the_last_one_not_taken_back_stands(
    made: list[StanceJudgement], expected: dict[StatementKey, int]
) -> None:
    """In whatever order they are given."""
    found = standing(reversed(made), "mission")
    assert {key: held.number for key, held in found.items()} == expected
    assert standing(made, "another") == {}
