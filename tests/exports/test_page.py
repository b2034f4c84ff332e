"""The record as one HTML page."""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import (
    Block,
    BlockKind,
    DateCandidate,
    DateConstraint,
    DateSource,
    Document,
)
from onrecord.domain.note import Note
from onrecord.domain.occasion import Occasion, OccasionKind, Party, Place, Said
from onrecord.domain.period import Period
from onrecord.domain.run import Run
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, Polarity, SpeakerLink, Statement, StatementKind
from onrecord.exports.page import write_page

RUN = Run("r1", (("reader", "v7"),))
TEXT = (
    "Road stays shut\n"
    "KORVANA, May 2. “We wait, – said Quost. – We count.”\n"
    "Marrak said that Tekk had told her the pass was closed.\n"
    "SPECIAL project\n"
    "He shrugged: <b>no & never</b>\n"
)
NAMED = LinkStatus.NAMED


class Reader(HTMLParser):
    """Gathers ids, links to fragments, and the text of the report's paragraphs."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.paragraphs: list[str] = []
        self.outside: list[str] = []
        self._stack: list[dict[str, str | None]] = []
        self._text = False
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if identity := given.get("id"):
            self.ids.append(identity)
        for name in ("href", "src", "action"):
            if (target := given.get(name)) is not None:
                (self.targets if target.startswith("#") else self.outside).append(target)
        if tag == "div" and given.get("class") == "text":
            self._text = True
        if tag == "p" and self._text:
            self.paragraphs.append("")
            self._inside = True
        if tag in {"span", "a"}:
            self._stack.append(given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "div":
            self._text = False
        if tag == "p":
            self._inside = False
        if tag in {"span", "a"}:
            self._stack.pop()

    def handle_data(self, data: str) -> None:
        if not self._text or not self._inside:
            return
        innermost = self._stack[-1] if self._stack else {}
        if "data-ref" in innermost:
            return
        self.paragraphs[-1] += data
        if anchors := innermost.get("data-s"):
            self.marks.append((anchors, data))


def spans(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


def link(
    name: str | None, status: LinkStatus, profile: str | None = None
) -> tuple[SpeakerLink, ...]:
    return (SpeakerLink(status, "surname", 0.91, name=name, profile=profile),)


STATEMENTS = (
    Statement(
        "s1",
        "doc",
        StatementKind.DIRECT,
        spans("“We wait,", "We count.”"),
        spans("said"),
        spans("Quost"),
        link("Mirelda Quost", NAMED),
        confidence=0.84,
    ),
    Statement(
        "s2",
        "doc",
        StatementKind.INDIRECT,
        spans("that Tekk had told her the pass was closed"),
        (Span(TEXT.index("Marrak said") + 7, TEXT.index("Marrak said") + 11),),
        spans("Marrak"),
        link("Ylsa Marrak", NAMED),
    ),
    Statement(
        "s3",
        "doc",
        StatementKind.INDIRECT,
        spans("the pass was closed"),
        spans("had told"),
        spans("Tekk"),
        link("the chairman", LinkStatus.DESCRIBED),
        parent="s2",
        polarity=Polarity.DENIED,
    ),
    Statement(
        "s4",
        "doc",
        StatementKind.DIRECT,
        spans("<b>no & never</b>"),
        spans("shrugged:"),
        spans("He"),
        link(None, LinkStatus.PRONOUN_UNRESOLVED),
    ),
)


def blocks() -> tuple[Block, ...]:
    heading, dateline, furniture = spans("Road stays shut", "KORVANA, May 2.", "SPECIAL project")
    said, nested, last = spans(
        "“We wait, – said Quost. – We count.”",
        "Marrak said that Tekk had told her the pass was closed.",
        "He shrugged: <b>no & never</b>",
    )
    return (
        Block(heading, BlockKind.HEADING),
        Block(dateline, BlockKind.DATELINE),
        Block(said, BlockKind.PARAGRAPH),
        Block(nested, BlockKind.PARAGRAPH),
        Block(furniture, BlockKind.FURNITURE),
        Block(last, BlockKind.PARAGRAPH),
    )


def analysed(
    *,
    statements: Sequence[Statement] = STATEMENTS,
    with_blocks: bool = True,
    title: str | None = "Road <stays> shut",
) -> AnalysedDocument:
    day = date(2033, 5, 2)
    document = Document(
        "doc",
        "road.txt",
        TEXT,
        "0" * 64,
        "0" * 64,
        "txt",
        outlet="T&N",
        title=title,
        dates=(DateCandidate(day, day, DateSource.STATED, "dateline", "May 2"),),
        blocks=blocks() if with_blocks else (),
    )
    return AnalysedDocument(document, tuple(statements), (Note("odd-mark"), Note("odd-mark")), RUN)


def written(path: Path, *documents: AnalysedDocument, title: str = "The road") -> str:
    write_page(iter(documents), path, title)
    return path.read_text("utf-8")


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.html"


@pytest.mark.parametrize("with_blocks", [True, False])
def test_the_report_is_shown_character_by_character(path: Path, with_blocks: bool) -> None:
    """Whatever the marks, each line reads as in the source, with or without blocks."""
    reader = read(written(path, analysed(with_blocks=with_blocks)))
    assert reader.paragraphs == TEXT.splitlines()


def test_every_part_of_a_statement_is_marked_with_it(path: Path) -> None:
    """Discontinuous content, cue and source carry the same anchor."""
    marks = read(written(path, analysed())).marks
    assert [words for anchors, words in marks if anchors == "d1s1"] == [
        "“We wait,",
        "said",
        "Quost",
        "We count.”",
    ]


def test_nested_statements_share_their_segments(path: Path) -> None:
    """Words inside another statement's content name both, the innermost last."""
    marks = read(written(path, analysed())).marks
    assert [words for anchors, words in marks if anchors == "d1s2 d1s3"] == [
        "Tekk",
        "had told",
        "the pass was closed",
    ]


