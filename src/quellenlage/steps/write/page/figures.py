"""Figures on one axis for each thing counted: a row for each figure somebody gives, with its bounds."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quellenlage.model.document import Role
from quellenlage.model.marks import Comparator, Figure
from quellenlage.model.statement import Certainty, Form
from quellenlage.steps.write.drawing.scale import Scale, scale_of, ticks_of
from quellenlage.steps.write.lookup import grouped
from quellenlage.steps.write.page.context import Badge, Context, Link
from quellenlage.steps.write.page.shown import anchor
from quellenlage.steps.write.page.statements import via_words
from quellenlage.steps.write.texts import shortened

_MOST_GROUPS = 60
_MOST_ROWS = 40
_DRAWN_FROM = 2  # different figures; a single one needs no axis
_NARROWEST = 4.0  # per cent; a shorter stretch would hide behind its point
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
class FigureVoice:
    """Who gives a figure.

    Args:
        name: the source; or that it is an outlet's own voice, or where it stands if it is part of no statement.
        is_source: whether `name` is a source.
        via: what the word passed through, or empty.
        outlets: who carries it, each with the way to the words.
    """

    name: str
    is_source: bool
    via: str
    outlets: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure, with everybody who gives it.

    Args:
        row: name of the row.
        words: the figure in the text's words.
        status: what is said of the things counted, in words, or empty.
        voices: who gives it.
        drawn: its drawing, None where there is no axis.
        says: the drawing in words.
        findings: findings on its statements.
    """

    row: str
    words: str
    status: str
    voices: tuple[FigureVoice, ...]
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
    """The figures of the page, what findings touch and many outlets carry first."""
    groups = grouped((_counted(figure), figure) for figure in context.dossier.figures)
    ordered = sorted(groups, key=lambda key: (key == ("", ""), *_weight(groups[key], context), key))[:_MOST_GROUPS]
    rows = {key: _merged(groups[key]) for key in ordered}
    shown = [_group(rows[key], number, context) for number, key in enumerate(ordered)]
    listed = [members for key in ordered for members in rows[key][:_MOST_ROWS]]
    return FiguresView(
        drawn=tuple(group for group in shown if group.ticks),
        single=tuple(group for group in shown if not group.ticks),
        left=len(groups) - len(shown),
        row_of={figure.id: anchor(members[0].id) for members in listed for figure in members},
    )


def _counted(figure: Figure) -> tuple[str, str]:
    """What makes two figures comparable: their unit and the noun counted."""
    return figure.unit or "", figure.counted.head.casefold() if figure.counted else ""


def _weight(figures: Sequence[Figure], context: Context) -> tuple[int, int]:
    """How early a group must be seen: how many findings touch it, how many documents hold it; more is smaller."""
    statements = {s.id for f in figures if (s := context.shown.statement_of_figure.get(f.id))}
    findings = {f.id for name in statements for f in context.lookup.findings_of_statement.get(name, ())}
    return -len(findings), -len({figure.document for figure in figures})


def _merged(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Figures with the same bounds and status are one row; rows ascend by value."""
    groups = grouped(((f.low, f.high, f.point, f.comparator, f.status), f) for f in figures)
    return sorted(groups.values(), key=lambda members: _order(members[0]))


def _order(figure: Figure) -> tuple[float, float]:
    values = _values(figure)
    return (min(values), max(values)) if values else (float("inf"), float("inf"))


def _values(figure: Figure) -> list[float]:
    return [value for value in (figure.low, figure.point, figure.high) if value is not None]


def _group(rows: Sequence[Sequence[Figure]], number: int, context: Context) -> FigureGroup:
    figures = [figure for members in rows for figure in members]
    values = {value for figure in figures for value in _values(figure)}
    differing = {(figure.low, figure.point, figure.high) for figure in figures}
    scale = scale_of(values) if values and len(differing) >= _DRAWN_FROM and _is_comparable(figures) else None
    whole = figures[0].unit is None
    return FigureGroup(
        name=_name(figures, context),
        rows=tuple(_row(members, scale, context) for members in rows[:_MOST_ROWS]),
        left=max(0, len(rows) - _MOST_ROWS),
        ticks=tuple(TickView(scale.at(v), context.texts.rounded(v)) for v in ticks_of(scale, whole=whole))
        if scale
        else (),
        logarithmic=scale is not None and scale.logarithmic,
        grid=f"grid-{number}",
    )


def _is_comparable(figures: Sequence[Figure]) -> bool:
    """Whether figures can stand on one axis: the same thing is counted, or several documents measure in one unit."""
    first = figures[0]
    return first.counted is not None or (first.unit is not None and len({f.document for f in figures}) > 1)


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
    first, owners = members[0], context.shown.statement_of_figure
    hedged = all(figure.id in owners and owners[figure.id].certainty is Certainty.HEDGED for figure in members)
    statements = dict.fromkeys(owners[figure.id].id for figure in members if figure.id in owners)
    findings = {f.id: f for name in statements for f in context.lookup.findings_of_statement.get(name, ())}
    return FigureRow(
        row=anchor(first.id),
        words=shortened(context.figure_words(first), 70),
        status=context.texts.term("status", first.status) if first.status else "",
        voices=_voices(members, context),
        drawn=_drawn(first, scale, hedged=hedged) if scale else None,
        says=_says(first, context, hedged=hedged),
        findings=context.badges(findings.values()),
    )


def _voices(members: Sequence[Figure], context: Context) -> tuple[FigureVoice, ...]:
    """Who gives a figure: sources with the ways of their word, then outlets in their own voice, then headlines."""
    owners = context.shown.statement_of_figure

    def voice(figure: Figure) -> tuple[int, str, str]:
        owner = owners.get(figure.id)
        if owner is None:
            return 2, _standing(figure, context), ""
        if owner.form is Form.OWN:
            return 1, context.texts.say("own_voice"), ""
        return 0, context.source(owner.source), via_words(owner.chain[:-1], owner, context)

    groups = grouped((voice(figure), figure) for figure in members)
    return tuple(
        FigureVoice(name, rank == 0, via, tuple(_outlet(figure, context) for figure in groups[rank, name, via]))
        for rank, name, via in sorted(groups, key=lambda key: key[0])
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
    if not open_left and not open_right and scale.at(high) - scale.at(low) < _NARROWEST:
        is_stretch = False
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
