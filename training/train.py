"""Train the reader on all examples together, each teaching what it knows."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor, nn

from quellenlage.syntax.lemmas import apply_edit
from quellenlage.syntax.subwords import Clusters
from quellenlage.syntax.trees import best_tree
from training.corpora import Example
from training.network import Reader, Sizes
from training.tasks import FEATURES, Batch, Encoding, Tasks

BATCH_WORDS = 1_200
RATE = 1.5e-3
TABLE_RATE = 1e-3
WORDS_FORGOTTEN, WHOLE_WORD = 0.12, 3  # share of words, and their leading features, see `subword_rows`
# How much each task counts in the loss.
WEIGHTS = {"lemma": 0.5, "upos": 1.0, "xpos": 1.0, "names": 1.0, "heads": 1.0, "relations": 1.0} | {
    f.lower(): 0.15 for f in FEATURES
}


def make_batches(examples: Sequence[Example], rng: random.Random) -> list[list[Example]]:
    """Examples of like length together, those with trees apart from the others, in random order."""
    batches: list[list[Example]] = []
    for parsed in (True, False):
        order = sorted(
            (e for e in examples if (e.heads is not None) is parsed), key=lambda e: len(e.words) + rng.random()
        )
        batch: list[Example] = []
        for example in order:
            if batch and len(example.words) * (len(batch) + 1) > BATCH_WORDS * (1 if parsed else 2):
                batches.append(batch)
                batch = []
            batch.append(example)
        if batch:
            batches.append(batch)
    rng.shuffle(batches)
    return batches


def forget_words(rows: Tensor) -> Tensor:
    """Hide the whole word of some words, so that endings and clusters are learned for unknown ones."""
    known = rows.clone()
    forgotten = torch.rand(rows.shape[:2]) < WORDS_FORGOTTEN
    known[..., :WHOLE_WORD] = known[..., :WHOLE_WORD].masked_fill(forgotten.unsqueeze(-1), 0)
    return known


def loss_of(reader: Reader, batch: Batch, tasks: Tasks) -> Tensor:
    """Weighted sum of the cross entropies of all tasks that the batch has goals for."""
    parse = bool((batch.goals["heads"] >= 0).any())
    scores = reader(forget_words(batch.rows), batch.lengths, parse=parse)
    loss = torch.zeros(())
    weight = batch.weights.unsqueeze(1).expand(batch.goals["heads"].shape)
    for task in tasks.classes:
        if task != "relations" and (batch.goals[task] >= 0).any():
            loss = loss + WEIGHTS[task] * _entropy(scores[task], batch.goals[task], weight)
    heads = batch.goals["heads"]
    if parse:
        size = heads.shape[1]
        inside = torch.arange(size + 1).unsqueeze(0) <= batch.lengths.unsqueeze(1)
        arcs = scores["arcs"].masked_fill(~inside.unsqueeze(1), -1e4)
        loss = loss + WEIGHTS["heads"] * _entropy(arcs, heads, weight)
        labels = reader.label_scores(scores, heads.clamp(min=0))
        loss = loss + WEIGHTS["relations"] * _entropy(labels, batch.goals["relations"], weight)
    return loss


def _entropy(scores: Tensor, goals: Tensor, weight: Tensor) -> Tensor:
    mask = goals >= 0
    each = nn.functional.cross_entropy(scores[mask], goals[mask], reduction="none", label_smoothing=0.03)
    return (each * weight[mask]).sum() / mask.sum().clamp(min=1)


def train(
    examples: Sequence[Example],
    tasks: Tasks,
    *,
    sizes: Sizes,
    clusters: Clusters,
    listed: Clusters,
    epochs: int,
    seed: int,
    encoder: dict[str, Tensor] | None = None,
    check: Callable[[Reader, Encoding, int], None] | None = None,
    limit: float = 1e9,
    log: Callable[[str], None] = print,
    start: dict[str, Tensor] | None = None,
) -> Reader:
    """A reader that has seen all examples `epochs` times."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    encoding = Encoding(tasks, clusters, listed)
    outputs = {task: len(names) for task, names in tasks.classes.items() if task != "relations"}
    reader = Reader(sizes, outputs, len(tasks.classes["relations"]))
    if encoder is not None:
        reader.encoder.load_state_dict(encoder)
    if start is not None:
        reader.load_state_dict(start)
    table = torch.optim.SparseAdam([reader.encoder.words.table.weight], lr=TABLE_RATE)
    dense = [p for name, p in reader.named_parameters() if name != "encoder.words.table.weight"]
    optimizer = torch.optim.AdamW(dense, lr=RATE, betas=(0.9, 0.95), weight_decay=1e-4)
    begin = time.time()
    steps = epochs * len(make_batches(examples, random.Random(0)))
    done = 0
    for epoch in range(epochs):
        reader.train()
        total = 0.0
        for members in make_batches(examples, rng):
            rate = min(1.0, (done + 1) / 100) * max(0.02, 1 - done / steps)
            optimizer.param_groups[0]["lr"], table.param_groups[0]["lr"] = RATE * rate, TABLE_RATE * rate
            loss = loss_of(reader, encoding.batch(members), tasks)
            optimizer.zero_grad()
            table.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(dense, 5.0)
            optimizer.step()
            table.step()
            total += loss.item()
            done += 1
            if time.time() - begin > limit:
                break
        log(f"epoch {epoch} loss {total:.1f} {time.time() - begin:.0f} s")
        if check is not None:
            reader.eval()
            with torch.no_grad():
                check(reader, encoding, epoch)
        if time.time() - begin > limit:
            break
    reader.eval()
    return reader


