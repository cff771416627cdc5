"""Axes: from a value, or a moment, to a place between 0 and 100 per cent of a drawing's width."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

# Above this ratio of largest to smallest value a linear axis would press the small values into one spot.
_LOGARITHMIC_FROM = 40.0
_MARGIN = 4.0  # per cent kept free at both ends, for arrows and half a mark
_MOST_TICKS = 6
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_EPOCH = datetime(1970, 1, 1)
# Steps of a time axis in days, up to one that is counted in years.
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_DAYS_OF_MONTH, _DAYS_OF_YEAR = 30.44, 365.25


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high`, which differ.

    Args:
        low, high: values at its ends.
        logarithmic: whether equal ratios, not equal differences, take equal room; then both ends are above 0.
    """

    low: float
    high: float
    logarithmic: bool = False

    def at(self, value: float) -> float:
        """Where `value` lies, in per cent of the width; values beyond an end lie at it."""
        low, high, here = (self._even(v) for v in (self.low, self.high, min(max(value, self.low), self.high)))
        return round(_MARGIN + (here - low) / (high - low) * (100 - 2 * _MARGIN), 2)

    def _even(self, value: float) -> float:
        return math.log10(value) if self.logarithmic else value


def scale_of(values: Iterable[float]) -> Scale:
    """The axis for counted things: from 0, or logarithmic where the values are far apart and all above 0."""
    found = sorted(values)
    smallest, largest = found[0], found[-1]
    if smallest > 0 and largest / smallest > _LOGARITHMIC_FROM:
        return Scale(10.0 ** math.floor(math.log10(smallest)), largest * 1.1, logarithmic=True)
    low, high = min(0.0, smallest), max(0.0, largest)
    return Scale(low, high) if low < high else Scale(0.0, 1.0)


def ticks_of(scale: Scale, *, whole: bool = False) -> tuple[float, ...]:
    """Round values along the axis, at most about six; `whole` numbers only where things are counted."""
    if scale.logarithmic:
        return _powers(scale)
    rough = (scale.high - scale.low) / _MOST_TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in _STEPS if power * factor >= rough * 0.999)
    step = max(step, 1.0) if whole else step
    first, last = math.ceil(scale.low / step), math.floor(scale.high / step * 1.000001)
    return tuple(number * step for number in range(first, last + 1))


def _powers(scale: Scale) -> tuple[float, ...]:
    first, last = math.ceil(math.log10(scale.low) - 1e-9), math.floor(math.log10(scale.high))
    step = math.ceil((last - first + 1) / _MOST_TICKS)
    powers = tuple(10.0**power for power in range(first, last + 1, step))
    between = [value for power in powers for value in (power, power * 3) if value <= scale.high]
    return tuple(between) if len(powers) <= _MOST_TICKS // 2 else powers


def seconds_of(moment: datetime) -> float:
    """A moment without time zone as a number, for a `Scale`."""
    return (moment - _EPOCH).total_seconds()


def time_scale(moments: Iterable[datetime]) -> Scale:
    """The axis for moments; a single moment gets the day around it."""
    numbers = sorted(seconds_of(moment) for moment in moments)
    low, high = numbers[0], numbers[-1]
    half_day = timedelta(hours=12).total_seconds()
    return Scale(low, high) if low < high else Scale(low - half_day, high + half_day)


@dataclass(frozen=True, slots=True)
class TimeTick:
    """A mark on a time axis.

    Args:
        moment: a midnight.
        unit: what its label should name: `day`, `month` or `year`.
    """

    moment: datetime
    unit: str


def time_ticks(scale: Scale) -> tuple[TimeTick, ...]:
    """Beginnings of days, months or years along a time axis, at most about six."""
    days = (scale.high - scale.low) / timedelta(days=1).total_seconds()
    begin = _EPOCH + timedelta(seconds=scale.low)
    for step in _DAY_STEPS:
        if days / step <= _MOST_TICKS:
            first = datetime(begin.year, begin.month, begin.day)
            return _within(scale, (first + timedelta(days=step * n) for n in range(_MOST_TICKS + 2)), "day")
    for step in _MONTH_STEPS:
        if days / _DAYS_OF_MONTH / step <= _MOST_TICKS:
            months = (begin.year * 12 + (begin.month - 1) // step * step + step * n for n in range(_MOST_TICKS + 2))
            return _within(scale, (datetime(month // 12, month % 12 + 1, 1) for month in months), "month")
    step = next((s for s in _YEAR_STEPS if days / _DAYS_OF_YEAR / s <= _MOST_TICKS), _YEAR_STEPS[-1])
    years = (begin.year // step * step + step * n for n in range(_MOST_TICKS + 2))
    return _within(scale, (datetime(y, 1, 1) for y in years if datetime.min.year <= y <= datetime.max.year), "year")


def _within(scale: Scale, moments: Iterable[datetime], unit: str) -> tuple[TimeTick, ...]:
    return tuple(TimeTick(m, unit) for m in moments if scale.low <= seconds_of(m) <= scale.high)
