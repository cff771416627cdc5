from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quellenlage.steps.write.drawing.scale import scale_of, seconds_of, ticks_of, time_scale, time_ticks

VALUES = st.lists(st.floats(min_value=-1e12, max_value=1e12, allow_subnormal=False), min_size=1, max_size=20)
MOMENTS = st.lists(st.datetimes(min_value=datetime(1000, 1, 1), max_value=datetime(3000, 1, 1)), min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("values", "logarithmic", "ticks"),
    [
        ([0, 50], False, (0, 10, 20, 30, 40, 50)),
        ([1500, 12000], False, (0, 2000, 4000, 6000, 8000, 10000, 12000)),
        ([5, 5], False, (0, 1, 2, 3, 4, 5)),
        ([0], False, (0, 0.2, 0.4, 0.6000000000000001, 0.8, 1)),
        ([10, 1_000_000], True, (10, 100, 1000, 10_000, 100_000, 1_000_000)),
        ([3, 150], True, (1, 3, 10, 30, 100)),
        ([0, 1_000_000], False, (0, 200_000, 400_000, 600_000, 800_000, 1_000_000)),
    ],
)
def test_axes_have_round_ticks(values: list[float], logarithmic: bool, ticks: tuple[float, ...]) -> None:
    scale = scale_of(values)
    assert scale.logarithmic is logarithmic
    assert ticks_of(scale) == pytest.approx(ticks)


@given(VALUES)
def test_places_lie_inside_and_keep_the_order(values: list[float]) -> None:
    assume(all(value == 0 or abs(value) > 1e-9 for value in values))
    scale = scale_of(values)
    places = [scale.at(value) for value in sorted(values)]
    assert all(0 <= place <= 100 for place in places)
    assert places == sorted(places)
    assert 1 <= len(ticks_of(scale)) <= 12


@given(MOMENTS)
def test_time_ticks_lie_inside_and_are_few(moments: list[datetime]) -> None:
    scale = time_scale(moments)
    ticks = time_ticks(scale)
    assert len(ticks) <= 8
    assert all(scale.low <= seconds_of(tick.moment) <= scale.high for tick in ticks)


@pytest.mark.parametrize(
    ("first", "last", "unit", "ticks"),
    [
        ("2024-10-18", "2024-10-21", "day", ["2024-10-18", "2024-10-19", "2024-10-20", "2024-10-21"]),
        ("2024-10-01", "2024-11-20", "day", ["2024-10-01", "2024-10-15", "2024-10-29", "2024-11-12"]),
        ("2024-10-01", "2024-12-31", "month", ["2024-10-01", "2024-11-01", "2024-12-01"]),
        ("2024-06-10", "2025-03-01", "month", ["2024-07-01", "2024-09-01", "2024-11-01", "2025-01-01", "2025-03-01"]),
        ("1990-01-01", "2024-01-01", "year", ["1990-01-01", "2000-01-01", "2010-01-01", "2020-01-01"]),
    ],
)
def test_time_ticks_are_beginnings_of_days_months_or_years(first: str, last: str, unit: str, ticks: list[str]) -> None:
    found = time_ticks(time_scale([datetime.fromisoformat(first), datetime.fromisoformat(last)]))
    assert {tick.unit for tick in found} == {unit}
    assert [tick.moment.date().isoformat() for tick in found] == ticks
