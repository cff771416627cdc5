"""Days of the week, parts of the day and the clock: which day or minute they name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from quellenlage.steps.extract.times.calendar import Period, clock_period, day_period, daypart_period
from quellenlage.steps.extract.times.choosing import chosen
from quellenlage.steps.extract.times.expressions import Expression
from quellenlage.steps.extract.times.frame import OPEN_DAY, Frame

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_MIDDAY, _HOURS, _MINUTES = 12, 24, 60
_FIRST_MORNING_HOUR = 6  # "elf Uhr nachts" is 23:00, "drei Uhr nachts" 3:00


def resolve_weekday(expression: Expression, frame: Frame) -> Period | None:
    """A day of the week, with or without a part of the day."""
    number = expression.weekday or 1
    day = _weekday_date(expression, frame)
    if day is None:
        return Period(f"XXXX-WXX-{number}" + (f"T{expression.daypart}" if expression.daypart else ""))
    return day_period(day) if expression.daypart is None else daypart_period(day, expression.daypart)


def _weekday_date(expression: Expression, frame: Frame) -> date | None:
    if frame.today is None:
        return None
    monday = frame.today - (frame.today.isoweekday() - 1) * _DAY
    in_this_week = monday + ((expression.weekday or 1) - 1) * _DAY
    if expression.week_relative is not None:
        return in_this_week + expression.week_relative * _WEEK
    if expression.relative == 0:
        return in_this_week
    weeks = [day_period(in_this_week + count * _WEEK) for count in (-2, -1, 0, 1, 2)]
    period = chosen(weeks, frame, expression.relative)
    return period.begin.date() if period and period.begin else None


def resolve_weekday_night(expression: Expression, frame: Frame) -> Period | None:
    """The night before a weekday ("in der Nacht zum Montag")."""
    day = _weekday_date(expression, frame)
    return Period(f"{OPEN_DAY}TNI") if day is None else daypart_period(day - _DAY, "NI")


def resolve_today(expression: Expression, frame: Frame) -> Period | None:
    """A day counted from that of publication ("gestern Abend")."""
    if frame.today is None:
        return Period(OPEN_DAY + (f"T{expression.daypart}" if expression.daypart else ""))
    day = frame.today + (expression.relative or 0) * _DAY
    return day_period(day) if expression.daypart is None else daypart_period(day, expression.daypart)


def resolve_reference_today(expression: Expression, frame: Frame) -> Period | None:
    """The adjective: "heutig" is the present, "gestrig" the day before."""
    return resolve_today(expression, frame) if expression.relative else Period("PRESENT_REF")


def resolve_daypart(expression: Expression, frame: Frame) -> Period | None:
    """A part of the day, on the day it belongs to."""
    if expression.hour is not None:
        return resolve_clock(expression, frame)
    daypart, day = expression.daypart or "", frame.day
    if expression.relative is not None and frame.today is not None:
        day = frame.today + expression.relative * _DAY
    return Period(f"{OPEN_DAY}T{daypart}") if day is None else daypart_period(day, daypart)


def resolve_clock(expression: Expression, frame: Frame) -> Period | None:
    """A minute, on the day it belongs to."""
    hour, minute = _full_hour(expression), expression.minute or 0
    if hour > _HOURS or minute >= _MINUTES:
        return None
    if frame.day is None:
        return Period(f"T{hour:02d}:{minute:02d}{expression.zone}")
    return clock_period(frame.day, hour, minute, zone=expression.zone)


def _full_hour(expression: Expression) -> int:
    """The hour of twenty-four, where a part of the day tells ("acht Uhr abends")."""
    hour, daypart = expression.hour or 0, expression.daypart
    late = daypart in ("AF", "EV") or (daypart == "NI" and hour >= _FIRST_MORNING_HOUR)
    return hour + _MIDDAY if late and hour < _MIDDAY else hour


def shifted_clock(minutes: int) -> Callable[[Expression, Frame], Period | None]:
    """A rule for a clock time that is said from a full hour ("halb neun" is thirty minutes before nine)."""

    def rule(expression: Expression, frame: Frame) -> Period | None:
        total = (_MINUTES * _full_hour(expression) + minutes) % (_HOURS * _MINUTES)
        return resolve_clock(replace(expression, hour=total // _MINUTES, minute=total % _MINUTES, daypart=None), frame)

    return rule
