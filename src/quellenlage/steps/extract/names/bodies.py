"""Bodies: noun phrases whose noun names an authority, a firm, a party; and bodies known by name.

A phrase is read from its noun outwards: adjectives and a genitive before it, then behind it an acronym in brackets, a
proper name, "für …", a genitive, a town. What is found on the way tells which country the body belongs to and whether
it is named or only described.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quellenlage.languages.names import HeadNoun
from quellenlage.model.marks import SourceKind
from quellenlage.reference import KnownBody
from quellenlage.steps.extract.names.descriptions import description
from quellenlage.steps.extract.names.found import Found, Rank
from quellenlage.steps.extract.names.tails import GOVERNMENT, Tail, tail_of
from quellenlage.steps.extract.names.view import View
from quellenlage.text.namekeys import fold_part

OFFICE, CITY = "office", "city"
_BRACKETED = 3  # tokens of an acronym in brackets
_LONGEST_FIRM = 4  # words of a firm's name before its legal form


def bodies(view: View) -> Iterator[Found]:
    """The bodies of a sentence; phrases may overlap."""
    for at in range(len(view)):
        known = known_body_at(view, at)
        if known is not None:
            yield known
        if view.is_noun(at):
            found = body_at(view, at)
            if found is not None:
                yield found
        firm_or_club = _company(view, at) or _club(view, at)
        if firm_or_club is not None:
            yield firm_or_club


def body_key(sort: str | None, country: str | None, name: str, *, is_one: bool) -> str:
    """The key of a body: country and class where they tell which it is, else country and name.

    A government speaks for its country: "die russische Regierung", "Moskau" and "Russland" are one source.
    """
    if sort == GOVERNMENT and country is not None:
        return f"{SourceKind.COUNTRY}:{country}"
    if is_one and country is not None:
        return f"{SourceKind.BODY}:{country}:{sort}"
    return f"{SourceKind.BODY}:{country or ''}:{name.casefold()}"


def known_key(view: View, body: KnownBody) -> str:
    """The key of a body known by name; its country is part of the key only where class and country tell which it is."""
    is_one = body.sort in view.vocabulary.bodies.one_of
    return body_key(body.sort, body.country if is_one else None, body.name, is_one=is_one)


def known_body_at(view: View, at: int) -> Found | None:
    """The body known by a name that begins at `at`, with the acronym in brackets behind it."""
    known = view.known(at)
    if known is None or known[0].body is None:
        return None
    body, length = known[0].body, known[1]
    end, acronym = at + length, None
    bracketed = view.bracketed(end)
    if bracketed is not None and view.is_acronym(end + 1):
        acronym, end = bracketed
    label = view.text(at, at + length)
    bare = view.vocabulary.without_genitive(label)
    if label.startswith(body.name):
        label = body.name  # "Bundestages"
    elif label not in view.reference.announced_bodies and bare is not None:
        label = bare
    first = view.left_edge(at)
    country = body.country
    for place in range(first, at):
        country = country or view.adjective_country(place)
    return Found(
        first,
        end,
        SourceKind.BODY,
        label,
        Rank.NAMED,
        key=known_key(view, body),
        usual=body.name,
        country=country,
        acronym=acronym,
        sort=body.sort,
        proper=body.name,
    )


def _company(view: View, at: int) -> Found | None:
    """A firm by its legal form: name words up to "GmbH" or "AG"."""
    if view.word(at) not in view.vocabulary.bodies.company_forms or not at:
        return None
    first = at
    while first > 0 and _is_part_of_firm(view, first - 1):
        first -= 1
    if first == at or at - first > _LONGEST_FIRM:
        return None
    end = at + 1
    while view.word(end) in view.vocabulary.bodies.company_forms or (
        view.word(end) == "&" and view.word(end + 1).startswith("Co")
    ):
        end += 1
    label = view.text(first, end)
    known = view.reference.announced_bodies.get(view.text(first, at))
    key = known_key(view, known) if known is not None else body_key("company", None, view.text(first, at), is_one=False)
    return Found(
        first,
        end,
        SourceKind.BODY,
        label,
        Rank.SHAPED,
        key=key,
        sort="company",
        proper=label,
        country=known.country if known is not None else None,
    )


def _is_part_of_firm(view: View, at: int) -> bool:
    """Whether the word at `at` may belong to the name of a firm: a name, a noun, or "&" between two."""
    if view.word(at) == "&":
        return view.is_capital(at - 1)
    return view.is_capital(at) and view.tag(at) in ("NE", "FM", "XY", "NN")


def _club(view: View, at: int) -> Found | None:
    """A sports club: "FC Bayern München", "Borussia Dortmund"; its town is no place and no player."""
    words = view.vocabulary.bodies
    end = at + 1
    while view.is_name_word(end) or view.word(end).isdigit():
        end += 1
    known = view.known(at + 1) if at + 1 < len(view) else None
    is_of_town = view.word(at) in words.club_names and known is not None and known[0].city is not None
    if end == at + 1 or not (is_of_town or view.word(at) in words.club_forms):
        return None
    label = view.text(at, end)
    return Found(
        at,
        end,
        SourceKind.BODY,
        label,
        Rank.SHAPED,
        sort="club",
        proper=label,
        key=body_key("club", None, label, is_one=False),
    )


def body_at(view: View, head: int) -> Found | None:
    """The body that the noun at `head` names, with all that belongs to its phrase; None if it names none."""
    noun = view.noun(head)
    if noun.body is None or (noun.may_be_plural and not noun.body.is_plural):
        return None
    if noun.body.sort == OFFICE:
        return _office(view, head)
    country, first, owner = _left_country(view, view.left_edge(head), head)
    tail = tail_of(view, head, noun.body)
    country = country or noun.country or tail.country
    named = tail.proper is not None or tail.acronym is not None
    definite = view.word(first - 1).lower() in view.vocabulary.small.definite
    plain = tail.end == head + 1 and not named and _is_plain(view, first, head)
    weak = not _is_body(
        view, noun.body, first, head, named=named, located=country is not None or tail.describes or owner
    )
    if weak and not (plain and definite):
        return None
    found = _described(view, noun.body, first, head, tail)
    is_local = any(view.is_local_adjective(i) for i in range(first, head))  # "Berliner Verfassungsschutz"
    country = found.country or country
    return replace(
        found,
        country=country,
        definite=definite,
        noun=noun.base if plain else None,
        weak=weak,
        key=found.key or (None if is_local else _settled(noun.body, country)),
    )


def _is_plain(view: View, first: int, head: int) -> bool:
    """Whether nothing but adjectives for a country stands with the noun, and no genitive behind it."""
    goes_on = view.word(head + 1) in view.vocabulary.small.genitive and view.tag(head + 2) in ("ADJA", "NN", "NE")
    return not goes_on and all(view.adjective_country(i) for i in range(first, head))


def _office(view: View, head: int) -> Found | None:
    """Somebody's office, a body of its own: "Yoons Büro"."""
    first = view.left_edge(head)
    owner = first - 1
    if owner < 0 or view.tag(owner - 1) in ("NE", "FM"):
        return None
    bare = view.vocabulary.without_genitive(view.words[owner])
    if (
        bare is None
        or not (view.is_name_word(owner) or fold_part(bare) in view.surnames)
        or not view.words[owner].endswith(("s", "'", "’"))
    ):
        return None
    label = view.text(owner, head + 1)
    return Found(owner, head + 1, SourceKind.BODY, label, Rank.DESCRIBED, sort=OFFICE, person=bare, proper=label)


