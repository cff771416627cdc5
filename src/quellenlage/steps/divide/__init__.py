"""Divide: passages -> sentences with tokens, and paired quotation marks."""

from __future__ import annotations

from quellenlage.languages.segmentation import SegmentationVocabulary
from quellenlage.languages.verbs import VerbVocabulary
from quellenlage.model.document import Document, Passage, Role
from quellenlage.model.span import Span
from quellenlage.model.tokens import Division, Sentence
from quellenlage.steps.divide.quotations import pair_quotations
from quellenlage.steps.divide.sentences import split_sentences
from quellenlage.steps.divide.tagging import BACK_END, tag_words
from quellenlage.steps.divide.words import split_words

READ_ROLES = frozenset({Role.CONTENT, Role.TITLE, Role.CAPTION})
_LONGEST_SENTENCE = 400  # tokens; a longer stretch without an end sign is a list or a table and is cut here


def divide(
    document: Document,
    passages: tuple[Passage, ...],
    *,
    segmentation: SegmentationVocabulary,
    verbs: VerbVocabulary,
) -> Division:
    """Sentences, tokens and quotations of the passages that are read.

    Args:
        passages: of `document`; those with another role than content, title or caption are passed over.
    """
    text = document.text
    read = [(number, passage) for number, passage in enumerate(passages) if passage.role in READ_ROLES]
    sentences = []
    for number, passage in read:
        words = list(split_words(text, passage.span, segmentation))
        for sentence_words in split_sentences(text, words, segmentation):
            for begin in range(0, len(sentence_words), _LONGEST_SENTENCE):
                piece = sentence_words[begin : begin + _LONGEST_SENTENCE]
                tokens = tag_words(text, piece, language=document.language, verbs=verbs)
                span = Span(piece[0].begin, piece[-1].end)
                sentences.append(Sentence(span, passage.role, number, tokens))
    pairing = pair_quotations(text, [passage.span for _, passage in read])
    return Division(tuple(sentences), pairing.quotations, BACK_END, pairing.stray)
