"""Bounds and hedges around a numeral, and the interval that they make of it."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.languages.numbers import Bound, NumberVocabulary
from quellenlage.model.marks import Comparator
from quellenlage.steps.extract.figures.line import Line
from quellenlage.steps.extract.figures.numerals import Numeral

_PREPOSITIONAL = ("APPR", "APPRART")


@dataclass(frozen=True, slots=True)
class Bounded:
    """A numeral with what bounds it.

    Args:
        first: position of the first bound, hedge or additive word; plain words before them are left out.
        begin: position of the first of these or of the plain words before ("insgesamt"): here the phrase begins.
        bounds: all that change the interval, the nearest to the number first.
        counts: whether a plain word makes a count even of "ein" ("nur ein").
        additive: whether the number comes on top of another, or is a difference.
    """

    first: int
    begin: int
    bounds: tuple[Bound, ...]
    counts: bool
    additive: bool


@dataclass(frozen=True, slots=True)
class Interval:
    """What the words allow: `low <= point <= high`; None is an open end or no number named."""

    low: float | None
    high: float | None
    point: float | None
    comparator: Comparator


def read_bounds(line: Line, first: int, *, measured: bool, vocabulary: NumberVocabulary, floor: int = 0) -> Bounded:
    """The bounds, hedges and additive words that stand before a numeral.

    Args:
        first: where the numeral begins, a unit before it included.
        measured: whether a unit follows.
        floor: position that no phrase may reach before: where the figure before ends.
    """
    bounds: list[Bound] = []
    begin, kept, counts, additive = first, first, False, False
    while True:
        phrase = _additive(line, begin, floor, vocabulary)
        if phrase:
            if " ".join(phrase) in vocabulary.bounds.difference:
                additive = _is_difference(line, measured=measured, vocabulary=vocabulary)
                return Bounded(kept, begin, tuple(bounds), counts, additive)
            additive, begin = True, begin - len(phrase)
            kept = begin
            continue
        bound = _bound(line, begin, floor, measured=measured, vocabulary=vocabulary)
        if bound is None:
            return Bounded(kept, begin, tuple(bounds), counts, additive)
        begin -= len(bound.words)
        if bound.comparator is not Comparator.EQUAL:
            bounds.append(bound)
            kept = begin
        counts = counts or " ".join(bound.words) in vocabulary.scales.counting


def _is_difference(line: Line, *, measured: bool, vocabulary: NumberVocabulary) -> bool:
    """Whether "um" says by how much something changed, and not what a verb is about ("es handelt sich um 300 Mann")."""
    particles = [line.low(place) for place in range(len(line.tokens)) if line.tag(place) == "PTKVZ"]
    lemmas = {token.lemma for token in line.tokens}
    lemmas.update([particle + lemma for lemma in lemmas for particle in particles])
    if not lemmas.isdisjoint(vocabulary.counted.measure_verbs):
        return True
    return measured and lemmas.isdisjoint(vocabulary.bounds.difference_not_with)


def read_bound_behind(line: Line, at: int, vocabulary: NumberVocabulary) -> Bound | None:
    """A bound behind the number or its noun ("oder mehr"), or None."""
    for bound in vocabulary.bounds.behind.get(line.low(at), ()):
        end = at + len(bound.words)
        if line.lower[at:end] == bound.words and line.low(end) not in vocabulary.bounds.comparing:
            return bound  # "zehn Tote und mehr als 50 Verletzte" bounds the fifty
    return None


def _additive(line: Line, end: int, floor: int, vocabulary: NumberVocabulary) -> tuple[str, ...]:
    for phrase in vocabulary.bounds.additive.get(line.low(end - 1), ()):
        if line.lower[max(end - len(phrase), floor) : end] == phrase:
            return phrase
    return ()


def _bound(line: Line, end: int, floor: int, *, measured: bool, vocabulary: NumberVocabulary) -> Bound | None:
    for bound in vocabulary.bounds.before.get(line.low(end - 1), ()):
        begin = end - len(bound.words)
        if begin < floor or line.lower[begin:end] != bound.words:
            continue
        if len(bound.words) == 1 and _is_plain(line, begin, measured=measured, vocabulary=vocabulary):
            continue
        return bound
    return None


def _is_plain(line: Line, at: int, *, measured: bool, vocabulary: NumberVocabulary) -> bool:
    """Whether a word that can bound stands here as a mere preposition."""
    words = vocabulary.bounds
    word = line.low(at)
    if word == words.over:
        return _has_companion(line, at, words.over_companions)
    if word == words.under:
        return not measured and line.low(at - 1) not in words.under_behind
    return False


def _has_companion(line: Line, at: int, companions: frozenset[str]) -> bool:
    """Whether a verb or noun of `companions` stands in the clause before, or the verb behind; the nearest wins."""
    for place in range(at - 1, -1, -1):
        if line.tokens[place].lemma in companions:
            return True
        if line.tag(place) in ("$,", "$."):
            break
    for place in range(at + 1, len(line.tokens)):
        if line.tag(place) in ("$,", "$."):
            return False
        if line.tag(place).startswith("VV") and line.tokens[place].lemma in companions:
            return True
    return False


def interval(numeral: Numeral, bounds: tuple[Bound, ...]) -> Interval:
    """The interval of a numeral under its bounds.

    A bound that closes or opens one end decides the comparator; a hedge beside it widens the number it applies to:
    "bis zu rund 12.000" reaches to a tenth above 12.000. Bounds on vague words and ranges keep what these leave open.
    """
    if not bounds:
        return Interval(numeral.low, numeral.high, numeral.point, numeral.comparator)
    if numeral.comparator is not Comparator.EQUAL:
        return _of_open(numeral, bounds)
    low, high = numeral.low, numeral.high
    comparator = Comparator.ABOUT
    for bound in bounds:
        low = _scaled(low, bound.low)
        high = _scaled(high, bound.high)
        if bound.comparator is not Comparator.ABOUT:
            comparator = bound.comparator
    return Interval(*_ordered(low, high), numeral.point, comparator)


def _of_open(numeral: Numeral, bounds: tuple[Bound, ...]) -> Interval:
    """A range or vague words under a bound: an end that the bound leaves open is open; hedges widen a range."""
    low, high, comparator = numeral.low, numeral.high, numeral.comparator
    for bound in bounds:
        low = _scaled(low, bound.low)
        high = _scaled(high, bound.high)
    if high is None and low is None:
        low = 0.0
    return Interval(*_ordered(low, high), None, comparator)


def _scaled(value: float | None, factor: float | None) -> float | None:
    return None if value is None or factor is None else round(value * factor, 6)


def _ordered(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """Factors turn a negative interval round."""
    return (high, low) if low is not None and high is not None and high < low else (low, high)
