"""Statements of a clean text, read with the real vocabularies and marks."""

from __future__ import annotations

from quellenlage.languages.pack import load_pack
from quellenlage.model.document import Document, Passage, Role
from quellenlage.model.entities import outlet_source
from quellenlage.model.options import Options
from quellenlage.model.span import Span
from quellenlage.reference import load_reference
from quellenlage.steps.divide import divide
from quellenlage.steps.extract import extract
from quellenlage.steps.interpret import Interpretation, Words, interpret
from quellenlage.syntax.embedded import load_embedded
from tests import records


def read(text: str, *, outlet: str | None = "Talbote", language: str = "de") -> tuple[Document, Interpretation]:
    """The document and its interpretation; each line is a paragraph."""
    document, pack = records.document(text), load_pack(language)
    passages, begin = [], 0
    for line in text.split("\n"):
        if line:
            passages.append(Passage(Span(begin, begin + len(line)), Role.CONTENT))
        begin += len(line) + 1
    division = divide(
        document,
        tuple(passages),
        segmentation=pack.segmentation,
        verbs=pack.verbs,
        reader=load_embedded(language),
    )
    marks = extract(document, tuple(passages), division, pack=pack, reference=load_reference(), options=Options())
    words = Words.of(pack)
    return document, interpret(document, division, marks, words=words, outlet=outlet_source(document.id, outlet))
