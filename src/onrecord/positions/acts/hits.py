"""Where the entries of the lexicon stand in a stretch of text."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.domain.act import Root
from onrecord.lexicon.acts import Entry, Showing, Slot, act_words
from onrecord.positions.acts.tokens import Tokens

LONGEST_GAP = 4
"""Words that `..` may stand for: an article, two adjectives and a possessive."""

CLOSING = frozenset('.;:?!"“”()—–')
"""No entry runs over these."""

CLAUSE_WORDS = frozenset(
    {"that", "how", "why", "what", "who", "which", "when", "where", "whether", "if"}
)
"""Nor does a gap over the beginning of another clause, or over its subject."""

NOT_BRIDGED = CLOSING | CLAUSE_WORDS | {"to", "he", "she", "they", "we", "i"}

DETERMINERS = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "this", "these", "those"}
)
"""After these a form of a verb is a noun or an adjective: "signed *an order* to"."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry found; `first` and `last` are numbers of words."""

    entry: Entry
    first: int
    last: int

    @property
    def root(self) -> Root:
        """What it shows."""
        return self.entry.root

    @property
    def showing(self) -> Showing:
        """How."""
        return self.entry.showing

    @property
    def own(self) -> bool:
        """Whether it says "we" or "I"."""
        return self.entry.own

    @property
    def end(self) -> int:
        """The number of the last word before what it governs."""
        return self.first + self.entry.governing


def find_hits(tokens: Tokens) -> list[Hit]:
    """The longest entry of each list that begins at each word, in order."""
    entries = act_words().entries
    words = tokens.words
    found: list[Hit] = []
    for index in [index for index, word in enumerate(words) if word in entries]:
        known = entries[words[index]]
        second = known.by_second.get(words[index + 1]) if index + 1 < len(words) else None
        if second is not None or known.open:
            found += _longest(tokens, index, (*(second or ()), *known.open, *known.alone))
        elif known.alone:
            found += [Hit(entry, index, index) for entry in _standing(tokens, index, known.alone)]
    return found


def _standing(tokens: Tokens, index: int, entries: Sequence[Entry]) -> Sequence[Entry]:
    """Those that can stand there: a form of a verb behind an article is none."""
    if index and tokens.words[index - 1] in DETERMINERS:
        return [entry for entry in entries if entry.showing is not Showing.VERB]
    return entries


def _longest(tokens: Tokens, index: int, entries: Sequence[Entry]) -> Sequence[Hit]:
    best: dict[Showing, Hit] = {}
    for entry in _standing(tokens, index, entries):
        last = _match(tokens, index + 1, entry.rest)
        if last is None:
            continue
        other = best.get(entry.showing)
        if other is None or other.last < last:
            best[entry.showing] = Hit(entry, index, last)
    nothing = best.pop(Showing.NOTHING, None)
    return [hit for hit in best.values() if nothing is None or hit.last > nothing.last]


def _match(tokens: Tokens, index: int, slots: Sequence[Slot]) -> int | None:
    """The number of the last word, where the slots fit from `index` on."""
    words = tokens.words
    if not slots:
        return index - 1
    if slots[0].is_gap:
        return _match_gap(tokens, index, slots[0].least, slots[1:])
    if index < len(words) and slots[0].takes(words[index]):
        return _match(tokens, index + 1, slots[1:])
    return None


def _match_gap(tokens: Tokens, index: int, least: int, slots: Sequence[Slot]) -> int | None:
    for begin in range(index, min(index + LONGEST_GAP + 1, len(tokens))):
        last = _match(tokens, begin, slots) if begin >= index + least else None
        if last is not None:
            return last
        if tokens.words[begin] in NOT_BRIDGED:
            return None
    return None
