"""Passages of whole documents: what a dump looks like, which role each line gets, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.languages.furniture import load_furniture
from quellenlage.model.document import Passage, Role
from quellenlage.steps.clean import clean, repeated_lines
from tests.records import document

GERMAN = load_furniture("de")

BODY = (
    "Der Stadtrat von Neuenfeld hat am Montag beschlossen, die alte Brücke über die Aller zu sperren. Der "
    "Bürgermeister sagte, ein Gutachten habe Risse in zwei Pfeilern gefunden, die schon im Frühjahr bekannt waren.",
    "Nach Angaben der Verwaltung fahren täglich rund 9.000 Autos über die Brücke. Sie sollen von Dienstag an über die "
    "Umgehungsstraße geleitet werden, die dafür eigens eine Ampel bekommt.",
    "Die Opposition kritisierte, dass der Rat erst jetzt unterrichtet worden sei. „Wir hätten das im Mai wissen "
    "müssen“, sagte die Fraktionschefin, die einen Untersuchungsausschuss nicht ausschließen wollte.",
    "Wie lange die Sperrung dauert, ist offen. Ein Sprecher des Landes erklärte, die Mittel für einen Neubau seien "
    "beantragt, über sie werde aber frühestens im Herbst entschieden.",
)


def lines_with_roles(
    text: str, *, words: bool = True, repeated: frozenset[str] = frozenset()
) -> list[tuple[str, Role]]:
    passages = clean(document(text), GERMAN if words else None, repeated=repeated)
    return [(passage.span.of(text), passage.role) for passage in passages]


def role_of(text: str, line: str, **options: bool) -> Role:
    return dict(lines_with_roles(text, **options))[line]


def page(*extra: str, at: int = 2) -> str:
    """A page with a headline, the body, and `extra` lines between its paragraphs or (at = 4) below them."""
    return "\n\n".join(("Neuenfeld sperrt die Brücke über die Aller", *BODY[:at], *extra, *BODY[at:])) + "\n"


@pytest.mark.parametrize("words", [True, False])
def test_a_bare_article_is_headline_and_content(words: bool) -> None:
    roles = [role for _, role in lines_with_roles(page(), words=words)]
    assert roles == [Role.TITLE, *[Role.CONTENT] * 4]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Anzeige", Role.ADVERT),
        ("Kurze Werbeeinblendung https://beispiel.example/angebot", Role.ADVERT),
        ("Siehe auch  Wie man ein „unverkäufliches“ Haus verkauft", Role.CROSSREF),
        ("Auch bei NEUBLATT: Warum die zweite Brücke nie gebaut wurde", Role.CROSSREF),
        ("Lesen Sie auch: Was der Umbau kostet", Role.CROSSREF),
        ("Foto: Anna Beispiel/dpa", Role.CREDIT),
        ("Bildquelle: © Agentur Muster", Role.CREDIT),
        ("Verstehen sich prächtig: Bürgermeister Erich Muster und Landrätin Petra Probe.", Role.CAPTION),
        ("Bürgermeister Erich Muster an der Brücke – fotografiert von einer Anwohnerin.", Role.CAPTION),
        ("Erich Muster (l.) im Gespräch mit Anwohnern", Role.CAPTION),
        ("Loading...", Role.NAVIGATION),
        ("ShoppingAnzeigen", Role.ADVERT),
        ("An dieser Stelle finden Sie einen externen Inhalt, den die Redaktion ausgewählt hat.", Role.OTHER),
        ("Was die Sperrung für Pendler heißt", Role.CONTENT),
    ],
)
def test_lines_between_paragraphs(line: str, role: Role) -> None:
    assert role_of(page(line), line) is role


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        (("Verwendete Quellen", "  • Reuters", "  • dpa"), [Role.CREDIT] * 3),
        (("Quelle/Referenz", "beispiel.example"), [Role.CREDIT] * 2),
        (("Mit Material von dpa",), [Role.CREDIT]),
        (("red, dpa/Reuters",), [Role.CREDIT]),
        (("Für Sie ausgewählt", "Neuer Radweg eröffnet"), [Role.CROSSREF] * 2),
        (("Schreibe einen Kommentar", "Deine E-Mail-Adresse wird nicht veröffentlicht."), [Role.COMMENT_FORM] * 2),
        (
            ("12 Kommentare", "Das hätte man doch längst wissen können, finde ich als Anwohner."),
            [Role.COMMENT_FORM] * 2,
        ),
    ],
)
def test_lines_below_the_article(lines: tuple[str, ...], roles: list[Role]) -> None:
    found = lines_with_roles(page(*lines, at=4))
    assert [role for _, role in found[5:]] == roles


def test_what_stands_above_the_article() -> None:
    text = "\n".join(
        (
            "Neuenfelder Bote - Nachrichten von hier",
            "HomePolitikRegional",
            "",
            "Stadtrat tagt bis Mitternacht",
            "Neuenfeld sperrt die Brücke über die Aller",
            "",
            "20.10.2024 - 10:27 UhrLesedauer: 1 Min.",
            "Von Erika Beispiel",
            "",
            *BODY,
        )
    )
    found = lines_with_roles(text)
    assert found[:7] == [
        ("Neuenfelder Bote - Nachrichten von hier", Role.NAVIGATION),
        ("HomePolitikRegional", Role.NAVIGATION),
        ("Stadtrat tagt bis Mitternacht", Role.OTHER),
        ("Neuenfeld sperrt die Brücke über die Aller", Role.TITLE),
        ("20.10.2024 - 10:27 Uhr", Role.DATE),
        ("Lesedauer: 1 Min.", Role.OTHER),
        ("Von Erika Beispiel", Role.BYLINE),
    ]


def test_a_breadcrumb_glued_to_the_headline_is_no_headline() -> None:
    text = "RegionalNeuenfeld sperrt die Brücke über die Aller\n\n" + page()
    found = lines_with_roles(text)
    assert [role for _, role in found[:2]] == [Role.NAVIGATION, Role.TITLE]


def test_a_menu_word_glued_to_the_only_headline_is_cut_off() -> None:
    found = lines_with_roles("Politik" + page())
    assert found[:2] == [("Politik", Role.NAVIGATION), ("Neuenfeld sperrt die Brücke über die Aller", Role.TITLE)]


@pytest.mark.parametrize(
    "menu",
    [
        "Allerbote  Stadt  Kreis  Sport  Abo",
        "Allerbote\tStadt\tKreis\tSport",
        "Allerbote | Stadt | Kreis | Sport",
        "Radio Aller – Programm – Wetter – Verkehr – Playlist",
    ],
)
@pytest.mark.parametrize("between", [(), ("Montag, 12. Mai 2025",), ("Von Rita Holt",)])
@pytest.mark.parametrize("title", ["Die Brücke ist zu", "Was nun?", "Neuenfeld: Stadt sperrt die alte Brücke"])
def test_below_a_menu_in_one_line_stands_the_headline(menu: str, between: tuple[str, ...], title: str) -> None:
    found = lines_with_roles("\n".join((menu, title, *between, *BODY)) + "\n")
    assert [line for line, role in found if role is Role.TITLE] == [title]


def test_a_short_agency_name_above_the_text_is_its_credit() -> None:
    text = "Neuenfeld sperrt die Brücke über die Aller\n\n\nCNN\n\n" + "\n\n".join(BODY)
    assert role_of(text, "CNN") is Role.CREDIT


def test_a_list_below_a_colon_stays_in_the_article() -> None:
    items = ("Gesperrt werden außerdem:", "• der Uferweg", "• die Auffahrt Nord", "• der alte Hafen")
    found = dict(lines_with_roles(page("\n".join(items))))
    assert {found[item] for item in items} == {Role.CONTENT}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Die Polizei bestätigte drei Tote.", [Role.CONTENT]),
        ("Laut Ministerium kamen 1.500 Soldaten an.\nEin Sprecher dementierte das.\n", [Role.CONTENT] * 2),
        ("Drei Tote bei Unfall\nAuf der A7 sind drei Menschen gestorben.\n", [Role.TITLE, Role.CONTENT]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_short_notes_are_content(text: str, roles: list[Role]) -> None:
    assert [role for _, role in lines_with_roles(text)] == roles


HOUSE = "Der Neuenfelder Bote berichtet seit 1890 jeden Tag aus der Stadt und dem Umland, unabhängig und nah."


def test_lines_of_the_house_are_no_content() -> None:
    other = "\n\n".join(
        ("Neuer Radweg eröffnet", "Am Sonntag wurde der Radweg am Fluss eröffnet, den viele erwartet hatten.", HOUSE)
    )
    repeated = repeated_lines([document(page(HOUSE, at=4)), document(other, name="b.txt")])
    assert len(repeated) == 1
    assert dict(lines_with_roles(page(HOUSE, at=4), repeated=repeated))[HOUSE] is not Role.CONTENT


def test_a_later_version_of_an_article_does_not_make_its_text_furniture() -> None:
    later = page("Nachtrag: Die Sperrung beginnt schon am Abend.", at=4)
    assert repeated_lines([document(page()), document(later, name="b.txt")]) == frozenset()


def assert_covers(text: str, passages: tuple[Passage, ...]) -> None:
    end = 0
    for passage in passages:
        assert passage.span.begin >= end
        assert text[end : passage.span.begin].strip() == ""
        assert passage.span.of(text) == passage.span.of(text).strip()
        end = passage.span.end
    assert text[end:].strip() == ""


PIECES = st.sampled_from(
    (
        *(
            "Siehe auch",
            "Foto: ",
            "UhrLesedauer",
            "20.10.2024",
            "HomePolitik",
            "Von Anna Muster ",
            "• ",
            "Kommentare",
            "© ",
            "CNN",
            "(l.)",
        ),
        *(
            "Er sagte das am Montag im Rat der Stadt, und alle hörten zu. ",
            "😀",
            "a\u0301",
            "\xad",
            "\u200b",
            "\ufeff",
            "\x00",
            "\xa0",
        ),
        *("\n", "\n\n", "\r\n", "\r", "\u2028", "\x85", "\t", " ", ".", ":", "„", "“", "https://a.example/b"),
    )
)


@pytest.mark.parametrize("vocabulary", [GERMAN, None], ids=["words", "shape"])
@settings(max_examples=150, deadline=None)
@given(text=st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=200)))
def test_passages_cover_any_text_in_order(vocabulary: object, text: str) -> None:
    assert_covers(text, clean(document(text), vocabulary))  # type: ignore[arg-type]


def test_the_same_text_gives_the_same_passages() -> None:
    assert clean(document(page()), GERMAN) == clean(document(page()), GERMAN)
