"""A record as one HTML file that needs nothing but a browser.

The file asks for nothing from anywhere: its Content-Security-Policy admits its own style and
script, by digest, and no other. Reports are rendered one at a time into a spool beside the output;
in memory stay one report, the index of speakers, and the lines and utterances that are shown.
"""

import shutil
import tempfile
from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import IO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.issue import StatementKey
from onrecord.domain.run import Run
from onrecord.exports.article import article_of
from onrecord.exports.evidence import Anchors
from onrecord.exports.line_view import LinesView, lines_view
from onrecord.exports.sections import LineSection, UtteranceSection
from onrecord.exports.speaker_index import ReportEntry, SpeakerIndex
from onrecord.exports.timeline import timeline_of
from onrecord.exports.utterance_view import UtterancesView, utterances_view

FIRST_ROWS = 12
"""Speakers shown before the list is folded, so that the first report is a screen or two away."""

FIRST_LINES = 4
"""Lines of an issue shown before the others are folded."""

FIRST_UTTERANCES = 8
"""Utterances shown, each folded, before the list is."""


def write_page(
    analysed: Iterable[AnalysedDocument],
    path: Path,
    title: str,
    lines: Sequence[LineSection] = (),
    utterances: Sequence[UtteranceSection] = (),
) -> None:
    """Write the record of `analysed`, in the order given, to `path`, replacing what is there.

    Of `lines` the first are shown, of `utterances` those that were reported more than once. The
    file appears only when it is whole. Raises OSError where `path` cannot be written.
    """
    templates = _environment()
    wanted = _keys(lines, utterances)
    with (
        tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as folder,
        (Path(folder) / "reports").open("w+", encoding="utf-8", errors="replace") as spool,
    ):
        index, entries, runs, anchors = _spool_reports(templates, analysed, spool, wanted)
        spool.seek(0)
        whole = Path(folder) / "page"
        with whole.open("w", encoding="utf-8", errors="replace", newline="\n") as page:
            page.write(
                _head(
                    templates,
                    title,
                    index,
                    entries,
                    lines_view(lines, anchors),
                    utterances_view(utterances, anchors),
                )
            )
            shutil.copyfileobj(spool, page)
            page.write(templates.get_template("page_foot.html").render(runs=runs, script=_script()))
        whole.replace(path)


def _keys(
    lines: Sequence[LineSection], utterances: Sequence[UtteranceSection]
) -> frozenset[StatementKey]:
    """The statements that the sections above the reports may lead to."""
    points = chain.from_iterable(section.line.points for section in lines)
    behind = chain.from_iterable((point.position.key, *point.statements) for point in points)
    retellings = chain.from_iterable(section.utterance.retellings for section in utterances)
    return frozenset(chain(behind, (retelling.key for retelling in retellings)))


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("onrecord.exports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _spool_reports(
    templates: Environment,
    analysed: Iterable[AnalysedDocument],
    spool: IO[str],
    wanted: frozenset[StatementKey],
) -> tuple[SpeakerIndex, list[ReportEntry], list[Run], Anchors]:
    """Render each report into `spool`; hand back what the head and the foot of the page need."""
    template = templates.get_template("article.html")
    index, entries, runs = SpeakerIndex(), list[ReportEntry](), dict[str, Run]()
    anchors: dict[StatementKey, str] = {}
    for number, one in enumerate(analysed, start=1):
        article = article_of(one, number)
        spool.write(template.render(article=article))
        index.add(one, number)
        for statement, note in zip(one.statements, article.notes, strict=True):
            key = StatementKey(statement.document_id, statement.id)
            if key in wanted:
                anchors.setdefault(key, note.anchor)
        runs.setdefault(one.run.id, one.run)
        entries.append(
            ReportEntry(
                article.anchor,
                article.title,
                article.outlet,
                article.published,
                len(article.notes),
            )
        )
    return index, entries, list(runs.values()), anchors


def _head(
    templates: Environment,
    title: str,
    index: SpeakerIndex,
    entries: list[ReportEntry],
    lines: LinesView,
    utterances: UtterancesView,
) -> str:
    rows = index.rows
    return templates.get_template("page_head.html").render(
        title=title,
        style=_style(),
        style_digest=_digest(_style()),
        script_digest=_digest(_script()),
        timeline=timeline_of(rows),
        lines=lines,
        first_lines=FIRST_LINES,
        utterances=utterances,
        first_utterances=FIRST_UTTERANCES,
        rows=rows,
        first_rows=FIRST_ROWS,
        most=max((len(row.statements) for row in rows), default=1),
        entries=entries,
        statements=sum(entry.statements for entry in entries),
        speakers=sum(row.resolved for row in rows),
        unresolved=index.unresolved,
    )


def _style() -> Markup:
    return _own_text("page.css")


def _script() -> Markup:
    return _own_text("page.js")


def _own_text(name: str) -> Markup:
    """A file of the package itself, which is no one's input and needs no escaping."""
    return Markup((Path(__file__).parent / "templates" / name).read_text("utf-8"))


def _digest(text: Markup) -> str:
    """The CSP hash source of an inline element whose content is `text`."""
    return "sha256-" + b64encode(sha256(str(text).encode()).digest()).decode()
