"""The back end `embedded`: parts of speech and base forms from HanTa, subjunctive from the language pack.

HanTa (Christian Wartena, "A Probabilistic Morphology Model for German Lemmatization", KONVENS 2019; LGPL-3) is used as
an unmodified library with the model it brings.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from HanTa.HanoverTagger import HanoverTagger

from quellenlage.languages.verbs import VerbVocabulary
from quellenlage.model.span import Span
from quellenlage.model.tokens import Token
from quellenlage.steps.divide.words import plain_word

BACK_END = "embedded"
_MODELS = {"de": "morphmodel_ger.pgz"}
_FULL_VERB_TAGS = frozenset({"VVFIN", "VVIMP"})
_VERB_TAGS = frozenset({"VVFIN", "VVIMP", "VAFIN", "VMFIN"})
_SENTENCE_SIGNS, _COMMA_SIGNS = frozenset({".", "!", "?", ";", ":", "…", "..."}), frozenset({","})


# Analyses of single words kept in memory, since the analysis of a word is all but the whole cost of tagging and news
# repeats its words. Measured on 60 articles, tokens a second: 1,600 without, 3,100 while the memory fills, over 20,000
# once it knows the words.
_WORDS_KEPT = 131_072


@dataclass(frozen=True, slots=True)
class _Tagger:
    """HanTa with a memory.

    Args:
        tags: the tags of a sentence's words.
        lemma: the base form of a word that has a tag.
    """

    tags: Callable[[list[str]], list[str]]
    lemma: Callable[[str, str], str]


@cache
def _tagger(language: str) -> _Tagger:
    hanta = HanoverTagger(_MODELS[language])
    hanta.analyze_forward = lru_cache(_WORDS_KEPT)(hanta.analyze_forward)

    @lru_cache(_WORDS_KEPT)
    def lemma(word: str, tag: str) -> str:
        return str(hanta.analyze(word, pos=tag)[0])

    return _Tagger(lambda words: list(hanta.tag_sent(words, taglevel=0)), lemma)


def tag_words(text: str, words: list[Span], *, language: str, verbs: VerbVocabulary) -> tuple[Token, ...]:
    """The tokens of one sentence."""
    plain = [plain_word(word.of(text)) for word in words]
    first_person = not verbs.first_person.isdisjoint(plain)
    tagger = _tagger(language)
    tokens = []
    for span, word, hanta_tag in zip(words, plain, tagger.tags(plain), strict=True):
        tag, lemma = _stts(word, hanta_tag), tagger.lemma(word, hanta_tag)
        subjunctive = tag in _VERB_TAGS and verbs.is_subjunctive(
            word.lower(), full_verb=tag in _FULL_VERB_TAGS, first_person=first_person
        )
        tokens.append(Token(span, word, lemma, tag, subjunctive))
    return tuple(tokens)


def _stts(word: str, hanta_tag: str) -> str:
    """HanTa writes `VV(FIN)` for VVFIN and tags some signs as words."""
    if not any(character.isalnum() for character in word):
        if word in _COMMA_SIGNS:
            return "$,"
        return "$." if word in _SENTENCE_SIGNS else "$("
    return hanta_tag.replace("(", "").replace(")", "")
