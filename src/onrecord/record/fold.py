"""Letters without case and marks, to compare names by."""

import unicodedata


def fold(text: str) -> str:
    """`text` without case, diacritics and outer white space.

    >>> fold(" Él País ")
    'el pais'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).strip()
