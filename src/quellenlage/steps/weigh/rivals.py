"""Rivals and revisions: different figures for the same thing.

A position is one figure on one word. Positions of different origins that exclude each other are rivals; two of the same
origin are a revision, whether or not it is known which came first. Candidates share claim or story, class of the thing,
status; comparing goes over the distinct positions of such a bucket, not over statements.

Precision goes before recall: whatever could make the two figures count different things keeps them apart.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations

from quellenlage.model.comparison import FigureRelation, compare_figures
from quellenlage.model.span import Span
from quellenlage.steps.weigh.accounts import Account, Ground
from quellenlage.steps.weigh.matters import Count, counts_of, joined

# Days between two publications within which a figure without a date of its own may be held against another. Figures of
# what has happened run: a day later they describe a later state. What is planned stands longer.
_DAYS, _DAYS_PLANNED = 1, 3
_PLANNED = "planned"
# Figures of one claim apart, ten times more is another thing counted (the first contingent, the whole army).
_LARGEST_RATIO = 10

_Place = tuple[int, Span]  # of an account among all accounts, of the figure in its text


@dataclass(frozen=True, slots=True)
class Position:
    """One figure for one thing on one word, with all counts that give it."""

    origin: str
    counts: tuple[Count, ...]

    @property
    def place(self) -> _Place:
        """Where it is first given."""
        return self.counts[0].account.order, self.counts[0].figure.span

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that give it."""
        return tuple(count.account for count in self.counts)


@dataclass(frozen=True, slots=True)
class Rivals:
    """Positions of different origins, each excluded by at least one of the others."""

    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """Two positions of the same origin; `ordered` if it is known that the first was published before the second."""

    first: Position
    second: Position
    ordered: bool


def rivals_of(accounts: Sequence[Account], ground: Ground) -> tuple[list[Rivals], list[Revision]]:
    """All rivals and revisions, in the order of their first accounts."""
    edges: dict[tuple[_Place, _Place], tuple[Position, Position]] = {}
    revisions: dict[tuple[_Place, _Place], Revision] = {}
    for positions in _buckets(accounts, ground):
        for one, other in combinations(positions, 2):
            key = (one.place, other.place)
            if one.origin != other.origin:
                if _exclude(one, other):
                    edges[key] = (one, other)
            elif _is_revision(one, other):
                revisions.setdefault(key, _revision(one, other))
    return _components(edges.values()), [revisions[key] for key in sorted(revisions)]


def _buckets(accounts: Sequence[Account], ground: Ground) -> Iterator[list[Position]]:
    """Positions that may be held against each other: of one claim, or of one story with the same status."""
    buckets: dict[Hashable, list[Count]] = {}
    for count in counts_of(account for account in accounts if account.asserts):
        if count.figure.point is None:
            continue
        buckets.setdefault(("claim", count.account.claim, count.thing.kind, count.figure.status), []).append(count)
        story = ground.stories.get(count.account.document)
        if story is not None and not count.figure.additive and count.figure.status is not None:
            buckets.setdefault(("story", story, count.thing.kind, count.figure.status), []).append(count)
    for bucket in buckets.values():
        positions = list(_positions(bucket, ground))
        if len(positions) > 1:
            yield positions


def _positions(counts: Iterable[Count], ground: Ground) -> Iterator[Position]:
    grouped: dict[tuple[str, Hashable], list[Count]] = {}
    for count in counts:
        origin, figure = origin_of(count.account, ground), count.figure
        if origin is not None:
            value = (figure.additive, figure.low, figure.point, figure.high)
            grouped.setdefault((origin, value), []).append(count)
    for (origin, _), own in grouped.items():
        yield Position(origin, tuple(own))


def origin_of(account: Account, ground: Ground) -> str | None:
    """Whose word it is in the end; None if that cannot be told, as with what an outlet says in its own voice."""
    return next((source for source in reversed(account.holders) if ground.is_definite(source)), None)


def _exclude(one: Position, other: Position) -> bool:
    """Whether two positions of different origins cannot both be true."""
    return any(
        _same_thing(a, b) and _relation(a, b) is FigureRelation.CONFLICT
        for a in one.counts
        for b in other.counts
        if a.account.order != b.account.order and not _lean_on_each_other(a.account, b.account)
    )


def _lean_on_each_other(one: Account, other: Account) -> bool:
    """Whether one rests on the other's source."""
    return not {*one.holders, *one.relays}.isdisjoint((*other.holders, *other.relays))


