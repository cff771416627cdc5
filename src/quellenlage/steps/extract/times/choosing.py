"""Of periods that come again every year or week the one that a text means."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from quellenlage.steps.extract.times.calendar import Period, midnight
from quellenlage.steps.extract.times.frame import Frame
from quellenlage.steps.extract.times.tense import Side

_DAY = timedelta(days=1)
_FIRST_YEAR, _LAST_YEAR = 2, 9997  # what a date can hold, with room for the winter before and after


def chosen(candidates: Iterable[Period], frame: Frame, relative: int | None = None) -> Period | None:
    """Of periods that come again every year or week, in order of time, the one that is meant.

    A relative word decides ("vergangenen", "kommenden"), then the side; else the nearest is taken.
    """
    if frame.today is None:
        return None
    now = midnight(frame.today)
    placed = [(p.begin, p.end, p) for p in candidates if p.begin is not None and p.end is not None]
    if relative is not None and relative != 0:
        before = [period for _, end, period in placed if end <= now]
        after = [period for begin, _, period in placed if begin > now]
        return _at(before, relative) if relative < 0 else _at(after, relative - 1)
    if relative is None and frame.side is Side.PAST:
        return _at([period for begin, _, period in placed if begin <= now], -1)
    if relative is None and frame.side is Side.FUTURE:
        return _at([period for _, end, period in placed if end > now], 0)
    nearest = min(placed, key=lambda one: _distance(one[0], one[1], now), default=None)
    return None if nearest is None else nearest[2]


def _at(periods: list[Period], index: int) -> Period | None:
    return periods[index] if -len(periods) <= index < len(periods) else None


def _distance(begin: datetime, end: datetime, now: datetime) -> timedelta:
    """How far an interval lies from the day that begins at `now`; nothing if it holds it."""
    if begin <= now < end:
        return timedelta(0)
    return begin - now if begin > now else now - (end - _DAY)


def years_around(frame: Frame, *, reach: int = 2) -> range:
    """The years in which something that comes every year is looked for; none if the day is not known."""
    if frame.today is None:
        return range(0)
    return range(max(_FIRST_YEAR, frame.today.year - reach), min(_LAST_YEAR, frame.today.year + reach) + 1)
