"""Actors, offices and tenures from other people's tables: CSV, FollowTheMoney, Wikidata.

What is read comes one at a time, and what cannot be used comes as `LeftOut`, with its place.
"""

from onrecord.imports.item import Item, LeftOut
from onrecord.imports.read import ActorFormat, read_actors

__all__ = ["ActorFormat", "Item", "LeftOut", "read_actors"]
