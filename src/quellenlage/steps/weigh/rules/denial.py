"""Rules on what is denied or doubted."""

from __future__ import annotations

from collections.abc import Iterator

from quellenlage.model.dossier import Aspect, FindingKind
from quellenlage.steps.weigh.denials import Contest
from quellenlage.steps.weigh.telling import Teller
from quellenlage.steps.weigh.verdict import Verdict, in_order, seen


def figure_denied(contest: Contest, teller: Teller) -> Iterator[Verdict]:
    """A text says expressly that a figure does not come from the source which another text gives for it."""
    if not contest.wrongly_named:
        return
    denial = contest.denials[0]
    target = contest.counts[1]
    named = [s for s in target.account.holders if s in denial.mentions or s in denial.holders]
    reason = teller.reason(
        "figure_denied",
        labels=teller.labels(contest.denials),
        denial=teller.quoted(denial.words_of(denial.quote)),
        targets=teller.labels(contest.targets),
        figure=teller.figure(target.account, target.figure),
        source=teller.sources(named),
    )
    yield _verdict(FindingKind.DENIAL, Aspect.ATTRIBUTION, reason, contest)


def assertion_denied(contest: Contest, teller: Teller) -> Iterator[Verdict]:
    """One source denies what others assert."""
    if contest.wrongly_named or contest.doubts_only:
        return
    yield _verdict(FindingKind.DENIAL, _aspect(contest), _told("assertion_denied", contest, teller), contest)


def assertion_doubted(contest: Contest, teller: Teller) -> Iterator[Verdict]:
    """One source doubts what others assert, without denying it."""
    if contest.wrongly_named or not contest.doubts_only:
        return
    yield _verdict(FindingKind.DENIAL, _aspect(contest), _told("assertion_doubted", contest, teller), contest)


def _aspect(contest: Contest) -> Aspect | None:
    return Aspect.FIGURE if contest.counts else None


def _told(key: str, contest: Contest, teller: Teller) -> str:
    # Copies of one text deny in other words; the fullest ones say best what is denied.
    denial = max(contest.denials, key=lambda account: (len(account.words), -account.order))
    return teller.reason(
        key,
        denial=teller.quoted(denial.words_of(denial.quote)),
        denier=teller.sides(contest.denials),
        targets=teller.sides(contest.targets),
    )


def _verdict(kind: FindingKind, aspect: Aspect | None, reason: str, contest: Contest) -> Verdict:
    both = (*contest.denials, *contest.targets)
    quotes = [(account, account.quote) for account in both]
    speakers = [(account, span) for account in both for span in account.statement.speaker]
    figures = [(count.account, count.figure.span) for count in contest.counts]
    spans = seen([*figures, *quotes, *speakers])
    return Verdict(kind, aspect, reason, in_order(both), spans, telling=bool(contest.counts))
