"""Figures: quantities with their bounds, what they count and what is said of it.

In each sentence numerals are read first and what only looks like one is thrown out; then bounds and units around them;
then what each counts, which may stand in another sentence; last the status from the words that govern it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from quellenlage.languages.numbers import NumberVocabulary
from quellenlage.model.document import Document
from quellenlage.model.identity import content_id
from quellenlage.model.marks import Figure, Time, TimeKind
from quellenlage.model.span import Span
from quellenlage.model.tokens import Division, Sentence
from quellenlage.steps.extract.figures.bounds import Interval
from quellenlage.steps.extract.figures.clauses import cut_pieces
from quellenlage.steps.extract.figures.line import Line
from quellenlage.steps.extract.figures.quantity import Count, Quantity
from quellenlage.steps.extract.figures.reading import lend_units, read_quantities, share_units
from quellenlage.steps.extract.figures.resolving import Earlier, is_part, resolve_counts
from quellenlage.steps.extract.figures.status import read_status

__all__ = ["extract_figures"]
_ENGLISH_GROUPING = re.compile(r"[1-9]\d{0,2},\d{3}")


def extract_figures(
    document: Document, division: Division, vocabulary: NumberVocabulary, *, times: tuple[Time, ...]
) -> tuple[Figure, ...]:
    """All figures of a document, in the order of the text.

    Args:
        times: what was found before; a number inside a date, a clock time or a repetition is no figure, one inside a
            duration ("drei Tage") is.
    """
    masks = _Masks(times)
    figures: list[Figure] = []
    earlier = Earlier(None, None)
    large: Quantity | None = None
    for sentence in division.sentences:
        quantities = _quantities(document, sentence, vocabulary, masks, large)
        if not quantities:
            continue
        large = next((q for q in reversed(quantities) if q.numeral.scale > 1), large)
        pieces = cut_pieces(quantities[0].line)
        counts = resolve_counts(quantities, pieces, earlier=earlier, vocabulary=vocabulary)
        status: str | None = None
        for quantity, noun in zip(quantities, counts, strict=True):
            count = None if quantity.numeral.times else noun  # "zweimal" counts no thing
            found = read_status(quantity, count, pieces, role=sentence.role, vocabulary=vocabulary)
            status = found or (status if is_part(quantity, pieces, vocabulary) else None)
            figure = _figure(document, quantity, count, status=status, vocabulary=vocabulary)
            if figure is not None:
                figures.append(figure)
                earlier = _latest(earlier, count, quantity)
    return tuple(figures)


def _latest(earlier: Earlier, count: Count | None, quantity: Quantity) -> Earlier:
    """The last things counted and measured so far."""
    if count is None:
        return earlier
    return Earlier(count if quantity.unit is None else earlier.counted, count)


class _Masks:
    """The stretches of a document in which a number is no quantity."""

    def __init__(self, times: tuple[Time, ...]) -> None:
        self._spans = sorted(time.span for time in times if time.kind is not TimeKind.DURATION)

    def __call__(self, span: Span) -> bool:
        place = bisect_left(self._spans, span)
        return any(other.touches(span) for other in self._spans[max(place - 1, 0) : place + 1])


def _quantities(
    document: Document, sentence: Sentence, vocabulary: NumberVocabulary, masks: _Masks, large: Quantity | None
) -> list[Quantity]:
    """The quantities of a sentence.

    Args:
        large: the last quantity of the sentences before that was in thousands or more.
    """
    line = Line.of(
        sentence,
        document.text,
        participles=vocabulary.statuses.participles,
        decimal_point=vocabulary.decimal_point,
        capitals=vocabulary.capital_nouns,
    )
    found = list(read_quantities(line, vocabulary, masked=masks))
    return lend_units(share_units(found, vocabulary), vocabulary, before=large)


def _figure(
    document: Document,
    quantity: Quantity,
    count: Count | None,
    *,
    status: str | None,
    vocabulary: NumberVocabulary,
) -> Figure | None:
    if count is None and status is None and _is_bare(quantity):
        return None
    line = quantity.line
    span = Span(line.tokens[quantity.first].span.begin, _end(quantity, vocabulary))
    interval = _ungrouped(quantity, count, _within_whole(quantity, count, vocabulary), vocabulary)
    return Figure(
        id=content_id("fig", document.id, tuple(span)),
        document=document.id,
        span=span,
        low=interval.low,
        high=interval.high,
        point=interval.point,
        comparator=interval.comparator,
        unit=quantity.unit,
        counted=None if count is None else count.counted,
        status=status,
        number=quantity.numeral.number,
        additive=quantity.additive,
    )


def _end(quantity: Quantity, vocabulary: NumberVocabulary) -> int:
    """Where the words of a quantity end; a full stop left with a unit closes the sentence ("km/h.")."""
    token = quantity.line.tokens[quantity.end - 1]
    known = token.word in vocabulary.units.symbols or token.word.lower() in vocabulary.scales.scales
    closes = len(token.word) > 1 and token.word.endswith(".") and not known
    return max(token.span.end - 1, quantity.numeral.number.end) if closes else token.span.end


def _within_whole(quantity: Quantity, count: Count | None, vocabulary: NumberVocabulary) -> Interval:
    """The interval of a quantity; a hedged part of a whole is no more than the whole ("rund 95 Prozent der Bäume")."""
    interval = quantity.interval
    whole = vocabulary.units.wholes.get(quantity.unit or "")
    if count is None or not count.part_of or whole is None or interval.high is None or interval.point is None:
        return interval
    return replace(interval, high=max(interval.point, min(interval.high, whole)))


def _ungrouped(quantity: Quantity, count: Count | None, interval: Interval, vocabulary: NumberVocabulary) -> Interval:
    """Three decimals of things counted are thousands, as machine translations write them ("1,500 Soldaten")."""
    numeral, written = quantity.numeral, quantity.numeral.number.of(quantity.line.text)
    counts = quantity.unit is None and numeral.scale == 1 and count is not None and not count.elided
    if vocabulary.decimal_point or not counts or _ENGLISH_GROUPING.fullmatch(written) is None:
        return interval
    low, high, point = (None if end is None else end * 1000 for end in (interval.low, interval.high, interval.point))
    return Interval(low, high, point, interval.comparator)


def _is_bare(quantity: Quantity) -> bool:
    """Whether nothing shows that the number is a quantity: no unit, bound, grouping, scale or thing counted."""
    numeral = quantity.numeral
    if quantity.unit is not None or quantity.bounded or quantity.additive or numeral.times:
        return False
    return numeral.scale == 1 and (numeral.label_like or not numeral.in_digits)
