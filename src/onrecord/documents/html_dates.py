"""The dates that a page states in its markup, each where it stood."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date

import lxml.html
from htmldate import find_date
from lxml import etree

from onrecord.documents.dates import read_date, url_date
from onrecord.documents.text import storable
from onrecord.domain.document import DateCandidate, DateSource
from onrecord.domain.note import Note

PARSER_FAULTS = (
    etree.LxmlError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    AssertionError,
    ArithmeticError,
    RecursionError,
)
"""What trafilatura, htmldate and lxml were seen to raise on garbage; they document none of it."""

MAX_JSON_DEPTH = 20

MAX_LABEL_CHARACTERS = 60
"""What stands before a date in its element and is longer is no label of it."""

_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "publication_date", "dc.date", "dc.date.issued",
    "dcterms.created",
    "dcterms.issued", "dcterms.date", "parsely-pub-date", "sailthru.date", "article.published",
    "cxenseparse:recs:publishtime", "citation_publication_date", "citation_date",
    "rnews:datepublished",
    "ya:ovs:upload_date", "uploaddate", "datecreated",
)  # fmt: skip
_MODIFIED_META = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified", "article.updated", "revised",
)  # fmt: skip
_JSON_FIELDS = (
    ("datePublished", "published"),
    ("dateCreated", "published"),
    ("uploadDate", "published"),
    ("dateModified", "modified"),
)
_ARTICLE_TYPES = ("article", "report", "posting", "webpage")
_PAGE_TYPES = (*_ARTICLE_TYPES, "itempage", "creativework")
_MEDIA = "../*[@itemprop='contentUrl' or @itemprop='thumbnailUrl' or @itemprop='embedUrl']"
_MODIFIES = re.compile(r"updat|modif|edit(?:ed|ion)|chang", re.IGNORECASE)

Stated = tuple[str, str, str]
"""Field, role and wording of a date."""


def page_dates(
    tree: lxml.html.HtmlElement, url: str | None
) -> tuple[tuple[DateCandidate, ...], tuple[Note, ...]]:
    """Every candidate in order of trust, and what could not be read.

    That order is JSON-LD, meta tags of the head, dates in the report's markup, other meta tags,
    the address, htmldate.
    """
    found: list[DateCandidate] = []
    notes: list[Note] = []
    for field, role, raw in dict.fromkeys(_stated(tree)):
        period = read_date(raw) if raw.strip() else None
        if period is not None:
            found.append(
                DateCandidate(period.first, period.last, DateSource.METADATA, field, raw, role=role)
            )
        elif raw.strip():
            notes.append(Note("unreadable-date", None, f"{field}: {raw[:80]}"))
    others = (url_date(url) if url else None, _guessed_date(tree))
    return (*found, *(other for other in others if other)), tuple(notes)


def _stated(tree: lxml.html.HtmlElement) -> Iterator[Stated]:
    yield from _json_dates(tree)
    yield from _meta_dates(tree)
    yield from _microdata(tree)
    yield from _times(tree)


def _json_dates(tree: lxml.html.HtmlElement) -> Iterator[Stated]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            content = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(content, 0):
            for field, role in _JSON_FIELDS:
                value = item.get(field)
                if isinstance(value, str):
                    yield f"json-ld:{field}", role, storable(value)


def _objects(content: object, depth: int) -> Iterator[Mapping[str, object]]:
    """Articles in JSON-LD; comments and other nested objects have dates of their own."""
    if depth > MAX_JSON_DEPTH:
        return
    if isinstance(content, list):
        for item in content:
            yield from _objects(item, depth + 1)
    elif isinstance(content, dict):
        kinds = str(content.get("@type", "")).lower()
        if any(kind in kinds for kind in _ARTICLE_TYPES):
            yield content
        for key in ("@graph", "mainEntity"):
            yield from _objects(content.get(key), depth + 1)


def _meta_dates(tree: lxml.html.HtmlElement) -> Iterator[Stated]:
    """Meta tags about the page; an `itemprop` outside the head is about the item it stands in."""
    metas = [
        (_meta_name(meta), meta)
        for meta in tree.iter("meta")
        if meta.get("property") or meta.get("name") or not _is_inside(meta, "body")
    ]
    for names, role in ((_PUBLISHED_META, "published"), (_MODIFIED_META, "modified")):
        for wanted in names:
            for name, meta in metas:
                if name == wanted:
                    yield f"meta:{name}", role, str(meta.get("content") or "")


def _meta_name(meta: lxml.html.HtmlElement) -> str:
    return str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()


def _microdata(tree: lxml.html.HtmlElement) -> Iterator[Stated]:
    """Dates of the report itself, those that a reader sees before those in meta tags."""
    for prop, role in (("datePublished", "published"), ("dateModified", "modified")):
        elements = [e for e in tree.xpath(f"//*[@itemprop='{prop}']") if _is_of_the_report(e)]
        for element in sorted(elements, key=lambda element: element.tag == "meta"):
            raw = element.get("datetime") or element.get("content") or element.text_content()
            yield f"itemprop:{prop}", role, str(raw)[:100].strip()


def _is_of_the_report(element: lxml.html.HtmlElement) -> bool:
    """Pictures, videos and comments inside a report have dates of their own."""
    if element.xpath(_MEDIA):
        return False
    owner = next(element.iterancestors(), None)
    while owner is not None and "itemscope" not in owner.attrib:
        owner = owner.getparent()
    kinds = str(owner.get("itemtype") or "").lower() if owner is not None else ""
    return not kinds or any(kind in kinds for kind in _PAGE_TYPES)


def _times(tree: lxml.html.HtmlElement) -> Iterator[Stated]:
    """Elements for times in the report and its head; their labels tell a change from a start."""
    seen = tree.xpath("//article//time | //header//time[@pubdate] | //main//time")
    for element in seen:
        written = element.get("datetime") or element.get("pubdate")
        if written and not element.get("itemprop") and not _MODIFIES.search(_label(element)):
            yield "time", "published", str(written)
    for element in tree.xpath("//time[@datetime]"):
        if not element.get("itemprop") and _MODIFIES.search(_label(element)):
            yield "time", "modified", str(element.get("datetime"))


def _label(element: lxml.html.HtmlElement) -> str:
    """The element's class, and the words right before it with the class of what holds them."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return str(element.get("class") or "")
    words = parent.text if before is None else before.tail or before.text_content()
    label = words or ""
    names = [element.get("class") or ""]
    if len(parent.text_content()) <= MAX_LABEL_CHARACTERS:
        names.append(parent.get("class") or "")
    return " ".join((*names, label[-MAX_LABEL_CHARACTERS:]))


def _is_inside(element: lxml.html.HtmlElement, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def _guessed_date(tree: lxml.html.HtmlElement) -> DateCandidate | None:
    """htmldate's answer for the original date; it may come from the address or the text."""
    try:
        raw = find_date(tree, original_date=True, extensive_search=False)
    except PARSER_FAULTS:
        return None
    if not raw:
        return None
    day = date.fromisoformat(raw)
    return DateCandidate(day, day, DateSource.INFERRED, "htmldate", raw)
