"""JSON Lines: one document a line, as the extract contract has it."""

import json
from collections.abc import Iterable

from onrecord.domain.analysed import AnalysedDocument
from onrecord.exports.contract import to_contract
from onrecord.exports.target import Target, opened
from onrecord.exports.written import Written


def write_jsonl(analysed: Iterable[AnalysedDocument], target: Target) -> Written:
    """Write a line a document; a stream gets each line as soon as its document is there."""
    documents = statements = 0
    with opened(target) as file:
        for found in analysed:
            file.write(jsonl_line(found))
            documents += 1
            statements += len(found.statements)
    return Written(documents, statements)


def jsonl_line(analysed: AnalysedDocument) -> bytes:
    """One line, in UTF-8; where it has a lone surrogate, in ASCII with escapes, nothing lost."""
    extracted = to_contract(analysed)
    line = json.dumps(extracted, ensure_ascii=False, separators=(",", ":")) + "\n"
    try:
        return line.encode()
    except UnicodeEncodeError:
        return (json.dumps(extracted, separators=(",", ":")) + "\n").encode()
