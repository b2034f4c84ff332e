"""One extraction."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """The versions of every model and rule set behind one extraction.

    `id` is a digest of `versions`: the same versions are the same run. `versions` are sorted pairs
    of component and version, such as `("reader", "3fa9…")`.
    """

    id: str
    versions: tuple[tuple[str, str], ...]
