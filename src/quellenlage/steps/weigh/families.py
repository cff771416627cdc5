"""Families: documents that go back to one text, with what they say alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quellenlage.model.comparing import Traced
from quellenlage.steps.weigh.accounts import DEPENDENT, Account, Ground


@dataclass(frozen=True, slots=True)
class Family:
    """Documents that go back to one text.

    Args:
        root: id of the source that stands for a text which is not among the documents, or None.
        common: the accounts of each claim that at least two of them carry.
    """

    root: str | None
    common: tuple[tuple[Account, ...], ...]


def families_of(accounts: Sequence[Account], traced: Traced, ground: Ground) -> Iterator[Family]:
    """All families that say at least one thing alike, in the order of their first accounts."""
    roots = dict(_virtual_roots(accounts, traced, ground))
    claims: dict[tuple[str, str], list[Account]] = {}
    for account in accounts:
        claims.setdefault((account.root, account.claim), []).append(account)
    common: dict[str, list[tuple[Account, ...]]] = {}
    for (root, _), group in claims.items():
        if len({account.document for account in group}) > 1:
            common.setdefault(root, []).append(tuple(group))
    for root, shared in common.items():
        yield Family(roots.get(root), tuple(shared))


def _virtual_roots(accounts: Sequence[Account], traced: Traced, ground: Ground) -> Iterator[tuple[str, str]]:
    """The source that stands for the unseen text of each root, where there is one."""
    root_of: Mapping[str, str] = {account.document: account.root for account in accounts}
    for derivation in sorted(traced.derivations, key=lambda d: (d.origin, d.derived), reverse=True):
        if derivation.kind in DEPENDENT and derivation.origin in ground.sources and derivation.derived in root_of:
            yield root_of[derivation.derived], derivation.origin
