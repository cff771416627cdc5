"""Figures of a text, through the real tokenizer and tagger, as the tests on figures need them."""

from __future__ import annotations

from quellenlage.languages.numbers import load_numbers
from quellenlage.languages.segmentation import load_segmentation
from quellenlage.languages.verbs import load_verbs
from quellenlage.model.document import Document, Passage, Role
from quellenlage.model.marks import Figure, Time
from quellenlage.model.span import Span
from quellenlage.steps.divide import divide
from quellenlage.steps.extract.figures import extract_figures
from quellenlage.syntax.embedded import load_embedded
from tests.records import document


def lines(doc: Document, *, role: Role = Role.CONTENT) -> tuple[Passage, ...]:
    """One passage for each line that holds something."""
    passages, begin = [], 0
    for line in doc.text.splitlines(keepends=True):
        if line.strip():
            passages.append(Passage(Span(begin, begin + len(line.rstrip())), role))
        begin += len(line)
    return tuple(passages)


def figures_of(
    text: str, *, role: Role = Role.CONTENT, times: tuple[Time, ...] = (), language: str = "de"
) -> tuple[Figure, ...]:
    doc = document(text)
    division = divide(
        doc,
        lines(doc, role=role),
        segmentation=load_segmentation(language),
        verbs=load_verbs(language),
        reader=load_embedded(language),
    )
    return extract_figures(doc, division, load_numbers(language), times=times)
