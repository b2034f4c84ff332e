"""Scenes of invented reports, their expressions of time found without a model."""

from datetime import date

from onrecord.documents import text_document
from onrecord.times.dating.clue import Clue
from onrecord.times.dating.days import days_between
from onrecord.times.dating.scene import Scene, scene_of
from tests.times.found import phrases


def scene(text: str) -> Scene:
    """The scene of a text."""
    return scene_of(text_document(text), phrases(text))


def allows(clue: Clue, day: str) -> bool:
    """Whether the report may be of that day."""
    at = date.fromisoformat(day)
    return bool(clue.days & days_between(at, at))
