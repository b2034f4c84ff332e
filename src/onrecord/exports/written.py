"""What an export wrote."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """Counts for the message after an export.

    `long_cells` are cells longer than Excel shows: they are whole in the file, and Excel cuts them.
    """

    documents: int
    statements: int
    long_cells: int = 0
