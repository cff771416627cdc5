"""Meaning, apart from finding: which stretch of the calendar an expression names, seen from a given day.

A rule takes an expression and a frame and gives a period: a TIMEX3 value and, where the words and the frame allow it,
an interval. Without a day to count from it gives the value with X for what is open and no interval. The frame's day is
the day of publication or nothing; it is never the day of the run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from quellenlage.languages.times import Meaning
from quellenlage.steps.extract.times.calendar import (
    Period,
    century_period,
    day_period,
    decade_period,
    moved,
    unit_period,
    year_period,
)
from quellenlage.steps.extract.times.choosing import chosen
from quellenlage.steps.extract.times.clocks import (
    resolve_clock,
    resolve_daypart,
    resolve_reference_today,
    resolve_today,
    resolve_weekday,
    resolve_weekday_night,
    shifted_clock,
)
from quellenlage.steps.extract.times.dates import (
    part_of,
    resolve_calendar_week,
    resolve_day,
    resolve_day_night,
    resolve_half,
    resolve_holiday,
    resolve_month,
    resolve_quarter,
    resolve_season,
)
from quellenlage.steps.extract.times.expressions import Expression
from quellenlage.steps.extract.times.frame import OPEN_DAY, OPEN_UNITS, Frame
from quellenlage.steps.extract.times.lengths import resolve_length, resolve_set

_LAST_CENTURY = 30  # a higher ordinal before "Jahrhundert" is a slip
_HALF_CENTURY = 50


def resolve(expression: Expression, frame: Frame) -> Period | None:
    """The period an expression names, or None if there is no such day ("31. Februar")."""
    return _RULES[expression.meaning](expression, frame)


def _year(expression: Expression, _frame: Frame) -> Period | None:
    year = expression.year or 0
    if expression.era is not None:
        return Period(f"{expression.era}{year:04d}")
    return part_of(year_period(year), "Y", expression) if year else None


def _years(expression: Expression, _frame: Frame) -> Period | None:
    first, second = expression.year or 0, expression.second_year or 0
    if second < first:  # "1999/00"
        second += 100
    return Period(f"{first:04d}/{second:04d}", year_period(first).begin, year_period(second).end)


def _decade(expression: Expression, frame: Frame) -> Period | None:
    decade = expression.decade or 0
    if decade < 10 and expression.century is not None:
        decade += 10 * (expression.century - 1)
    elif decade < 10 and frame.today is not None:
        decade += 10 * (frame.today.year // 100)
        if 10 * decade > frame.today.year:
            decade -= 10
    elif decade < 10:
        return Period(f"XX{decade}")
    return part_of(decade_period(decade), "DE", expression)


def _century(expression: Expression, _frame: Frame) -> Period | None:
    century = expression.century or 0
    if not 1 <= century <= _LAST_CENTURY:
        return None
    period = century_period(century)
    if expression.half is None or period.begin is None or period.end is None:
        return part_of(period, "CE", expression)
    middle = period.begin.replace(year=period.begin.year + _HALF_CENTURY)
    return Period(period.value, *((period.begin, middle) if expression.half == 1 else (middle, period.end)))


def _unit(expression: Expression, frame: Frame) -> Period | None:
    unit = expression.unit or ""
    if frame.year is not None and unit == "Y" and _takes_up_year(expression):
        return part_of(year_period(frame.year + (expression.relative or 0)), unit, expression)
    period = None if frame.today is None else unit_period(unit, frame.today, expression.relative or 0)
    return part_of(period or Period(OPEN_UNITS.get(unit, OPEN_DAY)), unit, expression)


def _takes_up_year(expression: Expression) -> bool:
    """Whether words count from a year named just before ("1991 … Ende des Jahres", "2019 … im Vorjahr")."""
    return expression.back is not None or expression.meaning is Meaning.SHIFTED_UNIT


def _part_of_unit(expression: Expression, frame: Frame) -> Period | None:
    if expression.year is not None:
        return part_of(year_period(expression.year), "Y", expression)
    return _unit(expression, frame)


def _weekend(_expression: Expression, frame: Frame) -> Period | None:
    if frame.today is None:
        return Period(OPEN_UNITS["WE"])
    weeks = (unit_period("WE", frame.today, count) for count in (-1, 0, 1))
    return chosen((week for week in weeks if week is not None), frame)


def _back_unit(expression: Expression, frame: Frame) -> Period | None:
    """A unit counted from the day named just before ("am Tag danach", "im selben Jahr")."""
    unit = expression.unit or ""
    period = None if frame.before is None else unit_period(unit, frame.before, expression.back or 0)
    return period or Period(OPEN_UNITS.get(unit, OPEN_DAY))


def _same_time(expression: Expression, frame: Frame) -> Period | None:
    """The same month, quarter or day of another year ("zur selben Zeit des Vorjahres"), else that whole year."""
    years = expression.relative or 0
    if frame.named is not None:
        begin, end = _in_other_year(frame.named.begin, years), _in_other_year(frame.named.end, years)
        if begin is not None and end is not None:
            return Period(f"{begin.year:04d}{frame.named.value[4:]}", begin, end)
    return Period(OPEN_UNITS["Y"]) if frame.today is None else year_period(frame.today.year + years)


def _in_other_year(moment: datetime | None, years: int) -> datetime | None:
    day = None if moment is None else moved(moment.date(), "Y", years)
    return None if day is None or moment is None else datetime.combine(day, moment.time())


def _days_ago(expression: Expression, frame: Frame) -> Period | None:
    """The day a number of units before today ("heute vor zehn Jahren")."""
    number = expression.number or ""
    day = moved(frame.today, expression.unit or "", -int(number)) if frame.today and number.isdecimal() else None
    return Period(OPEN_DAY) if day is None else day_period(day)


def _reference(expression: Expression, _frame: Frame) -> Period | None:
    return Period(expression.value or "PRESENT_REF")


_RULES: Mapping[Meaning, Callable[[Expression, Frame], Period | None]] = {
    Meaning.DAY: resolve_day,
    Meaning.MONTH: resolve_month,
    Meaning.SEASON: resolve_season,
    Meaning.QUARTER: resolve_quarter,
    Meaning.HALF: resolve_half,
    Meaning.CALENDAR_WEEK: resolve_calendar_week,
    Meaning.HOLIDAY: resolve_holiday,
    Meaning.DAY_NIGHT: resolve_day_night,
    Meaning.YEAR: _year,
    Meaning.YEARS: _years,
    Meaning.DECADE: _decade,
    Meaning.CENTURY: _century,
    Meaning.UNIT: _unit,
    Meaning.SHIFTED_UNIT: _unit,
    Meaning.PART_OF_UNIT: _part_of_unit,
    Meaning.WEEKEND: _weekend,
    Meaning.BACK_UNIT: _back_unit,
    Meaning.SAME_TIME: _same_time,
    Meaning.DAYS_AGO: _days_ago,
    Meaning.WEEKDAY: resolve_weekday,
    Meaning.WEEKDAY_NIGHT: resolve_weekday_night,
    Meaning.TODAY: resolve_today,
    Meaning.REFERENCE_TODAY: resolve_reference_today,
    Meaning.DAYPART: resolve_daypart,
    Meaning.CLOCK: resolve_clock,
    Meaning.HALF_HOUR: shifted_clock(-30),
    Meaning.QUARTER_PAST: shifted_clock(15),
    Meaning.QUARTER_TO: shifted_clock(-15),
    Meaning.REFERENCE: _reference,
    Meaning.DURATION: resolve_length,
    Meaning.SET_VALUE: resolve_set,
    Meaning.SET_UNIT: resolve_set,
    Meaning.SET_WEEKDAY: resolve_set,
    Meaning.SET_DAYPART: resolve_set,
}
