from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.steps.extract.times.calendar import (
    century_period,
    clock_period,
    day_period,
    daypart_period,
    decade_period,
    easter,
    half_period,
    month_period,
    moved,
    narrowed,
    quarter_period,
    season_period,
    unit_period,
    week_period,
    weekend_period,
    year_period,
)

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9990, 12, 31))
UNITS = ("Y", "M", "W", "WE", "D", "Q", "HY", "DE", "CE")


@pytest.mark.parametrize(
    ("period", "value", "begin", "end"),
    [
        (day_period(date(2024, 2, 29)), "2024-02-29", datetime(2024, 2, 29), datetime(2024, 3, 1)),
        (month_period(2024, 12), "2024-12", datetime(2024, 12, 1), datetime(2025, 1, 1)),
        (month_period(2024, 14), "2025-02", datetime(2025, 2, 1), datetime(2025, 3, 1)),
        (month_period(2024, 0), "2023-12", datetime(2023, 12, 1), datetime(2024, 1, 1)),
        (month_period(578, 3), "0578-03", datetime(578, 3, 1), datetime(578, 4, 1)),
        (week_period(date(2024, 12, 31)), "2025-W01", datetime(2024, 12, 30), datetime(2025, 1, 6)),
        (week_period(date(2021, 1, 3)), "2020-W53", datetime(2020, 12, 28), datetime(2021, 1, 4)),
        (weekend_period(date(2024, 10, 20)), "2024-W42-WE", datetime(2024, 10, 19), datetime(2024, 10, 21)),
        (quarter_period(2024, 5), "2025-Q1", datetime(2025, 1, 1), datetime(2025, 4, 1)),
        (half_period(2024, 2), "2024-H2", datetime(2024, 7, 1), datetime(2025, 1, 1)),
        (season_period(2024, "WI"), "2024-WI", datetime(2023, 12, 1), datetime(2024, 3, 1)),
        (decade_period(199), "199", datetime(1990, 1, 1), datetime(2000, 1, 1)),
        (century_period(20), "19", datetime(1900, 1, 1), datetime(2000, 1, 1)),
        (
            daypart_period(date(2024, 12, 31), "NI"),
            "2024-12-31TNI",
            datetime(2024, 12, 31, 22),
            datetime(2025, 1, 1, 6),
        ),
        (
            clock_period(date(2024, 10, 20), 24, 0),
            "2024-10-20T24:00",
            datetime(2024, 10, 21),
            datetime(2024, 10, 21, 0, 1),
        ),
        (year_period(9999), "9999", None, None),
    ],
)
def test_value_and_interval(period, value, begin, end):
    assert period == (value, begin, end)


@pytest.mark.parametrize(("year", "day"), [(2000, (4, 23)), (2024, (3, 31)), (2038, (4, 25)), (1818, (3, 22))])
def test_easter(year, day):
    assert easter(year) == date(year, *day)


@pytest.mark.parametrize(
    ("day", "unit", "count", "result"),
    [
        (date(2024, 3, 31), "M", -1, date(2024, 2, 29)),
        (date(2024, 2, 29), "Y", 1, date(2025, 2, 28)),
        (date(2024, 12, 31), "M", 2, date(2025, 2, 28)),
        (date(2024, 1, 1), "D", -1, date(2023, 12, 31)),
        (date(2024, 1, 1), "CE", -30, None),
        (date(2024, 1, 1), "TH", 1, None),
    ],
)
def test_moved_keeps_to_the_calendar(day, unit, count, result):
    assert moved(day, unit, count) == result


@given(DAYS, st.sampled_from(UNITS), st.integers(-200, 200))
def test_units_meet_without_gap(day, unit, count):
    one, following = unit_period(unit, day, count), unit_period(unit, day, count + 1)
    if one and following and one.begin and one.end and following.begin:
        assert one.begin < one.end
        step = timedelta(days=5) if unit == "WE" else timedelta(0)
        assert one.end + step == following.begin


@given(DAYS, st.sampled_from(UNITS))
def test_the_unit_of_a_day_holds_it(day, unit):
    period = unit_period(unit, day, 0)
    if period and period.begin and period.end and unit != "WE":
        assert period.begin <= datetime(day.year, day.month, day.day) < period.end


@given(DAYS, st.sampled_from(("Y", "M", "W", "Q", "H", "DE", "CE")), st.sampled_from(("START", "MID", "END")))
def test_parts_lie_inside_and_cover_the_whole(day, unit, part):
    whole = unit_period("HY" if unit == "H" else unit, day, 0)
    inside = narrowed(whole, unit, part)
    assert inside.value == whole.value
    if whole.begin and whole.end:
        assert whole.begin <= inside.begin < inside.end <= whole.end
        if part == "START":
            assert inside.begin == whole.begin
        if part == "END":
            assert inside.end == whole.end
