"""Names as tables have them, made fit to keep."""

import unicodedata
from collections.abc import Iterable

from onrecord.imports.source import is_text

_NO_LETTERS = ("Cc", "Cs")


def clean(name: str) -> str:
    """`name` without control characters and runs of space.

    >>> clean(" Irena\\tValk ")
    'Irena Valk'
    """
    plain = "".join(" " if unicodedata.category(c) in _NO_LETTERS else c for c in name)
    return " ".join(plain.split())


def clean_all(names: Iterable[str]) -> tuple[str, ...]:
    """The names in their order, each once. Raises ValueError where one is no text."""
    found = list(names)
    for name in found:
        if not is_text(name):
            raise ValueError(f"{name!r} is not UTF-8: save the table as UTF-8")
    return tuple(dict.fromkeys(filter(None, map(clean, found))))
