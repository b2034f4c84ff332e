"""Which nodes of the identity graph are one actor.

A node is a profile's id, or `profile@document` for the actor as it appears in one document. What
people said comes first, then that an appearance belongs to its profile, then the machine's edges;
nothing joins what a person keeps apart, and the machine never joins two known actors. The result
depends on what was judged and scored, not on the order in which it arrived.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.domain.judgement import Judgement, Verdict

APART = "@"
"""Stands between a profile and a document; no profile's id has it."""

KNOWN = ":"
"""Stands in the id of a known actor ("person:sergey-lavrov"), and in no other profile's."""


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """Two profiles that a machine takes for one actor; `left` comes before `right`."""

    left: str
    right: str
    score: float


@dataclass(frozen=True, slots=True)
class Conflict:
    """A verdict that two nodes differ, and the verdicts that together make them one."""

    different: Judgement
    same: tuple[Judgement, ...]


def profile_of(node: str) -> str:
    """The profile of a node.

    >>> profile_of("person~1f@report-7"), profile_of("person~1f")
    ('person~1f', 'person~1f')
    """
    return node.partition(APART)[0]


def is_known(node: str) -> bool:
    """Whether the node is a known actor as a whole, not its appearance in one document."""
    return APART not in node and KNOWN in node


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The verdicts that hold, by number: not taken back, and the newest on their two nodes.

    An undo that is itself undone takes nothing back.
    """
    undone: set[int] = set()
    newest: dict[frozenset[str], Judgement] = {}
    for judgement in sorted(judgements, key=_number, reverse=True):
        if judgement.number in undone:
            continue
        if judgement.undoes is not None:
            undone.add(judgement.undoes)
        else:
            newest.setdefault(frozenset((judgement.left, judgement.right)), judgement)
    return tuple(sorted(newest.values(), key=_number))


def conflict(judgements: Iterable[Judgement]) -> Conflict | None:
    """The newest standing verdict of difference that the verdicts of sameness deny, if any."""
    held = standing(judgements)
    same = [judgement for judgement in held if judgement.verdict is Verdict.SAME]
    groups = _Groups({node for judgement in held for node in (judgement.left, judgement.right)})
    for judgement in same:
        groups.join(judgement.left, judgement.right)
    for judgement in reversed(held):
        left, right = groups.group_of[judgement.left], groups.group_of[judgement.right]
        if judgement.verdict is Verdict.DIFFERENT and left == right:
            return Conflict(judgement, _path(same, judgement.left, judgement.right))
    return None


def partition(
    nodes: Iterable[str], edges: Iterable[Edge], judgements: Iterable[Judgement]
) -> Mapping[str, str]:
    """Every one of `nodes` with the id of its actor.

    Verdicts are taken from the newest to the oldest, so where they deny each other the newer one
    holds; `conflict` tells beforehand. Then edges, the surest first. The id is the smallest known
    actor's in the component, else the smallest profile's.
    """
    held = standing(judgements)
    wanted = set(nodes)
    judged = {node for judgement in held for node in (judgement.left, judgement.right)}
    groups = _Groups(wanted | judged)
    for judgement in reversed(held):
        if judgement.verdict is Verdict.SAME:
            groups.join(judgement.left, judgement.right)
        elif judgement.verdict is Verdict.DIFFERENT:
            groups.keep_apart(judgement.left, judgement.right)
    for node in sorted(groups.group_of):
        if APART in node:
            groups.join_by_machine(profile_of(node), node)
    for edge in sorted(edges, key=lambda edge: (-edge.score, edge.left, edge.right)):
        groups.join_by_machine(edge.left, edge.right)
    return {node: actor for node, actor in groups.actors() if node in wanted}


@dataclass(slots=True)
class _Groups:
    """Components under construction: each node's group, each group's members and strangers."""

    nodes: Iterable[str]
    group_of: dict[str, str] = field(init=False)
    members: dict[str, set[str]] = field(init=False)
    strangers: dict[str, set[str]] = field(init=False)
    known: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.group_of = {node: node for node in self.nodes}
        self.members = {node: {node} for node in self.group_of}
        self.strangers = {node: set() for node in self.group_of}
        self.known = {node for node in self.group_of if is_known(node)}

    def keep_apart(self, left: str, right: str) -> None:
        """Nothing older joins the two, unless something newer did."""
        one, other = self.group_of[left], self.group_of[right]
        if one != other:
            self.strangers[one].add(other)
            self.strangers[other].add(one)

    def join_by_machine(self, left: str, right: str) -> None:
        """Join the two if nobody keeps them apart and they are not two known actors."""
        if left not in self.group_of or right not in self.group_of:
            return
        if not {self.group_of[left], self.group_of[right]} <= self.known:
            self.join(left, right)

    def join(self, left: str, right: str) -> None:
        """Join the two if nobody keeps them apart."""
        kept, gone = self.group_of[left], self.group_of[right]
        if kept == gone or gone in self.strangers[kept]:
            return
        if len(self.members[kept]) < len(self.members[gone]):
            kept, gone = gone, kept
        for node in self.members[gone]:
            self.group_of[node] = kept
        self.members[kept] |= self.members.pop(gone)
        for stranger in self.strangers.pop(gone):
            self.strangers[stranger].discard(gone)
            self.strangers[stranger].add(kept)
            self.strangers[kept].add(stranger)
        if gone in self.known:
            self.known.discard(gone)
            self.known.add(kept)

    def actors(self) -> Iterator[tuple[str, str]]:
        """Each node with the id of its group."""
        for members in self.members.values():
            actor = min(members, key=_rank)
            for node in members:
                yield node, actor


def _rank(node: str) -> tuple[bool, bool, str]:
    """Known actors first, then profiles, then appearances."""
    return not is_known(node), APART in node, node


def _number(judgement: Judgement) -> int:
    return judgement.number


def _path(same: list[Judgement], start: str, end: str) -> tuple[Judgement, ...]:
    """Verdicts of sameness that lead from one node to another; some do."""
    reached: dict[str, tuple[Judgement, ...]] = {start: ()}
    while end not in reached:
        for judgement in same:
            for here, there in _both_ways(judgement):
                if here in reached and there not in reached:
                    reached[there] = (*reached[here], judgement)
    return reached[end]


def _both_ways(judgement: Judgement) -> tuple[tuple[str, str], tuple[str, str]]:
    return (judgement.left, judgement.right), (judgement.right, judgement.left)
