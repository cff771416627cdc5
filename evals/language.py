"""The language base on Universal Dependencies: sentence boundaries and tokens from raw text, and the Konjunktiv.

The treebanks hold sentences without the line breaks that stood between them, headlines and reviews without end signs
among them. Sentences are therefore scored twice: strung together with single spaces, where a boundary without an end
sign cannot be seen, and with a line feed behind every sentence that lacks an end sign, as real articles have it. The
treebanks count the parts of a hyphenated word as words of their own; our tokens are split at hyphens to be compared.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.reading import back_end, document_of
from evals.yardstick import Yardstick
from quellenlage.languages.pack import load_pack
from quellenlage.model.document import Passage, Role
from quellenlage.model.span import Span
from quellenlage.model.tokens import Division
from quellenlage.steps.divide import divide

_GSD, _PUD = "ud-german/gsd-test.conllu.xz", "ud-german/pud.conllu.xz"
_END_SIGN = re.compile(r"[.!?…:;][\"“”»«')\]]*$")
_LINE = re.compile(r"[^\n]*[^\s]")
_PART = re.compile(r"[-‐‑]|[^-‐‑]+")
_PARAGRAPH = 10  # sentences that are put to the splitter as one stretch of text


@dataclass(frozen=True, slots=True)
class Gold:
    """Gold sentences strung together as one text: spans of sentences and tokens, and of verbs in the subjunctive."""

    text: str
    sentences: tuple[Span, ...]
    tokens: tuple[Span, ...]
    subjunctives: frozenset[Span]


def text_of(block: Sequence[str]) -> str:
    """The text of a sentence in CoNLL-U."""
    return next(line.removeprefix("# text = ") for line in block if line.startswith("# text = "))


def read_blocks(path: Path) -> list[list[str]]:
    """The sentences of a treebank, packed with xz or not, as lines."""
    packed = path.suffix == ".xz"
    with lzma.open(path, "rt", encoding="utf-8") if packed else path.open(encoding="utf-8") as file:
        return [block.splitlines() for block in file.read().split("\n\n") if block.strip()]


def gold_blocks(path: Path) -> Iterator[tuple[str, tuple[Passage, ...], list[tuple[int, list[str]]]]]:
    """Ten sentences at a time: their text with line ends as articles have them, lines, sentences with begins."""
    blocks = read_blocks(path)
    for first in range(0, len(blocks), _PARAGRAPH):
        text, placed = "", []
        for block in blocks[first : first + _PARAGRAPH]:
            placed.append((len(text), block))
            raw = text_of(block)
            text += raw + (" " if _END_SIGN.search(raw) else "\n")
        yield text, _lines(text), placed


def gold_texts(path: Path, *, lines: bool = False) -> Iterator[Gold]:
    """The treebank as stretches of text of ten sentences.

    Args:
        lines: whether a sentence without an end sign closes its line.
    """
    blocks = read_blocks(path)
    for first in range(0, len(blocks), _PARAGRAPH):
        yield _gold(blocks[first : first + _PARAGRAPH], lines=lines)


def _gold(blocks: list[list[str]], *, lines: bool) -> Gold:
    text = ""
    sentences: list[Span] = []
    tokens: list[Span] = []
    subjunctives: set[Span] = set()
    for block in blocks:
        raw = text_of(block)
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
        text += raw + (" " if not lines or _END_SIGN.search(raw) else "\n")
    return Gold(text, tuple(sentences), tuple(tokens), frozenset(subjunctives))


def _lines(text: str) -> tuple[Passage, ...]:
    return tuple(Passage(Span(*line.span()), Role.CONTENT) for line in _LINE.finditer(text))


def _divided(gold: Gold) -> Division:
    pack, document = load_pack("de"), document_of("gold", gold.text)
    passages = _lines(gold.text)
    return divide(document, passages, segmentation=pack.segmentation, verbs=pack.verbs, reader=back_end())


def f1(right: int, found: int, gold: int) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * right / (found + gold) if found + gold else 0.0


def words_of_treebank(text: str, token: Span) -> list[Span]:
    """A token of ours as the words that the treebanks make of it: parts of a hyphenated word and the hyphens."""
    written = token.of(text)
    if not any(sign.isalnum() for sign in written):
        return [token]
    return [Span(token.begin + m.start(), token.begin + m.end()) for m in _PART.finditer(written)]


def _segmentation(shared: Path) -> dict[str, float]:
    figures = {}
    for name, path in (("GSD test", _GSD), ("PUD", _PUD)):
        for form, lines in (("strung", False), ("lines", True)):
            counts = [0] * 9
            for gold in gold_texts(shared / "data" / path, lines=lines):
                division = _divided(gold)
                sentences = {s.span for s in division.sentences}
                ends, gold_ends = {s.end for s in sentences}, {s.end for s in gold.sentences}
                words = {w for s in division.sentences for t in s.tokens for w in words_of_treebank(gold.text, t.span)}
                found: tuple[Collection[object], ...] = (sentences & set(gold.sentences), sentences, gold.sentences)
                found += (ends & gold_ends, ends, gold_ends, words & set(gold.tokens), words, gold.tokens)
                counts = [count + len(part) for count, part in zip(counts, found, strict=True)]
            figures[f"{name}, sentences F1, {form}"] = f1(*counts[:3])
            figures[f"{name}, sentence ends F1, {form}"] = f1(*counts[3:6])
        figures[f"{name}, tokens F1"] = f1(*counts[6:])
    return figures


def _konjunktiv(shared: Path) -> dict[str, float]:
    right = found = wanted = 0
    for gold in gold_texts(shared / "data" / _GSD):
        ours = {t.span for s in _divided(gold).sentences for t in s.tokens if t.subjunctive}
        right, found, wanted = right + len(ours & gold.subjunctives), found + len(ours), wanted + len(gold.subjunctives)
    return {"precision": right / found, "recall": right / wanted}


SENTENCES = Yardstick("language-segmentation", (_GSD, _PUD), _segmentation)
KONJUNKTIV = Yardstick("language-konjunktiv", (_GSD,), _konjunktiv)
