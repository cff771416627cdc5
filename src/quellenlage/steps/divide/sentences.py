"""Sentence ends among the words of one passage.

A full stop ends a sentence unless it belongs to an ordinal, unless the next word goes on in lower case, or unless a
bracket or quotation goes on. Closing quotation marks and brackets stay with the sentence they close.
"""

from __future__ import annotations

from collections.abc import Iterator

from quellenlage.languages.segmentation import SegmentationVocabulary
from quellenlage.model.span import Span
from quellenlage.steps.divide.words import plain_word

_ENDS = frozenset({".", "!", "?", "…"})
_CLOSERS = frozenset([*"“”\"»«’‘'›‹)]", "''"])
_GOES_ON = frozenset({",", ";", "–", "-", "—", ":"})
_LONGEST_ORDINAL = 2  # digits; a year with a full stop ends its sentence

_ROMAN, _LONGEST_ROMAN = frozenset("IVX"), 5


def split_sentences(text: str, words: list[Span], vocabulary: SegmentationVocabulary) -> Iterator[list[Span]]:
    """The sentences of one passage as lists of words; an ordinal is joined with its full stop."""
    joined = list(_join_ordinals(text, words, vocabulary))
    current: list[Span] = []
    index = 0
    while index < len(joined):
        current.append(joined[index])
        index += 1
        if _ends_sentence(text, joined, index - 1, vocabulary):
            while index < len(joined) and _closes(text, joined, index):
                current.append(joined[index])
                index += 1
            if index < len(joined) and _continues(text, joined, index):
                continue
            yield current
            current = []
    if current:
        yield current


def _join_ordinals(text: str, words: list[Span], vocabulary: SegmentationVocabulary) -> Iterator[Span]:
    index = 0
    while index < len(words):
        if _is_ordinal(text, words, index, vocabulary):
            yield Span(words[index].begin, words[index + 1].end)
            index += 2
        else:
            yield words[index]
            index += 1


def _is_ordinal(text: str, words: list[Span], index: int, vocabulary: SegmentationVocabulary) -> bool:
    """Whether the full stop after the number at `index` makes it an ordinal."""
    if index + 2 >= len(words) or words[index + 1].of(text) != "." or words[index + 1].begin != words[index].end:
        return False
    number = words[index].of(text)
    following = plain_word(words[index + 2].of(text))
    if _ROMAN.issuperset(number) and len(number) <= _LONGEST_ROMAN:  # "Heinrich VIII. floh"
        return following[:1].islower() or following in _GOES_ON
    if not number.isdigit() or len(number) > _LONGEST_ORDINAL:
        return False
    if following in vocabulary.months or following in vocabulary.counted_off or following[:1].islower():
        return True
    leader = plain_word(words[index - 1].of(text)) if index else ""
    return leader in vocabulary.ordinal_leaders and following not in vocabulary.openers


def _ends_sentence(text: str, words: list[Span], index: int, vocabulary: SegmentationVocabulary) -> bool:
    written = words[index].of(text)
    if written in _ENDS or (written.startswith("..") and set(written) == {"."}):
        return True
    if not written.endswith(".") or index + 1 >= len(words):
        return False
    following = plain_word(words[index + 1].of(text))
    return plain_word(written) in vocabulary.closing and following in vocabulary.openers


def _closes(text: str, words: list[Span], index: int) -> bool:
    """Whether the sign at `index` closes a quotation or bracket, or is one more end sign."""
    written = words[index].of(text)
    if written in _ENDS:
        return True
    if written not in _CLOSERS:
        return False
    gap = words[index].begin - words[index - 1].end
    opens = index + 1 < len(words) and words[index + 1].begin == words[index].end and gap > 0
    return not opens or written == "”"


def _continues(text: str, words: list[Span], index: int) -> bool:
    """Whether the sentence goes on with the word at `index` in spite of an end sign."""
    written = words[index].of(text)
    return written[:1].islower() or written in _GOES_ON
