"""The way in: read one document, compare many. The steps stand here in the order in which the data pass them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from quellenlage import __version__
from quellenlage.languages.pack import load_pack, pack_codes
from quellenlage.model.comparing import Linked, Traced, Weighed
from quellenlage.model.document import Document, Note
from quellenlage.model.dossier import FORMAT, VERSION, DocumentEntry, Dossier, Run
from quellenlage.model.entities import outlet_source
from quellenlage.model.errors import InputRefused, InvalidRecord, NothingToRead
from quellenlage.model.options import Options
from quellenlage.model.statement import Reading
from quellenlage.model.tokens import Division
from quellenlage.reference import load_reference
from quellenlage.steps.acquire import acquire
from quellenlage.steps.clean import clean, repeated_lines
from quellenlage.steps.divide import divide
from quellenlage.steps.extract import extract
from quellenlage.steps.extract.masthead import find_masthead
from quellenlage.steps.interpret import Words, interpret
from quellenlage.steps.link import link
from quellenlage.steps.trace import trace
from quellenlage.steps.weigh import weigh
from quellenlage.syntax.back_ends import open_back_end
from quellenlage.wording import say


class Watch(Protocol):
    """Measures how long each step takes; the command line brings one for `--timings`."""

    def __call__(self, step: str, document: str | None = None) -> AbstractContextManager[None]:
        """A context in which `step` runs, for one document or for all."""
        ...


def _unwatched(step: str, document: str | None = None) -> AbstractContextManager[None]:  # noqa: ARG001
    return nullcontext()


def read_document(
    document: Document, options: Options, *, repeated: frozenset[str] = frozenset(), watch: Watch = _unwatched
) -> Reading:
    """Read one document by itself: clean, divide, extract, interpret.

    A document in a language without a pack is cleaned only, and a note says so.

    Args:
        repeated: lines that recur among the articles of its outlet, as `repeated_lines` finds them.
    """
    if document.language not in pack_codes():
        known = ", ".join(pack_codes())
        text = say(options.surface, "notes.language_without_pack", language=document.language, known=known)
        note = Note(document.id, None, "language_without_pack", text)
        return _unread(document, options, repeated, watch, note)
    pack, reference = load_pack(document.language), load_reference()
    with watch("clean", document.name):
        passages = clean(document, pack.furniture, repeated=repeated)
    with watch("divide", document.name):
        reader = open_back_end(options.back_end, document.language)
        division = divide(document, passages, segmentation=pack.segmentation, verbs=pack.verbs, reader=reader)
    with watch("extract", document.name):
        marks = extract(document, passages, division, pack=pack, reference=reference, options=options)
    with watch("interpret", document.name):
        outlet = outlet_source(document.id, marks.masthead.outlet)
        words = Words.of(pack)
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


def _unread(document: Document, options: Options, repeated: frozenset[str], watch: Watch, note: Note) -> Reading:
    """A document that is kept, cleaned by its shape alone and linked by overlap, but not read; the note says why."""
    with watch("clean", document.name):
        passages = clean(document, None, repeated=repeated)
    with watch("extract", document.name):
        masthead = find_masthead(
            document, passages, times=None, names=None, reference=load_reference(), assumed=options.published
        )
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
        notes=(note,),
    )


def read_documents(
    documents: Sequence[Document],
    options: Options,
    *,
    watch: Watch = _unwatched,
    progress: Callable[[str], None] | None = None,
) -> list[Reading]:
    """Read many documents, each by itself; only what recurs within one outlet is known of the others.

    A document on which the program itself fails is kept unread with a note, so that the others are not lost.

    Args:
        progress: told the name of each document before it is read.
    """
    with watch("clean"):
        repeated = _repeated_by_outlet(documents)
    readings = []
    for document in documents:
        if progress is not None:
            progress(document.name)
        furniture = repeated.get(_outlet_of(document), frozenset())
        try:
            readings.append(read_document(document, options, repeated=furniture, watch=watch))
        except InvalidRecord as fault:
            text = say(options.surface, f"notes.{FAILED}", what=str(fault))
            readings.append(_unread(document, options, furniture, watch, Note(document.id, None, FAILED, text)))
    return readings


FAILED = "reading_failed"  # code of the note on a document that the program failed on


def _repeated_by_outlet(documents: Sequence[Document]) -> dict[str, frozenset[str]]:
    """Repeated lines by outlet; documents whose outlet the user did not name are left out."""
    groups: dict[str, list[Document]] = {}
    for document in sorted(documents, key=lambda document: (document.name, document.id)):
        groups.setdefault(_outlet_of(document), []).append(document)
    return {outlet: repeated_lines(group) for outlet, group in groups.items() if outlet and len(group) > 1}


def _outlet_of(document: Document) -> str:
    """The outlet as supplied, or the host it was found on; empty if neither is known."""
    supplied = document.supplied
    return supplied.outlet or (urlsplit(supplied.url).hostname or "" if supplied.url else "")


def compare_readings(readings: Sequence[Reading], options: Options, *, watch: Watch = _unwatched) -> Dossier:
    """Compare many documents: link, trace, weigh. The readings may come in any order; the result is the same."""
    ordered = sorted(readings, key=lambda reading: (reading.document.name, reading.document.id))
    packs = {code: load_pack(code) for code in pack_codes()}
    with watch("link"):
        linked = link(ordered, packs=packs)
    with watch("trace"):
        traced = trace(ordered, linked, reference=load_reference(), surface=options.surface)
    with watch("weigh"):
        weighed = weigh(ordered, linked, traced, packs=packs, surface=options.surface)
    return _dossier(ordered, linked, traced, weighed, options)


@dataclass(frozen=True, slots=True)
class Report:
    """A dossier and the inputs that could not be read for it."""

    dossier: Dossier
    refusals: tuple[InputRefused, ...]


def run_report(
    paths: Iterable[Path | str],
    options: Options | None = None,
    *,
    watch: Watch = _unwatched,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Read files and folders and compare what they hold: the main job from bytes to dossier.

    Inputs that cannot be read are passed over, and each is named among the refusals and in the dossier's notes.

    Args:
        progress: told the name of each document as it is read.

    Raises:
        NothingToRead: if none of the inputs could be read.
    """
    options = options or Options()
    documents: list[Document] = []
    refusals: list[InputRefused] = []
    for item in _watched(acquire([Path(path) for path in paths], options), watch):
        if isinstance(item, InputRefused):
            refusals.append(item)
        else:
            documents.append(item)
    readings = read_documents(documents, options, watch=watch, progress=progress)
    if not readings:
        raise NothingToRead(tuple(refusals))
    dossier = compare_readings(readings, options, watch=watch)
    noted = ((reading, note) for reading in readings for note in reading.notes if note.code == FAILED)
    failed = [_failure(reading, note, options.surface) for reading, note in noted]
    notes = tuple(Note(None, None, f"input_{refusal.code}", str(refusal)) for refusal in refusals)
    return Report(replace(dossier, notes=dossier.notes + notes), (*refusals, *failed))


