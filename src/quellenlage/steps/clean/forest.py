"""Small forests of decision trees as plain tables: reading them, and what they say about lines.

`tools/fit_lines.py` fits them. Three ship in `weights/`: `shape` tells content by shape alone, in any language;
`words` tells content by shape and by the marks of a furniture vocabulary; `title` tells the headline by shape.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from quellenlage.model.errors import DataFileError
from quellenlage.steps.clean.features import FEATURES, Matrix
from quellenlage.steps.clean.marking import WORD_FEATURES
from quellenlage.text.datafiles import read_rows

COLUMNS = ("tree", "node", "feature", "threshold", "left", "right", "value")
BIAS = "bias"  # in place of a feature: the sum every line starts with


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose leaves add up to a log-odds; all arrays run over all nodes of all trees.

    Args:
        bias: log-odds that every line starts with.
        roots: index of each tree's root, shape (trees,).
        feature: column that the node asks for; 0 in leaves.
        threshold: a line goes right if its value is above it.
        children: indices of the left and the right next node, one pair after the other; a leaf leads to itself.
        value: what a leaf adds; 0 elsewhere.
        depth: steps from a root to its furthest leaf.
    """

    bias: float
    roots: NDArray[np.int64]
    feature: NDArray[np.int32]
    threshold: NDArray[np.float32]
    children: NDArray[np.int64]
    value: NDArray[np.float32]
    depth: int

    def log_odds(self, rows: Matrix) -> NDArray[np.float64]:
        """The log-odds of every row of features, shape (lines,)."""
        count, width = rows.shape
        values, first = np.ascontiguousarray(rows).ravel(), np.arange(count, dtype=np.int64)[:, None] * width
        at = np.broadcast_to(self.roots, (count, len(self.roots)))
        for _ in range(self.depth):
            goes_right = values.take(first + self.feature.take(at)) > self.threshold.take(at)
            at = self.children.take(2 * at + goes_right)
        total: NDArray[np.float64] = self.bias + self.value.take(at).sum(axis=1, dtype=np.float64)
        return total


@cache
def load_forest(name: str) -> Forest:
    """Read and check `weights/<name>.tsv`.

    Raises:
        DataFileError: if it asks for a feature that does not exist, or a node leads nowhere.
    """
    return build_forest(tuple(read_rows(__package__, "weights", f"{name}.tsv", columns=COLUMNS)), name)


def build_forest(rows: tuple[dict[str, str], ...], name: str) -> Forest:
    """A forest from its rows; node numbers count within their tree, a leaf has no feature."""
    columns = {feature: number for number, feature in enumerate((*FEATURES, *WORD_FEATURES))}
    bias, nodes = 0.0, []
    for row in rows:
        if row["feature"] == BIAS:
            bias = float(row["value"])
        elif row["feature"] and row["feature"] not in columns:
            raise DataFileError(f"weights/{name}.tsv: unknown feature {row['feature']!r}")
        else:
            nodes.append(row)
    index = {(row["tree"], row["node"]): number for number, row in enumerate(nodes)}
    try:
        left = [index[row["tree"], row["left"] or row["node"]] for row in nodes]
        right = [index[row["tree"], row["right"] or row["node"]] for row in nodes]
    except KeyError as error:
        raise DataFileError(f"weights/{name}.tsv: no node {error}") from error
    roots = [number for number, row in enumerate(nodes) if row["node"] == "0"]
    return Forest(
        bias=bias,
        roots=np.array(roots, np.int64),
        feature=np.array([columns.get(row["feature"], 0) for row in nodes], np.int32),
        threshold=np.array([float(row["threshold"] or 0) for row in nodes], np.float32),
        children=np.array([left, right], np.int64).T.ravel(),
        value=np.array([float(row["value"] or 0) for row in nodes], np.float32),
        depth=_depth(left, right, roots),
    )


def _depth(left: list[int], right: list[int], roots: list[int]) -> int:
    depth, layer = 0, roots
    while True:
        layer = [child for node in layer if left[node] != node for child in (left[node], right[node])]
        if not layer:
            return depth
        depth += 1
