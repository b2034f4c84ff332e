"""The sentences of transcripts, found by the words and pairs of words that they share."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from onrecord.domain.span import Span
from onrecord.domain.transcript import Transcript
from onrecord.lexicon.sentences import sentence_starts
from onrecord.lexicon.transcripts import transcript_words
from onrecord.positions.wording.tokens import Token, tokens_of

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

COMMON = 0.12
"""What a word is worth beside its rarity (0 to 1): all that a small word is worth."""

NAME = 0.35
"""What a name is worth of its rarity: whoever speaks of Halden's president uses the same words."""

Feature = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a turn; its tokens' spans are offsets in the transcript's text."""

    transcript: int
    turn: int
    span: Span
    tokens: tuple[Token, ...]
    stems: frozenset[str]


class SentenceIndex:
    """Which sentences share the most information with some words.

    A feature is a stem, or a pair of neighbouring words as spelled; its weight is its inverse
    document frequency, a sentence being the document, so that rare words decide.
    """

    def __init__(self, transcripts: Sequence[Transcript]) -> None:
        self.transcripts = tuple(transcripts)
        self.sentences = tuple(_sentences(self.transcripts))
        self._postings = _postings(self.sentences)
        self.transcript_of: Integers = np.array([s.transcript for s in self.sentences], np.int64)
        rarest = _idf(len(self.sentences), 1)
        self._rarity = {
            feature: _idf(len(self.sentences), len(places)) / rarest
            for feature, places in self._postings.items()
        }

    def worth(self, token: Token) -> float:
        """How much it tells that a word is found, up to 1 + COMMON for one that is rarest."""
        if not token.content:
            return COMMON
        rarity = self._rarity.get(token.stem, 1.0)
        return COMMON + (rarity * NAME if token.capital and not token.opens else rarity)

    def scores(self, tokens: Sequence[Token]) -> Floats:
        """The information that each sentence shares with `tokens`, in units of a rarest word."""
        total = np.zeros(len(self.sentences))
        for feature in features(tokens):
            found = self._postings.get(feature)
            if found is not None:
                total[found] += self._rarity[feature]
        return total

    def neighbours(self, place: int, reach: int) -> range:
        """Up to `reach` sentences of the same turn before and after, and itself."""
        own = self.sentences[place]
        first = last = place
        while first > 0 and place - first < reach and self._same(first - 1, own):
            first -= 1
        while last + 1 < len(self.sentences) and last - place < reach and self._same(last + 1, own):
            last += 1
        return range(first, last + 1)

    def _same(self, place: int, own: Sentence) -> bool:
        other = self.sentences[place]
        return (other.transcript, other.turn) == (own.transcript, own.turn)


def features(tokens: Sequence[Token]) -> frozenset[Feature]:
    """The stems and the pairs of keys of some words."""
    stems = (token.stem for token in tokens)
    pairs = ((left.key, right.key) for left, right in pairwise(tokens))
    return frozenset((*stems, *pairs))


def _idf(sentences: int, having: int) -> float:
    return float(np.log((sentences + 1) / (having + 0.5)))


def _sentences(transcripts: Sequence[Transcript]) -> Iterator[Sentence]:
    for number, transcript in enumerate(transcripts):
        for place, turn in enumerate(transcript.turns):
            for paragraph in turn.paragraphs:
                for span in _cut(transcript.text, paragraph):
                    tokens = _tokens(transcript.text, span)
                    if tokens:
                        stems = frozenset(token.stem for token in tokens)
                        yield Sentence(number, place, span, tokens, stems)


def _cut(text: str, paragraph: Span) -> Iterator[Span]:
    words = paragraph.of(text)
    edges = [*sentence_starts(words), len(words)]
    for start, end in pairwise(edges):
        body = words[start:end].rstrip()
        if body:
            yield Span(paragraph.start + start, paragraph.start + start + len(body))


def _tokens(text: str, span: Span) -> tuple[Token, ...]:
    return tuple(
        replace(token, span=Span(token.span.start + span.start, token.span.end + span.start))
        for token in tokens_of(spoken(span.of(text)))
    )


def spoken(words: str) -> str:
    """A text with its stage directions blanked out; offsets stay."""
    return _directions().sub(lambda found: " " * len(found[0]), words)


@cache
def _directions() -> re.Pattern[str]:
    known = "|".join(map(re.escape, transcript_words().directions))
    return re.compile(
        rf"[(\[][^()\[\]]{{0,60}}\b(?:{known})\b[^()\[\]]{{0,60}}[)\]]", re.IGNORECASE
    )


def _postings(sentences: Sequence[Sentence]) -> dict[Feature, Integers]:
    found: defaultdict[Feature, list[int]] = defaultdict(list)
    for place, sentence in enumerate(sentences):
        for feature in features(sentence.tokens):
            found[feature].append(place)
    return {feature: np.array(places, np.int64) for feature, places in found.items()}
