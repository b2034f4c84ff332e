"""How long it takes to find out who appears in a document, with a million profiles in the record.

    python benchmarks/actors/scale.py [--profiles 1000000] [--documents 200]

Names are put together from syllables, the same for the same seed. Half of the actors of each
document are in the record already under a spelling of their own ("Kasim" for "Qasim"), the others
are new. Printed: the milliseconds that candidates and scoring take a document, and the whole adding
of it, as median and 95th percentile; peak memory; the size of the file. Processor time stands
beside the time of the clock, since the two part where other programs run.

Exit code 1 says that the median of candidates and scoring is above `--limit`.
"""

import argparse
import json
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from pathlib import Path
from unittest import mock

from sqlalchemy import select

from onrecord.actors.names.matcher import NameMatcher
from onrecord.domain.actor import ActorKind, Appearance
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document
from onrecord.domain.run import Run
from onrecord.domain.span import Span
from onrecord.record import Record, appear
from onrecord.record.adding import Adding
from onrecord.record.bulk import insert_rows
from onrecord.record.file import reading, writing
from onrecord.record.fold import fold
from onrecord.record.rows import Rows
from onrecord.record.schema_actors import (
    actor_of,
    edges,
    profile_keys,
    profile_names,
    profiles,
)
from onrecord.record.search import NameWords, index_names

ACTORS = 12
CHUNK = 20_000
RUN = Run("scale", (("scale", "1"),))

_ONSETS = (*tuple("bdfghklmnpqrstvwyz"), "ch", "kh", "sh", "zh", "br", "dr", "gr", "kr", "st", "tr")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ei", "ou")
_CODAS = ("", "", "", "n", "r", "s", "l", "m", "k", "d", "v")
_VARIANTS = (
    ("q", "k"), ("kh", "h"), ("zh", "j"), ("ei", "ey"), ("ou", "u"), ("ai", "ay"), ("v", "w"),
    ("w", "v"), ("y", "i"), ("ch", "tch"), ("i", "ee"),
)  # fmt: skip


def names(seed: int) -> Iterator[str]:
    """First name and surname, without end; first names and the commoner surnames come again."""
    chance = random.Random(seed)
    first = [_word(chance, 2) for _ in range(3000)]
    last = [_word(chance, chance.choice((2, 3))) for _ in range(200_000)]
    while True:
        rank = int(len(last) * chance.random() ** 2)
        yield f"{chance.choice(first)} {last[rank]}"


def _word(chance: random.Random, syllables: int) -> str:
    parts = (
        chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS)
        for _ in range(syllables)
    )
    return "".join(parts).capitalize()


def variant(name: str, chance: random.Random) -> str:
    """Another spelling of the name."""
    found = [(old, new) for old, new in _VARIANTS if old in name]
    return name.replace(*chance.choice(found)) if found else name


def profile_of(name: str) -> str:
    """The profile of a person of that name."""
    return f"person~{sha256(fold(name).encode()).hexdigest()[:16]}"


def distinct(source: Iterator[str]) -> Iterator[str]:
    """Each profile's name once."""
    seen: set[bytes] = set()
    for name in source:
        digest = sha256(fold(name).encode()).digest()[:8]
        if digest not in seen:
            seen.add(digest)
            yield name


