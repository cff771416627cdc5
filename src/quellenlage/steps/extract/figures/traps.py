"""What looks like a quantity but is none: dates, years, clock times, labels, addresses, telephone numbers, sayings."""

from __future__ import annotations

from quellenlage.languages.numbers import NumberVocabulary, TrapWords
from quellenlage.model.marks import Comparator
from quellenlage.steps.extract.figures.line import Line
from quellenlage.steps.extract.figures.numerals import Numeral

_JOINING_SIGNS = frozenset("/:-–+@_")  # inside addresses, matches, versions and telephone numbers
_QUOTES = frozenset("„“”\"»«‚‘'›‹’")
_ROUND = 100  # a round number that could be a year is a count where a noun follows ("2000 Menschen")
_POSTCODE_DIGITS = 5
_OLDEST = 120  # years: a bare number in brackets behind a name is an age up to here
_LONGEST_LABEL_LIST = 6  # positions to look back from "und 7" to its label ("Paragrafen 3, 5 und 7")


def is_trap(line: Line, numeral: Numeral, *, plain: bool, measured: bool, vocabulary: NumberVocabulary) -> bool:
    """Whether the numeral is no quantity.

    Args:
        plain: whether neither a bound before it nor a unit behind it makes it one.
        measured: whether a unit stands with it.
    """
    traps = vocabulary.traps
    if _in_saying(line, numeral, traps) or _is_labelled(line, numeral, measured, traps):
        return True
    if (
        _is_date(line, numeral, traps)
        or _is_clock(line, numeral, traps)
        or _is_glued(line, numeral, measured, vocabulary)
    ):
        return True
    if not plain:
        return not measured and _is_led_year(line, numeral, traps)
    if numeral.pointed:
        return True
    return (
        _is_year(line, numeral, traps)
        or _names(line, numeral, vocabulary)
        or _is_postcode(line, numeral)
        or _is_match(line, numeral)
        or _is_bracketed_age(line, numeral)
        or _is_numbering(line, numeral)
        or _is_quoted(line, numeral)
    )


def _in_saying(line: Line, numeral: Numeral, traps: TrapWords) -> bool:
    if numeral.in_digits:
        return False
    for saying in traps.sayings:
        for begin in range(numeral.first - len(saying) + 1, numeral.first + 1):
            if begin >= 0 and line.lower[begin : begin + len(saying)] == saying:
                return True
    return False


def _is_labelled(line: Line, numeral: Numeral, measured: bool, traps: TrapWords) -> bool:
    """Whether a label stands before it; with other numbers between only where nothing is counted behind."""
    if numeral.scale != 1 or (line.tag(numeral.end) == "ADJA" and line.is_noun(numeral.end + 1)):
        return False
    if not numeral.in_digits and line.is_noun(numeral.end):
        return False  # "in der Tabelle zwei Punkte vorn"
    if _is_label(line, numeral.first - 1, traps):
        return True
    if measured or _counts_noun(line, numeral.end):
        return False
    for place in range(numeral.first - 1, max(numeral.first - _LONGEST_LABEL_LIST, -1), -1):
        if _is_label(line, place, traps):
            return True
        if not (line.low(place) in traps.label_joins or line.word(place)[:1].isdecimal()):
            return False
    return False


def _is_label(line: Line, place: int, traps: TrapWords) -> bool:
    word = line.word(place)
    if word in traps.labels:
        return True
    return word[:1].isupper() and word.lower().endswith(traps.label_endings) and not line.low(place).isdecimal()


def _is_date(line: Line, numeral: Numeral, traps: TrapWords) -> bool:
    if not numeral.label_like and numeral.in_digits:
        return False
    return line.low(numeral.end) in traps.months and numeral.scale == 1


def _is_clock(line: Line, numeral: Numeral, traps: TrapWords) -> bool:
    return line.low(numeral.end) in traps.clock


def _is_glued(line: Line, numeral: Numeral, measured: bool, vocabulary: NumberVocabulary) -> bool:
    """Whether something glued to it makes it part of a name, a version, a match or a telephone number."""
    if not numeral.in_digits:
        return False
    behind = line.glued(numeral.end) and _glued_behind(line, numeral, vocabulary)
    return behind or (line.glued(numeral.first) and _glued_before(line, numeral, measured))


def _glued_behind(line: Line, numeral: Numeral, vocabulary: NumberVocabulary) -> bool:
    word, following = line.word(numeral.end), line.word(numeral.end + 1)
    if word == ".":
        return following[:1].isalpha()  # an ordinal whose full stop stands apart ("des 1. Bataillons")
    if word in _JOINING_SIGNS:
        return line.glued(numeral.end + 1) and following[:1].isalnum()
    named = word[:1].isalpha() and word not in vocabulary.units.symbols and numeral.unit is None
    return named or word in vocabulary.traps.not_behind


