"""Regular English inflection, for lists that give the plain form only."""

_SIBILANTS = ("s", "x", "z", "ch", "sh")
_VOWELS = frozenset("aeiou")


def plural(noun: str) -> str:
    """The regular plural: `ministry` to `ministries`, `boss` to `bosses`."""
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_SIBILANTS) else "s")


def inflected(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb: plain, third person, past and -ing.

    >>> inflected("deny")
    ('deny', 'denies', 'denied', 'denying')
    """
    third = plural(verb)
    if verb.endswith("e"):
        return verb, third, verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb, third, verb[:-1] + "ied", verb + "ing"
    return verb, third, verb + "ed", verb + "ing"
