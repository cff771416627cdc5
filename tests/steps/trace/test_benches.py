"""Derivations on the development benches: recall and alarms, held where they were measured."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from quellenlage.model.document import Basis, Document, Passage, Published, Role
from quellenlage.model.dossier import DerivationKind
from quellenlage.model.span import Span
from quellenlage.model.statement import Reading
from quellenlage.model.tokens import Division
from quellenlage.reference import load_reference
from quellenlage.steps.trace import trace
from quellenlage.text.shingles import fold
from tests.shared_data import SHARED, needs_shared
from tests.steps.trace.articles import linked

pytestmark = needs_shared
NOT_TEXT = {DerivationKind.QUOTE, DerivationKind.CITES}


def _rows(bench: str, name: str) -> Iterator[dict[str, Any]]:
    assert SHARED is not None
    path: Path = SHARED / "data" / bench / f"{name}.jsonl"
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _reading(row: dict[str, Any]) -> Reading:
    """A document of a bench with every line as content, the one that is its headline as title."""
    text, title, passages, begin = row["text"], row["title"], list[Passage](), 0
    for line in text.split("\n"):
        if line.strip():
            known = any(passage.role is Role.TITLE for passage in passages)
            role = Role.TITLE if fold(line) == fold(title) and not known else Role.CONTENT
            passages.append(Passage(Span(begin, begin + len(line)), role))
        begin += len(line) + 1
    published = None
    if row["published"]:
        moment = datetime.fromisoformat(row["published"])
        published = Published(moment.isoformat(), (moment + timedelta(minutes=1)).isoformat(), Basis.METADATA)
    document = Document(row["id"], row["id"], text, "utf-8", "0" * 64, "de")
    division = Division((), (), "none")
    return Reading(
        document, tuple(passages), title, row["outlet"], published, division, (), (), (), (), (), (), ()
    )  # fmt: skip


@cache
def _found(bench: str) -> frozenset[frozenset[str]]:
    readings = [_reading(row) for row in _rows(bench, "docs")]
    traced = trace(readings, linked(readings), reference=load_reference(), surface="de")
    return frozenset(frozenset((d.origin, d.derived)) for d in traced.derivations if d.kind not in NOT_TEXT)


def _lineages(gold: list[frozenset[str]]) -> dict[str, str]:
    """For each document one that stands for its family."""
    leader: dict[str, str] = {}

    def lead(document: str) -> str:
        while leader.setdefault(document, document) != document:
            document = leader[document]
        return document

    for left, right in gold:
        leader[lead(left)] = lead(right)
    return {document: lead(document) for document in list(leader)}


@pytest.mark.parametrize(("bench", "least"), [("derivation-de-synthetic", 0.99), ("derivation-de-paraphrase", 0.99)])
def test_planted_derivations_are_found_and_no_others(bench: str, least: float) -> None:
    gold = [frozenset((row["child"], row["parent"])) for row in _rows(bench, "gold_edges")]
    family = _lineages(gold)
    left_out = {frozenset((r["a"], r["b"])) for r in _rows(bench, "hard_negatives") if r["kind"] == "ignore"}
    found = _found(bench)
    right = len(found & set(gold))
    wrong = sum(
        family.get(left, left) != family.get(other, other)
        for left, other in map(sorted, found - left_out)
    )  # fmt: skip
    assert 2 * right / (2 * right + wrong + len(gold) - right) >= least


@pytest.mark.parametrize(
    ("bench", "kind", "most"),
    [
        ("derivation-de-synthetic", "teaser", 0.01),
        ("derivation-de-synthetic", "same_topic", 0.01),
        ("derivation-de-synthetic", "same_boilerplate", 0.0),
        ("derivation-de-synthetic", "shared_quote", 0.05),
        ("derivation-de-paraphrase", "same_story", 0.05),
        ("derivation-de-paraphrase", "near_story", 0.0),
    ],
)
def test_hard_negatives_raise_few_alarms(bench: str, kind: str, most: float) -> None:
    pairs = [frozenset((row["a"], row["b"])) for row in _rows(bench, "hard_negatives") if row["kind"] == kind]
    assert sum(pair in _found(bench) for pair in pairs) <= most * len(pairs)


def test_embedded_passages_are_found() -> None:
    rows = [row for row in _rows("derivation-de-synthetic", "gold_edges") if row["transform"] == "embed"]
    found = _found("derivation-de-synthetic")
    assert sum(frozenset((row["child"], row["parent"])) in found for row in rows) >= 0.9 * len(rows)
