"""The world as data: countries, towns, seats of government, news agencies, outlets, known bodies and persons.

Every lookup takes a name as a text writes it (inflected forms are data too) and answers with a record or None.
`Reference.known` asks all tables at once; `Reference.longest` finds the longest known name at a place of a text.

Some names are also common words ("Zeit", "Mehr", "Allianz"). They stand only in the tables `announced_media` and
`announced_bodies`, which also hold all other names: whoever asks there must have seen that a medium or a body is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from quellenlage.model.errors import DataFileError
from quellenlage.model.marks import SourceKind
from quellenlage.reference.records import City, Country, Known, KnownBody, Medium, PublicPerson, Region, Use
from quellenlage.text.datafiles import read_rows

__all__ = [
    "City",
    "Country",
    "Known",
    "KnownBody",
    "Medium",
    "PublicPerson",
    "Reference",
    "Region",
    "Use",
    "load_reference",
]

T = TypeVar("T")

_COUNTRY = ("code", "name", "english", "adjectives", "inhabitants", "capital", "others")
_CITY = ("name", "country", "population", "variants")
_REGION = ("name", "country", "variants")
_PERSON = ("country", "name", "alone")
_MEDIUM = ("name", "variants", "country", "owner", "domains", "use")
_BODY = ("name", "variants", "country", "class")
_SEAT = ("name", "country", "variants")
_FAR_LARGER = 3  # times as many inhabitants: "Halle" is the one on the Saale, not the one in Belgium
_ANNOUNCED = "?"  # stands before a name that is also a common word


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """The reference data, ready to be asked.

    Args:
        countries: by ISO code.
        country_names: ISO code by name of the country.
        adjectives: ISO code by base form of the adjective, small letters.
        inhabitants: ISO code by inhabitant, nominative singular masculine.
        capitals: ISO code by name of the seat of government, a town.
        seats: name and ISO code by name of a building or street that stands for a government.
        cities: town by name; the largest of those of one name.
        regions: region, sea or small town by name.
        persons: public person by full name.
        surnames: public person by a surname that alone tells who is meant.
        media: agency, outlet or platform by a name that alone tells which.
        announced_media: the same by every name.
        domains: agency, outlet or platform by domain.
        bodies: known body by a name that alone tells which.
        announced_bodies: the same by every name.
        starts: number of words of the longest name that begins with a word, for names of several words.
        names: every name that tells alone; asked first, since most words of a text are none.
    """

    countries: Mapping[str, Country]
    country_names: Mapping[str, str]
    adjectives: Mapping[str, str]
    inhabitants: Mapping[str, str]
    capitals: Mapping[str, str]
    seats: Mapping[str, tuple[str, str]]
    cities: Mapping[str, City]
    regions: Mapping[str, Region]
    persons: Mapping[str, PublicPerson]
    surnames: Mapping[str, PublicPerson]
    media: Mapping[str, Medium]
    announced_media: Mapping[str, Medium]
    domains: Mapping[str, Medium]
    bodies: Mapping[str, KnownBody]
    announced_bodies: Mapping[str, KnownBody]
    starts: Mapping[str, int]
    names: frozenset[str]

    def known(self, name: str) -> Known | None:
        """Everything that a name alone can mean, or None if no table holds it."""
        if name not in self.names:
            return None
        return Known(
            medium=self.media.get(name),
            body=self.bodies.get(name),
            country=self.country_names.get(name),
            capital=self.capitals.get(name),
            seat=self.seats.get(name),
            city=self.cities.get(name),
            region=self.regions.get(name),
            person=self.persons.get(name),
        )

    def longest(self, words: Sequence[str], at: int) -> tuple[Known, int] | None:
        """What the longest known name that begins at `words[at]` can mean, and of how many words it is."""
        most = min(self.starts.get(words[at], 1), len(words) - at)
        for length in range(most, 0, -1):
            found = self.known(" ".join(words[at : at + length]))
            if found is not None:
                return found, length
        return None

    def medium_at(self, address: str) -> Medium | None:
        """The medium that publishes under a web address or domain, asking its parent domains too."""
        host = address.split("://")[-1].split("/")[0].casefold().removeprefix("www.")
        while host:
            if host in self.domains:
                return self.domains[host]
            host = host.partition(".")[2]
        return None


@cache
def load_reference() -> Reference:
    """Read and check the reference data; read once per process.

    Raises:
        DataFileError: if a file is damaged, or one name is given to two entries of one file.
    """
    countries = {country.code: country for country in _countries()}
    names = {name: c.code for c in countries.values() for name in (c.name, *c.others)}
    capitals = {name: c.code for c in countries.values() for name in c.capitals}
    media, announced_media, domains = _media(countries)
    bodies, announced_bodies = _bodies(countries)
    seats, cities, regions, persons = _seats(countries), _cities(), _regions(countries), _persons(countries)
    everything = (names, capitals, announced_media, announced_bodies, seats, cities, regions, persons)
    alone = (names, capitals, media, bodies, seats, cities, regions, persons)
    return Reference(
        countries=countries,
        country_names=names,
        adjectives={adjective: c.code for c in countries.values() for adjective in c.adjectives},
        inhabitants={name: c.code for c in countries.values() for name in c.inhabitants},
        capitals=capitals,
        seats=seats,
        cities=cities,
        regions=regions,
        persons=persons,
        surnames={person.surname: person for person in persons.values() if person.is_alone},
        media=media,
        announced_media=announced_media,
        domains=domains,
        bodies=bodies,
        announced_bodies=announced_bodies,
        starts=_starts(everything),
        names=frozenset().union(*alone),
    )


def _starts(tables: Iterable[Iterable[str]]) -> dict[str, int]:
    starts: dict[str, int] = {}
    for table in tables:
        for name in table:
            if " " in name:
                first, length = name[: name.index(" ")], name.count(" ") + 1
                starts[first] = max(length, starts.get(first, 1))
    return starts


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
            _parts(row["capital"]),
            _parts(row["others"]),
        )


def _cities() -> dict[str, City]:
    """Towns by name: the main name of a town goes before a variant of another, unless that one is far larger."""
    main: dict[str, City] = {}
    other: dict[str, City] = {}
    for row in read_rows(__name__, "cities.tsv", columns=_CITY):
        city = City(row["name"], row["country"], int(row["population"]))
        for names, found in (((row["name"],), main), (_parts(row["variants"]), other)):
            for name in names:
                if name not in found or found[name].population < city.population:
                    found[name] = city
    return other | {
        name: city
        for name, city in main.items()
        if name not in other or other[name].population < _FAR_LARGER * city.population
    }


def _regions(countries: Mapping[str, Country]) -> dict[str, Region]:
    regions: dict[str, Region] = {}
    for row in read_rows(__name__, "regions.tsv", columns=_REGION):
        plain = row["name"].split(" (")[0]
        region = Region(plain, _checked(row["country"], countries, "regions.tsv"))
        for name in dict.fromkeys((row["name"], *_parts(row["variants"]))):
            _enter(regions, name, region, "regions.tsv")
    return regions


def _persons(countries: Mapping[str, Country]) -> dict[str, PublicPerson]:
    persons: dict[str, PublicPerson] = {}
    for row in read_rows(__name__, "persons.tsv", columns=_PERSON):
        country = _checked(row["country"], countries, "persons.tsv")
        _enter(persons, row["name"], PublicPerson(row["name"], country, row["alone"] == "yes"), "persons.tsv")
    return persons


def _seats(countries: Mapping[str, Country]) -> dict[str, tuple[str, str]]:
    seats: dict[str, tuple[str, str]] = {}
    for row in read_rows(__name__, "seats.tsv", columns=_SEAT):
        code = _checked(row["country"], countries, "seats.tsv") or ""
        for name in (row["name"], *_parts(row["variants"])):
            _enter(seats, name, (row["name"], code), "seats.tsv")
    return seats


def _media(
    countries: Mapping[str, Country],
) -> tuple[dict[str, Medium], dict[str, Medium], dict[str, Medium]]:
    """Media by the names that tell alone, by all names, and by domain; an agency goes before an outlet."""
    alone: dict[str, Medium] = {}
    announced: dict[str, Medium] = {}
    by_domain: dict[str, Medium] = {}
    for file, kind in (("agencies.tsv", SourceKind.AGENCY), ("outlets.tsv", SourceKind.OUTLET)):
        of_file: dict[str, Medium] = {}
        for row in read_rows(__name__, file, columns=_MEDIUM):
            medium = _medium(row, kind, countries, file)
            for name in (row["name"], *_parts(row["variants"])):
                plain = name.removeprefix(_ANNOUNCED)
                _enter(of_file, plain, medium, file)
                announced.setdefault(plain, medium)
                if plain == name:
                    alone.setdefault(plain, medium)
            for domain in medium.domains:
                by_domain.setdefault(domain, medium)
    return alone, announced, by_domain


def _medium(row: dict[str, str], kind: SourceKind, countries: Mapping[str, Country], file: str) -> Medium:
    name = row["name"].removeprefix(_ANNOUNCED)
    try:
        use = Use(row["use"])
    except ValueError as error:
        raise DataFileError(f"{file}: {name}: {error}") from error
    country = _checked(row["country"], countries, file)
    return Medium(name, kind, country, row["owner"] or None, _parts(row["domains"]), use)


def _bodies(countries: Mapping[str, Country]) -> tuple[dict[str, KnownBody], dict[str, KnownBody]]:
    """Bodies by the names that tell alone, and by all names."""
    alone: dict[str, KnownBody] = {}
    announced: dict[str, KnownBody] = {}
    for row in read_rows(__name__, "bodies.tsv", columns=_BODY):
        name = row["name"].removeprefix(_ANNOUNCED)
        body = KnownBody(name, _checked(row["country"], countries, "bodies.tsv"), row["class"])
        for written in (row["name"], *_parts(row["variants"])):
            plain = written.removeprefix(_ANNOUNCED)
            _enter(announced, plain, body, "bodies.tsv")
            if plain == written:
                alone[plain] = body
    return alone, announced


def _enter(entries: dict[str, T], name: str, entry: T, file: str) -> None:
    if name in entries:
        raise DataFileError(f"{file}: the name {name!r} is given to two entries")
    entries[name] = entry


def _checked(code: str, countries: Mapping[str, Country], file: str) -> str | None:
    if code and code not in countries:
        raise DataFileError(f"{file}: unknown country {code!r}")
    return code or None
