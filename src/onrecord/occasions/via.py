"""Through whom a statement came to the report."""

from collections.abc import Iterator

from onrecord.domain.document import Document
from onrecord.domain.occasion import Party
from onrecord.domain.statement import Statement
from onrecord.lexicon.occasions import occasion_words
from onrecord.occasions.facts import Facts
from onrecord.occasions.outlets import named_in_datelines
from onrecord.occasions.parties import Group, Parties


def dateline_outlets(document: Document, parties: Parties) -> tuple[Party, ...]:
    """The agencies that datelines name, as parties."""
    return tuple(
        named.party if (named := parties.outlet(span.start, span.end)) else Party(span, name)
        for span, name in named_in_datelines(document).items()
    )


def frame_outlets(
    statement: Statement, facts: Facts, cue: frozenset[str], parties: Parties
) -> tuple[Party, ...]:
    """The outlets that a frame names as those from whom the words come."""
    passed_on = (named.party for named in facts.outlets)
    return tuple(dict.fromkeys((*_quoting(statement, cue, parties), *passed_on)))


def outlet_source(statement: Statement, parties: Parties) -> Party | None:
    """The outlet that a statement's source is, if it is one."""
    if len(statement.source) != 1:
        return None
    span = statement.source[0]
    named = parties.at(span.start, span.end)
    return named.party if named and named.group is Group.OUTLET else None


def _quoting(statement: Statement, cue: frozenset[str], parties: Parties) -> Iterator[Party]:
    """`TSN quoted Belk as saying`: TSN stands before the cue, Belk after it."""
    if (
        len(statement.source) < 2
        or not statement.cue
        or cue.isdisjoint(occasion_words().grammar.quoting)
    ):
        return
    for span in statement.source:
        if span.end <= statement.cue[0].start:
            named = parties.at(span.start, span.end)
            if named is not None and named.group is Group.OUTLET:
                yield named.party
