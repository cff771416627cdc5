"""The English back end on the English Web Treebank's test half and its names: words given, and from raw text.

Tags are the universal ones, relations without their subtypes as our own; names are those of Universal NER (Mayhew et
al., NAACL 2024), strict.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from evals.language import f1
from evals.reading import back_end
from evals.trees import names_of, scores
from evals.yardstick import Yardstick
from quellenlage.model.syntax import Relation
from quellenlage.syntax.parses import ParsedWord
from quellenlage.syntax.universal import relation_of

_TREES, _NAMES = "UD_English-EWT/en_ewt-ud-test.conllu", "UNER_English-EWT/en_ewt-ud-test.iob2"
_T = TypeVar("_T")
_SUBJECTS = (Relation.SUBJECT, Relation.PASSIVE_SUBJECT)


@dataclass(frozen=True, slots=True)
class _Gold:
    words: list[str]
    tags: list[str]
    lemmas: list[str]
    heads: list[int]
    relations: list[Relation]
    names: list[str]


def _blocks(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Each sentence as the line with its text and its rows."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.splitlines()
        text = next((line for line in lines if line.startswith("# text = ")), "")
        yield text, [cells for line in lines if (cells := line.split("\t"))[0].isdigit()]


def _sentences(public: Path) -> Iterator[_Gold]:
    names = dict(_blocks(public / _NAMES))
    for text, rows in _blocks(public / _TREES):
        tags = [row[2] for row in names.get(text, [])]
        marked = tags if len(tags) == len(rows) else []
        yield _Gold(
            [row[1] for row in rows],
            [row[3] for row in rows],
            [row[2] for row in rows],
            [int(row[6]) - 1 for row in rows],
            [relation_of(row[7]) for row in rows],
            marked,
        )


def _english(public: Path) -> dict[str, float]:
    gold = list(_sentences(public))
    found = back_end("en").read([sentence.words for sentence in gold])
    words = sum(len(sentence.words) for sentence in gold)
    counts = dict.fromkeys(("UPOS", "lemma", "UAS", "LAS"), 0)
    names, subjects = [0, 0, 0], [0, 0, 0]
    for one, other in zip(gold, found, strict=True):
        for place, word in enumerate(other):
            attached = word.head == one.heads[place]
            counts["UPOS"] += word.universal == one.tags[place]
            counts["lemma"] += word.lemma == one.lemmas[place]
            counts["UAS"] += attached
            counts["LAS"] += attached and word.relation is one.relations[place]
        _count(subjects, _subjects(one.heads, one.relations), _subjects_of(other))
        if one.names:
            _count(names, names_of(one.names), names_of([word.name or "O" for word in other]))
    figures = {name: count / words for name, count in counts.items()}
    raw = {f"raw text, {name}": figure for name, figure in scores(public / _TREES, "en").items()}
    return figures | {"subjects F1": f1(*subjects), "names F1": f1(*names)} | raw


def _count(tally: list[int], wanted: set[_T], got: set[_T]) -> None:
    for number, part in enumerate((wanted & got, got, wanted)):
        tally[number] += len(part)


def _subjects(heads: list[int], relations: list[Relation]) -> set[tuple[int, int]]:
    return {(place, head) for place, head in enumerate(heads) if relations[place] in _SUBJECTS}


def _subjects_of(words: list[ParsedWord]) -> set[tuple[int, int]]:
    held = ((place, word) for place, word in enumerate(words) if word.relation in _SUBJECTS)
    return {(place, word.head) for place, word in held if word.head is not None}


ENGLISH = Yardstick("language-english", (_TREES, _NAMES), _english, public=True)
