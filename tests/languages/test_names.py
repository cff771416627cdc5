from __future__ import annotations

import pytest

from quellenlage.languages.evidence import Support, load_evidence
from quellenlage.languages.names import NameVocabulary, RoleNoun, load_names
from quellenlage.model.marks import EvidenceKind


@pytest.fixture(scope="module")
def vocabulary() -> NameVocabulary:
    return load_names("de")


@pytest.mark.parametrize(
    ("word", "lemma", "sort", "weak"),
    [
        ("Geheimdienstes", "Geheimdienst", "intelligence", False),
        ("Auslandsgeheimdienst", "Auslandsgeheimdienst", "foreign_intelligence", False),
        ("Militärgeheimdienstes", "Militärgeheimdienst", "military_intelligence", False),
        ("Verteidigungsministeriums", "Verteidigungsministerium", "ministry_defence", False),
        ("Hafenministerium", "Hafenministerium", "ministry", False),
        ("Streitkräften", "Streitkraft", "military", False),
        ("Allianz", "Allianz", "association", True),
        ("Juni", "Juni", None, None),
        ("Hauptstadt", "Hauptstadt", None, None),
        ("Monat", "Monat", None, None),
        ("Schule", "Schule", None, None),
    ],
)
def test_head_nouns_name_a_class_of_bodies(
    vocabulary: NameVocabulary, word: str, lemma: str, sort: str | None, weak: bool | None
) -> None:
    head = vocabulary.body_head(word, lemma)
    assert (head.sort if head else None, head.is_weak if head else None) == (sort, weak)


@pytest.mark.parametrize(
    ("word", "lemma", "role"),
    [
        ("Präsidenten", "Präsident", RoleNoun("Präsident", "Präsident", "")),
        ("Kremlsprecher", "Kremlsprecher", RoleNoun("Kremlsprecher", "Sprecher", "Kreml")),
        ("Sprecherin", "Sprecherin", RoleNoun("Sprecher", "Sprecher", "")),
        ("US-Präsident", "US-Präsident", RoleNoun("US-Präsident", "Präsident", "US-")),
        ("Vorsitzenden", "Vorsitzende", RoleNoun("Vorsitzender", "Vorsitzender", "")),
        ("Sicherheitsbeamten", "Sicherheitsbeamte", RoleNoun("Sicherheitsbeamter", "Sicherheitsbeamter", "")),
        ("Fahrzeuge", "Fahrzeug", None),
        ("Premiere", "Premiere", None),
        ("Computer", "Computer", None),
    ],
)
def test_role_nouns_are_found_with_their_ends(
    vocabulary: NameVocabulary, word: str, lemma: str, role: RoleNoun | None
) -> None:
    assert vocabulary.role(word, lemma) == role


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Präsident", "Staatschef", True),
        ("Minister", "Verteidigungsminister", True),
        ("Verteidigungsminister", "Außenminister", False),
        ("Kanzler", "Regierungschef", True),
        ("Präsident", "Regierungschef", False),
        ("Sprecher", "Kremlsprecher", True),
        ("Parlamentspräsident", "Staatschef", False),
    ],
)
def test_offices_are_the_same_by_word_or_by_group(
    vocabulary: NameVocabulary, left: str, right: str, same: bool
) -> None:
    first, second = vocabulary.role(left, left), vocabulary.role(right, right)
    assert first is not None
    assert second is not None
    assert vocabulary.same_office(first, second) is vocabulary.same_office(second, first) is same


@pytest.mark.parametrize(
    ("word", "lemma", "group"),
    [
        ("Quellen", "Quelle", "Quelle"),
        ("Energiequellen", "Energiequelle", None),
        ("Militärexperten", "Militärexperte", "Militärexperte"),
        ("Landkreis", "Landkreis", None),
        ("Regierungskreisen", "Regierungskreis", "Regierungskreis"),
        ("Zeugen", "Zeuge", "Zeuge"),
        ("Fahrzeuges", "Fahrzeug", None),
    ],
)
def test_groups_speak_in_the_plural(vocabulary: NameVocabulary, word: str, lemma: str, group: str | None) -> None:
    assert vocabulary.group(word, lemma) == group


@pytest.mark.parametrize(
    ("adjective", "noun", "plural", "expected"),
    [
        ("lettischen", "Geheimdienst", False, "lettischer"),
        ("lettischen", "Ministerium", False, "lettisches"),
        ("lettischen", "Regierung", False, "lettische"),
        ("lettischen", "Quelle", True, "lettische"),
        ("Rigaer", "Polizei", False, "Rigaer"),
    ],
)
def test_adjectives_are_put_in_the_nominative(
    vocabulary: NameVocabulary, adjective: str, noun: str, plural: bool, expected: str
) -> None:
    assert vocabulary.nominative_adjective(adjective, noun, plural=plural) == expected


def test_a_genitive_ending_is_taken_off(vocabulary: NameVocabulary) -> None:
    assert vocabulary.without_genitive("Kiews") == "Kiew"
    assert vocabulary.without_genitive("Jones’") == "Jones"
    assert vocabulary.without_genitive("Kiew") is None


def test_a_vocabulary_is_compared_by_identity() -> None:
    assert load_names("de") is load_names("de")
    assert hash(load_names("de"))


@pytest.mark.parametrize(
    ("word", "lemma", "kind", "support"),
    [
        ("Handyvideos", "Handyvideo", EvidenceKind.VIDEO, Support.NONE),
        ("Luftaufnahmen", "Luftaufnahme", EvidenceKind.AERIAL_IMAGE, Support.NONE),
        ("Aufnahmen", "Aufnahme", EvidenceKind.VIDEO, Support.SHOWN),
        ("Aufnahme", "Aufnahme", None, None),
        ("Fragebogens", "Fragebogen", EvidenceKind.DOCUMENT, Support.SHOWN),
        ("Videobotschaft", "Videobotschaft", None, None),
    ],
)
def test_nouns_for_evidence_tell_the_kind_and_what_they_need(
    word: str, lemma: str, kind: EvidenceKind | None, support: Support | None
) -> None:
    noun = load_evidence("de").noun(word, lemma)
    assert (noun.kind if noun else None, noun.support if noun else None) == (kind, support)
