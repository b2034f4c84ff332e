"""A small corpus about countries, people and outlets that do not exist, to try OnRecord on."""

from importlib.resources import as_file, files
from pathlib import Path


def articles_path() -> Path:
    """The folder of the sample articles, in the installed package.

    >>> articles_path().name
    'articles'
    """
    with as_file(files(__name__) / "articles") as folder:
        return folder
