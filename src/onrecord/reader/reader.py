"""Document to Reading: one encoder pass."""

from dataclasses import dataclass

import numpy as np

from onrecord.domain.document import BlockKind, Document
from onrecord.domain.reading import Attribution, Reading
from onrecord.domain.time import TimeMark
from onrecord.reader.attributions import DecodingSettings, find_attributions
from onrecord.reader.chaining import WindowMentions, find_window_mentions, link_mentions
from onrecord.reader.decoding import Floats
from onrecord.reader.network import Network
from onrecord.reader.times import find_window_times, read_marks
from onrecord.reader.vocabulary import Vocabulary
from onrecord.reader.windows import Window, cut_windows, make_batch
from onrecord.reader.words import Words, read_words
from onrecord.text.quotes import read_quotations
from onrecord.text.words import has_word_character

BATCH_WINDOWS = 8
"""Windows of one document that go through the encoder together."""

LONGEST_MARKS = 40
"""A line of marks alone may open or close a quotation; a longer one is a rule or noise."""

READ_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads documents with a network; safe to share between threads."""

    network: Network
    vocabulary: Vocabulary
    settings: DecodingSettings = DecodingSettings()

    def read(self, document: Document) -> Reading:
        """Everything the network finds in the paragraphs and headings of a document."""
        lines = readable_lines(document)
        view = read_quotations(document.text, lines)
        words = read_words(document.text, lines, view, self.vocabulary)
        if not len(words):
            return Reading(document.id, tuple(lines), view, ())
        attributions, windows, marks = self._windows(words)
        mentions = link_mentions(
            self.network, document.text, words, windows, self.settings.link_bias
        )
        return Reading(document.id, tuple(lines), view, tuple(attributions), mentions, marks)

    def _windows(
        self, words: Words
    ) -> tuple[list[Attribution], list[WindowMentions], tuple[TimeMark, ...]]:
        parts: list[tuple[Words, Window]] = [(words, window) for window in cut_windows(words)]
        settings = self.settings.for_length(len(words))
        attributions: list[Attribution] = []
        mentions: list[WindowMentions] = []
        times: list[Floats] = []
        for place in range(0, len(parts), BATCH_WINDOWS):
            group = parts[place : place + BATCH_WINDOWS]
            batch = make_batch(group, self.vocabulary)
            encoded = self.network.encode(batch)
            for row in find_attributions(self.network, encoded, batch, group, settings):
                attributions.extend(row)
            mentions.extend(
                find_window_mentions(self.network, encoded, batch, group, settings.least_span)
            )
            times.extend(find_window_times(self.network, encoded, group))
        return attributions, mentions, read_marks(words, np.concatenate(times))


def readable_lines(document: Document) -> list[tuple[int, int]]:
    """The offsets of paragraphs and headings, in order, but for long runs of mere marks."""
    spans = (block.span for block in document.blocks if block.kind in READ_KINDS)
    return [
        (span.start, span.end)
        for span in spans
        if len(span) <= LONGEST_MARKS or has_word_character(span.of(document.text))
    ]