@torch.no_grad()
def predict(reader: Reader, encoding: Encoding, examples: Sequence[Example], size: int = 64) -> list[Example]:
    """The examples as the network reads them."""
    reader.eval()
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].words))
    out: list[Example | None] = [None] * len(examples)
    classes = encoding.tasks.classes
    for first in range(0, len(order), size):
        places = order[first : first + size]
        batch = encoding.batch([Example(words=examples[i].words) for i in places])
        scores = reader(batch.rows, batch.lengths)
        arcs = scores["arcs"]
        inside = torch.arange(arcs.shape[2]).unsqueeze(0) <= batch.lengths.unsqueeze(1)
        arcs = arcs.masked_fill(~inside.unsqueeze(1), -1e4).log_softmax(-1).numpy()
        heads = torch.zeros(arcs.shape[:2], dtype=torch.long)
        for n, i in enumerate(places):
            length = len(examples[i].words)
            heads[n, :length] = torch.from_numpy(best_tree(arcs[n, :length, : length + 1].astype(np.float32)))
        labels = reader.label_scores(scores, heads).argmax(-1)
        best = {task: scores[task].argmax(-1) for task in classes if task != "relations"}
        for n, i in enumerate(places):
            length = len(examples[i].words)
            feats = [
                {
                    name: value
                    for name in FEATURES
                    if (value := classes[name.lower()][int(best[name.lower()][n, k])]) != "_"
                }
                for k in range(length)
            ]
            out[i] = Example(
                words=examples[i].words,
                upos=[classes["upos"][int(best["upos"][n, k])] for k in range(length)],
                xpos=[classes["xpos"][int(best["xpos"][n, k])] for k in range(length)],
                feats=feats,
                heads=[int(h) - 1 for h in heads[n, :length]],
                relations=[classes["relations"][int(labels[n, k])] for k in range(length)],
                lemmas=[
                    apply_edit(classes["lemma"][int(best["lemma"][n, k])], examples[i].words[k]) or examples[i].words[k]
                    for k in range(length)
                ],
                entities=[classes["names"][int(best["names"][n, k])] for k in range(length)],
                source="predicted",
            )
    return [example for example in out if example is not None]


def accuracy(gold: Sequence[Example], found: Sequence[Example]) -> dict[str, float]:
    """Shares of words that are right: tags, attachment, labelled attachment (relations without subtypes count)."""
    right = {"upos": 0, "xpos": 0, "uas": 0, "las": 0, "feats": 0, "lemma": 0}
    words = 0
    for one, other in zip(gold, found, strict=True):
        for k in range(len(one.words)):
            words += 1
            right["upos"] += one.upos[k] == other.upos[k]
            right["xpos"] += one.xpos is not None and one.xpos[k] == other.xpos[k]
            attached = one.heads[k] == other.heads[k]
            right["uas"] += attached
            right["las"] += attached and one.relations[k].split(":")[0] == other.relations[k].split(":")[0]
            right["lemma"] += one.lemmas[k] == other.lemmas[k]
            right["feats"] += all(
                one.feats[k].get(f) == other.feats[k].get(f) for f in ("Case", "Number", "Gender", "Mood")
            )
    return {name: count / words for name, count in right.items()}


def name_scores(gold: Sequence[Example], found: Sequence[Example]) -> dict[str, float]:
    """Strict F1 of names: same words and same type, PER, LOC and ORG."""
    right = wanted = got = 0
    for one, other in zip(gold, found, strict=True):
        a, b = names_of(one.entities or []), names_of(other.entities or [])
        right, wanted, got = right + len(a & b), wanted + len(a), got + len(b)
    return {"p": right / max(got, 1), "r": right / max(wanted, 1), "f": 2 * right / max(wanted + got, 1)}


def names_of(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Spans of PER, LOC and ORG among BIO tags."""
    spans, begin, kind = set(), None, ""
    for place, tag in enumerate([*tags, "O"]):
        if begin is not None and (tag[:2] != "I-" or tag[2:] != kind):
            spans.add((begin, place, kind))
            begin = None
        if tag[:2] == "B-" or (tag[:2] == "I-" and begin is None):
            begin, kind = place, tag[2:]
    return {span for span in spans if span[2] in ("PER", "LOC", "ORG")}
