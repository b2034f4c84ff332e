"""What the lines of a report are taken for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.blocks import classify_blocks, line_kind
from onrecord.documents.datelines import dateline_end, is_date_line
from onrecord.domain.document import BlockKind
from onrecord.text.paragraphs import paragraph_offsets

PARAGRAPH, HEADING, CAPTION = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CAPTION
DATELINE, BYLINE, FURNITURE = BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.FURNITURE

DIRTY = """\
All news
Updated at:\xa0

Orland expects talks with Valden

HALDEN, May 3. /HNA/. Orland hopes for talks, Minister Ilva Brandt said on Monday.

Image
© HNA / Tom KerrMinister Ilva Brandt in Halden.
"We are ready," Brandt said.

SPECIAL project

From Orland with love
How the ferries of Orland carry the harvest

“Nothing is decided, – said Brandt. – We wait.”

About the harvest

(Reporting by Tom Kerr; Editing by Ann Roe)
© 2019 Halden News Agency. All rights reserved.
"""


def kinds(text: str) -> list[tuple[str, BlockKind]]:
    return [(block.span.of(text), block.kind) for block in classify_blocks(text)]


def test_dirty_report() -> None:
    """Furniture, captions, datelines, teasers and credits of one report are told from its text."""
    assert kinds(DIRTY) == [
        ("All news", FURNITURE),
        ("Updated at:", FURNITURE),
        ("Orland expects talks with Valden", HEADING),
        ("HALDEN, May 3. /HNA/.", DATELINE),
        ("Orland hopes for talks, Minister Ilva Brandt said on Monday.", PARAGRAPH),
        ("Image", FURNITURE),
        ("© HNA / Tom KerrMinister Ilva Brandt in Halden.", CAPTION),
        ('"We are ready," Brandt said.', PARAGRAPH),
        ("SPECIAL project", FURNITURE),
        ("From Orland with love", FURNITURE),
        ("How the ferries of Orland carry the harvest", FURNITURE),
        ("“Nothing is decided, – said Brandt. – We wait.”", PARAGRAPH),
        ("About the harvest", HEADING),
        ("(Reporting by Tom Kerr; Editing by Ann Roe)", BYLINE),
        ("© 2019 Halden News Agency. All rights reserved.", FURNITURE),
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", FURNITURE),
        ("READ MORE:", FURNITURE),
        ("Read more: Brandt wants talks with Valden", FURNITURE),
        ("Follow us on Twitter", FURNITURE),
        ("Follow Tom Kerr on Twitter @tomkerr.", FURNITURE),
        ("@tomkerr", FURNITURE),
        ("1.2k shares", FURNITURE),
        ("Comments (14)", FURNITURE),
        ("Share Tweet Email", FURNITURE),
        ("___", FURNITURE),
        ("5:45 p.m.", FURNITURE),
        ("Ann Roe contributed to this report.", FURNITURE),
        ("Published: 3 May 2019, 10:40 GMT", DATELINE),
        ("Friday, May 3, 2019", DATELINE),
        ("By Tom Kerr", BYLINE),
        ("By Tom Kerr and Ann Roe, Halden News Agency", BYLINE),
        ("The port of Halden. (Photo by Ann Roe/HNA)", CAPTION),
        ("FILE PHOTO: Minister Ilva Brandt arrives in Halden, May 3, 2019.", CAPTION),
        ("Brandt: Orland keeps its offer", HEADING),
        ("Will Valden accept?", HEADING),
        ("By noon the square was full.", PARAGRAPH),
        ("By the time the talks began, the ferry had left.", PARAGRAPH),
        ("Read more books, the minister told pupils in Halden.", PARAGRAPH),
        ('Subscribe to "The Ferry", said its editor.', PARAGRAPH),
        ("Follow us on the road to peace, Brandt urged.", PARAGRAPH),
        ("More: that is what Brandt demanded.", PARAGRAPH),
        ("The market closed early.", PARAGRAPH),
        ('"', PARAGRAPH),
    ],
)
def test_line_kind(line: str, kind: BlockKind) -> None:
    """A line that quotes or reports is read; what only looks like a page's furniture is not."""
    assert line_kind(line) is kind


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("HALDEN, May 3. /HNA/. Talks go on.", "HALDEN, May 3. /HNA/."),
        ("HALDEN, 20 January. Talks go on.", "HALDEN, 20 January."),
        ("Halden, 20 January. Talks go on.", "Halden, 20 January."),
        ("HALDEN (Reuters) - Talks go on.", "HALDEN (Reuters) -"),
        ("PORT HALDEN, Orland (AP) — Talks go on.", "PORT HALDEN, Orland (AP) —"),
        ("HALDEN — Talks go on.", "HALDEN —"),
        ("HALDEN, Sept. 28 (UPI) — Talks go on.", "HALDEN, Sept. 28 (UPI) —"),
        ("(CNN) — Talks go on.", "(CNN) —"),
        ("(CNN)Talks go on.", "(CNN)"),
        ("Halden, 20 January, saw talks.", ""),
        ("BRANDT: We wait.", ""),
        ("MR. BRANDT — We wait.", ""),
        ("THE HARVEST IS IN — Orland counts.", ""),
        ("Brandt — who waited — left.", ""),
        ("NATO said no.", ""),
        ("(Brandt waited.) Talks go on.", ""),
    ],
)
def test_dateline(line: str, dateline: str) -> None:
    """Place, day and agency are cut off; capitals that stand for something else are not."""
    assert line[: dateline_end(line)] == dateline


@pytest.mark.parametrize("line", ["On 3 May 2019 the ferry left.", "May", "Updated at:", "Halden"])
def test_no_date_line(line: str) -> None:
    """A line is a date only if it holds one and nothing else."""
    assert not is_date_line(line)


def test_teasers_end() -> None:
    """A box of links ends at a sentence, even without an empty line after it."""
    text = "Related\nHarvest is in\nThe talks go on in Halden.\nAbout the harvest"
    assert [kind for _, kind in kinds(text)] == [FURNITURE, FURNITURE, PARAGRAPH, HEADING]


def test_kinds_stated_by_the_format() -> None:
    """A kind that the page's markup states wins over the rules."""
    text = "Advertisement\n\nThe port at dawn."
    found = classify_blocks(text, {0: HEADING, 15: CAPTION})
    assert [block.kind for block in found] == [HEADING, CAPTION]


LINES = st.lists(
    st.one_of(
        st.text(),
        st.sampled_from(DIRTY.splitlines()),
        st.builds("HALDEN, May 3. {}".format, st.text(max_size=9)),
    )
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\u2028", " "]))
def test_blocks_cover_the_text(lines: list[str], separator: str) -> None:
    """Blocks are in order, do not overlap, and hold every visible character of the text."""
    text = separator.join(lines)
    blocks = classify_blocks(text)
    at = 0
    for block in blocks:
        assert not text[at : block.span.start].strip()
        assert block.span.start >= at
        assert block.span.of(text) == block.span.of(text).strip()
        at = block.span.end
    assert not text[at:].strip()
    edges = paragraph_offsets(text)
    assert all(
        any(start <= block.span.start and block.span.end <= end for start, end in edges)
        for block in blocks
    )


@pytest.mark.parametrize(
    "line", ["A" * 3_000_000, "said ." * 500_000, "ABC " * 700_000, '"' * 900_000]
)
def test_a_very_long_line(line: str) -> None:
    """A line of millions of characters is one paragraph."""
    assert [block.kind for block in classify_blocks(line)] == [PARAGRAPH]
