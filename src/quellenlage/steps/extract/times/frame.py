"""What is known around a time expression: the day it is counted from and what was named before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from quellenlage.steps.extract.times.calendar import Period
from quellenlage.steps.extract.times.tense import Side

# Values of units that cannot be placed.
OPEN_UNITS = {
    "Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "D": "XXXX-XX-XX",
    "Q": "XXXX-QX", "HY": "XXXX-HX", "DE": "XXX", "CE": "XX",
}  # fmt: skip
OPEN_DAY = OPEN_UNITS["D"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known around an expression.

    Args:
        today: day of publication, or None if it is not known.
        side: on which side of it the words say the time lies.
        year: the year the text is telling of, named just before, or None.
        day: the day a clock time or part of the day belongs to, or None.
        before: the day named just before, or None.
        named: the day, month, season, quarter or half named just before, or None.
    """

    today: date | None = None
    side: Side = Side.OPEN
    year: int | None = None
    day: date | None = None
    before: date | None = None
    named: Period | None = None

    def on(self, today: date) -> Frame:
        """The same frame, seen from a day."""
        return replace(self, today=today)
