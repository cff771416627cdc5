"""Which text comes from which: on mechanical changes (synthetic) and on human paraphrase and translation."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from evals.reading import document_of
from evals.scorers import read_lines, run_scorer, write_lines
from evals.yardstick import Yardstick
from quellenlage.languages.pack import load_pack
from quellenlage.model.document import Supplied
from quellenlage.model.dossier import Derivation, DerivationKind
from quellenlage.model.options import Options
from quellenlage.pipeline import read_document
from quellenlage.reference import load_reference
from quellenlage.steps.link import link
from quellenlage.steps.trace import trace

# Below this share of the derived text only a passage was taken over, and the rest is a text of its own.
_WHOLE = 0.4
_SYNTHETIC, _PARAPHRASE = "derivation-de-synthetic", "derivation-de-paraphrase"


def derivations_of(folder: Path) -> list[dict[str, Any]]:
    """The derivations between the documents of a bench, as the scorer wants them."""
    rows = list(read_lines(folder / "docs.jsonl"))
    names: dict[str, str] = {}
    readings = []
    for row in rows:
        supplied = Supplied(row.get("title"), None, row.get("outlet"), row.get("published"), "de")
        document = document_of(row["id"], row["text"], supplied)
        names[document.id] = row["id"]
        readings.append(read_document(document, Options()))
    readings.sort(key=lambda reading: reading.document.id)
    linked = link(readings, packs={"de": load_pack("de")})
    traced = trace(readings, linked, reference=load_reference(), surface="de")
    texts = (d for d in traced.derivations if d.origin in names and d.kind is not DerivationKind.QUOTE)
    return [_row(found, names) for found in texts]


def _row(found: Derivation, names: dict[str, str]) -> dict[str, Any]:
    spans = [[*passage.derived, *passage.origin] for passage in found.passages]
    row: dict[str, Any] = {"child": names[found.derived], "parent": names[found.origin], "score": found.score}
    return row | {"spans": spans, "partial": found.directed and found.score < _WHOLE}


def _scores(shared: Path, bench: str, *options: str) -> dict[str, Any]:
    folder = shared / "data" / bench
    with tempfile.TemporaryDirectory() as scratch:
        predicted = write_lines(Path(scratch, "predicted.jsonl"), derivations_of(folder))
        return json.loads(run_scorer(shared, "score_derivation.py", folder, predicted, "--json", *options))


def _synthetic(shared: Path) -> dict[str, float]:
    scores = _scores(shared, _SYNTHETIC)
    alarms = scores["alarms_on_hard_negatives"]
    return {
        "edges F1": scores["edges"]["f1"],
        "embedded recall": scores["recall_by_transform"]["embed"][0],
        "no alarm on teasers": 1 - alarms["teaser"][0],
        "no alarm on same topic": 1 - alarms["same_topic"][0],
        "no alarm on shared quote": 1 - alarms["shared_quote"][0],
        "direction": scores["direction"]["accuracy"],
        "families with the right roots": scores["origins"]["family_count_exact"],
    }


def _paraphrase(shared: Path) -> dict[str, float]:
    scores = _scores(shared, _PARAPHRASE, "--undirected")
    return {
        "pairs F1": scores["edges"]["f1"],
        "no alarm on same story": 1 - scores["alarms_on_hard_negatives"]["same_story"][0],
        "no alarm on near story": 1 - scores["alarms_on_hard_negatives"]["near_story"][0],
    }


SYNTHETIC = Yardstick("derivations-synthetic", (_SYNTHETIC,), _synthetic)
PARAPHRASE = Yardstick("derivations-paraphrase", (_PARAPHRASE,), _paraphrase)
