"""Figures measured on the development data: numbers of the Recognizers-Text specifications, and the five seeds."""

from __future__ import annotations

import json

import pytest

from quellenlage.languages.numbers import load_numbers
from quellenlage.languages.segmentation import load_segmentation
from quellenlage.languages.verbs import load_verbs
from quellenlage.steps.divide import divide
from quellenlage.steps.extract.figures.line import Line
from quellenlage.steps.extract.figures.numerals import read_numeral
from quellenlage.syntax.embedded import load_embedded
from tests.records import document
from tests.shared_data import SHARED, needs_shared
from tests.steps.extract.figure_tools import figures_of, lines


def _wanted(model: str) -> list[tuple[str, float]]:
    path = SHARED / "data" / "recognizers-german-specs" / f"{model}.json"
    cases = json.loads(path.read_text(encoding="utf-8-sig"))
    found = []
    for case in cases:
        for result in case["Results"]:
            value = result["Resolution"].get("value")
            if value is not None:
                found.append((case["Input"], float(value.strip("%(),").replace(",", "."))))
    return found


def _numerals(text: str) -> set[float]:
    vocabulary, doc = load_numbers("de"), document(text)
    division = divide(
        doc, lines(doc), segmentation=load_segmentation("de"), verbs=load_verbs("de"), reader=load_embedded("de")
    )
    found = set()
    for sentence in division.sentences:
        line, at = Line.of(sentence, text), 0
        while at < len(line.tokens):
            numeral = read_numeral(line, at, vocabulary)
            found.update(() if numeral is None else (numeral.low, numeral.high))
            at = at + 1 if numeral is None else max(numeral.end, at + 1)
    return found - {None}


def _figures(text: str) -> set[float]:
    return {value for figure in figures_of(text) for value in (figure.low, figure.high, figure.point)} - {None}


# What is left of NumberModel: "ein" and "eine" read as numbers, "0000", and "100 bis 300 Milliarden" without its scale.
@needs_shared
@pytest.mark.parametrize(
    ("model", "read", "least"),
    [
        ("NumberModel", _numerals, 71),
        ("PercentModel", _figures, 13),
        ("DimensionModel", _figures, 29),
        ("CurrencyModel", _figures, 37),
        ("AgeModel", _figures, 12),
        ("NumberRangeModel", _figures, 3),
    ],
)
def test_values_of_the_recognizers_specifications_are_found(model, read, least):
    hits = sum(
        any(abs(value - wanted) < 1e-6 * max(1, wanted) for value in read(text)) for text, wanted in _wanted(model)
    )
    assert hits >= least


@needs_shared
@pytest.mark.parametrize(
    ("seed", "wanted"),
    [
        (
            "000",
            [
                "= 1500 sent", "vague None None", "vague None under_way", "= 10000 planned", "= 12000 planned",
                "= 1200000 None",
            ],
        ),
        (
            "001",
            [
                "<= 10000 planned", "= 1500 arrived", "<= 12000 planned", "= 13000 sent", "<= 8000000 delivered",
                "vague None None", "< 11000 in_training", "= 2600 planned",
            ],
        ),
        (
            "003",
            [
                "= 3000 under_way", "= 3000 under_way", ">= 3000 sent", ">= 3000 sent", "~ 11000 sent",
                "= 4000 casualty",
            ],
        ),
    ],
)  # fmt: skip
def test_figures_of_the_seeds(seed, wanted):
    path = next((SHARED / "seeds").glob(f"{seed}_*.txt"))
    figures = figures_of(path.read_text(encoding="utf-8"))
    found = [f"{f.comparator} {None if f.point is None else int(f.point)} {f.status}" for f in figures]
    assert found[: len(wanted)] == wanted
