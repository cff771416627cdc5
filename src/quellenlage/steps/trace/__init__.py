"""Trace: which text comes from which, and how many origins stand behind each claim.

1. bodies       what of each document is compared
2. overlaps     pairs that share more than chance: proposed by an index, verified sentence by sentence
3. quotations   pairs that share only words in quotation marks
4. derivations  kind, direction and reason of each, and the edges from media that are only credited
5. ancestry     to which texts the passages of a claim go back
6. origins      three counts for each claim, with their reasons
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quellenlage.model.comparing import Linked, Traced
from quellenlage.model.document import Note
from quellenlage.model.statement import Reading
from quellenlage.reference import Reference
from quellenlage.steps.trace.ancestry import Ancestry, FamilyTree
from quellenlage.steps.trace.bodies import bodies_of
from quellenlage.steps.trace.derivations import credit_derivations, quote_derivations, text_derivations
from quellenlage.steps.trace.facts import Facts, facts_of
from quellenlage.steps.trace.origins import Case, count_origins
from quellenlage.steps.trace.overlaps import find_overlaps
from quellenlage.steps.trace.quotations import find_shared_quotations
from quellenlage.wording import say

__all__ = ["trace"]


def trace(readings: Sequence[Reading], linked: Linked, *, reference: Reference, surface: str) -> Traced:
    """Derivations between the documents, and the claims with their origins.

    Args:
        readings: of all documents, in any order.
        linked: what `link` made of them.
        reference: tells who owns an outlet.
        surface: `de` or `en`, the language of all reasons.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    facts = facts_of(ordered, linked, reference)
    bodies = bodies_of(ordered, linked.outlets)
    by_age = sorted(bodies, key=lambda body: (body.document not in facts.published, _appeared(body.document, facts)))
    derived = list(text_derivations(find_overlaps(by_age), facts, surface=surface))
    pairs = frozenset((min(d.origin, d.derived), max(d.origin, d.derived)) for d in derived)
    quoted = quote_derivations(find_shared_quotations(ordered, bodies, pairs), facts, surface=surface)
    derivations = [*derived, *quoted, *credit_derivations(facts, derived, surface=surface)]
    case = Case(
        statements={statement.id: statement for statement in linked.statements},
        sources={source.id: source for source in linked.sources},
        facts=facts,
        family=FamilyTree(derivations, {body.document: body.length for body in bodies}),
        owners=_owners(linked, reference),
    )
    counted = [count_origins(group, case, surface=surface) for group in linked.groups]
    return Traced(
        derivations=tuple(sorted(derivations, key=lambda d: (d.derived, d.origin, d.kind))),
        claims=tuple(claim for claim, _ in counted),
        notes=_circle_notes((ancestry for _, ancestry in counted), facts, surface=surface),
    )


def _appeared(document: str, facts: Facts) -> tuple[str, str]:
    """What documents are ordered by: when they appeared, then their id."""
    interval = facts.published.get(document)
    return ("" if interval is None else interval[0].isoformat(), document)


def _owners(linked: Linked, reference: Reference) -> dict[str, str]:
    return {
        source.id: medium.owner
        for source in linked.sources
        if (medium := reference.media.get(source.name)) is not None and medium.owner is not None
    }


def _circle_notes(ancestries: Iterable[Ancestry], facts: Facts, *, surface: str) -> tuple[Note, ...]:
    """A note for each circle of documents that name each other as their origin."""
    circles = dict.fromkeys(circle for ancestry in ancestries for circle in ancestry.cycles)
    return tuple(
        Note(
            None,
            None,
            "credit_circle",
            say(surface, "trace.circle", members=", ".join(facts.sources.get(m) or facts.names[m] for m in circle)),
        )
        for circle in sorted(circles)
    )
