from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.text.alignment import CHANCE, Chain, align, compare_pairs, rarity, sentence_grams
from quellenlage.text.shingles import fold

ARTICLE = [
    "Im Hafen von Merow ist am Dienstag ein Lagerhaus abgebrannt.",
    "Die Feuerwehr war mit hundert Leuten im Einsatz und löschte bis zum Morgen.",
    "Verletzt wurde nach Auskunft der Stadt niemand, der Schaden ist hoch.",
    "Warum das Feuer ausbrach, untersucht nun ein Gutachter aus der Landeshauptstadt.",
    "Der Eigentümer will die Halle noch in diesem Jahr wieder aufbauen lassen.",
]
OTHERS = [
    "Die Mannschaft aus Tell verlor ihr Heimspiel gegen den Tabellenletzten.",
    "Auf dem Markt kosten Erdbeeren in dieser Woche weniger als im Vorjahr.",
    "Der Chor sucht für das Konzert im Advent noch Stimmen im Tenor.",
]


def _chains(left: list[str], right: list[str]) -> tuple[Chain, ...]:
    texts = [sentence_grams([fold(sentence) for sentence in own]) for own in (left, right, OTHERS)]
    similarity = next(compare_pairs(texts, [(0, 1)], rarity(texts)))
    return align(similarity, texts[0].lengths, texts[1].lengths, trust=np.ones(similarity.shape))


def _pairs(chain: Chain) -> list[tuple[int, int]]:
    return [(match.left, match.right) for match in chain.matches]


def test_a_copy_is_one_chain_in_order() -> None:
    chains = _chains(ARTICLE, ARTICLE)
    assert _pairs(chains[0]) == [(n, n) for n in range(5)]
    assert all(match.similarity == pytest.approx(1.0) for match in chains[0].matches)


def test_left_out_sentences_cost_a_little_and_break_no_chain() -> None:
    (chain,) = _chains(ARTICLE, [ARTICLE[0], ARTICLE[2], ARTICLE[4]])
    assert _pairs(chain) == [(0, 0), (2, 1), (4, 2)]
    assert chain.score < sum(match.weight for match in chain.matches)


def test_blocks_that_changed_places_are_chains_of_their_own() -> None:
    chains = _chains(ARTICLE, [*ARTICLE[3:], *ARTICLE[:3]])
    assert sorted(_pairs(chain) for chain in chains) == [[(0, 2), (1, 3), (2, 4)], [(3, 0), (4, 1)]]


def test_strangers_share_no_chain() -> None:
    assert _chains(ARTICLE, OTHERS) == ()


def test_inflection_and_word_order_change_little() -> None:
    moved = "Ein Lagerhaus im Hafen von Merow brannte am Dienstag ab."
    (chain,) = _chains(ARTICLE, [moved])
    assert _pairs(chain) == [(0, 0)]


def test_a_short_sentence_proves_less() -> None:
    (short,) = _chains(["Die Halle brannte."], ["Die Halle brannte."])
    (full,) = _chains(ARTICLE[:1], ARTICLE[:1])
    assert short.score < full.score / 2


def test_a_pair_that_is_not_trusted_proves_nothing() -> None:
    ones = np.ones((1, 1))
    assert align(ones, np.array([80.0]), np.array([80.0]), trust=0 * ones) == ()


def test_no_sentences_no_chains() -> None:
    nothing = np.zeros((0, 0))
    assert align(nothing, np.zeros(0), np.zeros(0), trust=nothing) == ()
    assert len(sentence_grams([]).slots) == 0
    assert len(sentence_grams(["a"]).slots) == 0


@given(st.lists(st.lists(st.text("abcde ", min_size=0, max_size=30), max_size=4), min_size=2, max_size=4))
def test_cosines_lie_between_nought_and_one_and_are_symmetric(texts: list[list[str]]) -> None:
    grams = [sentence_grams([fold(sentence) for sentence in own]) for own in texts]
    weights = rarity(grams)
    there = next(compare_pairs(grams, [(0, 1)], weights))
    back = next(compare_pairs(grams, [(1, 0)], weights))
    assert there.shape == (len(texts[0]), len(texts[1]))
    assert np.allclose(there, back.T)
    assert np.all((there > -1e-9) & (there < 1 + 1e-9))


@given(st.integers(1, 7), st.integers(1, 7), st.integers(0, 10_000))
def test_chains_rise_on_both_sides_and_share_no_sentence(rows: int, columns: int, seed: int) -> None:
    similarity = np.random.default_rng(seed).random((rows, columns))
    chains = align(similarity, np.full(rows, 90.0), np.full(columns, 90.0), trust=np.ones(similarity.shape))
    seen: set[tuple[str, int]] = set()
    for chain in chains:
        pairs = _pairs(chain)
        assert pairs == sorted(pairs)
        assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)
        for left, right in pairs:
            assert similarity[left, right] > CHANCE
            assert ("left", left) not in seen
            assert ("right", right) not in seen
            seen |= {("left", left), ("right", right)}
    assert [chain.score for chain in chains] == sorted((chain.score for chain in chains), reverse=True)
