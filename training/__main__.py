"""`python -m training LANGUAGE`: make the weights of the embedded back end from public data.

One command from the data to `src/quellenlage/languages/LANGUAGE/network.npz`. The same data, seed and versions give the
same weights. The test sets are never read.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from quellenlage.syntax.subwords import Clusters, subword_rows
from training.clusters import frequent_words, load_clusters, load_listed
from training.corpora import Example
from training.english import CLUSTERED, english_examples, english_lexicon
from training.export import export
from training.german import german_examples, german_lexicon, german_text
from training.network import Reader, Sizes
from training.pretrain import pretrain
from training.tasks import Tasks, collect
from training.train import train

_OUT = Path(__file__).resolve().parents[1] / "src" / "quellenlage" / "languages"
_SEED, _TEXT_EPOCHS = 1, 1.0
_EPOCHS = {"de": 10, "en": 5}
_SIZES = {"de": Sizes(), "en": Sizes(embedding=64, hidden=128, arc=128)}


def main() -> int:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("language", choices=["de", "en"])
    parser.add_argument("--data", type=Path, default=os.environ.get("QUELLENLAGE_SHARED", "../shared"))
    parser.add_argument("--public", type=Path, default="../public", help="folder with the public repositories")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--encoder", type=Path, help="weights of the first layer, trained on text already")
    parser.add_argument("--keep-encoder", type=Path, help="where to keep those weights")
    arguments = parser.parse_args()
    if not Path(arguments.public).is_dir():
        parser.error(
            f"{arguments.public}: no folder with the public repositories; docs/language.md names them (--public)"
        )
    torch.use_deterministic_algorithms(mode=True)
    torch.set_num_threads(2)
    made = _german(arguments) if arguments.language == "de" else _english(arguments)
    out = arguments.out or _OUT / arguments.language / "network.npz"
    export(made.reader, made.tasks, made.clusters, made.listed, made.lexicon, out, seen=made.seen)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB", file=sys.stderr)
    return 0


@dataclass(frozen=True, slots=True)
class Made:
    """All that goes into the weights; `seen` as `export` takes it."""

    reader: Reader
    tasks: Tasks
    clusters: Clusters
    listed: Clusters
    lexicon: dict[str, NDArray[np.generic]]
    seen: NDArray[np.generic] | None = None


def _german(arguments: argparse.Namespace) -> Made:
    data, public = Path(arguments.data) / "data", Path(arguments.public)
    clusters, listed = load_clusters("de"), load_listed(data)
    examples = german_examples(data, public)
    encoder = _encoder(arguments, data, clusters, listed)
    tasks = collect(examples)
    reader = _train(examples, tasks, clusters, listed, arguments, encoder)
    lexicon = german_lexicon(data, examples, frequent_words("de"))
    return Made(reader, tasks, clusters, listed, lexicon)


def _encoder(arguments: argparse.Namespace, data: Path, clusters: Clusters, listed: Clusters) -> dict[str, Tensor]:
    """The first layer, trained on plain German text, or as an earlier run left it."""
    if arguments.encoder:
        kept: dict[str, Tensor] = torch.load(arguments.encoder)
        return kept
    text, unlimited = german_text(data), float("inf")
    encoder = pretrain(
        text, _SIZES["de"], clusters=clusters, listed=listed, epochs=_TEXT_EPOCHS, seed=_SEED, limit=unlimited
    )
    if arguments.keep_encoder:
        torch.save(encoder, arguments.keep_encoder)
    return encoder


def _english(arguments: argparse.Namespace) -> Made:
    data, public = Path(arguments.data) / "data", Path(arguments.public)
    clusters, listed = load_clusters("en", CLUSTERED), load_listed(data)
    examples = english_examples(public)
    tasks = collect(examples)
    reader = _train(examples, tasks, clusters, listed, arguments, None)
    words = {word for example in examples for word in example.words}
    seen = np.array(sorted({row for word in words for row in subword_rows(word, clusters, listed)}))
    return Made(reader, tasks, clusters, listed, english_lexicon(examples), seen)


def _train(
    examples: list[Example],
    tasks: Tasks,
    clusters: Clusters,
    listed: Clusters,
    arguments: argparse.Namespace,
    encoder: dict[str, Tensor] | None,
) -> Reader:
    language = arguments.language
    return train(
        examples,
        tasks,
        clusters=clusters,
        listed=listed,
        sizes=_SIZES[language],
        epochs=arguments.epochs or _EPOCHS[language],
        seed=_SEED,
        encoder=encoder,
    )


if __name__ == "__main__":
    raise SystemExit(main())
