from __future__ import annotations

import pytest

from quellenlage.model.document import Role
from quellenlage.model.marks import EvidenceKind
from tests.steps.extract.name_tools import evidence_of, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ein Handyvideo zeigt den Brand.", [("Handyvideo", EvidenceKind.VIDEO)]),
        ("Sie sprach in einer Videobotschaft.", []),
        ("Fotos zeigen den Hafen.", [("Fotos", EvidenceKind.PHOTO)]),
        ("Bilder zeigen den Hafen.", [("Bilder", EvidenceKind.PHOTO)]),
        ("Er malt gern Bilder.", []),
        ("Satellitenaufnahmen zeigen den Hafen.", [("Satellitenaufnahmen", EvidenceKind.SATELLITE_IMAGE)]),
        ("Luftaufnahmen zeigen den Hafen.", [("Luftaufnahmen", EvidenceKind.AERIAL_IMAGE)]),
        ("Die Aufnahme in den Verein dauert.", []),
        ("Das geht aus einem Dokument hervor.", [("Dokument", EvidenceKind.DOCUMENT)]),
        ("Er unterschrieb den Vertrag.", []),
        ("Das ergab ein abgehörtes Telefonat.", [("Telefonat", EvidenceKind.INTERCEPT)]),
        ("Er führte ein Telefonat.", []),
        ("Das ergab die Gesichtserkennung.", [("Gesichtserkennung", EvidenceKind.FACE_RECOGNITION)]),
        ("Augenzeugen berichten von Rauch.", [("Augenzeugen", EvidenceKind.WITNESS)]),
        ("Weitere Fotos:", []),
        ("Das steht im Handelsregister.", [("Handelsregister", EvidenceKind.OFFICIAL_RECORD)]),
        ("Eine Quelle im Hafenamt bestätigt das.", [("Quelle", EvidenceKind.UNNAMED_PERSON)]),
        ("Die Quelle des Flusses ist klar.", []),
        ("Der Bericht des Hafenamts liegt vor.", []),
        ("Sehen Sie die Aufnahmen im Video oben.", []),
    ],
)
def test_evidence_is_of_the_kind_its_noun_names(text: str, expected: list[tuple[str, EvidenceKind]]) -> None:
    assert [(mark.span.of(text), mark.kind) for mark in evidence_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "supplied"),
    [
        ("Luftaufnahmen des NIS zeigen Schiffe.", "NIS"),
        ("Ein Video, das die lettische Küstenwache mit CNN geteilt hat, zeigt Schiffe.", "lettische Küstenwache"),
        ("Videos, die von lettischen Behörden veröffentlicht wurden, zeigen Schiffe.", "lettischen Behörden"),
        ("Die von der Küstenwache veröffentlichten Fotos zeigen Schiffe.", "Küstenwache"),
        ("Am Abend veröffentlichte die Küstenwache Fotos des Hafens.", "Küstenwache"),
        ("Der NIS legte ein abgehörtes Telefonat vor.", "NIS"),
        ("Das Video wurde von der Küstenwache verbreitet.", "Küstenwache"),
        ("Fotos des Hafens zeigen Schiffe.", None),
        ("In einer mit CNN geteilten Kopie des Schreibens steht das.", None),
    ],
)
def test_evidence_tells_who_supplied_it(text: str, supplied: str | None) -> None:
    assert words(text, evidence_of(text)[0].supplied_by) == supplied


@pytest.mark.parametrize(
    ("text", "checked", "method"),
    [
        ("Ein von CNN geolokalisiertes Video zeigt Schiffe.", "CNN", "geolokalisiert"),
        ("Ein im Netz verbreitetes und von Reuters verifiziertes Video zeigt Schiffe.", "Reuters", "verifiziert"),
        ("Reuters verifizierte das Video.", "Reuters", "verifizierte"),
        ("Das Video wurde von der Küstenwache verbreitet und von CNN geprüft.", "CNN", "geprüft"),
        ("CNN konnte das Video nicht überprüfen.", None, None),
        ("Das Video zeigt Schiffe.", None, None),
    ],
)
def test_evidence_tells_who_checked_it_and_how(text: str, checked: str | None, method: str | None) -> None:
    mark = evidence_of(text)[0]
    assert (words(text, mark.checked_by), mark.method) == (checked, method)


def test_a_copy_of_a_form_is_one_piece_of_evidence() -> None:
    text = "In einer mit CNN geteilten Kopie des Fragebogens steht das."
    assert [mark.span.of(text) for mark in evidence_of(text)] == ["Kopie"]


def test_captions_bring_no_evidence() -> None:
    assert evidence_of("Das Video zeigt Schiffe.", role=Role.CAPTION) == ()
