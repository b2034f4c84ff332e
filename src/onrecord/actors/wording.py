"""What a source says by its own words: who speaks, and the fullest form of a name.

The link stays within one document and guesses nobody: a pronoun is `pronoun_unresolved`, a
description stays a description, and a name that may be two people's stays as it is written.
`step` says what decided.
"""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.actors.determiners import article_before, is_determiner, is_indefinite, is_pronoun
from onrecord.actors.document_names import MIN_WITH_PLACE, NameIndex, name_key
from onrecord.actors.nouns import Noun, noun
from onrecord.actors.phrases import Phrase, phrase_of, phrases
from onrecord.actors.propers import Bare, Proper, bare, opens_sentence, propers
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, SpeakerLink
from onrecord.lexicon.groups import groups
from onrecord.lexicon.titles import titles

NAMED_IN_FULL = 0.97
"""The source has a first and a last name, or a title and a name that the document expands."""

NAMED_BY_SURNAME = 0.93
"""A last name, and one person in the document bears it."""

NAMED_ONCE = 0.8
"""A last name with a title, or one that stands nowhere else in the document."""

NAMED_BY_SHAPE = 0.65
"""A capitalised word that nothing in the document or the lexicon marks as a person's name."""

NAMESAKES = 0.5
"""A last name that two people of the document bear."""

ONE_OF_SEVERAL = 0.7
"""The ceiling where the source joins several speakers and the link can hold one."""

OFFICE = 0.9
GROUP = 0.9
GROUP_BY_SHAPE = 0.7
DESCRIPTION = 0.85
DESCRIPTION_BY_DEFAULT = 0.6
PRONOUN = 0.97
"""Confidences are the share found right when reading samples of each step on PolNeAR's
development part, rounded down; none is calibrated yet."""

_ACRONYM_LETTERS = 6
_DEMONYM_ENDINGS = ("ian", "ese", "ish", "ani")
_PEOPLE_ENDINGS = ("ians", "ans", "ese", "ish", "anis")
_NO_SOURCE = SpeakerLink(LinkStatus.NONE, "no-source", 1.0)
_SPEAKING = frozenset((LinkStatus.NAMED, LinkStatus.GROUP, LinkStatus.OFFICE))
_PLACE_STEP = "place-in-document"
_CONJUNCTIONS = frozenset(("and", "or", "und"))


def link_speakers(text: str, source: tuple[Span, ...], names: NameIndex) -> tuple[SpeakerLink, ...]:
    """Link a source to every speaker it names: more than one only for "Ana Belk and Jo Tarn".

    Of a source in several parts the first speaks, and the others do where they name somebody too.
    """
    found: list[SpeakerLink] = []
    for span in source:
        parts = phrases(text, span)
        links = _Source(text, names).links(parts) if parts else ()
        if not found:
            found.extend(links)
        elif found[0].status is LinkStatus.NAMED:
            found.extend(link for link in links if link.status is LinkStatus.NAMED)
    return tuple(found) or (_NO_SOURCE,)


def _replaced(link: SpeakerLink, step: str, confidence: float) -> SpeakerLink:
    return SpeakerLink(link.status, step, confidence, link.name, link.mention, link.evidence)


