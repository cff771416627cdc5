"""Who says what, on German Wikinews: joint, quote and speaker figures of the scorer."""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from evals.reading import divided, document_of, marked
from evals.scorers import run_scorer, write_lines
from evals.yardstick import Yardstick
from quellenlage.languages.pack import load_pack
from quellenlage.model.span import Span
from quellenlage.model.statement import Form, Statement
from quellenlage.steps.interpret import Words, interpret

_GOLD = "german-news-quotes/dev.jsonl.gz"
_TYPES = {
    Form.DIRECT: "Direct",
    Form.INDIRECT: "Indirect",
    Form.REPORTED: "Reported",
    Form.FREE_INDIRECT: "FreeIndirect",
}


def statements_of(name: str, text: str) -> tuple[Statement, ...]:
    """The statements of a clean German text."""
    pack, document = load_pack("de"), document_of(name, text)
    division = divided(document)
    words = Words.of(pack)
    return interpret(document, division, marked(document, division), words=words, outlet=None).statements


def prediction_of(name: str, statements: Iterable[Statement]) -> dict[str, object]:
    """What the scorer wants of one document; what the outlet says in its own voice is nobody's statement there."""
    return {"doc": name, "statements": [_row(s) for s in statements if s.form is not Form.OWN]}


def _row(statement: Statement) -> dict[str, object]:
    return {
        "type": _TYPES[statement.form],
        "quote": _pairs(statement.quote),
        "speaker": _pairs(statement.speaker),
        "cue": _pairs(statement.cue),
    }


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.begin, span.end] for span in spans]


def statements_of_gold(gold: Path) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    """The program's statements for every document of a gold file, by the document's name."""
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["documentName"], statements_of(row["documentName"], row["originalText"])


def measure(shared: Path) -> dict[str, float]:
    gold = shared / "data" / _GOLD
    with tempfile.TemporaryDirectory() as folder:
        rows = (prediction_of(name, statements) for name, statements in statements_of_gold(gold))
        predicted = write_lines(Path(folder, "predicted.jsonl"), rows)
        scores = Path(folder, "scores.json")
        run_scorer(shared, "score_attribution.py", gold, predicted, "--json", scores, "--quiet")
        return figures(json.loads(scores.read_text(encoding="utf-8")))


def figures(scores: dict[str, Any]) -> dict[str, float]:
    """The figures that count, out of all that the scorer writes."""
    everything = scores["all"]
    return {
        "quote match F1": everything["match"]["F1"],
        "quote match precision": everything["match"]["P"],
        "quote match recall": everything["match"]["R"],
        "joint hit F1": everything["joint_hit"]["F1"],
        "joint hit F1, direct": scores["Direct"]["joint_hit"]["F1"],
        "speaker right given the quote": scores["speaker_given_quote"]["all"]["accuracy"],
        "official joint F1": scores["official_full"]["joint"]["F1"],
    }


ATTRIBUTION = Yardstick("attribution", (_GOLD,), measure)
