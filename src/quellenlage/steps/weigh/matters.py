"""Matters: accounts that say the same, and inside each the strands that lean on one word.

A matter is either one number for one thing (all counts of it, even where the claims they stand in differ in other
respects: that is where drift shows), or one claim whose statements share no number. Candidates come from keys alone:
the number with its class, claim, story, source. Everything is linear in the number of accounts.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from quellenlage.model.marks import Figure
from quellenlage.steps.weigh.accounts import MEDIA, Account, Ground, Thing

T = TypeVar("T")
# From which number on two statements with the same one speak of the same thing more likely than by chance: small and
# round ones ("zwei", "20") occur everywhere. Chosen by reading the German seeds and Bundestag texts.
_TELLING_FROM = 100


@dataclass(frozen=True, slots=True)
class Count:
    """One figure in one account, with what it counts."""

    account: Account
    figure: Figure
    thing: Thing


@dataclass(frozen=True, slots=True)
class Strand:
    """Accounts of one matter that lean on one word, or cannot be told apart from those that do.

    Args:
        accounts: in the order of documents and text.
        counts: their figures, if the matter is a number.
        word: ids of the sources that can be an origin by themselves and are named in it.
    """

    accounts: tuple[Account, ...]
    counts: tuple[Count, ...]
    word: tuple[str, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of its documents."""
        return tuple(dict.fromkeys(account.document for account in self.accounts))


@dataclass(frozen=True, slots=True)
class Matter:
    """Accounts that say the same, as strands in the order of their first accounts."""

    strands: tuple[Strand, ...]
    counts: tuple[Count, ...] = ()

    @property
    def accounts(self) -> tuple[Account, ...]:
        """All accounts of all strands, in order."""
        return tuple(sorted((a for strand in self.strands for a in strand.accounts), key=lambda a: a.order))


@dataclass(slots=True)
class _Union:
    """Which things belong together, by union over shared keys."""

    leaders: dict[Hashable, Hashable] = field(default_factory=dict)

    def leader(self, node: Hashable) -> Hashable:
        while self.leaders.setdefault(node, node) != node:
            self.leaders[node] = self.leaders[self.leaders[node]]
            node = self.leaders[node]
        return node

    def join(self, one: Hashable, other: Hashable) -> None:
        self.leaders[self.leader(other)] = self.leader(one)


def joined(things: Sequence[T], keys: Callable[[T], Iterable[Hashable]]) -> list[list[T]]:
    """The groups of things that share a key, directly or through others, in the order of their first members."""
    union = _Union()
    for number, thing in enumerate(things):
        for key in keys(thing):
            union.join(("thing", number), ("key", key))
    groups: dict[Hashable, list[T]] = {}
    for number, thing in enumerate(things):
        groups.setdefault(union.leader(("thing", number)), []).append(thing)
    return list(groups.values())


def counts_of(accounts: Iterable[Account]) -> Iterator[Count]:
    """All figures of which it is known what they count."""
    for account in accounts:
        for figure, thing in zip(account.figures, account.things, strict=True):
            if thing is not None:
                yield Count(account, figure, thing)


def matters_of(
    accounts: Sequence[Account], ground: Ground, *, disowned: frozenset[int] = frozenset()
) -> Iterator[Matter]:
    """All matters with at least two accounts: numbers first, then the claims that share none.

    Args:
        disowned: orders of accounts whose source denies that the number is its own.
    """
    numbered: set[int] = set()
    for counts in _same_numbers([account for account in accounts if account.asserts], ground):
        group = _distinct(count.account for count in counts)
        if len(group) > 1:
            numbered.update(account.order for account in group)
            yield Matter(_strands(group, counts, ground, disowned), tuple(counts))
    claims: dict[str, list[Account]] = {}
    for account in accounts:
        if account.asserts and account.order not in numbered:
            claims.setdefault(account.claim, []).append(account)
    for group in claims.values():
        if len(group) > 1:
            yield Matter(_strands(group, (), ground, disowned))


def _same_numbers(accounts: Sequence[Account], ground: Ground) -> Iterator[list[Count]]:
    """Counts of the same number of the same thing that speak of one matter."""
    buckets: dict[tuple[str, float], list[Count]] = {}
    for count in counts_of(accounts):
        if count.figure.point is not None:
            buckets.setdefault((count.thing.broad, count.figure.point), []).append(count)
    for (_, point), bucket in buckets.items():
        if len(bucket) > 1:
            yield from _one_matter(bucket, telling=is_telling(point), ground=ground)


