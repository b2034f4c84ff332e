"""The posts that a document gives a person: before the name, and set beside it."""

import re
from collections.abc import Iterator

from onrecord.actors.cast import Member
from onrecord.actors.folding import folded
from onrecord.actors.nouns import Noun, noun
from onrecord.actors.office_table import OfficeTable
from onrecord.actors.roles import Role, read_role
from onrecord.domain.span import Span
from onrecord.lexicon.titles import titles

BEFORE = 70
"""Characters before a name in which its post is looked for."""

AFTER = 90
"""Characters after a name and a comma in which its post is looked for."""

_DESCRIBING = frozenset(
    ("foreign", "prime", "vice", "deputy", "former", "acting", "arms", "export")
)
_OF_SOMEBODY = frozenset(("of", "for", "to", "by", "with", "from"))
"""What stands before a name in "the lawyer for Ana Belk", whose post that is not."""

_JOINING = _DESCRIBING | {"of", "for", "and", "the", "to", "affairs", "state"}
_BREAK = re.compile(r"[.;:!?()\[\]\"“”„«»\n]|\s[-–—]\s|, ")
_POSSESSIVE = re.compile(r"^['’]s?\b")
_BESIDE = re.compile(
    r",\s+(?P<post>(?:(?:the|a|an|its|his|her|their|one|\w+['’]s)\s)?[^,;.()\n“”\"]{3,80})"
)
_BEFORE_COMMA = re.compile(r"([^,;.()\n“”\"]{3,80}),$")
_VERB = re.compile(r"\b(?:said|says|told|who|which|that|was|is|has|had|and|but|while|as|in|on)\b")


def roles_of(text: str, member: Member, table: OfficeTable) -> list[Role]:
    """What the document calls a person, in order, each once."""
    phrases = (phrase for name in member.names for phrase in _phrases(text, name))
    found = (read_role(phrase, table) for phrase in dict.fromkeys(phrases))
    return [role for role in found if role is not None]


def _phrases(text: str, name: Span) -> Iterator[str]:
    before = _BREAK.split(text[max(0, name.start - BEFORE) : name.start])[-1].strip()
    if before:
        yield from _nearest_part(_noun_phrase(before))
    after = text[name.end : name.end + AFTER]
    beside = _BESIDE.match(after)
    if beside and not _POSSESSIVE.match(after):
        yield _VERB.split(beside["post"])[0].strip()
    in_front = text[max(0, name.start - AFTER) : name.start].rstrip()
    comma = _BEFORE_COMMA.search(in_front) if in_front.endswith(",") else None
    if comma:
        yield _noun_phrase(comma[1].strip())


def _nearest_part(phrase: str) -> Iterator[str]:
    """What follows the last "and", where that is a post by itself; else all of it."""
    _, joined, last = phrase.rpartition(" and ")
    names_post = any(noun(folded(word)) is Noun.OFFICE for word in last.split())
    yield last if joined and names_post else phrase


def _noun_phrase(words: str) -> str:
    """The end of a run of words that can be a post: capitals, posts, what stands between them."""
    kept: list[str] = []
    if folded(words.split()[-1]) in _OF_SOMEBODY:
        return ""
    for word in reversed(words.split()):
        small = folded(word)
        if small in titles().determiners:
            kept.append(word)
            break
        if not (word[:1].isupper() or small in _JOINING or noun(small) is not Noun.UNKNOWN):
            break
        kept.append(word)
    while kept and folded(kept[-1]) in _JOINING - _DESCRIBING:
        kept.pop()
    return " ".join(reversed(kept))
