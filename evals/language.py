"""The language base on Universal Dependencies: sentence boundaries and tokens from raw text, and the Konjunktiv."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.reading import document_of
from evals.yardstick import Yardstick
from quellenlage.languages.pack import load_pack
from quellenlage.model.document import Passage, Role
from quellenlage.model.span import Span
from quellenlage.model.tokens import Division
from quellenlage.steps.divide import divide

_GSD, _PUD = "ud-german/gsd-test.conllu.xz", "ud-german/pud.conllu.xz"
_PARAGRAPH = 10  # sentences that are put to the splitter as one stretch of text


@dataclass(frozen=True, slots=True)
class Gold:
    """Gold sentences strung together as one text: spans of sentences and tokens, and of verbs in the subjunctive."""

    text: str
    sentences: tuple[Span, ...]
    tokens: tuple[Span, ...]
    subjunctives: frozenset[Span]


def gold_texts(path: Path) -> Iterator[Gold]:
    """The treebank as stretches of text of ten sentences."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        blocks = [block.splitlines() for block in file.read().split("\n\n") if block.strip()]
    for first in range(0, len(blocks), _PARAGRAPH):
        yield _gold(blocks[first : first + _PARAGRAPH])


def _gold(blocks: list[list[str]]) -> Gold:
    text = ""
    sentences: list[Span] = []
    tokens: list[Span] = []
    subjunctives: set[Span] = set()
    for block in blocks:
        raw = next(line.removeprefix("# text = ") for line in block if line.startswith("# text = "))
        base, place, inside = len(text), 0, 0
        for cells in (line.split("\t") for line in block if line[:1].isdigit()):
            number, form = cells[0], cells[1]
            if "-" in number:
                inside = int(number.split("-")[1])
            elif "." in number or int(number) <= inside:
                continue
            place = raw.index(form, place)
            span = Span(base + place, base + place + len(form))
            place += len(form)
            tokens.append(span)
            if "Mood=Sub" in cells[5]:
                subjunctives.add(span)
        sentences.append(Span(base, base + len(raw)))
        text += raw + " "
    return Gold(text, tuple(sentences), tuple(tokens), frozenset(subjunctives))


def _divided(gold: Gold) -> Division:
    pack, document = load_pack("de"), document_of("gold", gold.text)
    passage = Passage(Span(0, len(gold.text.rstrip())), Role.CONTENT)
    return divide(document, (passage,), segmentation=pack.segmentation, verbs=pack.verbs)


def f1(right: int, found: int, gold: int) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * right / (found + gold) if found + gold else 0.0


def _segmentation(shared: Path) -> dict[str, float]:
    figures = {}
    for name, path in (("GSD test", _GSD), ("PUD", _PUD)):
        counts = [0] * 6
        for gold in gold_texts(shared / "data" / path):
            division = _divided(gold)
            sentences = {s.span for s in division.sentences}
            tokens = {t.span for s in division.sentences for t in s.tokens}
            found = (sentences & set(gold.sentences), sentences, gold.sentences)
            found += (tokens & set(gold.tokens), tokens, gold.tokens)
            counts = [count + len(part) for count, part in zip(counts, found, strict=True)]
        figures[f"{name}, sentences F1"] = f1(*counts[:3])
        figures[f"{name}, tokens F1"] = f1(*counts[3:])
    return figures


def _konjunktiv(shared: Path) -> dict[str, float]:
    right = found = wanted = 0
    for gold in gold_texts(shared / "data" / _GSD):
        ours = {t.span for s in _divided(gold).sentences for t in s.tokens if t.subjunctive}
        right, found, wanted = right + len(ours & gold.subjunctives), found + len(ours), wanted + len(gold.subjunctives)
    return {"precision": right / found, "recall": right / wanted}


SENTENCES = Yardstick("language-segmentation", (_GSD, _PUD), _segmentation)
KONJUNKTIV = Yardstick("language-konjunktiv", (_GSD,), _konjunktiv)
