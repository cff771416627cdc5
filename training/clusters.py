"""Word lists of the network: Brown clusters of spacy-lookups-data (MIT), names of places, given names.

The package's tables hold a million words per language with the path of their cluster, the first bit lowest.
"""

from __future__ import annotations

import gzip
import json
from importlib import resources
from pathlib import Path
from zlib import crc32

import numpy as np

from quellenlage.syntax.subwords import Clusters
from quellenlage.text.datafiles import read_lines
from training.corpora import open_text

WORDS_KEPT = 400_000
_SHORTEST_PLACE = 3  # letters


def _table(name: str) -> dict[str, float]:
    file = resources.files("spacy_lookups_data").joinpath("data", name)
    table: dict[str, float] = json.loads(gzip.decompress(file.read_bytes()))
    return table


def irregular_forms() -> dict[str, dict[str, list[str]]]:
    """Irregular English forms by class (`verb`, `noun`, `adj`), each with its base forms."""
    file = resources.files("spacy_lookups_data").joinpath("data", "en_lemma_exc.json.gz")
    table: dict[str, dict[str, list[str]]] = json.loads(gzip.decompress(file.read_bytes()))
    return table


def frequent_words(language: str) -> list[str]:
    """The words of the tables by falling frequency."""
    chances = _table(f"{language}_lexeme_prob.json.gz")
    return sorted(chances, key=lambda word: (-chances[word], word))


def load_clusters(language: str, words: int = WORDS_KEPT) -> Clusters:
    """Clusters of the most frequent `words` of a language; of words with one hash the most frequent counts."""
    paths = _table(f"{language}_lexeme_cluster.json.gz")
    known: dict[int, int] = {}
    for word in frequent_words(language)[:words]:
        if word in paths:
            known.setdefault(crc32(word.encode()), int(paths[word]) & 0xFFFF)
    hashes = np.array(sorted(known), dtype=np.uint32)
    return Clusters(hashes, np.array([known[int(h)] for h in hashes], dtype=np.uint16))


PLACE, GIVEN_NAME = 1, 2


def load_listed(data: Path) -> Clusters:
    """Single words that name places (GeoNames, CC BY 4.0) or are given names (our own list); 3 where a word is both."""
    kinds: dict[int, int] = {}
    for line in open_text(data / "geonames-cities15k" / "cities15k.tsv.xz"):
        for name in line.split("\t")[1:3]:
            if name[:1].isupper() and " " not in name and len(name) >= _SHORTEST_PLACE:
                kinds[crc32(name.encode())] = PLACE
    for name in read_lines("quellenlage.languages", "de", "given_names.txt"):
        number = crc32(name.encode())
        kinds[number] = kinds.get(number, 0) | GIVEN_NAME
    hashes = np.array(sorted(kinds), dtype=np.uint32)
    return Clusters(hashes, np.array([kinds[int(h)] for h in hashes], dtype=np.uint16))
