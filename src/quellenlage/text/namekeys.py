"""Names in many transcriptions brought to one form: folding, skeletons, and whether two names may be one person's.

Selenskyj, Selenski, Zelensky and Zelenskyy are one surname in four transcriptions. A name is *folded* first: letters
to ASCII, then the groups that transcriptions write differently ("sch", "sh"; "w", "v"; "yj", "iy", "y") to one sign.
The *skeleton* keeps the first letter and the consonants of the folded name. A skeleton only proposes that two names
may be the same; `compare_names` decides, and given names, length and the order of letters can veto.

The idea of proposing by key and deciding by rule follows phonetic codes such as Daitch-Mokotoff Soundex (1985); the
groups here are those of German, English, French and Polish transcriptions of Cyrillic, Arabic and Korean names.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from quellenlage.text.datafiles import read_rows

_LETTERS = re.compile(r"[^a-z]+")
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]")


class NameMatch(StrEnum):
    """How two names of persons stand to each other."""

    SAME = "same"
    SURNAME_ONLY = "surname_only"  # one of them is a surname alone and it fits: only the context can tell
    DIFFERENT = "different"


@cache
def _groups() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = read_rows(__package__, "transcription.tsv", columns=("written", "folded"))
    return tuple((re.compile(row["written"]), row["folded"]) for row in rows)


@lru_cache(maxsize=65_536)
def fold_part(part: str) -> str:
    """One word of a name in the form that all its transcriptions share, small ASCII letters."""
    folded = _LETTERS.sub("", anyascii(part.replace("ß", "ss")).lower())
    for pattern, sign in _groups():
        folded = pattern.sub(sign, folded)
    return _DOUBLE.sub(r"\1", folded)


def name_parts(name: str) -> tuple[str, ...]:
    """The folded words of a name, hyphens parting words too; signs and initials of one letter are kept as letters."""
    return tuple(folded for word in re.split(r"[\s\-‐‑–]+", name) if (folded := fold_part(word)))


def skeleton(name: str) -> str:
    """The first letter and the consonants of a folded name; names with different skeletons are seldom one name."""
    whole = "".join(name_parts(name))
    return whole[:1] + _VOWELS.sub("", whole[1:])


def same_part(left: str, right: str) -> bool:
    """Whether two folded words may be one: equal, or a letter apart where they are long enough to bear it."""
    if left == right:
        return True
    longest = max(len(left), len(right))
    if min(len(left), len(right)) < 4 or left[0] != right[0]:
        return False
    distance = Levenshtein.distance(left, right, score_cutoff=3)
    # a vowel more or less is a matter of transcription, a consonant more or less makes another name
    return _VOWELS.sub("", left) == _VOWELS.sub("", right) and distance <= (1 if longest < 6 else 2)


def compare_names(left: str, right: str) -> NameMatch:
    """Whether two full or partial names of persons are one, by their words alone.

    A surname alone fits every full name that ends (or, in Korean and Chinese order, begins) with it. Two full names
    need all their words to agree, in either order; an initial agrees with every name it begins; a middle name may be
    missing on one side.
    """
    first, second = name_parts(left), name_parts(right)
    if not first or not second:
        return NameMatch.DIFFERENT
    if "".join(first) == "".join(second):
        return NameMatch.SAME
    if len(first) == 1 or len(second) == 1:
        return _compare_surname(*sorted((first, second), key=len))
    return NameMatch.SAME if _agree(first, second) else NameMatch.DIFFERENT


def _compare_surname(single: tuple[str, ...], full: tuple[str, ...]) -> NameMatch:
    if len(full) == 1:
        return NameMatch.SAME if same_part(single[0], full[0]) else NameMatch.DIFFERENT
    fits = same_part(single[0], full[-1]) or same_part(single[0], full[0])
    return NameMatch.SURNAME_ONLY if fits else NameMatch.DIFFERENT


def _agree(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) == len(longer):
        return _all_agree(shorter, longer) or _all_agree(shorter, longer[1:] + longer[:1])
    if not same_part(shorter[-1], longer[-1]) or not _part_agrees(shorter[0], longer[0]):
        return False
    return len(shorter) == 2 or _subsequence(shorter, longer)


def _all_agree(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return all(_part_agrees(left, right) for left, right in zip(first, second, strict=True))


def _subsequence(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    rest = iter(longer)
    return all(any(_part_agrees(part, other) for other in rest) for part in shorter)


def _part_agrees(left: str, right: str) -> bool:
    """Whether two parts of full names agree; an initial stands for every name that begins with it."""
    if min(len(left), len(right)) == 1:
        return left[0] == right[0]
    return same_part(left, right)
