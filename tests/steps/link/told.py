"""Readings in which one sentence is one statement, for the tests of `link`; figures and sources by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import SimpleNamespace

from quellenlage.languages.predicates import load_predicates
from quellenlage.languages.segmentation import load_segmentation
from quellenlage.languages.verbs import load_verbs
from quellenlage.model.document import Document
from quellenlage.model.marks import Comparator, Counted, Figure, SourceKind
from quellenlage.model.span import Span
from quellenlage.model.statement import Mention, Reading, Source, Statement
from quellenlage.steps.divide import divide
from quellenlage.syntax.embedded import load_embedded
from tests.records import at, reading, statement


@cache
def packs() -> Mapping[str, SimpleNamespace]:
    """What `link` reads of a language pack, without the vocabularies it does not read."""
    return {"de": SimpleNamespace(code="de", predicates=load_predicates("de"))}


def counted(words: str, point: float | None, head: str, **changes: object) -> dict[str, object]:
    """A figure to be found at `words` in a text; `head` is the base form of what it counts."""
    return {"words": words, "point": point, "head": head} | changes


def told(
    name: str,
    sentence: str,
    *,
    figures: Sequence[dict[str, object]] = (),
    source: Source | None = None,
    **changes: object,
) -> Reading:
    """A document whose only sentence is a statement on the word of `source`."""
    doc = Document(f"doc-{name}", f"{name}.txt", sentence, "utf-8", "0" * 64, "de")
    own = None if source is None else replace(source, id=f"{source.id}-{name}", mentions=())
    marks = tuple(_figure(doc, dict(fields)) for fields in figures)
    said = statement(doc, sentence.removesuffix("."), source=own, figures=tuple(mark.id for mark in marks), **changes)
    plain = reading(doc, figures=marks, statements=(said,), sources=() if own is None else (own,))
    words = divide(
        doc, plain.passages, segmentation=load_segmentation("de"), verbs=load_verbs("de"), reader=load_embedded("de")
    )
    return replace(plain, division=words)


def _figure(doc: Document, fields: dict[str, object]) -> Figure:
    span, head = at(doc.text, str(fields.pop("words"))), str(fields.pop("head"))
    point = fields.pop("point")
    where = Span(span.end, min(len(doc.text), span.end + len(head) + 1))
    given: dict[str, object] = {
        "id": f"fig-{doc.id}-{span.begin}",
        "document": doc.id,
        "span": span,
        "low": point,
        "high": point,
        "point": point,
        "comparator": Comparator.EQUAL,
        "unit": None,
        "counted": Counted(head, where, head) if head else None,
        "status": None,
        "number": span,
    }
    return Figure(**(given | fields))  # type: ignore[arg-type]


def person(name: str, *, key: str | None = None, country: str | None = None) -> Source:
    return Source(f"src-{name}", name, SourceKind.PERSON, (name,), (), key or f"person:{name.casefold()}", country)


def body(name: str, key: str, *, country: str | None = None, variants: Sequence[str] = ()) -> Source:
    return Source(f"src-{key}", name, SourceKind.BODY, tuple(sorted({name, *variants})), (), key, country)


def mentioned(doc: Document, source: Source, words: str) -> Source:
    return replace(source, mentions=(Mention(doc.id, at(doc.text, words)),))


def claims_of(found: Sequence[Statement], groups: Sequence[Sequence[str]]) -> list[set[str]]:
    """The claims as sets of document names."""
    document_of = {said.id: said.document.removeprefix("doc-") for said in found}
    return [{document_of[key] for key in group} for group in groups]
