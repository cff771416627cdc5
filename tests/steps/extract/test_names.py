from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.model.entities import sources_of
from quellenlage.model.marks import SourceKind
from quellenlage.model.span import check_spans
from tests.steps.extract.name_tools import names_of

PERSON, BODY, COUNTRY = SourceKind.PERSON, SourceKind.BODY, SourceKind.COUNTRY
AGENCY, OUTLET, UNNAMED = SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.UNNAMED


def spans(text: str) -> list[tuple[str, SourceKind]]:
    return [(name.span.of(text), name.kind) for name in names_of(text)]


def keys(text: str) -> list[str]:
    return [name.key for name in names_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gestern sprach Petra Vogel lange.", [("Petra Vogel", PERSON)]),
        ("Gestern sprach Karl Bauer lange.", [("Karl Bauer", PERSON)]),
        ("Das sagte Ursula von der Heide.", [("Ursula von der Heide", PERSON)]),
        ("Das sagte Otto Graf Winterfeld.", [("Otto Graf Winterfeld", PERSON)]),
        ("Es rief Omar al-Baschri an.", [("Omar al-Baschri", PERSON)]),
        ("Der estnische Präsident Jaan Tamm kam.", [("estnische Präsident Jaan Tamm", PERSON)]),
        ("Estlands Präsident Jaan Tamm kam.", [("Estlands Präsident Jaan Tamm", PERSON)]),
        ("Ministerin Vogel lehnte ab.", [("Ministerin Vogel", PERSON)]),
        ("Frau Dr. Petra Vogel lehnte ab.", [("Frau Dr. Petra Vogel", PERSON)]),
        ("Park Ji Soo fuhr heim.", [("Park Ji Soo", PERSON)]),
        ("Das meint Ole Quist (47) dazu.", [("Ole Quist", PERSON)]),
        ("Sun Microsystems und Stoke City gewannen.", []),
    ],
)
def test_names_of_persons_are_found_whole(text: str, expected: list[tuple[str, SourceKind]]) -> None:
    assert [pair for pair in spans(text) if pair[1] is PERSON] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der lettische Geheimdienst warnt.", [("lettische Geheimdienst", BODY)]),
        ("Der lettische Geheimdienst (LGD) warnt.", [("lettische Geheimdienst (LGD)", BODY)]),
        ("Der Geheimdienst LGD warnt.", [("Geheimdienst LGD", BODY)]),
        ("Lettlands nationaler Geheimdienst warnt.", [("Lettlands nationaler Geheimdienst", BODY)]),
        ("Das Verteidigungsministerium der Republik Moldau warnt.",
         [("Verteidigungsministerium der Republik Moldau", BODY)]),
        ("Das Amt für Hafen- und Küstenschutz warnt.", [("Amt für Hafen- und Küstenschutz", BODY)]),
        ("Die Polizei Köln warnt.", [("Polizei Köln", BODY)]),
        ("Ein Gericht in Riga entschied.", []),
        ("Das Gericht in Riga entschied.", [("Gericht in Riga", BODY)]),
        ("Der Versicherer Allianz warnt.", [("Versicherer Allianz", BODY)]),
        ("Es ist eine breite Allianz der Bürger.", []),
        ("Die Meyer & Söhne GmbH klagt.", [("Meyer & Söhne GmbH", BODY)]),
        ("Der FC Bayern München siegte.", [("FC Bayern München", BODY)]),
        ("Mehrere Ministerien prüfen das.", []),
        ("Eine Gruppe von Leuten rief.", []),
    ],
)  # fmt: skip
def test_names_of_bodies_are_whole_phrases(text: str, expected: list[tuple[str, SourceKind]]) -> None:
    assert [pair for pair in spans(text) if pair[1] is BODY] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Litauen fordert mehr Geld.", ["country:LT"]),
        ("Sie flogen nach Litauen.", []),
        ("Sie leben im Osten Litauens.", []),
        ("Litauens Regierung fordert mehr.", ["country:LT"]),
        ("Die Straßen von Vilnius sind leer.", []),
        ("Das Verhältnis zwischen Vilnius und Minsk ist schlecht.", ["country:LT", "country:BY"]),
        ("Minsk beschuldigt Vilnius.", ["country:BY", "country:LT"]),
        ("Sie wohnt in Minsk.", []),
        ("Sie reden über Minsks Pläne.", ["country:BY"]),
        ("Der Krieg Moskaus dauert an.", ["country:RU"]),
        ("Auf Litauens Pläne folgte Schweigen.", ["country:LT"]),
        ("Der Zoo in Berlin öffnet.", []),
        ("Berlin öffnet einen Zoo.", []),
        ("Berlin und Paris einigten sich.", ["country:DE", "country:FR"]),
        ("Aus dem Kreml hieß es, man warte.", ["country:RU"]),
        ("Das Treffen fand im Kreml statt.", []),
        ("Das Weiße Haus widersprach.", ["country:US"]),
        ("Nach US-Angaben war es so.", ["country:US"]),
        ("Die polnische Regierung und Warschau sind eins.", ["country:PL", "country:PL"]),
    ],
)
def test_names_of_countries_stand_for_parties_only(text: str, expected: list[str]) -> None:
    assert [key for key in keys(text) if key.startswith("country:")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das berichtet die Nachrichtenagentur Reuters.", [("Nachrichtenagentur Reuters", AGENCY)]),
        ("Die Deutsche Presse-Agentur meldet das.", [("Deutsche Presse-Agentur", AGENCY)]),
        ("Das meldete die dpa am Abend.", [("dpa", AGENCY)]),
        ("Wie CNN meldet, brannte es.", [("CNN", OUTLET)]),
        ("Wie der „Spiegel“ meldet, brannte es.", [("„Spiegel“", OUTLET)]),
        ("Er sah in den Spiegel und nahm sich Zeit.", []),
        ("Das Magazin „Küstenblick“ meldet das.", [("Magazin „Küstenblick“", OUTLET)]),
        ("Laut einem CNN-Bericht brannte es.", [("CNN-Bericht", OUTLET)]),
        ("Mehr Menschen kamen.", []),
    ],
)
def test_names_of_media_need_an_announcement_where_they_are_common_words(
    text: str, expected: list[tuple[str, SourceKind]]
) -> None:
    assert [pair for pair in spans(text) if pair[1] in (AGENCY, OUTLET)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anonyme Quellen bestreiten das.", ["unnamed:anonym quelle"]),
        ("Einige Militärexperten bestreiten das.", ["unnamed:militärexperte"]),
        ("Lettische Medien bestreiten das.", ["unnamed:lettisch medium"]),
        ("Eine Quelle aus dem lettischen Geheimdienst bestreitet das.", ["unnamed:quelle lettisch geheimdienst"]),
        ("Insider bestreiten das.", ["unnamed:insider"]),
        ("In den sozialen Medien kursiert das.", []),
        ("Sonne und Wind sind Energiequellen.", []),
        ("Die Quelle der Recherche ist bekannt.", []),
        ("Laut Medienberichten brannte es.", ["unnamed:medien"]),
    ],
)
def test_names_of_unnamed_parties_are_their_base_forms(text: str, expected: list[str]) -> None:
    assert [key for key in keys(text) if key.startswith("unnamed:")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Petra Vogel kam. Vogel blieb. Vogels Rede war kurz. Frau Vogel ging.",
        "Petra Vogel, die Chefin des Hafenamts, kam. Vogel ging.",
        "Die Chefin des Hafenamts, Petra Vogel, kam. Petra Vogel ging.",
        "Der lettische Präsident Janis Ozols kam. Der Präsident ging. Der lettische Staatschef schwieg.",
        "Präsident Wolodymyr Selenskyj kam. Zelensky ging. Selenskis Worte blieben. Selenskyj schwieg.",
    ],
)
def test_names_of_one_person_have_one_key(text: str) -> None:
    assert len({name.key for name in names_of(text) if name.kind is PERSON}) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Der nordkoreanische Machthaber Kim Jong Un traf Minister Kim Yong-hyun.", 2),
        ("Petra Vogel traf Karl Vogel. Vogel sprach lange.", 3),
        ("Kim Jong Un schwieg. Der südkoreanische Minister Kim widersprach.", 2),
        ("Der lettische Minister Janis Ozols kam. Der estnische Minister Jaan Tamm ging.", 2),
    ],
)
def test_names_of_different_persons_are_never_merged(text: str, count: int) -> None:
    assert len({name.key for name in names_of(text) if name.kind is PERSON}) == count


