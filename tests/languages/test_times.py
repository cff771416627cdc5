from __future__ import annotations

import tomllib

import pytest

from quellenlage.languages.times import Meaning, load_times
from quellenlage.model.errors import DataFileError
from quellenlage.text.datafiles import Table, read_text

VOCABULARY = load_times("de")


def test_loaded_once():
    assert load_times("de") is VOCABULARY


@pytest.mark.parametrize(("kind", "count"), [("month", 12), ("weekday", 7), ("season", 4), ("quarter_code", 4)])
def test_every_month_weekday_season_and_quarter_has_a_word(kind, count):
    assert len(set(VOCABULARY.classes[kind].values())) == count


@pytest.mark.parametrize(
    ("kind", "word", "value"),
    [
        ("month", "Jänner", "1"),
        ("relative", "vergangener", "-1"),
        ("number", "einundzwanzig", "21"),
        ("number", "neunundneunzig", "99"),
        ("weekday_daypart", "Dienstagabend", "2 EV"),
        ("length", "zweitägige", "2 D"),
        ("holiday", "Ostermontag", "easter+1 1"),
    ],
)
def test_value_of_a_word(kind, word, value):
    assert VOCABULARY.classes[kind][word] == value


def test_every_meaning_has_a_form():
    assert {form.meaning for form in VOCABULARY.forms} == set(Meaning)


def test_lines_of_publication_know_every_month_in_short_and_in_english():
    months = VOCABULARY.publication.months
    assert set(months.values()) == set(range(1, 13))
    assert {months["okt"], months["oct"], months["october"]} == {10}
    assert all(word == word.casefold() for word in months)


def test_macros_are_written_out():
    assert not any("<" in form.pattern for form in VOCABULARY.forms)


def _twice(data):
    data["words"]["month"]["2"].append("Januar")


def _in_two_places(data):
    data["lists"]["month"] = ["Januar"]


def _no_macro(data):
    data["form"][0]["patterns"] = ["day <unheard_of>"]


def _no_meaning(data):
    data["form"][0]["meaning"] = "unheard_of"


def _no_class(data):
    data["compound"][0]["first"] = "unheard_of"


def _no_vowels(data):
    data["tense"]["vowel_changes"] = ["ei"]


def _unknown_key(data):
    data["side"]["unheard_of"] = ["x"]


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        (_twice, "Januar"),
        (_in_two_places, "month"),
        (_no_macro, "unheard_of"),
        (_no_meaning, "unheard_of"),
        (_no_class, "unheard_of"),
        (_no_vowels, "ei"),
        (_unknown_key, "unheard_of"),
    ],
)
def test_damaged_data_stop_the_load_and_say_where(monkeypatch, damage, named):
    data = tomllib.loads(read_text("quellenlage.languages", "de", "times.toml"))
    damage(data)
    monkeypatch.setattr(Table, "load", classmethod(lambda cls, *_: cls(data, "de/times.toml")))
    with pytest.raises(DataFileError, match=named):
        load_times.__wrapped__("de")
