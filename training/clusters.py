"""Brown clusters of spacy-lookups-data (MIT), cut to the most frequent words, for `syntax/subwords.py`.

The package's tables hold a million words per language with the path of their cluster, the first bit lowest.
"""

from __future__ import annotations

import gzip
import json
from importlib import resources
from zlib import crc32

import numpy as np

from quellenlage.syntax.subwords import Clusters

WORDS_KEPT = 400_000


def _table(name: str) -> dict[str, float]:
    file = resources.files("spacy_lookups_data").joinpath("data", name)
    table: dict[str, float] = json.loads(gzip.decompress(file.read_bytes()))
    return table


def load_clusters(language: str) -> Clusters:
    """Clusters of the most frequent words of a language; of words with one hash the most frequent counts."""
    paths, chances = _table(f"{language}_lexeme_cluster.json.gz"), _table(f"{language}_lexeme_prob.json.gz")
    known: dict[int, int] = {}
    for word in sorted(chances, key=lambda w: (-chances[w], w))[:WORDS_KEPT]:
        if word in paths:
            known.setdefault(crc32(word.encode()), int(paths[word]) & 0xFFFF)
    hashes = np.array(sorted(known), dtype=np.uint32)
    return Clusters(hashes, np.array([known[int(h)] for h in hashes], dtype=np.uint16))
