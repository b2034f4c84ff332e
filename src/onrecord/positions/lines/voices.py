"""Whose statements belong on an actor's line."""

from collections.abc import Callable, Iterable, Mapping

from onrecord.domain.actor import ActorKind
from onrecord.domain.issue import StatementKey
from onrecord.domain.line import Point
from onrecord.domain.office import Tenure
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedActor, ReportedStatement

OUTSIDE_GOVERNMENT = frozenset(
    {
        "parliament-speaker", "upper-house-speaker", "parliament-president", "prosecutor",
        "political-leader", "leader",
    }
)  # fmt: skip
"""Roles in a state that do not bind its government: parliament, courts, parties."""

GOVERNMENT_WORDS = frozenset(
    {
        "ministry", "ministries", "government", "cabinet", "department", "presidency", "embassy",
        "mission", "office", "administration", "chancellery", "palace", "house", "street",
        "kremlin", "pentagon", "staff",
    }
)  # fmt: skip
"""Words in the names of public bodies that speak for the government."""

NOT_GOVERNMENT_WORDS = frozenset(
    {
        "parliament", "congress", "senate", "assembly", "duma", "house of", "court", "prosecutor",
        "bundestag", "knesset", "bank",
    }
)  # fmt: skip
"""Words in the names of public bodies that do not, whatever else is in the name."""

Voice = Callable[[ReportedStatement], ReportedActor | None]
"""The speaker that puts a statement on a line; None where none does."""


def voice_of(actor: ReportedActor, *, rolled_up: bool, tenures: Iterable[Tenure] = ()) -> Voice:
    """What tells whether a statement is the actor's own, or, `rolled_up`, its government's too.

    `tenures` tell who held its offices when, where a report does not say it.
    """
    terms = _terms(actor, tenures) if rolled_up else {}

    def own(reported: ReportedStatement) -> ReportedActor | None:
        return next((one for one in reported.speakers if _same(one, actor)), None)

    def own_or_on_behalf(reported: ReportedStatement) -> ReportedActor | None:
        spoken = own(reported)
        if spoken:
            return spoken
        days = reported.said
        return next(
            (
                one
                for one in reported.speakers
                if speaks_for(one, actor) or _in_office(one, days, terms)
            ),
            None,
        )

    return own_or_on_behalf if rolled_up else own


def _terms(state: ReportedActor, tenures: Iterable[Tenure]) -> Mapping[str, list[Tenure]]:
    """The terms of office in the state's government, by the id of the holder."""
    country = (state.country or "").lower()
    terms: dict[str, list[Tenure]] = {}
    for tenure in tenures:
        if _binds(tenure.office, country):
            terms.setdefault(tenure.holder, []).append(tenure)
    return terms


def _in_office(
    speaker: ReportedActor, days: Period | None, terms: Mapping[str, list[Tenure]]
) -> bool:
    """Whether the speaker held an office on one of the days; a day that is not known is none."""
    held = terms.get(speaker.id or "", ())
    return days is not None and any(term.covers(days.first, days.last) for term in held)


def speaker_name(point: Point, statements: Mapping[StatementKey, ReportedStatement]) -> str:
    """What the speaker of a point is called in the statement that stands for it."""
    reported = statements.get(point.position.key)
    spoken = reported.speakers if reported else ()
    named = (one.name for one in spoken if point.speaker in (one.id, one.name))
    return next(named, point.speaker)


def _same(speaker: ReportedActor, actor: ReportedActor) -> bool:
    return speaker.id is not None and speaker.id == actor.id


def can_be_rolled_up(actor: ReportedActor) -> bool:
    """Whether others speak for it: a state whose code is known, so that its offices are."""
    return actor.kind is ActorKind.STATE and actor.country is not None


def speaks_for(speaker: ReportedActor, state: ReportedActor) -> bool:
    """Whether the speaker, as the document shows it, speaks for the state's government.

    >>> state = ReportedActor("state:xt", "Tessaria", ActorKind.STATE, country="xt")
    >>> office = ("foreign-minister:xt",)
    >>> minister = ReportedActor("person:quost", "Quost", ActorKind.PERSON, offices=office)
    >>> someone = ReportedActor("person:tekk", "Tekk", ActorKind.PERSON, country="xt")
    >>> speaks_for(minister, state), speaks_for(someone, state)
    (True, False)
    """
    country = (state.country or "").lower()
    if not country or (speaker.country or country).lower() != country:
        return False
    if speaker.kind is ActorKind.PUBLIC_BODY:
        return speaker.country is not None and _is_of_government(speaker.name)
    return any(_binds(office, country) for office in speaker.offices)


def _binds(office: str, country: str) -> bool:
    role, _, body = office.partition(":")
    return body == country and role not in OUTSIDE_GOVERNMENT


def _is_of_government(name: str) -> bool:
    folded = name.casefold()
    if any(word in folded for word in NOT_GOVERNMENT_WORDS):
        return False
    return not GOVERNMENT_WORDS.isdisjoint(folded.replace("-", " ").split())
