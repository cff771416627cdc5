"""Stories: documents about one event, by the names, nouns and figures that they share, inside a window of time.

Each document is a vector over the words that can name something: capitalised words and numbers, headline counted
twice. Two documents are compared only if an index finds that they share such words, and never if their dates are known
and lie too far apart; average link keeps a chain of articles from running from one event into the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np

from quellenlage.languages.pack import LanguagePack
from quellenlage.model.document import Basis, Role
from quellenlage.model.dossier import Story
from quellenlage.model.identity import content_id
from quellenlage.model.statement import Reading
from quellenlage.steps.link.clustering import average_link
from quellenlage.text.shingles import Floats, Hashes, hashes, join, rarities, stem_of

# A capitalised word that does not merely begin a sentence, an acronym, or a number.
_TELLING = re.compile(r"(?<![.!?:„“\"»›\n] )(?<![\n„“\"»›])\b(?:[A-ZÄÖÜ][\w-]{3,}|[A-ZÄÖÜ]{2,}|\d[\d.,]*)")
_READ = frozenset({Role.TITLE, Role.CONTENT})
_HEADLINE = 2  # times the words of a headline count
_BACKGROUND = 200  # documents about other things to be imagined besides, see `rarities`
_ALIKE = 0.13  # average cosine inside a story; swept with the background on the story files of the paraphrase bench
_WINDOW = timedelta(days=4)  # between two reports of one event that are compared directly
_MOST_PAIRED = 96  # documents that share one word and are compared each with each
_KNOWN_DATES = frozenset({Basis.STATED, Basis.METADATA, Basis.FEED})


def find_stories(readings: Sequence[Reading], packs: Mapping[str, LanguagePack]) -> tuple[Story, ...]:
    """The stories; each document stands in exactly one.

    Args:
        readings: in the order of document ids.
        packs: their common words are left out.
    """
    common = {code: frozenset(stem_of(word) for word in pack.predicates.common) for code, pack in packs.items()}
    counts = [_words(reading, common.get(reading.document.language, frozenset())) for reading in readings]
    features = [hashes(count) for count in counts]
    values = _vectors(counts, features)
    shared = join(features, values, most=_MOST_PAIRED, centres=2)
    dates = [_published(reading) for reading in readings]
    pairs = [
        (int(left), int(right), float(weight))
        for left, right, weight in zip(shared.left, shared.right, shared.weight, strict=True)
        if weight >= _ALIKE / 2 and _are_near(dates[left], dates[right])
    ]
    groups = average_link(len(readings), pairs, least=_ALIKE, window=_MOST_PAIRED)
    inner = _closeness(groups, pairs)
    return tuple(_story([readings[n] for n in group], [inner[n] for n in group]) for group in groups)


def _words(reading: Reading, common: frozenset[str]) -> Counter[str]:
    """How often each telling word stands in the document, by its stem."""
    text = reading.document.text
    found = Counter(_stems(reading.title or ""))
    for word in list(found):
        found[word] *= _HEADLINE
    for passage in reading.passages:
        if passage.role in _READ:
            found.update(_stems(passage.span.of(text)))
    return Counter({word: count for word, count in found.items() if word and word not in common})


def _stems(text: str) -> Iterator[str]:
    return (stem_of(match.group()) for match in _TELLING.finditer(text))


def _vectors(counts: Sequence[Mapping[str, int]], features: Sequence[Hashes]) -> list[Floats]:
    """The documents' vectors of length 1, in the order of their features."""
    vectors = []
    for count, own, weights in zip(counts, features, rarities(features, background=_BACKGROUND), strict=True):
        times = {int(hashes([word])[0]): number for word, number in count.items()}
        vector = weights * (1.0 + np.log([times[int(feature)] for feature in own]))
        norm = float(np.linalg.norm(vector))
        vectors.append(vector / norm if norm else vector)
    return vectors


def _published(reading: Reading) -> tuple[datetime, datetime] | None:
    published = reading.published
    if published is None or published.basis not in _KNOWN_DATES:
        return None
    return _moment(published.earliest), _moment(published.latest)


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _are_near(one: tuple[datetime, datetime] | None, other: tuple[datetime, datetime] | None) -> bool:
    """Whether two documents may report one event; an unknown date speaks against nothing."""
    if one is None or other is None:
        return True
    return one[0] - other[1] <= _WINDOW and other[0] - one[1] <= _WINDOW


def _closeness(groups: Sequence[Sequence[int]], pairs: Sequence[tuple[int, int, float]]) -> dict[int, float]:
    """For each document how alike it is, in sum, to the others of its story."""
    group_of = {number: place for place, group in enumerate(groups) for number in group}
    inner = dict.fromkeys(group_of, 0.0)
    for left, right, weight in pairs:
        if group_of[left] == group_of[right]:
            inner[left] += weight
            inner[right] += weight
    return inner


def _story(readings: Sequence[Reading], closeness: Sequence[float]) -> Story:
    """The story of some documents, called by the headline of the one that is most like all others."""
    titled = [
        (weight, reading) for weight, reading in zip(closeness, readings, strict=True) if reading.title is not None
    ]
    documents = tuple(reading.document.id for reading in readings)
    title = max(titled, key=lambda pair: (pair[0], pair[1].document.id))[1].title if titled else None
    return Story(content_id("sto", documents), documents, title or readings[0].document.name)
