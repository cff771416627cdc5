"""The German examples: which corpora, which parts of them are believed, and how much each counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.corpora import (
    Example,
    open_text,
    read_conllu,
    read_germeval,
    read_own_names,
    read_smartdata,
    read_universal_names,
    read_words_with_upos,
)
from training.lexicon import make_lexicon
from training.silver import SilverTagger, plain_sentences, sample

_SEED = 3
_OWN_NAMES = Path(__file__).with_name("annotations") / "gsd-train-names.tsv"
_PROTOCOLS, _SMARTDATA = 2_500, 2_000  # sentences
_WORDS_STEP = 2  # every second sentence of GSD's training half: the others add hours and little else
_FREQUENT_WORDS = 60_000  # whose verb forms are looked up for the lexicon
# How much an example counts beside a tree. SmartData marks names by other guidelines than the test set.
_WEIGHTS = {"gsd-train": 0.7, "gsd-names": 1.0, "germeval-dev": 1.0, "smartdata": 0.35, "protocols": 0.7}
_TREES_TWICE = 2  # trees are few, so each is seen twice an epoch
_SURE = 0.05  # a tag of the older guidelines is believed if gold gives it to that class of words this often
# Classes whose universal tags changed between the guidelines of the two halves of GSD.
_CHANGED = frozenset({"PIAT", "PIDAT", "PDAT", "PDS", "PIS", "PWAT", "PWAV", "KOKOM", "ADJD", "VVPP", "PTKVZ", "FM"})


def gold_trees(data: Path, public: Path | None = None) -> list[Example]:
    """Trees that may be learned from: the development half of GSD and PUD (whose tags are not STTS).

    Args:
        public: folder with Universal NER's names of PUD, in `UNER_German-PUD`.
    """
    folder = data / "ud-german"
    names = None if public is None else read_universal_names(public / "UNER_German-PUD" / "de_pud-ud-test.iob2")
    trees = list(read_conllu(folder / "gsd-dev.conllu.xz", source="gsd-dev"))
    trees += read_conllu(folder / "pud.conllu.xz", source="pud", xpos=False, verb_forms=False, names=names)
    return trees


def german_examples(data: Path, public: Path | None = None) -> list[Example]:
    """All examples of the German network; see `gold_trees`."""
    trees = gold_trees(data, public)
    tagger = SilverTagger()
    words = list(read_words_with_upos(data / "ud-german" / "gsd-train.upos.txt.xz", source="gsd-train"))
    own = list(read_own_names(_OWN_NAMES, words, source="gsd-names"))
    names = list(read_germeval(data / "germeval14" / "dev.txt.xz", source="germeval-dev"))
    smart = list(read_smartdata(data / "smartdata" / "train-v1-minus-v3eval.jsonl.xz", source="smartdata"))
    protocols = plain_sentences(open_text(data / "bundestag-text" / "plenary-17-18-every5th.txt.xz"))
    silver = [
        *words[::_WORDS_STEP],
        *names,
        *names,
        *own,
        *own,
        *_some(smart, _SMARTDATA),
        *sample(protocols, _PROTOCOLS, seed=_SEED),
    ]
    for example in silver:
        if example.xpos is None:
            tagger.tag(example)
        example.weight = _WEIGHTS[example.source]
    believe_tags([*words, *own], trees)
    return trees * _TREES_TWICE + silver


def german_lexicon(data: Path, examples: Sequence[Example], clusters: Iterable[str]) -> dict[str, NDArray[np.generic]]:
    """Base forms known by heart: of the examples, and of the verb forms among frequent words.

    Args:
        clusters: words by falling frequency.
    """
    small = (word for word in clusters if word.isalpha() and word.islower())
    forms = SilverTagger().verb_forms(islice(small, _FREQUENT_WORDS))
    seen = [Example(words=[word], xpos=[tag], lemmas=[lemma]) for word, tag, lemma in forms]
    silver = [example for example in examples if example.heads is None]
    return make_lexicon([*silver, *seen, *seen], gold_trees(data))


def believe_tags(silver: Sequence[Example], gold: Sequence[Example]) -> None:
    """Leave open the universal tags of older guidelines that gold would not give to words of the same STTS class."""
    pairs: Counter[tuple[str, str]] = Counter()
    tags: Counter[str] = Counter()
    for example in gold:
        for xpos, upos in zip(example.xpos or (), example.upos or (), strict=False):
            pairs[xpos, upos] += 1
            tags[xpos] += 1
    for example in silver:
        if example.upos is None or example.xpos is None:
            continue
        example.upos = [
            upos if xpos not in _CHANGED and pairs[xpos, upos] >= _SURE * max(tags[xpos], 1) else ""
            for xpos, upos in zip(example.xpos, example.upos, strict=True)
        ]


def german_text(data: Path) -> list[list[str]]:
    """Plain sentences for the language models; news and web text twice, parliament once."""
    few = [e.words for e in read_words_with_upos(data / "ud-german" / "gsd-train.upos.txt.xz", source="")]
    few += [e.words for e in read_germeval(data / "germeval14" / "dev.txt.xz", source="")]
    few += [e.words for e in read_smartdata(data / "smartdata" / "train-v1-minus-v3eval.jsonl.xz", source="")]
    many = plain_sentences(open_text(data / "bundestag-text" / "plenary-17-18-every5th.txt.xz"))
    return [sentence for sentence in [*few, *few, *many] if len(sentence) > 2]


def _some(examples: Sequence[Example], count: int) -> list[Example]:
    step = max(1, len(examples) // count)
    return list(examples[::step])
