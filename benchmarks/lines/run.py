"""How long a line takes out of a record of 100,000 statements.

    python benchmarks/lines/run.py [--statements 100000] [--rounds 5]

The record is made up, the same for the same seed: reports of twenty statements each by 200 actors
over ten years, four statements to an utterance; a tenth of all statements bears on one issue, and
one actor in twenty says half of that. Printed: the seconds that the line of the busiest actor, of
a middling one, and the comparison of the two take, each as the median of the rounds and the worst,
with the record opened anew each time.

Exit code 1 says that a median is above `--limit`.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from onrecord.crossing import across
from onrecord.domain.actor import ActorKind, Appearance
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import DateCandidate, DateSource, Document
from onrecord.domain.issue import Hit, Issue, Position, Stance, StatementKey
from onrecord.domain.occasion import Said
from onrecord.domain.period import Period
from onrecord.domain.run import Run
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, SpeakerLink, Statement, StatementKind
from onrecord.domain.utterance import Retelling, Utterance
from onrecord.record import Record

RUN = Run("lines", (("lines", "1"),))
ISSUE = Issue("corridor", "The corridor should be opened.")
ACTORS = 200
BUSY = 10
PER_DOCUMENT = 20
RETOLD = 4
FIRST = date(2024, 1, 1)
DAYS = 3650
STANCES = (Stance.FOR, Stance.FOR, Stance.CONDITIONAL, Stance.AGAINST, Stance.UNCLEAR)


def documents(count: int, seed: int) -> Iterator[AnalysedDocument]:
    """Reports with `count` statements in all."""
    chance = random.Random(seed)
    for number in range(count // PER_DOCUMENT):
        yield _document(number, chance)


def _document(number: int, chance: random.Random) -> AnalysedDocument:
    speakers = [_speaker(number * PER_DOCUMENT + n) for n in range(PER_DOCUMENT)]
    lines = [f"“{_words(chance)},” said {_name(who)}." for who in speakers]
    text = "\n".join(lines)
    day = _day(number)
    document_id = f"d{number:07}"
    made, at = [], 0
    for n, (line, who) in enumerate(zip(lines, speakers, strict=True)):
        made.append(_statement(document_id, n, at, line, who, day))
        at += len(line) + 1
    digest = sha256(text.encode()).hexdigest()
    candidate = DateCandidate(day, day, DateSource.METADATA, "published", day.isoformat())
    document = Document(
        id=document_id,
        name=f"{document_id}.txt",
        text=text,
        text_sha256=digest,
        raw_sha256=digest,
        format="txt",
        outlet=f"Outlet {number % 12}",
        dates=(candidate,),
    )
    appearances = tuple(
        Appearance(
            _profile(who),
            ActorKind.PERSON,
            _name(who),
            tuple(s.speakers[0].mention for s, w in zip(made, speakers, strict=True) if w == who),
        )
        for who in dict.fromkeys(speakers)
    )
    return AnalysedDocument(document, tuple(made), (), RUN, appearances)


def _statement(document_id: str, number: int, at: int, line: str, who: int, day: date) -> Statement:
    content = Span(at + 1, at + line.index(","))
    source = Span(at + line.index(_name(who)), at + line.index(_name(who)) + len(_name(who)))
    link = SpeakerLink(LinkStatus.NAMED, "name", 0.9, _name(who), source, source, _profile(who))
    return Statement(
        f"{document_id}-{number}",
        document_id,
        StatementKind.DIRECT,
        (content,),
        (),
        (source,),
        (link,),
        said=Said(Period.day(day), "publication"),
    )


def _speaker(number: int) -> int:
    """Half of what is said is said by the busy."""
    place = (number // RETOLD) * 2654435761 % 2**32
    return place % BUSY if place % 2 else place % ACTORS


def _day(document: int) -> date:
    """Reports that retell each other's utterances are of one day."""
    return FIRST + timedelta(days=(document // RETOLD) * 13 % DAYS)


def _name(who: int) -> str:
    return f"Ana Belk{'abcdefghij'[who // 10 % 10]}{'abcdefghij'[who % 10]}{'xyz'[who // 100]}"


def _profile(who: int) -> str:
    return f"person~ana-{who}"


def _words(chance: random.Random) -> str:
    return " ".join(
        chance.choice(("the", "road", "stays", "open", "talks", "peace")) for _ in range(20)
    )


def positions(count: int, seed: int) -> Iterator[Position]:
    """A tenth of all statements, every one of the utterances that they report."""
    chance = random.Random(seed + 1)
    for number in range(0, count, RETOLD):
        if chance.random() < 0.1:
            stance = chance.choice(STANCES)
            for one in range(number, number + RETOLD):
                key = _key(one)
                yield Position(ISSUE.id, key, stance, 0.8, "model", hit=Hit(key, 0.7, ("shared",)))


def utterances(count: int) -> Iterator[Utterance]:
    """Four statements each."""
    for number in range(0, count, RETOLD):
        keys = [_key(one) for one in range(number, number + RETOLD)]
        told = tuple(Retelling(key, "Outlet") for key in keys)
        said = Period.day(_day(number // PER_DOCUMENT))
        yield Utterance(f"u{number}", keys[0], told, said)


def _key(number: int) -> StatementKey:
    document_id = f"d{number // PER_DOCUMENT:07}"
    return StatementKey(document_id, f"{document_id}-{number % PER_DOCUMENT}")


def build(path: Path, count: int, seed: int) -> None:
    """Write the record, its utterances and positions marked as up to date."""
    with Record.open(path) as record:
        for n, _ in enumerate(record.add_many(documents(count, seed), 500)):
            if n % 500 == 0:
                print(f"{n * PER_DOCUMENT:,} statements", file=sys.stderr)
        record.put_issues([ISSUE])
        found = across(record)
        record.put_utterances(list(utterances(count)), found.utterances_mark())
        record.put_positions(ISSUE.id, list(positions(count, seed)), found.positions_mark(ISSUE))


def timed(path: Path, ask: Callable[[Record], object], rounds: int) -> tuple[float, float]:
    """Median and worst seconds of a question, the record opened anew each time."""
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        with Record.open(path, create=False) as record:
            ask(record)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken), max(taken)


def main() -> int:
    """Build, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=1.0)
    arguments = parser.parse_args()
    busy, middling = _name(1), _name(BUSY + 2)
    questions: dict[str, Callable[[Record], object]] = {
        "line of the busiest": lambda r: across(r).line(busy, ISSUE.id),
        "line of a middling one": lambda r: across(r).line(middling, ISSUE.id),
        "comparison": lambda r: across(r).comparison([busy, middling], ISSUE.id),
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        build(path, arguments.statements, arguments.seed)
        with Record.open(path) as record:
            line, _ = across(record).line(busy, ISSUE.id)
        found = {name: timed(path, ask, arguments.rounds) for name, ask in questions.items()}
    report = {
        "statements": arguments.statements,
        "points of the busiest": line.counts.utterances,
        **{name: [round(s, 3) for s in taken] for name, taken in found.items()},
    }
    print(json.dumps(report, indent=2))
    return int(any(median > arguments.limit for median, _ in found.values()))


if __name__ == "__main__":
    sys.exit(main())
