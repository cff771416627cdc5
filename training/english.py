"""The English examples: the English Web Treebank with the names of Universal NER, and the names of PUD."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.clusters import irregular_forms
from training.corpora import Example, read_conllu, read_named_words, read_universal_names
from training.lexicon import make_lexicon

CLUSTERED = 200_000  # words with a cluster: the weights of both languages together must stay small
_CLASSES = ("VB", "MD", "JJ", "NN")
_IRREGULAR = {"verb": ("VBD", "VBN", "VBG", "VBZ"), "noun": ("NNS",), "adj": ("JJR", "JJS")}
_NAMES_OFTEN = 3  # names are marked in few sentences, so each is seen so often an epoch


def english_examples(public: Path) -> list[Example]:
    """All examples of the English network; the test half is never read.

    Args:
        public: folder with `UD_English-EWT`, `UNER_English-EWT` and `UNER_English-PUD`.
    """
    treebank = public / "UD_English-EWT"
    names = read_universal_names(public / "UNER_English-EWT" / "en_ewt-ud-dev.iob2")
    trees = list(read_conllu(treebank / "en_ewt-ud-train.conllu", source="ewt-train"))
    named = list(read_conllu(treebank / "en_ewt-ud-dev.conllu", source="ewt-dev", names=names))
    news = list(read_named_words(public / "UNER_English-PUD" / "en_pud-ud-test.iob2", source="pud"))
    return [*trees, *(named + news) * _NAMES_OFTEN]


def english_lexicon(examples: Sequence[Example]) -> dict[str, NDArray[np.generic]]:
    """Base forms known by heart: irregular forms, and those of the examples."""
    irregular = [
        Example(words=[form], xpos=[tag], lemmas=[bases[0]])
        for kind, tags in _IRREGULAR.items()
        for form, bases in irregular_forms().get(kind, {}).items()
        for tag in tags
        if " " not in form and "_" not in form
    ]
    return make_lexicon([*irregular, *irregular], [e for e in examples if e.heads is not None], _CLASSES)
