"""Persons and organisations across documents, on MEANTIME (Minard et al. 2016).

Read are the English articles with cross-document annotation, from a tar archive or a folder. Of
each, the mentions of entities of type PER and ORG are the gold mentions; they refer to the same
where their entities have one `instance_id`. Entities without one were left out when documents were
linked (mostly a name together with what stands in apposition to it, or several names at once), and
their mentions are left out here.

The score is B³ over the gold mentions of all documents together. The system gives each gold
mention the actor of the span in `AnalysedDocument.appearances` that matches it best: one that ends
at the same word (as names do whose titles one side leaves out), or that shares at least half of the
characters of both; the greater share wins. A gold mention that no such span matches is an actor of
its own, and spans that match no gold mention cost nothing. The baseline takes mentions with the
same words, whatever their case and marks, for the same.

A mention is a name where MEANTIME says so (NAM, PRE.NAM). Many mentions bear no such type: they are
names where their first word after an article and their last have a capital and are no pronoun.
"""

import re
import tarfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from onrecord.domain.analysed import AnalysedDocument

FOLDER = "intra_cross-doc_annotation"
KINDS = ("PER", "ORG")
LEAST_SHARE = 0.5

_NAMES = frozenset({"NAM", "PRE.NAM"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "its", "our", "their", "his"})
_ARTICLES = frozenset({"the", "a", "an", "s"})
_MARKS = {"``": "“", "''": "”"}
_NO_SPACE_BEFORE = re.compile(r"[,.;:!?)\]}%”’]+$|['’](?:s|re|ve|ll|d|m)$|n['’]t$", re.I)
_NO_SPACE_AFTER = frozenset({"(", "[", "{", "$", "£", "€", "“"})
_TAIL = re.compile(r"(?:['’]s|['’]|[\s,.;:)\]])+$")
_DATE = re.compile(r"\b(?:19|20)\d\d$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """One mention in one document; `entity` is the same for mentions of one person or body."""

    document: str
    start: int
    end: int
    entity: str
    kind: str
    is_name: bool


@dataclass(frozen=True, slots=True)
class MeantimeDocument:
    """One article; its headline and its date are lines of their own."""

    id: str
    text: str
    mentions: tuple[GoldMention, ...]


def read_meantime(path: Path) -> list[MeantimeDocument]:
    """All documents with cross-document annotation, by name."""
    return [_document(ET.fromstring(content)) for _, content in sorted(_files(path))]


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        for file in path.rglob(f"{FOLDER}/**/*.xml"):
            yield file.name, file.read_bytes()
        return
    with tarfile.open(path) as archive:
        for member in archive:
            wanted = FOLDER in Path(member.name).parts and member.name.endswith(".xml")
            content = archive.extractfile(member) if wanted else None
            if content:
                yield Path(member.name).name, content.read()


def _document(root: ET.Element) -> MeantimeDocument:
    name = root.get("doc_name") or root.get("doc_id") or ""
    text, spans = _text(root)
    mentions = sorted(set(_mentions(root, name, text, spans)), key=lambda m: (m.start, m.end))
    return MeantimeDocument(name, text, tuple(mentions))


def _text(root: ET.Element) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text put together from the tokens, and where each token stands."""
    text, spans, before = "", dict[str, tuple[int, int]](), ""
    sentences = _sentences(root)
    for number, sentence in enumerate(sentences):
        own_line = number < 2 or _is_date(sentences[number - 1])
        text += ("\n" if own_line else " ") if text else ""
        for place, token in enumerate(sentence):
            word = _MARKS.get(token.text or "", token.text or "")
            spaced = place and not _NO_SPACE_BEFORE.match(word) and before not in _NO_SPACE_AFTER
            text += " " if spaced else ""
            spans[token.get("t_id", "")] = (len(text), len(text) + len(word))
            text += word
            before = word
    return text, spans


def _sentences(root: ET.Element) -> list[list[ET.Element]]:
    found: dict[int, list[ET.Element]] = defaultdict(list)
    for token in root.iter("token"):
        found[int(token.get("sentence", "0"))].append(token)
    return [found[number] for number in sorted(found)]


def _is_date(sentence: Sequence[ET.Element]) -> bool:
    words = " ".join(token.text or "" for token in sentence)
    return len(sentence) < 8 and _DATE.search(words) is not None


def _mentions(
    root: ET.Element, document: str, text: str, spans: Mapping[str, tuple[int, int]]
) -> Iterator[GoldMention]:
    marked = {mention.get("m_id", ""): mention for mention in root.iter("ENTITY_MENTION")}
    for mention, entity in _references(root):
        kind = entity.get("ent_type", "")
        whole = entity.get("instance_id")
        if kind not in KINDS or mention not in marked or not whole:
            continue
        anchors = [a.get("t_id", "") for a in marked[mention].iter("token_anchor")]
        start = min(spans[anchor][0] for anchor in anchors)
        end = max(spans[anchor][1] for anchor in anchors)
        is_name = _is_name(marked[mention].get("syntactic_type"), text[start:end])
        yield GoldMention(document, start, end, whole, kind, is_name)


def _references(root: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    """Mention ids with the entity they refer to, each mention once."""
    entities = {entity.get("m_id"): entity for entity in root.iter("ENTITY")}
    seen: set[str] = set()
    for reference in root.iter("REFERS_TO"):
        target = reference.find("target")
        entity = entities.get(target.get("m_id")) if target is not None else None
        for source in reference.iter("source") if entity is not None else ():
            mention = source.get("m_id", "")
            if entity is not None and mention not in seen:
                seen.add(mention)
                yield mention, entity


def _is_name(syntactic_type: str | None, words: str) -> bool:
    if syntactic_type:
        return syntactic_type in _NAMES
    inside = [word for word in _WORD.findall(words) if word.lower() not in _ARTICLES]
    edges = inside[:1] + inside[-1:]
    return bool(edges) and all(w[0].isupper() and w.lower() not in _PRONOUNS for w in edges)


def system_labels(
    document: MeantimeDocument, analysed: AnalysedDocument, actors: Mapping[str, str]
) -> dict[GoldMention, str]:
    """By gold mention the actor it is given; `actors` gives profiles their actor, else themselves.

    A mention that nothing matches has a label of its own.
    """
    found = [
        (_trimmed(document.text, span.start, span.end), actors.get(who.profile, who.profile))
        for who in analysed.appearances
        for span in (*who.names, *who.mentions)
    ]
    labels = {}
    for mention in document.mentions:
        edges = _trimmed(document.text, mention.start, mention.end)
        best = max(((_share(edges, span), actor) for span, actor in found), default=(0.0, ""))
        alone = f"{mention.document}@{mention.start}-{mention.end}"
        labels[mention] = best[1] if best[0] > 0 else alone
    return labels


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a possessive ending and marks after it."""
    tail = _TAIL.search(text[start:end])
    return (start, start + tail.start()) if tail and tail.start() else (start, end)


def _share(left: tuple[int, int], right: tuple[int, int]) -> float:
    """Intersection over union, or 0 where the two do not match."""
    shared = min(left[1], right[1]) - max(left[0], right[0])
    if shared <= 0:
        return 0.0
    share = shared / (max(left[1], right[1]) - min(left[0], right[0]))
    return share if share >= LEAST_SHARE or left[1] == right[1] else 0.0


def same_words(document: MeantimeDocument) -> dict[GoldMention, str]:
    """The baseline: by gold mention its words, folded."""
    return {
        mention: _folded(document.text[slice(*_trimmed(document.text, mention.start, mention.end))])
        for mention in document.mentions
    }


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).casefold()
    return " ".join(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))


def b_cubed(labels: Mapping[GoldMention, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of labels against the entities, 0 to 1."""
    pairs = Counter((mention.entity, label) for mention, label in labels.items())
    entities, given = Counter[str](), Counter[str]()
    for (entity, label), count in pairs.items():
        entities[entity] += count
        given[label] += count
    total = max(1, sum(pairs.values()))
    precision = sum(count**2 / given[label] for (_, label), count in pairs.items()) / total
    recall = sum(count**2 / entities[entity] for (entity, _), count in pairs.items()) / total
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def meantime_figures(
    documents: Iterable[MeantimeDocument],
    analysed: Mapping[str, AnalysedDocument],
    actors: Mapping[str, str],
) -> dict[str, float]:
    """B³ in per cent for names alone and for all mentions, system and baseline."""
    system: dict[GoldMention, str] = {}
    baseline: dict[GoldMention, str] = {}
    for document in documents:
        system |= system_labels(document, analysed[document.id], actors)
        baseline |= same_words(document)
    figures: dict[str, float] = {}
    for view, keep in (("names", True), ("all", False)):
        chosen = [mention for mention in system if mention.is_name or not keep]
        figures[f"meantime_{view}"] = float(len(chosen))
        unmatched = sum("@" in system[m] and system[m].startswith(m.document) for m in chosen)
        figures[f"meantime_{view}_unmatched"] = float(unmatched)
        for name, labels in (("b3", system), ("baseline_b3", baseline)):
            values = b_cubed({mention: labels[mention] for mention in chosen})
            for part, value in zip(("precision", "recall", "f1"), values, strict=True):
                figures[f"meantime_{view}_{name}_{part}"] = round(100 * value, 1)
    return figures
