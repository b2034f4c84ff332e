"""What statements are grouped by: their words, their quotations, their days."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from onrecord.domain.reported import ReportedStatement
from onrecord.domain.statement import StatementKind
from onrecord.positions.utterances.days import Days, days_of
from onrecord.positions.utterances.quoted import quotations
from onrecord.positions.utterances.voices import ids_of, names_of
from onrecord.positions.wording.tokens import stems_of

SHINGLE = 3
"""Words in a row that two texts share where one took over the words of the other."""

FEWEST_STATEMENTS = 2000
"""A word's rarity is counted as if there were at least so many, so that in a small record no word
looks common because two documents have it."""

Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Features:
    """One statement's. `stems` are those of all words in order, `content` of those with content.

    `shingles` and `quoted` are what stands in a row anywhere, and between quotation marks. `names`
    are what its speakers may be found under: their ids, and how their surnames begin and end.
    """

    statement: ReportedStatement
    stems: tuple[str, ...]
    content: frozenset[str]
    shingles: frozenset[Shingle]
    quoted: frozenset[Shingle]
    days: Days
    actors: frozenset[str]
    names: frozenset[str]

    @property
    def direct(self) -> bool:
        """Whether nothing but quotations is in it."""
        return self.statement.statement.kind is StatementKind.DIRECT


def features_of(statement: ReportedStatement) -> Features:
    """The features of one statement."""
    words = stems_of(statement.content)
    direct = statement.statement.kind is StatementKind.DIRECT
    stems = tuple(stem for stem, _ in words)
    shingles = _shingles(stems)
    return Features(
        statement,
        stems,
        frozenset(stem for stem, has_content in words if has_content),
        shingles,
        shingles if direct else _quoted(statement.content),
        days_of(statement),
        ids_of(statement),
        names_of(statement),
    )


def _shingles(stems: Sequence[str]) -> frozenset[Shingle]:
    return frozenset(
        tuple(stems[start : start + SHINGLE]) for start in range(len(stems) - SHINGLE + 1)
    )


def _quoted(content: str) -> frozenset[Shingle]:
    found: set[Shingle] = set()
    for words in quotations(content):
        found |= _shingles([stem for stem, _ in stems_of(words)])
    return frozenset(found)


class Rarity:
    """How much a word tells: the rarer it is among all statements, the more.

    Weights are whole thousandths, so that their sum is the same in whatever order they come.
    """

    def __init__(self, features: Iterable[Features]) -> None:
        counts: Counter[str] = Counter()
        number = 0
        for one in features:
            counts.update(one.content)
            number += 1
        number = max(number, FEWEST_STATEMENTS)
        self._weights = {
            word: round(1000 * log(1 + number / count)) for word, count in counts.items()
        }

    def of(self, word: str) -> int:
        """The weight of one word."""
        return self._weights[word]

    def total(self, words: Iterable[str]) -> int:
        """The weight of several."""
        return sum(map(self._weights.__getitem__, words))
