"""States under the names and demonyms that stand in names of public bodies."""

from collections.abc import Iterator, Mapping
from functools import cache

from onrecord.actors.names.folding import fold
from onrecord.lexicon.bodies import body_words
from onrecord.lexicon.states import State, states

# Shorter acronyms of states are words of some language.
_SHORTEST_ACRONYM = 3


@cache
def state_words() -> Mapping[tuple[str, ...], str]:
    """Runs of folded words to `@` and the code of the state they name."""
    found: dict[tuple[str, ...], str] = {}
    for state in states().all:
        for name in _names(state):
            found.setdefault(tuple(fold(name).split()), f"@{state.code}")
    return found | dict(body_words().states)


def _names(state: State) -> Iterator[str]:
    yield from (*state.names, *state.demonyms)
    yield from (name for name in state.acronyms if len(name) >= _SHORTEST_ACRONYM)
