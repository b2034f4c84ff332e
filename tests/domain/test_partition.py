"""Which nodes of the identity graph are one actor."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.judgement import Judgement, Verdict
from onrecord.domain.partition import Edge, conflict, partition, standing

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE

NODES = ("person:k", "person:l", "person~a", "person~b", "person~c", "person~d", "person~a@1")


def judged(*verdicts: tuple[Verdict, str, str]) -> list[Judgement]:
    """Judgements, numbered as given."""
    return [Judgement(n, *verdict, made_at="") for n, verdict in enumerate(verdicts, 1)]


def undo(judgement: Judgement, number: int) -> Judgement:
    """The judgement that takes another one back."""
    return replace(judgement, number=number, undoes=judgement.number)


def groups(mapping: Mapping[str, str]) -> list[list[str]]:
    """The components of more than one node."""
    found: dict[str, list[str]] = {}
    for node, actor in sorted(mapping.items()):
        found.setdefault(actor, []).append(node)
    return [nodes for nodes in found.values() if len(nodes) > 1]


AB = Edge("person~a", "person~b", 0.9)
BC = Edge("person~b", "person~c", 0.95)

_pairs = st.lists(st.sampled_from(NODES), min_size=2, max_size=2, unique=True)


@st.composite
def _edges(draw: st.DrawFn) -> list[Edge]:
    whole = st.lists(st.sampled_from(NODES[:-1]), min_size=2, max_size=2, unique=True).map(sorted)
    scores = st.sampled_from((0.7, 0.8, 0.9))
    found = draw(st.lists(st.tuples(whole, scores), max_size=8))
    return [Edge(left, right, score) for (left, right), score in found]


@st.composite
def _judgements(draw: st.DrawFn, verdicts: Sequence[Verdict] = tuple(Verdict)) -> list[Judgement]:
    found = draw(st.lists(st.tuples(st.sampled_from(verdicts), _pairs), max_size=6))
    made = judged(*((verdict, *pair) for verdict, pair in found))
    for target in draw(st.lists(st.sampled_from(made), max_size=2)) if made else ():
        made.append(undo(target, len(made) + 1))
    return made


def same_group(mapping: Mapping[str, str], judgement: Judgement) -> bool:
    return mapping[judgement.left] == mapping[judgement.right]


class TestPartition:
    """People first, then edges, the surest first."""

    @pytest.mark.parametrize(
        ("edges", "verdicts", "expected"),
        [
            ([], [], []),
            ([AB, BC], [], [["person~a", "person~b", "person~c"]]),
            ([AB, BC], [(DIFFERENT, "person~a", "person~c")], [["person~b", "person~c"]]),
            ([AB], [(DIFFERENT, "person~b", "person~a")], []),
            ([AB], [(UNSURE, "person~a", "person~b")], [["person~a", "person~b"]]),
            ([], [(UNSURE, "person~a", "person~b")], []),
            ([Edge("person:k", "person:l", 1.0)], [], []),
            ([], [(SAME, "person:k", "person:l")], [["person:k", "person:l"]]),
            (
                [Edge("person:k", "person~a", 0.9), Edge("person:l", "person~a", 0.8)],
                [(DIFFERENT, "person~a", "person~a@1")],
                [["person:k", "person~a"]],
            ),
        ],
    )
    def test_cases(self, edges: list[Edge], verdicts: list, expected: list[list[str]]):
        """Each rule alone."""
        found = groups(partition(NODES[:-1], edges, judged(*verdicts)))
        assert found == expected

    def test_an_appearance_belongs_to_its_profile_until_it_is_split_off(self):
        """A node of one document follows its profile, whatever else is said of it."""
        assert groups(partition(["person~a", "person~a@1"], [], [])) == [["person~a", "person~a@1"]]
        apart = judged((DIFFERENT, "person~a", "person~a@1"), (SAME, "person~a@1", "person~b"))
        assert groups(partition(NODES, [], apart)) == [["person~a@1", "person~b"]]

    def test_an_appearance_judged_to_be_another_known_actor_leaves_its_own(self):
        """Two known actors are not joined by way of one appearance."""
        nodes = ["person:k", "person:k@1", "person:l"]
        found = partition(nodes, [], judged((SAME, "person:k@1", "person:l")))
        assert groups(found) == [["person:k@1", "person:l"]]

    @pytest.mark.parametrize(
        ("nodes", "actor"),
        [
            (["person~b", "person~a"], "person~a"),
            (["person~a", "person:k", "person:l"], "person:k"),
            (["person~c", "person~a@1"], "person~c"),
        ],
    )
    def test_the_id_is_the_smallest_known_actor_or_profile(self, nodes: list[str], actor: str):
        """An appearance gives its name only to a group of nothing else."""
        verdicts = judged(*((SAME, nodes[0], node) for node in nodes[1:]))
        apart = [replace(v, number=9) for v in judged((DIFFERENT, "person~a", "person~a@1"))]
        assert set(partition(nodes, [], verdicts + apart).values()) == {actor}

    @given(_edges(), _judgements(), st.randoms())
    def test_order_leaves_no_trace(self, edges: list[Edge], made: list[Judgement], chance):
        """Edges, judgements and nodes in any order give the same partition."""
        nodes = list(NODES)
        before = partition(nodes, edges, made)
        for given_ in (nodes, edges, made):
            chance.shuffle(given_)
        assert partition(nodes, edges, made) == before

    @pytest.mark.parametrize("newest_first", [False, True])
    def test_an_appearance_brings_its_profile_whatever_was_merged_first(self, newest_first: bool):
        """The larger group takes the smaller in; the appearance in it still belongs to `a`."""
        pairs = [("person:k", "person:l"), ("person~a@1", "person:k")]
        made = judged(*((SAME, *pair) for pair in (pairs[::-1] if newest_first else pairs)))
        assert partition(NODES, [], made)["person~a"] == "person:k"

    @given(st.lists(_pairs, max_size=8), st.randoms())
    def test_merges_in_any_order_are_the_same(self, pairs: list[list[str]], chance):
        """It does not matter which merge a person made first."""

        def merged() -> Mapping[str, str]:
            return partition(NODES, [], judged(*((SAME, *pair) for pair in pairs)))

        before = merged()
        chance.shuffle(pairs)
        assert merged() == before

    @given(_edges(), _judgements(), st.sampled_from(Verdict), _pairs)
    def test_undo_restores(
        self, edges: list[Edge], made: list[Judgement], verdict: Verdict, pair: list[str]
    ):
        """After its undo a judgement is as if never made."""
        new = replace(judged((verdict, *pair))[0], number=len(made) + 1)
        taken_back = [*made, new, undo(new, len(made) + 2)]
        assert partition(NODES, edges, taken_back) == partition(NODES, edges, made)

    @given(_edges(), _judgements())
    def test_no_machine_joins_what_a_person_keeps_apart(
        self, edges: list[Edge], made: list[Judgement]
    ):
        """Where people do not deny each other, every standing difference is kept."""
        if conflict(made) is None:
            found = partition(NODES, edges, made)
            for judgement in standing(made):
                assert same_group(found, judgement) is not (judgement.verdict is DIFFERENT) or (
                    judgement.verdict is UNSURE
                )

    @given(_edges(), _judgements((SAME, UNSURE)))
    def test_same_is_transitive(self, edges: list[Edge], made: list[Judgement]):
        """Whoever is the same as the same is the same."""
        found = partition(NODES, edges, made)
        assert all(same_group(found, j) for j in standing(made) if j.verdict is SAME)

    @given(_edges(), _judgements())
    def test_known_actors_are_joined_by_people_alone(
        self, edges: list[Edge], made: list[Judgement]
    ):
        """Where no chain of verdicts joins two known actors, nothing does."""
        by_people = partition(NODES, [], made)
        found = partition(NODES, edges, made)
        if by_people["person:k"] != by_people["person:l"]:
            assert found["person:k"] != found["person:l"]


class TestStanding:
    """What holds after undo and supersession."""

    @pytest.mark.parametrize(
        ("made", "numbers"),
        [
            (judged((SAME, "a", "b"), (DIFFERENT, "b", "a")), [2]),
            (judged((SAME, "a", "b"), (UNSURE, "a", "b"), (SAME, "b", "c")), [2, 3]),
        ],
    )
    def test_the_newest_on_a_pair_holds(self, made: list[Judgement], numbers: list[int]):
        """Whichever of the two nodes was named first."""
        assert [judgement.number for judgement in standing(made)] == numbers

    def test_an_undo_brings_back_what_was_superseded(self):
        """And the undo of an undo takes it away again."""
        made = judged((SAME, "a", "b"), (DIFFERENT, "a", "b"))
        made.append(undo(made[1], 3))
        assert [judgement.number for judgement in standing(made)] == [1]
        made.append(undo(made[2], 4))
        assert [judgement.number for judgement in standing(made)] == [2]


class TestConflict:
    """Verdicts that deny each other."""

    @pytest.mark.parametrize(
        ("verdicts", "expected"),
        [
            ([(SAME, "a", "b"), (SAME, "b", "c"), (DIFFERENT, "a", "c")], (3, [1, 2])),
            ([(DIFFERENT, "a", "c"), (SAME, "b", "c"), (SAME, "a", "b")], (1, [3, 2])),
            ([(SAME, "a", "b"), (DIFFERENT, "a", "b")], None),
            ([(SAME, "a", "b"), (DIFFERENT, "a", "c")], None),
        ],
    )
    def test_is_named(self, verdicts: list, expected: tuple[int, list[int]] | None):
        """The difference, and the chain of sameness, in the order in which it leads there."""
        found = conflict(judged(*verdicts))
        named = found and (found.different.number, [j.number for j in found.same])
        assert named == expected

    @given(st.permutations(range(3)))
    def test_the_newer_holds_where_it_was_not_refused(self, order: Iterable[int]):
        """The oldest of three verdicts that cannot all hold gives way."""
        three = [(SAME, "a", "b"), (SAME, "b", "c"), (DIFFERENT, "a", "c")]
        made = judged(*(three[n] for n in order))
        found = partition("abc", [], made)
        held = [same_group(found, j) is (j.verdict is SAME) for j in made]
        assert held == [False, True, True]
