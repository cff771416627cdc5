"""What the steps ask of a sentence: who is the subject of this verb, which clause does it govern, where does a phrase end.

No single arc is trusted. The answer of the parse is checked against what the forms allow; where it fails, or nothing was
parsed, the question is answered from the order of words, and every answer says how it was found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quellenlage.languages.forms import FormVocabulary
from quellenlage.model.syntax import Relation
from quellenlage.model.tokens import Token

_SUBJECTS = frozenset({Relation.SUBJECT, Relation.PASSIVE_SUBJECT})
_HELPERS = frozenset({Relation.AUXILIARY, Relation.PASSIVE_AUXILIARY, Relation.COPULA})
_CLAUSES = frozenset(
    {
        Relation.CONTENT_CLAUSE,
        Relation.SUBJECT_CLAUSE,
        Relation.ADVERBIAL_CLAUSE,
        Relation.NOUN_CLAUSE,
        Relation.RELATIVE_CLAUSE,
        Relation.PARATAXIS,
    }
)
_OUTSIDE_PHRASE = _CLAUSES | _HELPERS | {Relation.OPEN_CLAUSE, Relation.SIGN}
_PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS", "PPOSS", "PRF"})
_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "PRELAT", "PDS"})
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_BEFORE_NOUN = _DETERMINERS | {"ADJA", "CARD", "ADV", "ADJD", "NN", "NE", "TRUNC", "KON", "PTKA"}


class Basis(StrEnum):
    """How an answer was found, surest first."""

    PARSE = "parse"
    COORDINATION = "coordination"
    POSITION = "position"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Role:
    """The word that plays a role.

    Args:
        at: its place in the sentence, the head of its phrase.
        by: how it was found.
    """

    at: int
    by: Basis


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as a half-open range of places, without the signs at its ends."""

    begin: int
    end: int
    by: Basis