class _Source:
    """One source and the document it stands in."""

    def __init__(self, text: str, names: NameIndex) -> None:
        self.text = text
        self.names = names

    def links(self, found: Sequence[Phrase]) -> tuple[SpeakerLink, ...]:
        head = found[0]
        several = self._coordinated(head) or self._listed(found)
        if several:
            return several
        link = self._link(head)
        if _may_be_named_beside(head, link):
            beside = self._apposition(found[1:])
            if beside:
                return (beside,)
        if link.status is LinkStatus.NAMED and len(found) > 1:
            rest = self._coordinated(found[-1])
            if rest and all(other.status is LinkStatus.NAMED for other in rest):
                between = [self._link(phrase) for phrase in found[1:-1]]
                return (link, *(x for x in between if x.status is LinkStatus.NAMED), *rest)
        return (link,)

    def _apposition(self, beside: Sequence[Phrase]) -> SpeakerLink | None:
        """The name set beside a description: `the ministry's spokeswoman, Ana Belk,`."""
        for phrase in beside:
            if phrase.owner or not phrase.core[-1].capital:
                continue
            link = self._link(phrase)
            if link.status is LinkStatus.NAMED and link.confidence > NAMED_BY_SHAPE:
                return _replaced(link, "apposition", link.confidence)
        return None

    def _coordinated(self, phrase: Phrase) -> tuple[SpeakerLink, ...]:
        """The links of `Ana Belk and Jo Tarn`, or nothing where the phrase names one speaker."""
        words = phrase.words
        cuts = [
            i for i, word in enumerate(words) if word.folded in _CONJUNCTIONS and not word.capital
        ]
        if not cuts or cuts[0] == 0 or cuts[0] > len(phrase.owner) + len(phrase.core):
            return ()
        edges = [-1, *cuts, len(words)]
        parts = [words[a + 1 : b] for a, b in pairwise(edges) if b > a + 1]
        links = [self._link(phrase_of(part)) for part in parts]
        if len(links) < 2 or not _are_several(links):
            return ()
        return tuple(link for link in links if link.status in _SPEAKING)

    def _listed(self, found: Sequence[Phrase]) -> tuple[SpeakerLink, ...]:
        """The links of `Korvana, Tessaria and Halden`: places or bodies by name, with commas."""
        last = self._joined_last(found[-1])
        if len(found) < 2 or not last:
            return ()
        links = (*(self._link(phrase) for phrase in found[:-1]), *last)
        return links if all(map(_is_place, links)) else ()

    def _joined_last(self, phrase: Phrase) -> tuple[SpeakerLink, ...]:
        """`Tessaria and Halden`, or `and Halden` alone."""
        words = phrase.words
        if words[0].folded in _CONJUNCTIONS and len(words) > 1:
            return (self._link(phrase_of(words[1:])),)
        return self._coordinated(phrase)

    def _link(self, phrase: Phrase) -> SpeakerLink:
        if is_pronoun(phrase, self.text):
            step = LinkStatus.PRONOUN_UNRESOLVED
            return SpeakerLink(step, "pronoun", PRONOUN, mention=phrase.span)
        last = phrase.core[-1]
        if not last.capital:
            return self._named_in_tail(phrase) or self._by_noun(phrase, last.folded)
        proper = self._final_proper(phrase)
        if proper is None or last.folded in titles().pronouns:
            return self._by_noun(phrase, last.folded)
        found = bare(proper)
        if not found.tokens:
            return self._named_in_tail(phrase) or self._by_noun(phrase, last.folded)
        return self._by_name(phrase, proper, found)

    def _final_proper(self, phrase: Phrase) -> Proper | None:
        """The capitalised sequence that the core ends with."""
        start, end = phrase.core[0].start, phrase.core[-1].end
        found = list(propers(self.text, start, end))
        if not found or found[-1].end < phrase.core[-1].start:
            return None
        opens = found[-1].opens
        if found[-1].start == start:
            opens = not phrase.owner and opens_sentence(self.text, max(0, start - 4), start)
        return Proper(found[-1].tokens, opens)

    def _by_name(self, phrase: Phrase, proper: Proper, found: Bare) -> SpeakerLink:
        last = found.tokens[-1].folded
        if found.honoured or self._is_full_name(found):
            return self._named(found)
        if self._is_group(phrase, proper, found):
            return self._described(phrase, LinkStatus.GROUP, "organisation-words", GROUP)
        if self._is_noun(phrase, proper, found):
            return self._by_noun(phrase, last)
        if found.title is None and article_before(phrase, proper):
            return self._described(phrase, LinkStatus.GROUP, "article", GROUP_BY_SHAPE)
        if found.title is None and not self.names.is_person(last) and len(found.tokens) == 1:
            if self.names.is_place(last):
                return self._described(phrase, LinkStatus.GROUP, _PLACE_STEP, GROUP)
            if self._is_acronym(found):
                return self._described(phrase, LinkStatus.GROUP, "acronym", GROUP_BY_SHAPE)
        return self._named(found)

    def _is_full_name(self, found: Bare) -> bool:
        """An initial, or a title and two words or more; none of them heads a body."""
        if any(len(token.folded) == 1 for token in found.tokens[:-1]):
            return True
        if found.title is None or len(found.tokens) < 2:
            return False
        return noun(found.tokens[-1].folded) not in (Noun.BODY, Noun.BODIES, Noun.TEXT)

    def _is_group(self, phrase: Phrase, proper: Proper, found: Bare) -> bool:
        bodies = groups()
        words = [token.folded for token in found.tokens]
        whole = [token.folded for token in proper.tokens if token.folded != "the"]
        if " ".join(words) in bodies.proper or " ".join(whole) in bodies.proper:
            return not self._is_titled_person(words[-1])
        if words[-1] in bodies.nouns or (len(words) > 1 and words[-1] in bodies.plural_nouns):
            return not (len(words) == 1 and proper.opens and not phrase.tail and phrase.core[1:])
        return len(words) > 1 and noun(words[0]) is Noun.BODY and bool(phrase.tail)

    def _is_titled_person(self, word: str) -> bool:
        return any(name.titled for name in self.names.by_last.get(word, ()))

    def _is_noun(self, phrase: Phrase, proper: Proper, found: Bare) -> bool:
        """A common noun that has a capital because a sentence or a headline begins, or none."""
        word = found.tokens[-1].folded
        if self.names.is_person(word):
            return False
        kind = noun(word)
        if word in groups().demonyms or word in groups().plural_demonyms:
            return True
        if kind is Noun.UNKNOWN or kind is Noun.OFFICE:
            return proper.opens and len(found.tokens) == 1 and self.names.is_common(word)
        return True

    def _is_acronym(self, found: Bare) -> bool:
        word = self.text[found.tokens[0].start : found.tokens[0].end]
        return word.isupper() and 1 < len(word) <= _ACRONYM_LETTERS

    def _named_in_tail(self, phrase: Phrase) -> SpeakerLink | None:
        """The name after the post in `the minister of foreign affairs of Korvania Ana Belk`."""
        head = noun(phrase.core[-1].folded)
        if head not in (Noun.OFFICE, Noun.PERSON) or not phrase.tail:
            return None
        if phrase.tail[0].folded != "of" or not phrase.tail[-1].capital:
            return None
        found = list(propers(self.text, phrase.tail[0].start, phrase.tail[-1].end))
        if not found or found[-1].end < phrase.tail[-1].end:
            return None
        named = self._after_place(found[-1])
        if named is None and head is Noun.OFFICE:
            named = self._last_two_words(found[-1])
        return self._named(named) if named else None

    def _last_two_words(self, proper: Proper) -> Bare | None:
        """First and last name after an unknown place: the document uses the last name alone."""
        tokens = proper.tokens
        if len(tokens) < MIN_WITH_PLACE or tokens[-1].folded not in self.names.lone:
            return None
        return None if self._is_place_or_body([tokens[-1].folded]) else Bare(tokens[-2:])

    def _after_place(self, proper: Proper) -> Bare | None:
        """What follows the place or body in `Korvania Ana Belk`, if it does name a person."""
        for cut in range(len(proper.tokens) - 1, 0, -1):
            before = [token.folded for token in proper.tokens[:cut]]
            if self._is_place_or_body(before):
                rest = bare(Proper(proper.tokens[cut:], opens=False))
                whole = len(rest.tokens) == len(proper.tokens) - cut
                known = len(rest.tokens) > 1 or (
                    bool(rest.tokens) and self.names.is_person(rest.tokens[-1].folded)
                )
                body = rest.tokens and self._is_place_or_body([t.folded for t in rest.tokens])
                return rest if whole and known and not body else None
        return None

    def _is_place_or_body(self, words: Sequence[str]) -> bool:
        bodies = groups()
        if " ".join(words) in bodies.proper or words[-1] in (
            "state",
            "affairs",
            "defense",
            "defence",
        ):
            return True
        if noun(words[-1]) in (Noun.BODY, Noun.BODIES):
            return True
        return len(words) == 1 and self.names.is_place(words[0])

    def _named(self, found: Bare) -> SpeakerLink:
        tokens = found.tokens
        mention = Span(tokens[0].start, tokens[-1].end)
        key = name_key(tokens)
        fullest = self.names.fullest(key)
        if fullest.span is None:
            confidence = self._unexpanded(found, key, fullest.step)
            return self._link_to(mention, mention, fullest.step, confidence)
        if len(key) > 1:
            step = "name-in-source" if fullest.span == mention else "fullest-form"
            return self._link_to(mention, fullest.span, step, NAMED_IN_FULL)
        return self._link_to(mention, fullest.span, "fullest-form", NAMED_BY_SURNAME)

    def _unexpanded(self, found: Bare, key: Sequence[str], step: str) -> float:
        if step == "namesakes":
            return NAMESAKES
        if len(key) > 1:
            return NAMED_IN_FULL if found.title else NAMED_ONCE
        return NAMED_ONCE if found.title or self.names.is_person(key[-1]) else NAMED_BY_SHAPE

    def _link_to(self, mention: Span, evidence: Span, step: str, confidence: float) -> SpeakerLink:
        name = evidence.of(self.text)
        return SpeakerLink(LinkStatus.NAMED, step, confidence, name, mention, evidence)

    def _by_noun(self, phrase: Phrase, head: str) -> SpeakerLink:
        kind = noun(head)
        proper = self._has_proper_modifier(phrase)
        definite = bool(phrase.owner) or not is_indefinite(phrase.core[0])
        if kind is Noun.OFFICE and definite:
            return self._described(phrase, LinkStatus.OFFICE, "office-words", OFFICE)
        if kind is Noun.BODY and (definite or proper):
            return self._described(phrase, LinkStatus.GROUP, "organisation-words", GROUP)
        if kind in (Noun.BODIES, Noun.PEOPLE, Noun.OFFICES) and (
            proper or self._is_people(phrase, head)
        ):
            return self._described(phrase, LinkStatus.GROUP, "plural", GROUP_BY_SHAPE)
        confidence = DESCRIPTION_BY_DEFAULT if kind is Noun.UNKNOWN else DESCRIPTION
        return self._described(phrase, LinkStatus.DESCRIBED, "description", confidence)

    def _is_people(self, phrase: Phrase, head: str) -> bool:
        """A party's or a country's people, of which an unknown one is known by its ending."""
        if head in groups().plural_followers or head in groups().plural_demonyms:
            return True
        last = phrase.core[-1]
        unknown = last.capital and head.endswith(_PEOPLE_ENDINGS)
        return unknown and not opens_sentence(self.text, max(0, last.start - 4), last.start)

    def _has_proper_modifier(self, phrase: Phrase) -> bool:
        """Whether a name or a demonym stands before the head: `Korvanian officials`."""
        before = (*phrase.owner, *phrase.core[:-1])
        for word in before:
            if not word.capital or is_determiner(word):
                continue
            first = word.start == phrase.words[0].start
            if not first or self._is_proper_modifier(word.folded, word.start):
                return True
        return False

    def _is_proper_modifier(self, word: str, start: int) -> bool:
        """The first word of a sentence has a capital whatever it is."""
        bodies = groups()
        if word in bodies.proper or word in bodies.demonyms or word in bodies.followers:
            return True
        if not opens_sentence(self.text, max(0, start - 4), start):
            return True
        return self.names.is_person(word) or word.endswith(_DEMONYM_ENDINGS)

    def _described(
        self, phrase: Phrase, status: LinkStatus, step: str, confidence: float
    ) -> SpeakerLink:
        span = phrase.span
        return SpeakerLink(status, step, confidence, span.of(self.text), span, span)


