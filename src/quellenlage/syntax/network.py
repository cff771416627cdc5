"""The embedded network in numpy: hashed subwords, three bidirectional LSTM layers, a classifier per task, a parser.

It computes what `training/network.py` trains in PyTorch (Hochreiter and Schmidhuber, "Long Short-Term Memory", 1997;
Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing", ICLR 2017). Sentences are read in batches,
longest first, so that each step of an LSTM is one multiplication over all sentences that still have a word there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from quellenlage.syntax.subwords import Clusters, subword_rows
from quellenlage.syntax.trees import best_tree

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

BATCH_WORDS = 512  # words of a batch, padding included; larger ones pad more and are slower
_VECTORS_KEPT = 60_000  # word vectors kept in memory, 512 bytes each
_LEAK = 0.1  # slope of the leaky rectifier below zero, as in training


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of one sentence of n words.

    Args:
        classes: number of the best class per task, n each.
        heads: place of the head, -1 at the root.
        relations: number of the relation to the head.
        head_chances: probability of each arc, between 0 and 1.
        name_chances: probability of the best class of the task `names`, n.
    """

    classes: Mapping[str, Integers]
    heads: Integers
    relations: Integers
    head_chances: Floats
    name_chances: Floats


@dataclass(frozen=True, slots=True)
class _Direction:
    """One direction of an LSTM; the rows of input, forget and output gate are halved, see `_run`."""

    from_input: Floats
    from_state: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class _Linear:
    weight: Floats
    bias: Floats

    def __call__(self, states: Floats) -> Floats:
        result: Floats = states @ self.weight + self.bias
        return result


