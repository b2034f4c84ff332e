"""One role of `offices.toml`: its wordings, and where it exists."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from onrecord.lexicon.states import StateStatus, states

WordLists = Mapping[str, Sequence[str]]


class RoleEntry(TypedDict, total=False):
    """A `[[role]]` as it stands in the file."""

    id: str
    title: str
    where: str
    without: str
    bodies: Sequence[str]
    wordings: Sequence[str]
    at_bodies: Sequence[str]
    in_state: Mapping[str, Sequence[str]]
    alone: Mapping[str, Sequence[str]]
    titles: Mapping[str, str]
    several: bool
    several_in: Sequence[str]
    described: bool


@dataclass(frozen=True, slots=True)
class Role:
    """A role; wordings are folded and without articles and "of".

    `bodies` are the codes of states and slugs of organisations where it exists. `wordings` name
    it anywhere, `in_state` only at that body, `alone` name the body with it: "State Department
    spokesman". `at_bodies` are wordings at organisations alone. `titles` are its names at bodies
    that have their own. It has `several` holders at a time everywhere, or at `several_in`.
    A role that is only `described` makes no office: "minister".
    """

    id: str
    title: str
    bodies: frozenset[str]
    wordings: frozenset[str]
    at_bodies: frozenset[str]
    in_state: Mapping[str, frozenset[str]]
    alone: Mapping[str, frozenset[str]]
    titles: Mapping[str, str]
    several: bool
    several_in: frozenset[str]
    described: bool

    def is_unique(self, body: str) -> bool:
        """Whether one person at a time holds it there."""
        return not self.several and body not in self.several_in


def role_of(entry: RoleEntry, words: WordLists, groups: Mapping[str, Sequence[str]]) -> Role:
    """A role from its entry in the file and the word lists and groups of states beside it."""
    return Role(
        id=entry["id"],
        title=entry["title"],
        bodies=frozenset(_where(entry, groups)) | frozenset(entry.get("bodies", ())),
        wordings=frozenset(_expanded(entry["wordings"], words)),
        at_bodies=frozenset(_expanded(entry.get("at_bodies", ()), words)),
        in_state=_by_body(entry.get("in_state", {}), words),
        alone=_by_body(entry.get("alone", {}), words),
        titles=dict(entry.get("titles", {})),
        several=entry.get("several", False),
        several_in=frozenset(entry.get("several_in", ())),
        described=entry.get("described", False),
    )


def _where(entry: RoleEntry, groups: Mapping[str, Sequence[str]]) -> Iterator[str]:
    monarchies = frozenset(groups["monarchies"])
    republics_too = frozenset(groups["both"])
    without = frozenset(groups[entry["without"]]) if "without" in entry else frozenset[str]()
    where = entry.get("where")
    for state in states().all:
        code = state.code
        monarchy = code in monarchies
        wanted = where == "states" or (where == "monarchies" and monarchy)
        wanted = wanted or (where == "republics" and (not monarchy or code in republics_too))
        if wanted and state.status is not StateStatus.TERRITORY and code not in without:
            yield code


def _by_body(table: Mapping[str, Sequence[str]], words: WordLists) -> Mapping[str, frozenset[str]]:
    return {body: frozenset(_expanded(wordings, words)) for body, wordings in table.items()}


def _expanded(wordings: Sequence[str], words: WordLists) -> Iterator[str]:
    """Each wording, with every word of a list in the place of the list's name in braces."""
    for wording in wordings:
        name = wording[wording.find("{") + 1 : wording.find("}")] if "{" in wording else ""
        if not name:
            yield wording
            continue
        for word in words[name]:
            yield wording.replace("{" + name + "}", word)