def _failure(reading: Reading, note: Note, surface: str) -> InputRefused:
    """What the caller is told of a document that the program failed on; its note is in the dossier already."""
    way_out = say(surface, f"notes.{FAILED}_way_out")
    return InputRefused(reading.document.name, code=note.code, what=note.text, way_out=way_out)


def report(paths: Iterable[Path | str], options: Options | None = None) -> Dossier:
    """The dossier of the articles in `paths`, files or folders; see `run_report` for what happens to bad input.

    Raises:
        NothingToRead: if none of the inputs could be read.
    """
    return run_report(paths, options).dossier


def _watched(items: Iterator[Document | InputRefused], watch: Watch) -> Iterator[Document | InputRefused]:
    """The items, the time that each takes to come watched as the step `acquire`."""
    while True:
        with watch("acquire"):
            item = next(items, None)
        if item is None:
            return
        yield item


def _dossier(
    readings: Sequence[Reading], linked: Linked, traced: Traced, weighed: Weighed, options: Options
) -> Dossier:
    own_notes = chain.from_iterable(reading.notes for reading in readings)
    place = {reading.document.id: number for number, reading in enumerate(readings)}
    return Dossier(
        format=FORMAT,
        version=VERSION,
        run=_run(readings, options),
        documents=tuple(_entry(reading, linked) for reading in readings),
        sources=linked.sources,
        statements=tuple(sorted(linked.statements, key=lambda s: (place[s.document], s.quote[0], s.id))),
        figures=tuple(chain.from_iterable(reading.figures for reading in readings)),
        times=tuple(chain.from_iterable(reading.times for reading in readings)),
        places=tuple(chain.from_iterable(reading.places for reading in readings)),
        claims=traced.claims,
        stories=linked.stories,
        derivations=traced.derivations,
        findings=weighed.findings,
        timeline=weighed.timeline,
        notes=(*own_notes, *linked.notes, *traced.notes, *weighed.notes),
    )


def _entry(reading: Reading, linked: Linked) -> DocumentEntry:
    document = reading.document
    return DocumentEntry(
        id=document.id,
        name=document.name,
        outlet=reading.outlet,
        title=reading.title,
        published=reading.published,
        language=document.language,
        passages=reading.passages,
        credits=linked.credits.get(document.id, ()),
        text=document.text,
    )


def _run(readings: Sequence[Reading], options: Options) -> Run:
    digests = sorted(reading.document.digest for reading in readings)
    read = {r.document.language: r.division.back_end for r in readings if r.document.language in pack_codes()}
    return Run(
        program=f"quellenlage {__version__}",
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        languages={code: f"{__version__} ({back_end})" for code, back_end in sorted(read.items())},
        options=options.changed(),
        input_digest=hashlib.sha256("".join(digests).encode()).hexdigest(),
    )
