"""What the second network learns from: one example, and how a sentence with tags is read."""

import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from onrecord.domain.sentence import MarkedSentence
from onrecord.domain.span import Span

HELD_OUT_SHARE = 5
"""One group of so many is held out of every corpus of pairs and attitudes but NewsMTSC, which has a
dev part; of acts there are folds."""

_TAG = re.compile(r"<(/?)([st])>")


@dataclass(frozen=True, slots=True)
class Example:
    """One text for one head.

    `labels` are the labels that are right: of several, the sum of their chances counts. `evidence`
    are the words the label rests on, where somebody marked them. `group` is what may not be torn
    apart in a split: an issue, a speech, a document, a headline.
    """

    task: str
    corpus: str
    sentence: MarkedSentence
    labels: tuple[int, ...]
    second: str | None = None
    weight: float = 1.0
    evidence: tuple[Span, ...] = ()
    group: str = ""


def held_out(example: Example) -> bool:
    """Whether an example belongs to the part that is kept for figures, by its group."""
    if example.task == "acts" or example.corpus == "newsmtsc":
        return False
    digest = hashlib.sha256(f"{example.corpus} {example.group}".encode()).digest()
    return digest[0] % HELD_OUT_SHARE == 0


def read_rows(path: Path) -> list[dict]:
    """The rows of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def tagged(text: str) -> MarkedSentence:
    """A sentence with `<s>…</s>` and `<t>…</t>`, read; either may be missing."""
    plain, at, begun, found = [], 0, {}, {}
    length = 0
    for match in _TAG.finditer(text):
        plain.append(text[at : match.start()])
        length += match.start() - at
        at = match.end()
        closing, kind = match.groups()
        if not closing:
            begun[kind] = length
        elif kind in begun and kind not in found and length > begun[kind]:
            found[kind] = Span(begun[kind], length)
    plain.append(text[at:])
    source, target = found.get("s"), found.get("t")
    if source and target and source.overlaps(target):
        target = None
    return MarkedSentence("".join(plain), source, target)
