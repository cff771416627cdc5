"""How well the confidence of statements is calibrated, on the stories of the corpus: `python -m evals calibration`.

A statement found counts as right if it matches one of the gold and the source is the same. In a bin of statements with
nearly the same confidence, the share that is right should be that confidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from corpus.story import STORIES
from evals.corpus import scored
from evals.yardstick import Yardstick

_BINS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


class Bin(NamedTuple):
    """Statements whose confidence lies in one stretch.

    Args:
        low, high: the stretch, half-open.
        count: how many.
        said: their mean confidence.
        right: share of them that is right.
    """

    low: float
    high: float
    count: int
    said: float
    right: float


def bins_of(answers: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The bins that hold any of `answers`: confidence, and whether it was right."""
    found = []
    for low, high in pairwise(_BINS):
        inside = [answer for answer in answers if low <= answer[0] < high]
        if inside:
            said = sum(confidence for confidence, _ in inside) / len(inside)
            right = sum(right for _, right in inside) / len(inside)
            found.append(Bin(low, min(high, 1.0), len(inside), said, right))
    return found


def measures(answers: Sequence[tuple[float, bool]]) -> dict[str, float]:
    """How near the confidence is to the truth, each better the higher.

    Returns:
        `calibration`: 1 less the mean distance of a bin's confidence from its share of right ones, weighed by size;
        `ranking`: how often a right statement has a higher confidence than a wrong one, ties count half.
    """
    off = sum(entry.count * abs(entry.said - entry.right) for entry in bins_of(answers)) / max(len(answers), 1)
    right = [confidence for confidence, told in answers if told]
    wrong = [confidence for confidence, told in answers if not told]
    pairs = sum((a > b) + (a == b) / 2 for a in right for b in wrong)
    return {"calibration": 1 - off, "ranking": pairs / max(len(right) * len(wrong), 1)}


def answers_of(split: str) -> list[tuple[float, bool]]:
    """Confidence of each statement found in the stories of a split, and whether it was right."""
    return [(statement.confidence or 0.0, right) for statement, right in scored(split).trusted]


def table(answers: Sequence[tuple[float, bool]]) -> str:
    """One row for each bin."""
    lines = [f"{'confidence':>12} {'statements':>10} {'said':>6} {'right':>6}"]
    lines += [f"{b.low:5.2f} … {b.high:4.2f} {b.count:10} {b.said:6.2f} {b.right:6.2f}" for b in bins_of(answers)]
    return "\n".join(lines)


def _yardstick(split: str) -> Yardstick:
    def measure(folder: Path) -> dict[str, float]:  # noqa: ARG001
        answers = answers_of(split)
        print(table(answers))
        return measures(answers)

    return Yardstick(f"calibration-{split}", (split,), measure, home=STORIES)


CALIBRATIONS = (_yardstick("development"), _yardstick("test"))
