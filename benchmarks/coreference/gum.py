"""GUM's documents with their mentions, in GUM's own scheme and in one like that of OntoNotes.

GUM (Zeldes 2017) is read from its CoNLL-U, a folder or a tar archive of files. A paragraph or a
heading becomes one line, its sentences joined as `SpaceAfter` says, as in a plain text report.

`ontonotes_like` follows the published description of OntoGUM (Zhu, Pradhan & Zeldes 2021), in code
of our own:

* a mention that a copula predicates of another is out, and so is one linked as `pred`;
* a common noun that modifies another in a compound is out;
* an appositive and what it stands beside are one mention, the span of both;
* a pronoun that only points forward to a clause ("it" in "it is known that …") is out;
* a clause is its main verb, or its copula;
* an indefinite noun phrase may be an antecedent and never an anaphor: it starts a new chain;
* a chain of one is out; bridging and split antecedents were never chains.
"""

import re
import tarfile
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

Form = Literal["name", "nominal", "pronoun"]

COLUMNS = 10
FIELDS = 7
"""Parts of an opening bracket, group to link; an identity may follow and may hold a hyphen."""

_BRACKET = re.compile(r"\([^()]+\)?|[^()]+\)")
_PART = re.compile(r"^(?P<group>[^\[]+)(?:\[(?P<part>\d+)/(?P<parts>\d+)\])?$")
_RECIPROCAL = (["each", "other"], ["one", "another"])
_INDEFINITE = frozenset({"a", "an", "another", "some"})
_COMMON = frozenset({"NOUN", "ADJ", "NUM"})
_OPENING = frozenset("([")
_CLOSING = frozenset(")]")
_VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word; `head` is the number of its head in the document, -1 for a root.

    `sentence` and `line` number the document's sentences and lines from 0.
    """

    start: int
    end: int
    form: str
    lemma: str
    upos: str
    xpos: str
    deprel: str
    head: int
    sentence: int
    line: int


@dataclass(frozen=True, slots=True)
class GumMention:
    """One mention; offsets are code points of the document's text.

    `first`, `last` and `head_token` number tokens; `head` is the span of the head word by the
    syntax (the first word of a name). Mentions of one `chain` refer to the same.
    """

    start: int
    end: int
    type: str
    form: Form
    head: tuple[int, int]
    chain: int
    link: str
    infstat: str
    first: int
    last: int
    head_token: int


@dataclass(frozen=True, slots=True)
class GumDocument:
    """One text; `lines` are offsets, `speakers` names who speaks each sentence ("" for none)."""

    id: str
    genre: str
    text: str
    lines: tuple[tuple[int, int], ...]
    tokens: tuple[Token, ...]
    mentions: tuple[GumMention, ...]
    speakers: tuple[str, ...]


def read_gum(path: Path) -> list[GumDocument]:
    """All documents of a folder or a tar archive, by name."""
    return [_document(text.splitlines()) for _, text in sorted(_files(path))]


def _files(path: Path) -> Iterator[tuple[str, str]]:
    if path.is_dir():
        for file in path.rglob("*.conllu"):
            yield file.name, file.read_text(encoding="utf-8")
        return
    with tarfile.open(path) as archive:
        for member in archive:
            content = archive.extractfile(member) if member.name.endswith(".conllu") else None
            if content:
                yield Path(member.name).name, content.read().decode("utf-8")


class _Builder:
    """Puts the text together sentence by sentence."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.lines: list[tuple[int, int]] = []
        self.tokens: list[Token] = []
        self.entities: list[str] = []
        self.speakers: list[str] = []
        self._begun = 0
        self._gap = ""

    def new_line(self) -> None:
        """End the line, unless nothing is in it yet."""
        if self.length > self._begun:
            self.lines.append((self._begun, self.length))
            self._gap = "\n"
            self._begun = self.length + 1

    def write(self, word: str, space_after: bool) -> int:
        """Add a word and say where it starts."""
        self.parts += [self._gap, word]
        start = self.length + len(self._gap)
        self.length = start + len(word)
        self._gap = " " if space_after else ""
        return start

    def add_sentence(self, rows: Sequence[Sequence[str]], speaker: str) -> None:
        """Add the words of one sentence."""
        first, words = len(self.tokens), iter(_words(rows))
        for surface, space_after, inside in words:
            start = self.write(surface, space_after)
            for row, (left, right) in zip(inside, _parts(surface, inside), strict=True):
                self.tokens.append(self._token(row, start + left, start + right, first))
                self.entities.append(_misc(row).get("Entity", ""))
        self.speakers.append(speaker)

    def _token(self, row: Sequence[str], start: int, end: int, first: int) -> Token:
        head = first + int(row[6]) - 1 if row[6] != "0" else -1
        _, form, lemma, upos, xpos, *_ = row
        sentence, line = len(self.speakers), len(self.lines)
        return Token(start, end, form, lemma, upos, xpos, row[7], head, sentence, line)


