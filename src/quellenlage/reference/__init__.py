"""The world as data: countries, towns, seats of government, news agencies, outlets, known bodies.

Every lookup takes a name as a text writes it (inflected forms are data too) and answers with a record or None.
Names of several words are found with `longest`, which is told the words from a place onwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from quellenlage.model.errors import DataFileError
from quellenlage.model.marks import SourceKind
from quellenlage.reference.records import City, Country, KnownBody, Medium
from quellenlage.text.datafiles import read_rows

__all__ = ["City", "Country", "KnownBody", "Medium", "Reference", "load_reference", "longest"]

T = TypeVar("T")

_COUNTRY = ("code", "name", "english", "adjectives", "inhabitants", "capital", "others")
_CITY = ("name", "country", "population", "variants")
_AGENCY = ("name", "variants", "country", "owner", "domains")
_OUTLET = (*_AGENCY, "use")
_BODY = ("name", "variants", "country", "class")
_SEAT = ("name", "country", "variants")
_USES = ("", "noun", "platform")


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference data, ready to be asked.

    Args:
        countries: by ISO code.
        country_names: ISO code by name of the country.
        adjectives: ISO code by base form of the adjective, small letters.
        inhabitants: ISO code by inhabitant, nominative singular masculine.
        capitals: ISO code by name of the seat of government, a town.
        seats: ISO code by building or street that stands for a government.
        cities: town by name; the largest of those of one name.
        media: agency, outlet or platform by name.
        domains: agency, outlet or platform by domain.
        bodies: known body by name.
    """

    countries: Mapping[str, Country]
    country_names: Mapping[str, str]
    adjectives: Mapping[str, str]
    inhabitants: Mapping[str, str]
    capitals: Mapping[str, str]
    seats: Mapping[str, str]
    cities: Mapping[str, City]
    media: Mapping[str, Medium]
    domains: Mapping[str, Medium]
    bodies: Mapping[str, KnownBody]

    def medium_at(self, address: str) -> Medium | None:
        """The medium that publishes under a web address or domain, asking its parent domains too."""
        host = address.split("://")[-1].split("/")[0].casefold().removeprefix("www.")
        while host:
            if host in self.domains:
                return self.domains[host]
            host = host.partition(".")[2]
        return None


def longest(names: Mapping[str, T], words: Sequence[str], *, most: int = 6) -> tuple[T, int] | None:
    """The entry whose name is the longest run at the beginning of `words`, with the number of words it takes."""
    for length in range(min(most, len(words)), 0, -1):
        found = names.get(" ".join(words[:length]))
        if found is not None:
            return found, length
    return None


@cache
def load_reference() -> Reference:
    """Read and check the reference data; read once per process.

    Raises:
        DataFileError: if a file is damaged, or one name is given to two entries of one file.
    """
    countries = {country.code: country for country in _countries()}
    media, domains = _media(countries)
    return Reference(
        countries=countries,
        country_names={name: c.code for c in countries.values() for name in (c.name, *c.others)},
        adjectives={adjective: c.code for c in countries.values() for adjective in c.adjectives},
        inhabitants={name: c.code for c in countries.values() for name in c.inhabitants},
        capitals={c.capital: c.code for c in countries.values() if c.capital},
        seats=_seats(countries),
        cities=_cities(),
        media=media,
        domains=domains,
        bodies=_bodies(countries),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _countries() -> Iterator[Country]:
    for row in read_rows(__name__, "countries.tsv", columns=_COUNTRY):
        yield Country(
            row["code"],
            row["name"],
            row["english"],
            _parts(row["adjectives"]),
            _parts(row["inhabitants"]),
            row["capital"],
            _parts(row["others"]),
        )


def _cities() -> dict[str, City]:
    """Towns by name. A name that is somebody's main name goes before a variant, then the larger town wins."""
    main: dict[str, City] = {}
    other: dict[str, City] = {}
    for row in read_rows(__name__, "cities.tsv", columns=_CITY):
        city = City(row["name"], row["country"], int(row["population"]))
        for names, found in (((row["name"],), main), (_parts(row["variants"]), other)):
            for name in names:
                if name not in found or found[name].population < city.population:
                    found[name] = city
    return other | main


def _seats(countries: Mapping[str, Country]) -> dict[str, str]:
    seats: dict[str, str] = {}
    for row in read_rows(__name__, "seats.tsv", columns=_SEAT):
        for name in (row["name"], *_parts(row["variants"])):
            seats[name] = _checked(row["country"], countries, "seats.tsv") or ""
    return seats


def _media(countries: Mapping[str, Country]) -> tuple[dict[str, Medium], dict[str, Medium]]:
    by_name: dict[str, Medium] = {}
    by_domain: dict[str, Medium] = {}
    for file, columns, kind in (
        ("agencies.tsv", _AGENCY, SourceKind.AGENCY),
        ("outlets.tsv", _OUTLET, SourceKind.OUTLET),
    ):
        for row in read_rows(__name__, file, columns=columns):
            medium = _medium(row, kind, countries, file)
            for name in (medium.name, *_parts(row["variants"])):
                _enter(by_name, name, medium, file)
            for domain in medium.domains:
                by_domain.setdefault(domain, medium)
    return by_name, by_domain


def _medium(row: dict[str, str], kind: SourceKind, countries: Mapping[str, Country], file: str) -> Medium:
    use = row.get("use", "")
    if use not in _USES:
        raise DataFileError(f"{file}: {row['name']}: unknown use {use!r}; known: {', '.join(_USES[1:])}")
    country = _checked(row["country"], countries, file)
    return Medium(row["name"], kind, country, row["owner"] or None, _parts(row["domains"]), use)


def _bodies(countries: Mapping[str, Country]) -> dict[str, KnownBody]:
    bodies: dict[str, KnownBody] = {}
    for row in read_rows(__name__, "bodies.tsv", columns=_BODY):
        body = KnownBody(row["name"], _checked(row["country"], countries, "bodies.tsv"), row["class"])
        for name in (body.name, *_parts(row["variants"])):
            _enter(bodies, name, body, "bodies.tsv")
    return bodies


def _enter(entries: dict[str, T], name: str, entry: T, file: str) -> None:
    if name in entries:
        raise DataFileError(f"{file}: the name {name!r} is given to two entries")
    entries[name] = entry


def _checked(code: str, countries: Mapping[str, Country], file: str) -> str | None:
    if code and code not in countries:
        raise DataFileError(f"{file}: unknown country {code!r}")
    return code or None
