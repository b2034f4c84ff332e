"""A checked quotation put in lines of text: the verdict, the passage on record, the difference."""

import textwrap
from collections.abc import Iterator, Sequence

from onrecord.cli.wording import NO_SPEAKER, day_of, one_line, place_of
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span
from onrecord.domain.transcript import (
    Absence,
    Alteration,
    Checked,
    Passage,
    Searched,
    Transcript,
    Verdict,
)
from onrecord.domain.wording import Change, DiffStep, StepKind
from onrecord.exports.circumstance_words import joined

WIDTH = 100
"""Columns that text is wrapped to."""

LONG = 14
"""Words left out from which only the first and the last are shown."""

SHOWN = 4
"""How many of them."""

MOST_NAMES = 3
"""Transcripts that are named; of more, the number is told."""

_ALTERED = {
    Alteration.REWORDED: "altered: reworded",
    Alteration.TRANSLATED: "altered: another translation or a retelling of this passage",
    Alteration.CONTENT: "altered in content",
}


def lines_of(checked: Checked) -> Iterator[str]:
    """The quotation and its verdict; where it stands on record, and how that differs."""
    quotation = checked.quotation
    yield f"{day_of(quotation.said)}  {speakers(quotation)}  {verdict_words(checked)}"
    yield from _wrapped(f"“{one_line(checked.quoted)}”")
    place = place_of(quotation.statement)
    yield f"    — {quotation.outlet}, {quotation.document_name}:{place}"
    passage = checked.passage
    if passage is None:
        return
    yield from _wrapped(f"{_lead(checked, passage)}: {transcript_words(passage)}")
    yield from _wrapped(difference(passage))
    if checked.changes:
        yield from _wrapped("! " + "; ".join(change_words(passage, one) for one in checked.changes))


def speakers(quotation: ReportedStatement) -> str:
    """Who is said to have said it."""
    return joined([one_line(one.name) for one in quotation.speakers]) or NO_SPEAKER


def verdict_words(checked: Checked) -> str:
    """The verdict with what it rests on."""
    if checked.verdict is Verdict.NOT_FOUND:
        return f"not found: {absence_words(checked)}"
    unsure = "" if checked.certain else f" (who says it is not known; said by {_voice(checked)})"
    if checked.verdict is Verdict.ALTERED and checked.alteration:
        return _ALTERED[checked.alteration] + unsure
    if checked.verdict is Verdict.CUT and checked.passage:
        return f"cut: {_cut_words(checked.passage)}{unsure}"
    return checked.verdict.value + unsure


def absence_words(checked: Checked) -> str:
    """Why it was not found, and where it was looked for."""
    searched = checked.searched
    if checked.absence is Absence.OTHER_SPEAKER:
        return f"on record these are the words of {_voice(checked)}"
    if checked.absence is Absence.TOO_SHORT:
        return "too few and too common words to tell"
    if checked.absence is Absence.NOT_IN_TRANSCRIPT:
        names = searched.of_those_days
        of_that_day = joined([one_line(name) for name in names[:MOST_NAMES]])
        more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
        return f"nothing like it in {of_that_day}{more}"
    if not searched.of_speaker:
        return f"none of the {searched.transcripts:,} transcripts until then has words of theirs"
    if checked.absence is Absence.NO_DAY:
        return f"its day is not known; nothing like it in {_count(searched)}"
    return f"no transcript of those days; nothing like it in {_count(searched)}"


def _count(searched: Searched) -> str:
    some = f"the {searched.of_speaker:,} of {searched.transcripts:,} transcripts"
    return f"{some} with words of theirs until then"


def _voice(checked: Checked) -> str:
    speaker = checked.passage.speaker if checked.passage else None
    return one_line(speaker) if speaker else "the transcript's own text"


def _cut_words(passage: Passage) -> str:
    text = passage.transcript.text
    silent, marked = (sum(len(span.of(text).split()) for span in spans)
                      for spans in (passage.missing, passage.marked))  # fmt: skip
    parts = [f"{silent} left out" if silent else "", f"{marked} behind a mark" if marked else ""]
    found = ", ".join(part for part in parts if part)
    return f"words {found}" if found else "sentences left out between"


def _lead(checked: Checked, passage: Passage) -> str:
    if checked.verdict is not Verdict.NOT_FOUND:
        return "on record"
    if checked.absence is Absence.OTHER_SPEAKER:
        return "on record there"
    return f"nearest passage ({passage.likeness:.2f})"


def transcript_words(passage: Passage) -> str:
    """Which transcript, whose turn, and where in its text."""
    transcript = passage.transcript
    spans = "+".join(f"{span.start}-{span.end}" for span in passage.sentences)
    speaker = one_line(passage.speaker) if passage.speaker else "nobody's words"
    place = one_line(transcript.url or transcript.name)
    return f"{speaker}, {occasion_words(transcript)}, {place}:{spans}"


def occasion_words(transcript: Transcript) -> str:
    """Day, place and title, as far as they are known."""
    facts = (day_of(transcript.day), transcript.place, transcript.title)
    return ", ".join(one_line(fact) for fact in facts if fact)


def change_words(passage: Passage, change: Change) -> str:
    """What may have another sense: "negation dropped: “not”"."""
    left = change.left.of(passage.left) if change.left else ""
    right = change.right.of(passage.right) if change.right else ""
    words = " → ".join(f"“{one_line(one)}”" for one in (left, right) if one)
    return f"{change.kind.value.replace('_', ' ')}: {words}"


def difference(passage: Passage) -> str:
    """The passage with what the quotation [-leaves out-] and what it {+has instead+}."""
    steps = passage.comparison.steps
    return one_line(" ".join(part for step in steps for part in _step(passage, step)))


def _step(passage: Passage, step: DiffStep) -> Iterator[str]:
    if step.kind is StepKind.SAME:
        yield _words(passage.right, step.right)
        return
    if step.left:
        yield f"[-{_shortened(_words(passage.left, step.left).split())}-]"
    if step.right:
        yield f"{{+{_words(passage.right, step.right)}+}}"


def _words(text: str, span: Span | None) -> str:
    return span.of(text) if span else ""


def _shortened(words: Sequence[str]) -> str:
    if len(words) < LONG:
        return " ".join(words)
    between = f"… {len(words) - 2 * SHOWN} words …"
    return " ".join((*words[:SHOWN], between, *words[-SHOWN:]))


def _wrapped(words: str) -> Iterator[str]:
    yield from textwrap.wrap(words, WIDTH, initial_indent="    ", subsequent_indent="    ")
