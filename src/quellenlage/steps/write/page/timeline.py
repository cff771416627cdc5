"""The timeline: what is said to have happened when, and when it was said, on two lanes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from quellenlage.model.dossier import DocumentEntry, TimelineEntry
from quellenlage.steps.write.drawing.scale import Scale, TimeTick, seconds_of, time_scale, time_ticks
from quellenlage.steps.write.lookup import grouped
from quellenlage.steps.write.page.context import Context, Link
from quellenlage.steps.write.page.figures import TickView
from quellenlage.steps.write.page.shown import anchor
from quellenlage.steps.write.texts import moment_of, shortened

_MOST_ROWS = 150
_MOST_UNDATED = 60
_WORDS = 130
_DOT_WORDS = 50
_FAR = 0.5  # of the whole stretch of time: a gap as long as this sets apart what lies beyond it
_FAR_SHARE = 0.2  # of the entries at most are left out of the drawing
_LONGEST_TAIL = timedelta(days=31)  # how far an entry that lasts may stretch the drawing beyond the last beginning


@dataclass(frozen=True, slots=True)
class DotView:
    """A mark on a lane: where it begins and ends in per cent, where it leads, what it says."""

    begin: float
    end: float
    to: str | None
    says: str


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A line of the timeline.

    Args:
        row: name of the row.
        when: the time in words.
        happened: whether it is said to have happened then; else it was said or published then.
        kind: the same in words.
        words: what, quoted; or the document's title.
        who: the outlet.
        to: the way to the words it rests on, or None.
        claim: the claim, if shown.
    """

    row: str
    when: str
    happened: bool
    kind: str
    words: str
    who: str
    to: str | None
    claim: Link | None