def test_every_link_leads_to_one_place_in_the_page(path: Path) -> None:
    """Fragments exist, ids are unique even when a report occurs twice, nothing points elsewhere."""
    reader = read(written(path, analysed(), analysed()))
    assert len(reader.ids) == len(set(reader.ids))
    assert [target for target in reader.targets if target[1:] not in reader.ids] == []
    assert reader.outside == []


@pytest.mark.parametrize(
    "number",
    ["<dd>2</dd>", "<dd>8</dd>", "<dd>4</dd>"],
    ids=["reports", "statements", "speakers"],
)
def test_the_head_counts(path: Path, number: str) -> None:
    """Two reports, eight statements; two named speakers and a described one in each report."""
    assert number in written(path, analysed(), analysed())


def test_a_name_is_one_row_across_reports_and_a_description_is_not(path: Path) -> None:
    """Two chairmen of two reports may be two people; nobody is not a speaker."""
    rows = re.findall(r'data-name="([^"]*)"', written(path, analysed(), analysed()))
    assert rows == [
        "Mirelda Quost",
        "Ylsa Marrak",
        "the chairman",
        "the chairman",
        "Speaker not resolved",
    ]


def saying(*speakers: SpeakerLink) -> Statement:
    return replace(STATEMENTS[0], speakers=speakers)


def circumstances() -> Statement:
    """Said the day before at talks in Korvana with Tekk, to Marrak, by way of the outlet TSN."""
    [tekk, marrak] = spans("Tekk", "Marrak")
    [korvana, evidence] = spans("KORVANA", "May 2")
    met = Occasion("o1", OccasionKind.TALKS, (evidence,), Place(korvana, "Korvana"), (Party(tekk),))
    return replace(
        STATEMENTS[0],
        said=Said(Period.day(date(2033, 5, 1)), "stated", (evidence,)),
        occasion=met,
        addressees=(Party(marrak, "Ylsa Marrak"),),
        reported_via=(Party(marrak, "<TSN>"),),
    )


@pytest.mark.parametrize(
    "fact",
    [
        '<dt>Said</dt><dd dir="auto">2033-05-01, as stated <q>May 2</q></dd>',
        '<dt>At</dt><dd dir="auto">talks in Korvana with Tekk <q>May 2</q></dd>',
        '<dt>To</dt><dd dir="auto">Ylsa Marrak <q>Marrak</q></dd>',
        '<dt>Via</dt><dd dir="auto">&lt;TSN&gt; <q>Marrak</q></dd>',
        "direct, 2033-05-01, report 1",
    ],
)
def test_the_note_says_when_where_and_to_whom(path: Path, fact: str) -> None:
    """Each with the words that tell it."""
    assert fact in written(path, analysed(statements=[circumstances()]))


def test_without_a_day_of_its_own_a_statement_has_that_of_its_report(path: Path) -> None:
    """And says so."""
    fact = '<dt>Said</dt><dd dir="auto">2033-05-02, day of the report</dd>'
    assert fact in written(path, analysed(statements=STATEMENTS[:1]))


def test_words_that_tell_are_found_in_the_text(path: Path) -> None:
    """They bear the statement's anchor, are no part of it, and take nothing from the text."""
    page = written(path, analysed(statements=[circumstances()]))
    assert re.findall(r'data-e="d1s1">([^<]*)<', page) == ["KORVANA", "May 2", "Marrak", "Tekk"]
    reader = read(page)
    assert reader.paragraphs == TEXT.splitlines()
    assert [words for anchors, words in reader.marks if anchors == "d1s1"] == [
        "“We wait,",
        "said",
        "Quost",
        "We count.”",
    ]


