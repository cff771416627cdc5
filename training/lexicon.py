"""Base forms of inflected words that occur often enough to be known by heart, for irregular forms above all."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from quellenlage.syntax.lemmas import edit_between
from training.corpora import Example

CLASSES = ("VV", "VA", "VM", "ADJ", "NN")  # of which silver base forms are believed
_SEEN = 2  # times a form must occur in silver
_EDITS = 65_535  # at most, since an edit's number has 16 bits


def make_lexicon(
    silver: Iterable[Example], gold: Iterable[Example], classes: tuple[str, ...] = CLASSES
) -> dict[str, NDArray[np.generic]]:
    """Arrays for the weights file: hashes of tag and form, the number of each one's edit, and the edits.

    The gold's base forms outrank the silver's; of several the most frequent counts.

    Args:
        classes: beginnings of the tags whose forms are taken.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for example in silver:
        for word, tag, lemma in zip(example.words, example.xpos or (), example.lemmas or (), strict=False):
            if tag.startswith(classes) and not word.isupper() and lemma:
                counts[tag, word][lemma] += 1
    chosen = {key: forms.most_common(1)[0][0] for key, forms in counts.items() if sum(forms.values()) >= _SEEN}
    sure: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for example in gold:
        for word, tag, lemma in zip(example.words, example.xpos or (), example.lemmas or (), strict=False):
            sure[tag, word][lemma] += 1
    chosen.update({key: forms.most_common(1)[0][0] for key, forms in sure.items() if key[0].startswith(classes)})
    edits = {key: edit_between(key[1], lemma) for key, lemma in chosen.items()}
    frequent = [edit for edit, _ in Counter(edits.values()).most_common(_EDITS)]
    numbers = {edit: number for number, edit in enumerate(frequent)}
    known = {crc32("\t".join(key).encode()): numbers[edit] for key, edit in edits.items() if edit in numbers}
    hashes = np.array(sorted(known), dtype=np.uint32)
    return {
        "lexicon_hashes": hashes,
        "lexicon_edits": np.array([known[int(h)] for h in hashes], dtype=np.uint16),
        "edits": np.frombuffer(json.dumps(frequent, ensure_ascii=False).encode(), dtype=np.uint8),
    }
