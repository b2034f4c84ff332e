"""TimeML and MEANTIME become texts with offsets."""

import tarfile
from datetime import date
from pathlib import Path

import pytest

from benchmarks.times.timeml import GoldTime, read_meantime, read_timeml

TIMEML = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2019-05-03"
 functionInDocument="CREATION_TIME">May 3, 2019</TIMEX3></DCT>
<TEXT>Halden &amp; Vessen <EVENT eid="e1">met</EVENT> on
<TIMEX3 tid="t1" type="DATE" value="2019-05-01">Wednesday</TIMEX3>.
<TIMEX3 tid="t2" type="DURATION" value="P1D"/></TEXT>
</TimeML>
"""

CAT = """<?xml version="1.0" ?>
<Document doc_name="made">
<token number="0" sentence="0" t_id="1">Talks</token>
<token number="1" sentence="1" t_id="2">May</token>
<token number="2" sentence="1" t_id="3">3</token>
<token number="3" sentence="2" t_id="4">Both</token>
<token number="4" sentence="2" t_id="5">left</token>
<token number="5" sentence="2" t_id="6">Wednesday</token>
<token number="6" sentence="2" t_id="7">.</token>
<Markables>
<TIMEX3 m_id="8" type="DATE" value="2019-05-03" functionInDocument="CREATION_TIME"/>
<TIMEX3 m_id="9" type="DATE" value="2019-05-01" functionInDocument="NONE">
<token_anchor t_id="6"/></TIMEX3>
</Markables>
</Document>
"""


def test_timeml_is_read_with_its_day(tmp_path: Path) -> None:
    """Offsets count characters of the TEXT; an expression without words is none."""
    (tmp_path / "made.tml").write_text(TIMEML)
    (found,) = read_timeml(tmp_path)
    assert found.created == date(2019, 5, 3)
    assert found.times == (GoldTime(23, 32, "DATE", "2019-05-01"),)
    assert found.text[23:32] == "Wednesday"


def test_an_archive_reads_like_a_folder(tmp_path: Path) -> None:
    """Folders inside do not matter, nor do files that a Mac adds."""
    (tmp_path / "made.tml").write_text(TIMEML)
    with tarfile.open(tmp_path / "set.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "made.tml", "set/news/made.tml")
        archive.add(tmp_path / "made.tml", "set/news/._made.tml")
    assert read_timeml(tmp_path / "set.tar.gz") == read_timeml(tmp_path / "made.tml")


def test_a_file_without_text_says_so(tmp_path: Path) -> None:
    """The message has the name."""
    (tmp_path / "odd.tml").write_text("<TimeML/>")
    with pytest.raises(ValueError, match=r"odd\.tml"):
        read_timeml(tmp_path)


def test_meantime_tokens_become_a_text(tmp_path: Path) -> None:
    """Headline and day stand alone; marks join the word before them."""
    (tmp_path / "made.xml").write_text(CAT)
    (found,) = read_meantime(tmp_path)
    assert found.text == "Talks\n\nMay 3\n\nBoth left Wednesday."
    assert [found.text[t.start : t.end] for t in found.times] == ["Wednesday"]
    assert found.created == date(2019, 5, 3)
