"""Which lines of a page dump are the article: line and character F1 on the development half.

The weights that ship were fitted on these pages, so the figures guard against a slide and are no promise; the honest
ones, five folds by publisher, come from `tools/fit_lines.py --measure` and stand in docs/figures.md.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.reading import document_of
from evals.scorers import read_lines, run_scorer, write_lines
from evals.yardstick import Yardstick
from quellenlage.languages.pack import load_pack
from quellenlage.model.document import Role, Supplied
from quellenlage.model.span import Span
from quellenlage.steps.clean import clean

_FOLDER = "line-boilerplate-dev"
_SETS = (
    ("German main", "lines-de.jsonl", "main"),
    ("German full", "lines-de.jsonl", "full"),
    ("sparse web", "lines-web-de-sparse.jsonl", "main"),
    ("English main", "lines-en.jsonl", "main"),
)
_SUMMARY = re.compile(r"line F1 (\S+) .*char F1 (\S+)")


def lines_kept(page: dict[str, Any]) -> list[bool]:
    """For each line of a page whether most of it lies in content passages."""
    text, spans = "", []
    for line in page["lines"]:
        text += "\n" * line["gap"] + line["text"] + "\n"
        spans.append((len(text) - 1 - len(line["text"]), len(text) - 1))
    language = page["lang"]
    vocabulary = load_pack("de").furniture if language == "de" else None
    passages = clean(document_of(page["doc"], text, Supplied(language=language)), vocabulary)
    content = [passage.span for passage in passages if passage.role is Role.CONTENT]
    return _covered(spans, content)


def _covered(lines: list[tuple[int, int]], content: list[Span]) -> list[bool]:
    kept, cursor = [], 0
    for begin, end in lines:
        while cursor < len(content) and content[cursor].end <= begin:
            cursor += 1
        shared, place = 0, cursor
        while place < len(content) and content[place].begin < end:
            shared += min(end, content[place].end) - max(begin, content[place].begin)
            place += 1
        kept.append(shared * 2 > end - begin)
    return kept


def _rows(gold: Path, dump: str) -> Iterator[dict[str, Any]]:
    for page in read_lines(gold):
        if page["dump"] == dump:
            yield {"doc": page["doc"], "keep": lines_kept(page)}


def measure(shared: Path) -> dict[str, float]:
    figures = {}
    for name, file, dump in _SETS:
        gold = shared / "data" / _FOLDER / file
        with tempfile.TemporaryDirectory() as folder:
            predicted = write_lines(Path(folder, "predicted.jsonl"), _rows(gold, dump))
            found = _SUMMARY.search(run_scorer(shared, "score_lines.py", gold, predicted, "--dump", dump))
        if found is None:
            raise RuntimeError("score_lines.py printed no summary")
        figures[f"{name}, line F1"] = float(found[1])
        figures[f"{name}, character F1"] = float(found[2])
    return figures


LINES = Yardstick("lines", (_FOLDER,), measure)
