"""The dossier as tables, for spreadsheets and data tools: one file for each list of the JSON contract, and `spans`.

- UTF-8 with a byte order mark: without it Excel reads umlauts as two wrong letters; other readers skip it
  (`encoding="utf-8-sig"`).
- One header row, comma, line ends and quoting as RFC 4180 has them. Column names and codes are those of the JSON
  contract in both surface languages, so that a table can be joined and a script does not depend on the surface.
- Beside ids stand the words they mean. A cell with several values separates them with ` | `.
- A text that begins with `=`, `+`, `-`, `@`, tab or return would be run as a formula by a spreadsheet: such a cell gets
  an apostrophe in front. Numbers are never changed.
- `spans.csv` gives each span of the JSON with its words, and with UTF-16 units for browsers and UIMA CAS.
"""

from __future__ import annotations

import csv
import io
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from quellenlage.model.dossier import Dossier
from quellenlage.model.span import Span
from quellenlage.steps.write.contract import plain
from quellenlage.steps.write.lookup import Lookup, lookup_of, note_id, ranked_claims

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_MANY = " | "

Cell = str | int | float | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in the terminal's table: its own words and the counts of its origins."""

    id: str
    gist: str
    outlets: int
    texts: int
    primary: int
    undetermined: int


def claim_table(dossier: Dossier) -> tuple[ClaimRow, ...]:
    """A row for each claim, what a reader must see first before the rest."""
    claims = ranked_claims(lookup_of(dossier))
    return tuple(
        ClaimRow(c.id, c.gist, c.origins.outlets, c.origins.texts, c.origins.primary, c.origins.undetermined)
        for c in claims
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    columns: str  # names, separated by blanks
    rows: Callable[[Lookup], Iterator[Row]]


def table_files(dossier: Dossier) -> dict[str, bytes]:
    """The content of each table by file name, such as `claims.csv`."""
    lookup = lookup_of(dossier)
    return {f"{name}.csv": _csv(sheet.columns.split(), sheet.rows(lookup)) for name, sheet in _SHEETS.items()}


def _csv(columns: list[str], rows: Iterable[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


def _cell(value: Cell) -> Cell:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA_SIGNS) else str(value)
    number = plain(value)
    return number if isinstance(number, int | float) else None


def _many(values: Iterable[str]) -> str:
    return _MANY.join(values)


def _offsets(span: Span | None) -> tuple[Cell, Cell]:
    return (None, None) if span is None else (span.begin, span.end)


def _documents(lookup: Lookup) -> Iterator[Row]:
    for entry in lookup.dossier.documents:
        when = entry.published
        dated = (when.earliest, when.latest, when.basis) if when else (None, None, None)
        credited = _many(lookup.source_name(credit.source) for credit in entry.credits)
        statements = len(lookup.statements_in.get(entry.id, ()))
        yield entry.id, entry.name, entry.outlet, entry.title, *dated, entry.language, credited, statements


def _sources(lookup: Lookup) -> Iterator[Row]:
    for source in lookup.dossier.sources:
        said = len(lookup.spoken_by.get(source.id, ()))
        yield source.id, source.name, source.kind, _many(source.variants), len(source.mentions), said


def _statements(lookup: Lookup) -> Iterator[Row]:
    for statement in lookup.dossier.statements:
        document = statement.document
        speaker, cue, hedges = (
            _many(lookup.words(document, span) for span in spans)
            for spans in (statement.speaker, statement.cue, statement.hedges)
        )
        yield (
            statement.id,
            document,
            lookup.outlet_name(document),
            lookup.claim_of.get(statement.id),
            lookup.quote(statement),
            speaker,
            statement.source,
            lookup.source_name(statement.source) or None,
            cue,
            statement.form,
            statement.stance,
            statement.certainty,
            hedges,
            _many(lookup.source_name(source) for source in statement.chain),
            _many(lookup.words(document, figure.span) for figure in lookup.figures_of(statement)),
            _many(lookup.words(document, time.span) for time in lookup.times_of(statement)),
            _many(place.name for place in lookup.places_of(statement)),
            _many(f"{evidence.kind}: {lookup.words(document, evidence.span)}" for evidence in statement.evidence),
            statement.confidence,
        )


def _figures(lookup: Lookup) -> Iterator[Row]:
    for figure in lookup.dossier.figures:
        counted = figure.counted.text if figure.counted else None
        yield (
            figure.id,
            figure.document,
            lookup.outlet_name(figure.document),
            lookup.words(figure.document, figure.span),
            figure.low,
            figure.high,
            figure.point,
            figure.comparator,
            figure.unit,
            counted,
            figure.status,
            *_offsets(figure.span),
        )


def _times(lookup: Lookup) -> Iterator[Row]:
    for time in lookup.dossier.times:
        anchor = (time.anchor.date, time.anchor.basis) if time.anchor else (None, None)
        words = lookup.words(time.document, time.span)
        place = lookup.outlet_name(time.document)
        dated = (time.earliest, time.latest)
        yield time.id, time.document, place, words, time.kind, time.value, *dated, *anchor, *_offsets(time.span)


def _places(lookup: Lookup) -> Iterator[Row]:
    for place in lookup.dossier.places:
        words = lookup.words(place.document, place.span)
        outlet = lookup.outlet_name(place.document)
        yield place.id, place.document, outlet, words, place.name, place.country, *_offsets(place.span)


def _claims(lookup: Lookup) -> Iterator[Row]:
    for claim in ranked_claims(lookup):
        statements = lookup.statements_of(claim)
        sources = dict.fromkeys(lookup.source_name(statement.source) for statement in statements if statement.source)
        outlets = dict.fromkeys(lookup.outlet_name(statement.document) for statement in statements)
        counts = claim.origins
        findings = _many(finding.id for finding in lookup.findings_of_claim.get(claim.id, ()))
        yield (
            claim.id,
            claim.gist,
            counts.outlets,
            counts.texts,
            counts.primary,
            counts.undetermined,
            _many(outlets),
            _many(sources),
            _many(claim.statements),
            findings,
            _many(counts.why),
        )


def _stories(lookup: Lookup) -> Iterator[Row]:
    for story in lookup.dossier.stories:
        names = _many(lookup.place_name(document) for document in story.documents)
        yield story.id, story.title, len(story.documents), _many(story.documents), names


def _derivations(lookup: Lookup) -> Iterator[Row]:
    for link in lookup.dossier.derivations:
        ends = (link.origin, lookup.place_name(link.origin), link.derived, lookup.place_name(link.derived))
        directed = "true" if link.directed else "false"
        yield link.id, *ends, link.kind, directed, link.score, len(link.passages), link.basis


def _findings(lookup: Lookup) -> Iterator[Row]:
    for finding in lookup.dossier.findings:
        words = _many(lookup.words(place.document, place.span) for place in finding.spans)
        names = (_many(finding.claims), _many(finding.statements))
        yield finding.id, finding.kind, finding.aspect, finding.rule, finding.reason, *names, words


def _timeline(lookup: Lookup) -> Iterator[Row]:
    for entry in lookup.dossier.timeline:
        if entry.claim is not None:
            words: str | None = lookup.claims[entry.claim].gist if entry.claim in lookup.claims else None
        else:
            statement = lookup.statements.get(entry.statement or "")
            words = lookup.quote(statement) if statement else None
        yield entry.earliest, entry.latest, entry.claim, entry.statement, entry.basis, words


def _notes(lookup: Lookup) -> Iterator[Row]:
    for note in lookup.dossier.notes:
        name = lookup.place_name(note.document) if note.document else None
        words = lookup.words(note.document, note.span) if note.document and note.span else None
        yield note_id(note), note.document, name, note.code, note.text, words, *_offsets(note.span)


def _spans(lookup: Lookup) -> Iterator[Row]:
    utf16 = {entry.id: _utf16_offsets(entry.text) for entry in lookup.dossier.documents}
    for thing, field, document, span in exported_spans(lookup.dossier):
        entry = lookup.documents.get(document)
        if entry is None:
            continue
        convert = utf16[document]
        units = (convert(span.begin), convert(span.end))
        yield thing, field, document, entry.name, span.begin, span.end, *units, span.of(entry.text)


def exported_spans(dossier: Dossier) -> Iterator[tuple[str, str, str, Span]]:
    """Every span of the JSON contract: id of the thing it belongs to, field, id of the document, span."""
    for entry in dossier.documents:
        yield from ((entry.id, f"passages.{passage.role}", entry.id, passage.span) for passage in entry.passages)
        yield from ((entry.id, "credits", entry.id, credit.span) for credit in entry.credits)
    for source in dossier.sources:
        yield from ((source.id, "mentions", mention.document, mention.span) for mention in source.mentions)
    yield from _statement_spans(dossier)
    for figure in dossier.figures:
        yield figure.id, "span", figure.document, figure.span
        if figure.counted:
            yield figure.id, "counted", figure.document, figure.counted.span
    yield from ((time.id, "span", time.document, time.span) for time in dossier.times)
    yield from ((place.id, "span", place.document, place.span) for place in dossier.places)
    for link in dossier.derivations:
        for passage in link.passages:
            yield link.id, "passages.from", link.origin, passage.origin
            yield link.id, "passages.to", link.derived, passage.derived
    for finding in dossier.findings:
        yield from ((finding.id, "spans", place.document, place.span) for place in finding.spans)
    for note in dossier.notes:
        if note.document and note.span:
            yield note_id(note), "span", note.document, note.span


def _statement_spans(dossier: Dossier) -> Iterator[tuple[str, str, str, Span]]:
    for statement in dossier.statements:
        parts = {field: getattr(statement, field) for field in ("quote", "speaker", "cue", "hedges")}
        parts["evidence"] = tuple(evidence.span for evidence in statement.evidence)
        for field, spans in parts.items():
            yield from ((statement.id, field, statement.document, span) for span in spans)


def _utf16_offsets(text: str) -> Callable[[int], int]:
    """A function from code points to UTF-16 units of `text`."""
    astral = [at for at, sign in enumerate(text) if ord(sign) > 0xFFFF] if not text.isascii() else []
    return lambda offset: offset + bisect_left(astral, offset)


_SHEETS: Mapping[str, _Sheet] = {
    "documents": _Sheet("id name outlet title earliest latest basis language credits statements", _documents),
    "sources": _Sheet("id name kind variants mentions statements", _sources),
    "statements": _Sheet(
        "id document outlet claim quote speaker source source_name cue form stance certainty hedges chain figures "
        "times places evidence confidence",
        _statements,
    ),
    "figures": _Sheet(
        "id document outlet words low high point comparator unit counted status begin end",
        _figures,
    ),
    "times": _Sheet(
        "id document outlet words kind value earliest latest anchor anchor_basis begin end",
        _times,
    ),
    "places": _Sheet("id document outlet words name country begin end", _places),
    "claims": _Sheet(
        "id gist outlets texts primary undetermined outlet_names source_names statements findings why",
        _claims,
    ),
    "stories": _Sheet("id title size documents document_names", _stories),
    "derivations": _Sheet("id from from_name to to_name kind directed score passages basis", _derivations),
    "findings": _Sheet("id kind aspect rule reason claims statements words", _findings),
    "timeline": _Sheet("earliest latest claim statement basis words", _timeline),
    "notes": _Sheet("id document document_name code text words begin end", _notes),
    "spans": _Sheet("id field document document_name begin end begin_utf16 end_utf16 text", _spans),
}
