"""Language models on plain text: the first layer of the encoder learns what stands beside what."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Sequence

import torch
from torch import nn

from quellenlage.syntax.subwords import Clusters, shape_of, subword_rows
from training.network import Encoder, Sizes, run_packed

CLASSES = 12_000  # words to predict; rarer ones are predicted by shape and ending
BATCH_WORDS = 2_400
NEGATIVES = 1_000  # random classes beside those that occur in a batch
RATE = 2e-3


def class_of(word: str, known: dict[str, int]) -> str:
    """The word itself where it is frequent, else its shape and ending."""
    return word if word in known else f"<{shape_of(word)[:4]}:{word[-3:].lower()}>"


def make_classes(sentences: Sequence[Sequence[str]]) -> tuple[dict[str, int], torch.Tensor]:
    """Numbers of the classes, and how often each is to be drawn as a negative."""
    counts = Counter(word for sentence in sentences for word in sentence)
    known = {word: 0 for word, count in counts.most_common(CLASSES) if count > 4}
    rest: Counter[str] = Counter()
    for word, count in counts.items():
        if word not in known:
            rest[class_of(word, known)] += count
    names = [*known, *(name for name, _ in rest.most_common(CLASSES // 4)), "<rest>"]
    both = counts + rest
    weights = torch.tensor([float(both.get(name, 1)) for name in names]) ** 0.75
    return {name: number for number, name in enumerate(names)}, weights


def pretrain(
    sentences: Sequence[Sequence[str]],
    sizes: Sizes,
    *,
    clusters: Clusters,
    listed: Clusters,
    epochs: float,
    seed: int,
    limit: float,
    log: Callable[[str], None] = print,
) -> dict[str, torch.Tensor]:
    """Weights of an `Encoder` trained on `sentences`; stops after `epochs` or `limit` seconds."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    classes, draw = make_classes(sentences)
    known = {name: number for name, number in classes.items() if not name.startswith("<")}
    rest = classes["<rest>"]
    memory: dict[str, tuple[list[int], int]] = {}

    def look_up(word: str) -> tuple[list[int], int]:
        if word not in memory:
            number = known.get(word)
            memory[word] = (
                subword_rows(word, clusters, listed),
                rest if number is None and (number := classes.get(class_of(word, known))) is None else number,
            )
        return memory[word]

    encoder = Encoder(sizes)
    out = nn.ModuleList([nn.Embedding(len(classes), sizes.hidden, sparse=True) for _ in range(2)])
    bias = nn.ModuleList([nn.Embedding(len(classes), 1, sparse=True) for _ in range(2)])
    for table in [*out, *bias]:
        nn.init.normal_(table.weight, std=0.05)
    table = torch.optim.SparseAdam([encoder.words.table.weight, *out.parameters(), *bias.parameters()], lr=RATE)
    dense = list(encoder.first.parameters())
    optimizer = torch.optim.Adam(dense, lr=RATE, betas=(0.9, 0.99))
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    batches, batch, longest = [], [], 0
    for i in order:
        longest = max(longest, len(sentences[i]))
        if batch and longest * (len(batch) + 1) > BATCH_WORDS:
            batches.append(batch)
            batch, longest = [], len(sentences[i])
        batch.append(i)
    batches.append(batch)
    begin, done, seen, total = time.time(), 0, 0, 0.0
    steps = int(len(batches) * epochs)
    while done < steps:
        rng.shuffle(batches)
        for members in batches:
            if done >= steps or time.time() - begin > limit:
                done = steps
                break
            looked = [[look_up(word) for word in sentences[i]] for i in members]
            width = max(map(len, looked))
            rows = torch.zeros(len(looked), width, len(looked[0][0][0]), dtype=torch.long)
            goals = torch.full((len(looked), width), -1)
            for n, sentence in enumerate(looked):
                rows[n, : len(sentence)] = torch.tensor([r for r, _ in sentence])
                goals[n, : len(sentence)] = torch.tensor([g for _, g in sentence])
            lengths = torch.tensor([len(sentence) for sentence in looked])
            embedded = encoder.words(rows)
            states = run_packed(encoder.first, nn.functional.dropout(embedded, 0.1), lengths)
            candidates = torch.cat([goals[goals >= 0], torch.multinomial(draw, min(NEGATIVES, len(draw)))]).unique()
            place = torch.full((len(classes),), -1)
            place[candidates] = torch.arange(len(candidates))
            loss = torch.zeros(())
            for direction in (0, 1):
                half = states[..., : sizes.hidden] if direction == 0 else states[..., sizes.hidden :]
                if direction == 0:
                    context, target = half[:, :-1], goals[:, 1:]
                else:
                    context, target = half[:, 1:], goals[:, :-1]
                    target = torch.where(goals[:, 1:] >= 0, target, -1)
                mask = target >= 0
                scores = context[mask] @ out[direction](candidates).T + bias[direction](candidates).T
                loss = loss + nn.functional.cross_entropy(scores, place[target[mask]])
            for one in (optimizer, table):
                one.zero_grad()
                one.param_groups[0]["lr"] = RATE * max(0.02, 1 - done / steps)
            loss.backward()
            nn.utils.clip_grad_norm_(dense, 1.0)
            optimizer.step()
            table.step()
            done += 1
            seen += int(lengths.sum())
            total = 0.98 * total + 0.02 * loss.item()
            if done % 50 == 0:
                log(f"pretrain {done}/{steps} loss {total:.3f} {seen / (time.time() - begin):.0f} words/s")
    return encoder.state_dict()
