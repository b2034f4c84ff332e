"""Sequences of capitalised words, and the name that is left when titles are taken off."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.actors.folding import folded
from onrecord.lexicon.groups import groups
from onrecord.lexicon.titles import titles

_TOKEN = re.compile(
    r"""[^\W\d_a-zß-öø-ÿ](?<!\w.)      # the letter comes first, so that the scan is fast
    \w*
    (?:(?<=\b[A-Z])\.[A-Z]\b | ['’](?!S\b)[^\W\d_a-z]\w* | [-‑]\w+)*""",
    re.VERBOSE | re.DOTALL,
)
_ARTICLE = re.compile(r"(?<!\w)(?:(?:[ae]l|an|as|ash)-|[dl]['’])$")
_CAPITAL = re.compile(r"(?:(?:[ae]l|an|as|ash)-|[dl]['’])?[^\W_a-zß-öø-ÿ]")
_INSIDE_NAMES = (
    "al|el|ul|de|del|della|di|da|dos|das|du|la|le|van|von|der|den|ter|zu|bin|bint|ibn|ben|abu|umm"
)
_GAP = re.compile(rf"\.?[ \xa0]{{1,2}}(?:(?:{_INSIDE_NAMES})[ \xa0])*")
_OPENS = re.compile(r"(?:^|[.!?:;…\n\r•|/]|[\"“‘„«(—–-])\s*[\"“‘„«(\[]?\s*$")
_LOOK_BACK = 4
_MIN_AFTER_PLACE = 2


@dataclass(frozen=True, slots=True)
class Token:
    """One capitalised word, its half-open offsets and its folded form."""

    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class Proper:
    """Capitalised words that follow one another, name particles between them included.

    `opens` is true where the first may be capitalised only because a sentence begins.
    """

    tokens: tuple[Token, ...]
    opens: bool

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.tokens[-1].end


@dataclass(frozen=True, slots=True)
class Bare:
    """What is left of a `Proper` without titles: maybe nothing.

    `title` is the last title taken off, `honoured` says that it was a form of address.
    """

    tokens: tuple[Token, ...]
    title: str | None = None
    honoured: bool = False


def propers(text: str, start: int, end: int) -> Iterator[Proper]:
    """The capitalised sequences of `text[start:end]`, which is one line, in order."""
    run: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        if word[0].islower():
            continue
        token = Token(
            _with_article(text, start, match.start()),
            with_stop(text, match.end(), word, end),
            folded(word),
        )
        if run and not _joins(text, run[-1], token):
            yield Proper(tuple(run), opens_sentence(text, start, run[0].start))
            run = []
        run.append(token)
    if run:
        yield Proper(tuple(run), opens_sentence(text, start, run[0].start))


def with_stop(text: str, end: int, word: str, limit: int) -> int:
    """Where `U.N.` or `Jr.` ends, given where the word without its full stop does."""
    if (
        end < limit
        and text[end : end + 1] == "."
        and ("." in word or folded(word) in titles().suffixes)
    ):
        return end + 1
    return end


def _with_article(text: str, line_start: int, start: int) -> int:
    """Where `al-Belk` begins, given where `Belk` does."""
    if start == line_start or text[start - 1] not in "-'’":
        return start
    article = _ARTICLE.search(text, max(line_start, start - 4), start)
    return article.start() if article else start


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital or a digit, after an article such as `al-` if any."""
    found = _CAPITAL.match(word)
    return found is not None and not word[found.end() - 1].islower()


def opens_sentence(text: str, line_start: int, at: int) -> bool:
    """Whether a sentence, a quotation or a line begins at `at`."""
    if at <= line_start:
        return True
    if at - line_start > 1 and text[at - 1] == " " and text[at - 2].isalnum():
        return False
    return _OPENS.search(text, max(line_start, at - _LOOK_BACK), at) is not None


def _joins(text: str, left: Token, right: Token) -> bool:
    gap = text[left.end : right.start]
    if gap == " ":
        return True
    if _GAP.fullmatch(gap) is None:
        return False
    return not gap.startswith(".") or len(left.folded) == 1 or left.folded in titles().honorifics


def bare(proper: Proper) -> Bare:
    """Take off what stands before the name: articles, offices, demonyms, parties, days."""
    tokens = _without_opening(proper)
    cut, title = _last_title(tokens)
    rest = tokens[cut:]
    honoured = title is not None and title in titles().honorifics
    if len(rest) > 1 and not honoured:
        rest = _without_modifiers(rest)
    return Bare(rest, title, honoured)


def _without_opening(proper: Proper) -> tuple[Token, ...]:
    tokens = proper.tokens
    skipped = _not_first(proper.opens)
    first, last = 0, len(tokens)
    while first < last and tokens[first].folded in skipped and not _is_initial(tokens, first):
        first += 1
    while last > first and tokens[last - 1].folded in titles().calendar:
        last -= 1
    return tokens[first:last]


def _is_initial(tokens: Sequence[Token], place: int) -> bool:
    """`A` in `A. Belk` is no article: a full stop stands between."""
    after = tokens[place + 1 : place + 2]
    return len(tokens[place].folded) == 1 and any(t.start > tokens[place].end + 1 for t in after)


@cache
def _not_first(opens: bool) -> frozenset[str]:
    known = titles()
    always = known.calendar | {"the", "a", "an"}
    return always | known.sentence_words if opens else always


def _last_title(tokens: Sequence[Token]) -> tuple[int, str | None]:
    """How many words the titles take, and the last of them."""
    cut, title = 0, None
    final = len(tokens) - 1
    for index, token in enumerate(tokens):
        word = token.folded
        if not is_title(word) or (index == final and _names_itself(word, len(tokens))):
            continue
        if index == final and cut == index and title in titles().honorifics:
            break
        cut, title = index + 1, word
    return cut, title


def _names_itself(word: str, length: int) -> bool:
    """A title at the end is a surname (`Larry King`) or a body (`the Courier Monitor`)."""
    return word in titles().also_surnames or (length > 1 and word in groups().nouns)


def is_title(word: str) -> bool:
    """Whether a name may begin after `word`; `ex-` and a hyphen's last part count."""
    before = titles().before_names
    return word in before or ("-" in word and word.rpartition("-")[2] in before)


def _without_modifiers(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    first, final = 0, len(tokens) - 1
    while first < final and (
        tokens[first].folded in _modifiers()
        or (final - first >= _MIN_AFTER_PLACE and tokens[first].folded in _places())
    ):
        if " ".join(token.folded for token in tokens[first:]) in groups().proper:
            break
        first += 1
    return tokens[first:]


@cache
def _places() -> frozenset[str]:
    return groups().places - titles().also_first_names


@cache
def _modifiers() -> frozenset[str]:
    known, bodies = titles(), groups()
    return (known.modifiers | bodies.demonyms | bodies.followers) - known.also_first_names
