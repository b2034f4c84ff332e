"""Actors, offices and tenures at random, of places that do not exist."""

from datetime import date

from hypothesis import strategies as st

from onrecord.domain.actor import ActorKind
from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.imports.names import clean

Table = tuple[list[KnownActor], list[Office], list[Tenure]]

names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).map(clean).filter(bool)
_slugs = st.from_regex(r"[a-z0-9]{1,6}(?:-[a-z0-9]{1,6}){0,2}", fullmatch=True)
_odd = st.from_regex(r"[^\s@]{1,12}", fullmatch=True).filter(
    lambda text: text.isprintable() and clean(text) == text
)
_wikidata = st.none() | st.integers(1, 10**8).map(lambda number: f"Q{number}")
_countries = st.none() | st.sampled_from(["xm", "xo", "ru"])
_days = st.none() | st.dates(min_value=date(1000, 1, 1))


@st.composite
def actors(draw: st.DrawFn) -> KnownActor:
    """Any actor, under an id of any shape that an id of ours can have."""
    kind = draw(st.sampled_from(ActorKind))
    rest = draw(_slugs | _odd)
    several = tuple(draw(st.lists(names, min_size=1, max_size=4, unique=True)))
    return KnownActor(f"{kind}:{rest}", several, draw(_countries), draw(_wikidata))


@st.composite
def offices(draw: st.DrawFn) -> Office:
    """Any office; now and then the body of its id is written out."""
    role, body = draw(_slugs), draw(st.sampled_from(["xm", "xo", "un"]))
    written = f"organisation:{body}" if draw(st.booleans()) else body
    return Office(f"{role}:{body}", role, written, draw(names))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Actors, offices, and tenures of these actors in these offices."""
    people = draw(st.lists(actors(), max_size=5, unique_by=lambda one: one.id))
    posts = draw(st.lists(offices(), max_size=3, unique_by=lambda one: one.id))
    if not people or not posts:
        return people, posts, []
    days = st.tuples(_days, _days).map(_in_order)
    held = st.builds(
        lambda post, holder, span, source: Tenure(post.id, holder.id, *span, source),
        st.sampled_from(posts),
        st.sampled_from(people),
        days,
        names | st.just("https://halden.example/list?a=1"),
    )
    return people, posts, draw(st.lists(held, max_size=5))


def _in_order(days: tuple[date | None, date | None]) -> tuple[date | None, date | None]:
    start, end = days
    return (end, start) if start and end and end < start else (start, end)
