"""Which roles a wording may mean, by where it is said of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from onrecord.lexicon.offices import Leaders, OfficeWords
from onrecord.lexicon.roles import Role

_CODE_LETTERS = 2
"""Of a state, in ISO 3166-1 alpha-2; organisations have longer slugs."""


class OfficeWordings:
    """The wordings of the bundled roles, indexed."""

    def __init__(self, words: OfficeWords) -> None:
        self.words = words
        self._general: dict[str, list[Role]] = defaultdict(list)
        self._local: dict[tuple[str, str], list[Role]] = defaultdict(list)
        self._alone: dict[str, list[tuple[Role, str]]] = defaultdict(list)
        self._bodies = frozenset(body for role in words.roles for body in role.bodies)
        for role in words.roles:
            self._add(role)

    def roles_at(self, wording: str, body: str) -> Iterator[Role]:
        """The roles that the wording may mean at a state or body, the likeliest first."""
        yield from self._local.get((wording, body), ())
        if wording in self.words.leader:
            yield from self._leader(body)
        for role in self._general.get(wording, ()):
            if body in role.bodies or role.described or self._is_of_any_state(role, body):
                yield role

    def _is_of_any_state(self, role: Role, body: str) -> bool:
        """Whether a state that a user has added may have a role that others have."""
        added = len(body) == _CODE_LETTERS and body not in self._bodies
        return added and any(len(other) == _CODE_LETTERS for other in role.bodies)

    def alone(self, wording: str) -> tuple[Role, str] | None:
        """The role and body that the wording names by itself: "State Department spokesman"."""
        found = self._alone.get(wording, ())
        return found[0] if len(found) == 1 else None

    def anywhere(self, wording: str) -> tuple[Role, ...]:
        """The roles that the wording may mean while nobody says where."""
        return tuple(self._general.get(wording, ()))

    def _add(self, role: Role) -> None:
        for wording in role.wordings:
            self._general[wording].append(role)
        for body, wordings in role.in_state.items():
            self._add_local(role, body, wordings)
        for body, wordings in role.alone.items():
            self._add_local(role, body, wordings)
            for wording in wordings:
                self._alone[wording].append((role, body))
        for body in role.bodies:
            if len(body) > _CODE_LETTERS:
                self._add_local(role, body, role.at_bodies)

    def _add_local(self, role: Role, body: str, wordings: Iterable[str]) -> None:
        for wording in wordings:
            if role not in self._local[wording, body]:
                self._local[wording, body].append(role)

    def _leader(self, body: str) -> Iterator[Role]:
        wanted = _leading_role(self.words.leaders, body)
        return (role for role in self.words.roles if role.id == wanted and body in role.bodies)


def _leading_role(leaders: Leaders, body: str) -> str | None:
    if body in leaders.unclear:
        return None
    if body in leaders.supreme_leader:
        return "supreme-leader"
    if body in leaders.monarch:
        return "monarch"
    return "prime-minister" if body in leaders.prime_minister else "president"
