"""Pages to documents."""

import pytest

from onrecord.documents.html import read_html
from onrecord.documents.options import SourceOptions
from onrecord.documents.skipped import Skipped
from onrecord.domain.document import BlockKind, Document

BODY = """
<p>Orland is ready for talks with Valden, Foreign Minister Ilva Brandt said in Halden on Friday.</p>
<p>“We do not ask for the impossible,” Brandt said. “We ask for the ferry.”</p>
<h2>Harvest is in</h2>
<figure><img src="x.jpg">
<figcaption>The port of Halden at dawn, seen from the old light.</figcaption></figure>
<p>Valden has not answered. Its envoy left the city in the evening, two officials said.</p>
<p>The talks were to begin in the spring, after the ice on the sound between the two had gone.</p>
"""
PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}">
<title>Brandt offers talks | Halden Post</title>
<meta property="og:title" content="Brandt offers talks">
<meta property="og:site_name" content="Halden Post">
<link rel="canonical" href="https://post.example/brandt">
<meta property="article:published_time" content="2019-05-03T08:00:00Z">
<meta property="article:modified_time" content="2019-05-05">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"datePublished": "2019-05-02T23:00:00-01:00", "dateModified": "2019-05-04"}}</script>
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Brandt offers talks</h1>{body}</article>
<div class="comments"><p>I said this years ago, and nobody listened to me at all.</p></div>
<footer>© 2019 Halden Post</footer></body></html>"""


def read(page: str | bytes, encoding: str = "utf-8") -> Document:
    raw = page if isinstance(page, bytes) else page.encode(encoding)
    found = read_html(raw, "page.html", SourceOptions())
    assert isinstance(found, Document), found
    return found


def test_page() -> None:
    """The report is kept, from its title to its end; what stands around it is not."""
    document = read(PAGE.format(charset="utf-8", body=BODY))
    assert (document.title, document.outlet) == ("Brandt offers talks", "Halden Post")
    assert document.url == "https://post.example/brandt"
    lines = [block.span.of(document.text) for block in document.blocks]
    assert lines[0] == "Brandt offers talks"
    assert lines[1].startswith("Orland is ready")
    assert lines[-1].endswith("had gone.")
    assert "Home" not in document.text
    assert (document.format, document.text_as_given) == ("html", False)


def test_headings_and_captions() -> None:
    """Headings are marked as such; a caption, where it is kept, is never read as a paragraph."""
    document = read(PAGE.format(charset="utf-8", body=BODY))
    kinds = {block.span.of(document.text): block.kind for block in document.blocks}
    assert kinds["Brandt offers talks"] is BlockKind.HEADING
    assert kinds["Harvest is in"] is BlockKind.HEADING
    caption = [kind for line, kind in kinds.items() if line.startswith("The port of Halden")]
    assert caption in ([], [BlockKind.CAPTION])


def test_dates() -> None:
    """Every date is kept with its role; JSON-LD comes first, in its own time zone."""
    document = read(PAGE.format(charset="utf-8", body=BODY))
    found = [(c.field, c.role, c.first.isoformat()) for c in document.dates]
    assert found[:4] == [
        ("json-ld:datePublished", "published", "2019-05-02"),
        ("json-ld:dateModified", "modified", "2019-05-04"),
        ("meta:article:published_time", "published", "2019-05-03"),
        ("meta:article:modified_time", "modified", "2019-05-05"),
    ]


EVENT = """<!DOCTYPE html><html><head><title>Meeting with the envoy</title></head><body><main>
<article itemscope itemtype="https://schema.org/NewsArticle"><h1>Meeting with the envoy</h1>
<div class="meta"><time itemprop="datePublished" datetime="2019-05-03">May 3, 2019</time>
<span>20:10</span> <div class="read__place p-location">Halden, Old Harbour</div></div>
<div itemprop="video" itemscope itemtype="https://schema.org/VideoObject">
<meta itemprop="datePublished" content="2019-05-09"></div>
{body}<p>See also</p><p class="note">Last updated <time datetime="2019-05-07">May 7</time></p>
</article></main></body></html>"""


def test_the_line_with_day_and_place_is_kept() -> None:
    """The extraction drops it; it is read as a dateline, and the place anchored in it."""
    document = read(EVENT.format(body=BODY))
    (line,) = [block for block in document.blocks if block.kind is BlockKind.DATELINE]
    assert "May 3, 2019" in line.span.of(document.text)
    assert document.place is not None
    assert document.place.name == "Halden, Old Harbour"
    assert document.place.span.of(document.text) == "Halden, Old Harbour"
    assert line.span.contains(document.place.span)


def test_dates_in_the_body_are_of_the_report_or_of_something_else() -> None:
    """A video has its own day; a label tells a change from the publication."""
    document = read(EVENT.format(body=BODY))
    found = {(c.field, c.role, c.first.isoformat()) for c in document.dates}
    assert ("itemprop:datePublished", "published", "2019-05-03") in found
    assert ("itemprop:datePublished", "published", "2019-05-09") not in found
    assert ("time", "modified", "2019-05-07") in found
    assert document.published is not None
    assert document.published.first.isoformat() == "2019-05-03"


def test_a_page_without_such_a_line_has_no_place() -> None:
    """None is made up."""
    assert read(PAGE.format(charset="utf-8", body=BODY)).place is None


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-16", "utf-8"])
def test_declared_encoding(charset: str) -> None:
    """A page is read in the encoding it declares, or in that of its byte order mark."""
    encoding = "cp1252" if charset == "iso-8859-1" else charset
    document = read(PAGE.format(charset=charset, body=BODY), encoding)
    assert "“We ask for the ferry.”" in document.text


def test_lost_lead_is_restored() -> None:
    """A leading paragraph that the extraction takes for something else is put back."""
    words = "Ilva Brandt offered talks to Valden, the first in years."
    lead = f'<div class="entry-summary lead">{words}</div>'
    document = read(PAGE.format(charset="utf-8", body=lead + BODY))
    assert "the first in years." in document.text
    assert document.text.index("first in years") < document.text.index("impossible")


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 1000 + "The envoy said no.",
        "<html><body>" + "<div>" * 30_000 + "The envoy said no." + "</div>" * 30_000,
        "<p>The envoy said no.",
        "The envoy said no.<br>And left.",
        "<html><body><table><tr><td>The envoy said no.</td></tr></table></body></html>",
        "<html><body><p>The envoy said no.\x00\x01&#1;&#xD800;</p></body></html>",
        '<?xml version="1.0" encoding="utf-8"?><html><body><p>The envoy said no.</p></body></html>',
        "<html><body><p title='" + "x" * 200_000 + "'>The envoy said no.</p></body></html>",
    ],
    ids=["deep", "deeper", "bare", "no-tags", "table", "controls", "xml", "attribute"],
)
def test_odd_pages(page: str) -> None:
    """However odd the markup, the words are found."""
    assert "The envoy said no." in read(page).text


def test_one_long_line() -> None:
    """A page of one line of a million characters is read whole."""
    sentence = "The envoy of Valden said that the talks would go on. "
    assert (
        read(f"<html><body><p>{sentence * 20_000}</p></body></html>").text.count("envoy") == 20_000
    )


def test_nothing_to_read() -> None:
    """A page without visible text is skipped with a reason."""
    found = read_html(b"<html><body><script>go()</script></body></html>", "a", SourceOptions())
    assert isinstance(found, Skipped)
    assert found.reason == "no-text"
