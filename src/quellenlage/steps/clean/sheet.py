"""The lines of one document with all that is known of each before it is given a role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quellenlage.languages.furniture import FurnitureVocabulary, plain_line
from quellenlage.model.document import Role
from quellenlage.steps.clean.features import Matrix, line_features
from quellenlage.steps.clean.forest import Forest, load_forest
from quellenlage.steps.clean.marking import LineMarks, find_marks, word_features
from quellenlage.text.lines import Line

# How much the forest without words counts beside the one with words, for log-odds. Swept in steps of 0.1 on German
# pages, five folds by publisher: flat between 0.3 and 0.5.
_SHAPE_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Forests:
    """What judges lines: `shape` and `words` for content, `title` for the headline."""

    shape: Forest
    words: Forest
    title: Forest


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a document and what is known of them; all of the same length.

    Args:
        lines: in order.
        marks: what their words tell; empty marks without a vocabulary.
        content: how likely each is part of the article, 0 to 1.
        headline: how likely each is its headline, 0 to 1.
        repeated: whether it recurs in other documents of the same outlet.
    """

    lines: tuple[Line, ...]
    marks: tuple[LineMarks, ...]
    content: tuple[float, ...]
    headline: tuple[float, ...]
    repeated: tuple[bool, ...]


def load_forests() -> Forests:
    """The forests that ship; read once per process."""
    return Forests(load_forest("shape"), load_forest("words"), load_forest("title"))


def lay_out(
    lines: Sequence[Line],
    vocabulary: FurnitureVocabulary | None,
    forests: Forests,
    *,
    repeated: frozenset[str] = frozenset(),
) -> Sheet:
    """Judge the lines of a document.

    Args:
        lines: of the whole document.
        vocabulary: of its language, or None.
        forests: what judges them.
        repeated: lines in plain form that recur in other documents of the same outlet.
    """
    table = tabulate_lines(lines, vocabulary)
    content = forests.shape.log_odds(table.shape)
    if table.words is not None:
        content = _SHAPE_SHARE * content + (1 - _SHAPE_SHARE) * forests.words.log_odds(table.words)
    return Sheet(
        lines=tuple(lines),
        marks=table.marks,
        content=_spread(_probabilities(content), table.judged, len(lines)),
        headline=_spread(_probabilities(forests.title.log_odds(table.shape)), table.judged, len(lines)),
        repeated=tuple(mark.plain in repeated for mark in table.marks),
    )


@dataclass(frozen=True, slots=True)
class LineTable:
    """The features of those lines of a document that are judged.

    Args:
        marks: of all lines.
        judged: indices of the lines that have a row; adverts have none, since they interrupt a page anywhere and
            would change what the lines around them look like.
        shape: shape (judged lines, features).
        words: the same with the features of words behind, or None without a vocabulary.
    """

    marks: tuple[LineMarks, ...]
    judged: tuple[int, ...]
    shape: Matrix
    words: Matrix | None


def tabulate_lines(lines: Sequence[Line], vocabulary: FurnitureVocabulary | None) -> LineTable:
    """The features of a document's lines, by shape and, with a vocabulary, by words."""
    if vocabulary is None:
        marks = tuple(LineMarks(plain_line(line.words)) for line in lines)
        return LineTable(marks, tuple(range(len(lines))), line_features(lines), None)
    marks = tuple(find_marks(line, vocabulary) for line in lines)
    judged = tuple(number for number, mark in enumerate(marks) if mark.sure is not Role.ADVERT)
    kept = [lines[number] for number in judged]
    shape = line_features(kept)
    words = np.concatenate([shape, word_features(kept, [marks[number] for number in judged], vocabulary)], axis=1)
    return LineTable(marks, judged, shape, words)


def _spread(values: Sequence[float], judged: Sequence[int], count: int) -> tuple[float, ...]:
    """The values of the judged lines at their places among all lines; 0 elsewhere."""
    spread = [0.0] * count
    for number, value in zip(judged, values, strict=True):
        spread[number] = value
    return tuple(spread)


def _probabilities(log_odds: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple((1 / (1 + np.exp(-log_odds))).tolist())
