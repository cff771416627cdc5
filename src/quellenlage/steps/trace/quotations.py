"""Words in quotation marks that two documents share, found through an index of their beginnings and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from quellenlage.model.dossier import SharedPassage
from quellenlage.model.span import Span
from quellenlage.model.statement import Reading
from quellenlage.steps.trace.bodies import Body, quotations_of
from quellenlage.text.shingles import fold

_LEAST_WORDS = 6  # a shorter quotation is a name, a title or a common phrase
_KEY_WORDS = 5  # words at the beginning, and at the end, by which a quotation is found again when it was cut
_MOST = 12  # documents with one quotation that are paired each with each; beyond it all are paired with the first


@dataclass(frozen=True, slots=True)
class SharedQuotation:
    """Two documents and the quotations they share.

    Args:
        left, right: ids of the documents, in the order of ids.
        share: part of the right one's compared text that the shared quotations make, 0 to 1.
        passages: the quotations, as they stand in the left and the right one.
    """

    left: str
    right: str
    share: float
    passages: tuple[SharedPassage, ...]


def find_shared_quotations(
    readings: Sequence[Reading], bodies: Sequence[Body], known: AbstractSet[tuple[str, str]]
) -> Iterator[SharedQuotation]:
    """Pairs of documents that share a quotation.

    Args:
        readings, bodies: of the same documents, in the order of ids.
        known: pairs of document ids, in order, that are linked already.
    """
    shared: dict[tuple[int, int], dict[Span, Span]] = {}
    for places in _index(readings, bodies).values():
        for left, right in _paired(places):
            if (readings[left[0]].document.id, readings[right[0]].document.id) not in known:
                shared.setdefault((left[0], right[0]), {}).setdefault(right[1], left[1])
    for (left_number, right_number), spans in sorted(shared.items()):
        yield SharedQuotation(
            readings[left_number].document.id,
            readings[right_number].document.id,
            sum(span.length for span in spans) / max(1, bodies[right_number].length),
            tuple(SharedPassage(origin, derived) for derived, origin in sorted(spans.items())),
        )


def _index(readings: Sequence[Reading], bodies: Sequence[Body]) -> dict[str, list[tuple[int, Span]]]:
    """Where quotations stand, by their first and by their last words."""
    index: dict[str, list[tuple[int, Span]]] = {}
    for number, (reading, body) in enumerate(zip(readings, bodies, strict=True)):
        for span in quotations_of(reading):
            if not any(sentence.touches(span) for sentence in body.spans):
                continue
            words = fold(span.of(reading.document.text)).split()
            if len(words) >= _LEAST_WORDS:
                for key in dict.fromkeys((" ".join(words[:_KEY_WORDS]), " ".join(words[-_KEY_WORDS:]))):
                    index.setdefault(key, []).append((number, span))
    return index


def _paired(places: Sequence[tuple[int, Span]]) -> Iterator[tuple[tuple[int, Span], tuple[int, Span]]]:
    """Pairs of places in different documents."""
    firsts = places if len(places) <= _MOST else places[:1]
    for at, left in enumerate(firsts):
        for right in places[at + 1 :]:
            if left[0] != right[0]:
                yield left, right
