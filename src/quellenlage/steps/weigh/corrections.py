"""Corrections: sentences that take a figure back, and who still carries it.

Seen are only sentences with correcting words and two figures, in themselves or with the sentence after them, where the
words before the figures tell the wrong one from the right one. A correction in prose alone is missed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from quellenlage.languages.corrections import CorrectionVocabulary
from quellenlage.model.marks import Figure
from quellenlage.model.span import Span
from quellenlage.model.statement import Reading
from quellenlage.model.tokens import Sentence
from quellenlage.steps.weigh.accounts import Account, Ground
from quellenlage.steps.weigh.matters import Count, counts_of, is_telling
from quellenlage.steps.weigh.vocabulary import PLAIN, Vocabulary

_LONGEST_LEAD = 4  # words before a figure that may tell whether it is the wrong one


@dataclass(frozen=True, slots=True)
class Correction:
    """One figure taken back.

    Args:
        account: what the correcting text says, with the right figure or, if that stands in no statement, the wrong one.
        marked: the words that mark the correction.
        old, new: the wrong and the right figure, both in the text of `account`.
        still: counts in other texts that give the wrong figure for the same thing.
    """

    account: Account
    marked: Span
    old: Figure
    new: Figure
    still: tuple[Count, ...]


def corrections_of(
    readings: Sequence[Reading],
    accounts: Sequence[Account],
    ground: Ground,
    *,
    vocabularies: Mapping[str, Vocabulary],
) -> Iterator[Correction]:
    """All corrections of figures, in the order of documents and text."""
    by_value: dict[tuple[str, float | None], list[Count]] = {}
    by_document: dict[str, list[Account]] = {}
    for account in accounts:
        by_document.setdefault(account.document, []).append(account)
    for count in counts_of(account for account in accounts if account.asserts):
        by_value.setdefault((count.thing.kind, count.figure.point), []).append(count)
    for reading in readings:
        vocabulary = vocabularies.get(reading.document.language, PLAIN)
        if vocabulary.corrections is None:
            continue
        for marked, old, new in _corrected(reading, vocabulary, vocabulary.corrections):
            holder = account_with(by_document.get(reading.document.id, []), (new, old))
            if holder is not None:
                kind = _kind(old, vocabulary) or _kind(new, vocabulary)
                alike = by_value.get((kind or "", old.point), [])
                still = tuple(count for count in alike if _still(count, holder, old, ground))
                yield Correction(holder, marked, old, new, still)


def _corrected(
    reading: Reading, vocabulary: Vocabulary, words_of: CorrectionVocabulary
) -> Iterator[tuple[Span, Figure, Figure]]:
    """Correcting words with the wrong and the right figure."""
    sentences = reading.division.sentences
    for number, sentence in enumerate(sentences):
        words = [token.word.lower() for token in sentence.tokens]
        marks = words_of.marks(words)
        if marks is None:
            continue
        span = Span(sentence.tokens[marks.start].span.begin, sentence.tokens[marks.stop - 1].span.end)
        area = [sentence]
        if number + 1 < len(sentences) and sentences[number + 1].paragraph == sentence.paragraph:
            area.append(sentences[number + 1])
        pair = _old_and_new(reading, vocabulary, _Signs(area, words_of))
        if pair is not None:
            yield span, *pair


@dataclass(frozen=True, slots=True)
class _Signs:
    """Tells wrong figures from right ones by the words before them.

    Args:
        area: the sentence with the correcting words, and the one after it.
        words: the vocabulary.
    """

    area: Sequence[Sentence]
    words: CorrectionVocabulary

    def is_old(self, figure: Figure) -> bool | None:
        """Whether a figure is the wrong one; None if the words do not tell."""
        sentence = next(sentence for sentence in self.area if sentence.span.holds(figure.span))
        before = [token.word.lower() for token in sentence.tokens if token.span.end <= figure.span.begin]
        told = self.words.makes_old(before[-_LONGEST_LEAD:])
        if told is None and sentence is self.area[0] and self.words.names_earlier(before):
            return True
        return told


def _old_and_new(reading: Reading, vocabulary: Vocabulary, signs: _Signs) -> tuple[Figure, Figure] | None:
    """The wrong and the right one of the first two figures of one thing; None if the words do not tell them apart."""
    figures = [f for f in reading.figures if any(sentence.span.holds(f.span) for sentence in signs.area)]
    for one, other in combinations(figures, 2):
        if not _one_thing(one, other, vocabulary):
            continue
        first, second = signs.is_old(one), signs.is_old(other)
        if first is not second:
            return (one, other) if first is True or second is False else (other, one)
    return None


def _one_thing(one: Figure, other: Figure, vocabulary: Vocabulary) -> bool:
    """Whether one figure may stand for the other: another number of the same things, or the same of other things.

    A figure that does not say what it counts goes with any ("auf 12 statt 21 Tote").
    """
    kinds = _kind(one, vocabulary), _kind(other, vocabulary)
    if one.point == other.point:
        return None not in kinds and kinds[0] != kinds[1]
    return one.unit == other.unit and (kinds[0] == kinds[1] or None in kinds)


def _kind(figure: Figure, vocabulary: Vocabulary) -> str | None:
    noun = vocabulary.kin(figure.counted.head) if figure.counted is not None else None
    return "/".join(part for part in (noun, figure.unit) if part) or None


def account_with(accounts: Sequence[Account], figures: Sequence[Figure]) -> Account | None:
    """The account that holds the first of the figures that any account holds."""
    for figure in figures:
        for account in accounts:
            if any(piece.holds(figure.span) for piece in account.statement.quote):
                return account
    return None


def _still(count: Count, account: Account, old: Figure, ground: Ground) -> bool:
    """Whether a count in another text gives the figure that was taken back, for the same thing."""
    if count.account.document == account.document or old.point is None:
        return False
    if count.account.claim == account.claim:
        return True
    story = ground.stories.get(account.document)
    return is_telling(old.point) and story is not None and ground.stories.get(count.account.document) == story
