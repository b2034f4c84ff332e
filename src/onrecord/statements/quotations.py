"""What quotation marks say about the content of statements.

The reader's labels and the quotation machine's view are weighed here: a quotation interrupted by
its attribution is one content in two parts; one that goes on after the attribution, or in the next
paragraph, belongs to the same statement; one of which most is content is content to its end.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from onrecord.domain.reading import Reading
from onrecord.domain.span import Span
from onrecord.statements.drafts import Draft, covered, near
from onrecord.text.quotes import Quotation
from onrecord.text.words import has_word_character

MOSTLY = 0.6
"""A quotation of which this share is content belongs to that content as a whole."""

_CLAUSE_END = re.compile(r"[.!?]['”\"]?\s|\s[–—-]\s|$")
_SENTENCE_END = re.compile(r"[.!?…][’'”\"»]?\s|\n")
_JOINT = re.compile(r"[\s,.;:!?–—-]*")
_GOES_ON = re.compile(r",?\s+(?:but|and|as|while|when|before|then)\s+")
_BARE = re.compile(r"[\s,.;:!?–—-]*\Z")
LONGEST_ATTRIBUTION = 120
"""Characters from the cue to the end of the interrupting clause."""


def speech_quotations(reading: Reading) -> list[Quotation]:
    """The outermost quotations that are not names or scare quotes, in order."""
    return [found for found in reading.quotations.outermost if not found.name_like]


def span_of(quotation: Quotation) -> Span:
    """The quotation with its marks."""
    return Span(quotation.start, quotation.end)


def join_quotations(text: str, reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Complete the content of `drafts` from the quotations of the document."""
    marks = _Quotations(speech_quotations(reading))
    drafts = [_split_interrupted(text, marks, draft, drafts) for draft in drafts]
    drafts = [_complete(text, marks, draft, drafts) for draft in drafts]
    drafts = [_own_words(text, marks, draft, drafts) for draft in drafts]
    drafts = _settle(text, marks, drafts)
    return _carry_on(text, marks, drafts)


@dataclass(frozen=True, slots=True)
class _Quotations:
    """Quotations in order of start, which do not overlap."""

    all: list[Quotation]

    def around(self, span: Span) -> Quotation | None:
        """The quotation that contains the span."""
        at = bisect_right(self.all, span.start, key=lambda found: found.start) - 1
        if at >= 0 and self.all[at].end >= span.end:
            return self.all[at]
        return None

    def touching(self, parts: tuple[Span, ...]) -> list[Quotation]:
        """The quotations that share a character with the parts."""
        found = []
        for part in parts:
            at = max(0, bisect_right(self.all, part.start, key=lambda q: q.start) - 1)
            while at < len(self.all) and self.all[at].start < part.end:
                if self.all[at].end > part.start and self.all[at] not in found:
                    found.append(self.all[at])
                at += 1
        return found


def _split_interrupted(text: str, marks: _Quotations, draft: Draft, drafts: list[Draft]) -> Draft:
    """“X, – said Y. – Z”: the quotation is the content, less the attribution in its midst."""
    extent = draft.extent
    quotation = marks.around(extent) if extent else None
    if extent is None or quotation is None:
        return draft
    begins = any(quotation.start <= part.start <= quotation.inner_start for part in draft.content)
    if not begins or _has_outer_attribution(quotation, draft, drafts):
        return draft
    before = text[quotation.start : extent.start]
    if not has_word_character(before):
        return draft
    first = Span(quotation.start, quotation.start + len(before.rstrip(" \t–—-")))
    rest = _after_interruption(text, extent, quotation)
    outside = [p for p in draft.content if not p.overlaps(span_of(quotation))]
    return draft.with_content([first, *outside, *([rest] if rest else [])])


def _has_outer_attribution(quotation: Quotation, draft: Draft, drafts: list[Draft]) -> bool:
    whole = span_of(quotation)
    around = (drafts[number] for number in near(drafts, quotation.start))
    return any(
        covered(whole, other.content) > MOSTLY * len(whole)
        for other in around
        if other is not draft and not _inside(other.extent, whole)
    )


def _inside(extent: Span | None, whole: Span) -> bool:
    return extent is not None and whole.contains(extent)


def _after_interruption(text: str, extent: Span, quotation: Quotation) -> Span | None:
    """The quotation from where the interrupting clause ends."""
    limit = min(quotation.inner_end, extent.end + LONGEST_ATTRIBUTION)
    clause = _CLAUSE_END.search(text, max(extent.end - 1, 0), limit)
    end = clause.end() if clause else extent.end
    start = _JOINT.match(text, end, quotation.inner_end)
    begin = start.end() if start else end
    return Span(begin, quotation.end) if begin < quotation.inner_end else None


def _complete(text: str, marks: _Quotations, draft: Draft, drafts: list[Draft]) -> Draft:
    """A quotation of which most is content, or that its attribution adjoins, is content whole."""
    parts = list(draft.content)
    for quotation in marks.touching(draft.content):
        whole = span_of(quotation)
        extent = draft.extent
        if extent and whole.overlaps(extent):
            continue
        share = covered(whole, draft.content) / len(whole)
        enough = share >= MOSTLY or _adjoins(text, whole, extent)
        if share < 1 and enough and not _is_claimed(whole, draft, drafts):
            parts.append(whole)
    return draft.with_content(parts)


def _adjoins(text: str, whole: Span, extent: Span | None) -> bool:
    """Whether nothing but marks and space lies between a quotation and what attributes it."""
    if extent is None:
        return False
    first, second = sorted((whole, extent))
    return _BARE.match(text, first.end, second.start) is not None