def _settled(head: HeadNoun, country: str | None) -> str | None:
    return body_key(head.sort, country, "", is_one=True) if head.is_one and country is not None else None


def _is_body(view: View, head: HeadNoun, first: int, at: int, *, named: bool, located: bool) -> bool:
    """Whether the phrase names one body: by a name, a country, or as a definite description of a strong noun."""
    article = view.word(first - 1).lower()
    small = view.vocabulary.small
    if head.sort == CITY:  # "die Stadt Köln" may act; "in der Stadt Köln" is a place
        return named and article in small.plural_unless_feminine and view.tag(first - 2) not in ("APPR", "APPRART")
    if named:
        return True
    if article in small.indefinite or article in small.possessive or view.tag(first - 1) in ("PIAT", "CARD", "PIDAT"):
        return False
    # "das Nationale Zentrum": an adjective with a capital letter inside a sentence makes a proper name
    is_proper = any(view.is_capital(i) and view.adjective_country(i) is None for i in range(max(first, 1), at))
    if head.is_weak:
        is_determined = article in small.definite or view.tag(first) == "NE"
        return is_proper or (located and is_determined)
    return True


def _described(view: View, head: HeadNoun, first: int, at: int, tail: Tail) -> Found:
    name = known_body_at(view, first)
    if name is not None and name.end > at:  # "das Auswärtige Amt der Bundesrepublik"
        return replace(name, end=max(name.end, tail.end), acronym=tail.acronym)
    end = tail.end if tail.acronym is None else tail.end - _BRACKETED
    label = tail.proper or description(view, first, at, max(end, at + 1), plural=head.is_plural, is_proper=True)
    found = Found(first, tail.end, SourceKind.BODY, label, Rank.DESCRIBED, acronym=tail.acronym, sort=head.sort)
    known = tail.known
    if known is None:
        return replace(found, proper=tail.proper)
    key = known_key(view, known)
    return replace(
        found, rank=Rank.NAMED, key=key, usual=known.name, country=known.country, sort=known.sort, proper=known.name
    )


def _left_country(view: View, first: int, head: int) -> tuple[str | None, int, bool]:
    """Country of the words before the noun, where the phrase begins, and whether a genitive owns it."""
    country = None
    for place in range(first, head):
        country = country or view.adjective_country(place)
    owner = first - 1
    if owner >= 0 and view.tag(owner) == "NE" and view.words[owner][-1:] in "s’'":
        known = view.known(owner)
        if known is not None and known[1] == 1:
            owned_by = known[0].country or known[0].capital or (known[0].city.country if known[0].city else None)
            if owned_by is not None and view.words[owner] not in view.reference.country_names:
                return owned_by, owner, True
    return country, first, False
