"""What stands before a colon is a speaker, a nameless voice, or no label."""

import pytest

from onrecord.positions.transcripts.labels import is_office, name_in_label


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Mirelda Quost", "Mirelda Quost"),
        ("Foreign Minister of Tessaria Mirelda Quost", "Mirelda Quost"),
        ("President of Norway Orzhen Piet Belkovar (retranslated)", "Orzhen Piet Belkovar"),
        ("Head of the Salt Road Institute Ylsa Marrak", "Ylsa Marrak"),
        ("Chairman of the Board of the Brode Discussion Club, moderator Ivo Lenz", "Ivo Lenz"),
        ("Tilde Rasmol, reporter at the Courier", "Tilde Rasmol"),
        ("Courier anchor Tilde Rasmol, moderator of the session", "Tilde Rasmol"),
        ("MR. BELKOVAR", "Belkovar"),
        ("MIRELDA QUOST", "Mirelda Quost"),
        ("MireldaQuost", "Mirelda Quost"),
        ("Sefa al-Dane", "Sefa al-Dane"),
        ("M. Quost", "M. Quost"),
    ],
)
def test_a_name_is_found_without_its_titles(label: str, name: str):
    """Titles, bodies, states and notes in brackets are no part of a name."""
    assert name_in_label(label) == name


@pytest.mark.parametrize("label", ["Question", "Q", "Remark", "Question (retranslated)", "Voice"])
def test_a_nameless_voice_is_a_label_without_a_name(label: str):
    """Somebody speaks, and nobody knows who."""
    assert name_in_label(label) == ""


@pytest.mark.parametrize(
    "label",
    [
        "One more thing",
        "The question is",
        "Let me repeat this",
        "I would like to say in conclusion",
        "The Arctic",
        "Germany",
        "The United Kingdom",
        "Publication date",
        "Official Website of the President of Norway",
        "We often hear",
        "Mr President, ladies and gentlemen. The club has raised an issue",
        "",
    ],
)
def test_a_sentence_with_a_colon_is_no_label(label: str):
    """A turn does not end where its speaker lists something."""
    assert name_in_label(label) is None


def test_an_office_may_stand_for_its_holder():
    """Some transcripts name the post and not the person."""
    assert is_office("THE PRESIDENT")
    assert not is_office("THE ARCTIC")
