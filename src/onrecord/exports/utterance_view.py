"""Utterances as the page shows them: who retold one, in which words, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.domain.issue import StatementKey
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.utterance import Retelling, Utterance
from onrecord.domain.wording import Wording
from onrecord.exports.circumstance_words import interval
from onrecord.exports.evidence import Anchors, speaker_words
from onrecord.exports.excerpt import excerpt
from onrecord.exports.line_words import counted
from onrecord.exports.sections import UtteranceSection
from onrecord.exports.word_diff import DiffPiece, diff_of, flags_of

MOST_UTTERANCES = 60
"""Utterances on a page, those that were altered or retold most; further ones are counted."""

MOST_RETELLINGS = 12
"""Reports of one utterance that are shown; further ones are counted."""

EXCERPT_CHARACTERS = 160
"""Of an utterance's words, where it is folded."""

LEAD_CHARACTERS = 1500
"""Of the words that the others are compared with; the whole of them is in their report."""

WORDING_WORDS = {wording: wording.value.replace("_", " ") for wording in Wording}
SAME_WORDS = frozenset({Wording.EXACT, Wording.WIRE_COPY})
"""Wordings that there is nothing to show a difference of."""


@dataclass(frozen=True, slots=True)
class RetellingView:
    """One report; `pieces` are its words against those of the lead, none where they are the same.

    `words` are its own words where there is nothing to compare them with.
    """

    outlet: str
    document: str
    when: str
    wording: str
    lead: bool
    first: bool
    copied_from: str
    words: str
    pieces: tuple[DiffPiece, ...]
    flags: tuple[str, ...]
    anchor: str | None


@dataclass(frozen=True, slots=True)
class UtteranceView:
    """One utterance and its reports, the first first; `hidden` counts those not shown."""

    anchor: str
    speaker: str
    words: str
    when: str
    statements: str
    outlets: str
    wordings: tuple[str, ...]
    flags: tuple[str, ...]
    retellings: tuple[RetellingView, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class UtterancesView:
    """All that is shown of what was reported more than once; `hidden` counts the others."""

    utterances: tuple[UtteranceView, ...]
    hidden: int


def utterances_view(sections: Sequence[UtteranceSection], anchors: Anchors) -> UtterancesView:
    """Those with more than one report: first the altered ones, then those retold most."""
    retold = [one for one in sections if len(one.utterance.retellings) > 1]
    ordered = sorted(retold, key=_weight)
    shown = ordered[:MOST_UTTERANCES]
    views = (_view(f"u{number}", one, anchors) for number, one in enumerate(shown, start=1))
    return UtterancesView(tuple(views), len(ordered) - len(shown))


def _weight(section: UtteranceSection) -> tuple[bool, int, int, str]:
    utterance = section.utterance
    altered = any(one.comparison and one.comparison.changes for one in utterance.retellings)
    return not altered, -len(utterance.outlets), -len(utterance.retellings), utterance.id


def _view(anchor: str, section: UtteranceSection, anchors: Anchors) -> UtteranceView:
    utterance, statements = section.utterance, section.statements
    lead = statements.get(utterance.lead)
    shown = utterance.retellings[:MOST_RETELLINGS]
    retellings = tuple(_retelling(place, one, section, anchors) for place, one in enumerate(shown))
    return UtteranceView(
        anchor=anchor,
        speaker=speaker_words(lead) if lead else "Speaker not resolved",
        words=excerpt(lead.content, EXCERPT_CHARACTERS) if lead else "(not in the record)",
        when=_days(utterance),
        statements=counted(len(utterance.retellings), "statement"),
        outlets=counted(len(utterance.outlets), "outlet"),
        wordings=tuple(dict.fromkeys(one.wording for one in retellings if not one.lead)),
        flags=tuple(dict.fromkeys(flag for one in retellings for flag in one.flags)),
        retellings=retellings,
        hidden=len(utterance.retellings) - len(shown),
    )


def _days(utterance: Utterance) -> str:
    said = utterance.said
    return interval(said.first, said.last) if said else "no date known"


def _retelling(
    place: int, retelling: Retelling, section: UtteranceSection, anchors: Anchors
) -> RetellingView:
    statements, lead_key = section.statements, section.utterance.lead
    reported, lead = statements.get(retelling.key), statements.get(lead_key)
    is_lead = retelling.key == lead_key
    pieces, flags = _difference(retelling, reported, lead)
    published = retelling.published
    return RetellingView(
        outlet=retelling.outlet,
        document=reported.document_name if reported else "",
        when=interval(published.first, published.last) if published else "no date known",
        wording=WORDING_WORDS[retelling.wording],
        lead=is_lead,
        first=place == 0,
        copied_from=_copied_from(retelling, statements),
        words=_own_words(reported, is_lead, pieces, retelling),
        pieces=pieces,
        flags=flags,
        anchor=anchors.get(retelling.key),
    )


def _difference(
    retelling: Retelling, reported: ReportedStatement | None, lead: ReportedStatement | None
) -> tuple[tuple[DiffPiece, ...], tuple[str, ...]]:
    comparison = retelling.comparison
    if comparison is None or reported is None or lead is None:
        return (), ()
    flags = flags_of(comparison.changes, lead.content, reported.content)
    if retelling.wording in SAME_WORDS and not flags:
        return (), flags
    return diff_of(comparison, lead.content, reported.content), flags


def _own_words(
    reported: ReportedStatement | None,
    lead: bool,
    pieces: tuple[DiffPiece, ...],
    retelling: Retelling,
) -> str:
    if reported is None:
        return "(not in the record)"
    if lead or not (pieces or retelling.wording in SAME_WORDS):
        return excerpt(reported.content, LEAD_CHARACTERS)
    return ""


def _copied_from(retelling: Retelling, statements: Mapping[StatementKey, ReportedStatement]) -> str:
    if retelling.copied_from is None:
        return ""
    source = statements.get(retelling.copied_from)
    return source.outlet if source else "another report"
