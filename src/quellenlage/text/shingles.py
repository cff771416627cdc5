"""Which of many texts may share passages: hashed words and word n-grams, joined through an inverted index.

Only a proposal: what is proposed here is compared sentence by sentence afterwards (`text/alignment.py`). Two features
of a text are joined. *Stems* are the beginnings of its distinct words: a paraphrase keeps names, figures and nouns, and
shares them although hardly a sequence of words is the same. *Shingles* are sequences of words, a fixed fraction of
them chosen by hash (Manber 1994, "Finding Similar Files in a Large File System"): a few sentences taken over into a
long text share them although the two texts share little else. Both are measured by containment, the shared part of the
smaller side, since a short report taken from a long one has a small Jaccard index by its length alone.

Frequent features are not joined pair by pair, so the cost grows with the number of texts and not with its square.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Floats = NDArray[np.float64]

_GROUPED_DIGITS = re.compile(r"(?<=\d)[.,'’\u00a0\u202f ](?=\d{3}(?!\d))")
_NOT_WORDS = re.compile(r"[^\w]+")
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

_STEM = 6  # letters; cuts German endings off most nouns and adjectives, and the tail of most name variants
_SHORTEST = 4  # letters of a word that counts as a stem; shorter ones are function words in most languages
_SHINGLE = 3  # words
_BASE = 0x100000001B3  # any large odd number; its inverse modulo 2 ** 64 undoes the shift by a word's place
_INVERSE = pow(_BASE, -1, 1 << 64)
_BLANK, _ZERO, _NINE = ord(" "), ord("0"), ord("9")
_KEPT = 2  # one shingle in so many is kept
# Texts that share a feature are paired each with each up to this number; beyond it the feature is common property.
_MOST_PAIRED = 48
_CENTRES = 3  # a shingle in more texts than that joins each of them with the first few, so that no copy is lost
# Swept on both derivation benches (800 texts): 0.15 keeps all planted pairs that shingles do not find, 0.2 loses 1 %.
_LEAST_STEMS = 0.12
_LEAST_SHINGLES = 4  # two sentences taken over word by word share 9 or more
_SMALL = 64  # texts; up to here every pair is looked at, since no index is needed for so few


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a text is found by.

    Args:
        stems: hashes of the distinct beginnings of its words, sorted; shape (n,).
        shingles: hashes of its distinct word sequences that are kept, sorted; shape (m,).
    """

    stems: Hashes
    shingles: Hashes


@dataclass(frozen=True, slots=True)
class Shared:
    """Pairs of texts that share features; arrays of one length, sorted by pair.

    Args:
        left, right: numbers of the two texts, the smaller first.
        count: how many features they share.
        weight: sum over these of the product of both values.
    """

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    count: NDArray[np.int64]
    weight: Floats


def fold(text: str) -> str:
    """The text as it is compared: small letters, umlauts spelled out, digits ungrouped, signs as single spaces."""
    plain = _GROUPED_DIGITS.sub("", text.casefold().translate(_SPELLED_OUT))
    return _NOT_WORDS.sub(" ", plain).strip()


