"""Known actors by their names."""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.actors.surnames import surnames
from onrecord.domain.office import KnownActor
from onrecord.lexicon.folding import fold_phrase, is_acronym

_PERSON = "person:"


class KnownNames:
    """Finds known actors by any listed spelling, and people by their surname alone.

    Spellings are folded; one that is written as an acronym is found by an acronym only, so that
    "us" and "who" name nobody.
    """

    def __init__(self, actors: Iterable[KnownActor]) -> None:
        self._by_id: dict[str, KnownActor] = {}
        self._words: dict[str, list[str]] = defaultdict(list)
        self._acronyms: dict[str, list[str]] = defaultdict(list)
        self._surnames: dict[str, list[str]] = defaultdict(list)
        for actor in actors:
            self._by_id.setdefault(actor.id, actor)
            self._add(actor)

    def actor(self, id: str) -> KnownActor | None:
        """The actor with that id."""
        return self._by_id.get(id)

    def with_name(self, name: str) -> tuple[KnownActor, ...]:
        """The actors that a spelling names, in the order of the tables."""
        key = _key(name)
        ids = self._acronyms.get(key, []) if is_acronym(name) else []
        return self._actors([*ids, *self._words.get(key, [])])

    def with_surname(self, surname: str) -> tuple[KnownActor, ...]:
        """The people who are called so, whenever they held an office."""
        return self._actors(self._surnames.get(fold_phrase(surname), []))

    def _add(self, actor: KnownActor) -> None:
        for name in actor.names:
            index = self._acronyms if is_acronym(name) else self._words
            index[_key(name)].append(actor.id)
            if actor.id.startswith(_PERSON):
                for surname in surnames(name, actor.country):
                    self._surnames[surname].append(actor.id)

    def _actors(self, ids: Iterable[str]) -> tuple[KnownActor, ...]:
        return tuple(self._by_id[id] for id in dict.fromkeys(ids))


def _key(name: str) -> str:
    return fold_phrase(name).removeprefix("the ")
