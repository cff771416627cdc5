"""Which verb forms are subjunctive: by the form alone where it shows, else by the clauses around it.

German builds the plural of the second subjunctive of most verbs like the preterite ("sie kamen vor, sagte er, ihnen
fehlten die Mittel"). Such a form is read as subjunctive where its clause is said or hangs on what is said: it has no
opener and is the content of another verb, or a neighbour in the tree shows the subjunctive by its own form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quellenlage.languages.verbs import VerbVocabulary
from quellenlage.model.syntax import Relation
from quellenlage.model.tokens import Subjunctive, Token
from quellenlage.syntax import parts_of_speech as pos
from quellenlage.syntax.quoted import quoted_worlds
from quellenlage.syntax.tree import Tree

_SUBJECTS = (Relation.SUBJECT, Relation.PASSIVE_SUBJECT)
# A clause in one of these goes on with the mood of the clause it hangs on.
_CARRIED = frozenset(
    {Relation.CONJUNCT, Relation.PARATAXIS, Relation.RELATIVE_CLAUSE, Relation.ADVERBIAL_CLAUSE, Relation.NOUN_CLAUSE}
)
_JOINED = (Relation.CONJUNCT, Relation.PARATAXIS)
_OTHER_CLAUSES = frozenset(
    {Relation.CONTENT_CLAUSE, Relation.PARATAXIS, Relation.NOUN_CLAUSE, Relation.ADVERBIAL_CLAUSE}
)
_CONTENT = frozenset({Relation.CONTENT_CLAUSE, Relation.NOUN_CLAUSE, Relation.SUBJECT_CLAUSE})


def with_moods(tokens: Sequence[Token], verbs: VerbVocabulary) -> list[Token]:
    """The tokens of a sentence with `subjunctive` settled.

    Args:
        tokens: with tag, base form and tree, where there is one.
    """
    moods = _Moods(tokens, verbs)
    return [replace(token, subjunctive=found) if found else token for token, found in zip(tokens, moods, strict=True)]


class _Moods:
    def __init__(self, tokens: Sequence[Token], verbs: VerbVocabulary) -> None:
        self._tokens, self._verbs = tokens, verbs
        self._tree, self._worlds = Tree(tokens), quoted_worlds(tokens)
        self._words = [token.word.lower() for token in tokens]
        self._shown = [self._by_form(place) for place in range(len(tokens))]

    def __iter__(self) -> Iterator[Subjunctive | None]:
        for place, shown in enumerate(self._shown):
            yield shown or (Subjunctive.SECOND if self._by_clauses(place) else None)

    def _by_form(self, place: int) -> Subjunctive | None:
        token = self._tokens[place]
        if not token.is_finite or self._looks_like_a_noun(place):
            return None
        return self._verbs.subjunctive_of(
            self._words[place],
            token.lemma.lower(),
            full_verb=not pos.is_auxiliary(token),
            first_person=self._is_first_person(place),
        )

    def _looks_like_a_noun(self, place: int) -> bool:
        """Whether it is capitalised without standing at the head of a sentence or quotation: a slip of the tagger."""
        return self._tokens[place].word[:1].isupper() and place > 0 and not self._tokens[place - 1].is_sign

    def _is_first_person(self, place: int) -> bool:
        """Whether the first person is the verb's subject: in its clause, or left out at the head of the sentence."""
        left = place
        while left and not self._tokens[left - 1].is_sign and not pos.is_subordinator(self._tokens[left]):
            left -= 1
        near = [*range(left, place), place + 1] if place + 1 < len(self._tokens) else range(left, place)
        if any(self._words[at] in self._verbs.first_person for at in near):
            return True
        full = self._tree.full_verb(place)
        if any(self._words[at] in self._verbs.first_person for at in self._tree.dependents_of(full, *_SUBJECTS)):
            return True
        parsed = self._tokens[place].head is not None
        return parsed and place == 0 and not self._tree.dependents_of(full, *_SUBJECTS, Relation.EXPLETIVE)

    def _by_clauses(self, place: int) -> bool:
        token, word = self._tokens[place], self._words[place]
        if not token.is_finite or token.head is None:
            return False
        if word in self._verbs.advising:
            return self._advises(place)
        if not self._verbs.may_be_second(word, token.lemma.lower()):
            return False
        full = self._tree.full_verb(place)
        return self._is_said(full) or self._is_among_reported(full)

    def _advises(self, place: int) -> bool:
        full = self._tree.full_verb(place)
        if place == 0 or self._tokens[full].relation in _CONTENT:
            return True
        shown = self._verbs.advised | self._verbs.conditions
        beside = self._tree.dependents_of(full, *_SUBJECTS, Relation.SUBORDINATOR)
        opening = next((at for at, token in enumerate(self._tokens) if not token.is_sign), place)
        return self._words[opening] in self._verbs.advised or any(self._words[at] in shown for at in beside)

    def _is_said(self, full: int) -> bool:
        """Whether it heads a clause without opener or quotation marks that is the content of another verb."""
        head = self._tree.head_of(full)
        if head is None or self._tokens[full].relation is not Relation.CONTENT_CLAUSE:
            return False
        in_one_world = self._worlds[head] == self._worlds[full]
        return in_one_world and pos.is_verb(self._tokens[head]) and not self._is_opened(full)

    def _is_opened(self, full: int) -> bool:
        """Whether a subordinator, or a word that relates or asks, makes it a subordinate clause."""
        below = self._tree.dependents_of(full)
        return any(
            self._tokens[at].relation is Relation.SUBORDINATOR
            or pos.is_relative(self._tokens[at])
            or pos.is_interrogative(self._tokens[at])
            for at in below
        )

    def _is_among_reported(self, full: int) -> bool:
        """Whether the clause it goes on with, or one that goes on with it, shows the subjunctive."""
        if self._tokens[full].relation in _CARRIED:
            head = self._tree.head_of(full)
            above = None if head is None else self._clause_head(head)
            if above is not None and self._shows(above):
                return True
        return any(self._shows(at) for at in self._tree.dependents_of(full, *_JOINED) if not self._has_mark(at)) or any(
            self._shows(at)
            for at in self._tree.subtree(full, without=_OTHER_CLAUSES)
            if self._tokens[at].relation is Relation.RELATIVE_CLAUSE and not self._has_mark(at)
        )

    def _has_mark(self, full: int) -> bool:
        return bool(self._tree.dependents_of(full, Relation.SUBORDINATOR))

    def _clause_head(self, place: int) -> int | None:
        for at in [place, *self._tree.ancestors_of(place)]:
            if self._tree.finite_of(at) is not None:
                return at
        return None

    def _shows(self, full: int) -> bool:
        finite = self._tree.finite_of(full)
        return finite is not None and self._shown[finite] is not None
