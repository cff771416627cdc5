"""Dependency arcs that can be rebuilt: what the adapters of other schemes need to reach content-head structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_UNKNOWN = "-"  # label of an arc about which nothing is known, in no scheme's table


@dataclass(slots=True)
class Arcs:
    """Heads and labels of one sentence, changed in place.

    Args:
        heads: place of each word's head, -1 at the root.
        labels: label of each arc.
    """

    heads: list[int]
    labels: list[str]

    @classmethod
    def sound(cls, heads: Sequence[int], labels: Sequence[str], *, root: str) -> Arcs:
        """Arcs that form one tree: heads outside and cycles are cut, further roots hang on the first."""
        size = len(heads)
        sound = [head if 0 <= head < size and head != place else -1 for place, head in enumerate(heads)]
        named = list(labels)
        for place in range(size):
            if _cycles(sound, place):
                sound[place] = -1
        roots = [place for place in range(size) if sound[place] < 0]
        for place in roots:
            named[place] = root if place == roots[0] else named[place]
            sound[place] = -1 if place == roots[0] else roots[0]
        named = [_UNKNOWN if label == root and sound[place] >= 0 else label for place, label in enumerate(named)]
        return cls(sound, named)

    def dependents(self, place: int) -> list[int]:
        """Words that hang on the one at `place`, in order."""
        return [at for at, head in enumerate(self.heads) if head == place]

    def find(self, place: int, label: str) -> int | None:
        """The first dependent of `place` with that label."""
        return next((at for at in self.dependents(place) if self.labels[at] == label), None)

    def outermost_first(self) -> list[int]:
        """All places, those nearest the root first."""
        depths = []
        for place in range(len(self.heads)):
            depth, at = 0, self.heads[place]
            while at >= 0 and depth <= len(self.heads):
                depth, at = depth + 1, self.heads[at]
            depths.append(depth)
        return sorted(range(len(depths)), key=lambda place: depths[place])

    def promote(self, place: int, *, label: str) -> None:
        """Let a word take its head's place; the head then hangs on it with `label`, as do the head's others."""
        former = self.heads[place]
        if former < 0:
            return
        others = [at for at in self.dependents(former) if at != place]
        self.heads[place], self.labels[place] = self.heads[former], self.labels[former]
        for at in others:
            self.heads[at] = place
        self.heads[former], self.labels[former] = place, label


def _cycles(heads: Sequence[int], start: int) -> bool:
    place, steps = heads[start], 0
    while place >= 0 and place != start and steps <= len(heads):
        place, steps = heads[place], steps + 1
    return place == start
