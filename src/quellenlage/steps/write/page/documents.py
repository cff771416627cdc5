"""Each document with its text as received and all marks in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from quellenlage.model.document import Passage, Role
from quellenlage.model.dossier import DocumentEntry
from quellenlage.model.span import Span, trimmed
from quellenlage.model.statement import Form, Statement
from quellenlage.steps.write.lookup import note_id
from quellenlage.steps.write.page.context import Context, Link
from quellenlage.steps.write.page.derivations import derivation_label, passage_target, shown_passages
from quellenlage.steps.write.page.figures import FiguresView
from quellenlage.steps.write.page.notes import note_label, shown_notes
from quellenlage.steps.write.page.shown import anchor, target
from quellenlage.steps.write.page.sources import first_mentions
from quellenlage.steps.write.page.timeline import TimelineView
from quellenlage.steps.write.page.tokens import Mark, Token, tokens_of, windowed

_FULL_TEXT = 400_000  # code points shown in full, about a hundred articles; of later documents only passages with marks
_LONGEST_DOCUMENT = 120_000  # a longer one is shown as passages only, wherever it stands
_QUIET = "qui"  # places of a finding beyond the first few of a document: rows lead there, but nothing is drawn
_MOST_OF_A_FINDING = 3
_WITHOUT_LOOKS = frozenset({"pas", "nte", _QUIET})
_FURNITURE = frozenset({Role.CROSSREF, Role.ADVERT, Role.NAVIGATION, Role.COMMENT_FORM, Role.OTHER})


@dataclass(frozen=True, slots=True)
class Block:
    """A passage of a document.

    Args:
        role: code of its role, for looks.
        label: its role in words.
        tokens: its text with marks.
    """

    role: str
    label: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Passages that stand together.

    Args:
        blocks: the passages.
        folded: whether they are furniture, which is folded away.
        label: what the furniture is, in words.
        is_open: whether it must stand open all the same, because a row leads into it.
    """

    blocks: tuple[Block, ...]
    folded: bool
    label: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its text.

    Args:
        row: name of the article.
        title: its headline, else its name.
        about: outlet, date, language, name and counts in words.
        stretches: its text; empty if nothing of it is shown.
        omitted: whether passages without marks are left out.
    """

    row: str
    title: str
    about: tuple[str, ...]
    links: tuple[Link, ...]
    language: str
    stretches: tuple[Stretch, ...]
    omitted: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """The parts of the page that text leads back to."""

    figures: FiguresView
    timeline: TimelineView


@dataclass(frozen=True, slots=True)
class DocumentsView:
    """The documents that are listed; `left` are in the table only."""

    shown: tuple[DocumentView, ...]
    left: int


def documents_view(context: Context, rows: Rows) -> DocumentsView:
    """The documents, their texts in full up to a limit, beyond it the passages that rows lead to."""
    marks = _all_marks(context, rows)
    derivations = _derivation_links(context)
    views, length = [], 0
    for entry in context.dossier.documents:
        if entry.id not in context.shown.documents:
            continue
        length += len(entry.text)
        full = length <= _FULL_TEXT and len(entry.text) <= _LONGEST_DOCUMENT
        views.append(
            _view(entry, marks.get(entry.id, []), full=full, links=derivations.get(entry.id, []), context=context)
        )
    return DocumentsView(tuple(views), len(context.dossier.documents) - len(views))


def _view(entry: DocumentEntry, marks: list[Mark], *, full: bool, links: list[Link], context: Context) -> DocumentView:
    pieces = list(_pieces(entry, marks))
    parts = windowed([piece.span for piece in pieces], sorted(marks, key=lambda mark: mark.span))
    parts = [[mark for mark in part if _is_seen(mark)] for part in parts]
    shown = [
        (piece, part) for piece, part in zip(pieces, parts, strict=True) if full or any(mark.anchor for mark in part)
    ]
    return DocumentView(
        row=anchor(entry.id),
        title=entry.title or entry.name,
        about=tuple(_about(entry, context)),
        links=tuple(links),
        language=entry.language,
        stretches=tuple(_stretches(entry, shown, context)),
        omitted=len(shown) < len(pieces),
    )


def _is_seen(mark: Mark) -> bool:
    """Whether a mark changes anything; a shared passage or the words of a note have no looks of their own."""
    return mark.anchor is not None or mark.label is not None or mark.style not in _WITHOUT_LOOKS


def _about(entry: DocumentEntry, context: Context) -> Iterator[str]:
    texts, when = context.texts, entry.published
    yield entry.outlet or texts.say("outlet_unknown")
    if when is None:
        yield texts.say("undated")
    else:
        words = texts.interval(when.earliest, when.latest)
        yield texts.say("in_brackets", words=words, note=texts.term("basis", when.basis))
    yield texts.term("language", entry.language)
    yield texts.count("statements", len(context.lookup.statements_in.get(entry.id, ())))
    if entry.credits:
        names = dict.fromkeys(context.lookup.source_name(credit.source) for credit in entry.credits)
        yield texts.say("credits", names=", ".join(names))
    yield entry.name


def _derivation_links(context: Context) -> dict[str, list[Link]]:
    links: dict[str, list[Link]] = {}
    for number, derivation in enumerate(context.shown.derivations, 1):
        label = f"{derivation_label(number, context)} {context.texts.term('derivation', derivation.kind)}"
        for end in (derivation.derived, derivation.origin):
            links.setdefault(end, []).append(Link(anchor(derivation.id), label))
    return links


def _pieces(entry: DocumentEntry, marks: list[Mark]) -> Iterator[Passage]:
    """The passages, and what lies between them unless it is white space without marks."""
    place, size = 0, len(entry.text)
    marked = sorted(mark.span for mark in marks)
    for passage in (*entry.passages, None):
        begin = passage.span.begin if passage else size
        if place < begin:
            gap = Span(place, begin)
            if trimmed(entry.text, place, begin) or _is_marked(gap, marked):
                yield Passage(gap, Role.OTHER)
        if passage:
            yield passage
            place = passage.span.end


def _is_marked(gap: Span, marked: list[Span]) -> bool:
    """Whether one of the spans, which are in order, lies inside the gap."""
    first = bisect_left(marked, (gap.begin, 0))
    return any(gap.holds(span) for span in takewhile(lambda span: span.begin < gap.end, islice(marked, first, None)))


def _stretches(entry: DocumentEntry, shown: list[tuple[Passage, list[Mark]]], context: Context) -> Iterator[Stretch]:
    texts = context.texts
    group: list[tuple[Passage, list[Mark]]] = []
    for place, (passage, marks) in enumerate(shown):
        group.append((passage, marks))
        folded = passage.role in _FURNITURE
        if place + 1 < len(shown) and (shown[place + 1][0].role in _FURNITURE) is folded:
            continue
        roles = dict.fromkeys(texts.term("role", passage.role) for passage, _ in group)
        yield Stretch(
            blocks=tuple(_block(entry, passage, marks, context) for passage, marks in group),
            folded=folded,
            label=texts.say("furniture", n=texts.count("passages", len(group)), roles=", ".join(roles)),
            is_open=any(mark.anchor for _, marks in group for mark in marks),
        )
        group = []


def _block(entry: DocumentEntry, passage: Passage, marks: list[Mark], context: Context) -> Block:
    label = "" if passage.role is Role.CONTENT else context.texts.term("role", passage.role)
    return Block(passage.role, label, tokens_of(entry.text, passage.span, marks))


@dataclass(slots=True)
class _Collector:
    """Marks by document; of marks with the same span the first collected holds the others."""

    context: Context
    marks: dict[str, list[Mark]] = field(default_factory=dict)

    def add(self, document: str, mark: Mark) -> None:
        self.marks.setdefault(document, []).append(mark)


def _all_marks(context: Context, rows: Rows) -> Mapping[str, list[Mark]]:
    collector = _Collector(context)
    _mark_passages(collector)
    _mark_notes(collector)
    _mark_findings(collector)
    for statement in context.dossier.statements:
        _mark_statement(collector, statement)
    _mark_names(collector)
    _mark_figures_and_times(collector, rows)
    return collector.marks


def _mark_passages(collector: _Collector) -> None:
    context = collector.context
    for number, derivation in enumerate(context.shown.derivations, 1):
        label = derivation_label(number, context)
        says = context.texts.say("back_to_derivation", label=label)
        row = anchor(derivation.id)
        for place, passage in enumerate(shown_passages(derivation)):
            for side, document, span in (
                ("from", derivation.origin, passage.origin),
                ("to", derivation.derived, passage.derived),
            ):
                collector.add(document, Mark(span, "pas", passage_target(derivation.id, place, side), row, label, says))


def _mark_notes(collector: _Collector) -> None:
    context = collector.context
    for notes in shown_notes(context).values():
        for number, note in notes:
            if note.document and note.span:
                name, label = note_id(note), note_label(number, context)
                says = context.texts.say("back_to_note", label=label)
                collector.add(note.document, Mark(note.span, "nte", target(name), anchor(name), label, says))


def _mark_findings(collector: _Collector) -> None:
    """The words of findings; one that rests on half a text is drawn at its first places only."""
    context = collector.context
    for finding in context.shown.findings:
        label = context.finding_label(finding)
        says = context.kind(finding)
        seen: Counter[object] = Counter()
        for number, place in enumerate(finding.spans):
            mark = Mark(place.span, f"fnd {finding.kind}", target(finding.id, number), anchor(finding.id), label, says)
            if seen[place] or seen[place.document] >= _MOST_OF_A_FINDING:
                mark = replace(mark, style=_QUIET, back=None, label=None)
            collector.add(place.document, mark)
            seen.update((place, place.document))


def _mark_statement(collector: _Collector, statement: Statement) -> None:
    """The quote, its last part followed by the statement's number; and the hedges."""
    context = collector.context
    row = context.shown.rows.get(statement.id)
    number = context.shown.numbers[statement.id]
    style = "own" if statement.form is Form.OWN else "stm"
    for place, span in enumerate(statement.quote):
        is_last = place == len(statement.quote) - 1
        back = row if is_last else None
        name = target(statement.id, place) if statement.id in context.shown.statements else None
        collector.add(statement.document, Mark(span, style, name, back, str(number) if back else None))
    for hedge in dict.fromkeys(statement.hedges):
        collector.add(statement.document, Mark(hedge, "hdg"))


def _mark_names(collector: _Collector) -> None:
    """The names of sources; only the first in a document leads to the source, lest every third word be a link."""
    for source in collector.context.dossier.sources:
        row = collector.context.shown.rows.get(source.id)
        named = {number for number, _ in first_mentions(source)} if row else set()
        for number, mention in enumerate(source.mentions):
            back = (target(source.id, number), row) if number in named else (None, None)
            collector.add(mention.document, Mark(mention.span, "nam", *back))


def _mark_figures_and_times(collector: _Collector, rows: Rows) -> None:
    dossier = collector.context.dossier
    for figure in dossier.figures:
        row = rows.figures.row_of.get(figure.id)
        collector.add(figure.document, Mark(figure.span, "fig", target(figure.id), row))
    for time in dossier.times:
        row = rows.timeline.row_of_time.get(time.id)
        collector.add(time.document, Mark(time.span, "tim", target(time.id) if row else None, row))
    for place in dossier.places:
        collector.add(place.document, Mark(place.span, "pla"))