@dataclass(frozen=True, slots=True)
class TimelineView:
    """Both lanes and the rows.

    Args:
        ticks: of the time axis.
        events, publications: marks on the two lanes.
        rows: in the order of time, and how many are `left` for the table.
        undated: documents without a date, and how many are left.
        early, late: how many entries lie beyond the drawn stretch of time.
        row_of_time: name of the row that rests on a time, by the time's id.
    """

    ticks: tuple[TickView, ...]
    events: tuple[DotView, ...]
    publications: tuple[DotView, ...]
    rows: tuple[TimeRow, ...]
    undated: tuple[Link, ...]
    undated_left: int
    early: int
    late: int
    left: int
    row_of_time: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry, or the publication of a document, ready for both lane and row."""

    earliest: str
    latest: str
    row: TimeRow
    times: tuple[str, ...] = ()


def timeline_view(context: Context) -> TimelineView:
    """The timeline of the page; documents stand on the lane of publication once, not once for each statement."""
    named = [item for entry in context.dossier.timeline if (item := _entry(entry, context)) is not None]
    dated = [entry for entry in context.dossier.documents if entry.published is not None]
    undated = [entry for entry in context.dossier.documents if entry.published is None]
    items = sorted(_merged([*named, *(_publication(entry, context) for entry in dated)]), key=_order)
    shown = items[:_MOST_ROWS]
    scale = _scale(items)
    lanes = (
        [_dots((i for i in shown if i.row.happened is lane), scale) for lane in (True, False)] if scale else [(), ()]
    )
    return TimelineView(
        ticks=_ticks(scale, context) if scale else (),
        events=lanes[0],
        publications=lanes[1],
        rows=tuple(item.row for item in shown),
        undated=tuple(_link(entry, context) for entry in undated[:_MOST_UNDATED]),
        undated_left=max(0, len(undated) - _MOST_UNDATED),
        early=sum(seconds_of(moment_of(i.latest)) <= scale.low for i in items) if scale else 0,
        late=sum(seconds_of(moment_of(i.earliest)) >= scale.high for i in items) if scale else 0,
        left=len(items) - len(shown),
        row_of_time={time: item.row.row for item in shown for time in item.times},
    )


def _merged(items: Iterable[_Item]) -> Iterable[_Item]:
    """What several texts place at the same time stands once, with all their outlets."""
    groups = grouped(
        ((item.row.claim or item.row.row, item.earliest, item.latest, item.row.kind), item) for item in items
    )
    for same in groups.values():
        outlets = dict.fromkeys(item.row.who for item in same)
        times = tuple(time for item in same for time in item.times)
        yield replace(same[0], row=replace(same[0].row, who=", ".join(filter(None, outlets))), times=times)


def _order(item: _Item) -> tuple[object, ...]:
    return moment_of(item.earliest), moment_of(item.latest), item.row.happened, item.row.row


def _entry(entry: TimelineEntry, context: Context) -> _Item | None:
    """What is said to have happened, or to have been said, at a time the text names.

    None for a statement that has only its document's date: the document's publication stands for all of them.
    """
    lookup = context.lookup
    time = lookup.times.get(entry.basis)
    thing, words, number = entry.claim or entry.statement or "", "", None
    if thing in lookup.claims:
        words, number = lookup.claims[thing].gist, context.shown.claim_numbers.get(thing)
    elif thing in lookup.statements and time is not None:
        words = lookup.quote(lookup.statements[thing])
    if not words:
        return None
    row = TimeRow(
        row=f"time-{anchor(thing)}-{anchor(entry.basis)}",
        when=context.texts.interval(entry.earliest, entry.latest),
        happened=entry.claim is not None,
        kind=context.texts.say("column.happened" if entry.claim is not None else "column.said"),
        words=context.texts.quoted(shortened(words, _WORDS)),
        who=context.name(time.document) if time else "",
        to=context.place(time.document, time.id) if time else None,
        claim=Link(anchor(thing), context.texts.say("claim_label", n=number)) if number else None,
    )
    return _Item(entry.earliest, entry.latest, row, (time.id,) if time else ())


def _publication(entry: DocumentEntry, context: Context) -> _Item:
    when = entry.published
    if when is None:
        raise ValueError(f"document {entry.id} has no date")
    words = context.texts.interval(when.earliest, when.latest)
    basis = context.texts.say("in_brackets", words=words, note=context.texts.term("basis", when.basis))
    row = TimeRow(
        row=f"time-{anchor(entry.id)}",
        when=basis,
        happened=False,
        kind=context.texts.say("column.published"),
        words=_title(entry),
        who=entry.outlet or "",  # a document without one is called by its title, which stands beside
        to=context.document(entry.id).to,
        claim=None,
    )
    return _Item(when.earliest, when.latest, row)


def _title(entry: DocumentEntry) -> str:
    return shortened(entry.title or entry.name, _WORDS)


def _link(entry: DocumentEntry, context: Context) -> Link:
    """A document by its outlet and title; one without an outlet by its title alone."""
    title = _title(entry)
    return Link(context.document(entry.id).to, f"{entry.outlet}: {title}" if entry.outlet else title)


def _scale(items: Sequence[_Item]) -> Scale | None:
    """The stretch of time that is drawn; few entries far from all others do not stretch it.

    As long as one gap takes up most of the stretch, the few entries on its lesser side are left out.
    """
    if not items:
        return None
    begins = sorted(moment_of(item.earliest) for item in items)
    spare = int(len(begins) * _FAR_SHARE)
    while len(begins) > 1:
        gap, place = max((after - before, -number) for number, (before, after) in enumerate(pairwise(begins), 1))
        earlier, later = -place, len(begins) + place
        if gap < _FAR * (begins[-1] - begins[0]) or min(earlier, later) > spare:
            break
        spare -= min(earlier, later)
        begins = begins[earlier:] if earlier <= later else begins[:earlier]
    inside = [item for item in items if begins[0] <= moment_of(item.earliest) <= begins[-1]]
    last = max(min(moment_of(item.latest), begins[-1] + _LONGEST_TAIL) for item in inside)
    return time_scale((begins[0], last))


def _dots(items: Iterable[_Item], scale: Scale | None) -> tuple[DotView, ...]:
    """Entries of one stretch of time share a mark."""
    groups = grouped(((item.earliest, item.latest), item) for item in items)
    dots: list[DotView] = []
    if scale is None:
        return ()
    for (earliest, latest), members in groups.items():
        begin, end = (seconds_of(moment_of(moment)) for moment in (earliest, latest))
        if end <= scale.low or begin >= scale.high:
            continue
        first = members[0].row
        says = f"{first.when}: {shortened(first.words, _DOT_WORDS)}" + (
            f" (+{len(members) - 1})" if members[1:] else ""
        )
        dots.append(DotView(scale.at(begin), scale.at(end), first.row, says))
    return tuple(dots)


def _ticks(scale: Scale, context: Context) -> tuple[TickView, ...]:
    return tuple(TickView(scale.at(seconds_of(tick.moment)), _label(tick, context)) for tick in time_ticks(scale))


def _label(tick: TimeTick, context: Context) -> str:
    texts, moment = context.texts, tick.moment
    if tick.unit == "year":
        return str(moment.year)
    if tick.unit == "month":
        return texts.say("month_of_year", month=texts.say(f"month_short.m{moment.month}"), year=moment.year)
    return texts.say("day_short", day=moment.day, month=texts.say(f"month_short.m{moment.month}"))
