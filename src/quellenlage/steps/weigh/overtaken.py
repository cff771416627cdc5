"""Overtaken figures: a text sets a new figure beside one that texts before it gave, whoever's word either is.

Seen are only paragraphs in which words mark the newer figure ("inzwischen auf 65 Millionen", "noch zwei Vermisste") and
the older one stands beside it. A part told beside its whole bears no such mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from quellenlage.languages.corrections import CorrectionVocabulary
from quellenlage.model.marks import Figure
from quellenlage.model.statement import Reading
from quellenlage.model.tokens import Sentence
from quellenlage.steps.weigh.accounts import Account, Ground
from quellenlage.steps.weigh.corrections import account_with
from quellenlage.steps.weigh.matters import Count, counts_of, is_telling
from quellenlage.steps.weigh.vocabulary import PLAIN, Vocabulary

_LARGEST_RATIO = 10  # ten times more is another thing counted

_Key = tuple[str, str, float, float]  # story, thing, old number, new number


@dataclass(frozen=True, slots=True)
class Renewal:
    """One text that sets a new figure beside the old one.

    Args:
        account: what it says, with the new figure or, if that stands in no statement, the old one.
        old, new: both figures, in the text of `account`.
    """

    account: Account
    old: Figure
    new: Figure


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A figure with the texts that gave it before, and those that set a new one beside it.

    Args:
        renewals: in the order in which they appeared, one for each document.
        before: counts with the old figure in texts that certainly appeared before the first renewal.
        undated: counts with the old figure in texts of which it is not known when they appeared.
    """

    renewals: tuple[Renewal, ...]
    before: tuple[Count, ...]
    undated: tuple[Count, ...]


def overtaken_of(
    readings: Sequence[Reading],
    accounts: Sequence[Account],
    ground: Ground,
    *,
    vocabularies: Mapping[str, Vocabulary],
) -> Iterator[Overtaken]:
    """All overtaken figures, in the order of the texts that set the new one beside them."""
    by_document: dict[str, list[Account]] = {}
    by_number: dict[tuple[str, str, float | None], list[Count]] = {}
    for account in accounts:
        by_document.setdefault(account.document, []).append(account)
    for count in counts_of(account for account in accounts if account.asserts and account.document in ground.stories):
        number = (ground.stories[count.account.document], count.thing.plain, count.figure.point)
        by_number.setdefault(number, []).append(count)
    for (story, thing, old, new), renewals in _renewals(readings, by_document, ground, vocabularies).items():
        later = {count.account.document for count in by_number.get((story, thing, new), [])}
        later.update(renewal.account.document for renewal in renewals)
        counts = [c for c in by_number.get((story, thing, old), []) if c.account.document not in later]
        counts = [count for count in counts if _one_status(count.figure, renewals[0].new)]
        before = tuple(count for count in counts if _appeared_before(count.account, renewals[0].account))
        undated = tuple(count for count in counts if count.account.reading.published is None)
        if before:
            yield Overtaken(tuple(renewals), before, undated)


def _renewals(
    readings: Sequence[Reading],
    by_document: Mapping[str, Sequence[Account]],
    ground: Ground,
    vocabularies: Mapping[str, Vocabulary],
) -> dict[_Key, list[Renewal]]:
    """Renewals by story, thing and numbers, the first to appear first, one for each document."""
    found: dict[_Key, list[Renewal]] = {}
    for reading in readings:
        document = reading.document.id
        vocabulary = vocabularies.get(reading.document.language, PLAIN)
        if vocabulary.corrections is None or reading.published is None or document not in ground.stories:
            continue
        for thing, old, new in _old_and_new(reading, vocabulary, vocabulary.corrections):
            holder = account_with(by_document.get(document, []), (new, old))
            if holder is None or old.point is None or new.point is None:
                continue
            own = found.setdefault((ground.stories[document], thing, old.point, new.point), [])
            if all(renewal.account.document != document for renewal in own):
                own.append(Renewal(holder, old, new))
    return {key: sorted(own, key=lambda renewal: renewal.account.order) for key, own in found.items()}


def _old_and_new(
    reading: Reading, vocabulary: Vocabulary, words: CorrectionVocabulary
) -> Iterator[tuple[str, Figure, Figure]]:
    """In each paragraph the figures marked as the newer ones, each with the others for the same thing beside it."""
    for _, group in groupby(reading.division.sentences, key=lambda sentence: sentence.paragraph):
        told = list(_figures_of(reading, list(group)))
        newer = [figure for figure, lead in told if words.makes_new(lead)]
        newer = newer or [figure for figure, lead in told if words.makes_rest(lead)]
        for new in newer:
            thing = _thing(new, vocabulary)
            for old in (figure for figure, _ in told if figure not in newer):
                if thing is not None and thing == _thing(old, vocabulary) and _may_replace(new, old):
                    yield thing, old, new


def _figures_of(reading: Reading, sentences: Sequence[Sentence]) -> Iterator[tuple[Figure, list[str]]]:
    """The figures of some sentences, each with the words (lower case) between the figure before it and itself."""
    for sentence in sentences:
        begin = sentence.span.begin
        for figure in (figure for figure in reading.figures if sentence.span.holds(figure.span)):
            tokens = (t for t in sentence.tokens if begin <= t.span.begin and t.span.end <= figure.span.begin)
            yield figure, [token.word.lower() for token in tokens]
            begin = figure.span.end


def _thing(figure: Figure, vocabulary: Vocabulary) -> str | None:
    return figure.unit or (vocabulary.kin(figure.counted.head) if figure.counted is not None else None)


def _may_replace(new: Figure, old: Figure) -> bool:
    """Whether two figures of one thing can be two states of it: small bare numbers only where their status says so."""
    if new.point is None or old.point is None or new.point == old.point or new.additive or old.additive:
        return False
    low, high = sorted((abs(new.point), abs(old.point)))
    if high > _LARGEST_RATIO * low or not _one_status(new, old):
        return False
    return new.status is not None or is_telling(low)


def _one_status(one: Figure, other: Figure) -> bool:
    return one.status is None or other.status is None or one.status == other.status


def _appeared_before(one: Account, other: Account) -> bool:
    first, second = one.reading.published, other.reading.published
    return first is not None and second is not None and first.latest <= second.earliest
