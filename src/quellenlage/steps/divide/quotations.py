"""Pairing of quotation marks, which come unpaired, mixed, nested and across paragraphs.

A mark that finds no partner is set aside and named; nothing else of the document is given up for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quellenlage.model.span import Span, trimmed
from quellenlage.model.tokens import Quotation

_DOUBLE = '„“”"»«'
# Old wire services and careless typists write one mark as two signs.
_DOUBLED = {"``": "„", ",,": "„", "''": "”"}
_ALWAYS_OPENS, _ALWAYS_CLOSES = "„", "”"
_HALVES = frozenset(pair[0] for pair in _DOUBLED)
# A quotation may run on over this many passages (speakers quoted at length); beyond it a mark is a slip.
_MOST_PASSAGES = 4


@dataclass(frozen=True, slots=True)
class Pairing:
    """Quotations in the order of the text, and the marks that found no partner."""

    quotations: tuple[Quotation, ...]
    stray: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    size: int
    sign: str
    opens: bool
    closes: bool
    passage: int


def pair_quotations(text: str, passages: Sequence[Span]) -> Pairing:
    """Pair the double quotation marks of `text` inside `passages`.

    The sign tells the direction where it can („ opens, ” closes), else the space around it. A new opening mark inside
    an open quotation is nested if both close again within the passage; else the earlier one is stray, except at the
    beginning of a passage, where newspapers repeat the mark of a quotation that runs on.
    """
    quotations: list[Quotation] = []
    stray: list[Span] = []
    open_marks: list[_Mark] = []
    for mark in _marks(text, passages):
        while open_marks and mark.passage - open_marks[0].passage >= _MOST_PASSAGES:
            stray.append(_span(open_marks.pop(0)))
        if mark.closes and open_marks and (not mark.opens or _matches(open_marks[-1], mark)):
            opening = open_marks.pop()
            quotation = _quotation(text, opening, mark)
            if quotation is not None:
                quotations.append(quotation)
        elif mark.opens:
            if not _runs_on(text, mark, open_marks, passages):
                open_marks = _keep_same_passage(open_marks, mark, stray)
                open_marks.append(mark)
        else:
            stray.append(_span(mark))
    stray.extend(_span(mark) for mark in open_marks)
    return Pairing(tuple(sorted(quotations, key=lambda q: q.span)), tuple(sorted(stray)))


def _marks(text: str, passages: Sequence[Span]) -> Iterator[_Mark]:
    for number, passage in enumerate(passages):
        for at in range(passage.begin, passage.end):
            sign = text[at]
            if sign in _DOUBLE:
                opens, closes = _directions(text, at, passage)
                yield _Mark(at, 1, sign, opens, closes, number)
            elif sign in _HALVES and (doubled := _doubled(text, at, passage)) is not None:
                yield _Mark(at, 2, doubled, doubled == _ALWAYS_OPENS, doubled == _ALWAYS_CLOSES, number)


def _doubled(text: str, at: int, passage: Span) -> str | None:
    """The mark that two signs at `at` stand for; an opening one must have a word behind it."""
    mark = _DOUBLED.get(text[at : at + 2])
    if mark is None or at + 2 > passage.end:
        return None
    return mark if mark == _ALWAYS_CLOSES or text[at + 2 : at + 3].isalnum() else None


def _directions(text: str, at: int, passage: Span) -> tuple[bool, bool]:
    """Whether the mark at `at` can open and whether it can close."""
    sign = text[at]
    if sign == _ALWAYS_OPENS:
        return True, False
    if sign == _ALWAYS_CLOSES:
        return False, True
    before = text[at - 1] if at > passage.begin else " "
    after = text[at + 1] if at + 1 < passage.end else " "
    starts = (before.isspace() or before in "([–—-/:") and not after.isspace()
    ends = not before.isspace() and (after.isspace() or not after.isalnum())
    if starts == ends:
        return sign != "“", True
    return starts, ends


def _matches(opening: _Mark, mark: _Mark) -> bool:
    return (opening.sign, mark.sign) in {
        ("„", "“"),
        ("„", "”"),
        ("„", '"'),
        ('"', '"'),
        ("“", "”"),
        ("»", "«"),
        ("«", "»"),
    }


def _runs_on(text: str, mark: _Mark, open_marks: list[_Mark], passages: Sequence[Span]) -> bool:
    """Whether the mark only repeats, at the beginning of a passage, that a quotation goes on."""
    if not open_marks or open_marks[-1].passage == mark.passage:
        return False
    return text[passages[mark.passage].begin : mark.at].strip() == ""


def _keep_same_passage(open_marks: list[_Mark], mark: _Mark, stray: list[Span]) -> list[_Mark]:
    """Open marks of earlier passages are stray once a new quotation opens elsewhere than at a passage's beginning."""
    kept = [held for held in open_marks if held.passage == mark.passage]
    stray.extend(_span(held) for held in open_marks if held.passage != mark.passage)
    return kept


def _span(mark: _Mark) -> Span:
    return Span(mark.at, mark.at + mark.size)


def _quotation(text: str, opening: _Mark, closing: _Mark) -> Quotation | None:
    inner = trimmed(text, opening.at + opening.size, closing.at)
    return None if inner is None else Quotation(Span(opening.at, closing.at + closing.size), inner)
