"""Statements and credits with the ids of linked sources instead of those of one document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from quellenlage.model.document import Credit
from quellenlage.model.statement import Evidence, Reading, Statement

Renamed = Mapping[tuple[str, str], str]
"""Id of the linked source, by document id and the id inside it."""


def linked_statements(readings: Iterable[Reading], renamed: Renamed) -> tuple[Statement, ...]:
    """The statements of all documents, in the order of documents and text."""
    return tuple(_statement(statement, renamed) for reading in readings for statement in reading.statements)


def linked_credits(readings: Iterable[Reading], renamed: Renamed) -> dict[str, tuple[Credit, ...]]:
    """The credits of all documents, by document id."""
    return {
        reading.document.id: tuple(
            replace(credit, source=renamed[reading.document.id, credit.source]) for credit in reading.credits
        )
        for reading in readings
    }


def _statement(statement: Statement, renamed: Renamed) -> Statement:
    def linked(source: str | None) -> str | None:
        return None if source is None else renamed[statement.document, source]

    def evidence(item: Evidence) -> Evidence:
        return replace(item, supplied_by=linked(item.supplied_by), checked_by=linked(item.checked_by))

    chain = [renamed[statement.document, source] for source in statement.chain]
    return replace(
        statement,
        source=linked(statement.source),
        chain=tuple(dict.fromkeys(chain)),
        evidence=tuple(evidence(item) for item in statement.evidence),
    )
