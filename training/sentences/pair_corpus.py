"""A statement and a proposition: our own pairs, and public corpora turned into such pairs."""

import csv
import io
import math
import re
import tarfile
import tomllib
from collections import Counter
from pathlib import Path

from examples import Example

from onrecord.domain.sentence import MarkedSentence
from onrecord.reader.sentences import STANCE_LABELS

HERE = Path(__file__).parent
FOR, AGAINST, CONDITIONAL, UNCLEAR = range(4)

FNC_LABELS = {"0": FOR, "1": AGAINST, "2": UNCLEAR, "3": UNCLEAR}
FNC_UNRELATED = "3"
ARC_LABELS = {"agree": FOR, "disagree": AGAINST, "discuss": UNCLEAR, "unrelated": UNCLEAR}
SICK_LABELS = {"ENTAILMENT": FOR, "CONTRADICTION": AGAINST, "NEUTRAL": UNCLEAR}

COMMITTED = 1.5
"""On CommitmentBank's scale of -3 to 3: beyond this the speaker is committed."""
UNCOMMITTED = 0.8
"""Within this the speaker is not; between the two people disagree, and the item is left out."""

ONE_GROUP = frozenset({"turned-around.toml"})

BODY_WORDS = 45
"""Words of a body that are given beside a headline."""

_SENTENCE_END = re.compile(r"(?<=[.!?][\"”'’]) +|(?<=[.!?]) +|\n+")
_WORD = re.compile(r"\w+")


def read_own_pairs(folder: Path = HERE / "pairs") -> list[Example]:
    """The pairs written for this network; `group` is the proposition.

    Where a file turns propositions around, each with the one before it, all of it is one group.
    """
    found = []
    for path in sorted(folder.glob("*.toml")):
        for issue in tomllib.loads(path.read_text(encoding="utf-8"))["issue"]:
            proposition = issue["proposition"]
            group = path.stem if path.name in ONE_GROUP else proposition
            for number, label in enumerate(STANCE_LABELS):
                found += [
                    _pair("own-pairs", text, proposition, number, group) for text in issue[label]
                ]
    return found


def _pair(corpus: str, text: str, second: str, label: int, group: str) -> Example:
    return Example("stances", corpus, MarkedSentence(text), (label,), second=second, group=group)


def _table(archive: Path, name: str, delimiter: str = ",") -> list[dict[str, str]]:
    with tarfile.open(archive) as opened:
        text = opened.extractfile(name).read().decode("utf-8")
    quoting = csv.QUOTE_MINIMAL if delimiter == "," else csv.QUOTE_NONE
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter, quoting=quoting))


def read_sick(archive: Path, name: str = "SICK_train.txt") -> list[Example]:
    """Entailed is for, contradicted against, neutral unclear."""
    return [
        _pair(
            "sick",
            row["sentence_A"],
            row["sentence_B"],
            SICK_LABELS[row["entailment_judgment"]],
            row["pair_ID"],
        )
        for row in _table(archive, name, "\t")
    ]


def relatedness(archive: Path, name: str) -> list[tuple[str, str, float]]:
    """The sentence pairs of SICK with how related people found them, 1 to 5."""
    rows = _table(archive, name, "\t")
    return [(r["sentence_A"], r["sentence_B"], float(r["relatedness_score"])) for r in rows]


def read_commitment(archive: Path) -> list[Example]:
    """A clause under negation, modal, question or conditional: is the speaker committed to it?"""
    found = []
    for row in _table(archive, "CommitmentBank-items.csv"):
        mean = float(row["Mean"])
        if abs(mean) >= COMMITTED:
            label = FOR if mean > 0 else AGAINST
        elif abs(mean) <= UNCOMMITTED:
            label = UNCLEAR
        else:
            continue
        text = (row["Context"].strip() + " " + row["Target"].strip())[-600:]
        found.append(_pair("commitment", text, row["Prompt"], label, row["uID"]))
    return found


def read_headlines(
    archive: Path, bodies: str, stances: str, labels: dict[str, int], corpus: str
) -> list[Example]:
    """Headline or claim as the proposition, the sentences of the body nearest it as the text."""
    texts = {
        (row.get("Body_ID") or row.get("Body ID") or ""): _sentences(row["articleBody"])
        for row in _table(archive, bodies)
    }
    counts = Counter(word for body in texts.values() for word in set(_words(" ".join(body))))
    rarity = {word: math.log(len(texts) / count) for word, count in counts.items()}
    found = []
    for row in _table(archive, stances):
        body = texts[row.get("Body_ID") or row.get("Body ID") or ""]
        text = nearest(body, row["Headline"], rarity)
        if text:
            label = labels[row["Stance"]]
            example = _pair(corpus, text, row["Headline"], label, row["Headline"])
            related = row["Stance"] not in ("unrelated", FNC_UNRELATED)
            found.append(example if related else _unrelated(example))
    return found


def _unrelated(example: Example) -> Example:
    return Example(
        "stances",
        example.corpus + "-unrelated",
        example.sentence,
        example.labels,
        second=example.second,
        group=example.group,
    )


def nearest(sentences: list[str], headline: str, rarity: dict[str, float]) -> str:
    """The sentences that share the rarest words with the headline, in their order."""
    wanted = set(_words(headline))
    scored = sorted(
        range(len(sentences)),
        key=lambda i: (
            -sum(rarity.get(word, 0.0) for word in wanted & set(_words(sentences[i]))),
            i,
        ),
    )
    chosen: list[int] = []
    room = BODY_WORDS
    for number in scored:
        count = len(sentences[number].split())
        if chosen and count > room:
            break
        chosen.append(number)
        room -= count
    words = " ".join(sentences[number] for number in sorted(chosen)).split()
    return " ".join(words[: 2 * BODY_WORDS])


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def read_fnc(archive: Path) -> list[Example]:
    """FNC-1; its labels are numbers: 0 agree, 1 disagree, 2 discuss, 3 unrelated."""
    names = ("train_bodies.csv", "train_stances.csv")
    return read_headlines(archive, *names, FNC_LABELS, "fnc")


def read_arc(archive: Path) -> list[Example]:
    """ARC: readers' comments on claims of debates."""
    names = ("arc_bodies.csv", "arc_stances_train.csv")
    return read_headlines(archive, *names, ARC_LABELS, "arc")
