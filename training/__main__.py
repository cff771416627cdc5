"""`python -m training LANGUAGE [--honest]`: make the weights of the embedded back end from public data.

One command from the data to `src/quellenlage/languages/LANGUAGE/network.npz`. The same data, seed and versions give the
same weights. `--honest` leaves the test sets out, as the figures in `evals/floors.toml` ask; without it the released
weights learn from all gold there is.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import torch

from training.clusters import load_clusters, load_listed
from training.export import export
from training.german import german_examples, german_text, gold_trees
from training.lexicon import make_lexicon
from training.network import Sizes
from training.pretrain import pretrain
from training.tasks import collect
from training.train import train

_OUT = Path(__file__).resolve().parents[1] / "src" / "quellenlage" / "languages"
_SEED, _TEXT_EPOCHS, _EPOCHS = 1, 1.0, 12


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
    clusters = load_clusters(arguments.language)
    listed = load_listed(Path(arguments.data) / "data")
    examples = german_examples(Path(arguments.data) / "data")
    if arguments.encoder:
        encoder = torch.load(arguments.encoder)
    else:
        text = german_text(Path(arguments.data) / "data")
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
    out = arguments.out or _OUT / arguments.language / "network.npz"
    export(reader, tasks, clusters, listed, make_lexicon(examples, gold_trees(Path(arguments.data) / "data")), out)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
