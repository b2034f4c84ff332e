"""What can be told of a mention from its words alone: pronoun, determiner, the words to compare."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.reader.mentions import MentionSpans
from onrecord.reader.words import NUMBER, TITLE, UPPER, Integers, Words

_PRONOUNS = (
    "i me my mine myself",
    "we us our ours ourselves",
    "you your yours yourself yourselves",
    "he him his himself",
    "she her hers herself",
    "it its itself",
    "they them their theirs themselves themself",
    "who whom whose which",
    "this that these those",
    "here there now then",
    "one everyone someone anyone nobody everybody somebody anybody something everything nothing",
)
NAME, NOMINAL, FIRST_PRONOUN = 0, 1, 2
CLASSES = FIRST_PRONOUN + len(_PRONOUNS)
"""Name, other noun phrase, then a class a row of `_PRONOUNS`."""

PRONOUN_CLASS = {
    word: FIRST_PRONOUN + number for number, row in enumerate(_PRONOUNS) for word in row.split()
}
HE, SHE, IT, THEY = (PRONOUN_CLASS[word] for word in ("he", "she", "it", "they"))

_DETERMINERS = (
    "the",
    "a an another some any every each no",
    "this that these those",
    "my our your his her its their whose",
    "both all many most several few two three four five six seven eight nine ten other such",
)
DETERMINER = {word: 1 + number for number, row in enumerate(_DETERMINERS) for word in row.split()}
INDEFINITE = DETERMINER["a"]
POSSESSED = DETERMINER["my"]
NUMBERED = DETERMINER["all"]
DETERMINERS = 1 + len(_DETERMINERS)

_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))

CONTENT = 6
"""Words of a mention that are compared at most."""

_SAYING_NOTHING = frozenset(DETERMINER) | frozenset(
    "the a an this that these those of and in for to at on by ' ’ 's ’s , . - mr mrs ms dr".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Surface:
    """Mentions with their words; arrays are (mentions,) but for `content`.

    `form` is NAME, NOMINAL or a pronoun's class; `determiner` is below DETERMINERS. `full`, `head`
    are numbers of the folded wording and head word, equal where those are. `content`, (mentions,
    CONTENT), are the numbers of the first words that carry meaning, -1 where there are fewer;
    `acronym` is the number of a lone word, `initials` that of the first letters of several, -1
    where there is none: equal where one is short for the other. `line`, `sentence` and `quotation`
    number where the mention starts; quotation 0 is outside of all.
    """

    spans: MentionSpans
    form: Integers
    determiner: Integers
    full: Integers
    head: Integers
    content: Integers
    acronym: Integers
    initials: Integers
    line: Integers
    sentence: Integers
    quotation: Integers
    folded: tuple[str, ...]


class _Numbers(dict[str, int]):
    """Gives each new key the next number."""

    def __missing__(self, key: str) -> int:
        self[key] = len(self)
        return self[key]


def read_surface(text: str, words: Words, spans: MentionSpans) -> Surface:
    """Look at the words of every mention."""
    folded = tuple(text[s:e].casefold() for s, e in words.offsets.tolist())
    numbers = _Numbers()
    case = words.case.tolist()
    rows = [
        _row(folded, case, numbers, start, end, head)
        for start, end, head in zip(
            spans.start.tolist(), spans.end.tolist(), spans.head.tolist(), strict=True
        )
    ]
    columns = np.array(rows, dtype=np.int64).reshape(-1, 6 + CONTENT).T
    return Surface(
        spans=spans,
        form=columns[0],
        determiner=columns[1],
        full=columns[2],
        head=columns[3],
        acronym=columns[4],
        initials=columns[5],
        content=columns[6:].T,
        line=words.line[spans.start],
        sentence=sentences(folded, words.line)[spans.start],
        quotation=quotations(words.quote)[spans.start],
        folded=folded,
    )


def _row(
    folded: Sequence[str], case: Sequence[int], numbers: _Numbers, start: int, end: int, head: int
) -> list[int]:
    content = [word for word in folded[start:end] if word not in _SAYING_NOTHING]
    alone = PRONOUN_CLASS.get(folded[start]) if end - start == 1 else None
    proper = case[head] in (TITLE, UPPER)
    form = alone if alone is not None else NAME if proper else NOMINAL
    kept = list(dict.fromkeys(numbers[w] for w in content))[:CONTENT]
    return [
        form,
        _determiner(folded, case, start, end, head),
        numbers[" ".join(content or folded[start:end])],
        numbers[folded[head]],
        numbers[content[0]] if form == NAME and len(content) == 1 else -1,
        numbers["".join(w[0] for w in content)] if form == NAME and len(content) > 1 else -1,
        *kept,
        *[-1] * (CONTENT - len(kept)),
    ]


def _determiner(folded: Sequence[str], case: Sequence[int], start: int, end: int, head: int) -> int:
    first = DETERMINER.get(folded[start], 0)
    if first or end - start == 1:
        return first
    if not _POSSESSIVES.isdisjoint(folded[start:head]):
        return POSSESSED
    return NUMBERED if case[start] == NUMBER else 0


def sentences(folded: tuple[str, ...], line: Integers) -> Integers:
    """(words,) the number of each word's sentence: a new one with a line and after a full stop."""
    stops = np.array([word in (".", "!", "?") for word in folded], dtype=np.int64)
    begins = np.zeros(len(folded), dtype=np.int64)
    begins[1:] = (line[1:] != line[:-1]) | ((stops[:-1] == 1) & (stops[1:] == 0))
    result: Integers = begins.cumsum()
    return result


def quotations(states: Integers) -> Integers:
    """(words,) the number of the quotation that each word stands in, 0 outside."""
    inside = states > 0
    begins = inside.copy()
    begins[1:] &= ~inside[:-1]
    result: Integers = begins.cumsum() * inside
    return result
