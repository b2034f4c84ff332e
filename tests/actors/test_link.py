"""Who is who in a document: speakers for its statements, and its actors."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors.link import link_actors
from onrecord.actors.office_table import OfficeTable
from onrecord.actors.profiles import profile_id
from onrecord.domain.actor import ActorKind
from onrecord.domain.mention import MentionKind
from tests.actors.builders import (
    BELK,
    NO_TABLE,
    ORGANISATION,
    OTHER,
    PACT,
    PLACE,
    SECRETARY,
    TABLE,
    Case,
    Marked,
    Said,
    statement_of,
    words_of,
)

TALKS = Case(
    "Northern Pact Secretary-General Ana Belk met Oda Merrin in Moscow on Monday. "
    "Belk told her that Iran would stay out.",
    (
        Marked("Northern Pact", 0, ORGANISATION),
        Marked("Northern Pact Secretary-General Ana Belk", 1, name="Ana Belk"),
        Marked("Oda Merrin", 2),
        Marked("Moscow", 3, PLACE),
        Marked("Belk", 1, nth=1),
        Marked("her", 2),
        Marked("Iran", 4, PLACE),
    ),
    date(2041, 5, 1),
    TABLE,
)


def test_everybody_of_the_cast_appears() -> None:
    """In order of the first name; a city where people meet is nobody."""
    found = TALKS.actors()
    assert [one.profile for one in found] == [
        PACT,
        BELK,
        profile_id(ActorKind.PERSON, "Oda Merrin"),
        "state:ir",
    ]
    assert [one.kind.value for one in found] == ["organisation", "person", "person", "state"]


def test_an_appearance_has_names_mentions_country_and_offices() -> None:
    """Each span where it stands, in order."""
    pact, belk, merrin, iran = TALKS.actors()
    assert words_of(TALKS.text, belk.names) == ["Ana Belk", "Belk"]
    assert words_of(TALKS.text, belk.mentions) == [
        "Northern Pact Secretary-General Ana Belk",
        "Belk",
    ]
    assert words_of(TALKS.text, merrin.mentions) == ["Oda Merrin", "her"]
    assert belk.offices == (SECRETARY,)
    assert (pact.name, iran.name, iran.country) == ("Northern Pact", "Iran", "ir")


def test_members_of_one_profile_are_one_appearance() -> None:
    """Two spellings of a known name are one actor, though the document does not say so."""
    case = Case(
        "Ana Belk left. Anna Belk came.",
        (Marked("Ana Belk", 0), Marked("Anna Belk", 1)),
        table=TABLE,
    )
    [belk] = case.actors()
    assert belk.profile == BELK
    assert words_of(case.text, belk.names) == ["Ana Belk", "Anna Belk"]


def test_two_namesakes_are_two_appearances() -> None:
    """The known one and the other."""
    case = Case(
        "Ana Belk met Mina Belk.", (Marked("Ana Belk", 0), Marked("Mina Belk", 1)), table=TABLE
    )
    assert [one.profile for one in case.actors()] == [
        BELK,
        profile_id(ActorKind.PERSON, "Mina Belk"),
    ]


def test_a_speaker_whom_the_reader_missed_appears() -> None:
    """Where the source names somebody, that is a name; a post settled by date is a mention."""
    case = Case("Then Oda Merrin said no.")
    [merrin] = case.linked(Said("Oda Merrin"))[1]
    assert words_of(case.text, merrin.names) == ["Oda Merrin"]
    post = Case("The Northern Pact's secretary-general said no.", (), date(2041, 5, 1), TABLE)
    [belk] = post.linked(Said("The Northern Pact's secretary-general"))[1]
    assert (belk.profile, belk.name, belk.names) == (BELK, "Ana Belk", ())
    assert words_of(post.text, belk.mentions) == ["The Northern Pact's secretary-general"]


@pytest.mark.parametrize(
    ("text", "source", "appear"),
    [
        ("Moscow said no.", "Moscow", ["state:ru"]),
        ("They met in Moscow on Monday. Ana Belk said no.", "Ana Belk", [BELK]),
        ("A State Department official said no.", "A State Department official", []),
        ("He said no.", "He", []),
        ("The government said no.", "The government", []),
    ],
)
def test_who_speaks_appears_and_a_place_does_not(text, source, appear) -> None:
    """Nor does who has no profile."""
    kind = PLACE if source == "Moscow" else MentionKind.PERSON
    marked = [Marked(source, 0, kind)]
    if "in Moscow" in text:
        marked.append(Marked("Moscow", 1, PLACE))
    statements, found = Case(text, tuple(marked), table=TABLE).linked(Said(source))
    assert [one.profile for one in found] == appear
    assert [link.profile for link in statements[0].speakers if link.profile] == [
        profile for profile in appear if profile
    ]


def test_statements_keep_their_order_and_everything_else() -> None:
    """An inner statement may come before its outer one."""
    case = Case("Ana Belk said that I won.", (Marked("Ana Belk", 0),))
    inner, outer = case.linked(Said("I", inside=1), Said("Ana Belk"))[0]
    assert (inner.id, outer.id, inner.parent) == ("s0", "s1", "s1")
    assert inner.speakers[0].name == outer.speakers[0].name == "Ana Belk"


def test_parents_in_a_circle_end() -> None:
    """No reading gives them, and nothing hangs."""
    case = Case("She said that I won.")
    found, _ = case.linked(Said("She", inside=1), Said("I", inside=0))
    assert len(found) == 2


def test_twice_the_same() -> None:
    """The same document gives the same speakers and appearances."""
    said = (Said("Belk", nth=1), Said("her"))
    assert TALKS.linked(*said) == Case(TALKS.text, TALKS.marked, TALKS.day, TABLE).linked(*said)


def test_an_empty_document_has_nobody() -> None:
    """Nor a document without mentions."""
    assert Case("").linked() == ((), ())
    assert Case("They left.").actors() == ()


def long_case(count: int) -> Case:
    """People of many names and one, each with pronouns, a post and a clause."""
    text, marked = "", []
    for n in range(count):
        last = f"Belk{'abcdefg'[n % 7]}{'abcdefghij'[n // 7 % 10]}{'klmnopqrst'[n // 70 % 10]}"
        text += f"Minister Ana {last} met a diplomat who left. He said no. "
        text += "Then the minister said that I was there.\n"
        marked += [Marked(f"Ana {last}", 2 * (n % 3)), Marked("a diplomat", 2 * n + 1, nth=n)]
        marked += [Marked("He", n % 5 or 2 * n + 1, nth=n), Marked("the minister", 0, nth=n)]
    return Case(text, tuple(marked))


def seconds(count: int) -> float:
    """How long the linking of a long document takes."""
    case = long_case(count)
    document, reading = case.document, case.reading
    statements = [
        statement_of(case.text, 4 * n + place, Said(word, n, inside=outer))
        for n in range(count)
        for place, (word, outer) in enumerate(
            (("who", None), ("He", None), ("the minister", None), ("I", 4 * n + 2))
        )
    ]
    begun = time.thread_time()
    link_actors(document, reading, statements, case.table)
    return time.thread_time() - begun


def test_time_grows_with_the_document() -> None:
    """Four times the names, mentions and statements take about four times as long, not sixteen."""
    seconds(10)
    assert seconds(1200) < 9 * seconds(300)


WORDS = (
    *("Ana Belk", "Belk", "Mina Belk", "Jo Tarn", "Moscow", "the Kremlin", "Iran", "The UN"),
    *("he", "She", "it", "who", "I", "the minister", "a diplomat", "Foreign Minister", "and"),
    *(",", ".", "in", "said", "\n", "“", "”", "’s", "Лавров", "the Northern Pact"),
)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Case, list[Said]]:
    """Any words, any of them mentions of any kind and chain, some of them sources."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
    marked, said = [], []
    for place, word in enumerate(words):
        if not word[0].isalpha() or not draw(st.booleans()):
            continue
        nth = " ".join(words[:place]).count(word)
        marked.append((place, word, nth))
    text = " ".join(words)
    kinds = (MentionKind.PERSON, ORGANISATION, PLACE, OTHER)
    made = [
        Marked(word, draw(st.integers(0, 4)), draw(st.sampled_from(kinds)), nth=nth)
        for _, word, nth in marked
        if text.count(word) == len([w for w in words if w == word])
    ]
    for one in made:
        if draw(st.booleans()):
            inside = draw(st.none() | st.integers(0, len(said) - 1)) if said else None
            said.append(Said(one.words, one.nth, inside=inside))
    day = draw(st.none() | st.just(date(2013, 9, 9)) | st.just(date(2041, 1, 1)))
    table = draw(st.sampled_from((NO_TABLE, TABLE, OfficeTable.bundled())))
    return Case(text, tuple(made), day, table), said


@given(cases())
def test_any_reading_gives_lawful_actors(case: tuple[Case, list[Said]]) -> None:
    """Each profile once, in order, with spans in the text; every speaker appears."""
    document, said = case
    statements, found = document.linked(*said)
    profiles = [one.profile for one in found]
    assert len(set(profiles)) == len(profiles)
    firsts = [(one.names or one.mentions)[0] for one in found]
    assert firsts == sorted(firsts)
    for one in found:
        assert one.name
        for spans in (one.names, one.mentions):
            assert list(spans) == sorted(set(spans))
            assert all(span.end <= len(document.text) for span in spans)
    links = [link for statement in statements for link in statement.speakers]
    assert {link.profile for link in links if link.profile} <= set(profiles)
    assert all(0 <= link.confidence <= 1 for link in links)
    assert all(link.mention and link.step for link in links)
    assert document.linked(*said) == (statements, found)
