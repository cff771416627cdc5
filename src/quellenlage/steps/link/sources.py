"""One source for each entity over all documents and spellings.

Within one document `extract` has settled which mentions are one source; its key says what it went by. Over documents:

- Equal keys are one source. A medium is one whether it is called agency or outlet.
- Bodies whose keys were made with different knowledge are one if they share an acronym or proper name that stands for
  no other body, and no country speaks against it.
- Persons: see `persons.py`. A surname that no full name explains is the same person inside one story only.
- Unnamed parties are never one over documents: nobody can tell whether two papers' "anonymous sources" are the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quellenlage.model.entities import outlet_source
from quellenlage.model.identity import content_id
from quellenlage.model.marks import SourceKind
from quellenlage.model.statement import Reading, Source
from quellenlage.steps.link.persons import Person, persons_by_key, same_persons
from quellenlage.text.namekeys import name_parts

_MEDIA = frozenset({SourceKind.AGENCY, SourceKind.OUTLET})
_LONGEST_ACRONYM = 8  # letters
_FULL_NAME = 2  # words of a name that tells which person is meant


@dataclass(frozen=True, slots=True)
class _Found:
    """A source of one document, with the key under which it is known over all of them."""

    document: str
    source: Source
    key: str


@dataclass(frozen=True, slots=True)
class LinkedSources:
    """The sources of all documents.

    Args:
        sources: one for each entity, by id.
        renamed: id of the linked source, by document id and the id inside it.
        outlets: id of the linked source that carries the document, by document id.
    """

    sources: tuple[Source, ...]
    renamed: Mapping[tuple[str, str], str]
    outlets: Mapping[str, str]


def link_sources(readings: Sequence[Reading], stories: Mapping[str, str]) -> LinkedSources:
    """Merge the sources of all documents.

    Args:
        readings: in the order of document ids.
        stories: id of the story of each document.
    """
    found = [
        _Found(reading.document.id, source, _key(source, reading.document.id, stories[reading.document.id]))
        for reading in readings
        for source in _with_outlet(reading)
    ]
    leader = {**_same_bodies(found), **_persons(found, stories)}
    grouped: dict[str, list[_Found]] = {}
    for item in found:
        grouped.setdefault(leader.get(item.key, item.key), []).append(item)
    sources = {key: _merged(key, members) for key, members in grouped.items()}
    renamed = {(item.document, item.source.id): sources[key].id for key, members in grouped.items() for item in members}
    return LinkedSources(
        sources=tuple(sorted(sources.values(), key=lambda source: source.id)),
        renamed=renamed,
        outlets={
            reading.document.id: renamed[reading.document.id, carrier.id]
            for reading in readings
            if (carrier := outlet_source(reading.document.id, reading.outlet)) is not None
        },
    )


def _with_outlet(reading: Reading) -> tuple[Source, ...]:
    """The sources of a document; the outlet that carries it is one even where the text was not read."""
    carrier = outlet_source(reading.document.id, reading.outlet)
    if carrier is None or any(source.id == carrier.id for source in reading.sources):
        return reading.sources
    return (*reading.sources, carrier)


def _key(source: Source, document: str, story: str) -> str:
    """The key under which a source of one document is known over all documents."""
    if source.kind is SourceKind.UNNAMED:
        return f"{source.key}@{document}"
    if source.kind is SourceKind.PERSON and len(name_parts(source.name)) < _FULL_NAME:
        return f"{source.key}@{story}"
    if source.kind in _MEDIA:
        return f"medium:{source.key.partition(':')[2]}"
    return source.key


def _same_bodies(found: Sequence[_Found]) -> dict[str, str]:
    """For keys of bodies that are one by acronym or proper name: the smallest key among them."""
    countries: dict[str, set[str]] = {}
    holders: dict[str, set[str]] = {}
    for item in found:
        if item.source.kind is not SourceKind.BODY:
            continue
        known_of = countries.setdefault(item.key, set())
        if item.source.country is not None:
            known_of.add(item.source.country)
        for name in (*item.source.variants, item.source.name):
            if _is_acronym(name):
                holders.setdefault(name.casefold(), set()).add(item.key)
    leader: dict[str, str] = {}
    for _, keys in sorted(holders.items()):
        known = {country for key in keys for country in countries[key]}
        if len(keys) > 1 and len(known) <= 1:
            group = sorted({leader.get(key, key) for key in keys})
            leader |= dict.fromkeys(keys, group[0])
            leader |= {key: group[0] for key, first in leader.items() if first in group}
    return leader


def _is_acronym(name: str) -> bool:
    """Whether a name stands for one body by itself, as "NIS" does and "Geheimdienst" does not."""
    letters = name.replace("-", "").replace(".", "")
    return letters.isalpha() and letters.isupper() and 2 <= len(letters) <= _LONGEST_ACRONYM


def _persons(found: Iterable[_Found], stories: Mapping[str, str]) -> dict[str, str]:
    """For keys of persons that are one: the smallest key among them; a surname's key is its own in each story."""
    persons: dict[str, list[_Found]] = {}
    for item in found:
        if item.source.kind is SourceKind.PERSON:
            persons.setdefault(item.key, []).append(item)
    known = [
        Person(
            key=key,
            name=max((item.source.name for item in items), key=lambda name: (len(name_parts(name)), len(name), name)),
            country=_settled(item.source.country for item in items),
            stories=frozenset(stories[item.document] for item in items),
        )
        for key, items in sorted(persons.items())
    ]
    return dict(persons_by_key(same_persons(known)))


def _settled(countries: Iterable[str | None]) -> str | None:
    """The country if all that name one name the same."""
    known = sorted({country for country in countries if country is not None})
    return known[0] if len(known) == 1 else None


def _merged(key: str, members: Sequence[_Found]) -> Source:
    sources = [item.source for item in members]
    kind = Counter(source.kind for source in sources).most_common(1)[0][0]
    mentions = {(m.document, m.span): m for source in sources for m in source.mentions}
    return Source(
        id=content_id("src", kind, key),
        name=_title([source.name for source in sources], kind),
        kind=kind,
        variants=tuple(sorted({variant for source in sources for variant in source.variants})),
        mentions=tuple(mentions[place] for place in sorted(mentions)),
        key=key,
        country=_settled(source.country for source in sources),
    )


def _title(names: Sequence[str], kind: SourceKind) -> str:
    """The name most documents use; of a person only among the fullest, since a surname alone says little."""
    count = Counter(names)
    if kind is SourceKind.PERSON:
        fullest = max(len(name_parts(name)) for name in names)
        count = Counter(name for name in names if len(name_parts(name)) == fullest)
    return min(count, key=lambda name: (-count[name], -len(name), name))
