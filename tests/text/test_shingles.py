from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.text.shingles import fingerprint, fold, hashes, join, likely_pairs, rarities, stem

WORDS = st.lists(st.sampled_from([f"wort{n}" for n in range(40)]), min_size=0, max_size=60).map(" ".join)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Große Übung", "grosse uebung"),
        ("1.500 Soldaten", "1500 soldaten"),
        ("1'500 Soldaten", "1500 soldaten"),
        ("1 500 Soldaten", "1500 soldaten"),
        ("am 3. Mai", "am 3 mai"),
        ("„Nein!“, rief sie.", "nein rief sie"),
        ("12,5 Prozent", "12 5 prozent"),
        ("…", ""),
        ("", ""),
    ],
)
def test_fold_keeps_what_house_styles_agree_on(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_no_letters(text: str) -> None:
    once = fold(text)
    assert fold(once).replace(" ", "") == once.replace(" ", "").casefold()


@given(WORDS)
def test_a_fingerprint_counts_distinct_stems(text: str) -> None:
    found = fingerprint(text)
    assert len(found.stems) == len({stem(word) for word in text.split()})
    assert np.all(found.stems[:-1] < found.stems[1:])
    assert len(found.shingles) <= max(0, len(text.split()) - 2)


@given(WORDS, WORDS)
def test_what_a_text_holds_is_part_of_its_fingerprint(left: str, right: str) -> None:
    both = fingerprint(f"{left} {right}".strip())
    for part in (left, right):
        assert np.isin(fingerprint(part).stems, both.stems).all()
        assert np.isin(fingerprint(part).shingles, both.shingles).all()


def test_numbers_are_stems_however_short_and_small_words_are_none() -> None:
    assert len(fingerprint("am 3 mai").stems) == 1


def test_the_order_of_words_makes_the_shingles() -> None:
    words = [f"wort{n}" for n in range(30)]
    assert not np.array_equal(fingerprint(" ".join(words)).shingles, fingerprint(" ".join(reversed(words))).shingles)


@given(st.lists(WORDS, min_size=0, max_size=12))
def test_few_texts_are_all_compared(texts: list[str]) -> None:
    pairs = likely_pairs([fingerprint(text) for text in texts])
    assert len(pairs) == len(texts) * (len(texts) - 1) // 2
    assert all(left < right for left, right in pairs)


def _strangers(many: int) -> list[str]:
    return [" ".join(f"{number:03}{place:02}x" for place in range(40)) for number in range(many)]


def test_among_many_texts_only_those_that_share_words_are_proposed() -> None:
    texts = _strangers(100)
    texts[90] = texts[3]
    assert likely_pairs([fingerprint(text) for text in texts]) == [(3, 90)]


def test_a_short_passage_in_a_long_text_is_proposed() -> None:
    texts = _strangers(100)
    passage = " ".join(texts[7].split()[:20])
    texts[60] = f"{texts[60]} {texts[61]} {texts[62]} {passage}"
    assert (7, 60) in likely_pairs([fingerprint(text) for text in texts])


def test_a_text_that_hundreds_copied_is_proposed_with_the_first_of_them() -> None:
    copies = [f"{' '.join(f'nachricht{n}' for n in range(50))} haus{number}" for number in range(200)]
    pairs = set(likely_pairs([fingerprint(text) for text in copies]))
    assert all((0, number) in pairs for number in range(1, 200))
    assert len(pairs) < 200 * 8


@given(st.lists(st.sets(st.sampled_from("abcdefgh")), min_size=0, max_size=8))
def test_a_join_finds_what_comparing_all_pairs_finds(sets: list[set[str]]) -> None:
    features = [hashes(own) for own in sets]
    shared = join(features, [np.ones(len(own)) for own in features], most=100)
    found = dict(zip(zip(shared.left.tolist(), shared.right.tolist(), strict=True), shared.count.tolist(), strict=True))
    slow = {
        (left, right): len(sets[left] & sets[right])
        for right in range(len(sets))
        for left in range(right)
        if sets[left] & sets[right]
    }
    assert found == slow
    assert np.allclose(shared.weight, shared.count)


def test_a_feature_of_too_many_is_dropped_or_goes_through_the_first() -> None:
    features = [hashes(["gemein"]) for _ in range(10)]
    values = [np.ones(1)] * 10
    assert len(join(features, values, most=5).left) == 0
    through = join(features, values, most=5, centres=2)
    assert set(through.left.tolist()) == {0, 1}
    assert set(through.right.tolist()) == set(range(1, 10))


def test_rare_features_weigh_more_and_a_background_flattens() -> None:
    features = [hashes(["alle", "einer"]), hashes(["alle"]), hashes(["alle"])]
    plain, flat = rarities(features), rarities(features, background=1000)
    assert plain[0].max() > plain[0].min()
    assert flat[0].max() / flat[0].min() < plain[0].max() / plain[0].min()
    assert rarities([]) == []
