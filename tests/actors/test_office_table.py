"""Offices by the phrases that name them, and who held them when."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors.office_table import OfficeTable
from onrecord.domain.office import KnownActor, Office, Tenure

NAMED = [
    ("the Russian Foreign Minister", "foreign-minister:ru"),
    ("Foreign Minister of Russia", "foreign-minister:ru"),
    ("Russia's foreign minister", "foreign-minister:ru"),
    ("Minister of foreign Affairs of Russia", "foreign-minister:ru"),
    ("the Minister for Foreign Affairs of the Russian Federation", "foreign-minister:ru"),
    ("the Russian top diplomat", "foreign-minister:ru"),
    ("the top Russian diplomat", "foreign-minister:ru"),
    ("Russian FM", "foreign-minister:ru"),
    ("the head of the Russian foreign Ministry", "foreign-minister:ru"),
    ("Moscow’s foreign minister", "foreign-minister:ru"),
    ("visiting Syrian Foreign Minister", "foreign-minister:sy"),
    ("Syrian Foreign and Expatriates Minister", "foreign-minister:sy"),
    ("US Secretary of State", "foreign-minister:us"),
    ("U.S. Secretary of state", "foreign-minister:us"),
    ("the Secretary of State", "foreign-minister:us"),
    ("the US top diplomat", "foreign-minister:us"),
    ("the British foreign secretary", "foreign-minister:gb"),
    ("the Russian deputy foreign minister", "deputy-foreign-minister:ru"),
    ("Syrian President", "president:sy"),
    ("the Syrian leader", "president:sy"),
    ("the British leader", "prime-minister:gb"),
    ("the German Chancellor", "prime-minister:de"),
    ("the Chancellor of the Exchequer", "finance-minister:gb"),
    ("the Saudi king", "monarch:sa"),
    ("Jordan's head of state", "monarch:jo"),
    ("the Emir of Qatar", "monarch:qa"),
    ("the Pope", "monarch:va"),
    ("Iran’s supreme leader", "supreme-leader:ir"),
    ("US Defense Secretary", "defence-minister:us"),
    ("the Pentagon chief", "defence-minister:us"),
    ("the chairman of the Joint Chiefs of Staff", "chief-of-general-staff:us"),
    ("the Kremlin spokesman", "presidency-spokesperson:ru"),
    ("White House press secretary", "presidency-spokesperson:us"),
    ("State Department spokeswoman", "foreign-ministry-spokesperson:us"),
    ("a spokesman for the US State Department", "foreign-ministry-spokesperson:us"),
    ("Iranian Foreign Ministry spokeswoman", "foreign-ministry-spokesperson:ir"),
    ("the spokeswoman of the Russian Foreign Ministry", "foreign-ministry-spokesperson:ru"),
    ("Syria's UN ambassador", "un-ambassador:sy"),
    ("Russian ambassador to the UN", "un-ambassador:ru"),
    ("Russia's Permanent Representative to the United Nations", "un-ambassador:ru"),
    ("the Russian ambassador to the United States", "ambassador-to-us:ru"),
    ("US special envoy for Syria", "special-envoy-sy:us"),
    ("UN special envoy for Syria", "special-envoy-sy:un"),
    ("the UN Syria envoy", "special-envoy-sy:un"),
    ("UN envoy on Syria", "special-envoy-sy:un"),
    ("the UN-Arab League envoy for Syria", "special-envoy-sy:un"),
    ("the United Nations special envoy to Syria", "special-envoy-sy:un"),
    ("the UN Secretary-General", "secretary-general:un"),
    ("UN chief", "secretary-general:un"),
    ("NATO chief", "secretary-general:nato"),
    ("EU foreign policy chief", "high-representative:eu"),
    ("European Commission President", "commission-president:eu"),
    ("UN human rights chief", "high-commissioner-human-rights:un"),
    ("the head of the chemical weapons watchdog", "director-general:opcw"),
    ("the head of Russia's arms exports agency", "director-general:rosoboronexport"),
    ("the head of Rosoboronexport", "director-general:rosoboronexport"),
    ("the president of the Syrian National Coalition", "president:syrian-national-coalition"),
    ("the Turkish Cypriot leader", "president:northern-cyprus"),
    ("Hezbollah leader", "secretary-general:hezbollah"),
    ("Qatar's Prime Minister and Foreign Minister", "prime-minister:qa"),
]
NO_OFFICE = [
    "",
    "the",
    "Russia",
    "a Syrian diplomat",
    "the wife of the Russian president",
    "adviser to the Syrian foreign minister",
    "the candidate for president",
    "presidents of Russia and USA",
    "the Russian people",
    "the US ambassador's residence",
    "a State Department official",
    "the British Conservative leader",
    "the Syrian opposition leader",
    "the shadow foreign secretary",
]


@pytest.fixture(scope="module")
def table():
    return OfficeTable.bundled()


@pytest.mark.parametrize(("phrase", "office"), NAMED)
def test_a_phrase_names_an_office(table, phrase, office):
    """Whatever the order, the case and the preposition."""
    reading = table.read(phrase)
    assert reading is not None
    assert reading.office == office
    assert table.office(office) is not None
    assert f"{reading.role}:{reading.body}" == office


@pytest.mark.parametrize("phrase", NO_OFFICE)
def test_a_phrase_that_names_no_office(table, phrase):
    """Every word must belong to the office: an aide of a minister is no minister."""
    assert table.read(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("president", "president"),
        ("the Foreign Minister", "foreign-minister"),
        ("deputy foreign minister", "deputy-foreign-minister"),
        ("the minister", "minister"),
        ("the UN envoy", "special-envoy"),
    ],
)
def test_a_role_without_a_body_is_no_office_yet(table, phrase, role):
    """The role is known, the office waits for the document."""
    reading = table.read(phrase)
    assert reading is not None
    assert (reading.role, reading.office) == (role, None)


@pytest.mark.parametrize(
    ("phrase", "country", "office"),
    [
        ("the president", "SY", "president:sy"),
        ("the foreign minister", "ru", "foreign-minister:ru"),
        ("the top diplomat", "us", "foreign-minister:us"),
        ("the Russian foreign minister", "sy", "foreign-minister:ru"),
        ("the head of state", "jo", "monarch:jo"),
        ("the UN ambassador", "sy", "un-ambassador:sy"),
        ("the UN envoy", "sy", "special-envoy-sy:un"),
    ],
)
def test_the_country_at_hand_fills_an_open_body(table, phrase, country, office):
    """And never overrides the one that the phrase names."""
    reading = table.read(phrase, country)
    assert reading is not None
    assert reading.office == office


@pytest.mark.parametrize(
    ("phrase", "former"),
    [
        ("former president", True),
        ("the ex-president", True),
        ("then foreign minister", True),
        ("the ousted Ukrainian president", True),
        ("the current president", False),
        ("the acting president", False),
    ],
)
def test_a_former_holder_is_told_apart(table, phrase, former):
    """No date can resolve one who holds the office no longer."""
    reading = table.read(phrase)
    assert reading is not None
    assert reading.former is former


@pytest.mark.parametrize(
    ("phrase", "unique"),
    [
        ("the Russian foreign minister", True),
        ("the Russian deputy foreign minister", False),
        ("a Chinese foreign ministry spokesman", False),
        ("the Kremlin spokesman", True),
        ("the Russian minister", False),
    ],
)
def test_an_office_of_several_holders_is_told_apart(table, phrase, unique):
    """It narrows a search, and names nobody."""
    reading = table.read(phrase)
    assert reading is not None
    assert reading.unique is unique


@pytest.mark.parametrize(
    ("office", "day", "holders"),
    [
        ("foreign-minister:ru", date(2004, 3, 8), {"person:igor-ivanov"}),
        ("foreign-minister:ru", date(2013, 9, 9), {"person:sergey-lavrov"}),
        ("foreign-minister:us", date(2013, 9, 9), {"person:john-kerry"}),
        ("foreign-minister:sy", date(2013, 9, 9), {"person:walid-muallem"}),
        ("president:ru", date(2010, 1, 1), {"person:dmitry-medvedev"}),
        ("special-envoy-sy:un", date(2013, 5, 20), {"person:lakhdar-brahimi"}),
        ("special-envoy-sy:un", date(2016, 1, 20), {"person:staffan-de-mistura"}),
        ("director-general:rosoboronexport", date(2013, 5, 1), {"person:anatoly-isaikin"}),
        ("secretary-general:un", date(2016, 1, 20), {"person:ban-ki-moon"}),
        ("president:us", date(2017, 1, 20), {"person:barack-obama", "person:donald-trump"}),
        ("foreign-minister:ru", date(1950, 1, 1), set()),
        ("no-such-office:ru", date(2013, 9, 9), set()),
    ],
)
def test_the_day_tells_who_held_the_office(table, office, day, holders):
    """Both may be meant on the day of a hand-over."""
    assert {tenure.holder for tenure in table.holders(office, day, day)} == holders


def test_without_a_day_all_holders_are_given(table):
    """In order of time."""
    held = table.holders("president:us", None, None)
    assert len(held) >= 6
    assert [tenure.start for tenure in held] == sorted(tenure.start for tenure in held)


def test_the_offices_of_an_actor(table):
    """All of them, or those of a day."""
    day = date(2010, 1, 1)
    assert [tenure.office for tenure in table.offices_of("person:vladimir-putin", day, day)] == [
        "prime-minister:ru"
    ]
    assert len(table.offices_of("person:vladimir-putin")) >= 5
    assert table.offices_of("person:nobody") == ()


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Sergei Lavrov", "person:sergey-lavrov"),
        ("SERGEY LAVROV", "person:sergey-lavrov"),
        ("Сергей Лавров", "person:sergey-lavrov"),
        ("Walid al-Moallem", "person:walid-muallem"),
        ("وليد المعلم", "person:walid-muallem"),
        ("Bashar Assad", "person:bashar-al-assad"),
        ("Stefan de Mistura", "person:staffan-de-mistura"),
        ("Recep Tayyip Erdogan", "person:recep-tayyip-erdogan"),
        ("the United Nations", "organisation:un"),
        ("U.N.", "organisation:un"),
        ("US", "state:us"),
        ("the Russian Federation", "state:ru"),
        ("Dzhebhat EN-Nusra", "organisation:al-nusra-front"),
        ("Ministry of foreign Affairs of Russia", "public_body:ru-foreign-ministry"),
    ],
)
def test_an_actor_is_known_by_any_listed_spelling(table, name, actor):
    """Case, marks, hyphens and the article do not matter."""
    assert [known.id for known in table.known_by_name(name)] == [actor]


@pytest.mark.parametrize("name", ["us", "who", "un", "Irena Valk", "", "Lavrov"])
def test_a_name_that_is_not_listed_finds_nobody(table, name):
    """Surnames are looked up apart, acronyms in capital letters only."""
    assert table.known_by_name(name) == ()


@pytest.mark.parametrize(
    ("surname", "day", "actors"),
    [
        ("Lavrov", None, ["person:sergey-lavrov"]),
        ("Muallem", date(2013, 9, 9), ["person:walid-muallem"]),
        ("al-Moallem", date(2013, 9, 9), ["person:walid-muallem"]),
        ("de Mistura", date(2016, 1, 20), ["person:staffan-de-mistura"]),
        ("Mistura", date(2016, 1, 20), ["person:staffan-de-mistura"]),
        ("Assad", date(2013, 9, 9), ["person:bashar-al-assad"]),
        ("Ban", date(2013, 9, 9), ["person:ban-ki-moon"]),
        ("Xi", date(2015, 1, 1), ["person:xi-jinping"]),
        ("Assad", date(1999, 9, 9), ["person:hafez-al-assad"]),
        ("Valk", None, []),
    ],
)
def test_a_surname_finds_those_in_office(table, surname, day, actors):
    """On the day that is given; namesakes are all returned."""
    assert [known.id for known in table.known_by_surname(surname, day)] == actors


def test_namesakes_are_all_returned():
    """A table does not choose between two people of one name."""
    smiths = (KnownActor("person:a", ("Ann Smith",)), KnownActor("person:b", ("Bob Smith",)))
    table = OfficeTable((), (), smiths)
    assert table.known_by_surname("Smith") == smiths


def test_a_table_of_ones_own_is_read_like_the_bundled_one():
    """Organisations that a user brings are found in phrases too."""
    office = Office("secretary-general:nato", "secretary-general", "nato", "Secretary-General")
    tenure = Tenure("secretary-general:nato", "person:valk", date(2040, 1, 1), None, "ours")
    nato = KnownActor("organisation:nato", ("Northern Pact",))
    table = OfficeTable((office,), (tenure,), (nato, KnownActor("person:valk", ("Irena Valk",))))
    reading = table.read("the Northern Pact's secretary-general")
    assert reading is not None
    assert table.holders(reading.office, date(2041, 1, 1), date(2041, 1, 1)) == (tenure,)
    assert table.actor("person:valk") is not None


@given(st.text(max_size=60), st.none() | st.sampled_from(["ru", "US", "zz"]))
def test_any_phrase_can_be_read(phrase, country):
    """A reading has an office of the table, or none."""
    table = OfficeTable.bundled()
    reading = table.read(phrase, country)
    assert reading is None or reading.office is None or table.office(reading.office)


@given(st.sampled_from(OfficeTable.bundled().holders("foreign-minister:ru", None, None)))
def test_every_tenure_is_found_from_both_sides(tenure):
    """By the office and by the holder, on its first day."""
    table = OfficeTable.bundled()
    assert tenure in table.holders(tenure.office, tenure.start, tenure.start)
    assert tenure in table.offices_of(tenure.holder, tenure.start, tenure.start)


@given(st.text(max_size=30))
def test_any_name_can_be_looked_up(name):
    """Nothing raises, whatever the characters."""
    table = OfficeTable.bundled()
    table.known_by_name(name)
    table.known_by_surname(name, date(2013, 9, 9))
