"""Gold texts made into documents and readings, the way the pipeline does it."""

from __future__ import annotations

import hashlib
import os

from quellenlage.languages.pack import load_pack
from quellenlage.model.document import Document, Passage, Role, Supplied
from quellenlage.model.identity import content_id
from quellenlage.model.marks import Marks
from quellenlage.model.options import Options
from quellenlage.model.span import trimmed
from quellenlage.model.tokens import Division
from quellenlage.reference import load_reference
from quellenlage.steps.divide import divide
from quellenlage.steps.extract import extract
from quellenlage.syntax.back_ends import open_back_end
from quellenlage.syntax.parses import Reader

_NOTHING_SUPPLIED = Supplied()


def document_of(name: str, text: str, supplied: Supplied = _NOTHING_SUPPLIED) -> Document:
    """A German document that never was a file."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(content_id("doc", name, text), name, text, "utf-8", digest, supplied.language or "de", supplied)


def all_content(text: str) -> tuple[Passage, ...]:
    """Every line as article text: gold texts are clean already."""
    passages, begin = [], 0
    for line in text.splitlines(keepends=True):
        span = trimmed(text, begin, begin + len(line))
        if span is not None:
            passages.append(Passage(span, Role.CONTENT))
        begin += len(line)
    return tuple(passages)


def back_end(language: str = "de") -> Reader:
    """The back end that the evals read with: `embedded`, or what QUELLENLAGE_BACK_END names."""
    return open_back_end(os.environ.get("QUELLENLAGE_BACK_END", "embedded"), language)


def divided(document: Document) -> Division:
    """Sentences and tokens of a clean text."""
    pack = load_pack("de")
    return divide(
        document, all_content(document.text), segmentation=pack.segmentation, verbs=pack.verbs, reader=back_end()
    )


def marked(document: Document, division: Division) -> Marks:
    """The marks of a clean text."""
    pack, passages = load_pack("de"), all_content(document.text)
    return extract(document, passages, division, pack=pack, reference=load_reference(), options=Options())
