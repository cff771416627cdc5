"""What the steps ask of a sentence: who is the subject of a verb, which clause it governs, where a phrase ends.

No single arc is trusted. The answer of the parse is checked against what forms and clauses of the sentence allow.
Where it fails, or nothing was parsed, rules over forms, fields and coordination answer. Every answer says what it
rests on.
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.languages.forms import FormVocabulary
from quellenlage.model.syntax import Relation
from quellenlage.model.tokens import Subjunctive, Token
from quellenlage.syntax import parts_of_speech as pos
from quellenlage.syntax.answers import Basis, Clause, Frame, Reason, Refusal, Role
from quellenlage.syntax.contents import Contents
from quellenlage.syntax.fields import Field, Fields, Kind
from quellenlage.syntax.nominals import Nominal
from quellenlage.syntax.parsed_fields import ParsedFields
from quellenlage.syntax.subjects import Subjects
from quellenlage.syntax.tree import HELPERS, Tree

__all__ = ["Basis", "Clause", "Frame", "Reason", "Refusal", "Role", "Roles"]

_OUTSIDE_PHRASE = HELPERS | {
    Relation.CONTENT_CLAUSE,
    Relation.SUBJECT_CLAUSE,
    Relation.ADVERBIAL_CLAUSE,
    Relation.NOUN_CLAUSE,
    Relation.RELATIVE_CLAUSE,
    Relation.OPEN_CLAUSE,
    Relation.PARATAXIS,
    Relation.SIGN,
    *(Relation.SUBJECT, Relation.PASSIVE_SUBJECT, Relation.OBJECT),
}
_WITH_RELATIVES = _OUTSIDE_PHRASE - {
    Relation.RELATIVE_CLAUSE,
    Relation.SIGN,
    *HELPERS,
    *(Relation.SUBJECT, Relation.PASSIVE_SUBJECT, Relation.OBJECT),
}
_BELONGS_TO_NOUN = (Relation.POSSESSOR, Relation.NOUN_MODIFIER)


class Roles:
    """The questions about one sentence; places are those of its tokens.

    Args:
        tokens: of the sentence.
        forms: which forms show case and number, and which words open clauses.
    """

    def __init__(self, tokens: Sequence[Token], forms: FormVocabulary) -> None:
        self.tokens, self._forms = tokens, forms
        self.tree = Tree(tokens)
        self.fields = Fields(tokens, forms) if forms.parted_by_signs else ParsedFields(tokens, forms, self.tree)
        self._subjects = Subjects(tokens, forms, self.tree, self.fields)
        self._contents = Contents(tokens, forms, self.tree, self.fields)

    # --- verbs ---

    def full_verb(self, place: int) -> int:
        """The verb or predicate that an auxiliary, modal or copula serves; any other word itself."""
        return self.tree.full_verb(place)

    def finite_of(self, verb: int) -> int:
        """The finite form of a verb's clause: by the parse if in the same clause, else by the fields; else the verb."""
        clause = self.fields.clause_at(verb)
        by_tree = None if self.tokens[verb].is_finite else self.tree.finite_of(self.tree.full_verb(verb))
        if by_tree is not None and (clause is None or self.fields.clause_at(by_tree) is clause):
            return by_tree
        if clause is None or clause.finite is None:
            return verb
        second = self.tokens[verb].is_finite and not (
            clause.kind is Kind.MAIN and clause.finite < verb < clause.stretch_of(clause.finite).end
        )
        return verb if second else clause.finite

    def governing_verb(self, place: int) -> Role | None:
        """The full verb of the clause that a word stands in."""
        clause = self.fields.clause_at(place)
        for at in self.tree.ancestors_of(place):
            verb = self.full_verb(at)
            if verb != place and pos.is_verb(self.tokens[verb]) and self.fields.clause_at(verb) is clause:
                return Role(verb, Basis.PARSE)
        verbs = [at for at in self.fields.verbs_of(clause) if at != place] if clause is not None else []
        full = [at for at in verbs if not pos.is_auxiliary(self.tokens[at])]
        found = next(iter(full[::-1] or verbs[::-1]), None)
        return None if found is None else Role(found, Basis.FIELD, Reason.CLAUSE_BOUNDS)

    def is_passive(self, verb: int) -> bool:
        """Whether the verb's clause is passive: by the parse, or by the passive's auxiliary beside a participle."""
        if self.tree.dependents_of(self.full_verb(verb), Relation.PASSIVE_AUXILIARY):
            return True
        clause = self.fields.clause_at(verb)
        verbs = self.fields.verbs_of(clause) if clause is not None else []
        auxiliary = any(self.tokens[at].word.lower() in self._forms.verb.passive_forms for at in verbs)
        others = [at for at in verbs if self.tokens[at].word.lower() not in self._forms.verb.passive_forms]
        full = [at for at in others if not pos.is_auxiliary(self.tokens[at])]
        return (
            auxiliary
            and bool(full)
            and all(pos.is_participle(self.tokens[at]) for at in full)
            and not self._is_perfect(others)
        )

    def _is_perfect(self, verbs: Sequence[int]) -> bool:
        """An infinitive of an auxiliary beside the participle makes it a future perfect ("wird gesagt haben")."""
        return any(pos.is_auxiliary(self.tokens[at]) and pos.is_infinitive(self.tokens[at]) for at in verbs)

    def mood_of(self, verb: int) -> Subjunctive | None:
        """The subjunctive that the finite form of the verb's clause shows; None for the indicative."""
        return self.tokens[self.finite_of(verb)].subjunctive

    def modal_of(self, verb: int) -> Role | None:
        """The modal verb over the verb in its clause ("soll … geflohen sein")."""
        for at in self.tree.dependents_of(self.full_verb(verb), Relation.AUXILIARY):
            if pos.is_modal(self.tokens[at]):
                return Role(at, Basis.PARSE)
        finite = self.finite_of(verb)
        if finite != verb and pos.is_modal(self.tokens[finite]):
            return Role(finite, Basis.FIELD, Reason.CLAUSE_BOUNDS)
        return None

    def is_conditional(self, verb: int) -> bool:
        """Whether the clause is put with "würde" and an infinitive; with a participle that is the passive."""
        if self.tokens[self.finite_of(verb)].word.lower() not in self._forms.verb.conditional_forms:
            return False
        clause = self.fields.clause_at(verb)
        verbs = self.fields.verbs_of(clause) if clause is not None else [verb]
        return any(pos.is_infinitive(self.tokens[at]) for at in verbs)

    def negation_of(self, verb: int) -> Role | None:
        """The word that negates the verb's clause; not one that negates a part only ("nicht …, sondern …")."""
        full, clause = self.full_verb(verb), self.fields.clause_at(verb)
        places = clause.places() if clause is not None else [verb]
        negating = [at for at in places if self._negates(at)]
        if not negating or self._is_corrected(places):
            return None
        at = next((at for at in negating if self.tree.head_of(at) == full), None)
        return Role(negating[0], Basis.FIELD, Reason.FORM_OF_WORD) if at is None else Role(at, Basis.PARSE)

    def _negates(self, at: int) -> bool:
        return pos.is_negation(self.tokens[at]) or self.tokens[at].word.lower() in self._forms.clause.negations

    def _is_corrected(self, places: Sequence[int]) -> bool:
        """Whether a "sondern" follows in the clause or right behind it."""
        last = max(places)
        window = [*places, *range(last + 1, min(last + 3, len(self.tokens)))]
        return any(self.tokens[at].word.lower() in self._forms.clause.corrections for at in window)

    # --- roles ---

    def subject_of(self, verb: int) -> Role | None:
        """The subject of the clause of a verb, which may be given by its full or its finite form.

        An "es" that stands for nothing ("es heißt", "es wurde mitgeteilt") is none, nor has an infinitive clause one.
        """
        return self._subjects.of(verb, self.finite_of(verb), passive=self.is_passive(verb))

    def object_of(self, verb: int) -> Role | None:
        """The direct object: the arc if the form can be one, else a phrase of the clause that can be nothing else."""
        full, refused = self.full_verb(verb), None
        for at in self.tree.dependents_of(full, Relation.OBJECT):
            if self._can_be_object(self._subjects.nominal_at(at)):
                return Role(at, Basis.PARSE)
            refused = Refusal.CASE
        clause = self.fields.clause_at(verb)
        if clause is None or self.is_passive(verb):
            return None
        subject = self.subject_of(verb)
        rest = [
            n for n in self._subjects.in_clause(clause) if n.at not in (verb, None if subject is None else subject.at)
        ]
        found = [
            n for n in rest if not n.attribute and not n.conjunct and n.preposition is None and self._can_be_object(n)
        ]
        times = self._forms.noun.times
        found = [n for n in found if self.tokens[n.at].word not in times]
        sure = [n for n in found if self.tokens[n.at].word.lower() in self._forms.pronoun.only_accusative]
        if sure:
            return Role(sure[0].at, Basis.AGREEMENT, Reason.ONLY_ACCUSATIVE, refused)
        return Role(found[0].at, Basis.NEAREST_NOMINAL, Reason.ONLY_NOMINAL, refused) if len(found) == 1 else None

    def _can_be_object(self, nominal: Nominal) -> bool:
        """Whether the forms allow an accusative."""
        word, pronoun = self.tokens[nominal.at].word.lower(), self._forms.pronoun
        if word in pronoun.only_subject and not self.tokens[nominal.at].is_noun:
            return False
        first = self.tokens[nominal.begin].word.lower()
        dative = first in self._forms.determiner.only_dative
        return not dative and not (word in pronoun.never_subject and self._form_case(nominal.at) == "dat")

    def _form_case(self, at: int) -> str | None:
        form = self.tokens[at].form
        return None if form is None else form.case

    def agent_of(self, verb: int) -> Role | None:
        """Who does what a passive verb says, as the text names them with a preposition."""
        if not self.is_passive(verb):
            return None
        found = self.tree.dependents_of(self.full_verb(verb), Relation.AGENT)
        return Role(found[0], Basis.PARSE) if found else self._led_by(verb, self._forms.clause.agent_prepositions)

    def speaker_of(self, cue: int, frame: Frame) -> Role | None:
        """Whom a cue of speech names as its speaker, by the cases and prepositions that it takes.

        Args:
            cue: place of a verb ("sagte"), a noun ("Angaben") or a preposition ("laut").
            frame: how it takes its speaker; for a noun and a preposition that is another case than the nominative.
        """
        token = self.tokens[cue]
        if pos.is_preposition(token) or pos.is_postposition(token):
            return self._governed_by_preposition(cue)
        if not pos.is_verb(token):
            return self._belonging_to(cue, frame)
        if "nom" in frame.cases and not self.is_passive(cue):
            found = self.subject_of(cue)
            if found is not None:
                return found
        agent = self.agent_of(cue)
        return agent if agent is not None else self._led_by(cue, frame.prepositions)

    def _led_by(self, verb: int, prepositions: frozenset[str]) -> Role | None:
        """The first phrase of the verb's clause that one of the prepositions leads."""
        clause = self.fields.clause_at(verb)
        for n in self._subjects.in_clause(clause) if clause is not None else ():
            if n.preposition is not None and self.tokens[n.preposition].word.lower() in prepositions:
                return Role(n.at, Basis.CUE_FRAME, Reason.FRAME_PREPOSITION)
        return None

    def _governed_by_preposition(self, place: int) -> Role | None:
        """The noun of a preposition, before or behind it."""
        head = self.tree.head_of(place)
        if head is not None and self.tokens[place].relation is Relation.PREPOSITION:
            return Role(head, Basis.PARSE)
        clause = self.fields.clause_at(place)
        nominals = self._subjects.in_clause(clause) if clause is not None else []
        behind = next((n for n in nominals if n.preposition == place), None)
        before = next((n for n in nominals if n.end == place), None)
        found = before if pos.is_postposition(self.tokens[place]) else behind or before
        return None if found is None else Role(found.at, Basis.CUE_FRAME, Reason.FRAME_CASE)

    def _belonging_to(self, noun: int, frame: Frame) -> Role | None:
        """Whose a noun is: in the genitive, or with a preposition of the frame."""
        for at in self.tree.dependents_of(noun, *_BELONGS_TO_NOUN):
            led = [self.tokens[d].word.lower() for d in self.tree.dependents_of(at, Relation.PREPOSITION)]
            if ("gen" in frame.cases and not led) or any(word in frame.prepositions for word in led):
                return Role(at, Basis.PARSE)
        clause = self.fields.clause_at(noun)
        for n in self._subjects.in_clause(clause) if clause is not None else ():
            if n.at <= noun:
                continue
            if n.attribute and "gen" in frame.cases:
                return Role(n.at, Basis.CUE_FRAME, Reason.FRAME_CASE)
            led_by = "" if n.preposition is None else self.tokens[n.preposition].word.lower()
            return Role(n.at, Basis.CUE_FRAME, Reason.FRAME_PREPOSITION) if led_by in frame.prepositions else None
        return None

    def conjuncts_of(self, place: int) -> tuple[Role, ...]:
        """What is joined to a word as its like, in order, the word itself left out."""
        first = place
        while self.tokens[first].relation is Relation.CONJUNCT and first not in (
            found := self.tree.ancestors_of(first)
        ):
            if not found:
                break
            first = found[0]
            if first == place:
                break
        joined = [first, *self.tree.dependents_of(first, Relation.CONJUNCT)]
        if len(joined) > 1:
            return tuple(Role(at, Basis.PARSE) for at in sorted(set(joined)) if at != place)
        clause = self.fields.clause_at(place)
        chain: list[int] = []
        for n in self._subjects.in_clause(clause) if clause is not None else ():
            chain = [*chain, n.at] if n.conjunct else chain if place in chain else [n.at]
        others = [at for at in chain if at != place] if place in chain else []
        return tuple(Role(at, Basis.COORDINATION, Reason.JOINED) for at in others)

    # --- stretches of words ---

    def content_clause_of(self, verb: int) -> Clause | None:
        """The clause that says what is said: subordinate, verb-second, infinitive, quoted, or around the verb.

        It comes with its subordinator and without signs at its ends, with all clauses that hang on it.
        """
        return self._contents.of(verb, self.finite_of(verb))

    def clause_of(self, place: int) -> Clause | None:
        """The clause that a word stands in, without clauses that hang on it; None for a sign between clauses."""
        clause = self.fields.clause_at(place)
        if clause is None:
            return None
        verb = self.governing_verb(place)
        return self._contents.bounds(clause, Basis.FIELD if verb is None else verb.by)

    def phrase_of(self, head: int, *, relative_clauses: bool = False) -> tuple[int, int]:
        """The noun phrase around its head as a half-open range: what hangs on it and stands together with it.

        Args:
            relative_clauses: whether clauses that say more of the noun belong to it.
        """
        if self.tokens[head].head is None:
            return self._phrase_by_fields(head)
        inside = self.tree.subtree(head, without=_WITH_RELATIVES if relative_clauses else _OUTSIDE_PHRASE)
        clause = self.fields.clause_at(head)
        if clause is not None and not relative_clauses:
            inside &= set(clause.places())
        begin, end = head, head + 1
        while begin - 1 in inside:
            begin -= 1
        while end in inside:
            end += 1
        begin = min(begin, self._subjects.nominal_at(head).begin)  # parsers lose the beginning of long ones
        while end - 1 > head and self.tokens[end - 1].is_sign:
            end -= 1
        if clause is not None and clause.opener is not None and begin <= clause.opener < head:
            begin = clause.opener + 1
        return begin, end

    def _phrase_by_fields(self, head: int) -> tuple[int, int]:
        nominal = self._subjects.nominal_at(head)
        clause, end = self.fields.clause_at(head), nominal.end
        for n in self._subjects.in_clause(clause) if clause is not None else ():
            if n.attribute and n.begin == end:
                end = n.end
        return nominal.begin, end

    def field_of(self, place: int) -> Field | None:
        """The clause of a word with its kind and verb, as the fields show it."""
        return self.fields.clause_at(place)

    def dependents_of(self, place: int, *relations: Relation) -> list[int]:
        """Words that hang on the one at `place` with one of the relations."""
        return self.tree.dependents_of(place, *relations)