def is_telling(point: float) -> bool:
    """Whether a number is rare enough to tell that two statements speak of the same thing."""
    return abs(point) >= _TELLING_FROM


def _one_matter(bucket: Sequence[Count], *, telling: bool, ground: Ground) -> list[list[Count]]:
    """Counts of one number joined by claim; inside a story by source too, and by the number itself if it tells.

    Where a story gives the number two statuses or two countries ("300 tote", "300 verletzte Soldaten"), counts that
    leave that open go with neither.
    """
    known: dict[str, set[tuple[str, Hashable]]] = {}
    for count in bucket:
        story = ground.stories.get(count.account.document)
        if story is not None:
            known.setdefault(story, set()).update(_traits(count))

    def keys(count: Count) -> Iterator[Hashable]:
        account, story = count.account, ground.stories.get(count.account.document)
        yield "claim", account.claim
        if not telling or story is None:
            return
        traits = known.get(story, set())
        countries = tuple(sorted(count.thing.countries)) if _several(traits, "countries") else ()
        status = count.figure.status if _several(traits, "status") else None
        alike = (story, count.thing.plain, countries, count.figure.additive)
        yield from (("word", *alike, source) for source in account.holders if ground.is_definite(source))
        yield "story", *alike, status

    return joined(bucket, keys)


def _traits(count: Count) -> Iterator[tuple[str, Hashable]]:
    if count.figure.status is not None:
        yield "status", count.figure.status
    if count.thing.countries:
        yield "countries", tuple(sorted(count.thing.countries))


def _several(traits: Iterable[tuple[str, Hashable]], name: str) -> bool:
    return sum(kind == name for kind, _ in traits) > 1


def _strands(
    accounts: Sequence[Account], counts: Sequence[Count], ground: Ground, disowned: frozenset[int]
) -> tuple[Strand, ...]:
    """The strands of one matter: joined by a shared source or text; what is on nobody's word goes with the only one.

    Who "anonymous sources" are cannot be told, so they join nothing. Media join only accounts that name nobody behind
    them: one agency passes on many words. Documents of one text tell one matter, on whatever word each of them gives
    for it, unless one of them gives it on two. A word that its source disowns is no second word.
    """
    named: dict[str, dict[str, set[str]]] = {}
    for account in accounts:
        own = named.setdefault(account.root, {}).setdefault(account.document, set())
        own.update(source for source in account.holders if ground.is_definite(source))

    party = _parties(accounts, ground)

    def keys(account: Account) -> Iterator[Hashable]:
        sources = [party.get(s, s) for s in (*account.holders, *account.relays) if s in ground.sources]
        definite = [source for source in sources if ground.is_definite(source)]
        yield from definite or [source for source in sources if ground.sources[source].kind in MEDIA]
        if _names_one_each(named[account.root].values()):
            yield "text", account.root
        elif not any(ground.is_definite(source) for source in account.holders):
            yield "unsaid", account.root

    groups = joined(accounts, keys)
    owned = [[account for account in group if account.order not in disowned] for group in groups]
    if any(sum(bool(_word(group, ground)) for group in each) == 1 for each in (groups, owned)):
        groups = [[account for group in groups for account in group]]
    return tuple(_strand(group, counts, ground) for group in groups)


def _parties(accounts: Iterable[Account], ground: Ground) -> dict[str, str]:
    """For each source of a matter the first one that it may be another name of."""
    found: dict[str, str] = {}
    for source in (s for account in accounts for s in account.holders if ground.is_definite(s)):
        if source not in found:
            found[source] = next((known for known in found.values() if ground.may_be_one(source, known)), source)
    return found


def _names_one_each(documents: Iterable[set[str]]) -> bool:
    """Whether no document of a text gives the matter on the word of two sources."""
    return all(len(sources) <= 1 for sources in documents)


def _word(accounts: Iterable[Account], ground: Ground) -> tuple[str, ...]:
    held = (source for account in accounts for source in account.holders)
    return tuple(dict.fromkeys(source for source in held if ground.is_definite(source)))


def _strand(group: Iterable[Account], counts: Sequence[Count], ground: Ground) -> Strand:
    accounts = _distinct(sorted(group, key=lambda account: account.order))
    orders = {account.order for account in accounts}
    own = tuple(count for count in counts if count.account.order in orders)
    return Strand(tuple(accounts), own, _word(accounts, ground))


def _distinct(accounts: Iterable[Account]) -> list[Account]:
    return list({account.order: account for account in accounts}.values())
