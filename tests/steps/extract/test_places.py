from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.model.span import check_spans
from tests.steps.extract.name_tools import names_of, places_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie flogen nach Litauen.", [("Litauen", "Litauen", "LT")]),
        ("Litauen fordert Geld.", []),
        ("Sie lebt in Minsk.", [("Minsk", "Minsk", "BY")]),
        ("Sie lebt in Kyiv.", [("Kyiv", "Kiew", "UA")]),
        ("Sie lebt in der Region Kursk.", [("Kursk", "Kursk", "RU")]),
        ("Sie lebt in der Region Ostrakowka.", [("Ostrakowka", "Ostrakowka", None)]),
        ("Der Truppenübungsplatz Waldsee ist gesperrt.", [("Waldsee", "Waldsee", None)]),
        ("Der Hafen von Chongjin ist gesperrt.", [("Chongjin", "Chongjin", "KP")]),
        ("Sie lebt in Ostlitauen.", [("Ostlitauen", "Ostlitauen", "LT")]),
        ("Sie lebt im Fernen Osten.", [("Fernen Osten", "Ferner Osten", "RU")]),
        ("Sie lebt in Essen.", [("Essen", "Essen", "DE")]),
        ("Das Essen war gut.", []),
        ("Im Weißen Haus brannte Licht.", [("Weißen Haus", "Weißes Haus", "US")]),
        ("Das Regime in Minsk schweigt.", [("Minsk", "Minsk", "BY")]),
        ("Der FC Bayern München siegte.", []),
        ("Bochum - Die Halle brannte.", [("Bochum", "Bochum", "DE")]),
        ("Der Köln-Bonner Flughafen ist zu.", []),
        ("Sie steht in Halle 4.", []),
        ("Kim Jong Un schwieg.", []),
    ],
)  # fmt: skip
def test_places_are_named_as_places(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(place.span.of(text), place.name, place.country) for place in places_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shops in the city centre of Hamburg stayed closed.", ["Hamburg"]),
        ("Officials met at the state library in Dresden.", ["Dresden"]),
        ("The minister of the interior spoke in Berlin.", ["Berlin"]),
    ],
)
def test_a_noun_in_small_letters_is_no_english_place(text: str, expected: list[str]) -> None:
    assert [place.name for place in places_of(text, language="en")] == expected


def test_a_place_has_the_id_of_its_document_and_span() -> None:
    first, second = places_of("Sie lebt in Minsk und in Riga.")
    assert first.id.startswith("plc-")
    assert first.id != second.id
    assert first.document == second.document


def test_a_country_is_party_or_place_but_not_both() -> None:
    text = "Litauen schickt Hilfe nach Lettland, weil Lettland darum bat."
    parties = {name.span for name in names_of(text)}
    places = {place.span for place in places_of(text)}
    assert not parties & places
    assert len(parties | places) == 3


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(["in", "Minsk", "Litauen", "der", "Region", "Neustadt", "-", "4", ".", "und", "nach"]),
        max_size=15,
    )
)
def test_places_of_any_text_do_not_overlap(chosen: list[str]) -> None:
    text = " ".join(chosen)
    places = places_of(text)
    check_spans(tuple(place.span for place in places), "places")
    assert all(place.name for place in places)


def test_a_place_named_as_one_stays_one_and_is_no_person() -> None:
    text = "Tschorny (dpa) - In der Schule Tschorny brannte es. Alarm war in Tschorny. Die Lage um Tschorny ist ernst."
    assert [place.name for place in places_of(text)] == ["Tschorny"] * 4
    assert all(str(name.kind) != "person" for name in names_of(text))
