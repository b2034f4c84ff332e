"""Whether a document, or a first name, tells a man from a woman."""

from collections.abc import Iterable

from onrecord.domain.span import Span
from onrecord.lexicon.genders import Gender, gender_of_first_name

TITLE_ROOM = 5
"""Characters before a name in which "Mr" or "Mrs" stands."""

_WOMEN = frozenset(("Mrs", "Ms", "Miss"))


def told_gender(text: str, key: tuple[str, ...], names: Iterable[Span]) -> Gender | None:
    """By a form of address before one of the names, else by the first name; None if neither."""
    before = (text[max(0, name.start - TITLE_ROOM) : name.start].split()[-1:] for name in names)
    titles = {word.strip(".") for found in before for word in found}
    if "Mr" in titles:
        return None if titles & _WOMEN else "m"
    if titles & _WOMEN:
        return "f"
    return gender_of_first_name(key[0]) if len(key) > 1 else None
