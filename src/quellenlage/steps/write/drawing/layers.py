"""Laying out a graph in columns, so that its edges cross little.

Method: K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of hierarchical system structures" (IEEE
Trans. SMC 11, 1981): an edge that passes a column gets a place of its own there, and the columns are ordered again and
again by the mean place of their neighbours. Other than in the paper the columns are given, edges between two boxes of
one column are drawn as an arc beside it, and the best of all orders seen is kept.
"""

from __future__ import annotations

import math
from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

_SWEEPS = 12  # after about eight rounds the orders of graphs of this size repeat
_PASSES = "\0"  # keys of places where an edge passes a column begin with it
_PASSING_HEIGHT, _PASSING_GAP = 4.0, 4.0
_GAP = 14.0


@dataclass(frozen=True, slots=True)
class Box:
    """A node.

    Args:
        key: what edges name it by.
        column: counted from 0, left to right.
        height: in pixels.
    """

    key: str
    column: int
    height: float


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from one node to another."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Measures of a drawing in pixels: `width` of a column's boxes, `between` columns, `margin` at both sides."""

    width: float
    between: float
    margin: float

    def left(self, column: int) -> float:
        """Left side of the boxes of a column."""
        return self.margin + column * (self.width + self.between)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything goes, in pixels.

    Args:
        width, height: of the whole drawing.
        tops: upper side of each box by key.
        paths: SVG path data of each edge, in the order the edges came.
    """

    width: float
    height: float
    tops: Mapping[str, float]
    paths: tuple[str, ...]


def lay_out(boxes: Sequence[Box], edges: Sequence[Edge], columns: Columns) -> Layout:
    """Order the boxes of each column and route the edges.

    Args:
        boxes: with different keys; their order settles ties.
        edges: between boxes; at most one for each pair and direction.
    """
    nodes = {box.key: box for box in boxes}
    routes = [_route(edge, nodes, number) for number, edge in enumerate(edges)]
    for route in routes:
        nodes |= {box.key: box for box in route[1:-1] if box.key not in nodes}
    order = _ordered(list(nodes.values()), [pair for route in routes for pair in pairwise(route)])
    height = math.ceil(max(_room(column, nodes) for column in order)) + 2 * _GAP
    tops = {key: top for column in order for key, top in _stacked(column, nodes, height)}
    for column in order[1:-1]:
        tops |= _drawn_in(column, nodes, tops, height, [pair for route in routes for pair in pairwise(route)])
    paths = tuple(_path(route, tops, columns) for route in routes)
    width = columns.left(len(order) - 1) + columns.width + columns.margin
    return Layout(width, height, {box.key: tops[box.key] for box in boxes}, paths)


def _route(edge: Edge, nodes: Mapping[str, Box], number: int) -> list[Box]:
    """The boxes an edge runs through: its ends and a passing place in every column between them."""
    start, end = nodes[edge.start], nodes[edge.end]
    step = 1 if start.column < end.column else -1
    between = range(start.column + step, end.column, step) if start.column != end.column else ()
    return [start, *(Box(f"{_PASSES}{number}/{column}", column, _PASSING_HEIGHT) for column in between), end]


def _ordered(nodes: list[Box], pairs: list[tuple[Box, Box]]) -> list[list[str]]:
    """The keys of each column from top to bottom, in the best order that the sweeps come across."""
    order: list[list[str]] = [[] for _ in range(max(box.column for box in nodes) + 1)]
    for box in nodes:
        order[box.column].append(box.key)
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    for one, other in pairs:
        if one.column == other.column:
            continue
        left, right = (one, other) if one.column < other.column else (other, one)
        after.setdefault(left.key, []).append(right.key)
        before.setdefault(right.key, []).append(left.key)
    best, fewest = [list(column) for column in order], _crossings(order, after)
    for sweep in range(_SWEEPS):
        neighbours, numbers = (
            (before, range(1, len(order))) if sweep % 2 == 0 else (after, range(len(order) - 2, -1, -1))
        )
        for number in numbers:
            order[number] = _by_mean(order[number], neighbours, _places(order))
        crossings = _crossings(order, after)
        if crossings < fewest:
            best, fewest = [list(column) for column in order], crossings
    return best


def _places(order: list[list[str]]) -> dict[str, float]:
    return {key: (place + 0.5) / len(column) for column in order for place, key in enumerate(column)}


def _by_mean(column: list[str], neighbours: Mapping[str, list[str]], places: Mapping[str, float]) -> list[str]:
    """The column by the mean place of each key's neighbours; a key without any keeps its place."""

    def mean(key: str) -> float:
        found = neighbours.get(key)
        return sum(places[other] for other in found) / len(found) if found else places[key]

    return sorted(column, key=mean)


