"""Whom an act is aimed at."""

from collections.abc import Sequence

from onrecord.domain.act import Root
from onrecord.domain.occasion import Party
from onrecord.domain.statement import Statement
from onrecord.lexicon.acts import Showing
from onrecord.positions.acts.cast import Cast, Mentioned
from onrecord.positions.acts.frame import Frame, Part
from onrecord.positions.acts.hits import CLAUSE_WORDS, CLOSING
from onrecord.positions.acts.weighing import Sign

OBJECT_REACH = 7
"""Words after a verb within which its object begins."""

SUBJECT_REACH = 12
"""Words before "must" or "is responsible" within which its subject ends."""

DIRECT = frozenset({"on", "upon", "to", "against", "with", "at", "by", "of", "for", "that", "over"})
"""Right after a verb these are part of it: "called *on*", "lashed out *at*"."""

BREAKING = frozenset(
    {"on", "in", "at", "of", "to", "with", "from", "over", "between", "after", "before", "into"}
    | CLAUSE_WORDS
    | {"during", "near", "about", "who", "which", "where", "when", "as", "than", "and", "or", "but"}
)
"""After these stands the object of something else: "condemned the attack *on* Halden"."""

DOER, INFINITIVE = "by", "to"
NEAR = 1
"""Words behind "to" within which somebody stands: "agreed to end Halden's war" is not with him."""

TOLD_OF_OTHERS = frozenset({Root.ACCUSE, Root.REJECT})
"""Said in front of somebody these are mostly aimed at somebody else."""

_NO_CLAUSE = CLOSING | CLAUSE_WORDS | {","}


def targets_of(
    statement: Statement, frame: Frame, cast: Cast, signs: Sequence[Sign], root: Root
) -> tuple[Party, ...]:
    """Whoever "must" do something; else those addressed; else the actor that the strongest words
    for the root govern; else none.

    Those addressed come second because a parliament may be told what somebody else must do, and
    not at all where the content accuses: it is told of somebody else.
    """
    strongest = sorted((s for s in signs if s.root is root), key=lambda sign: -sign.weight)[:2]
    addressed = () if _is_told_of_others(strongest, root) else statement.addressees
    asked = [sign for sign in strongest[:1] if sign.hit.showing is Showing.DUTY]
    speakers = cast.profiles_of(statement.speakers)
    for sign in (*asked, *([] if addressed else strongest)):
        found = governed(frame, cast, sign)
        if found is not None:
            return () if _is_speaker(statement, found, speakers) else (found.party,)
    return addressed


def _is_told_of_others(strongest: Sequence[Sign], root: Root) -> bool:
    return root in TOLD_OF_OTHERS and any(sign.part is Part.CONTENT for sign in strongest[:1])


def governed(frame: Frame, cast: Cast, sign: Sign) -> Mentioned | None:
    """The actor that one reason is about."""
    if sign.passive:
        return None
    if sign.hit.showing is Showing.DUTY:
        return _subject(frame, cast, sign.hit.first)
    about = sign.hit.showing in (Showing.CONTENT, Showing.HINT) and not sign.hit.own
    if about and sign.part is Part.CONTENT:
        if sign.root in (Root.ACCUSE, Root.SUPPORT):
            return _subject(frame, cast, sign.hit.first)
        return None
    return _object(frame, cast, sign.hit.end, of_clause=sign.root is not Root.THREATEN)


def _object(frame: Frame, cast: Cast, last: int, *, of_clause: bool) -> Mentioned | None:
    """The first actor after a verb that nothing keeps apart from it, or who did what it names.

    Where `of_clause`, the subject of "that …" right behind it counts: but "warned that Halden will"
    warns somebody else.
    """
    tokens = frame.tokens
    begin, reach = last + 1, OBJECT_REACH
    following = tokens.words[begin : begin + 1]
    if following == [INFINITIVE]:
        reach = NEAR
    if following and following[0] in DIRECT and (of_clause or following[0] != "that"):
        begin += 1
    kept_apart = False
    for index in range(begin, min(begin + reach, len(tokens))):
        word = tokens.words[index]
        if word in CLOSING:
            return None
        if word == DOER:
            kept_apart = False
            continue
        found = cast.between(tokens.starts[index], tokens.ends[index])
        if found:
            return None if kept_apart else found[0]
        kept_apart = kept_apart or word in BREAKING
    return None


def _subject(frame: Frame, cast: Cast, first: int) -> Mentioned | None:
    """The actor nearest before a verb, in its clause."""
    tokens = frame.tokens
    at = first - 1
    while at >= max(0, first - SUBJECT_REACH) and tokens.words[at] not in _NO_CLAUSE:
        if frame.parts[at] not in (Part.CONTENT, Part.CUE):
            break
        at -= 1
    if at + 1 >= first:
        return None
    found = cast.between(tokens.starts[at + 1], tokens.starts[first])
    return found[0] if found else None


def _is_speaker(statement: Statement, found: Mentioned, speakers: frozenset[str]) -> bool:
    """By profile, by name, or by standing in the source."""
    return (
        found.actor.profile in speakers
        or any(link.name == found.actor.name for link in statement.speakers)
        or any(span.overlaps(found.span) for span in statement.source)
    )
