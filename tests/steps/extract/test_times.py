"""Times found and placed, seen from Sunday, 20 October 2024."""

from __future__ import annotations

import ast
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.languages.segmentation import load_segmentation
from quellenlage.languages.times import load_times
from quellenlage.languages.verbs import load_verbs
from quellenlage.model.document import Basis, Passage, Published, Role
from quellenlage.model.marks import TimeKind
from quellenlage.model.span import Span
from quellenlage.steps.divide import divide
from quellenlage.steps.extract.times import extract_times
from quellenlage.syntax.embedded import load_embedded
from tests.records import document
from tests.steps.extract.time_tools import on_day, timing_of, values

DATES = [
    ("Das geschah am 24. Februar 2022.", "24. Februar 2022", "2022-02-24"),
    ("Das geschah am Donnerstag, 24. Februar 2022, in Kiew.", "Donnerstag, 24. Februar 2022", "2022-02-24"),
    ("Das geschah am 24.02.2022 früh.", "24.02.2022", "2022-02-24"),
    ("Das geschah am 24. 2. 2022 dort.", "24. 2. 2022", "2022-02-24"),
    ("Das Protokoll ist vom 2022-02-24.", "2022-02-24", "2022-02-24"),
    ("Er kam am 18.10. an.", "18.10.", "2024-10-18"),
    ("Er kam am ersten Januar an.", "ersten Januar", "2024-01-01"),
    ("Ab dem 1. November seien sie bereit.", "dem 1. November", "2024-11-01"),
    ("Am 3. Dezember wurde er gewählt.", "3. Dezember", "2023-12-03"),
    ("Erst im Juni wurde der Vertrag unterzeichnet.", "Juni", "2024-06"),
    ("Seit August liefert das Land Munition.", "August", "2024-08"),
    ("Bis Ende Oktober soll die Truppe stehen.", "Ende Oktober", "2024-10"),
    ("Im kommenden Juni läuft er aus.", "kommenden Juni", "2025-06"),
    ("Im vergangenen November lief er aus.", "vergangenen November", "2023-11"),
    ("Im August vorigen Jahres begann es.", "August vorigen Jahres", "2023-08"),
    ("Im Sommer des Jahres 2005 begann es.", "Sommer des Jahres 2005", "2005-SU"),
    ("Im Winter werde es schwer, sagte er.", "Winter", "2025-WI"),
    ("Im dritten Quartal sank der Umsatz.", "dritten Quartal", "2024-Q3"),
    ("In der zweiten Jahreshälfte 2023 sank er.", "der zweiten Jahreshälfte 2023", "2023-H2"),
    ("Anfang des Jahres trafen sie ein.", "Anfang des Jahres", "2024"),
    ("Im vergangenen Jahr trafen sie ein.", "vergangenen Jahr", "2023"),
    ("Der Pakt, der letztes Jahr geschlossen wurde, hält.", "letztes Jahr", "2023"),
    ("Die Zahl liegt über der des Vorjahres.", "des Vorjahres", "2023"),
    ("Zum Jahresende 2025 soll Schluss sein.", "Jahresende 2025", "2025"),
    ("In den 1990er-Jahren hungerte das Land.", "den 1990er-Jahren", "199"),
    ("In den siebziger Jahren war es anders.", "den siebziger Jahren", "197"),
    ("Im 19. Jahrhundert war es anders.", "19. Jahrhundert", "18"),
    ("Bereits Ende vergangener Woche warnte er.", "Ende vergangener Woche", "2024-W41"),
    ("In KW 45 beginnt der Umbau.", "KW 45", "2024-W45"),
    ("Am Wochenende starben zwei Menschen.", "Wochenende", "2024-W42-WE"),
    ("Am Freitag rief er zu einem Treffen auf.", "Freitag", "2024-10-18"),
    ("Am Freitag wird das Parlament abstimmen.", "Freitag", "2024-10-25"),
    ("Am Freitag tagt der Rat.", "Freitag", "2024-10-25"),
    ("Der am Freitag vorgestellte Plan ist umstritten.", "Freitag", "2024-10-18"),
    ("Die am Freitag beginnende Übung ist umstritten.", "Freitag", "2024-10-25"),
    ("Am Donnerstag vergangener Woche war er da.", "Donnerstag vergangener Woche", "2024-10-10"),
    ("Am kommenden Dienstag ist die Wahl.", "kommenden Dienstag", "2024-10-22"),
    ("Gestern sagte er das Gegenteil.", "Gestern", "2024-10-19"),
    ("Zu Weihnachten waren alle zu Hause.", "Weihnachten", "2023-12-24"),
    ("Ostern 2025 ist spät.", "Ostern 2025", "2025-04-18"),
    ("Am Ostermontag 2024 schwiegen die Waffen.", "Ostermontag 2024", "2024-04-01"),
    ("Am Tag der Deutschen Einheit 2023 sprach er.", "Tag der Deutschen Einheit 2023", "2023-10-03"),
    ("Am Tag der Arbeit 2023 sprach er.", "Tag der Arbeit 2023", "2023-05-01"),
    ("An Christi Himmelfahrt 2023 sprach er.", "Christi Himmelfahrt 2023", "2023-05-18"),
    ("An Mariä Himmelfahrt 2023 sprach er.", "Mariä Himmelfahrt 2023", "2023-08-15"),
    ("Am Heiligen Abend 2023 sprach er.", "Heiligen Abend 2023", "2023-12-24"),
    ("Im Monat Mai kamen zwei.", "Mai", "2024-05"),
    ("Die Resolution 2016 ergänzt ein Papier.", "2016", "2016"),
    ("Jetzt ist die Lage ernst.", "Jetzt", "PRESENT_REF"),
    ("Damals war die Lage ernst.", "Damals", "PAST_REF"),
    ("Die Lage wird künftig ernst.", "künftig", "FUTURE_REF"),
    ("Heute vor zehn Jahren begann es.", "Heute vor zehn Jahren", "2014-10-20"),
    ("Damals war er Minister, heute ist er Rentner.", "heute", "PRESENT_REF"),
    ("Im Jahr 49 vor Christus war er dort.", "Jahr 49 vor Christus", "BC0049"),
]

