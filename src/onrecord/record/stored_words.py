"""The words that a document's statements are found by, as they were put into the index."""

from sqlalchemy import Connection

from onrecord.record.findings import findings, select_findings
from onrecord.record.role import SpanRole
from onrecord.record.rows import speaker_words
from onrecord.record.schema import statements
from onrecord.record.search import StatementWords


def stored_words(connection: Connection, document_key: int) -> list[StatementWords]:
    """One entry a statement."""
    of_document = select_findings().where(statements.c.document_key == document_key)
    return [
        StatementWords(
            finding.key,
            finding.words(SpanRole.CONTENT),
            finding.words(SpanRole.SOURCE),
            speaker_words(finding.statement.speakers),
        )
        for finding in findings(connection, connection.execute(of_document).all())
    ]
