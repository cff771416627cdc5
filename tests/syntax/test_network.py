"""Parts of the network that need no weights: names that follow each other, batches."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.syntax.network import _batches, _best_names, _following

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")


def is_sound(tags: list[str]) -> bool:
    return all(tag[:2] != "I-" or before[2:] == tag[2:] for before, tag in zip(["O", *tags], tags, strict=False))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=3), st.integers(0, 2**32 - 1))
def test_best_names_are_the_best_sound_ones(sizes: list[int], seed: int) -> None:
    lengths = np.array(sorted(sizes, reverse=True))
    scores = np.random.default_rng(seed).normal(size=(len(lengths), int(lengths[0]), len(TAGS))).astype(np.float32)
    found = _best_names(scores, _following(TAGS), lengths)
    for row, size in enumerate(lengths):
        tags = [TAGS[number] for number in found[row, :size]]
        assert is_sound(tags)
        ways = (way for way in product(range(len(TAGS)), repeat=int(size)) if is_sound([TAGS[n] for n in way]))
        best = max(sum(scores[row, at, n] for at, n in enumerate(way)) for way in ways)
        assert np.isclose(best, sum(scores[row, at, n] for at, n in enumerate(found[row, :size])), atol=1e-4)


@given(st.lists(st.integers(1, 400), max_size=80))
def test_batches_hold_every_sentence_once_longest_first(lengths: list[int]) -> None:
    batches = list(_batches(lengths))
    assert sorted(place for batch in batches for place in batch) == list(range(len(lengths)))
    assert all([lengths[p] for p in batch] == sorted((lengths[p] for p in batch), reverse=True) for batch in batches)
