"""Are our texts like real news? Counts of the corpus beside those of the German news gold and of the seeds.

Of the real texts only counts are taken. Sentences are parted by the program in both; statements are those of the gold.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median, quantiles

from corpus.counts import words_of
from corpus.story import Story
from quellenlage.languages.pack import load_pack
from quellenlage.model.document import Document, Passage, Role
from quellenlage.model.identity import content_id
from quellenlage.model.span import trimmed
from quellenlage.steps.clean import clean
from quellenlage.steps.divide import divide
from quellenlage.syntax.back_ends import open_back_end

_FORMS = {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "reported",
    "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "free_indirect",
}
_DIGITS = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:[.,'’\u00a0 ]\d{3})*(?:,\d+)?(?![\w:/-]|\.\d)")
_FIRST_CUES = 500  # cue words compared are the first so many of each side: a tail grows with the sample


@dataclass(slots=True)
class Texts:
    """What is counted of a set of articles."""

    name: str
    lengths: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    commas: int = 0
    digits: int = 0
    quoted: int = 0
    statements: list[int] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    speakers: int = 0
    cues: list[str] = field(default_factory=list)
    quotes: list[int] = field(default_factory=list)


def corpus_texts(stories: Iterable[Story], name: str) -> Texts:
    """The German articles of some stories."""
    texts = Texts(name)
    for article in (article for story in stories for article in story.articles):
        if article.marked.header.get("language", "de") != "de":
            continue
        kept = [m.span for m in article.marked.passages if m.role in (Role.TITLE, Role.CONTENT)]
        _count_text(texts, article.text, [Passage(span, Role.CONTENT) for span in kept])
        told = [s for s in article.statements if s.row.form != "own"]
        texts.statements.append(len(told))
        for statement in told:
            texts.forms[statement.row.form.value] += 1
            texts.speakers += bool(statement.row.speaker)
            texts.quotes.append(sum(words_of(span.of(article.text)) for span in statement.row.quote))
            if statement.row.cue:
                texts.cues.append(" ".join(span.of(article.text).casefold() for span in statement.row.cue))
    return texts


def news_texts(path: Path, name: str) -> Texts:
    """The German news gold (CC BY-NC-SA): counts only, nothing of it is kept."""
    texts = Texts(name)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = row["originalText"]
            _count_text(texts, text, list(_all_content(text)))
            told = [a for a in row["annotations"] if a.get("quote", {}).get("spans")]
            texts.statements.append(len(told))
            for annotation in told:
                texts.forms[_FORMS[annotation["type"]]] += 1
                texts.speakers += bool(annotation.get("speaker", {}).get("spans"))
                texts.quotes.append(
                    sum(words_of(text[s["charBegin"] : s["charEnd"]]) for s in annotation["quote"]["spans"])
                )
                cue = annotation.get("cue", {}).get("spans")
                if cue:
                    texts.cues.append(" ".join(text[s["charBegin"] : s["charEnd"]].casefold() for s in cue))
    return texts


def seed_texts(folder: Path, name: str) -> Texts:
    """Articles as they come from the web; which lines are the article is told by the program."""
    texts, pack = Texts(name), load_pack("de")
    for path in sorted(folder.glob("*.txt")):
        document = _document(path.read_text(encoding="utf-8"))
        passages = [p for p in clean(document, pack.furniture) if p.role in (Role.TITLE, Role.CONTENT)]
        _count_text(texts, document.text, [Passage(p.span, Role.CONTENT) for p in passages])
    return texts


def _document(text: str) -> Document:
    return Document(content_id("doc", text), "text", text, "utf-8", "", "de")


def _all_content(text: str) -> Iterator[Passage]:
    begin = 0
    for line in text.splitlines(keepends=True):
        span = trimmed(text, begin, begin + len(line)) if line else None
        if span is not None:
            yield Passage(span, Role.CONTENT)
        begin += len(line)


def _count_text(texts: Texts, text: str, passages: list[Passage]) -> None:
    pack = load_pack("de")
    division = divide(
        _document(text),
        tuple(passages),
        segmentation=pack.segmentation,
        verbs=pack.verbs,
        reader=open_back_end("embedded", "de"),
    )
    own = "\n".join(passage.span.of(text) for passage in passages)
    texts.lengths.append(words_of(own))
    texts.commas += own.count(",")
    texts.digits += len(_DIGITS.findall(own))
    texts.quoted += len(re.findall(r"[„»«“\"][^„“”»«\"]{2,400}[“”»«\"]", own))
    for sentence in division.sentences:
        length = words_of(sentence.span.of(text))
        if length > 2:
            texts.sentences.append(length)


def likeness_table(columns: list[Texts]) -> str:
    """The counts beside each other, one column for each set."""
    rows: list[tuple[str, list[str]]] = [("articles", [f"{len(t.lengths)}" for t in columns])]

    def row(name: str, values: list[float | None], form: str = "{:.1f}") -> None:
        rows.append((name, ["–" if value is None else form.format(value) for value in values]))

    row("words per article, median", [median(t.lengths) for t in columns], "{:.0f}")
    row("words per article, tenth to ninetieth", [None for _ in columns])
    rows[-1] = (rows[-1][0], ["{:.0f} to {:.0f}".format(*_tenths(t.lengths)) for t in columns])
    row("words per sentence, mean", [mean(t.sentences) for t in columns])
    rows.append(
        ("words per sentence, tenth to ninetieth", ["{:.0f} to {:.0f}".format(*_tenths(t.sentences)) for t in columns])
    )
    row("commas per 100 words", [100 * t.commas / sum(t.lengths) for t in columns])
    row("numbers in digits per 100 words", [100 * t.digits / sum(t.lengths) for t in columns])
    row("strings in quotation marks per 1,000 words", [1000 * t.quoted / sum(t.lengths) for t in columns])
    told = [sum(t.statements) for t in columns]
    row(
        "statements per 100 words",
        [100 * n / sum(t.lengths) if n else None for n, t in zip(told, columns, strict=True)],
    )
    for form in ("direct", "indirect", "reported", "free_indirect"):
        row(f"share {form}", [t.forms[form] / n if n else None for n, t in zip(told, columns, strict=True)], "{:.2f}")
    row("words per quote, mean", [mean(t.quotes) if t.quotes else None for t in columns])
    row(
        "share that names a speaker",
        [t.speakers / n if n else None for n, t in zip(told, columns, strict=True)],
        "{:.2f}",
    )
    heads = [Counter(t.cues[:_FIRST_CUES]) for t in columns]
    row(f"different cues among the first {_FIRST_CUES}", [len(h) if h else None for h in heads], "{:.0f}")
    row("share of the ten commonest cues", [_top(h) for h in heads], "{:.2f}")
    row("share of cues that occur once", [_once(h) for h in heads], "{:.2f}")
    lines = ["| | " + " | ".join(t.name for t in columns) + " |", "| --- |" + " ---: |" * len(columns)]
    lines += [f"| {name} | " + " | ".join(cells) + " |" for name, cells in rows]
    return "\n".join(lines)


def _tenths(values: list[int]) -> tuple[float, float]:
    tenths = quantiles(values, n=10, method="inclusive") if len(values) > 1 else [values[0]] * 9
    return tenths[0], tenths[-1]


def _top(cues: Counter[str]) -> float | None:
    return sum(count for _, count in cues.most_common(10)) / cues.total() if cues else None


def _once(cues: Counter[str]) -> float | None:
    return sum(1 for count in cues.values() if count == 1) / cues.total() if cues else None
