"""Compounds that name whose word something is: "CNN-Bericht", "Polizeiangaben", "US-Angaben", "Polizeisprecher"."""

from __future__ import annotations

from collections.abc import Iterator

from quellenlage.model.marks import SourceKind
from quellenlage.reference import Use
from quellenlage.steps.extract.names.bodies import body_key, known_key
from quellenlage.steps.extract.names.countries import country_key
from quellenlage.steps.extract.names.found import Found, Rank
from quellenlage.steps.extract.names.media import medium_found
from quellenlage.steps.extract.names.view import View


def sayings(view: View) -> Iterator[Found]:
    """The sources that compounds with a noun for somebody's words name."""
    for at in range(len(view)):
        if (view.tag(at) in ("NN", "NE") and view.is_capital(at)) or "-" in view.words[at]:
            noun = view.noun(at)
            if noun.says and noun.role is None:
                first = view.left_edge(at)
                country = next(filter(None, (view.adjective_country(i) for i in range(first, at))), None)
                found = sayer(view, first, at + 1, noun.says, country)
                if found is not None:
                    yield found


def sayer(view: View, first: int, end: int, name: str, country: str | None) -> Found | None:
    """Whom the first part of a compound names: a medium, a body, a country, or a party without a name."""
    reference = view.reference
    is_apart = view.words[end - 1].startswith(f"{name}-")
    medium = (reference.announced_media if is_apart else reference.media).get(name) or reference.media.get(name.upper())
    if medium is not None and medium.use is not Use.PICTURE:
        return medium_found(medium, first, end, name)
    code = view.vocabulary.small.prefixes.get(name) or reference.country_names.get(name)
    seat = reference.seats.get(name)
    code = seat[1] if seat is not None else code
    if code is not None:
        return Found(
            first,
            end,
            SourceKind.COUNTRY,
            name,
            Rank.NAMED,
            key=country_key(code),
            usual=reference.countries[code].name,
            country=code,
        )
    body = reference.announced_bodies.get(name)
    if body is not None:
        return Found(
            first,
            end,
            SourceKind.BODY,
            name,
            Rank.NAMED,
            key=known_key(view, body),
            usual=body.name,
            country=body.country,
            sort=body.sort,
            proper=body.name,
        )
    return _described(view, first, end, name, country)


def _described(view: View, first: int, end: int, name: str, country: str | None) -> Found | None:
    noun = view.vocabulary.bodies.spokes.get(name)
    if noun is None:
        return None
    head = view.vocabulary.body_named(noun)
    edge = end - 1
    words = [view.vocabulary.nominative_adjective(view.words[i], noun, plural=head is None) for i in range(first, edge)]
    label = " ".join([*words, noun])
    if head is None or (head.is_one and country is None):  # "Medienberichte", "Geheimdienstinformationen"
        adjectives = (view.vocabulary.adjective_stem(view.words[i]) for i in range(first, edge))
        return Found(first, end, SourceKind.UNNAMED, label, country=country, bases=(*adjectives, noun.lower()))
    key = body_key(head.sort, country, "", is_one=True) if head.is_one and country is not None else None
    return Found(first, end, SourceKind.BODY, label, key=key, country=country, sort=head.sort)
