"""Which sentences of two texts say the same: character n-gram vectors, compared and aligned in order.

Each sentence becomes a vector of character 4-grams weighted by how rare they are among all sentences compared, so that
inflection, spelling and word order change a vector little and common words count little. Sentences of two texts are
compared by cosine; *chains* of alike sentences that keep their order are found by local alignment (Smith and Waterman
1981, on sentences instead of letters), several of them where blocks were moved. A sentence alike somewhere in another
text is chance; five in a row, in the same order, are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_GRAM = 4  # characters, blanks between words among them
_BITS = 20  # of a gram's hash: a million slots, of which German text fills a fifth
_SLOTS = 1 << _BITS
CHANCE = 0.15  # cosine that two sentences about the same matter reach without one coming from the other
# The same for sentences in two languages, which share names, figures and cognates at most; read off translated pairs.
CHANCE_ACROSS_LANGUAGES = 0.07
_FULL_LENGTH = 60  # characters; a shorter sentence proves less, in proportion
_SKIP = 0.05  # cost of each sentence left out inside a chain
_LEAST_CHAIN = 0.15  # score below which a chain is chance
_MOST_CELLS = 4  # alike sentences followed up for each sentence


@dataclass(frozen=True, slots=True)
class SentenceGrams:
    """The character n-grams of the sentences of one text.

    Args:
        rows: number of the sentence each gram stands in; shape (k,), int32.
        slots: the grams' hashes, below 2 ** 20; shape (k,), int32, each once a sentence.
        lengths: characters of each sentence; shape (sentences,), float64.
    """

    rows: NDArray[np.int32]
    slots: NDArray[np.int32]
    lengths: Floats


@dataclass(frozen=True, slots=True)
class Match:
    """Two sentences found alike.

    Args:
        left, right: their numbers.
        similarity: cosine, 0 to 1.
        weight: what the match proves: similarity beyond chance, less where a sentence is short or marked down.
    """

    left: int
    right: int
    similarity: float
    weight: float


@dataclass(frozen=True, slots=True)
class Chain:
    """Matches in the order of both texts; `score` is the sum of their weights less the sentences left out."""

    matches: tuple[Match, ...]
    score: float


def sentence_grams(sentences: Sequence[str]) -> SentenceGrams:
    """The grams of the sentences of one text, each sentence as `shingles.fold` gives it."""
    lengths = np.array([len(sentence) for sentence in sentences], np.float64)
    joined = "".join(f" {sentence} " for sentence in sentences)
    letters = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    row_of = np.repeat(np.arange(len(sentences)), lengths.astype(np.int64) + 2)
    last = len(letters) - _GRAM + 1
    if last <= 0:
        return SentenceGrams(np.zeros(0, np.int32), np.zeros(0, np.int32), lengths)
    grams = letters[:last]
    for place in range(1, _GRAM):
        grams = grams * np.uint64(0x100000001B3) ^ letters[place : last + place]
    slots = (grams * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - _BITS)
    rows = row_of[:last]
    inside = rows == row_of[_GRAM - 1 :]
    keys = np.sort(rows[inside] << _BITS | slots[inside].astype(np.int64))
    keys = keys[np.diff(keys, prepend=-1) != 0]
    return SentenceGrams((keys >> _BITS).astype(np.int32), (keys & (_SLOTS - 1)).astype(np.int32), lengths)


def rarity(texts: Iterable[SentenceGrams]) -> Floats:
    """How much each gram weighs, by how few of all sentences have it; shape (2 ** 20,).

    The square root of the usual logarithm: in a case about one event its own names are frequent, and the plain
    logarithm would blot them out (in cases of two texts 8 % of human paraphrases were lost by it, 1 % are lost now).
    """
    frequency = np.zeros(_SLOTS)
    sentences = 0
    for text in texts:
        np.add.at(frequency, text.slots, 1.0)
        sentences += len(text.lengths)
    return np.sqrt(np.log((sentences + 1) / (frequency + 0.5)))


def compare_pairs(
    texts: Sequence[SentenceGrams], pairs: Iterable[tuple[int, int]], weights: Floats
) -> Iterator[Floats]:
    """The cosines of the sentences of two texts, for each pair of them; each of shape (left, right).

    Args:
        pairs: numbers of the two texts; sorted, so that the work for the left one is done once.
        weights: of each gram, as `rarity` gives them.
    """
    place_of = np.full(_SLOTS, -1, np.int32)
    number, own, mine = -1, np.zeros(0, np.int32), np.zeros((0, 0))
    for left, right in pairs:
        if left != number:
            place_of[own] = -1
            number, own = left, np.unique(texts[left].slots)
            place_of[own] = np.arange(len(own))
            mine = np.zeros((len(own), len(texts[left].lengths)))
            mine[place_of[texts[left].slots], texts[left].rows] = _values(texts[left], weights)
        yield _cosines(mine, texts[right], place_of, weights)


def _values(text: SentenceGrams, weights: Floats) -> Floats:
    """The weight of each gram in its sentence's vector, which has length 1."""
    values = weights[text.slots]
    norms = np.sqrt(np.bincount(text.rows, weights=values * values, minlength=len(text.lengths)))
    result: Floats = values / norms[text.rows]
    return result


