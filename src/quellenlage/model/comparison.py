"""Comparing two figures of one claim: the same, both possible, one hardened on its way, or in conflict.

Pure logic over records. First it is asked whether the two can be held against each other at all: same unit, same thing
counted, both totals or both additions, same status. Only then their intervals are compared. What is missing on one side
(no noun, no status) is no reason against it.

The order of the two matters for two answers: `narrower` (the later one says more) and `hardened` (the later one names
the same number and lost a bound or hedge). Turned round, these become `compatible`; all other answers stay the same.
Whether both speak of the same time is not asked here: figures carry no time.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from quellenlage.model.marks import Comparator, Counted, Figure


class FigureRelation(StrEnum):
    """How the later of two figures stands to the earlier one."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    NARROWER = "narrower"
    HARDENED = "hardened"
    CONFLICT = "conflict"
    NOT_COMPARABLE = "not_comparable"


class FigureReason(StrEnum):
    """Why two figures stand to each other as they do; the words are in `wording/<surface>/comparison.toml`."""

    SAME_VALUE = "same_value"
    ROUNDED = "rounded"
    RANGES_OVERLAP = "ranges_overlap"
    BOUND_ADDED = "bound_added"
    WIDER = "wider"
    INSIDE_EARLIER = "inside_earlier"
    BOUND_LOST = "bound_lost"
    HEDGE_LOST = "hedge_lost"
    RANGE_LOST = "range_lost"
    RANGES_DISJOINT = "ranges_disjoint"
    OTHER_UNIT = "other_unit"
    OTHER_THING_COUNTED = "other_thing_counted"
    ADDITIVE_AGAINST_TOTAL = "additive_against_total"
    OTHER_STATUS = "other_status"


@dataclass(frozen=True, slots=True)
class FigureComparison:
    """The answer, with its reason as a code."""

    relation: FigureRelation
    reason: FigureReason


# Units that measure the same, each as so many of one of them. Months count as twelfths of a year, not as days.
_CONVERSIONS = {
    "share": ("%", 100.0),
    "‰": ("%", 0.1),
    "bp": ("Prozentpunkte", 0.01),
    "mm": ("m", 0.001),
    "cm": ("m", 0.01),
    "dm": ("m", 0.1),
    "km": ("m", 1000.0),
    "km²": ("m²", 1e6),
    "ha": ("m²", 1e4),
    "ml": ("l", 0.001),
    "hl": ("l", 100.0),
    "m³": ("l", 1000.0),
    "mg": ("g", 0.001),
    "kg": ("g", 1000.0),
    "t": ("g", 1e6),
    "ms": ("s", 0.001),
    "min": ("s", 60.0),
    "h": ("s", 3600.0),
    "day": ("s", 86400.0),
    "week": ("s", 604800.0),
    "month": ("year", 1 / 12),
    "quarter": ("year", 0.25),
    "decade": ("year", 10.0),
    "century": ("year", 100.0),
    "ct": ("EUR", 0.01),
    "kW": ("W", 1e3),
    "MW": ("W", 1e6),
    "GW": ("W", 1e9),
}
# One word in English for what German says with two of people hurt; the things are the same.
_SAME_STATUS = {"injured": "wounded"}
# A bare number is read as rounded to its last digit that is not nought, but never by more than this share of it: 11.000
# may stand for 10.900, but 1.000 not for 1.400.
_COARSEST_ROUNDING = 0.05
_SMALLEST_ROUNDED = 100  # whole numbers below are counted, not rounded: 40 and 41 dead are two accounts
_OPEN_ABOVE = frozenset({Comparator.MORE, Comparator.AT_LEAST})
_OPEN_BELOW = frozenset({Comparator.LESS, Comparator.AT_MOST})


def _itself(head: str) -> str:
    return head


def compare_figures(earlier: Figure, later: Figure, *, kin: Callable[[str], str] = _itself) -> FigureComparison:
    """Compare two figures.

    Args:
        earlier, later: in the order in which they were said, or in any order where that is not known.
        kin: the class of a counted noun, by its base form ("Truppe" and "Soldat" may be one class).
    """
    obstacle = _obstacle(earlier, later, kin)
    if obstacle is not None:
        return FigureComparison(FigureRelation.NOT_COMPARABLE, obstacle)
    first, second = _interval(earlier), _interval(later)
    if first.named is not None and second.named is not None and _same(first.named, second.named):
        return _of_same_number(first, second)
    if first.comparator is second.comparator and _same(first.low, second.low) and _same(first.high, second.high):
        return FigureComparison(FigureRelation.EQUAL, FigureReason.SAME_VALUE)
    if _are_disjoint(first, second):
        if _is_rounded(first, second):
            return FigureComparison(FigureRelation.COMPATIBLE, FigureReason.ROUNDED)
        return FigureComparison(FigureRelation.CONFLICT, FigureReason.RANGES_DISJOINT)
    inside, outside = first.holds(second), second.holds(first)
    if inside and not outside:
        return FigureComparison(FigureRelation.NARROWER, _inside(first, second))
    reason = FigureReason.WIDER if outside and not inside else FigureReason.RANGES_OVERLAP
    return FigureComparison(FigureRelation.COMPATIBLE, reason)


def _obstacle(earlier: Figure, later: Figure, kin: Callable[[str], str]) -> FigureReason | None:
    """Why the two cannot be held against each other, or None."""
    if _base_unit(earlier) != _base_unit(later):
        return FigureReason.OTHER_UNIT
    if not _same_thing(earlier.counted, later.counted, kin):
        return FigureReason.OTHER_THING_COUNTED
    if earlier.additive != later.additive:
        return FigureReason.ADDITIVE_AGAINST_TOTAL
    first, second = (None if f.status is None else _SAME_STATUS.get(f.status, f.status) for f in (earlier, later))
    if first is not None and second is not None and first != second:
        return FigureReason.OTHER_STATUS
    return None


