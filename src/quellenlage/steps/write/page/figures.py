"""Figures on one axis for each thing counted: a row for each figure somebody gives, with its bounds."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quellenlage.model.document import Role
from quellenlage.model.marks import Comparator, Figure
from quellenlage.model.statement import Certainty
from quellenlage.steps.write.drawing.scale import Scale, scale_of, ticks_of
from quellenlage.steps.write.lookup import grouped
from quellenlage.steps.write.page.context import Badge, Context, Link
from quellenlage.steps.write.page.shown import anchor
from quellenlage.steps.write.page.statements import via_words
from quellenlage.steps.write.texts import shortened

_MOST_GROUPS = 60
_MOST_ROWS = 40
_DRAWN_FROM = 2  # rows; a single figure needs no axis
_STEM = 4  # letters by which a counted noun is found again in its inflected form
_INEXACT = frozenset({Comparator.ABOUT, Comparator.VAGUE, Comparator.LESS, Comparator.MORE})


@dataclass(frozen=True, slots=True)
class TickView:
    """A mark on an axis: where, in per cent of the width, and its label."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure as drawn on its axis; places in per cent of the width.

    Args:
        begin, end: of the stretch from the lowest to the highest value; None if that is a single value.
        point: the number named, or None.
        open_left, open_right: whether the stretch has no bound on that side.
        hollow: whether the number is only about right or only a bound.
        pale: whether the statement is hedged or the words are vague.
    """

    begin: float | None
    end: float | None
    point: float | None
    open_left: bool
    open_right: bool
    hollow: bool
    pale: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure that one source gives, with all outlets that carry it.

    Args:
        row: name of the row.
        words: the figure in the text's words.
        status: what is said of the things counted, in words, or empty.
        source: whose figure, or where it stands if it is part of no statement.
        via: what the word passed through, or empty.
        is_said: whether it is part of a statement.
        outlets: who carries it, each with the way to the words.
        drawn: its drawing, None where there is no axis.
        says: the drawing in words.
        findings: findings on its statement.
    """

    row: str
    words: str
    status: str
    source: str
    via: str
    is_said: bool
    outlets: tuple[Link, ...]
    drawn: Drawn | None
    says: str
    findings: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures for one thing counted.

    Args:
        name: what is counted, or the unit.
        rows: from the smallest to the largest.
        left: rows that are not shown.
        ticks: of the axis, empty if there is none.
        logarithmic: whether the axis is.
        grid: name of the axis' grid lines on the page.
    """

    name: str
    rows: tuple[FigureRow, ...]
    left: int
    ticks: tuple[TickView, ...]
    logarithmic: bool
    grid: str


@dataclass(frozen=True, slots=True)
class FiguresView:
    """All figures: `drawn` groups have an axis, `single` ones a row; `left` groups are in the table only."""

    drawn: tuple[FigureGroup, ...]
    single: tuple[FigureGroup, ...]
    left: int
    row_of: dict[str, str]


def figures_view(context: Context) -> FiguresView:
    """The figures of the page, the thing most often counted first."""
    groups = grouped((_counted(figure), figure) for figure in context.dossier.figures)
    rows = {key: tuple(_merged(figures, context)) for key, figures in groups.items()}
    ordered = sorted(rows, key=lambda key: (key == ("", ""), -len(rows[key]), key))
    shown = [_group(groups[key], rows[key], number, context) for number, key in enumerate(ordered[:_MOST_GROUPS])]
    listed = [members for key in ordered[:_MOST_GROUPS] for members in rows[key][:_MOST_ROWS]]
    return FiguresView(
        drawn=tuple(group for group in shown if group.ticks),
        single=tuple(group for group in shown if not group.ticks),
        left=len(ordered) - len(shown),
        row_of={figure.id: anchor(members[0].id) for members in listed for figure in members},
    )


def _counted(figure: Figure) -> tuple[str, str]:
    """What makes two figures comparable: their unit and the noun counted."""
    return figure.unit or "", figure.counted.head.casefold() if figure.counted else ""


def _merged(figures: Iterable[Figure], context: Context) -> list[list[Figure]]:
    """Figures of one source with the same bounds, status and certainty are one row; rows ascend by value."""
    owners = context.shown.statement_of_figure

    def same(figure: Figure) -> tuple[object, ...]:
        owner = owners.get(figure.id)
        said = (owner.source, owner.certainty) if owner else (None, None)
        return figure.low, figure.high, figure.point, figure.comparator, figure.status, *said

    groups = grouped((same(figure), figure) for figure in figures)
    return sorted(groups.values(), key=lambda members: _order(members[0]))


def _order(figure: Figure) -> tuple[float, float]:
    values = _values(figure)
    return (min(values), max(values)) if values else (float("inf"), float("inf"))


def _values(figure: Figure) -> list[float]:
    return [value for value in (figure.low, figure.point, figure.high) if value is not None]


def _group(figures: Sequence[Figure], rows: Sequence[Sequence[Figure]], number: int, context: Context) -> FigureGroup:
    values = [value for figure in figures for value in _values(figure)]
    scale = scale_of(values) if values and len(rows) >= _DRAWN_FROM else None
    return FigureGroup(
        name=_name(figures, context),
        rows=tuple(_row(members, scale, context) for members in rows[:_MOST_ROWS]),
        left=max(0, len(rows) - _MOST_ROWS),
        ticks=tuple(TickView(scale.at(v), context.texts.number(v)) for v in ticks_of(scale)) if scale else (),
        logarithmic=scale is not None and scale.logarithmic,
        grid=f"grid-{number}",
    )


def _name(figures: Sequence[Figure], context: Context) -> str:
    """The noun counted as the texts write it most often, else the unit."""
    first = figures[0]
    unit = context.texts.term("unit", first.unit) if first.unit else ""
    if first.counted is None:
        return unit or context.texts.say("uncounted")
    stem = first.counted.head.casefold()[:_STEM]
    words = Counter(
        word for f in figures if f.counted for word in f.counted.text.split() if word.casefold().startswith(stem)
    )
    noun = max(sorted(words), key=lambda word: words[word], default=first.counted.head)
    return f"{noun} ({unit})" if unit else noun


def _row(members: Sequence[Figure], scale: Scale | None, context: Context) -> FigureRow:
    first = members[0]
    owner = context.shown.statement_of_figure.get(first.id)
    hedged = owner is not None and owner.certainty is Certainty.HEDGED
    via = via_words(owner.chain[:-1], owner, context) if owner else ""
    words = shortened(context.figure_words(first), 70)
    source = context.source(owner.source) if owner else _standing(first, context)
    statements = dict.fromkeys(s.id for f in members if (s := context.shown.statement_of_figure.get(f.id)))
    findings = {f.id: f for name in statements for f in context.lookup.findings_of_statement.get(name, ())}
    return FigureRow(
        row=anchor(first.id),
        words=words,
        status=context.texts.term("status", first.status) if first.status else "",
        source=source,
        via=via,
        is_said=owner is not None,
        outlets=tuple(_outlet(figure, context) for figure in members),
        drawn=_drawn(first, scale, hedged=hedged) if scale else None,
        says=_says(first, context, hedged=hedged),
        findings=context.badges(findings.values()),
    )


def _outlet(figure: Figure, context: Context) -> Link:
    return Link(context.place(figure.document, figure.id), context.name(figure.document))


def _standing(figure: Figure, context: Context) -> str:
    """In what kind of passage a figure stands that is part of no statement."""
    passages = context.lookup.documents[figure.document].passages
    place = bisect_right(passages, figure.span.begin, key=lambda passage: passage.span.begin) - 1
    role = passages[place].role if place >= 0 else Role.OTHER
    return context.texts.say("no_statement", role=context.texts.term("role", role))


def _drawn(figure: Figure, scale: Scale, *, hedged: bool) -> Drawn:
    open_left, open_right = figure.low is None, figure.high is None
    is_stretch = open_left or open_right or figure.low != figure.high
    if not _values(figure):
        return Drawn(None, None, None, open_left=True, open_right=True, hollow=True, pale=True)
    low = scale.low if figure.low is None else figure.low
    high = scale.high if figure.high is None else figure.high
    return Drawn(
        begin=(0.5 if open_left else scale.at(low)) if is_stretch else None,
        end=(99.5 if open_right else scale.at(high)) if is_stretch else None,
        point=None if figure.point is None else scale.at(figure.point),
        open_left=open_left,
        open_right=open_right,
        hollow=figure.comparator in _INEXACT,
        pale=hedged or figure.comparator is Comparator.VAGUE,
    )


def _says(figure: Figure, context: Context, *, hedged: bool) -> str:
    """A figure in numbers: "höchstens 12.000", "2.000 bis 3.000", "rund 30 (28 bis 32)"."""
    texts = context.texts
    low, point, high = (None if v is None else texts.number(v) for v in (figure.low, figure.point, figure.high))
    named = point or high or low
    if named is None:
        says = texts.say("comparator.vague")
    elif figure.comparator is Comparator.RANGE and low and high:
        says = texts.say("stretch", begin=low, end=high)
    else:
        says = texts.say(f"comparator.{figure.comparator.name.lower()}", value=named)
    if figure.comparator in (Comparator.ABOUT, Comparator.VAGUE) and low and high and low != high:
        says = texts.say("in_brackets", words=says, note=texts.say("stretch", begin=low, end=high))
    return f"{says}, {texts.term('certainty', Certainty.HEDGED)}" if hedged else says
