"""Which mentions of persons in one document are one person: by their names, and by the office they hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from quellenlage.languages.names import NameVocabulary, RoleNoun
from quellenlage.model.marks import SourceKind
from quellenlage.reference import Reference
from quellenlage.steps.extract.names.found import Found
from quellenlage.text.namekeys import NameMatch, compare_names, name_key, name_parts

_REACH = 3  # sentences back in which the person must stand whom an ambiguous name takes up


@dataclass(slots=True)
class Person:
    """One person of the document.

    Args:
        name: the fullest name found.
        full: the fullest name known, also from reference data; makes the key.
        country: ISO code they act for, or None.
        offices: the roles they are named with, each with the base forms of its attribute.
        seen: numbers of the sentences that name them, in order.
    """

    name: str
    full: str
    country: str | None = None
    offices: list[tuple[RoleNoun, tuple[str, ...]]] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)

    @property
    def key(self) -> str:
        """What makes two mentions the same person."""
        return person_key(self.full)


def person_key(name: str) -> str:
    """The key of a person's full name, the same for all its transcriptions."""
    return f"{SourceKind.PERSON}:{name_key(name)}"


class People:
    """The persons of one document, and the question who is meant.

    Args:
        mentions: all mentions with a name, each with the number of its sentence.
    """

    def __init__(self, mentions: Iterable[tuple[int, Found]], vocabulary: NameVocabulary, reference: Reference) -> None:
        self._vocabulary, self._reference = vocabulary, reference
        self._by_label: dict[str, list[Person]] = {}
        self.persons: list[Person] = []
        named = [(number, mention) for number, mention in mentions if mention.person is not None]
        labels = dict.fromkeys(mention.person or "" for _, mention in named)
        for label in sorted(labels, key=lambda name: -len(name_parts(name))):
            self._by_label[label] = self._place(label)
        for number, mention in named:
            self._note(number, mention)

    def _place(self, label: str) -> list[Person]:
        """The persons a name can denote, most likely one; a name that fits nobody makes a new person."""
        matches = [(person, compare_names(person.full, label)) for person in self.persons]
        same = [person for person, match in matches if match is NameMatch.SAME]
        fitting = same[:1] or [person for person, match in matches if match is NameMatch.SURNAME_ONLY]
        if fitting:
            return fitting
        public = self._reference.persons.get(label) or self._reference.surnames.get(label)
        person = Person(label, public.name if public else label, public.country if public else None)
        self.persons.append(person)
        return [person]

    def _note(self, number: int, mention: Found) -> None:
        candidates = self._by_label[mention.person or ""]
        is_sure = len(candidates) == 1 and mention.kind is SourceKind.PERSON
        if is_sure and _countries_agree(candidates[0], mention):
            person = candidates[0]
            person.seen.append(number)
            if mention.role is not None and mention.role.end not in self._vocabulary.roles.kin:
                person.offices.append((mention.role, mention.bases))
                person.country = mention.country or person.country

    def named(self, mention: Found, number: int) -> Person:
        """The person whom the name in `mention` denotes in sentence `number`.

        A surname that fits several persons takes up the one of them who alone was named shortly before; else it stands
        for a person of its own, since two persons are never made one on a guess.
        """
        label = mention.person or mention.label
        candidates = self._by_label.get(label) or self._place(label)
        if len(candidates) == 1 and _countries_agree(candidates[0], mention):
            return candidates[0]
        candidates = [person for person in candidates if _countries_agree(person, mention)]
        near = [person for person in candidates if any(number - _REACH <= seen <= number for seen in person.seen)]
        if len(near) == 1:
            near[0].seen.append(number)
            return near[0]
        own = Person(label, label, mention.country)
        self._by_label[label] = [*candidates, own]
        return own

    def in_office(self, mention: Found, number: int) -> Person | None:
        """The only person of the document who fits a role phrase without a name ("der Minister"), or None."""
        role = mention.role
        if role is None:
            return None
        fitting = [person for person in self.persons if self._fits(person, role, mention)]
        if len(fitting) > 1:
            near = [person for person in fitting if any(number - _REACH <= seen <= number for seen in person.seen)]
            fitting = near if len(near) == 1 else []
        return fitting[0] if fitting else None

    def _fits(self, person: Person, role: RoleNoun, mention: Found) -> bool:
        if mention.country is not None and person.country is not None and mention.country != person.country:
            return False
        own = mention.bases[mention.bases.index(role.form.lower()) + 1 :] if role.form.lower() in mention.bases else ()
        return any(
            self._vocabulary.same_office(role, held) and _attributes_agree(own, bases, role, held)
            for held, bases in person.offices
        )


def _countries_agree(person: Person, mention: Found) -> bool:
    """Whether nothing stands against a surname's meaning that person: not "der südkoreanische Minister Kim"."""
    one_word = " " not in (mention.person or "")
    return not (one_word and mention.country and person.country and mention.country != person.country)


def _attributes_agree(asked: tuple[str, ...], held: tuple[str, ...], asked_role: RoleNoun, held_role: RoleNoun) -> bool:
    """Whether "Chef des Dienstes" can be the office that was named as "Chef des Militärdienstes"."""
    if not asked:
        return True
    if not held:
        return asked_role.form == held_role.form
    return asked[-1] == held[-1] or held[-1].endswith(asked[-1]) or asked[-1].endswith(held[-1])
