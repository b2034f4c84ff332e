"""What a page says about itself: title, outlet, author, address and dates, each where it stood."""

import json
from collections.abc import Iterator, Mapping
from datetime import date

import lxml.html
from htmldate import find_date
from lxml import etree
from trafilatura.metadata import extract_metadata

from onrecord.documents.dates import read_date
from onrecord.documents.text import Facts, storable
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


def page_facts(tree: lxml.html.HtmlElement) -> tuple[Facts, tuple[Note, ...]]:
    """The facts, with every date candidate in order of trust.

    That order is JSON-LD, meta tags, other markup, htmldate.
    """
    dates, notes = _dates(tree)
    meta = _metadata(tree)
    facts = Facts(
        outlet=_text(meta, "sitename"),
        title=_text(meta, "title") or _title_tag(tree),
        url=_canonical(tree) or _text(meta, "url"),
        author=_text(meta, "author"),
        dates=dates,
    )
    return facts, notes


def _metadata(tree: lxml.html.HtmlElement) -> object:
    try:
        return extract_metadata(tree)
    except (
        etree.LxmlError,
        ValueError,
        TypeError,
        AttributeError,
        RecursionError,
        KeyError,
        IndexError,
    ):
        return None


def _text(meta: object, name: str) -> str | None:
    value = getattr(meta, name, None)
    return storable(value).strip() or None if isinstance(value, str) else None


def _title_tag(tree: lxml.html.HtmlElement) -> str | None:
    return " ".join((tree.findtext(".//title") or "").split()) or None


def _canonical(tree: lxml.html.HtmlElement) -> str | None:
    for path in ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"):
        for address in tree.xpath(path):
            if str(address).startswith(("http://", "https://")):
                return str(address)
    return None


def _dates(tree: lxml.html.HtmlElement) -> tuple[tuple[DateCandidate, ...], tuple[Note, ...]]:
    found: list[DateCandidate] = []
    notes: list[Note] = []
    seen: set[tuple[str, str, str]] = set()
    for field, role, raw in (*_json_dates(tree), *_meta_dates(tree), *_markup_dates(tree)):
        if not raw.strip() or (field, role, raw) in seen:
            continue
        seen.add((field, role, raw))
        period = read_date(raw)
        if period is None:
            notes.append(Note("unreadable-date", None, f"{field}: {raw[:80]}"))
        else:
            found.append(
                DateCandidate(period.first, period.last, DateSource.METADATA, field, raw, role=role)
            )
    guessed = _guessed_date(tree)
    return (*found, guessed) if guessed else tuple(found), tuple(notes)


def _json_dates(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, str, str]]:
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


def _meta_dates(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    metas = [
        (str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(), meta)
        for meta in tree.iter("meta")
    ]
    for names, role in ((_PUBLISHED_META, "published"), (_MODIFIED_META, "modified")):
        for wanted in names:
            for name, meta in metas:
                if name == wanted:
                    yield f"meta:{name}", role, str(meta.get("content") or "")


def _markup_dates(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    for prop, role in (("datePublished", "published"), ("dateModified", "modified")):
        for element in tree.xpath(f"//*[@itemprop='{prop}'][not(self::meta)]"):
            raw = element.get("datetime") or element.get("content") or element.text_content()
            yield f"itemprop:{prop}", role, str(raw)[:100].strip()
    for element in tree.xpath("//article//time[@datetime] | //header//time[@pubdate]"):
        yield "time", "published", str(element.get("datetime") or element.get("pubdate"))


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