TIMES = [
    ("Am Sonntagmorgen fiel der Strom aus.", "Sonntagmorgen", "2024-10-20TMO"),
    ("Gestern Abend fiel der Strom aus.", "Gestern Abend", "2024-10-19TEV"),
    ("In der Nacht zum Samstag fiel der Strom aus.", "Nacht zum Samstag", "2024-10-18TNI"),
    ("In der Nacht von Freitag auf Samstag fiel er aus.", "Nacht von Freitag auf Samstag", "2024-10-18TNI"),
    ("In der Nacht auf den 7. Oktober fiel der Strom aus.", "Nacht auf den 7. Oktober", "2024-10-06TNI"),
    ("Am Abend des 7. Oktober 2023 brannte es.", "Abend des 7. Oktober 2023", "2023-10-07TEV"),
    ("Am 18. Oktober um 6.30 Uhr fiel der Strom aus.", "6.30 Uhr", "2024-10-18T06:30"),
    ("Am Freitag um 14:05 Uhr MESZ fiel der Strom aus.", "14:05 Uhr MESZ", "2024-10-18T14:05+02:00"),
    ("Am Freitag um acht Uhr abends fiel der Strom aus.", "acht Uhr abends", "2024-10-18T20:00"),
    ("Um halb neun war am Freitag alles vorbei.", "halb neun", "2024-10-18T08:30"),
    ("Um Viertel nach neun war am Freitag alles vorbei.", "Viertel nach neun", "2024-10-18T09:15"),
]

DURATIONS = [
    ("Die Gäste, die einen Tag blieben, reisten ab.", "einen Tag", "P1D"),
    ("Das dauerte zwei Stunden.", "zwei Stunden", "PT2H"),
    ("Das dauerte anderthalb Jahre.", "anderthalb Jahre", "P1.5Y"),
    ("Das dauerte ein halbes Jahr.", "ein halbes Jahr", "P6M"),
    ("Das dauerte drei Jahre und vier Monate.", "drei Jahre und vier Monate", "P3Y4M"),
    ("Das dauerte einundzwanzig Tage.", "einundzwanzig Tage", "P21D"),
    ("Das dauerte gut zehn Wochen.", "gut zehn Wochen", "P10W"),
    ("Sie warten seit Jahren.", "Jahren", "PXY"),
    ("Sie warteten tagelang.", "tagelang", "PXD"),
    ("Er bekam eine dreijährige Haftstrafe.", "dreijährige", "P3Y"),
    ("Nach der zweitägigen Konferenz reiste er ab.", "zweitägigen", "P2D"),
    ("Der erste Besuch seit über zwei Jahrzehnten.", "zwei Jahrzehnten", "P2DE"),
]

