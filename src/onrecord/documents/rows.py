"""A row of a table becomes a Document."""

import json
from collections.abc import Iterable, Mapping, Sequence

from onrecord.documents.dates import read_date, url_date
from onrecord.documents.encodings import Decoded
from onrecord.documents.identity import bytes_digest
from onrecord.documents.options import SourceOptions
from onrecord.documents.skipped import Skipped
from onrecord.documents.text import Facts, build_document, storable
from onrecord.domain.document import DateCandidate, DateSource, Document
from onrecord.domain.note import Note

Row = Mapping[str, object]

# The usual names of each field, the most specific first; they are compared in lower case.
TEXT_NAMES = (
    "text", "body", "content", "article", "maintext", "article_text", "full_text", "fulltext",
    "body_text", "article_body", "articlebody", "news_text", "story",
)  # fmt: skip
ID_NAMES = ("id", "_id", "doc_id", "document_id", "article_id", "uuid", "guid", "uri")
TITLE_NAMES = ("title", "headline", "heading")
OUTLET_NAMES = (
    "outlet", "source", "publisher", "publication", "newspaper", "site", "sitename", "site_name",
    "source_domain", "domain",
)  # fmt: skip
URL_NAMES = ("url", "link", "href", "canonical_url", "web_url", "weburl")
PUBLISHED_NAMES = (
    "published", "published_at", "publishedat", "published_date", "date_published", "datepublished",
    "publish_date", "publication_date", "pubdate", "pub_date", "date_publish", "date", "datetime",
    "webpublicationdate", "timestamp", "created_at",
)  # fmt: skip
MODIFIED_NAMES = (
    "modified",
    "modified_at",
    "updated",
    "updated_at",
    "date_modified",
    "datemodified",
)
AUTHOR_NAMES = ("author", "authors", "byline", "creator", "by")


def row_document(
    row: Row,
    name: str,
    format_: str,
    raw: bytes,
    options: SourceOptions,
    notes: Iterable[Note] = (),
) -> Document | Skipped:
    """The Document of one row. `name` is the file and line, for a row without an id."""
    folded = _folded(row)
    fields = [options.text] if options.text else [folded[n] for n in TEXT_NAMES if n in folded]
    values = (row.get(field) for field in fields)
    text = next((value for value in values if isinstance(value, str) and value.strip()), None)
    if text is None:
        return Skipped(name, "no-text", _no_text(row, fields))
    found, more = _facts(row, folded, options)
    return build_document(
        Decoded(text, "utf-8"),
        found.id or name,
        format_,
        bytes_digest(raw),
        facts=found,
        notes=(*notes, *more),
    )


def has_text_field(names: Iterable[str], options: SourceOptions) -> bool:
    """Whether one of the columns can hold the text."""
    listed = list(names)
    if options.text:
        return options.text in listed
    return any(name.strip().lower() in TEXT_NAMES for name in listed)


def _no_text(row: Row, looked_at: Sequence[str]) -> str:
    fields = ", ".join(sorted(storable(str(key)) for key in row)[:20])
    if not looked_at:
        return f"no field for the text among: {fields}; name it with --text-field"
    return f"no text in {', '.join(map(repr, looked_at))}; name another with --text-field: {fields}"


def _folded(row: Row) -> dict[str, str]:
    """Field names in lower case, each with the name as written."""
    return {str(key).strip().lower(): str(key) for key in reversed(list(row))}


def _value(
    row: Row, folded: Mapping[str, str], chosen: str | None, names: Iterable[str]
) -> object | None:
    """The value under the chosen name, or under the first usual name that has one."""
    if chosen is not None:
        return row.get(chosen)
    values = (row.get(folded[name]) for name in names if name in folded)
    return next((value for value in values if value not in (None, "", [])), None)


def _facts(
    row: Row, folded: Mapping[str, str], options: SourceOptions
) -> tuple[Facts, tuple[Note, ...]]:
    dates: list[DateCandidate] = []
    notes: list[Note] = []
    for role, chosen, names in (
        ("published", options.published, PUBLISHED_NAMES),
        ("modified", None, MODIFIED_NAMES),
    ):
        for field in [chosen] if chosen else [folded[name] for name in names if name in folded]:
            _add_date(row.get(field), field, role, dates, notes)
    url = _words(_value(row, folded, options.url, URL_NAMES))
    filed = url_date(url) if url else None
    facts = Facts(
        id=_words(_value(row, folded, options.id, ID_NAMES)),
        outlet=_words(_value(row, folded, options.outlet, OUTLET_NAMES)),
        title=_words(_value(row, folded, options.title, TITLE_NAMES)),
        url=url,
        author=_words(_value(row, folded, options.author, AUTHOR_NAMES)),
        dates=(*dates, filed) if filed else tuple(dates),
    )
    return facts, tuple(notes)


def _add_date(
    value: object, field: str, role: str, dates: list[DateCandidate], notes: list[Note]
) -> None:
    raw = _words(value)
    if raw is None:
        return
    period = read_date(raw)
    if period is None:
        notes.append(Note("unreadable-date", None, f"{storable(field)}: {raw[:80]}"))
        return
    dates.append(
        DateCandidate(
            period.first, period.last, DateSource.METADATA, storable(field), raw, role=role
        )
    )


def _words(value: object) -> str | None:
    """A value as one line of text: a string, a number, a list of names, an object with a name."""
    if isinstance(value, Mapping):
        named = [value[key] for key in ("name", "title", "$date", "$oid", "id") if value.get(key)]
        return _words(named[0]) if named else None
    if isinstance(value, list):
        parts = [part for part in (_words(item) for item in value if item is not value) if part]
        return ", ".join(parts) or None
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return storable(str(value)).strip() or None


def parse_row(line: bytes | str) -> Row:
    """The object in one line of JSON Lines. Raises ValueError with a sentence for people."""
    try:
        row = json.loads(line)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(row, dict):
        raise ValueError(  # noqa: TRY004  the line is at fault, not the caller
            f"it holds a JSON {type(row).__name__}, not an object"
        )
    return row
