"""Families: documents that go back to one text, with what they say alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quellenlage.model.comparing import Traced
from quellenlage.steps.weigh.accounts import Account, Ground


@dataclass(frozen=True, slots=True)
class Family:
    """Documents that go back to one text.

    Args:
        root: id of the one source outside the documents to which all of them go back, or None.
        common: the accounts of each claim that at least two of them carry.
    """

    root: str | None
    common: tuple[tuple[Account, ...], ...]


def families_of(accounts: Sequence[Account], traced: Traced, ground: Ground) -> Iterator[Family]:
    """All families that say at least one thing alike, in the order of their first accounts."""
    claims: dict[tuple[str, str], list[Account]] = {}
    for account in accounts:
        claims.setdefault((account.root, account.claim), []).append(account)
    common: dict[str, list[tuple[Account, ...]]] = {}
    for (root, _), group in claims.items():
        if len({account.document for account in group}) > 1:
            common.setdefault(root, []).append(tuple(group))
    credited = _credited(traced, ground)
    for shared in common.values():
        documents = {account.document for group in shared for account in group}
        roots = set.intersection(*(credited.get(document, set()) for document in documents))
        yield Family(min(roots, default=None), tuple(shared))


def _credited(traced: Traced, ground: Ground) -> dict[str, set[str]]:
    """The sources outside the documents that each document goes back to, by its credits or its text."""
    credited: dict[str, set[str]] = {}
    for derivation in traced.derivations:
        if derivation.origin in ground.sources:
            credited.setdefault(derivation.derived, set()).add(derivation.origin)
    return credited
