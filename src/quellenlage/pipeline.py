"""The way in: read one document, compare many. The steps stand here in the order in which the data pass them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from quellenlage.languages.pack import load_pack, pack_codes
from quellenlage.model.comparing import Linked, Traced, Weighed
from quellenlage.model.document import Document, Note
from quellenlage.model.entities import outlet_source
from quellenlage.model.options import Options
from quellenlage.model.statement import Reading
from quellenlage.model.tokens import Division
from quellenlage.reference import load_reference
from quellenlage.steps.clean import clean
from quellenlage.steps.divide import divide
from quellenlage.steps.extract import extract
from quellenlage.steps.extract.masthead import find_masthead
from quellenlage.steps.interpret import Words, interpret
from quellenlage.steps.link import link
from quellenlage.steps.trace import trace
from quellenlage.steps.weigh import weigh
from quellenlage.wording import say


class Watch(Protocol):
    """Measures how long each step takes; the command line brings one for `--timings`."""

    def __call__(self, step: str, document: str | None = None) -> AbstractContextManager[None]:
        """A context in which `step` runs, for one document or for all."""
        ...


def _unwatched(_step: str, _document: str | None = None) -> AbstractContextManager[None]:
    return nullcontext()


def read_document(document: Document, options: Options, *, watch: Watch = _unwatched) -> Reading:
    """Read one document by itself: clean, divide, extract, interpret.

    A document in a language without a pack is cleaned only, and a note says so.
    """
    if document.language not in pack_codes():
        return _unread(document, options, watch)
    pack, reference = load_pack(document.language), load_reference()
    with watch("clean", document.name):
        passages = clean(document, pack.furniture)
    with watch("divide", document.name):
        division = divide(document, passages, segmentation=pack.segmentation, verbs=pack.verbs)
    with watch("extract", document.name):
        marks = extract(document, passages, division, pack=pack, reference=reference, options=options)
    with watch("interpret", document.name):
        outlet = outlet_source(document.id, marks.masthead.outlet)
        words = Words(pack.cues, pack.hedges, pack.grammar)
        interpretation = interpret(document, division, marks, words=words, outlet=outlet)
    return Reading(
        document=document,
        passages=passages,
        title=marks.masthead.title,
        outlet=marks.masthead.outlet,
        published=marks.masthead.published,
        division=division,
        figures=marks.figures,
        times=marks.times,
        places=marks.places,
        sources=interpretation.sources,
        credits=interpretation.credits,
        statements=interpretation.statements,
        notes=marks.notes,
    )


def _unread(document: Document, options: Options, watch: Watch) -> Reading:
    """A document that is kept, cleaned by its shape alone and linked by overlap, but not read."""
    with watch("clean", document.name):
        passages = clean(document, None)
    with watch("extract", document.name):
        masthead = find_masthead(
            document, passages, times=None, names=None, reference=load_reference(), assumed=options.published
        )
    known = ", ".join(pack_codes())
    text = say(options.surface, "notes.language_without_pack", language=document.language, known=known)
    return Reading(
        document=document,
        passages=passages,
        title=masthead.title,
        outlet=masthead.outlet,
        published=masthead.published,
        division=Division((), (), "none"),
        figures=(),
        times=(),
        places=(),
        sources=(),
        credits=(),
        statements=(),
        notes=(Note(document.id, None, "language_without_pack", text),),
    )


def compare_readings(
    readings: Sequence[Reading], options: Options, *, watch: Watch = _unwatched
) -> tuple[Linked, Traced, Weighed]:
    """Compare many documents: link, trace, weigh. The readings may come in any order; the result is the same."""
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    packs = {code: load_pack(code) for code in pack_codes()}
    with watch("link"):
        linked = link(ordered, packs=packs)
    with watch("trace"):
        traced = trace(ordered, linked, reference=load_reference(), surface=options.surface)
    with watch("weigh"):
        weighed = weigh(ordered, linked, traced, surface=options.surface)
    return linked, traced, weighed


def read_all(documents: Iterable[Document], options: Options, *, watch: Watch = _unwatched) -> list[Reading]:
    """Read many documents, each by itself."""
    return [read_document(document, options, watch=watch) for document in documents]