def test_the_timeline_is_drawn(path: Path) -> None:
    """A mark a statement on its day, which leads to it; hollow where only the report is dated."""
    page = written(path, analysed(statements=[circumstances(), STATEMENTS[1]]))
    indirect = "that Tekk had told her the pass was closed"
    drawn = page[page.index('<svg class="timeline"') : page.index('id="speakers"')]
    assert re.findall(r'<a href="#(d1s\d)" tabindex="-1"><title>([^<]*)</title>', drawn) == [
        ("d1s1", "Mirelda Quost, 2033-05-01: “We wait, […] We count.”"),
        ("d1s2", f"Ylsa Marrak, 2033-05-02 (day of the report): {indirect}"),
    ]
    assert 'class="mark told direct"' in drawn
    assert 'class="mark hollow indirect"' in drawn
    assert 'aria-label="Timeline of 2 statements, 2033-05-01 to 2033-05-02"' in drawn
    assert "a hollow one stands on the day of its report" in page


def test_a_page_without_dates_says_so(path: Path) -> None:
    """There is no drawing then."""
    undated = analysed()
    page = written(path, replace(undated, document=replace(undated.document, dates=())))
    assert "no date is known of any of the 4 statements" in page
    assert '<svg class="timeline"' not in page


def test_a_report_says_why_it_is_dated_so(path: Path) -> None:
    """Each reason with its words, and what was set aside."""
    [quost] = spans("Quost")
    held = DateConstraint("office-holder", date(2033, 1, 1), None, (quost,), "Quost & the office")
    late = DateConstraint("latest-year", None, date(2030, 1, 1), (), "a year in the text")
    found = DateCandidate(
        date(2033, 1, 1), date(2033, 12, 31), DateSource.INFERRED, "text", "", "published",
        (), (held,), (late,),
    )  # fmt: skip
    report = analysed()
    place = Place(spans("KORVANA")[0], "Korvana")
    document = replace(report.document, dates=(found,), place=place)
    page = written(path, replace(report, document=document))
    assert '2033-01-01 to 2033-12-31 <span class="how">(inferred)</span>' in page
    assert "<bdi>Korvana</bdi>" in page
    assert (
        '<li><b>2033-01-01 or later</b>, <span dir="auto">Quost &amp; the office</span> '
        '<q dir="auto">Quost</q></li>'
    ) in page
    assert "set aside:</span> <b>2030-01-01 or earlier</b>" in page


def test_an_actor_is_one_row_whatever_the_spelling(path: Path) -> None:
    """Two spellings, an office and a name, in two reports: one person, under the name given."""
    quost = "person~0123456789abcdef"
    known = [
        link("Mirelda Quost", NAMED, quost),
        link("Mirelda Kvost", NAMED, quost),
        link("the foreign minister", LinkStatus.OFFICE, quost),
    ]
    reports = [analysed(statements=[saying(*one)]) for one in known]
    page = written(path, *reports)
    assert re.findall(r'data-name="([^"]*)" data-actor="([^"]*)"', page) == [
        ("Mirelda Quost", quost)
    ]
    assert "<b>3</b> in 3 reports" in page


def test_namesakes_are_two_rows(path: Path) -> None:
    """Two actors of one name stay apart."""
    reports = [
        analysed(statements=[saying(*link("Tull Marrak", NAMED, f"person~{number:016}"))])
        for number in range(2)
    ]
    assert re.findall(r'data-name="([^"]*)"', written(path, *reports)) == ["Tull Marrak"] * 2


def test_a_statement_of_two_stands_with_each(path: Path) -> None:
    """Both are named in its note, and one who is not resolved does not make it unresolved."""
    [she] = link(None, LinkStatus.PRONOUN_UNRESOLVED)
    [quost], [tekk] = link("Mirelda Quost", NAMED), link("Jorun Tekk", NAMED)
    page = written(path, analysed(statements=[saying(quost, tekk, she)]))
    assert re.findall(r'data-name="([^"]*)"', page) == ["Jorun Tekk", "Mirelda Quost"]
    assert '<bdi class="name">Mirelda Quost</bdi>' in page
    assert '<bdi class="name">Jorun Tekk</bdi>' in page
    assert "<dt>unresolved</dt><dd>0</dd>" in page


@pytest.mark.parametrize("nobody", [(), link(None, LinkStatus.NONE)])
def test_a_statement_of_nobody_is_counted_apart(
    path: Path, nobody: tuple[SpeakerLink, ...]
) -> None:
    """It is no speaker, and the head says how many there are."""
    page = written(path, analysed(statements=[saying(*nobody)]))
    assert "<dt>speakers</dt><dd>0</dd>" in page
    assert "<dt>unresolved</dt><dd>1</dd>" in page


