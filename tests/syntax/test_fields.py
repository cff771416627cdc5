"""Clauses of a sentence from signs, openers and verbs alone."""

from __future__ import annotations

import pytest
from hypothesis import given

from quellenlage.languages.forms import load_forms
from quellenlage.syntax.fields import Fields, Kind
from tests.syntax.test_roles import plain, sentences


def clauses(text: str) -> list[str]:
    tokens = plain(text)
    fields = Fields(tokens, load_forms("de"))
    return [f"{c.kind}: {' '.join(tokens[at].word for at in c.places())}" for c in fields.clauses]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Er/PPER ging/VVFIN ./$.", ["main: Er ging"]),
        (
            "Er/PPER sagt/VVFIN ,/$, dass/KOUS es/PPER regnet/VVFIN ./$.",
            ["main: Er sagt", "subordinate: dass es regnet"],
        ),
        (
            "Der/ART Mann/NN ,/$, der/PRELS lachte/VVFIN ,/$, ging/VVFIN ./$.",
            ["main: Der Mann ging", "relative: der lachte"],
        ),
        (
            "Der/ART Mann/NN ,/$, die/PDS ihn/PPER sah/VVFIN ,/$, ging/VVFIN ./$.",
            ["main: Der Mann ging", "relative: die ihn sah"],
        ),
        (
            "Der/ART Mann/NN ,/$, mit/APPR dem/PRELS er/PPER sprach/VVFIN ,/$, ging/VVFIN ./$.",
            ["main: Der Mann ging", "relative: mit dem er sprach"],
        ),
        ("Er/PPER kam/VVFIN und/KON sie/PPER ging/VVFIN ./$.", ["main: Er kam", "main: und sie ging"]),
        ("Er/PPER sah/VVFIN Hans/NE und/KON Eva/NE ./$.", ["main: Er sah Hans und Eva"]),
        (
            "weil/KOUS er/PPER kam/VVFIN und/KON gesehen/VVPP wurde/VAFIN ,/$, ging/VVFIN sie/PPER ./$.",
            ["subordinate: weil er kam", "subordinate: und gesehen wurde", "main: ging sie"],
        ),
        (
            "Er/PPER hat/VAFIN ,/$, wie/KOUS sie/PPER sagt/VVFIN ,/$, gelacht/VVPP ./$.",
            ["main: Er hat gelacht", "subordinate: wie sie sagt"],
        ),
        (
            "Die/ART Lage/NN ,/$, so/ADV Lenz/NE ,/$, sei/VAFIN! ernst/ADJD ./$.",
            ["main: Die Lage sei ernst", "main: so Lenz"],
        ),
        (
            "Polen/NE ,/$, Ungarn/NE und/KON Malta/NE fordern/VVFIN Geld/NN ./$.",
            ["main: Polen Ungarn und Malta fordern Geld"],
        ),
        (
            "Er/PPER bat/VVFIN ,/$, um/KOUI zu/PTKZU bleiben/VVINF ,/$, um/APPR Ruhe/NN ./$.",
            ["main: Er bat", "infinitive: um zu bleiben um Ruhe"],
        ),
        (
            "Lenz/NE (/$( er/PPER ist/VAFIN krank/ADJD )/$( ging/VVFIN ./$.",
            ["main: Lenz ging", "main: er ist krank"],
        ),
    ],
)
def test_clauses(text: str, wanted: list[str]) -> None:
    assert clauses(text) == wanted


def test_a_clause_knows_its_verb_and_what_it_hangs_on() -> None:
    fields = Fields(plain("Er/PPER sagt/VVFIN ,/$, dass/KOUS es/PPER regnet/VVFIN ./$."), load_forms("de"))
    main, content = fields.clauses
    assert (main.finite, main.parent, content.finite, content.opener, content.parent) == (1, None, 5, 3, 0)
    assert fields.clause_at(2) is None
    assert fields.children_of(main) == [content]


def test_a_clause_put_into_another_is_marked() -> None:
    fields = Fields(plain("Es/PPER ,/$, sagt/VVFIN Lenz/NE ,/$, regnet/VVFIN ./$."), load_forms("de"))
    assert [(clause.kind, clause.inserted) for clause in fields.clauses] == [(Kind.MAIN, False), (Kind.MAIN, True)]


@given(sentences())
def test_each_word_stands_in_one_clause_and_each_clause_holds_its_verb(tokens: list) -> None:  # type: ignore[type-arg]
    fields = Fields(tokens, load_forms("de"))
    places = sorted(place for clause in fields.clauses for place in clause.places())
    assert len(places) == len(set(places))
    assert {at for at, token in enumerate(tokens) if not token.is_sign} <= set(places)
    for clause in fields.clauses:
        assert clause.finite is None or clause.finite in clause.places()
        assert clause.parent is None or clause.parent < clause.number
