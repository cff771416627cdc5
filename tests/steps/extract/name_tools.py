"""Names, places and evidence of a text, through the real tokenizer and tagger, as the tests need them."""

from __future__ import annotations

from quellenlage.languages.evidence import load_evidence
from quellenlage.languages.names import load_names
from quellenlage.languages.segmentation import load_segmentation
from quellenlage.languages.verbs import load_verbs
from quellenlage.model.document import Document, Passage, Role
from quellenlage.model.marks import EvidenceMark, Name, Place
from quellenlage.model.span import Span, trimmed
from quellenlage.model.tokens import Division
from quellenlage.reference import load_reference
from quellenlage.steps.divide import divide
from quellenlage.steps.extract.evidence import extract_evidence
from quellenlage.steps.extract.names import extract_names
from quellenlage.steps.extract.places import extract_places
from quellenlage.syntax.embedded import load_embedded
from tests.records import document


def divided(doc: Document, *, role: Role = Role.CONTENT) -> Division:
    """The sentences of a document whose every line is a passage of one role."""
    passages, begin = [], 0
    for line in doc.text.splitlines(keepends=True):
        span = trimmed(doc.text, begin, begin + len(line))
        if span is not None:
            passages.append(Passage(span, role))
        begin += len(line)
    return divide(
        doc,
        tuple(passages),
        segmentation=load_segmentation(doc.language),
        verbs=load_verbs(doc.language),
        reader=load_embedded(doc.language),
    )


def names_of(text: str) -> tuple[Name, ...]:
    doc = document(text)
    return extract_names(doc, divided(doc), load_names("de"), load_reference())


def places_of(text: str, *, language: str = "de") -> tuple[Place, ...]:
    doc = document(text, language=language)
    division, words = divided(doc), load_names(language)
    names = extract_names(doc, division, words, load_reference())
    return extract_places(doc, division, words, load_reference(), names=names)


def evidence_of(text: str, *, role: Role = Role.CONTENT) -> tuple[EvidenceMark, ...]:
    doc = document(text)
    division = divided(doc, role=role)
    names = extract_names(doc, division, load_names("de"), load_reference())
    return extract_evidence(doc, division, load_evidence("de"), names=names)


def words(text: str, span: Span | None) -> str | None:
    return None if span is None else span.of(text)
