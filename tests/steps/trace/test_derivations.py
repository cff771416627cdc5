from __future__ import annotations

import itertools

import pytest

from quellenlage.model.document import Basis
from quellenlage.model.dossier import Derivation, DerivationKind
from quellenlage.model.statement import Reading
from quellenlage.reference import load_reference
from quellenlage.steps.trace import trace
from tests.steps.trace.articles import FIRE, MARKET, REWRITTEN, SPORT, article, linked

TEXT = {DerivationKind.COPY, DerivationKind.REWRITE, DerivationKind.TRANSLATION, DerivationKind.SHARED_WIRE}


def _derivations(*readings: Reading, credited: dict[str, list[str]] | None = None) -> list[Derivation]:
    traced = trace(readings, linked(readings, credited=credited), reference=load_reference(), surface="de")
    return list(traced.derivations)


def _text(*readings: Reading, credited: dict[str, list[str]] | None = None) -> list[Derivation]:
    return [edge for edge in _derivations(*readings, credited=credited) if edge.kind in TEXT]


def test_a_later_copy_comes_from_the_earlier_text() -> None:
    first, second = article("b", FIRE, published="2024-05-01"), article("a", FIRE, published="2024-05-03")
    (edge,) = _text(first, second)
    assert (edge.origin, edge.derived, edge.kind, edge.directed) == ("doc-b", "doc-a", DerivationKind.COPY, True)
    assert edge.score == 1.0
    assert "erschien später" in edge.basis


def test_a_rewritten_text_is_found_although_no_sentence_is_the_same() -> None:
    (edge,) = _text(article("a", FIRE, published="2024-05-01"), article("b", REWRITTEN, published="2024-05-02"))
    assert edge.kind is DerivationKind.REWRITE
    assert edge.score > 0.8


def test_without_dates_and_credits_the_direction_stays_open() -> None:
    (edge,) = _text(article("a", FIRE), article("b", REWRITTEN))
    assert edge.kind is DerivationKind.SHARED_WIRE
    assert not edge.directed
    assert edge.origin == "doc-a"


def test_an_assumed_date_tells_nothing() -> None:
    readings = (
        article("a", FIRE, published="2024-05-01", basis=Basis.ASSUMED),
        article("b", FIRE, published="2024-05-03", basis=Basis.ASSUMED),
    )
    assert not _text(*readings)[0].directed


def test_a_credit_goes_before_the_date() -> None:
    first = article("a", FIRE, outlet="Tagblatt", published="2024-05-03")
    second = article("b", FIRE, outlet="Kurier", published="2024-05-01")
    (edge,) = _text(first, second, credited={"b": ["Tagblatt"]})
    assert (edge.origin, edge.derived) == ("doc-a", "doc-b")
    assert "Tagblatt" in edge.basis


def test_two_that_credit_one_agency_are_siblings_whatever_their_dates() -> None:
    readings = (article("a", FIRE, published="2024-05-01"), article("b", FIRE, published="2024-05-03"))
    found = _derivations(*readings, credited={"a": ["dpa"], "b": ["dpa"]})
    (edge,) = [edge for edge in found if edge.kind in TEXT]
    assert edge.kind is DerivationKind.SHARED_WIRE
    assert not edge.directed
    cites = [(edge.origin, edge.derived) for edge in found if edge.kind is DerivationKind.CITES]
    assert cites == [("src-dpa", "doc-a"), ("src-dpa", "doc-b")]


def test_what_lies_in_a_longer_text_is_taken_to_be_cut_from_it() -> None:
    short = "\n".join(FIRE.split("\n")[:2])
    (edge,) = _text(article("a", short), article("b", f"{FIRE}\n{SPORT}\n{MARKET}"))
    assert (edge.origin, edge.derived, edge.directed) == ("doc-b", "doc-a", True)
    assert "nur vermutet" in edge.basis


def test_a_credit_alone_is_an_edge_from_a_text_not_seen() -> None:
    (edge,) = _derivations(article("a", FIRE), article("b", SPORT), credited={"a": ["Reuters"]})
    assert (edge.kind, edge.origin, edge.score, edge.passages) == (DerivationKind.CITES, "src-reuters", 1.0, ())


def test_a_credit_that_an_article_explains_makes_no_second_edge() -> None:
    readings = (article("a", FIRE, outlet="Kurier", published="2024-05-01"), article("b", FIRE, published="2024-05-02"))
    assert [edge.kind for edge in _derivations(*readings, credited={"b": ["Kurier"]})] == [DerivationKind.COPY]


