"""Places: countries, towns and regions that a text names as places.

A name that acts as a party, or that is part of another name, is no place. A name that reference data do not know is a
place where a noun announces it ("die Region X", "der Truppenübungsplatz X").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from quellenlage.languages.names import NameVocabulary
from quellenlage.model.document import Document
from quellenlage.model.identity import content_id
from quellenlage.model.marks import Name, Place, SourceKind
from quellenlage.model.span import Span
from quellenlage.model.tokens import Division
from quellenlage.reference import Known, Reference
from quellenlage.steps.extract.names.attributes import country_of
from quellenlage.steps.extract.names.countries import is_locative
from quellenlage.steps.extract.names.persons import name_run
from quellenlage.steps.extract.names.view import View

# A town abroad that nothing announces must have this many inhabitants: smaller ones bear names of other things too.
_LARGE = 300_000
_HOME = frozenset({"DE", "AT", "CH", "LI", "LU"})  # where German texts name small towns without ado
_SMALL_HOME = 20_000


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    end: int
    name: str
    country: str | None


def extract_places(
    document: Document,
    division: Division,
    vocabulary: NameVocabulary,
    reference: Reference,
    *,
    names: Sequence[Name],
) -> tuple[Place, ...]:
    """The places of a document, sorted by span.

    Args:
        names: of the same document; what they take is no place, except a place inside a longer phrase.
    """
    places = []
    cursor = 0
    views = [View(sentence.tokens, vocabulary, reference) for sentence in division.sentences]
    here = frozenset(name for view in views for name in _named_here(view))
    for sentence, view in zip(division.sentences, views, strict=True):
        while cursor < len(names) and names[cursor].span.end <= sentence.span.begin:
            cursor += 1
        taken = list(_inside(names, cursor, sentence.span))
        for found in _places(view, here):
            span = Span(view.tokens[found.first].span.begin, view.tokens[found.end - 1].span.end)
            if not any(_takes(name, span, document.text) for name in taken):
                identity = content_id("plc", document.id, tuple(span))
                places.append(Place(identity, document.id, span, found.name, found.country))
    return tuple(places)


def _inside(names: Sequence[Name], cursor: int, span: Span) -> Iterator[Name]:
    while cursor < len(names) and names[cursor].span.begin < span.end:
        yield names[cursor]
        cursor += 1


def _takes(name: Name, span: Span, text: str) -> bool:
    """Whether a name leaves no place at `span`: it is the name itself, or its proper name holds it."""
    if not name.span.touches(span):
        return False
    if name.span == span or not name.span.holds(span) or name.kind in (SourceKind.AGENCY, SourceKind.OUTLET):
        return True
    return (span.of(text) in name.label and name.kind is SourceKind.PERSON) or name.span.end != span.end


def _named_here(view: View) -> Iterator[str]:
    """Single words that no list knows and that a preposition makes a place ("in Elmbach")."""
    for at in view.capitals:
        if view.word(at - 1) in view.vocabulary.small.place_only:
            found = _announced(view, at)
            if found is not None and found.end == at + 1:
                yield found.name


def _places(view: View, here: Set[str]) -> Iterator[_Found]:
    at = 0
    while at < len(view):
        found = _place_at(view, at) or _again(view, at, here)
        if found is None:
            at += 1
        else:
            yield found
            at = found.end


def _place_at(view: View, at: int) -> _Found | None:
    known = view.known(at)
    if known is not None and (known[0].is_place or known[0].seat) and _is_meant(view, at, known[0], known[1]):
        name, country = _of(known[0], view)
        return _Found(at, at + known[1], name, country)
    return _directed(view, at) or _announced(view, at)


def _again(view: View, at: int, here: Set[str]) -> _Found | None:
    """A place that the document names as one elsewhere: in a dateline, or behind a noun ("das Chemiewerk Elmbach")."""
    word = view.words[at]
    if word not in here or view.tag(at) != "NE" or _is_hyphenated(view, at, at + 1):
        return None
    return _Found(at, at + 1, word, None)


def _of(found: Known, view: View) -> tuple[str, str | None]:
    """Usual name and country of a known place; a country goes before a region, a region before a town."""
    if found.country is not None:
        return view.reference.countries[found.country].name, found.country
    if found.capital is not None:
        return view.reference.countries[found.capital].capitals[0], found.capital
    if found.seat is not None:
        return found.seat
    if found.region is not None:
        return found.region.name, found.region.country
    if found.city is not None:
        return found.city.name, found.city.country
    return view.text(0, 0), None


def _is_meant(view: View, at: int, found: Known, length: int) -> bool:
    """Whether a name that can mean a place means it here."""
    locative = is_locative(view, at)
    if found.seat is not None and not found.is_place:
        return locative
    if _is_hyphenated(view, at, at + length) or not _is_written_as_name(view, at, length):
        return False
    if _is_inside_name(view, at, length, found):
        return False
    if found.country or found.capital or found.region or locative or _is_announced(view, at):
        return True
    return _is_known_alone(view, at, length, found)


def _is_inside_name(view: View, at: int, length: int, found: Known) -> bool:
    """Whether the words around make the name part of another: "Tropical Island", "Colombo Express", "Halle 4"."""
    if view.tag(at - 1) in ("NE", "FM") and view.known(at - 1) is None and not view.words[at - 1].endswith("s"):
        return True
    if found.city is not None and not (found.country or found.region) and view.tag(at - 1) == "ART":
        return True  # towns have no article in German: "das Essen"
    if view.tag(at + length) == "CARD" and view.word(at + length).isdigit() and found.country is None:
        return True
    return view.tag(at + length) == "FM" and view.known(at + length) is None


def _is_known_alone(view: View, at: int, length: int, found: Known) -> bool:
    """Whether a town is large or near enough to be meant without a word that announces a place."""
    if found.city is None or found.person or found.body or found.medium:
        return False
    if view.tag(at - 1) == "NE" or view.tag(at + length) == "NE" or view.words[at] in view.vocabulary.given_names:
        return False
    least = _SMALL_HOME if found.city.country in _HOME else _LARGE
    return found.city.population >= least and view.words[at] not in view.small_not_names


def _is_written_as_name(view: View, at: int, length: int) -> bool:
    """Whether the tagger takes the word for a name, or a bare preposition before it does ("in Essen")."""
    return view.tag(at) in ("NE", "FM") or length > 1 or (view.tag(at) == "NN" and view.tag(at - 1) == "APPR")


def _is_hyphenated(view: View, at: int, end: int) -> bool:
    """Whether a hyphen ties the name to a word before or behind it; a dash with spaces does not ("Bochum - Mit …")."""
    tokens = view.tokens
    behind = view.word(end) == "-" and tokens[end].span.begin == tokens[end - 1].span.end
    before = view.word(at - 1) == "-" and tokens[at - 1].span.end == tokens[at].span.begin
    return behind or before


def _is_announced(view: View, at: int) -> bool:
    """Whether the noun before says that a place follows."""
    return view.tag(at - 1) == "NN" and view.noun(at - 1).is_place_head


def _directed(view: View, at: int) -> _Found | None:
    """A part of a country, region or town in one word: "Ostukraine", "Ostwestfalen", "Köln-Wahn"."""
    word = view.words[at]
    if view.tag(at) not in ("NE", "NN") or view.known(at) is not None:
        return None
    bare = view.vocabulary.without_genitive(word) or word
    town = view.reference.cities.get(word.partition("-")[0])
    if town is not None and "-" in word and view.tag(at) == "NE":
        return _Found(at, at + 1, word, town.country)
    for direction in view.vocabulary.small.directions:
        if word.startswith(direction):
            for form in (word, bare):
                rest = form[len(direction) :].lstrip("-")
                known = view.reference.known(rest[:1].upper() + rest[1:])
                if known is not None and (known.country or known.region):
                    return _Found(at, at + 1, form, country_of(known))
    return None


def _announced(view: View, at: int) -> _Found | None:
    """A name that a noun or preposition announces as a place's and that nothing else claims: "Region Sergejewka".

    A noun the tagger took for a common one can be such a name ("Platz Waldsee"), but never one in small letters,
    as English writes its nouns ("the minister of the interior").
    """
    is_plain = view.tokens[at].lemma.lower() == view.words[at].lower()  # no plural taken for a name ("in Basen")
    lone = view.word(at - 1) in view.vocabulary.small.place_only and not view.is_acronym(at) and is_plain
    announced = _is_announced(view, at)
    is_noun = announced and view.tag(at) == "NN" and view.tokens[at].lemma == view.words[at] and view.is_capital(at)
    if not (view.is_name_word(at) or is_noun) or view.known(at) is not None or not (lone or announced):
        return None
    end = max(name_run(view, at), at + 1)
    while view.words[end - 1].lower() in view.vocabulary.small.particles and view.is_capital(end):
        end += 1  # "La Libertad"
    return _Found(at, end, view.text(at, end), None)
