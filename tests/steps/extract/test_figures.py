from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.model.identity import content_id
from quellenlage.model.marks import Comparator, Time, TimeKind
from tests.records import at
from tests.steps.extract.figure_tools import figures_of


def values(text: str) -> list[tuple[object, object, object, str]]:
    return [(f.low, f.high, f.point, f.comparator.value) for f in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("Es kamen 1.500 Gäste.", 1500),
        ("Es kamen 12 000 Gäste.", 12000),
        ("Es kamen 12\u202f000 Gäste.", 12000),
        ("Es kamen 12'000 Gäste.", 12000),
        ("Es kamen 1’200’000 Gäste.", 1200000),
        ("Es kamen 1,2 Millionen Gäste.", 1200000),
        ("Es kamen 2.6 Millionen Gäste.", 2600000),
        ("Es kamen 8 Mio. Gäste.", 8000000),
        ("Es kamen acht Millionen Gäste.", 8000000),
        ("Es kamen zwei Millionen dreihunderttausend Gäste.", 2300000),
        ("Es kamen dreiundzwanzig Gäste.", 23),
        ("Es kamen zweitausendfünfhundert Gäste.", 2500),
        ("Es kam ein Dutzend Gäste.", 12),
        ("Es kam ein halbes Dutzend Gäste.", 6),
        ("Es kam eine halbe Million Gäste.", 500000),
        ("Es kamen anderthalb Millionen Gäste.", 1500000),
        ("Es kamen 1,500 Gäste.", 1500),
        ("Es kamen 1,500,000 Gäste.", 1500000),
        ("Das Becken fasst 1½ Liter.", 1.5),
        ("Das Becken fasst 1,500 Liter.", 1.5),
        ("Zwei Drittel der Gäste gingen.", 2 / 3),
        ("Jeder dritte Gast ging.", 1 / 3),
        ("Die Hälfte der Gäste ging.", 0.5),
        ("Es war doppelt so voll.", 2),
        ("Der Preis stieg auf das Dreifache.", 3),
        ("Der Preis stieg auf das 1,5-Fache.", 1.5),
        ("Die 45-Millimeter-Kanone feuerte.", 45),
        ("Das dreitägige Fest begann.", 3),
        ("Es waren minus 15 Grad.", -15),
        ("Er bekam drei Jahre und sechs Monate Haft.", 3.5),
        ("Es kostet 1.200,- Euro.", 1200),
        ("Es kostet zwei Euro fünfzig.", 2.5),
        ("Es kostet zwei Euro und 20 Cent.", 2.2),
    ],
)
def test_numbers_as_german_writes_them(text, point):
    figures = figures_of(text)
    assert [figure.point for figure in figures] == [pytest.approx(point)]


