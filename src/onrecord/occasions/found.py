"""What each statement's own frame says of when, where, to whom and through whom it was made."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.domain.actor import Appearance
from onrecord.domain.document import Document
from onrecord.domain.occasion import Party
from onrecord.domain.period import Period
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Polarity, Statement, StatementKind
from onrecord.domain.time import TimeExpression
from onrecord.lexicon.occasions import occasion_words
from onrecord.occasions.addressees import addressees_of
from onrecord.occasions.dated import DatedEvents
from onrecord.occasions.event import Shown, shown_by
from onrecord.occasions.frames import Frame, Frames
from onrecord.occasions.moment import When, when_of
from onrecord.occasions.naming import Naming
from onrecord.occasions.parties import Parties
from onrecord.occasions.places import Places
from onrecord.occasions.reader import FrameReader
from onrecord.occasions.scenes import Scenes
from onrecord.occasions.sentences import Sentences
from onrecord.occasions.via import frame_outlets

Key = tuple[str, ...]

_WORD = re.compile(r"\w+")
_INFINITIVE = "to "
_PAST_ENDING = "ed"
_PRESENT_ENDING = "s"


@dataclass(frozen=True, slots=True)
class Found:
    """One statement with what its frame says.

    `key` has the speakers' profiles, or names, and is empty where they are not known. `cue` has
    the words of the cue in lower case. `speech`: something was uttered, not only thought or wanted.
    """

    statement: Statement
    frame: Frame
    when: When
    shown: Shown | None
    addressees: tuple[Party, ...]
    outlets: tuple[Party, ...]
    key: Key
    cue: frozenset[str]
    pronoun: bool
    speech: bool

    @property
    def silent(self) -> bool:
        """Whether the frame says nothing of when and where."""
        return self.shown is None and self.when.is_silent

    @property
    def past(self) -> bool:
        """Whether the cue tells of the past: "wanted", but not "has wanted"."""
        words = occasion_words()
        if not self.cue.isdisjoint(words.present):
            return False
        return any(word.endswith(_PAST_ENDING) or word in words.past for word in self.cue)

    @property
    def present(self) -> bool:
        """Whether the cue tells of the present: "says"."""
        speech = occasion_words().speech
        return any(word.endswith(_PRESENT_ENDING) and word in speech for word in self.cue)


class Finder:
    """Reads the frames of one document's statements."""

    def __init__(
        self,
        document: Document,
        reading: Reading,
        statements: Sequence[Statement],
        appearances: Sequence[Appearance],
        times: Sequence[TimeExpression],
    ) -> None:
        self.text = document.text
        published = document.published
        self.published = Period(published.first, published.last) if published else None
        self.parties = Parties(document, appearances)
        places = Places(self.text, reading.mentions)
        self.reader = FrameReader(Naming(self.text, times, self.parties, places))
        sentences = Sentences(self.text, reading.lines)
        self.dated = DatedEvents(self.text, sentences, times, self.published)
        self.scenes = Scenes(self.text, sentences, self.parties, self.reader, times)
        self._frames = Frames(sentences, statements)

    def of(self, statement: Statement) -> Found:
        """What one statement's frame says."""
        frame = self._frames.of(statement)
        cue = self._words(statement)
        facts = self.reader.read(frame, cue)
        planned = self._is_planned(statement, cue)
        speech = not planned and _is_speech(statement, cue)
        shown = None if planned else shown_by(statement, facts, cue, speech)
        return Found(
            statement=statement,
            frame=frame,
            when=When() if planned else when_of(facts, self.dated, self.published),
            shown=shown,
            addressees=addressees_of(self.text, statement, facts, cue, self.parties),
            outlets=frame_outlets(statement, facts, cue, self.parties),
            key=key_of(statement),
            cue=cue,
            pronoun=self._by_pronoun(statement),
            speech=speech or shown is not None,
        )

    def _is_planned(self, statement: Statement, cue: frozenset[str]) -> bool:
        """Whether nothing was said yet: "will say", "(a meeting on Monday) to discuss"."""
        if not cue.isdisjoint(occasion_words().grammar.unrealised):
            return True
        return bool(statement.cue) and self.text.startswith(_INFINITIVE, statement.cue[0].start)

    def _words(self, statement: Statement) -> frozenset[str]:
        return frozenset(
            word for span in statement.cue for word in _WORD.findall(span.of(self.text).lower())
        )

    def _by_pronoun(self, statement: Statement) -> bool:
        """Whether the source is a pronoun, or there is none."""
        if len(statement.source) > 1:
            return False
        pronouns = occasion_words().grammar.pronouns
        return all(span.of(self.text).lower() in pronouns for span in statement.source)


def key_of(statement: Statement) -> Key:
    """Who speaks, as far as it is known."""
    names = [link.profile or link.name for link in statement.speakers]
    return tuple(sorted(name for name in names if name)) if all(names) else ()


def _is_speech(statement: Statement, cue: frozenset[str]) -> bool:
    """Whether something was uttered: quoted, headed `Belk:`, or told by a verb of speaking."""
    quoted = statement.kind is not StatementKind.INDIRECT
    if statement.polarity is Polarity.DECLINED:
        return True
    return quoted or not cue or not cue.isdisjoint(occasion_words().speech)
