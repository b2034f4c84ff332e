"""One sentence whose statement is marked by hand, and the act it is coded as.

`[…]` is the source, `<…>` the cue and `{…}` the content. Places and people are invented: Oss speaks
for Ilmarra, Quost for Tessaria; Halden and the Council are spoken of.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.domain.act import Act, Root
from onrecord.domain.actor import ActorKind, Appearance
from onrecord.domain.occasion import Party
from onrecord.domain.sentence import MarkedSentence
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, SpeakerLink, Statement, StatementKind
from onrecord.positions.acts.code import code_statements
from onrecord.positions.acts.network import LABELS, ActNetwork
from onrecord.statements.polarity import read_polarity, read_stance
from tests.builders import document_of

_MARKS = re.compile(r"[\[\]<>{}]")
_KINDS = {"[": "source", "<": "cue", "{": "content"}

ACTORS = {
    "Oss": (ActorKind.PERSON, "xi", ("prime-minister:xi",)),
    "Quost": (ActorKind.PERSON, "xt", ("foreign-minister:xt",)),
    "Ilmarra": (ActorKind.STATE, "xi", ()),
    "Tessaria": (ActorKind.STATE, "xt", ()),
    "Halden": (ActorKind.STATE, "xh", ()),
    "Council": (ActorKind.PUBLIC_BODY, None, ()),
}


def profile(name: str) -> str:
    """The profile of one of `ACTORS`."""
    return f"{ACTORS[name][0].value}:{name.lower()}"


@dataclass(frozen=True)
class Scored:
    """What a network says: a chance for one root, the rest for a plain comment."""

    chances: Sequence[float]
    words: Sequence[tuple[Span, float]] = ()


@dataclass
class FakeNetwork:
    """Always sure of one root; remembers what it was asked."""

    root: Root = Root.NONE
    chance: float = 0.9
    asked: list[MarkedSentence] = field(default_factory=list)

    def acts(self, sentences: Sequence[MarkedSentence]) -> list[Scored]:
        self.asked += sentences
        rest = (1.0 - self.chance) / (len(LABELS) - 1)
        chances = [self.chance if label is self.root else rest for label in LABELS]
        return [Scored(chances, _weights(sentence.text)) for sentence in sentences]


def _weights(text: str) -> list[tuple[Span, float]]:
    words = [Span(*found.span()) for found in re.finditer(r"\w+", text)]
    longest = max(words, key=len)
    rest = 0.5 / max(1, len(words) - 1)
    return [(word, 0.5 if word is longest else rest) for word in words]


@dataclass(frozen=True)
class Case:
    """A text with one statement."""

    text: str
    statement: Statement
    appearances: tuple[Appearance, ...]

    def act(self, network: ActNetwork | None = None) -> Act:
        document = document_of(self.text)
        [coded] = code_statements(document, (self.statement,), self.appearances, network)
        assert coded.act is not None
        return coded.act

    def evidence(self, network: ActNetwork | None = None) -> list[str]:
        return [span.of(self.text) for span in self.act(network).evidence]

    def targets(self) -> list[str]:
        return [target.span.of(self.text) for target in self.act().targets]


def case(marked: str, *, to: str | None = None, parent: str | None = None) -> Case:
    """The statement of a marked sentence; `to` is the words of whoever is addressed."""
    text, spans = _read(marked)
    source, cue, content = (tuple(spans[kind]) for kind in ("source", "cue", "content"))
    quoted = [piece.of(text).startswith("“") for piece in content]
    kind = StatementKind.DIRECT if all(quoted) else StatementKind.INDIRECT
    statement = Statement(
        "s1",
        "d1",
        kind,
        content,
        cue,
        source,
        _speakers(text, source),
        parent,
        read_polarity(text, source, cue, content),
        read_stance(text, cue),
        addressees=_addressees(text, to),
    )
    return Case(text, statement, appearances(text))


def appearances(text: str) -> tuple[Appearance, ...]:
    """Those of `ACTORS` that a text names."""
    found = []
    for name, (kind, country, offices) in ACTORS.items():
        spans = tuple(Span(*match.span()) for match in re.finditer(rf"\b{name}\b", text))
        if spans:
            found.append(Appearance(profile(name), kind, name, spans, spans, country, offices))
    return tuple(found)


def _read(marked: str) -> tuple[str, dict[str, list[Span]]]:
    text, at, start, kind = "", 0, 0, ""
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for mark in _MARKS.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group() in _KINDS:
            start, kind = len(text), _KINDS[mark.group()]
        else:
            spans[kind].append(Span(start, len(text)))
    return text + marked[at:], spans


def _speakers(text: str, source: Sequence[Span]) -> tuple[SpeakerLink, ...]:
    names = [name for name in ACTORS for span in source if name in span.of(text)]
    return tuple(
        SpeakerLink(LinkStatus.NAMED, "named", 1.0, name, source[0], source[0], profile(name))
        for name in names
    )


def _addressees(text: str, words: str | None) -> tuple[Party, ...]:
    if words is None:
        return ()
    return (Party(Span(text.index(words), text.index(words) + len(words)), words),)
