"""`python -m training LANGUAGE`: make the weights of the embedded back end from public data.

One command from the data to `src/quellenlage/languages/LANGUAGE/network.npz`. The same data, seed and versions give the
same weights. The test sets are never read.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import torch

from training.clusters import frequent_words, load_clusters, load_listed
from training.export import export
from training.german import german_examples, german_lexicon, german_text
from training.network import Sizes
from training.pretrain import pretrain
from training.tasks import collect
from training.train import train

_OUT = Path(__file__).resolve().parents[1] / "src" / "quellenlage" / "languages"
_SEED, _TEXT_EPOCHS, _EPOCHS = 1, 1.0, 10


def main() -> int:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("language", choices=["de"])
    parser.add_argument("--data", type=Path, default=os.environ.get("QUELLENLAGE_SHARED", "../shared"))
    parser.add_argument("--out", type=Path)
    parser.add_argument("--epochs", type=int, default=_EPOCHS)
    parser.add_argument("--encoder", type=Path, help="weights of the first layer, trained on text already")
    arguments = parser.parse_args()
    torch.use_deterministic_algorithms(mode=True)
    torch.set_num_threads(2)
    data = Path(arguments.data) / "data"
    clusters = load_clusters(arguments.language)
    listed = load_listed(data)
    examples = german_examples(data)
    if arguments.encoder:
        encoder = torch.load(arguments.encoder)
    else:
        text = german_text(data)
        encoder = pretrain(
            text, Sizes(), clusters=clusters, listed=listed, epochs=_TEXT_EPOCHS, seed=_SEED, limit=float("inf")
        )
    tasks = collect(examples)
    reader = train(
        examples,
        tasks,
        clusters=clusters,
        listed=listed,
        sizes=Sizes(),
        epochs=arguments.epochs,
        seed=_SEED,
        encoder=encoder,
    )
    lexicon = german_lexicon(data, examples, frequent_words(arguments.language))
    out = arguments.out or _OUT / arguments.language / "network.npz"
    export(reader, tasks, clusters, listed, lexicon, out)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
