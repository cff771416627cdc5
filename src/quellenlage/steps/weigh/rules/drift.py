"""Rules on how a claim changes as it is passed on: what differs between texts that lean on one word.

Where it is not known who took it from whom, the reason says how it reads here and there, never what became of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quellenlage.model.dossier import Aspect, FindingKind
from quellenlage.model.marks import Comparator, Figure, SourceKind, TimeKind
from quellenlage.model.span import Span
from quellenlage.model.statement import Certainty
from quellenlage.steps.weigh.accounts import Account, Ground
from quellenlage.steps.weigh.matters import Count, Matter, Strand
from quellenlage.steps.weigh.rules.words import account_of, by_document, gist, shown
from quellenlage.steps.weigh.telling import Teller
from quellenlage.steps.weigh.verdict import Verdict, seen

# How far things have gone, for statuses that follow on each other. Two accounts of one number on one word that stand
# at different stages tell different news; statuses that stand at no stage are left alone.
STAGES = {
    "planned": 0,
    "under_way": 1,
    "sent": 2,
    "delivered": 3,
    "arrived": 3,
    "in_training": 3,
    "deployed": 4,
}
# Kinds of harm: "dead" for "wounded" is other news, "casualty" for both is only less exact.
HARMS = {"dead": "dead", "wounded": "hurt", "injured": "hurt", "missing": "missing", "captured": "captured"}


def attribution_differs(matter: Matter, teller: Teller) -> Iterator[Verdict]:
    """The same thing is given on the word of one source here and, unnamed or named, of another one there."""
    for strand in matter.strands:
        named = [a for a in strand.accounts if any(teller.ground.is_definite(s) for s in a.holders)]
        sure = {account.document for account in named}
        vague = [
            a for a in strand.accounts if a.document not in sure and _is_vague(a, teller) and _may_be(a, named, teller)
        ]
        if not named or not (vague or _is_renamed(strand, teller.ground)):
            continue
        accounts = sorted((*named, *vague), key=lambda account: account.order)
        reason = teller.reason(
            "attribution_differs", what=gist(accounts, strand, teller), sides=teller.by_label(accounts)
        )
        yield _drift(Aspect.ATTRIBUTION, reason, accounts, [*_speakers(accounts), *shown(strand, accounts)], strand)


def _is_renamed(strand: Strand, ground: Ground) -> bool:
    """Whether texts of one text give the number on the word of sources that cannot be two names of one."""
    words = [[s for s in account.holders if ground.is_definite(s)] for account in strand.accounts]
    named = [sources for sources in words if sources]
    return bool(strand.counts) and any(
        not ground.may_be_one(one, other) for sources in named for one in sources for other in named[0]
    )


def _is_vague(account: Account, teller: Teller) -> bool:
    kinds = {teller.ground.sources[s].kind for s in account.holders if s in teller.ground.sources}
    return bool(kinds) and kinds <= {SourceKind.UNNAMED}


def _may_be(account: Account, named: Iterable[Account], teller: Teller) -> bool:
    """Whether the unnamed people may be those of the named source: nothing says that they are of another country."""
    own = {teller.ground.sources[s].country for s in account.holders if s in teller.ground.sources} - {None}
    others = {teller.ground.sources[s].country for a in named for s in a.holders if s in teller.ground.sources}
    return not own or None in others or not own.isdisjoint(others)


def _speakers(accounts: Iterable[Account]) -> Iterator[tuple[Account, Span]]:
    return ((account, span) for account in accounts for span in account.statement.speaker)


def attribution_lost(matter: Matter, teller: Teller) -> Iterator[Verdict]:
    """What one text gives as the word of a source, a text that shares its wording states as a fact."""
    for strand in matter.strands:
        sourced = [account for account in strand.accounts if account.holders]
        sure, roots = {account.document for account in sourced}, {account.root for account in sourced}
        stated = [a for a in strand.accounts if a.document not in sure and a.own and a.root in roots]
        said = [account for account in sourced if account.root in {own.root for own in stated}]
        plain = [a for a in stated if a.statement.certainty is Certainty.PLAIN]
        if not said or not plain or len(plain) < len(stated):
            continue
        reason = teller.reason(
            "attribution_lost",
            said=teller.sides(said),
            labels=teller.labels(plain),
            what=teller.quoted(plain[0].words_of(plain[0].quote)),
        )
        spans = [*_speakers(said), *shown(strand, said), *((account, account.quote) for account in plain)]
        yield _drift(Aspect.ATTRIBUTION, reason, [*said, *plain], spans, strand)


def hedge_lost(matter: Matter, teller: Teller) -> Iterator[Verdict]:
    """One text leaves open whether it is true, another passes it on without the hedge."""
    for strand in matter.strands:
        sides = by_document(strand.accounts, lambda account: account.statement.certainty)
        hedged, plain = sides.get(Certainty.HEDGED, []), sides.get(Certainty.PLAIN, [])
        if not hedged or not plain:
            continue
        hedges = [(account, span) for account in hedged for span in account.statement.hedges]
        reason = teller.reason(
            "hedge_lost",
            hedged=teller.labels(hedged),
            hedges=teller.listed(teller.quoted(account.words_of(span)) for account, span in hedges),
            plain=teller.labels(plain),
            what=gist(plain, strand, teller),
        )
        spans = [*hedges, *((account, account.quote) for account in plain)]
        yield _drift(Aspect.HEDGE, reason, [*hedged, *plain], spans, strand)


def bound_lost(matter: Matter, teller: Teller) -> Iterator[Verdict]:
    """The same number is a ceiling or a floor in one place and the number itself in another."""
    yield from _bounds(matter, teller, rule="bound_lost", open_ends=True)


def bound_differs(matter: Matter, teller: Teller) -> Iterator[Verdict]:
    """The same number is exact in one text and approximate in another."""
    yield from _bounds(matter, teller, rule="bound_differs", open_ends=False)


def _bounds(matter: Matter, teller: Teller, *, rule: str, open_ends: bool) -> Iterator[Verdict]:
    for strand in matter.strands:
        kinds = {bound_of(count.figure) for count in strand.counts}
        if len(kinds) < 2 or bool(kinds & _OPEN) != open_ends:
            continue
        if not open_ends and len(by_document(strand.counts, lambda count: bound_of(count.figure))) < 2:
            continue  # inside one text a "rund" that is not repeated changes nothing
        counts = sorted(strand.counts, key=lambda count: count.account.order)
        sides: dict[tuple[str, Comparator], list[Count]] = {}
        for count in counts:
            sides.setdefault((bound_of(count.figure), count.figure.comparator), []).append(count)
        told = teller.listed(
            teller.part(
                "with",
                what=teller.figure(side[0].account, side[0].figure),
                labels=teller.labels(count.account for count in side),
            )
            for side in sides.values()
        )
        accounts = [count.account for count in counts]
        reason = teller.reason(rule, sides=told)
        yield _drift(Aspect.BOUND, reason, accounts, [(c.account, c.figure.span) for c in counts], strand)


_CEILING, _FLOOR, _NEAR, _EXACT = "ceiling", "floor", "near", "exact"
_OPEN = {_CEILING, _FLOOR}


def bound_of(figure: Figure) -> str:
    """What a figure's number is to the quantity: a ceiling, a floor, near it, or the quantity itself."""
    if figure.comparator in (Comparator.AT_MOST, Comparator.LESS) and not figure.low:
        return _CEILING
    if figure.comparator in (Comparator.AT_LEAST, Comparator.MORE) and figure.high is None:
        return _FLOOR
    return _EXACT if figure.low == figure.point == figure.high else _NEAR


