"""The clauses of a German sentence from its signs, openers and verbs alone, without a parse.

German shows its clauses: commas stand between them, a subordinate clause has its opener first and its finite verb last,
a main clause its finite verb second or first (the topological fields of Drach, "Grundgedanken der deutschen Satzlehre",
1937; Höhle, "Der Begriff Mittelfeld", 1986). A sentence is cut at its signs into stretches; those that one clause has
parted by standing in another are joined again. Quoted words with a clause of their own are a world of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from quellenlage.languages.forms import FormVocabulary
from quellenlage.model.tokens import Token
from quellenlage.syntax import parts_of_speech as pos
from quellenlage.syntax.quoted import quoted_worlds
from quellenlage.syntax.stretches import Stretch, Stretches


class Kind(StrEnum):
    """What kind of clause it is by its opener and the place of its verb."""

    MAIN = "main"
    SUBORDINATE = "subordinate"
    RELATIVE = "relative"
    INFINITIVE = "infinitive"


@dataclass(slots=True)
class Field:
    """A clause.

    Args:
        number: its place among the clauses, in the order of their first words.
        kind: see there.
        stretches: its words.
        opener: place of the word that opens it as a subordinate one.
        finite: place of its finite verb.
        parent: number of the clause before it that it hangs on, if it is no first main clause.
        joined: number of the clause that it goes on with "und" or a comma and a verb.
        inserted: whether it is put into or behind another clause, verb first ("…, sagte er, …").
        fronted: whether a subordinate clause takes its first field ("Als er kam, ging sie").
    """

    number: int
    kind: Kind
    stretches: list[Stretch]
    opener: int | None = None
    finite: int | None = None
    parent: int | None = None
    joined: int | None = None
    inserted: bool = False
    fronted: bool = False
    world: int = field(default=-1)

    @property
    def begin(self) -> int:
        """Its first place."""
        return self.stretches[0].begin

    @property
    def end(self) -> int:
        """The place behind its last."""
        return self.stretches[-1].end

    def places(self) -> list[int]:
        """Its places in order, signs between its stretches left out."""
        return [place for stretch in self.stretches for place in range(stretch.begin, stretch.end)]

    def stretch_of(self, place: int) -> Stretch:
        """Its stretch that holds a place."""
        return next((s for s in self.stretches if s.begin <= place < s.end), self.stretches[0])


class Fields:
    """The clauses of one sentence.

    Args:
        tokens: of the sentence.
        forms: which words open clauses.
    """

    def __init__(self, tokens: Sequence[Token], forms: FormVocabulary) -> None:
        self._tokens, self._forms = tokens, forms
        self.worlds = quoted_worlds(tokens)
        self._show = Stretches(tokens, forms, self.worlds)
        self.clauses: list[Field] = []
        self._open: list[Field] = []  # without finite verb so far, the latest last
        self._numbers: list[int | None] = [None] * len(tokens)
        stretches = self._show.all()
        for number, stretch in enumerate(stretches):
            clause = self._place(stretch, stretches[number + 1] if number + 1 < len(stretches) else None)
            for at in range(stretch.begin, stretch.end):
                self._numbers[at] = clause.number

    def clause_at(self, place: int) -> Field | None:
        """The clause of a word; None for a sign between clauses."""
        number = self._numbers[place]
        return None if number is None else self.clauses[number]

    def children_of(self, clause: Field) -> list[Field]:
        """Clauses that hang on it, in order."""
        return [other for other in self.clauses if other.parent == clause.number]

    def verbs_of(self, clause: Field) -> list[int]:
        """Places of the verb forms in a clause."""
        return [at for at in clause.places() if pos.is_verb(self._tokens[at])]

    def is_verb_first(self, clause: Field) -> bool:
        """Whether a main clause opens with its finite verb, but for a conjunction and adverbs that lead."""
        return (
            clause.kind is Kind.MAIN
            and clause.finite is not None
            and clause.finite == self._show.lead(clause.stretch_of(clause.finite))
        )

    # --- clauses ---

    def _place(self, stretch: Stretch, behind: Stretch | None) -> Field:
        """The clause a stretch belongs to: a new one, or one that was left open.

        Args:
            behind: the stretch after it.
        """
        opener = self._show.opener(stretch)
        finite = self._show.finite(stretch)
        if opener is not None:
            return self._subordinate(stretch, opener, finite)
        if finite is None and self._show.is_infinitive(stretch):
            return self._new(stretch, Kind.INFINITIVE, parent=self._host(stretch.world))
        if finite is None and self.clauses and self._show.names_a_source(stretch):
            return self._aside(stretch)
        waiting = next((clause for clause in reversed(self._open) if clause.world == stretch.world), None)
        if waiting is not None and finite is not None and self._is_put_into(waiting, stretch, behind):
            clause = self._new(stretch, Kind.MAIN, parent=waiting)
            clause.finite, clause.joined, clause.inserted = finite, waiting.number, True
            return clause
        if waiting is not None and self._goes_on(waiting, stretch, finite):
            return self._continued(waiting, stretch, finite)
        host = self._host(stretch.world)
        if finite is None and host is not None and self._is_closed(host) and self._show.joins_clause(stretch):
            return self._main(stretch, self._show.mistaken(stretch), host)
        if finite is None and host is not None and not self._show.follows_colon(stretch):
            latest = self._latest(stretch.world)
            if latest is not None and latest.inserted and self._show.opens_with_noun(stretch):
                host = latest  # says who spoke ("…, sagte der Chef, Udo Lenz")
            host = self._host_of_rest(stretch, host)
            host.stretches.append(stretch)
            return host
        if finite is None:
            finite = self._show.mistaken(stretch)
        return self._main(stretch, finite, host)

    def _aside(self, stretch: Stretch) -> Field:
        latest = self._latest(stretch.world)
        clause = self._new(stretch, Kind.MAIN, parent=latest)
        clause.inserted, clause.joined = True, clause.parent
        return clause

    def _is_put_into(self, waiting: Field, stretch: Stretch, behind: Stretch | None) -> bool:
        """Verb and speaker between a first field and its own verb: "Der See, sagte Adler, sei tief"."""
        if behind is None or waiting.kind is not Kind.MAIN or behind.world != stretch.world:
            return False
        leads = [self._tokens[self._show.lead(s)].is_finite for s in (stretch, behind)]
        coordinated = pos.is_coordinator(self._tokens[behind.begin])
        return all(leads) and not coordinated and self._show.names_somebody(stretch)

    def _goes_on(self, waiting: Field, stretch: Stretch, finite: int | None) -> bool:
        """Whether a stretch belongs to a clause without verb so far; one with its verb second begins a new one."""
        if finite is None or waiting.kind is not Kind.MAIN or finite == self._show.lead(stretch):
            return True
        listed = any(pos.is_coordinator(self._tokens[at]) for at in range(stretch.begin, finite))
        return listed and waiting is self._latest(stretch.world)

    def _continued(self, waiting: Field, stretch: Stretch, finite: int | None) -> Field:
        waiting.stretches.append(stretch)
        if finite is None and waiting.kind is not Kind.MAIN:
            finite = self._show.mistaken(stretch)
        if finite is not None:
            waiting.finite = finite
            self._open.remove(waiting)
        return waiting

    def _subordinate(self, stretch: Stretch, opener: int, finite: int | None) -> Field:
        token = self._tokens[opener]
        relative = self._show.is_hidden_relative(stretch, opener) or (
            pos.is_relative(token) and not self._show.asks_which(stretch, opener)
        )
        kind = Kind.RELATIVE if relative else Kind.SUBORDINATE
        if pos.opens_infinitive(token):
            kind = Kind.INFINITIVE
        if finite is None:
            finite = self._show.mistaken(stretch)
        clause = self._new(stretch, kind, parent=self._latest(stretch.world))
        clause.opener, clause.finite = opener, finite
        if finite is None and not (pos.opens_infinitive(token) and self._show.is_infinitive(stretch)):
            self._open.append(clause)
        return clause

    def _main(self, stretch: Stretch, finite: int | None, host: Field | None) -> Field:
        clause = self._new(stretch, Kind.MAIN, parent=self._latest(stretch.world))
        clause.finite = finite
        if finite is None:
            self._open.append(clause)
            return clause
        if host is None:
            return clause
        leads_on = pos.is_coordinator(self._tokens[stretch.begin])
        first = finite == self._show.lead(stretch)
        if leads_on and host.kind is not Kind.MAIN and not first and self._show.ends_with_verbs(stretch, finite):
            clause.kind, clause.opener, clause.joined = host.kind, None, host.number
            return clause
        if self._root_of(host).kind is not Kind.MAIN and (first or not self._tokens[finite].subjunctive):
            clause.fronted = True
            return clause
        if leads_on or first:
            clause.joined = self._main_above(host).number if first else host.number
        clause.inserted = (
            first and not leads_on and self._show.names_somebody(stretch) and not self._show.follows_colon(stretch)
        )
        return clause

    def _main_above(self, clause: Field) -> Field:
        """The nearest main clause that a clause hangs on; itself if there is none: "… begann zu lesen und ging"."""
        above = clause
        while above.kind is not Kind.MAIN and above.parent is not None:
            above = self.clauses[above.parent]
        return above if above.kind is Kind.MAIN else clause

    def _root_of(self, clause: Field) -> Field:
        while clause.parent is not None:
            clause = self.clauses[clause.parent]
        return clause

    def _new(self, stretch: Stretch, kind: Kind, *, parent: Field | None) -> Field:
        clause = Field(len(self.clauses), kind, [stretch], world=stretch.world)
        clause.parent = None if parent is None else parent.number
        self.clauses.append(clause)
        return clause

    def _latest(self, world: int) -> Field | None:
        """The clause last begun or gone on with in the same world; from quoted words the one outside."""
        same = [clause for clause in self.clauses if clause.world == world]
        pool = same or [clause for clause in self.clauses if clause.world != world]
        return max(pool, key=lambda clause: clause.end, default=None)

    def _host(self, world: int) -> Field | None:
        """The clause that a stretch without opener goes on: the latest that is not put in between."""
        same = sorted((c for c in self.clauses if c.world == world), key=lambda clause: clause.end)
        while len(same) > 1 and same[-1].inserted:
            same.pop()
        return same[-1] if same else None

    def _host_of_rest(self, stretch: Stretch, host: Field) -> Field:
        """The main clause before, if the latest clause is closed and the main one waits for its second part."""
        while self._is_closed(host) and host.parent is not None:
            above = self.clauses[host.parent]
            if above.world != stretch.world or not (self._is_passing(host) or self._waits_for(above, stretch)):
                return host
            host = above
        return host

    def _is_closed(self, clause: Field) -> bool:
        return clause.kind is not Kind.MAIN and (clause.finite is None or clause.finite == clause.end - 1)

    def _is_passing(self, clause: Field) -> bool:
        """A relative clause, or one that names a source: the words behind it go on with what stands before it."""
        opener = clause.opener
        return clause.kind is Kind.RELATIVE or (
            opener is not None and self._tokens[opener].word.lower() in self._forms.clause.source_openers
        )

    def _waits_for(self, clause: Field, stretch: Stretch) -> bool:
        """Whether a main clause has an auxiliary without a full verb so far, and a stretch brings what can be one."""
        if clause.kind is not Kind.MAIN or clause.finite is None or not pos.is_auxiliary(self._tokens[clause.finite]):
            return False
        if any(pos.is_predicate_part(self._tokens[at]) for at in clause.places()):
            return False
        return any(pos.is_predicate_part(self._tokens[at]) for at in range(stretch.begin, stretch.end))
