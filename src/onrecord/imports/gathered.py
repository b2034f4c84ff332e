"""Items of tables, put together as the record takes them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.imports.item import Item
from onrecord.record import KnownActorImport


def gathered(
    items: Iterable[tuple[Item, str]], known: Mapping[str, str]
) -> Iterator[KnownActorImport]:
    """Actors and offices as they come; then the tenures, all those of one holder together.

    Each item comes with the name of its table. An actor whose Wikidata item is `known` goes by the
    id that it has there, lest one person become two. In memory are the tenures.
    """
    terms: dict[str, list[Tenure]] = {}
    tables: dict[str, str] = {}
    renamed: dict[str, str] = {}
    for item, table in items:
        if isinstance(item, KnownActor):
            id = known.get(item.wikidata or "", item.id)
            if id != item.id:
                renamed[item.id] = id
            yield KnownActorImport(replace(item, id=id), origin=table)
        elif isinstance(item, Office):
            yield KnownActorImport(None, (item,), origin=table)
        else:
            terms.setdefault(item.holder, []).append(item)
            tables[item.holder] = table
    for holder, held in terms.items():
        id = renamed.get(holder, holder)
        yield KnownActorImport(
            None, (), tuple(replace(term, holder=id) for term in held), tables[holder]
        )
