"""Rules on different figures for the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quellenlage.model.dossier import Aspect, FindingKind
from quellenlage.steps.weigh.corrections import Correction
from quellenlage.steps.weigh.overtaken import Overtaken
from quellenlage.steps.weigh.rivals import Position, Revision, Rivals, published_day
from quellenlage.steps.weigh.telling import Teller
from quellenlage.steps.weigh.verdict import Verdict, in_order, seen


def figures_conflict(rivals: Rivals, teller: Teller) -> Iterator[Verdict]:
    """Different sources give figures for the same thing that cannot both be true."""
    told = teller.series(
        teller.part("on_word", what=_figure(position, teller), sides=teller.sides(position.accounts))
        for position in rivals.positions
    )
    reason = teller.reason("figures_conflict", sides=told) + _band(rivals.positions, teller)
    yield _verdict(FindingKind.CONFLICT, reason, rivals.positions)


def _band(positions: Sequence[Position], teller: Teller) -> str:
    """Lowest and highest of the figures over their origins, and the one that most origins give, if one does."""
    figures = [position.counts[0].figure for position in positions]
    low = min(figure.point if figure.low is None else figure.low for figure in figures if figure.point is not None)
    high = max(figure.point if figure.high is None else figure.high for figure in figures if figure.point is not None)
    often = Counter(figure.point for figure in figures if figure.point is not None).most_common(2)
    band = teller.part("band", low=teller.number(low), high=teller.number(high))
    if often[0][1] > 1 and (len(often) == 1 or often[1][1] < often[0][1]):
        band += teller.part("band_best", best=teller.number(often[0][0]), count=often[0][1])
    return band + "."


def superseded(revision: Revision, teller: Teller) -> Iterator[Verdict]:
    """The same source gives a new figure for the same thing in a later publication."""
    if not revision.ordered:
        return
    days = [published_day(position.accounts[0]) for position in (revision.first, revision.second)]
    reason = teller.reason(
        "superseded",
        source=_origin(revision, teller),
        first=_figure(revision.first, teller),
        first_labels=teller.labels(revision.first.accounts),
        first_day=teller.day(days[0]),
        second=_figure(revision.second, teller),
        second_labels=teller.labels(revision.second.accounts),
        second_day=teller.day(days[1]),
    )
    yield _verdict(FindingKind.SUPERSESSION, reason, (revision.first, revision.second))


def figure_differs(revision: Revision, teller: Teller) -> Iterator[Verdict]:
    """Texts that lean on the same source, or on one text, give different figures for the same thing."""
    if revision.ordered:
        return
    reason = teller.reason(
        "figure_differs",
        source=_origin(revision, teller),
        first=_figure(revision.first, teller),
        first_labels=teller.labels(revision.first.accounts),
        second=_figure(revision.second, teller),
        second_labels=teller.labels(revision.second.accounts),
    )
    yield _verdict(FindingKind.DRIFT, reason, (revision.first, revision.second))


def corrected(correction: Correction, teller: Teller) -> Iterator[Verdict]:
    """A text corrects a figure; texts that still carry the old one are named."""
    statement, still = correction.account, correction.still
    reason = teller.reason(
        "corrected",
        label=teller.labels([statement]),
        new=teller.figure(statement, correction.new),
        old=teller.figure(statement, correction.old),
    )
    if still:
        reason += teller.part("still", labels=teller.labels(count.account for count in still))
    spans = [(statement, correction.marked), (statement, correction.old.span), (statement, correction.new.span)]
    yield Verdict(
        FindingKind.SUPERSESSION,
        Aspect.FIGURE,
        reason,
        (statement, *(count.account for count in still)),
        seen([*spans, *((count.account, count.figure.span) for count in still)]),
        telling=True,
    )


def overtaken(renewed: Overtaken, teller: Teller) -> Iterator[Verdict]:
    """A later text sets a new figure beside the one that texts before it gave."""
    first, before, undated = renewed.renewals[0], renewed.before, renewed.undated
    reason = teller.reason(
        "overtaken",
        new=teller.figure(first.account, first.new),
        new_labels=teller.labels(renewal.account for renewal in renewed.renewals),
        day=teller.day(published_day(first.account)),
        old=teller.figure(before[0].account, before[0].figure),
        old_labels=teller.labels(count.account for count in before),
    )
    if undated:
        reason += teller.part("undated_too", labels=teller.labels(count.account for count in undated))
    counts = (*before, *undated)
    spans = [(count.account, count.figure.span) for count in counts]
    spans += [(own.account, figure.span) for own in renewed.renewals for figure in (own.old, own.new)]
    accounts = in_order([*(count.account for count in counts), *(own.account for own in renewed.renewals)])
    yield Verdict(FindingKind.SUPERSESSION, Aspect.FIGURE, reason, accounts, seen(spans), telling=True)


def _figure(position: Position, teller: Teller) -> str:
    return teller.figure(position.counts[0].account, position.counts[0].figure)


def _origin(revision: Revision, teller: Teller) -> str:
    """Name of the source both lean on."""
    return teller.source(revision.first.origin)


def _verdict(kind: FindingKind, reason: str, positions: Sequence[Position]) -> Verdict:
    counts = [count for position in positions for count in position.counts]
    spans = [(count.account, count.figure.span) for count in counts]
    speakers = [(count.account, span) for count in counts for span in count.account.statement.speaker]
    accounts = in_order(count.account for count in counts)
    return Verdict(kind, Aspect.FIGURE, reason, accounts, seen([*spans, *speakers]), telling=True)