@pytest.mark.parametrize(
    ("text", "low", "high", "comparator"),
    [
        ("Es kamen 300 Gäste.", 300, 300, "="),
        ("Es kamen insgesamt 300 Gäste.", 300, 300, "="),
        ("Es kamen rund 300 Gäste.", 270, 330, "~"),
        ("Es kamen etwa 300 Gäste.", 270, 330, "~"),
        ("Es kamen ca. 300 Gäste.", 270, 330, "~"),
        ("Es kamen knapp 300 Gäste.", 270, 300, "<"),
        ("Es kamen fast 300 Gäste.", 270, 300, "<"),
        ("Es kamen gut 300 Gäste.", 300, 330, ">"),
        ("Es kamen mehr als 300 Gäste.", 300, None, ">"),
        ("Es kamen über 300 Gäste.", 300, None, ">"),
        ("Es kamen mindestens 300 Gäste.", 300, None, ">="),
        ("Es kamen höchstens 300 Gäste.", None, 300, "<="),
        ("Es kamen bis zu 300 Gäste.", None, 300, "<="),
        ("Es kamen nicht mehr als 300 Gäste.", None, 300, "<="),
        ("Es kamen weniger als 300 Gäste.", None, 300, "<"),
        ("Es kamen keine 300 Gäste.", None, 300, "<"),
        ("Es kamen 300 oder mehr Gäste.", 300, None, ">="),
        ("Es kamen 300 Gäste oder mehr.", 300, None, ">="),
        ("Es kamen bis zu rund 300 Gäste.", None, 330, "<="),
        ("Es kamen zwischen 200 und 300 Gäste.", 200, 300, "range"),
        ("Es kamen zwischen 200 Gäste und 300 Gäste.", 200, 300, "range"),
        ("Es kamen 200 bis 300 Gäste.", 200, 300, "range"),
        ("Es sollen 2029 bis zu 300 000 Gäste kommen.", None, 300000, "<="),
        ("Es kamen 200-300 Gäste.", 200, 300, "range"),
        ("Es kamen 200–300 Gäste.", 200, 300, "range"),
        ("Es kamen drei oder vier Gäste.", 3, 4, "range"),
        ("Es kamen zwei- bis dreihundert Gäste.", 200, 300, "range"),
        ("Es kamen 1,5 bis zwei Millionen Gäste.", 1.5e6, 2e6, "range"),
        ("Es kamen ein bis zwei Gäste.", 1, 2, "range"),
        ("Es kamen Dutzende Gäste.", 12, None, "vague"),
        ("Es kamen Hunderte Gäste.", 100, None, "vague"),
        ("Es kamen Tausende von Gästen.", 1000, None, "vague"),
        ("Es kamen mehrere Tausend Gäste.", 2000, None, "vague"),
        ("Es kamen ein paar Hundert Gäste.", 200, None, "vague"),
        ("Es gab acht Tote und mehr als 50 Festnahmen.", 8, 8, "="),
        ("Rund 95 Prozent der Gäste gingen.", 85.5, 100, "~"),
    ],
)
def test_bounds_and_hedges_give_their_interval(text, low, high, comparator):
    figure = figures_of(text)[0]
    assert figure.low == (None if low is None else pytest.approx(low))
    assert figure.high == (None if high is None else pytest.approx(high))
    assert figure.comparator is Comparator(comparator)


