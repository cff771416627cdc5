"""Accounts: each statement together with all that the rules ask about it, gathered once.

Everything here is linear in the number of statements: words are looked up by bisection in the tokens of their
document, text roots by union over the derivations.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quellenlage.model.comparing import Linked, Traced
from quellenlage.model.dossier import DerivationKind
from quellenlage.model.marks import Figure, Place, SourceKind, Time
from quellenlage.model.span import Span, hull
from quellenlage.model.statement import Form, Reading, Source, Stance, Statement
from quellenlage.model.tokens import Token
from quellenlage.reference import Reference
from quellenlage.steps.weigh.vocabulary import PLAIN, Vocabulary

# Whose whole text goes back to the other's; a quotation or a mere citation leaves the rest of the text its own.
DEPENDENT = frozenset(
    {DerivationKind.COPY, DerivationKind.REWRITE, DerivationKind.TRANSLATION, DerivationKind.SHARED_WIRE}
)
# Who warns that something is so, or accuses, says that it is so.
ASSERTING = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.ACCUSES, Stance.WARNS})
# Sources that can be an origin by themselves; who "anonymous sources" are cannot be told.
DEFINITE = frozenset({SourceKind.PERSON, SourceKind.BODY, SourceKind.COUNTRY})
MEDIA = frozenset({SourceKind.AGENCY, SourceKind.OUTLET})  # they pass on the words of others
_NOUNS = ("N", "FM")  # beginnings of the STTS tags of nouns and names, adjectives used as nouns included
_VERBS = "VV"
_CONTENT = (*_NOUNS, "ADJ", _VERBS)  # of all words that carry content
_TELLING_WORD = 8  # letters from which a word shared by two names of bodies may be what both denote
_BEFORE = 4  # words before a mark that are looked at


@dataclass(frozen=True, slots=True)
class Thing:
    """What a figure counts.

    Args:
        kind: class of the noun, with the unit ("soldier", "Schaden/EUR").
        plain: the unit, if there is one, else the class: the noun beside a sum or a length is often another's.
        broad: the same, with people of whatever sort as people.
        countries: ISO codes that the noun phrase names ("nordkoreanische Soldaten").
        modifiers: base forms of its other adjectives ("verwundete").
    """

    kind: str
    plain: str
    broad: str
    countries: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Account:
    """One statement and what the rules ask about it.

    Args:
        statement: the statement.
        reading: the document it stands in.
        order: its place among all accounts.
        claim: id of its claim.
        root: what stands for the text that its document goes back to; equal for documents that share one.
        holders: ids of the sources whose word it is, the first origin last; empty if none is named.
        relays: ids of the sources it passed through on the way to the outlet.
        figures, times, places: its marks, in the order of the text.
        things: for each figure what it counts, or None where the text does not say.
        mentions: ids of the sources that are named in what is said, or as the one who says it.
        countries: ISO codes of the countries that its words name, by adjective, inhabitant or capital too.
        words: its content words as their classes, else by their beginnings; countries, speaker and cue left out.
        context: the same of the whole sentences it stands in; of denials only.
        courses: classes of doings in it, each with the courses of events of which it is a stage.
        acts: those of `words` that its verbs say.
        whereabouts: ids of the places that something is said to be in or to go to.
        negated: whether a word in it turns it into its opposite.
    """

    statement: Statement
    reading: Reading
    order: int
    claim: str
    root: str
    holders: tuple[str, ...]
    relays: tuple[str, ...]
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    things: tuple[Thing | None, ...]
    mentions: frozenset[str]
    countries: frozenset[str]
    words: frozenset[str]
    context: frozenset[str]
    courses: Mapping[str, frozenset[str]]
    acts: frozenset[str]
    whereabouts: frozenset[str]
    negated: bool

    @property
    def document(self) -> str:
        """Id of its document."""
        return self.statement.document

    @property
    def asserts(self) -> bool:
        """Whether its source stands for what it says."""
        return self.statement.stance in ASSERTING and not self.negated

    @property
    def own(self) -> bool:
        """Whether the outlet says it in its own voice."""
        return self.statement.form is Form.OWN

    @property
    def quote(self) -> Span:
        """From the first to the last word of what is said."""
        return hull(self.statement.quote)

    def words_of(self, span: Span) -> str:
        """The words at `span`, on one line."""
        return " ".join(span.of(self.reading.document.text).replace("\u00ad", "").split())


@dataclass(frozen=True, slots=True)
class Ground:
    """What all accounts stand on.

    Args:
        sources: all sources, by id.
        texts: to how many texts each claim goes back, by its id.
        stories: id of the story of a document, by document id.
        labels: what a document is called in a reason: its outlet, else its name, by document id.
        outlets: name of the outlet in small letters, by document id, where known.
    """

    sources: Mapping[str, Source]
    texts: Mapping[str, int]
    stories: Mapping[str, str]
    labels: Mapping[str, str]
    outlets: Mapping[str, str]

    def is_definite(self, source: str) -> bool:
        """Whether the source can be an origin by itself."""
        return source in self.sources and self.sources[source].kind in DEFINITE

    def may_be_one(self, one: str, other: str) -> bool:
        """Whether two sources may be one under two names ("Landesinnenministerium", "Innenministerium des Landes").

        So it is with bodies of one country, or of none that is known, of which one's name holds a telling word of the
        other's. Persons are told apart when sources are linked.
        """
        if one == other:
            return True
        first, second = self.sources[one], self.sources[other]
        countries = {first.country, second.country} - {None}
        if first.kind is not SourceKind.BODY or second.kind is not SourceKind.BODY or len(countries) > 1:
            return False
        names = (first.name.casefold(), second.name.casefold())
        return any(
            len(word) >= _TELLING_WORD and word in longer
            for shorter, longer in (names, names[::-1])
            for word in shorter.split()
        )


class _Words:
    """The tokens of one document, found by their place."""

    def __init__(self, reading: Reading) -> None:
        self.tokens = [token for sentence in reading.division.sentences for token in sentence.tokens]
        self._begins = [token.span.begin for token in self.tokens]

    def inside(self, spans: Iterable[Span]) -> Iterator[Token]:
        for span in spans:
            for place in range(bisect_left(self._begins, span.begin), len(self.tokens)):
                if self.tokens[place].span.end > span.end:
                    break
                yield self.tokens[place]

    def before(self, span: Span) -> list[str]:
        """The few words before `span`, in lower case."""
        first = bisect_left(self._begins, span.begin)
        return [token.word.lower() for token in self.tokens[max(0, first - _BEFORE) : first]]


def ground_of(readings: Sequence[Reading], linked: Linked, traced: Traced) -> Ground:
    """What all accounts of a case stand on."""
    return Ground(
        sources={source.id: source for source in linked.sources},
        texts={claim.id: claim.origins.texts for claim in traced.claims},
        stories={document: story.id for story in linked.stories for document in story.documents},
        labels=_labels(readings, linked),
        outlets={reading.document.id: reading.outlet.casefold() for reading in readings if reading.outlet},
    )


def accounts_of(
    readings: Sequence[Reading],
    linked: Linked,
    traced: Traced,
    *,
    vocabularies: Mapping[str, Vocabulary],
    reference: Reference,
) -> tuple[Account, ...]:
    """One account for each statement, in the order in which the documents appeared; undated ones stand at the end."""
    by_document = {reading.document.id: reading for reading in readings}
    claims = {statement: claim.id for claim in traced.claims for statement in claim.statements}
    roots = _roots(by_document, traced)
    mentions = _mentions(linked.sources)
    ranks = _ranks(readings)
    papers: dict[str, _Paper] = {}
    accounts = []
    known = [statement for statement in linked.statements if statement.document in by_document]
    for order, statement in enumerate(sorted(known, key=lambda s: (ranks[s.document], s.quote[0], s.id))):
        document = statement.document
        if document not in papers:
            reading = by_document[document]
            vocabulary = vocabularies.get(reading.document.language, PLAIN)
            papers[document] = _Paper(reading, mentions.get(document, []), vocabulary, reference)
        accounts.append(papers[document].account(statement, order, claims, roots[document]))
    return tuple(accounts)


class _Paper:
    """One document, ready to give the account of each of its statements."""

    def __init__(
        self, reading: Reading, mentions: list[tuple[Span, str]], vocabulary: Vocabulary, reference: Reference
    ) -> None:
        self._reading, self._mentions = reading, mentions
        self._vocabulary, self._reference = vocabulary, reference
        self._words = _Words(reading)
        self._figures = {figure.id: figure for figure in reading.figures}
        self._times = {time.id: time for time in reading.times}
        self._places = {place.id: place for place in reading.places}

    def account(self, statement: Statement, order: int, claims: Mapping[str, str], root: str) -> Account:
        """The account of one statement of this document."""
        tokens = list(self._words.inside(statement.quote))
        said = self._said(statement, tokens)
        holders, relays = _word_of(statement)
        figures = tuple(self._figures[i] for i in statement.figures if i in self._figures)
        places = tuple(self._places[i] for i in statement.places if i in self._places)
        return Account(
            statement=statement,
            reading=self._reading,
            order=order,
            claim=claims.get(statement.id, statement.id),
            root=root,
            holders=holders,
            relays=relays,
            figures=figures,
            times=tuple(self._times[i] for i in statement.times if i in self._times),
            places=places,
            things=tuple(self._thing(figure) for figure in figures),
            mentions=frozenset(self._mentioned(statement)),
            countries=frozenset(self._countries(tokens, places)),
            words=frozenset(self._content(said)),
            context=frozenset() if statement.stance in ASSERTING else frozenset(self._content(self._around(statement))),
            courses=dict(self._courses(said)),
            acts=frozenset(self._content(token for token in said if token.tag.startswith(_VERBS))),
            whereabouts=frozenset(self._whereabouts(places)),
            negated=any(token.word.lower() in self._vocabulary.negations for token in tokens),
        )

    def _said(self, statement: Statement, tokens: Sequence[Token]) -> list[Token]:
        """The words of a quote that are no part of its frame, which a reported statement quotes too."""
        frame = (*statement.speaker, *statement.cue)
        return [token for token in tokens if not any(span.touches(token.span) for span in frame)]

    def _around(self, statement: Statement) -> list[Token]:
        """The words of the sentences a statement stands in, less its frame."""
        sentences = self._reading.division.sentences
        spans = [s.span for s in sentences if any(s.span.touches(piece) for piece in statement.quote)]
        return self._said(statement, list(self._words.inside(spans)))

    def _thing(self, figure: Figure) -> Thing | None:
        """What a figure counts, with its unit; None if the text does not say."""
        if figure.counted is None:
            return Thing(figure.unit, figure.unit, figure.unit) if figure.unit else None
        noun, adjectives = self._vocabulary.kin(figure.counted.head), self._reference.adjectives
        return Thing(
            kind="/".join(part for part in (noun, figure.unit) if part),
            plain=figure.unit or noun,
            broad=figure.unit or self._vocabulary.anybody(noun),
            countries=frozenset(adjectives[m] for m in figure.counted.modifiers if m in adjectives),
            modifiers=frozenset(m for m in figure.counted.modifiers if m not in adjectives),
        )

    def _mentioned(self, statement: Statement) -> Iterator[str]:
        for area in (*statement.quote, *statement.speaker):
            for place in range(bisect_left(self._mentions, (area,)), len(self._mentions)):
                span, source = self._mentions[place]
                if span.begin >= area.end:
                    break
                yield source

    def _countries(self, tokens: Sequence[Token], places: Sequence[Place]) -> Iterator[str]:
        yield from (place.country for place in places if place.country)
        named = (country_of(token, self._reference) for token in tokens)
        yield from (country for country in named if country is not None)

    def _content(self, tokens: Iterable[Token]) -> Iterator[str]:
        for token in tokens:
            if not token.tag.startswith(_CONTENT) or not token.word[:1].isalpha():
                continue
            term = self._vocabulary.term(token.lemma, token.tag.startswith(_NOUNS))
            if term is not None and country_of(token, self._reference) is None:
                yield term

    def _courses(self, tokens: Iterable[Token]) -> Iterator[tuple[str, frozenset[str]]]:
        for doing in (self._vocabulary.doing(token.lemma) for token in tokens):
            if doing is not None and doing in self._vocabulary.stages:
                yield doing, self._vocabulary.stages[doing]

    def _whereabouts(self, places: Iterable[Place]) -> Iterator[str]:
        where = self._vocabulary.whereabouts
        if where is not None:
            yield from (place.id for place in places if where.leads(self._words.before(place.span)))


def country_of(token: Token, reference: Reference) -> str | None:
    """The country that a word names: its name, adjective, inhabitant or seat of government."""
    if token.tag.startswith("ADJ"):
        return reference.adjectives.get(token.lemma.casefold())
    if not token.tag.startswith(_NOUNS):
        return None
    for form in (token.word, token.lemma):
        for names in (reference.country_names, reference.inhabitants, reference.capitals):
            if form in names:
                return names[form]
        if form in reference.seats:
            return reference.seats[form][1]
    return None


def _mentions(sources: Sequence[Source]) -> dict[str, list[tuple[Span, str]]]:
    """Where sources are named, by document, in the order of the text."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for source in sources:
        for mention in source.mentions:
            found.setdefault(mention.document, []).append((mention.span, source.id))
    return {document: sorted(mentions) for document, mentions in found.items()}


