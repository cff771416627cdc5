"""The best dependency tree over arc scores: a maximum spanning arborescence with one root.

See Chu and Liu 1965; Edmonds 1967.

The best head of each word mostly forms a tree already; the search runs only where it does not.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def best_tree(scores: Scores) -> NDArray[np.int64]:
    """Heads of `n` words.

    Args:
        scores: n x (n+1), row = word, column = head with the root at column 0; log-probabilities.

    Returns:
        n heads, counted as the columns are; exactly one of them is 0.
    """
    size = scores.shape[0]
    own = scores.astype(np.float64)
    own[np.arange(size), np.arange(1, size + 1)] = -np.inf
    heads: NDArray[np.int64] = own.argmax(1)
    if (heads == 0).sum() == 1 and _is_tree(heads):
        return heads
    # every arc from the root costs so much that the best tree takes only one (Stanojević and Cohen, EMNLP 2021)
    own[:, 0] -= _ROOT_COST
    return _arborescence(own)


_ROOT_COST, _NO_ARC = 1e6, 1e9  # far above any sum of log-probabilities; the second above the first


def _is_tree(heads: NDArray[np.int64]) -> bool:
    """Whether every word reaches the root."""
    state = [0] * (len(heads) + 1)
    state[0] = 2
    for word in range(1, len(heads) + 1):
        path = []
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word - 1])
        if state[word] == 1:
            return False
        for passed in path:
            state[passed] = 2
    return True


def _arborescence(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Chu-Liu/Edmonds by contraction of one cycle after the other."""
    size = scores.shape[0]
    square = np.full((size + 1, size + 1), -np.inf, dtype=np.float64)  # dependent x head
    square[1:, :] = scores
    square[~np.isfinite(square)] = -_NO_ARC
    np.fill_diagonal(square, -np.inf)
    heads: NDArray[np.int64] = _contract(square)[1:]
    return heads


def _contract(square: NDArray[np.float64]) -> NDArray[np.int64]:
    heads: NDArray[np.int64] = square.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    within = np.array(cycle)
    own = square[within, heads[within]]
    entering = square[np.ix_(within, outside)] - own[:, None]
    enter_at = entering.argmax(0)
    leaving = square[np.ix_(outside, within)]
    leave_at = leaving.argmax(1)
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    smaller[:-1, :-1] = square[np.ix_(outside, outside)]
    smaller[-1, :-1] = entering.max(0)
    smaller[:-1, -1] = leaving.max(1)
    found = _contract(smaller)
    heads = heads.copy()
    for place, word in enumerate(outside):
        if place:
            head = found[place]
            heads[word] = within[leave_at[place]] if head == len(outside) else outside[head]
    entry = found[-1]
    broken = within[enter_at[entry]]
    heads[broken] = outside[entry]
    return heads


def _cycle(heads: NDArray[np.int64]) -> list[int]:
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        word, path = start, []
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word])
        if state[word] == 1:
            return path[path.index(word) :]
        for passed in path:
            state[passed] = 2
    return []
