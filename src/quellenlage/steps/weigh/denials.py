"""Contests: what is denied or doubted, and who asserts it.

A denial finds what it denies through keys: the number it denies, the words it shares with assertions (rare words count
for more) or stages of the same doing, the countries it names. Every denial is compared with its candidates only.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from quellenlage.model.statement import Stance
from quellenlage.steps.weigh.accounts import Account, Ground
from quellenlage.steps.weigh.matters import Count, counts_of, is_telling, joined

_DENYING = frozenset({Stance.DENIES, Stance.DOUBTS})
# Share of a denial's words, weighed by how rare they are, that an assertion must share; less when its whole sentence is
# read, since that holds more than what is denied. Read off the denials of the German seeds and the demonstration: what
# answers a denial shares 0.6 and more, what only speaks of the same things 0.25 to 0.5.
_LEAST_SHARED, _LEAST_SHARED_OF_SENTENCE = 0.5, 0.3
_LEAST_WORDS_OF_SENTENCE = 3
_LEAST_WORDS = 2  # shared words below which a likeness is chance
_COURSE = 1.0  # what another stage of the same doing ("entsandt", "angekommen") counts: as a word that is not rare
_DATE = 2.0  # what a day that both name counts: as a rather rare word
_THIN = 4  # content words; a denial with fewer may point back ("solche Lieferungen") and is read with its sentence too
# A word that more assertions hold than this brings no candidates, though it still counts in the comparison.
_MOST_CANDIDATES = 200
_DAY = re.compile(r"[\dX]{4}-(\d\d-\d\d)")  # TIMEX3 value of a day


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
    claims: dict[tuple[str, Stance], list[Account]] = {}
    for account in accounts:
        if account.statement.stance in _DENYING:
            claims.setdefault((account.claim, account.statement.stance), []).append(account)
    about_words = []
    for denials in claims.values():
        about_figure = list(_about_figure(denials, asserted, ground))
        yield from about_figure
        contest = None if about_figure else _about_words(denials, asserted)
        if contest is not None:
            about_words.append(contest)
    yield from _merged(about_words, ground)


def _merged(contests: Sequence[Contest], ground: Ground) -> Iterator[Contest]:
    """Contests in which the same party denies the same in copies of one text, as one."""

    def keys(contest: Contest) -> Iterator[Hashable]:
        for denial in contest.denials:
            names = tuple(ground.sources[source].name.casefold() for source in denial.holders[:1])
            yield from ((denial.root, denial.statement.stance, names, target.order) for target in contest.targets)

    for group in joined(contests, keys):
        yield Contest(
            _in_order(account for contest in group for account in contest.denials),
            _in_order(account for contest in group for account in contest.targets),
        )


def _in_order(accounts: Iterator[Account]) -> tuple[Account, ...]:
    unique = {account.order: account for account in accounts}
    return tuple(unique[order] for order in sorted(unique))


class _Asserted:
    """What is asserted, found by its numbers, its words and its claim."""

    def __init__(self, accounts: Sequence[Account], ground: Ground) -> None:
        self._ground = ground
        self.by_claim: dict[str, list[Account]] = {}
        self._by_number: dict[tuple[str | None, float | None], list[Count]] = {}
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
            self._by_number.setdefault((count.figure.unit, count.figure.point), []).append(count)

    def rarity(self, word: str) -> float:
        """How much a shared word tells, after its inverse document frequency (Spärck Jones 1972)."""
        return math.log(1 + self._number / (1 + self._often[word]))

    def alike(self, denial: Account) -> Iterator[Account]:
        """Assertions that share enough words and a country with a denial."""
        candidates: dict[int, Account] = {}
        for word in sorted(denial.words | denial.context):
            holders = self._by_word.get(word, [])
            if len(holders) <= _MOST_CANDIDATES:
                candidates.update((account.order, account) for account in holders)
        for order in sorted(candidates):
            if self._is_alike(denial, candidates[order]):
                yield candidates[order]

    def _is_alike(self, denial: Account, other: Account) -> bool:
        """Whether an assertion says what is denied: enough of its words, and what its verb says or a stage of that."""
        stage = _other_stage(denial, other)
        if denial.acts and not stage and denial.acts.isdisjoint(other.words):
            return False
        date = not _days(denial).isdisjoint(_days(other))
        share, words = self._share(denial, denial.words, other, stage=stage, date=date)
        if words >= _LEAST_WORDS and share >= _LEAST_SHARED:
            return date or self._one_theme(denial, other)
        if len(denial.words) >= _THIN:
            return False
        share, words = self._share(denial, denial.context, other, stage=stage, date=date)
        enough = words >= _LEAST_WORDS_OF_SENTENCE and share >= _LEAST_SHARED_OF_SENTENCE
        return enough and self._one_theme(denial, other)

    def _share(
        self, denial: Account, words: frozenset[str], other: Account, *, stage: bool, date: bool
    ) -> tuple[float, int]:
        """Share of a denial's words that an assertion holds, 0 to 1, and how many; stage and date count as words."""
        shared = sorted(words & other.words)
        weight = sum(map(self.rarity, shared)) + stage * _COURSE + date * _DATE
        whole = sum(map(self.rarity, sorted(words))) + bool(_days(denial)) * _DATE
        return (weight / whole if shared else 0.0), len(shared) + stage + date

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

    def same_number(self, denied: Count) -> Iterator[Count]:
        """Assertions of a denied number: of the same claim; in one story if the number tells."""
        for count in self._by_number.get((denied.figure.unit, denied.figure.point), []):
            telling = is_telling(denied.figure.point or 0) and self.one_story(denied.account, count.account)
            if _meets(denied.account, count.account) and (telling or count.account.claim == denied.account.claim):
                yield count


