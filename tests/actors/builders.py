"""Documents whose mentions and statements are marked by hand, and a small table of offices.

People and countries are invented: Korvana, Tessaria and Halden, Ana Belk, Jo Tarn. The Northern
Pact borrows the id of an organisation whose posts the word lists know.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from onrecord.actors.cast import Cast
from onrecord.actors.document_names import find_names
from onrecord.actors.identity import Identities
from onrecord.actors.link import link_actors
from onrecord.actors.office_table import OfficeTable
from onrecord.actors.referents import Referents
from onrecord.domain.actor import Appearance
from onrecord.domain.document import Document
from onrecord.domain.mention import Mention, MentionForm, MentionKind
from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.domain.reading import Reading
from onrecord.domain.span import Span
from onrecord.domain.statement import SpeakerLink, Statement, StatementKind
from onrecord.text.paragraphs import paragraph_offsets
from onrecord.text.quotes import read_quotations
from tests.builders import document_of

PERSON, PLACE = MentionKind.PERSON, MentionKind.PLACE
ORGANISATION, OTHER = MentionKind.ORGANISATION, MentionKind.OTHER

_PRONOUNS = frozenset(
    "i me my we us our he him his she her it its they them their who which that".split()  # noqa: SIM905
)

SECRETARY, ENVOY = "secretary-general:nato", "special-envoy-sy:un"
BELK, TARN, HOLM = "person:ana-belk", "person:jo-tarn", "person:ilo-holm"
PACT = "organisation:nato"

TABLE = OfficeTable(
    (Office(SECRETARY, "secretary-general", "nato", "Secretary-General of the Northern Pact"),),
    (
        Tenure(SECRETARY, BELK, date(2040, 1, 1), date(2044, 12, 31), "invented"),
        Tenure(SECRETARY, TARN, date(2045, 1, 1), date(2049, 12, 31), "invented"),
        Tenure(SECRETARY, HOLM, date(2049, 12, 31), None, "invented"),
    ),
    (
        KnownActor(BELK, ("Ana Belk", "Anna Belk")),
        KnownActor(TARN, ("Jo Tarn",)),
        KnownActor(HOLM, ("Ilo Holm",)),
        KnownActor(PACT, ("Northern Pact", "NP")),
    ),
)
"""One post that changed hands twice."""

NO_TABLE = OfficeTable((), (), ())


@dataclass(frozen=True)
class Marked:
    """A mention by its words: the `nth` time they stand in the text, as whole words.

    Without `form` it is a pronoun, a name where the last word is capitalised, or nominal.
    """

    words: str
    chain: int
    kind: MentionKind = PERSON
    nth: int = 0
    head: str = ""
    name: str = ""
    form: MentionForm | None = None
    link: float = 1.0


@dataclass(frozen=True)
class Said:
    """A statement by the words of its source; `inside` is the place of the outer statement."""

    source: str | tuple[str, ...]
    nth: int = 0
    cue: str = ""
    inside: int | None = None


def find(text: str, words: str, nth: int = 0) -> Span:
    """Where whole words stand for the nth time, counted from 0."""
    found = _places(text, words)
    assert len(found) > nth, f"{words!r} stands {len(found)} times in {text!r}"
    return found[nth]


@lru_cache(maxsize=1024)
def _places(text: str, words: str) -> tuple[Span, ...]:
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return tuple(Span(*found.span()) for found in pattern.finditer(text))


def mention_of(text: str, marked: Marked) -> Mention:
    """The mention that is marked."""
    span = find(text, marked.words, marked.nth)
    last = marked.words.rpartition(" ")[2]
    form = marked.form or _form(marked.words, marked.head or last)
    head = _inside(text, span, marked.head or last)
    named = marked.name or (marked.words if form is MentionForm.NAME else "")
    return Mention(
        span=span,
        head=head,
        form=form,
        kind=marked.kind,
        chain=marked.chain,
        link=marked.link,
        name=_inside(text, span, named) if named else None,
    )


def _form(words: str, head: str) -> MentionForm:
    if words.casefold() in _PRONOUNS:
        return MentionForm.PRONOUN
    return MentionForm.NAME if head[:1].isupper() else MentionForm.NOMINAL


def _inside(text: str, span: Span, words: str) -> Span:
    """The last time that words stand in a span."""
    start = text.rindex(words, span.start, span.end)
    return Span(start, start + len(words))


def mentions_of(text: str, *marked: Marked) -> tuple[Mention, ...]:
    """The mentions of a text, in order."""
    return tuple(sorted((mention_of(text, one) for one in marked), key=lambda m: m.span))


def statement_of(text: str, number: int, said: Said) -> Statement:
    """A statement whose content does not matter."""
    parts = (said.source,) if isinstance(said.source, str) else said.source
    source = tuple(find(text, part, said.nth) for part in parts if part)
    return Statement(
        id=f"s{number}",
        document_id="d",
        kind=StatementKind.INDIRECT,
        content=(Span(0, len(text)),),
        cue=(find(text, said.cue),) if said.cue else (),
        source=source,
        parent=None if said.inside is None else f"s{said.inside}",
    )


@dataclass(frozen=True)
class Case:
    """A text with its mentions, as a document of a day."""

    text: str
    marked: tuple[Marked, ...] = ()
    day: date | None = None
    table: OfficeTable = NO_TABLE

    @property
    def document(self) -> Document:
        """The document."""
        return document_of(self.text, id="d", day=self.day)

    @property
    def reading(self) -> Reading:
        """What the reader is told to have found."""
        lines = tuple(paragraph_offsets(self.text))
        view = read_quotations(self.text, lines)
        return Reading("d", lines, view, (), mentions_of(self.text, *self.marked))

    @cached_property
    def cast(self) -> Cast:
        """Its cast."""
        names = find_names(self.text, self.reading.lines)
        return Cast(self.text, names, Referents(self.reading.mentions), self.table)

    @cached_property
    def identities(self) -> Identities:
        """Who the persons of its cast are."""
        return Identities(self.document, self.cast, self.table)

    def linked(self, *said: Said) -> tuple[tuple[Statement, ...], tuple[Appearance, ...]]:
        """Its statements with speakers, and its actors."""
        statements = [statement_of(self.text, n, one) for n, one in enumerate(said)]
        return link_actors(self.document, self.reading, statements, self.table)

    def speakers(self, source: str | tuple[str, ...], nth: int = 0) -> tuple[SpeakerLink, ...]:
        """The speakers of a lone statement."""
        return self.linked(Said(source, nth))[0][0].speakers

    def speaker(self, source: str, nth: int = 0) -> SpeakerLink:
        """The only speaker of a lone statement."""
        [found] = self.speakers(source, nth)
        return found

    def actors(self) -> tuple[Appearance, ...]:
        """Its actors, without any statement."""
        return self.linked()[1]


def words_of(text: str, spans: Sequence[Span]) -> list[str]:
    """The words of each span."""
    return [span.of(text) for span in spans]
