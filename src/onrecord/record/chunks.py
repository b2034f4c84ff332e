"""Long lists of keys, cut to what one question takes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

CHUNK = 500
"""SQLite takes 32,766 values in one question, PostgreSQL 65,535."""


def chunks(values: Iterable[T]) -> Iterator[Sequence[T]]:
    """`values`, at most `CHUNK` at a time."""
    source = iter(values)
    while chunk := list(islice(source, CHUNK)):
        yield chunk
