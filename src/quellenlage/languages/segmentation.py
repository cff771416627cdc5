"""What tokenizer and sentence splitter must know of a language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from quellenlage.text.datafiles import Table


@dataclass(frozen=True, slots=True)
class SegmentationVocabulary:
    """Words on which tokens and sentence ends depend.

    Args:
        abbreviations: words that keep their full stop.
        closing: those of them that may also end a sentence.
        compound: abbreviations of several parts, each a tuple of parts ("z.", "B."); written without spaces they are
            one word.
        clitics: ends of words that are words of their own ("n't").
        clitics_after_lower_case: the same, but behind words in lower case only, where a name keeps them ("geht's",
            "McDonald's").
        apostrophe_genitive: letters behind which an apostrophe is a genitive ending.
        inclusive_endings: endings that are set apart by a colon, asterisk, stroke or brackets ("Bürger:innen").
        domains: last parts of the names of sites, by which "beispiel.de" is one word.
        months: words that make an ordinal of a number before them.
        counted_off: nouns that are told apart by ordinals, so that a number with a full stop before them is one.
        ordinal_leaders: words that make an ordinal of a number with a full stop behind them.
        openers: capitalised words that begin a sentence behind a full stop.
        starters: those that are capitalised at the beginning of a sentence only, so that they begin one even where no
            end sign stands before them.
        never_last: words (lower case) that never stand last in a sentence.
        title_words: nouns (lower case, or their ends) behind which the title of a work may stand unquoted.
        opener_names: names that begin with a starter, each a tuple ("Der", "Spiegel").
        compound_by_first: `compound` by their first part, the longest first.
    """

    abbreviations: frozenset[str]
    closing: frozenset[str]
    compound: tuple[tuple[str, ...], ...]
    clitics: tuple[str, ...]
    clitics_after_lower_case: tuple[str, ...]
    apostrophe_genitive: frozenset[str]
    inclusive_endings: tuple[str, ...]
    domains: tuple[str, ...]
    months: frozenset[str]
    counted_off: frozenset[str]
    ordinal_leaders: frozenset[str]
    openers: frozenset[str]
    starters: frozenset[str]
    never_last: frozenset[str]
    title_words: tuple[str, ...]
    opener_names: frozenset[tuple[str, ...]]
    compound_by_first: Mapping[str, tuple[tuple[str, ...], ...]] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Order the abbreviations of several parts for looking up."""
        by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for parts in sorted(self.compound, key=len, reverse=True):
            by_first[parts[0]].append(parts)
        object.__setattr__(self, "compound_by_first", {first: tuple(found) for first, found in by_first.items()})


@cache
def load_segmentation(code: str) -> SegmentationVocabulary:
    """Read and check `languages/<code>/segmentation.toml`."""
    table = Table.load("quellenlage.languages", code, "segmentation.toml")
    closing, starters = table.strings("closing"), table.strings("starters")
    vocabulary = SegmentationVocabulary(
        abbreviations=frozenset(table.strings("abbreviations") + closing),
        closing=frozenset(closing),
        compound=_split(table.strings("compound")),
        clitics=table.strings("clitics"),
        clitics_after_lower_case=table.strings("clitics_after_lower_case"),
        apostrophe_genitive=frozenset(table.strings("apostrophe_genitive")),
        inclusive_endings=table.strings("inclusive_endings"),
        domains=table.strings("domains"),
        months=frozenset(table.strings("months")),
        counted_off=frozenset(table.strings("counted_off")),
        ordinal_leaders=frozenset(table.strings("ordinal_leaders")),
        openers=frozenset(table.strings("openers") + starters),
        starters=frozenset(starters),
        never_last=frozenset(table.strings("never_last")),
        title_words=table.strings("title_words"),
        opener_names=frozenset(_split(table.strings("opener_names"))),
    )
    table.done()
    return vocabulary


def _split(entries: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(entry.split()) for entry in entries)
