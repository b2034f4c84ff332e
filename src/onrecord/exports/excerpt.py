"""The beginning of words that are too long to be shown whole."""


def excerpt(words: str, characters: int) -> str:
    """The words on one line, cut between two of them.

    >>> excerpt("bread and  insulin have no flag", 20)
    'bread and insulin …'
    """
    flat = " ".join(words.split())
    if len(flat) <= characters:
        return flat
    return flat[:characters].rsplit(" ", 1)[0] + " …"
