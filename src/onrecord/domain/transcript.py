"""The primary record, and what becomes of a quotation that is held against it."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span
from onrecord.domain.wording import Change, Comparison


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until the next one speaks.

    `label` is where the transcript names the speaker, `speaker` that name without titles; both are
    absent for what is nobody's: the lead before the first turn, an official summary. `paragraphs`
    are the lines of the turn, in order.
    """

    paragraphs: tuple[Span, ...]
    speaker: str | None = None
    label: Span | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """An official text with its turns in order; spans are offsets in `text`.

    `day` is when the words were spoken, or published if that is all the text tells.
    """

    document_id: str
    name: str
    text: str
    turns: tuple[Turn, ...]
    day: Period | None = None
    place: str | None = None
    title: str | None = None
    url: str | None = None

    @property
    def speakers(self) -> tuple[str, ...]:
        """Whoever has a turn, each name once."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns if turn.speaker))


class Verdict(StrEnum):
    """What a quotation is to the words on record."""

    EXACT = "exact"
    """Whole sentences, word for word; capitals, marks and spelling do not matter."""
    CUT = "cut"
    """The same words, some left out: before, within or after."""
    ALTERED = "altered"
    NOT_FOUND = "not_found"


class Alteration(StrEnum):
    """How an altered quotation differs."""

    REWORDED = "reworded"
    """Some words are others."""
    TRANSLATED = "translated"
    """Nearly all words are others, in the same passage: another translation, or a retelling."""
    CONTENT = "content"
    """A negation, number, name or condition is another, added or gone: see the changes."""


class Absence(StrEnum):
    """Why a quotation was not found; a later one of these weighs less against it."""

    OTHER_SPEAKER = "other_speaker"
    """The words are on record, and somebody else's."""
    NOT_IN_TRANSCRIPT = "not_in_transcript"
    """A transcript of that speaker and of those days was searched, and has nothing like it."""
    NO_TRANSCRIPT = "no_transcript"
    """None of that speaker and of those days was among the transcripts."""
    NO_DAY = "no_day"
    """Nothing tells on which day it was said; all transcripts of the speaker were searched."""
    TOO_SHORT = "too_short"
    """So few and such common words that finding them would prove nothing."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """A stretch of a quotation and where it stands on record.

    `quoted` and `added`, the words of it that the record has not there, are offsets in the
    statement's `passage`; `words` is one in the transcript's text.
    """

    quoted: Span
    words: Span
    added: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Where on record the words of a quotation stand.

    `turn` is the place of the turn in the transcript, `sentences` are the whole sentences around
    the words. `missing` are words of these that the quotation leaves out without saying so,
    `marked` those that it leaves out behind an ellipsis or a bracket. `likeness` is the share of
    the quotation's information that the passage has, 0 to 1. `comparison` has the sentences on its
    left, the quoted words on its right, with offsets in `left` and `right`.
    """

    transcript: Transcript
    turn: int
    parts: tuple[Aligned, ...]
    sentences: tuple[Span, ...]
    missing: tuple[Span, ...]
    marked: tuple[Span, ...]
    likeness: float
    left: str
    right: str
    comparison: Comparison

    @property
    def speaker(self) -> str | None:
        """Whose words they are."""
        return self.transcript.turns[self.turn].speaker


@dataclass(frozen=True, slots=True)
class Searched:
    """What a verdict rests on: how many transcripts, how many with turns of the speaker.

    `of_those_days` are the addresses, or else the names, of those of that speaker and of the days
    on which it may have been said.
    """

    transcripts: int
    of_speaker: int
    of_those_days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation and the verdict on it.

    `passage` is where it stands on record; for one not found it is the nearest passage, if any is
    near at all, or that of the other speaker. `changes` are what may alter the sense, in a cut too.
    `certain` is false where the speaker of the quotation is unknown or no person, so that the
    words could not be tied to the one who says them on record.
    """

    quotation: ReportedStatement
    quoted: str
    verdict: Verdict
    searched: Searched
    alteration: Alteration | None = None
    absence: Absence | None = None
    passage: Passage | None = None
    changes: tuple[Change, ...] = ()
    certain: bool = True
