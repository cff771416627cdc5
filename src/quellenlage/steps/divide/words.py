"""Words and signs of a stretch of text, each with its span.

A word keeps inner hyphens, apostrophes, soft hyphens and combining marks; a number keeps its separators; abbreviations
keep their full stop, and "z.B." is one word. A pronoun cut down to an apostrophe ("geht's") is a word of its own, since
it is the subject or object of a clause. A number and the letters glued to it ("25jährig", "170mm") are two words, so
that the figure and its unit can be told apart. Whether a number's full stop belongs to it (an ordinal) is settled with
the sentence ends.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from quellenlage.languages.segmentation import SegmentationVocabulary
from quellenlage.model.span import Span

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"  # combining marks, soft hyphen, zero-width signs: inside a word
_HYPHENS, _APOSTROPHES = "-‐‑", "'’"
_LOWER = "a-zß-öø-ÿ"
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060]")
_OPENS_SINGLE = re.compile(r"(?<!\w)[‘‚'’›‹](?=\w)")
_LANGUAGES_AT_ONCE = 8


def plain_word(text: str) -> str:
    """The word as a reader sees it: composed (NFC), less soft hyphens and zero-width signs."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text)) or text


def split_words(text: str, within: Span, vocabulary: SegmentationVocabulary) -> Iterator[Span]:
    """The words and signs of `text` inside `within`, in order; white space is in none of them."""
    pieces = [Span(*match.span()) for match in _pattern(vocabulary).finditer(text, within.begin, within.end)]
    index = parts = 0
    while index < len(pieces):
        taken = 1
        if index + 1 < len(pieces) and pieces[index + 1].begin == pieces[index].end:
            sign = text[pieces[index].end]
            if sign == ".":
                parts = parts or _parts(text, pieces, index, vocabulary)
                taken += parts > 0 or _is_abbreviation(text, pieces, index, vocabulary)
            elif sign in _APOSTROPHES:
                taken += _is_genitive(text, pieces, index, within=within, vocabulary=vocabulary)
        yield Span(pieces[index].begin, pieces[index + taken - 1].end)
        index, parts = index + taken, max(parts - 1, 0)


@lru_cache(maxsize=_LANGUAGES_AT_ONCE)
def _pattern(vocabulary: SegmentationVocabulary) -> re.Pattern[str]:
    """The pattern of the pieces of a language; the first alternative that fits is taken."""
    glued = _either("".join(parts) for parts in vocabulary.compound)
    domains, inclusive = _either(vocabulary.domains), _either(vocabulary.inclusive_endings)
    clitic, lower_clitic = _either(vocabulary.clitics), _either(vocabulary.clitics_after_lower_case)
    return re.compile(
        rf"""
        (?:https?://|www\.)[^\s<>"„“”»«]*[^\s<>"„“”»«.,;:!?)\]'’]      # addresses, less the signs of the sentence
      | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+                          # mail
      | \d+(?:[.,:]\d+)*(?:er[ns]?\b)?                               # numbers with separators; decades (1970ern)
        (?:[{_HYPHENS}][\w{_MARKS}]+)*                               # 170-Millimeter
      | (?<!\w)(?:{glued})(?!\w)                                     # abbreviations of several parts without spaces
      | \w(?=[\w-]*+\.\w)[\w-]*(?:\.[\w-]+)*\.(?:{domains})(?![\w-]) # names of sites (beispiel.de)
      | (?<!\w)[{_LOWER}]++(?=(?:{lower_clitic})(?!\w))              # "geht" before "'s"
      | (?<!\w)\w+?(?=(?:{clitic})(?!\w))
      | (?:{lower_clitic}|(?<=\w)(?:{clitic}))(?!\w)
      | \w[\w{_MARKS}]*(?:[{_HYPHENS}{_APOSTROPHES}&+][\w{_MARKS}]+)* # words …
        (?:(?:[*:·/](?:{inclusive})|\((?:{inclusive})\))(?!\w))?      # … with an inclusive ending (Bürger:innen)
        [{_HYPHENS}]?(?=\W|$)                                         # … or a hanging hyphen
      | [:;]-[()](?!\w) | (?<!\S)[:;][()](?!\S)                       # faces
      | ``|''|,,(?=\w)|-{{2,}}|\.{{2,}}|…|[^\w\s]                     # signs; two that stand for one are one
      | _+
        """,
        re.VERBOSE,
    )


def _either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, either apostrophe for an apostrophe; never, if there are none."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("'", f"[{_APOSTROPHES}]") for word in longest_first) or r"(?!)"


def _written(text: str, piece: Span) -> str:
    return plain_word(text[piece.begin : piece.end])


def _parts(text: str, pieces: list[Span], index: int, vocabulary: SegmentationVocabulary) -> int:
    """How many parts the abbreviation has that begins at `index`, written with spaces ("z. B."); 0 for none."""
    for parts in vocabulary.compound_by_first.get(_written(text, pieces[index]) + ".", ()):
        places = range(index, index + 2 * len(parts), 2)
        if places[-1] + 1 >= len(pieces):
            continue
        if all(_written(text, Span(pieces[at].begin, pieces[at + 1].end)) == part for at, part in zip(places, parts, strict=True)):
            return len(parts)
    return 0


def _is_abbreviation(text: str, pieces: list[Span], index: int, vocabulary: SegmentationVocabulary) -> bool:
    """Whether the full stop behind the word at `index` belongs to it: "Dr.", "W. Adler"."""
    stop = pieces[index + 1]
    if stop.length > 1:
        return False
    written = _written(text, pieces[index])
    if written + "." in vocabulary.abbreviations:
        return True
    if len(written) > 1 or not written.isupper() or index + 2 >= len(pieces):
        return False
    return _written(text, pieces[index + 2]) not in vocabulary.openers  # "Plan B. Der Rest"


def _is_genitive(
    text: str, pieces: list[Span], index: int, *, within: Span, vocabulary: SegmentationVocabulary
) -> bool:
    """Whether the apostrophe behind the word at `index` is its genitive ending ("Darius' Heer"), no quotation mark."""
    sign = pieces[index + 1]
    if index + 2 >= len(pieces) or sign.length > 1 or text[sign.begin - 1] not in vocabulary.apostrophe_genitive:
        return False
    following = pieces[index + 2].begin
    if following == sign.end or not text[following].isalpha():
        return False
    return _OPENS_SINGLE.search(text, within.begin, pieces[index].begin) is None
