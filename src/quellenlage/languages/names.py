"""Words by which names are found: nouns for bodies, roles and unnamed parties, given names, small words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from quellenlage.model.errors import DataFileError
from quellenlage.text.datafiles import Table, read_lines

_SHORTEST_HEAD = 4  # letters left of an ending that still make a noun


@dataclass(frozen=True, slots=True)
class HeadNoun:
    """A noun that names a body.

    Args:
        sort: its class, as in the reference data.
        is_one: whether a country has one body of this class, so that country and class tell which it is.
    """

    sort: str
    is_one: bool


@dataclass(frozen=True, slots=True)
class NameVocabulary:
    """All words that `extract_names` and `extract_places` go by; see the heads of the files for what each means."""

    body_ends: Mapping[str, HeadNoun]
    body_wholes: Mapping[str, HeadNoun]
    not_bodies: frozenset[str]
    company_forms: frozenset[str]
    role_ends: frozenset[str]
    role_wholes: frozenset[str]
    adjectival: tuple[str, ...]
    titles: frozenset[str]
    not_roles: frozenset[str]
    heads_of: frozenset[str]
    groups: frozenset[str]
    unnamed_sources: frozenset[str]
    unnamed_adjectives: frozenset[str]
    media_nouns: frozenset[str]
    agency_nouns: frozenset[str]
    given_names: frozenset[str]
    locative: frozenset[str]
    place_heads: frozenset[str]
    particles: frozenset[str]
    prefixes: Mapping[str, str]
    genitive_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    not_names: frozenset[str]

    def body_head(self, word: str, lemma: str) -> HeadNoun | None:
        """What kind of body a noun names, or None."""
        for form in self.forms(word, lemma):
            if form in self.not_bodies:
                return None
            found = self.body_wholes.get(form) or _by_end(form, self.body_ends)
            if found is not None:
                return found
        return None

    def role(self, word: str, lemma: str) -> str | None:
        """The base form of the role a noun names ("Außenminister"), masculine, or None."""
        for form in self.forms(word, lemma):
            if form in self.not_roles:
                return None
            if form in self.role_wholes or _ends_in(form, self.role_ends):
                return form
        return self._adjectival_role(word)

    def _adjectival_role(self, word: str) -> str | None:
        """Nouns inflected like adjectives ("ein Abgeordneter", "die Vorsitzende")."""
        for ending in self.adjective_endings:
            stem = word.removesuffix(ending)
            if stem != word and _ends_in(stem, frozenset(self.adjectival)):
                return f"{stem}er"
        return None

    def group(self, word: str, lemma: str) -> str | None:
        """The base form of a noun that, in the plural, names a party without a name, or None."""
        for form in self.forms(word, lemma):
            if _ends_in(form, self.groups):
                return form
        role = self._adjectival_role(word)
        return role or None

    def is_medium_noun(self, word: str, lemma: str) -> bool:
        """Whether a noun announces the name of an agency or outlet ("Nachrichtenagentur", "Sender")."""
        return any(form in self.media_nouns or form in self.agency_nouns for form in self.forms(word, lemma))

    def is_place_head(self, word: str, lemma: str) -> bool:
        """Whether a noun announces the name of a place ("Region", "Hafenstadt")."""
        return any(_ends_in(form, self.place_heads) for form in self.forms(word, lemma))

    def forms(self, word: str, lemma: str) -> tuple[str, ...]:
        """The forms to look a noun up by: base form, the word, the word less its endings, each once."""
        found = dict.fromkeys((lemma, word))
        for ending in self.noun_endings:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_HEAD - 1:
                found.setdefault(word[: -len(ending)])
        return tuple(found)

    def without_genitive(self, word: str) -> str | None:
        """A name less its genitive ending, or None if it has none."""
        for ending in self.genitive_endings:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return word[: -len(ending)]
        return None

    def adjective_stem(self, word: str) -> str:
        """An adjective less its ending, small letters."""
        low = word.lower()
        for ending in self.adjective_endings:
            if low.endswith(ending):
                return low[: -len(ending)]
        return low


def _by_end(form: str, heads: Mapping[str, HeadNoun]) -> HeadNoun | None:
    low = form.lower()
    for begin in range(len(low) - 2):
        found = heads.get(low[begin:])
        if found is not None:
            return found
    return None


def _ends_in(form: str, ends: frozenset[str]) -> bool:
    """Whether the word, or a compound's end, is among `ends` (capitalised as nouns are)."""
    if form in ends:
        return True
    tail = form[1:]
    return any(tail[begin:].capitalize() in ends for begin in range(len(tail) - 2))


def _heads(tables: Iterable[Table]) -> tuple[dict[str, HeadNoun], dict[str, HeadNoun]]:
    ends: dict[str, HeadNoun] = {}
    wholes: dict[str, HeadNoun] = {}
    for table in tables:
        head = HeadNoun(table.string("sort"), table.flag("is_one"))
        for word in table.strings("ends", optional=True):
            if word.lower() in ends:
                raise DataFileError(f"{table.where}: {word!r} is given to two classes")
            ends[word.lower()] = head
        wholes |= dict.fromkeys(table.strings("whole", optional=True), head)
        table.done()
    return ends, wholes


@cache
def load_names(code: str) -> NameVocabulary:
    """The vocabulary of the language with the ISO 639-1 code.

    Raises:
        DataFileError: if a file is damaged.
    """
    package = "quellenlage.languages"
    bodies, roles, small = (Table.load(package, code, f"{topic}.toml") for topic in ("bodies", "roles", "names"))
    ends, wholes = _heads(bodies.tables("class"))
    unnamed, media, endings = roles.table("unnamed"), roles.table("media"), small.table("endings")
    prefixes, not_names = small.table("prefixes"), small.table("not_names")
    vocabulary = NameVocabulary(
        body_ends=ends,
        body_wholes=wholes,
        not_bodies=frozenset(bodies.strings("not_bodies")),
        company_forms=frozenset(bodies.strings("company_forms")),
        role_ends=frozenset(roles.strings("ends")),
        role_wholes=frozenset(roles.strings("whole")),
        adjectival=roles.strings("adjectival"),
        titles=frozenset(roles.strings("titles")),
        not_roles=frozenset(roles.strings("not_roles")),
        heads_of=frozenset(roles.strings("head_of")),
        groups=frozenset(unnamed.strings("groups")),
        unnamed_sources=frozenset(unnamed.strings("sources")),
        unnamed_adjectives=frozenset(unnamed.strings("adjectives")),
        media_nouns=frozenset(media.strings("outlet")),
        agency_nouns=frozenset(media.strings("agency")),
        given_names=frozenset(read_lines(package, code, "given_names.txt")),
        locative=frozenset(small.strings("locative")),
        place_heads=frozenset(small.strings("place_heads")),
        particles=frozenset(small.strings("particles")),
        prefixes={key: prefixes.string(key) for key in prefixes.keys()},  # noqa: SIM118  (a Table is no mapping)
        genitive_endings=endings.strings("genitive"),
        adjective_endings=endings.strings("adjective"),
        noun_endings=endings.strings("noun"),
        not_names=frozenset(not_names.strings("words")),
    )
    for table in (bodies, roles, small, unnamed, media, endings, prefixes, not_names):
        table.done()
    return vocabulary
