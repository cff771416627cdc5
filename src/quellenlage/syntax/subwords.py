"""A word as the network sees it: rows of one hashed table for the word, its beginnings, endings, shape and cluster.

German builds words from parts; the head of a compound is its end and inflection stands behind it, so endings of several
lengths say most about an unknown word. Hashing into a table of fixed size (Weinberger et al., "Feature Hashing for
Large Scale Multitask Learning", ICML 2009) needs no word list to be shipped. Word clusters learned from much text
(Brown et al., "Class-Based n-gram Models of Natural Language", Computational Linguistics 18(4), 1992) say of hundreds
of thousands of words which others they resemble; beginnings of their paths in the tree of clusters are coarser classes.
"""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

ROWS = 98_304  # of the table; a row is the embedding of all features that hash to it
_PREFIXES = (1, 2, 3, 5)
_SUFFIXES = (1, 2, 3, 4, 5, 7)
_LONGEST_SHAPE = 4  # of a run of equal signs
_PATHS = (4, 7, 10, 16)  # bits of a cluster's path, its first bit being the lowest
FEATURES = 3 + len(_PREFIXES) + len(_SUFFIXES) + 1 + len(_PATHS) + 2  # per word, always


@dataclass(frozen=True, slots=True)
class Clusters:
    """Clusters of words by the hash of the word.

    Args:
        hashes: CRC-32 of the words, sorted; uint32, n.
        paths: path of each one's cluster, the first bit lowest; uint16, n.
    """

    hashes: NDArray[np.uint32]
    paths: NDArray[np.uint16]

    def path_of(self, word: str) -> int | None:
        """The path of a word's cluster, or None for a word that has none."""
        number = crc32(word.encode())
        place = int(self.hashes.searchsorted(np.uint32(number)))  # a plain int would make a wider copy of all hashes
        if place < len(self.hashes) and int(self.hashes[place]) == number:
            return int(self.paths[place])
        return None


def subword_rows(word: str, clusters: Clusters, listed: Clusters) -> list[int]:
    """Rows of the embedding table that stand for `word`; `FEATURES` numbers below `ROWS`.

    Args:
        listed: words of lists of places (1) and given names (2) instead of paths.
    """
    lower = word.lower()
    names = [f"w{word}", f"l{lower}", f"m{lower}"]
    names += [f"p{size}{lower[:size]}" for size in _PREFIXES]
    names += [f"s{size}{lower[-size:]}" for size in _SUFFIXES]
    names.append(f"h{shape_of(word)}")
    path = clusters.path_of(word)
    names += [f"c{bits}?" if path is None else f"c{bits}:{path & ((1 << bits) - 1)}" for bits in _PATHS]
    names.append(f"d{clusters.path_of(lower)}")
    names.append(f"g{listed.path_of(word)}")
    return [crc32(name.encode()) % ROWS for name in names]


def shape_of(word: str) -> str:
    """Capitals, small letters, digits and signs of a word, long runs cut: `Okt.` is `Xxx.`."""
    shape: list[str] = []
    for sign in word:
        kind = "d" if sign.isdigit() else "X" if sign.isupper() else "x" if sign.isalpha() else sign
        if shape[-_LONGEST_SHAPE:] != [kind] * _LONGEST_SHAPE:
            shape.append(kind)
    return "".join(shape)