SETS = [
    ("In seiner täglichen Botschaft sagte er das.", "täglichen", "P1D"),
    ("Alle vier Jahre wird gewählt.", "Alle vier Jahre", "P4Y"),
    ("Jeden Freitag demonstrieren sie.", "Jeden Freitag", "XXXX-WXX-5"),
    ("Das Amt ist montags zu.", "montags", "XXXX-WXX-1"),
    ("Dort sterben 500 Menschen im Jahr daran.", "im Jahr", "P1Y"),
    ("Sie tagen zweimal im Monat.", "zweimal im Monat", "P1M"),
]


@pytest.mark.parametrize(
    ("text", "words", "value", "kind"),
    [
        *((*case, TimeKind.DATE) for case in DATES),
        *((*case, TimeKind.TIME) for case in TIMES),
        *((*case, TimeKind.DURATION) for case in DURATIONS),
        *((*case, TimeKind.SET) for case in SETS),
    ],
)
def test_value_and_kind(text, words, value, kind):
    times = timing_of(text, published=on_day("2024-10-20")).times
    assert (words, value, kind) in [(time.span.of(text), time.value, time.kind) for time in times]


@pytest.mark.parametrize(
    "text",
    [
        "Er kaufte eine F-16 und 1.500 Raketen.",
        "Paragraf 24, Artikel 5 und Platz 2.",
        "Insgesamt kamen 2024 Soldaten an.",
        "Rund 2000 wurden verletzt.",
        "Es kamen 1500 neue Soldaten.",
        "Die Zahl stieg von 1100 auf 2500.",
        "Der IC 2083 fährt nicht.",
        "Das steht in der Verordnung 2016/679.",
        "Die Agenda 2010 ist umstritten.",
        "Bild: © Muster | 2024 Beispiel",
        "Der 50-jährige Mann ist 50 Jahre alt.",
        "Das Spiel ist ab 16 Jahren frei.",
        "Er starb im Alter von 83 Jahren.",
        "Das Bild malte August Macke.",
        "Die Welt am Sonntag berichtet das.",
        "Jens Mai sagte das.",
        "Frau Mai sagte das.",
        "Dr. Mai sagte das.",
        "Innenministerin Mai sagte das.",
        "Der Abgeordnete Thomas Mai sagte das.",
        "Sie sprachen mit Otto August.",
        "Die Resolution 1718 gilt, die Verordnung 1612 auch.",
        "Das Treffen ist in Halle 1900.",
        "Nordkorea schickt 1.500 Soldaten; 2.600 Menschen sehen zu.",
        "Im 60er Bereich auf der Autobahn.",
        "Die Nacht-, Früh- und Spätschicht fällt aus.",
        "Der Sommer ist heiß.",
        "Am 31. Februar kommt er.",
        "Sie gewannen 24:22.",
        "Das Mineral besteht aus 1945 Teilchen, 3.000 Stück.",
    ],
)
def test_what_only_looks_like_a_time(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Am 16. und 17. November 2023 tagte der Rat.",
            [("16.", "2023-11-16"), ("17. November 2023", "2023-11-17")],
        ),
        (
            "Vom 3., 4. und 5. Mai an war er dort.",
            [("3.", "2024-05-03"), ("4.", "2024-05-04"), ("5. Mai", "2024-05-05")],
        ),
        (
            "Im Januar und Februar dieses Jahres kamen sie.",
            [("Januar", "2024-01"), ("Februar dieses Jahres", "2024-02")],
        ),
        ("Geöffnet von 10-18 Uhr.", [("10", "T10:00"), ("18 Uhr", "T18:00")]),
        ("Es dauert zwei bis drei Jahre.", [("zwei", "P2Y"), ("drei Jahre", "P3Y")]),
        ("Walther (1170-1230) lebte dort.", [("1170", "1170"), ("1230", "1230")]),
        ("Die Saison 2023/24.", [("Die Saison 2023/24", "2023/2024")]),
    ],
)
def test_lists_share_what_they_say_once(text, found):
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Am 7. Oktober 2023 begann es, am Tag darauf folgte mehr.",
            [("7. Oktober 2023", "2023-10-07"), ("Tag darauf", "2023-10-08")],
        ),
        ("Im März 1992 ging er, im April kam er.", [("März 1992", "1992-03"), ("April", "1992-04")]),
        (
            "Im September stieg sie, zur selben Zeit des Vorjahres sank sie.",
            [("September", "2024-09"), ("zur selben Zeit des Vorjahres", "2023-09")],
        ),
        (
            "Im Mai 2001 ging er; im selben Jahr starb er.",
            [("Mai 2001", "2001-05"), ("selben Jahr", "2001")],
        ),
    ],
)
def test_a_date_named_before_is_taken_up(text, found):
    assert values(text) == found


