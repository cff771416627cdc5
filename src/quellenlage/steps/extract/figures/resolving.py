"""What each quantity of a sentence counts, with the nouns that stand elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quellenlage.languages.numbers import NumberVocabulary
from quellenlage.languages.units import LENGTH
from quellenlage.steps.extract.figures.clauses import Piece, index_of
from quellenlage.steps.extract.figures.counting import (
    count_behind,
    count_measured_before,
    count_measured_subject,
    count_of_number,
    count_shared,
    count_valued,
    takes_up,
)
from quellenlage.steps.extract.figures.quantity import Count, Quantity


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the sentences before counted last, and what they counted or measured last."""

    counted: Count | None
    any: Count | None


def resolve_counts(
    quantities: Sequence[Quantity],
    pieces: tuple[Piece, ...],
    *,
    earlier: Earlier,
    vocabulary: NumberVocabulary,
) -> list[Count | None]:
    """What each quantity counts; None where nothing does.

    A noun behind the number comes first; then the noun of the next number, the noun of number before it ("die Zahl der
    Toten"), the subject of a verb that measures, and last what was counted before, in this sentence or an earlier one.

    Args:
        earlier: what the sentences before counted and measured last.
    """
    counts = [count_behind(quantity, vocabulary) for quantity in quantities]
    for number in range(len(quantities) - 1, -1, -1):
        if counts[number] is None and quantities[number].unit is None:
            counts[number] = count_shared(quantities, counts, number, vocabulary.counted)
    for number, quantity in enumerate(quantities):
        if counts[number] is None:
            carried = _carried(quantities, counts, number, vocabulary)
            counts[number] = (
                carried
                or _elsewhere(quantity, pieces, vocabulary)
                or _taken_up(quantities, counts, number, pieces=pieces, earlier=earlier, vocabulary=vocabulary)
            )
    return counts


def _carried(
    quantities: Sequence[Quantity], counts: Sequence[Count | None], number: int, vocabulary: NumberVocabulary
) -> Count | None:
    """What the number right before measures: "um 3,6 Prozent auf 879 Millionen Euro" speaks of one thing."""
    if number == 0 or quantities[number].unit is None:
        return None
    before, count = quantities[number - 1], counts[number - 1]
    between = quantities[number].line.lower[before.end : quantities[number].begin]
    if count is None or not count.elided or len(between) != 1 or between[0] not in vocabulary.counted.changes_by:
        return None
    return replace(count, end=quantities[number].end)


def _elsewhere(quantity: Quantity, pieces: tuple[Piece, ...], vocabulary: NumberVocabulary) -> Count | None:
    words = vocabulary.counted
    if quantity.unit is None:
        found = count_of_number(quantity, pieces, words) or count_valued(quantity, words)
        return found or count_measured_before(quantity, vocabulary)
    if quantity.kind == LENGTH:
        return None  # a distance belongs to no subject ("lag 92 Kilometer nordwestlich")
    return count_measured_subject(quantity, pieces, words)


def _taken_up(
    quantities: Sequence[Quantity],
    counts: Sequence[Count | None],
    number: int,
    *,
    pieces: tuple[Piece, ...],
    earlier: Earlier,
    vocabulary: NumberVocabulary,
) -> Count | None:
    """The thing counted before: nearest in the sentence, or in an earlier one where a word takes it up."""
    quantity = quantities[number]
    if quantity.unit is not None and quantity.unit != vocabulary.units.share.sign:
        return None
    for place in range(number - 1, -1, -1):
        count = counts[place]
        if count is not None and (quantities[place].unit is None or quantity.unit is not None):
            return replace(count, end=quantity.end, elided=True)
    piece = pieces[index_of(pieces, quantity.first)]
    before = earlier.counted if quantity.unit is None else earlier.any
    taken_up = takes_up(quantity.line, piece, vocabulary.counted) or _stands_alone(quantity, vocabulary)
    if before is not None and taken_up:
        return replace(before, end=quantity.end, elided=True)
    return None


def _stands_alone(quantity: Quantity, vocabulary: NumberVocabulary) -> bool:
    """Whether a number without a noun can only mean what was counted before.

    It is the subject ("Zwei haben geweint", "53 seien geblieben") or stands behind "es" ("Tatsächlich sind es 40").
    """
    line, numeral = quantity.line, quantity.numeral
    if quantity.unit is not None or numeral.times or numeral.article:
        return False
    opens = quantity.first == 0 or line.word(quantity.first - 1) in (".", ":", ";", "„", "“")
    subject = opens and line.tag(quantity.end) in ("VVFIN", "VAFIN", "VMFIN")
    impersonal = line.low(quantity.first - 1) in vocabulary.counted.impersonal
    return subject or (impersonal and line.tag(quantity.first - 2) == "VAFIN")


def is_part(quantity: Quantity, pieces: tuple[Piece, ...], vocabulary: NumberVocabulary) -> bool:
    """Whether the figure is said to be among what was counted before it ("12 Tote, darunter drei Kinder")."""
    piece = pieces[index_of(pieces, quantity.first)]
    return not piece.verbs and quantity.line.low(piece.first) in vocabulary.counted.anaphora
