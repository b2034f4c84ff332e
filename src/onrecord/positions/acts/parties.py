"""Who does something to whom in a single sentence, where nobody said so.

A simple finder: those who are mentioned before and behind the verb that shows an act, the other way
round in the passive ("was arrested by police"). Behind a verb of speaking it is whoever the words
are about ("said that Ilmarra must").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.domain.mention import Mention, MentionKind
from onrecord.domain.sentence import MarkedSentence
from onrecord.domain.span import Span
from onrecord.lexicon.acts import Showing
from onrecord.lexicon.occasions import occasion_words
from onrecord.positions.acts.frame import Article
from onrecord.positions.acts.hits import Hit
from onrecord.positions.acts.weighing import is_passive

_LEADS_AWAY = re.compile(r"\b(?:of|in|for|with|to|from|at|on|against|near|after|by)\s+(?:the\s+)?$")
_BY = re.compile(r"\bby\s+(?:the\s+|an?\s+)?$")
LOOK_BACK = 14

NOBODY = frozenset({MentionKind.OTHER})
"""A thing or an event does nothing; it may still be a target that is marked by hand."""

ABOUT = frozenset({Showing.DUTY, Showing.CONTENT})
"""Entries of which the subject is whom the act is aimed at."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Who does it and to whom; either may be unknown."""

    source: Span | None = None
    target: Span | None = None


def find_parties(text: str, mentions: Iterable[Span]) -> Parties:
    """The parties of the first act that the words of a sentence show.

    `mentions` are those of actors; of nested ones the outermost is taken.
    """
    article = Article(text)
    people = _outermost(list(_cut(article, mentions)))
    for trigger in _triggers(article, people):
        found = trigger.parties(text, people)
        if found is not None:
            return found
    return Parties(people[0] if people else None)


def completed(sentence: MarkedSentence, mentions: Iterable[Mention]) -> MarkedSentence:
    """The sentence with the source or target that is missing found, as far as it can be."""
    given = [span for span in (sentence.source, sentence.target) if span is not None]
    somebody = [each.span for each in mentions if each.kind not in NOBODY]
    free = [span for span in somebody if not any(span.overlaps(other) for other in given)]
    found = find_parties(sentence.text, [*free, *given])
    source = sentence.source or (found.source if found.source not in given else None)
    target = sentence.target or (found.target if found.target not in given else None)
    return MarkedSentence(sentence.text, source, target)


@dataclass(frozen=True, slots=True)
class _Trigger:
    """A verb; `about` is where the words behind it begin of which the target is the subject."""

    start: int
    end: int
    passive: bool
    speaks: bool
    about: int | None

    def parties(self, text: str, people: Sequence[Span]) -> Parties | None:
        """Who does it to whom, or None where it has no subject."""
        before = [span for span in people if span.end <= self.start]
        behind = [span for span in people if span.start >= self.end]
        if self.passive:
            return Parties(_doer(text, behind), before[-1] if before else None)
        subject = _subject(text, before)
        if subject is None:
            return None
        if self.about is not None:
            spoken_of = [span for span in behind if span.end <= self.about]
            return Parties(subject, spoken_of[-1] if spoken_of else None)
        return Parties(subject, behind[0] if behind and not self.speaks else None)


def _triggers(article: Article, people: Sequence[Span]) -> list[_Trigger]:
    """Verbs that show an act, and verbs of speaking, in order."""
    tokens = article.tokens
    verbs = [hit for hit in article.hits if hit.showing is Showing.VERB]
    found = {hit.first: _of_hit(article, hit) for hit in verbs}
    for index, word in enumerate(tokens.words):
        if word in occasion_words().speech and index not in found:
            end = tokens.ends[index]
            found[index] = _Trigger(tokens.starts[index], end, False, True, _about(article, index))
    return [one for _, one in sorted(found.items()) if not _in_any(one.start, people)]


def _of_hit(article: Article, hit: Hit) -> _Trigger:
    tokens = article.tokens
    about = _about(article, hit.first) if hit.last > hit.end else None
    passive = is_passive(tokens, hit)
    return _Trigger(tokens.starts[hit.first], tokens.ends[hit.end], passive, False, about)


def _about(article: Article, index: int) -> int | None:
    """Where the first words behind a verb begin that lay something on their subject."""
    starts = (hit.first for hit in article.hits if hit.first > index and hit.showing in ABOUT)
    first = next(starts, None)
    return None if first is None else article.tokens.starts[first]


def _cut(article: Article, mentions: Iterable[Span]) -> Iterator[Span]:
    """The mentions, those taken apart that run over a verb ("Ilmarra accused Tessaria")."""
    tokens = article.tokens
    verbs = [tokens.span(h.first, h.first) for h in article.hits if h.showing is Showing.VERB]
    for mention in mentions:
        inside = [v for v in verbs if mention.start < v.start and v.end < mention.end]
        if not inside:
            yield mention
            continue
        yield Span(mention.start, inside[0].start - 1)
        yield Span(inside[0].end + 1, mention.end)


def _outermost(mentions: Sequence[Span]) -> list[Span]:
    return sorted(
        span
        for span in set(mentions)
        if not any(other != span and other.contains(span) for other in mentions)
    )


def _in_any(start: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= start < span.end for span in spans)


def _doer(text: str, behind: Sequence[Span]) -> Span | None:
    named = (span for span in behind if _BY.search(_just_before(text, span)))
    return next(named, None)


def _subject(text: str, before: Sequence[Span]) -> Span | None:
    """The last mention before a verb that no preposition makes part of something else."""
    free = [span for span in before if not _LEADS_AWAY.search(_just_before(text, span))]
    return free[-1] if free else None


def _just_before(text: str, span: Span) -> str:
    return text[max(0, span.start - LOOK_BACK) : span.start].lower()