@lru_cache(maxsize=1 << 18)
def _hash(word: str) -> int:
    """The same 64 bits for a word in every run, unlike Python's own hash."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def hashes(words: Iterable[str]) -> Hashes:
    """The hashes of the distinct words among `words`, sorted."""
    distinct = {_hash(word) for word in words}
    return np.sort(np.fromiter(distinct, np.uint64, len(distinct)))


def fingerprint(folded: str) -> Fingerprint:
    """The fingerprint of a text.

    Args:
        folded: the text as `fold` gives it: words parted by single spaces.
    """
    letters = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    blanks = np.flatnonzero(letters == _BLANK)
    begins = np.concatenate(([0], blanks + 1))
    ends = np.append(blanks, len(letters))
    if not len(letters):
        return Fingerprint(np.zeros(0, np.uint64), np.zeros(0, np.uint64))
    # The sum of letters times rising powers, up to each place: the difference of two places is the word between them.
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(letters * _powers(_BASE, len(letters)))))
    lowered = _powers(_INVERSE, len(letters) + 1)[begins]
    words = _mixed((sums[ends] - sums[begins]) * lowered)
    telling = (ends - begins >= _SHORTEST) | ((letters[begins] >= _ZERO) & (letters[begins] <= _NINE))
    cut = np.minimum(ends, begins + _STEM)
    stems = _mixed((sums[cut] - sums[begins]) * lowered)[telling]
    return Fingerprint(_distinct(stems), _shingles(words))


def _distinct(values: Hashes) -> Hashes:
    """The distinct values, sorted; for a few hundred of them faster than `numpy.unique`."""
    ordered = np.sort(values)
    return ordered[np.append(ordered[:-1] != ordered[1:], True)] if len(ordered) else ordered


def _powers(base: int, length: int) -> Hashes:
    """The powers of an odd base modulo 2 ** 64, from 0 up; at least `length` of them."""
    return _all_powers(base, max(12, (length - 1).bit_length()))[:length]


@lru_cache(maxsize=32)
def _all_powers(base: int, bits: int) -> Hashes:
    powers = np.full(1 << bits, np.uint64(base))
    powers[0] = 1
    result: Hashes = np.cumprod(powers)
    return result


def _mixed(values: Hashes) -> Hashes:
    """Values whose every bit depends on all bits (the finisher of MurmurHash3, Appleby 2011)."""
    values = values ^ (values >> np.uint64(33))
    values = values * np.uint64(0xFF51AFD7ED558CCD)
    values = values ^ (values >> np.uint64(33))
    values = values * np.uint64(0xC4CEB9FE1A85EC53)
    return values ^ (values >> np.uint64(33))


def stem(word: str) -> str:
    """The beginning of a folded word, which its inflected forms share."""
    return word[:_STEM]


@lru_cache(maxsize=1 << 17)
def stem_of(written: str) -> str:
    """The stem of a word as it is written."""
    return stem(fold(written))


def _shingles(words: Hashes) -> Hashes:
    """The kept shingles of a sequence of hashed words; multiplication by odd constants makes the order count."""
    if len(words) < _SHINGLE:
        return np.zeros(0, np.uint64)
    mixed = words[:-2] * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= words[1:-1] * np.uint64(0xC2B2AE3D27D4EB4F) + np.uint64(7)
    mixed ^= (words[2:] >> np.uint64(3)) * np.uint64(0x165667B19E3779F9)
    mixed ^= mixed >> np.uint64(29)
    return _distinct(mixed[mixed % np.uint64(_KEPT) == 0])


def likely_pairs(fingerprints: Sequence[Fingerprint]) -> list[tuple[int, int]]:
    """Pairs of texts that may share passages, by number, the smaller number first, sorted.

    Args:
        fingerprints: of all texts. Where a shingle is common to many, the first of them stand for all, so the
            texts should come in the order in which they appeared.
    """
    many = len(fingerprints)
    if many <= _SMALL:
        return [(left, right) for right in range(many) for left in range(right)]
    proposed = np.union1d(_alike_in_stems(fingerprints), _alike_in_shingles(fingerprints))
    return [(int(key) // many, int(key) % many) for key in proposed]


def _alike_in_stems(fingerprints: Sequence[Fingerprint]) -> NDArray[np.int64]:
    many = len(fingerprints)
    stems = [item.stems for item in fingerprints]
    values = [np.sqrt(weights) for weights in rarities(stems)]
    mass = np.array([float(np.sum(own * own)) for own in values])
    shared = join(stems, values, most=_MOST_PAIRED)
    alike = shared.weight >= _LEAST_STEMS * np.minimum(mass[shared.left], mass[shared.right])
    return _keys(shared, alike, many)


def _alike_in_shingles(fingerprints: Sequence[Fingerprint]) -> NDArray[np.int64]:
    many = len(fingerprints)
    shingles = [item.shingles for item in fingerprints]
    shared = join(shingles, [np.ones(len(own)) for own in shingles], most=_MOST_PAIRED, centres=_CENTRES)
    return _keys(shared, shared.count >= _LEAST_SHINGLES, many)


def _keys(shared: Shared, chosen: NDArray[np.bool_], many: int) -> NDArray[np.int64]:
    keys: NDArray[np.int64] = shared.left[chosen] * many + shared.right[chosen]
    return keys


def rarities(features: Sequence[Hashes], *, background: int = 0) -> list[Floats]:
    """How much each feature of each text weighs: the logarithm of the inverse share of texts that have it.

    Args:
        features: distinct features of each text.
        background: number of texts that none of the features stands in, to be imagined besides; with a few hundred of
            them the words that a case of five texts is about keep their weight although all five have them.
    """
    flat = np.concatenate([*features, np.zeros(0, np.uint64)])
    _, place, count = np.unique(flat, return_inverse=True, return_counts=True)
    weights = np.log((len(features) + background + 1) / count)[place]
    ends = np.cumsum([len(own) for own in features])
    return np.split(weights, ends[:-1]) if len(features) else []


def join(features: Sequence[Hashes], values: Sequence[Floats], *, most: int, centres: int = 0) -> Shared:
    """All pairs of texts that share a feature, through an inverted index.

    Args:
        features: distinct features of each text.
        values: how much each of them counts, shapes as `features`.
        most: texts that share one feature are paired each with each up to this number.
        centres: how many of the first texts are paired with all others where a feature is in more; 0 drops it.
    """
    many = len(features)
    flat = np.concatenate([*features, np.zeros(0, np.uint64)])
    order = np.argsort(flat, kind="stable")
    flat = flat[order]
    texts = np.repeat(np.arange(many), [len(own) for own in features])[order]
    worth = np.concatenate([*values, np.zeros(0)])[order]
    starts, sizes = _runs(flat)
    keys, shares = [np.zeros(0, np.int64)], [np.zeros(0)]
    for size in np.unique(sizes[sizes > 1]):
        if size > most and not centres:
            break
        places = starts[sizes == size][:, None] + np.arange(size)
        first, second = np.triu_indices(int(size), 1)
        if size > most:
            central = first < centres
            first, second = first[central], second[central]
        keys.append((texts[places[:, first]] * many + texts[places[:, second]]).ravel())
        shares.append((worth[places[:, first]] * worth[places[:, second]]).ravel())
    return _summed(np.concatenate(keys), np.concatenate(shares), many)


def _runs(features: Hashes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each distinct feature begins among the sorted ones, and how many texts have it."""
    if not len(features):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    starts = np.flatnonzero(np.concatenate(([True], features[1:] != features[:-1])))
    return starts, np.diff(np.append(starts, len(features)))


def _summed(keys: NDArray[np.int64], shares: Floats, many: int) -> Shared:
    if not len(keys):
        return Shared(keys, keys, keys, shares)
    order = np.argsort(keys, kind="stable")
    keys, shares = keys[order], shares[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    pairs = keys[starts]
    count = np.diff(np.append(starts, len(keys)))
    return Shared(pairs // many, pairs % many, count, np.add.reduceat(shares, starts))
