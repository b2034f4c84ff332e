"""How many shifts are found, and how many are made up, on lines whose truth is known.

    python benchmarks/lines/simulated.py [--lines 1000] [--seed 7]

A line has twelve utterances, two months apart, each a quotation in a report of its own. Half of the
lines change sides in the middle, half never do. A stance is read rightly with the chance that its
confidence states (drawn evenly from .6 to .95), else as either other side. Printed, as one JSON
object: for each kind of line, how many neighbours differ (what comparing each utterance with the
one before would call a shift) and how many shifts are found, a line; the share of real changes
found; and for classes of the shifts' confidence, how many there are and the share that is real.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from onrecord.domain.issue import Issue, Position, Stance
from onrecord.domain.line import Line, Shift
from onrecord.domain.occasion import Said
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedActor, ReportedStatement
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement, StatementKind
from onrecord.positions.lines import line_of

ACTOR = ReportedActor("person:quost", "Mirelda Quost")
ISSUE = Issue("corridor", "The corridor should be opened.")
SIDES = (Stance.FOR, Stance.AGAINST, Stance.CONDITIONAL)
UTTERANCES = 12
APART = timedelta(60)
FIRST = date(2031, 1, 1)
CLASSES = (0.0, 0.3, 0.5, 0.7, 0.85, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line, and whether it was made to change."""

    line: Line
    changes: bool

    def differing(self) -> int:
        """How many neighbours differ."""
        return sum(one.stance is not other.stance for one, other in pairwise(self.line.points))

    def is_real(self, shift: Shift) -> bool:
        """Whether a shift is the change that was made."""
        sides = shift.before.stance, shift.after.stance
        return self.changes and sides == (Stance.FOR, Stance.AGAINST)


def simulated(changes: bool, random: Random) -> Outcome:
    """A line of misread utterances."""
    told = [_read(number, changes, random) for number in range(UTTERANCES)]
    statements = {reported.key: reported for reported, _ in told}
    positions = [position for _, position in told]
    return Outcome(line_of(ACTOR, ISSUE, statements, positions, ()), changes)


def _read(number: int, changes: bool, random: Random) -> tuple[ReportedStatement, Position]:
    held = Stance.AGAINST if changes and number >= UTTERANCES // 2 else Stance.FOR
    confidence = random.uniform(0.6, 0.95)
    wrong = [side for side in SIDES if side is not held]
    stance = held if random.random() < confidence else random.choice(wrong)
    said = Said(Period.day(FIRST + number * APART), "stated")
    id = f"{number:02}"
    statement = Statement(id, id, StatementKind.DIRECT, (Span(0, 4),), said=said)
    reported = ReportedStatement(statement, "Yes.", "Yes.", 0, id, "Meridian", (ACTOR,))
    return reported, Position(ISSUE.id, reported.key, stance, confidence, "model")


def report(outcomes: list[Outcome]) -> dict[str, object]:
    """The figures of all lines."""
    kinds = {"changing": True, "constant": False}
    figures: dict[str, object] = {
        name: _rates([one for one in outcomes if one.changes is changes])
        for name, changes in kinds.items()
    }
    found = [any(map(one.is_real, one.line.shifts)) for one in outcomes if one.changes]
    return figures | {
        "changes_found": round(sum(found) / len(found), 3),
        "confidence": dict(_by_confidence(outcomes)),
    }


def _rates(outcomes: list[Outcome]) -> dict[str, float]:
    differing = sum(one.differing() for one in outcomes)
    shifts = sum(len(one.line.shifts) for one in outcomes)
    number = len(outcomes)
    return {
        "neighbours": round(differing / number, 2),
        "shifts": round(shifts / number, 2),
    }


def _by_confidence(outcomes: list[Outcome]) -> Iterator[tuple[str, dict[str, float]]]:
    shifts = [(s.confidence, one.is_real(s)) for one in outcomes for s in one.line.shifts]
    for low, high in pairwise(CLASSES):
        last = high == CLASSES[-1]
        inside = [real for sure, real in shifts if low <= sure < high or (last and sure == high)]
        if inside:
            right = round(sum(inside) / len(inside), 2)
            yield f"{low}-{high}", {"shifts": len(inside), "real": right}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    random = Random(options.seed)
    outcomes = [simulated(number % 2 == 0, random) for number in range(options.lines)]
    print(json.dumps(report(outcomes), indent=1))


if __name__ == "__main__":
    main()
