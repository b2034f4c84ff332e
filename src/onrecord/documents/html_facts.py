"""What a page says about itself: title, outlet, author, address and dates."""

import lxml.html
from lxml import etree
from trafilatura.metadata import extract_metadata

from onrecord.documents.html_dates import page_dates
from onrecord.documents.text import Facts, storable
from onrecord.domain.note import Note


def page_facts(tree: lxml.html.HtmlElement) -> tuple[Facts, tuple[Note, ...]]:
    """The facts, with every date candidate in order of trust."""
    meta = _metadata(tree)
    url = _canonical(tree) or _text(meta, "url")
    dates, notes = page_dates(tree, url)
    facts = Facts(
        outlet=_text(meta, "sitename"),
        title=_text(meta, "title") or _title_tag(tree),
        url=url,
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
