"""Contests: what is denied or doubted, and who asserts it.

A denial finds what it denies through keys: the number it denies, the words it shares with assertions (rare words count
for more), the countries it names. Every denial is compared with its candidates only.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quellenlage.model.statement import Stance
from quellenlage.steps.weigh.accounts import Account, Ground
from quellenlage.steps.weigh.matters import Count, counts_of, is_telling

# Share of a denial's words, weighed by how rare they are, that an assertion must share.
_LEAST_SHARED = 0.34
_LEAST_WORDS = 2  # shared words below which a likeness is chance
# A word that more assertions hold than this brings no candidates, though it still counts in the comparison.
_MOST_CANDIDATES = 200


@dataclass(frozen=True, slots=True)
class Contest:
    """A denial and the assertions it meets.

    Args:
        denials: accounts of one claim that deny or doubt.
        targets: accounts that assert it, on another's word.
        counts: those of their figures that are denied as such, denial first; empty if no figure is at stake.
        wrongly_named: whether the denial names the very source that the targets give for the figure.
    """

    denials: tuple[Account, ...]
    targets: tuple[Account, ...]
    counts: tuple[Count, ...] = ()
    wrongly_named: bool = False

    @property
    def doubts_only(self) -> bool:
        """Whether nobody denies it outright."""
        return all(account.statement.stance is Stance.DOUBTS for account in self.denials)


def contests_of(accounts: Sequence[Account], ground: Ground) -> Iterator[Contest]:
    """All denials that meet an assertion, in the order of the denials."""
    asserted = _Asserted(accounts, ground)
    claims: dict[tuple[str, bool], list[Account]] = {}
    for account in accounts:
        if account.statement.stance in (Stance.DENIES, Stance.DOUBTS):
            key = (account.claim, account.statement.stance is Stance.DENIES)
            claims.setdefault(key, []).append(account)
    for denials in claims.values():
        contest = _about_figure(denials, asserted, ground) or _about_words(denials, asserted)
        if contest is not None:
            yield contest


class _Asserted:
    """What is asserted, found by its numbers, its words and its claim."""

    def __init__(self, accounts: Sequence[Account], ground: Ground) -> None:
        self._ground = ground
        self.by_number: dict[tuple[str, float | None], list[Count]] = {}
        self.by_claim: dict[str, list[Account]] = {}
        self._by_word: dict[str, list[Account]] = {}
        self._often: Counter[str] = Counter()
        self._number = 0
        for account in accounts:
            if account.asserts:
                self._enter(account)

    def _enter(self, account: Account) -> None:
        self._number += 1
        self.by_claim.setdefault(account.claim, []).append(account)
        self._often.update(account.words)
        for word in sorted(account.words):
            self._by_word.setdefault(word, []).append(account)
        for count in counts_of([account]):
            self.by_number.setdefault((count.thing.kind, count.figure.point), []).append(count)

    def rarity(self, word: str) -> float:
        """How much a shared word tells, after its inverse document frequency (Spärck Jones 1972)."""
        return math.log(1 + self._number / (1 + self._often[word]))

    def alike(self, denial: Account) -> Iterator[Account]:
        """Assertions that share enough words and a country with a denial, on the word of others."""
        candidates: dict[int, Account] = {}
        for word in sorted(denial.words, key=lambda word: (self._often[word], word)):
            holders = self._by_word.get(word, [])
            if len(holders) <= _MOST_CANDIDATES:
                candidates.update((account.order, account) for account in holders)
        whole = sum(self.rarity(word) for word in denial.words)
        for order in sorted(candidates):
            shared = denial.words & candidates[order].words
            enough = len(shared) >= _LEAST_WORDS and sum(map(self.rarity, shared)) >= _LEAST_SHARED * whole
            if enough and self._one_theme(denial, candidates[order]):
                yield candidates[order]

    def _one_theme(self, denial: Account, other: Account) -> bool:
        """Whether both name one of the same countries; where one names none, whether they are of one story."""
        if denial.countries and other.countries:
            return not denial.countries.isdisjoint(other.countries)
        return self.one_story(denial, other)

    def one_story(self, one: Account, other: Account) -> bool:
        """Whether both stand in one document or story."""
        stories = self._ground.stories
        story = stories.get(one.document)
        return one.document == other.document or (story is not None and story == stories.get(other.document))


def _about_figure(denials: Sequence[Account], asserted: _Asserted, ground: Ground) -> Contest | None:
    """A denial of a number: that it is right, or that it comes from the source that others name for it."""
    for denial in denials:
        for own in counts_of([denial]):
            alike = [
                count
                for count in asserted.by_number.get((own.thing.kind, own.figure.point), [])
                if _meets(denial, count.account)
                and (
                    count.account.claim == denial.claim
                    or (is_telling(own.figure.point or 0) and asserted.one_story(denial, count.account))
                )
            ]
            named = _named_wrongly(denial, ground)
            if named:
                alike = [count for count in alike if not named.isdisjoint(count.account.holders)]
            else:
                alike = [count for count in alike if _on_others_word(denial, count.account)]
            if alike:
                return Contest(
                    tuple(denials), tuple(count.account for count in alike), (own, *alike), wrongly_named=bool(named)
                )
    return None


def _named_wrongly(denial: Account, ground: Ground) -> frozenset[str]:
    """The sources from which a figure is said not to come; none if somebody else denies that it is right.

    Meant are remarks of the outlet itself ("im Bericht des NIS nicht enthalten"), and a source that denies a figure
    which others give on its word.
    """
    definite = frozenset(source for source in denial.holders if ground.is_definite(source))
    if definite:
        return definite & denial.mentions if denial.own else frozenset()
    return frozenset(source for source in denial.mentions if ground.is_definite(source))


def _about_words(denials: Sequence[Account], asserted: _Asserted) -> Contest | None:
    targets: dict[int, Account] = {}
    for denial in denials:
        for hit in asserted.alike(denial):
            for account in asserted.by_claim[hit.claim]:
                if _meets(denial, account) and _on_others_word(denial, account):
                    targets[account.order] = account
    return Contest(tuple(denials), tuple(targets[order] for order in sorted(targets))) if targets else None


def _meets(denial: Account, other: Account) -> bool:
    """Whether the two are different statements: neither stands inside the other."""
    return denial.document != other.document or not denial.quote.touches(other.quote)


def _on_others_word(denial: Account, other: Account) -> bool:
    """Whether nobody denies what he himself asserts."""
    return not denial.holders or denial.holders[0] not in other.holders
