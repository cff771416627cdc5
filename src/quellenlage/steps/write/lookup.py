"""A dossier with its records within reach by id, and the order in which a reader should see its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from quellenlage.model.document import Note
from quellenlage.model.dossier import Claim, DocumentEntry, Dossier, Finding
from quellenlage.model.identity import content_id
from quellenlage.model.marks import Figure, Place, Time
from quellenlage.model.span import Span
from quellenlage.model.statement import Source, Statement


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


# Weights of findings run to about 100. Chosen so that among the demonstration and five real articles a denial that
# touches a single outlet does not hide a figure that six carry; to be looked at again when weights change.
_FURTHER_FINDING = 0.1
_OUTLET = 3.0

Record = TypeVar("Record", bound=_HasId)
Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Lookup:
    """The records of a dossier by id, and what refers to them.

    Args:
        dossier: the dossier itself.
        documents, sources, statements, figures, times, places, claims: by id.
        claim_of: the claim that a statement belongs to, by statement id.
        findings_of_claim: findings that touch a claim (by naming it or one of its statements), most urgent first.
        findings_of_statement: findings that name a statement, most urgent first.
        statements_in: statements of a document, in the order of the text, by document id.
        spoken_by: statements of a source, in the order of the dossier, by source id.
    """

    dossier: Dossier
    documents: Mapping[str, DocumentEntry]
    sources: Mapping[str, Source]
    statements: Mapping[str, Statement]
    figures: Mapping[str, Figure]
    times: Mapping[str, Time]
    places: Mapping[str, Place]
    claims: Mapping[str, Claim]
    claim_of: Mapping[str, str]
    findings_of_claim: Mapping[str, Sequence[Finding]]
    findings_of_statement: Mapping[str, Sequence[Finding]]
    statements_in: Mapping[str, Sequence[Statement]]
    spoken_by: Mapping[str, Sequence[Statement]]

    def words(self, document: str, span: Span) -> str:
        """The words at `span`; empty if the document is not part of the dossier (a virtual root)."""
        entry = self.documents.get(document)
        return "" if entry is None else span.of(entry.text)

    def quote(self, statement: Statement) -> str:
        """What a statement says, its parts joined by an omission sign."""
        return " […] ".join(self.words(statement.document, span) for span in statement.quote)

    def figures_of(self, statement: Statement) -> list[Figure]:
        """The figures of a statement."""
        return [self.figures[name] for name in statement.figures if name in self.figures]

    def times_of(self, statement: Statement) -> list[Time]:
        """The times of a statement."""
        return [self.times[name] for name in statement.times if name in self.times]

    def places_of(self, statement: Statement) -> list[Place]:
        """The places of a statement."""
        return [self.places[name] for name in statement.places if name in self.places]

    def statements_of(self, claim: Claim) -> list[Statement]:
        """The statements of a claim."""
        return [self.statements[name] for name in claim.statements if name in self.statements]

    def source_name(self, source: str | None) -> str:
        """The name of a source, empty for None."""
        if source is None:
            return ""
        return self.sources[source].name if source in self.sources else source

    def outlet_name(self, document: str) -> str:
        """The outlet that carries a document, or the document's name where the outlet is not known."""
        entry = self.documents.get(document)
        return document if entry is None else entry.outlet or entry.name

    def place_name(self, end: str) -> str:
        """What stands at one end of a derivation: a document's name, or that of a source outside the set."""
        return self.documents[end].name if end in self.documents else self.source_name(end)


def lookup_of(dossier: Dossier) -> Lookup:
    """Index a dossier, in one pass over each of its lists."""
    claim_of = {statement: claim.id for claim in dossier.claims for statement in claim.statements}
    spoken = [statement for statement in dossier.statements if statement.source is not None]
    return Lookup(
        dossier=dossier,
        documents=_by_id(dossier.documents),
        sources=_by_id(dossier.sources),
        statements=_by_id(dossier.statements),
        figures=_by_id(dossier.figures),
        times=_by_id(dossier.times),
        places=_by_id(dossier.places),
        claims=_by_id(dossier.claims),
        claim_of=claim_of,
        findings_of_claim=_findings(dossier.findings, lambda finding: _touched(finding, claim_of)),
        findings_of_statement=_findings(dossier.findings, lambda finding: finding.statements),
        statements_in=grouped((statement.document, statement) for statement in dossier.statements),
        spoken_by=grouped((str(statement.source), statement) for statement in spoken),
    )


def ranked_claims(lookup: Lookup) -> tuple[Claim, ...]:
    """The claims, what a reader must see first before the rest.

    A claim counts by the weight of its weightiest finding, by its further findings, and by the outlets that carry it;
    then come those with more statements and figures; the dossier's order settles ties.
    """
    order = {claim.id: number for number, claim in enumerate(lookup.dossier.claims)}
    return tuple(sorted(lookup.dossier.claims, key=lambda claim: (*_urgency(claim, lookup), order[claim.id])))


def _urgency(claim: Claim, lookup: Lookup) -> tuple[float, ...]:
    """What the claims are sorted by, the smallest first."""
    weights = [finding.weight for finding in lookup.findings_of_claim.get(claim.id, ())]
    statements = lookup.statements_of(claim)
    return (
        -(max(weights, default=0.0) + _FURTHER_FINDING * sum(weights) + _OUTLET * claim.origins.outlets),
        -len(weights),
        -len(statements),
        -sum(bool(statement.figures) for statement in statements),
    )


def note_id(note: Note) -> str:
    """An id for a note, which has none of its own, made from what it says and where."""
    return content_id("nte", note.document, note.span and tuple(note.span), note.code, note.text)


def grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    """The values of each key, keys and values in the order they came."""
    groups: dict[Key, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def _by_id(records: Iterable[Record]) -> dict[str, Record]:
    return {record.id: record for record in records}


def _touched(finding: Finding, claim_of: Mapping[str, str]) -> Iterable[str]:
    through = (claim_of[statement] for statement in finding.statements if statement in claim_of)
    return dict.fromkeys((*finding.claims, *through))


def _findings(findings: Iterable[Finding], keys: Callable[[Finding], Iterable[str]]) -> dict[str, list[Finding]]:
    return grouped((key, finding) for finding in findings for key in keys(finding))
