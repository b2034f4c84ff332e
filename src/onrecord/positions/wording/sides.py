"""Two texts with their words aligned: what the search for changes asks about them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.domain.span import Span
from onrecord.positions.wording.alignment import align
from onrecord.positions.wording.tokens import Token, joined, tokens_of


@dataclass(frozen=True, slots=True)
class Side:
    """One text's `tokens`; `partner` is the index in the other text of each that is kept there.

    `around` are the words of its surroundings that do not belong to the text itself.
    """

    tokens: tuple[Token, ...]
    partner: tuple[int | None, ...]
    around: tuple[Token, ...] = ()

    def span(self, first: int, last: int) -> Span:
        """From the beginning of one word to the end of another."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def kept(self, index: int) -> bool:
        """Whether the word has a partner."""
        return self.partner[index] is not None

    def gap(self, index: int, length: int) -> range:
        """Where in the other text, which has `length` words, an unaligned word would stand."""
        before = next((p for p in self._backwards(index) if p is not None), -1)
        after = next((p for p in self._forwards(index) if p is not None), length)
        return range(before + 1, after)

    def run(self, index: int) -> range:
        """The stretch without partners in which a word stands."""
        first = last = index
        while first > 0 and not self.kept(first - 1):
            first -= 1
        while last + 1 < len(self.tokens) and not self.kept(last + 1):
            last += 1
        return range(first, last + 1)

    def content_after(self, index: int, count: int) -> list[int]:
        """The next words with content in the same sentence."""
        return list(self._content(range(index + 1, len(self.tokens)), index, count))

    def content_before(self, index: int, count: int) -> list[int]:
        """The words with content before it in the same sentence, nearest first."""
        return list(self._content(range(index - 1, -1, -1), index, count))

    def _content(self, places: range, index: int, count: int) -> Iterator[int]:
        found = 0
        for place in places:
            if found == count or self.tokens[place].sentence != self.tokens[index].sentence:
                return
            if self.tokens[place].content:
                found += 1
                yield place

    def _backwards(self, index: int) -> Iterator[int | None]:
        return (self.partner[place] for place in range(index - 1, -1, -1))

    def _forwards(self, index: int) -> Iterator[int | None]:
        return (self.partner[place] for place in range(index + 1, len(self.partner)))


@dataclass(frozen=True, slots=True)
class Sides:
    """Two texts, aligned by their words' stems."""

    left: Side
    right: Side

    @property
    def flipped(self) -> "Sides":
        """The same seen from the other side."""
        return Sides(self.right, self.left)


def sides_of(left: str, right: str, left_around: str = "", right_around: str = "") -> Sides:
    """Both texts with their words aligned."""
    left_tokens, right_tokens = tokens_of(left), tokens_of(right)
    left_tokens = joined(left_tokens, frozenset(token.key for token in right_tokens))
    right_tokens = joined(right_tokens, frozenset(token.key for token in left_tokens))
    pairs = align([token.stem for token in left_tokens], [token.stem for token in right_tokens])
    return Sides(
        Side(left_tokens, _partners(len(left_tokens), pairs), _outside(left, left_around)),
        Side(
            right_tokens,
            _partners(len(right_tokens), [(second, first) for first, second in pairs]),
            _outside(right, right_around),
        ),
    )


def _partners(count: int, pairs: Sequence[tuple[int, int]]) -> tuple[int | None, ...]:
    partners: list[int | None] = [None] * count
    for first, second in pairs:
        partners[first] = second
    return tuple(partners)


def _outside(text: str, around: str) -> tuple[Token, ...]:
    """The words of the surroundings without those of the text's parts, where they stand in it."""
    for part in text.split("[…]"):
        around = around.replace(part.strip(), " … ", 1) if part.strip() else around
    return tokens_of(around)
