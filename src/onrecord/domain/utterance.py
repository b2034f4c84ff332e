"""One act of speech, and the reports of it."""

from dataclasses import dataclass

from onrecord.domain.issue import StatementKey
from onrecord.domain.period import Period
from onrecord.domain.wording import Comparison, Wording


@dataclass(frozen=True, slots=True)
class Retelling:
    """One statement that reports an utterance.

    `wording` and `comparison` say what its words are to those of the utterance's `lead` (absent for
    the lead itself). `copied_from` is the statement whose words it seems to have taken over: an
    earlier report, or that of the agency it names.
    """

    key: StatementKey
    outlet: str
    published: Period | None = None
    wording: Wording = Wording.EXACT
    comparison: Comparison | None = None
    copied_from: StatementKey | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """Statements, in one document or several, that report one act of speech.

    `id` is stable while its lead is: a digest of the lead's key. `lead` is the report whose words
    stand for it: the fullest direct quotation, the earliest of several. `retellings` are in order
    of publication, the first report first; the lead is one of them. `said` are the days on which
    all reports agree as far as they do, else those of the report that knows best.
    """

    id: str
    lead: StatementKey
    retellings: tuple[Retelling, ...]
    said: Period | None = None

    @property
    def outlets(self) -> tuple[str, ...]:
        """Each outlet once, the first to report first."""
        return tuple(dict.fromkeys(retelling.outlet for retelling in self.retellings))
