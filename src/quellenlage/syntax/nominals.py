"""Noun phrases without a parse: their heads, what leads them, and the number they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quellenlage.languages.forms import FormVocabulary
from quellenlage.model.syntax import Relation
from quellenlage.model.tokens import Token
from quellenlage.syntax import parts_of_speech as pos

_ATTRIBUTES = frozenset(
    {Relation.NOUN_MODIFIER, Relation.POSSESSOR, Relation.APPOSITION, Relation.NAME_PART, Relation.COMPOUND_PART}
)
_ARGUMENTS = frozenset({Relation.SUBJECT, Relation.PASSIVE_SUBJECT, Relation.OBJECT, Relation.INDIRECT_OBJECT})


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase, or a pronoun, without what is attached behind it.

    Args:
        at: place of its head, the first noun.
        begin: its first place, the preposition not counted.
        end: the place behind its last noun.
        preposition: place of the preposition, or the word of comparison, that leads it.
        attribute: whether it is attached to the phrase before it ("der Sprecher der Bahn").
        conjunct: whether it is joined to the phrase before it.
        joined: whether one is joined to it by a word that makes the two a plural.
    """

    at: int
    begin: int
    end: int
    preposition: int | None = None
    attribute: bool = False
    conjunct: bool = False
    joined: bool = False


