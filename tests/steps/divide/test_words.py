from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.languages.segmentation import load_segmentation
from quellenlage.model.span import Span
from quellenlage.steps.divide.words import plain_word, split_words


def words(text: str) -> list[str]:
    return [span.of(text) for span in split_words(text, Span(0, len(text)), load_segmentation("de"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am 3. Mai kamen 1.500 Leute.", ["Am", "3", ".", "Mai", "kamen", "1.500", "Leute", "."]),
        ("rund 1,2 Mio. Euro", ["rund", "1,2", "Mio.", "Euro"]),
        ("Dr. W. Adler (54)", ["Dr.", "W.", "Adler", "(", "54", ")"]),
        ("z. B. die S-Bahn-Linie", ["z.", "B.", "die", "S-Bahn-Linie"]),
        ("eine 170-Millimeter-Haubitze", ["eine", "170-Millimeter-Haubitze"]),
        ("in den 1970ern", ["in", "den", "1970ern"]),
        ("„Nein“, sagte er", ["„", "Nein", "“", ",", "sagte", "er"]),
        ("Haupt- und Nebenstraße", ["Haupt-", "und", "Nebenstraße"]),
        ("siehe https://example.org/a?b=c.", ["siehe", "https://example.org/a?b=c."]),
        ("um 18:30 Uhr", ["um", "18:30", "Uhr"]),
        ("Stra\u00adße und e\u0301clat", ["Stra\u00adße", "und", "e\u0301clat"]),
        ("Los 👩‍👩‍👧 geht’s", ["Los", "👩‍👩‍👧", "geht’s"]),
    ],
)
def test_split_words(text: str, expected: list[str]) -> None:
    found = words(text)
    if "👩" in text:  # a joined sign may come in several pieces; the words around it must not suffer
        assert found[0] == expected[0]
        assert found[-1] == expected[-1]
    else:
        assert found == expected


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=80))
def test_words_are_inside_in_order_and_leave_only_white_space(text: str) -> None:
    spans = list(split_words(text, Span(0, len(text)), load_segmentation("de"))) if text else []
    end = 0
    for span in spans:
        assert span.begin >= end
        assert span.of(text).strip() == span.of(text) or not span.of(text).strip()
        end = span.end
    assert end <= len(text)


@pytest.mark.parametrize(
    ("written", "plain"),
    [("Stra\u00adße", "Straße"), ("e\u0301", "é"), ("abc", "abc"), ("\u200bWort", "Wort"), ("\u00ad", "\u00ad")],
)
def test_plain_word(written: str, plain: str) -> None:
    assert plain_word(written) == plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He didn't go.", ["He", "did", "n't", "go", "."]),
        ("The minister’s aide said it’s over.", ["The", "minister", "’s", "aide", "said", "it", "’s", "over", "."]),
        ("On March 26th he left.", ["On", "March", "26th", "he", "left", "."]),
        ("The U.S.A. and the U.S. agreed.", ["The", "U.S.A.", "and", "the", "U.S.", "agreed", "."]),
        ("They'll say 's' twice.", ["They", "'ll", "say", "'", "s", "'", "twice", "."]),
        ("Mr. Hill arrived at 5 p.m. on Friday.", ["Mr.", "Hill", "arrived", "at", "5", "p.m.", "on", "Friday", "."]),
    ],
)
def test_english_clitics_are_words(text: str, words: list[str]) -> None:
    found = [span.of(text) for span in split_words(text, Span(0, len(text)), load_segmentation("en"))]
    assert found == words
