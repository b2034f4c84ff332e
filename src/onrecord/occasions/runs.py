"""Which occasion and day hold for statements that do not say: those of whoever speaks on.

A report names the occasion once and goes on: `he added`. It also looks back: `in December he said`,
and what it quotes then is of another day; after that the report comes back to its main occasion.
"""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from onrecord.domain.occasion import OccasionKind, Said
from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.lexicon.occasions import occasion_words
from onrecord.occasions.draft import Draft
from onrecord.occasions.found import Found, Key
from onrecord.occasions.scenes import Scene, Scenes

RECENT = timedelta(days=7)
"""News of the last week is the report's main matter; what is older it looks back to."""

NEAR = 3
"""Sentences between two statements of one writing, or of words that reporters merely heard."""

FAR = 8
"""Sentences between two statements of one interview, speech or meeting, after its beginning."""

LEAD = 4
"""Sentences at the start of a report in which its main occasion is named."""

STATED, CARRIED, SCENE, PUBLISHED = 0.9, 0.75, 0.65, 0.6
"""Confidence of a date that the frame states, that the same speaker's last one had, that the
sentence before gives, and that of the report."""

PUBLICATION = "publication"

_TOGETHER = (OccasionKind.TALKS, OccasionKind.PRESS_CONFERENCE, OccasionKind.CALL)
"""Kinds at which the counterparts speak too."""

_WRITTEN = (OccasionKind.SOCIAL_MEDIA, OccasionKind.DOCUMENT)


@dataclass(slots=True)
class Run:
    """Statements of one speaker on one occasion, in sentences `first` to `last`.

    `back`: the report looks back here; `pluperfect`: with "had said", which carries on by itself.
    """

    said: Said | None
    draft: Draft | None
    first: int
    last: int
    back: bool
    pluperfect: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """When and where one statement was made."""

    said: Said | None = None
    draft: Draft | None = None


