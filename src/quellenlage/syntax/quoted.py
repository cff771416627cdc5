"""Quotation marks, dashes and brackets within one sentence: which words are speech or a remark apart from the rest.

A pair of marks around a title or a single word ("das Blatt „Morgenpost“") parts nothing; one that holds a finite verb
or is set off by signs does. A pair of brackets, or of dashes around a finite verb, holds a remark that the sentence
runs past.
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.model.tokens import Token

_MARKS = frozenset({"„", "“", "”", '"', "»", "«", "``", "''", ",,"})
_ONLY_OPENS, _ONLY_CLOSES = frozenset({"„", "``", ",,"}), frozenset({"”", "''"})
_DASHES, _BRACKETS = frozenset({"–", "-", "—", "--"}), (frozenset({"(", "["}), frozenset({")", "]"}))
OUTSIDE = -1
_FIRST_REMARK = -2  # remarks count downwards from here, quotations upwards from 0


class Worlds:
    """For each place the number of the quotation or remark that holds it, or `OUTSIDE`.

    Args:
        numbers: by place.
        marks: places of all quotation marks.
        outer: those of them that bound speech.
    """

    def __init__(self, numbers: list[int], marks: frozenset[int], outer: frozenset[int]) -> None:
        self._numbers, self._marks, self._outer = numbers, marks, outer

    def __getitem__(self, place: int) -> int:
        return self._numbers[place]

    def is_mark(self, place: int) -> bool:
        """Whether a quotation mark stands there."""
        return place in self._marks

    def is_outer_mark(self, place: int) -> bool:
        """Whether it is a mark that bounds speech."""
        return place in self._outer

    def is_quoted(self, place: int) -> bool:
        """Whether a word stands in quoted speech."""
        return self._numbers[place] >= 0

    def range_of(self, number: int) -> tuple[int, int]:
        """The half-open range of the places in one world."""
        places = [place for place, world in enumerate(self._numbers) if world == number]
        return places[0], places[-1] + 1


def quoted_worlds(tokens: Sequence[Token]) -> Worlds:
    """Pair the marks of a sentence and number the quotations that hold speech."""
    marks = frozenset(place for place, token in enumerate(tokens) if token.word in _MARKS)
    numbers, outer, number = [OUTSIDE] * len(tokens), set[int](), 0
    for begin, end in _pairs(tokens, sorted(marks)):
        if not _is_speech(tokens, begin, end):
            continue
        outer.update(at for at in (begin, end) if 0 <= at < len(tokens))
        for at in range(begin + 1, end):
            numbers[at] = number
        number += 1
    _number_remarks(tokens, numbers, outer)
    return Worlds(numbers, marks, frozenset(outer))


def _number_remarks(tokens: Sequence[Token], numbers: list[int], outer: set[int]) -> None:
    """Number what two dashes or brackets hold, if it is all in one world; between dashes a finite verb must stand."""
    number, opened = _FIRST_REMARK, -1
    for at, token in enumerate(tokens):
        sign = token.word
        if not token.is_sign or not (sign in _DASHES or sign in _BRACKETS[0] or sign in _BRACKETS[1]):
            continue
        closes = opened >= 0 and (sign in _BRACKETS[1] if tokens[opened].word in _BRACKETS[0] else sign in _DASHES)
        if closes and _is_remark(tokens, numbers, opened, at):
            outer.update((opened, at))
            for place in range(opened + 1, at):
                numbers[place] = number
            number, opened = number - 1, -1
        elif sign not in _BRACKETS[1]:
            opened = at


def _is_remark(tokens: Sequence[Token], numbers: Sequence[int], begin: int, end: int) -> bool:
    if len(set(numbers[begin : end + 1])) > 1 or begin == 0:
        return False
    return tokens[begin].word in _BRACKETS[0] or any(tokens[at].is_finite for at in range(begin + 1, end))


def _pairs(tokens: Sequence[Token], marks: Sequence[int]) -> list[tuple[int, int]]:
    """Opening and closing places, outermost pairs only; a mark without partner pairs with the sentence's edge."""
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    for at in marks:
        if opened is None and _opens(tokens, at):
            opened = at
        elif opened is None:
            if not pairs:
                pairs.append((-1, at))
        elif tokens[at].word not in _ONLY_OPENS:
            pairs.append((opened, at))
            opened = None
    if opened is not None:
        pairs.append((opened, len(tokens)))
    return pairs


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """By the sign itself, else by the word it touches, else it opens unless a sign or nothing follows."""
    word = tokens[at].word
    if word in _ONLY_OPENS or word in _ONLY_CLOSES:
        return word in _ONLY_OPENS
    touches_left = at > 0 and tokens[at - 1].span.end == tokens[at].span.begin
    touches_right = at + 1 < len(tokens) and tokens[at].span.end == tokens[at + 1].span.begin
    if touches_left != touches_right:
        return touches_right
    return at == 0 or (at + 1 < len(tokens) and not tokens[at + 1].is_sign)


def _is_speech(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether quoted words are speech: a finite verb inside, or signs (or the sentence's edge) on both sides."""
    if any(tokens[at].is_finite for at in range(begin + 1, min(end, len(tokens)))):
        return True
    before = begin <= 0 or tokens[begin - 1].is_sign
    behind = end + 1 >= len(tokens) or tokens[end + 1].is_sign
    return before and behind and end - begin > 1
