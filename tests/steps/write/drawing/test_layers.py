from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.steps.write.drawing.layers import Box, Columns, Edge, lay_out

COLUMNS = Columns(width=100, between=80, margin=40)


def test_an_edge_over_a_column_does_not_run_through_its_box() -> None:
    boxes = [Box("a", 0, 30), Box("m", 1, 30), Box("z", 2, 30)]
    layout = lay_out(boxes, [Edge("a", "z"), Edge("a", "m")], COLUMNS)
    height = float(layout.paths[0].split("H")[0].rsplit(" ", 1)[1])
    assert not layout.tops["m"] <= height <= layout.tops["m"] + 30


def test_two_edges_that_can_run_side_by_side_do_not_cross() -> None:
    boxes = [Box("a", 0, 30), Box("b", 0, 30), Box("y", 1, 30), Box("z", 1, 30)]
    layout = lay_out(boxes, [Edge("a", "z"), Edge("b", "y")], COLUMNS)
    assert (layout.tops["a"] < layout.tops["b"]) == (layout.tops["z"] < layout.tops["y"])


@given(
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30, unique=True),
    st.lists(st.floats(20, 80), min_size=12, max_size=12),
)
def test_boxes_of_a_column_never_overlap_and_every_edge_has_a_path(
    pairs: list[tuple[int, int]], heights: list[float]
) -> None:
    boxes = [Box(str(number), number % 3, height) for number, height in enumerate(heights)]
    edges = [Edge(str(start), str(end)) for start, end in pairs if start != end]
    layout = lay_out(boxes, edges, COLUMNS)
    assert len(layout.paths) == len(edges)
    for column in range(3):
        placed = sorted((layout.tops[box.key], box.height) for box in boxes if box.column == column)
        for (top, height), (below, _) in itertools.pairwise(placed):
            assert top + height <= below
        assert all(top >= 0 and top + height <= layout.height for top, height in placed)


def test_the_same_graph_is_laid_out_the_same_way() -> None:
    boxes = [Box(str(number), number % 3, 30) for number in range(12)]
    edges = [Edge(str(number), str((number * 5 + 1) % 12)) for number in range(12)]
    assert lay_out(boxes, edges, COLUMNS) == lay_out(boxes, edges, COLUMNS)
