from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from quellenlage.model.comparing import Linked
from quellenlage.model.document import Credit
from quellenlage.model.marks import EvidenceKind, SourceKind
from quellenlage.model.span import Span
from quellenlage.model.statement import Evidence, Reading, Source
from quellenlage.steps.link import link
from quellenlage.steps.link.persons import Person, same_persons
from tests.records import document, reading
from tests.steps.link.told import body, packs, person, told

TEXT = "Der Rat der Insel Rood berät heute über die neue Fähre nach Tell und ihre Kosten."


def _doc(name: str, *sources: Source, text: str = TEXT) -> Reading:
    """A document of that name with its own copies of the sources."""
    doc = replace(document(text, name=f"{name}.txt"), id=f"doc-{name}")
    return reading(doc, sources=tuple(replace(s, id=f"{s.id}-{name}") for s in sources))


def _link(*readings: Reading) -> Linked:
    return link(readings, packs=packs())  # type: ignore[arg-type]


def _names(found: Linked) -> list[tuple[str, ...]]:
    return sorted(source.variants for source in found.sources)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Wolodymyr Selenskyj", "Volodymyr Zelensky", True),
        ("Kyrylo Budanow", "Kyrylo Budanov", True),
        ("Kim Jong Un", "Kim Yong-hyun", False),
        ("Anna Berg", "Anne Burg", False),
        ("George Bush", "George W. Bush", True),
        ("Hans Meier", "Klaus Meier", False),
        ("I. Brandt", "Ilse Brandt", True),
        ("Viktor Orbán", "Orbán Viktor", True),
    ],
)
def test_full_names_are_one_by_what_their_words_say(left: str, right: str, same: bool) -> None:
    found = _link(_doc("a", person(left)), _doc("b", person(right)))
    assert (len(found.sources) == 1) is same


def test_another_country_parts_the_same_name() -> None:
    found = _link(
        _doc("a", person("Anna Berg", key="person:1", country="DE")), _doc("b", person("Anna Berg", country="SE"))
    )
    assert len(found.sources) == 2


def test_a_surname_joins_the_only_full_name_of_its_story() -> None:
    found = _link(_doc("a", person("Ilse Brandt")), _doc("b", person("Brandt")))
    assert _names(found) == [("Brandt", "Ilse Brandt")]
    assert found.sources[0].name == "Ilse Brandt"


def test_a_surname_that_fits_two_stays_by_itself() -> None:
    found = _link(_doc("a", person("Ilse Brandt")), _doc("b", person("Max Brandt")), _doc("c", person("Brandt")))
    assert len(found.sources) == 3


def test_a_surname_in_another_story_stays_by_itself() -> None:
    elsewhere = "Im Zirkus Kalanag zeigte gestern Abend der Clown Pepe seine Nummer mit Ziegen und Zylinder."
    found = _link(_doc("a", person("Ilse Brandt")), _doc("b", person("Brandt"), text=elsewhere))
    assert len(found.sources) == 2


def test_an_ambiguous_short_name_makes_no_bridge() -> None:
    names = ["George Walker Bush", "George Herbert Bush", "George Bush"]
    persons = [Person(f"person:{name}", name, None, frozenset({"s"})) for name in names]
    for order in itertools.permutations(persons):
        assert [[p.name for p in group] for group in same_persons(order)] == [[name] for name in sorted(names)]


def test_equal_keys_are_one_and_countries_speak_for_themselves() -> None:
    service = body("südkoreanischer Geheimdienst", "body:KR:intelligence", country="KR")
    agency = body("NIS", "body:KR:intelligence", country="KR")
    assert len(_link(_doc("a", service), _doc("b", agency)).sources) == 1


@pytest.mark.parametrize(("country", "count"), [(None, 1), ("KR", 1), ("US", 2)])
def test_an_acronym_joins_bodies_unless_a_country_speaks_against_it(country: str | None, count: int) -> None:
    known = body("südkoreanischer Geheimdienst", "body:KR:intelligence", country="KR", variants=["NIS"])
    bare = body("NIS", "body::nis", country=country)
    assert len(_link(_doc("a", known), _doc("b", bare)).sources) == count


def test_a_common_noun_joins_no_bodies() -> None:
    left = body("Geheimdienst", "body:KR:intelligence", country="KR")
    right = body("Geheimdienst", "body:UA:intelligence", country="UA")
    assert len(_link(_doc("a", left), _doc("b", right)).sources) == 2


def test_a_medium_is_one_whether_called_agency_or_outlet() -> None:
    agency = Source("src-1", "Kolf", SourceKind.AGENCY, ("Kolf",), (), "agency:kolf")
    outlet = Source("src-2", "Kolf", SourceKind.OUTLET, ("Kolf",), (), "outlet:kolf")
    assert len(_link(_doc("a", agency), _doc("b", outlet)).sources) == 1


def test_unnamed_parties_of_two_documents_are_two() -> None:
    party = Source("src-1", "anonyme Quellen", SourceKind.UNNAMED, ("anonyme Quellen",), (), "unnamed:quelle")
    assert len(_link(_doc("a", party), _doc("b", party)).sources) == 2


def test_the_outlet_of_a_document_is_a_source_even_if_it_was_not_read() -> None:
    found = _link(replace(_doc("a"), outlet="Kurier"), replace(_doc("b"), outlet="Kurier"), _doc("c"))
    assert len(found.sources) == 1
    assert found.outlets == {"doc-a": found.sources[0].id, "doc-b": found.sources[0].id}


def test_statements_chains_evidence_and_credits_name_linked_sources() -> None:
    first = told("a", "Das Land liefert Waffen an die Rebellen.", source=person("Ilse Brandt"))
    second = told("b", "Das Land liefert Waffen an die Rebellen.", source=person("Brandt"))
    own = second.sources[0].id
    evidence = Evidence(EvidenceKind.VIDEO, Span(0, 3), supplied_by=own, checked_by=own)
    said = replace(second.statements[0], evidence=(evidence,))
    second = replace(second, statements=(said,), credits=(Credit(own, Span(0, 3)),))
    found = _link(first, second)
    (linked_id,) = {source.id for source in found.sources}
    for statement in found.statements:
        assert statement.source == linked_id
        assert statement.chain == (linked_id,)
    assert found.statements[1].evidence[0].supplied_by == found.statements[1].evidence[0].checked_by == linked_id
    assert found.credits["doc-b"][0].source == linked_id


def test_the_order_of_the_readings_changes_nothing() -> None:
    names = ["Ilse Brandt", "Brandt", "Wolodymyr Selenskyj", "Zelensky", "Volodymyr Zelensky", "I. Brandt"]
    readings = [_doc(f"{number}", person(name)) for number, name in enumerate(names)]
    expected = _link(*readings)
    assert len(expected.sources) == 2
    for order in list(itertools.permutations(readings))[::90]:
        assert _link(*order) == expected