def place_differs(matter: Matter, teller: Teller) -> Iterator[Verdict]:
    """The same thing on the same word is put in different places."""
    for strand in matter.strands:
        placed = [account for account in strand.accounts if _where(account)]
        pair = next(
            ((one, other) for one, other in _pairs(placed) if not _meet(_where(one), _where(other))),
            None,
        )
        if pair is None:
            continue
        told = [
            [a for a in placed if _where(a) == where] for where in dict.fromkeys(_where(account) for account in pair)
        ]
        reason = teller.reason(
            "place_differs",
            what=gist(placed, strand, teller),
            sides=teller.listed(
                teller.part(
                    "at", labels=teller.labels(side), what=teller.listed(sorted(name for _, name in _where(side[0])))
                )
                for side in told
            ),
        )
        accounts = [account for side in told for account in side]
        spans = [(a, place.span) for a in accounts for place in a.places if place.id in a.whereabouts]
        yield _drift(Aspect.PLACE, reason, accounts, [*spans, *shown(strand, accounts)], strand)


def _where(account: Account) -> frozenset[tuple[str, str]]:
    """Country and name of the places that something is in or goes to."""
    return frozenset((p.country, p.name) for p in account.places if p.id in account.whereabouts and p.country)


def _meet(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Whether two sets of places can mean the same: a town and its country can, two countries cannot."""
    return not {country for country, _ in one}.isdisjoint(country for country, _ in other)


def _pairs(accounts: Sequence[Account]) -> Iterator[tuple[Account, Account]]:
    """The first account against each account of another document; one pair is enough to show a difference."""
    for account in accounts[1:]:
        if account.document != accounts[0].document:
            yield accounts[0], account


def time_differs(matter: Matter, teller: Teller) -> Iterator[Verdict]:
    """The same thing on the same word is dated differently."""
    for strand in matter.strands:
        dated = [account for account in strand.accounts if _when(account) is not None]
        pair = next(((one, other) for one, other in _pairs(dated) if _disjoint(one, other)), None)
        if pair is None:
            continue
        reason = teller.reason(
            "time_differs",
            what=gist(pair, strand, teller),
            sides=teller.listed(
                teller.part("at", labels=teller.labels([a]), what=teller.quoted(a.words_of(a.times[0].span)))
                for a in pair
            ),
        )
        spans = [(account, account.times[0].span) for account in pair]
        yield _drift(Aspect.TIME, reason, pair, [*spans, *shown(strand, pair)], strand)


def _when(account: Account) -> tuple[str, str] | None:
    """The interval of the only time in an account; with several it is open which one dates the thing."""
    if len(account.times) != 1:
        return None
    time = account.times[0]
    placed = time.kind in (TimeKind.DATE, TimeKind.TIME) and time.earliest is not None and time.latest is not None
    return (time.earliest or "", time.latest or "") if placed else None


def _disjoint(one: Account, other: Account) -> bool:
    first, second = _when(one), _when(other)
    return first is not None and second is not None and (first[1] <= second[0] or second[1] <= first[0])


def status_differs(matter: Matter, teller: Teller) -> Iterator[Verdict]:
    """The same number on the same word has come to different stages, or to different harm."""
    for strand in matter.strands:
        for scale in (STAGES, HARMS):
            counts = [count for count in strand.counts if count.figure.status in scale]
            sides = by_document(counts, lambda count: count.figure.status)
            if len({scale[status] for status in sides}) < 2:
                continue
            told = teller.listed(
                teller.part(
                    "at", labels=teller.labels(map(account_of, side)), what=teller.quoted(teller.status(status))
                )
                for status, side in sides.items()
            )
            own = [count for side in sides.values() for count in side]
            accounts = sorted((count.account for count in own), key=lambda account: account.order)
            reason = teller.reason("status_differs", what=gist(accounts, strand, teller), sides=told)
            spans = [(c.account, c.figure.span) for c in own] + [(a, a.quote) for a in accounts]
            yield _drift(Aspect.STATUS, reason, accounts, spans, strand)


def _drift(
    aspect: Aspect,
    reason: str,
    accounts: Sequence[Account],
    spans: Iterable[tuple[Account, Span]],
    strand: Strand,
) -> Verdict:
    return Verdict(FindingKind.DRIFT, aspect, reason, tuple(accounts), seen(spans), bool(strand.counts))
