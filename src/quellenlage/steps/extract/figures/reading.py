"""Reading the quantities of one sentence: numeral, trap or not, bounds, unit, interval."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from quellenlage.languages.numbers import NumberVocabulary
from quellenlage.languages.units import MONEY, TIME, Unit
from quellenlage.model.marks import Comparator
from quellenlage.model.span import Span
from quellenlage.steps.extract.figures.amounts import Amount, read_amount
from quellenlage.steps.extract.figures.bounds import interval, read_bound_behind, read_bounds
from quellenlage.steps.extract.figures.line import Line
from quellenlage.steps.extract.figures.measures import Measure, read_measure, read_measure_before
from quellenlage.steps.extract.figures.nounphrases import read_noun_phrase
from quellenlage.steps.extract.figures.numerals import Numeral, read_numeral
from quellenlage.steps.extract.figures.quantity import Quantity
from quellenlage.steps.extract.figures.traps import is_trap

_COUNTING = (Comparator.AT_LEAST, Comparator.AT_MOST)  # "mindestens ein" counts; "nahezu ein Bündnis" does not

_FARTHEST = 2  # words between a bare number and the one that brings its unit
_CENTS = 100  # parts of a currency that are said without their name ("zwei Euro fünfzig")


def read_quantities(line: Line, vocabulary: NumberVocabulary, *, masked: Callable[[Span], bool]) -> Iterator[Quantity]:
    """The quantities of a sentence, in order.

    Args:
        masked: whether a span lies inside a date, a clock time or a repetition.
    """
    at = floor = 0
    while at < len(line.tokens):
        numeral = read_numeral(line, at, vocabulary) or _single(line, at, vocabulary)
        if numeral is None:
            at += 1
            continue
        quantity = None if masked(numeral.number) else _quantity(line, numeral, vocabulary, floor=floor)
        if quantity is not None:
            yield quantity
            floor = quantity.end
        at = max(numeral.end if quantity is None else quantity.resume, at + 1)


def share_units(quantities: list[Quantity], vocabulary: NumberVocabulary) -> list[Quantity]:
    """Give a bare number the unit of the next one, where a small word joins them ("von 120 auf 132 Euro")."""
    shared = list(quantities)
    for number in range(len(shared) - 2, -1, -1):
        this, following = shared[number], shared[number + 1]
        if this.unit is not None or following.unit is None or following.numeral.rest is not None:
            continue
        between = this.line.lower[this.end : following.begin]
        joined = not between or (len(between) <= _FARTHEST and between[0] in vocabulary.counted.shares_unit)
        if joined and all(word in vocabulary.counted.shares_unit for word in between):
            shared[number] = replace(this, unit=following.unit, kind=following.kind)
    return shared


def lend_units(
    quantities: list[Quantity], vocabulary: NumberVocabulary, *, before: Quantity | None = None
) -> list[Quantity]:
    """Give a large number without unit or noun the money before it ("67 Millionen Euro nach 44 Millionen").

    Args:
        before: the last large quantity of the sentences before; the sentence may go on with its money.
    """
    lent = list(quantities)
    for number, this in enumerate(quantities):
        before = lent[number - 1] if number else before
        large = this.numeral.scale > 1 and this.unit is None and this.interval.point is not None
        if before is None or not large or before.unit is None or before.kind != MONEY or before.numeral.scale == 1:
            continue
        if read_noun_phrase(this.line, this.end, vocabulary.counted) is None:
            lent[number] = replace(this, unit=before.unit, kind=before.kind)
    return lent


def _single(line: Line, at: int, vocabulary: NumberVocabulary) -> Numeral | None:
    """A form of "ein" that counts: behind a bound ("mindestens ein"), or before a unit that is no stretch of time."""
    if line.low(at) not in vocabulary.scales.article_forms or line.low(at + 1) in vocabulary.scales.vague_leads:
        return None
    numeral = Numeral(at, at + 1, line.span(at, at + 1), 1.0, 1.0, 1.0, article=True)
    measure = read_measure(line, at + 1, vocabulary.units)
    if measure is not None and measure.unit.kind != TIME and line.low(at - 1) not in vocabulary.units.per:
        return numeral
    if line.low(at - 1) in (vocabulary.bounds.over, vocabulary.bounds.under):
        return None  # "über einem Haus"
    bounded = read_bounds(line, at, measured=measure is not None, vocabulary=vocabulary)
    bound_counts = any(
        bound.comparator in _COUNTING and not line.tag(at - 1).startswith("APPR") for bound in bounded.bounds
    )  # "bis zu einem Referendum" bounds no count
    if (bounded.counts or bound_counts) and (
        measure is not None or read_noun_phrase(line, at + 1, vocabulary.counted) is not None
    ):
        return numeral
    return numeral if _is_beside_number(line, at, vocabulary) else None


def _is_beside_number(line: Line, at: int, vocabulary: NumberVocabulary) -> bool:
    """As in "ein Toter und drei Verletzte", "drei Tote und ein Verletzter": people beside people counted."""
    phrase = read_noun_phrase(line, at + 1, vocabulary.counted)
    if phrase is None or vocabulary.kin(phrase.counted.head) not in vocabulary.statuses.shape.people:
        return False  # "weniger als drei Euro und einer Quote von …"
    if line.tag(phrase.end) == "KON":
        second = read_amount(line, phrase.end + 1, vocabulary)
        if second is not None and second.value > 1 and line.is_noun(second.end):
            return True
    if line.tag(at - 1) != "KON" or not line.is_noun(at - 2):
        return False
    place = at - 3
    while line.tag(place) == "ADJA":
        place -= 1
    return line.tag(place) == "CARD" and not line.word(place).endswith(".")


def _quantity(line: Line, numeral: Numeral, vocabulary: NumberVocabulary, *, floor: int) -> Quantity | None:
    """The quantity of a numeral, or None where it only looks like one."""
    share = numeral.unit is vocabulary.units.share
    measure = read_measure(line, numeral.end, vocabulary.units) if numeral.unit is None or share else None
    first, before = numeral.first, None
    if measure is None and numeral.unit is None:
        before = read_measure_before(line, numeral.first, vocabulary.units, floor=floor)
        first = first if before is None else before[1]
    unit = _unit(numeral, measure, before)
    bounded = read_bounds(line, first, measured=unit is not None, vocabulary=vocabulary, floor=floor)
    end = numeral.end if measure is None else measure.end
    behind = read_bound_behind(line, _behind_noun(line, end, vocabulary), vocabulary)
    if behind is not None and line.low(end) == behind.words[0]:
        end += len(behind.words)
    bounds = bounded.bounds if behind is None else (*bounded.bounds, behind)
    if is_trap(line, numeral, plain=not bounds and unit is None, measured=unit is not None, vocabulary=vocabulary):
        return None
    if unit is not None and unit.kind == TIME and _is_past(line, bounded.first, end, vocabulary):
        return None
    first, numeral = _signed(line, numeral, bounded.first, vocabulary)
    basis = _basis(line, end, vocabulary) if unit is None else None
    if measure is not None and behind is None:
        numeral, end = _with_parts(line, numeral, measure, vocabulary)
    return Quantity(
        line=line,
        numeral=numeral,
        first=first,
        begin=min(bounded.begin, first),
        end=end,
        interval=interval(numeral, bounds),
        unit=_sign(numeral, measure, before) if basis is None else f"/{basis.value:.0f}",
        resume=end if basis is None else basis.end,
        kind=None if unit is None else unit.kind,
        bounded=bool(bounds),
        additive=bounded.additive or _is_additive_behind(line, end, vocabulary),
    )


def _is_past(line: Line, first: int, end: int, vocabulary: NumberVocabulary) -> bool:
    """Whether it tells when something was: "vor drei Jahren", "three years ago"."""
    traps = vocabulary.traps
    return line.low(first - 1) in traps.before_now or line.low(end) in traps.ago


def _unit(numeral: Numeral, measure: Measure | None, before: tuple[Unit, int] | None) -> Unit | None:
    if measure is not None:
        return measure.unit
    return before[0] if before is not None else numeral.unit


def _sign(numeral: Numeral, measure: Measure | None, before: tuple[Unit, int] | None) -> str | None:
    if measure is not None:
        return measure.sign
    unit = _unit(numeral, measure, before)
    return None if unit is None else unit.sign


def _behind_noun(line: Line, end: int, vocabulary: NumberVocabulary) -> int:
    """Where a bound behind may stand: right behind the number or behind its noun ("300 Menschen oder mehr")."""
    if line.low(end) in vocabulary.bounds.behind:
        return end
    phrase = read_noun_phrase(line, end, vocabulary.counted)
    return end if phrase is None else phrase.end


def _basis(line: Line, end: int, vocabulary: NumberVocabulary) -> Amount | None:
    """The number that a rate is counted on ("35,2 Fälle pro 100.000 Einwohner"), or None."""
    phrase = read_noun_phrase(line, end, vocabulary.counted)
    if phrase is None or line.low(phrase.end) not in vocabulary.units.per:
        return None
    return read_amount(line, phrase.end + 1, vocabulary)


def _is_additive_behind(line: Line, end: int, vocabulary: NumberVocabulary) -> bool:
    """As in "300 weitere Soldaten", "300 Soldaten mehr"."""
    words = vocabulary.bounds
    word = line.low(end)
    if word not in words.difference and (word,) in words.additive.get(word, ()):
        return True
    behind = _behind_noun(line, end, vocabulary)
    return line.low(behind) in words.additive_after


def _signed(line: Line, numeral: Numeral, first: int, vocabulary: NumberVocabulary) -> tuple[int, Numeral]:
    """A number below nought ("minus 5 Grad", "-5 °C")."""
    before = numeral.first - 1
    joins = vocabulary.joins
    word = line.word(before)
    is_sign = word in joins.minus_signs and line.glued(numeral.first) and not line.glued(before)
    is_sign = is_sign and numeral.in_digits and (before == 0 or line.tag(before - 1) != "CARD")
    if numeral.point is None or numeral.point <= 0 or not (line.low(before) in joins.minus or is_sign):
        return first, numeral
    value = -numeral.point
    number = Span(line.tokens[before].span.begin, numeral.number.end)
    return min(first, before), replace(numeral, number=number, low=value, high=value, point=value)


def _with_parts(line: Line, numeral: Numeral, measure: Measure, vocabulary: NumberVocabulary) -> tuple[Numeral, int]:
    """As in "drei Jahre und sechs Monate", "zwei Euro fünfzig": smaller units behind belong to the same quantity."""
    end, sign, share = measure.end, measure.sign, 1.0
    if numeral.point is None or numeral.comparator is not Comparator.EQUAL:
        return numeral, end
    while (part := _part(line, end, sign, measure, vocabulary)) is not None:
        share /= part.size
        value = (numeral.point or 0) + part.value * share
        number = Span(numeral.number.begin, line.tokens[part.number_end - 1].span.end)
        numeral = replace(numeral, low=value, high=value, point=value, number=number)
        end, sign = part.end, part.sign
    return numeral, end


@dataclass(frozen=True, slots=True)
class _Part:
    """A smaller unit of the same quantity: its value, how many make the larger, and where it ends."""

    value: float
    size: float
    sign: str
    number_end: int
    end: int


def _part(line: Line, at: int, sign: str, measure: Measure, vocabulary: NumberVocabulary) -> _Part | None:
    joined = line.low(at) == vocabulary.words.joint
    second = read_amount(line, at + 1 if joined else at, vocabulary)
    if second is None:
        return None
    part = read_measure(line, second.end, vocabulary.units)
    if part is not None:
        size = vocabulary.units.parts.get((sign, part.sign))
        fits = size is not None and second.value < size
        return _Part(second.value, size, part.sign, second.end, part.end) if size is not None and fits else None
    unnamed = measure.unit.kind == MONEY and sign == measure.sign and not joined and not line.is_noun(second.end)
    return _Part(second.value, _CENTS, "", second.end, second.end) if unnamed and second.value < _CENTS else None
