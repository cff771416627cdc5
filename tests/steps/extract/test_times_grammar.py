from __future__ import annotations

from dataclasses import replace

import pytest

from quellenlage.languages.times import Meaning, TimeForm, load_times
from quellenlage.model.errors import DataFileError
from quellenlage.steps.extract.times.grammar import grammar_of
from quellenlage.steps.extract.times.pieces import cut_pieces

VOCABULARY = load_times("de")
GRAMMAR = grammar_of(VOCABULARY)


def _pieces(text):
    return cut_pieces(text, 0, len(text), tokens=(), abbreviations=GRAMMAR.lexicon.abbreviations)


def _found(text, *forms):
    grammar = grammar_of(replace(VOCABULARY, forms=tuple(TimeForm(*form, ()) for form in forms))) if forms else GRAMMAR
    pieces = _pieces(text)
    return [
        (match.form.meaning.value, text[pieces[match.first].begin : pieces[match.end - 1].end])
        for match in grammar.matches(pieces)
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("10-18 Uhr", ["10", "-", "18", "Uhr"]),
        ("20.10.2024, 10:27", ["20.10.2024", ",", "10:27"]),
        ("am 1.11. um 17.30", ["am", "1.11.", "um", "17.30"]),
        ("90er-Jahre", ["90er-Jahre"]),
        ("12 000 und 1.500", ["12 000", "und", "1.500"]),
        ("F-16 Dr. Jan. Okt.", ["F-16", "Dr", ".", "Jan.", "Okt."]),
        ("2023/24.", ["2023", "/", "24", "."]),
        ("Fe\u00adbruar", ["Februar"]),
    ],
)
def test_pieces(text, pieces):
    assert [piece.word for piece in _pieces(text)] == pieces


@pytest.mark.parametrize(
    ("word", "kind", "belongs"),
    [
        ("Morgen", "daypart", True),
        ("morgen", "daypart", False),
        ("Morgen", "day_shift", True),  # it may begin a sentence
        ("FREITAG", "weekday", True),
        ("freitag", "weekday", False),
        ("SONNTAGmorgen", "weekday_daypart", True),
    ],
)
def test_case_tells_nouns_from_adverbs(word, kind, belongs):
    assert (kind in GRAMMAR.lexicon.classes(word)) is belongs


def test_company_is_asked_for_but_does_not_belong():
    form = (Meaning.DURATION, "['seit'] unit:plural_unit [! year ]")
    assert _found("seit Jahren", form) == [("duration", "Jahren")]
    assert _found("Jahren", form) == []
    assert _found("seit Jahren 2020", form) == []


def test_the_longest_form_wins_then_the_one_with_more_company_then_the_first():
    month, day = (Meaning.MONTH, "month"), (Meaning.DAY, "day month")
    assert _found("3. Mai", month, day) == [("day", "3. Mai")]
    led = (Meaning.SEASON, "['im'] month")
    assert _found("im Mai", month, led) == [("season", "Mai")]
    assert _found("im Mai", month, (Meaning.SEASON, "month")) == [("month", "Mai")]


@pytest.mark.parametrize("pattern", ["unheard_of", "day ( month", "day [month] year", "day % month"])
def test_a_form_that_cannot_be_read_is_refused(pattern):
    with pytest.raises(DataFileError, match="form"):
        _found("", (Meaning.DAY, pattern))


def test_lists_are_bounded_so_that_long_tables_stay_cheap():
    assert not any("*" in compiled.expression.pattern for compiled in GRAMMAR.compiled)
    many = _pieces("1., " * 5000)
    assert GRAMMAR.matches(many) == []
