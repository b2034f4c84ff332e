"""The words by which people do things in speaking: PLOVER's roots and what shows them."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from onrecord.domain.act import Root
from onrecord.lexicon.inflection import inflected
from onrecord.lexicon.occasions import occasion_words

_FILE = "acts.toml"
GAP, GAP_OF_ONE = "..", "..."

ROOTS = tuple(root for root in Root if root is not Root.NONE)


class Showing(StrEnum):
    """How an entry shows its root; `docs/acts.md` says what each of the lists is for."""

    VERB = "verb"
    WORDS = "words"
    CONTENT = "content"
    DUTY = "duty"
    HINT = "hint"
    NOTHING = "nothing"
    """Not at all: no other entry begins where this one does, unless it is longer."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What one word of an entry may be. One that is neither exact nor a prefix is a gap, of
    `least` words or more."""

    exact: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    least: int = 0

    @property
    def is_gap(self) -> bool:
        """Whether a few words of any kind may stand here."""
        return not self.exact and not self.prefixes

    def takes(self, word: str) -> bool:
        """Whether a word, in lower case, fits."""
        return word in self.exact or bool(self.prefixes and word.startswith(self.prefixes))


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, but for its first word, by which it is found. `own` is true where it begins with
    "we" or "I": whoever says it speaks of himself. `governing` is how many words of `rest` stand
    before its first gap: what comes behind them is governed by them."""

    root: Root
    showing: Showing
    rest: tuple[Slot, ...] = ()
    own: bool = False
    governing: int = 0


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries with one first word, longest first: those of that word alone, those by their
    second word, and those of which the second may be any of many."""

    alone: tuple[Entry, ...]
    by_second: Mapping[str, tuple[Entry, ...]]
    open: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """Words that turn the act they govern; `flat`, `refused` and `content` map what it becomes."""

    words: frozenset[str]
    refusing: frozenset[tuple[str, ...]]
    stopping: frozenset[tuple[str, ...]]
    cancelled_by: frozenset[str]
    flat: Mapping[Root, Root]
    refused: Mapping[Root, Root]
    content: Mapping[Root, Root]


@dataclass(frozen=True, slots=True)
class ActWords:
    """`acts.toml`, in lower case; entries by their first word."""

    entries: Mapping[str, Entries]
    definitions: Mapping[Root, str]
    negation: Negation
    subjects: frozenset[str]
    speaking: frozenset[str]
    links: frozenset[str]
    openers: frozenset[str]
    reports: frozenset[str]
    announcing: frozenset[str]


@cache
def act_words() -> ActWords:
    """The lists, read once."""
    table = tomllib.loads(files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8"))
    return ActWords(
        entries=_indexed(table),
        definitions={root: table[root.value]["definition"] for root in ROOTS},
        negation=_negation(table["negation"], table["irregular"]),
        subjects=frozenset(table["own"]["words"]),
        speaking=frozenset(table["own"]["speaking"]) | occasion_words().speech | {":"},
        links=frozenset(table["own"]["links"]),
        openers=frozenset(table["distant"]["openers"]),
        reports=frozenset(table["distant"]["reports"]),
        announcing=frozenset(
            form
            for verb in table["announcing"]["verbs"]
            for form in _forms(verb, table["irregular"])
        ),
    )


_LISTS = {
    "verbs": Showing.VERB,
    "words": Showing.WORDS,
    "content": Showing.CONTENT,
    "duties": Showing.DUTY,
    "hints": Showing.HINT,
}


def _indexed(table: Mapping[str, Mapping[str, Sequence[str]]]) -> Mapping[str, Entries]:
    found: dict[str, dict[Entry, None]] = {}
    irregular = table["irregular"]
    for root in ROOTS:
        for name, showing in _LISTS.items():
            for phrase in table[root.value].get(name, ()):
                for first, entry in _entries(phrase, root, showing, irregular):
                    found.setdefault(first, {})[entry] = None
    for phrase in table["nothing"]["words"]:
        for first, entry in _entries(phrase, Root.NONE, Showing.NOTHING, irregular):
            found.setdefault(first, {})[entry] = None
    return {first: _entries_of(sorted(entries, key=_rank)) for first, entries in found.items()}


def _entries_of(ranked: Sequence[Entry]) -> Entries:
    by_second: dict[str, list[Entry]] = {}
    for entry in ranked:
        for word in entry.rest[0].exact if entry.rest else ():
            by_second.setdefault(word, []).append(entry)
    return Entries(
        alone=tuple(entry for entry in ranked if not entry.rest),
        by_second={word: tuple(entries) for word, entries in by_second.items()},
        open=tuple(e for e in ranked if e.rest and (e.rest[0].is_gap or e.rest[0].prefixes)),
    )


def _rank(entry: Entry) -> tuple[int, int]:
    """Longer entries first; of equal length the more telling list first."""
    return -sum(not slot.is_gap for slot in entry.rest), list(Showing).index(entry.showing)


def _entries(
    phrase: str, root: Root, showing: Showing, irregular: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Entry]]:
    first, *rest = phrase.lower().split()
    slots = tuple(map(_slot, rest))
    governing = next((i for i, slot in enumerate(slots) if slot.is_gap), len(slots))
    for word in first.split("|"):
        entry = Entry(root, showing, slots, word in ("we", "i"), governing)
        forms = _forms(word, irregular) if showing is Showing.VERB else (word,)
        for form in forms:
            yield form, entry


def _slot(text: str) -> Slot:
    if text in (GAP, GAP_OF_ONE):
        return Slot(least=int(text == GAP_OF_ONE))
    choices = text.split("|")
    return Slot(
        frozenset(choice for choice in choices if not choice.endswith("*")),
        tuple(choice[:-1] for choice in choices if choice.endswith("*")),
    )


def _forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(irregular.get(verb) or inflected(verb))


def _negation(
    table: Mapping[str, Sequence[str]], irregular: Mapping[str, Sequence[str]]
) -> Negation:
    return Negation(
        words=frozenset(table["words"]),
        refusing=_phrases(table["refusing"], irregular),
        stopping=_phrases(table["stopping"], irregular),
        cancelled_by=frozenset(table["cancelled_by"]),
        flat=_flips(table["flat"]),
        refused=_flips(table["refused"]),
        content=_flips(table["content"]),
    )


def _flips(pairs: Sequence[str]) -> Mapping[Root, Root]:
    """Of `AGREE > REJECT`: the root that is negated, and what it becomes."""
    split = (pair.split(" > ") for pair in pairs)
    return {Root(negated): Root(becomes) for negated, becomes in split}


def _phrases(
    phrases: Iterable[str], irregular: Mapping[str, Sequence[str]]
) -> frozenset[tuple[str, ...]]:
    """Each phrase, its first word in every form."""
    found: set[tuple[str, ...]] = set()
    for phrase in phrases:
        first, *rest = phrase.split()
        found.update((form, *rest) for form in (first, *_forms(first, irregular)))
    return frozenset(found)
