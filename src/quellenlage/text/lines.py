"""Lines of a text as it was dumped: where each stands, how far it is set in, and how much room is above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quellenlage.model.span import Span, trimmed

# What ends a line: CRLF, LF, a lone CR, vertical tab, form feed, next line, line and paragraph separator.
_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Args:
        span: the line less white space at both ends.
        words: the text of the span.
        gap: blank lines above it.
        indent: characters of white space before it.
    """

    span: Span
    words: str
    gap: int
    indent: int


def split_lines(text: str) -> Iterator[Line]:
    """The lines of `text` that are not blank, in order; everything that is not white space stands in one of them."""
    gap = begin = 0
    while begin <= len(text):
        ending = _LINE_END.search(text, begin)
        end, following = (ending.start(), ending.end()) if ending else (len(text), len(text) + 1)
        span = trimmed(text, begin, end)
        if span is None:
            gap += 1
        else:
            yield Line(span, span.of(text), gap, span.begin - begin)
            gap = 0
        begin = following
