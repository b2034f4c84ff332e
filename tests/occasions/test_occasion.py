"""Where a statement was made, and with whom."""

import pytest

from onrecord.domain.occasion import OccasionKind as Kind
from onrecord.domain.statement import Statement
from tests.occasions.builders import BELK, TARN, names_of, placed, report


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("{“No,”} [Belk] <said> in an interview with the BBC.", Kind.INTERVIEW),
        ("[Belk] <told> Reuters {that it was over}.", Kind.INTERVIEW),
        ("In a CNN interview, [Belk] <said> {it was over}.", Kind.INTERVIEW),
        ("{“No,”} [Belk] <said> on “Face the Nation”.", Kind.INTERVIEW),
        ("[Belk] <confirmed> to Reuters {that it was over}.", Kind.INTERVIEW),
        ("{“No,”} [Belk] <said> during talks with Jo Tarn.", Kind.TALKS),
        ("{“No,”} [Belk] <said> after meeting Jo Tarn in Ostrel.", Kind.TALKS),
        ("[Belk] met Jo Tarn in Ostrel and <said> {it was over}.", Kind.TALKS),
        ("{“No,”} [Belk] <said> in a phone call with Jo Tarn.", Kind.CALL),
        ("{“No,”} [Belk] <said> by telephone.", Kind.CALL),
        ("[Belk] <told> a news conference {that it was over}.", Kind.PRESS_CONFERENCE),
        ("{“No,”} [Belk] <said> at a press briefing.", Kind.PRESS_CONFERENCE),
        ("In a speech in Ostrel, [Belk] <said> {it was over}.", Kind.SPEECH),
        ("[Belk] <told> supporters {that it was over}.", Kind.SPEECH),
        ("[Belk] <told> parliament {that it was over}.", Kind.SESSION),
        ("[Belk] <told> the Halden Council {that it was over}.", Kind.SESSION),
        ("{“No,”} [Belk] <said in a statement>.", Kind.STATEMENT),
        ("[A statement by the ministry] <said> {it was over}.", Kind.STATEMENT),
        ("[Belk] <told> reporters {that it was over}.", Kind.STATEMENT),
        ("{“No,”} [Belk] <said> in Ostrel.", Kind.STATEMENT),
        ("{“No,”} [Belk] <wrote> in a letter to Jo Tarn.", Kind.DOCUMENT),
        ("{“No,”} [Belk] <wrote> in the New York Times.", Kind.DOCUMENT),
        ("[Belk] <tweeted>: {“No.”}", Kind.SOCIAL_MEDIA),
        ("{“No,”} [Belk] <wrote> on Facebook.", Kind.SOCIAL_MEDIA),
    ],
)
def test_the_frame_names_the_occasion(sentence: str, kind: Kind) -> None:
    """By a noun, by a verb, or by who listened."""
    occasion = placed(sentence)[0].occasion
    assert occasion is not None
    assert occasion.kind is kind


@pytest.mark.parametrize(
    "sentence",
    [
        "{“No,”} [Belk] <said>.",
        "[Belk] <said> {that Jo Tarn would come to the talks in Ostrel}.",
        "[Belk] <said> {Vessen would attend} at the summit in Ostrel.",
        "[Belk] <said> of the interview {that it was over}.",
        "[Belk] <said> ahead of talks with Jo Tarn {that it was over}.",
        "[Belk] <told> Jo Tarn {that it was over}.",
        "[Belk] <said> after the ceremony {that it was over}.",
        "[Belk] <appeared> {rusty} in interviews.",
        "[Belk] <will say> {so} in a speech on Saturday.",
        "[Belk], who met Jo Tarn in Ostrel, <said> {it was over}.",
        "[Belk] <has a view> in Ostrel {of the bridge}.",
    ],
)
def test_what_is_no_occasion_of_saying_is_none(sentence: str) -> None:
    """Topics, plans, and events that the words only came before or after."""
    assert placed(sentence)[0].occasion is None


def test_the_words_that_show_the_kind_are_its_evidence() -> None:
    """They are the text's own."""
    case = report("[Belk] <told> the BBC during an interview on Thursday {that it was over}.")
    occasion = case.placed()[0].occasion
    assert occasion is not None
    words = [span.of(case.text) for span in occasion.evidence]
    assert words == ["told the BBC", "interview"]