def _glued_before(line: Line, numeral: Numeral, measured: bool) -> bool:
    word = line.word(numeral.first - 1)
    if word == "+" and not measured:
        return True  # "+49 30 …"; but "+1,0 %"
    joined = word in _JOINING_SIGNS and line.glued(numeral.first - 1)
    return word == "#" or word[-1:].isalnum() or joined


def _is_year(line: Line, numeral: Numeral, traps: TrapWords) -> bool:
    """A bare number of four digits, unless what stands around makes it a count."""
    if not numeral.label_like:
        return False
    value = numeral.low if numeral.comparator is Comparator.RANGE else numeral.point
    if value is None or not traps.first_year <= value <= traps.last_year:
        return line.low(numeral.first - 1) in traps.year_leads and _may_be_year(value, line, numeral)
    if _is_led_year(line, numeral, traps) or line.low(numeral.end) in traps.eras:
        return True
    if value < traps.usual_first_year:
        singular = line.is_noun(numeral.end) and line.word(numeral.end) == line.tokens[numeral.end].lemma
        return singular and value % _ROUND != 0  # "war 1516 König geworden"
    return not (value % _ROUND == 0 and _counts_noun(line, numeral.end))


def _is_led_year(line: Line, numeral: Numeral, traps: TrapWords) -> bool:
    """As in "seit 1990", "ab 2010": a word before that leads to a year, and nothing measured or counted behind."""
    value = numeral.low if numeral.comparator is Comparator.RANGE else numeral.point
    if not numeral.label_like or value is None or not traps.first_year <= value <= traps.last_year:
        return False
    return line.low(numeral.first - 1) in traps.year_leads and not _counts_noun(line, numeral.end)


def _may_be_year(value: float | None, line: Line, numeral: Numeral) -> bool:
    """As in "im Jahr 476", "Ende 98": a lead makes a year of a bare number without a noun behind."""
    return value is not None and not _counts_noun(line, numeral.end)


def _counts_noun(line: Line, at: int) -> bool:
    while line.tag(at) == "ADJA":
        at += 1
    return line.tag(at) in ("NN", "NNA")


def _names(line: Line, numeral: Numeral, vocabulary: NumberVocabulary) -> bool:
    """As in "Boeing 737", "U 21": a bare number right behind a name or noun, with nothing counted behind."""
    before = numeral.first - 1
    if not numeral.label_like or line.tag(before).startswith("$"):
        return False
    if line.low(numeral.end) in vocabulary.counted.partitive and line.tag(numeral.end + 1) == "CARD":
        return False  # "errang in Kanada 125 der 308 Sitze"
    if len(line.word(before)) == 1 and line.word(before).isupper():
        return True
    if _counts_noun(line, numeral.end) and line.tag(before) not in ("NE", "FM", "XY"):
        return False
    if line.tag(before) in ("NE", "FM", "XY"):
        return not _counts_noun(line, numeral.end) or line.glued(numeral.first) or line.tag(before) == "XY"
    return line.is_noun(before)


def _is_postcode(line: Line, numeral: Numeral) -> bool:
    """As in "10115 Berlin"."""
    digits = numeral.number.length
    return numeral.label_like and digits == _POSTCODE_DIGITS and line.tag(numeral.end) == "NE"


def _is_match(line: Line, numeral: Numeral) -> bool:
    """As in "3 : 2", "2 - 1": a number on the other side of a sign that joins results."""
    if not numeral.label_like:
        return False
    for sign, other in ((numeral.end, numeral.end + 1), (numeral.first - 1, numeral.first - 2)):
        if line.word(sign) in (":", "-", "–") and line.word(other)[:1].isdecimal():
            return True
    return False


def _is_bracketed_age(line: Line, numeral: Numeral) -> bool:
    """As in "Anna Beispiel (45)"."""
    if not numeral.label_like or numeral.point is None or numeral.point > _OLDEST:
        return False
    return line.word(numeral.first - 1) in ("(", "[") and line.word(numeral.end) in (")", "]", ",")


def _is_quoted(line: Line, numeral: Numeral) -> bool:
    """As in "der Klub „911“": a bare number that is all a quotation holds is a name."""
    return numeral.label_like and line.word(numeral.first - 1) in _QUOTES and line.word(numeral.end) in _QUOTES


def _is_numbering(line: Line, numeral: Numeral) -> bool:
    """As in "1) …": a number that only numbers."""
    return numeral.label_like and numeral.first == 0 and line.word(numeral.end) in (")", ".", "|", ":")
