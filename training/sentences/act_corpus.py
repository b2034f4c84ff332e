"""Sentences with acts: PLV, the PLOVER gold records, cameo_class, and our own."""

import csv
import hashlib
import io
import re
import tarfile
from collections.abc import Sequence
from pathlib import Path

from examples import Example, read_rows, tagged

from onrecord.domain.sentence import MarkedSentence
from onrecord.domain.span import Span
from onrecord.reader.sentences import ACT_LABELS

HERE = Path(__file__).parent
NUMBER = {label: number for number, label in enumerate(ACT_LABELS)}
QUADS = {
    "1": ("AGREE", "CONSULT", "SUPPORT"),
    "2": ("COOPERATE", "AID", "YIELD"),
    "3": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "4": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""Verbal and material cooperation, verbal and material conflict, as PLV has them."""

QUAD_OF = {root: quad for quad, roots in QUADS.items() for root in roots}

OLD_ROOTS = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "RETREAT": "YIELD",
    "CONCEDE": "YIELD",
}
"""Labels of the gold records that PLOVER has since merged into others."""

_PLACE_TAG = re.compile(r"\(LOC: ?([^()]*)\)")
_GSR_TAG = re.compile(r"\((SRC/TAR|SRC|TAR|EVT): ([^()]*)\)")


def read_plv(path: Path) -> list[Example]:
    """PLV in the order of its rows; `group` is the digest of the row's sentence."""
    return [
        Example(
            "acts",
            "plv",
            tagged(row["marked_sentence"]),
            (NUMBER[row["gold_root"]],),
            group=row_digest(row),
        )
        for row in read_rows(path)
    ]


def row_digest(row: dict) -> str:
    """The digest by which a row of PLV is known again: of its words, without marks and case."""
    words = re.findall(r"\w+", re.sub(r"</?[st]>", "", row["marked_sentence"]).lower())
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]


def read_gold_records(path: Path) -> list[Example]:
    """The PLOVER gold records, with the words that tell the event as evidence."""
    found = []
    for row in read_rows(path)[1:]:
        root = OLD_ROOTS.get(row["event"], row["event"])
        if root == "SUPPORT" and "sign" in row.get("eventText", ""):
            continue  # an agreement signed was SUPPORT then, and is AGREE now
        if not isinstance(row.get("textInfo"), dict):
            continue  # one record of 322 bears its marks in another shape
        markup = _PLACE_TAG.sub(r"\1", row["textInfo"]["markup"])
        sentence, evidence = _gold_sentence(markup)
        found.append(
            Example("acts", "gsr", sentence, (NUMBER[root],), evidence=evidence, group=row["id"])
        )
    return found


def _gold_sentence(markup: str) -> tuple[MarkedSentence, tuple[Span, ...]]:
    """A sentence marked `(SRC: …)`, `(TAR: …)`, `(EVT: …)`; of SRC/TAR the first is the source."""
    plain, at, length = [], 0, 0
    spans: dict[str, list[Span]] = {"SRC": [], "TAR": [], "EVT": [], "SRC/TAR": []}
    for match in _GSR_TAG.finditer(markup):
        plain += [markup[at : match.start()], match[2]]
        start = length + match.start() - at
        length = start + len(match[2])
        at = match.end()
        if match[2].strip():
            spans[match[1]].append(Span(start, length))
    plain.append(markup[at:])
    both = spans["SRC/TAR"]
    sources, targets = spans["SRC"] + both[:1], spans["TAR"] + both[1:]
    sentence = MarkedSentence(
        "".join(plain), sources[0] if sources else None, targets[0] if targets else None
    )
    return sentence, tuple(spans["EVT"])


PLAIN_STATEMENT = "0"
"""The class of cameo_class that is used. More than half of the sentences of its other classes stand
in PLV's training part too, and so, it must be thought, do others in the part that is held back:
learning their class would be learning answers."""


def read_cameo_class(path: Path) -> list[Example]:
    """Plain statements of 2017."""
    with tarfile.open(path) as archive:
        text = archive.extractfile("train.tsv").read().decode("utf-8")
    rows = (line.rpartition("\t") for line in text.splitlines())
    return [
        Example("acts", "cameo", MarkedSentence(sentence.strip()), (NUMBER["NONE"],))
        for sentence, _, kind in rows
        if sentence.strip() and kind == PLAIN_STATEMENT
    ]


SHARED_WORDS = 8
"""Two sentences that share so many words in a row are the same sentence."""


def without_shared(examples: Sequence[Example], kept_apart: Sequence[Example]) -> list[Example]:
    """The examples that share no eight words in a row with those that are kept apart."""
    known = set[tuple[str, ...]]().union(*(_runs(e.sentence.text) for e in kept_apart))
    return [e for e in examples if known.isdisjoint(_runs(e.sentence.text))]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + SHARED_WORDS]) for i in range(len(words) - SHARED_WORDS + 1)}


def read_own_acts(folder: Path = HERE / "acts") -> list[Example]:
    """The sentences written for this network."""
    found = []
    for path in sorted(folder.glob("*.csv")):
        for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))):
            label = (NUMBER[row["root"]],)
            found.append(
                Example("acts", "own-acts", tagged(row["sentence"]), label, group=path.stem)
            )
    return found