@pytest.mark.parametrize(
    ("sentence", "counterparts"),
    [
        ("[Belk] <told> the BBC {that it was over}.", ["BBC"]),
        (
            "{“No,”} [Belk] <said> in an interview with Halden's Al Mayadeen TV channel.",
            ["Al Mayadeen"],
        ),
        ("{“No,”} [Belk] <said> in an interview published by Le Figaro.", []),
        ("{“No,”} [Belk] <said> in a meeting with visiting envoy Jo Tarn in Ostrel.", ["Jo Tarn"]),
        ("{“No,”} [Belk] <said> after talks with Jo Tarn and Reuters.", ["Jo Tarn"]),
        ("{“No,”} [Belk] <said> in a speech to the Halden Council.", ["Halden Council"]),
        ("[Belk] <told> reporters {that it was over}.", ["reporters"]),
        ("[Belk] <told> the Courier newspaper {that it was over}.", ["Courier newspaper"]),
        ("[Belk] <told> CNN affiliate BFMTV {that it was over}.", ["BFM TV"]),
        ("[Belk] <told> the Times {that it was over}.", ["The Times"]),
    ],
)
def test_those_spoken_with_are_counterparts(sentence: str, counterparts: list[str]) -> None:
    """By the name to call them by, or as written."""
    case = report(sentence)
    occasion = case.placed()[0].occasion
    assert occasion is not None
    assert names_of(occasion.counterparts, case.text) == counterparts


def test_a_counterpart_is_linked_to_the_actor() -> None:
    """By the profile of whoever is named there."""
    case = report("{“No,”} [Belk] <said> after talks with Jo Tarn in Ostrel.")
    occasion = case.placed()[0].occasion
    assert occasion is not None
    [party] = occasion.counterparts
    assert (party.profile, party.span.of(case.text)) == (TARN, "Jo Tarn")


def test_this_newspaper_is_the_outlet_itself() -> None:
    """Its name is that of the document."""
    occasion = placed("[Belk] <told> this newspaper {it was over}.", outlet="Courier")[0].occasion
    assert occasion is not None
    assert [party.name for party in occasion.counterparts] == ["Courier"]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("{“No,”} [Belk] <said> in an interview in Ostrel on Monday.", "Ostrel"),
        ("{“No,”} [Belk] <said> in Ostrel on Monday.", "Ostrel"),
        ("In Ostrel, [Belk] <said> {it was over}.", "Ostrel"),
        ("[Belk] <told> reporters in Ostrel {it was over}.", "Ostrel"),
        ("In a speech in the Danish capital, [Belk] <said> {it was over}.", "Copenhagen"),
        ("In a speech about the war in Ostrel, [Belk] <said> {it was over}.", None),
        ("{“No,”} [Belk] <said> in a speech on the Ostrel talks.", None),
        ("{“No,”} [Belk] <said> in an interview in English.", None),
    ],
)
def test_the_place_is_that_of_the_occasion(sentence: str, place: str | None) -> None:
    """A place of something else is not."""
    occasion = placed(sentence)[0].occasion
    assert occasion is not None
    assert (occasion.place and occasion.place.name) == place


def test_a_dateline_places_the_occasion_that_the_report_begins_with() -> None:
    """As long as it says no other place."""
    occasion = placed(
        "{“No,”} [Belk] <said> after talks with Jo Tarn.",
        dateline="OSTREL, 9 May.",
        place="OSTREL",
    )[0].occasion
    assert occasion is not None
    assert occasion.place is not None
    assert occasion.place.name == "Ostrel"


def test_a_dateline_places_no_interview() -> None:
    """Reporters file from elsewhere."""
    occasion = placed(
        "[Belk] <told> the BBC {it was over}.", dateline="OSTREL, 9 May.", place="OSTREL"
    )[0].occasion
    assert occasion is not None
    assert occasion.place is None


def _ids(statements: tuple[Statement, ...]) -> list[str | None]:
    return [statement.occasion.id if statement.occasion else None for statement in statements]


def test_an_occasion_holds_for_what_the_same_speaker_says_next() -> None:
    """All of it is one occasion, the same object."""
    found = placed(
        "{“No,”} [Belk] <said> in an interview with the BBC.",
        "{“Never,”} [she] <added>.",
        "[Belk] <stressed> {that it was over}.",
    )
    assert found[0].occasion is not None
    assert all(statement.occasion is found[0].occasion for statement in found)


