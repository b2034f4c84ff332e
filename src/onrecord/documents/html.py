"""HTML pages to documents: trafilatura finds the report, lxml what it leaves out."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from html import unescape

import lxml.html
from lxml import etree
from trafilatura import bare_extraction

from onrecord.documents.encodings import Decoded, decode
from onrecord.documents.html_dateline import page_dateline
from onrecord.documents.html_dates import PARSER_FAULTS
from onrecord.documents.html_facts import page_facts
from onrecord.documents.identity import bytes_digest
from onrecord.documents.options import SourceOptions
from onrecord.documents.skipped import Skipped
from onrecord.documents.text import build_document
from onrecord.domain.document import BlockKind, Document
from onrecord.domain.note import Note

MAX_DEPTH = 200
"""Elements nested deeper become plain text: trafilatura recurses, and Python stops it."""

MAX_LEADS = 20
"""Candidates for a lost lead that are looked at; a page with more of them is a list of reports."""

MIN_LEAD_CHARACTERS = 40
"""A shorter paragraph before the report is a label."""

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_XML_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""")
DECLARATION_BYTES = 4096
"""A page declares its encoding in its first 1,024 bytes, says the standard; some are later."""

_SPACES = re.compile(r"\s+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_UNSEEN = re.compile(
    r"<(script|style|head|noscript|svg)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<[^<>]*>")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEADINGS = frozenset({"head", "h1", "h2", "h3", "h4", "h5", "h6"})
_LINES = frozenset({"p", "head", "item", "cell", "quote", "code", "lb", "row", "list", "table"})
_BLOCK_TAGS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figure",
     "figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
     "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "title", "tr", "ul"}
)  # fmt: skip
_UNSEEN_TAGS = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "select",
     "button", "nav", "form"}
)  # fmt: skip
_CAPTIONS = (
    "//figcaption | //*[contains(@class, 'caption')] | //*[contains(@class, 'photo-credit')]"
    " | //*[contains(@class, 'image-credit')] | //*[contains(@class, 'wp-caption-text')]"
)
_LEADS = (
    "//*[self::p or self::div or self::h2]"
    "[contains(@class, 'lead') or contains(@class, 'standfirst')"
    " or contains(@class, 'intro') or contains(@class, 'subtitle') or contains(@class, 'summary')"
    " or contains(@class, 'article-description') or contains(@itemprop, 'description')"
    " or contains(@class, 'announce')]"
)
_NOT_IN = "ancestor-or-self::nav or ancestor-or-self::aside or ancestor-or-self::footer"


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the report, and its kind where the markup states it."""

    text: str
    kind: BlockKind | None = None


def read_html(raw: bytes, name: str, options: SourceOptions) -> Document | Skipped:
    """The report in a page. Raises UnsupportedFormat for binary content."""
    decoded = decode(raw, _declared(raw), options.encoding)
    tree = _parse(decoded.text)
    if tree is None:
        return Skipped(name, "no-text", "the page holds no element; look at it in a browser")
    facts, fact_notes = page_facts(tree)
    lines, notes = _report_lines(tree, decoded.text)
    if not lines:
        return Skipped(name, "no-text", "the page shows no text without scripts; save its text")
    lines, place = _with_dateline(tree, _with_title(lines, facts.title))
    text, known = _joined(lines)
    return build_document(
        Decoded(text, decoded.encoding, _without_places(decoded.notes)),
        name,
        "html",
        bytes_digest(raw),
        facts=replace(facts, place=place),
        known=known,
        notes=(*notes, *fact_notes),
    )


def _declared(raw: bytes) -> str | None:
    head = raw[:DECLARATION_BYTES]
    match = _DECLARED.search(head) or _XML_DECLARED.search(head)
    return match.group(1).decode("ascii", "replace") if match else None


def _without_places(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Notes on decoding count characters of the page, not of the report taken from it."""
    return tuple(
        Note(note.reason, None, note.detail) for note in notes if note.reason != "nul-characters"
    )


def _parse(page: str) -> lxml.html.HtmlElement | None:
    """The page's tree, no deeper than MAX_DEPTH; None where nothing is left to parse."""
    clean = _CONTROL.sub(" ", _XML_DECLARATION.sub("", page))
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        tree: lxml.html.HtmlElement = lxml.html.document_fromstring(
            clean.encode("utf-8"), parser=parser
        )
    except PARSER_FAULTS:
        return None
    _flatten(tree)
    return tree


def _flatten(tree: lxml.html.HtmlElement) -> None:
    """Replace whatever is nested deeper than MAX_DEPTH by its text."""
    depth = 0
    deep: list[lxml.html.HtmlElement] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        if depth == MAX_DEPTH:
            deep.append(element)
    for element in deep:
        words = " ".join(part for part in element.itertext() if part.strip())
        for child in list(element):
            element.remove(child)
        element.text = _CONTROL.sub(" ", words)


def _report_lines(tree: lxml.html.HtmlElement, page: str) -> tuple[list[_Line], tuple[Note, ...]]:
    """The report's lines: trafilatura's, or else all visible text, or else all but the tags."""
    captions = _texts(tree, _CAPTIONS)
    lines = [_marked(line, captions) for line in _extracted(tree)]
    if lines:
        leads, notes = _lost_lead(tree, lines, captions)
        return [*leads, *lines], notes
    seen = list(_visible_lines(_body_of(tree))) or _bare_lines(page)
    visible = [_marked(line, captions) for line in seen]
    return visible, (Note("html-fallback", None, "no main text found: all visible text is kept"),)


