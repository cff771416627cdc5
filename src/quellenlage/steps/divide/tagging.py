"""Tokens from what a back end says of the words, the subjunctive settled with the language pack's forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quellenlage.languages.verbs import VerbVocabulary
from quellenlage.model.span import Span
from quellenlage.model.tokens import NameKind, RecognisedName, Token
from quellenlage.steps.divide.words import plain_word
from quellenlage.syntax.moods import with_moods
from quellenlage.syntax.parses import ParsedWord, Reader

_SENTENCE_SIGNS, _COMMA_SIGNS = frozenset({".", "!", "?", ";", ":", "…", "..."}), frozenset({","})
_KINDS = {"PER": NameKind.PERSON, "LOC": NameKind.PLACE, "ORG": NameKind.ORGANISATION, "OTH": NameKind.OTHER}


@dataclass(frozen=True, slots=True)
class Tagged:
    """Tokens per sentence, and the names that were recognised in them."""

    sentences: tuple[tuple[Token, ...], ...]
    names: tuple[RecognisedName, ...]


def tag_sentences(text: str, sentences: Sequence[Sequence[Span]], *, reader: Reader, verbs: VerbVocabulary) -> Tagged:
    """The tokens of the sentences of one document.

    Args:
        sentences: spans of their words, at least one each.
    """
    plain = [[plain_word(word.of(text)) for word in words] for words in sentences]
    parsed = reader.read(plain)
    tokens: list[tuple[Token, ...]] = []
    names: list[RecognisedName] = []
    for spans, words, parses in zip(sentences, plain, parsed, strict=True):
        tokens.append(_tokens(spans, words, parses, verbs))
        names.extend(_names(spans, parses))
    return Tagged(tuple(tokens), tuple(names))


def _tokens(
    spans: Sequence[Span], words: Sequence[str], parses: Sequence[ParsedWord], verbs: VerbVocabulary
) -> tuple[Token, ...]:
    tokens = [
        Token(span, word, parsed.lemma, _sign(word) or parsed.tag, None, parsed.form, parsed.head, parsed.relation)
        for span, word, parsed in zip(spans, words, parses, strict=True)
    ]
    return tuple(with_moods(tokens, verbs))


def _names(spans: Sequence[Span], parses: Sequence[ParsedWord]) -> Iterator[RecognisedName]:
    begin = 0
    while begin < len(parses):
        kind = parses[begin].name[2:]
        if not kind:
            begin += 1
            continue
        end = begin + 1
        while end < len(parses) and parses[end].name == f"I-{kind}":
            end += 1
        yield RecognisedName(Span(spans[begin].begin, spans[end - 1].end), _KINDS[kind])
        begin = end


def _sign(word: str) -> str | None:
    """The tag of a word without letters and digits, which back ends confuse; None for any other word."""
    if any(character.isalnum() for character in word):
        return None
    if word in _COMMA_SIGNS:
        return "$,"
    return "$." if word in _SENTENCE_SIGNS else "$("
