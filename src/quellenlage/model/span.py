"""Spans: half-open stretches of a document's decoded text, counted in code points."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import NamedTuple

from quellenlage.model.errors import InvalidRecord


class _Bounds(NamedTuple):
    begin: int
    end: int


class Span(_Bounds):
    """A non-empty, half-open stretch `[begin, end)` of one document's text.

    Offsets are code points of the decoded text as received. A span is a pair, so spans sort by where they
    begin, then by where they end, and are written to JSON as `[begin, end]`.

    Raises:
        InvalidRecord: if the span is empty, runs backwards or begins before the text.
    """

    __slots__ = ()

    def __new__(cls, begin: int, end: int) -> Span:
        """Check the bounds and make the span."""
        if not 0 <= begin < end:
            raise InvalidRecord(f"impossible span [{begin}, {end})")
        return super().__new__(cls, begin, end)

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.begin

    def of(self, text: str) -> str:
        """The words this span claims in `text`."""
        return text[self.begin : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies inside this span (the same span counts)."""
        return self.begin <= other.begin and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.begin < other.end and other.begin < self.end


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of `spans`; there must be at least one."""
    ordered = list(spans)
    return Span(min(s.begin for s in ordered), max(s.end for s in ordered))


def trimmed(text: str, begin: int, end: int) -> Span | None:
    """The span `[begin, end)` of `text` less white space at both ends, or None if nothing is left."""
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return Span(begin, end) if begin < end else None


def check_spans(spans: tuple[Span, ...], what: str) -> None:
    """Refuse spans that overlap or are out of order.

    Raises:
        InvalidRecord: naming `what` the spans belong to.
    """
    for left, right in itertools.pairwise(spans):
        if right.begin < left.end:
            raise InvalidRecord(f"{what}: span {tuple(right)} overlaps or precedes {tuple(left)}")