def _is_revision(one: Position, other: Position) -> bool:
    """Whether two positions of one origin give different numbers for the same thing.

    A text that gives both knows them apart.
    """
    if one.counts[0].figure.point == other.counts[0].figure.point:
        return False
    if not {a.document for a in one.accounts}.isdisjoint(a.document for a in other.accounts):
        return False
    return any(
        _same_thing(a, b, over_time=True) and _relation(a, b) is not FigureRelation.NOT_COMPARABLE
        for a in one.counts
        for b in other.counts
    )


def _relation(one: Count, other: Count) -> FigureRelation:
    kinds = {c.figure.counted.head: c.thing.kind for c in (one, other) if c.figure.counted is not None}
    return compare_figures(one.figure, other.figure, kin=lambda head: kinds.get(head, head)).relation


def _same_thing(one: Count, other: Count, *, over_time: bool = False) -> bool:
    """Whether nothing says that the two figures count different things, at different times or places."""
    figures = one.figure, other.figure
    same_claim = one.account.claim == other.account.claim
    if one.thing.modifiers != other.thing.modifiers or figures[0].additive != figures[1].additive:
        return False
    if not _agree(one.thing.countries, other.thing.countries):
        return False
    if not same_claim and (not _agree(one.account.countries, other.account.countries) or _far_apart(one, other)):
        return False
    if not _places_agree(one.account, other.account):
        return False
    return over_time or _times_agree(one, other)


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or not one.isdisjoint(other)


def _far_apart(one: Count, other: Count) -> bool:
    low, high = sorted((abs(one.figure.point or 0), abs(other.figure.point or 0)))
    return high > _LARGEST_RATIO * low


def _places_agree(one: Account, other: Account) -> bool:
    """Whether they can mean one place: where both name places that something is in, they share one."""
    here = {place.name for place in one.places if place.id in one.whereabouts}
    there = {place.name for place in other.places if place.id in other.whereabouts}
    return not here or not there or not here.isdisjoint(there)


def _times_agree(one: Count, other: Count) -> bool:
    """Whether both can speak of one moment: of their own dates, else of the days they were published."""
    here, there = _dates(one.account), _dates(other.account)
    if here and there:
        return any(a[0] < b[1] and b[0] < a[1] for a in here for b in there)
    if one.account.document == other.account.document:
        return True
    days = published_day(one.account), published_day(other.account)
    if days[0] is None or days[1] is None:
        return one.account.claim == other.account.claim
    planned = one.figure.status == _PLANNED == other.figure.status
    return abs((days[0] - days[1]).days) <= (_DAYS_PLANNED if planned else _DAYS)


def _dates(account: Account) -> list[tuple[str, str]]:
    return [(time.earliest, time.latest) for time in account.times if time.earliest and time.latest]


def published_day(account: Account) -> date | None:
    """The day on which an account's document appeared, if known."""
    published = account.reading.published
    return None if published is None else datetime.fromisoformat(published.earliest).date()


def _revision(one: Position, other: Position) -> Revision:
    if _before(one, other):
        return Revision(one, other, ordered=True)
    if _before(other, one):
        return Revision(other, one, ordered=True)
    return Revision(one, other, ordered=False)


def _before(one: Position, other: Position) -> bool:
    """Whether the first text with one figure had certainly appeared when the first with the other appeared."""
    first, second = _first_published(one), _first_published(other)
    return first is not None and second is not None and first[1] <= second[0]


def _first_published(position: Position) -> tuple[str, str] | None:
    """The interval of the earliest publication; None if any text is undated, since that one could be older."""
    dates = [account.reading.published for account in position.accounts]
    if any(published is None for published in dates):
        return None
    return min((published.earliest, published.latest) for published in dates if published is not None)


def _components(edges: Iterable[tuple[Position, Position]]) -> list[Rivals]:
    """Positions joined by exclusion, as one set of rivals for each thing."""
    positions: dict[_Place, Position] = {}
    partners: dict[_Place, list[_Place]] = {}
    for one, other in edges:
        positions.setdefault(one.place, one)
        positions.setdefault(other.place, other)
        partners.setdefault(one.place, []).append(other.place)

    def keys(place: _Place) -> Iterator[Hashable]:
        yield place
        yield from partners.get(place, [])

    groups = joined(sorted(positions), keys)
    return [Rivals(tuple(positions[place] for place in sorted(group))) for group in groups]
