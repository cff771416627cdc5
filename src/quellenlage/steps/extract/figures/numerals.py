"""Numerals: everything that stands for a number in a sentence, as an interval with the positions it takes.

A numeral is a plain amount, a range of two ("4 bis 6", "zwischen 2 und 3"), vague words ("Hunderte", "mehrere
Tausend"), a share ("jeder Dritte", "die Hälfte"), a factor ("doppelt so viele", "das Dreifache") or a number inside a
compound.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from quellenlage.languages.numbers import NumberVocabulary
from quellenlage.languages.units import Unit
from quellenlage.model.marks import Comparator
from quellenlage.model.span import Span
from quellenlage.steps.extract.figures.amounts import LARGEST_SCALE, Amount, read_amount, read_digits
from quellenlage.steps.extract.figures.line import Line
from quellenlage.steps.extract.figures.measures import Compound, read_compound, read_measure


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as the text gives it, before bounds and unit.

    Args:
        first, end: positions it takes, the opener of a range included.
        number: span of the number alone.
        low, high, point: the interval and the number named.
        comparator: `=`, `range` or `vague`.
        label_like: whether it is a bare whole number that may be a year, a label or a date.
        in_digits: whether it is written in digits.
        pointed: whether a full stop stands for its decimal comma, so that a unit or scale must confirm it.
        scale: what it was multiplied by; 1 for nothing.
        unit: unit that its own words give (a share, a factor, a compound), or None.
        rest: span of the noun inside the compound that is measured, or None.
        article: whether the only number word is a form of "ein".
        times: whether it says how often something happened ("zweimal").
    """

    first: int
    end: int
    number: Span
    low: float | None
    high: float | None
    point: float | None
    comparator: Comparator = Comparator.EQUAL
    label_like: bool = False
    in_digits: bool = False
    pointed: bool = False
    scale: float = 1.0
    unit: Unit | None = None
    rest: Span | None = None
    article: bool = False
    times: bool = False


_FEWEST_TIMES = 2  # "einmal" tells no number


def read_numeral(line: Line, at: int, vocabulary: NumberVocabulary) -> Numeral | None:
    """The numeral that begins at a position, or None."""
    if not vocabulary.starts.match(line.low(at)):
        return None
    for read in (_vague, _every, _half, _factor, _hanging_range, _compound, _hyphen_range, _article_range, _ranged):
        numeral = read(line, at, vocabulary)
        if numeral is not None:
            return numeral
    return None


def _vague(line: Line, at: int, vocabulary: NumberVocabulary) -> Numeral | None:
    """As in "Hunderte", "mehrere Tausend", "ein paar Hundert", "Dutzende Millionen"."""
    scales = vocabulary.scales
    low, end = scales.vague.get(line.low(at)), at + 1
    if low is None:
        lead = at + 1 if line.low(at) in scales.article_forms and line.low(at + 1) in scales.vague_leads else at
        factor, scale = scales.vague_leads.get(line.low(lead)), scales.vague_scales.get(line.low(lead + 1))
        if factor is None or scale is None:
            return None
        low, end = factor * scale, lead + 2
    while (more := scales.scales.get(line.low(end))) is not None and low * more <= LARGEST_SCALE:
        low, end = low * more, end + 1
    return Numeral(at, end, line.span(at, end), low, None, None, Comparator.VAGUE, scale=low)


def _every(line: Line, at: int, vocabulary: NumberVocabulary) -> Numeral | None:
    """As in "jeder Dritte", "jede zweite Frau": one in so many; not a stretch of time ("jeden zweiten Tag")."""
    if line.low(at) not in vocabulary.scales.every:
        return None
    ordinal = line.word(at + 1)
    if ordinal.endswith(".") and ordinal[:-1].isdecimal():
        one_in: int | None = int(ordinal[:-1])
    else:
        one_in = vocabulary.words.read_ordinal(ordinal) if ordinal.isalpha() else None
    if not one_in or one_in < 2 or line.word(at + 2) in vocabulary.units.nouns:
        return None
    return _exact(line, at, at + 2, 1 / one_in, unit=vocabulary.units.share)


def _half(line: Line, at: int, vocabulary: NumberVocabulary) -> Numeral | None:
    """As in "die Hälfte der Befragten"; not the second half of a game or a year."""
    scales = vocabulary.scales
    value = scales.share_nouns.get(line.low(at))
    if value is None or not line.word(at)[0].isupper() or line.low(at - 1) in scales.not_half_behind:
        return None
    return replace(_exact(line, at, at + 1, value, unit=vocabulary.units.share), first=_with_article(line, at))


