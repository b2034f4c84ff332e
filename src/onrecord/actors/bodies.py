"""What a name that is no person's stands for: a state, a public body, an organisation."""

from dataclasses import dataclass
from functools import lru_cache

from onrecord.actors.nouns import Noun, noun
from onrecord.actors.office_table import OfficeTable
from onrecord.actors.profiles import profile_id
from onrecord.actors.propers import propers
from onrecord.actors.referents import Referent
from onrecord.domain.actor import ActorKind
from onrecord.domain.mention import MentionKind
from onrecord.domain.office import KnownActor
from onrecord.domain.span import Span
from onrecord.lexicon.metonyms import metonym_of
from onrecord.lexicon.place_use import is_place_use
from onrecord.lexicon.states import states

_LEAST_LETTERS = 2
_COMMON = frozenset(("affairs", "security", "foreign", "state", "house", "north", "south"))


@dataclass(frozen=True, slots=True)
class Body:
    """An actor that is no person; `name` is the preferred one where a table has it."""

    profile: str
    kind: ActorKind
    name: str
    country: str | None = None
    known: bool = False


def read_body(text: str, span: Span, kind: MentionKind, table: OfficeTable) -> Body | None:
    """The body that a proper name stands for; None for a mere place."""
    name = span.of(text)
    found = known_body(name, table)
    if found is not None:
        metonym = metonym_of(name)
        mere_place = metonym is not None and metonym.is_place
        return None if mere_place and is_place_use(text, span.start, span.end) else found
    if kind is not MentionKind.ORGANISATION:
        return None
    bare = without_article(name)
    return Body(profile_id(ActorKind.ORGANISATION, bare), ActorKind.ORGANISATION, bare)


def body_name(text: str, referent: Referent) -> Span | None:
    """The proper name in a mention of a body: the longer of the reader's and the capitals."""
    found = propers(text, referent.span.start, referent.span.end)
    around = [Span(p.start, p.end) for p in found if p.start <= referent.head.start < p.end]
    names = [*around, *([referent.name] if referent.name else [])]
    kept = [span for span in names if not _says_nothing(span.of(text))]
    return max(kept, key=len, default=None)


@lru_cache(maxsize=8192)
def _says_nothing(name: str) -> bool:
    """A lone common noun, adjective or letter: `the Ministry`, `Syrian`."""
    bare = without_article(name)
    if " " in bare or (bare.isupper() and len(bare) >= _LEAST_LETTERS):
        return False
    common = noun(bare.lower()) not in (Noun.UNKNOWN, Noun.TEXT) or bare.lower() in _COMMON
    return len(bare) < _LEAST_LETTERS or common or bool(states().with_demonym(bare))


@lru_cache(maxsize=8192)
def known_body(name: str, table: OfficeTable) -> Body | None:
    """The state or body that the tables know under a name, its metonyms included."""
    state = states().named(name)
    if len(state) == 1:
        return Body(state[0].actor, ActorKind.STATE, state[0].name, state[0].code, known=True)
    metonym = metonym_of(name)
    if metonym is not None:
        return _known(metonym.actor, table)
    for words in dict.fromkeys((name, without_article(name), _with_demonym(name))):
        found = [a for a in table.known_by_name(words) if not a.id.startswith("person:")]
        if len(found) == 1:
            return _of_actor(found[0])
    return None


def _with_demonym(name: str) -> str:
    """`Russia's foreign ministry` as `Russian foreign ministry`."""
    owner, mark, rest = name.replace("’", "'").partition("'s ")
    found = states().named(owner) if mark else ()
    return f"{found[0].demonyms[0]} {rest}" if len(found) == 1 and found[0].demonyms else name


def _known(actor_id: str, table: OfficeTable) -> Body | None:
    kind, _, code = actor_id.partition(":")
    if kind == ActorKind.STATE:
        state = states().get(code)
        return Body(actor_id, ActorKind.STATE, state.name, code, known=True) if state else None
    actor = table.actor(actor_id)
    return _of_actor(actor) if actor else None


def _of_actor(actor: KnownActor) -> Body:
    kind = ActorKind(actor.id.partition(":")[0])
    return Body(actor.id, kind, actor.names[0], actor.country, known=True)


def without_article(name: str) -> str:
    """A name as it is looked up: `the Halden Post` as `Halden Post`."""
    return name[4:] if name[:4].lower() == "the " else name
