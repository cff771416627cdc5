"""What several rules say and show alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from quellenlage.model.span import Span
from quellenlage.steps.weigh.accounts import Account
from quellenlage.steps.weigh.matters import Count, Strand
from quellenlage.steps.weigh.telling import Teller

T = TypeVar("T", Account, Count)


def gist(accounts: Iterable[Account], strand: Strand, teller: Teller) -> str:
    """What is said: the figure in the words of the first account, or the shortest account's own words."""
    orders = {account.order for account in accounts}
    count = next((count for count in strand.counts if count.account.order in orders), None)
    if count is not None:
        return teller.figure(count.account, count.figure)
    shortest = min(
        (a for a in strand.accounts if a.order in orders), key=lambda a: (a.quote.length, a.order), default=None
    )
    return "" if shortest is None else teller.quoted(shortest.words_of(shortest.quote))


def shown(strand: Strand, accounts: Iterable[Account]) -> Iterator[tuple[Account, Span]]:
    """The figures of the accounts, or their quotes where the matter is no number."""
    orders = {account.order for account in accounts}
    if strand.counts:
        yield from ((c.account, c.figure.span) for c in strand.counts if c.account.order in orders)
    else:
        yield from ((account, account.quote) for account in strand.accounts if account.order in orders)


def account_of(thing: Account | Count) -> Account:
    """The account a thing stands in."""
    return thing if isinstance(thing, Account) else thing.account


def by_document(things: Sequence[T], value: Callable[[T], str | None]) -> dict[str, list[T]]:
    """The things by value, of those documents that hold to one value; documents that have several say nothing."""
    values: dict[str, set[str | None]] = {}
    for thing in things:
        values.setdefault(account_of(thing).document, set()).add(value(thing))
    sides: dict[str, list[T]] = {}
    for thing in things:
        own = value(thing)
        if own is not None and values[account_of(thing).document] == {own}:
            sides.setdefault(own, []).append(thing)
    return sides
