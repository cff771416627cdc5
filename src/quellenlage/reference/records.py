"""Records of the reference data: countries, towns, seats of government, media and known bodies."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.model.marks import SourceKind


@dataclass(frozen=True, slots=True)
class Country:
    """A country and what German calls it.

    Args:
        code: ISO 3166-1 alpha-2.
        name: usual German name.
        english: usual English name.
        adjectives: base forms of the adjectives that mean it ("südkoreanisch").
        inhabitants: nominative singular masculine ("Südkoreaner").
        capital: German name of the seat of government; empty where it has none of its own.
        others: further names and inflected names.
    """

    code: str
    name: str
    english: str
    adjectives: tuple[str, ...]
    inhabitants: tuple[str, ...]
    capital: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """A town: usual German name, ISO country, inhabitants."""

    name: str
    country: str
    population: int


@dataclass(frozen=True, slots=True)
class Medium:
    """A news agency, an outlet or a platform.

    Args:
        name: the name all variants end as.
        kind: agency or outlet.
        country: ISO 3166-1 alpha-2 of its seat, or None.
        owner: who owns or steers it, or None if unknown.
        domains: names on the net under which it publishes.
        use: empty; `noun` if the name is also a common word; `platform` if it carries the words of others.
    """

    name: str
    kind: SourceKind
    country: str | None
    owner: str | None
    domains: tuple[str, ...]
    use: str


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body known by name: its country or None, and its class (`intelligence`, `party`, `company` …)."""

    name: str
    country: str | None
    sort: str
