"""A small corpus about countries, people and outlets that do not exist, to try OnRecord on."""

from importlib.resources import as_file, files
from pathlib import Path


def articles_path() -> Path:
    """The folder of the sample articles, in the installed package.

    >>> articles_path().name
    'articles'
    """
    return _path("articles")


def issues_path() -> Path:
    """The issues that the articles are about, in the format of `onrecord issues add`.

    >>> issues_path().name
    'issues.toml'
    """
    return _path("issues.toml")


def actors_path() -> Path:
    """Who is who in the articles, and who held which office when: for `onrecord actors import`.

    >>> actors_path().name
    'actors.csv'
    """
    return _path("actors.csv")


def _path(name: str) -> Path:
    with as_file(files(__name__) / name) as path:
        return path
