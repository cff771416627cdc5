"""Forests as tables: they give what their trees say, and a damaged table is refused."""

from __future__ import annotations

import numpy as np
import pytest

from quellenlage.model.errors import DataFileError
from quellenlage.steps.clean.features import FEATURES, line_features
from quellenlage.steps.clean.forest import COLUMNS, build_forest, load_forest
from quellenlage.text.lines import split_lines

TABLE = (
    "\t\tbias\t\t\t\t-0.5",
    "0\t0\twords\t3\t1\t2\t",
    "0\t1\t\t\t\t\t1",
    "0\t2\tdigits\t0.5\t3\t4\t",
    "0\t3\t\t\t\t\t2",
    "0\t4\t\t\t\t\t4",
    "1\t0\t\t\t\t\t10",
)


def rows(*lines: str) -> tuple[dict[str, str], ...]:
    return tuple(dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines)


@pytest.mark.parametrize(("words", "digits", "expected"), [(3, 1, 10.5), (4, 0.5, 11.5), (4, 0.6, 13.5)])
def test_leaves_add_up(words: float, digits: float, expected: float) -> None:
    row = np.zeros((1, len(FEATURES)), np.float32)
    row[0, FEATURES.index("words")], row[0, FEATURES.index("digits")] = words, digits
    assert build_forest(rows(*TABLE), "made").log_odds(row).tolist() == [expected]


@pytest.mark.parametrize(
    ("line", "message"),
    [("0\t0\tsize\t3\t1\t2\t", "unknown feature 'size'"), ("0\t0\twords\t3\t7\t2\t", "no node")],
)
def test_damaged_tables_are_refused(line: str, message: str) -> None:
    with pytest.raises(DataFileError, match=message):
        build_forest(rows(line), "made")


@pytest.mark.parametrize("name", ["shape", "words", "title"])
def test_shipped_forests_load(name: str) -> None:
    forest = load_forest(name)
    assert len(forest.roots) >= 50
    assert forest.children.max() < len(forest.value)


def test_features_have_one_column_each() -> None:
    lines = list(split_lines("Eine Zeile.\n\n• noch eine: 10:27 Uhr\n"))
    features = line_features(lines)
    assert features.shape == (2, len(FEATURES))
    assert np.isfinite(features).all()
    assert line_features([]).shape == (0, len(FEATURES))
    assert len(set(FEATURES)) == len(FEATURES)
