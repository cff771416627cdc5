"""What of each document is compared: the sentences of its title and content, less the lines its outlet repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quellenlage.model.document import Role
from quellenlage.model.span import Span, trimmed
from quellenlage.model.statement import Reading
from quellenlage.text.shingles import fold

_COMPARED = frozenset({Role.TITLE, Role.CONTENT})
_LINE = re.compile(r"[^\r\n]+")
# A full stop behind one or two digits makes an ordinal ("am 6. Dezember") more often than it ends a sentence.
_END = re.compile(r"(?<!\b\d)(?<!\b\d\d)[.!?…]+[\"”“»«›‹’')\]]*\s+(?=[\"„“”»«‚'(\[]?[^\W_a-zäöüß])")
_SHORTEST_PIECE = 25  # characters; what a full stop cuts off shorter is an abbreviation more often than a sentence
_QUOTED = re.compile(r"„[^„“”\"]*[“”\"]|»[^»«]*«|«[^»«]*»|“[^“”]*”|\"[^\"]*\"")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"\w+")
_LONGEST_HEADING = 160  # characters
_SENTENCE_ENDS = ".…;:,"  # a question or a cry may be a headline
_LEAST_SMALL = 0.2  # of the words of a sentence begin with a small letter, in German as in English
_REPEATED = 3  # different pages of one outlet on which a line makes it furniture of that outlet


@dataclass(frozen=True, slots=True)
class Body:
    """The sentences of one document that are compared.

    Args:
        document: id of the document.
        language: its ISO 639-1 code.
        spans: where the sentences stand, in order.
        folded: their words as they are compared, see `text/shingles.py`.
        lines: number of the line each stands in.
        titles: whether each is the document's own title.
        quoted: share of each that stands in quotation marks, 0 to 1.
        headings: whether each is a line by itself that no full stop ends, as headlines and links are.
        listed: whether each is made of names and numbers, as the lines of a table are.
    """

    document: str
    language: str
    spans: tuple[Span, ...]
    folded: tuple[str, ...]
    lines: tuple[int, ...]
    titles: tuple[bool, ...]
    quoted: tuple[float, ...]
    headings: tuple[bool, ...]
    listed: tuple[bool, ...]

    @property
    def length(self) -> int:
        """Characters compared."""
        return sum(span.length for span in self.spans)


def bodies_of(readings: Sequence[Reading], outlets: Mapping[str, str]) -> list[Body]:
    """The bodies of all documents.

    Args:
        outlets: id of the outlet that carries a document, by document id; lines are counted per outlet, since a
            paragraph that six outlets took from one agency is no furniture.
    """
    lines = [list(_lines(reading)) for reading in readings]
    furniture = _furniture(readings, lines, outlets)
    bodies = []
    for reading, own in zip(readings, lines, strict=True):
        repeated = furniture.get(outlets.get(reading.document.id, ""), frozenset())
        kept = [(number, span) for number, span in enumerate(own) if _shape(reading, span) not in repeated]
        bodies.append(_body(reading, kept))
    return bodies


def _lines(reading: Reading) -> Iterator[Span]:
    """The lines of the passages that are compared."""
    text = reading.document.text
    for passage in reading.passages:
        if passage.role in _COMPARED:
            for line in _LINE.finditer(text, passage.span.begin, passage.span.end):
                span = trimmed(text, *line.span())
                if span is not None:
                    yield span


def _shape(reading: Reading, line: Span) -> str:
    """A line less what changes from page to page: dates, times, counters."""
    return _DIGITS.sub("0", line.of(reading.document.text).casefold())


def _furniture(
    readings: Sequence[Reading], lines: Sequence[Sequence[Span]], outlets: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """Shapes of the lines that each outlet repeats, by outlet.

    Pages with the same longest line are versions of one article and count once.
    """
    pages: dict[str, dict[str, set[str]]] = {}
    for reading, own in zip(readings, lines, strict=True):
        outlet = outlets.get(reading.document.id)
        if outlet is None or not own:
            continue
        shapes = [_shape(reading, span) for span in own]
        page = max(shapes, key=lambda shape: (len(shape), shape))
        seen = pages.setdefault(outlet, {})
        for shape in shapes:
            seen.setdefault(shape, set()).add(page)
    return {
        outlet: frozenset(shape for shape, on in seen.items() if len(on) >= _REPEATED) for outlet, seen in pages.items()
    }


def _body(reading: Reading, lines: Sequence[tuple[int, Span]]) -> Body:
    text = reading.document.text
    title = fold(reading.title or "")
    titled = [passage.span for passage in reading.passages if passage.role is Role.TITLE]
    pieces = [(number, span) for number, line in lines for span in _sentences(text, line)]
    folded = tuple(fold(span.of(text)) for _, span in pieces)
    per_line = Counter(number for number, _ in pieces)
    return Body(
        document=reading.document.id,
        language=reading.document.language,
        spans=tuple(span for _, span in pieces),
        folded=folded,
        lines=tuple(number for number, _ in pieces),
        titles=tuple(
            own == title or any(passage.holds(span) for passage in titled)
            for own, (_, span) in zip(folded, pieces, strict=True)
        ),
        quoted=_quoted_shares(reading, [span for _, span in pieces]),
        headings=tuple(_is_heading(span.of(text), alone=per_line[number] == 1) for number, span in pieces),
        listed=tuple(_is_listed(span.of(text)) for _, span in pieces),
    )


def _is_heading(line: str, *, alone: bool) -> bool:
    return alone and len(line) <= _LONGEST_HEADING and line[-1] not in _SENTENCE_ENDS


def _is_listed(sentence: str) -> bool:
    """Whether hardly a word begins with a small letter, as in a table of results."""
    words: list[str] = _WORD.findall(sentence)
    return sum(word[0].islower() for word in words) < _LEAST_SMALL * len(words)


def _sentences(text: str, line: Span) -> Iterator[Span]:
    """The sentences of one line, roughly: alignment bears a cut too many, and no language pack is needed."""
    begin = line.begin
    for end in _END.finditer(text, line.begin, line.end):
        if end.end() - begin > _SHORTEST_PIECE:
            span = trimmed(text, begin, end.end())
            if span is not None:
                yield span
            begin = end.end()
    span = trimmed(text, begin, line.end)
    if span is not None:
        yield span


def quotations_of(reading: Reading) -> list[Span]:
    """The quotations of a document, as `divide` paired their marks or, where it was not read, as they pair."""
    if reading.division.sentences:
        return [quotation.span for quotation in reading.division.quotations]
    return [Span(*found.span()) for found in _QUOTED.finditer(reading.document.text)]


def _quoted_shares(reading: Reading, spans: Sequence[Span]) -> tuple[float, ...]:
    """Share of each span that stands in quotation marks."""
    quotations = quotations_of(reading)
    shares, cursor = [], 0
    for span in spans:
        while cursor < len(quotations) and quotations[cursor].end <= span.begin:
            cursor += 1
        covered = 0
        for quotation in quotations[cursor:]:
            if quotation.begin >= span.end:
                break
            covered += min(quotation.end, span.end) - max(quotation.begin, span.begin)
        shares.append(min(1.0, covered / span.length))
    return tuple(shares)
