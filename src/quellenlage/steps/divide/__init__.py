"""Divide: passages -> sentences with tokens, and paired quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from quellenlage.languages.segmentation import SegmentationVocabulary
from quellenlage.languages.verbs import VerbVocabulary
from quellenlage.model.document import Document, Passage, Role
from quellenlage.model.span import Span
from quellenlage.model.tokens import Division, Sentence
from quellenlage.steps.divide.quotations import pair_quotations
from quellenlage.steps.divide.sentences import split_sentences
from quellenlage.steps.divide.tagging import tag_sentences
from quellenlage.steps.divide.words import split_words
from quellenlage.syntax.parses import Reader

READ_ROLES = frozenset({Role.CONTENT, Role.TITLE, Role.CAPTION})
_LONGEST_SENTENCE = 400  # tokens; a longer stretch without an end sign is a list or a table and is cut here


def divide(
    document: Document,
    passages: tuple[Passage, ...],
    *,
    segmentation: SegmentationVocabulary,
    verbs: VerbVocabulary,
    reader: Reader,
) -> Division:
    """Sentences, tokens and quotations of the passages that are read.

    Args:
        passages: of `document`; those with another role than content, title or caption are passed over.
        reader: the back end that tags and parses the sentences, all of a document at once.
    """
    text = document.text
    read = [(number, passage) for number, passage in enumerate(passages) if passage.role in READ_ROLES]
    pieces = [
        (passage.role, number, piece)
        for number, passage in read
        for words in split_sentences(text, list(split_words(text, passage.span, segmentation)), segmentation)
        for piece in _cut(words)
    ]
    tagged = tag_sentences(text, [words for _, _, words in pieces], reader=reader, verbs=verbs)
    sentences = tuple(
        Sentence(Span(words[0].begin, words[-1].end), role, number, tokens)
        for (role, number, words), tokens in zip(pieces, tagged.sentences, strict=True)
    )
    pairing = pair_quotations(text, [passage.span for _, passage in read])
    return Division(sentences, pairing.quotations, reader.name, pairing.stray, tagged.names)


def _cut(words: list[Span]) -> Iterator[list[Span]]:
    for begin in range(0, len(words), _LONGEST_SENTENCE):
        yield words[begin : begin + _LONGEST_SENTENCE]
