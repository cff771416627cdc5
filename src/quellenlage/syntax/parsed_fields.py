"""The clauses of a sentence from its parse, for languages whose signs do not part them ("She said it had broken")."""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.languages.forms import FormVocabulary
from quellenlage.model.syntax import Relation
from quellenlage.model.tokens import Token
from quellenlage.syntax import parts_of_speech as pos
from quellenlage.syntax.fields import Field, Fields, Kind
from quellenlage.syntax.quoted import quoted_worlds
from quellenlage.syntax.stretches import Stretch, Stretches
from quellenlage.syntax.tree import Tree

_KINDS = {
    Relation.CONTENT_CLAUSE: Kind.SUBORDINATE,
    Relation.SUBJECT_CLAUSE: Kind.SUBORDINATE,
    Relation.ADVERBIAL_CLAUSE: Kind.SUBORDINATE,
    Relation.NOUN_CLAUSE: Kind.SUBORDINATE,
    Relation.RELATIVE_CLAUSE: Kind.RELATIVE,
    Relation.OPEN_CLAUSE: Kind.INFINITIVE,
    Relation.PARATAXIS: Kind.MAIN,
}


class ParsedFields(Fields):
    """The clauses of one sentence, each the words under one verb; one clause for all where nothing was parsed."""

    def __init__(self, tokens: Sequence[Token], forms: FormVocabulary, tree: Tree) -> None:
        self._tokens, self._forms, self._tree = tokens, forms, tree
        self.worlds = quoted_worlds(tokens)
        self._show = Stretches(tokens, forms, self.worlds)
        self.clauses: list[Field] = []
        self._open: list[Field] = []
        self._numbers: list[int | None] = [None] * len(tokens)
        heads = [self._clause_head(place) for place in range(len(tokens))]
        by_head: dict[int, list[int]] = {}
        for place, head in enumerate(heads):
            if not tokens[place].is_sign:
                by_head.setdefault(head, []).append(place)
        for head, places in sorted(by_head.items(), key=lambda item: item[1][0]):
            self._add(head, places)
        self._relate(heads)

    def _opens_clause(self, place: int) -> bool:
        """Whether a word heads a clause: by its relation, or as a verb joined to another."""
        relation = self._tokens[place].relation
        if relation is Relation.CONJUNCT:
            return pos.is_verb(self._tokens[place]) and self._tree.finite_of(place) is not None
        if relation is Relation.OPEN_CLAUSE:
            return any(pos.is_infinitive_marker(self._tokens[at]) for at in self._tree.dependents_of(place))
        return relation in _KINDS

    def _clause_head(self, place: int) -> int:
        for at in (place, *self._tree.ancestors_of(place)):
            if self._opens_clause(at) or self._tree.head_of(at) is None:
                return at
        return place

    def _add(self, head: int, places: Sequence[int]) -> None:
        kind = _KINDS.get(self._tokens[head].relation or Relation.ROOT, Kind.MAIN)
        clause = Field(len(self.clauses), kind, list(_stretches(places, self.worlds[head])), world=self.worlds[head])
        openers = self._tree.dependents_of(head, Relation.SUBORDINATOR)
        clause.opener = openers[0] if openers and kind is Kind.SUBORDINATE else None
        clause.finite = self._tree.finite_of(head)
        if clause.finite is None:
            clause.finite = next((at for at in places if self._tokens[at].is_finite), None)
        self.clauses.append(clause)
        for place in places:
            self._numbers[place] = clause.number

    def _relate(self, heads: Sequence[int]) -> None:
        """Name for each clause the one its head hangs in; those of a broken tree have none."""
        for place, head in enumerate(heads):
            clause, above = self.clause_at(place), self._tree.head_of(head)
            governing = None if above is None else self.clause_at(above)
            if clause is None or clause.parent is not None or governing is None or governing is clause:
                continue
            if self._descends(governing, clause):
                continue
            clause.parent = governing.number
            if self._tokens[head].relation is Relation.CONJUNCT:
                clause.joined, clause.kind = governing.number, governing.kind
            elif self._tokens[head].relation is Relation.PARATAXIS:
                clause.joined, clause.inserted = governing.number, True

    def _descends(self, inner: Field, outer: Field) -> bool:
        number: int | None = inner.number
        while number is not None:
            if number == outer.number:
                return True
            number = self.clauses[number].parent
        return False


def _stretches(places: Sequence[int], world: int) -> list[Stretch]:
    found, begin = [], places[0]
    for one, other in zip(places, [*places[1:], -1], strict=True):
        if other != one + 1:
            found.append(Stretch(begin, one + 1, world))
            begin = other
    return found