class Network:
    """Weights ready for reading.

    Args:
        file: an `.npz` as `training` writes it.
    """

    def __init__(self, file: Traversable) -> None:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as packed:
            weights = {name: packed[name] for name in packed.files}
        self.classes: dict[str, tuple[str, ...]] = {
            task: tuple(names) for task, names in json.loads(bytes(weights["classes"]).decode()).items()
        }
        self._table, self._scale = weights["table"], weights["table_scale"].astype(np.float32)
        self._clusters = Clusters(weights["cluster_hashes"], weights["cluster_paths"])
        self._listed = Clusters(weights["listed_hashes"], weights["listed_kinds"])
        self._lexicon = Clusters(weights["lexicon_hashes"], weights["lexicon_edits"])
        self._edits: tuple[str, ...] = tuple(json.loads(bytes(weights["edits"]).decode()))
        self._layers = [_layer(weights, name) for name in ("first", "second", "third")]
        self._tags = {task: _linear(weights, f"tags.{task}") for task in self.classes if task != "relations"}
        self._follows = _following(self.classes["names"])
        self._tag_embedding = weights["tag_embedding"].astype(np.float32).T.copy()
        self._arc = (_linear(weights, "arc_dependent"), _linear(weights, "arc_head"))
        self._label = (_linear(weights, "label_dependent"), _linear(weights, "label_head"))
        self._arc_weight = weights["arc_weight"].astype(np.float32)
        label = weights["label_weight"].astype(np.float32)  # relation x dependent x head
        self._label_shape = label.shape
        self._label_weight = label.transpose(1, 0, 2).reshape(label.shape[1], -1).copy()
        self._root = weights["root"].astype(np.float32)
        self._threads = ThreadpoolController()
        self._places: dict[str, int] = {}
        self._vectors: Floats = np.zeros((1024, self._table.shape[1]), dtype=np.float32)

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Reading]:
        """Read sentences of at least one word each; the order of the results is theirs."""
        readings: list[Reading | None] = [None] * len(sentences)
        with self._threads.limit(limits=1):  # the products are small: more threads only wait for each other
            for places in _batches([len(sentence) for sentence in sentences]):
                for place, reading in zip(places, self._read_batch([sentences[p] for p in places]), strict=True):
                    readings[place] = reading
        return [reading for reading in readings if reading is not None]

    def known_edit(self, tag: str, word: str) -> str | None:
        """The edit to the base form of a word that the lexicon knows under that tag, or None."""
        number = self._lexicon.path_of(f"{tag}\t{word}")
        return None if number is None else self._edits[number]

    def _read_batch(self, sentences: Sequence[Sequence[str]]) -> Iterator[Reading]:
        lengths = np.array([len(sentence) for sentence in sentences])
        embedded = self._embed(sentences, int(lengths[0]))
        first = _run(self._layers[0], embedded, lengths)
        second = _run(self._layers[1], np.concatenate([embedded, first], 2), lengths)
        scores = {task: tag(second) for task, tag in self._tags.items()}
        soft = np.concatenate([_softmax(scores["xpos"]), _softmax(scores["upos"])], 2) @ self._tag_embedding
        third = _run(self._layers[2], np.concatenate([second, soft], 2), lengths)
        best = {task: score.argmax(2) for task, score in scores.items()}
        best["names"] = _best_names(_log_softmax(scores["names"]), self._follows, lengths)
        name_chances = np.take_along_axis(_softmax(scores["names"]), best["names"][:, :, None], 2)[:, :, 0]
        root = np.broadcast_to(self._root, (len(sentences), 1, len(self._root)))
        with_root = np.concatenate([root, third], 1)
        dependents, heads = _rectified(self._arc[0](third)), _rectified(self._arc[1](with_root))
        label_dependents, label_heads = _rectified(self._label[0](third)), _rectified(self._label[1](with_root))
        arcs = (_with_one(dependents) @ self._arc_weight) @ heads.transpose(0, 2, 1)
        for place, size in enumerate(lengths):
            log_chances = _log_softmax(arcs[place, :size, : size + 1])
            tree = best_tree(log_chances)
            relations = self._relations(label_dependents[place, :size], label_heads[place][tree])
            chances = np.exp(log_chances[np.arange(size), tree])
            classes = {task: numbers[place, :size] for task, numbers in best.items()}
            yield Reading(classes, tree - 1, relations, chances, name_chances[place, :size])

    def _relations(self, dependents: Floats, heads: Floats) -> Integers:
        count, (relations, _, width) = len(dependents), self._label_shape
        crossed = (_with_one(dependents) @ self._label_weight).reshape(count, relations, width)
        scores = (crossed @ _with_one(heads)[:, :, None])[:, :, 0]
        best: Integers = scores.argmax(1)
        return best

    def _embed(self, sentences: Sequence[Sequence[str]], width: int) -> Floats:
        self._learn({word for sentence in sentences for word in sentence})
        places = np.zeros((len(sentences), width), dtype=np.int64)
        for number, sentence in enumerate(sentences):
            places[number, : len(sentence)] = [self._places[word] for word in sentence]
        vectors: Floats = self._vectors[places]
        return vectors

    def _learn(self, words: set[str]) -> None:
        """Make the vectors of words that are new and keep them."""
        new = sorted(words - self._places.keys())
        if not new:
            return
        if len(self._places) + len(new) > _VECTORS_KEPT:
            self._places.clear()
            new = sorted(words)
        rows = np.array([subword_rows(word, self._clusters, self._listed) for word in new])
        vectors = np.einsum("wfd,wf->wd", self._table[rows].astype(np.float32), self._scale[rows])
        begin = len(self._places)
        if begin + len(new) > len(self._vectors):
            grown = np.zeros((2 * (begin + len(new)), self._vectors.shape[1]), dtype=np.float32)
            grown[:begin] = self._vectors[:begin]
            self._vectors = grown
        self._vectors[begin : begin + len(new)] = vectors
        self._places.update(zip(new, range(begin, begin + len(new)), strict=True))


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of sentences to read together, longest first."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda p: -lengths[p]):
        if batch and lengths[batch[0]] * (len(batch) + 1) > BATCH_WORDS:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _layer(weights: Mapping[str, NDArray[np.float16]], name: str) -> tuple[_Direction, _Direction]:
    forward, backward = (_direction(weights, f"{name}.{suffix}") for suffix in ("forward", "backward"))
    return forward, backward


def _direction(weights: Mapping[str, NDArray[np.float16]], name: str) -> _Direction:
    """PyTorch's gates stand in the order input, forget, cell, output; all but the cell are sigmoids."""
    from_input, from_state, bias = (weights[f"{name}.{part}"].astype(np.float32) for part in ("input", "state", "bias"))
    hidden = len(bias) // 4
    half = np.full(len(bias), 0.5, dtype=np.float32)
    half[2 * hidden : 3 * hidden] = 1.0
    return _Direction((from_input * half[:, None]).T.copy(), (from_state * half[:, None]).T.copy(), bias * half)


