"""One sentence made ready for the rules: its clauses, noun phrases, cue verbs and the names in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quellenlage.languages.cues import Cue, CueVocabulary, HedgeVocabulary
from quellenlage.languages.forms import FormVocabulary
from quellenlage.languages.genders import GenderVocabulary
from quellenlage.languages.grammar import GrammarVocabulary
from quellenlage.languages.pack import LanguagePack
from quellenlage.languages.trust import TrustVocabulary
from quellenlage.model.marks import Name
from quellenlage.model.span import Span
from quellenlage.model.statement import Stance
from quellenlage.model.tokens import Quotation, Sentence, Token
from quellenlage.steps.interpret.clauses import Clause, clauses_of
from quellenlage.steps.interpret.phrases import Phrase, phrases_of, span_of
from quellenlage.syntax.roles import Roles


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabularies the rules read."""

    cues: CueVocabulary
    hedges: HedgeVocabulary
    grammar: GrammarVocabulary
    forms: FormVocabulary
    genders: GenderVocabulary
    trust: TrustVocabulary

    @classmethod
    def of(cls, pack: LanguagePack) -> Words:
        """Those of a language pack."""
        return cls(pack.cues, pack.hedges, pack.grammar, pack.forms, pack.genders, pack.trust)


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue verb in its clause.

    Args:
        at: index of the token that carries the verb.
        finite: index of the finite verb of its clause, which may be an auxiliary.
        cue: what the verb tells.
        clause: number of its clause.
        indexes: all tokens that make the cue (verb, auxiliary, particle, company).
        passive: whether it stands in the passive.
        by_frame: whether only its place makes it a cue ("„…“, witzelt seine Frau"), not the vocabulary.
    """

    at: int
    finite: int | None
    cue: Cue
    clause: int
    indexes: tuple[int, ...]
    passive: bool
    by_frame: bool = False


@dataclass(frozen=True, slots=True)
class Analysis:
    """A sentence with all the rules need.

    Args:
        number: its place among the sentences of the document.
        masked: indexes of tokens inside quotations that are statements of their own or parts of such.
        names: the names in it.
        roles: what is asked of the parse; None where commas part the clauses and there is no cue verb.
    """

    number: int
    sentence: Sentence
    clauses: tuple[Clause, ...]
    phrases: tuple[Phrase, ...]
    hits: tuple[CueHit, ...]
    masked: frozenset[int]
    names: tuple[Name, ...]
    roles: Roles | None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def span(self, first: int, end: int) -> Span:
        """The span of the tokens `first` to `end`, half-open."""
        return span_of(self.tokens, first, end)

    def clause_of(self, index: int) -> int | None:
        """Number of the clause the token at `index` stands in; None for a boundary sign."""
        for number, clause in enumerate(self.clauses):
            if clause.first <= index < clause.end:
                return number
        return None

    def name_in(self, span: Span) -> Name | None:
        """The name that `span` is mainly about: the first one that holds its head, else the first inside it."""
        touching = [name for name in self.names if name.span.touches(span)]
        return touching[0] if touching else None

    def phrases_in(self, clause: Clause) -> Iterator[Phrase]:
        """The noun phrases that begin inside `clause`."""
        return (phrase for phrase in self.phrases if clause.first <= phrase.first < clause.end)


def analyse(
    number: int,
    sentence: Sentence,
    *,
    quotations: Sequence[Quotation],
    quoted: Sequence[Quotation],
    names: tuple[Name, ...],
    times: Sequence[Span],
    words: Words,
) -> Analysis:
    """Make one sentence ready for the rules.

    Args:
        quotations: those that touch the sentence and hold statements; what is inside them is masked.
        quoted: all quotations inside the sentence, names of papers and quoted words too.
        names: the names in the sentence.
        times: the time expressions in the sentence.
    """
    tokens = sentence.tokens
    masked, inside = _within(tokens, quotations), _within(tokens, quoted)
    clauses = clauses_of(tokens, words.grammar, masked, inside)
    hits = tuple(_hits(tokens, clauses, masked, names, words))
    phrases = phrases_of(tokens, words.grammar, names=[name.span for name in names], times=times)
    roles = Roles(tokens, words.forms) if hits or not words.forms.parted_by_signs else None
    return Analysis(number, sentence, clauses, phrases, hits, masked, names, roles)


def _within(tokens: Sequence[Token], quotations: Sequence[Quotation]) -> frozenset[int]:
    """Indexes of the tokens inside one of the quotations."""
    if not quotations:
        return frozenset()
    return frozenset(i for i, token in enumerate(tokens) if any(q.span.holds(token.span) for q in quotations))


def _hits(
    tokens: Sequence[Token], clauses: Sequence[Clause], masked: frozenset[int], names: Sequence[Name], words: Words
) -> Iterator[CueHit]:
    for number, clause in enumerate(clauses):
        found = False
        for index in clause.indexes:
            if index not in masked and tokens[index].tag.startswith("VV"):
                hit = _hit(tokens, clause, number, index, words)
                if hit is not None:
                    found = True
                    yield hit
        if found or not words.forms.parted_by_signs:
            continue
        if _follows_speech(tokens, clauses, number, masked) or _only_names(tokens, clauses, number, masked, names):
            yield from _hit_by_frame(tokens, clause, number, words)


def _follows_speech(tokens: Sequence[Token], clauses: Sequence[Clause], number: int, masked: frozenset[int]) -> bool:
    """Whether the clause stands, verb first, behind a quotation or behind a main clause in the Konjunktiv."""
    clause = clauses[number]
    if not clause.verb_first or clause.joined or clause.first < _SHORTEST_SPEECH:
        return False
    if tokens[clause.first].subjunctive or tokens[clause.first - 1].word != ",":
        return False
    before = next((i for i in range(clause.first - 1, -1, -1) if not tokens[i].is_sign), None)
    if before in masked:
        return True
    main = [c for c in clauses[:number] if c.finite is not None and not c.subordinate]
    return bool(main) and tokens[main[-1].finite or 0].subjunctive is not None and not main[-1].verb_first


_SHORTEST_SPEECH = 3  # tokens


def _only_names(
    tokens: Sequence[Token], clauses: Sequence[Clause], number: int, masked: frozenset[int], names: Sequence[Name]
) -> bool:
    """Whether the clause ends its sentence behind a main clause with nothing but a verb and who it is.

    Like "…, hat der Rechnungshof erhoben": the verb first, a name, and a participle.
    """
    clause = clauses[number]
    rest = [i for i in clause.indexes if not tokens[i].is_sign]
    ends = all(tokens[i].is_sign for i in range(clause.end, len(tokens)))
    if not number or not clause.verb_first or clause.joined or not ends or clause.first in masked:
        return False
    if tokens[clause.first].tag != "VAFIN" or tokens[rest[-1]].tag != "VVPP" or tokens[clause.first - 1].word != ",":
        return False
    before = [c for c in clauses[:number] if c.finite is not None and not c.subordinate]
    if not before or before[-1].verb_first:
        return False
    inside = [i for i in rest[1:-1] if tokens[i].is_noun]
    return bool(inside) and all(any(name.span.holds(tokens[i].span) for name in names) for i in inside)


def _hit_by_frame(tokens: Sequence[Token], clause: Clause, number: int, words: Words) -> Iterator[CueHit]:
    """The full verb of such a clause: whatever it means otherwise, it tells here that somebody speaks."""
    full = (i for i in reversed(clause.indexes) if i != clause.finite and tokens[i].tag in ("VVPP", "VVINF"))
    at = next(full, clause.finite)
    if at is None or not tokens[at].tag.startswith("VV"):
        return
    particle = _particle(tokens, clause, at, words) if at == clause.finite else None
    indexes = {clause.first, at} | ({particle} if particle is not None else set())
    lemma = tokens[at].lemma.lower()
    if particle is not None:
        lemma = tokens[particle].word.lower() + lemma
    yield CueHit(at, clause.finite, Cue(lemma, Stance.ASSERTS), number, tuple(sorted(indexes)), False, by_frame=True)


def _hit(tokens: Sequence[Token], clause: Clause, number: int, index: int, words: Words) -> CueHit | None:
    token = tokens[index]
    particle = _particle(tokens, clause, index, words) if index == clause.finite else None
    lemma = token.lemma.lower()
    candidates = [tokens[particle].word.lower() + lemma] if particle is not None else []
    if token.tag == "VVIZU":
        candidates.append(lemma)
    candidates.append(lemma)
    for candidate in candidates:
        for cue in words.cues.verbs.get(candidate, ()):
            company = _company(tokens, clause, cue)
            if company is None:
                continue
            indexes = {index, *company}
            if particle is not None and candidate != lemma:
                indexes.add(particle)
            passive = _is_passive(tokens, clause, index, words)
            if clause.finite is not None and tokens[clause.finite].lemma in words.grammar.auxiliaries:
                indexes.add(clause.finite)
            return CueHit(index, clause.finite, cue, number, tuple(sorted(indexes)), passive)
    return None


def _particle(tokens: Sequence[Token], clause: Clause, index: int, words: Words) -> int | None:
    """The particle that a separable verb left at the end of its clause."""
    if clause.subordinate:
        return None
    for position in range(clause.end - 1, index, -1):
        if tokens[position].is_sign:
            continue
        is_particle = tokens[position].word.lower() in words.grammar.verb_particles
        return position if is_particle or tokens[position].tag == "PTKVZ" else None
    return None


def _company(tokens: Sequence[Token], clause: Clause, cue: Cue) -> tuple[int, ...] | None:
    """Where the words that belong to a phrasal cue stand in the clause, side by side; None if they do not."""
    wanted = cue.company
    for first in range(clause.first, clause.end - len(wanted) + 1):
        if all(tokens[first + place].word.lower() == word for place, word in enumerate(wanted)):
            return tuple(range(first, first + len(wanted)))
    return None


def _is_passive(tokens: Sequence[Token], clause: Clause, index: int, words: Words) -> bool:
    finite = clause.finite
    if tokens[index].tag != "VVPP" or finite is None or finite == index:
        return False
    lemmas = {tokens[i].lemma for i in clause.indexes if tokens[i].tag[:2] == "VA"}
    return not words.grammar.passive.isdisjoint(lemmas)
