"""The pieces of a paragraph in which times are looked for: words, numbers of several shapes, signs.

They are cut finer and coarser than tokens: "10-18" is three pieces, "20.10.2024", "17.30" and "90er-Jahre" are one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from quellenlage.model.tokens import Token

FIRST_YEAR, LAST_YEAR = 1000, 2199  # numbers of four digits that can be a year without the word "year"
_LAST_HOUR, _LAST_MINUTE, _LAST_DAY, _LAST_MONTH = 24, 59, 31, 12
_LAST_SHORT_YEAR = 99
_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"  # combining marks, soft hyphen, zero-width signs: inside a word
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060]")

_PIECE = re.compile(
    rf"""
    (?P<word>[^\W\d_][\w{_MARKS}]*(?:[-‐‑'’&][^\W_][\w{_MARKS}]*)*|\d{{1,2}}(?:st|nd|rd|th)\b)
  | (?P<iso>\d{{4}}-\d{{2}}-\d{{2}}
        (?:[T ]\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?(?![\w-]))
  | (?P<date>\d{{1,2}}\.[ ]?\d{{1,2}}\.[ ]?(?:\d{{4}}|\d{{2}})(?![\w]|[.,]\d))
  | (?P<day_month>\d{{1,2}}\.[ ]?\d{{1,2}}\.(?!\d))
  | (?P<decade>\d?\d?\d0(?:er(?:[-‐‑][Jj]ahren?)?|s)(?!\w))
  | (?P<colon>\d{{1,2}}:\d{{2}}(?!\d|[.,:]\d))
  | (?P<clock>\d{{1,2}}\.\d{{2}}(?!\d|[.,:]\d))
  | (?P<ordinal>(?<!\d{{4}}[/–-])\d{{1,2}}\.(?!\d))     # "2023/24." ends a sentence
  | (?P<number>\d{{1,3}}(?:[\ \u00a0\u202f]\d{{3}})+(?!\d)|\d+(?:[.,]\d+)*)
  | (?P<sign>[^\w\s])
    """,
    re.VERBOSE,
)


class Piece(NamedTuple):
    """A word, number or sign.

    Args:
        begin, end: where it stands in the document.
        word: as a reader sees it: composed (NFC), less soft hyphens and zero-width signs.
        shape: `word`, `sign` or a shape of numbers, from which its classes follow (`SHAPES`).
        tag: part of speech of the token that begins here, or nothing.
    """

    begin: int
    end: int
    word: str
    shape: str
    tag: str


# Classes that follow from the shape of a number.
SHAPES: Mapping[str, frozenset[str]] = {
    "iso": frozenset({"iso"}),
    "date": frozenset({"date"}),
    "day_month": frozenset({"day_month"}),
    "decade": frozenset({"decade"}),
    "clock": frozenset({"clock"}),
    "colon": frozenset({"clock", "colon"}),
    "day": frozenset({"day"}),
    "hour": frozenset({"number", "hour"}),
    "two_hour": frozenset({"number", "hour", "minute", "short_year"}),
    "two_minute": frozenset({"number", "minute", "short_year"}),
    "two_digits": frozenset({"number", "short_year"}),
    "year": frozenset({"number", "year"}),
    "number": frozenset({"number"}),
    "other": frozenset(),
}


def cut_pieces(
    text: str, begin: int, end: int, *, tokens: Sequence[Token], abbreviations: frozenset[str]
) -> list[Piece]:
    """The pieces of `text[begin:end]`.

    Args:
        tokens: of the same stretch; they lend their part of speech.
        abbreviations: words that keep their full stop, casefolded and with it.
    """
    by_begin = {token.span.begin: token for token in tokens}
    pieces: list[Piece] = []
    covered = begin
    for match in _PIECE.finditer(text, begin, end):
        first, last = match.span()
        if first < covered:
            continue  # the full stop of an abbreviation
        kind, word = match.lastgroup or "sign", match.group()
        token = by_begin.get(first)
        if kind == "word":
            word = _plain(word)
            if last < end and text[last] == "." and f"{word}.".casefold() in abbreviations:
                word, last = f"{word}.", last + 1
        elif kind != "sign":
            kind = _shape(kind, word)
        covered = last
        pieces.append(Piece(first, last, word, kind, token.tag if token is not None else ""))
    return pieces


def _plain(word: str) -> str:
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", word)) or word


def _shape(kind: str, written: str) -> str:
    """The shape of a number, which is `other` where its parts are no date or time."""
    if kind == "number":
        return _number_shape(written)
    if kind == "decade":
        return kind
    numbers = [int(part) for part in re.findall(r"\d+", written)]
    if kind == "ordinal":
        return "day" if 0 < numbers[0] <= _LAST_DAY else "other"
    if kind in ("clock", "colon"):
        return kind if numbers[0] <= _LAST_HOUR and numbers[1] <= _LAST_MINUTE else "number"
    if kind == "iso":
        return kind
    return kind if 0 < numbers[0] <= _LAST_DAY and 0 < numbers[1] <= _LAST_MONTH else "other"


def _number_shape(written: str) -> str:
    if not written.isdecimal():
        return "number"
    value = int(written)
    if len(written) == 4:
        return "year" if FIRST_YEAR <= value <= LAST_YEAR else "number"
    if len(written) == 2:
        if value <= _LAST_HOUR:
            return "two_hour"
        return "two_minute" if value <= _LAST_MINUTE else "two_digits"
    return "hour" if len(written) == 1 else "number"


def number_value(written: str) -> str:
    """The number that digits stand for in German, as TIMEX3 writes it ("1,5" is 1.5, "1.500" is 1500)."""
    whole, _, part = re.sub(r"[.\s]", "", written).partition(",")
    part = part.rstrip("0")
    return f"{int(whole)}.{part}" if part else str(int(whole))


def numeric_date(piece: Piece) -> datetime | None:
    """The moment a piece names in digits alone (`20.10.2024`, `2024-10-20T10:27`), or None if it names none.

    A year of two digits does not count: without the words around it, it may be anything.
    """
    numbers = [int(part) for part in re.findall(r"\d+", piece.word)]
    if piece.shape == "iso":
        parts = numbers[:5]
    elif piece.shape == "date" and numbers[2] > _LAST_SHORT_YEAR:
        parts = numbers[::-1]
    else:
        return None
    try:
        return datetime(*parts)  # type: ignore[arg-type]
    except ValueError:  # no such day
        return None