def _own_words(text: str, marks: _Quotations, draft: Draft, drafts: list[Draft]) -> Draft:
    """A quotation with its attribution beside it takes no unquoted words that are not its own:
    of another sentence, of another statement, or of what happened next ("…, but she left")."""
    extent = draft.extent
    beside = [span_of(q) for q in marks.touching(draft.content)]
    beside = [whole for whole in beside if _adjoins(text, whole, extent)]
    if extent is None or not beside or len(draft.content) < 2:
        return draft
    hull = Span(min(extent.start, beside[0].start), max(extent.end, beside[-1].end))
    kept = [
        part
        for part in draft.content
        if marks.around(part)
        or not (
            _apart(text, part, hull)
            or _attributes_itself(part, draft, drafts)
            or _GOES_ON.fullmatch(text, extent.end, max(extent.end, part.start))
        )
    ]
    return draft.with_content(kept)


def _attributes_itself(part: Span, draft: Draft, drafts: list[Draft]) -> bool:
    around = (drafts[number] for number in near(drafts, part.start))
    extents = (o.extent for o in around if o is not draft and o.source and o.cue)
    return any(part.contains(extent) for extent in extents if extent)


def _apart(text: str, part: Span, hull: Span) -> bool:
    first, second = sorted((part, hull))
    between = _SENTENCE_END.search(
        text, max(first.start, first.end - 1), max(first.end, second.start)
    )
    return between is not None


def _is_claimed(whole: Span, draft: Draft, drafts: list[Draft]) -> bool:
    around = (drafts[number] for number in near(drafts, whole.start))
    return any(_claims_rest(other, whole, draft) for other in around if other is not draft)


def _claims_rest(other: Draft, whole: Span, draft: Draft) -> bool:
    """Whether another statement's attribution, or its own content, lies in the quotation."""
    extent = other.extent
    if extent and whole.overlaps(extent) and not any(p.contains(extent) for p in draft.content):
        return True
    return any(
        whole.overlaps(part) and not any(mine.overlaps(part) for mine in draft.content)
        for part in other.content
    )


def _settle(text: str, marks: _Quotations, drafts: list[Draft]) -> list[Draft]:
    """“A,” X said. “B,” he added: a quotation that two sentences claim is the nearer one's."""
    result = list(drafts)
    for quotation in marks.all:
        whole = span_of(quotation)
        claims = [n for n in near(result, whole.start) if _claims(result[n], whole)]
        ranks = {n: _distance(text, whole, result[n]) for n in claims}
        best = min((ranks[n] for n in claims if _mostly(result[n], whole)), default=None)
        if best is None:
            continue
        for number in claims:
            if ranks[number] > best and not _nested(result[number], claims, result):
                kept = [part for part in result[number].content if not part.overlaps(whole)]
                if kept:
                    result[number] = result[number].with_content(kept)
    return result


def _claims(draft: Draft, whole: Span) -> bool:
    content = draft.content
    if content[0].start >= whole.end or content[-1].end <= whole.start:
        return False
    if draft.extent is None or whole.overlaps(draft.extent):
        return False
    return any(whole.overlaps(part) for part in content)


def nearly_claims(text: str, draft: Draft, whole: Span) -> bool:
    """Whether a draft attributes the quotation, or stands in it, without a sentence end between."""
    extent = draft.extent
    if extent is not None and whole.overlaps(extent):
        return True
    return _claims(draft, whole) and _distance(text, whole, draft) < 2


def _mostly(draft: Draft, whole: Span) -> bool:
    return covered(whole, draft.content) > MOSTLY * len(whole)


def _distance(text: str, whole: Span, draft: Draft) -> int:
    """0 where the attribution adjoins the quotation, 1 within a sentence, 2 further away."""
    extent = draft.extent or whole
    first, second = sorted((whole, extent))
    if _SENTENCE_END.search(text, first.end, second.start):
        return 2
    return 0 if _adjoins(text, whole, extent) else 1


def _nested(draft: Draft, claims: list[int], drafts: list[Draft]) -> bool:
    """Whether the draft's content holds the whole attribution of another that claims the same."""
    extents = (drafts[number].extent for number in claims)
    return any(part.contains(extent) for extent in extents if extent for part in draft.content)


def _carry_on(text: str, marks: _Quotations, drafts: list[Draft]) -> list[Draft]:
    """Give quotations that nobody claims to the statement they carry on."""
    result = list(drafts)
    previous: Quotation | None = None
    for quotation in marks.all:
        whole = span_of(quotation)
        taken = any(covered(whole, result[n].content) for n in near(result, whole.start))
        if previous and not taken:
            owner = _owner(text, previous, quotation, result)
            if owner is not None:
                result[owner] = result[owner].with_content([*result[owner].content, whole])
        previous = quotation
    return result


def _owner(text: str, previous: Quotation, quotation: Quotation, drafts: list[Draft]) -> int | None:
    """The statement that `quotation` carries on: the one that `previous` is content of."""
    before = span_of(previous)
    for number in near(drafts, previous.start):
        draft = drafts[number]
        if covered(before, draft.content) > MOSTLY * len(before):
            extent = draft.extent
            end = max(before.end, extent.end if extent else 0)
            if quotation.continues and not previous.closed:
                return number
            if end <= quotation.start and _BARE.match(text, end, quotation.start):
                same_line = "\n" not in text[end : quotation.start]
                return number if same_line and extent and extent.start >= before.end else None
    return None
