"""Plain amounts: numbers in digits or words with the words that multiply or divide them.

`read_amount` reads one at a position; what stands around it (bounds, ranges, units, traps) is read elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from quellenlage.languages.numbers import NumberVocabulary
from quellenlage.steps.extract.figures.line import Line

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")  # 1.500  2.000,35
_PLAIN = re.compile(r"\d+(?:,\d+)?")  # 1500  1,5
_ENGLISH_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){2,}")  # 1,500,000: two groups cannot be a decimal comma
_POINTED = re.compile(r"\d+\.\d{1,2}")  # 2.6 Milliarden: a point for the comma, believed before a scale or unit only
_GROUP = re.compile(r"\d{3}(?:,\d+)?")
_LEADING_GROUP = re.compile(r"[1-9]\d{0,2}")
_GROUP_GAPS = frozenset({" ", "\u00a0", "\u202f", "\u2009"})
_DASHES = frozenset("-–—")
_APOSTROPHES = frozenset("'’‘")
_LONGEST_NUMBER = 24  # characters: what is longer is a serial number
LARGEST_SCALE = 1e18  # a longer row of scale words is no number
_LONGEST_DIVISOR = 20  # "2/3" is a fraction; "24/7" and "9/11" are none


@dataclass(frozen=True, slots=True)
class Amount:
    """A plain amount in the tokens `[first, end)`.

    Args:
        value: what it comes to.
        scale: what it was multiplied by ("Millionen"), 1 for nothing.
        in_digits: whether it is written in digits.
        grouped: whether its digits are grouped by thousands or have decimals, so that it cannot be a year or a label.
        pointed: whether a full stop stands for the decimal comma, so that it must be believed by what follows.
        share: whether it is a part of a whole ("zwei Drittel").
        article: whether the only number word is a form of "ein".
    """

    first: int
    end: int
    value: float
    scale: float = 1.0
    in_digits: bool = False
    grouped: bool = False
    pointed: bool = False
    share: bool = False
    article: bool = False


def read_amount(line: Line, at: int, vocabulary: NumberVocabulary) -> Amount | None:
    """The amount that begins at a position, or None."""
    amount = _digits(line, at) or _number_word(line, at, vocabulary) or _article(line, at, vocabulary)
    if amount is None:
        return None
    amount = _with_fraction(line, _spoken_decimals(line, amount, vocabulary), vocabulary)
    return _scaled(line, amount, vocabulary)


def read_digits(written: str) -> Amount | None:
    """The amount of a stretch of digits with separators, or None where it is a date, a clock time or a version."""
    if len(written) > _LONGEST_NUMBER:
        return None
    if _GROUPED.fullmatch(written):
        return Amount(0, 1, float(written.replace(".", "").replace(",", ".")), in_digits=True, grouped=True)
    if _ENGLISH_GROUPED.fullmatch(written):
        return Amount(0, 1, float(written.replace(",", "")), in_digits=True, grouped=True)
    if _PLAIN.fullmatch(written):
        if len(written) > 1 and written[0] == "0" and written[1] != ",":
            return None  # a leading zero: telephone numbers, postcodes, matches
        return Amount(0, 1, float(written.replace(",", ".")), in_digits=True, grouped="," in written)
    if _POINTED.fullmatch(written):
        return Amount(0, 1, float(written), in_digits=True, grouped=True, pointed=True)
    return None


def _digits(line: Line, at: int) -> Amount | None:
    word = line.word(at)
    if not word[:1].isdigit():
        return _sign_fraction(line, at)
    if not word[0].isdecimal():
        return _sign_fraction(line, at)
    read = read_digits(word)
    if read is None:
        return None
    amount = replace(read, first=at, end=at + 1)
    if _LEADING_GROUP.fullmatch(word):
        amount = _groups(line, amount, word)
    if line.word(amount.end) == "," and line.glued(amount.end) and line.word(amount.end + 1) in _DASHES:
        amount = replace(amount, end=amount.end + 2)  # "1.200,- Euro"
    return _slashed(line, amount) or _half_behind(line, amount)


def _groups(line: Line, amount: Amount, leading: str) -> Amount:
    """Join groups of thousands that stand apart by a narrow space or an apostrophe ("12 000", "12'000")."""
    digits, end = leading, amount.end
    while len(digits) < _LONGEST_NUMBER:
        sign = line.word(end)
        if sign in _APOSTROPHES and line.glued(end) and line.glued(end + 1) and _GROUP.fullmatch(line.word(end + 1)):
            digits, end = digits + line.word(end + 1), end + 2
            continue
        gap = line.text[line.tokens[end - 1].span.end : line.tokens[end].span.begin] if end < len(line.tokens) else ""
        if gap in _GROUP_GAPS and _GROUP.fullmatch(sign):
            digits, end = digits + sign, end + 1
            continue
        break
    if end == amount.end:
        return amount
    return replace(amount, end=end, value=float(digits.replace(",", ".")), grouped=True)


def _slashed(line: Line, amount: Amount) -> Amount | None:
    """As in "2/3" written with a stroke."""
    end = amount.end
    if not (line.word(end) == "/" and line.glued(end) and line.glued(end + 1)):
        return None
    divisor = line.word(end + 1)
    if not divisor.isdecimal() or not amount.value < int(divisor) <= _LONGEST_DIVISOR or line.word(end + 2) == "/":
        return None
    if amount.value == 0 or amount.value != int(amount.value):
        return None
    return replace(amount, end=end + 2, value=amount.value / int(divisor), share=True, grouped=True)


def _half_behind(line: Line, amount: Amount) -> Amount:
    """As in "1½": a fraction sign right behind."""
    sign = line.word(amount.end)
    if len(sign) == 1 and line.glued(amount.end) and unicodedata.category(sign) == "No":
        value = unicodedata.numeric(sign, 0.0)
        if 0 < value < 1:
            return replace(amount, end=amount.end + 1, value=amount.value + value, grouped=True)
    return amount


def _sign_fraction(line: Line, at: int) -> Amount | None:
    sign = line.word(at)
    if len(sign) != 1 or unicodedata.category(sign) != "No":
        return None
    value = unicodedata.numeric(sign, 0.0)
    return Amount(at, at + 1, value, in_digits=True, grouped=True, share=True) if 0 < value < 1 else None


def _number_word(line: Line, at: int, vocabulary: NumberVocabulary) -> Amount | None:
    """A number word; with a capital inside a sentence only where it is a noun of number ("Hundert")."""
    word = line.word(at)
    if not word.isalpha():
        return None
    low = line.low(at)
    if low in vocabulary.scales.article_forms:
        return None
    value = vocabulary.words.read(low)
    if value is None:
        return None
    if word[0].isupper() and not _may_be_capital(line, at, vocabulary):
        return None
    return Amount(at, at + 1, value)


def _may_be_capital(line: Line, at: int, vocabulary: NumberVocabulary) -> bool:
    if begins_words(line, at):
        return True
    return line.low(at) in vocabulary.scales.scales and not line.tag(at - 1).startswith("NE")


def begins_words(line: Line, at: int) -> bool:
    """Whether a capital at this position says nothing: at the beginning of a sentence or quotation, behind a colon."""
    before = at - 1
    while before >= 0 and line.tag(before) == "$(":
        before -= 1
    return before < 0 or line.tag(before) == "$."


def _article(line: Line, at: int, vocabulary: NumberVocabulary) -> Amount | None:
    """A form of "ein" before a word that makes a number of it ("ein Dutzend", "eine halbe Million", "ein Drittel")."""
    if line.low(at) not in vocabulary.scales.article_forms:
        return None
    following = line.low(at + 1)
    scales = vocabulary.scales
    if following in scales.half_adjectives:
        return Amount(at, at + 1, 1.0, article=True)
    if following in scales.scales or (following in scales.fractions and line.word(at + 1)[0].isupper()):
        return Amount(at, at + 1, 1.0, article=True)
    return None


def _spoken_decimals(line: Line, amount: Amount, vocabulary: NumberVocabulary) -> Amount:
    """As in "zwei Komma drei"."""
    if amount.in_digits or line.low(amount.end) != vocabulary.words.decimal:
        return amount
    digits, end = "", amount.end + 1
    while (value := vocabulary.words.read(line.low(end))) is not None and value == int(value):
        digits, end = digits + str(int(value)), end + 1
    if not digits:
        return amount
    return replace(amount, end=end, value=float(f"{int(amount.value)}.{digits}"), grouped=True)


def _with_fraction(line: Line, amount: Amount, vocabulary: NumberVocabulary) -> Amount:
    """As in "zwei Drittel", "drei halbe", "fünf und drei Viertel"."""
    scales = vocabulary.scales
    divisor = 2 if line.low(amount.end) in scales.half_adjectives else scales.fractions.get(line.low(amount.end))
    if divisor is not None:
        return replace(amount, end=amount.end + 1, value=amount.value / divisor, share=True, article=False)
    if line.low(amount.end) == vocabulary.words.joint and not amount.in_digits:
        top = vocabulary.words.read(line.low(amount.end + 1)) if line.word(amount.end + 1).isalpha() else None
        divisor = vocabulary.scales.fractions.get(line.low(amount.end + 2))
        if top is not None and divisor is not None and 0 < top < divisor:
            return replace(amount, end=amount.end + 3, value=amount.value + top / divisor)
    return amount


def _scaled(line: Line, amount: Amount, vocabulary: NumberVocabulary) -> Amount:
    """Multiply by the scale words behind, and add a smaller number word that goes on ("zwei Millionen dreitausend")."""
    scale, end = 1.0, amount.end
    while (factor := vocabulary.scales.scales.get(line.low(end))) is not None and scale * factor <= LARGEST_SCALE:
        scale, end = scale * factor, end + 1
    if end == amount.end:
        return amount
    value = amount.value * scale
    rest = vocabulary.words.read(line.low(end)) if line.word(end).isalpha() and not amount.in_digits else None
    if rest is not None and 1 < rest < scale and line.low(end) not in vocabulary.scales.article_forms:
        value, end = value + rest, end + 1
    return replace(amount, end=end, value=round(value, 6), scale=scale, share=False, article=False)
