"""Who is in a document, and which mentions refer to whom."""

import pytest

from onrecord.domain.actor import ActorKind
from onrecord.domain.mention import MentionForm
from onrecord.domain.span import Span
from tests.actors.builders import (
    ORGANISATION,
    OTHER,
    PERSON,
    PLACE,
    TABLE,
    Case,
    Marked,
    find,
    words_of,
)


def members(case):
    """The names of the cast with the heads that refer to each, in order of the text."""
    return {
        member.name.of(case.text): words_of(case.text, sorted(one.head for one in member.referents))
        for member in case.cast.members.values()
    }


def test_a_person_has_names_pronouns_and_noun_phrases() -> None:
    """Names by their words, the others by their chain."""
    case = Case(
        "Ana Belk left. She waved. The minister was tired, Belk said.",
        (
            Marked("Ana Belk", 0),
            Marked("She", 0),
            Marked("The minister", 0),
            Marked("Belk", 1, nth=1),
        ),
    )
    assert members(case) == {"Ana Belk": ["Belk", "She", "minister", "Belk"]}
    [belk] = case.cast.persons()
    assert words_of(case.text, belk.names) == ["Ana Belk", "Belk"]
    assert (belk.kind, belk.full, belk.key) == (ActorKind.PERSON, True, ("ana", "belk"))


def test_namesakes_are_two() -> None:
    """Each with its own pronouns; a lone last name is nobody's of the two."""
    case = Case(
        "Ana Belk met Mina Belk. She left, and so did she. Belk waved.",
        (
            Marked("Ana Belk", 0),
            Marked("Mina Belk", 1),
            Marked("She", 0),
            Marked("she", 1),
            Marked("Belk", 0, nth=2),
        ),
    )
    assert members(case) == {
        "Ana Belk": ["Belk", "She"],
        "Mina Belk": ["Belk", "she"],
    }


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("Ana Belk spoke. Belk waved. Mina Belk came.", "Ana Belk"),
        ("Ana Belk spoke. Mina Belk came. Ms Belk waved.", "Mina Belk"),
        ("Minister Ana Belk met Mina Belk. Minister Belk waved.", "Ana Belk"),
    ],
)
def test_a_shared_last_name_is_settled_by_what_stands_before(text: str, bearer: str) -> None:
    """The only one named so far, the one named last after "Ms", or the one with the post."""
    lone = len(text[: text.index("Belk waved")].split("Belk")) - 1
    marked = (Marked("Ana Belk", 0), Marked("Mina Belk", 1), Marked("Belk", 2, nth=lone))
    case = Case(text, marked)
    named = case.cast.named_in(Span(text.index("Belk waved"), text.index("Belk waved") + 4))
    assert named is not None
    assert named.name.of(text) == bearer


def test_brothers_of_one_name_are_two() -> None:
    """An article before the last name does not join them."""
    case = Case(
        "Bashar al-Assad is a nephew of Rifaat al-Assad.",
        (Marked("Bashar al-Assad", 0), Marked("Rifaat al-Assad", 1)),
    )
    assert list(members(case)) == ["Bashar al-Assad", "Rifaat al-Assad"]


def test_a_chain_of_two_names_goes_to_the_one_named_last() -> None:
    """The reader's mistake costs no more than the mentions between."""
    case = Case(
        "Her train came. Ana Belk left. She waved. Jo Tarn stayed. He smiled.",
        (
            Marked("Her", 0),
            Marked("Ana Belk", 0),
            Marked("She", 0),
            Marked("Jo Tarn", 0),
            Marked("He", 0),
        ),
    )
    assert members(case) == {"Ana Belk": ["Her", "Belk", "She"], "Jo Tarn": ["Tarn", "He"]}


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("He He She", ["Belk", "He", "He"]),
        ("She She She His", ["Belk", "She", "She", "She"]),
        ("He She", ["Belk"]),
        ("He I", ["Belk", "He", "I"]),
        ("She", ["Belk", "She"]),
    ],
)
def test_nobody_is_he_and_she(words, kept) -> None:
    """The fewer belong to somebody else; of as many, nobody knows which."""
    text = f"Then A. Belk came. {words}"
    marked = [
        Marked(word, 0, nth=words.split()[:n].count(word)) for n, word in enumerate(words.split())
    ]
    assert members(Case(text, (Marked("A. Belk", 0), *marked))) == {"A. Belk": kept}


@pytest.mark.parametrize(
    ("name", "kind", "word", "joined"),
    [
        ("Ana Belk", PERSON, "she", True),
        ("Ana Belk", PERSON, "it", False),
        ("Ana Belk", PERSON, "which", False),
        ("Border Council", ORGANISATION, "it", True),
        ("Border Council", ORGANISATION, "he", False),
        ("Border Council", ORGANISATION, "who", False),
    ],
)
def test_a_pronoun_must_fit(name, kind, word, joined) -> None:
    """No person is an it, and no body a he, whatever the reader chains."""
    case = Case(
        f"Then {name} left and {word} waved.",
        (Marked(name, 0, kind), Marked(word, 0, kind if joined else OTHER)),
    )
    assert (word in members(case)[name]) is joined


