"""Which language a text is written in, told by its script and its function words.

Counting function words settles article-length text as well as models of letter sequences do, costs no model, and
names of persons and places in other languages do not disturb it. Only a short text needs more than that; such a text
is left undecided. The method is as old as Ingle, "Language identification table" (1976).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from quellenlage.text.datafiles import read_rows

UNDETERMINED = "und"  # ISO 639-2 for a language that cannot be told

_SAMPLE = 20_000  # characters; more changes nothing
_LEAST_WEIGHT = 0.9  # one word that no other language has, or several that few have
_LEAST_SHARE = 0.03  # of the words; in running text every fifth is in the table, in Turkish every fifteenth
_LEAD = 1.25  # times as many words as the second language
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

# First and last code point of the scripts that are told apart, and the language if only one uses the script.
_SCRIPTS: tuple[tuple[int, int, str, str | None], ...] = (
    (0x0041, 0x024F, "latin", None),
    (0x1E00, 0x1EFF, "latin", None),
    (0x0370, 0x03FF, "greek", "el"),
    (0x0400, 0x052F, "cyrillic", None),
    (0x0530, 0x058F, "armenian", "hy"),
    (0x0590, 0x05FF, "hebrew", "he"),
    (0x0600, 0x06FF, "arabic", None),
    (0x0900, 0x097F, "devanagari", "hi"),
    (0x0E00, 0x0E7F, "thai", "th"),
    (0x10A0, 0x10FF, "georgian", "ka"),
    (0x1100, 0x11FF, "hangul", "ko"),
    (0xAC00, 0xD7AF, "hangul", "ko"),
    (0x3040, 0x30FF, "kana", "ja"),
    (0x4E00, 0x9FFF, "han", "zh"),
)
_KANA_LEAST = 0.05  # of a text in Chinese characters; Japanese has a third of kana, Chinese none


@dataclass(frozen=True, slots=True)
class _Table:
    """Languages by script, and for each word the languages that have it."""

    by_script: dict[str, tuple[str, ...]]
    owners: dict[str, tuple[str, ...]]


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language of `text`, or `und` if it cannot be told."""
    sample = text[:_SAMPLE]
    script, only = _script(sample)
    if only is not None or script is None:
        return only or UNDETERMINED
    words = _WORD.findall(sample.lower())
    known = _known_words(words, script)
    weights: dict[str, float] = {}
    for owners, count in known:
        for code in owners:
            weights[code] = weights.get(code, 0.0) + count / len(owners)
    if not weights:
        return UNDETERMINED
    best, *others = sorted(weights, key=lambda code: -weights[code])[:2]
    if weights[best] < max(_LEAST_WEIGHT, _LEAST_SHARE * len(words)):
        return UNDETERMINED
    return best if all(_leads(best, other, known) for other in others) else UNDETERMINED


def _known_words(words: list[str], script: str) -> list[tuple[tuple[str, ...], int]]:
    """For each word that stands in the table: the languages in that script that have it, and how often it occurs."""
    table = _table()
    codes = frozenset(table.by_script[script])
    found = []
    for word, count in Counter(words).items():
        owners = tuple(code for code in table.owners.get(word, ()) if code in codes)
        if owners:
            found.append((owners, count))
    return found


def _leads(best: str, other: str, known: list[tuple[tuple[str, ...], int]]) -> bool:
    """Whether the words that only one of two languages has decide for `best`; those of both say nothing."""
    for_best = sum(count for owners, count in known if best in owners and other not in owners)
    for_other = sum(count for owners, count in known if other in owners and best not in owners)
    return for_best >= _LEAD * for_other and for_best > 0


def _script(text: str) -> tuple[str | None, str | None]:
    """The script most letters of the text are in, and the language if that settles it."""
    counts: Counter[str] = Counter()
    for character, count in Counter(text).items():
        point = ord(character)
        for first, last, script, _ in _SCRIPTS:
            if first <= point <= last and character.isalpha():
                counts[script] += count
                break
    if not counts:
        return None, None
    if (
        counts["kana"] > _KANA_LEAST * (counts["han"] + counts["kana"])
        and counts["han"] + counts["kana"] > counts["latin"]
    ):
        return "kana", "ja"
    script = counts.most_common(1)[0][0]
    return script, next(language for _, _, name, language in _SCRIPTS if name == script)


@cache
def _table() -> _Table:
    by_script: dict[str, list[str]] = {}
    owners: dict[str, list[str]] = {}
    for row in read_rows(__package__, "function_words.tsv", columns=("code", "script", "words")):
        by_script.setdefault(row["script"], []).append(row["code"])
        for word in dict.fromkeys(row["words"].split()):
            owners.setdefault(word, []).append(row["code"])
    return _Table({k: tuple(v) for k, v in by_script.items()}, {k: tuple(v) for k, v in owners.items()})
