"""From the words that name a speaker to the source they denote, inside one document.

A name in the words decides. Words without one ("der Gouverneur", "ein Sprecher", "das Unternehmen", "eigene Angaben",
"sie") are led back to what the text has named before: by the noun that both share, by the kind of thing the noun
denotes, and by who spoke last. What cannot be led back is a party without a name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from quellenlage.languages.genders import GenderVocabulary
from quellenlage.languages.grammar import GrammarVocabulary
from quellenlage.model.entities import outlet_key
from quellenlage.model.marks import Name, SourceKind
from quellenlage.model.span import Span
from quellenlage.steps.interpret.description import CLINGING, Description

_BODIES = frozenset({SourceKind.BODY, SourceKind.COUNTRY})
_MEDIA = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
_SHORTEST_SHARED = 4  # letters of a noun that may end a compound ("Chef" in "Betriebsratschef")
_OFTEN = 3  # times a word stands without an article that is a name, though it ends like a noun for a person
_LONGEST_ARTICLE = 12  # code points
_LONGEST_NOUN = 24  # code points before a name in which the noun that announces it stands ("die Gewerkschaft VdS")
_REACH = 1200  # code points back in which a noun or pronoun may take up a name that only its kind fits


@dataclass(slots=True)
class Resolver:
    """Finds the name behind the words of a speaker, and remembers who spoke last.

    Words that denote nobody with a name ("die Teilnehmer") become a name of kind `unnamed` of their own, so that every
    speaker that the text shows is a source.
    """

    text: str
    names: Sequence[Name]
    grammar: GrammarVocabulary
    genders: GenderVocabulary
    last_speaker: Name | None = None
    last_body: Name | None = None
    last_sentence: int = 0
    outlet: str | None = None
    added: list[Name] = field(default_factory=list)
    known: dict[Span, Name] = field(default_factory=dict)
    sorts: dict[str, int | None] = field(default_factory=dict)
    feminine: dict[str, bool | None] = field(default_factory=dict)

    def denoted(self, span: Span) -> Name | None:
        """The name that the words at `span` denote; a pronoun denotes who spoke or was named last."""
        if span in self.known:
            return self.known[span]
        found = self._denoted(span)
        if found is not None:
            self.known[span] = found
        return found

    def _denoted(self, span: Span) -> Name | None:
        word = span.of(self.text)
        if " " not in word and word.lower() in self.grammar.personal_pronouns:
            return self._behind_pronoun(word.lower(), span)
        phrase = Description.read(self.text, span, self.grammar)
        name = self._named(span, phrase)
        if name is not None and name.kind is SourceKind.UNNAMED and not span.holds(name.span):
            name = None  # "des Zollamts" is more than "eine Sprecherin des Zollamts"
        if phrase.head.lower().endswith(self.grammar.circles):
            return self._unnamed(span)  # "Kreise des Stabs" are not the body itself
        general = name is not None and name.kind is SourceKind.BODY and self._is_body_noun(name.label.lower())
        if name is not None and name.kind is not SourceKind.UNNAMED and not general:
            return name
        taken_up = self._taken_up(phrase)
        if taken_up is not None:
            if phrase.core.length and not any(n.span.touches(phrase.core) for n in self.names):
                self.added.append(replace(taken_up, span=phrase.core, acronym=None, role=None))
            return taken_up
        return name if name is not None else self._unnamed(span)

    def is_nameless_person(self, name: Name) -> bool:
        """Whether a name denotes somebody of whom the text tells no name ("ein Ermittler", "Kreise")."""
        if name.kind is not SourceKind.UNNAMED:
            return False
        grammar, phrase = self.grammar, Description.read(self.text, self._with_article(name.span), self.grammar)
        head = phrase.head.lower()
        if head.endswith(grammar.circles):
            return True
        if head.endswith((*grammar.spokes, *grammar.bodies_together)):
            return False
        if self._is_called(phrase):
            return False
        if phrase.definite:  # "die Ermittler" are a body, "der Wirt" is one person
            return self._is_person(phrase) and not self._is_several(phrase)
        return name in self.names or self._is_person(phrase)

    def _is_called(self, phrase: Description) -> bool:
        """Whether the words are a name after all: "Staatsanwalt Kreuzer", or "Hollerer" that never has an article."""
        grammar, words = self.grammar, phrase.core.of(self.text).split()
        if phrase.determiner or not words or not grammar.capital_nouns:
            return False
        last = words[-1].lower()
        if len(words) > 1:
            return (
                words[0].lower().endswith(grammar.person_nouns) and phrase.attribute is None and words[-1][0].isupper()
            )
        if last.endswith(grammar.persons):
            return False
        before = re.findall(rf"(\S+)\s+{re.escape(words[0])}\b", self.text)
        return len(before) >= _OFTEN and not any(word.lower() in grammar.determiners for word in before)

    def _with_article(self, span: Span) -> Span:
        """The span with the article before it, if one stands there."""
        words = self.text[max(0, span.begin - _LONGEST_ARTICLE) : span.begin].split()
        if not words or words[-1].lower() not in self.grammar.determiners:
            return span
        return Span(self.text.rindex(words[-1], 0, span.begin), span.end)

    def _is_several(self, phrase: Description) -> bool:
        """Whether a phrase with a definite article is in the plural, as far as its form shows."""
        head, grammar = phrase.head.lower(), self.grammar
        if phrase.determiner in grammar.plural_articles:
            return not head.endswith((grammar.feminine_ending, *grammar.nominalised))
        return bool(grammar.plural_ending) and head.endswith(grammar.plural_ending)

    def _is_person(self, phrase: Description) -> bool:
        grammar, head = self.grammar, phrase.head.lower()
        bodies = (*grammar.body_nouns, *grammar.own_bodies)
        things = (*grammar.mute_ends, *grammar.papers, *bodies, *grammar.word_nouns, *grammar.spokes)
        return head.endswith((*grammar.person_nouns, *grammar.persons)) and not head.endswith(things)

    def spoke(self, name: Name | None, sentence: int) -> None:
        """Remember who spoke, and in which sentence."""
        if name is not None:
            self.last_sentence = sentence
            self.last_speaker = name
            if name.kind in _BODIES and not name.label.lower().endswith(self.grammar.mute_ends):
                self.last_body = name

    def _named(self, span: Span, phrase: Description) -> Name | None:
        """The name in the phrase: one in its core, before one that is only its attribute."""
        touching = [name for name in self.names if name.span.touches(span)]
        core = [name for name in touching if name.span.touches(phrase.core)]
        if core:
            return min(core, key=lambda name: (not span.holds(name.span), name.span.begin, -name.span.length))
        surname = self._surname(phrase)
        if surname is not None:
            return surname
        if phrase.determiner in self.grammar.indefinite and not self._passes_on(phrase):
            return None  # "ein Kollege von X" is somebody else
        return min(touching, key=lambda name: (name.span.begin, -name.span.length)) if touching else None

    def _passes_on(self, phrase: Description) -> bool:
        """Whether the noun leads on to whose word it is: "Angaben der Polizei", "ein Sprecher der Polizei"."""
        grammar, head = self.grammar, phrase.head.lower()
        return phrase.is_word or not head or head.endswith((*grammar.spokes, *grammar.organs, *grammar.papers))

    def _surname(self, phrase: Description) -> Name | None:
        """Who was named in full before, where only the surname stands now ("Calmbach von der Bank")."""
        if phrase.determiner or not phrase.head:
            return None
        persons = (n for n in self._before(phrase.core.begin) if n.kind is SourceKind.PERSON)
        return next((n for n in persons if n.label.split()[-1] == phrase.head), None)

    # --- words without a name ------------------------------------------------------------------------------------

    def _taken_up(self, phrase: Description) -> Name | None:
        grammar, head = self.grammar, phrase.head.lower()
        if phrase.is_word:
            return self._last(phrase.core.begin) if phrase.attribute is None else self.denoted(phrase.attribute)
        if phrase.possessive:  # "sein Büro", "in ihrem Schreiben"; but "seine Frau" is somebody else
            owned = head.endswith((*grammar.spokes, *grammar.organs, *grammar.papers)) or self._is_body_noun(head)
            return self._owner(phrase) if owned else None
        chief = phrase.definite and phrase.attribute is not None and head.endswith(grammar.chiefs)
        if head.endswith((*grammar.spokes, *grammar.organs)) or chief:
            return self._led(phrase)  # a chief without a name speaks for the body
        if not phrase.definite or phrase.goes_on:
            return None  # "der Verband Deutscher Reeder" has a name of its own
        return self._by_noun(phrase) or self._introduced(phrase) or self._by_kind(phrase)

    def _led(self, phrase: Description) -> Name | None:
        """The body that a spokeswoman or a board speaks for."""
        if phrase.attribute is not None:
            inside = self.denoted(phrase.attribute)
            return inside if inside is not None and inside.kind is not SourceKind.UNNAMED else None
        if phrase.is_described:
            return None  # "ein russischer Sprecher" is of nobody named before
        return self._by_compound(phrase) or self._salient(phrase.core.begin, _BODIES, self._sort(phrase.head.lower()))

    def _owner(self, phrase: Description) -> Name | None:
        """Whom a possessive means: who spoke or was named last and fits its gender."""
        if phrase.determiner.startswith(self.grammar.feminine_possessive):
            return self._person(phrase.core.begin, feminine=True) or self.last_speaker
        return self._person(phrase.core.begin, feminine=False) or self.last_speaker

    def _by_compound(self, phrase: Description) -> Name | None:
        """The body that the first part of the compound names ("Polizeisprecher", "Firmensprecherin")."""
        stem = phrase.head.lower()
        first = stem.partition("-")[0] if "-" in stem else ""  # "VdS-Sprecherin"
        for name in self._before(phrase.core.begin, everything=True):
            words = [word.lower().strip(CLINGING) for word in name.span.of(self.text).split()]
            words += [name.acronym.lower()] if name.acronym is not None else []
            if name.kind in _BODIES and any(
                word == first or (len(word) >= _SHORTEST_SHARED and stem.startswith(word)) for word in words
            ):
                return name
        return None

    def _by_noun(self, phrase: Description) -> Name | None:
        """The last name whose phrase holds the same noun, or a compound of it ("Gouverneur X" … "der Gouverneur")."""
        head = self._base(phrase.head.lower())
        for name in self._before(phrase.core.begin):
            if name.kind is SourceKind.UNNAMED or name.kind in _MEDIA:
                continue
            words = [self._base(word.lower()) for word in _words_of(name, self.text)]
            if any(_share(head, word) for word in words):
                return name
        return None

    def _introduced(self, phrase: Description) -> Name | None:
        """Whom the text brought in without a name before ("eine Kellnerin" … "die Kellnerin")."""
        articles = "|".join(sorted(self.grammar.indefinite))
        known = re.compile(rf"\b(?:{articles})\s+(?:[a-zäöüß]+\s+){{0,2}}{re.escape(phrase.head)}\b", re.IGNORECASE)
        found = list(known.finditer(self.text, 0, phrase.core.begin))
        if not found or not self._is_person(phrase):
            return None
        span = Span(found[-1].start(), found[-1].end())
        there = [name for name in (*self.names, *self.added) if name.span.touches(span)]
        if any(name.kind is not SourceKind.UNNAMED for name in there):
            return None
        return there[0] if there else self._unnamed(span)

    def _base(self, word: str) -> str:
        """A role noun without the ending of the feminine."""
        ending = self.grammar.feminine_ending
        return word[: -len(ending)] if ending and word.endswith(ending) and len(word) > len(ending) + 3 else word

    def _by_kind(self, phrase: Description) -> Name | None:
        grammar, head = self.grammar, phrase.head.lower()
        if phrase.attribute is not None:
            return None
        if self._is_body_noun(head) or (head.endswith(grammar.papers) and self.last_body is not None):
            return self._salient(phrase.core.begin, frozenset({SourceKind.BODY}), self._sort(head))
        if head.endswith((*grammar.body_nouns, *grammar.mute_ends, *grammar.papers, *grammar.bodies_together)):
            return None
        if head.endswith(grammar.person_nouns):
            feminine = head.endswith(grammar.feminine_ending)
            general = self._base(head).endswith(grammar.general_persons)
            return self._person(phrase.core.begin, feminine=feminine, without_role=not general)
        return None

    def _is_body_noun(self, head: str) -> bool:
        """Whether it is a noun for a body in general, in the genitive too ("des Ministeriums")."""
        return any(head in (noun, f"{noun}s", f"{noun}es") for noun in self.grammar.body_nouns)

    def _behind_pronoun(self, pronoun: str, span: Span) -> Name | None:
        grammar = self.grammar
        if pronoun in grammar.impersonal_pronouns or pronoun in grammar.first_person:
            return None
        if pronoun in grammar.singular_pronouns:
            return self._person(span.begin, feminine=False) or self.last_speaker
        found = self._person(span.begin, feminine=True)
        speaker = self.last_speaker
        if found is None or (speaker is not None and speaker is not found and self._may_be_they(speaker)):
            near = found is not None and span.begin - found.span.end < _NEAR
            return found if near else (speaker or found)
        return found

    def _may_be_they(self, name: Name) -> bool:
        """Whether "sie" can mean it: a body, several people, or a woman without a name."""
        if name.kind is SourceKind.PERSON:
            return False
        if name.kind is not SourceKind.UNNAMED:
            return True
        phrase = Description.read(self.text, name.span, self.grammar)
        return not self._is_person(phrase) or phrase.head.lower().endswith(self.grammar.feminine_ending)

    # --- who is there to be taken up -----------------------------------------------------------------------------

    def _before(self, place: int, *, everything: bool = False) -> Iterator[Name]:
        """The names before a place, the nearest first; with `everything`, those behind it too, last."""
        before = [name for name in self.names if name.span.end <= place]
        yield from reversed(before)
        if everything:
            yield from self.names[len(before) :]

    def _person(self, place: int, *, feminine: bool, without_role: bool = False) -> Name | None:
        """The person who spoke last, or was named last, unless the text shows that the gender does not fit.

        Args:
            without_role: only somebody of whom the text does not tell another role.
        """

        def fits(name: Name) -> bool:
            roles = without_role and name.key in in_office
            return name.kind is SourceKind.PERSON and not roles and self._is_feminine(name) in (None, feminine)

        in_office = {n.key for n in self.names if n.role is not None} if without_role else frozenset()
        speaker = self.last_speaker
        if speaker is not None and fits(speaker):
            return speaker
        fitting = [n for n in self._before(place) if place - n.span.end < _REACH and fits(n)]
        return next((n for n in fitting if self._is_feminine(n) is feminine), fitting[0] if fitting else None)

    def _is_feminine(self, name: Name) -> bool | None:
        if name.key not in self.feminine:
            self.feminine[name.key] = self._told_feminine(name)
        return self.feminine[name.key]

    def _told_feminine(self, name: Name) -> bool | None:
        """What the given name shows, or the words around the mentions ("Ministerin", "Frau"); None if nothing does."""
        labels = (mention.label for mention in self.names if mention.key == name.key)
        given = (self.genders.is_feminine(label.split()[0]) for label in labels if " " in label)
        told = next((feminine for feminine in given if feminine is not None), None)
        if told is not None:
            return told
        ending = self.grammar.feminine_ending
        for mention in self.names:
            if mention.key != name.key:
                continue
            before = self.text[max(0, mention.span.begin - 12) : mention.span.begin].split()
            words = [*before[-1:], *mention.span.of(self.text).split()]
            lowered = [word.lower() for word in words]
            if any(word in self.grammar.feminine_titles for word in lowered):
                return True
            if any(word in self.grammar.masculine_titles for word in lowered):
                return False
            roles = [word for word in lowered if word.endswith(self.grammar.person_nouns)]
            if mention.role is not None and roles:
                return any(word.endswith(ending) for word in roles)
        return None

    def _salient(self, place: int, kinds: frozenset[SourceKind], sort: int | None) -> Name | None:
        """The body that spoke last; else the one most named before the place, the later one first.

        Args:
            sort: of which sort it must not be another; None if any will do.
        """

        def fits(name: Name) -> bool:
            general = name.label.lower() in self.grammar.body_nouns
            other = sort is not None and self._sort_of(name) not in (None, sort)
            return name.kind in kinds and not general and not other

        last = self.last_body
        if last is not None and fits(last):
            return last
        counted: dict[str, int] = {}
        nearest: dict[str, Name] = {}
        for name in self.names:
            if name.span.end <= place and fits(name):
                counted[name.key] = counted.get(name.key, 0) + 1
                nearest[name.key] = name
        if not counted:
            return None
        return nearest[max(counted, key=lambda key: (counted[key], nearest[key].span.begin))]

    def _sort(self, noun: str) -> int | None:
        """Number of the sort of bodies a noun means; None if it means any."""
        sorts = self.grammar.body_sorts
        return next((n for n, nouns in enumerate(sorts, start=1) if noun.removesuffix("s").endswith(nouns)), None)

    def _sort_of(self, name: Name) -> int | None:
        """What sort of body the words at its mentions show ("die Gewerkschaft VdS", "Elmwerke AG")."""
        if name.key not in self.sorts:
            words = [name.label.lower()]
            for mention in self.names:
                if mention.key == name.key:
                    before = self.text[max(0, mention.span.begin - _LONGEST_NOUN) : mention.span.begin].split()
                    words += [*mention.span.of(self.text).lower().split(), *(w.lower() for w in before[-1:])]
            found = (self._sort(word.strip(CLINGING)) for word in words)
            self.sorts[name.key] = next((sort for sort in found if sort is not None), None)
        return self.sorts[name.key]

    def _last(self, place: int) -> Name | None:
        """Who spoke last, for "den Angaben zufolge" and "nach eigenen Angaben"."""
        if self.last_speaker is not None:
            return self.last_speaker
        return next((n for n in self._before(place) if n.kind in (SourceKind.BODY, SourceKind.PERSON)), None)

    def _is_mute(self, phrase: Description) -> bool:
        grammar = self.grammar
        return phrase.head.lower().endswith((*grammar.mute_ends, *grammar.papers, *grammar.word_nouns, *grammar.spokes))

    def _in_nominative(self, label: str) -> str:
        """Circles as they are called ("Kreise des Stabs", where the text has "aus Kreisen des Stabs")."""
        head, _, rest = label.partition(" ")
        plain, *others = self.grammar.circles
        for other in others:
            if head.lower().endswith(other):
                first = head[: -len(other)]
                return f"{first}{plain if first else plain.capitalize()} {rest}".strip()
        return label

    def _unnamed(self, span: Span) -> Name:
        words = span.of(self.text).split()
        if len(words) > 1 and words[0].lower() in self.grammar.articles:
            words = words[1:]
        label = " ".join(words).strip("„“\"'»«")
        label = self._in_nominative(label)
        if self.outlet is not None and label in (self.outlet, "".join(word[0] for word in self.outlet.split())):
            name = Name(span, SourceKind.OUTLET, self.outlet, outlet_key(self.outlet))
            self.added.append(name)
            return name
        phrase = Description.read(self.text, span, self.grammar)
        # "der Verbraucherbund", "LUI": what has an article or stands in capitals and is no person is a body
        party = phrase.definite or phrase.head.isupper() or phrase.head.lower().endswith(self.grammar.body_nouns)
        circles = phrase.head.lower().endswith(self.grammar.circles)
        nobody = circles or self._is_person(phrase) or self._is_mute(phrase)
        described = party and bool(phrase.head) and not nobody
        kind = SourceKind.BODY if described else SourceKind.UNNAMED
        known = next((n for n in self.names if n.label == phrase.head and n.kind in _BODIES), None)
        if described and known is not None:
            return known
        name = Name(phrase.core if described else span, kind, label, f"{kind}:{label.casefold()}")
        self.added.append(name)
        return name


_NEAR = 80  # code points between a name and a pronoun that most likely means it


def _words_of(name: Name, text: str) -> Iterator[str]:
    """The nouns by which a name is described: around it in its phrase, and its role."""
    for word in name.span.of(text).split():
        if word[:1].isupper() and (name.kind is not SourceKind.PERSON or word not in name.label.split()):
            yield word.strip(",")
    if name.role is not None:
        yield name.role


def _share(head: str, word: str) -> bool:
    """Whether two nouns are the same or one ends a compound of the other."""
    shorter, longer = sorted((head, word), key=len)
    return len(shorter) >= _SHORTEST_SHARED and (longer.endswith(shorter) or (head == word))
