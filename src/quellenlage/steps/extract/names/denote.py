"""From the mentions of one document to names with keys: which mentions denote the same source.

Persons go by their names and offices (`people`), bodies by country and class, by acronym and by description. A
definite description ("der Geheimdienst", "die Behörde") takes up what was named, if only one thing fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quellenlage.languages.names import NameVocabulary
from quellenlage.model.marks import Name, SourceKind
from quellenlage.model.span import Span
from quellenlage.reference import Reference
from quellenlage.steps.extract.names.bodies import OFFICE, body_key
from quellenlage.steps.extract.names.found import Found
from quellenlage.steps.extract.names.people import People, Person
from quellenlage.steps.extract.names.view import View
from quellenlage.text.namekeys import name_key

_MEDIA = frozenset({SourceKind.AGENCY, SourceKind.OUTLET})


@dataclass(slots=True)
class _Body:
    key: str
    sort: str | None
    country: str | None
    acronyms: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Mention:
    """A chosen mention with the sentence it stands in."""

    number: int
    view: View
    found: Found

    @property
    def span(self) -> Span:
        """Where it stands in the document."""
        tokens = self.view.tokens
        return Span(tokens[self.found.first].span.begin, tokens[self.found.end - 1].span.end)


def denote(mentions: Sequence[Mention], vocabulary: NameVocabulary, reference: Reference) -> tuple[Name, ...]:
    """One name for each mention that denotes a source, with the key of what it denotes."""
    return tuple(_Denoter(mentions, vocabulary, reference).names())


class _Denoter:
    """The sources of one document as they come to be known, mention by mention."""

    def __init__(self, mentions: Sequence[Mention], vocabulary: NameVocabulary, reference: Reference) -> None:
        self._mentions, self._vocabulary = mentions, vocabulary
        self._people = People(((m.number, m.found) for m in mentions), vocabulary, reference)
        self._bodies: list[_Body] = []
        self._media: list[Found] = []
        self._unnamed: list[tuple[str, str]] = []
        self._spoken: list[tuple[str, Found]] = []
        for mention in mentions:
            if mention.found.kind is SourceKind.BODY and (mention.found.key or mention.found.acronym):
                self._introduce(mention)

    def names(self) -> Iterator[Name]:
        """The names in the order of the mentions."""
        deciders = {
            SourceKind.PERSON: self._person,
            SourceKind.BODY: self._body,
            SourceKind.UNNAMED: self._unnamed_party,
            SourceKind.AGENCY: self._medium,
            SourceKind.OUTLET: self._medium,
        }
        for mention in self._mentions:
            decide = deciders.get(mention.found.kind, self._settled)
            name = decide(mention)
            if name is not None:
                yield name

    def _settled(self, mention: Mention) -> Name | None:
        return None if mention.found.key is None else _name(mention, mention.found.label, mention.found.key)

    def _person(self, mention: Mention) -> Name | None:
        found = mention.found
        if found.person is not None:
            person = self._people.named(found, mention.number)
            return _of_person(mention, found.person, person)
        held = self._people.in_office(mention.found, mention.number) if found.definite else None
        if held is not None:
            held.seen.append(mention.number)
            return _of_person(mention, held.name, held)
        return self._unnamed_party(mention) if self._may_speak(found) else None

    def _may_speak(self, found: Found) -> bool:
        """Whether a role without a name is worth a source of its own: an office, or a noun for those who are quoted."""
        role, words = found.role, self._vocabulary
        if role is None or role.end in words.roles.speaks_for or found.country is not None:
            return True
        return role.form in words.roles.same or role.end in words.roles.same or bool(words.group(role.form, role.form))

    def _unnamed_party(self, mention: Mention) -> Name | None:
        found = mention.found
        head = found.role.form.lower() if found.role is not None else (found.bases or (found.label.lower(),))[-1]
        key = f"{SourceKind.UNNAMED}:{' '.join(found.bases)}"
        if found.definite:
            spoken = [body for role, body in self._spoken if role == head]
            if spoken and not _has_attribute(found):
                return _name(mention, spoken[-1].label, spoken[-1].key or key, kind=SourceKind.BODY)
            before = [known for noun, known in self._unnamed if noun == head or noun.endswith(head)]
            key = before[-1] if before and not _has_attribute(found) else key
        self._unnamed.append((_head_of(found), key))
        return _name(mention, found.label, key, kind=SourceKind.UNNAMED)

    def _medium(self, mention: Mention) -> Name | None:
        found = mention.found
        if found.key is not None:
            self._media.append(found)
            return self._settled(mention)
        before = [
            medium
            for medium in self._media
            if medium.kind is found.kind and (found.country is None or medium.country == found.country)
        ]
        return None if not before else _name(mention, before[-1].label, before[-1].key or "", usual=before[-1].usual)

    def _body(self, mention: Mention) -> Name | None:
        found = mention.found
        body = self._office(mention) if found.sort == OFFICE and found.person is not None else self._which(mention)
        if body is None:
            return None
        if found.role is not None:
            self._spoken.append((found.role.form.lower(), _with_key(found, body.key)))
        return _name(mention, found.label, body.key, country=found.country or body.country)

    def _office(self, mention: Mention) -> _Body:
        """Somebody's office, a body of its own."""
        found = mention.found
        person = self._people.named(found, mention.number)
        own = f"{found.label.rpartition(' ')[2]} {name_key(person.full)}"
        return _Body(body_key(None, person.country, own, is_one=False), OFFICE, person.country)

    def _which(self, mention: Mention) -> _Body | None:
        found = mention.found
        if found.key is None:
            fitting = [body for body in self._bodies if self._fits(body, mention)]
            exact = [body for body in fitting if found.label.casefold() in body.labels]
            one = exact or fitting
            if len({body.key for body in one}) == 1:
                return one[0]
        return None if found.weak else self._introduce(mention)

    def _introduce(self, mention: Mention) -> _Body:
        """The body a mention names, entered if it is new."""
        found = mention.found
        known = [b for b in self._bodies if found.acronym is not None and found.acronym in b.acronyms]
        key = found.key or (known[0].key if known else None)
        if key is None:
            is_one = found.sort in self._vocabulary.bodies.one_of
            key = body_key(found.sort, found.country, found.proper or found.label, is_one=is_one)
        body = next((b for b in self._bodies if b.key == key), None)
        if body is None:
            body = _Body(key, found.sort, found.country)
            self._bodies.append(body)
        body.labels.add(found.label.casefold())
        if found.noun is not None:
            body.heads.add(found.noun.casefold())
        if found.acronym is not None:
            body.acronyms.add(found.acronym)
        if found.proper is not None and found.proper.isupper():
            body.acronyms.add(found.proper)
        return body

    def _fits(self, body: _Body, mention: Mention) -> bool:
        """Whether a mention without a key of its own can mean `body`."""
        found = mention.found
        if found.proper is not None:
            return found.proper in body.acronyms or found.proper.casefold() in body.labels
        if found.country is not None and body.country is not None and found.country != body.country:
            return False
        if found.label.casefold() in body.labels:
            return True
        if not found.definite or found.noun is None:
            return False
        if found.sort in self._vocabulary.bodies.one_of and found.sort == body.sort and not found.weak:
            return True
        noun = found.noun.casefold()
        takes_up = self._vocabulary.bodies.takes_up.get(found.noun, ())
        return body.sort in takes_up or any(head.endswith(noun) for head in body.heads)


def _head_of(found: Found) -> str:
    return found.role.form.lower() if found.role is not None else (found.bases[0] if found.bases else "")


def _has_attribute(found: Found) -> bool:
    return len(found.bases) > 1


def _with_key(found: Found, key: str) -> Found:
    return Found(found.first, found.end, found.kind, found.label, key=key, country=found.country)


def _of_person(mention: Mention, label: str, person: Person) -> Name:
    return _name(mention, label, person.key, country=person.country or mention.found.country, kind=SourceKind.PERSON)


def _name(
    mention: Mention,
    label: str,
    key: str,
    *,
    country: str | None = None,
    kind: SourceKind | None = None,
    usual: str | None = None,
) -> Name:
    found = mention.found
    is_best_known = found.kind in _MEDIA or found.kind is SourceKind.COUNTRY
    return Name(
        span=mention.span,
        kind=kind or found.kind,
        label=label,
        key=key,
        country=country or found.country,
        role=found.role.form if found.role is not None else None,
        acronym=found.acronym,
        usual=(usual or found.usual) if is_best_known else None,
    )