def _word_of(statement: Statement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose word a statement is, and through whose hands it went; the outlet's own voice is nobody's word."""
    if statement.form is Form.OWN or (statement.source is None and not statement.chain):
        return (), ()
    if statement.source is None or statement.source not in statement.chain:
        holders = statement.chain[-1:] if statement.source is None else (statement.source,)
        return holders, tuple(source for source in statement.chain if source not in holders)
    place = statement.chain.index(statement.source)
    return statement.chain[place:], statement.chain[:place]


def _ranks(readings: Sequence[Reading]) -> dict[str, int]:
    """The place of each document by when it appeared, then by its name."""

    def key(reading: Reading) -> tuple[bool, str, str, str]:
        published = reading.published
        return published is None, published.earliest if published else "", reading.document.name, reading.document.id

    return {reading.document.id: rank for rank, reading in enumerate(sorted(readings, key=key))}


def _labels(readings: Sequence[Reading], linked: Linked) -> dict[str, str]:
    """What each document is called; two documents of one outlet are told apart by their names."""
    names = {source.id: source.name for source in linked.sources}
    plain = {
        reading.document.id: reading.outlet or names.get(linked.outlets.get(reading.document.id, ""), "")
        for reading in readings
    }
    often = Counter(plain.values())
    labels = {}
    for reading in readings:
        outlet, name = plain[reading.document.id], reading.document.name
        labels[reading.document.id] = name if not outlet else outlet if often[outlet] == 1 else f"{outlet} ({name})"
    return labels


def _roots(readings: Mapping[str, Reading], traced: Traced) -> dict[str, str]:
    """For each document the least id among all documents and virtual roots that it shares a text with."""
    leaders: dict[str, str] = {document: document for document in readings}

    def leader(node: str) -> str:
        while leaders.setdefault(node, node) != node:
            leaders[node] = leaders[leaders[node]]
            node = leaders[node]
        return node

    for derivation in traced.derivations:
        if derivation.kind in DEPENDENT:
            one, other = sorted((leader(derivation.origin), leader(derivation.derived)))
            leaders[other] = one
    return {document: leader(document) for document in readings}
