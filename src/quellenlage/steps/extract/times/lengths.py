"""Lengths of time and times that come again: TIMEX3 values, and where a length lies if its words say so.

"Drei Jahre" is a length and lies nowhere. "Vor drei Jahren", "seit drei Jahren", "in den letzten drei Jahren" keep the
value of the length (as the KRAUTS corpus has it) and get an interval, counted from the day of publication.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from quellenlage.languages.times import Meaning
from quellenlage.steps.extract.times.calendar import Period, midnight, moved, unit_period
from quellenlage.steps.extract.times.expressions import Expression, Place
from quellenlage.steps.extract.times.frame import Frame
from quellenlage.steps.extract.times.tense import Side

_DAY = timedelta(days=1)
_HOURS, _YEAR_MONTHS = 24, 12
_HALF_YEARS = re.compile(r"P(\d{1,4})\.5Y")
_COUNTED = re.compile(r"P(?P<number>\d{1,6})(?P<unit>[A-Z]{1,2})")  # a whole number of one unit
_CLOCK_UNITS = {"TH": "H", "TM": "M", "TS": "S"}
_MONTHS_OF_UNIT = {"HY": 6, "Q": 3}
# Fractions of a unit that TIMEX3 writes in a smaller one ("ein halbes Jahr").
_FRACTIONS = {
    ("0.5", "Y"): "P6M", ("0.25", "Y"): "P3M", ("0.75", "Y"): "P9M", ("0.5", "DE"): "P5Y", ("0.5", "CE"): "P50Y",
    ("0.5", "TM"): "PT30S",
    ("0.5", "TH"): "PT30M", ("0.25", "TH"): "PT15M", ("0.75", "TH"): "PT45M", ("0.5", "D"): "PT12H",
}  # fmt: skip


def resolve_length(expression: Expression, frame: Frame) -> Period | None:
    """A length, placed where its words place it."""
    value = expression.value or _value(expression)
    bounds = _placed(expression, value, frame)
    return Period(value) if bounds is None else Period(value, *bounds)


def _value(expression: Expression) -> str:
    number, unit = expression.number or "X", expression.unit or "D"
    if (number, unit) in _FRACTIONS:
        return _FRACTIONS[number, unit]
    if unit in _MONTHS_OF_UNIT and number.isdecimal():
        number, unit = str(int(number) * _MONTHS_OF_UNIT[unit]), "M"
    first = _piece(number, unit)
    if expression.second_unit is None:
        return ("PT" if unit in _CLOCK_UNITS else "P") + first
    second = _piece(expression.second_number or "X", expression.second_unit)
    if unit in _CLOCK_UNITS:
        return f"PT{first}{second}"
    return f"P{first}T{second}" if expression.second_unit in _CLOCK_UNITS else f"P{first}{second}"


def _piece(number: str, unit: str) -> str:
    return number + _CLOCK_UNITS.get(unit, unit)


def _placed(expression: Expression, value: str, frame: Frame) -> tuple[datetime | None, datetime | None] | None:
    """The interval of a length of `value` that is counted from the day of publication; None if it is not.

    The end far from that day is as exact as the unit: "vor drei Jahren" is that calendar year.
    """
    today, place = frame.today, expression.place
    if today is None or place is None:
        return None
    if expression.unit in _CLOCK_UNITS:
        return _hours_placed(expression, today)
    if place is Place.AHEAD and frame.side not in (Side.FUTURE, Side.PRESENT):
        return None  # "in zwei Jahren" of the past is how long something took
    now, tomorrow = midnight(today), midnight(today) + _DAY
    counted = _COUNTED.fullmatch(_in_months(value))
    back = -1 if place in (Place.BEFORE, Place.SINCE, Place.LAST) else 1
    far = unit_period(counted["unit"], today, back * int(counted["number"])) if counted else None
    if place is Place.BEFORE:
        return (None, now) if far is None else (far.begin, far.end)
    if place is Place.AHEAD:
        return (tomorrow, None) if far is None else (far.begin, far.end)
    if place is Place.NEXT:
        return now, None if far is None else far.end
    return None if far is None else far.begin, tomorrow


def _in_months(value: str) -> str:
    """Years and a half as months ("zweieinhalb Jahre" are thirty), any other length as it is."""
    halves = _HALF_YEARS.fullmatch(value)
    return f"P{_YEAR_MONTHS * int(halves[1]) + _YEAR_MONTHS // 2}M" if halves else value


def _hours_placed(expression: Expression, today: date) -> tuple[datetime | None, datetime | None] | None:
    """Hours up to now ("in den letzten 24 Stunden"), counted from midnight, as the minute is not known."""
    number = expression.number or ""
    if expression.unit != "TH" or expression.place not in (Place.LAST, Place.SINCE) or not number.isdecimal():
        return None
    begin = moved(today, "D", -(int(number) // _HOURS))
    return None if begin is None else (midnight(begin) - timedelta(hours=int(number) % _HOURS), midnight(today) + _DAY)


def resolve_set(expression: Expression, _frame: Frame) -> Period | None:
    """A time that comes again: how often, or on which day of the week or part of the day."""
    if expression.meaning is Meaning.SET_VALUE:
        return Period(expression.value or "P1D")
    if expression.meaning is Meaning.SET_UNIT:
        number, unit = expression.number or "1", expression.unit or "D"
        return Period(("PT" if unit in _CLOCK_UNITS else "P") + _piece(number, unit))
    day = f"XXXX-WXX-{expression.weekday}" if expression.weekday else "XXXX-XX-XX"
    return Period(day + (f"T{expression.daypart}" if expression.daypart else ""))
