"""A text column that keeps every Python string, as given."""

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator


def bound(value: str | None) -> str | bytes | None:
    """The string itself, or its bytes where it has a lone surrogate."""
    if value is None or value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogatepass")
    return value


class AnyText(TypeDecorator[str]):
    """Text, with lone surrogates allowed.

    A string that UTF-8 cannot hold is kept as its `surrogatepass` bytes, which SQLite stores in a
    text column as they are; every other string is ordinary text to whoever opens the file.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(
        self,
        value: str | None,
        dialect: Dialect,
    ) -> str | bytes | None:
        """See `bound`."""
        return bound(value)

    def process_result_value(
        self,
        value: str | bytes | None,
        dialect: Dialect,
    ) -> str | None:
        """The string that was bound."""
        return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value
