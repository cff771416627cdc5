"""What a rule decided, and how it becomes a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quellenlage.model.dossier import Aspect, DocumentSpan, Finding, FindingKind
from quellenlage.model.identity import content_id
from quellenlage.model.span import Span
from quellenlage.steps.weigh.accounts import Account
from quellenlage.steps.weigh.ranking import weight_of

Seen = Iterable[tuple[Account, Span]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one rule decided about one candidate.

    Args:
        kind, aspect: what relation, in what respect.
        reason: one plain sentence in the surface language.
        accounts: all accounts it relates, on both sides.
        spans: the words it rests on, on both sides.
        telling: whether a figure is at stake.
    """

    kind: FindingKind
    aspect: Aspect | None
    reason: str
    accounts: tuple[Account, ...]
    spans: tuple[DocumentSpan, ...]
    telling: bool = False


def seen(pairs: Seen) -> tuple[DocumentSpan, ...]:
    """Spans with the documents they stand in, each once, in the order given."""
    return tuple(dict.fromkeys(DocumentSpan(account.document, span) for account, span in pairs))


def in_order(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Accounts in the order of documents and text, each once."""
    unique = {account.order: account for account in accounts}
    return tuple(unique[order] for order in sorted(unique))


def rule_name(rule: Callable[..., object]) -> str:
    """The name under which a rule stands in a finding and in the wording."""
    return rule.__name__


def finding_of(rule: str, verdict: Verdict) -> Finding:
    """The finding that records a verdict of the named rule."""
    accounts = in_order(verdict.accounts)
    statements = tuple(account.statement.id for account in accounts)
    return Finding(
        id=content_id("fin", verdict.kind, verdict.aspect, rule, statements),
        kind=verdict.kind,
        aspect=verdict.aspect,
        claims=tuple(dict.fromkeys(account.claim for account in accounts)),
        statements=statements,
        rule=rule,
        reason=verdict.reason,
        spans=verdict.spans,
        weight=weight_of(rule, outlets=len({account.document for account in accounts}), telling=verdict.telling),
    )
