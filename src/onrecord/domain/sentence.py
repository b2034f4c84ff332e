"""A sentence with the two parties of what it tells marked."""

from dataclasses import dataclass

from onrecord.domain.act import Act
from onrecord.domain.span import Span


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """`source` did or said it, `target` is whom or what it was done to; offsets in `text`.

    Raises ValueError where a mark reaches beyond the text, or the two overlap.
    """

    text: str
    source: Span | None = None
    target: Span | None = None

    def __post_init__(self) -> None:
        for span in (self.source, self.target):
            if span is not None and span.end > len(self.text):
                raise ValueError(f"the mark {span!r} reaches beyond the {len(self.text)} of a text")
        if self.source and self.target and self.source.overlaps(self.target):
            raise ValueError(f"source {self.source!r} and target {self.target!r} overlap")


@dataclass(frozen=True, slots=True)
class CodedSentence:
    """A sentence with what its source does."""

    sentence: MarkedSentence
    act: Act
