"""Placing the expressions of one document: each is seen from the day of publication and from what stands before it.

Two passes in the order of the text: first what stands by itself, is counted from the day of publication or takes its
year or day from an expression just before; then clock times and parts of the day, which belong to a day that may stand
before or behind them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from quellenlage.languages.times import Meaning
from quellenlage.steps.extract.times.calendar import Period
from quellenlage.steps.extract.times.expressions import Expression
from quellenlage.steps.extract.times.frame import OPEN_DAY, Frame
from quellenlage.steps.extract.times.resolve import resolve
from quellenlage.steps.extract.times.tense import Side

_OF_A_DAY = frozenset({Meaning.CLOCK, Meaning.HALF_HOUR, Meaning.QUARTER_PAST, Meaning.QUARTER_TO, Meaning.DAYPART})
# Meanings that set the year a text is telling of: finer than a year, since "der seit 2010 amtierende Minister sagte im
# Juni" does not speak of June 2010.
_TELLS_YEAR = frozenset({Meaning.DAY, Meaning.MONTH, Meaning.SEASON, Meaning.QUARTER, Meaning.HALF, Meaning.HOLIDAY})
_NAMED_SENTENCES = 1  # how far back "zur selben Zeit des Vorjahres" looks for the time it compares
_DAY_VALUE = re.compile(r"(?:\d{4}|XXXX)-(?:\d{2}|XX)-(?:\d{2}|XX)(?=T|$)|XXXX-WXX-\d(?=T|$)")
_FAR_YEARS = 2  # a year this far before the publication makes "heute" beside it the present and no day
_NEAR_SENTENCES = 3  # how far back a clock time looks for its day
_BACK_SENTENCES = 6  # how far back "am Tag danach" looks for the day it follows
# Asked only whether a day of publication would change the result; what comes of it is thrown away.
_ANY_DAY = date(2000, 6, 14)


@dataclass(frozen=True, slots=True)
class Found:
    """An expression and where it stands.

    Args:
        expression: what was found.
        sentence: number of its sentence in the document.
        paragraph: number of its passage.
        side: on which side of the publication its words say it lies.
    """

    expression: Expression
    sentence: int
    paragraph: int
    side: Side


@dataclass(frozen=True, slots=True)
class Placed:
    """What an expression came to.

    Args:
        found: the expression.
        period: its value and interval.
        anchored: whether the day of publication was needed for it.
        missed: whether a day of publication would have helped and there is none.
    """

    found: Found
    period: Period
    anchored: bool
    missed: bool


def place_all(found: Sequence[Found], days: tuple[date, ...]) -> list[Placed]:
    """Place the expressions of one document; those that name no possible day are left out.

    Args:
        found: in the order of the text.
        days: the first and last day of the publication interval, the same if it is one day; empty if unknown.
    """
    telling = _Telling(days)
    found = _generic_today(found, days)
    placed = [telling.place(one) for one in found if one.expression.meaning not in _OF_A_DAY]
    known = [one for one in placed if one is not None]
    named_days = _Days(known)
    clocks = [_place_clock(one, named_days, days) for one in found if one.expression.meaning in _OF_A_DAY]
    both = [*known, *(one for one in clocks if one is not None)]
    return sorted(both, key=lambda one: one.found.expression.span)


def _generic_today(found: Sequence[Found], days: tuple[date, ...]) -> list[Found]:
    """The word "heute" against a distant past is the present and no day ("damals Minister, heute Rentner")."""
    distant = {one.sentence for one in found if _is_distant(one.expression, days)}
    return [
        replace(one, expression=replace(one.expression, meaning=Meaning.REFERENCE, value="PRESENT_REF"))
        if one.sentence in distant and _is_plain_today(one)
        else one
        for one in found
    ]


def _is_distant(expression: Expression, days: tuple[date, ...]) -> bool:
    if expression.value == "PAST_REF" or expression.meaning is Meaning.DECADE:
        return True
    return bool(days) and expression.year is not None and expression.year <= days[0].year - _FAR_YEARS


def _is_plain_today(found: Found) -> bool:
    expression = found.expression
    plain = expression.meaning is Meaning.TODAY and expression.relative == 0 and expression.daypart is None
    return plain and found.side in (Side.PRESENT, Side.OPEN)


def _seen_from(expression: Expression, frame: Frame, days: tuple[date, ...]) -> tuple[Period | None, bool, bool]:
    """The period, whether it needed the day of publication, and whether it missed one.

    If the publication is not known to the day, the expression is seen from its first and its last day, and counts only
    if both agree.
    """
    alone = resolve(expression, frame)
    seen = {resolve(expression, frame.on(day)) for day in days}
    if len(seen) == 1:
        period = seen.pop()
        return period, period != alone, False
    return alone, False, resolve(expression, frame.on(_ANY_DAY)) != alone


class _Telling:
    """What the text has named so far, as far as later expressions may take it up."""

    def __init__(self, days: tuple[date, ...]) -> None:
        self._days = days
        self._year: tuple[int, Found] | None = None
        self._any_year: tuple[int, Found] | None = None
        self._day: Placed | None = None
        self._named: Placed | None = None
        self._dated: Placed | None = None

    def place(self, found: Found) -> Placed | None:
        """The expression placed, and remembered for those that follow."""
        expression = found.expression
        before = self._before(found)
        compares = expression.meaning is Meaning.SAME_TIME
        named = self._near(self._named, found, _NAMED_SENTENCES) if compares else None
        frame = Frame(
            side=found.side,
            year=self._year_for(found),
            before=before.period.begin.date() if before and before.period.begin else None,
            named=named.period if named else None,
        )
        period, anchored, missed = _seen_from(expression, frame, self._days)
        if period is None:
            return None
        host = before or named
        placed = Placed(found, period, anchored or (host is not None and host.anchored), missed)
        self._remember(placed)
        return placed

    def _remember(self, placed: Placed) -> None:
        found, expression = placed.found, placed.found.expression
        if expression.year is not None:
            self._any_year = (expression.year, found)
        if expression.year is not None and expression.meaning in _TELLS_YEAR:
            self._year = (expression.year, found)
        elif expression.relative is not None or expression.year_relative is not None:
            self._year = None  # back to the present of the text
        elif self._year is not None and expression.meaning in _TELLS_YEAR:
            self._year = (self._year[0], found)
        if placed.period.begin is None:
            return
        if _DAY_VALUE.fullmatch(placed.period.value):
            self._day = placed
        if expression.meaning in _TELLS_YEAR or expression.meaning is Meaning.WEEKDAY:
            self._named = placed
        if self._named is placed or expression.meaning is Meaning.YEAR:
            self._dated = placed

    def _before(self, found: Found) -> Placed | None:
        """The time that "am Tag danach" or "im selben Jahr" counts from: the last that is as fine as its unit."""
        expression = found.expression
        if expression.year_back is not None:
            return self._near(self._dated, found, _BACK_SENTENCES)
        if expression.meaning is not Meaning.BACK_UNIT:
            return None
        last = {"D": self._day, "Y": self._dated}.get(expression.unit or "", self._named)
        return self._near(last, found, _BACK_SENTENCES)

    def _near(self, placed: Placed | None, found: Found, sentences: int) -> Placed | None:
        return placed if placed is not None and found.sentence - placed.found.sentence <= sentences else None

    def _year_for(self, found: Found) -> int | None:
        """The year the sentence is telling of, if it has named one ("im März 1992 …, im April …").

        It does not reach into the next sentence: after "Im Februar 2022 griff das Land an." a June without a year may
        be that of 2022 or the last one, and in news it is more often the last.
        """
        if found.expression.meaning in (Meaning.UNIT, Meaning.SHIFTED_UNIT):
            return self._year_of_sentence(found)
        if self._year is None or found.side is Side.FUTURE:
            return None
        year, named = self._year
        return year if found.sentence == named.sentence else None

    def _year_of_sentence(self, found: Found) -> int | None:
        """The year that "Ende des Jahres" or "Vorjahr" belongs to: one named in the sentence.

        "Vorjahr" compares, so that its year may stand in the sentence before as well.
        """
        if self._any_year is None or found.expression.unit != "Y" or found.side is Side.FUTURE:
            return None
        year, named = self._any_year
        reach = int(found.expression.meaning is Meaning.SHIFTED_UNIT)
        near = named.paragraph == found.paragraph and found.sentence - named.sentence <= reach
        return year if near else None


# --- clock times -----------------------------------------------------------------------------------------------------


class _Days:
    """The days named in a document, by the sentence they stand in."""

    def __init__(self, placed: Sequence[Placed]) -> None:
        self._by_sentence: dict[int, list[Placed]] = {}
        for one in placed:
            if _DAY_VALUE.match(one.period.value):
                self._by_sentence.setdefault(one.found.sentence, []).append(one)

    def of(self, found: Found) -> Placed | None:
        """The day a clock time belongs to: the nearest before it in its sentence, else behind it, else just before."""
        inside = self._by_sentence.get(found.sentence, [])
        before = [one for one in inside if one.found.expression.span.begin < found.expression.span.begin]
        if inside:
            return before[-1] if before else inside[0]
        for sentence in range(found.sentence - 1, found.sentence - _NEAR_SENTENCES - 1, -1):
            earlier = self._by_sentence.get(sentence)
            if earlier:
                return earlier[-1]
        return None


def _place_clock(found: Found, named_days: _Days, days: tuple[date, ...]) -> Placed | None:
    """A clock time or part of the day, placed on the day it belongs to."""
    host = named_days.of(found)
    if host is not None and host.found.expression.listed:
        host = None  # "am 16. und 17. Januar, jeweils 20 Uhr" is on both
    day = None if host is None or host.period.begin is None else host.period.begin.date()
    told = host is None and found.side is Side.PAST and len(set(days)) == 1
    if told:
        day = days[0]  # news tell of the day they appear on where they name no other
    period, anchored, missed = _seen_from(found.expression, Frame(side=found.side, day=day), days)
    if period is None:
        return None
    if host is not None and day is None and period.begin is None:
        named = _DAY_VALUE.match(host.period.value)
        period = Period((named.group() if named else OPEN_DAY) + period.value.removeprefix(OPEN_DAY))
        missed = host.missed
    return Placed(found, period, anchored or told or (host is not None and host.anchored), missed)
