"""Documents, gathered until a transaction is worth its cost."""

from collections.abc import Iterable, Iterator

from onrecord.domain.analysed import AnalysedDocument

MAX_CHARACTERS = 4_000_000
"""A batch holds no more text than this and one document, however long the documents are."""


def batches(analysed: Iterable[AnalysedDocument], size: int) -> Iterator[list[AnalysedDocument]]:
    """Up to `size` documents at a time. Where `analysed` fails, what came before it comes first."""
    gathered: list[AnalysedDocument] = []
    characters = 0
    source = iter(analysed)
    while True:
        try:
            found = next(source, None)
        except (Exception, KeyboardInterrupt):
            if gathered:
                yield gathered
            raise
        if found is None:
            break
        gathered.append(found)
        characters += len(found.document.text)
        if len(gathered) >= size or characters >= MAX_CHARACTERS:
            yield gathered
            gathered, characters = [], 0
    if gathered:
        yield gathered
