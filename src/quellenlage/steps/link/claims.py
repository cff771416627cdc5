"""Claims: groups of statements that say the same thing about the same things.

1. profiles    what each statement says, in shared terms
2. candidates  pairs that share terms, through an index
3. sameness    each pair is compared
4. groups      by average link, so that a chain of near-claims does not become one
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from quellenlage.languages.pack import LanguagePack
from quellenlage.model.comparing import ClaimGroup
from quellenlage.model.identity import content_id
from quellenlage.model.marks import SourceKind
from quellenlage.model.statement import Reading, Source, Statement
from quellenlage.reference import Reference
from quellenlage.steps.link.clustering import average_link
from quellenlage.steps.link.gist import gist_of
from quellenlage.steps.link.profiles import Profile, Words, mentions_of, profiles_of
from quellenlage.steps.link.sameness import compare
from quellenlage.text.shingles import hashes, join, rarities

_BACKGROUND = 200  # statements about other things to be imagined besides, see `rarities`
_MOST_PAIRED = 96  # statements that share one term and are compared each with each
_CENTRES = 6  # of a more frequent term the first few stand for all; copies of one text are joined through them
_PROPOSED = 0.15  # share of common content (Dice) from which a pair is compared
_LINKED = 0.5  # part of the pairs between two groups that must be one claim
_MARGIN = 0.25  # less than 1 weighs a pair that just reaches what is needed; so the surest pairs are joined first
_AGAINST = -1.0  # weight of a pair that must not be one claim


def group_statements(
    readings: Sequence[Reading],
    statements: Sequence[Statement],
    sources: Sequence[Source],
    *,
    stories: Mapping[str, str],
    packs: Mapping[str, LanguagePack],
    reference: Reference,
) -> tuple[ClaimGroup, ...]:
    """The claims; each statement stands in exactly one.

    Args:
        readings: in the order of document ids.
        statements: of all readings, in order, with the ids of linked sources.
        sources: linked sources.
        stories: id of the story of each document.
    """
    words = {
        reading.document.language: Words(
            packs[reading.document.language].predicates if reading.document.language in packs else None, reference
        )
        for reading in readings
    }
    profiles = list(_profiles(readings, statements, sources, stories=stories, words=words))
    languages = {reading.document.id: reading.document.language for reading in readings}
    groups = average_link(len(profiles), _alike(profiles, words, languages), least=_LINKED, window=_CENTRES)
    texts = {reading.document.id: reading for reading in readings}
    return tuple(_claim([profiles[number].statement for number in group], texts) for group in groups)


def _profiles(
    readings: Sequence[Reading],
    statements: Sequence[Statement],
    sources: Sequence[Source],
    *,
    stories: Mapping[str, str],
    words: Mapping[str, Words],
) -> Iterator[Profile]:
    by_document: dict[str, list[Statement]] = {}
    for statement in statements:
        by_document.setdefault(statement.document, []).append(statement)
    mentions = mentions_of(sources)
    named = frozenset(source.id for source in sources if source.kind is not SourceKind.UNNAMED)
    for reading in readings:
        key = reading.document.id
        yield from profiles_of(
            reading,
            by_document.get(key, ()),
            words=words[reading.document.language],
            mentions=mentions.get(key, ()),
            named=named,
            story=stories[key],
        )


def _alike(
    profiles: Sequence[Profile], words: Mapping[str, Words], languages: Mapping[str, str]
) -> Iterator[tuple[int, int, float]]:
    """Pairs of statements that are one claim, and with a negative weight those that must not be."""
    weights, pairs = _candidates(profiles)
    for left, right in pairs:
        one, other = profiles[left], profiles[right]
        found = compare(one, other, weights, words[languages[one.statement.document]])
        if found.is_excluded:
            yield left, right, _AGAINST
        elif found.ratio >= 1.0:
            yield left, right, 1.0 - _MARGIN / found.ratio


def _candidates(profiles: Sequence[Profile]) -> tuple[dict[str, float], Iterable[tuple[int, int]]]:
    """The weight of each term, and the pairs of statements that share enough of them to be compared."""
    features = [hashes(profile.terms) for profile in profiles]
    rare = rarities(features, background=_BACKGROUND)
    weight_of = {
        int(f): float(w) for own, values in zip(features, rare, strict=True) for f, w in zip(own, values, strict=True)
    }
    terms = sorted({term for profile in profiles for term in profile.terms})
    weights = {term: weight_of[int(hashes([term])[0])] for term in terms}
    mass = np.array([float(values.sum()) for values in rare])
    shared = join(features, [np.sqrt(values) for values in rare], most=_MOST_PAIRED, centres=_CENTRES)
    close = shared.weight * 2.0 >= _PROPOSED * (mass[shared.left] + mass[shared.right])
    return weights, zip(shared.left[close].tolist(), shared.right[close].tolist(), strict=True)


def _claim(statements: Sequence[Statement], readings: Mapping[str, Reading]) -> ClaimGroup:
    ids = tuple(statement.id for statement in statements)
    return ClaimGroup(content_id("clm", sorted(ids)), gist_of(statements, readings), ids)
