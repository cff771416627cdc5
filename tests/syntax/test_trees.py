"""The best tree: always a tree with one root, and the best one by a slow search over all trees."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.syntax.trees import best_tree


def is_tree(heads: list[int]) -> bool:
    for word in range(1, len(heads) + 1):
        seen, at = set(), word
        while at:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at - 1]
    return heads.count(0) == 1


@settings(deadline=None)
@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.floats(-9, 0), min_size=n * (n + 1), max_size=n * (n + 1)).map(
            lambda v: np.array(v, dtype=np.float32).reshape(n, n + 1)
        )
    )
)
def test_best_tree_is_the_best_of_all_trees(scores: np.ndarray) -> None:
    size = len(scores)
    found = best_tree(scores)
    assert is_tree(found.tolist())

    def total(heads: tuple[int, ...]) -> float:
        return float(sum(scores[word, head] for word, head in enumerate(heads)))

    trees = [heads for heads in product(range(size + 1), repeat=size) if is_tree(list(heads))]
    assert total(tuple(found.tolist())) >= max(map(total, trees)) - 1e-4


@settings(deadline=None, max_examples=30)
@given(st.integers(5, 40), st.integers(0, 2**32 - 1))
def test_long_sentences_give_a_tree(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    assert is_tree(best_tree(scores).tolist())