@pytest.mark.parametrize(
    ("text", "span", "number"),
    [
        ("Es kamen bis zu 12.000 Gäste.", "bis zu 12.000", "12.000"),
        ("Insgesamt kamen mindestens 300 weitere Gäste.", "mindestens 300", "300"),
        ("Es kamen weitere 300 Gäste.", "weitere 300", "300"),
        ("Das Rohr misst rund 170 mm.", "rund 170 mm", "170"),
        ("Der Zug fährt 250 km/h.", "250 km/h", "250"),
        ("Die 45-Millimeter-Kanone feuerte.", "45-Millimeter-Kanone", "45"),
        ("Es kamen zwischen 2 und 3 Gäste.", "zwischen 2 und 3", "2 und 3"),
        ("Fast die Hälfte der Gäste ging.", "Fast die Hälfte", "Hälfte"),
        ("Es kostet € 50 im Monat.", "€ 50", "50"),
    ],
)
def test_span_holds_bounds_and_unit_and_number_stands_alone(text, span, number):
    figure = figures_of(text)[0]
    assert (figure.span.of(text), figure.number.of(text)) == (span, number)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Es sind 3,5 Prozent mehr.", "%"),
        ("Es sind 3,5% mehr.", "%"),
        ("Das sind 2 Prozentpunkte mehr.", "Prozentpunkte"),
        ("Es kostet 20 Millionen Euro.", "EUR"),
        ("Es kostet 20 US-Dollar.", "USD"),
        ("Es kostet $ 20 im Monat.", "USD"),
        ("Es kostet 20 kanadische Dollar.", "CAD"),
        ("Es kostet 92 Dollar je Barrel.", "USD/bbl"),
        ("Es liegt 20 km entfernt.", "km"),
        ("Der Wind bläst mit 90 Kilometern pro Stunde.", "km/h"),
        ("Es wiegt 3,5 t.", "t"),
        ("Es hat 20 °C.", "°C"),
        ("Es dauert drei Tage.", "day"),
        ("Zwei Drittel der Gäste gingen.", "share"),
        ("Es war doppelt so voll.", "×"),
        ("Es gab 35,2 Fälle pro 100.000 Einwohner.", "/100000"),
        ("Es kamen 300 Gäste.", None),
    ],
)
def test_units_are_normalised(text, unit):
    assert [figure.unit for figure in figures_of(text)] == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "Am 24. Februar 2022 begann es.",
        "Am 24.02.2022 um 14:30 Uhr und um 15.45 Uhr begann es.",
        "Im Jahr 1999 begann es, 2015 endete es.",
        "Seit Ende 2023 und ab 2024 gilt das.",
        "In der Saison 2023/24 galt das.",
        "Artikel 5, Paragraf 3 und § 218 gelten.",
        "Sie kam auf Platz 2, er auf Platz drei.",
        "Eine F-16, eine MiG-29 und eine Boeing 737 landeten.",
        "Covid-19 und die G7 waren Thema.",
        "Die U 21 gewann 3:2.",
        "Das Spiel endete 2 : 1 (1 : 0).",
        "Rufen Sie 030 1234567 oder 0800/123456 an.",
        "Sie wohnt in der Gartenstraße 12, 10115 Berlin.",
        "Anna Beispiel (45) lacht.",
        "Die Resolution 1701 und die Agenda 2010 gelten.",
        "Sie sprachen unter vier Augen.",
        "In den 90er Jahren und den 1980ern war das so.",
        "Das war eins zu eins so.",
        "In der zweiten Hälfte fiel ein Tor.",
        "Er fuhr auf der A 7 und der B 96.",
        "Das gehört zum dort liegenden 1. Bataillon.",
        "Es brannte in dem Klub „911“ am Ufer.",
        "Es gleicht nahezu einem Bündnis.",
        "Er bleibt bis zu einem Referendum im Amt.",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text):
    assert [figure.span.of(text) for figure in figures_of(text)] == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Es kamen 300 nordkoreanische Soldaten.", ["nordkoreanische Soldaten"]),
        ("Es kamen 300 zusätzliche Soldaten.", ["zusätzliche Soldaten"]),
        ("Es kamen Hunderte von müden Soldaten.", ["müden Soldaten"]),
        ("Es kamen „Tausende“ müde Soldaten.", ["müde Soldaten"]),
        ("Es kamen 1,2 Millionen Soldaten.", ["Soldaten"]),
        ("Es kamen 20 Kampf- und Transporthubschrauber.", ["Kampf- und Transporthubschrauber"]),
        ("Es kamen drei mit Gewehren bewaffnete Männer.", ["mit Gewehren bewaffnete Männer"]),
        ("Es kamen vier Black Hawk Hubschrauber.", ["Black Hawk Hubschrauber"]),
        ("Es kamen 30 Schülerinnen und Schüler.", ["Schülerinnen und Schüler"]),
        ("Es kamen 30 Schüler*innen.", ["Schüler*innen"]),
        ("Fünf der Soldaten flohen.", ["Soldaten"]),
        ("Zwei der drei angeklagten Soldaten flohen.", ["angeklagten Soldaten", "angeklagten Soldaten"]),
        ("Etwa 40 Prozent der rund 500 Soldaten flohen.", ["Soldaten", "Soldaten"]),
        ("Die Zahl der Soldaten stieg auf 45.", ["Soldaten"]),
        ("Die Einwohnerzahl stieg auf 45.000.", ["Einwohnerzahl"]),
        ("Von 300 Soldaten flohen 20.", ["Soldaten", "Soldaten"]),
        ("Es waren 300 Soldaten. Davon flohen 20.", ["Soldaten", "Soldaten"]),
        ("Die Polizei sprach von 500, der Verein von 900 Teilnehmern.", ["Teilnehmern", "Teilnehmern"]),
        ("Er schickte 200 feste und 300 freie Mitarbeiter.", ["freie Mitarbeiter", "freie Mitarbeiter"]),
        ("Es sind Rohre mit einem Kaliber von 170 mm.", ["Kaliber"]),
        ("Der Schaden beträgt 3 Millionen Euro.", ["Schaden"]),
        ("Die Quote stieg um 0,3 Prozentpunkte auf 5,7 Prozent.", ["Quote", "Quote"]),
        ("Sie lieferten fünf Tonnen Getreide.", ["Getreide"]),
        ("Die 45-Millimeter-Kanone feuerte.", ["Kanone"]),
    ],
)
def test_counted_is_the_noun_with_its_modifiers(text, counted):
    figures = figures_of(text)
    assert [figure.counted.text if figure.counted else None for figure in figures] == counted
    for figure in figures:
        assert figure.counted.span.of(text) == figure.counted.text


