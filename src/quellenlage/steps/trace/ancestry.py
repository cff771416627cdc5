"""To which texts a passage goes back: walks up the derivations, passage by passage.

A document that took two sentences from an agency and wrote twenty itself goes back to the agency for those two only.
So the walk starts with the spans of a statement and follows a derivation if one of its passages holds them, or if the
document comes from its origin as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quellenlage.model.dossier import Derivation, DerivationKind
from quellenlage.model.span import Span

# A quotation shared and a credit alone do not make one text of two; see `origins.py` for what a credit does.
_OF_TEXT = frozenset(
    {DerivationKind.COPY, DerivationKind.REWRITE, DerivationKind.TRANSLATION, DerivationKind.SHARED_WIRE}
)
_AS_A_WHOLE = 0.6  # share of a document's text from which it comes from another as a whole
_MOST_FOLLOWED = 16  # derivations of one document, best first; in a family of a hundred copies these reach all of them


@dataclass(frozen=True, slots=True)
class Ancestry:
    """Where the statements of one claim come from.

    Args:
        origins: ids of the documents or sources each document's statements go back to, by document id.
        used: the derivations that were followed, in order.
        cycles: documents that come from each other in a circle, so that no first can be told.
    """

    origins: Mapping[str, frozenset[str]]
    used: tuple[Derivation, ...]
    cycles: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """A derivation as seen from one of its ends.

    Args:
        edge: the derivation.
        there: the document at the other end.
        pairs: passages here and there.
        share: part of the document here that they cover, 0 to 1.
    """

    edge: Derivation
    there: str
    pairs: tuple[tuple[Span, Span], ...]
    share: float

    def taken(self, spans: Sequence[Span]) -> tuple[Span, ...] | None:
        """The spans there that the spans here come from; empty for the whole document; None if they do not."""
        touched = {there for here, there in self.pairs if any(here.touches(span) for span in spans)}
        if touched:
            return tuple(sorted(touched))
        return () if self.share >= _AS_A_WHOLE else None


def _upwards(edge: Derivation) -> _Step:
    return _Step(edge, edge.origin, tuple((p.derived, p.origin) for p in edge.passages), edge.score)


def _sideways(edge: Derivation, length: int) -> _Step:
    """An undirected derivation as seen from the end that is called its origin."""
    pairs = tuple((p.origin, p.derived) for p in edge.passages)
    covered = sum(span.length for span in dict.fromkeys(here for here, _ in pairs))
    return _Step(edge, edge.derived, pairs, min(1.0, covered / max(1, length)))


class FamilyTree:
    """All derivations of a case by the documents they touch.

    Args:
        derivations: of all documents.
        lengths: characters of each document that were compared, by its id.
    """

    def __init__(self, derivations: Iterable[Derivation], lengths: Mapping[str, int]) -> None:
        steps: dict[str, list[_Step]] = {}
        for edge in derivations:
            if edge.kind in _OF_TEXT:
                steps.setdefault(edge.derived, []).append(_upwards(edge))
                if not edge.directed:
                    steps.setdefault(edge.origin, []).append(_sideways(edge, lengths[edge.origin]))
        self._steps = {
            document: sorted(own, key=lambda step: (-step.share, step.edge.id))[:_MOST_FOLLOWED]
            for document, own in steps.items()
        }

    def trace(self, places: Mapping[str, Sequence[Span]], vouched: Mapping[str, str]) -> Ancestry:
        """Where the passages at `places` come from.

        Args:
            places: spans of the statements of one claim, by document id.
            vouched: the document or source that a document's statements are said to come from, by document id.
        """
        walk = _Walk(self._steps, vouched)
        for document, spans in sorted(places.items()):
            walk.visit(document, spans)
        return walk.result(sorted(places))


class _Walk:
    """One walk up from the documents of a claim; collects who comes from whom."""

    def __init__(self, steps: Mapping[str, Sequence[_Step]], vouched: Mapping[str, str]) -> None:
        self._steps, self._vouched = steps, vouched
        self._above: dict[str, set[str]] = {}
        self._beside: dict[str, set[str]] = {}
        self._used: dict[str, Derivation] = {}
        self._seen: dict[str, list[Span]] = {}
        self._seen_whole: set[str] = set()

    def visit(self, document: str, spans: Sequence[Span]) -> None:
        """Follow all that the spans of a document come from; without spans, what it comes from as a whole."""
        todo = [(document, tuple(spans))]
        while todo:
            here, at = todo.pop()
            if not self._is_new(here, at):
                continue
            self._above.setdefault(here, set())
            if here in self._vouched:
                self._above[here].add(self._vouched[here])
                todo.append((self._vouched[here], ()))
            for step in self._steps.get(here, ()):
                taken = step.taken(at)
                if taken is not None:
                    self._note(step, here)
                    todo.append((step.there, taken))

    def _is_new(self, document: str, spans: Sequence[Span]) -> bool:
        """Whether a document was not come to before, or not at these spans; remembers that it was.

        A passage that touches one seen before is the same one, cut a little wider on its way through another copy.
        """
        if not spans:
            is_new = document not in self._seen_whole
            self._seen_whole.add(document)
            return is_new
        seen = self._seen.setdefault(document, [])
        fresh = [span for span in spans if not any(span.touches(other) for other in seen)]
        seen.extend(fresh)
        return bool(fresh)

    def _note(self, step: _Step, here: str) -> None:
        self._used[step.edge.id] = step.edge
        if step.edge.directed:
            self._above[here].add(step.there)
        else:
            self._beside.setdefault(here, set()).add(step.there)
            self._beside.setdefault(step.there, set()).add(here)

    def result(self, documents: Sequence[str]) -> Ancestry:
        """The ends of the walk. Documents that share a text of unknown direction count as one, and so do circles."""
        group_of = _components(self._above, self._beside)
        above: dict[str, set[str]] = {group: set() for group in group_of.values()}
        for node, parents in self._above.items():
            above[group_of[node]] |= {group_of[parent] for parent in parents} - {group_of[node]}
        reach = {group: _reachable(group, above) for group in above}
        origins = {
            document: frozenset(
                min(reach[end] | {end})
                for end in reach[group_of[document]] | {group_of[document]}
                if all(end in reach[further] for further in reach[end])
            )
            for document in documents
        }
        circles = {tuple(sorted(reach[group])) for group in above if group in reach[group]}
        used = tuple(self._used[key] for key in sorted(self._used))
        return Ancestry(origins, used, tuple(sorted(circles)))


def _components(above: Mapping[str, set[str]], beside: Mapping[str, set[str]]) -> dict[str, str]:
    """For each document and source the smallest id among those that share a text with it in no known direction."""
    nodes = sorted({*above, *beside, *(parent for parents in above.values() for parent in parents)})
    group_of: dict[str, str] = {}
    for node in nodes:
        if node in group_of:
            continue
        todo = [node]
        while todo:
            here = todo.pop()
            if here not in group_of:
                group_of[here] = node
                todo.extend(sorted(beside.get(here, ())))
    return group_of


def _reachable(start: str, above: Mapping[str, set[str]]) -> set[str]:
    """All groups that can be reached upwards; `start` is among them only if it lies in a circle."""
    found: set[str] = set()
    todo = sorted(above[start])
    while todo:
        here = todo.pop()
        if here not in found:
            found.add(here)
            todo.extend(sorted(above[here]))
    return found
