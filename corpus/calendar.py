"""TIMEX3 values as they are written in tags: their kind and the interval that they cover."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from quellenlage.model.marks import TimeKind

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_PARTS = {"MO": (6, 12), "MI": (11, 14), "AF": (12, 18), "EV": (18, 24), "NI": (22, 30)}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
Interval = tuple[datetime, datetime]


def kind_of(value: str, *, is_set: bool = False) -> TimeKind:
    """The TIMEX3 kind that a value belongs to."""
    if is_set:
        return TimeKind.SET
    if re.fullmatch(r"P[TX0-9].*", value):
        return TimeKind.DURATION
    return TimeKind.TIME if "T" in value.removesuffix("_REF") and "REF" not in value else TimeKind.DATE


def interval_of(value: str) -> Interval | None:
    """The half-open interval of a value, or None if it cannot be placed on the calendar."""
    for pattern, make in _FORMS:
        match = re.fullmatch(pattern, value)
        if match is not None:
            try:
                return make(match)
            except ValueError:
                return None
    return None


def is_relative(value: str, words: str) -> bool:
    """Whether the words leave the year to be counted from an anchor."""
    return re.match(r"\d{3,4}", value) is not None and re.search(r"\d{4}|\d0er", words) is None


def _day(match: re.Match[str]) -> Interval:
    begin = datetime.fromisoformat(match[0])
    return begin, begin + _DAY


def _month(match: re.Match[str]) -> Interval:
    return _months(int(match[1]), int(match[2]), 1)


def _months(year: int, month: int, count: int) -> Interval:
    last = month - 1 + count
    return datetime(year, month, 1), datetime(year + last // 12, last % 12 + 1, 1)


def _season(match: re.Match[str]) -> Interval:
    year = int(match[1]) - (match[2] == "WI")
    return _months(year, _SEASONS[match[2]], 3)


def _week(match: re.Match[str]) -> Interval:
    begin = datetime.combine(date.fromisocalendar(int(match[1]), int(match[2]), 1), datetime.min.time())
    return (begin + 5 * _DAY, begin + _WEEK) if match[3] else (begin, begin + _WEEK)


def _part(match: re.Match[str]) -> Interval:
    begin = datetime.fromisoformat(match[1])
    first, last = _PARTS[match[2]]
    return begin + timedelta(hours=first), begin + timedelta(hours=last)


def _clock(match: re.Match[str]) -> Interval:
    begin = datetime.fromisoformat(f"{match[1]}T{match[2]}:{match[3] or '00'}")
    return begin, begin + timedelta(minutes=1)


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Interval]], ...] = (
    (r"\d{4}-\d\d-\d\d", _day),
    (r"(\d{4})-(\d\d)", _month),
    (r"(\d{4})", lambda match: _months(int(match[1]), 1, 12)),
    (r"(\d{3})", lambda match: (datetime(int(match[1]) * 10, 1, 1), datetime(int(match[1]) * 10 + 10, 1, 1))),
    (r"(\d{4})-Q([1-4])", lambda match: _months(int(match[1]), 3 * int(match[2]) - 2, 3)),
    (r"(\d{4})-H([12])", lambda match: _months(int(match[1]), 6 * int(match[2]) - 5, 6)),
    (r"(\d{4})-(SP|SU|FA|WI)", _season),
    (r"(\d{4})-W(\d\d)(-WE)?", _week),
    (r"(\d{4}-\d\d-\d\d)T(MO|MI|AF|EV|NI)", _part),
    (r"(\d{4}-\d\d-\d\d)T(\d\d)(?::(\d\d))?(?::\d\d)?", _clock),
)