class Nominals:
    """Finds noun phrases among the tokens of one sentence."""

    def __init__(self, tokens: Sequence[Token], forms: FormVocabulary) -> None:
        self._tokens, self._forms = tokens, forms

    def among(self, places: Sequence[int], *, opener: int | None = None) -> list[Nominal]:
        """The noun phrases within some places, in order; a gap between places ends a phrase.

        Args:
            opener: place of the word that opens the clause, and so leads no phrase.
        """
        found: list[Nominal] = []
        for begin, end in _runs(places):
            if found and self._is_apposition(begin, end, found[-1]):
                found.extend(replace(n, attribute=True) for n in self._within(begin, end, opener))
                continue
            for nominal in self._within(begin, end, opener):
                related = self._related(nominal, found[-1] if found else None)
                if related.conjunct and found:
                    found[-1] = replace(found[-1], joined=self._is_additive(nominal))
                found.append(related)
        return found

    def shows_plural(self, nominal: Nominal) -> bool | None:
        """The number that pronoun, determiner or numeral show; None where both are possible."""
        tokens, forms = self._tokens, self._forms
        head = tokens[nominal.at]
        word = head.word.lower()
        if head.word in forms.pronoun.polite and nominal.at and not tokens[nominal.at - 1].is_sign:
            return True
        if nominal.joined or head.word in forms.noun.quantities:
            return True if nominal.joined and head.word not in forms.noun.quantities else None
        if not head.is_noun and (word in forms.pronoun.singular or word in forms.pronoun.plural):
            return word in forms.pronoun.plural
        before = [tokens[at] for at in range(nominal.begin, nominal.at)]
        words = [token.word.lower() for token in before]
        if any(w in forms.determiner.plural for w in words):
            return True
        if any(w in forms.determiner.singular for w in words):
            return False
        return True if any(pos.is_number(token) for token in before) else None

    def is_number_bound(self, nominal: Nominal) -> bool:
        """Whether its preposition bounds a number ("bis zu 20 Menschen") and so leaves the phrase what it is."""
        place = nominal.preposition
        if place is None or nominal.begin >= len(self._tokens):
            return False
        return (
            pos.is_number(self._tokens[nominal.begin])
            and self._tokens[place].word.lower() in self._forms.clause.number_bounds
        )

    def _is_apposition(self, begin: int, end: int, before: Nominal) -> bool:
        """Whether words between commas say who the phrase before them is ("Keller, der Minister, …"); no list."""
        signs = self._tokens[before.end : begin]
        if before.end >= begin or not all(pos.is_comma(sign) for sign in signs) or not self._tokens[before.at].is_noun:
            return False
        words = self._tokens[begin:end]
        closed = end < len(self._tokens) and pos.is_comma(self._tokens[end])
        opens = words[0].is_noun or pos.is_determiner(words[0])
        return closed and opens and not any(pos.is_verb(word) or pos.is_coordinator(word) for word in words)

    def _related(self, nominal: Nominal, before: Nominal | None) -> Nominal:
        if before is None:
            return nominal
        return replace(
            nominal, attribute=self._is_attribute(nominal, before), conjunct=self._is_conjunct(nominal, before)
        )

    def _is_attribute(self, nominal: Nominal, before: Nominal) -> bool:
        """Attached by the parse, or in the genitive right behind a noun."""
        token = self._tokens[nominal.at]
        if token.relation in _ATTRIBUTES and token.head is not None and before.begin <= token.head < nominal.begin:
            return True
        if nominal.preposition is not None or nominal.begin != before.end or nominal.begin == nominal.at:
            return False
        if token.relation in _ARGUMENTS or not self._tokens[before.at].is_noun:
            return False
        first = self._tokens[nominal.begin]
        shown = first.form.case if first.form is not None else None
        return first.word.lower() in self._forms.determiner.genitive and shown in (None, "gen")

    def _is_conjunct(self, nominal: Nominal, before: Nominal) -> bool:
        begin = nominal.begin if nominal.preposition is None else nominal.preposition
        return begin == before.end + 1 and pos.is_coordinator(self._tokens[before.end])

    def _is_additive(self, nominal: Nominal) -> bool:
        return self._tokens[nominal.begin - 1].word.lower() in self._forms.clause.additive

    def _within(self, begin: int, end: int, opener: int | None) -> Iterator[Nominal]:
        tokens, place = self._tokens, begin
        while place < end:
            preposition = None
            if place == opener and tokens[place].word.lower() in self._forms.pronoun.relative:
                yield Nominal(place, place, place + 1)
                place += 1
                continue
            while place < end and place != opener and self._leads(tokens[place]):
                preposition, place = place, place + 1
            nominal = self._phrase(place, end, preposition)
            if nominal is None:
                place += 1
                continue
            yield nominal
            place = nominal.end

    def _leads(self, token: Token) -> bool:
        return (
            pos.is_preposition(token)
            or pos.is_comparison(token)
            or token.word.lower() in self._forms.clause.comparisons
        )

    def _phrase(self, begin: int, end: int, preposition: int | None) -> Nominal | None:
        """The phrase that begins at a place, if one does."""
        tokens, place = self._tokens, begin
        while place < end and (pos.stands_before_noun(tokens[place]) or self._is_degree(place, begin, end)):
            place += 1
        if place > begin:
            outer = self._nested(place, end, preposition)
            if outer is not None:
                return replace(outer, begin=begin)
        listed = begin < place < end and pos.is_coordinator(tokens[place]) and pos.is_adjective(tokens[place - 1])
        if listed and place + 1 < end:  # "ein verbreitetes und von CNN geortetes Video"
            outer = self._nested(place + 1, end, preposition) or self._phrase(place + 1, end, preposition)
            if outer is not None and tokens[outer.at].is_noun:
                return replace(outer, begin=begin)
        while place + 1 < end and self._is_possessor(place):
            place += 1
        if place < end and tokens[place].is_noun:
            return Nominal(place, begin, self._behind_nouns(place, end), preposition)
        if place > begin:  # determiner or adjective without noun ("die beiden", "viele")
            return Nominal(place - 1, begin, place, preposition)
        if place < end and pos.is_pronoun(tokens[place]):
            return Nominal(place, place, place + 1, preposition)
        return None

    def _nested(self, place: int, end: int, preposition: int | None) -> Nominal | None:
        """The phrase whose adjective has one of its own before it ("der seit vier Jahren amtierende Direktor")."""
        if place >= end or not pos.is_preposition(self._tokens[place]):
            return None
        inner = self._phrase(place + 1, end, place)
        if inner is None or inner.end >= end or not pos.is_adjective(self._tokens[inner.end]):
            return None
        return self._phrase(inner.end, end, preposition)

    def _is_possessor(self, place: int) -> bool:
        """A name in the genitive before its noun ("Kiews Sprecher")."""
        token, behind = self._tokens[place], self._tokens[place + 1]
        endings = tuple(self._forms.noun.genitive_name_endings)
        return pos.is_name(token) and behind.is_noun and not pos.is_name(behind) and token.word.endswith(endings)

    def _is_degree(self, place: int, begin: int, end: int) -> bool:
        """An adverb between determiner and adjective ("ein sehr alter Mann")."""
        tokens = self._tokens
        return (
            begin < place and pos.is_adverb(tokens[place]) and place + 1 < end and pos.is_adjective(tokens[place + 1])
        )

    def _behind_nouns(self, place: int, end: int) -> int:
        while place < end and (
            self._tokens[place].is_noun or (self._tokens[place].is_sign and self._is_named(place, end))
        ):
            place += 1
        return place

    def _is_named(self, place: int, end: int) -> bool:
        """A quotation mark or hyphen between a noun and another one."""
        return place + 1 < end and self._tokens[place + 1].is_noun and not pos.is_comma(self._tokens[place])


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    begin = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] != places[at - 1] + 1:
            yield places[begin], places[at - 1] + 1
            begin = at
