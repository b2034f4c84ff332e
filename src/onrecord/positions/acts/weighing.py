"""How far the words of a statement speak for each root.

What is done by speaking stands in the attribution ("rejected", "called for"), in a clause of the
content of which the speaker is the subject ("we reject"), or in words that do it whoever is the
subject ("is unacceptable", "must withdraw"). What others are reported to have done is no act of the
speaker.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.domain.act import Quad, Root
from onrecord.domain.span import Span
from onrecord.domain.statement import CueStance, Polarity, Statement, StatementKind
from onrecord.lexicon.acts import Showing, act_words
from onrecord.positions.acts.cast import Cast
from onrecord.positions.acts.frame import Frame, Part
from onrecord.positions.acts.hits import CLOSING, Hit
from onrecord.positions.acts.negation import Negated, negation_of
from onrecord.positions.acts.tokens import Tokens

CUE_WEIGHTS = {
    Showing.VERB: 0.9,
    Showing.WORDS: 0.8,
    Showing.CONTENT: 0.5,
    Showing.DUTY: 0.4,
    Showing.HINT: 0.35,
    Showing.NOTHING: 0.0,
}
"""Of what stands in the attribution. These weights, and those below, are chances to be right as
guessed and then checked on statements of the Guardian corpus; the network is weighed against them.
"""

OWN_VERB = 0.8
OWN_WORDS = 0.65
OWN_CONTENT = 0.85
CONTENT = 0.6
HINT = 0.2
DUTY_OF_ACTOR = 0.75
DUTY_OF_OTHER = 0.5
DUTY_UNCLEAR = 0.3
DEED_OF_OTHER = 0.2
TO_COME = 0.5
ANNOUNCED = 0.6
SHORT = 250
"""Code points of a content of which any words tell the whole: two sentences."""

THOUGHT = 0.6
TURNED = 0.9
DISTANT = 0.4
"""What an `if` before it leaves of the weight of an act, of which the speaker only supposes it."""

BEHIND_CUE = 0.3
"""What an act in the attribution leaves of the weight of those in the content."""

SURE_CUE = 0.75
LATER = 0.5
"""What the first verb of an attribution leaves of those behind it: "rejected calls"."""

SUBJECT_REACH = 7
CLAUSE_REACH = 14

_VERBAL = frozenset({Quad.VERBAL_COOPERATION, Quad.VERBAL_CONFLICT})
_FUTURE = frozenset({"will", "would", "'ll", "'d", "shall", "to", "going", "must"})
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re"})
_EMPTY_SUBJECTS = frozenset({"it", "this", "that", "there", "which", "what", "they", "he", "she"})


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason for a root: the words, their weight from 0 to 1, and where in the frame."""

    root: Root
    weight: float
    hit: Hit
    part: Part
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What is asked of each hit: the frame, who speaks, how the attribution stands."""

    frame: Frame
    cast: Cast
    speakers: frozenset[str]
    kind: StatementKind
    announced: bool
    distancing: bool
    share: float
    deeds: bool


def signs_of(statement: Statement, frame: Frame, cast: Cast, *, deeds: bool = False) -> list[Sign]:
    """Every reason that the words give, in order of the text.

    Where `deeds`, what the speaker says that he has done counts as well.
    """
    hits = frame.hits()
    if not hits:
        return []
    scene = Scene(
        frame,
        cast,
        cast.profiles_of(statement.speakers),
        statement.kind,
        announced=not act_words().announcing.isdisjoint(frame.words_of(statement.cue)),
        distancing=statement.stance is CueStance.DISTANCING,
        share=_share(frame, statement),
        deeds=deeds,
    )
    said = [sign for hit in hits if (sign := _read(scene, hit)) is not None]
    if statement.polarity is Polarity.NEGATED:
        said = [sign for sign in said if sign.part is Part.CUE]
    return _governed(said)


def scores_of(signs: Sequence[Sign]) -> Mapping[Root, float]:
    """What the reasons for each root come to together."""
    left: dict[Root, float] = {}
    for sign in signs:
        left[sign.root] = left.get(sign.root, 1.0) * (1.0 - sign.weight)
    return {root: 1.0 - rest for root, rest in left.items()}


def words_of(tokens: Tokens, signs: Sequence[Sign], root: Root) -> tuple[Span, ...]:
    """The words of the strongest reasons for a root, in order."""
    best = max((sign.weight for sign in signs if sign.root is root), default=0.0)
    chosen = [s for s in signs if s.root is root and s.weight >= best / 2]
    found: list[Span] = []
    for sign in sorted(chosen, key=lambda sign: (sign.hit.first, -sign.hit.last)):
        span = tokens.span(sign.hit.first, sign.hit.last)
        if not any(span.overlaps(other) for other in found):
            found.append(span)
    return tuple(found)


def _read(scene: Scene, hit: Hit) -> Sign | None:
    """A hit as a reason, or None where it is none."""
    part = Part(scene.frame.parts[hit.first])
    negated = negation_of(scene.frame.tokens, hit.first)
    if part is Part.CUE:
        return turned(
            hit, CUE_WEIGHTS[hit.showing], part, negated, is_passive(scene.frame.tokens, hit)
        )
    weight, root = _in_content(scene, hit)
    if not hit.own:
        weight *= scene.share
    if weight <= 0:
        return None
    if _is_supposed(scene, hit) and root is not Root.THREATEN:
        weight *= DISTANT
    return turned(hit, weight, part, negated, is_passive(scene.frame.tokens, hit), root)


def turned(
    hit: Hit,
    weight: float,
    part: Part,
    negated: Negated,
    passive: bool,
    root: Root | None = None,
) -> Sign | None:
    """The reason as a negation leaves it."""
    known = act_words().negation
    root = root or hit.root
    if negated is Negated.NOT_AT_ALL or hit.own or hit.showing is Showing.DUTY:
        return Sign(root, weight, hit, part, passive)
    if negated is Negated.UNDONE:
        return None
    if negated is Negated.REFUSED:
        flips = known.refused
    else:
        flips = known.flat if part is Part.CUE else known.content
    turned = flips.get(root)
    return Sign(turned, weight * TURNED, hit, part, passive) if turned is not None else None


def _in_content(scene: Scene, hit: Hit) -> tuple[float, Root]:
    """The weight of a hit in what is said, and the root that it shows there."""
    match hit.showing:
        case Showing.DUTY:
            return _duty(scene, hit), hit.root
        case Showing.CONTENT:
            return (OWN_CONTENT if hit.own else CONTENT), hit.root
        case Showing.HINT:
            return HINT, hit.root
        case Showing.WORDS:
            own = scene.announced or _is_own(scene, hit.first)
            return (OWN_WORDS if own else 0.0), hit.root
        case Showing.VERB:
            return _verb(scene, hit)
        case Showing.NOTHING:
            return 0.0, hit.root


def _verb(scene: Scene, hit: Hit) -> tuple[float, Root]:
    """A verb counts where the speaker is its subject: of deeds only those to come."""
    verbal = hit.root.quad in _VERBAL
    if not _is_own(scene, hit.first):
        deed = hit.root in (Root.ASSAULT, Root.COERCE) and scene.distancing
        return (DEED_OF_OTHER if deed else 0.0), Root.ACCUSE
    if is_passive(scene.frame.tokens, hit):
        return 0.0, hit.root
    if verbal and hit.root is not Root.CONSULT:
        return OWN_VERB, hit.root
    if scene.announced or scene.deeds:
        return ANNOUNCED, hit.root
    if hit.root is Root.CONSULT and scene.frame.tokens.words[hit.first].endswith("ing"):
        return TO_COME, hit.root
    before = scene.frame.tokens.words[max(0, hit.first - 3) : hit.first]
    if _FUTURE.isdisjoint(before):
        return 0.0, hit.root
    hostile = hit.root.quad is Quad.MATERIAL_CONFLICT
    return TO_COME, Root.THREATEN if hostile else Root.AGREE


def _is_own(scene: Scene, index: int) -> bool:
    """Whether the speaker is the subject of what begins at a word of the content."""
    known = act_words()
    tokens, parts = scene.frame.tokens, scene.frame.parts
    at = index - 1
    while at >= max(0, index - SUBJECT_REACH) and parts[at] == Part.CONTENT:
        word = tokens.words[at]
        if word in ("we", "i"):
            return scene.kind is not StatementKind.INDIRECT or _is_speaker(scene, at, default=True)
        if word in known.links or word.endswith("ly"):
            at -= 1
            continue
        return _is_speaker(scene, at, default=word in known.subjects and _opens(scene, at))
    return at >= 0 and parts[at] != Part.CONTENT and tokens.words[index - 1] in known.links


def _opens(scene: Scene, index: int) -> bool:
    """Whether a word stands among the first of the content."""
    return scene.kind is not StatementKind.DIRECT and index - scene.frame.content_start(index) < 3


def _is_speaker(scene: Scene, index: int, *, default: bool) -> bool:
    """Whether the mention that ends with a word is the speaker."""
    tokens = scene.frame.tokens
    low = tokens.starts[max(0, index - 6)]
    mention = scene.cast.ending_by(low, tokens.ends[index])
    if mention is None or mention.span.end < tokens.starts[index]:
        return default
    return mention.actor.profile in scene.speakers


def _duty(scene: Scene, hit: Hit) -> float:
    """A modal asks somebody to do something, unless he asks it of himself or infers."""
    tokens = scene.frame.tokens
    after = tokens.words[hit.last + 1 : hit.last + 3]
    if after[:1] == ["have"] or after == ["be", "a"] or hit.first == 0:
        return 0.0
    subject = tokens.words[hit.first - 1]
    if subject == "you":
        return DUTY_OF_ACTOR if tokens.words[hit.first] in ("must", "should") else DUTY_UNCLEAR
    if subject in ("we", "i") or _is_own(scene, hit.first):
        return 0.0
    if subject in _EMPTY_SUBJECTS and not _names_actor(scene, hit.first - 1):
        return DUTY_UNCLEAR
    return DUTY_OF_ACTOR if _names_actor(scene, hit.first - 1) else DUTY_OF_OTHER


def _names_actor(scene: Scene, index: int) -> bool:
    tokens = scene.frame.tokens
    mention = scene.cast.ending_by(tokens.starts[max(0, index - 8)], tokens.ends[index])
    return mention is not None and mention.span.end == tokens.ends[index]


def is_passive(tokens: Tokens, hit: Hit) -> bool:
    """Whether a verb is in the passive: its subject is whom it is done to."""
    if hit.showing is not Showing.VERB or not tokens.words[hit.first].endswith(("ed", "n", "t")):
        return False
    return not _PASSIVE.isdisjoint(tokens.words[max(0, hit.first - 2) : hit.first])


def _is_supposed(scene: Scene, hit: Hit) -> bool:
    """Whether a condition, a question or somebody else's words open the clause."""
    known = act_words()
    words, parts = scene.frame.tokens.words, scene.frame.parts
    for at in range(hit.first - 1, max(-1, hit.first - CLAUSE_REACH), -1):
        if words[at] in CLOSING or words[at] == "," or parts[at] != Part.CONTENT:
            return False
        if words[at] in known.openers or words[at] in known.reports:
            return True
    return False