def _factor(line: Line, at: int, vocabulary: NumberVocabulary) -> Numeral | None:
    """As in "doppelt so viele", "dreimal so hoch", "das Doppelte", "das 1,5-Fache"."""
    scales = vocabulary.scales
    word, end = line.low(at), at + 1
    value = scales.factors.get(word)
    if value is None and word in scales.half_adjectives and line.low(end) in scales.comparing:
        value = 0.5
    if value is None and word.endswith(scales.times):
        value = _value(word.removesuffix(scales.times).rstrip("-"), vocabulary)
    if value is None and line.low(end) == scales.times:
        value, end = _value(word, vocabulary), end + 1
    if value is not None:
        if line.low(end) in scales.comparing:
            return _exact(line, at, end, value, unit=vocabulary.units.factor)
        often = value >= _FEWEST_TIMES and word.endswith(scales.times) and end == at + 1
        return replace(_exact(line, at, end, value), times=True) if often else None
    if line.low(at - 1) not in scales.factor_articles:
        return None
    value = _noun_factor(word, vocabulary)
    if value is None:
        return None
    return replace(_exact(line, at, end, value, unit=vocabulary.units.factor), first=_with_article(line, at))


def _with_article(line: Line, at: int) -> int:
    """As in "fast die Hälfte": bounds stand before the article."""
    return at - 1 if line.tag(at - 1) == "ART" else at


def _noun_factor(word: str, vocabulary: NumberVocabulary) -> float | None:
    """As in "Doppelte", "Dreifache", "1,5-fache"."""
    scales = vocabulary.scales
    stem = next((word.removesuffix(e) for e in scales.factor_endings if word.endswith(e)), word)
    if stem in scales.factors:
        return scales.factors[stem]
    if not stem.endswith(scales.fold):
        return None
    return _value(stem.removesuffix(scales.fold).rstrip("-‑‐"), vocabulary)


def _value(written: str, vocabulary: NumberVocabulary) -> float | None:
    """The number of a piece of a word, in digits or letters."""
    if written[:1].isdecimal():
        amount = read_digits(written)
        return None if amount is None else amount.value
    return vocabulary.words.read(written) if written.isalpha() else None


def _hanging_range(line: Line, at: int, vocabulary: NumberVocabulary) -> Numeral | None:
    """As in "zwei- bis dreihundert", "20- bis 30-jährige": the first part borrows the end of the second."""
    hyphen = line.word(at + 1) in vocabulary.joins.hyphens and line.glued(at + 1)  # digits stand apart from theirs
    word, join = (line.word(at) + "-", at + 2) if hyphen else (line.word(at), at + 1)
    if not word.endswith("-") or line.low(join) not in vocabulary.joins.alternatives:
        return None
    first = _value(word[:-1].lower(), vocabulary)
    if first is None:
        return None
    compound = read_compound(line, join + 1, vocabulary)
    if compound is not None and first < compound.value:
        number = Span(line.tokens[at].span.begin, compound.number.end)
        return _between(at, compound.end, number, (first, compound.value), unit=compound.unit)
    second = read_amount(line, join + 1, vocabulary)
    if second is None:
        return None
    words = vocabulary.words
    borrowed = next((s for w, s in ((words.thousand, 1000), (words.hundred, 100)) if w in line.low(join + 1)), 1)
    low = first * borrowed * second.scale
    return _between(at, second.end, line.span(at, second.end), (low, second.value)) if low < second.value else None


def _compound(line: Line, at: int, vocabulary: NumberVocabulary) -> Numeral | None:
    compound = read_compound(line, at, vocabulary)
    return None if compound is None else _of_compound(line, at, compound)


def _of_compound(line: Line, at: int, compound: Compound) -> Numeral:
    digits = line.word(at)[0].isdecimal()
    value = compound.value
    return Numeral(
        at, compound.end, compound.number, value, value, value, in_digits=digits, unit=compound.unit, rest=compound.rest
    )


def _hyphen_range(line: Line, at: int, vocabulary: NumberVocabulary) -> Numeral | None:
    """As in "4-6" in one word; a telephone number, a match and a year span do not run upwards or are years."""
    word = line.word(at)
    sign = next((sign for sign in sorted(vocabulary.joins.hyphens) if sign in word), None)
    if sign is None or word.count(sign) != 1:
        return None
    left, right = (read_digits(piece) if piece[:1].isdecimal() else None for piece in word.split(sign))
    if left is None or right is None or not left.value < right.value:
        return None
    low, high, end = left.value, right.value, at + 1
    factor = vocabulary.scales.scales.get(line.low(end))
    if factor is not None:
        low, high, end = low * factor, high * factor, end + 1
    label_like = factor is None and not (left.grouped or right.grouped)
    return _between(at, end, line.span(at, end), (low, high), label_like=label_like)


def _article_range(line: Line, at: int, vocabulary: NumberVocabulary) -> Numeral | None:
    """As in "ein bis zwei Wochen", "eine oder zwei", "zwischen einer und vier"."""
    if line.low(at) not in vocabulary.scales.article_forms:
        return None
    opened = _opened(line, at, vocabulary) and line.low(at + 1) == vocabulary.joins.opened_join
    if not opened and line.low(at + 1) not in vocabulary.joins.alternatives:
        return None
    second = read_amount(line, at + 2, vocabulary)
    if second is None or second.value <= 1 or second.share:
        return None
    first = at - 1 if opened else at
    return _between(first, second.end, line.span(at, second.end), (second.scale, second.value), scale=second.scale)