class Roles:
    """The questions about one sentence.

    Args:
        tokens: of the sentence.
        forms: which forms show their case.
    """

    def __init__(self, tokens: Sequence[Token], forms: FormVocabulary) -> None:
        self.tokens, self._forms = tokens, forms
        self._dependents: list[list[int]] = [[] for _ in tokens]
        for place, token in enumerate(tokens):
            if token.head is not None and 0 <= token.head < len(tokens) and token.head != place:
                self._dependents[token.head].append(place)

    # --- the tree ---

    def full_verb(self, place: int) -> int:
        """The verb or predicate that an auxiliary, modal or copula serves; any other word itself."""
        seen = {place}
        while self.tokens[place].relation in _HELPERS:
            head = self.tokens[place].head
            if head is None or head < 0 or head in seen:
                break
            place = head
            seen.add(place)
        return place

    def finite_of(self, verb: int) -> int:
        """The finite form of a verb's clause: the verb, or the auxiliary that serves it; the verb if there is none."""
        if self.tokens[verb].is_finite:
            return verb
        helpers = (at for at in self._dependents[verb] if self.tokens[at].relation in _HELPERS)
        return next((at for at in helpers if self.tokens[at].is_finite), verb)

    def dependents_of(self, place: int, *relations: Relation) -> list[int]:
        """Words that hang on the one at `place` with one of the relations."""
        return [at for at in self._dependents[place] if self.tokens[at].relation in relations]

    def subtree(self, place: int, *, without: frozenset[Relation] = frozenset()) -> set[int]:
        """Places of a word and all that hangs on it, not following arcs of the relations in `without`."""
        found, todo = {place}, [place]
        while todo:
            for at in self._dependents[todo.pop()]:
                if at not in found and self.tokens[at].relation not in without:
                    found.add(at)
                    todo.append(at)
        return found

    def phrase_of(self, head: int) -> tuple[int, int]:
        """The noun phrase around its head as a half-open range: what hangs on it and stands together with it, no clauses."""
        inside = self.subtree(head, without=_OUTSIDE_PHRASE)
        begin, end = head, head + 1
        while begin - 1 in inside:
            begin -= 1
        while end in inside:
            end += 1
        return begin, end

    def is_passive(self, verb: int) -> bool:
        """Whether the verb's clause is passive."""
        return any(self.tokens[at].relation == Relation.PASSIVE_AUXILIARY for at in self._dependents[verb])

    def agent_of(self, verb: int) -> Role | None:
        """Who does what a passive verb says, as the text names them with a preposition."""
        found = self.dependents_of(verb, Relation.AGENT)
        return Role(found[0], Basis.PARSE) if found else None

    def object_of(self, verb: int) -> Role | None:
        """The direct object."""
        found = self.dependents_of(verb, Relation.OBJECT)
        return Role(found[0], Basis.PARSE) if found else None

    # --- the subject ---

    def subject_of(self, verb: int) -> Role | None:
        """The subject of the clause of a verb, which may be given by its full or its finite form."""
        full = self.full_verb(verb)
        for place in dict.fromkeys((full, verb)):
            for at in self.dependents_of(place, *_SUBJECTS):
                if self._can_be_subject(at):
                    return Role(at, Basis.PARSE)
        shared = self._shared_subject(full)
        if shared is not None:
            return shared
        return self._subject_by_position(self.finite_of(full))

    def _shared_subject(self, verb: int) -> Role | None:
        """The subject of the verb that this one is joined to by "und", if that stands before both."""
        token = self.tokens[verb]
        if token.relation != Relation.CONJUNCT or token.head is None or token.head < 0:
            return None
        for at in self.dependents_of(token.head, *_SUBJECTS):
            if self._can_be_subject(at):
                return Role(at, Basis.COORDINATION)
        return None

    def _can_be_subject(self, at: int) -> bool:
        """Whether the forms allow a subject: no preposition before it, no form that is dative, genitive or accusative."""
        token = self.tokens[at]
        if token.is_finite or token.is_sign or token.word.lower() in self._forms.never_subject:
            return False
        if self.dependents_of(at, Relation.PREPOSITION):
            return False
        if token.form is not None and token.form.case == "gen":
            return False
        determiners = self.dependents_of(at, Relation.DETERMINER)
        return all(self.tokens[d].word.lower() not in self._forms.oblique_determiners for d in determiners)

    def _subject_by_position(self, finite: int) -> Role | None:
        """The nominal right behind the finite verb, as in inverted order, else the one before it, else the nearest."""
        left = self._boundary(finite, -1)
        right = self._boundary(finite, 1)
        before = [at for at in self._nominals(left + 1, finite)]
        behind = [at for at in self._nominals(finite + 1, right)]
        if before and before[0] == self._first_word(left + 1, finite):
            return Role(before[0], Basis.POSITION)
        if behind:
            return Role(behind[0], Basis.POSITION)
        if before:
            return Role(before[-1], Basis.POSITION)
        near = sorted(self._nominals(0, len(self.tokens)), key=lambda at: abs(at - finite))
        return Role(near[0], Basis.NEAREST) if near else None

    def _first_word(self, begin: int, end: int) -> int:
        """The head of the phrase that opens a stretch: its first noun, if only words that stand before nouns precede it."""
        for place in range(begin, end):
            token = self.tokens[place]
            if token.is_noun or token.tag in _PRONOUNS:
                return place
            if token.tag not in _BEFORE_NOUN:
                return -1
        return -1

    def _boundary(self, start: int, step: int) -> int:
        place = start + step
        while 0 <= place < len(self.tokens) and not self.tokens[place].is_sign:
            place += step
        return place

    def _nominals(self, begin: int, end: int) -> Iterator[int]:
        """Heads of noun phrases without preposition that can be a subject by their forms."""
        place = begin
        while place < end:
            token = self.tokens[place]
            if token.tag in _PREPOSITIONS:
                place = self._behind_phrase(place + 1, end)
                continue
            if token.tag in _DETERMINERS and token.word.lower() in self._forms.oblique_determiners:
                place = self._behind_phrase(place + 1, end)
                continue
            if (token.is_noun or token.tag in _PRONOUNS) and token.word.lower() not in self._forms.never_subject:
                yield place
                place = self._behind_names(place + 1, end)
                continue
            place += 1

    def _behind_phrase(self, place: int, end: int) -> int:
        while place < end and not self.tokens[place].is_noun and self.tokens[place].tag in _BEFORE_NOUN:
            place += 1
        return self._behind_names(place + 1, end)

    def _behind_names(self, place: int, end: int) -> int:
        while place < end and self.tokens[place].tag in ("NE", "NN") and self.tokens[place - 1].is_noun:
            place += 1
        return place

    # --- the clause that a verb governs ---

    def content_clause_of(self, verb: int) -> Clause | None:
        """The clause that says what is said: subordinate, verb-second, infinitive, or the one the verb is put into."""
        full = self.full_verb(verb)
        relations = [Relation.CONTENT_CLAUSE, Relation.OPEN_CLAUSE, Relation.PARATAXIS]
        if self.is_passive(full):
            relations.insert(1, Relation.SUBJECT_CLAUSE)
        for relation in relations:
            for at in self.dependents_of(full, relation):
                if self.tokens[at].tag.startswith(("V", "N", "ADJ")) and self._is_clause(at, relation):
                    return self._range(self.subtree(at), Basis.PARSE)
        around = self._clause_around(full)
        return around if around is not None else self._clause_by_position(self.finite_of(full))

    def _is_clause(self, at: int, relation: Relation) -> bool:
        if relation != Relation.OPEN_CLAUSE:
            return True
        return any(self.tokens[d].tag in ("PTKZU",) for d in self._dependents[at]) or self.tokens[at].tag == "VVIZU"

    def _clause_around(self, verb: int) -> Clause | None:
        """A speech verb put into or behind what is said hangs on the other clause's verb."""
        token = self.tokens[verb]
        if token.relation != Relation.PARATAXIS or token.head is None or token.head < 0:
            return None
        inside = self.subtree(token.head) - self.subtree(verb)
        return self._range(inside, Basis.PARSE) if inside else None

    def _range(self, inside: set[int], by: Basis) -> Clause | None:
        words = sorted(at for at in inside if not self.tokens[at].is_sign)
        return Clause(words[0], words[-1] + 1, by) if words else None

    def _clause_by_position(self, finite: int) -> Clause | None:
        """Behind a comma a word that opens content clauses; the clause runs to the next sign that ends it."""
        tokens = self.tokens
        for place in range(finite + 1, len(tokens) - 1):
            if tokens[place].tag == "$," and tokens[place + 1].word.lower() in self._forms.subordinators:
                end = next((at for at in range(place + 2, len(tokens)) if tokens[at].tag == "$."), len(tokens))
                return Clause(place + 1, end, Basis.POSITION)
        return None