def test_an_outlet_that_credits_itself_says_nothing() -> None:
    assert _derivations(article("a", FIRE, outlet="Kurier"), article("b", SPORT), credited={"a": ["Kurier"]}) == []


def test_articles_on_other_matters_are_not_linked() -> None:
    assert _derivations(article("a", FIRE), article("b", SPORT), article("c", MARKET)) == []


def test_a_teaser_is_no_takeover() -> None:
    headline, opening = FIRE.split("\n")[:2]
    page = f"{SPORT}\nMehr zum Thema\n{headline}\n{opening[:60]} …\n{MARKET}"
    assert _text(article("a", FIRE), article("b", page, title=SPORT.split("\n")[0])) == []


def test_two_pages_that_tease_one_article_are_not_linked() -> None:
    headline, opening = FIRE.split("\n")[:2]
    teaser = f"{headline}\n{opening}"
    readings = [article("a", f"{SPORT}\n{teaser}"), article("b", f"{MARKET}\n{teaser}")]
    assert _text(*readings) == []


def test_a_shared_quotation_is_said_and_makes_no_text_of_two() -> None:
    speech = "„Wir haben alles versucht und werden weiter alles versuchen, um diese Häfen zu halten.“"
    readings = (article("a", f"{SPORT}\n{speech} So der Minister."), article("b", f"{MARKET}\n{speech} Das sagte er."))
    (edge,) = _derivations(*readings)
    assert edge.kind is DerivationKind.QUOTE
    assert not edge.directed
    (passage,) = edge.passages
    assert passage.origin.of(readings[0].document.text) == passage.derived.of(readings[1].document.text) == speech


def test_an_embedded_passage_is_shown_by_its_spans() -> None:
    taken = FIRE.split("\n")[2]
    host = f"{SPORT}\n{taken}\n{MARKET}"
    (edge,) = _text(article("a", FIRE, published="2024-05-01"), article("b", host, published="2024-05-02"))
    assert [passage.derived.of(host) for passage in edge.passages] == [taken]
    assert [passage.origin.of(FIRE) for passage in edge.passages] == [taken]
    assert edge.score < 0.5


ENGLISH = """Warehouse destroyed in Merow
A warehouse in the port of Merow burned down on Tuesday, fire chief Laura Kendrick said. 120 firefighters were on duty.
The building belonged to Brandt & Osei and held 3,400 tonnes of fertiliser. Police spokesman Daniel \
Achterberg ruled out arson.
Mayor Amara Lindqvist promised help for 60 families in Westquay. Terminal 4 stays closed, the Merow \
port authority said."""
GERMAN = """Lagerhaus in Merow zerstört
Im Hafen von Merow brannte am Dienstag ein Lagerhaus ab, sagte Feuerwehrchefin Laura Kendrick. 120 \
Feuerwehrleute löschten.
Das Gebäude gehörte Brandt & Osei, darin lagen 3.400 Tonnen Dünger. Polizeisprecher Daniel \
Achterberg schloss Brandstiftung aus.
Bürgermeisterin Amara Lindqvist versprach 60 Familien in Westquay Hilfe. Terminal 4 bleibt zu, so \
die Hafenbehörde von Merow."""


def test_a_translation_is_found_by_names_and_figures() -> None:
    readings = (
        article("a", ENGLISH, language="en", published="2024-05-01"),
        article("b", GERMAN, published="2024-05-02"),
        article("c", FIRE, published="2024-05-02"),
    )
    edges = _text(*readings)
    assert [(edge.origin, edge.derived, edge.kind) for edge in edges] == [
        ("doc-a", "doc-b", DerivationKind.TRANSLATION)
    ]


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[::5])
def test_the_order_of_the_readings_changes_nothing(order: tuple[int, ...]) -> None:
    readings = [
        article("a", FIRE, published="2024-05-01", outlet="Kurier"),
        article("b", REWRITTEN),
        article("c", f"{SPORT}\n{FIRE}", published="2024-05-02"),
        article("d", SPORT, published="2024-05-02"),
    ]
    credited = {"b": ["dpa"], "c": ["Kurier", "dpa"]}
    assert _derivations(*[readings[n] for n in order], credited=credited) == _derivations(*readings, credited=credited)


def test_spans_lie_in_the_texts_they_point_into() -> None:
    readings = {
        r.document.id: r for r in (article("a", FIRE), article("b", REWRITTEN), article("c", f"{FIRE}\n{SPORT}"))
    }
    for edge in _text(*readings.values()):
        for passage in edge.passages:
            assert passage.origin.end <= len(readings[edge.origin].document.text)
            assert passage.derived.end <= len(readings[edge.derived].document.text)
