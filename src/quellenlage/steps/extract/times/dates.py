"""Days, months, seasons, quarters and feasts: with their year, or with the year that has to be found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from quellenlage.steps.extract.times.calendar import (
    Period,
    clock_period,
    day_period,
    daypart_period,
    easter,
    half_period,
    midnight,
    month_period,
    narrowed,
    quarter_period,
    season_period,
    week_period,
    winters_of,
)
from quellenlage.steps.extract.times.choosing import chosen, years_around
from quellenlage.steps.extract.times.expressions import Expression
from quellenlage.steps.extract.times.frame import OPEN_DAY, Frame
from quellenlage.steps.extract.times.tense import Side

_DAY = timedelta(days=1)
_LAST_WEEK = 53
_LEAP_YEAR = 2000  # no year has a day that this one has not
# A day of the past that lies further back is named with its year; if the same day is close ahead, that one is meant:
# "das Rennen wurde vom 18. Dezember verlegt", written on the 16th.
_LONGEST_WITHOUT_YEAR, _CLOSE = timedelta(days=300), timedelta(days=30)
_REACH = timedelta(days=800)  # the days of two years to either side
_LEAP_REACH = 8  # years; the 29th of February can be eight years away (1896, 1904)


def _year_of(expression: Expression, frame: Frame) -> int | None:
    """The year an expression says or takes from the text before, or None if it has to be chosen."""
    if expression.year is not None:
        return expression.year
    if expression.year_relative is not None:
        return None if frame.today is None else frame.today.year + expression.year_relative
    if expression.year_back is not None:
        return None if frame.before is None else frame.before.year + expression.year_back
    return frame.year if expression.relative is None else None


def _says_year(expression: Expression) -> bool:
    return expression.year_relative is not None or expression.year_back is not None


def part_of(period: Period, unit: str, expression: Expression) -> Period:
    """The part of a period that an expression names ("Anfang", "Mitte", "Ende"), or the whole of it."""
    return period if expression.part is None else narrowed(period, unit, expression.part)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def resolve_day(expression: Expression, frame: Frame) -> Period | None:
    """A day of a month, with or without its year."""
    month, number = expression.month or 0, expression.day or 0
    year = _year_of(expression, frame)
    if year is not None:
        day = _date(year, month, number)
        return None if day is None else _with_clock(day, expression)
    if _date(_LEAP_YEAR, month, number) is None:
        return None
    open_value = Period(f"XXXX-{month:02d}-{number:02d}")
    if _says_year(expression):
        return open_value
    days = [day for year in years_around(frame, reach=_LEAP_REACH) if (day := _date(year, month, number))]
    near = [day for day in days if frame.today and abs(day - frame.today) <= _REACH]
    candidates = [day_period(day) for day in near if day.isoweekday() == expression.weekday]
    candidates = candidates or [day_period(day) for day in near]
    found = chosen(candidates, frame, expression.relative)
    if found is not None and frame.side is Side.PAST and expression.relative is None:
        found = _announced(candidates, frame) if _days_away(found, frame) > _LONGEST_WITHOUT_YEAR else found
    if found is None or found.begin is None:
        return Period(open_value.value + (f"T{expression.daypart}" if expression.daypart else ""))
    return _with_clock(found.begin.date(), expression)


def _announced(candidates: list[Period], frame: Frame) -> Period | None:
    """The coming day if it is close, else the one of last year: a text of the past may announce a day to come."""
    nearest = chosen(candidates, replace(frame, side=Side.OPEN))
    close = nearest is not None and _days_away(nearest, frame) <= _CLOSE
    return nearest if close else chosen(candidates, frame)


def _days_away(period: Period, frame: Frame) -> timedelta:
    if frame.today is None or period.begin is None:
        return timedelta.max
    return abs(period.begin - midnight(frame.today))


def _with_clock(day: date, expression: Expression) -> Period:
    if expression.daypart is not None:
        return daypart_period(day, expression.daypart)
    if expression.hour is None:
        return day_period(day)
    return clock_period(day, expression.hour, expression.minute or 0, zone=expression.zone)


def resolve_day_night(expression: Expression, frame: Frame) -> Period | None:
    """The night before a date ("in der Nacht auf den 28. Juli")."""
    period = resolve_day(expression, frame)
    if period is None or period.begin is None:
        return None if period is None else Period(f"{OPEN_DAY}TNI")
    return daypart_period(period.begin.date() - _DAY, "NI")


def resolve_month(expression: Expression, frame: Frame) -> Period | None:
    """A month."""
    month = expression.month or 0
    year = _year_of(expression, frame)
    if year is not None:
        return part_of(month_period(year, month), "M", expression)
    candidates = (month_period(year, month) for year in years_around(frame))
    period = None if _says_year(expression) else chosen(candidates, frame, expression.relative)
    return part_of(period or Period(f"XXXX-{month:02d}"), "M", expression)


def resolve_season(expression: Expression, frame: Frame) -> Period | None:
    """A season; a winter that is named by one year may be either of the two it has."""
    season, year = expression.season or "", _year_of(expression, frame)
    if year is not None and expression.second_year is not None and season == "WI":
        return season_period(expression.second_year, season)
    if year is not None:
        period = winters_of(year) if season == "WI" else season_period(year, season)
        return part_of(period, "Q", expression)
    candidates = (season_period(year, season) for year in years_around(frame))
    found = None if _says_year(expression) else chosen(candidates, frame, expression.relative)
    return part_of(found or Period(f"XXXX-{season}"), "Q", expression)


def resolve_quarter(expression: Expression, frame: Frame) -> Period | None:
    """A quarter of a year."""
    return _numbered(expression, frame, expression.quarter or 0, last=4, make=quarter_period, code="Q")


def resolve_half(expression: Expression, frame: Frame) -> Period | None:
    """A half of a year."""
    return _numbered(expression, frame, expression.half or 0, last=2, make=half_period, code="H")


def _numbered(
    expression: Expression,
    frame: Frame,
    number: int,
    *,
    last: int,
    make: Callable[[int, int], Period],
    code: str,
) -> Period | None:
    """A quarter or half of a year, of which there are `last`."""
    if not 1 <= number <= last:
        return None
    year = _year_of(expression, frame)
    if year is not None:
        return part_of(make(year, number), code, expression)
    candidates = (make(year, number) for year in years_around(frame))
    period = None if _says_year(expression) else chosen(candidates, frame, expression.relative)
    return part_of(period or Period(f"XXXX-{code}{number}"), code, expression)


def resolve_calendar_week(expression: Expression, frame: Frame) -> Period | None:
    """A week by its number."""
    week = expression.week or 0
    if not 1 <= week <= _LAST_WEEK:
        return None
    year = _year_of(expression, frame)
    years = years_around(frame) if year is None else (year,)
    weeks = [period for year in years if (period := _week_of(year, week)) is not None]
    if year is not None:
        return weeks[0] if weeks else None
    return chosen(weeks, frame) or Period(f"XXXX-W{week:02d}")


def _week_of(year: int, week: int) -> Period | None:
    try:
        return week_period(date.fromisocalendar(year, week, 1))
    except ValueError:  # not every year has a week 53
        return None


def resolve_holiday(expression: Expression, frame: Frame) -> Period | None:
    """A feast."""
    rule, _, length = (expression.holiday or "").partition(" ")
    year = _year_of(expression, frame)
    if year is not None:
        return _feast(year, rule, int(length))
    candidates = (_feast(year, rule, int(length)) for year in years_around(frame))
    period = None if _says_year(expression) else chosen(candidates, frame, expression.relative)
    return period or Period(OPEN_DAY if rule.startswith("easter") else f"XXXX-{rule}")


def _feast(year: int, rule: str, length: int) -> Period:
    """A feast by its rule, `month-day` or `easter+days`; its value is its first day."""
    if rule.startswith("easter"):
        first = easter(year) + int(rule.removeprefix("easter")) * _DAY
    else:
        month, _, number = rule.partition("-")
        first = date(year, int(month), int(number))
    begin = midnight(first)
    return Period(first.isoformat(), begin, begin + length * _DAY)
