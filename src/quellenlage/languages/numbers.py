"""How a language writes numbers, bounds and hedges, what it counts, and what only looks like a quantity."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quellenlage.languages.kinds import KindVocabulary, load_kinds
from quellenlage.languages.numberwords import NumberWords, read_number_words, spellings
from quellenlage.languages.statuses import StatusVocabulary, load_statuses
from quellenlage.languages.units import UnitVocabulary, load_units
from quellenlage.model.errors import DataFileError
from quellenlage.model.marks import Comparator
from quellenlage.text.datafiles import Table

_PACKAGE = "quellenlage.languages"


@dataclass(frozen=True, slots=True)
class Bound:
    """What a bound or hedge makes of the number named.

    Args:
        comparator: how number and quantity are related.
        low, high: factors on the number, or None for an open end.
        words: the phrase, in lower case.
    """

    comparator: Comparator
    low: float | None
    high: float | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scales:
    """Words that multiply, divide or leave open; see the sections of the same names in `de/numbers.toml`."""

    scales: Mapping[str, float]
    vague: Mapping[str, float]
    vague_leads: Mapping[str, float]
    vague_scales: Mapping[str, float]
    fractions: Mapping[str, float]
    half_adjectives: frozenset[str]
    share_nouns: Mapping[str, float]
    not_half_behind: frozenset[str]
    every: frozenset[str]
    factors: Mapping[str, float]
    comparing: frozenset[str]
    factor_articles: frozenset[str]
    factor_endings: tuple[str, ...]
    times: str
    fold: str
    article_forms: frozenset[str]
    counting: frozenset[str]


@dataclass(frozen=True, slots=True)
class Joins:
    """Words and signs that join numbers to ranges; see `[range]` and `[sign]` in `de/numbers.toml`."""

    joins: frozenset[str]
    alternatives: frozenset[str]
    after_join: frozenset[str]
    openers: frozenset[str]
    opened_join: str
    hyphens: frozenset[str]
    minus: frozenset[str]
    minus_signs: frozenset[str]


@dataclass(frozen=True, slots=True)
class BoundWords:
    """Bounds by their last word before the number, and by their first word behind it, longest phrases first."""

    before: Mapping[str, tuple[Bound, ...]]
    behind: Mapping[str, tuple[Bound, ...]]
    additive: Mapping[str, tuple[tuple[str, ...], ...]]
    comparing: frozenset[str]
    additive_after: frozenset[str]
    difference: frozenset[str]
    difference_not_with: frozenset[str]
    over: str
    over_companions: frozenset[str]
    under: str
    under_behind: frozenset[str]


@dataclass(frozen=True, slots=True)
class CountedWords:
    """Words by which the counted thing is found; see `[counted]` in `de/numbers.toml`."""

    number_nouns: frozenset[str]
    number_endings: tuple[str, ...]
    partitive: frozenset[str]
    anaphora: frozenset[str]
    impersonal: frozenset[str]
    shares_next: frozenset[str]
    shares_unit: frozenset[str]
    measured_by: tuple[tuple[str, ...], ...]
    changes_by: frozenset[str]
    measure_verbs: frozenset[str]
    measure_adjectives: frozenset[str]
    gender_signs: frozenset[str]
    gender_endings: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    feminine_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    agent_ending: str
    plain_modifiers: frozenset[str]
    quantifiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class TrapWords:
    """What looks like a quantity but is none; see `[trap]` in `de/numbers.toml`."""

    labels: frozenset[str]
    label_endings: tuple[str, ...]
    label_joins: frozenset[str]
    year_leads: frozenset[str]
    first_year: float
    last_year: float
    usual_first_year: float
    months: frozenset[str]
    clock: frozenset[str]
    before_now: frozenset[str]
    ago: frozenset[str]
    eras: frozenset[str]
    sayings: tuple[tuple[str, ...], ...]
    not_behind: frozenset[str]


@dataclass(frozen=True, slots=True)
class NumberVocabulary:
    """All that `extract_figures` goes by, and the classes of counted nouns that figures are compared by.

    Args:
        decimal_point: whether decimals stand behind a full stop and thousands behind commas.
        capital_nouns: whether every noun is written with a capital.
        starts: what a word in lower case must begin with to be part of a number at all; asked first, for speed.
    """

    words: NumberWords
    scales: Scales
    joins: Joins
    bounds: BoundWords
    counted: CountedWords
    traps: TrapWords
    units: UnitVocabulary
    statuses: StatusVocabulary
    kinds: KindVocabulary
    decimal_point: bool
    capital_nouns: bool
    starts: re.Pattern[str]

    def kin(self, head: str) -> str:
        """The class of a counted noun, given in its base form; a noun in no class is its own."""
        return self.kinds.kin(head)


@cache
def load_numbers(code: str) -> NumberVocabulary:
    """Read and check the files on numbers, units, statuses and kinds of things in `languages/<code>/`."""
    table = Table.load(_PACKAGE, code, "numbers.toml")
    words, scales = read_number_words(table), _scales(table)
    vocabulary = NumberVocabulary(
        words=words,
        scales=scales,
        joins=_joins(table),
        bounds=_bound_words(table),
        counted=_counted_words(table),
        traps=_trap_words(table),
        units=load_units(code),
        statuses=load_statuses(code),
        kinds=load_kinds(code),
        decimal_point=table.flag("decimal_point"),
        capital_nouns=table.flag("capital_nouns"),
        starts=_starts(words, scales),
    )
    table.done()
    return vocabulary


def _starts(words: NumberWords, scales: Scales) -> re.Pattern[str]:
    """A digit, a fraction sign, or the beginning of any word that names a number, a share or a factor."""
    plain = [*words.values, words.hundred, words.thousand, *scales.vague, *scales.vague_leads, *scales.article_forms]
    plain += [*scales.every, *scales.share_nouns, *scales.factors, *scales.half_adjectives]
    spelled = {spelling for word in plain for spelling in spellings(word)}
    stems = "|".join(sorted(map(re.escape, spelled), key=len, reverse=True))
    return re.compile(rf"\d|[¼-¾⅐-⅞]|{stems}")


def _values(table: Table) -> dict[str, float]:
    return {key: table.number(key) for key in table.keys()}  # noqa: SIM118  (a Table is no mapping)


def _set(table: Table, key: str) -> frozenset[str]:
    return frozenset(table.strings(key))


def _phrases(table: Table, key: str) -> tuple[tuple[str, ...], ...]:
    """Phrases as tuples of words, the longest first."""
    return tuple(sorted((tuple(entry.split()) for entry in table.strings(key)), key=len, reverse=True))


def _scales(table: Table) -> Scales:
    share, factor, article = table.table("share"), table.table("factor"), table.table("article")
    vocabulary = Scales(
        scales=_values(table.table("scales")),
        vague=_values(table.table("vague")),
        vague_leads=_values(table.table("vague_leads")),
        vague_scales=_values(table.table("vague_scales")),
        fractions=_values(table.table("fractions")),
        half_adjectives=_set(share, "half_adjectives"),
        share_nouns=_values(share.table("nouns")),
        not_half_behind=_set(share, "not_behind"),
        every=_set(share, "every"),
        factors=_values(table.table("factors")),
        comparing=_set(factor, "comparing"),
        factor_articles=_set(factor, "articles"),
        factor_endings=factor.strings("noun_endings"),
        times=factor.string("times"),
        fold=factor.string("fold"),
        article_forms=_set(article, "forms"),
        counting=_set(article, "counting"),
    )
    for part in (share, factor, article):
        part.done()
    return vocabulary


def _joins(table: Table) -> Joins:
    spans, sign = table.table("range"), table.table("sign")
    vocabulary = Joins(
        joins=_set(spans, "joins"),
        alternatives=_set(spans, "alternatives"),
        after_join=_set(spans, "after_join"),
        openers=_set(spans, "openers"),
        opened_join=spans.string("opened_join"),
        hyphens=_set(spans, "hyphens"),
        minus=_set(sign, "minus"),
        minus_signs=_set(sign, "signs"),
    )
    for part in (spans, sign):
        part.done()
    return vocabulary


def _bound_words(table: Table) -> BoundWords:
    additive, over, under = table.table("additive"), table.table("over"), table.table("under")
    vocabulary = BoundWords(
        before=_grouped(_bounds(table, "bound"), at=-1),
        behind=_grouped(_bounds(table, "bound_after"), at=0),
        additive=_by_last(_phrases(additive, "words") + _phrases(additive, "difference")),
        comparing=frozenset(table.strings("comparing_particles")),
        additive_after=_set(additive, "after"),
        difference=_set(additive, "difference"),
        difference_not_with=_set(additive, "difference_not_with"),
        over=over.string("word"),
        over_companions=_set(over, "companions"),
        under=under.string("word"),
        under_behind=_set(under, "behind"),
    )
    for part in (additive, over, under):
        part.done()
    return vocabulary


def _bounds(table: Table, key: str) -> list[Bound]:
    found: list[Bound] = []
    for entry in table.tables(key):
        written = entry.string("comparator")
        try:
            comparator = Comparator(written)
        except ValueError as error:
            raise DataFileError(f"{entry.where}: {error}") from error
        low, high = (_optional(entry, name) for name in ("low", "high"))
        found.extend(Bound(comparator, low, high, tuple(words.split())) for words in entry.strings("words"))
        entry.done()
    return found


def _optional(entry: Table, key: str) -> float | None:
    return entry.number(key) if key in entry.keys() else None  # noqa: SIM118  (a Table is no mapping)


def _grouped(bounds: list[Bound], *, at: int) -> dict[str, tuple[Bound, ...]]:
    """Bounds by the word that stands next to the number, longest phrases first; a phrase may stand once only."""
    grouped: dict[str, list[Bound]] = {}
    seen: set[tuple[str, ...]] = set()
    for bound in bounds:
        if bound.words in seen:
            raise DataFileError(f"numbers.toml: the bound {' '.join(bound.words)!r} stands twice")
        seen.add(bound.words)
        grouped.setdefault(bound.words[at], []).append(bound)
    return {word: tuple(sorted(found, key=lambda bound: -len(bound.words))) for word, found in grouped.items()}


def _by_last(phrases: tuple[tuple[str, ...], ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    grouped: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        grouped.setdefault(phrase[-1], []).append(phrase)
    return {word: tuple(sorted(found, key=len, reverse=True)) for word, found in grouped.items()}


def _counted_words(table: Table) -> CountedWords:
    counted = table.table("counted")
    pairs = []
    for entry in counted.strings("pairs"):
        first, second = entry.split()
        pairs.append((first, second))
    vocabulary = CountedWords(
        number_nouns=_set(counted, "number_nouns"),
        number_endings=counted.strings("number_endings"),
        partitive=_set(counted, "partitive"),
        impersonal=_set(counted, "impersonal"),
        anaphora=_set(counted, "anaphora"),
        shares_next=_set(counted, "shares_next"),
        shares_unit=_set(counted, "shares_unit"),
        measured_by=_phrases(counted, "measured_by"),
        changes_by=_set(counted, "changes_by"),
        measure_verbs=_set(counted, "measure_verbs"),
        measure_adjectives=_set(counted, "measure_adjectives"),
        gender_signs=_set(counted, "gender_signs"),
        gender_endings=_set(counted, "gender_endings"),
        pairs=frozenset(pairs),
        feminine_endings=counted.strings("feminine_endings"),
        adjective_endings=counted.strings("adjective_endings"),
        agent_ending=counted.string("agent_ending"),
        plain_modifiers=_set(counted, "plain_modifiers"),
        quantifiers=_set(counted, "quantifiers"),
    )
    counted.done()
    return vocabulary


def _trap_words(table: Table) -> TrapWords:
    trap = table.table("trap")
    vocabulary = TrapWords(
        labels=_set(trap, "labels"),
        label_endings=trap.strings("label_endings"),
        label_joins=_set(trap, "label_joins"),
        year_leads=_set(trap, "year_leads"),
        first_year=trap.number("first_year"),
        last_year=trap.number("last_year"),
        usual_first_year=trap.number("usual_first_year"),
        months=_set(trap, "months"),
        clock=_set(trap, "clock"),
        before_now=_set(trap, "before_now"),
        ago=_set(trap, "ago"),
        eras=_set(trap, "eras"),
        sayings=_phrases(trap, "sayings"),
        not_behind=_set(trap, "not_behind"),
    )
    trap.done()
    return vocabulary
