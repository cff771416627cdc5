"""What tokenizer and sentence splitter must know of a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quellenlage.text.datafiles import Table


@dataclass(frozen=True, slots=True)
class SegmentationVocabulary:
    """Words on which tokens and sentence ends depend.

    Args:
        abbreviations: words that keep their full stop.
        closing: those of them that may also end a sentence.
        compound: abbreviations of several parts, each a tuple of parts ("z.", "B.").
        months: words that make an ordinal of a number before them.
        counted_off: nouns that are told apart by ordinals, so that a number with a full stop before them is one.
        ordinal_leaders: words that make an ordinal of a number with a full stop behind them.
        openers: capitalised words that begin a sentence.
        dotted: abbreviations with a full stop inside that are one word ("p.m."), the longest first.
        clitics: endings that are words of their own ("'s", "n't"), the longest first.
    """

    abbreviations: frozenset[str]
    closing: frozenset[str]
    compound: tuple[tuple[str, ...], ...]
    months: frozenset[str]
    counted_off: frozenset[str]
    ordinal_leaders: frozenset[str]
    openers: frozenset[str]
    dotted: tuple[str, ...]
    clitics: tuple[str, ...]


@cache
def load_segmentation(code: str) -> SegmentationVocabulary:
    """Read and check `languages/<code>/segmentation.toml`."""
    table = Table.load("quellenlage.languages", code, "segmentation.toml")
    closing = table.strings("closing")
    vocabulary = SegmentationVocabulary(
        abbreviations=frozenset(table.strings("abbreviations") + closing),
        closing=frozenset(closing),
        compound=tuple(tuple(entry.split()) for entry in table.strings("compound")),
        months=frozenset(table.strings("months")),
        counted_off=frozenset(table.strings("counted_off")),
        ordinal_leaders=frozenset(table.strings("ordinal_leaders")),
        openers=frozenset(table.strings("openers")),
        dotted=_longest_first(table.strings("dotted")),
        clitics=_longest_first(table.strings("clitics")),
    )
    table.done()
    return vocabulary


def _longest_first(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))
