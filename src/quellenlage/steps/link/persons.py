"""Which full names of persons, over all documents, are one person's; and which of them a surname alone means.

Names are proposed by a key (a skeleton of one end, the first letter of the other, in both orders, see
`text/namekeys.py`) and compared in order of length, fullest first. A shorter name joins the one person it fits; where
it fits two who are not one ("George Bush"), it stays by itself: two persons are never made one on a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quellenlage.text.namekeys import NameMatch, compare_names, name_parts, skeleton


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
    by_key: dict[tuple[str, str], list[_Group]] = {}
    surnames = []
    for person in ordered:
        if len(name_parts(person.name)) < 2:
            surnames.append(person)
            continue
        group = _only(_distinct(g for key in _keys(person.name) for g in by_key.get(key, ()) if g.agrees(person)))
        if group is None:
            group = _Group()
            groups.append(group)
        group.members.append(person)
        for key in _keys(person.name):
            entries = by_key.setdefault(key, [])
            if group not in entries:
                entries.append(group)
    _place_surnames(surnames, groups)
    return sorted((sorted(g.members, key=lambda p: p.key) for g in groups), key=lambda members: members[0].key)


def _keys(name: str) -> Iterator[tuple[str, str]]:
    """Keys that two full names share if they can be one: both ends count as surname, as orders differ by language."""
    parts = name_parts(name)
    yield parts[0][:1], skeleton(parts[-1])
    if parts[0] != parts[-1]:
        yield parts[-1][:1], skeleton(parts[0])


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
