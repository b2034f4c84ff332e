"""Posts as other tables call them, under the role that the lexicon knows them by."""

from onrecord.imports.ids import slug
from onrecord.lexicon.folding import words_of
from onrecord.lexicon.offices import office_words
from onrecord.lexicon.states import states

WIDESPREAD = 100
"""Bodies of a role that nearly every state has: one of which nothing is known has it as well."""


def role_named(name: str, body: str) -> str:
    """The role of a post of `body`: the lexicon's where it knows the words, else a slug of them.

    >>> role_named("Minister of Foreign Affairs of Russia", "ru"), role_named("Bridge Warden", "ru")
    ('foreign-minister', 'bridge-warden')
    """
    wording = _wording(name)
    for own in _own_words(body):
        wording = wording.removesuffix(f" {own}").removeprefix(f"{own} ")
    return _role(wording, body) or slug(name)


def _wording(name: str) -> str:
    return " ".join(word for word in words_of(name) if word not in office_words().dropped)


def _own_words(body: str) -> list[str]:
    """What stands for the state in the name of its post: names and adjectives, longest first."""
    state = states().get(body)
    if state is None:
        return []
    return sorted({_wording(name) for name in (*state.names, *state.demonyms)}, key=len)[::-1]


def _role(wording: str, body: str) -> str | None:
    """The one role of that wording at the body; else the one that nearly every state has."""
    named = [
        role
        for role in office_words().roles
        if not role.described and wording in role.wordings | role.in_state.get(body, frozenset())
    ]
    usual = [role for role in named if len(role.bodies) >= WIDESPREAD]
    there = [role for role in named if body in role.bodies] or usual
    return there[0].id if len(there) == 1 else None