def test_a_year_of_the_sentence_before_is_not_taken_up():
    text = "Im Februar 2022 griff das Land an. Erst im Juni wurde der Pakt unterzeichnet."
    assert values(text) == [("Februar 2022", "2022-02"), ("Juni", "2024-06")]


def test_a_clock_time_of_several_days_belongs_to_none_of_them():
    assert values("Am 25. und 26. August um 20 Uhr wird gespielt.")[-1] == ("20 Uhr", "T20:00")


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Am 29. Februar 2024 kam er.", "2024-02-29T00:00", "2024-03-01T00:00"),
        ("Ende Februar 2023 kam er.", "2023-02-21T00:00", "2023-03-01T00:00"),
        ("Anfang des Jahres kam er.", "2024-01-01T00:00", "2024-05-01T00:00"),
        ("Ende vergangener Woche kam er.", "2024-10-10T00:00", "2024-10-14T00:00"),
        ("Am Silvester 2023 kam er.", "2023-12-31T00:00", "2024-01-01T00:00"),
        ("In der Nacht zum Sonntag kam er.", "2024-10-19T22:00", "2024-10-20T06:00"),
        ("Im Winter 2023 kam er.", "2022-12-01T00:00", "2024-03-01T00:00"),
        ("Im Winter 2023/24 kam er.", "2023-12-01T00:00", "2024-03-01T00:00"),
        ("Vor drei Jahren kam er.", "2021-01-01T00:00", "2022-01-01T00:00"),
        ("Vor zweieinhalb Jahren kam er.", "2022-04-01T00:00", "2022-05-01T00:00"),
        ("Seit zwei Wochen ist er da.", "2024-09-30T00:00", "2024-10-21T00:00"),
        ("In den vergangenen Monaten kam er.", None, "2024-10-21T00:00"),
        ("In den nächsten zwei Jahren wird er kommen.", "2024-10-20T00:00", "2027-01-01T00:00"),
        ("In den letzten 24 Stunden kam er.", "2024-10-19T00:00", "2024-10-21T00:00"),
        ("Das dauert drei Jahre.", None, None),
        ("Derzeit ist er da.", None, None),
    ],
)
def test_interval_is_half_open_and_as_wide_as_the_words(text, earliest, latest):
    (time,) = timing_of(text, published=on_day("2024-10-20")).times
    assert (time.earliest, time.latest) == (earliest, latest)


def test_a_day_close_ahead_may_stand_in_a_sentence_of_the_past():
    assert values("Das Rennen wurde vom 18. Dezember verlegt.", "2024-12-16") == [("18. Dezember", "2024-12-18")]
    assert values("Am 18. Dezember wurde er gewählt.", "2024-10-20") == [("18. Dezember", "2023-12-18")]


def test_a_headline_in_the_present_tells_what_was():
    text = "Kiew meldet Angriff am Freitag"
    (time,) = timing_of(text, published=on_day("2024-10-20"), role=Role.TITLE).times
    assert time.value == "2024-10-18"


def test_anchor_is_named_where_it_was_needed_and_only_there():
    text = "Am Freitag, am 1. März 2020 und um 12 Uhr."
    found = timing_of(text, published=on_day("2024-10-20", Basis.ASSUMED)).times
    anchors = {time.span.of(text): time.anchor for time in found}
    assert anchors["Freitag"].date == "2024-10-20"
    assert anchors["Freitag"].basis is Basis.ASSUMED
    assert anchors["1. März 2020"] is None
    assert anchors["12 Uhr"] is None


