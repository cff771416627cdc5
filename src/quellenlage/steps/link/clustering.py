"""Groups of things from pairs found alike, guarded against chains in which the ends have nothing in common."""

from __future__ import annotations

import heapq
from collections.abc import Iterable


def average_link(many: int, pairs: Iterable[tuple[int, int, float]], *, least: float, window: int) -> list[list[int]]:
    """Groups by average link: two groups are joined if their members are alike on average.

    A pair that is not given counts as not alike at all. In groups too large to compare all members, only as many pairs
    are expected as `window` neighbours of each member of the smaller group make.

    Args:
        many: number of things.
        pairs: two numbers, smaller first, and how alike they are.
        least: average from which two groups are joined.
        window: with how many others one thing is compared at most.

    Returns:
        The groups, members and groups in the order of numbers; whatever was joined to nothing is a group of one.
    """
    members = {number: [number] for number in range(many)}
    sums: dict[int, dict[int, float]] = {number: {} for number in range(many)}
    for left, right, weight in pairs:
        sums[left][right] = sums[right][left] = weight

    def average(one: int, other: int) -> float:
        small, large = sorted((len(members[one]), len(members[other])))
        return sums[one][other] / min(small * large, window * small)

    heap = [(-weight, left, right) for left, own in sums.items() for right, weight in own.items() if left < right]
    heapq.heapify(heap)
    fresh = many
    while heap:
        negative, left, right = heapq.heappop(heap)
        if -negative < least:
            break
        if left not in members or right not in members:
            continue
        members[fresh] = members[left] + members[right]
        sums[fresh] = _joined(sums, left, right)
        for gone in (left, right):
            del members[gone], sums[gone]
        for other in sums[fresh]:
            sums[other].pop(left, None)
            sums[other].pop(right, None)
            sums[other][fresh] = sums[fresh][other]
            heapq.heappush(heap, (-average(fresh, other), min(fresh, other), max(fresh, other)))
        fresh += 1
    return sorted(sorted(group) for group in members.values())


def _joined(sums: dict[int, dict[int, float]], left: int, right: int) -> dict[int, float]:
    """How alike the two groups are together to all others."""
    joined = {other: weight for other, weight in sums[left].items() if other != right}
    for other, weight in sums[right].items():
        if other != left:
            joined[other] = joined.get(other, 0.0) + weight
    return joined