def _linear(weights: Mapping[str, NDArray[np.float16]], name: str) -> _Linear:
    return _Linear(weights[f"{name}.weight"].astype(np.float32).T.copy(), weights[f"{name}.bias"].astype(np.float32))


def _run(layer: tuple[_Direction, _Direction], states: Floats, lengths: Integers) -> Floats:
    """Both directions over sentences of falling length; the backward one begins at each sentence's own end."""
    width = states.shape[1]
    backwards = np.maximum(lengths[:, None] - 1 - np.arange(width)[None, :], 0)[:, :, None]
    forward = _pass(layer[0], states, lengths)
    backward = _pass(layer[1], np.take_along_axis(states, backwards, 1), lengths)
    return np.concatenate([forward, np.take_along_axis(backward, backwards, 1)], 2)


def _pass(direction: _Direction, states: Floats, lengths: Integers) -> Floats:
    """One direction. A sigmoid is a tanh of half the argument, scaled, so one tanh serves all four gates."""
    count, width, _ = states.shape
    hidden = direction.from_state.shape[0]
    given = states @ direction.from_input + direction.bias
    out = np.zeros((count, width, hidden), dtype=np.float32)
    state: Floats = np.zeros((count, hidden), dtype=np.float32)
    cell: Floats = np.zeros((count, hidden), dtype=np.float32)
    half = np.float32(0.5)
    alive = np.searchsorted(-lengths, -np.arange(width), side="left")  # sentences longer than each step
    room = np.empty((count, 4 * hidden), dtype=np.float32)  # taken once: allocation costs as much as small products
    for step in range(width):
        live = int(alive[step])
        state, cell = state[:live], cell[:live]
        gates = np.matmul(state, direction.from_state, out=room[:live])
        gates += given[:live, step]
        np.tanh(gates, out=gates)
        take, keep, new, shown = (gates[:, place * hidden : (place + 1) * hidden] for place in range(4))
        for gate in (take, keep, shown):
            gate *= half
            gate += half
        cell *= keep
        new *= take
        cell += new
        state = np.multiply(shown, np.tanh(cell), out=out[:live, step])
    return out


def _following(names: Sequence[str]) -> Floats:
    """What it costs that one tag of a name stands before another: `I-` goes on only with its own kind."""
    costs = np.zeros((len(names), len(names)), dtype=np.float32)
    for after, tag in enumerate(names):
        if tag.startswith("I-"):
            for before, other in enumerate(names):
                if other[2:] != tag[2:]:
                    costs[before, after] = -_NEVER
    return costs


_NEVER = 1e4  # far below any sum of log-probabilities of one sentence


def _best_names(scores: Floats, follows: Floats, lengths: Integers) -> Integers:
    """The likeliest tags that may follow each other (Viterbi 1967), of all sentences of a batch at once.

    Behind a sentence's end all tags count alike and some tag may always follow, so what stands there decides nothing.
    """
    count, width, size = scores.shape
    scores = np.where((np.arange(width) < lengths[:, None])[:, :, None], scores, np.float32(0))
    opens = np.where(follows[0] < 0, np.float32(-_NEVER), np.float32(0))  # a sentence begins as behind no name
    total = scores[:, 0] + opens
    came = np.zeros((count, width, size), dtype=np.int64)
    for step in range(1, width):
        ways = total[:, :, None] + follows
        came[:, step] = ways.argmax(1)
        total = ways.max(1) + scores[:, step]
    best = np.zeros((count, width), dtype=np.int64)
    best[:, -1] = total.argmax(1)
    for step in range(width - 1, 0, -1):
        best[:, step - 1] = came[np.arange(count), step, best[:, step]]
    return best


def _rectified(states: Floats) -> Floats:
    return np.where(states > 0, states, np.float32(_LEAK) * states)


def _with_one(states: Floats) -> Floats:
    ones = np.ones((*states.shape[:-1], 1), dtype=np.float32)
    return np.concatenate([states, ones], -1)


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    result: Floats = raised / raised.sum(-1, keepdims=True)
    return result


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result