def test_a_surname_of_two_persons_takes_up_the_one_named_shortly_before() -> None:
    far = "Es regnete. " * 5
    text = f"Petra Vogel kam. {far} Karl Vogel ging. {far} Am Ende sprach Karl Vogel. Vogel lachte."
    names = [name for name in names_of(text) if name.kind is PERSON]
    assert names[-1].key == names[-2].key != names[0].key


@pytest.mark.parametrize(
    "text",
    [
        "Der südkoreanische Geheimdienst warnt. Südkoreas nationale Geheimdienstbehörde warnt. Der NIS warnt.",
        "Der lettische Geheimdienst (LGD) warnt. Der LGD mahnt. Der Geheimdienst schweigt.",
        "Das Generalkommando der Küstenwache Lettlands (GKL) warnt. Das GKL mahnt.",
        "Das Umweltministerium in Riga prüft. Das Ministerium schweigt.",
    ],
)
def test_names_of_one_body_have_one_key(text: str) -> None:
    assert len({name.key for name in names_of(text) if name.kind is BODY}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Der BND warnt. Der Verfassungsschutz warnt.",
        "Das lettische Außenministerium warnt. Das estnische Außenministerium warnt.",
        "Das Landgericht Köln entschied. Das Amtsgericht Bonn entschied.",
        "Özkans Büro erklärte das. Das Amt für Fischerei widersprach.",
    ],
)
def test_names_of_different_bodies_have_different_keys(text: str) -> None:
    found = [name.key for name in names_of(text) if name.kind is BODY]
    assert len(set(found)) == 2


