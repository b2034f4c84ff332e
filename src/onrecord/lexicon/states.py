"""States and territories, and the words that name them, their capitals and their people."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from onrecord.lexicon.folding import fold_phrase, is_acronym
from onrecord.lexicon.rows import read_rows

_FILE = "states.csv"
_SEPARATOR = "|"


class StateStatus(StrEnum):
    """Whether a row of ISO 3166-1 is a state of its own; `former` ones are of ISO 3166-3."""

    STATE = "state"
    TERRITORY = "territory"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class State:
    """One state: `code` is ISO 3166-1 alpha-2 in small letters, or `xk`, `su`, `yu`, `dd`.

    `names` are all names but the acronyms, the preferred one first; `demonyms` are adjectives
    ("Danish"), `people` and `plural_demonyms` nouns ("Dane", "Danes"). `capitals` has all
    spellings and seats of government, the usual one first; a few territories have none.
    """

    code: str
    name: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...]
    capitals: tuple[str, ...]
    demonyms: tuple[str, ...]
    people: tuple[str, ...]
    plural_demonyms: tuple[str, ...]
    status: StateStatus

    @property
    def actor(self) -> str:
        """The id of the state as an actor."""
        return f"state:{self.code}"

    @property
    def capital(self) -> str | None:
        """The capital by its usual English name."""
        return self.capitals[0] if self.capitals else None


class States:
    """Looks states up by code and by words.

    Words are folded, acronyms are not: "US" names a state, "us" does not. Where several states
    share a word ("Congolese"), all are returned, in order of code.
    """

    def __init__(self, rows: Iterable[State]) -> None:
        self.all = tuple(rows)
        self._by_code = {state.code: state for state in self.all}
        self._names = _index(self.all, lambda state: state.names)
        self._capitals = _index(self.all, lambda state: state.capitals)
        self._demonyms = _index(self.all, lambda state: state.demonyms)
        self._people = _index(self.all, lambda state: state.people + state.plural_demonyms)
        self._acronyms = _index(self.all, lambda state: state.acronyms)

    def get(self, code: str) -> State | None:
        """The state with an ISO code, in small or capital letters."""
        return self._by_code.get(code.lower())

    def named(self, words: str) -> tuple[State, ...]:
        """The states that a name stands for.

        >>> [state.code for state in states().named("the Russian Federation")]
        ['ru']
        """
        if is_acronym(words) and (found := self._acronyms.get(fold_phrase(words))):
            return found
        return self._names.get(_bare(words), ())

    def with_capital(self, words: str) -> tuple[State, ...]:
        """The states whose capital is so called."""
        return self._capitals.get(_bare(words), ())

    def with_demonym(self, words: str) -> tuple[State, ...]:
        """The states of which an adjective says that something is theirs: "Russian", "US"."""
        if is_acronym(words) and (found := self._acronyms.get(fold_phrase(words))):
            return found
        return self._demonyms.get(_bare(words), ())

    def with_people(self, words: str) -> tuple[State, ...]:
        """The states whose citizens a noun calls so, in the singular or plural: "Danes"."""
        return self._people.get(_bare(words), ())

    def find(self, words: str) -> tuple[State, ...]:
        """The states that any name, adjective or noun for the people stands for; no capitals."""
        return self.named(words) or self.with_demonym(words) or self.with_people(words)


@cache
def states() -> States:
    """The bundled table, read once."""
    return States([_state(row) for row in read_rows(_FILE)])


def _state(row: Mapping[str, str]) -> State:
    names = [row["name"], *_list(row["names"]), *_list(row["official"])]
    return State(
        code=row["code"],
        name=row["name"],
        names=tuple(dict.fromkeys(names)),
        acronyms=_list(row["acronyms"]),
        capitals=_list(row["capitals"]),
        demonyms=_list(row["adjectives"]),
        people=_list(row["people_singular"]),
        plural_demonyms=_list(row["people_plural"]),
        status=StateStatus(row["status"]),
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(_SEPARATOR)) if cell else ()


def _index(
    rows: Iterable[State], words: Callable[[State], tuple[str, ...]]
) -> dict[str, tuple[State, ...]]:
    found: dict[str, tuple[State, ...]] = {}
    for state in rows:
        for word in words(state):
            key = _bare(word)
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), state)))
    return found


def _bare(words: str) -> str:
    return fold_phrase(words).removeprefix("the ")