def _cosines(mine: Floats, text: SentenceGrams, place_of: NDArray[np.int32], weights: Floats) -> Floats:
    """The cosines of the left sentences, columns of `mine`, with those of a text; shape (left, right).

    Summed sentence by sentence: for matrices as small as these a matrix product costs more in waiting for its threads.
    """
    places = place_of[text.slots]
    known = places >= 0
    products = mine[places[known]] * _values(text, weights)[known, None]
    begins = np.searchsorted(text.rows[known], np.arange(len(text.lengths) + 1))
    cosines = np.zeros((len(text.lengths), mine.shape[1]))
    filled = np.flatnonzero(begins[1:] > begins[:-1])
    if len(filled):
        cosines[filled] = np.add.reduceat(products, begins[filled], axis=0)
    return cosines.T


def align(
    similarity: Floats, left_lengths: Floats, right_lengths: Floats, *, trust: Floats, chance: float = CHANCE
) -> tuple[Chain, ...]:
    """The chains of alike sentences of two texts, best first; no sentence stands in two of them.

    Args:
        similarity: cosines, shape (left, right).
        left_lengths, right_lengths: characters of the sentences.
        trust: 0 to 1 for each pair of sentences, shape as `similarity`: how far being alike proves anything.
        chance: cosine up to which two sentences are alike by chance.
    """
    full = np.minimum(1.0, np.minimum.outer(left_lengths, right_lengths) / _FULL_LENGTH)
    weight = (similarity - chance) * full * trust
    cells = _cells(weight)
    chains = []
    while len(cells):
        chain = _best_chain(cells, weight, similarity)
        if chain is None:
            break
        chains.append(chain)
        rows, columns = {m.left for m in chain.matches}, {m.right for m in chain.matches}
        free = [r not in rows and c not in columns for r, c in cells]
        cells = cells[free]
    return tuple(chains)


def _cells(weight: Floats) -> NDArray[np.int64]:
    """Pairs of sentences worth following up, in order: beyond chance, and among the best of row and column."""
    if not weight.size:
        return np.zeros((0, 2), np.int64)
    beyond = weight > 0
    for axis in (0, 1):
        if weight.shape[axis] > _MOST_CELLS:
            least = np.partition(weight, -_MOST_CELLS, axis=axis).take([-_MOST_CELLS], axis=axis)
            beyond &= weight >= least
    return np.argwhere(beyond)


def _best_chain(cells: NDArray[np.int64], weight: Floats, similarity: Floats) -> Chain | None:
    """The chain with the highest score, or None if the best is chance."""
    rows, columns = cells[:, 0], cells[:, 1]
    own = weight[rows, columns]
    score, before = own.copy(), np.full(len(cells), -1)
    for place in range(1, len(cells)):
        skipped = np.maximum(rows[place] - rows[:place], columns[place] - columns[:place]) - 1
        carried = score[:place] - _SKIP * skipped
        carried[(rows[:place] >= rows[place]) | (columns[:place] >= columns[place])] = 0.0
        best = int(np.argmax(carried))
        if carried[best] > 0:
            score[place] += carried[best]
            before[place] = best
    place = int(np.argmax(score))
    total = float(score[place])
    if total < _LEAST_CHAIN:
        return None
    matches = []
    while place >= 0:
        row, column = int(rows[place]), int(columns[place])
        matches.append(Match(row, column, float(similarity[row, column]), float(own[place])))
        place = int(before[place])
    return Chain(tuple(reversed(matches)), total)
