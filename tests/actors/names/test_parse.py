import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors.names.distance import sound_distance
from onrecord.actors.names.folding import fold
from onrecord.actors.names.parse import parse_person
from onrecord.actors.names.sounds import sound
from onrecord.actors.names.transliterate import romanise


@pytest.mark.parametrize(
    ("text", "given", "middle", "family"),
    [
        ("Russian Foreign Minister Sergei Lavrov", ("sergei",), (), ("lavrov",)),
        ("Lavrov, Sergei V.", ("sergei",), ("v",), ("lavrov",)),
        ("John Kerry, US Secretary of State", ("john",), (), ("kerry",)),
        ("Vladimir Vladimirovich Putin", ("vladimir",), ("vladimirovich",), ("putin",)),
        ("Путин Владимир Владимирович", ("владимир",), ("владимирович",), ("путин",)),
        ("Staffan de Mistura", ("staffan",), (), ("mistura",)),
        ("Gamal Abdel Nasser", ("gamal",), (), ("abdelnasser",)),
        ("وليد المعلم", ("وليد",), (), ("معلم",)),
        ("Xi Jinping", ("jinping",), (), ("xi",)),
        ("习近平", ("近平",), (), ("习",)),
        ("HH Sheikh Tamim", (), (), ("tamim",)),
        ("Dr", (), (), ("dr",)),
        ("", (), (), ()),
    ],
)
def test_parts_of_a_name(text, given, middle, family):
    """Titles go; given, middle and family names stand by their place and language."""
    name = parse_person(text)
    assert (name.given, name.middle, name.family) == (given, middle, family)


def test_suffix_and_particles_are_kept_apart():
    """`Jr.` and `al` are no part of the names compared, and are not lost."""
    assert parse_person("Ivo Pell, Jr.").suffix == "jr"
    assert parse_person("Walid al-Moallem").particles == ("al",)


@given(st.text(max_size=40))
def test_fold_is_idempotent(text):
    """Folding what is folded changes nothing."""
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=40))
def test_every_text_has_parts_and_a_romanisation(text):
    """No text breaks the parser; a romanisation has no capitals and no marks."""
    name = parse_person(text)
    assert set(name.family) <= set(name.words)
    assert romanise(text) == fold(romanise(text))


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Лавров", "lavrov"),
        ("Κυριάκος", "kyriakos"),
        ("习近平", "xi jinping"),
        ("반기문", "ban gimun"),
        ("المعلم", "almlm"),
        ("ברק", "brk"),
        ("キシダ フミオ", "kishida fumio"),
        ("Նիկոլ", "nikol"),
    ],
)
def test_romanise(text, latin):
    """Any script has a form in folded Latin letters."""
    assert romanise(text) == latin


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("khrushchev", "chruschtschow"),
        ("gaddafi", "kadhafi"),
        ("muallem", "معلم"),
        ("sergei", "сергеи"),
        ("peres", "פרס"),
    ],
)
def test_spellings_of_one_sound_are_near(left, right):
    """What two romanisations write for one name is near, whichever comes first."""
    near = sound_distance(sound(left), sound(right))
    assert near == sound_distance(sound(right), sound(left)) < 0.4


@pytest.mark.parametrize(
    ("left", "right"), [("ivan", "iva"), ("mohamed", "mahmoud"), ("hassan", "hussein")]
)
def test_other_names_are_far(left, right):
    """A consonant more or other vowels make another name."""
    assert sound_distance(sound(left), sound(right)) > 0.7