def _about_figure(denials: Sequence[Account], asserted: _Asserted, ground: Ground) -> Iterator[Contest]:
    """Denials of a number: that it comes from the source which others name for it, else that it is right.

    Source and number together tell what is meant, in whatever words it is counted ("6.000 Betroffene", "Menschen").
    """
    for denied in (count for denial in denials for count in counts_of([denial])):
        alike = list(asserted.same_number(denied))
        named = _not_from(denied.account, ground)
        wrong = [count for count in alike if not named.isdisjoint(count.account.holders)]
        if wrong:
            yield _contest(denied, wrong, wrongly_named=True)
        elif any(ground.is_definite(source) for source in denied.account.holders):
            same_things = [count for count in alike if count.thing.broad == denied.thing.broad]
            right = [count for count in same_things if _on_others_word(denied.account, count.account)]
            if right:
                yield _contest(denied, right, wrongly_named=False)


def _contest(denied: Count, asserted: Sequence[Count], *, wrongly_named: bool) -> Contest:
    targets = _in_order(count.account for count in asserted)
    return Contest((denied.account,), targets, (denied, *asserted), wrongly_named)


def _not_from(denial: Account, ground: Ground) -> frozenset[str]:
    """The sources from which a denied figure is said not to come.

    These are a source that itself denies a figure, and what an outlet names when it says so in its own voice ("im
    Bericht des NIS nicht enthalten"). Whom another party names, it contradicts.
    """
    own = frozenset(source for source in denial.holders if ground.is_definite(source))
    return own or frozenset(source for source in denial.mentions if ground.is_definite(source))


def _about_words(denials: Sequence[Account], asserted: _Asserted) -> Contest | None:
    targets: dict[int, Account] = {}
    for denial in denials:
        for hit in asserted.alike(denial):
            for account in asserted.by_claim[hit.claim]:
                if _meets(denial, account) and _on_others_word(denial, account):
                    targets[account.order] = account
    return Contest(tuple(denials), tuple(targets[order] for order in sorted(targets))) if targets else None


def _days(account: Account) -> frozenset[str]:
    """The days of the calendar that an account names, as month and day: "7. März" may lack its year."""
    return frozenset(match[1] for time in account.times if (match := _DAY.fullmatch(time.value)))


def _other_stage(one: Account, other: Account) -> bool:
    """Whether they name different stages of one course of events ("entsandt", "angekommen") and no same one."""
    if not one.courses.keys().isdisjoint(other.courses):
        return False
    return any(not a.isdisjoint(b) for a in one.courses.values() for b in other.courses.values())


def _meets(denial: Account, other: Account) -> bool:
    """Whether the two are different statements: neither is a part of the other; the very same words may be both."""
    if denial.document != other.document or denial.statement.quote == other.statement.quote:
        return True
    return not denial.quote.touches(other.quote)


def _on_others_word(denial: Account, other: Account) -> bool:
    """Whether nobody denies what he himself asserts."""
    return not denial.holders or denial.holders[0] not in other.holders
