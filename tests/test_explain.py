"""What stands behind an id, in a dossier that holds records of every kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quellenlage.demo import demo_articles
from quellenlage.explain import explain
from quellenlage.pipeline import run_report
from quellenlage.steps.write import write_dossier


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo")
    with demo_articles() as articles:
        write_dossier(run_report([articles]).dossier, out, surface="en")
    return out


@pytest.mark.parametrize("kind", ["documents", "sources", "statements", "figures", "times", "claims", "findings"])
def test_every_kind_of_record_is_explained(folder: Path, kind: str) -> None:
    record = json.loads((folder / "dossier.json").read_text(encoding="utf-8"))[kind][0]
    explained = explain(record["id"], folder)
    assert (explained.kind, explained.record) == (kind, record)


def test_a_derivation_that_refers_to_a_document_names_both_ends(folder: Path) -> None:
    derivation = json.loads((folder / "dossier.json").read_text(encoding="utf-8"))["derivations"][0]
    both = f"derivations {derivation['from']} → {derivation['to']}"
    assert both in explain(derivation["to"], folder).referred_to_by