def _same_thing(first: Counted | None, second: Counted | None, kin: Callable[[str], str]) -> bool:
    """Same class of noun, and no modifier on either side that the other one's modifiers speak against.

    A side without modifiers may mean the same things; two sides that each name one the other lacks do not.
    """
    if first is None or second is None:
        return True
    if kin(first.head) != kin(second.head):
        return False
    mine, theirs = set(first.modifiers), set(second.modifiers)
    return mine <= theirs or theirs <= mine


def _base_unit(figure: Figure) -> str | None:
    return None if figure.unit is None else _CONVERSIONS.get(figure.unit, (figure.unit, 1.0))[0]


@dataclass(frozen=True, slots=True)
class _Interval:
    """What a figure allows, in the base unit, open ends as infinities.

    Args:
        named: the number named, or None.
    """

    low: float
    high: float
    named: float | None
    comparator: Comparator

    def holds(self, other: _Interval) -> bool:
        """Whether all that `other` allows lies inside."""
        return (self.low <= other.low or _same(self.low, other.low)) and (
            other.high <= self.high or _same(self.high, other.high)
        )

    @property
    def is_bounded(self) -> bool:
        """Whether one end is open."""
        return math.isinf(self.low) or math.isinf(self.high)


def _interval(figure: Figure) -> _Interval:
    factor = 1.0 if figure.unit is None else _CONVERSIONS.get(figure.unit, (figure.unit, 1.0))[1]
    low = -math.inf if figure.low is None else figure.low * factor
    high = math.inf if figure.high is None else figure.high * factor
    return _Interval(low, high, None if figure.point is None else figure.point * factor, figure.comparator)


def _same(first: float, second: float) -> bool:
    return first == second or math.isclose(first, second, rel_tol=1e-9, abs_tol=1e-9)


def _of_same_number(first: _Interval, second: _Interval) -> FigureComparison:
    """Both name one number: what matters is which bound or hedge came or went."""
    if _same(first.low, second.low) and _same(first.high, second.high) and first.comparator is second.comparator:
        return FigureComparison(FigureRelation.EQUAL, FigureReason.SAME_VALUE)
    if _exclude_each_other(first.comparator, second.comparator) and first.is_bounded and second.is_bounded:
        return FigureComparison(FigureRelation.CONFLICT, FigureReason.RANGES_DISJOINT)
    lost = _strength(first) - _strength(second)
    if lost > 0:
        reason = FigureReason.BOUND_LOST if first.is_bounded else FigureReason.HEDGE_LOST
        return FigureComparison(FigureRelation.HARDENED, reason)
    reason = FigureReason.BOUND_ADDED if lost < 0 else FigureReason.RANGES_OVERLAP
    return FigureComparison(FigureRelation.COMPATIBLE, reason)


def _exclude_each_other(first: Comparator, second: Comparator) -> bool:
    """As in "mehr als 100" and "höchstens 100"; "mindestens 100" and "höchstens 100" meet in the hundred."""
    pair = {first, second}
    opposed = bool(pair & _OPEN_ABOVE) and bool(pair & _OPEN_BELOW)
    return opposed and pair != {Comparator.AT_LEAST, Comparator.AT_MOST}


def _strength(interval: _Interval) -> int:
    """How much the words hold back: 2 for an open end, 1 for a hedge, 0 for the bare number."""
    if interval.is_bounded:
        return 2
    return 0 if interval.comparator is Comparator.EQUAL else 1


def _inside(first: _Interval, second: _Interval) -> FigureReason:
    """A range that shrinks to one of its ends lost the other ("10.000 bis 12.000" becomes "12.000")."""
    at_end = second.comparator is Comparator.EQUAL and (_same(second.low, first.low) or _same(second.high, first.high))
    ranged = first.comparator is Comparator.RANGE
    return FigureReason.RANGE_LOST if ranged and at_end else FigureReason.INSIDE_EARLIER


def _are_disjoint(first: _Interval, second: _Interval) -> bool:
    """Whether nothing is allowed by both; an end that the words exclude ("weniger als 5") is not allowed."""
    lower, upper = (first, second) if (first.low, first.high) <= (second.low, second.high) else (second, first)
    if lower.high < upper.low and not _same(lower.high, upper.low):
        return True
    touches = _same(lower.high, upper.low) and lower.low < upper.high
    return touches and (lower.comparator is Comparator.LESS or upper.comparator is Comparator.MORE)


def _is_rounded(first: _Interval, second: _Interval) -> bool:
    """Whether one bare number is the other one, rounded."""
    if first.comparator is not Comparator.EQUAL or second.comparator is not Comparator.EQUAL:
        return False
    if first.named is None or second.named is None:
        return False
    tolerance = max(_rounding(first.named), _rounding(second.named))
    return abs(first.named - second.named) <= tolerance


def _rounding(value: float) -> float:
    """By how much a number may be rounded: half of its last place that is not nought."""
    digits = f"{abs(value):.12g}"
    if "e" in digits:
        return 0.0
    _, _, decimals = digits.partition(".")
    if decimals:
        place = 10.0 ** -len(decimals)
    elif abs(value) < _SMALLEST_ROUNDED:
        return 0.0
    else:
        place = 10.0 ** (len(digits) - len(digits.rstrip("0")))
        if place == 1:
            return 0.0
    return min(place / 2, _COARSEST_ROUNDING * abs(value))
