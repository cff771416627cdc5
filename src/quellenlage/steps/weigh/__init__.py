"""Weigh: relations between statements and claims, most urgent first, and the timeline.

1. accounts   each statement with all that the rules ask about it
2. candidates families, matters, rivals and revisions, corrections, contests; found through keys, never by all pairs
3. rules      see `rules/__init__.py`; each says what it decided, why, and on which words
4. ranking    see `ranking.py`
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from quellenlage.languages.pack import LanguagePack
from quellenlage.model.comparing import Linked, Traced, Weighed
from quellenlage.model.dossier import Finding
from quellenlage.model.statement import Reading
from quellenlage.reference import Reference, load_reference
from quellenlage.steps.weigh import rules
from quellenlage.steps.weigh.accounts import accounts_of, ground_of
from quellenlage.steps.weigh.corrections import corrections_of
from quellenlage.steps.weigh.denials import Contest, contests_of
from quellenlage.steps.weigh.families import families_of
from quellenlage.steps.weigh.matters import matters_of
from quellenlage.steps.weigh.overtaken import Overtaken, overtaken_of
from quellenlage.steps.weigh.rivals import Revision, rivals_of
from quellenlage.steps.weigh.telling import Teller
from quellenlage.steps.weigh.timeline import timeline_of
from quellenlage.steps.weigh.verdict import Verdict, finding_of, rule_name
from quellenlage.steps.weigh.vocabulary import vocabularies

__all__ = ["weigh"]

T = TypeVar("T")


def weigh(
    readings: Sequence[Reading],
    linked: Linked,
    traced: Traced,
    *,
    packs: Mapping[str, LanguagePack] | None = None,
    reference: Reference | None = None,
    surface: str,
) -> Weighed:
    """Find agreement, conflict, denial, supersession and drift, and put what happened and what was said on a timeline.

    Args:
        packs: language packs by code; without one every counted noun is its own class.
        reference: the world as data; read from the package if None.
        surface: `de` or `en`, the language of the reasons.
    """
    words = vocabularies(packs or {})
    ground = ground_of(readings, linked, traced)
    accounts = accounts_of(
        readings, linked, traced, vocabularies=words, reference=load_reference() if reference is None else reference
    )
    teller = Teller(surface, ground)
    contests = list(contests_of(accounts, ground))
    rivals, revisions = rivals_of(accounts, ground)
    corrections = corrections_of(readings, accounts, ground, vocabularies=words)
    renewed = [
        found
        for found in overtaken_of(readings, accounts, ground, vocabularies=words)
        if not _is_told(found, revisions)
    ]
    findings = (
        *_asked(rules.OF_A_FAMILY, families_of(accounts, traced, ground), teller),
        *_asked(rules.OF_A_MATTER, matters_of(accounts, ground, disowned=_disowned(contests)), teller),
        *_asked(rules.OF_RIVALS, rivals, teller),
        *_asked(rules.OF_A_REVISION, revisions, teller),
        *_asked(rules.OF_A_CORRECTION, corrections, teller),
        *_asked(rules.OF_AN_OVERTAKEN, renewed, teller),
        *_asked(rules.OF_A_CONTEST, contests, teller),
    )
    return Weighed(_ranked(findings), timeline_of(accounts))


def _disowned(contests: Iterable[Contest]) -> frozenset[int]:
    """The accounts that give a number on the word of a source that denies it to be its own."""
    return frozenset(account.order for contest in contests if contest.wrongly_named for account in contest.targets)


def _is_told(found: Overtaken, revisions: Iterable[Revision]) -> bool:
    """Whether the same two figures are told already, as those of one source."""
    old = {count.figure.id for count in found.before}
    return any(
        revision.ordered
        and any(count.figure.id in old for count in revision.first.counts)
        and revision.second.counts[0].figure.point == found.renewals[0].new.point
        for revision in revisions
    )


def _asked(
    asked: Sequence[Callable[[T, Teller], Iterator[Verdict]]], candidates: Iterable[T], teller: Teller
) -> Iterator[Finding]:
    """The findings of all rules of one kind on all their candidates."""
    for candidate in candidates:
        for rule in asked:
            for verdict in rule(candidate, teller):
                yield finding_of(rule_name(rule), verdict)


def _ranked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by weight, each once; those of one weight stay in the order in which they were found."""
    unique = {finding.id: finding for finding in findings}
    return tuple(sorted(unique.values(), key=lambda finding: -finding.weight))
