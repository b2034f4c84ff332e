"""Which judgements stand: the last one on a statement that nobody took back."""

from collections.abc import Iterable, Mapping

from onrecord.domain.issue import StanceJudgement, StatementKey


def standing(
    judgements: Iterable[StanceJudgement], issue_id: str
) -> Mapping[StatementKey, StanceJudgement]:
    """The judgement that holds of each statement judged on an issue, in the order of making.

    One that takes another back holds of nothing itself; taken back in turn, it restores it.
    """
    made = sorted(
        (judgement for judgement in judgements if judgement.issue_id == issue_id),
        key=lambda judgement: judgement.number,
    )
    gone: set[int] = set()
    for judgement in reversed(made):
        if judgement.undoes is not None and judgement.number not in gone:
            gone.add(judgement.undoes)
    return {
        judgement.key: judgement
        for judgement in made
        if judgement.undoes is None and judgement.number not in gone
    }