def _words(
    rows: Sequence[Sequence[str]],
) -> Iterator[tuple[str, bool, list[Sequence[str]]]]:
    """Surface words: a form, whether a space follows, and the syntactic words inside."""
    until = 0
    for number, row in enumerate(rows):
        if "-" in row[0]:
            begin, until = (int(end) for end in row[0].split("-"))
            inside = [r for r in rows[number + 1 :] if r[0].isdigit() and int(r[0]) <= until]
            yield row[1], _misc(row).get("SpaceAfter") != "No", inside[: until - begin + 1]
        elif row[0].isdigit() and int(row[0]) > until:
            yield row[1], _misc(row).get("SpaceAfter") != "No", [row]


def _parts(surface: str, inside: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Where each syntactic word lies in its surface word; all of it where the letters differ."""
    if "".join(row[1] for row in inside) != surface:
        return [(0, len(surface))] * len(inside)
    ends = [sum(len(row[1]) for row in inside[: n + 1]) for n in range(len(inside))]
    return list(zip([0, *ends], ends, strict=False))


def _misc(row: Sequence[str]) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in row[9].split("|") if "=" in pair)


def _document(lines: Iterable[str]) -> GumDocument:
    builder, meta, rows = _Builder(), dict[str, str](), list[list[str]]()
    speaker = ""
    for line in (*lines, ""):
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            meta.setdefault(key.strip(), value.strip())
            if key.strip() == "newpar":
                builder.new_line()
            elif key.strip() == "speaker":
                speaker = value.strip()
        elif line.strip():
            rows.append(line.split("\t"))
        elif rows:
            builder.add_sentence(rows, speaker)
            rows, speaker = [], ""
    builder.new_line()
    return _finished(builder, meta)


def _finished(builder: _Builder, meta: Mapping[str, str]) -> GumDocument:
    name, tokens = meta["newdoc id"], tuple(builder.tokens)
    mentions = sorted(_mentions(builder.entities, tokens), key=lambda m: (m.start, -m.end))
    return GumDocument(
        id=name,
        genre=meta.get("meta::genre", name.split("_")[1]),
        text="".join(builder.parts),
        lines=tuple(builder.lines),
        tokens=tokens,
        mentions=tuple(mentions),
        speakers=tuple(builder.speakers),
    )


def _mentions(entities: Sequence[str], tokens: Sequence[Token]) -> Iterator[GumMention]:
    """Pair brackets by group; a discontinuous mention is the span from its first part to its last.

    Raises ValueError where a bracket that was never opened closes.
    """
    opened: dict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    for number, marks in enumerate(entities):
        for mark in _BRACKET.findall(marks):
            fields = mark.strip("()").split("-", FIELDS)
            place = _PART.match(fields[0])
            if place is None:
                raise ValueError(f"no group in {mark!r} of token {number!r}")
            group, part, parts = place.groups()
            if mark.startswith("(") and part in (None, "1"):
                opened[group].append((number, fields))
            if mark.endswith(")") and part == parts:
                if not opened[group]:
                    raise ValueError(f"{mark!r} of token {number!r} closes what was not opened")
                first, fields = opened[group].pop()
                yield _mention(tokens, first, number, fields)


def _mention(tokens: Sequence[Token], first: int, last: int, fields: Sequence[str]) -> GumMention:
    _, type_, infstat, _, _, least, link = fields[:FIELDS]
    head = head_token(tokens, first, last, least)
    return GumMention(
        start=tokens[first].start,
        end=tokens[last].end,
        type=type_,
        form=form_of(tokens, first, last, head),
        head=(tokens[head].start, tokens[head].end),
        chain=int(fields[0].partition("[")[0]),
        link=link,
        infstat=infstat,
        first=first,
        last=last,
        head_token=head,
    )


def form_of(tokens: Sequence[Token], first: int, last: int, head: int) -> Form:
    """By the head's part of speech. "You and I" and "someone" are nominal, "each other" is not."""
    if tokens[head].upos == "PROPN":
        return "name"
    lemmas = [token.lemma.lower() for token in tokens[first : last + 1]]
    alone = first == last or lemmas in _RECIPROCAL
    pronoun = tokens[head].upos == "PRON" and tokens[head].xpos != "NN"
    return "pronoun" if alone and pronoun else "nominal"


def head_token(tokens: Sequence[Token], first: int, last: int, least: str = "") -> int:
    """The word whose own head lies outside; one of the marked least span, if several are."""
    tops = [n for n in range(first, last + 1) if not first <= tokens[n].head <= last]
    marked = {first + int(place) - 1 for place in least.split(",") if place.isdigit()}
    return next((n for n in tops if n in marked), tops[0] if tops else first)


def touched(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """The first and the last token that share a character with a stretch of the text."""
    first = bisect_right(tokens, start, key=lambda token: token.end)
    last = bisect_left(tokens, end, key=lambda token: token.start) - 1
    return (first, last) if first <= last else None


def ontonotes_like(document: GumDocument) -> tuple[tuple[GumMention, ...], ...]:
    """Chains of two or more mentions in a scheme like that of OntoNotes, in order of the text."""
    view = _View(document.tokens)
    groups: dict[int, list[GumMention]] = defaultdict(list)
    for mention in document.mentions:
        groups[mention.chain].append(mention)
    cut = (chain for group in groups.values() for chain in view.chains(group))
    chains = [chain for chain in _once(cut) if len(chain) > 1]
    numbered = enumerate(sorted(chains, key=lambda chain: (chain[0].start, -chain[0].end)))
    return tuple(tuple(replace(m, chain=number) for m in chain) for number, chain in numbered)


class _View:
    """The mentions of one document as OntoNotes would have them."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.children: dict[int, list[int]] = defaultdict(list)
        for number, token in enumerate(tokens):
            self.children[token.head].append(number)

    def chains(self, group: Sequence[GumMention]) -> list[list[GumMention]]:
        """One group of coreferent mentions, cut before each indefinite one."""
        kept = [self.reduced(m) for m in self.joined(group) if self.refers(m)]
        chains: list[list[GumMention]] = [[]]
        for mention in _distinct(kept):
            if self.indefinite(mention):
                chains.append([])
            chains[-1].append(mention)
        return chains

    def refers(self, mention: GumMention) -> bool:
        """Whether OntoNotes would mark it."""
        head = self.tokens[mention.head_token]
        modifier = head.deprel.startswith("compound") and mention.form != "name"
        forward = mention.link == "cata" and head.lemma.lower() in ("it", "this", "that")
        return not (modifier or forward or mention.link == "pred" or self.predicated(mention))

    def predicated(self, mention: GumMention) -> bool:
        """Whether a copula outside the mention makes its head a predicate."""
        copula = self.copula(mention)
        return copula is not None and not mention.first <= copula <= mention.last

    def copula(self, mention: GumMention) -> int | None:
        children = self.children[mention.head_token]
        return next((n for n in children if self.tokens[n].deprel == "cop"), None)

    def joined(self, group: Sequence[GumMention]) -> list[GumMention]:
        """The mentions, each appositive made one with the mention that it follows."""
        found: list[GumMention] = []
        for mention in group:
            host = self.host(mention, found)
            if host is None:
                found.append(mention)
            else:
                found[host] = self.covering(found[host], mention)
        return found

    def covering(self, left: GumMention, right: GumMention) -> GumMention:
        """The left mention, made to reach over the right one and the bracket that closes it."""
        last = max(left.last, right.last)
        before, after = self.tokens[right.first - 1], self.tokens[last + 1 : last + 2]
        if after and after[0].form in _CLOSING and before.form in _OPENING:
            last += 1
        return replace(left, end=self.tokens[last].end, last=last)

    def host(self, mention: GumMention, before: Sequence[GumMention]) -> int | None:
        """Which earlier mention this one stands beside."""
        if not self.tokens[mention.head_token].deprel.startswith("appos"):
            return None
        head = self.tokens[mention.head_token].head
        places = range(len(before) - 1, -1, -1)
        return next((n for n in places if before[n].head_token == head), None)

    def reduced(self, mention: GumMention) -> GumMention:
        """A clause as its verb; anything else as it is."""
        copula = self.copula(mention)
        verb = mention.head_token if copula is None else copula
        if self.tokens[verb].upos not in _VERBS:
            return mention
        start, end = self.tokens[verb].start, self.tokens[verb].end
        return replace(
            mention, start=start, end=end, head=(start, end), first=verb, last=verb, head_token=verb
        )

    def indefinite(self, mention: GumMention) -> bool:
        """Whether a common noun is its head, and neither a determiner nor a possessor makes it
        definite."""
        children = [self.tokens[n] for n in self.children[mention.head_token]]
        definite = any(
            child.deprel == "nmod:poss"
            or (child.deprel.startswith("det") and child.form.lower() not in _INDEFINITE)
            for child in children
        )
        return self.tokens[mention.head_token].upos in _COMMON and not definite


def _once(chains: Iterable[Sequence[GumMention]]) -> Iterator[list[GumMention]]:
    """Each span in the first of its chains alone: two clauses may have come down to one verb."""
    seen: set[tuple[int, int]] = set()
    for chain in chains:
        yield [m for m in chain if (m.start, m.end) not in seen]
        seen.update((m.start, m.end) for m in chain)


def _distinct(mentions: Iterable[GumMention]) -> list[GumMention]:
    """The mentions in order of the text, each span once."""
    found = {(mention.start, mention.end): mention for mention in mentions}
    return [found[span] for span in sorted(found, key=lambda span: (span[0], -span[1]))]
