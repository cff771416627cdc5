"""Words and signs of a stretch of text, each with its span.

A word keeps inner hyphens, apostrophes, soft hyphens and combining marks; a number keeps its separators; abbreviations
keep their full stop. Whether a number's full stop belongs to it (an ordinal) is settled with the sentence ends.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from quellenlage.languages.segmentation import SegmentationVocabulary
from quellenlage.model.span import Span

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"  # combining marks, soft hyphen, zero-width signs: inside a word
_WORD = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"„“”»«]+                 # addresses
  | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+               # mail
  | \d+(?:[.,:]\d+)*(?:(?:er[ns]?|st|nd|rd|th)\b)?      # numbers with separators; decades (1970ern), ordinals (26th)
    (?:[-‐‑][\w{_MARKS}]+)*                           # 170-Millimeter
  | \w[\w{_MARKS}]*(?:[-‐‑'’&+][\w{_MARKS}]+)*[-‐‑]?(?=\W|$)   # words, with a hanging hyphen
  | ``|''|,,(?=\w)|-{{2,}}|\.{{2,}}|…|[^\w\s]                # signs; two that stand for one quotation mark are one
  | _+
    """,
    re.VERBOSE,
)
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060]")


def plain_word(text: str) -> str:
    """The word as a reader sees it: composed (NFC), less soft hyphens and zero-width signs."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text)) or text


def split_words(text: str, within: Span, vocabulary: SegmentationVocabulary) -> Iterator[Span]:
    """The words and signs of `text` inside `within`, in order; white space is in none of them."""
    pieces = [Span(*match.span()) for match in _WORD.finditer(text, within.begin, within.end)]
    index = 0
    while index < len(pieces):
        taken = _abbreviation(text, pieces, index, vocabulary)
        yield from _parted(text, Span(pieces[index].begin, pieces[index + taken - 1].end), vocabulary)
        index += taken


def _parted(text: str, word: Span, vocabulary: SegmentationVocabulary) -> Iterator[Span]:
    """The word and the clitic at its end, or the word itself."""
    lowered = word.of(text).lower()
    clitic = next((c for c in vocabulary.clitics if lowered.endswith(c) and len(c) < word.length), None)
    if clitic is None:
        yield word
        return
    end = word.end - len(clitic)
    yield from (Span(word.begin, end), Span(end, word.end))


def _abbreviation(text: str, pieces: list[Span], index: int, vocabulary: SegmentationVocabulary) -> int:
    """How many pieces from `index` on make one token: 2 for a word with its full stop, else 1."""
    if index + 1 >= len(pieces):
        return 1
    word, stop = pieces[index], pieces[index + 1]
    for dotted in vocabulary.dotted:
        if text.startswith(dotted, word.begin):
            return sum(word.begin <= piece.begin < word.begin + len(dotted) for piece in pieces[index:][: len(dotted)])
    if text[stop.begin : stop.end] != "." or stop.begin != word.end:
        return 1
    written = plain_word(word.of(text))
    if written + "." in vocabulary.abbreviations:
        return 2
    if len(written) == 1 and written.isalpha() and _is_part_or_initial(text, pieces, index, vocabulary):
        return 2
    return 1


def _is_part_or_initial(text: str, pieces: list[Span], index: int, vocabulary: SegmentationVocabulary) -> bool:
    """Whether a single letter with a full stop is an initial ("W. Meier") or part of "z. B."."""
    written = plain_word(pieces[index].of(text)) + "."
    if any(written in parts for parts in vocabulary.compound):
        return True
    return written.isupper() and index + 2 < len(pieces)
