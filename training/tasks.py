"""What the network is to say of a word: the classes of each task, and the examples as numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from quellenlage.syntax.lemmas import edit_between
from quellenlage.syntax.subwords import Clusters, subword_rows
from training.corpora import Example

FEATURES = (
    "Case",
    "Gender",
    "Number",
    "Person",
    "Mood",
    "Tense",
    "VerbForm",
    "PronType",
    "Degree",
    "Definite",
    "Poss",
    "Reflex",
    "Foreign",
    "Voice",
)
NONE = "_"
NAMES = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-OTH", "I-OTH")
_SURE_EDIT, _LIKELY_EDIT = 2, 25  # how often an edit must occur in gold, or in silver, to be learned
# Classes whose silver base forms are worth learning; those of pronouns and names follow other conventions.
_OPEN_CLASSES = ("NN", "ADJ", "VV", "VA", "VM", "ADV")
_RARE = 3  # a relation or tag seen less often is not learned
OPEN = -1  # nothing known of this word


@dataclass(frozen=True, slots=True)
class Tasks:
    """Class names per task, `relations` among them; the place of a name is its number."""

    classes: dict[str, tuple[str, ...]]

    def number(self, task: str, name: str) -> int:
        names = self.classes[task]
        return names.index(name) if name in names else OPEN


def collect(examples: Sequence[Example]) -> Tasks:
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
    classes = {
        task: tuple(sorted(n for n, c in counter.items() if c >= _RARE and n not in ("", "_")))
        for task, counter in counts.items()
    }
    classes.update(
        {
            name.lower(): tuple(sorted(n for n, c in counter.items() if c >= _RARE and n != "?"))
            for name, counter in features.items()
        }
    )
    classes["names"] = NAMES
    edits, silver = Counter(), Counter()
    for example in examples:
        (edits if example.heads is not None else silver).update(edit for edit in edits_of(example) if edit)
    known = {e for e, c in edits.items() if c >= _SURE_EDIT} | {e for e, c in silver.items() if c >= _LIKELY_EDIT}
    classes["lemma"] = tuple(sorted(known))
    return Tasks(classes)


def edits_of(example: Example) -> list[str]:
    """The edits to the base forms of an example; empty where its base form is not to be learned from."""
    if example.lemmas is None:
        return []
    gold = example.heads is not None
    edits = []
    for place, (word, lemma) in enumerate(zip(example.words, example.lemmas, strict=True)):
        tag = (example.xpos or [""] * len(example.words))[place]
        learn = gold or (tag.startswith(_OPEN_CLASSES) and not word.isupper())
        edits.append(edit_between(word, lemma) if learn and lemma not in ("", "_") else "")
    return edits


@dataclass(slots=True)
class Batch:
    """Sentences as tensors: rows b x n x features; goals per task b x n, `OPEN` where nothing is known."""

    rows: Tensor
    lengths: Tensor
    goals: dict[str, Tensor]
    weights: Tensor


class Encoding:
    """Numbers of words and classes, remembered."""

    def __init__(self, tasks: Tasks, clusters: Clusters, listed: Clusters) -> None:
        self.tasks, self._clusters, self._listed = tasks, clusters, listed
        self._rows: dict[str, list[int]] = {}
        self._numbers = {task: {name: n for n, name in enumerate(names)} for task, names in tasks.classes.items()}

    def rows(self, word: str) -> list[int]:
        known = self._rows.get(word)
        if known is None:
            known = self._rows[word] = subword_rows(word, self._clusters, self._listed)
        return known

    def _edits(self, example: Example) -> list[str]:
        if "edits" not in example.extra:
            example.extra["edits"] = edits_of(example)
        return example.extra["edits"]

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
        if example.lemmas is not None:
            yield "lemma", self._edits(example)
        if example.relations is not None:
            yield "relations", example.relations
        if example.entities is not None:
            yield "names", example.entities
        if example.feats is not None:
            for name in FEATURES:
                yield name.lower(), [feats.get(name, NONE) for feats in example.feats]
