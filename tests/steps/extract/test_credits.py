from __future__ import annotations

import pytest

from quellenlage.languages.names import load_names
from quellenlage.model.document import Document, Passage, Role, Supplied
from quellenlage.model.marks import SourceKind
from quellenlage.model.span import Span
from quellenlage.reference import load_reference
from quellenlage.steps.extract.credits import extract_credits
from tests.records import at, document

NOTHING = Supplied()


def credited(*lines: tuple[str, Role], supplied: Supplied = NOTHING) -> list[tuple[str, str]]:
    """Words and key of each credit in a document of the given lines."""
    text = "\n".join(line for line, _ in lines)
    plain = document(text)
    doc = Document(plain.id, plain.name, text, "utf-8", plain.digest, "de", supplied)
    passages, begin = [], 0
    for line, role in lines:
        passages.append(Passage(Span(begin, begin + len(line)), role))
        begin += len(line) + 1
    found = extract_credits(doc, tuple(passages), load_names("de"), load_reference())
    return [(mark.span.of(text), mark.name.key) for mark in found]


@pytest.mark.parametrize(
    ("line", "role", "expected"),
    [
        ("Mit Material von dpa und AFP", Role.CREDIT, [("dpa", "agency:dpa"), ("AFP", "agency:afp")]),
        ("Quelle: Reuters", Role.CONTENT, [("Reuters", "agency:reuters")]),
        ("Quelle: Bild", Role.CREDIT, [("Bild", "outlet:bild")]),
        ("(AFP/Reuters)", Role.CREDIT, [("AFP", "agency:afp"), ("Reuters", "agency:reuters")]),
        ("• dpa", Role.CREDIT, [("dpa", "agency:dpa")]),
        ("edition.cnn.com", Role.CREDIT, [("edition.cnn.com", "outlet:cnn")]),
        ("Quelle: kuestenblick.example.org", Role.CREDIT,
         [("kuestenblick.example.org", "outlet:kuestenblick.example.org")]),
        ("RIGA (dpa) - Im Hafen brannte es.", Role.CONTENT, [("dpa", "agency:dpa")]),
        ("Riga/Wilna (AFP/Reuters) – Im Hafen brannte es.", Role.CONTENT,
         [("AFP", "agency:afp"), ("Reuters", "agency:reuters")]),
        ("CNN – Im Hafen brannte es.", Role.CONTENT, [("CNN", "outlet:cnn")]),
        ("Im Hafen brannte es. (dpa/lnw)", Role.CONTENT, [("dpa", "agency:dpa")]),
        ("Im Hafen brannte es. dpa/lnw", Role.CONTENT, [("dpa", "agency:dpa")]),
        ("© dpa", Role.CREDIT, [("dpa", "agency:dpa")]),
        ("Von Petra Vogel (Reuters)", Role.BYLINE, [("Reuters", "agency:reuters")]),
        ("Von Petra Bild", Role.BYLINE, []),
        ("Die Polnische Presseagentur", Role.CREDIT, [("Polnische Presseagentur", "agency:pap")]),
        ("Bildquelle: Getty Images", Role.CREDIT, []),
        ("Foto: dpa", Role.CREDIT, []),
        ("Ein Schiff (Quelle: t-online)", Role.CAPTION, []),
        ("Quellen zufolge berichtete CNN nichts.", Role.CONTENT, []),
        ("Riga – Im Hafen brannte es.", Role.CONTENT, []),
        ("Riga (eigener Bericht) - Im Hafen brannte es.", Role.CONTENT, []),
        ("Wie CNN berichtet, brannte es.", Role.CONTENT, []),
        ("Weitere Artikel von CNN", Role.NAVIGATION, []),
    ],
)  # fmt: skip
def test_credits_are_read_where_the_document_names_its_material(
    line: str, role: Role, expected: list[tuple[str, str]]
) -> None:
    assert credited((line, role)) == expected


def test_credits_under_a_heading_are_found_line_by_line() -> None:
    lines = (("Verwendete Quellen", Role.CREDIT), ("• Reuters", Role.CREDIT), ("• dpa", Role.CREDIT))
    assert credited(*lines) == [("Reuters", "agency:reuters"), ("dpa", "agency:dpa")]


def test_a_sign_of_copyright_under_a_caption_is_the_picture_s() -> None:
    assert credited(("Ein Schiff im Hafen", Role.CAPTION), ("© dpa", Role.CREDIT)) == []


def test_an_outlet_does_not_credit_itself() -> None:
    assert credited(("Quelle: t-online", Role.CREDIT), supplied=Supplied(outlet="t-online")) == []


def test_all_forms_of_a_credit_end_as_one_source() -> None:
    lines = (
        ("Quelle: CNN", Role.CREDIT),
        ("edition.cnn.com", Role.CREDIT),
        ("https://www.cnn.com/2024/x", Role.CREDIT),
    )
    assert {key for _, key in credited(*lines)} == {"outlet:cnn"}


def test_a_credit_is_a_name_with_the_usual_form() -> None:
    text = "Mit Material der Deutschen Presse-Agentur"
    doc = document(text)
    (mark,) = extract_credits(doc, (Passage(Span(0, len(text)), Role.CREDIT),), load_names("de"), load_reference())
    assert mark.span == mark.name.span == at(text, "Deutschen Presse-Agentur")
    assert (mark.name.kind, mark.name.usual, mark.name.country) == (SourceKind.AGENCY, "dpa", "DE")
