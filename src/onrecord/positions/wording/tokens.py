"""The words of a text as two wordings are compared by them."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.domain.span import Span
from onrecord.lexicon.wording import wording_words
from onrecord.positions.wording.stems import spelled, stem

_WORD = re.compile(
    r"""(?:[^\W\d_]\.){2,}                  # an acronym with full stops
      | \d+(?:[.,:]\d+)*(?:%|[^\W\d_]+)?  # a number, "5%", "5th", "5m"
      | [^\W\d_][^\W_]*(?:['’ʼ][^\W\d_]+)*  # a word with its clitics
      | [^\W_]+
    """,
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)\]]*\s|\[…\]|\n")
_CLAUSE_END = re.compile(r"[,;:–—]|\s-\s")
_CLITIC = re.compile(r"(?P<negation>n['’ʼ]t)$|['’ʼ](?P<clitic>re|ve|ll|d|m|s)$", re.IGNORECASE)
_CLITICS = {"re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am"}
_IRREGULAR = {"wo": "will", "ca": "can", "sha": "shall", "ai": "is"}
_BEFORE_IS = frozenset(
    ("it", "he", "she", "that", "there", "here", "what", "who", "where", "how", "let", "this")
)
LONGEST_ACRONYM = 5
"""Letters; a longer word in capitals stands in a heading or is shouted."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word: `key` is the same for all its spellings, `stem` for its forms.

    `sentence` and `clause` are numbers of its sentence and of the stretch between its commas;
    `opens` tells that it begins a sentence. `capital` that it is written as a name is.
    """

    span: Span
    key: str
    stem: str
    sentence: int
    clause: int
    opens: bool = False
    capital: bool = False
    acronym: bool = False
    possessive: bool = False

    @property
    def content(self) -> bool:
        """Whether it carries content of its own."""
        return self.key not in wording_words().function


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text in order; punctuation is none. Contractions are two words.

    >>> [token.key for token in tokens_of("It won't open the U.S. centre - it can't.")]
    ['it', 'will', 'not', 'open', 'the', 'us.', 'center', 'it', 'can', 'not']
    """
    found: list[Token] = []
    sentence = clause = last = 0
    opens = True
    for match in _WORD.finditer(text):
        start = match.start()
        if start - last > 1 or text[last:start] == "\n":
            between = text[last:start]
            if last and _SENTENCE_END.search(between):
                sentence, clause, opens = sentence + 1, clause + 1, True
            elif _CLAUSE_END.search(between):
                clause += 1
        for part in _parts(match.group()):
            span = Span(start + part.start, start + part.end)
            found.append(
                Token(
                    span,
                    part.key,
                    part.stem,
                    sentence,
                    clause,
                    opens,
                    part.capital,
                    part.acronym,
                    part.possessive,
                )
            )
            opens = False
        last = match.end()
    return tuple(found)


def stems_of(text: str) -> tuple[tuple[str, bool], ...]:
    """The stem of each word, and whether it carries content: what many texts are compared by.

    >>> stems_of("They refused to open it")
    (('they', False), ('refus', True), ('to', False), ('open', True), ('it', False))
    """
    return tuple((part.stem, part.content) for word in _WORD.findall(text) for part in _parts(word))


def joined(tokens: tuple[Token, ...], other: frozenset[str]) -> tuple[Token, ...]:
    """The same with words made one that the other text, of which the keys are given, has as one.

    >>> [token.key for token in joined(tokens_of("a cease fire"), frozenset({"ceasefire"}))]
    ['a', 'ceasefire']
    """
    made: list[Token] = []
    for token in tokens:
        if made and (both := made[-1].key + token.key) in other and made[-1].key not in other:
            span = Span(made[-1].span.start, token.span.end)
            made[-1] = replace(made[-1], span=span, key=both, stem=stem(both))
        else:
            made.append(token)
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Part:
    """A word as it is written, or one of the two that a contraction stands for; offsets in it."""

    start: int
    end: int
    key: str
    stem: str
    content: bool
    capital: bool
    acronym: bool
    possessive: bool


@lru_cache(maxsize=1 << 17)
def _parts(word: str) -> tuple[_Part, ...]:
    """One word, or the two that a contraction stands for."""
    if word.lower() == "cannot":
        return _part(word[:3], 0, 3), _part(word[3:], 3, len(word))
    clitic = _CLITIC.search(word)
    host = word[: clitic.start()] if clitic else ""
    if clitic is None or not host:
        return (_part(word, 0, len(word)),)
    after = _after(host, clitic)
    if not after:
        return (_part(host, 0, len(word), possessive=True),)
    meant = _IRREGULAR.get(host.lower()) if clitic["negation"] else None
    return (
        _part(host, 0, clitic.start(), meant),
        _part(after, clitic.start(), len(word)),
    )


def _after(host: str, clitic: re.Match[str]) -> str:
    """What the clitic stands for; nothing for a possessive."""
    if clitic["negation"]:
        return "not"
    ending = clitic["clitic"].lower()
    if ending == "s":
        return "is" if host.lower() in _BEFORE_IS else ""
    return _CLITICS[ending]


def _part(
    word: str, start: int, end: int, meant: str | None = None, *, possessive: bool = False
) -> _Part:
    letters = word.replace(".", "").replace("’", "'")
    acronym = 1 < len(letters) <= LONGEST_ACRONYM and letters.isalpha() and letters.isupper()
    key = meant or (f"{letters.casefold()}." if acronym else _key(letters, word))
    return _Part(
        start,
        end,
        key,
        stem(key),
        content=key not in wording_words().function,
        capital=word[:1].isupper() and word != "I",
        acronym=acronym,
        possessive=possessive,
    )


def _key(letters: str, word: str) -> str:
    return word.casefold().replace(",", "") if word[:1].isdigit() else spelled(letters)
