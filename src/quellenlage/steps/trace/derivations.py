"""From overlaps and credits to derivations: of what kind, in which direction, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quellenlage.model.dossier import Derivation, DerivationKind, SharedPassage
from quellenlage.model.identity import content_id
from quellenlage.steps.trace.facts import Facts
from quellenlage.steps.trace.overlaps import Overlap
from quellenlage.steps.trace.quotations import SharedQuotation
from quellenlage.wording import say

_VERBATIM = 0.8  # mean cosine of the sentences alike from which a text is copied and not rewritten
_LIES_INSIDE = 0.8  # share of a document found in the other ...
_REACHES_OUT = 0.5  # ... while at most this share of the other is found in it: the first was cut from the second


@dataclass(frozen=True, slots=True)
class _Verdict:
    """Which of two documents the other comes from, as key of the wording and what fills it in."""

    derived: str | None
    reason: str
    values: Mapping[str, str]


def text_derivations(overlaps: Iterable[Overlap], facts: Facts, *, surface: str) -> Iterator[Derivation]:
    """Derivations that the texts themselves show."""
    for overlap in overlaps:
        if overlap.is_derived:
            yield _text_derivation(overlap, facts, surface)


def _text_derivation(overlap: Overlap, facts: Facts, surface: str) -> Derivation:
    verdict = _direction(overlap, facts)
    left, right = sorted((overlap.left.document, overlap.right.document))
    derived = verdict.derived if verdict.derived is not None else right
    origin = left if derived == right else right
    backwards = origin != overlap.left.document
    share = overlap.left_share if backwards else overlap.right_share
    passages = [(b, a) if backwards else (a, b) for a, b in overlap.passages()]
    kind = _kind(overlap, directed=verdict.derived is not None)
    basis = say(surface, f"trace.basis.{verdict.reason}", **verdict.values)
    found = say(surface, "trace.basis.shared", share=round(100 * share), derived=facts.names[derived])
    return Derivation(
        id=content_id("der", origin, derived, kind),
        origin=origin,
        derived=derived,
        kind=kind,
        directed=verdict.derived is not None,
        score=round(min(1.0, share), 4),
        passages=tuple(SharedPassage(a, b) for a, b in sorted(passages, key=lambda pair: (pair[1], pair[0]))),
        basis=f"{found} {basis}",
    )


def _kind(overlap: Overlap, *, directed: bool) -> DerivationKind:
    if overlap.left.language != overlap.right.language:
        return DerivationKind.TRANSLATION
    if not directed:
        return DerivationKind.SHARED_WIRE
    return DerivationKind.COPY if overlap.similarity >= _VERBATIM else DerivationKind.REWRITE


def _direction(overlap: Overlap, facts: Facts) -> _Verdict:
    """Which document comes from which: by explicit credit, then by date, then (weakly) by which lies inside the other.

    Two documents that credit one third party come from it and not from each other, whatever their dates.
    """
    left, right = overlap.left.document, overlap.right.document
    left_names, right_names = facts.names_outlet_of(left, right), facts.names_outlet_of(right, left)
    if left_names != right_names:
        derived, origin = (left, right) if left_names else (right, left)
        return _Verdict(
            derived, "credit", {"derived": facts.names[derived], "origin": facts.sources[facts.outlets[origin]]}
        )
    common = sorted(set(facts.credited[left]) & set(facts.credited[right]))
    if common:
        return _Verdict(None, "common_credit", {"source": ", ".join(facts.sources[source] for source in common)})
    dated = _later(left, right, facts)
    if dated is not None:
        return _Verdict(dated, "date", {"derived": facts.names[dated]})
    inside = _inner(overlap)
    if inside is not None:
        return _Verdict(inside, "containment", {"derived": facts.names[inside]})
    return _Verdict(None, "undirected", {})


def _later(left: str, right: str, facts: Facts) -> str | None:
    """The document that certainly appeared after the other, or None."""
    first, second = facts.published.get(left), facts.published.get(right)
    if first is None or second is None:
        return None
    if first[1] <= second[0]:
        return right
    return left if second[1] <= first[0] else None


def _inner(overlap: Overlap) -> str | None:
    """The document that lies in the other while the other has much of its own, or None."""
    if overlap.left_share >= _LIES_INSIDE and overlap.right_share <= _REACHES_OUT:
        return overlap.left.document
    if overlap.right_share >= _LIES_INSIDE and overlap.left_share <= _REACHES_OUT:
        return overlap.right.document
    return None


def quote_derivations(shared: Iterable[SharedQuotation], facts: Facts, *, surface: str) -> Iterator[Derivation]:
    """Documents that share only words in quotation marks: the same speech, which is no dependence between them."""
    for quotation in shared:
        yield Derivation(
            id=content_id("der", quotation.left, quotation.right, DerivationKind.QUOTE),
            origin=quotation.left,
            derived=quotation.right,
            kind=DerivationKind.QUOTE,
            directed=False,
            score=round(min(1.0, quotation.share), 4),
            passages=quotation.passages,
            basis=say(
                surface,
                "trace.basis.quotation",
                left=facts.names[quotation.left],
                right=facts.names[quotation.right],
            ),
        )


def credit_derivations(facts: Facts, found: Sequence[Derivation], *, surface: str) -> Iterator[Derivation]:
    """Edges from an agency or outlet that a document credits, where its text is not among the documents.

    Where a document of the credited outlet is among them and was found to be the origin, that edge says it already.
    """
    explained = {(edge.derived, facts.outlets.get(edge.origin)) for edge in found if edge.directed}
    for document, named in sorted(facts.credited.items()):
        for source in named:
            if (document, source) in explained:
                continue
            basis = say(surface, "trace.basis.cites", derived=facts.names[document], source=facts.sources[source])
            yield Derivation(
                id=content_id("der", source, document, DerivationKind.CITES),
                origin=source,
                derived=document,
                kind=DerivationKind.CITES,
                directed=True,
                score=1.0,
                passages=(),
                basis=basis,
            )
