"""Number words ("dreiundzwanzigtausendfünfhundert", "zwanzigste"), read from the parts they are made of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from quellenlage.text.datafiles import Table

_DIGRAPHS = (("ue", "ü"), ("oe", "ö"))  # how umlauts are written where a keyboard has none


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of a language.

    Args:
        values: words that are no compound of others, folded.
        pattern: the grammar of compounds, with the groups `hundred_thousands`, `thousands`, `hundreds`, `rest`.
        hundred, thousand, joint, half, decimal: the words themselves, folded.
        ordinals: stems that make no regular ordinal.
        ordinal_endings: what makes an ordinal of a number word, longest first.
        inflections: endings of those stems.
    """

    values: Mapping[str, float]
    pattern: re.Pattern[str]
    hundred: str
    thousand: str
    joint: str
    half: str
    decimal: str
    ordinals: Mapping[str, int]
    ordinal_endings: tuple[str, ...]
    inflections: frozenset[str]

    def read(self, word: str) -> float | None:
        """The number that a single word names ("zweitausendfünfhundert", "anderthalb"), or None."""
        folded = _folded(word)
        if folded in self.values:
            return self.values[folded]
        if folded.endswith(self.half):
            whole = self._compound(folded[: -len(self.half)])
            return None if whole is None else whole + 0.5
        return self._compound(folded)

    def read_ordinal(self, word: str) -> int | None:
        """The number that an ordinal names ("Dritte", "zwanzigsten"), or None."""
        folded = _folded(word)
        for stem, value in self.ordinals.items():
            if folded.startswith(stem) and folded[len(stem) :] in self.inflections:
                return value
        for ending in self.ordinal_endings:
            value_of_stem = self.read(folded[: -len(ending)]) if folded.endswith(ending) else None
            if value_of_stem is not None and value_of_stem == int(value_of_stem):
                return int(value_of_stem)
        return None

    def _compound(self, folded: str) -> float | None:
        match = self.pattern.fullmatch(folded) if folded else None
        if match is None:
            return None
        total = 0.0
        if match["thousand"]:
            total = (self._hundreds(match["hundred_thousands"]) + self._small(match["thousands"]) or 1) * 1000
        return total + self._hundreds(match["hundreds"]) + self._small(match["rest"])

    def _hundreds(self, written: str | None) -> float:
        if not written:
            return 0
        return (self._small(written.split(self.hundred)[0]) or 1) * 100

    def _small(self, written: str | None) -> float:
        """A number below a hundred; `und` stands between its ones and its tens."""
        if not written:
            return 0
        if written in self.values:
            return self.values[written]
        ones, _, tens = written.partition(self.joint)
        return self.values[ones] + self.values[tens]


def read_number_words(table: Table) -> NumberWords:
    """The number words in the sections `[words]` and `[ordinals]` of a table."""
    words, ordinal = table.table("words"), table.table("ordinals")
    groups = {name: _folded_values(words.table(name)) for name in ("ones", "teens", "tens", "other")}
    joints = words.table("joints")
    hundred, thousand, joint = (_folded(joints.string(name)) for name in ("hundred", "thousand", "and"))
    half, decimal = joints.string("half"), joints.string("decimal")
    ones, teens, tens = (_either(groups[name]) for name in ("ones", "teens", "tens"))
    small = rf"(?:(?:{ones}){joint})?(?:{tens})|{teens}|{ones}"
    hundreds = rf"(?:{teens}|{ones})?{hundred}(?:{joint})?"
    pattern = re.compile(
        rf"(?:(?P<hundred_thousands>{hundreds})?(?P<thousands>{small})?(?P<thousand>{thousand})(?:{joint})?)?"
        rf"(?P<hundreds>{hundreds})?(?P<rest>{small})?"
    )
    stems = {_folded(stem): int(value) for stem, value in _values(ordinal.table("stems")).items()}
    endings = tuple(sorted(ordinal.strings("endings"), key=len, reverse=True))
    inflections = frozenset(ordinal.strings("inflections"))
    for part in (joints, words, ordinal):
        part.done()
    values = groups["ones"] | groups["teens"] | groups["tens"] | groups["other"]
    return NumberWords(values, pattern, hundred, thousand, joint, half, decimal, stems, endings, inflections)


def _folded_values(table: Table) -> dict[str, float]:
    return {_folded(word): value for word, value in _values(table).items()}


def _either(words: Mapping[str, float]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def spellings(word: str) -> tuple[str, ...]:
    """A word as it is written, and as it is written without umlauts and sharp s."""
    plain = word.replace("ß", "ss")
    for digraph, umlaut in _DIGRAPHS:
        plain = plain.replace(umlaut, digraph)
    return (word, word.replace("ß", "ss"), plain)


def _folded(word: str) -> str:
    folded = word.casefold()
    for digraph, umlaut in _DIGRAPHS:
        folded = folded.replace(digraph, umlaut)
    return folded


def _values(table: Table) -> dict[str, float]:
    return {key: table.number(key) for key in table.keys()}  # noqa: SIM118  (a Table is no mapping)
