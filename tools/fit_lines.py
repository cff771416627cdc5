"""Fit the forests in `steps/clean/weights/` on pages whose lines are labelled, or measure them across publishers.

    python tools/fit_lines.py DATA            fit on everything and write the weights
    python tools/fit_lines.py DATA --measure  five folds by publisher: line F1, character F1, captions kept, headlines

DATA is the folder of the line data: `lines-*.jsonl`, one dump of a page a line,
`{"doc", "site", "lang", "dump", "lines": [{"text", "gap", "content", "kind"}]}`. Needs scikit-learn (fitting only).
The same data and the same version of scikit-learn give the same weights.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from quellenlage.languages.furniture import FurnitureVocabulary, load_furniture
from quellenlage.model.document import Document, Role
from quellenlage.steps import clean as clean_step
from quellenlage.steps.clean.features import FEATURES
from quellenlage.steps.clean.forest import BIAS, COLUMNS, Forest, build_forest
from quellenlage.steps.clean.marking import WORD_FEATURES
from quellenlage.steps.clean.sheet import Forests, tabulate_lines
from quellenlage.text.lines import Line, split_lines

WEIGHTS = Path(clean_step.__file__).parent / "weights"
FOLDS = 5
# How much a labelled line of each part counts: the German pages are reviewed, the full dumps hold ten times as many
# lines as the main ones and would drown them.
PARTS = {
    ("lines-de", "main"): 3.0,
    ("lines-de", "full"): 1.0,
    ("lines-web-de-sparse", "main"): 1.5,
    ("lines-en", "main"): 1.0,
    ("lines-en", "full"): 0.5,
    ("lines-other", "main"): 1.0,
    ("lines-other", "full"): 0.5,
}
WORDED = frozenset({"lines-de", "lines-web-de-sparse"})  # pages in a language with a vocabulary
CONTENT_TREES = {
    "max_iter": 130,
    "learning_rate": 0.09,
    "max_leaf_nodes": 12,
    "min_samples_leaf": 20,
    "max_features": 0.3,
}
TITLE_TREES = {"max_iter": 60, "learning_rate": 0.1, "max_leaf_nodes": 8, "min_samples_leaf": 10, "max_features": 0.4}
L2 = 5.0
VARIANT_WEIGHT = 0.3  # of a line in a bare variant; the variants are easy and would shift the balance of real pages
SHORTEST_ARTICLE = 4  # lines of content; a shorter page makes no variants
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ„\"«])")
HEAD = """# {purpose}
# Read by: quellenlage.steps.clean.forest. Made by tools/fit_lines.py; do not edit.
# Columns: {columns}. A leaf has no feature; the row "{bias}" is what every line starts with.
# Source: thresholds and weights fitted on labelled lines of public web pages; they hold no text. Licence: Apache-2.0.
"""
PURPOSES = {
    "shape": "Is a line part of the article? Judged by shape and place alone, in any language.",
    "words": "Is a line part of the article? Judged by shape, place and the marks of a furniture vocabulary.",
    "title": "Is a line the headline? Judged by shape and place alone, in any language.",
}

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Page:
    """One dump with its labels; `content` (1, 0, or -1 for unlabelled) and `title` stand beside the judged lines."""

    part: tuple[str, str]
    name: str
    fold: int
    gold: list[dict[str, object]]
    text: str
    lines: list[Line]
    owners: list[int]
    shape: Array
    words: Array | None
    content: NDArray[np.int8]
    title: NDArray[np.int8]


def report(line: str) -> None:
    """A line of the result."""
    sys.stdout.write(line + "\n")


def publisher(site: str) -> str:
    """The publisher of a site, so that "www.example.de" and "Example" fall into one fold."""
    name = re.sub(r"^www\.", "", site.casefold()).translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"}))
    if "." in name:
        parts = name.split(".")
        name = parts[-3] if len(parts) > 2 and parts[-2] in ("co", "com") else parts[-2]
    return re.sub(r"[^a-z]", "", name)


def read_pages(folder: Path, vocabulary: FurnitureVocabulary) -> Iterator[Page]:
    """All pages of the data with their features."""
    for source in sorted({name for name, _ in PARTS}):
        with (folder / f"{source}.jsonl").open(encoding="utf-8") as records:
            for record in map(json.loads, records):
                known = vocabulary if source in WORDED else None
                yield make_page(source, record, known)
                if record["dump"] == "main" and source != "lines-web-de-sparse":
                    yield from (make_page(source, variant, known) for variant in variants(record))


def variants(record: dict[str, object]) -> Iterator[dict[str, object]]:
    """What users also bring: the bare article, a short note, and one sentence a line, without anything around."""
    gold: list[dict[str, object]] = record["lines"]  # type: ignore[assignment]
    titles = [line for line in gold if line.get("kind") == "title"][:1]
    content = [line for line in gold if line["content"]]
    odd = zlib.crc32(str(record["doc"]).encode()) % 2
    if len(content) < SHORTEST_ARTICLE:
        return
    note = content[: 1 + odd + len(content) % 2]
    sentences = [
        {"text": sentence, "gap": odd, "content": True}
        for line in content[:4]
        for sentence in SENTENCE_END.split(str(line["text"]).strip())
    ]
    for name, lines in (
        ("bare", titles + content),
        ("note", [line | {"gap": 1 - odd} for line in titles + note]),
        ("sentences", (titles if odd else []) + sentences[: 2 + len(content) % 5]),
        ("one", note[:1]),
    ):
        yield record | {"doc": f"{record['doc']} {name}", "dump": name, "lines": lines}


def make_page(source: str, record: dict[str, object], vocabulary: FurnitureVocabulary | None) -> Page:
    """One page: its text put together again, split by the program, each line owned by a line of the gold."""
    gold: list[dict[str, object]] = record["lines"]  # type: ignore[assignment]
    text = "".join("\n" * (int(line["gap"]) + 1) + str(line["text"]) for line in gold)[1:]  # type: ignore[call-overload]
    ends = np.cumsum([int(line["gap"]) + 1 + len(str(line["text"])) for line in gold]) - 1  # type: ignore[call-overload]
    lines = list(split_lines(text))
    owners = [int(np.searchsorted(ends, line.span.begin, side="right")) for line in lines]
    labels = [gold[owner] for owner in owners]
    table = tabulate_lines(lines, vocabulary)
    judged = [labels[number] for number in table.judged]
    return Page(
        part=(source, str(record["dump"])),
        name=str(record["doc"]),
        fold=zlib.crc32(publisher(str(record["site"])).encode()) % FOLDS,
        gold=gold,
        text=text,
        lines=lines,
        owners=owners,
        shape=table.shape,
        words=table.words,
        content=np.array([{True: 1, False: 0, None: -1}[label["content"]] for label in judged], np.int8),  # type: ignore[index]
        title=np.array([label.get("kind") == "title" for label in judged], np.int8),
    )


def fit(
    rows: Sequence[Array], labels: Sequence[NDArray[np.int8]], weights: Sequence[float], trees: dict[str, float]
) -> list[str]:
    """Fit one forest; its table as lines of tab-separated cells."""
    x, y = np.concatenate(rows), np.concatenate(labels)
    weight = np.concatenate([np.full(len(label), w) for label, w in zip(labels, weights, strict=True)])
    known = y >= 0
    model = HistGradientBoostingClassifier(l2_regularization=L2, random_state=0, early_stopping=False, **trees)
    model.fit(x[known], y[known], sample_weight=weight[known])
    return list(tabulate(model))


def tabulate(model: HistGradientBoostingClassifier) -> Iterator[str]:
    """The rows of a fitted model; thresholds and values to six digits."""
    names = (*FEATURES, *WORD_FEATURES)
    yield "\t".join(("", "", BIAS, "", "", "", f"{model._baseline_prediction.item():.6g}"))
    for number, (predictor,) in enumerate(model._predictors):
        for place, node in enumerate(predictor.nodes):
            if node["is_leaf"]:
                cells = (number, place, "", "", "", "", f"{node['value']:.5g}")
            else:
                cells = (
                    number,
                    place,
                    names[node["feature_idx"]],
                    f"{node['num_threshold']:.6g}",
                    node["left"],
                    node["right"],
                    "",
                )
            yield "\t".join(map(str, cells))


def weight_of(page: Page) -> float:
    """How much a labelled line of the page counts in fitting."""
    return PARTS.get(page.part, VARIANT_WEIGHT)


def as_forest(table: Sequence[str], name: str) -> Forest:
    """The forest that a table stands for."""
    return build_forest(tuple(dict(zip(COLUMNS, row.split("\t"), strict=True)) for row in table), name)


def fit_all(pages: Sequence[Page]) -> dict[str, list[str]]:
    """The three tables fitted on `pages`."""
    weights = [weight_of(page) for page in pages]
    worded = [page for page in pages if page.words is not None]
    titled = [page for page in pages if page.title.any() or page.part[1] in ("sentences", "one")]
    return {
        "shape": fit([p.shape for p in pages], [p.content for p in pages], weights, CONTENT_TREES),
        "words": fit(
            [p.words for p in worded], [p.content for p in worded], [weight_of(p) for p in worded], CONTENT_TREES
        ),  # type: ignore[misc]
        "title": fit(
            [p.shape for p in titled],
            [p.title for p in titled],
            [1.0 if p.part in PARTS else VARIANT_WEIGHT for p in titled],
            TITLE_TREES,
        ),
    }


def measure(pages: Sequence[Page], vocabulary: FurnitureVocabulary) -> None:
    """Print how well pages of publishers unseen in fitting are cleaned."""
    totals: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    leaks: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for fold in range(FOLDS):
        tables = fit_all([page for page in pages if page.fold != fold])
        forests = Forests(**{name: as_forest(table, name) for name, table in tables.items()})
        for page in pages:
            if page.fold == fold:
                count_page(
                    page, forests, vocabulary if page.words is not None else None, totals[page.part], leaks[page.part]
                )
    for part, total in totals.items():
        line, char = f1(total, "line"), f1(total, "char")
        captions = total["caption kept"] / max(total["captions"], 1)
        titles = total["title right"] / max(total["titles"], 1)
        report(
            f"{part[0]:<20} {part[1]:<9} line F1 {line[0]:.3f} (P {line[1]:.3f} R {line[2]:.3f})  "
            f"char F1 {char[0]:.3f}  captions kept {captions:.2f}  headline {titles:.2f} of {total['titles']}  "
            f"wrong: {dict(leaks[part].most_common(8))}"
        )


def count_page(
    page: Page, forests: Forests, vocabulary: FurnitureVocabulary | None, total: Counter[str], leaks: Counter[str]
) -> None:
    """Add one page's outcome to the totals."""
    document = Document("doc-x", page.name, page.text, "utf-8", "0" * 64, "de")
    passages = clean_step.clean_with(document, vocabulary, forests)
    role_at = {offset: passage.role for passage in passages for offset in (passage.span.begin,)}
    kept: dict[int, bool] = {}
    for line, owner in zip(page.lines, page.owners, strict=True):
        kept.setdefault(owner, role_at.get(line.span.begin) is Role.CONTENT)
    for number, label in enumerate(page.gold):
        if label["content"] is None:
            continue
        outcome = ("true" if kept[number] == label["content"] else "false") + (" kept" if kept[number] else " left")
        total[f"line {outcome}"] += 1
        total[f"char {outcome}"] += len(str(label["text"]).strip())
        if label.get("kind") == "caption":
            total["captions"] += 1
            total["caption kept"] += kept[number]
        if kept[number] != label["content"]:
            leaks[str(label.get("kind"))] += 1
    if page.title.any():
        total["titles"] += 1
        begins = {passage.span.begin for passage in passages if passage.role is Role.TITLE}
        ends = {passage.span.end for passage in passages if passage.role is Role.TITLE}
        total["title right"] += any(
            line.span.begin in begins or line.span.end in ends
            for line, owner in zip(page.lines, page.owners, strict=True)
            if page.gold[owner].get("kind") == "title"
        )


def f1(total: Counter[str], unit: str) -> tuple[float, float, float]:
    """F1, precision and recall of what was kept."""
    kept = total[f"{unit} true kept"]
    precision = kept / max(kept + total[f"{unit} false kept"], 1)
    recall = kept / max(kept + total[f"{unit} false left"], 1)
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall


def main() -> None:
    """Fit or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--measure", action="store_true")
    arguments = parser.parse_args()
    vocabulary = load_furniture("de")
    pages = list(read_pages(arguments.data, vocabulary))
    if arguments.measure:
        measure(pages, vocabulary)
        return
    WEIGHTS.mkdir(exist_ok=True)
    for name, table in fit_all(pages).items():
        head = HEAD.format(purpose=PURPOSES[name], columns=", ".join(COLUMNS), bias=BIAS)
        (WEIGHTS / f"{name}.tsv").write_text(head + "\n".join(table) + "\n", encoding="utf-8")
        report(f"{name}: {len(table) - 1} nodes")


if __name__ == "__main__":
    main()
