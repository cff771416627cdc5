"""Records refuse impossible values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quellenlage.model.document import Basis, Document, Passage, Published, Role, check_passages
from quellenlage.model.dossier import Claim, Derivation, DerivationKind, Origins, TimelineEntry
from quellenlage.model.errors import InvalidRecord
from quellenlage.model.options import Options
from quellenlage.model.span import Span
from quellenlage.model.statement import Certainty
from tests import records


@pytest.mark.parametrize(
    ("earliest", "latest"),
    [
        ("2024-10-21", "2024-10-20"),
        ("2024-10-20", "2024-10-20"),
        ("2024-02-30", "2024-03-01"),
        ("gestern", "2024-01-01"),
    ],
)
def test_published_refuses_what_is_no_interval(earliest: str, latest: str) -> None:
    with pytest.raises(InvalidRecord):
        Published(earliest, latest, Basis.STATED)


def test_published_takes_days_and_moments() -> None:
    assert Published("2024-02-29", "2024-03-01", Basis.STATED)
    assert Published("2024-10-20T10:27", "2024-10-20T10:28", Basis.FEED)
    assert Published("2024-10-20T10:27+02:00", "2024-10-21", Basis.FEED)


@pytest.mark.parametrize(
    "changes",
    [
        {"low": 5.0, "high": 4.0},
        {"low": 1600.0},
        {"high": float("nan")},
        {"number": Span(0, 1)},
        {"high": float("inf")},
    ],
)
def test_figure_refuses_bounds_out_of_order(changes: dict[str, object]) -> None:
    doc = records.document("Rund 1.500 Menschen kamen.")
    good = records.figure(doc, "1.500", 1500.0)
    with pytest.raises(InvalidRecord):
        replace(good, **changes)  # type: ignore[arg-type]


def test_statement_hedges_go_with_its_certainty() -> None:
    doc = records.document("Das Werk könnte schließen, sagte Adler.")
    with pytest.raises(InvalidRecord):
        records.statement(doc, "Das Werk könnte schließen", certainty=Certainty.HEDGED)
    hedged = records.statement(doc, "Das Werk könnte schließen", hedges=(records.at(doc.text, "könnte"),))
    assert hedged.certainty is Certainty.HEDGED


def test_statement_needs_a_quote() -> None:
    doc = records.document("Das Werk schließt.")
    with pytest.raises(InvalidRecord):
        replace(records.statement(doc, "Das Werk schließt"), quote=())


def test_document_needs_a_name() -> None:
    with pytest.raises(InvalidRecord):
        Document("doc-1", "", "text", "utf-8", "0", "de")


def test_passages_do_not_overlap() -> None:
    with pytest.raises(InvalidRecord):
        check_passages((Passage(Span(0, 5), Role.TITLE), Passage(Span(4, 9), Role.CONTENT)))


def test_claim_needs_statements() -> None:
    with pytest.raises(InvalidRecord):
        Claim("clm-1", "…", (), Origins(0, 0, 0, 0, ()))


def test_origins_are_not_negative() -> None:
    with pytest.raises(InvalidRecord):
        Origins(1, 1, -1, 0, ())


@pytest.mark.parametrize("changes", [{"derived": "doc-a"}, {"score": 1.2}, {"score": -0.1}])
def test_derivation_refuses_loops_and_scores_outside_the_range(changes: dict[str, object]) -> None:
    good = Derivation("der-1", "doc-a", "doc-b", DerivationKind.COPY, True, 0.9, (), "…")
    with pytest.raises(InvalidRecord):
        replace(good, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(("claim", "statement"), [(None, None), ("clm-1", "stm-1")])
def test_timeline_entry_is_about_one_thing(claim: str | None, statement: str | None) -> None:
    with pytest.raises(InvalidRecord):
        TimelineEntry("2024-10-20", "2024-10-21", claim, statement, "published")


def test_options_name_what_is_wrong() -> None:
    with pytest.raises(LookupError, match="fr"):
        Options(surface="fr")
    with pytest.raises(InvalidRecord, match="published"):
        Options(published="gestern")
    assert Options(published="2024-10-20").changed() == {"published": "2024-10-20"}
    assert Options().changed() == {}
