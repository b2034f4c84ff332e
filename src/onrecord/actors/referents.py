"""The mentions of a document as the places of their head words, each with its chain.

Mentions that share a head word ("Ana Belk" and "Ana Belk, the minister") refer to the same.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.domain.mention import Mention, MentionForm, MentionKind
from onrecord.domain.span import Span

_JOINED = re.compile(r"\b(?:and|or)\b")

LONGEST = 200
"""Characters in a mention at most, where what stands before a place is looked for."""


@dataclass(frozen=True, slots=True)
class Referent:
    """One head word: the widest mention around it, its proper name, its chain."""

    head: Span
    span: Span
    form: MentionForm
    kind: MentionKind
    chain: int
    name: Span | None
    link: float


class Referents:
    """All heads of a document in order; each is found by its offset."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        sizes = Counter(mention.chain for mention in mentions)
        groups: dict[int, list[Mention]] = {}
        for mention in mentions:
            groups.setdefault(mention.head.start, []).append(mention)
        self.all = [_referent(groups[start], sizes) for start in sorted(groups)]
        self._starts = [referent.head.start for referent in self.all]
        self._by_span = sorted(self.all, key=_span_start)
        self._nominal: dict[int, list[Referent]] = {}
        for referent in self.all:
            if referent.form is MentionForm.NOMINAL:
                self._nominal.setdefault(referent.chain, []).append(referent)

    def inside(self, span: Span) -> list[Referent]:
        """Those with their head in a span, in order."""
        low = bisect_left(self._starts, span.start)
        return self.all[low : bisect_left(self._starts, span.end)]

    def before(self, place: int, text: str) -> Referent | None:
        """The widest mention that ends right before an offset, a comma apart at most.

        A person comes first, and one of several joined by "and" before all of them.
        """
        low = bisect_right(self._by_span, place - LONGEST, key=_span_start)
        near = self._by_span[low : bisect_left(self._by_span, place, key=_span_start)]
        beside = [r for r in near if text[min(_end(r, place), place) : place].strip() in ("", ",")]
        persons = [r for r in beside if r.kind is MentionKind.PERSON]
        single = [r for r in persons if not _JOINED.search(r.span.of(text))]
        return max(single or persons or beside, key=lambda r: len(r.span), default=None)

    def described_before(self, referent: Referent, most: int) -> list[Referent]:
        """The last noun phrases of its chain that stand before it, the nearest first."""
        found = self._nominal.get(referent.chain, [])
        high = bisect_left(found, referent.head.start, key=_head_start)
        return found[max(0, high - most) : high][::-1]

    def meant_by(self, source: Span) -> Referent | None:
        """What a source as a whole refers to: the widest of those in it that starts first."""
        inside = self.inside(source)
        first = min((r.span.start for r in inside), default=0)
        nearest = [r for r in inside if r.span.start <= max(first, source.start) + 1]
        return max(nearest, key=lambda r: (len(r.span), -r.head.start), default=None)


def _span_start(referent: Referent) -> int:
    return referent.span.start


def _head_start(referent: Referent) -> int:
    return referent.head.start


def _end(referent: Referent, place: int) -> int:
    """Where a mention ends, without what it may say from the offset on."""
    if referent.span.end <= place:
        return referent.span.end
    inner = referent.name.end if referent.name else referent.head.end
    return min(inner, place)


def _referent(mentions: Sequence[Mention], sizes: Counter[int]) -> Referent:
    if len(mentions) == 1:
        only = mentions[0]
        return Referent(
            only.head, only.span, only.form, only.kind, only.chain, only.name, only.link
        )
    widest = max(mentions, key=lambda m: len(m.span))
    chained = max(mentions, key=lambda m: (sizes[m.chain], m.score))
    name = max((m.name for m in mentions if m.name), key=len, default=None)
    named = any(m.form is MentionForm.NAME for m in mentions)
    return Referent(
        head=widest.head,
        span=widest.span,
        form=MentionForm.NAME if named else widest.form,
        kind=chained.kind,
        chain=chained.chain,
        name=name,
        link=chained.link,
    )
