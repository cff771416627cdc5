"""Names in many transcriptions brought to one form: folding, skeletons, and whether two names may be one person's.

Selenskyj, Selenski, Zelensky and Zelenskyy are one surname in four transcriptions. A name is *folded* first: letters
to ASCII, then the groups that transcriptions write differently ("sch", "sh"; "w", "v"; "yj", "iy", "y") to one sign.
The *skeleton* keeps the first letter and the consonants of the folded name. A skeleton only proposes that two names
may be the same; `compare_names` decides, and given names, length and the order of letters can veto.

The idea of proposing by key and deciding by rule follows phonetic codes such as Daitch-Mokotoff Soundex (1985); the
groups here are those of German, English, French and Polish transcriptions of Cyrillic, Arabic and Persian names.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from quellenlage.text.datafiles import read_rows

_LETTERS = re.compile(r"[^a-z]+")
_PARTING = re.compile(r"[\s\-‐‑–]+")
# Letters that lose their sound when they are brought to ASCII.
_SOUNDS = str.maketrans(
    {"ß": "ss", "č": "ch", "ć": "ch", "Č": "Ch", "Ć": "Ch", "đ": "dj", "Đ": "Dj", "ž": "zh", "Ž": "Zh"}
)
# The Arabic article in front of a name, tied to it or in small letters; some write it, some do not.
_ARTICLE = re.compile(r"(?<!\w)(?:[aAeE]l|[aA](?:s|sch|sh|d|r|t|n|z)|ul)[-‐‑](?=\w)|(?<!\w)(?:al|el) (?=\w)")
_SERVANT = re.compile(r"(?<!\w)[Aa]bd(?:[- ]?(?:[aeu]l|oul))[- ]?(?=\w)")  # "Abd al-", "Abdul ", "Abdel "
# A name of three syllables, as Korean and many Chinese and Vietnamese names are: each one group of vowels.
_SYLLABLE = re.compile(r"[^aeiouy]{0,3}y?[aeiou]{1,3}y?[^aeiouy]{0,2}")
_SYLLABLES = 3
# "Seok" and "Suk", "Geun" and "Gun", "Moon" and "Mun": one sound in several romanisations of Korean.
_KOREAN_VOWELS = (("eo", "o"), ("eu", "o"), ("oo", "o"), ("ou", "o"), ("ae", "e"), ("ui", "i"), ("u", "o"))
_DOUBLE = re.compile(r"(.)\1+")
_VOWEL_LETTERS = frozenset("aeiou")
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
    folded = _LETTERS.sub("", anyascii(part.translate(_SOUNDS)).lower())
    for pattern, sign in _groups():
        folded = pattern.sub(sign, folded)
    return _DOUBLE.sub(r"\1", folded)


def name_parts(name: str) -> tuple[str, ...]:
    """The folded words of a name, hyphens parting words too; initials are kept as letters, Arabic articles left out."""
    plain = _SERVANT.sub("Abdel", _ARTICLE.sub("", name)) or name
    return tuple(folded for word in _PARTING.split(plain) if (folded := fold_part(word)))


def name_key(name: str) -> str:
    """A key that transcriptions of one name share.

    In names of three syllables j and y are different sounds ("Jong", "Yong"); they keep their letters.
    """
    syllables = _syllables(name)
    return " ".join(name_parts(name) if syllables is None else syllables)


def _syllables(name: str) -> tuple[str, ...] | None:
    """The three syllables of a name such as "Kim Jong-un" in ASCII letters, or None for another kind of name."""
    parts = tuple(_LETTERS.sub("", anyascii(part).lower()) for part in _PARTING.split(name))
    is_syllabic = len(parts) == _SYLLABLES and all(_SYLLABLE.fullmatch(part) for part in parts)
    return parts if is_syllabic else None


def skeleton(name: str) -> str:
    """The first letter and the consonants of a folded name; names with different skeletons are seldom one name."""
    whole = "".join(name_parts(name))
    return whole[:1] + _VOWELS.sub("", whole[1:])


def same_part(left: str, right: str) -> bool:
    """Whether two folded words may be one: equal, or a letter apart where they are long enough to bear it."""
    if left == right:
        return True
    longest = max(len(left), len(right))
    both_vowels = left[0] in _VOWEL_LETTERS and right[0] in _VOWEL_LETTERS  # "Osama", "Usama"
    if min(len(left), len(right)) < 4 or not (left[0] == right[0] or both_vowels):
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
    syllables = _syllables(left), _syllables(right)
    if syllables[0] is not None and syllables[1] is not None:
        return NameMatch.SAME if all(map(_same_syllable, syllables[0], syllables[1])) else NameMatch.DIFFERENT
    first, second = name_parts(left), name_parts(right)
    if not first or not second:
        return NameMatch.DIFFERENT
    if "".join(first) == "".join(second):
        return NameMatch.SAME
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) == 1:
        return _compare_surname(shorter, longer)
    if len(shorter) < len(longer) and _all_agree(shorter, longer[-len(shorter) :]) and shorter[0] != longer[0]:
        return NameMatch.SURNAME_ONLY  # "bin Salman", "von der Leyen"
    return NameMatch.SAME if _agree(first, second) else NameMatch.DIFFERENT


def _same_syllable(left: str, right: str) -> bool:
    """Whether two syllables may be one: equal once the vowels that romanisations of Korean mix are made one."""
    return _plain_syllable(left) == _plain_syllable(right)


def _plain_syllable(syllable: str) -> str:
    for written, plain in _KOREAN_VOWELS:
        syllable = syllable.replace(written, plain)
    return syllable


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
    middle = shorter[1:-1]
    if any(len(part) == 1 for part in middle):  # "George W." is not "George H. W."
        return _all_agree(middle, longer[1 : 1 + len(middle)])
    return _subsequence(shorter, longer)


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