@dataclass(slots=True)
class Runs:
    """Settles the statements of a document, which come in order of the text."""

    published: Period | None
    evidence: tuple[Span, ...]
    scenes: Scenes
    _spoken: set[int] = field(default_factory=set)
    _current: dict[Key, Run] = field(default_factory=dict)
    _main: dict[Key, Run] = field(default_factory=dict)
    _first: dict[Key, Run] = field(default_factory=dict)
    _joined: dict[str, Run] = field(default_factory=dict)
    _named: list[tuple[Key, Draft, Run]] = field(default_factory=list)

    def settle(self, found: Found) -> Settled:
        """One statement, by its own frame or by what came before."""
        settled = self._carried_on(found) if found.silent else self._own(found)
        self._spoken.update(range(found.frame.first, found.frame.last + 1))
        return settled

    def publication(self, found: Found) -> Said | None:
        """The day of the report, for words of that day and what somebody thinks or wants then."""
        if self.published is None or (not found.speech and found.past):
            return None
        return Said(self.published, PUBLICATION, self.evidence, PUBLISHED)

    def main_of(self, key: Key) -> Run | None:
        """The first main run of a speaker, once there is one."""
        return self._first.get(key)

    def carry(self, found: Found, run: Run) -> Settled:
        """A statement that has its day and occasion from a run."""
        if not found.speech:
            return Settled(self.publication(found))
        draft = run.draft if goes_on(found, run) else None
        run.last = max(run.last, found.frame.last)
        return Settled(carried(run.said, "occasion" if draft else "same-again"), draft)

    def _carried_on(self, found: Found) -> Settled:
        run = self._run_of(found)
        return self.carry(found, run) if run else self._by_scene(found)

    def _run_of(self, found: Found) -> Run | None:
        run = self._current.get(found.key) if found.key else None
        if run is None:
            joined = self._joined.get(found.key[0]) if len(found.key) == 1 else None
            return joined if joined and goes_on(found, joined) else None
        if not run.back or self._looks_back_still(found, run):
            return run
        main = self._main.get(found.key)
        if main is not None:
            self._current[found.key] = main
        return main

    def _looks_back_still(self, found: Found, run: Run) -> bool:
        """Whether the report goes on looking back: "he added", on and on after "had said", or with
        somebody of whom it has nothing else."""
        gap = found.frame.first - run.last
        if found.present:
            return False
        if found.pronoun or found.key not in self._main:
            return gap <= NEAR
        return run.pluperfect and gap <= 1

    def _by_scene(self, found: Found) -> Settled:
        """What somebody says in a scene that the sentence before sets is of its day and occasion;
        where the day is long past, the saying may be of it or not."""
        scene = self._scene(found)
        if scene is None:
            return Settled(self.publication(found))
        said, period = self.publication(found), scene.period
        if period is not None and self._is_old(period):
            return Settled()
        if period is not None and period.days <= RECENT.days and self._is_past(period):
            said = Said(period, "occasion", scene.evidence, SCENE)
        if scene.shown is None:
            return Settled(said)
        draft = Draft.of(scene.shown, found.frame.first < LEAD)
        run = Run(said, draft, found.frame.first - 1, found.frame.last, False, False)
        self._begin(found, run)
        self._named.append((found.key, draft, run))
        return Settled(said, draft)

    def _scene(self, found: Found) -> Scene | None:
        told = found.speech and found.past and len(found.key) == 1
        if not told or found.frame.first - 1 in self._spoken:
            return None
        return self.scenes.before(found.key[0], found.frame.first)

    def _own(self, found: Found) -> Settled:
        """A statement whose frame says when or where it was made: it begins a run."""
        before = self._current.get(found.key) if found.key else None
        on = before is not None and self._is_of_before(found, before)
        again = self._again(found)
        said = before.said if on and before else self._said(found, again)
        back = on or found.when.earlier or self._is_old(found.when.period)
        draft = self._draft(found, said, again, back)
        pluperfect = found.when.earlier or bool(on and before and before.pluperfect)
        run = Run(said, draft, found.frame.first, found.frame.last, back, pluperfect)
        self._begin(found, run)
        if draft is not None and again is None:
            self._named.append((found.key, draft, run))
        return Settled(carried(said, "same-again") if on else said, draft)

    def _is_of_before(self, found: Found, before: Run) -> bool:
        """Whether a place or a new occasion without a day belongs to what the report looks back
        to."""
        if not before.back or not found.when.is_silent or found.shown is None:
            return False
        known = found.shown.weak or self.published is not None
        return known and self._looks_back_still(found, before)

    def _begin(self, found: Found, run: Run) -> None:
        if found.key:
            self._current[found.key] = run
        if run.back:
            return
        if found.key:
            self._main[found.key] = run
            self._first.setdefault(found.key, run)
        if run.draft is not None and run.draft.kind in _TOGETHER:
            profiles = (party.profile for party in run.draft.counterparts if party.profile)
            self._joined.update(dict.fromkeys(profiles, run))

    def _said(self, found: Found, again: Run | None) -> Said | None:
        when = found.when
        if when.period is not None:
            return Said(when.period, "stated", when.evidence, STATED)
        if when.undated:
            return None
        if again is not None and again.said is not None:
            return carried(again.said, "occasion")
        return self.publication(found)

    def _draft(
        self, found: Found, said: Said | None, again: Run | None, back: bool
    ) -> Draft | None:
        """The occasion that the frame shows, or that of the same speaker on the same day:
        `Belk said on Friday`, where her interview was on that Friday."""
        if found.shown is not None:
            if again is not None and again.draft is not None:
                again.draft.takes_in(found.shown)
                return again.draft
            return Draft.of(found.shown, found.frame.first < LEAD and not back)
        run = self._current.get(found.key)
        if back or run is None or said is None or run.said is None:
            return None
        return run.draft if run.said.period == said.period and goes_on(found, run) else None

    def _again(self, found: Found) -> Run | None:
        """The run of an occasion that the frame names again."""
        for key, draft, run in reversed(self._named) if found.shown else ():
            takes_part = key == found.key or (len(found.key) == 1 and draft.has(found.key[0]))
            if takes_part and _is_same(found, draft, run):
                return run
        return None

    def _is_past(self, period: Period) -> bool:
        return self.published is None or period.first <= self.published.last

    def _is_old(self, period: Period | None) -> bool:
        """Whether the report looks back to such days; one without a date may do so with any."""
        if period is None or self.published is None:
            return period is not None
        return period.last < self.published.first - RECENT


def carried(said: Said | None, step: str) -> Said | None:
    """A date taken over from another statement."""
    if said is None or said.step == PUBLICATION:
        return said
    return replace(said, step=step, confidence=min(said.confidence, CARRIED))


def goes_on(found: Found, run: Run) -> bool:
    """Whether a statement that names no occasion belongs to that of the run."""
    draft, gap, words = run.draft, found.frame.first - run.last, occasion_words()
    if draft is None or not found.speech:
        return False
    if draft.kind in _WRITTEN:
        on = not found.cue or not found.cue.isdisjoint(words.writing | words.continuing)
        return on and gap <= NEAR and (found.pronoun or gap <= 1)
    if not found.cue.isdisjoint(words.writing):
        return False
    if draft.weak or draft.kind is OccasionKind.STATEMENT:
        return gap <= NEAR
    return gap <= FAR or run.first < LEAD


def _is_same(found: Found, draft: Draft, run: Run) -> bool:
    """Whether a frame names an occasion again rather than another one."""
    shown = found.shown
    assert shown is not None
    if found.when.undated or not _same_day(found.when.period, run.said):
        return False
    near = found.frame.first - run.last
    if shown.weak and not shown.counterparts:
        apart = draft.place and shown.place and draft.place.name != shown.place.name
        known = draft.place is not None and shown.place is not None
        return not apart and goes_on(found, run) and (known or near <= 1)
    if not draft.agrees(shown):
        return False
    met = bool(shown.counterparts and draft.counterparts)
    return met or shown.definite or near <= NEAR


def _same_day(period: Period | None, said: Said | None) -> bool:
    if period is None or said is None or said.step == PUBLICATION:
        return True
    return said.period.meet(period) is not None
