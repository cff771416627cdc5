"""Words of correction and of whereabouts."""

from __future__ import annotations

import pytest

from quellenlage.languages.corrections import load_corrections
from quellenlage.languages.whereabouts import load_whereabouts

LEADS = [
    ("die zahl von", True),
    ("es sind nicht", True),
    ("statt", True),
    ("die zahl auf", False),
    ("sondern", False),
    ("tatsächlich handelt es sich um", False),
    ("es kamen", None),
    ("", None),
]
MARKS = [
    ("in einer früheren fassung stand", range(2, 4)),
    ("das amt korrigierte die zahl", range(2, 3)),
    ("korrektur : es waren", range(1)),
    ("das amt nannte die zahl", None),
    ("", None),
]
PLACES = [
    ("soldaten in", True),
    ("weit in den osten", True),
    ("schiffe nach der region", True),
    ("der krieg gegen die", False),
    ("truppen aus", False),
    ("die", False),
    ("", False),
]


@pytest.mark.parametrize(("words", "old"), LEADS)
def test_words_before_a_figure_tell_whether_it_is_the_wrong_one(words: str, old: bool | None) -> None:
    assert load_corrections("de").makes_old(words.split()) is old


@pytest.mark.parametrize(("words", "marked"), MARKS)
def test_correcting_words_are_found_in_a_sentence(words: str, marked: range | None) -> None:
    assert load_corrections("de").marks(words.split()) == marked


def test_an_earlier_version_is_known_by_its_words() -> None:
    vocabulary = load_corrections("de")
    assert vocabulary.names_earlier(["in", "der", "ersten", "fassung"])
    assert not vocabulary.names_earlier(["das", "amt", "korrigierte"])


@pytest.mark.parametrize(("words", "leads"), PLACES)
def test_words_before_a_place_tell_whether_something_is_there(words: str, leads: bool) -> None:
    assert load_whereabouts("de").leads(words.split()) is leads
