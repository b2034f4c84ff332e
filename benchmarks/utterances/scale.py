"""How long does grouping take?

    python benchmarks/utterances/scale.py --statements 100000

Statements are made up: so many acts of speech as there are statements divided by four, of 8 to 30
words drawn from 20,000 invented ones by Zipf's law and 2,000 function-like ones in between, by one
of 2,000 speakers (by Zipf's law too) on one of 2,000 days. Each is reported one to seven times:
word for word, cut, with words replaced, or with another order, by one of 200 outlets up to two days
later, a third of the reports dated by their publication only. Without vectors; those are kept by a
record and cost 25 ms a text where they are asked for.
"""

import argparse
import json
import random
import resource
import sys
import time
from datetime import date, timedelta
from itertools import accumulate

from onrecord.domain.occasion import Said
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedActor, ReportedStatement
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement, StatementKind
from onrecord.positions.utterances import group

FUNCTION = ("the", "of", "and", "to", "in", "that", "is", "for", "we", "will", "not", "it", "with")
SYLLABLES = ("ba", "de", "ki", "lo", "mu", "na", "po", "ri", "sa", "ti", "vu", "zo", "fe", "ga")
FIRST_DAY = date(2030, 1, 1)


class World:
    """Words, speakers and days, drawn with one seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words = [self._word() for _ in range(20_000)]
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))
        self.speakers = [
            ReportedActor(f"person:{number}", f"{self._word()} {self._word()}".title())
            for number in range(2_000)
        ]
        self.loudness = list(accumulate(1 / rank for rank in range(1, len(self.speakers) + 1)))

    def _word(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 4)))

    def sentence(self) -> list[str]:
        """Invented words, a function word before every second."""
        count = self.chance.randint(8, 30)
        words = self.chance.choices(self.words, cum_weights=self.weights, k=count)
        return [w if place % 2 else self.chance.choice(FUNCTION) for place, w in enumerate(words)]

    def retold(self, words: list[str]) -> list[str]:
        """The same, cut, or with some words replaced."""
        how = self.chance.random()
        if how < 0.4:
            return words
        if how < 0.7:
            start = self.chance.randint(0, len(words) // 3)
            return words[start : start + max(4, 2 * len(words) // 3)]
        other = self.chance.choice(self.words)
        return [other if self.chance.random() < 0.2 else word for word in words]


def statements(world: World, count: int) -> list[ReportedStatement]:
    """So many reports."""
    made: list[ReportedStatement] = []
    chance = world.chance
    while len(made) < count:
        words = world.sentence()
        (speaker,) = chance.choices(world.speakers, cum_weights=world.loudness)
        day = FIRST_DAY + timedelta(chance.randrange(2_000))
        for _ in range(min(chance.randint(1, 7), count - len(made))):
            made.append(_report(world, world.retold(words), speaker, day, len(made)))
    return made


def _report(
    world: World, words: list[str], speaker: ReportedActor, day: date, number: int
) -> ReportedStatement:
    chance = world.chance
    content = " ".join(words)
    published = Period.day(day + timedelta(chance.randint(0, 2)))
    dated = chance.random() < 2 / 3
    said = Said(Period.day(day), "stated") if dated else Said(published, "publication")
    statement = Statement(
        f"s{number}",
        f"d{number // 5}",
        chance.choice((StatementKind.DIRECT, StatementKind.INDIRECT)),
        (Span(0, len(content)),),
        said=said,
    )
    return ReportedStatement(
        statement,
        content,
        f"{speaker.name} said {content}.",
        0,
        f"d{number // 5}",
        f"outlet {chance.randrange(200)}",
        speakers=(speaker,),
        published=published,
    )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    made = statements(World(arguments.seed), arguments.statements)
    before = time.process_time()
    found = group(made)
    seconds = time.process_time() - before
    figures = {
        "statements": len(made),
        "utterances": len(found),
        "cpu_seconds": round(seconds, 1),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