def fill(record: Record, matcher: NameMatcher, count: int) -> None:
    """Put profiles into the record past the usual way, which compares each with the others."""
    source = islice(distinct(names(1)), count)
    first = 1
    while chunk := list(islice(source, CHUNK)):
        with writing(record._engine) as connection:
            adding = Adding(connection, matcher)
            _insert(adding, chunk, first, matcher)
        first += len(chunk)
        print(f"\r{first - 1} profiles", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def _insert(adding: Adding, chunk: list[str], first: int, matcher: NameMatcher) -> None:
    made: Rows = []
    named: Rows = []
    blocks: Rows = []
    nodes: Rows = []
    for key, name in enumerate(chunk, first):
        node = profile_of(name)
        made.append({"key": key, "id": node, "kind": "person", "run_id": RUN.id})
        spelt = {"name": name, "folded": fold(name), "romanised": matcher.romanise(name)}
        named.append({"key": key, "profile_key": key, **spelt})
        nodes.append({"node": node, "profile": node, "document": None, "actor": node})
        keys = set(matcher.keys(name, ActorKind.PERSON))
        blocks.extend({"block": block, "profile_key": key} for block in sorted(keys))
    for table, rows in (
        (profiles, made),
        (profile_names, named),
        (profile_keys, blocks),
        (actor_of, nodes),
    ):
        insert_rows(adding.connection, table, rows)
    words = [NameWords(key, name, None) for key, name in enumerate(chunk, first)]
    index_names(adding.connection, words)


Spellings = dict[str, str]
"""Profiles that a name is spelt anew, with the profile of the spelling that was there."""


def documents(profiles: int, count: int, spellings: Spellings) -> Iterator[AnalysedDocument]:
    """Documents of twelve actors: six known under another spelling, six that are new."""
    chance = random.Random(7)
    wanted = {chance.randrange(profiles) for _ in range(count * ACTORS // 2 * 2)}
    known = [n for at, n in enumerate(islice(distinct(names(1)), profiles)) if at in wanted]
    chance.shuffle(known)
    fresh = names(2)
    for number in range(count):
        here = [chance.choice(known) for _ in range(ACTORS // 2)]
        chosen = [variant(name, chance) for name in here]
        spellings |= {
            profile_of(new): profile_of(old) for new, old in zip(chosen, here, strict=True)
        }
        chosen += list(islice(fresh, ACTORS - len(chosen)))
        yield document(number, list(dict.fromkeys(chosen)))


def document(number: int, people: list[str]) -> AnalysedDocument:
    """A report that is a list of names."""
    text = f"Report {number}: " + ", ".join(people)
    digest = sha256(text.encode()).hexdigest()
    kept = Document(digest[:16], f"{number}.txt", text, digest, digest, "txt")
    appearances = []
    for name in people:
        at = text.index(name)
        place = (Span(at, at + len(name)),)
        appearances.append(Appearance(profile_of(name), ActorKind.PERSON, name, place, place))
    once = {appearance.profile: appearance for appearance in appearances}
    return AnalysedDocument(kept, (), (), RUN, tuple(once.values()))


@dataclass(slots=True)
class Watch:
    """Milliseconds of clock and processor of each call."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def timed(self, work: Callable[..., object]) -> Callable[..., object]:
        """The same, timed."""

        def run(*arguments: object) -> object:
            began, used = time.perf_counter(), time.process_time()
            result = work(*arguments)
            self.clock.append(1000 * (time.perf_counter() - began))
            self.processor.append(1000 * (time.process_time() - used))
            return result

        return run

    def figures(self, name: str) -> dict[str, float]:
        """Median and 95th percentile of both."""
        return {
            f"{name}_{sort}_{which}": round(value, 1)
            for sort, values in (("ms", self.clock), ("processor_ms", self.processor))
            for which, value in (
                ("median", statistics.median(values)),
                ("p95", statistics.quantiles(values, n=20)[-1]),
            )
        }


def shares(record: Record, spellings: Spellings) -> dict[str, float]:
    """How many of the new spellings were compared with the old one, and found alike."""
    new = {one: other for one, other in spellings.items() if one != other}
    with reading(record._engine) as connection:
        rows = connection.execute(select(edges.c.left, edges.c.right, edges.c.joins)).all()
    alike = {frozenset((left, right)): joins for left, right, joins in rows}
    seen = [alike.get(frozenset(pair)) for pair in new.items()]
    return {
        "spellings": float(len(new)),
        "joined": round(sum(joins is True for joins in seen) / len(new), 3),
        "joined_or_asked": round(sum(joins is not None for joins in seen) / len(new), 3),
    }


def measure(count: int, added: int) -> dict[str, float]:
    """Fill a record in a folder that is thrown away, add documents, and tell what it took."""
    matcher = NameMatcher()
    comparing, whole = Watch(), Watch()
    with (
        tempfile.TemporaryDirectory() as folder,
        Record.open(Path(folder) / "scale.sqlite", matcher=matcher) as record,
        mock.patch.object(appear, "compare", comparing.timed(appear.compare)),
    ):
        fill(record, matcher, count)
        add = whole.timed(record.add)
        spellings: Spellings = {}
        for analysed in list(documents(count, added, spellings)):
            add(analysed)
        found = shares(record, spellings)
        record.close()
        size = record.path.stat().st_size
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "profiles": float(count),
        "documents": float(added),
        **comparing.figures("candidates_and_scoring"),
        **whole.figures("whole_document"),
        **found,
        "peak_mb": round(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)),
        "database_mb": round(size / (1 << 20)),
    }


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--profiles", type=int, default=1_000_000)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--limit", type=float, default=50.0, help="milliseconds")
    arguments = parser.parse_args()
    figures = measure(arguments.profiles, arguments.documents)
    print(json.dumps(figures, indent=1))
    return int(figures["candidates_and_scoring_processor_ms_median"] > arguments.limit)


if __name__ == "__main__":
    sys.exit(main())
