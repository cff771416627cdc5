"""The dependency tree over the tokens of a sentence; it may be missing, broken or cyclic, and breaks no question."""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.model.syntax import Relation
from quellenlage.model.tokens import Token

HELPERS = frozenset({Relation.AUXILIARY, Relation.PASSIVE_AUXILIARY, Relation.COPULA})


class Tree:
    """Who hangs on whom.

    Args:
        tokens: of the sentence; heads outside of it and words that head themselves count as not parsed.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._dependents: list[list[int]] = [[] for _ in tokens]
        for place in range(len(tokens)):
            head = self.head_of(place)
            if head is not None:
                self._dependents[head].append(place)

    def head_of(self, place: int) -> int | None:
        """The head of a word; None at the root and where nothing was parsed."""
        head = self._tokens[place].head
        return head if head is not None and 0 <= head < len(self._tokens) and head != place else None

    def dependents_of(self, place: int, *relations: Relation) -> list[int]:
        """Words that hang on the one at `place`, in order; with relations given, only by one of these."""
        found = self._dependents[place]
        return [at for at in found if self._tokens[at].relation in relations] if relations else list(found)

    def full_verb(self, place: int) -> int:
        """The verb or predicate that an auxiliary, modal or copula serves; any other word itself."""
        seen = {place}
        while self._tokens[place].relation in HELPERS:
            head = self.head_of(place)
            if head is None or head in seen:
                break
            place = head
            seen.add(place)
        return place

    def finite_of(self, verb: int) -> int | None:
        """The finite form that belongs to a verb: itself or the auxiliary that serves it; None if there is none."""
        if self._tokens[verb].is_finite:
            return verb
        helpers = (at for at in self._dependents[verb] if self._tokens[at].relation in HELPERS)
        return next((at for at in helpers if self._tokens[at].is_finite), None)

    def ancestors_of(self, place: int) -> list[int]:
        """The head of a word, its head, and so on."""
        found: list[int] = []
        head = self.head_of(place)
        while head is not None and head != place and head not in found:
            found.append(head)
            head = self.head_of(head)
        return found

    def subtree(self, place: int, *, without: frozenset[Relation] = frozenset()) -> set[int]:
        """Places of a word and all that hangs on it, not following arcs of the relations in `without`."""
        found, todo = {place}, [place]
        while todo:
            for at in self._dependents[todo.pop()]:
                if at not in found and self._tokens[at].relation not in without:
                    found.add(at)
                    todo.append(at)
        return found
