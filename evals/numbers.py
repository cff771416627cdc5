"""Values of numbers, units and currencies in the German sentences of Recognizers-Text: the share that is found."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from evals.reading import divided, document_of
from evals.yardstick import Yardstick
from quellenlage.languages.pack import load_pack
from quellenlage.steps.extract.figures import extract_figures
from quellenlage.steps.extract.figures.line import Line
from quellenlage.steps.extract.figures.numerals import read_numeral

_FOLDER = "recognizers-german-specs"
_NEAR = 1e-6  # relative; thirds are written with a finite number of digits


def numerals_in(text: str) -> set[float]:
    """Values of the number grammar alone, before it is asked whether a number counts anything."""
    document, vocabulary = document_of("case", text), load_pack("de").numbers
    found: set[float] = set()
    for sentence in divided(document).sentences:
        line, at = Line.of(sentence, text), 0
        while at < len(line.tokens):
            numeral = read_numeral(line, at, vocabulary)
            if numeral is not None:
                found.update(value for value in (numeral.low, numeral.high) if value is not None)
            at = at + 1 if numeral is None else max(numeral.end, at + 1)
    return found


def figures_in(text: str) -> set[float]:
    """Values of the figures that are extracted."""
    document = document_of("case", text)
    found = extract_figures(document, divided(document), load_pack("de").numbers, times=())
    return {value for figure in found for value in (figure.low, figure.high, figure.point) if value is not None}


_MODELS: tuple[tuple[str, Callable[[str], set[float]]], ...] = (
    ("NumberModel", numerals_in),
    ("PercentModel", figures_in),
    ("DimensionModel", figures_in),
    ("CurrencyModel", figures_in),
    ("AgeModel", figures_in),
    ("NumberRangeModel", figures_in),
)


def measure(shared: Path) -> dict[str, float]:
    figures = {}
    for model, read in _MODELS:
        path = shared / "data" / _FOLDER / f"{model}.json"
        hits = wanted = 0
        for case in json.loads(path.read_text(encoding="utf-8-sig")):
            values = [result["Resolution"].get("value") for result in case["Results"]]
            numbers = [float(value.strip("%(),").replace(",", ".")) for value in values if value is not None]
            read_values = read(case["Input"]) if numbers else set()
            hits += sum(any(abs(v - n) <= _NEAR * max(1, abs(n)) for v in read_values) for n in numbers)
            wanted += len(numbers)
        figures[f"{model}, values found"] = hits / wanted
    return figures


NUMBERS = Yardstick("numbers", (_FOLDER,), measure)
