"""CSV that opens in Excel, with one statement a row.

UTF-8 with a byte order mark, rows ended by CR LF, quoted as in RFC 4180.

A cell that a spreadsheet would run as a formula gets a leading apostrophe: one that begins with
`=`, `+`, `-`, `@`, their full-width forms, a tab or a line break. Reports are other people's words,
and a quotation that begins with a dash is common; its spans say what stands in the source. NULs and
lone surrogates, which Excel cannot read, become U+FFFD.

Excel shows 32,767 characters of a cell. A longer one is written whole and counted in `long_cells`.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, fields
from datetime import date

from onrecord.domain.analysed import AnalysedDocument
from onrecord.exports.rows import StatementRow, rows_of
from onrecord.exports.target import Target, opened
from onrecord.exports.unicode_text import encodable
from onrecord.exports.written import Written

EXCEL_CELL = 32_767
"""Characters (UTF-16 units) that Excel keeps of a cell; the rest it drops without a word."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def write_csv(analysed: Iterable[AnalysedDocument], target: Target) -> Written:
    """Write a row a statement, under one row of column names."""
    documents = statements = long_cells = 0
    with opened(target) as file:
        file.write(_BYTE_ORDER_MARK + _line([field.name for field in fields(StatementRow)]))
        for found in analysed:
            documents += 1
            for row in rows_of(found):
                cells = [_cell(value) for value in astuple(row)]
                file.write(_line(cells))
                statements += 1
                long_cells += sum(map(_is_long, cells))
    return Written(documents, statements, long_cells)


def _line(cells: list[str]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().encode()


def _cell(value: str | float | date | None) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    text = encodable(value).replace("\x00", "\ufffd")
    return f"'{text}" if text.startswith(_FORMULA) else text


def _is_long(cell: str) -> bool:
    return len(cell) * 2 > EXCEL_CELL and len(cell.encode("utf-16-le")) // 2 > EXCEL_CELL
