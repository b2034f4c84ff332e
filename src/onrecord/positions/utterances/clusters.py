"""From links between two to groups, without chains of unlike things.

Links are taken from the surest to the weakest. Two groups become one where the fuller of their two
longest texts (the hub) is linked to every member of the other group, and no two members share too
little: a short fragment that stands in two different quotations goes with the surer of them and
never ties them together.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

Pair = tuple[int, int]


def cluster(
    size: Sequence[tuple[float, int]],
    links: Mapping[Pair, float],
    compatible: Callable[[int, int], bool],
) -> list[list[int]]:
    """Groups of the places 0 to `len(size)`, each in order, in order of their first.

    `size` orders places by how full their text is. `links` have the smaller place first.
    """
    members = {place: [place] for place in range(len(size))}
    home = list(range(len(size)))
    for pair, _ in sorted(links.items(), key=lambda link: (-link[1], link[0])):
        first, second = home[pair[0]], home[pair[1]]
        if first == second or not _fit(members[first], members[second], size, links, compatible):
            continue
        for place in members[second]:
            home[place] = first
        members[first] += members.pop(second)
    return sorted(sorted(group) for group in members.values())


def _fit(
    left: Iterable[int],
    right: Iterable[int],
    size: Sequence[tuple[float, int]],
    links: Mapping[Pair, float],
    compatible: Callable[[int, int], bool],
) -> bool:
    left_hub, right_hub = max(left, key=size.__getitem__), max(right, key=size.__getitem__)
    if size[left_hub] >= size[right_hub]:
        hub, joining, others = left_hub, right, left
    else:
        hub, joining, others = right_hub, left, right
    return all(_pair(hub, place) in links for place in joining) and all(
        compatible(*_pair(place, other)) for place in joining for other in others if other != hub
    )


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
