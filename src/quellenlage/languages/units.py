"""Units of measure: how a language writes them and the normalised sign of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quellenlage.model.errors import DataFileError
from quellenlage.text.datafiles import Table

RATE, TIME, MONEY, LENGTH = (
    "rate",
    "time",
    "money",
    "length",
)  # kinds of units that a rule asks for; see the head of units.toml
_STAR = "*"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit.

    Args:
        sign: the normalised unit.
        kind: what it measures.
        before: whether its symbols may stand before the number.
    """

    sign: str
    kind: str
    before: bool = False


@dataclass(frozen=True, slots=True)
class UnitVocabulary:
    """The units of a language; see the head of `languages/de/units.toml`.

    Args:
        symbols: by the exact text of the symbol.
        nouns: by a noun in any of its forms.
        phrases: by the last word; each with the words before it, an adjective by its beginning and a star.
        per: words that make a rate of two units.
        parts: how many of the second unit make one of the first, by both signs.
        adjectives: sign by the ending of an adjective made of number and unit.
        share, factor: signs of a share of a whole and of a factor.
        wholes: what the whole is in units that are parts of it, by sign.
        endings: endings of adjectives.
    """

    symbols: Mapping[str, Unit]
    nouns: Mapping[str, Unit]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Unit], ...]]
    per: frozenset[str]
    parts: Mapping[tuple[str, str], float]
    adjectives: Mapping[str, Unit]
    share: Unit
    factor: Unit
    wholes: Mapping[str, float]
    endings: frozenset[str]

    def phrase(self, before: tuple[str, ...], last: str) -> tuple[int, Unit] | None:
        """The unit of several words that ends in `last`, and how many words of `before` it takes.

        Args:
            before: the words before `last`, as many as there are, in order.
        """
        for words, unit in self.phrases.get(last, ()):
            if len(words) <= len(before) and all(map(_fits, words, before[-len(words) :])):
                return len(words), unit
        return None


def _fits(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith(_STAR) else word == wanted


@cache
def load_units(code: str) -> UnitVocabulary:
    """Read and check `languages/<code>/units.toml`."""
    table = Table.load("quellenlage.languages", code, "units.toml")
    symbols: dict[str, Unit] = {}
    nouns: dict[str, Unit] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    signs: dict[str, Unit] = {}
    for entry in table.tables("unit"):
        unit = Unit(entry.string("sign"), entry.string("kind"), entry.flag("before"))
        _add(signs, unit.sign, unit, entry.where)
        for symbol in entry.strings("symbols", optional=True):
            _add(symbols, symbol, unit, entry.where)
        for words in entry.strings("words"):
            *before, last = words.split()
            if before:
                phrases.setdefault(last, []).append((tuple(before), unit))
            else:
                _add(nouns, last, unit, entry.where)
        entry.done()
    wholes, inflection = table.table("wholes"), table.table("inflection")
    per, derived = table.table("per"), table.table("derived")
    vocabulary = UnitVocabulary(
        symbols=symbols,
        nouns=nouns,
        phrases={last: tuple(found) for last, found in phrases.items()},
        per=frozenset(per.strings("words")),
        parts=_parts(table),
        adjectives=_adjectives(table, signs),
        share=Unit(derived.string("share"), RATE),
        factor=Unit(derived.string("factor"), "factor"),
        wholes={sign: wholes.number(sign) for sign in wholes.keys()},  # noqa: SIM118  (a Table is no mapping)
        endings=frozenset(inflection.strings("endings")),
    )
    for part in (wholes, inflection, per, derived, table):
        part.done()
    return vocabulary


def _add(found: dict[str, Unit], key: str, unit: Unit, where: str) -> None:
    if key in found:
        raise DataFileError(f"{where}: {key!r} is {found[key].sign!r} already")
    found[key] = unit


def _parts(table: Table) -> dict[tuple[str, str], float]:
    parts = {}
    for entry in table.tables("parts"):
        parts[entry.string("whole"), entry.string("part")] = entry.number("size")
        entry.done()
    return parts


def _adjectives(table: Table, signs: Mapping[str, Unit]) -> dict[str, Unit]:
    endings = table.table("adjectives")
    found = {}
    for ending in endings.keys():  # noqa: SIM118  (a Table is no mapping)
        sign = endings.string(ending)
        if sign not in signs:
            raise DataFileError(f"{endings.where}: {ending} names the unknown unit {sign!r}")
        found[ending] = signs[sign]
    return found