def _crossings(order: list[list[str]], after: Mapping[str, list[str]]) -> int:
    """How many pairs of edges cross: each edge is counted against those above it that end below it."""
    crossings = 0
    for column, following in pairwise(order):
        place = {key: number for number, key in enumerate(following)}
        ends: list[int] = []
        for key in column:
            here = [place[other] for other in after.get(key, ())]
            crossings += sum(len(ends) - bisect_right(ends, end) for end in here)
            for end in here:
                insort(ends, end)
    return crossings


def _stacked(column: list[str], nodes: Mapping[str, Box], height: float) -> list[tuple[str, float]]:
    """The boxes of a column one below the other, spread over the height."""
    free = height - sum(nodes[key].height for key in column)
    gap, top, placed = free / (len(column) + 1), 0.0, []
    for key in column:
        top += gap
        placed.append((key, round(top, 1)))
        top += nodes[key].height
    return placed


def _room(column: list[str], nodes: Mapping[str, Box]) -> float:
    """The height a column needs at least."""
    return sum(nodes[key].height + _space(key) for key in column)


def _space(key: str) -> float:
    """What is kept free below a box, or below an edge that passes."""
    return _PASSING_GAP if key.startswith(_PASSES) else _GAP


def _drawn_in(
    column: list[str], nodes: Mapping[str, Box], tops: Mapping[str, float], height: float, pairs: list[tuple[Box, Box]]
) -> dict[str, float]:
    """The boxes of a middle column moved towards their neighbours, in the same order, so that edges run straight.

    Each box begins where the mean of its neighbours is or where the box above it leaves room; then the column is pushed
    back up from below as far as it has run out of the drawing.
    """
    middles: dict[str, list[float]] = {}
    for one, other in pairs:
        middles.setdefault(one.key, []).append(tops[other.key] + other.height / 2)
        middles.setdefault(other.key, []).append(tops[one.key] + one.height / 2)
    placed: dict[str, float] = {}
    free = 0.0
    for key in column:
        near = middles.get(key, [tops[key] + nodes[key].height / 2])
        placed[key] = max(free, sum(near) / len(near) - nodes[key].height / 2)
        free = placed[key] + nodes[key].height + _space(key)
    end = height - _GAP
    for key in reversed(column):
        placed[key] = min(placed[key], end - nodes[key].height)
        end = placed[key] - _space(key)
    return {key: round(max(top, 0.0), 1) for key, top in placed.items()}


def _path(route: list[Box], tops: Mapping[str, float], columns: Columns) -> str:
    """A smooth line through the middles of the boxes; within one column, an arc on its outer side."""
    start, end = route[0], route[-1]
    middles = [tops[box.key] + box.height / 2 for box in route]
    if start.column == end.column:
        return _arc(start.column, middles[0], middles[-1], columns)
    forward = start.column < end.column
    x = columns.left(start.column) + (columns.width if forward else 0)
    parts = [f"M{x:g} {middles[0]:g}"]
    for box, middle, before in zip(route[1:], middles[1:], middles, strict=False):
        near = columns.left(box.column) + (0 if forward else columns.width)
        bend = (near - x) / 2
        parts.append(f"C{x + bend:g} {before:g} {near - bend:g} {middle:g} {near:g} {middle:g}")
        x = near
        if box is not end:
            x += columns.width if forward else -columns.width
            parts.append(f"H{x:g}")
    return "".join(parts)


def _arc(column: int, begin: float, end: float, columns: Columns) -> str:
    """Left of the first column, right of the others; farther boxes get a wider arc."""
    first = column == 0
    x = columns.left(column) + (0 if first else columns.width)
    room = columns.margin if first else columns.between
    reach = min(room * 0.9, 18 + abs(end - begin) * 0.3)
    out = x - reach if first else x + reach
    return f"M{x:g} {begin:g}C{out:g} {begin:g} {out:g} {end:g} {x:g} {end:g}"
