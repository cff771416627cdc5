"""The five real articles: what a reader with a pencil would mark as one, and what not."""

from __future__ import annotations

from functools import cache

from quellenlage.languages.pack import load_pack
from quellenlage.model.comparing import Linked, Traced
from quellenlage.model.document import Document
from quellenlage.model.dossier import Claim, DerivationKind
from quellenlage.model.options import Options
from quellenlage.model.statement import Reading
from quellenlage.pipeline import read_document
from quellenlage.reference import load_reference
from quellenlage.steps.link import link
from quellenlage.steps.trace import trace
from tests.shared_data import SHARED, needs_shared

pytestmark = needs_shared


@cache
def _case() -> tuple[dict[str, Reading], Linked, Traced]:
    assert SHARED is not None
    readings = []
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        readings.append(read_document(Document(path.name[:3], path.name, text, "utf-8", "0" * 64, "de"), Options()))
    linked = link(readings, packs={"de": load_pack("de")})
    traced = trace(readings, linked, reference=load_reference(), surface="de")
    return {reading.document.id: reading for reading in readings}, linked, traced


def _claims_with(point: float) -> list[Claim]:
    """Claims of which a statement has a figure with that number."""
    readings, linked, traced = _case()
    with_it = {f.id for r in readings.values() for f in r.figures if f.point == point}
    said = {s.id for s in linked.statements if with_it & set(s.figures)}
    return [claim for claim in traced.claims if said & set(claim.statements)]


def _documents(claim: Claim) -> set[str]:
    _, linked, _ = _case()
    document_of = {s.id: s.document for s in linked.statements}
    return {document_of[key] for key in claim.statements}


def test_the_word_of_one_service_stands_behind_the_number_in_three_papers() -> None:
    (claim,) = _claims_with(1500)
    assert _documents(claim) == {"000", "001", "002"}
    assert claim.origins.outlets == 3
    assert claim.origins.primary == 1


def test_a_number_on_three_different_words_is_one_claim() -> None:
    (claim,) = [claim for claim in _claims_with(12000) if len(_documents(claim)) > 1]
    assert _documents(claim) == {"000", "001", "002"}
    assert claim.origins.primary >= 3


def test_sent_in_training_and_more_of_them_stay_apart() -> None:
    sent_later, in_training, of_all = _claims_with(3000), _claims_with(3500), _claims_with(11000)
    assert not {c.id for c in sent_later} & {c.id for c in in_training}
    assert {frozenset(_documents(claim)) for claim in of_all} == {frozenset({"001", "002"}), frozenset({"003"})}


def test_names_in_several_spellings_are_one_source_each() -> None:
    _, linked, _ = _case()
    variants = [set(source.variants) for source in linked.sources]
    assert any({"Wolodymyr Selenskyj", "Volodymyr Zelensky"} <= names for names in variants)
    assert any({"Kyrylo Budanov", "Kyrylo Budanow"} <= names for names in variants)
    assert not any({"Kim Jong Un", "Kim Yong-hyun"} <= names for names in variants)


def test_exactly_one_pair_of_texts_is_linked() -> None:
    readings, _, traced = _case()
    text = [d for d in traced.derivations if d.origin in readings and d.kind is not DerivationKind.QUOTE]
    (edge,) = text
    assert {edge.origin, edge.derived} == {"000", "004"}
    shown = [passage.derived.of(readings[edge.derived].document.text) for passage in edge.passages]
    assert not any("E-Mail-Adresse" in words or "Kommentar" in words for words in shown)


def test_each_statement_stands_in_exactly_one_claim() -> None:
    _, linked, traced = _case()
    assert sorted(key for claim in traced.claims for key in claim.statements) == sorted(s.id for s in linked.statements)
