"""What a statement says, in terms that two statements in other words can share.

The words of a quote become *terms*: nouns and verbs that say the same become the name of their class (`send`), counted
nouns that of theirs (`soldier`), names become the linked source or country they denote, figures their number with what
it counts; what is left stays as the beginning of the word. Small and common words are no terms.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from quellenlage.languages.predicates import PredicateVocabulary
from quellenlage.model.marks import Figure, Place, SourceKind, Time, TimeKind
from quellenlage.model.span import Span
from quellenlage.model.statement import Reading, Source, Stance, Statement
from quellenlage.model.tokens import Token
from quellenlage.reference import Reference
from quellenlage.text.alignment import sentence_grams
from quellenlage.text.shingles import fold, stem_of

_NAMED = frozenset({SourceKind.PERSON, SourceKind.BODY, SourceKind.AGENCY, SourceKind.OUTLET})
_FULL_VERB = "VV"
_PREFIX, _PREPOSITION = "PTKVZ", "APPR"
_PIECE_ENDS = frozenset({"$,", "$.", "$("})
_NOUNS = frozenset({"NN", "NE", "NNA", "FM"})
_CONTENT = ("N", "FM", "VV", "ADJ", "TRUNC")  # tags of words that carry content begin so
_ON_CALENDAR = frozenset({TimeKind.DATE, TimeKind.TIME})
_NO_YEAR = "XXXX-"  # how a TIMEX3 value of no known year begins
_SHORTEST = 3  # letters of a word that is a term by itself


_FIGURE, _KIN = "figure:", "kin:"
ANYBODY = "person"
"""Class of nouns that count people of whatever sort, the same in every language."""
NUMBER_TERMS = (_FIGURE, _KIN)
"""How terms begin that stand for a number and for what it counts."""


class Mode(StrEnum):
    """In what way a statement puts what it says: as so, as to be done, as doubtful, or as a question."""

    SAYS = "says"
    DEMANDS = "demands"
    DOUBTS = "doubts"
    ASKS = "asks"


_MODES = {Stance.DEMANDS: Mode.DEMANDS, Stance.DOUBTS: Mode.DOUBTS}


@dataclass(frozen=True, slots=True)
class Profile:
    """A statement as it is compared.

    Args:
        statement: with the ids of linked sources.
        story: id of its document's story.
        mode: in what way it puts what it says.
        denied: whether the source denies it.
        figures: in it.
        predicates: classes of what it says; True if the class stands beside a negation only.
        named: persons, bodies, media, countries and places in it.
        whens: intervals of the calendar in it, as ISO 8601 moments.
        undated: what is known of the dates in it whose year or week is not ("XXXX-07": in July).
        things: what it is about: nouns, names, countries, places; some of its terms.
        terms: what it shares with statements in other words.
        grams: the character n-grams of its words, see `text/alignment.py`; sorted.
        holder: id of the source at the end of its chain of word, if that has a name; else None.
    """

    statement: Statement
    story: str
    mode: Mode
    denied: bool
    figures: tuple[Figure, ...]
    predicates: Mapping[str, bool]
    named: frozenset[str]
    whens: tuple[tuple[str, str], ...]
    undated: tuple[str, ...]
    things: frozenset[str]
    terms: frozenset[str]
    grams: NDArray[np.int32]
    holder: str | None


@dataclass(frozen=True, slots=True)
class Words:
    """What terms are made with: the vocabulary of one language, or None where it has no pack, and the world."""

    predicates: PredicateVocabulary | None
    reference: Reference
    _kin: dict[str, str] = field(default_factory=dict, compare=False)

    def kin(self, head: str) -> str:
        """The class of a counted noun; asked for every noun of every statement, so it is remembered."""
        if head not in self._kin:
            self._kin[head] = head if self.predicates is None else self.predicates.kin(head)
        return self._kin[head]

    def is_country(self, name: str) -> bool:
        """Whether a name is one of a country."""
        return name in self.reference.country_names

    def country(self, token: Token) -> str | None:
        """The country that a word names or means ("nordkoreanisch", "Pjöngjang"), or None."""
        reference = self.reference
        for form in (token.word, token.lemma):
            for names in (reference.country_names, reference.capitals, reference.inhabitants):
                if form in names:
                    return names[form]
        return reference.adjectives.get(token.lemma.lower())


Mentions = Mapping[str, Sequence[tuple[Span, Source]]]
"""Mentions of named sources by document, in the order of the text."""


def mentions_of(sources: Iterable[Source]) -> Mentions:
    """The mentions of all sources that have a name or are a country."""
    found: dict[str, list[tuple[Span, Source]]] = {}
    for source in sources:
        if source.kind in _NAMED or source.kind is SourceKind.COUNTRY:
            for mention in source.mentions:
                found.setdefault(mention.document, []).append((mention.span, source))
    return {document: sorted(own, key=lambda pair: pair[0]) for document, own in found.items()}


def profiles_of(
    reading: Reading,
    statements: Sequence[Statement],
    *,
    words: Words,
    mentions: Sequence[tuple[Span, Source]],
    named: frozenset[str],
    story: str,
) -> Iterator[Profile]:
    """The profiles of a document's statements.

    Args:
        statements: of the document, with the ids of linked sources.
        mentions: of named sources in the document, in the order of the text.
        named: ids of all sources that have a name.
        story: id of the document's story.
    """
    view = _View(reading, words, mentions)
    for statement in statements:
        holder = statement.chain[-1] if statement.chain else statement.source
        yield view.profile(statement, story, holder if holder in named else None)


class _View:
    """One document, prepared for looking up what stands inside a quote."""

    def __init__(self, reading: Reading, words: Words, mentions: Sequence[tuple[Span, Source]]) -> None:
        self._words, self._mentions, self._text = words, mentions, reading.document.text
        self._tokens = [token for sentence in reading.division.sentences for token in sentence.tokens]
        self._begins = [token.span.begin for token in self._tokens]
        self._figures = {figure.id: figure for figure in reading.figures}
        self._times = {time.id: time for time in reading.times}
        self._places = {place.id: place for place in reading.places}

    def profile(self, statement: Statement, story: str, holder: str | None) -> Profile:
        """The profile of one statement."""
        tokens = [token for span in statement.quote for token in self._inside(span)]
        meant = [(span, s) for span, s in self._mentions if any(piece.holds(span) for piece in statement.quote)]
        figures = tuple(self._figures[key] for key in statement.figures)
        places = [self._places[key] for key in statement.places]
        predicates = dict(_predicates(tokens, self._words.predicates))
        named = frozenset(self._named(tokens, [source for _, source in meant], places))
        plain = set(_plain_terms(tokens, [span for span, s in meant if s.kind in _NAMED], figures, self._words))
        counted = (f"{_KIN}{self._words.kin(figure.counted.head)}" for figure in figures if figure.counted is not None)
        where = (place.name for place in places if not self._words.is_country(place.name))
        things = named.union((term for term, is_noun in plain if is_noun), counted, where)
        words = fold(" ".join(span.of(self._text) for span in statement.quote))
        return Profile(
            statement=statement,
            story=story,
            mode=_mode(statement, tokens, self._words.predicates),
            denied=statement.stance is Stance.DENIES,
            figures=figures,
            predicates=predicates,
            named=named,
            whens=tuple(_whens(self._times[key] for key in statement.times)),
            undated=tuple(_undated(self._times[key] for key in statement.times)),
            things=things,
            terms=things.union(
                (term for term, _ in plain),
                (f"says:{name}" for name in predicates),
                (f"{_FIGURE}{_number(figure, self._words)}" for figure in figures if figure.point is not None),
            ),
            grams=np.unique(sentence_grams([words]).slots),
            holder=holder,
        )

    def _inside(self, span: Span) -> Sequence[Token]:
        return self._tokens[bisect_left(self._begins, span.begin) : bisect_left(self._begins, span.end)]

    def _named(self, tokens: Iterable[Token], meant: Iterable[Source], places: Iterable[Place]) -> Iterator[str]:
        """Ids of named sources, and countries however they are named."""
        countries = [self._words.country(token) for token in tokens]
        countries += [place.country for place in places]
        for source in meant:
            if source.kind in _NAMED:
                yield source.id
            else:
                countries.append(source.country)
        yield from (f"country:{code}" for code in countries if code is not None)


def _mode(statement: Statement, tokens: Sequence[Token], vocabulary: PredicateVocabulary | None) -> Mode:
    first = next((token.word.lower() for token in tokens if not token.is_sign), "")
    if vocabulary is not None and first in vocabulary.questions:
        return Mode.ASKS
    return _MODES.get(statement.stance, Mode.SAYS)


def _whens(times: Iterable[Time]) -> Iterator[tuple[str, str]]:
    for time in times:
        if time.kind in _ON_CALENDAR and time.earliest is not None and time.latest is not None:
            yield time.earliest, time.latest


def _undated(times: Iterable[Time]) -> Iterator[str]:
    for time in times:
        if time.kind in _ON_CALENDAR and time.earliest is None and time.value.startswith(_NO_YEAR):
            yield time.value.removeprefix(_NO_YEAR)


def _number(figure: Figure, words: Words) -> str:
    """A number with its unit or what it counts; people of whatever sort are people, as texts name them by turns."""
    thing = figure.unit or (words.kin(figure.counted.head) if figure.counted is not None else "")
    if words.predicates is not None and thing in words.predicates.people:
        thing = ANYBODY
    return f"{figure.point:g} {thing}"


def _predicates(tokens: Sequence[Token], vocabulary: PredicateVocabulary | None) -> Iterator[tuple[str, bool]]:
    """Classes of what the words say, and whether a negation stands in the same piece of the sentence."""
    if vocabulary is None:
        return
    verbs = _verbs(tokens)
    lowered = [token.word.lower() for token in tokens]
    for begin, end in _pieces(tokens):
        negated = not vocabulary.negations.isdisjoint(lowered[begin:end])
        for place in range(begin, end):
            if place in verbs:
                name = _class_of_verb(verbs[place], vocabulary)
            else:
                name = vocabulary.noun(tokens[place].lemma) if tokens[place].tag in _NOUNS else None
            phrase = vocabulary.phrase_at(lowered, place)
            yield from ((found, negated) for found in (name, phrase) if found is not None)


def _class_of_verb(lemma: str, vocabulary: PredicateVocabulary) -> str | None:
    """The class of a verb; one in no class is its own, unless it is too common to say anything."""
    return vocabulary.verb(lemma) or (None if lemma in vocabulary.common else lemma)


def _pieces(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where the words between two signs begin and end."""
    begin = 0
    for place, token in enumerate(tokens):
        if token.tag in _PIECE_ENDS:
            yield begin, place
            begin = place + 1
    yield begin, len(tokens)


