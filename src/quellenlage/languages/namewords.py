"""Records of the words by which names are found, and how they are read from a language's files.

`languages/names.py` puts them together and answers questions with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quellenlage.model.errors import DataFileError
from quellenlage.text.datafiles import Table


@dataclass(frozen=True, slots=True)
class HeadNoun:
    """A noun that names a body.

    Args:
        sort: its class, as in the reference data.
        is_one: whether a country has one body of this class, so that country and class tell which it is.
        is_located: whether a town behind the noun belongs to it ("Polizei Köln").
        is_weak: whether the noun alone is no name of a body ("Gruppe").
        is_plural: whether it names one body in the plural ("Streitkräfte").
    """

    sort: str
    is_one: bool = False
    is_located: bool = False
    is_weak: bool = False
    is_plural: bool = False


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun that names a person by role.

    Args:
        form: its base form, masculine ("Außenminister").
        end: the role at the end of the compound ("Minister").
        before: what stands before it in the compound ("Außen", "US-", "Kreml"); empty for a plain noun.
    """

    form: str
    end: str
    before: str


@dataclass(frozen=True, slots=True)
class BodyWords:
    """Nouns for bodies; see the head of `languages/de/bodies.toml`."""

    ends: Mapping[str, HeadNoun]
    wholes: Mapping[str, HeadNoun]
    not_bodies: frozenset[str]
    company_forms: frozenset[str]
    club_forms: frozenset[str]
    club_names: frozenset[str]
    spokes: Mapping[str, str]
    feminine: frozenset[str]
    neuter: frozenset[str]
    one_of: frozenset[str]
    takes_up: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Nouns for roles; see the head of `languages/de/roles.toml`."""

    ends: frozenset[str]
    wholes: frozenset[str]
    adjectival: frozenset[str]
    titles: frozenset[str]
    not_roles: frozenset[str]
    speaks_for: frozenset[str]
    kin: frozenset[str]
    same: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class PartyWords:
    """Nouns for parties without a name and for media; see `languages/de/roles.toml`."""

    groups: frozenset[str]
    not_groups: frozenset[str]
    sources: frozenset[str]
    whole_sources: frozenset[str]
    no_party: frozenset[str]
    after: frozenset[str]
    outlet_nouns: frozenset[str]
    agency_nouns: frozenset[str]
    word_nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Prepositions, articles, particles and prefixes; see `languages/de/names.toml`."""

    locative: frozenset[str]
    party_after: frozenset[str]
    place_heads: frozenset[str]
    place_parts: frozenset[str]
    directions: tuple[str, ...]
    particles: frozenset[str]
    inner_particles: frozenset[str]
    joined_particles: frozenset[str]
    prepositions: frozenset[str]
    prefixes: Mapping[str, str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    singular: frozenset[str]
    open_number: frozenset[str]
    dative_plural: frozenset[str]
    plural_unless_feminine: frozenset[str]
    plural: frozenset[str]
    unchanged_plural: tuple[str, ...]
    genitive: frozenset[str]
    of: frozenset[str]
    inside: frozenset[str]
    for_: frozenset[str]
    sure_genitive: frozenset[str]
    between: frozenset[str]
    person_verbs: frozenset[str]
    so: frozenset[str]
    place_only: frozenset[str]
    joins: frozenset[str]
    not_names: frozenset[str]
    not_acronyms: frozenset[str]


@dataclass(frozen=True, slots=True)
class CreditWords:
    """Words of source notes, small letters; see `languages/de/names.toml`."""

    picture: frozenset[str]
    leads: tuple[str, ...]
    joins: frozenset[str]
    carrier: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Endings:
    """Endings of inflected words, longest first, and those of adjectives in the nominative without an article."""

    genitive: tuple[str, ...]
    adjective: tuple[str, ...]
    noun: tuple[str, ...]
    inhabitant: tuple[str, ...]
    masculine: str
    feminine: str
    neuter: str
    plural: str


# Lists of a class: key, whether its nouns may end a compound, whether they are weak.
_LISTS = (
    ("ends", True, False),
    ("weak_ends", True, True),
    ("whole", False, False),
    ("weak_whole", False, True),
    ("plural_ends", True, False),
)


def _heads(tables: Iterable[Table]) -> Iterator[tuple[str, bool, HeadNoun]]:
    """Nouns for bodies, each with whether it counts as an end and what it names."""
    for table in tables:
        sort, is_one, located = table.string("sort"), table.flag("is_one"), table.flag("located")
        for key, is_end, weak in _LISTS:
            for word in table.strings(key, optional=True):
                yield word, is_end, HeadNoun(sort, is_one, located, weak, key == "plural_ends")
        table.done()


def load_bodies(code: str) -> BodyWords:
    """Nouns for bodies, from `bodies.toml`."""
    table = Table.load("quellenlage.languages", code, "bodies.toml")
    ends: dict[str, HeadNoun] = {}
    wholes: dict[str, HeadNoun] = {}
    for word, is_end, head in _heads(table.tables("class")):
        entries, key = (ends, word.lower()) if is_end else (wholes, word)
        if key in entries:
            raise DataFileError(f"{table.where}: {word!r} is given to two classes")
        entries[key] = head
    gender, spokes, takes = table.table("gender"), table.table("spokes"), table.table("takes_up")
    words = BodyWords(
        ends=ends,
        wholes=wholes,
        not_bodies=frozenset(table.strings("not_bodies")),
        company_forms=frozenset(table.strings("company_forms")),
        club_forms=frozenset(table.strings("club_forms")),
        club_names=frozenset(table.strings("club_names")),
        spokes=_strings(spokes),
        feminine=frozenset(gender.strings("feminine")),
        neuter=frozenset(gender.strings("neuter")),
        takes_up={noun: takes.strings(noun) for noun in takes.keys()},  # noqa: SIM118  (a Table is no mapping)
        one_of=frozenset(head.sort for head in (*ends.values(), *wholes.values()) if head.is_one),
    )
    for part in (gender, spokes, takes, table):
        part.done()
    return words


def load_roles(table: Table) -> RoleWords:
    """Nouns for roles, from the table of `roles.toml`."""
    same = table.table("same")
    groups: dict[str, set[str]] = {}
    for group in same.keys():  # noqa: SIM118  (a Table is no mapping)
        for role in same.strings(group):
            groups.setdefault(role, set()).add(group)
    same.done()
    return RoleWords(
        ends=frozenset(table.strings("ends")),
        wholes=frozenset(table.strings("whole")),
        adjectival=frozenset(table.strings("adjectival")),
        titles=frozenset(table.strings("titles")),
        not_roles=frozenset(table.strings("not_roles")),
        speaks_for=frozenset(table.strings("speaks_for")),
        kin=frozenset(table.strings("kin")),
        same={role: frozenset(found) for role, found in groups.items()},
    )


def load_parties(table: Table) -> PartyWords:
    """Nouns for unnamed parties and media, from the table of `roles.toml`."""
    unnamed, media = table.table("unnamed"), table.table("media")
    words = PartyWords(
        groups=frozenset(unnamed.strings("groups")),
        not_groups=frozenset(unnamed.strings("not_groups")),
        sources=frozenset(unnamed.strings("sources")),
        whole_sources=frozenset(unnamed.strings("whole")),
        no_party=frozenset(unnamed.strings("no_party")),
        after=frozenset(unnamed.strings("after")),
        outlet_nouns=frozenset(media.strings("outlet")),
        agency_nouns=frozenset(media.strings("agency")),
        word_nouns=frozenset(media.strings("words")),
    )
    unnamed.done()
    media.done()
    return words


def load_small(table: Table) -> SmallWords:
    """Small words, from the table of `names.toml`."""
    words, not_names, prefixes = table.table("words"), table.table("not_names"), table.table("prefixes")
    small = SmallWords(
        locative=frozenset(table.strings("locative")),
        party_after=frozenset(table.strings("party_after")),
        place_heads=frozenset(table.strings("place_heads")),
        place_parts=frozenset(table.strings("place_parts")),
        directions=table.strings("directions"),
        particles=frozenset(table.strings("particles")),
        joined_particles=frozenset(table.strings("joined_particles")),
        inner_particles=frozenset(table.strings("inner_particles")),
        prepositions=frozenset(table.strings("prepositions")),
        prefixes=_strings(prefixes),
        definite=frozenset(words.strings("definite")),
        indefinite=frozenset(words.strings("indefinite")),
        possessive=frozenset(words.strings("possessive")),
        singular=frozenset(words.strings("singular")),
        open_number=frozenset(words.strings("open_number")),
        dative_plural=frozenset(words.strings("dative_plural")),
        plural_unless_feminine=frozenset(words.strings("plural_unless_feminine")),
        plural=frozenset(words.strings("plural")),
        unchanged_plural=words.strings("unchanged_plural"),
        genitive=frozenset(words.strings("genitive")),
        of=frozenset(words.strings("of")),
        inside=frozenset(words.strings("inside")),
        for_=frozenset(words.strings("for")),
        sure_genitive=frozenset(words.strings("sure_genitive")),
        between=frozenset(words.strings("between")),
        person_verbs=frozenset(words.strings("person_verbs")),
        so=frozenset(words.strings("so")),
        place_only=frozenset(words.strings("place_only")),
        joins=frozenset(words.strings("joins")),
        not_names=frozenset(not_names.strings("words")),
        not_acronyms=frozenset(table.strings("not_acronyms")),
    )
    for part in (words, not_names, prefixes):
        part.done()
    return small


def load_credits(table: Table) -> CreditWords:
    """Words of source notes, from their table in `names.toml`."""
    words = CreditWords(
        picture=frozenset(table.strings("picture")),
        leads=tuple(sorted(table.strings("leads"), key=len, reverse=True)),
        joins=frozenset(table.strings("joins")),
        carrier=table.strings("carrier"),
    )
    table.done()
    return words


def load_endings(table: Table) -> Endings:
    """Endings, from their table in `names.toml`."""
    nominative = table.table("nominative")
    endings = Endings(
        genitive=table.strings("genitive"),
        adjective=table.strings("adjective"),
        noun=table.strings("noun"),
        inhabitant=table.strings("inhabitant"),
        masculine=nominative.string("masculine"),
        feminine=nominative.string("feminine"),
        neuter=nominative.string("neuter"),
        plural=nominative.string("plural"),
    )
    nominative.done()
    table.done()
    return endings


def _strings(table: Table) -> dict[str, str]:
    return {key: table.string(key) for key in table.keys()}  # noqa: SIM118  (a Table is no mapping)
