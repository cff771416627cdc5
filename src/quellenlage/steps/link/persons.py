"""Which full names of persons, over all documents, are one person's; and which of them a surname alone means.

Names are proposed by keys (the skeletons of both ends, in either order and turned as Korean names are; for initials the
letter and one end; see `text/namekeys.py`) and compared in order of length, fullest first. A shorter name joins the one
person it fits; where it fits two who are not one ("George Bush"), it stays by itself: two persons are never made one on
a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quellenlage.text.namekeys import NameMatch, compare_names, name_parts, skeleton

_FULL_NAME = 2  # words of a name that tells which person is meant
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A person of one or more documents, as yet under one key.

    Args:
        key: what makes mentions the same person within a document; the same key is the same name.
        name: the fullest name found.
        country: ISO 3166-1 alpha-2 code, or None.
        stories: ids of the stories in which the key appears.
    """

    key: str
    name: str
    country: str | None
    stories: frozenset[str]


@dataclass(slots=True)
class _Group:
    """Persons found to be one."""

    members: list[Person] = field(default_factory=list)

    def agrees(self, person: Person) -> bool:
        """Whether the person may be one of them: every name agrees, and no country speaks against it."""
        return all(
            compare_names(own.name, person.name) is NameMatch.SAME and _same_country(own, person)
            for own in self.members
        )


def _same_country(one: Person, other: Person) -> bool:
    return one.country is None or other.country is None or one.country == other.country


def same_persons(persons: Iterable[Person]) -> list[list[Person]]:
    """The persons in groups that are one person each; groups and members in the order of their keys."""
    ordered = sorted(persons, key=lambda person: (-len(name_parts(person.name)), -len(person.name), person.key))
    groups: list[_Group] = []
    by_key: dict[_Key, list[_Group]] = {}
    surnames = []
    for person in ordered:
        if len(name_parts(person.name)) < _FULL_NAME:
            surnames.append(person)
            continue
        near = _distinct(g for key in _asked(person.name) for g in by_key.get(key, ()))
        group = _only([other for other in near if other.agrees(person)])
        if group is None:
            group = _Group()
            groups.append(group)
        group.members.append(person)
        for key in _entered(person.name):
            entries = by_key.setdefault(key, [])
            if group not in entries:
                entries.append(group)
    _place_surnames(surnames, groups)
    return sorted((sorted(g.members, key=lambda p: p.key) for g in groups), key=lambda members: members[0].key)


def _ends_keys(name: str) -> Iterator[_Key]:
    """Keys that two names without initials share if they can be one: both ends count, as orders differ by language."""
    parts = [skeleton(part) for part in name_parts(name)]
    yield "ends", *sorted((parts[0], parts[-1]))
    if len(parts) > _FULL_NAME:
        yield "ends", *sorted((parts[0], parts[1]))  # the ends once the first word has gone to the end


def _initial_key(kind: str, name: str) -> _Key:
    parts = name_parts(name)
    return kind, parts[0][:1], skeleton(parts[-1])


def _has_initial(name: str) -> bool:
    return any(len(part) == 1 for part in name_parts(name))


def _entered(name: str) -> Iterator[_Key]:
    """The keys a name is found by."""
    yield from _ends_keys(name)
    yield _initial_key("short" if _has_initial(name) else "full", name)


def _asked(name: str) -> Iterator[_Key]:
    """The keys a name is looked for by; a name without initials is asked only for such as have them."""
    yield from _ends_keys(name)
    yield _initial_key("short", name)
    if _has_initial(name):
        yield _initial_key("full", name)


def _place_surnames(surnames: Sequence[Person], groups: list[_Group]) -> None:
    """A surname alone joins the one full name that it fits inside a story they share; else it stays by itself."""
    by_surname: dict[str, list[_Group]] = {}
    for group in groups:
        for part in dict.fromkeys(skeleton(p) for m in group.members for p in _ends(m.name)):
            by_surname.setdefault(part, []).append(group)
    for person in surnames:
        fitting = [group for group in by_surname.get(skeleton(person.name), ()) if _fits(person, group)]
        only = _only(fitting)
        if only is None:
            groups.append(_Group([person]))
        else:
            only.members.append(person)


def _ends(name: str) -> tuple[str, str]:
    parts = name_parts(name)
    return parts[0], parts[-1]


def _fits(person: Person, group: _Group) -> bool:
    return any(
        compare_names(person.name, own.name) is NameMatch.SURNAME_ONLY
        and _same_country(person, own)
        and bool(person.stories & own.stories)
        for own in group.members
    )


def _distinct(groups: Iterable[_Group]) -> list[_Group]:
    return list({id(group): group for group in groups}.values())


def _only(groups: Sequence[_Group]) -> _Group | None:
    return groups[0] if len(groups) == 1 else None


def persons_by_key(groups: Iterable[Sequence[Person]]) -> Mapping[str, str]:
    """The smallest key of the group each key belongs to."""
    return {person.key: group[0].key for group in groups for person in group}
