"""`onrecord actors show`: one actor, and why it is one."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.actors.options import Key
from onrecord.cli.actors.wording import actor_json, count, judgement_json, judgement_line, term
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.streams import put, put_json
from onrecord.cli.wording import one_line
from onrecord.domain.office import Tenure

if TYPE_CHECKING:
    from onrecord.record import ActorEvidence, StoredAppearance

EPILOG = options.examples(
    'onrecord actors show "Mirelda Quost"',
    "onrecord actors show person:jorun-tekk --json | jq .names",
)


@command
def show(
    actor: Key,
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
) -> ExitCode:
    """Show an actor: its names, offices and documents, and what joined them.

    Names that score alike are joined by the machine, others by judgements; each is named, so that
    it can be taken back.
    """
    with wiring.open_record(record, create=False) as kept:
        evidence = kept.actor_evidence(kept.actor(actor).id)
        held = [tenure for tenure in wiring.tenures(kept) if tenure.holder in _ids(evidence)]
        names = {office.id: office.name for office in wiring.offices(kept)}
    if json:
        put_json(_json(evidence, held))
    else:
        put("\n".join(_lines(evidence, held, names)))
    return ExitCode.OK


def _ids(evidence: "ActorEvidence") -> set[str]:
    return {evidence.actor.id, *evidence.actor.profiles}


def _lines(
    evidence: "ActorEvidence", held: Sequence[Tenure], office_names: dict[str, str]
) -> Iterator[str]:
    actor = evidence.actor
    country = f", {actor.country.upper()}" if actor.country else ""
    yield f"{one_line(actor.name)}  ({actor.kind.value}{country})  {actor.id}"
    yield from _section("names", [one_line(name) for name in actor.names])
    terms = [f"{office_names.get(t.office, t.office)}, {term(t)}  ({t.source})" for t in held]
    dated = {tenure.office for tenure in held}
    given = [f"{office_names.get(o, o)}, days unknown" for o in actor.offices if o not in dated]
    yield from _section("offices", list(dict.fromkeys([*terms, *given])))
    yield f"{count(actor.documents, 'document')}, {count(actor.statements, 'statement')}:"
    for appearance in evidence.appearances:
        yield f"  {_appearance(appearance)}"
    edges = [f"{edge.left} and {edge.right} score {edge.score:.2f}" for edge in evidence.edges]
    yield from _section("joined by", [*edges, *map(judgement_line, evidence.judgements)])


def _section(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"{heading}:"
    for line in lines:
        yield f"  {line}"


def _appearance(found: "StoredAppearance") -> str:
    forms = ", ".join(dict.fromkeys(f"“{one_line(words)}”" for _, words in found.names))
    heard = f"{count(found.statements, 'statement')}, {count(found.mentions, 'mention')}"
    orphaned = "  ORPHANED: a name does not stand where it did" if found.orphaned else ""
    return f"{found.document_id}  {found.document_name}: {forms}, {heard}{orphaned}"


def _json(evidence: "ActorEvidence", held: Sequence[Tenure]) -> dict[str, object]:
    return {
        **actor_json(evidence.actor),
        "tenures": [_tenure_json(tenure) for tenure in held],
        "appearances": [_appearance_json(found) for found in evidence.appearances],
        "edges": [
            {"left": edge.left, "right": edge.right, "score": edge.score} for edge in evidence.edges
        ],
        "judgements": [judgement_json(judgement) for judgement in evidence.judgements],
    }


def _tenure_json(tenure: Tenure) -> dict[str, object]:
    days = {"from": tenure.start, "to": tenure.end}
    return {
        "office": tenure.office,
        **{name: day.isoformat() for name, day in days.items() if day},
        "source": tenure.source,
    }


def _appearance_json(found: "StoredAppearance") -> dict[str, object]:
    return {
        "document": found.document_id,
        "document_name": found.document_name,
        "node": found.node,
        "name": found.name,
        "names": [{"span": [s.start, s.end], "words": words} for s, words in found.names],
        "mentions": found.mentions,
        "statements": found.statements,
        "offices": list(found.offices),
        "orphaned": found.orphaned,
    }
