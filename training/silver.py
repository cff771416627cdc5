"""Tags and base forms of a second tagger on plain text, for the network to learn from where no gold says them.

HanTa (Christian Wartena, "A Probabilistic Morphology Model for German Lemmatization", KONVENS 2019; LGPL-3) tags the
text; the network learns from its tags and is corrected by the gold. Nothing of HanTa is shipped or needed to read.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from HanTa.HanoverTagger import HanoverTagger

from training.corpora import Example

_MODEL = "morphmodel_ger.pgz"
_UNLIKELY = 4  # logarithm of the share of the likeliest reading below which another one is left out
_KEPT = 300_000  # analyses in memory
_WORD = re.compile(r"\d+(?:[.,:]\d+)*\.?|\w+(?:[-'’]\w+)*-?|\.\.\.|[^\w\s]")
_ABBREVIATIONS = frozenset(
    ["Dr", "Prof", "Nr", "Abs", "Art", "bzw", "ca", "vgl", "usw", "etc", "Mio", "Mrd", "St", "Abg", "d", "h", "z", "B"]
)
_SHORTEST, _LONGEST, _SHORTEST_LINE = 4, 80, 40
_COMMAS, _ENDS = frozenset({","}), frozenset({".", "!", "?", ";", ":", "…", "..."})


def plain_sentences(lines: Iterable[str]) -> list[list[str]]:
    """Rough sentences of running text, one paragraph a line; short lines are headings and are left out."""
    sentences = []
    for line in lines:
        if len(line) < _SHORTEST_LINE:
            continue
        words, current = _WORD.findall(line), []
        for place, word in enumerate(words):
            current.append(word)
            if word in (".", "!", "?") and len(current) >= _SHORTEST and _ends(words, place):
                sentences.append(current)
                current = []
        sentences.append(current)
    return [sentence for sentence in sentences if _SHORTEST <= len(sentence) <= _LONGEST]


def _ends(words: Sequence[str], place: int) -> bool:
    before = words[place - 1]
    if words[place] == "." and (before in _ABBREVIATIONS or len(before) == 1):
        return False
    following = words[place + 1] if place + 1 < len(words) else ""
    return not following[:1].isalnum() or following[:1].isupper()


class SilverTagger:
    """HanTa with a memory."""

    def __init__(self) -> None:
        hanta = HanoverTagger(_MODEL)
        hanta.analyze_forward = lru_cache(_KEPT)(hanta.analyze_forward)
        self._hanta = hanta
        self._lemma = lru_cache(_KEPT)(lambda word, tag: str(hanta.analyze(word, pos=tag)[0]))

    def tag(self, example: Example) -> None:
        """Give an example STTS tags and base forms."""
        tags = self._hanta.tag_sent(example.words, taglevel=0)
        example.lemmas = [self._lemma(word, tag) for word, tag in zip(example.words, tags, strict=True)]
        example.xpos = [_stts(word, tag) for word, tag in zip(example.words, tags, strict=True)]

    def verb_forms(self, words: Iterable[str]) -> Iterator[tuple[str, str, str]]:
        """Verb forms among words, each with an STTS tag it can have and its base form under that tag."""
        for word in words:
            for tag, _ in self._hanta.tag_word(word, cutoff=_UNLIKELY):
                if tag.startswith(("VV(", "VA(", "VM(")):
                    yield word, _stts(word, tag), self._lemma(word, tag)


def _stts(word: str, tag: str) -> str:
    if any(sign.isalnum() for sign in word):
        plain = tag.replace("(", "").replace(")", "")
        return "NN" if plain == "NNI" else plain  # a noun made of an infinitive; the STTS has no tag of its own for it
    return "$," if word in _COMMAS else "$." if word in _ENDS else "$("


def sample(sentences: Sequence[list[str]], count: int, *, seed: int) -> list[Example]:
    """A random choice of sentences as examples."""
    chosen = random.Random(seed).sample(range(len(sentences)), min(count, len(sentences)))
    return [Example(words=sentences[place], source="protocols") for place in chosen]
