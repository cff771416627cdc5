from __future__ import annotations

import pytest

from quellenlage.languages.names import load_names
from quellenlage.languages.times import load_times
from quellenlage.model.document import Document, Passage, Role, Supplied
from quellenlage.model.marks import Masthead
from quellenlage.model.span import Span
from quellenlage.reference import load_reference
from quellenlage.steps.extract.masthead import find_masthead
from tests.records import document

NOTHING = Supplied()
BODY = ("Im Hafen von Riga brannte am Montag ein Schiff.", Role.CONTENT)


def masthead(*lines: tuple[str, Role], supplied: Supplied = NOTHING, with_pack: bool = True) -> Masthead:
    text = "\n".join(line for line, _ in lines)
    plain = document(text)
    doc = Document(plain.id, plain.name, text, "utf-8", plain.digest, "de", supplied)
    passages, begin = [], 0
    for line, role in lines:
        passages.append(Passage(Span(begin, begin + len(line)), role))
        begin += len(line) + 1
    return find_masthead(
        doc,
        tuple(passages),
        times=load_times("de") if with_pack else None,
        names=load_names("de") if with_pack else None,
        reference=load_reference(),
        assumed=None,
    )


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([("Brand", Role.TITLE), ("Schiff brennt im Hafen von Riga", Role.TITLE)], "Schiff brennt im Hafen von Riga"),
        ([("Schiff  brennt\tim Hafen", Role.TITLE)], "Schiff brennt im Hafen"),
        ([("Brand", Role.TITLE)], "Brand"),
        ([], None),
    ],
)
def test_the_title_is_the_headline(lines: list[tuple[str, Role]], title: str | None) -> None:
    assert masthead(*lines, BODY).title == title


def test_a_supplied_title_outranks_the_text() -> None:
    found = masthead(("Schiff brennt im Hafen", Role.TITLE), BODY, supplied=Supplied(title="Feuer in Riga"))
    assert found.title == "Feuer in Riga"


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        ([("t-online - Nachrichten für Deutschland", Role.NAVIGATION)], "t-online"),
        ([("Auch bei NIUS: Noch ein Brand", Role.CROSSREF)], "NIUS"),
        ([("© 2024 Süddeutsche Zeitung", Role.OTHER)], "Süddeutsche Zeitung"),
        ([("Feuer in Riga | n-tv", Role.NAVIGATION)], "n-tv"),
        ([("CNN", Role.CREDIT)], None),
        ([("Quelle: CNN", Role.CREDIT)], None),
        ([("Wie CNN berichtet, brannte es.", Role.CONTENT)], None),
        ([("Folgen Sie uns auf Facebook", Role.NAVIGATION)], None),
        ([("Auch bei NIUS: Brand", Role.CROSSREF), ("Auch bei CNN: Brand", Role.CROSSREF)], None),
        ([], None),
    ],
)
def test_the_outlet_is_found_only_where_the_page_speaks_for_itself(
    lines: list[tuple[str, Role]], outlet: str | None
) -> None:
    assert masthead(*lines, BODY).outlet == outlet


@pytest.mark.parametrize(
    ("supplied", "outlet"),
    [
        (Supplied(outlet="FAZ"), "Frankfurter Allgemeine Zeitung"),
        (Supplied(outlet="Küstenblick"), "Küstenblick"),
        (Supplied(url="https://www.spiegel.de/politik/x"), "Der Spiegel"),
        (Supplied(url="https://edition.cnn.com/2024/x"), "CNN"),
        (Supplied(url="https://www.kuestenblick.example/x"), "kuestenblick.example"),
        (Supplied(outlet="NIUS", url="https://www.spiegel.de/x"), "NIUS"),
    ],
)
def test_what_the_user_supplies_outranks_the_text(supplied: Supplied, outlet: str) -> None:
    assert masthead(("Auch bei NIUS: Brand", Role.CROSSREF), BODY, supplied=supplied).outlet == outlet


def test_a_document_without_a_pack_has_what_its_shape_tells() -> None:
    found = masthead(("Schiff brennt im Hafen", Role.TITLE), BODY, with_pack=False)
    assert (found.title, found.outlet) == ("Schiff brennt im Hafen", None)
