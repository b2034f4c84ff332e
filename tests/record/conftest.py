"""Reports with actors in them, and a matcher that knows what it is told."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from onrecord.domain.actor import ActorKind, Appearance
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.run import Run
from onrecord.domain.statement import LinkStatus, SpeakerLink, Statement, StatementKind
from onrecord.record import Record
from onrecord.record.fold import fold
from tests.builders import RUN, document_of, span_of

_LATIN = str.maketrans("абвгдеиклнорстф", "abvgdeiklnorstf")


class SpellingMatcher:
    """Names of the same first letter share a block and score by the letters that they share."""

    same_from = 0.9
    candidate_from = 0.7

    def __init__(self) -> None:
        self.compared = 0

    def keys(self, name: str, kind: ActorKind) -> tuple[str, ...]:
        return (f"{kind.value}:{self.romanise(name)[:1]}",)

    def likeness(self, left: str, right: str, kind: ActorKind) -> float:
        self.compared += 1
        one, other = self.romanise(left), self.romanise(right)
        if one == other:
            return 1.0
        if len(one) != len(other):
            return 0.1
        wrong = sum(a != b for a, b in zip(one, other, strict=True))
        return {1: 0.95, 2: 0.8}.get(wrong, 0.1)

    def romanise(self, text: str) -> str:
        return fold(text).translate(_LATIN)


def profile_of(name: str) -> str:
    """The profile of a person's name; an id is taken as it is."""
    return name if {":", "~"} & set(name) else f"person~{fold(name).replace(' ', '-')}"


def report(
    number: int,
    *people: str,
    run: Run = RUN,
    kinds: Sequence[ActorKind] = (),
    country: str | None = None,
) -> AnalysedDocument:
    """A report in which each of `people` says one sentence; `id|name` gives a known actor's id."""
    given = [person.rpartition("|") for person in people]
    ids = [profile_of(id or name) for id, _, name in given]
    names = [name for _, _, name in given]
    text = "\n".join(f"“Line {n} of {number},” said {name}." for n, name in enumerate(names))
    document = document_of(text, f"r{number}.txt", id=f"d{number}", day=date(2013, 1, 1 + number))
    places = [span_of(text, name, text.index(f"Line {n} of")) for n, name in enumerate(names)]
    statements = tuple(
        Statement(
            f"d{number}-{n}",
            document.id,
            StatementKind.DIRECT,
            (span_of(text, f"Line {n} of {number}"),),
            (),
            (place,),
            (SpeakerLink(LinkStatus.NAMED, "name", 0.9, name, place, place, profile),),
        )
        for n, (name, place, profile) in enumerate(zip(names, places, ids, strict=True))
    )
    kinds = kinds or [ActorKind.PERSON] * len(names)
    once = dict(zip(ids, zip(kinds, names, places, strict=True), strict=True))
    appearances = tuple(
        Appearance(profile, kind, name, (place,), (place,), country)
        for profile, (kind, name, place) in once.items()
    )
    return AnalysedDocument(document, statements, (), run, appearances)


@pytest.fixture
def matcher() -> SpellingMatcher:
    """Counts what it compares."""
    return SpellingMatcher()


@pytest.fixture
def record(tmp_path: Path, matcher: SpellingMatcher):
    """An empty record that compares names."""
    with Record.open(tmp_path / "record.db", matcher=matcher) as opened:
        yield opened