def _verbs(tokens: Sequence[Token]) -> dict[int, str]:
    """Base forms of the full verbs by their places, separated prefixes put back."""
    lemmas: dict[int, str] = {}
    finite: int | None = None
    for place, token in enumerate(tokens):
        if token.tag.startswith(_FULL_VERB):
            lemmas[place] = token.lemma
            finite = place if token.is_finite else finite
        elif finite is not None and _is_prefix(tokens, place):
            lemmas[finite] = token.word.lower() + lemmas[finite]
            finite = None
    return lemmas


def _is_prefix(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is the separated prefix of a verb: tagged so, or a preposition with nothing behind it."""
    if tokens[place].tag == _PREFIX:
        return True
    is_last = place + 1 == len(tokens) or tokens[place + 1].tag in _PIECE_ENDS
    return is_last and tokens[place].tag == _PREPOSITION


def _plain_terms(
    tokens: Sequence[Token], names: Sequence[Span], figures: Sequence[Figure], words: Words
) -> Iterator[tuple[str, bool]]:
    """Terms of the words that are neither a name, nor a number, nor a predicate; and whether each is a noun."""
    vocabulary = words.predicates
    taken = [*names, *(figure.number for figure in figures)]
    units = {figure.number.end for figure in figures if figure.unit is not None}
    for before, token in itertools.pairwise([None, *tokens]):
        if token is None or not token.tag.startswith(_CONTENT) or any(span.touches(token.span) for span in taken):
            continue
        if before is not None and before.span.end in units:
            continue
        if "-" in token.word.strip("-"):
            yield from ((stem_of(part), True) for part in token.word.split("-") if len(part) >= _SHORTEST)
            continue
        if vocabulary is not None:
            if token.lemma in vocabulary.common or token.word in vocabulary.common or _says(token, vocabulary):
                continue
            kin = words.kin(token.lemma)
            if kin != token.lemma:
                yield f"{_KIN}{kin}", True
                continue
        if words.country(token) is None:
            plain = stem_of(token.lemma or token.word)
            if len(plain) >= _SHORTEST:
                yield plain, token.tag in _NOUNS


def _says(token: Token, vocabulary: PredicateVocabulary) -> bool:
    return token.tag.startswith(_FULL_VERB) or vocabulary.noun(token.lemma) is not None
