"""What of a dossier the page shows, and what the rows and places of the page are called.

A page of ten thousand statements helps nobody. What is shown is chosen once, here, by what must be seen first;
every list that is cut says so and names the table that holds the whole. Cost is linear in the dossier.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quellenlage.model.dossier import Claim, Derivation, Dossier, Finding
from quellenlage.model.identity import content_id
from quellenlage.model.statement import Form, Source, Statement
from quellenlage.steps.write.lookup import Lookup, grouped, ranked_claims

MOST_STATEMENTS = 1_500  # about sixty articles; a page of some three megabytes
MOST_STATEMENTS_OF_CLAIM = 40
_MOST_FINDINGS = 150
_MOST_DERIVATIONS = 60
_MOST_DOCUMENTS = 400  # listed; those that rows lead to come first
_MOST_ROWS = 60  # statements under one source
_MOST_NAMED = 150  # sources that are named but say nothing
_SAFE_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Voice:
    """Statements in one voice: a source's, an outlet's own, or that of nobody who is named.

    Args:
        row: name of its heading on the page.
        source: its source, or None.
        own: whether an outlet speaks for itself.
        statements: those with a row of their own, and how many `more` there are.
    """

    row: str
    source: str | None
    own: bool
    statements: tuple[Statement, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a dossier the page shows.

    Args:
        claims: what must be seen first before the rest.
        findings: most urgent first.
        derivations: those with passages and the highest share first.
        documents: ids of those that are listed.
        voices: of the shown statements, those that say most first.
        named: sources without statements.
        statements: ids of those that a row leads to.
        rows: name of the row of a statement or source by id; absent where it has none.
        numbers: number of a statement by id, in the order of the dossier.
        finding_numbers, claim_numbers: number of a shown finding or claim by id.
        statement_of_figure: the statement that a figure belongs to, by figure id.
    """

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    derivations: tuple[Derivation, ...]
    documents: frozenset[str]
    voices: tuple[Voice, ...]
    named: tuple[Source, ...]
    statements: frozenset[str]
    rows: Mapping[str, str]
    numbers: Mapping[str, int]
    finding_numbers: Mapping[str, int]
    claim_numbers: Mapping[str, int]
    statement_of_figure: Mapping[str, Statement]


def anchor(thing: str) -> str:
    """The name of a row on the page, made from an id; an id that HTML would not take is replaced by its digest."""
    return thing if _SAFE_ID.fullmatch(thing) else content_id("x", thing)


def target(thing: str, part: int | None = None) -> str:
    """The name of the words in a document's text that a thing rests on."""
    return f"t-{anchor(thing)}" if part is None else f"t-{anchor(thing)}-{part}"


def choose(lookup: Lookup) -> Shown:
    """Choose what is shown: all findings up to a limit with their statements, then claims by rank."""
    dossier = lookup.dossier
    findings = dossier.findings[:_MOST_FINDINGS]
    statements = {name: None for finding in findings for name in finding.statements if name in lookup.statements}
    claims: list[Claim] = []
    for claim in ranked_claims(lookup):
        if len(statements) >= MOST_STATEMENTS:
            break
        claims.append(claim)
        known = [name for name in claim.statements if name in lookup.statements]
        statements |= dict.fromkeys(known[:MOST_STATEMENTS_OF_CLAIM])
    rows = [statement for statement in dossier.statements if statement.id in statements]
    voices = _voices(rows)
    derivations = tuple(sorted(dossier.derivations, key=lambda d: (not d.passages, -d.score))[:_MOST_DERIVATIONS])
    heard = {voice.source for voice in voices}
    named = sorted((source for source in dossier.sources if source.id not in heard), key=lambda s: -len(s.mentions))
    return Shown(
        claims=tuple(claims),
        findings=findings,
        derivations=derivations,
        documents=_documents(dossier, rows, findings, derivations),
        voices=voices,
        named=tuple(named[:_MOST_NAMED]),
        statements=frozenset(statements),
        rows=_rows(voices, named[:_MOST_NAMED]),
        numbers={statement.id: number for number, statement in enumerate(dossier.statements, 1)},
        finding_numbers={finding.id: number for number, finding in enumerate(findings, 1)},
        claim_numbers={claim.id: number for number, claim in enumerate(claims, 1)},
        statement_of_figure=_owners(dossier.statements),
    )


def _documents(
    dossier: Dossier, statements: Iterable[Statement], findings: Iterable[Finding], derivations: Iterable[Derivation]
) -> frozenset[str]:
    """The documents that rows lead to, and the first of the others up to the limit."""
    needed = {statement.document for statement in statements}
    needed |= {place.document for finding in findings for place in finding.spans}
    needed |= {end for derivation in derivations for end in (derivation.origin, derivation.derived)}
    others = [entry.id for entry in dossier.documents if entry.id not in needed]
    known = {entry.id for entry in dossier.documents}
    return frozenset((needed & known) | set(others[: max(0, _MOST_DOCUMENTS - len(needed & known))]))


def _voices(statements: Sequence[Statement]) -> tuple[Voice, ...]:
    groups = grouped((_speaking(statement), statement) for statement in statements)
    voices = [
        Voice(
            row=anchor(f"own-{key}" if own else key or "source-unknown"),
            source=members[0].source,
            own=own,
            statements=tuple(members[:_MOST_ROWS]),
            more=max(0, len(members) - _MOST_ROWS),
        )
        for (key, own), members in groups.items()
    ]
    return tuple(sorted(voices, key=lambda voice: -(len(voice.statements) + voice.more)))


def _speaking(statement: Statement) -> tuple[str, bool]:
    """Whose voice a statement is, and whether it is the outlet's own; an outlet without a source is its document."""
    own = statement.form is Form.OWN
    return statement.source or (statement.document if own else ""), own


def _rows(voices: Sequence[Voice], named: Sequence[Source]) -> dict[str, str]:
    rows = {source.id: anchor(source.id) for source in named}
    for voice in sorted(voices, key=lambda voice: not voice.own):  # a source's own row outranks its outlet's voice
        if voice.source is not None:
            rows[voice.source] = voice.row
        rows |= {statement.id: anchor(statement.id) for statement in voice.statements}
    return rows


def _owners(statements: Iterable[Statement]) -> dict[str, Statement]:
    """The statement each figure belongs to: somebody's word before the outlet's own, the shorter before the longer."""

    def rank(statement: Statement) -> tuple[bool, int]:
        return statement.form is Form.OWN, sum(span.length for span in statement.quote)

    owners: dict[str, Statement] = {}
    for statement in statements:
        for figure in statement.figures:
            if figure not in owners or rank(statement) < rank(owners[figure]):
                owners[figure] = statement
    return owners