def _extracted(tree: lxml.html.HtmlElement) -> list[_Line]:
    """The main text as trafilatura sees it, a line a paragraph, heading, item or cell."""
    _silence_libraries()
    try:
        found = bare_extraction(
            tree, include_comments=False, include_tables=True, favor_recall=True, fast=False
        )
    except PARSER_FAULTS:
        return []
    body = getattr(found, "body", None)
    return list(_body_lines(body)) if body is not None else []


@cache
def _silence_libraries() -> None:
    """Their warnings about odd pages say nothing that a Document or Skipped does not say."""
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())


def _body_lines(body: etree._Element) -> Iterator[_Line]:
    """Walk trafilatura's tree; every element of a line begins a new one."""
    words: list[str] = []
    kind: BlockKind | None = None
    for event, element in etree.iterwalk(body, events=("start", "end")):
        breaks = element.tag in _LINES
        if breaks and (line := _line(words, kind)):
            yield line
        if breaks:
            words = []
            kind = _kind_at(element, event)
        if event == "start" and element.text:
            words.append(element.text)
        if event == "end" and element.tail and element is not body:
            words.append(element.tail)
    if line := _line(words, kind):
        yield line


def _kind_at(element: etree._Element, event: str) -> BlockKind | None:
    return BlockKind.HEADING if event == "start" and element.tag in _HEADINGS else None


def _line(words: list[str], kind: BlockKind | None) -> _Line | None:
    text = _flat("".join(words))
    return _Line(text, kind) if text else None


def _flat(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _marked(line: _Line, captions: frozenset[str]) -> _Line:
    return _Line(line.text, BlockKind.CAPTION) if line.text in captions else line


def _texts(tree: lxml.html.HtmlElement, path: str) -> frozenset[str]:
    return frozenset(_flat(element.text_content()) for element in tree.xpath(path))


def _lost_lead(
    tree: lxml.html.HtmlElement, lines: list[_Line], captions: frozenset[str]
) -> tuple[list[_Line], tuple[Note, ...]]:
    """Leading paragraphs, marked as such in the page, that the extraction left out."""
    held = _flat(" ".join(line.text for line in lines))
    found: list[_Line] = []
    for element in tree.xpath(f"{_LEADS}[not({_NOT_IN})]")[:MAX_LEADS]:
        text = _flat(element.text_content())
        lost = len(text) >= MIN_LEAD_CHARACTERS and text[:200] not in held and text not in captions
        if lost and _is_plain(element) and _precedes(element, tree, lines[0].text):
            found.extend(_visible_lines(element))
            held += f" {text}"
    notes = (Note("lead-restored", None, f"{len(found)} paragraphs"),) if found else ()
    return found, notes


def _is_plain(element: lxml.html.HtmlElement) -> bool:
    """Whether the element is one paragraph: no list, no table, hardly a link."""
    links = sum(len(link.text_content()) for link in element.iter("a"))
    inner = any(True for _ in element.iter("ul", "ol", "table", "form", "script", "style"))
    return not inner and 2 * links < len(element.text_content())


def _precedes(element: lxml.html.HtmlElement, tree: lxml.html.HtmlElement, first: str) -> bool:
    """Whether the report's first line comes after the element in the page."""
    for following in element.itersiblings():
        if first[:60] in _flat(following.text_content()):
            return True
    parent = element.getparent()
    return parent is not None and parent is not tree and _precedes(parent, tree, first)


def _visible_lines(root: lxml.html.HtmlElement) -> Iterator[_Line]:
    """All text a reader would see, a line a block element."""
    words: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in _BLOCK_TAGS:
            if line := _line(words, None):
                yield line
            words = []
        hidden += (element.tag in _UNSEEN_TAGS) * (1 if event == "start" else -1)
        if event == "start" and element.text and not hidden:
            words.append(element.text)
        if event == "end" and element.tail and not hidden and element is not root:
            words.append(element.tail)
    if line := _line(words, None):
        yield line


def _bare_lines(page: str) -> list[_Line]:
    """What is left of a page that the parser gave up on, without its tags."""
    words = unescape(_TAG.sub("\n", _UNSEEN.sub(" ", page)))
    lines = (_line([line], None) for line in words.split("\n"))
    return [line for line in lines if line]


def _body_of(tree: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    body = tree.find("body")
    return tree if body is None else body


def _with_title(lines: list[_Line], title: str | None) -> list[_Line]:
    """The title as the first line, unless the report's first lines hold it."""
    if not title or any(title in line.text for line in lines[:3]):
        return lines
    return [_Line(_flat(title), BlockKind.HEADING), *lines]


def _with_dateline(
    tree: lxml.html.HtmlElement, lines: list[_Line]
) -> tuple[list[_Line], str | None]:
    """The lines with that of day and place, which extraction leaves out, and the place in it."""
    found = page_dateline(tree, (line.text for line in lines if line.kind is None))
    if found is None:
        return lines, None
    if any(found.text in line.text for line in lines):
        return lines, found.place
    at = 1 if lines[0].kind is BlockKind.HEADING else 0
    return [*lines[:at], _Line(found.text, BlockKind.DATELINE), *lines[at:]], found.place


def _joined(lines: list[_Line]) -> tuple[str, dict[int, BlockKind]]:
    """The text, its lines separated by an empty one, and the kinds known by offset."""
    known: dict[int, BlockKind] = {}
    at = 0
    for line in lines:
        if line.kind is not None:
            known[at] = line.kind
        at += len(line.text) + 2
    return "\n\n".join(line.text for line in lines), known
