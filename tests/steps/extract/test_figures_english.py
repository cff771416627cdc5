"""English figures: the decimal point, groups by commas, nouns without a capital, bounds and status."""

from __future__ import annotations

import pytest

from tests.steps.extract.figure_tools import figures_of


@pytest.mark.parametrize(
    ("text", "low", "high", "comparator", "unit", "counted"),
    [
        ("About 1,500 soldiers were sent.", 1350, 1650, "~", None, "soldiers"),
        ("Up to 12,000 troops could arrive.", None, 12000, "<=", None, "troops"),
        ("At least 27 people were killed.", 27, None, ">=", None, "people"),
        ("The crack is 1.5 metres long.", 1.5, 1.5, "=", "m", None),
        ("The bill came to 2.5 million euros.", 2500000, 2500000, "=", "EUR", None),
        ("More than 300 homes were damaged.", 300, None, ">", None, "homes"),
        ("Twelve houses burned down.", 12, 12, "=", None, "houses"),
        ("Turnout rose by 4.5 percent.", 4.5, 4.5, "=", "%", None),
    ],
)
def test_figure(
    text: str, low: float | None, high: float | None, comparator: str, unit: str | None, counted: str | None
) -> None:
    (figure,) = figures_of(text, language="en")
    found = None if figure.counted is None else figure.counted.text
    assert (figure.low, figure.high, str(figure.comparator), figure.unit) == (low, high, comparator, unit)
    assert counted is None or found == counted


@pytest.mark.parametrize("text", ["He left on 3 May 2021.", "Article 5 was invoked.", "The F-16 landed at 3 p.m."])
def test_no_figure(text: str) -> None:
    assert [figure for figure in figures_of(text, language="en") if figure.unit is None] == []
