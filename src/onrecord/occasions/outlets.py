"""Names and descriptions of news outlets in a stretch of text."""

import re
from functools import cache

from onrecord.domain.document import BlockKind, Document
from onrecord.domain.span import Span
from onrecord.lexicon.agencies import Agency, agency_names
from onrecord.lexicon.occasions import occasion_words

_START = re.compile(r"(?<![\w-])(?=[A-Zdne])")
_BRACKETED = re.compile(r"[/(\[](?P<name>[^\W\d_a-z][^\W\d]*(?:[ -][^\W\d]+){0,3})[/)\]]")
_FIRST = re.compile(r"[\w&]+")
_CAPITAL_AFTER = re.compile(r"(?:['’]s)? ([A-Z]\w*)")
_DAYS = frozenset(
    (
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    )
)


def named_outlet(text: str, start: int, end: int) -> tuple[Span, Agency] | None:
    """The last known outlet in `text[start:end]`, with where its name stands: the affiliate in
    "the network's affiliate"."""
    found: tuple[Span, Agency] | None = None
    for place in _START.finditer(text, start, end):
        start = place.start()
        if found is not None and start < found[0].end:
            continue
        first = _FIRST.match(text, start, end)
        for name in _by_first_word().get(first.group(), ()) if first else ():
            stop = start + len(name)
            if stop <= end and text.startswith(name, start) and _stands_alone(text, stop):
                found = Span(start, stop), agency_names()[name]
                break
    return found


def described_outlet(text: str, start: int, end: int) -> bool:
    """Whether a noun phrase ends as one for an outlet does: "a state-run newspaper"."""
    words = text[start:end].lower().split()
    nouns = occasion_words().outlet_nouns
    return any(" ".join(words[-count:]) in nouns for count in (1, 2, 3) if len(words) >= count)


def named_in_datelines(document: Document) -> dict[Span, str]:
    """The agencies that datelines give, each where it stands: `/TASS/`, `(Reuters) -`."""
    found: dict[Span, str] = {}
    for block in document.blocks:
        if block.kind is BlockKind.DATELINE:
            start, end = block.span.start, block.span.end
            for match in _BRACKETED.finditer(document.text, start, end):
                found[Span(*match.span("name"))] = match["name"]
            named = named_outlet(document.text, start, end)
            if named is not None and named[0] not in found:
                found[named[0]] = named[1].name
    return found


def _stands_alone(text: str, stop: int) -> bool:
    """Whether the name ends here: not before a letter, nor inside a longer name."""
    if text[stop : stop + 1].isalnum() or (
        text[stop : stop + 1] == "-" and text[stop + 1 : stop + 2].isalnum()
    ):
        return False
    following = _CAPITAL_AFTER.match(text, stop)
    if following is None or text[stop] in "'’":
        return True
    word = following.group(1)
    return (
        word in _DAYS
        or word.lower() in occasion_words().outlet_parts | occasion_words().outlet_nouns
    )


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """Names by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(agency_names(), key=len, reverse=True):
        first = _FIRST.match(name)
        if first:
            found.setdefault(first.group(), []).append(name)
    return {first: tuple(names) for first, names in found.items()}
