"""What each line of a report is.

The rules err on the side of reading: a line that quotes or reports is a paragraph, whatever else it
looks like, and a line that no rule knows is a paragraph or, where it lacks a sentence's end, a
heading. Statements are looked for in both.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.documents.datelines import dateline_end, is_date_line
from onrecord.domain.document import Block, BlockKind
from onrecord.domain.span import Span
from onrecord.lexicon.furniture import furniture
from onrecord.text.paragraphs import paragraph_offsets

MAX_HEADING_CHARACTERS = 200
"""The longest heading seen in the project's five first reports has 172 characters."""

MAX_CAPTION_CHARACTERS = 600
"""Agencies' captions run to three sentences; a longer line is read, whatever it ends with."""

MAX_FURNITURE_CHARACTERS = 300
MAX_BYLINE_CHARACTERS = 200

MAX_TEASERS = 4
"""A box of links without a blank line after it ends here, so that it cannot swallow a report."""

_QUOTATION = re.compile(r"[\"“”„‟«»＂「」『』]|``|''|(?<!\w)‘(?=\w)")
_SENTENCE_END = re.compile(r"[.!?…]['’\")\]”»]*$")
_INNER_SENTENCE = re.compile(r"[a-z)\]”\"][.!?] +[“\"A-Z]")
_OPEN_END = (".", "!", "…", ";", ",", ":")
_LETTER = re.compile(r"[^\W\d_]")
_YEAR_AFTER_SIGN = re.compile(r"(?:©|\(c\)) ?(?:Copyright )?(?:1|2)\d{3}", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The lexicon's regular expressions, compiled."""

    furniture: re.Pattern[str]
    credit: re.Pattern[str]
    byline: re.Pattern[str]


def classify_blocks(text: str, known: Mapping[int, BlockKind] | None = None) -> tuple[Block, ...]:
    """The blocks of `text`, in order; they cover every non-blank line and do not overlap.

    `known` gives kinds that the format itself states (an HTML heading), by offset of the line.

    >>> [block.kind.value for block in classify_blocks("Talks resume\\nVALDEN, 3 May. We met.")]
    ['heading', 'dateline', 'paragraph']
    """
    stated = known or {}
    box = _TeaserBox()
    blocks: list[Block] = []
    previous = 0
    for start, end in paragraph_offsets(text):
        line = text[start:end]
        blank_before = (
            text.count("\n", previous, start) > 1 or text.count("\r", previous, start) > 1
        )
        kind = stated.get(start)
        if kind is None:
            kind = BlockKind.FURNITURE if box.holds(line, blank_before) else line_kind(line)
        box.watch(line)
        blocks.extend(_blocks_of(line, start, kind))
        previous = end
    return tuple(blocks)


def _blocks_of(line: str, start: int, kind: BlockKind) -> Iterator[Block]:
    """One block, or two where a dateline opens the line."""
    readable = kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
    cut = dateline_end(line) if readable else 0
    rest = line[cut:].lstrip() if cut else line
    if cut:
        yield Block(Span(start, start + cut), BlockKind.DATELINE)
        kind = BlockKind.PARAGRAPH
    if rest:
        yield Block(Span(start + len(line) - len(rest), start + len(line)), kind)


def line_kind(line: str) -> BlockKind:
    """The kind of one line without white space around it, its dateline aside."""
    if len(line) > MAX_CAPTION_CHARACTERS:
        return BlockKind.PARAGRAPH
    if _is_certain_furniture(line):
        return BlockKind.FURNITURE
    if line.startswith("©"):
        return BlockKind.CAPTION
    if _QUOTATION.search(line):
        return _readable_kind(line)
    if _is_caption(line):
        return BlockKind.CAPTION
    if is_date_line(line):
        return BlockKind.DATELINE
    if _reports(line):
        return BlockKind.PARAGRAPH
    if _is_byline(line):
        return BlockKind.BYLINE
    if _is_furniture(line):
        return BlockKind.FURNITURE
    return _readable_kind(line)


def _readable_kind(line: str) -> BlockKind:
    short = len(line) <= MAX_HEADING_CHARACTERS
    if not short or line.rstrip("”\"’'»)]").endswith(_OPEN_END) or _INNER_SENTENCE.search(line):
        return BlockKind.PARAGRAPH
    if _reports(line) or line[0].islower() or (line[0] in '“"«„' and _speaks(line)):
        return BlockKind.PARAGRAPH
    return BlockKind.HEADING if _LETTER.search(line) else BlockKind.PARAGRAPH


def _is_certain_furniture(line: str) -> bool:
    """Lines that are furniture even where a rule below would read them."""
    if _key(line) in furniture().lines:
        return True
    if _YEAR_AFTER_SIGN.match(line):
        return True
    return (
        not _LETTER.search(line)
        and not any(c.isdigit() for c in line)
        and not _QUOTATION.search(line)
    )


def _is_caption(line: str) -> bool:
    if line.lower().startswith(furniture().caption_starts):
        return True
    return _patterns().credit.search(line) is not None


def _is_byline(line: str) -> bool:
    if len(line) > MAX_BYLINE_CHARACTERS:
        return False
    if line.lower().startswith(furniture().byline_starts):
        return True
    return _patterns().byline.fullmatch(line) is not None


def _is_furniture(line: str) -> bool:
    if len(line) > MAX_FURNITURE_CHARACTERS:
        return False
    lexicon = furniture()
    key = _key(line)
    if key.startswith(lexicon.starts) or key.endswith(lexicon.ends):
        return True
    return _patterns().furniture.fullmatch(line) is not None


def _reports(line: str) -> bool:
    """A reporting verb in a line that ends as a sentence does."""
    return _SENTENCE_END.search(line) is not None and _speaks(line)


def _speaks(line: str) -> bool:
    return not furniture().verbs.isdisjoint(_WORD.findall(line.lower()))


def _key(line: str) -> str:
    return _SPACES.sub(" ", line[:MAX_FURNITURE_CHARACTERS].lower()).rstrip(" .:…»>→↓-–—")


@cache
def _patterns() -> _Patterns:
    lexicon = furniture()
    return _Patterns(
        furniture=re.compile("|".join(f"(?:{pattern})" for pattern in lexicon.patterns)),
        credit=re.compile(rf"(?:^|\s)(?:{'|'.join(lexicon.credits)})$"),
        byline=re.compile(rf"(?:{'|'.join(lexicon.bylines)})\.?"),
    )


class _TeaserBox:
    """Follows a box of links: its head, then titles up to the next blank line."""

    def __init__(self) -> None:
        self._left = 0
        self._seen = False

    def watch(self, line: str) -> None:
        """Open the box at its head."""
        if _key(line) in furniture().teaser_heads:
            self._left, self._seen = MAX_TEASERS, False

    def holds(self, line: str, blank_before: bool) -> bool:
        """Whether the box is open and `line` is one of its titles."""
        inside = self._left > 0 and not (self._seen and blank_before) and _is_title(line)
        self._left = self._left - 1 if inside else 0
        self._seen = inside
        return inside


def _is_title(line: str) -> bool:
    if len(line) > MAX_HEADING_CHARACTERS or line.endswith(_OPEN_END):
        return False
    return not _QUOTATION.search(line)
