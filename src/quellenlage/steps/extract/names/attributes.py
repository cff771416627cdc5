"""What goes on with a noun behind it: "des ukrainischen Militärdienstes", "von Belarus", "aus dem Geheimdienst"."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from quellenlage.reference import Known
from quellenlage.steps.extract.names.bodies import body_at, known_body_at
from quellenlage.steps.extract.names.found import Found
from quellenlage.steps.extract.names.persons import name_run
from quellenlage.steps.extract.names.tails import purpose_end
from quellenlage.steps.extract.names.view import View


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a noun.

    Args:
        end: index behind its last token.
        country: ISO code it names, or None.
        body: the body in it, or None.
        bases: base forms of its adjectives and nouns.
    """

    end: int
    country: str | None
    body: Found | None
    bases: tuple[str, ...]


def attribute_at(view: View, at: int, prepositions: Set[str]) -> Attribute | None:
    """The attribute that begins at `at`: a genitive, or a phrase after one of `prepositions`; None if there is none."""
    small = view.vocabulary.small
    word = view.word(at).lower()
    first = at + 1
    if word in small.for_ and word in prepositions:
        return _purpose(view, at)
    if word in prepositions:
        if view.word(first).lower() in small.definite | small.indefinite:
            first += 1
    elif word not in small.genitive:
        return None
    head = first
    while head < len(view) and view.is_adjective(head):
        head += 1
    adjectives = tuple(view.vocabulary.adjective_stem(view.words[i]) for i in range(first, min(head, len(view))))
    country = next(filter(None, (view.adjective_country(i) for i in range(first, head))), None)
    return _body(view, first, head, adjectives, country) or _known(view, first, head) or _other(
        view, head, adjectives, country
    )  # fmt: skip


def _purpose(view: View, at: int) -> Attribute | None:
    """Like "für Verkehr, Infrastruktur und Tourismus"."""
    end = purpose_end(view, at)
    if end is None:
        return None
    nouns = tuple(view.noun(i).base.lower() for i in range(at + 1, end) if view.tags[i] == "NN")
    return Attribute(end, None, None, nouns)


def _body(view: View, first: int, head: int, adjectives: tuple[str, ...], country: str | None) -> Attribute | None:
    if head >= len(view):
        return None
    body = known_body_at(view, first) or known_body_at(view, head)
    if body is None and view.is_noun(head):
        body = body_at(view, head)
    if body is None:
        return None
    name = body.proper or view.noun(head).base
    return Attribute(body.end, body.country or country, body, (*adjectives, name.lower()))


def _is_nominative(view: View, article: int, head: int) -> bool:
    """Whether "der" before the noun rather opens a subject: the noun is masculine and in the singular."""
    if view.word(article) not in view.vocabulary.small.open_number:
        return False
    noun = view.noun(head).base
    return view.words[head] == noun and not (noun.endswith("e") or view.vocabulary.is_feminine(noun))


def _known(view: View, first: int, head: int) -> Attribute | None:
    """A country, town, outlet or person known by name."""
    for at in dict.fromkeys((first, head)):
        known = view.known(at) if at < len(view) else None
        if known is not None:
            name = view.text(at, at + known[1]).lower()
            return Attribute(at + known[1], country_of(known[0]), None, (name,))
    return None


def country_of(known: Known) -> str | None:
    """The country that a known name means or lies in."""
    if known.country or known.capital:
        return known.country or known.capital
    if known.city is not None:
        return known.city.country
    if known.region is not None:
        return known.region.country
    return known.body.country if known.body is not None else None


def _other(view: View, head: int, adjectives: tuple[str, ...], country: str | None) -> Attribute | None:
    """A common noun, with the name it announces; or the name of a person."""
    run = name_run(view, head) if head < len(view) else head
    if run > head:
        return Attribute(run, country, None, (view.text(head, run).lower(),))
    if not view.is_noun(head) or _is_nominative(view, head - 1 - len(adjectives), head):
        return None
    noun, end = view.noun(head), head + 1
    if noun.role is not None and view.is_name_word(end):
        return None
    if noun.is_place_head and view.is_name_word(end):
        known = view.known(end)
        country = country_of(known[0]) if known is not None else country
        end += known[1] if known is not None else 1
    elif noun.announces is not None:
        quoted = view.quoted_name(end)
        if quoted is not None:
            end = quoted[1]
        elif view.is_name_word(end):
            end += 1
    return Attribute(end, country, None, (*adjectives, noun.base.lower()))