@pytest.mark.parametrize(
    ("text", "marked", "names"),
    [
        ("Then Ana Belk left.", [Marked("Ana Belk", 0)], ["Ana Belk"]),
        ("Then Ana Belk left.", [], []),
        ("Then Foreign Minister Ana Belk left.", [], ["Ana Belk"]),
        ("Then Ana Belk left.", [Marked("Ana Belk", 0, ORGANISATION)], ["Ana Belk"]),
        ("The Halden Gazette left.", [Marked("The Halden Gazette", 0, OTHER)], []),
    ],
)
def test_the_reader_and_titles_tell_who_is_a_person(text, marked, names) -> None:
    """A name that the reader took for no mention needs a post; one of another kind is a body's."""
    assert list(members(Case(text, tuple(marked)))) == names


def test_most_mentions_of_a_name_tell_its_kind() -> None:
    """One mistake of the reader does not split a person."""
    text = "Ana Belk left. Ana Belk waved. Ana Belk slept."
    kinds = (PERSON, ORGANISATION, PERSON)
    marked = tuple(Marked("Ana Belk", 0, kind, nth=n) for n, kind in enumerate(kinds))
    [member] = Case(text, marked).cast.members.values()
    assert member.kind is ActorKind.PERSON
    assert len(member.referents) == 3


@pytest.mark.parametrize(
    ("text", "words", "kind", "key"),
    [
        ("Then Iran left.", "Iran", PLACE, "state:ir"),
        ("Then the Northern Pact left.", "the Northern Pact", ORGANISATION, "organisation:nato"),
        ("Iran left, and then Tehran did.", "Tehran", PLACE, "state:ir"),
        ("They left in Tehran.", "Tehran", PLACE, None),
        ("They left Halden.", "Halden", PLACE, None),
        ("The ministry left.", "The ministry", ORGANISATION, None),
        ("The Ministry left.", "The Ministry", ORGANISATION, None),
    ],
)
def test_bodies_by_name(text, words, kind, key) -> None:
    """States and known bodies by id; a mere place and a common noun are nobody."""
    case = Case(text, (Marked(words, 0, kind),), table=TABLE)
    assert list(case.cast.members) == ([(key,)] if key else [])


def test_spellings_of_one_body_are_one() -> None:
    """The state by its name, its adjective's government and its capital."""
    case = Case(
        "Russia protested. Moscow called it grave, and the Russian Federation left.",
        (
            Marked("Russia", 0, PLACE),
            Marked("Moscow", 1, PLACE),
            Marked("the Russian Federation", 2, PLACE, name="Russian Federation"),
        ),
    )
    [member] = case.cast.members.values()
    assert member.key == ("state:ru",)
    assert words_of(case.text, member.names) == ["Russia", "Moscow", "Russian Federation"]


def test_at_and_person_find_members() -> None:
    """By head word and by folded name, short or full."""
    case = Case("Ana Belk left. Belk waved.", (Marked("Ana Belk", 0), Marked("Belk", 0, nth=1)))
    cast = case.cast
    [belk] = cast.persons()
    assert cast.person(("belk",)) is belk
    assert cast.person(("ana", "belk")) is belk
    assert cast.person(("jo", "tarn")) is None
    assert all(cast.at(one) is belk for one in cast.referents.all)
    assert cast.referents.inside(find(case.text, "waved")) == []


@pytest.mark.parametrize(
    ("words", "head", "joined"),
    [
        ("Korvanan Foreign Minister Ana Belk", "Minister", True),
        ("the Korvanan minister Ana Belk", "minister", True),
        ("the minister, Ana Belk", "minister", True),
        ("the wife of Ana Belk", "wife", False),
        ("Ana Belk's wife", "wife", False),
        ("a friend of Minister Ana Belk", "friend", False),
        ("the friends, Ana Belk and Jo Tarn", "friends", False),
    ],
)
def test_a_post_may_be_the_head_of_a_name(words, head, joined) -> None:
    """What is chained to the post is then chained to the person; a relative is somebody else."""
    case = Case(
        f"Then {words} left. She waved. Ana Belk slept.",
        (
            Marked(words, 0, head=head, form=MentionForm.NOMINAL),
            Marked("She", 0),
            Marked("Ana Belk", 1),
            Marked("Ana Belk", 2, nth=1),
        ),
    )
    assert ("She" in members(case)["Ana Belk"]) is joined


def test_joined_people_are_people() -> None:
    """A mention of both hides neither."""
    case = Case(
        "Ana Belk and Jo Tarn left.",
        (Marked("Ana Belk and Jo Tarn", 0, head="Ana", name="Ana Belk"), Marked("Jo Tarn", 1)),
    )
    assert list(members(case)) == ["Ana Belk", "Jo Tarn"]


def test_a_place_in_a_fuller_name_is_no_person() -> None:
    """`Rusk` in `Rusk mayor Ana Belk`."""
    case = Case("Rusk mayor Ana Belk left.", (Marked("Rusk mayor Ana Belk", 0, name="Ana Belk"),))
    assert list(members(case)) == ["Ana Belk"]
