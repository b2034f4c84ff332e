"""The program that makes quotations makes what it says."""

import random
from datetime import timedelta

import pytest

import benchmarks.quotations.perturbed as perturbed
from onrecord.domain.transcript import Verdict
from onrecord.positions.transcripts.checking import check
from tests.positions.transcripts.builders import DAY, ready, transcript

TOPICS = ("road", "harbour", "centre", "orchard", "ferry", "railway", "market", "library")


def _speech(seed: int) -> str:
    """Sentences with numbers, names and conditions, of two speakers."""
    random_ = random.Random(seed)
    lines = ["Talks in Halvik"]
    for number in range(160):
        first, second = random_.sample(TOPICS, 2)
        who = "Ylsa Marrak" if number % 4 == 3 else "Mirelda Quost"
        lines.append(
            f"{who}: It's true that the north-Brode {first} – it is ours – will cost "
            f"{random_.randrange(100, 999)} organised crowns of seed{seed * 1000 + number} money, "
            f"if the {second} council pays Halvik in "
            f"spring of season{seed * 1000 + number}."
        )
    return "\n\n".join(lines)


@pytest.fixture(scope="module")
def cases() -> list[perturbed.Case]:
    searched = [transcript(_speech(1), name="one.txt")]
    others = [transcript(_speech(2), DAY + timedelta(days=1), "two.txt")]
    return perturbed.make_cases(searched, others, seed=3, count=40)


def test_a_quarter_for_each_verdict(cases: list[perturbed.Case]):
    """Each verdict is asked for as often as any other."""
    verdicts = [case.verdict for case in cases]
    assert {verdicts.count(verdict) for verdict in Verdict} == {10}


def test_the_same_seed_makes_the_same_cases(cases: list[perturbed.Case]):
    """The benchmark is deterministic."""
    searched = [transcript(_speech(1), name="one.txt")]
    others = [transcript(_speech(2), DAY + timedelta(days=1), "two.txt")]
    again = perturbed.make_cases(searched, others, seed=3, count=40)
    assert [case.id for case in again] == [case.id for case in cases]
    assert [case.quotation for case in again] == [case.quotation for case in cases]


def test_what_is_exact_has_the_words_of_the_record(cases: list[perturbed.Case]):
    """Only typography was changed."""
    exact = [case for case in cases if case.verdict is Verdict.EXACT]
    found = check([case.quotation for case in exact], ready(transcript(_speech(1))))
    assert {checked.verdict for checked in found} == {Verdict.EXACT}
