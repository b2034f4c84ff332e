"""States and organisations in a phrase that names an office."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.domain.office import KnownActor
from onrecord.lexicon.folding import words_of
from onrecord.lexicon.states import State, StateStatus, states

Words = tuple[str, ...]
_BODIES = frozenset(("organisation", "state"))


@dataclass(frozen=True, slots=True)
class BodyFound:
    """A state or organisation at a place in a phrase: `body` is a code or a slug."""

    body: str
    start: int
    end: int


class BodyWords:
    """Finds the states and organisations that words name; the longest name wins."""

    def __init__(self, actors: Iterable[KnownActor], further: Mapping[str, Sequence[str]]) -> None:
        self._bodies: dict[Words, str] = {}
        for body, names in further.items():
            self._add(body, names)
        for state in sorted(states().all, key=_rank):
            self._add(state.code, (*state.names, *state.acronyms))
            self._add(state.code, (*state.demonyms, *state.people, *state.plural_demonyms))
        for actor in actors:
            kind, _, slug = actor.id.partition(":")
            if kind in _BODIES:
                self._add(slug, actor.names)
        for state in sorted(states().all, key=_rank):
            self._add(state.code, state.capitals)
        self._longest = max(map(len, self._bodies))

    def find(self, words: Words) -> list[BodyFound]:
        """All that stand in the words, from left to right, none over another."""
        found: list[BodyFound] = []
        start = 0
        while start < len(words):
            match = self._at(words, start)
            if match is None:
                start += 1
                continue
            found.append(match)
            start = match.end
        return found

    def _at(self, words: Words, start: int) -> BodyFound | None:
        for end in range(min(len(words), start + self._longest), start, -1):
            if body := self._bodies.get(words[start:end]):
                return BodyFound(body, start, end)
        return None

    def _add(self, body: str, names: Iterable[str]) -> None:
        for words in _spellings(names):
            self._bodies.setdefault(words, body)


def _spellings(names: Iterable[str]) -> Iterator[Words]:
    for name in names:
        words = words_of(name)
        if words:
            yield words[1:] if words[0] == "the" and len(words) > 1 else words


def _rank(state: State) -> tuple[bool, bool, str]:
    return state.status is StateStatus.FORMER, state.status is StateStatus.TERRITORY, state.code
