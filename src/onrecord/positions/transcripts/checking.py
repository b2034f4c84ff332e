"""Quotations held against transcripts: exact, cut, altered or not found.

A quotation is looked for among the turns of its speaker up to the day of its report: first in the
transcripts of the days on which it may have been said, where less is asked of a likeness, then in
all. What is not his is looked for among everybody else's words, and only near-verbatim there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from onrecord.domain.reported import ReportedStatement
from onrecord.domain.statement import StatementKind
from onrecord.domain.transcript import Absence, Checked, Searched, Transcript, Verdict
from onrecord.positions.transcripts.finding import Finder, Found
from onrecord.positions.transcripts.index import Flags, SentenceIndex
from onrecord.positions.transcripts.judging import judge
from onrecord.positions.transcripts.passages import passage_of
from onrecord.positions.transcripts.quoted import Quoted, quoted_words
from onrecord.positions.transcripts.voices import SameName, Voices, days_of, latest_of, names_of


@dataclass(frozen=True, slots=True)
class Bar:
    """What a passage must have of a quotation to be taken for it.

    `ordered` is the share of its information that stands there in the same order, `information`
    how much that is, in units of a rarest word; `verbatim` is the latter for a quotation of which
    every word stands there in a row, `likeness` the share in any order.
    """

    ordered: float
    likeness: float
    information: float
    verbatim: float


# Calibrated on quotations that cannot be on record: those of others than the president in the press
# (758 of 125 Guardian and 399 AllSides articles) held against his words in 40 transcripts. In a row
# they share "red line", "given a chance" (1.6 units) and less; in any order, with 2 units or more,
# .45 on any day, .38 (of 431) on the days of saying. His own, translated anew, share .45 to .70.
# Vectors of sentences tell less, and are left out: his own score .64 to .82, those of others on the
# same subject and day up to .70 (all-MiniLM-L6-v2, cosine with the best sentence).
ANY_DAY = Bar(ordered=0.5, likeness=0.55, information=2.2, verbatim=2.0)
THOSE_DAYS = Bar(ordered=0.4, likeness=0.42, information=2.1, verbatim=1.1)
SOMEBODY_ELSE = Bar(ordered=0.75, likeness=0.8, information=3.2, verbatim=2.2)

NEAR = 0.25
"""Likeness from which the best passage is shown beside a quotation that was not found."""


IN_CONTEXT = 0.3
"""Likeness that is enough where the words around the quotation are in the passage too."""


class Transcripts:
    """Transcripts ready to be searched. `same_name` tells whether two names may be one person's."""

    def __init__(self, transcripts: Iterable[Transcript], same_name: SameName) -> None:
        self.index = SentenceIndex(tuple(transcripts))
        self.voices = Voices(self.index, same_name)
        self.finder = Finder(self.index)


def check(
    quotations: Iterable[ReportedStatement], transcripts: Transcripts, *, indirect: bool = False
) -> Iterator[Checked]:
    """The verdict on each quotation, in order; what quotes nothing is passed over.

    Only what stands between quotation marks is held against the record; where `indirect`, all that
    is said.
    """
    checker = _Checker(transcripts)
    for quotation in quotations:
        quoted = quoted_words(quotation, indirect=indirect)
        if any(part.tokens for part in quoted.parts):
            yield checker.check(quotation, quoted)


