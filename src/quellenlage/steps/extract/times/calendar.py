"""Stretches of the calendar, each with its TIMEX3 value and the half-open interval it covers."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

_FIRST_YEAR, _LAST_YEAR = 1, 9998  # what `datetime` can hold, with room for the moment after the interval
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_SATURDAY = 6
_MONTHS_OF_SEASON = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month of the meteorological season
_SEASON_MONTHS, _QUARTER_MONTHS, _HALF_MONTHS, _YEAR_MONTHS = 3, 3, 6, 12
# Hours of the parts of the day as news use them; the night runs into the next day.
_DAYPART_HOURS = {"MO": (6, 12), "MI": (11, 14), "AF": (12, 18), "EV": (18, 24), "NI": (22, 30)}
# Beginning, middle and end of a longer time, as (first, end) of its parts. They meet or overlap, since nobody who
# says "Mitte der Woche" counts hours: an honest interval is the wider one.
_YEAR_PARTS = {"START": (0, 4), "MID": (4, 8), "END": (8, 12)}
_MONTH_PARTS = {"START": (0, 10), "MID": (10, 20), "END": (20, 31)}
_WEEK_PARTS = {"START": (0, 3), "MID": (1, 4), "END": (3, 7)}
_DECADE_PARTS = {"START": (0, 4), "MID": (3, 7), "END": (6, 10)}
_CENTURY_PARTS = {"START": (0, 34), "MID": (33, 67), "END": (66, 100)}


class Period(NamedTuple):
    """A TIMEX3 value and, where it can be placed, the interval `[begin, end)`."""

    value: str
    begin: datetime | None = None
    end: datetime | None = None


def midnight(day: date) -> datetime:
    """The moment at which a day begins."""
    return datetime.combine(day, time())


def _year_start(year: int) -> datetime | None:
    return datetime(year, 1, 1) if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _month_start(year: int, month: int) -> datetime | None:
    """The beginning of a month, which may be counted beyond its year (month 14 is February of the next)."""
    year, month = year + (month - 1) // _YEAR_MONTHS, (month - 1) % _YEAR_MONTHS + 1
    return datetime(year, month, 1) if _FIRST_YEAR <= year <= _LAST_YEAR else None


def year_period(year: int) -> Period:
    """A year."""
    return Period(f"{year:04d}", _year_start(year), _year_start(year + 1))


def month_period(year: int, month: int) -> Period:
    """A month of a year; months beyond the twelfth run into the next years."""
    begin = _month_start(year, month)
    value = f"{year:04d}-{month:02d}" if begin is None else f"{begin:%Y-%m}".zfill(7)
    return Period(value, begin, _month_start(year, month + 1))


def day_period(day: date) -> Period:
    """A day."""
    return Period(day.isoformat(), midnight(day), midnight(day) + _DAY)


def week_period(day: date) -> Period:
    """The ISO week of a day."""
    year, week, weekday = day.isocalendar()
    begin = midnight(day) - (weekday - 1) * _DAY
    return Period(f"{year:04d}-W{week:02d}", begin, begin + _WEEK)


def weekend_period(day: date) -> Period:
    """The weekend at the end of the ISO week of a day."""
    week = week_period(day)
    begin = None if week.begin is None else week.begin + (_SATURDAY - 1) * _DAY
    return Period(f"{week.value}-WE", begin, week.end)


def quarter_period(year: int, quarter: int) -> Period:
    """A quarter; quarters beyond the fourth run into the next years, zero and less into those before."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    first = _QUARTER_MONTHS * (quarter - 1) + 1
    return Period(f"{year:04d}-Q{quarter}", _month_start(year, first), _month_start(year, first + _QUARTER_MONTHS))


def half_period(year: int, half: int) -> Period:
    """The first or second half of a year."""
    first = _HALF_MONTHS * (half - 1) + 1
    return Period(f"{year:04d}-H{half}", _month_start(year, first), _month_start(year, first + _HALF_MONTHS))


def season_period(year: int, season: str) -> Period:
    """A meteorological season; a winter bears the year in which it ends, as most of it lies there."""
    first = _MONTHS_OF_SEASON[season]
    in_year = year - 1 if season == "WI" else year
    begin, end = _month_start(in_year, first), _month_start(in_year, first + _SEASON_MONTHS)
    return Period(f"{year:04d}-{season}", begin, end)


