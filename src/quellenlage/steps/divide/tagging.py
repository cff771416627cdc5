"""The back end `embedded`: parts of speech and base forms from HanTa, subjunctive from the language pack.

HanTa (Christian Wartena, "A Probabilistic Morphology Model for German Lemmatization", KONVENS 2019; LGPL-3) is used as
an unmodified library with the model it brings.
"""

from __future__ import annotations

from functools import cache

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


@cache
def _tagger(language: str) -> HanoverTagger:
    return HanoverTagger(_MODELS[language])


def tag_words(text: str, words: list[Span], *, language: str, verbs: VerbVocabulary) -> tuple[Token, ...]:
    """The tokens of one sentence."""
    plain = [plain_word(word.of(text)) for word in words]
    first_person = not verbs.first_person.isdisjoint(plain)
    tagged = _tagger(language).tag_sent(plain)
    tokens = []
    for span, word, (_, lemma, hanta_tag) in zip(words, plain, tagged, strict=True):
        tag = _stts(word, hanta_tag)
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