def _may_be_named_beside(head: Phrase, link: SpeakerLink) -> bool:
    """Whether a name after a comma can be the person that the head describes."""
    if link.status is LinkStatus.OFFICE:
        return True
    first = head.words[0].folded
    kind = noun(head.core[-1].folded)
    return kind in (Noun.PERSON, Noun.OFFICE) or (first == "one" and link.name is not None)


def _are_several(links: Sequence[SpeakerLink]) -> bool:
    """Names joined by "and" are several speakers; bodies are only where every one is sure."""
    first = links[0]
    if first.status is LinkStatus.OFFICE and links[-1].status is LinkStatus.NAMED:
        return first.mention is not None and links[-1].confidence > NAMED_BY_SHAPE
    if first.status is LinkStatus.NAMED:
        if any(_is_rest_of_name(link) for link in links[1:]):
            return False
        return first.confidence > NAMED_BY_SHAPE or links[-1].status is LinkStatus.NAMED
    return all(link.status is LinkStatus.GROUP and _is_place(link) for link in links)


def _is_place(link: SpeakerLink) -> bool:
    """Whether a place speaks by its name alone, known or shown to be one by the document."""
    known = link.name is not None and is_proper_place(link.name)
    return known or link.step == _PLACE_STEP


def _is_rest_of_name(link: SpeakerLink) -> bool:
    """`Border Services` in `Korva Customs and Border Services`: a body without an article."""
    if link.status is not LinkStatus.GROUP or link.name is None or is_proper_place(link.name):
        return False
    return link.name.split()[0].lower() not in titles().determiners


def is_proper_place(name: str) -> bool:
    """Whether a whole mention is a place that speaks by itself: `Moscow`, `the Kremlin`."""
    return name.lower().removeprefix("the ") in groups().proper
