"""Who is the subject of a verb: the arc of the parse where the forms allow it, else what they and the fields show."""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.languages.forms import FormVocabulary
from quellenlage.model.syntax import Relation
from quellenlage.model.tokens import Token
from quellenlage.syntax import parts_of_speech as pos
from quellenlage.syntax.answers import Basis, Reason, Refusal, Role
from quellenlage.syntax.fields import Field, Fields, Kind
from quellenlage.syntax.nominals import Nominal, Nominals
from quellenlage.syntax.tree import Tree

SUBJECTS = (Relation.SUBJECT, Relation.PASSIVE_SUBJECT)
_MOST_JOINED = 8  # verbs in one coordination; a longer chain is a broken parse


class Subjects:
    """The question for one sentence.

    Args:
        tokens: of the sentence.
        forms: what the language's forms show.
        tree: over the tokens.
        fields: clauses of the sentence.
    """

    def __init__(self, tokens: Sequence[Token], forms: FormVocabulary, tree: Tree, fields: Fields) -> None:
        self._tokens, self._forms, self._tree, self._fields = tokens, forms, tree, fields
        self.nominals = Nominals(tokens, forms)
        self._known: dict[int, list[Nominal]] = {}

    def of(self, verb: int, finite: int, *, passive: bool, depth: int = 0) -> Role | None:
        """The subject of the clause of a verb whose finite form stands at `finite`."""
        clause = self._fields.clause_at(finite)
        if clause is not None and clause.kind is Kind.INFINITIVE:
            return None
        refused: Refusal | None = None
        sure = self._only_nominative(clause, finite)
        gap = depth < _MOST_JOINED and self._has_gap(clause)
        for at in () if gap else self._arcs(verb, finite):
            refusal = self.refusal_of(at, finite, passive=passive)
            if refusal is None and clause is not None and clause.joined is not None and self._seems_other(at, finite):
                refusal = Refusal.NUMBER  # the subject may as well stand before the "und"
            if refusal is None:
                return self._against(Role(at, Basis.PARSE), sure, clause, finite)
            refused = refused or refusal
        if sure is not None:
            return Role(sure, Basis.AGREEMENT, Reason.ONLY_NOMINATIVE, refused)
        found = self._shared(verb, clause, depth) if gap else None
        if found is None and clause is not None:
            found = self._by_fields(clause, finite, passive=passive)
        if found is None and not gap and depth < _MOST_JOINED:
            found = self._shared(verb, clause, depth)
        if found is None and (clause is None or clause.finite is None):
            found = self._nearest(finite)
        return None if found is None else Role(found.at, found.by, found.reason, refused)

    # --- the parse and what the forms say to it ---

    def _arcs(self, verb: int, finite: int) -> list[int]:
        places = dict.fromkeys((self._tree.full_verb(verb), verb, finite))
        return [at for place in places for at in self._tree.dependents_of(place, *SUBJECTS)]

    def refusal_of(self, at: int, finite: int, *, passive: bool = False) -> Refusal | None:
        """Why the word at a place cannot be the subject of the finite verb; None if it can."""
        token = self._tokens[at]
        if token.is_finite or token.is_sign or self._is_expletive(at, finite, passive=passive):
            return Refusal.NO_NOMINAL
        if self._fields.worlds[at] != self._fields.worlds[finite]:
            return Refusal.OTHER_QUOTATION
        clause = self._fields.clause_at(finite)
        if clause is not None and self._fields.clause_at(at) is not clause:
            return Refusal.OTHER_CLAUSE
        nominal = self.nominal_at(at)
        if clause is not None and self._is_address(nominal, clause, finite):
            return Refusal.ADDRESS
        return self._form_refusal(nominal, finite)

    def _is_address(self, nominal: Nominal, clause: Field, finite: int) -> bool:
        """Words such as "meine Damen und Herren" between signs, beside the words that hold the verb."""
        stretch, spoken = clause.stretch_of(nominal.at), clause.stretch_of(finite)
        if stretch is spoken or not any(
            spoken.begin <= n.at < spoken.end and not n.attribute and self._form_refusal(n, finite) is None
            for n in self.in_clause(clause)
        ):
            return False
        return any(self._tokens[at].word in self._forms.noun.address for at in range(stretch.begin, stretch.end))

    def _form_refusal(self, nominal: Nominal, finite: int) -> Refusal | None:
        token = self._tokens[nominal.at]
        if self._is_oblique(nominal):
            return Refusal.CASE
        # a preposition inside the phrase belongs to an adjective in it ("ein von CNN geortetes Video")
        outside = [
            d for d in self._tree.dependents_of(nominal.at, Relation.PREPOSITION) if not nominal.begin < d < nominal.at
        ]
        led = nominal.preposition is not None or bool(outside)
        if led and not self.nominals.is_number_bound(nominal):
            return Refusal.PREPOSITION
        plural, verb_plural = self.nominals.shows_plural(nominal), self.verb_shows_plural(finite)
        joined = self._tree.dependents_of(nominal.at, Relation.CONJUNCT)
        if plural is None or verb_plural is None or plural == verb_plural or (joined and verb_plural):
            return None
        return None if token.word in self._forms.noun.quantities else Refusal.NUMBER

    def _is_oblique(self, nominal: Nominal) -> bool:
        """Whether the form is a genitive, dative or accusative and nothing else."""
        token = self._tokens[nominal.at]
        if not token.is_noun and token.word.lower() in self._forms.pronoun.never_subject:
            return True
        if token.form is not None and token.form.case == "gen":
            return True
        determiners = [*range(nominal.begin, nominal.at), *self._tree.dependents_of(nominal.at, Relation.DETERMINER)]
        oblique = self._forms.determiner.oblique
        # "die beiden" and "diese vielen" are no datives: only the first word of the phrase shows its case
        first = min(determiners, default=nominal.at)
        return first != nominal.at and self._tokens[first].word.lower() in oblique

    def _is_expletive(self, at: int, finite: int, *, passive: bool) -> bool:
        if self._tokens[at].word.lower() not in self._forms.pronoun.expletive:
            return False
        return passive or self._tokens[finite].word.lower() in self._forms.verb.impersonal_forms

    def verb_shows_plural(self, finite: int) -> bool | None:
        """The number a finite verb shows by its ending; None for other forms and where the endings are not known."""
        token, verb = self._tokens[finite], self._forms.verb
        word = token.word.lower()
        if not pos.is_verb(token) or not verb.plural_endings:
            return None
        return word in verb.plural or (word.endswith(tuple(verb.plural_endings)) and word not in verb.singular)

    def _against(self, role: Role, sure: int | None, clause: Field | None, finite: int) -> Role:
        """The arc's answer, unless a surer one stands beside it in the clause."""
        if sure is not None and sure != role.at:
            return Role(sure, Basis.AGREEMENT, Reason.ONLY_NOMINATIVE, Refusal.SURER)
        if clause is None or self._is_copular(clause):
            return role
        others = [n for n in self._candidates(clause, finite) if n.at != role.at]
        own = self.nominal_at(role.at)
        for rule, reason in (
            (self._is_nominative, Reason.ONLY_NOMINATIVE),
            (self._agrees_better, Reason.NUMBER),
            (self._outweighs, Reason.ONLY_NOMINAL),
        ):
            surer = next((n for n in others if rule(n, own, finite)), None)
            if surer is not None:
                return Role(surer.at, Basis.AGREEMENT, reason, Refusal.SURER)
        return role

    def _is_nominative(self, other: Nominal, own: Nominal, _finite: int) -> bool:
        """A masculine noun with "der" or "ein" is a nominative; the arc's own word is no such."""
        return self._shows_nominative(other) and not self._shows_nominative(own)

    def _shows_nominative(self, nominal: Nominal) -> bool:
        token = self._tokens[nominal.at]
        masculine = token.form is not None and token.form.gender == "masc" and token.form.number == "sing"
        first = self._tokens[nominal.begin].word.lower()
        return masculine and nominal.begin < nominal.at and first in self._forms.determiner.masculine_nominative

    def _agrees_better(self, other: Nominal, own: Nominal, finite: int) -> bool:
        """The arc's word is of another number than the verb, as the back end reads it; the other shows the verb's."""
        shows = self.nominals.shows_plural(other)
        return shows is not None and shows == self.verb_shows_plural(finite) and self._seems_other(own.at, finite)

    def _seems_other(self, at: int, finite: int) -> bool:
        """Whether the back end reads a word as of another number than the verb shows."""
        plural, token = self.verb_shows_plural(finite), self._tokens[at]
        if plural is None or token.form is None or token.form.number is None:
            return False
        if self.nominal_at(at).joined or token.word in self._forms.noun.quantities:
            return False
        return (token.form.number == "plur") != plural

    def _outweighs(self, other: Nominal, own: Nominal, _finite: int) -> bool:
        """A noun in the nominative beside a bare "das"."""
        token = self._tokens[own.at]
        weak = token.word.lower() in self._forms.pronoun.weak_subjects and not token.is_noun
        return weak and self._case(other.at) == "nom"

    def _is_copular(self, clause: Field) -> bool:
        verbs = self._fields.verbs_of(clause)
        return not verbs or all(pos.is_auxiliary(self._tokens[at]) for at in verbs)

    def _case(self, at: int) -> str | None:
        form = self._tokens[at].form
        return None if form is None else form.case

    def _only_nominative(self, clause: Field | None, finite: int) -> int | None:
        """The pronoun nearest the finite verb that can be nothing but its subject ("er", "wir", "man")."""
        if clause is None:
            return None
        plural = self.verb_shows_plural(finite)
        found = [
            n.at
            for n in self.in_clause(clause)
            if self._tokens[n.at].word.lower() in self._forms.pronoun.only_subject
            and not self._tokens[n.at].is_noun
            and n.preposition is None
            and plural in (None, self.nominals.shows_plural(n))
        ]
        return min(found, key=lambda at: abs(at - finite), default=None)

    # --- coordination ---

    def _has_gap(self, clause: Field | None) -> bool:
        """Whether a clause opens with "und" and its verb, so that its subject stands before ("… und sagte")."""
        if clause is None or clause.joined is None or clause.finite is None:
            return False
        lead = clause.stretch_of(clause.finite).begin
        return pos.is_coordinator(self._tokens[lead]) and self._fields.is_verb_first(clause)

    def _shared(self, verb: int, clause: Field | None, depth: int) -> Role | None:
        """The subject of the clause that this one goes on, else of the verb that the parse joins this one to."""
        host = None if clause is None or clause.joined is None else self._fields.clauses[clause.joined].finite
        for finite in (host, self._joined_verb(verb)):
            found = None if finite is None else self.of(finite, finite, passive=False, depth=depth + 1)
            if found is not None:
                return Role(found.at, Basis.COORDINATION, Reason.SHARED_SUBJECT)
        return None

    def _joined_verb(self, verb: int) -> int | None:
        """The finite form of the verb that this one is a conjunct of."""
        full = self._tree.full_verb(verb)
        head = self._tree.head_of(full) if self._tokens[full].relation is Relation.CONJUNCT else None
        if head is None or head == verb:
            return None
        finite = self._tree.finite_of(head)
        place = head if finite is None else finite
        return place if pos.is_verb(self._tokens[place]) else None

    # --- the fields ---

    def in_clause(self, clause: Field) -> list[Nominal]:
        """The noun phrases of a clause."""
        if clause.number not in self._known:
            self._known[clause.number] = self.nominals.among(clause.places(), opener=clause.opener)
        return self._known[clause.number]

    def nominal_at(self, at: int) -> Nominal:
        """The noun phrase that holds a place; the bare word if the fields know none."""
        clause = self._fields.clause_at(at)
        known = self.in_clause(clause) if clause is not None else []
        return next((n for n in known if n.at == at), Nominal(at, at, at + 1))

    def _candidates(self, clause: Field, finite: int, *, passive: bool = False) -> list[Nominal]:
        """Noun phrases of the clause that can be its subject; those that say when only if there is no other."""
        found = [
            n
            for n in self.in_clause(clause)
            if not n.attribute and not n.conjunct and self.refusal_of(n.at, finite, passive=passive) is None
        ]
        if clause.joined is not None:
            found = [n for n in found if not self._seems_other(n.at, finite)]
        times = self._forms.noun.times
        return [n for n in found if self._tokens[n.at].word not in times] or found

    def _by_fields(self, clause: Field, finite: int, *, passive: bool) -> Role | None:
        """The phrase that agrees and stands where subjects stand: in the first field, behind the verb, or first."""
        found = self._candidates(clause, finite, passive=passive)
        if not found:
            return None
        if len(found) == 1:
            return Role(found[0].at, Basis.AGREEMENT, Reason.ONLY_NOMINAL)
        if clause.kind is not Kind.MAIN:
            return self._verb_last(clause, found)
        before = [n for n in found if n.at < finite]
        behind = [n for n in found if n.at > finite]
        stretch = clause.stretch_of(finite)
        first = next((n for n in before if n.begin == stretch.begin and n.end <= finite), None)
        if first is not None and not (behind and self._yields(first, behind[0])):
            return Role(first.at, Basis.FIELD, Reason.FIRST_FIELD)
        if behind:
            return Role(behind[0].at, Basis.FIELD, Reason.BEHIND_FINITE)
        return Role(before[-1].at, Basis.NEAREST_NOMINAL, Reason.NEAREST)

    def _yields(self, one: Nominal, other: Nominal) -> bool:
        """Whether the first of two phrases is rather the object: a bare "das", or by the back end's cases."""
        token = self._tokens[one.at]
        if not token.is_noun and token.word.lower() in self._forms.pronoun.weak_subjects:
            return True
        return self._case(one.at) == "acc" and self._case(other.at) == "nom"

    def _verb_last(self, clause: Field, found: list[Nominal]) -> Role:
        """The opener if it can be the subject, else the first phrase behind it."""
        first = found[0]
        if first.at == clause.opener and not self._yields(first, found[1]):
            return Role(first.at, Basis.FIELD, Reason.CLAUSE_OPENER)
        rest = [n for n in found if n.at != clause.opener]
        return Role(rest[0].at, Basis.FIELD, Reason.MIDDLE_FIELD)

    def _nearest(self, finite: int) -> Role | None:
        """The nearest phrase that can be a subject; asked only where the fields found no clause with a finite verb."""
        found = [
            n.at
            for clause in self._fields.clauses
            for n in self.in_clause(clause)
            if clause.world == self._fields.worlds[finite]
            and not n.attribute
            and n.at != finite
            and self._form_refusal(n, finite) is None
        ]
        at = min(found, key=lambda place: abs(place - finite), default=None)
        return None if at is None else Role(at, Basis.NEAREST_NOMINAL, Reason.NEAREST)
