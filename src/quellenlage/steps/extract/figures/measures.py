"""Units behind and before a number, and words made of number and unit ("170-Millimeter-Haubitze", "45-jährige")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quellenlage.languages.numbers import NumberVocabulary
from quellenlage.languages.units import Unit, UnitVocabulary
from quellenlage.model.span import Span
from quellenlage.steps.extract.figures.amounts import read_digits
from quellenlage.steps.extract.figures.line import Line

_LONGEST_SYMBOL = 4  # tokens: "m", "^", "2"; "US", "-", "$"
_WORDS_BEFORE = 2  # words that a unit of several words may have before its noun
_HYPHENS = re.compile(r"[-‐‑–]")
_LEADING_DIGITS = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit that was read.

    Args:
        unit: the unit.
        end: position behind it.
        sign: its normalised sign, with that of the second unit of a rate ("km/h").
    """

    unit: Unit
    end: int
    sign: str


@dataclass(frozen=True, slots=True)
class Compound:
    """Number and unit within one word.

    Args:
        value: the number.
        unit: the unit.
        number: span of the number alone.
        end: position behind the word.
        rest: span of the noun that is measured ("Haubitze"), or None.
    """

    value: float
    unit: Unit
    number: Span
    end: int
    rest: Span | None


def read_measure(line: Line, at: int, units: UnitVocabulary) -> Measure | None:
    """The unit that begins at a position, with the second unit of a rate, or None."""
    found = _symbol(line, at, units) or _noun(line, at, units)
    if found is None:
        return None
    unit, end = found
    if line.low(end) in units.per:
        second = _symbol(line, end + 1, units) or _noun(line, end + 1, units)
        if second is not None:
            return Measure(unit, second[1], f"{unit.sign}/{second[0].sign}")
        if line.is_noun(end + 1):
            return Measure(unit, end + 2, f"{unit.sign}/{line.tokens[end + 1].lemma}")
    return Measure(unit, end, unit.sign)


def read_measure_before(line: Line, first: int, units: UnitVocabulary, *, floor: int) -> tuple[Unit, int] | None:
    """The unit whose symbol stands right before the number at `first` ("€ 50"), and where it begins.

    Args:
        floor: position that the symbol may not reach before: where the figure before ends.
    """
    for begin in range(max(first - _LONGEST_SYMBOL + 1, floor), first):
        unit = units.symbols.get(_written(line, begin, first))
        if unit is not None and unit.before:
            return unit, begin
    return None


def read_compound(line: Line, at: int, vocabulary: NumberVocabulary) -> Compound | None:
    """Number and unit within the word at a position (or in it and the word glued to it: "30jährig"), or None."""
    word = line.word(at)
    if not word:
        return None
    begin = line.tokens[at].span.begin
    pieces = _HYPHENS.split(word)
    digits = _LEADING_DIGITS.fullmatch(pieces[0]) is not None
    if len(pieces) == 1:
        if digits and line.glued(at + 1) and line.word(at + 1).isalpha():
            return _glued_adjective(line, at, vocabulary)
        return _word_adjective(line, at, vocabulary)
    value = _piece_value(pieces[0], vocabulary)
    if value is None:
        return None
    number = Span(begin, begin + len(pieces[0]))
    unit = vocabulary.units.nouns.get(pieces[1]) or vocabulary.units.symbols.get(pieces[1])
    if unit is not None:
        rest = sum(len(piece) + 1 for piece in pieces[:2])
        span = Span(begin + rest, line.tokens[at].span.end) if len(pieces) > 2 and pieces[2] else None
        return Compound(value, unit, number, at + 1, span)
    unit = _adjective_unit(pieces[1], vocabulary.units)
    return None if unit is None else Compound(value, unit, number, at + 1, None)


def _glued_adjective(line: Line, at: int, vocabulary: NumberVocabulary) -> Compound | None:
    unit = _adjective_unit(line.word(at + 1), vocabulary.units)
    amount = read_digits(line.word(at))
    if unit is None or amount is None:
        return None
    return Compound(amount.value, unit, line.tokens[at].span, at + 2, None)


def _word_adjective(line: Line, at: int, vocabulary: NumberVocabulary) -> Compound | None:
    """As in "dreitägige", "fünfjähriger"."""
    word = line.low(at)
    for ending, unit in vocabulary.units.adjectives.items():
        place = word.find(ending)
        if place < 1 or word[place + len(ending) :] not in vocabulary.units.endings:
            continue
        value = vocabulary.words.read(word[:place])
        if value is not None:
            begin = line.tokens[at].span.begin
            return Compound(value, unit, Span(begin, begin + place), at + 1, None)
    return None


def _piece_value(piece: str, vocabulary: NumberVocabulary) -> float | None:
    if piece[:1].isdecimal():
        amount = read_digits(piece)
        return None if amount is None else amount.value
    return vocabulary.words.read(piece) if piece.isalpha() else None


def _adjective_unit(word: str, units: UnitVocabulary) -> Unit | None:
    lowered = word.lower()
    for ending, unit in units.adjectives.items():
        if lowered.startswith(ending) and lowered[len(ending) :] in units.endings:
            return unit
    return None


def _symbol(line: Line, at: int, units: UnitVocabulary) -> tuple[Unit, int] | None:
    for end in range(min(at + _LONGEST_SYMBOL, len(line.tokens)), at, -1):
        written = _written(line, at, end)
        if written not in units.symbols and line.word(end - 1) != ".":
            written = written.removesuffix(".")  # "250 km/h." closes a sentence
        unit = units.symbols.get(written)
        if unit is not None and not _goes_on(line, end):
            return unit, end
    return None


def _goes_on(line: Line, end: int) -> bool:
    """Whether a letter or digit is glued to the symbol, so that it is the beginning of another word."""
    return line.glued(end) and line.word(end)[:1].isalnum()


def _written(line: Line, first: int, end: int) -> str:
    return line.text[line.tokens[first].span.begin : line.tokens[end - 1].span.end]


def _noun(line: Line, at: int, units: UnitVocabulary) -> tuple[Unit, int] | None:
    for last in range(at + _WORDS_BEFORE, at, -1):
        found = units.phrase(tuple(line.word(place) for place in range(at, last)), line.word(last))
        if found is not None and found[0] == last - at:
            return found[1], last + 1
    word = line.word(at)
    unit = units.nouns.get(word) or units.nouns.get(word.removesuffix("-"))
    return None if unit is None else (unit, at + 1)