def winters_of(year: int) -> Period:
    """Both winters that "Winter 2024" may mean: the one that ends and the one that begins in the year."""
    return Period(f"{year:04d}-WI", _month_start(year - 1, 12), _month_start(year + 1, 3))


def decade_period(decade: int) -> Period:
    """The ten years whose number begins with `decade` (199 is the nineties)."""
    return Period(f"{decade:03d}", _year_start(10 * decade), _year_start(10 * (decade + 1)))


def century_period(century: int) -> Period:
    """A century by its ordinal number; the value counts from zero (the 20th century is 19)."""
    return Period(f"{century - 1:02d}", _year_start(100 * (century - 1)), _year_start(100 * century))


def daypart_period(day: date, daypart: str) -> Period:
    """A part of a day."""
    first, last = _DAYPART_HOURS[daypart]
    begin = midnight(day)
    return Period(f"{day.isoformat()}T{daypart}", begin + timedelta(hours=first), begin + timedelta(hours=last))


def clock_period(day: date, hour: int, minute: int, *, zone: str = "") -> Period:
    """A minute of a day; the interval is in the time the text speaks, the zone stands in the value alone."""
    begin = midnight(day) + timedelta(hours=hour, minutes=minute)
    return Period(f"{day.isoformat()}T{hour:02d}:{minute:02d}{zone}", begin, begin + timedelta(minutes=1))


def unit_period(unit: str, day: date, count: int) -> Period | None:
    """The unit that holds `day`, moved by `count` units; None for units the calendar does not number."""
    quarter = (day.month - 1) // _QUARTER_MONTHS + 1
    half = (day.month - 1) // _HALF_MONTHS + count
    makers = {
        "Y": lambda: year_period(day.year + count),
        "M": lambda: month_period(day.year, day.month + count),
        "W": lambda: week_period(day + count * _WEEK),
        "WE": lambda: weekend_period(day + count * _WEEK),
        "D": lambda: day_period(day + count * _DAY),
        "Q": lambda: quarter_period(day.year, quarter + count),
        "HY": lambda: half_period(day.year + half // 2, half % 2 + 1),
        "DE": lambda: decade_period(day.year // 10 + count),
        "CE": lambda: century_period(day.year // 100 + 1 + count),
    }
    make = makers.get(unit)
    try:
        return None if make is None else make()
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return None


def moved(day: date, unit: str, count: int) -> date | None:
    """The day `count` units away; the last day of the month where the month is too short."""
    months = {"M": 1, "Q": _QUARTER_MONTHS, "HY": _HALF_MONTHS, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
    days = {"D": 1, "W": 7, "WE": 7}
    try:
        if unit in days:
            return day + timedelta(days=days[unit] * count)
        if unit not in months:
            return None
        number = day.year * _YEAR_MONTHS + day.month - 1 + months[unit] * count
        year, month = divmod(number, _YEAR_MONTHS)
        last = (date(year + (month + 1) // _YEAR_MONTHS, (month + 1) % _YEAR_MONTHS + 1, 1) - _DAY).day
        return date(year, month + 1, min(day.day, last))
    except (OverflowError, ValueError):
        return None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (anonymous algorithm, Nature 13, 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def narrowed(period: Period, unit: str, part: str) -> Period:
    """The beginning, middle or end of a period; the value stays that of the whole, as TIMEX3 has it."""
    begin, end = period.begin, period.end
    if begin is None or end is None:
        return period
    if unit == "W":
        first, last = (begin + days * _DAY for days in _WEEK_PARTS[part])
    elif unit == "M":
        first, last = (begin + days * _DAY for days in _MONTH_PARTS[part])
    elif unit in ("DE", "CE"):
        years = (_DECADE_PARTS if unit == "DE" else _CENTURY_PARTS)[part]
        first, last = (begin.replace(year=begin.year + count) for count in years)
    else:
        first, last = _months_within(begin, end, part)
    return Period(period.value, first, min(last, end))


def _months_within(begin: datetime, end: datetime, part: str) -> tuple[datetime, datetime]:
    """A third of a period of whole months."""
    months = (end.year - begin.year) * _YEAR_MONTHS + end.month - begin.month
    bounds = [_month_start(begin.year, begin.month + months * third // _YEAR_MONTHS) for third in _YEAR_PARTS[part]]
    return bounds[0] or begin, bounds[1] or end
