"""A quotation laid over the passage where it was found."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.domain.span import Span
from onrecord.domain.transcript import Aligned, Passage
from onrecord.positions.transcripts.finding import Found, FoundPart
from onrecord.positions.transcripts.index import Sentence, SentenceIndex
from onrecord.positions.transcripts.quoted import Part, Quoted
from onrecord.positions.wording.comparing import compare
from onrecord.positions.wording.tokens import Token

JOINT = " […] "

CLOSE = 3
"""Characters between two words that stand beside each other."""


def passage_of(index: SentenceIndex, found: Found, quoted: Quoted) -> Passage:
    """The passage: what it has of the quotation, what is left out, and both side by side."""
    transcript = index.transcripts[found.transcript]
    parts = tuple(_aligned(index, part) for part in found.parts)
    sentences = _sentences_of(index, found, parts)
    spans = tuple(_merged(sentence.span for sentence in sentences))
    left_out = list(_left_out(found, sentences))
    left = JOINT.join(span.of(transcript.text) for span in spans)
    return Passage(
        transcript=transcript,
        turn=found.turn,
        parts=parts,
        sentences=spans,
        missing=tuple(runs(span for span, marked in left_out if not marked)),
        marked=tuple(runs(span for span, marked in left_out if marked)),
        likeness=round(found.likeness, 4),
        left=left,
        right=quoted.words,
        comparison=compare(left, quoted.words, right_around=quoted.text, quoted=True),
    )


def _aligned(index: SentenceIndex, part: FoundPart) -> Aligned:
    if part.alignment is None:
        sentences = [index.sentences[place].span for place in part.places]
        whole = Span(sentences[0].start, sentences[-1].end)
        return Aligned(part.part.span, whole, (part.part.span,))
    first, last = part.record[part.alignment.first].span, part.record[part.alignment.last].span
    taken = {quoted for _, quoted in part.alignment.same + part.alignment.forms}
    extra = (token.span for place, token in enumerate(part.quoted) if place not in taken)
    start = part.part.span.start
    added = tuple(Span(span.start + start, span.end + start) for span in runs(extra))
    return Aligned(part.part.span, Span(first.start, last.end), added)


def _sentences_of(index: SentenceIndex, found: Found, parts: Sequence[Aligned]) -> list[Sentence]:
    """Those that the aligned words stand in, in order, each once."""
    places = {
        place
        for part, aligned in zip(found.parts, parts, strict=True)
        for place in part.places
        if index.sentences[place].span.overlaps(aligned.words)
    }
    return [index.sentences[place] for place in sorted(places)]


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Sentences that follow each other in a line, as one span."""
    found: Span | None = None
    for span in spans:
        if found is not None and span.start - found.end <= 1:
            found = Span(found.start, span.end)
            continue
        if found is not None:
            yield found
        found = span
    if found is not None:
        yield found


@dataclass(frozen=True, slots=True, order=True)
class _Taken:
    """A word on record that is quoted: as the `quoted`th word of the part `part`."""

    start: int
    part: int
    quoted: int


def _left_out(found: Found, sentences: Sequence[Sentence]) -> Iterator[tuple[Span, bool]]:
    """Words of the sentences that are not quoted, and whether the quotation says so."""
    taken = sorted(_taken(found))
    starts = [word.start for word in taken]
    covered = [_word(found, word) for word in taken]
    for sentence in sentences:
        for token in sentence.tokens:
            at = bisect_right(starts, token.span.start)
            if at and covered[at - 1].span.end > token.span.start:
                continue
            before = taken[at - 1] if at else None
            after = taken[at] if at < len(taken) else None
            yield token.span, _is_marked(found, before, after)


def _taken(found: Found) -> Iterator[_Taken]:
    for number, part in enumerate(found.parts):
        alignment = part.alignment
        if alignment is None:
            continue
        for record, quoted in alignment.same + alignment.forms + alignment.replaced:
            yield _Taken(part.record[record].span.start, number, quoted)


def _word(found: Found, taken: _Taken) -> Token:
    """The word on record that is taken."""
    part = found.parts[taken.part]
    return next(token for token in part.record if token.span.start == taken.start)


def _is_marked(found: Found, before: _Taken | None, after: _Taken | None) -> bool:
    """Whether an ellipsis or a bracket stands where words between these two are left out."""
    if before and after and before.part == after.part:
        brackets = found.parts[before.part].part.brackets
        return any(place in brackets for place in range(before.quoted + 1, after.quoted + 1))
    return bool(
        (before and _ends_open(found.parts[before.part].part))
        or (after and _begins_open(found.parts[after.part].part))
    )


def _ends_open(part: Part) -> bool:
    return part.open_after or len(part.tokens) in part.brackets


def _begins_open(part: Part) -> bool:
    return part.open_before or 0 in part.brackets


def runs(spans: Iterable[Span]) -> Iterator[Span]:
    """Neighbouring words as one span."""
    found: Span | None = None
    for span in spans:
        if found is not None and span.start - found.end <= CLOSE:
            found = Span(found.start, span.end)
            continue
        if found is not None:
            yield found
        found = span
    if found is not None:
        yield found
