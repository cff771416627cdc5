"""Records of the reference data: countries, towns, seats of government, media, known bodies and persons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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
        capitals: names of the seat of government, the German one first; empty where it has no name of its own.
        others: further names and inflected names.
    """

    code: str
    name: str
    english: str
    adjectives: tuple[str, ...]
    inhabitants: tuple[str, ...]
    capitals: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """A town: usual German name, ISO country, inhabitants."""

    name: str
    country: str
    population: int


@dataclass(frozen=True, slots=True)
class Region:
    """A region, river, sea, continent or small town: usual German name, and ISO country or None."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """A person whom news names again and again.

    Args:
        name: full name.
        country: ISO 3166-1 alpha-2 of the country they act for, or None.
        is_alone: whether the surname alone tells who is meant.
    """

    name: str
    country: str | None
    is_alone: bool

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.rsplit(" ", 1)[-1]


class Use(StrEnum):
    """What a medium is used for, where it is no plain agency or outlet."""

    PLAIN = ""
    PLATFORM = "platform"  # carries the words of others
    PICTURE = "picture"  # sells pictures; naming it credits no text


@dataclass(frozen=True, slots=True)
class Medium:
    """A news agency, an outlet or a platform.

    Args:
        name: the name all variants end as.
        kind: agency or outlet.
        country: ISO 3166-1 alpha-2 of its seat, or None.
        owner: who owns or steers it, or None if unknown.
        domains: names on the net under which it publishes.
        use: what it is used for.
    """

    name: str
    kind: SourceKind
    country: str | None
    owner: str | None
    domains: tuple[str, ...]
    use: Use


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body known by name: its country or None, and its class (`intelligence`, `party`, `company` …)."""

    name: str
    country: str | None
    sort: str


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that one name can mean; None for what it cannot.

    Args:
        medium: an agency, outlet or platform.
        body: a known body.
        country: ISO code of the country of that name.
        capital: ISO code of the country whose seat of government is the town of that name.
        seat: name and ISO code of a building that stands for a government.
        city: a town.
        region: a region, river, sea or small town.
        person: a public person, by full name.
    """

    medium: Medium | None
    body: KnownBody | None
    country: str | None
    capital: str | None
    seat: tuple[str, str] | None
    city: City | None
    region: Region | None
    person: PublicPerson | None

    @property
    def is_place(self) -> bool:
        """Whether the name can mean a place."""
        return any((self.country, self.city, self.region))