class _Checker:
    def __init__(self, transcripts: Transcripts) -> None:
        self._index = transcripts.index
        self._voices = transcripts.voices
        self._finder = transcripts.finder

    def check(self, quotation: ReportedStatement, quoted: Quoted) -> Checked:
        names = names_of(quotation)
        own = self._voices.own(names)
        in_time = self._voices.until(latest_of(quotation))
        days = days_of(quotation)
        those_days = own & self._voices.within(days) if days else np.zeros_like(own)
        searched = self._searched(own & in_time, those_days)
        certain = bool(names)
        loosely = certain and quotation.statement.kind is not StatementKind.INDIRECT
        bars = (
            THOSE_DAYS if certain else SOMEBODY_ELSE,
            ANY_DAY if loosely else SOMEBODY_ELSE,
        )
        found, nearest = self._own(quoted, those_days, own & in_time, bars)
        if found is None and names:
            found = self._by_context(quotation, quoted, those_days)
        if found is not None:
            return self._found(quotation, quoted, found, searched, certain=certain)
        elsewhere = self._elsewhere(quoted, ~own & in_time)
        return self._missing(quotation, quoted, searched, nearest, elsewhere)

    def _searched(self, own: Flags, those_days: Flags) -> Searched:
        return Searched(
            transcripts=len(self._index.transcripts),
            of_speaker=len(self._voices.transcripts(own)),
            of_those_days=tuple(
                one.url or one.name for one in self._voices.transcripts(those_days)
            ),
        )

    def _own(
        self, quoted: Quoted, those_days: Flags, own: Flags, bars: tuple[Bar, Bar]
    ) -> tuple[Found | None, Found | None]:
        """The passage, and the nearest one if none will do; `bars` for those days and for any."""
        here, anywhere = bars
        near = self._finder.find(quoted, those_days)
        found = next((one for one in near if passes(one, here)), None)
        if found is not None and passes(found, anywhere):
            return found, None
        far = self._finder.find(quoted, own)
        found = next((one for one in far if passes(one, anywhere)), found)
        return found, None if found else next(iter([*near[:1], *far[:1]]), None)

    def _by_context(
        self, quotation: ReportedStatement, quoted: Quoted, those_days: Flags
    ) -> Found | None:
        """Where the words around the quotation marks lead to its passage: "recalled that all
        parties are bound, “not the convenient one”".
        """
        if quotation.statement.kind is not StatementKind.MIXED:
            return None
        whole = quoted_words(quotation, indirect=True)
        around = next(iter(self._finder.find(whole, those_days)), None)
        if around is None or not passes(around, THOSE_DAYS):
            return None
        places = [place for part in around.parts for place in part.places]
        here = np.zeros_like(those_days)
        here[places] = True
        found = next(iter(self._finder.find(quoted, here)), None)
        return found if found is not None and found.likeness >= IN_CONTEXT else None

    def _elsewhere(self, quoted: Quoted, others: Flags) -> Found | None:
        found = self._finder.find(quoted, others)
        return next((one for one in found if passes(one, SOMEBODY_ELSE)), None)

    def _found(
        self,
        quotation: ReportedStatement,
        quoted: Quoted,
        found: Found,
        searched: Searched,
        *,
        certain: bool,
    ) -> Checked:
        passage = passage_of(self._index, found, quoted)
        verdict, alteration, changes = judge(found, passage, quoted.text)
        return Checked(
            quotation=quotation,
            quoted=quoted.words,
            verdict=verdict,
            searched=searched,
            alteration=alteration,
            passage=passage,
            changes=changes,
            certain=certain,
        )

    def _missing(
        self,
        quotation: ReportedStatement,
        quoted: Quoted,
        searched: Searched,
        nearest: Found | None,
        elsewhere: Found | None,
    ) -> Checked:
        absence = self._absence(quotation, quoted, searched, elsewhere)
        shown = elsewhere
        if absence is not Absence.TOO_SHORT and nearest and nearest.likeness >= NEAR:
            shown = elsewhere or nearest
        return Checked(
            quotation=quotation,
            quoted=quoted.words,
            verdict=Verdict.NOT_FOUND,
            searched=searched,
            absence=absence,
            passage=passage_of(self._index, shown, quoted) if shown else None,
            certain=bool(names_of(quotation)),
        )

    def _absence(
        self,
        quotation: ReportedStatement,
        quoted: Quoted,
        searched: Searched,
        elsewhere: Found | None,
    ) -> Absence:
        if elsewhere is not None:
            return Absence.OTHER_SPEAKER
        if self._is_too_short(quoted):
            return Absence.TOO_SHORT
        if searched.of_those_days:
            return Absence.NOT_IN_TRANSCRIPT
        return Absence.NO_TRANSCRIPT if days_of(quotation) else Absence.NO_DAY

    def _is_too_short(self, quoted: Quoted) -> bool:
        total = sum(self._index.worth(token) for part in quoted.parts for token in part.tokens)
        return total < THOSE_DAYS.verbatim


def passes(found: Found, bar: Bar) -> bool:
    """Whether a passage is taken for the words of a quotation."""
    if found.is_verbatim:
        return found.information >= bar.verbatim
    enough = found.ordered >= bar.ordered or found.likeness >= bar.likeness
    return enough and found.information >= bar.information