@pytest.mark.parametrize(
    "escaped",
    ["Road &lt;stays&gt; shut", "T&amp;N", "&lt;b&gt;no &amp; never&lt;/b&gt;", "a &lt;title&gt;"],
)
def test_text_is_escaped(path: Path, escaped: str) -> None:
    """No word of a report, an outlet or a title is read as markup."""
    page = written(path, analysed(), title="a <title>")
    assert escaped in page
    assert "<b>no" not in page


@pytest.mark.parametrize(
    "fact",
    ["denied by the speaker", "84 %", "<code>surname</code>", "<code>odd-mark</code> (2 times)"],
)
def test_the_note_on_a_statement_says_what_was_decided(path: Path, fact: str) -> None:
    """Polarity, confidence, the deciding step and oddities are in the page."""
    assert fact in written(path, analysed())


@pytest.mark.parametrize(
    "line",
    [
        '<p class="heading" dir="auto">Road stays shut</p>',
        '<span class="dateline">KORVANA, May 2. </span>',
        '<p class="furniture" dir="auto">SPECIAL project</p>',
    ],
)
def test_a_line_is_shown_as_what_it_is(path: Path, line: str) -> None:
    """Headings, datelines and furniture keep their kind."""
    assert line in written(path, analysed())


@pytest.mark.parametrize("tag", ["style", "script"])
def test_the_policy_admits_the_page_s_own_style_and_script_alone(path: Path, tag: str) -> None:
    """The digest in the policy is that of the inline element."""
    page = written(path, analysed())
    inline = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
    assert len(inline) == 1
    digest = b64encode(sha256(inline[0].encode()).digest()).decode()
    assert f"{tag}-src &#39;sha256-{digest}&#39;" in page or f"{tag}-src 'sha256-{digest}'" in page
    assert "default-src 'none'" in page
    assert not re.search(r"<[^>]+\s(style|on\w+)=", page)


@pytest.mark.parametrize("documents", [(), (analysed(statements=()),)], ids=["none", "silent"])
def test_an_empty_record_is_a_page(path: Path, documents: tuple[AnalysedDocument, ...]) -> None:
    """Without reports or statements the page says so."""
    assert "No statement was found" in written(path, *documents)


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of the day or the machine is in the page."""
    first = written(tmp_path / "a.html", analysed())
    assert first == written(tmp_path / "b.html", analysed())


def test_a_failed_run_leaves_the_old_page(path: Path) -> None:
    """The file is replaced only by a whole one, and nothing is left beside it."""
    before = written(path, analysed())

    def failing() -> Iterator[AnalysedDocument]:
        yield analysed()
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk"):
        write_page(failing(), path, "x")
    assert path.read_text("utf-8") == before
    assert list(path.parent.iterdir()) == [path]


def test_the_title_falls_back_on_the_name(path: Path) -> None:
    """A report without a title goes by its name."""
    assert '<h2 id="d1t" dir="auto">road.txt</h2>' in written(path, analysed(title=None))


COLOURS = Path(write_page.__code__.co_filename).parent / "templates" / "page.css"
STANCES = ("for", "conditional", "against", "unclear")
PAIRS = [
    *((ink, ground) for ink in ("ink", "dim", "link", "source", "cue") for ground in ("paper",)),
    *((ink, "raised") for ink in ("ink", "dim", "link", "warn")),
    *((ink, ground) for ink in ("ink", "source", "cue") for ground in ("content", "nested", "on")),
    *((ink, ground) for ink in STANCES for ground in ("paper", "raised")),
    *(("ink", ground) for ground in ("put-in", "left-out")),
]


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance of `#rrggbb`."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_text_has_the_contrast_of_wcag_aa(ink: str, ground: str, theme: int) -> None:
    """Every colour of text on every ground it meets is at 4.5 or more, in light and in dark."""
    assert contrast(ink, ground, theme) >= 4.5


@pytest.mark.parametrize("mark", ["direct", "mixed", "indirect", *STANCES])
@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_marks_have_the_contrast_of_wcag_aa(mark: str, theme: int) -> None:
    """Every colour of the timeline and of the lines stands out from the paper by 3 or more."""
    assert contrast(mark, "paper", theme) >= 3


def contrast(ink: str, ground: str, theme: int) -> float:
    """WCAG 2 contrast of two colours of the page, in the light or the dark theme."""
    css = COLOURS.read_text("utf-8")
    found = [re.findall(rf"--{name}: (#\w{{6}})", css)[theme] for name in (ink, ground)]
    light, dark = sorted(map(luminance, found), reverse=True)
    return (light + 0.05) / (dark + 0.05)
