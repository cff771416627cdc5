"""Documents about one event: B-cubed and pairwise F1 on three small sets of stories (a smoke test)."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from evals.reading import document_of
from evals.scorers import read_lines, run_scorer
from evals.yardstick import Yardstick
from quellenlage.languages.pack import load_pack
from quellenlage.model.document import Supplied
from quellenlage.model.options import Options
from quellenlage.model.statement import Reading
from quellenlage.pipeline import read_document
from quellenlage.steps.link import link

_FOLDER = "derivation-de-paraphrase"
_SETS = ("ar", "wmtp", "mixed")


def _readings(rows: dict[str, dict[str, str]], wanted: Iterator[str]) -> dict[str, Reading]:
    readings = {}
    for name in wanted:
        row = rows[name]
        supplied = Supplied(title=row.get("title"), language="de")
        readings[name] = read_document(document_of(name, row["text"], supplied), Options())
    return readings


def measure(shared: Path) -> dict[str, float]:
    folder = shared / "data" / _FOLDER
    rows = {row["id"]: row for row in read_lines(folder / "docs.jsonl")}
    figures = {}
    for name in _SETS:
        gold = folder / f"stories-{name}.tsv"
        wanted = [line.split("\t")[0] for line in gold.read_text(encoding="utf-8").split("\n") if line]
        readings = _readings(rows, iter(wanted))
        ordered = sorted(readings.values(), key=lambda reading: reading.document.id)
        linked = link(ordered, packs={"de": load_pack("de")})
        names = {reading.document.id: name for name, reading in readings.items()}
        labels = [(names[d], story.id) for story in linked.stories for d in story.documents]
        with tempfile.TemporaryDirectory() as scratch:
            predicted = Path(scratch, "predicted.tsv")
            predicted.write_text("".join(f"{doc}\t{label}\n" for doc, label in labels), encoding="utf-8")
            scores = json.loads(run_scorer(shared, "score_clusters.py", gold, predicted).splitlines()[-1])
        figures[f"{name}, B-cubed F1"] = scores["bcubed"]["f1"]
        figures[f"{name}, pairwise F1"] = scores["pairwise"]["f1"]
    return figures


CLUSTERS = Yardstick("stories", (_FOLDER,), measure)
