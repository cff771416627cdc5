from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.languages.numbers import load_numbers
from quellenlage.model.marks import Comparator

VOCABULARY = load_numbers("de")


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("null", 0),
        ("eins", 1),
        ("zwo", 2),
        ("zwölf", 12),
        ("zwoelf", 12),
        ("siebzehn", 17),
        ("dreißig", 30),
        ("dreissig", 30),
        ("dreiundzwanzig", 23),
        ("Neunundneunzig", 99),
        ("hundert", 100),
        ("hunderteins", 101),
        ("hundertundelf", 111),
        ("elfhundert", 1100),
        ("tausend", 1000),
        ("zweitausendfünfhundert", 2500),
        ("zwanzigtausend", 20000),
        ("hunderttausend", 100000),
        ("dreihundertvierundzwanzigtausendsechs", 324006),
        ("anderthalb", 1.5),
        ("eineinhalb", 1.5),
        ("zweieinhalb", 2.5),
        ("und", None),
        ("undzwanzig", None),
        ("einhalb", None),
        ("hundertmal", None),
        ("Zweifel", None),
        ("achten", None),
        ("", None),
    ],
)
def test_number_words(word, value):
    assert VOCABULARY.words.read(word) == value


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("dritte", 3),
        ("Dritter", 3),
        ("zweiten", 2),
        ("fünfte", 5),
        ("zwanzigsten", 20),
        ("hundertste", 100),
        ("drei", None),
    ],
)
def test_ordinals(word, value):
    assert VOCABULARY.words.read_ordinal(word) == value


ONES = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
TEENS = ["zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]
TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def spoken(number: int) -> str:
    """A slow, plain writer of numbers below a million, to read back."""
    if number >= 1000:
        return spoken(number // 1000) + "tausend" + (spoken(number % 1000) if number % 1000 else "")
    if number >= 100:
        return ONES[number // 100] + "hundert" + (spoken(number % 100) if number % 100 else "")
    if number >= 20:
        return (ONES[number % 10] + "und" if number % 10 else "") + TENS[number // 10]
    return TEENS[number - 10] if number >= 10 else ONES[number]


@given(st.integers(1, 999_999))
def test_number_words_read_back_what_was_written(number):
    assert VOCABULARY.words.read(spoken(number)) == number


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Soldat", "soldier"),
        ("Infanteriesoldat", "soldier"),
        ("Soldatin", "soldier"),
        ("Bodentruppe", "soldier"),
        ("Tote", "person"),
        ("Verkehrstote", "person"),
        ("Mensch", "person"),
        ("Container", "Container"),
    ],
)
def test_kin_puts_nouns_that_count_the_same_in_one_class(head, kind):
    assert VOCABULARY.kin(head) == kind


def test_every_bound_gives_an_interval_around_the_number():
    for bounds in (*VOCABULARY.bounds.before.values(), *VOCABULARY.bounds.behind.values()):
        for bound in bounds:
            assert bound.comparator is not Comparator.VAGUE
            assert bound.low is None or bound.low <= 1
            assert bound.high is None or bound.high >= 1
            assert (bound.low, bound.high) != (None, None)


def test_every_status_word_belongs_to_a_listed_status():
    statuses = VOCABULARY.statuses
    names = set(statuses.names)
    for table in (statuses.moved, statuses.done, statuses.participles, statuses.nouns, statuses.events):
        assert {status.name for status in table.values()} <= names
        assert {status.in_present for status in table.values()} <= names
    assert set(statuses.combined.values()) <= names
    assert statuses.shape.planned in names
