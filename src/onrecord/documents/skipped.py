"""A document that was not read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was not read, and why.

    `reason` is a slug to count by, such as `binary`; `detail` is a sentence for people that ends
    with the next step.
    """

    name: str
    reason: str
    detail: str