def test_counted_knows_base_form_and_telling_modifiers():
    counted = figures_of("Es kamen 300 weitere nordkoreanische Soldaten.")[0].counted
    assert (counted.head, counted.modifiers) == ("Soldat", ("nordkoreanisch",))


@pytest.mark.parametrize(
    ("text", "additive"),
    [
        ("Es kamen weitere 300 Gäste.", [True]),
        ("Es kamen 300 weitere Gäste.", [True]),
        ("Es kamen zusätzlich etwa 300 Gäste.", [True]),
        ("Es kamen 300 Gäste mehr.", [True]),
        ("Der Preis stieg um 3 Prozent auf 20 Euro.", [True, False]),
        ("Es handelt sich um 300 Gäste.", [False]),
        ("Es kamen insgesamt 300 Gäste.", [False]),
    ],
)
def test_additive_tells_additions_and_differences_from_totals(text, additive):
    assert [figure.additive for figure in figures_of(text)] == additive


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("Ein Toter und drei Verletzte.", [1, 3]),
        ("Drei Verletzte und ein Toter.", [3, 1]),
        ("Mindestens ein Mensch starb.", [1]),
        ("Ein Mensch starb.", []),
        ("Ein Prozent der Gäste ging.", [1]),
        ("Ein Vertrag gilt.", []),
    ],
)
def test_ein_counts_only_where_something_makes_it_count(text, point):
    assert [figure.point for figure in figures_of(text)] == point


def test_a_number_inside_a_time_is_a_figure_only_in_a_duration():
    text = "Vor drei Jahren dauerte es vier Monate."

    def time(words: str, kind: TimeKind) -> Time:
        span = at(text, words)
        return Time(content_id("time", words), "doc", span, kind, "P", None, None, None)

    times = (time("Vor drei Jahren", TimeKind.DATE), time("vier Monate", TimeKind.DURATION))
    assert [figure.span.of(text) for figure in figures_of(text, times=times)] == ["vier Monate"]


WORDS = """
300 1.500 1,5 drei ein zwei Hunderte Millionen bis zu und oder rund mehr~als
zwischen Soldaten Euro Prozent km der die von sollen wurden getötet verletzt , .
- – ( ) „ “ % ½ 24. 2024 / : ' jeder
Dritte halbe Dutzend über 45-jährige zwei- minus €
"""
PIECES = WORDS.split()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", " ", " ", "", "\n"])), max_size=25))
def test_figures_lie_in_order_inside_the_text_and_keep_low_point_high(parts):
    text = "".join(piece.replace("~", " ") + gap for piece, gap in parts)
    figures = figures_of(text)
    assert [figure.span for figure in figures] == sorted(figure.span for figure in figures)
    assert len({figure.id for figure in figures}) == len(figures)
    for figure, following in itertools.pairwise(figures):
        assert figure.span.end <= following.span.begin
    for figure in figures:
        assert figure.span.end <= len(text)
        known = [value for value in (figure.low, figure.point, figure.high) if value is not None]
        assert known
        assert known == sorted(known)
        assert figure.counted is None or figure.counted.span.of(text) == figure.counted.text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_without_complaint(text):
    for figure in figures_of(text):
        assert figure.span.of(text)


def test_money_goes_on_in_the_next_sentence() -> None:
    text = "Der Vertrag ist 31,5 Millionen Euro wert. Bestellt seien weitere 6,1 Millionen."
    assert [figure.unit for figure in figures_of(text)] == ["EUR", "EUR"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Der Auftrag wurde viermal erweitert.", [4]),
        ("Die Halle wurde vor drei Jahren gebaut.", []),
        ("In Polen wurden zwei Männer gefasst. In Deutschland waren es neun.", [2, 9]),
        ("187 Menschen gingen. 53 seien geblieben.", [187, 53]),
    ],
)
def test_numbers_without_a_noun(text: str, values: list[float]) -> None:
    assert [figure.point for figure in figures_of(text)] == values
