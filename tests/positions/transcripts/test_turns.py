"""A transcript is read as turns of speakers."""

from tests.positions.transcripts.builders import transcript


def _turns(text: str) -> list[tuple[str | None, list[str]]]:
    found = transcript(text)
    return [
        (turn.speaker, [paragraph.of(found.text) for paragraph in turn.paragraphs])
        for turn in found.turns
    ]


def test_paragraphs_belong_to_the_last_label():
    """What follows a label without one of its own is the same speaker's."""
    found = transcript()
    assert [turn.speaker for turn in found.turns] == [
        None,
        "Mirelda Quost",
        "Question",
        "Mirelda Quost",
        "Ylsa Marrak",
    ]
    assert len(found.turns[1].paragraphs) == 3


def test_the_lead_is_nobodys():
    """A summary before the first turn is the office's that published it."""
    first, *_ = _turns("Quost met Marrak.\n\nMirelda Quost: Good evening.")
    assert first == (None, ["Quost met Marrak."])


def test_a_text_without_labels_is_nobodys():
    """An official summary has no speaker."""
    assert _turns("Mirelda Quost had a telephone conversation.")[0][0] is None


def test_a_speech_is_its_speakers():
    """The title of a speech names who gives it."""
    turns = _turns("Speech by Foreign Minister Mirelda Quost\n\nThe pass is closed.")
    assert {speaker for speaker, _ in turns} == {"Mirelda Quost"}


def test_a_dash_after_a_name_makes_a_turn_where_it_comes_again():
    """One line with a dash may be a sentence, two with one name are turns."""
    turns = _turns("Mirelda Quost – No.\n\nYlsa Marrak – Yes.\n\nMirelda Quost – No again.")
    assert [speaker for speaker, _ in turns][::2] == ["Mirelda Quost", "Mirelda Quost"]


def test_an_office_is_resolved_by_the_name_before_it():
    """THE PRESIDENT is whoever the heading says is president."""
    turns = _turns("Remarks of President Orzhen Belkovar\n\nTHE PRESIDENT: Good morning.")
    assert turns[-1] == ("Orzhen Belkovar", ["Good morning."])


def test_asides_are_nobodys():
    """Lines such as “See also” stand between paragraphs and are not spoken."""
    turns = _turns("Mirelda Quost: One.\n\nSee also\n\nTwo.")
    assert turns[-1] == ("Mirelda Quost", ["One.", "Two."])


def test_day_and_spans_hold_for_the_text():
    """Every paragraph stands where it says."""
    found = transcript()
    assert found.day is not None
    assert found.speakers == ("Mirelda Quost", "Question", "Ylsa Marrak")
    for turn in found.turns:
        assert turn.label is None or found.text[turn.label.end :].startswith((":", " –"))
