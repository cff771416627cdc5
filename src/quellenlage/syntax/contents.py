"""Which clause a verb governs as its content: what is said, known, feared.

The parse's arc names the clause, the fields give its bounds. Without an arc the clause behind the verb answers, if its
opener, its Konjunktiv, a colon or quotation marks show that it is one, or the words around a verb put into them.
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.languages.forms import FormVocabulary
from quellenlage.model.syntax import Relation
from quellenlage.model.tokens import Token
from quellenlage.syntax import parts_of_speech as pos
from quellenlage.syntax.answers import Basis, Clause, Reason
from quellenlage.syntax.fields import Field, Fields, Kind
from quellenlage.syntax.quoted import OUTSIDE
from quellenlage.syntax.tree import Tree

_ARCS = (Relation.CONTENT_CLAUSE, Relation.SUBJECT_CLAUSE, Relation.OPEN_CLAUSE, Relation.PARATAXIS)
_REASONS = {Kind.SUBORDINATE: Reason.SUBORDINATE, Kind.INFINITIVE: Reason.INFINITIVE, Kind.MAIN: Reason.VERB_SECOND}
_COLON = frozenset({":"})


class Contents:
    """The question for one sentence.

    Args:
        tokens: of the sentence.
        forms: which words open content clauses.
        tree: over the tokens.
        fields: clauses of the sentence.
    """

    def __init__(self, tokens: Sequence[Token], forms: FormVocabulary, tree: Tree, fields: Fields) -> None:
        self._tokens, self._forms, self._tree, self._fields = tokens, forms, tree, fields

    def of(self, verb: int, finite: int) -> Clause | None:
        """The content of the verb whose finite form stands at `finite`."""
        clause = self._fields.clause_at(finite)
        if clause is None or self._names_source(clause):
            return None
        for rule in (self._by_arc_or_behind, self._quoted_before, self._fronted, self._around):
            found = rule(verb, clause)
            if found is not None:
                return found
        return None

    def _by_arc_or_behind(self, verb: int, clause: Field) -> Clause | None:
        """The arc's clause, unless one that shows itself as content stands between: parsers attach the later of two."""
        arc, behind = self._by_arc(verb, clause), self._behind(verb, clause)
        if arc is None or behind is None:
            return arc or behind
        return behind if clause.begin < behind.begin < arc.begin else arc

    def bounds(self, clause: Field, by: Basis) -> Clause:
        """A clause with all that hangs on it and stands in it."""
        return self._clause(clause.places(), by, Reason.CLAUSE_BOUNDS)

    def _names_source(self, clause: Field) -> bool:
        """A clause such as "wie die Polizei mitteilte" names the source of the words around it and governs none."""
        opener = clause.opener
        return opener is not None and self._tokens[opener].word.lower() in self._forms.clause.source_openers

    # --- rules ---

    def _by_arc(self, verb: int, clause: Field) -> Clause | None:
        """The clause whose verb hangs on this one as its content, if the fields part the two as well."""
        full = self._tree.full_verb(verb)
        for relation in _ARCS:
            for at in self._tree.dependents_of(full, relation):
                governed = self._clause_of_arc(at, clause, relation)
                if governed is not None:
                    return self._reaching(governed, clause, Basis.PARSE, Reason.ARC)
        return None

    def _clause_of_arc(self, at: int, clause: Field, relation: Relation) -> Field | None:
        heads = [at, *self._tree.dependents_of(at, Relation.AUXILIARY, Relation.PASSIVE_AUXILIARY, Relation.COPULA)]
        finite = next((place for place in heads if self._tokens[place].is_finite), at)
        governed = self._fields.clause_at(finite)
        if governed is None or governed is clause or governed.kind is Kind.RELATIVE:
            return None
        if governed.begin < clause.begin and self._holds(governed, clause):
            return None  # the clause that this one stands in is no content of it, but see `_around`
        if relation is Relation.OPEN_CLAUSE and governed.kind is Kind.MAIN:
            return None
        adverbial = governed.opener is not None and pos.is_subordinator(self._tokens[governed.opener])
        if (
            adverbial
            and self._opener_word(governed) not in self._forms.clause.subordinators
            and self._forms.clause.subordinators
        ):
            return None
        if relation is Relation.PARATAXIS and not self._shows_report(governed, clause):
            return None
        return governed

    def _behind(self, verb: int, clause: Field) -> Clause | None:
        """The clause that follows on the verb's one and shows by its opener, mood or signs that it is reported."""
        last = max(verb, clause.finite if clause.finite is not None else verb)
        following = sorted(
            (c for c in self._fields.clauses if c.begin > last and c is not clause), key=lambda c: c.begin
        )
        for governed in following:
            if (
                governed.parent is not None
                and self._fields.clauses[governed.parent] is not clause
                and governed.kind is not Kind.MAIN
            ):
                continue
            if governed.kind is Kind.RELATIVE or self._is_remark(governed, clause):
                continue
            reason = self._report(governed, clause)
            if reason is not None:
                return self._reaching(governed, clause, Basis.FIELD, reason)
            return None
        return None

    def _is_remark(self, governed: Field, clause: Field) -> bool:
        """Whether a clause stands between dashes or brackets, apart from the verb's."""
        return governed.world not in (OUTSIDE, clause.world) and not self._fields.worlds.is_quoted(governed.begin)

    def _report(self, governed: Field, clause: Field) -> Reason | None:
        """By what a clause behind another one shows that it is the other's content."""
        before = self._sign_before(governed.begin)
        if ":" in before:
            return Reason.COLON
        if governed.world != clause.world:
            return Reason.QUOTATION if self._fields.worlds.is_quoted(governed.begin) else None
        if governed.kind is Kind.SUBORDINATE:
            return Reason.SUBORDINATE if self._opener_word(governed) in self._forms.clause.subordinators else None
        if governed.kind is Kind.INFINITIVE:
            return Reason.INFINITIVE if governed.opener is None else None
        if governed.finite is None or self._fields.is_verb_first(governed):
            return None
        return (
            Reason.VERB_SECOND
            if self._is_subjunctive(governed) and not self._is_subjunctive(clause, alone=True)
            else None
        )

    def _shows_report(self, governed: Field, clause: Field) -> bool:
        return governed.begin > clause.begin and self._report(governed, clause) is not None

    def _quoted_before(self, _verb: int, clause: Field) -> Clause | None:
        """The quotation right before a clause that opens with its verb ("„…“, sagte …")."""
        if not self._fields.is_verb_first(clause):
            return None
        place = clause.begin - 1
        while place >= 0 and self._tokens[place].is_sign and not self._fields.worlds.is_quoted(place):
            place -= 1
        if place < 0 or not self._fields.worlds.is_quoted(place) or self._fields.worlds[place] == clause.world:
            return None
        world = self._fields.worlds[place]
        begin, end = self._fields.worlds.range_of(world)
        return self._clause(list(range(begin, end)), Basis.FIELD, Reason.QUOTATION)

    def _fronted(self, _verb: int, clause: Field) -> Clause | None:
        """A clause with "dass" or "ob" in the first field ("Dass er komme, sagte …")."""
        first = self._fields.clauses[0]
        if (
            not clause.fronted
            or first.kind is not Kind.SUBORDINATE
            or self._opener_word(first) not in self._forms.clause.complementizers
        ):
            return None
        return self._clause(list(range(first.begin, clause.begin)), Basis.FIELD, Reason.SUBORDINATE)

    def _around(self, _verb: int, clause: Field) -> Clause | None:
        """What a clause that opens with its verb and names somebody is put into or behind."""
        if not clause.inserted or clause.joined is None:
            return None
        own = {place for c in self._fields.clauses if self._holds(clause, c) for place in c.places()}
        host = self._fields.clauses[clause.joined]
        while host.parent is not None and not host.inserted and self._fields.clauses[host.parent].world == clause.world:
            host = self._fields.clauses[host.parent]
        places = [at for c in self._fields.clauses if self._holds(host, c) for at in c.places() if at not in own]
        return self._clause(sorted(places), Basis.FIELD, Reason.AROUND) if places else None

    # --- bounds ---

    def _reaching(self, governed: Field, clause: Field, by: Basis, reason: Reason) -> Clause:
        """From the beginning of a clause to where the one that governs it, or one around both, goes on."""
        if governed.world not in (OUTSIDE, clause.world):
            begin, end = self._fields.worlds.range_of(governed.world)
            return self._clause(list(range(begin, end)), by, reason)
        end = len(self._tokens)
        if governed.begin < clause.begin:
            end = clause.begin
        for other in self._fields.clauses:
            for stretch in other.stretches:
                goes_on = other.number < governed.number or self._leaves(other, governed, clause)
                if stretch.begin > governed.begin and goes_on and other is not governed:
                    end = min(end, stretch.begin)
        if governed.world != OUTSIDE:
            end = min(end, self._fields.worlds.range_of(governed.world)[1])
        return self._clause([at for at in range(governed.begin, end) if self._in_world(at, governed)], by, reason)

    def _in_world(self, at: int, governed: Field) -> bool:
        return governed.world == OUTSIDE or self._fields.worlds[at] == governed.world

    def _leaves(self, other: Field, governed: Field, clause: Field) -> bool:
        """Whether a later clause belongs beside the governing one ("… und er ging") or has it in its first field."""
        if other.number <= governed.number or other.kind is not Kind.MAIN or other.world != clause.world:
            return False
        if (
            governed.kind is not Kind.MAIN
            and pos.is_coordinator(self._tokens[other.begin])
            and not self._is_subjunctive(other)
        ):
            return True
        if other.fronted and clause.number < governed.number and clause.kind is not Kind.MAIN:
            return True
        return (
            governed.kind is Kind.MAIN
            and other.joined is not None
            and not self._is_subjunctive(other)
            and self._is_subjunctive(governed)
        )

    def _holds(self, outer: Field, inner: Field) -> bool:
        """Whether a clause is another one or hangs on it, over any number of steps."""
        number: int | None = inner.number
        while number is not None:
            if number == outer.number:
                return True
            number = self._fields.clauses[number].parent
        return False

    def _clause(self, places: Sequence[int], by: Basis, reason: Reason) -> Clause:
        words = [at for at in places if not self._tokens[at].is_sign]
        kept = words or list(places)
        parts, begin = [], kept[0]
        for one, other in zip(kept, [*kept[1:], None], strict=True):
            inside = set(places)
            if other is None or any(at not in inside for at in range(one + 1, other)):
                parts.append((begin, one + 1))
                begin = other if other is not None else begin
        return Clause(parts[0][0], parts[-1][1], by, reason, tuple(parts))

    # --- what clauses show ---

    def _opener_word(self, clause: Field) -> str:
        return "" if clause.opener is None else self._tokens[clause.opener].word.lower()

    def _sign_before(self, place: int) -> set[str]:
        found = set()
        while place > 0 and self._tokens[place - 1].is_sign:
            place -= 1
            found.add(self._tokens[place].word)
        return found

    def _is_subjunctive(self, clause: Field, *, alone: bool = False) -> bool:
        """Whether its finite verb is in the Konjunktiv; `alone`: in reported speech that runs on, not as auxiliary."""
        if clause.finite is None or (alone and clause.parent is None):
            return False
        token = self._tokens[clause.finite]
        shown = token.subjunctive or (token.form is not None and token.form.mood == "subjunctive")
        return shown and (
            not alone or not any(pos.is_participle(self._tokens[v]) for v in self._fields.verbs_of(clause))
        )
