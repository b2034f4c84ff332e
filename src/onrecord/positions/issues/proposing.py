"""Making a proposition of a statement's words."""

import re

from onrecord.domain.reported import ReportedStatement
from onrecord.positions.issues.find import one_line
from onrecord.positions.issues.stems import placed_stems

SHORTEST, LONGEST = 30, 260
"""Characters of a content that can be proposed: below, it lacks a verb; above, it says too much."""

FEWEST_STEMS = 4
MOST_WORDS = 28
SLUG_STEMS = 4

_MARKS = re.compile(r"[“”\"«»„]|(?<!\w)['‘]|['’](?!\w)")
_BROKEN = re.compile(r"\[…\]|\.\.\.|…|\?|\[|\bwhich\b.*$")
_OPENS = re.compile(r"^(?:that|and|but|so|because|as|also|now|well|yes)\b[\s,]*", re.IGNORECASE)
_NO_SENTENCE = re.compile(
    r"^(?:to|whether|what|who|how|why|when|where|if|of|for|on|in|at|about|with|by|from|against"
    r"|\w+ing|which|would|should|could|will|must|may|might|can|is|are|was|were|has|had)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"\b(?:I|me|my|you|your|he|she|they|him|her|them|his|this|these|it)\b", re.I)
_VERB = re.compile(
    r"(?<!to )\b(?:is|are|was|were|has|have|had|will|would|should|must|can|could|may|might|cannot"
    r"|do|does|did|needs?|won['’]t)\b",
    re.IGNORECASE,
)
_BEFORE_VERB = re.compile(r"\b(?:that|who|which|what)\b", re.IGNORECASE)
_MODAL = re.compile(
    r"\b(?:should|must|cannot|needs? to|ought|ha(?:s|ve) to|will not|right to)\b", re.I
)
_AFTER = re.compile(r"(?:[,;–—-]\s*(?:which|who|adding|saying|but|and)\b.*|[;–—].*)$")


def can_be_proposed(text: str) -> bool:
    """Whether a content is of a length and fullness to be compared with others."""
    return SHORTEST <= len(text) <= LONGEST and sum(1 for _ in placed_stems(text)) >= FEWEST_STEMS


def proposition_of(statement: ReportedStatement) -> str | None:
    """The content as a sentence that one can be for or against, None where it makes none.

    It is what the speaker said, without marks and without "that"; names are as they were written.
    """
    text = _OPENS.sub("", _MARKS.sub("", one_line(statement.content)).strip(" ,.;:–—-"))
    text = _AFTER.sub("", re.split(r"(?<=\w{3})\.\s", text)[0]).strip(" ,.;:–—-")
    if _BROKEN.search(text) or _NO_SENTENCE.match(text) or _PERSONAL.search(text):
        return None
    words = text.split()
    verb = _VERB.search(text)
    if verb is None or not FEWEST_STEMS < len(words) <= MOST_WORDS:
        return None
    if _BEFORE_VERB.search(text, 0, verb.start()):
        return None
    return f"{text[0].upper()}{text[1:]}."


def is_modal(text: str) -> bool:
    """Whether a sentence says what should, must or cannot be."""
    return _MODAL.search(text) is not None


def slug_of(text: str) -> str:
    """The first telling words of a text as an id.

    >>> slug_of("The Sarn corridor should be opened to convoys.")
    'sarn-corridor-opened-convoys'
    """
    words = [text[place.start : place.end].lower() for _, place in placed_stems(text)]
    slug = "-".join(words[:SLUG_STEMS])
    return re.sub(r"[^a-z0-9]+", "-", slug).strip("-")
