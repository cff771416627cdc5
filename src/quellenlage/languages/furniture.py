"""Words of what stands around an article in a text dump: menus, adverts, captions, source notes, comment forms.

A *mark* is a phrase that tells the role of the line it stands in. Where in the line it must stand is part of it: it
may be the whole line, its beginning, or anywhere. A *head* is a whole line that also tells what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from quellenlage.model.document import Role
from quellenlage.model.errors import DataFileError
from quellenlage.text.datafiles import Table

_SIGNS_AND_DIGITS = re.compile(r"[\W\d_]+")
LONGEST_BEGINNING = 6  # words; a mark at the beginning of a line may have so many

_PLACES = ("whole", "heads", "begin", "may_begin", "inside")  # where in a line a mark stands
# Roles that lines are told to have by their words; a title or a line of content is told by where it stands.
MARKED_ROLES = (
    Role.DATE,
    Role.BYLINE,
    Role.CAPTION,
    Role.CREDIT,
    Role.CROSSREF,
    Role.ADVERT,
    Role.NAVIGATION,
    Role.COMMENT_FORM,
    Role.OTHER,
)


@dataclass(frozen=True, slots=True)
class FurnitureVocabulary:
    """What one language says around its articles; all phrases in plain form (`plain_line`).

    Args:
        whole: role of the lines that are nothing but the phrase.
        heads: those of them that also give their role to the lines below.
        begin: role of the lines that begin with the phrase, of at most `LONGEST_BEGINNING` words.
        may_begin: likewise, for phrases that may as well begin a sentence of the article.
        inside: phrases anywhere in a line, parted from other words by a space on both sides, and their role.
        picture_credits: beginnings of a line that says whose picture it is.
        picture_agencies: names that make a picture credit of a short line without a verb, each between spaces.
        positions: what stands in brackets behind a name in a caption ("v. l.").
        pieces: menu words that dumps glue together ("HomePolitikAusland").
        dating: words of which, beside numbers, a line that gives a date is made.
        byline_leaders: words that lead to the author's name.
        address: words that speak to the reader or for the house.
        function_words: words that hold sentences together.
        finite: forms of verbs that make a sentence of a line.
        finite_endings: endings of other finite verbs, for words in lower case.
        not_finite: words with such an ending that are no finite verbs.
    """

    whole: Mapping[str, Role]
    heads: frozenset[str]
    begin: Mapping[str, Role]
    may_begin: Mapping[str, Role]
    inside: tuple[tuple[str, Role], ...]
    picture_credits: frozenset[str]
    picture_agencies: tuple[str, ...]
    positions: frozenset[str]
    pieces: frozenset[str]
    dating: frozenset[str]
    byline_leaders: frozenset[str]
    address: frozenset[str]
    function_words: frozenset[str]
    finite: frozenset[str]
    finite_endings: tuple[str, ...]
    not_finite: frozenset[str]


def plain_line(words: str) -> str:
    """The line's letters in lower case, everything else as one space: "Kommentare (0)" and "kommentare" are one."""
    return _SIGNS_AND_DIGITS.sub(" ", words.casefold()).strip()


@cache
def load_furniture(code: str) -> FurnitureVocabulary:
    """Read and check `languages/<code>/furniture.toml`.

    Raises:
        DataFileError: if a phrase has no letters, stands twice, or is given two roles in one place.
    """
    table = Table.load("quellenlage.languages", code, "furniture.toml")
    places: dict[str, dict[str, Role]] = {place: {} for place in _PLACES}
    for role in MARKED_ROLES:
        of_role = table.table(role.value)
        for place, known in places.items():
            _add_marks(known, of_role, place, role)
        of_role.done()
    _check_apart(places, "whole", "heads", table.where)
    _check_apart(places, "begin", "may_begin", table.where)

    def plain(key: str) -> frozenset[str]:
        return frozenset(_plain(table.strings(key), f"{table.where}: {key}"))

    vocabulary = FurnitureVocabulary(
        whole=places["whole"] | places["heads"],
        heads=frozenset(places["heads"]),
        begin=_short_enough(places["begin"], table.where),
        may_begin=_short_enough(places["may_begin"], table.where),
        inside=tuple((f" {phrase} ", role) for phrase, role in sorted(places["inside"].items())),
        picture_credits=plain("picture_credits"),
        picture_agencies=tuple(f" {name} " for name in sorted(plain("picture_agencies"))),
        positions=plain("positions"),
        pieces=plain("pieces"),
        dating=plain("dating"),
        byline_leaders=plain("byline_leaders"),
        address=plain("address"),
        function_words=plain("function_words"),
        finite=plain("finite"),
        finite_endings=table.strings("finite_endings"),
        not_finite=plain("not_finite"),
    )
    table.done()
    return vocabulary


def _check_apart(places: Mapping[str, Mapping[str, Role]], first: str, second: str, where: str) -> None:
    doubled = sorted(places[first].keys() & places[second].keys())
    if doubled:
        raise DataFileError(f"{where}: {doubled} stand under both {first} and {second}")


def _add_marks(known: dict[str, Role], table: Table, place: str, role: Role) -> None:
    for phrase in _plain(table.strings(place, optional=True), f"{table.where}: {place}"):
        if phrase in known:
            raise DataFileError(f"{table.where}: {place}: {phrase!r} stands already under {known[phrase]}")
        known[phrase] = role


def _plain(phrases: Iterable[str], where: str) -> tuple[str, ...]:
    """The phrases in plain form; two that are one in plain form are refused."""
    seen: dict[str, str] = {}
    for phrase in phrases:
        plain = plain_line(phrase)
        if not plain:
            raise DataFileError(f"{where}: {phrase!r} has no letters")
        if plain in seen:
            raise DataFileError(f"{where}: {phrase!r} is {seen[plain]!r} once more")
        seen[plain] = phrase
    return tuple(seen)


def _short_enough(begin: dict[str, Role], where: str) -> dict[str, Role]:
    for phrase in begin:
        if len(phrase.split()) > LONGEST_BEGINNING:
            raise DataFileError(f"{where}: begin: {phrase!r} has more than {LONGEST_BEGINNING} words")
    return begin