def test_it_does_not_for_another_speaker() -> None:
    """Nobody else was interviewed."""
    first, second = _ids(
        placed("[Belk] <told> the BBC {it was over}.", "{“Never,”} [Tarn] <said>.")
    )
    assert first is not None
    assert second is None


def test_the_other_side_of_talks_speaks_at_them_too() -> None:
    """Where it says no other occasion."""
    first, second = _ids(
        placed("{“No,”} [Belk] <said> in talks with Jo Tarn.", "{“Yes,”} [Tarn] <said>.")
    )
    assert first is not None
    assert first == second


def test_an_occasion_of_its_own_ends_it() -> None:
    """And holds from then on."""
    found = placed(
        "[Belk] <told> the BBC {it was over}.",
        "{“Never,”} [Belk] <said in a statement>.",
        "{“Not ever,”} [she] <added>.",
    )
    kinds = [statement.occasion and statement.occasion.kind for statement in found]
    assert kinds == [Kind.INTERVIEW, Kind.STATEMENT, Kind.STATEMENT]


def test_an_earlier_day_ends_it() -> None:
    """What was said in March was not said in the interview."""
    found = placed(
        "[Belk] <told> the BBC on Thursday {it was over}.",
        "{“Never,”} [Belk] <said> in March.",
        "{“Times change,”} [Belk] <said>.",
    )
    first, back, main = _ids(found)
    assert back is None
    assert first == main


def test_words_are_not_written_aloud_nor_said_in_writing() -> None:
    """A tweet does not go on with "said", nor an interview with "wrote"."""
    _, said = _ids(placed("[Belk] <tweeted>: {“No.”}", "[Belk] <said> {it was over}."))
    _, wrote = _ids(placed("[Belk] <told> the BBC {it was over}.", "{“No,”} [Belk] <wrote>."))
    assert (said, wrote) == (None, None)


def test_the_same_interview_named_again_is_one_occasion() -> None:
    """ "The interview" is the one before."""
    found = placed(
        "[Belk] <told> the BBC {it was over}.",
        "{“No,”} [Tarn] <said>.",
        "{“Yes,”} [Belk] <said> in the interview.",
    )
    assert found[0].occasion is found[2].occasion


def test_an_interview_with_somebody_else_is_another() -> None:
    """The counterparts tell them apart."""
    found = placed("[Belk] <told> the BBC {it was over}.", "[Belk] <told> CNN {it was not}.")
    first, second = _ids(found)
    assert first != second


def test_the_first_words_belong_to_the_occasion_that_follows() -> None:
    """A headline and a lead come before the report says where."""
    found = placed(
        "[Ana Belk] <has said> {it was over}.",
        "{“Over,”} [Belk] <said> in an interview with the BBC.",
    )
    assert found[0].occasion is not None
    assert found[0].occasion is found[1].occasion


def test_a_scene_gives_its_occasion() -> None:
    """The sentence before says where the speaker spoke."""
    found = placed("Ana Belk gave a speech at a rally in Ostrel.", "{“No,”} [she] <said>.")
    assert found[0].occasion is not None
    assert found[0].occasion.kind is Kind.SPEECH


def test_a_transcript_is_all_of_one_occasion() -> None:
    """Its title names it, and who took part."""
    found = placed(
        "[Belk]<:> {We agree.}\n",
        "[Tarn]<:> {So do we.}\n",
        "[Belk]<:> {Good.}\n",
        heading="Meeting with Jo Tarn",
    )
    assert {statement.occasion and statement.occasion.kind for statement in found} == {Kind.TALKS}
    assert len(set(_ids(found))) == 1


def test_an_id_tells_the_occasions_of_a_document_apart() -> None:
    """The same text gives the same ids again."""
    sentences = (
        "[Belk] <told> the BBC {it was over}.",
        "[Tarn] <told> CNN {it was not}.",
    )
    first, second = _ids(placed(*sentences)), _ids(placed(*sentences))
    assert first == second
    assert len(set(first)) == len(sentences)


def test_the_speaker_of_talks_is_no_counterpart_by_a_pronoun() -> None:
    """ "Her talks with Jo Tarn" are with Jo Tarn alone."""
    occasion = placed("{“No,”} [Belk] <said> after her talks with Jo Tarn.")[0].occasion
    assert occasion is not None
    assert [party.profile for party in occasion.counterparts] == [TARN]
    assert BELK not in {party.profile for party in occasion.counterparts}