def test_the_office_of_a_person_is_not_the_person() -> None:
    office, person = names_of("Petra Vogels Büro schwieg. Vogels Büro erklärte es. Petra Vogel kam.")[-2:]
    assert (office.kind, person.kind) == (BODY, PERSON)
    assert office.key != person.key


def test_a_spokesperson_without_a_name_speaks_the_word_of_the_body() -> None:
    text = "Das lettische Außenministerium schwieg. Ein Sprecher des lettischen Außenministeriums sagte nichts."
    ministry, spoke = names_of(text)
    assert ministry.key == spoke.key == "body:LV:ministry_foreign"
    assert spoke.role == "Sprecher"


def test_a_spokesperson_with_a_name_is_a_person() -> None:
    (name,) = names_of("Der Sprecher des lettischen Außenministeriums, Janis Ozols, schwieg.")[:1]
    assert (name.kind, name.label, name.role) == (PERSON, "Janis Ozols", "Sprecher")
    assert name.country == "LV"


def test_a_government_and_its_country_are_one_source_of_kind_country() -> None:
    (source,) = sources_of("doc", names_of("Minsk schweigt. Die belarussische Regierung schweigt auch."))
    assert (source.kind, source.name, source.variants) == (COUNTRY, "Belarus", ("Minsk", "belarussische Regierung"))


def test_the_label_of_a_group_is_the_same_in_every_case_and_place() -> None:
    text = "Anonyme Quellen schweigen. Das war von anonymen Quellen zu hören. Man sprach mit Reportern. Reporter kamen."
    assert sorted({name.label for name in names_of(text)}) == ["Reporter", "anonyme Quellen"]


def test_the_label_of_a_description_stands_in_the_nominative() -> None:
    labels = [
        name.label for name in names_of("Er traf den Chef beim lettischen Geheimdienst und von der lettischen Armee.")
    ]
    assert "lettischer Geheimdienst" in labels
    assert "lettische Armee" in labels


def test_joined_bodies_share_their_country() -> None:
    names = names_of("Das sind die Worte der lettischen Regierung, des Militärs und der Polizei.")
    assert [name.country for name in names] == ["LV", "LV", "LV"]
    assert names[1].key == "body:LV:military"


def test_the_usual_name_of_a_capital_is_that_of_its_country() -> None:
    (name,) = names_of("Minsk widerspricht.")
    assert (name.label, name.usual, name.country) == ("Minsk", "Belarus", "BY")


def test_names_do_not_overlap_and_are_sorted() -> None:
    text = "Der Chef des lettischen Geheimdienstes (LGD), Janis Ozols, sagte CNN, Minsk wolle mit Litauen reden."
    names = names_of(text)
    check_spans(tuple(name.span for name in names), "names")
    assert all(left.span < right.span for left, right in itertools.pairwise(names))


WORDS = (
    *("Der", "die", "lettische", "Präsident", "Janis", "Ozols", ",", "Chef", "des", "Geheimdienstes", "(", "NIS", ")"),
    *("sagte", "CNN", ".", "„", "Spiegel", "“", "von", "Minsk", "und", "Quellen", "in", "Kiew", "für", "GmbH"),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_names_of_any_text_lie_inside_it_and_do_not_overlap(chosen: list[str]) -> None:
    text = " ".join(chosen)
    names = names_of(text)
    check_spans(tuple(name.span for name in names), "names")
    assert all(name.span.end <= len(text) and name.key and name.label for name in names)
