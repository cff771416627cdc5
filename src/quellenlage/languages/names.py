"""Words by which names are found: nouns for bodies, roles and unnamed parties, given names, small words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quellenlage.languages.namewords import (
    BodyWords,
    CreditWords,
    Endings,
    HeadNoun,
    PartyWords,
    RoleNoun,
    RoleWords,
    SmallWords,
    load_bodies,
    load_credits,
    load_endings,
    load_parties,
    load_roles,
    load_small,
)
from quellenlage.text.datafiles import Table, read_lines

__all__ = ["HeadNoun", "NameVocabulary", "RoleNoun", "load_names"]

_SHORTEST_HEAD = 4  # letters left of an ending that still make a noun
_SHORTEST_STEM = 3  # letters of an adjective left of its ending


@dataclass(frozen=True, slots=True, eq=False)
class NameVocabulary:
    """All words that `extract_names` and its neighbours go by. Compared by identity: there is one a language."""

    bodies: BodyWords
    roles: RoleWords
    parties: PartyWords
    small: SmallWords
    credits: CreditWords
    endings: Endings
    given_names: frozenset[str]
    family_first: frozenset[str]

    def body_head(self, word: str, lemma: str) -> HeadNoun | None:
        """What kind of body a noun names, or None."""
        for form in self.forms(word, lemma):
            if form in self.bodies.not_bodies:
                return None
            found = self.bodies.wholes.get(form) or _by_end(form, self.bodies.ends)
            if found is not None:
                return found
        return None

    def body_named(self, noun: str) -> HeadNoun | None:
        """What kind of body a noun in its base form names; plurals are none."""
        return self.bodies.wholes.get(noun) or _by_end(noun, self.bodies.ends)

    def role(self, word: str, lemma: str) -> RoleNoun | None:
        """The role that a noun names, or None."""
        for form in self.forms(word, lemma):
            if form in self.roles.not_roles:
                return None
            if form in self.roles.wholes:
                return RoleNoun(form, form, "")
            end = _end_of(form, self.roles.ends)
            if end is not None:
                return RoleNoun(form, end, form[: len(form) - len(end)])
        return self._adjectival_role(word)

    def _adjectival_role(self, word: str) -> RoleNoun | None:
        """Nouns inflected like adjectives ("ein Abgeordneter", "die Vorsitzende")."""
        for ending in self.endings.adjective:
            stem = word.removesuffix(ending)
            end = _end_of(stem, self.roles.adjectival) if stem != word else None
            if end is not None:
                return RoleNoun(f"{stem}er", f"{end}er", stem[: len(stem) - len(end)])
        return None

    def group(self, word: str, lemma: str) -> str | None:
        """The base form of a noun that, in the plural, names a party without a name, or None."""
        for form in self.forms(word, lemma):
            if form in self.parties.not_groups:
                return None
            if _end_of(form, self.parties.groups) or self.is_source_noun(form):
                return form
        adjectival = self._adjectival_role(word)
        return adjectival.form if adjectival is not None and adjectival.form in self.parties.groups else None

    def is_source_noun(self, base: str) -> bool:
        """Whether a noun in its base form stands for an unnamed source in the singular too ("eine Quelle")."""
        return base in self.parties.whole_sources or _end_of(base, self.parties.sources) is not None

    def is_outlet_noun(self, word: str, lemma: str) -> bool:
        """Whether a noun announces the name of an outlet ("Sender", "Zeitung")."""
        return any(_last_part(form) in self.parties.outlet_nouns for form in self.forms(word, lemma))

    def is_agency_noun(self, word: str, lemma: str) -> bool:
        """Whether a noun announces the name of a news agency."""
        return any(form in self.parties.agency_nouns for form in self.forms(word, lemma))

    def is_place_head(self, word: str, lemma: str) -> bool:
        """Whether a noun announces the name of a place ("Region", "Hafenstadt")."""
        return any(_end_of(form, self.small.place_heads) is not None for form in self.forms(word, lemma))

    def same_office(self, left: RoleNoun, right: RoleNoun) -> bool:
        """Whether two role nouns can mean one office: equal, one the end of the other, or of one group."""
        if right.form in (left.form, left.end) or right.end == left.form:
            return True
        groups = self.roles.same.get(left.form, self.roles.same.get(left.end, frozenset()))
        return not groups.isdisjoint(self.roles.same.get(right.form, self.roles.same.get(right.end, frozenset())))

    def forms(self, word: str, lemma: str) -> tuple[str, ...]:
        """The forms to look a noun up by: base form, the word, the word less its endings, each once."""
        found = dict.fromkeys((lemma, word))
        for ending in self.endings.noun:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_HEAD - 1:
                found.setdefault(word[: -len(ending)])
        return tuple(found)

    def without_genitive(self, word: str) -> str | None:
        """A name less its genitive ending, or None if it has none."""
        for ending in self.endings.genitive:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return word[: -len(ending)]
        return None

    def adjective_stem(self, word: str) -> str:
        """An adjective less its ending, small letters."""
        low = word.lower()
        for ending in self.endings.adjective:
            if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST_STEM:
                return low[: -len(ending)]
        return low

    def nominative_adjective(self, word: str, noun: str, *, plural: bool) -> str:
        """An adjective in the form it has before `noun` (base form) in the nominative without an article."""
        stem = word[: len(self.adjective_stem(word))]
        if stem == word or (word[:1].isupper() and word.endswith(self.endings.inhabitant[:1])):
            return word
        return stem + (self.endings.plural if plural else self._nominative_ending(noun.lower()))

    def _nominative_ending(self, noun: str) -> str:
        if self._longest_end(noun, self.bodies.neuter) > self._longest_end(noun, self.bodies.feminine):
            return self.endings.neuter
        return self.endings.feminine if self.is_feminine(noun) else self.endings.masculine

    def is_feminine(self, noun: str) -> bool:
        """Whether a noun in its base form is feminine, as its end tells."""
        low = noun.lower()
        return self._longest_end(low, self.bodies.feminine) > self._longest_end(low, self.bodies.neuter)

    @staticmethod
    def _longest_end(noun: str, ends: frozenset[str]) -> int:
        """Letters of the longest end of `noun` that is among `ends`, or 0."""
        return next((len(noun) - begin for begin in range(len(noun)) if noun[begin:] in ends), 0)


def _by_end(form: str, heads: Mapping[str, HeadNoun]) -> HeadNoun | None:
    low = form.lower()
    for begin in range(len(low) - 1):
        found = heads.get(low[begin:])
        if found is not None:
            return found
    return None


def _end_of(form: str, ends: frozenset[str]) -> str | None:
    """The word itself or the longest end of the compound that is among `ends` (capitalised as nouns are)."""
    if form in ends:
        return form
    for begin in range(1, len(form) - 2):
        tail = form[begin:].capitalize()
        if tail in ends:
            return tail
    return None


def _last_part(form: str) -> str:
    """The part behind the last hyphen, where it is a noun of its own ("Onlinemagazin", "Medien-Magazin")."""
    part = form.rsplit("-", 1)[-1]
    return part if part[:1].isupper() else form


@cache
def load_names(code: str) -> NameVocabulary:
    """The vocabulary of the language with the ISO 639-1 code.

    Raises:
        DataFileError: if a file is damaged.
    """
    package = "quellenlage.languages"
    roles, small = (Table.load(package, code, f"{topic}.toml") for topic in ("roles", "names"))
    vocabulary = NameVocabulary(
        bodies=load_bodies(code),
        roles=load_roles(roles),
        parties=load_parties(roles),
        small=load_small(small),
        credits=load_credits(small.table("credits")),
        endings=load_endings(small.table("endings")),
        given_names=frozenset(read_lines(package, code, "given_names.txt")),
        family_first=frozenset(read_lines(package, code, "family_first.txt")),
    )
    roles.done()
    small.done()
    return vocabulary
