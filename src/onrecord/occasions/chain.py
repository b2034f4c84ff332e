"""Reads a stretch of a frame part by part, keeping track of what each part belongs to.

`told the BBC in an interview in Ostrel on Monday` is a chain: the place and the day belong to the
interview, that to the saying. `said after the attack on Monday` is one too, and the day belongs to
the attack.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.domain.occasion import OccasionKind
from onrecord.domain.span import Span
from onrecord.domain.time import TimeExpression
from onrecord.lexicon.occasions import occasion_words
from onrecord.occasions.facts import Event, Facts, Moment, Tie
from onrecord.occasions.frames import Stretch, Where
from onrecord.occasions.naming import Naming
from onrecord.occasions.parties import Group, Named
from onrecord.occasions.parts import PUNCTUATION, Part, parts_of
from onrecord.occasions.signs import read_signs, written_source
from onrecord.occasions.tokens import tokens_of

_AWAY = frozenset(("relative", "away", "when", "before", "after"))
"""Heads after which a new matter begins, unless an occasion follows."""

_MAY_TRAIL = (OccasionKind.TALKS, OccasionKind.SESSION, OccasionKind.CALL, OccasionKind.DOCUMENT)
"""Kinds that indirect speech itself often ends with: "said Halden would attend the talks"."""

_OF_EVENT = {"of": (Group.PARLIAMENT,), "for": (Group.OUTLET,), "against": (), "by": ()}
"""Whom these heads lead to after an occasion; the others lead to anybody."""

_REACH = 12
"""Code points after an expression of time in which the word stands that it is counted by."""

_HEARERS = (Group.OUTLET, Group.JOURNALISTS)
"""Who listens where the verb is none of telling: `confirmed to the BBC that …`."""

_FIRST_PARTS = 3
"""Parts at the start of a sentence that a place of saying is looked for in."""


class Chain:
    """One stretch, read into `facts`. `writes` says that the cue is a verb of writing."""

    def __init__(self, naming: Naming, stretch: Stretch, facts: Facts, writes: bool) -> None:
        self.naming = naming
        self.stretch = stretch
        self.facts = facts
        self.writes = writes
        self.tie = Tie.SAYING
        self.event: Event | None = None
        self.spoke = self.spoken_to = self.listing = False
        self.relative = self.over = False
        self.direct = True
        """Nothing but listeners, times and places so far."""
        self.tokens = tokens_of(naming.text, stretch.start, stretch.end)
        self.parts = list(parts_of(self.tokens, stretch.start))

    def read(self) -> None:
        """All parts, in order."""
        if self.stretch.where is not Where.SOURCE:
            read_signs(self.stretch, self.tokens, self.facts)
        elif (writing := written_source(self.parts[0].tokens)) is not None:
            self._enter(writing)
        for number, part in enumerate(self.parts):
            if part.head:
                self._turn(number)
            times = self.naming.times_in(part.opens, max(part.opens + 1, part.end))
            self._read_part(number, times)
            self._note_times(part, times)
        if self.stretch.where is Where.BEFORE:
            self._close()

    def read_title(self) -> None:
        """A title names its occasion without a preposition: `Meeting with Ana Belk`."""
        event = self.naming.event(self.parts[0], "in")
        if event is not None:
            self._enter(event)
            for number, part in enumerate(self.parts):
                if part.kind in ("party", "joined"):
                    self._read_part(number, ())

    def _turn(self, number: int) -> None:
        """What a head does to the tie; those of the cue itself do nothing."""
        part = self.parts[number]
        self.listing = self.listing and part.kind == "joined"
        if self.over:
            return
        if part.kind == PUNCTUATION:
            self.relative = False
            self.tie = Tie.SAYING if self.tie is Tie.AWAY else self.tie
        elif part.kind == "speaking" and not self.relative:
            self.tie = Tie.SAYING
        elif part.opens >= self.stretch.free:
            self._turn_away(number)

    def _turn_away(self, number: int) -> None:
        kind = self.parts[number].kind
        if kind == "that":
            self.tie, self.over = Tie.AWAY, True
        elif kind in _AWAY:
            apart = kind in ("before", "after") and self.tie is not Tie.AWAY
            if apart and self._word_before(number) in occasion_words().grammar.units:
                self.facts.displaced = True
            self.tie = Tie.AWAY
            self.relative = self.relative or kind == "relative"

    def _word_before(self, number: int) -> str:
        """The last word before a part's head."""
        tokens = self.parts[number - 1].tokens if number else ()
        return tokens[-1].word if tokens else ""

    def _read_part(self, number: int, times: Sequence[TimeExpression]) -> None:
        part = self.parts[number]
        match part.kind:
            case "at" | "after":
                self._at(number, times)
            case "party":
                self._party(number)
            case "told":
                self._told(number)
            case "before":
                self._before(number)
            case "joined" if self.listing:
                self._party_of_event(part.head, self._actor(number))
            case "via":
                self._via(number)
            case "meeting":
                self._met(number)
            case "speaking":
                self.spoke = self.spoken_to = True
            case _ if part.tokens and self.tie is Tie.SAYING:
                self._clause(part, times)

    def _at(self, number: int, times: Sequence[TimeExpression]) -> None:
        part = self.parts[number]
        event = None if self.relative else self.naming.event(part, part.head)
        if event is not None and not (self._trails() and event.kind in _MAY_TRAIL):
            event.after = part.kind == "after"
            self._enter(event)
            return
        if event is not None:
            self.tie = Tie.AWAY
        self.direct = self.direct and part.kind == "at"
        if part.kind == "after" or not part.tokens or self.tie is Tie.AWAY:
            return
        if not (times and self._only_fillers(part, times[0].span.start)):
            self._place_or_outlet(number)

    def _place_or_outlet(self, number: int) -> None:
        part = self.parts[number]
        if part.head in ("on", "in", "via"):
            named = self.naming.named(self.parts, number)
            if named is not None and named.group is Group.OUTLET and named.party.name:
                self._outlet(part, named)
                return
        if part.head in occasion_words().grammar.placed_by and self._may_place(number):
            place = self.naming.place(part)
            if place is not None:
                self.facts.places.append((place, self.tie))
                return
        self.direct = False

    def _outlet(self, part: Part, named: Named) -> None:
        """`in an interview on CNN`, `said on CNN`; `wrote in the Courier`."""
        span = Span(part.opens, named.party.span.end)
        if self.event is not None and self.tie is Tie.EVENT:
            self.event.parties.append(named)
        elif part.head == "on":
            self._enter(Event(OccasionKind.INTERVIEW, span, parties=[named]))
        elif part.head == "in" and self.writes:
            self.facts.outlets.append(named)
            self._enter(Event(OccasionKind.DOCUMENT, span))

    def _may_place(self, number: int) -> bool:
        """A place of saying follows the cue or an occasion, or opens the sentence."""
        if self.tie is Tie.EVENT or self.spoke:
            return True
        if self.stretch.adjoins:
            return False
        if self.stretch.where is Where.BEFORE:
            return number < _FIRST_PARTS and not self.parts[0].tokens
        return self.direct and self.stretch.where in (Where.AFTER, Where.TRAILING)

    def _party(self, number: int) -> None:
        """`with Belk` after an occasion; `to reporters` after a verb of speaking."""
        part = self.parts[number]
        heard = part.head in ("to", "with") and self.spoken_to and self.tie is Tie.SAYING
        event = self.naming.event(part, part.head) if heard else None
        if event is not None:
            self._enter(event)
            return
        named = self.naming.named(self.parts, number)
        direct = self.direct and part.head == "to" and self.stretch.where is Where.AFTER
        self.direct = self.spoken_to = False
        if self.tie is Tie.EVENT:
            self._party_of_event(part.head, named)
        elif named is not None and (heard or (direct and named.group in _HEARERS)):
            self.facts.listeners.append((Span(part.opens, named.party.span.end), named))
        elif part.head not in ("to", "with", "by") and part.opens >= self.stretch.free:
            self.tie = Tie.AWAY

    def _party_of_event(self, head: str, named: Named | None) -> None:
        if self.event is None or named is None:
            return
        if named.group in _OF_EVENT.get(head, tuple(Group)):
            self.event.parties.append(named)
            self.listing = True

    def _actor(self, number: int) -> Named | None:
        named = self.naming.named(self.parts, number)
        return named if named and named.group is Group.ACTOR else None

    def _told(self, number: int) -> None:
        event = self.naming.event(self.parts[number], "at")
        if event is not None:
            self._enter(event)
            return
        named = self.naming.named(self.parts, number)
        if named is not None and not self.relative:
            span = Span(self.parts[number].opens, named.party.span.end)
            self.facts.listeners.append((span, named))

    def _met(self, number: int) -> None:
        named = self.naming.named(self.parts, number)
        if named and named.group in (Group.ACTOR, Group.NAME) and not self.relative:
            part = self.parts[number]
            span = Span(part.opens, part.opens + len(part.head))
            self._enter(Event(OccasionKind.TALKS, span, parties=[named]))

    def _via(self, number: int) -> None:
        self.direct = False
        named = self.naming.named(self.parts, number)
        if named is not None and named.group is Group.OUTLET:
            self.facts.outlets.append(named)

    def _before(self, number: int) -> None:
        """`hours ahead of the talks`: not said there, but dated by them."""
        event = None if self.relative else self.naming.event(self.parts[number], "at")
        if event and self._word_before(number) in occasion_words().grammar.close:
            self.facts.close_before = event

    def _clause(self, part: Part, times: Sequence[TimeExpression]) -> None:
        """Words that no preposition opens: a clause, where the frame does not begin with them."""
        if self.stretch.where in (Where.BEFORE, Where.TRAILING):
            end = times[0].span.start if times else part.end
            if not self._only_fillers(part, end):
                self.tie = Tie.AWAY

    def _note_times(self, part: Part, times: Sequence[TimeExpression]) -> None:
        for time in times:
            tie = Tie.AWAY if self._is_away(part, time) else self.tie
            self.facts.moments.append(Moment(time, tie, self.stretch.where))

    def _is_away(self, part: Part, time: TimeExpression) -> bool:
        """Whether an expression is no time of saying, whatever came before it."""
        if self.event is None and (self._trails() or self.stretch.where is Where.SOURCE):
            return True
        if self._continues(time):
            return True
        if self._counts_from_event(time):
            self.facts.displaced = True
            return True
        led = part.kind in ("at", "party") and part.head not in occasion_words().grammar.dated_by
        if led and self._only_fillers(part, time.span.start):
            return True
        return self._modifies(part, time)

    def _counts_from_event(self, time: TimeExpression) -> bool:
        """`the day after the vote`: counted from something that is not known."""
        words = self.naming.text[time.span.end : time.span.end + _REACH].split(maxsplit=1)
        if not words or words[0].lower() not in ("after", "before", "following"):
            return False
        last = time.span.of(self.naming.text).lower().split()[-1]
        return last in occasion_words().grammar.units

    def _modifies(self, part: Part, time: TimeExpression) -> bool:
        """Whether the expression belongs to a noun that is no occasion: `Monday's attack`."""
        if self.event is not None and part.start <= self.event.span.start < part.end:
            return False
        end = time.span.end
        if self.naming.text[end : end + 2] in ("'s", "’s", "' ", "’ "):
            return True
        before = [token.word for token in part.tokens if token.end <= time.span.start]
        if not before or before[-1] not in occasion_words().grammar.articles:
            return False
        return any(token.start >= end and token.word.isalpha() for token in part.tokens)

    def _trails(self) -> bool:
        """Whether all of this may be more of what was said."""
        return self.stretch.adjoins and self.stretch.where is Where.TRAILING

    def _continues(self, time: TimeExpression) -> bool:
        """Whether a time after somebody else's words belongs to them: no source follows it."""
        if not self.stretch.adjoins or self.stretch.where is not Where.BEFORE:
            return False
        return bool(self.naming.text[time.span.end : self.stretch.end].strip(" ,"))

    def _only_fillers(self, part: Part, end: int) -> bool:
        fillers = occasion_words().fillers
        before = (token.word for token in part.tokens if token.start < end)
        return all(word in fillers or not word[0].isalnum() for word in before)

    def _enter(self, event: Event) -> None:
        self.event = event
        self.tie = Tie.EVENT
        self.facts.events.append(event)

    def _close(self) -> None:
        """What leads up to the source: `days after Belk said`, `on Monday, when Belk said`."""
        last = self.parts[-1]
        if last.kind in ("after", "before") and not last.tokens:
            self.facts.displaced = True
        opening = next((part for part in self.parts if part.kind == "when"), None)
        if opening is None or any(p.head in ",;" for p in self.parts if p.opens > opening.opens):
            return
        for number, moment in enumerate(self.facts.moments):
            end = moment.expression.span.end
            if end <= opening.opens and not self.naming.text[end : opening.opens].strip(" ,"):
                self.facts.moments[number] = replace(moment, tie=Tie.SAYING)
