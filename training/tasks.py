"""What the network is to say of a word: the classes of each task, and the examples as numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from quellenlage.syntax.subwords import subword_rows
from training.corpora import Example

FEATURES = ("Case", "Gender", "Number", "Person", "Mood", "Tense", "VerbForm", "PronType", "Degree", "Definite", "Poss",
            "Reflex", "Foreign", "Voice")
NONE = "_"
NAMES = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-OTH", "I-OTH")
_RARE = 3  # a relation or tag seen less often is not learned
OPEN = -1  # nothing known of this word


@dataclass(frozen=True, slots=True)
class Tasks:
    """Class names per task, `relations` among them; the place of a name is its number."""

    classes: dict[str, tuple[str, ...]]

    def number(self, task: str, name: str) -> int:
        names = self.classes[task]
        return names.index(name) if name in names else OPEN


def collect(examples: Iterable[Example]) -> Tasks:
    """The classes that occur in the gold examples."""
    counts: dict[str, Counter[str]] = {"upos": Counter(), "xpos": Counter(), "relations": Counter()}
    features: dict[str, Counter[str]] = {name: Counter() for name in FEATURES}
    for example in examples:
        counts["upos"].update(example.upos or ())
        counts["xpos"].update(example.xpos or ())
        counts["relations"].update(example.relations or ())
        for feats in example.feats or ():
            for name in FEATURES:
                features[name][feats.get(name, NONE)] += 1
    classes = {task: tuple(sorted(n for n, c in counter.items() if c >= _RARE and n not in ("", "_")))
               for task, counter in counts.items()}
    classes.update({name.lower(): tuple(sorted(n for n, c in counter.items() if c >= _RARE and n != "?"))
                    for name, counter in features.items()})
    classes["names"] = NAMES
    return Tasks(classes)


@dataclass(slots=True)
class Batch:
    """Sentences as tensors: rows b x n x features; goals per task b x n, `OPEN` where nothing is known."""

    rows: Tensor
    lengths: Tensor
    goals: dict[str, Tensor]
    weights: Tensor


class Encoding:
    """Numbers of words and classes, remembered."""

    def __init__(self, tasks: Tasks) -> None:
        self.tasks = tasks
        self._rows: dict[str, tuple[int, ...]] = {}
        self._numbers = {task: {name: n for n, name in enumerate(names)} for task, names in tasks.classes.items()}

    def rows(self, word: str) -> tuple[int, ...]:
        known = self._rows.get(word)
        if known is None:
            known = self._rows[word] = subword_rows(word)
        return known

    def batch(self, examples: Sequence[Example]) -> Batch:
        """Encode sentences together; the root counts as head 0."""
        width = max(len(e.words) for e in examples)
        rows = torch.zeros(len(examples), width, len(self.rows("x")), dtype=torch.long)
        goals = {task: torch.full((len(examples), width), OPEN) for task in [*self.tasks.classes, "heads"]}
        for n, example in enumerate(examples):
            size = len(example.words)
            rows[n, :size] = torch.tensor([self.rows(word) for word in example.words])
            for task, names in self._goals(example):
                numbers = self._numbers[task]
                goals[task][n, :size] = torch.tensor([numbers.get(name, OPEN) for name in names])
            if example.heads is not None:
                goals["heads"][n, :size] = torch.tensor([head + 1 if head >= -1 else OPEN for head in example.heads])
        lengths = torch.tensor([len(e.words) for e in examples])
        return Batch(rows, lengths, goals, torch.tensor([e.weight for e in examples]))

    def _goals(self, example: Example) -> Iterable[tuple[str, list[str]]]:
        if example.upos is not None:
            yield "upos", example.upos
        if example.xpos is not None:
            yield "xpos", example.xpos
        if example.relations is not None:
            yield "relations", example.relations
        if example.entities is not None:
            yield "names", example.entities
        if example.feats is not None:
            for name in FEATURES:
                yield name.lower(), [feats.get(name, NONE) for feats in example.feats]
