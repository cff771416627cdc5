"""Interpret: marks -> statements with speaker, chain of word and certainty; the sources of one document."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.model.document import Credit, Document
from quellenlage.model.entities import source_id, sources_of
from quellenlage.model.marks import Marks, SourceKind
from quellenlage.model.statement import Source, Statement
from quellenlage.model.tokens import Division
from quellenlage.steps.interpret.analysis import Words
from quellenlage.steps.interpret.assemble import Context, assemble
from quellenlage.steps.interpret.gather import utterances_of
from quellenlage.steps.interpret.resolve import Resolver

__all__ = ["Interpretation", "Words", "interpret"]


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What one document says on whose word."""

    statements: tuple[Statement, ...]
    sources: tuple[Source, ...]
    credits: tuple[Credit, ...]


def interpret(
    document: Document, division: Division, marks: Marks, *, words: Words, outlet: Source | None
) -> Interpretation:
    """Statements, sources and credits of one document.

    Args:
        words: the vocabularies the rules read.
        outlet: the outlet that carries the document, as the source of what it says in its own voice; None if unknown.
    """
    utterances = utterances_of(document.text, division, marks, words)
    own = outlet.name if outlet is not None and outlet.kind is SourceKind.OUTLET else None
    resolver = Resolver(document.text, marks.names, words.grammar, words.genders, outlet=own)
    context = Context(document.id, document.text, division, marks, words, outlet)
    statements = assemble(utterances, context, resolver)
    named = [*marks.names, *resolver.added, *(credit.name for credit in marks.credits)]
    sources = sources_of(document.id, named)
    if outlet is not None and all(source.id != outlet.id for source in sources):
        sources = (*sources, outlet)
    credited = tuple(Credit(source_id(document.id, mark.name.key), mark.span) for mark in marks.credits)
    return Interpretation(statements, sources, credited)
