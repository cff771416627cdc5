"""What is known of one figure while it is put together."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.model.marks import Counted
from quellenlage.steps.extract.figures.bounds import Interval
from quellenlage.steps.extract.figures.line import Line
from quellenlage.steps.extract.figures.numerals import Numeral


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its place in a sentence, before it is known what it counts and what is said of that.

    Args:
        line: the sentence.
        numeral: the number.
        first: position of its first word: bound, hedge, additive word, unit or number.
        begin: position of the first plain word before it ("insgesamt"), or `first`.
        end: position behind number and unit.
        resume: position behind all that belongs to it, the basis of a rate included.
        interval: what the words allow.
        unit: normalised unit, or None.
        kind: what the unit measures, or None.
        bounded: whether a bound or hedge stands with it.
        additive: whether it comes on top of another quantity, or is a difference.
    """

    line: Line
    numeral: Numeral
    first: int
    begin: int
    end: int
    resume: int
    interval: Interval
    unit: str | None
    kind: str | None
    bounded: bool
    additive: bool


@dataclass(frozen=True, slots=True)
class Count:
    """What a quantity counts, and where in the sentence.

    Args:
        counted: the noun with its modifiers; it may stand in an earlier sentence.
        end: position behind the noun phrase if it follows the number, else behind the quantity.
        elided: whether the noun stands elsewhere.
        part_of: whether it is a part of what is counted ("fünf der Soldaten", "von den 11.000 Soldaten").
    """

    counted: Counted
    end: int
    elided: bool = False
    part_of: bool = False