def _ranged(line: Line, at: int, vocabulary: NumberVocabulary) -> Numeral | None:
    """A plain amount, or two joined to a range."""
    amount = read_amount(line, at, vocabulary)
    if amount is None:
        return None
    joined = _joined(line, amount, vocabulary)
    if joined is not None:
        second, low = joined
        first = at - 1 if _opened(line, at, vocabulary) else at
        label_like = _is_bare(amount) and _is_bare(second)
        number = line.span(at, second.end)
        return _between(first, second.end, number, (low, second.value), label_like=label_like, scale=second.scale)
    return _of_amount(line, amount, vocabulary)


def _of_amount(line: Line, amount: Amount, vocabulary: NumberVocabulary) -> Numeral:
    return Numeral(
        amount.first,
        amount.end,
        line.span(amount.first, amount.end),
        amount.value,
        amount.value,
        amount.value,
        label_like=_is_bare(amount),
        in_digits=amount.in_digits,
        pointed=amount.pointed and amount.scale == 1,
        scale=amount.scale,
        unit=vocabulary.units.share if amount.share else None,
        article=amount.article,
    )


def _is_bare(amount: Amount) -> bool:
    """Whether a year, a label or a date could look the same."""
    return amount.in_digits and not amount.grouped and amount.scale == 1


def _opened(line: Line, at: int, vocabulary: NumberVocabulary) -> bool:
    return line.low(at - 1) in vocabulary.joins.openers


def _joined(line: Line, first: Amount, vocabulary: NumberVocabulary) -> tuple[Amount, float] | None:
    """The second amount of a range that `first` begins, and the value of the first with the second's scale."""
    joins = vocabulary.joins
    measure = read_measure(line, first.end, vocabulary.units)
    join = first.end if measure is None else measure.end
    if measure is None and _repeats_noun(line, first, vocabulary):
        join += 1
    word = line.low(join)
    opened = _opened(line, first.first, vocabulary) and word == joins.opened_join
    if not (opened or word in joins.joins or word in joins.alternatives):
        return None
    begin = join + 1
    while line.low(begin) in joins.after_join:
        begin += 1
    second = read_amount(line, begin, vocabulary)
    if second is None or second.share != first.share or _begins_with_year(first, second, vocabulary):
        return None
    if measure is not None and not _same_measure(line, second.end, measure.sign, vocabulary):
        return None
    low = first.value
    if first.scale == 1 and second.scale > 1 and low * second.scale < second.value:
        low *= second.scale
    if not low < second.value:
        return None
    if word in joins.hyphens and not _dash_joins(line, first, second, vocabulary):
        return None
    return second, low


def _repeats_noun(line: Line, first: Amount, vocabulary: NumberVocabulary) -> bool:
    """As in "zwischen 20 Menschen und 40 Menschen": the noun of both stands behind the first too."""
    noun, join = first.end, first.end + 1
    if not (_opened(line, first.first, vocabulary) and line.low(join) == vocabulary.joins.opened_join):
        return False
    return line.is_noun(noun) and line.word(noun) in (line.word(join + 2), line.word(join + 3))


def _begins_with_year(first: Amount, second: Amount, vocabulary: NumberVocabulary) -> bool:
    """As in "will 2009 bis zu 110.000 Autos bauen"."""
    traps = vocabulary.traps
    return _is_bare(first) and traps.usual_first_year <= first.value <= traps.last_year and not _is_bare(second)


def _same_measure(line: Line, at: int, sign: str, vocabulary: NumberVocabulary) -> bool:
    measure = read_measure(line, at, vocabulary.units)
    return measure is not None and measure.sign == sign


def _dash_joins(line: Line, first: Amount, second: Amount, vocabulary: NumberVocabulary) -> bool:
    """Whether a dash between two numbers means "bis": digits on both sides, something measured or counted behind."""
    if not (first.in_digits and second.in_digits):
        return False
    behind = second.end
    return (
        line.is_noun(behind) or line.tag(behind) == "ADJA" or read_measure(line, behind, vocabulary.units) is not None
    )


def _exact(line: Line, first: int, end: int, value: float, *, unit: Unit | None = None) -> Numeral:
    return Numeral(first, end, line.span(first, end), value, value, value, unit=unit)


def _between(
    first: int,
    end: int,
    number: Span,
    ends: tuple[float, float],
    *,
    unit: Unit | None = None,
    label_like: bool = False,
    scale: float = 1.0,
) -> Numeral:
    return Numeral(
        first,
        end,
        number,
        *ends,
        None,
        Comparator.RANGE,
        unit=unit,
        label_like=label_like,
        in_digits=label_like,
        scale=scale,
    )
