"""Time expressions on the development half of KRAUTS: TempEval-3's measures."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from evals.reading import divided, document_of
from evals.scorers import read_lines, run_scorer, write_lines
from evals.yardstick import Yardstick
from quellenlage.languages.pack import load_pack
from quellenlage.model.document import Basis, Supplied
from quellenlage.steps.extract.dating import publication_date
from quellenlage.steps.extract.times import extract_times

_DATA = "krauts-dev"
_MEASURES = ("strict", "relaxed", "value", "dated")


def predictions(folder: Path) -> Iterator[dict[str, object]]:
    vocabulary = load_pack("de").times
    for row in read_lines(folder / "docs.jsonl"):
        text = (folder / "text" / f"{row['doc']}.txt").read_bytes().decode("utf-8")
        document = document_of(row["doc"], text, Supplied(published=row["dct"], basis=Basis.METADATA))
        published = publication_date(document, (), vocabulary=vocabulary, assumed=None)
        timing = extract_times(document, divided(document), vocabulary, published=published, surface="de")
        timexes = [
            {"begin": t.span.begin, "end": t.span.end, "type": str(t.kind), "value": t.value} for t in timing.times
        ]
        yield {"doc": row["doc"], "timexes": timexes}


def measure(shared: Path) -> dict[str, float]:
    data = shared / "data" / _DATA
    with tempfile.TemporaryDirectory() as folder:
        predicted = write_lines(Path(folder, "predicted.jsonl"), predictions(data))
        out = Path(folder, "scores.json")
        run_scorer(shared, "score_timex.py", data / "gold", predicted, "--json", out)
        scores = json.loads(out.read_text(encoding="utf-8"))
    return {f"{name} F1": scores[name]["f1"] for name in _MEASURES} | {"type accuracy": scores["type_accuracy"]}


TIMES = Yardstick("times", (_DATA,), measure)
