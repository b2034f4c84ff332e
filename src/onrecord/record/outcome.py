"""What adding a document did to the record."""

from enum import StrEnum


class AddOutcome(StrEnum):
    """What adding a document did to the record."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    """The text was there; its statements now come from another run, or its facts changed."""
    COPY = "copy"
    """The text was there under another name; the name was added to it."""