def _share(frame: Frame, statement: Statement) -> float:
    """What is left of the weight of words of the content: they tell less of a long quotation as a
    whole, and of what somebody is only reported to think or expect."""
    length = sum(len(span) for span in statement.content)
    share = math.sqrt(min(1.0, SHORT / length))
    cue = frame.words_of(statement.cue)
    speaks = not cue or not act_words().speaking.isdisjoint(cue)
    return share if speaks else share * THOUGHT


def _governed(signs: Sequence[Sign]) -> list[Sign]:
    """The same with less weight for what another act governs: "rejected | calls for talks"."""
    return list(_lowered(signs))


def _lowered(signs: Sequence[Sign]) -> Iterator[Sign]:
    cue = [sign for sign in signs if sign.part is Part.CUE]
    leads = [sign for sign in cue if sign.weight >= SURE_CUE]
    first = leads[0] if leads else None
    for sign in signs:
        factor = 1.0
        if first is not None and sign.part is Part.CONTENT and sign.root is not first.root:
            factor = BEHIND_CUE
        elif first is not None and sign.hit.first > first.hit.first and sign.root is not first.root:
            factor = LATER
        yield _scaled(sign, factor)


def _scaled(sign: Sign, factor: float) -> Sign:
    return Sign(sign.root, sign.weight * factor, sign.hit, sign.part, sign.passive)