@pytest.mark.parametrize(
    ("earliest", "latest", "value"),
    [
        ("2024-10-01T00:00", "2024-11-01T00:00", "2023"),  # any day of the month gives the same year before
        ("2023-12-31T00:00", "2024-01-02T00:00", "XXXX"),  # the two days do not
    ],
)
def test_an_anchor_that_is_no_single_day_counts_if_its_ends_agree(earliest, latest, value):
    published = Published(earliest, latest, Basis.STATED)
    (time,) = timing_of("Er kam im vergangenen Jahr.", published=published).times
    assert time.value == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Im ver\u00adgangenen Jahr und am Frei\u00adtag.",
            [("ver\u00adgangenen Jahr", "2023"), ("Frei\u00adtag", "2024-10-18")],
        ),
        ("Am 24.\u00a0Februar\u00a02022 kam er.", [("24.\u00a0Februar\u00a02022", "2022-02-24")]),
        ("Am Freitag kam er.\r\nEr ging im Juni 2023.\r\n", [("Freitag", "2024-10-18"), ("Juni 2023", "2023-06")]),
    ],
)
def test_spans_give_back_the_words_as_received(text, found):
    assert values(text) == found


def test_a_date_may_go_on_in_the_next_line_of_its_paragraph():
    text = "Am 24. Februar\r\n2022 kam er."
    doc = document(text)
    passages = (Passage(Span(0, len(text)), Role.CONTENT),)
    division = divide(
        doc, passages, segmentation=load_segmentation("de"), verbs=load_verbs("de"), reader=load_embedded("de")
    )
    (time,) = extract_times(doc, division, load_times("de"), published=None, surface="de").times
    assert (time.span.of(text), time.value) == ("24. Februar\r\n2022", "2022-02-24")


LEADS = ("Am", "Im", "Seit", "Ab", "Bis", "Vor", "In der", "Zu", "Um")
MIDDLES = (
    "Freitag", "1. November", "Juni", "vergangenen Jahr", "Ende vergangener Woche", "Anfang des Jahres",
    "Winter 2023/24",
    "drei Wochen", "Nacht zum Montag", "Ostern", "Silvester", "24 Uhr", "Freitag um 23.59 Uhr", "Wochenende", "KW 53",
    "29. Februar", "31. Dezember 2024", "letzten zwei Monaten", "90er Jahren", "20. Jahrhundert", "dritten Quartal",
)  # fmt: skip
ENDS = ("kam er.", "wird er kommen.", "ist er da.", "dieses Jahres kam er.", "des Vorjahres kam er.")
EDGE_DAYS = ("2024-02-29", "2023-12-31", "2024-01-01", "2024-10-20", "1900-03-01", "2100-02-28")


@given(
    st.lists(st.tuples(*map(st.sampled_from, (LEADS, MIDDLES, ENDS))), min_size=1, max_size=3),
    st.sampled_from(EDGE_DAYS),
)
@settings(max_examples=150, deadline=None)
def test_every_interval_is_half_open_and_in_order(sentences, day):
    text = " ".join(" ".join(parts) for parts in sentences)
    for time in timing_of(text, published=on_day(day)).times:
        ends = [datetime.fromisoformat(end) for end in (time.earliest, time.latest) if end is not None]
        assert ends == sorted(set(ends))


def test_no_module_asks_for_the_day_of_the_run():
    folder = Path(extract_times.__code__.co_filename).parent
    clocks = {"today", "now", "utcnow", "localtime", "gmtime"}
    for path in (*sorted(folder.glob("*.py")), folder.parent / "dating.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
            assert called not in clocks, (path.name, node.lineno)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Die Halle brannte am Freitag. Niemand war dort.\nUm 6.42 Uhr stürzte das Dach ein.", "2024-10-18T06:42"),
        ("Um 6.42 Uhr stürzte das Dach ein.", "2024-10-20T06:42"),
        ("Am Nachmittag bargen Helfer drei Menschen.", "2024-10-20TAF"),
        ("Um 6.42 Uhr öffnet die Halle.", "T06:42"),
    ],
)
def test_what_happened_at_an_hour_happened_on_the_day_told_of(text: str, value: str) -> None:
    assert values(text)[-1][1] == value
