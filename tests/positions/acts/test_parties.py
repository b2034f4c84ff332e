"""Who does something to whom, found."""

import re

import pytest

from onrecord.domain.mention import Mention, MentionForm, MentionKind
from onrecord.domain.sentence import MarkedSentence
from onrecord.domain.span import Span
from onrecord.positions.acts.parties import completed, find_parties


def _mentions(text: str, *names: str) -> list[Span]:
    return [Span(*found.span()) for name in names for found in re.finditer(name, text)]


@pytest.mark.parametrize(
    ("text", "names", "source", "target"),
    [
        ("Halden accused Tessaria of a raid.", ["Halden", "Tessaria"], "Halden", "Tessaria"),
        ("Three men were arrested by police.", ["Three men", "police"], "police", "Three men"),
        ("Three men were arrested in Korvana.", ["Three men", "Korvana"], None, "Three men"),
        ("Oss said Halden must withdraw.", ["Oss", "Halden"], "Oss", "Halden"),
        ("Oss told Quost that Halden must go.", ["Oss", "Quost", "Halden"], "Oss", "Halden"),
        ("The minister of Halden thanked Oss.", ["The minister", "Halden", "Oss"], "The minister",
         "Oss"),
        ("Halden accused Tessaria.", ["Halden accused Tessaria"], "Halden", "Tessaria"),
        ("Oss said it was late.", ["Oss"], "Oss", None),
        ("Rain fell.", [], None, None),
    ],
)  # fmt: skip
def test_they_stand_about_the_verb(
    text: str, names: list[str], source: str | None, target: str | None
) -> None:
    """Subject and object, the other way round in the passive."""
    found = find_parties(text, _mentions(text, *names))
    assert found.source == (_mentions(text, source)[0] if source else None)
    assert found.target == (_mentions(text, target)[0] if target else None)


def test_what_is_given_stays() -> None:
    """Only what is missing is looked for, and a thing is nobody."""
    text = "Halden accused Tessaria of a raid."
    kinds = {
        "Halden": MentionKind.PLACE,
        "Tessaria": MentionKind.PLACE,
        "a raid": MentionKind.OTHER,
    }
    mentions = [
        Mention(span, span, MentionForm.NAME, kind, 0)
        for name, kind in kinds.items()
        for span in _mentions(text, name)
    ]
    raid = Span(text.index("a raid"), len(text) - 1)
    marked = completed(MarkedSentence(text, None, raid), mentions)
    assert (marked.source, marked.target) == (Span(0, 6), raid)
