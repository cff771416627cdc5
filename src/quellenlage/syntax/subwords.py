"""A word as the network sees it: places in one hashed table for the word, its beginnings and endings, and its shape.

German builds words from parts; the head of a compound is its end and inflection stands behind it, so endings of several
lengths say most about an unknown word. Hashing into a table of fixed size (Weinberger et al., "Feature Hashing for
Large Scale Multitask Learning", ICML 2009) needs no word list to be shipped.
"""

from __future__ import annotations

from zlib import crc32

ROWS = 98_304  # of the table; a row is the embedding of all features that hash to it
FEATURES = 14  # per word, always; a short word repeats its last ending
_PREFIXES = (1, 2, 3, 5)
_SUFFIXES = (1, 2, 3, 4, 5, 7)
_LONGEST_SHAPE = 4  # of a run of equal signs


def subword_rows(word: str) -> tuple[int, ...]:
    """Rows of the embedding table that stand for `word`; `FEATURES` numbers below `ROWS`."""
    lower = word.lower()
    names = [f"w{word}", f"l{lower}", f"m{lower}"]
    names += [f"p{size}{lower[:size]}" for size in _PREFIXES]
    names += [f"s{size}{lower[-size:]}" for size in _SUFFIXES]
    names.append(f"h{shape_of(word)}")
    return tuple(crc32(name.encode()) % ROWS for name in names)


def shape_of(word: str) -> str:
    """Capitals, small letters, digits and signs of a word, long runs cut: `Okt.` is `Xxx.`."""
    shape: list[str] = []
    for sign in word:
        kind = "d" if sign.isdigit() else "X" if sign.isupper() else "x" if sign.isalpha() else sign
        if shape[-_LONGEST_SHAPE:] != [kind] * _LONGEST_SHAPE:
            shape.append(kind)
    return "".join(shape)
