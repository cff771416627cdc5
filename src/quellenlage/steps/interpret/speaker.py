"""Who is the subject of a cue verb, by position, case and what can speak.

No single sign is trusted: the phrase before a verb in second place, the first phrase behind it, and what the names in
the sentence say are asked in turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quellenlage.model.marks import SourceKind
from quellenlage.model.span import Span
from quellenlage.model.syntax import Relation
from quellenlage.steps.interpret.analysis import Analysis, CueHit, Words
from quellenlage.steps.interpret.clauses import Clause
from quellenlage.steps.interpret.phrases import Phrase
from quellenlage.syntax import parts_of_speech as pos
from quellenlage.syntax.answers import Basis
from quellenlage.syntax.roles import Roles


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks.

    Args:
        spans: the words; empty if nobody is named.
        nobody: whether the subject is impersonal ("es", "man").
        pronoun: whether a pronoun stands for the speaker.
        relays: words that name who passed it on.
    """

    spans: tuple[Span, ...]
    nobody: bool = False
    pronoun: bool = False
    relays: tuple[Span, ...] = ()


NOBODY = Speaker((), nobody=True)
UNKNOWN = Speaker(())


def speaker_of(analysis: Analysis, hit: CueHit, words: Words) -> Speaker:
    """The subject of a cue verb, or in the passive who is named with "von", "durch", "im Bericht …"."""
    if not words.forms.parted_by_signs:
        return _speaker_by_parse(analysis, hit, words)
    clause = analysis.clauses[hit.clause]
    if hit.cue.lemma in words.cues.impersonal_frames:
        return _framed_speaker(analysis, clause, words) or NOBODY
    if hit.passive and hit.cue.lemma not in words.cues.citing_verbs:
        return _passive_speaker(analysis, hit, words)
    found = _subject_speaker(analysis, clause, hit, words)
    if hit.cue.lemma in words.cues.learning_verbs:
        told = _told_from(analysis, clause, words)
        relays = tuple(_less(span, told, analysis) for span in found.spans)
        return Speaker(told, relays=relays) if told else found
    return found if found.spans or found.nobody else _beside(analysis, hit)


def _told_from(analysis: Analysis, clause: Clause, words: Words) -> tuple[Span, ...]:
    """From whom the subject has it: "von einem Insider", "aus Kreisen der Polizei"."""
    for phrase in analysis.phrases_in(clause):
        before = analysis.tokens[phrase.preposition].word.lower() if phrase.preposition is not None else ""
        if before in words.grammar.learned_from:
            return (analysis.span(phrase.first, phrase.end),)
        for at in range(phrase.core_end, phrase.end - 1):  # "erfuhr die Zeitung aus Kreisen": no attribute of the paper
            if analysis.tokens[at].word.lower() in words.grammar.learned_from:
                return (analysis.span(at + 1, phrase.end),)
    return ()


def _less(span: Span, told: tuple[Span, ...], analysis: Analysis) -> Span:
    """The span up to where those begin from whom it was learned."""
    cut = next((other.begin for other in told if span.begin < other.begin < span.end), None)
    if cut is None:
        return span
    kept = [token for token in analysis.tokens if span.holds(token.span) and token.span.end <= cut]
    return Span(span.begin, kept[-2].span.end) if len(kept) > 1 else span


def _beside(analysis: Analysis, hit: CueHit) -> Speaker:
    """Where no subject is found: the party named right before the verb, else the first one close behind it."""
    verb = hit.finite if hit.finite is not None else hit.at
    place = analysis.tokens[verb].span
    parties = [name for name in analysis.names if name.kind in _PARTIES]
    for name in parties:
        between = [t for t in analysis.tokens if name.span.end <= t.span.begin < place.begin]
        if name.span.end <= place.begin and all(t.is_sign for t in between) and len(between) <= 1:
            return Speaker((name.span,))
    clause = analysis.clauses[hit.clause]
    reach = analysis.tokens[min(clause.end, verb + _NEAR) - 1].span.end
    for name in parties:
        at = next((i for i, t in enumerate(analysis.tokens) if t.span.begin >= name.span.begin), None)
        if at is not None and place.end <= name.span.begin and name.span.end <= reach:
            before = next((i for i in range(at - 1, verb, -1) if analysis.tokens[i].tag != "ART"), verb)
            if analysis.tokens[before].tag not in ("APPR", "APPRART"):
                return Speaker((name.span,))
    return UNKNOWN


_PARTIES = frozenset({SourceKind.PERSON, SourceKind.BODY, SourceKind.AGENCY, SourceKind.OUTLET})


def _subject_speaker(analysis: Analysis, clause: Clause, hit: CueHit, words: Words) -> Speaker:
    if clause.subordinate and clause.opener in words.grammar.relative_pronouns:
        return _antecedent(analysis, clause, words)
    if hit.clause and _is_elliptic(clause, words):
        return _shared_subject(analysis, hit, words)
    across = _across_apposition(analysis, hit) if clause.verb_first and hit.clause else UNKNOWN
    if across.spans:
        return across
    phrase = _parsed_subject(analysis, hit) or _subject_phrase(analysis, clause, hit, words)
    if phrase is not None:
        return _as_speaker(analysis, _without_company(phrase, hit), words)
    if hit.clause and (clause.joined or clause.opener in words.grammar.joins):
        return _shared_subject(analysis, hit, words)
    if clause.verb_first or hit.finite is None or not list(analysis.phrases_in(clause)):
        return _across_apposition(analysis, hit)
    return UNKNOWN


def _is_elliptic(clause: Clause, words: Words) -> bool:
    """Whether the clause goes on with the subject of the one before ("…, und forderten die Regierung auf, …")."""
    if clause.joined:
        return clause.verb_first
    return clause.opener in words.grammar.joins and clause.finite == clause.first + 1


def _framed_speaker(analysis: Analysis, clause: Clause, words: Words) -> Speaker | None:
    """In whose paper or from where it comes: "in einem Bericht des Amtes heißt es", "aus Kreisen verlautete"."""
    for phrase in analysis.phrases_in(clause):
        if phrase.preposition is None or phrase.first in analysis.masked:
            continue
        if analysis.tokens[phrase.preposition].word.lower() in words.grammar.hearing_prepositions:
            return Speaker((analysis.span(phrase.first, phrase.end),))
    return None


def _parsed_subject(analysis: Analysis, hit: CueHit) -> Phrase | None:
    """The phrase whose head the parse makes the subject, where the forms and the clause allow it."""
    subject = analysis.roles.subject_of(hit.at) if analysis.roles is not None else None
    if subject is None or subject.by not in _TRUSTED:
        return None
    clause = analysis.clauses[hit.clause]
    if clause.verb_first and hit.clause and not clause.first < subject.at < clause.end:
        return None  # behind what is said the subject follows its verb ("…, argumentierte der Ankläger")
    held = (p for p in analysis.phrases if p.first <= subject.at < p.end and p.preposition is None)
    return next((p for p in held if p.nominative and p.first not in analysis.masked), None)


# How a subject must have been found to go before what the order of words says.
_TRUSTED = frozenset({Basis.PARSE})


def _subject_phrase(analysis: Analysis, clause: Clause, hit: CueHit, words: Words) -> Phrase | None:
    candidates = [p for p in analysis.phrases_in(clause) if p.nominative and p.first not in analysis.masked]
    verb = hit.finite if hit.finite is not None else hit.at
    if not candidates:
        return _strange_name(analysis, clause, verb)
    if clause.subordinate:
        return _preferred(analysis, candidates)
    before = [p for p in candidates if p.end <= verb]
    if before and _stands_before(analysis, before[-1], verb, words):
        return before[-1]
    behind = [p for p in candidates if p.first > verb]
    if behind:
        near = [p for p in behind if p.first - verb <= _NEAR]
        return _preferred(analysis, near or behind[:1])
    return before[-1] if before else None


def _strange_name(analysis: Analysis, clause: Clause, verb: int) -> Phrase | None:
    """What opens the clause right before the verb is its subject, though its words look like another case.

    A strange name is tagged as an adjective and a noun ("Hooven Additive räumt ein").
    """
    phrases = (p for p in analysis.phrases_in(clause) if p.first == clause.first and p.end == verb)
    found = next((p for p in phrases if p.preposition is None and p.first not in analysis.masked), None)
    return found if found is not None and not clause.subordinate and found.head - found.first == 1 else None


# A subject behind its verb stands within this many tokens ("sagte am Freitag in Berlin der Minister").
_NEAR = 9


def _preferred(analysis: Analysis, candidates: Sequence[Phrase]) -> Phrase:
    """The first phrase that can speak, pronoun or name; else simply the first."""
    for phrase in candidates:
        if phrase.pronoun or analysis.name_in(analysis.span(phrase.first, phrase.core_end)) is not None:
            return phrase
    return candidates[0]


def _stands_before(analysis: Analysis, phrase: Phrase, verb: int, words: Words) -> bool:
    """Whether nothing but particles stands between the phrase and the verb."""
    return all(analysis.tokens[i].word.lower() in words.grammar.between for i in range(phrase.end, verb))


def _without_company(phrase: Phrase, hit: CueHit) -> Phrase:
    """The phrase up to a word that belongs to the verb ("die Führung [sprach] von Soldaten")."""
    inside = [index for index in hit.indexes if phrase.first < index < phrase.end]
    return replace(phrase, end=inside[0], core_end=min(phrase.core_end, inside[0])) if inside else phrase


def _as_speaker(analysis: Analysis, phrase: Phrase, words: Words) -> Speaker:
    word = analysis.tokens[phrase.first].word.lower()
    if phrase.pronoun and word in words.grammar.impersonal_pronouns:
        return NOBODY
    span = analysis.span(phrase.first, phrase.end)
    if is_mute(analysis, phrase, words):
        return UNKNOWN
    return Speaker((span,), pronoun=phrase.pronoun)


def is_mute(analysis: Analysis, phrase: Phrase, words: Words) -> bool:
    """Whether the phrase can hardly speak: no name or body in it, and its noun is of a thing ("die Kosten")."""
    if phrase.pronoun or analysis.name_in(analysis.span(phrase.first, phrase.core_end)) is not None:
        return False
    head, grammar = analysis.tokens[phrase.core_end - 1], words.grammar
    lemma = head.lemma.lower()
    bodies = (*grammar.body_nouns, *grammar.own_bodies, *grammar.organs)  # "die Leitstelle", "die Versicherung"
    return head.is_noun and lemma.endswith(grammar.mute_ends) and not lemma.endswith(bodies)


def _passive_speaker(analysis: Analysis, hit: CueHit, words: Words) -> Speaker:
    """Who is named as agent, or whose report it stands in; else nobody."""
    clause = analysis.clauses[hit.clause]
    for wanted in (words.grammar.agent_prepositions, words.grammar.location_prepositions):
        for phrase in analysis.phrases_in(clause):
            if phrase.preposition is None:
                continue
            word = analysis.tokens[phrase.preposition].word.lower()
            span = analysis.span(phrase.first, phrase.end)
            name = analysis.name_in(span)
            if word in wanted and name is not None and name.kind is not SourceKind.COUNTRY:
                return Speaker((span,))
    return NOBODY


def _antecedent(analysis: Analysis, clause: Clause, words: Words) -> Speaker:
    """The phrase right before a relative clause, if its pronoun can be the subject of the clause."""
    inner = [p for p in analysis.phrases_in(clause) if p.nominative and p.first > clause.first]
    named = [p for p in inner if analysis.name_in(analysis.span(p.first, p.end)) is not None]
    if named:
        return _as_speaker(analysis, named[0], words)
    before = [p for p in analysis.phrases if p.end <= clause.first]
    if not before or analysis.name_in(analysis.span(before[-1].first, before[-1].core_end)) is None:
        return UNKNOWN
    return Speaker((analysis.span(before[-1].first, before[-1].end),))


def _shared_subject(analysis: Analysis, hit: CueHit, words: Words) -> Speaker:
    """The subject of the main clause that the cue's clause is joined to; what lies between depends on that clause."""
    for number in range(hit.clause - 1, -1, -1):
        clause = analysis.clauses[number]
        if clause.finite is None or (clause.subordinate and not analysis.clauses[hit.clause].subordinate):
            continue
        earlier = [other for other in analysis.hits if other.clause == number]
        if earlier:
            return speaker_of(analysis, earlier[0], words)
        return _subject_of_clause(analysis, clause, words)
    return UNKNOWN


def _subject_of_clause(analysis: Analysis, clause: Clause, words: Words) -> Speaker:
    candidates = [p for p in analysis.phrases_in(clause) if p.nominative]
    return _as_speaker(analysis, _preferred(analysis, candidates), words) if candidates else UNKNOWN


def _across_apposition(analysis: Analysis, hit: CueHit) -> Speaker:
    """The verb stands first behind a comma: "Anna Adler, Chefin der Behörde, sagte" or "Adler, die …, sagte"."""
    for number in range(hit.clause - 1, -1, -1):
        clause = analysis.clauses[number]
        if clause.finite is not None and not clause.subordinate:
            break
        if clause.subordinate or clause.infinitive:
            continue
        candidates = [p for p in analysis.phrases_in(clause) if p.nominative and p.first not in analysis.masked]
        named = [p for p in candidates if analysis.name_in(analysis.span(p.first, p.end)) is not None]
        opens_sentence = number == 0 or analysis.clauses[number - 1].finite is not None
        if named and (opens_sentence or number == 0):
            first = named[0]
            end = first.end if number == hit.clause - 1 else _apposition_end(analysis, first, number, hit.clause)
            return Speaker((analysis.span(first.first, end),))
    return UNKNOWN


def _apposition_end(analysis: Analysis, phrase: Phrase, number: int, hit_clause: int) -> int:
    """The apposition belongs to the speaker unless it is a clause with a verb of its own."""
    following = analysis.clauses[number + 1]
    if number + 1 < hit_clause and following.finite is None and not following.infinitive:
        return following.end
    return phrase.end


# --- where only the parse parts the clauses -------------------------------------------------------------------------


def _speaker_by_parse(analysis: Analysis, hit: CueHit, words: Words) -> Speaker:
    """The subject of a cue verb, in the passive its agent; of a relative pronoun the noun it stands for."""
    roles = analysis.roles
    if roles is None:
        return UNKNOWN
    if roles.is_passive(hit.at):
        agent = roles.agent_of(hit.at)
        return NOBODY if agent is None else Speaker((_phrase(analysis, agent.at),))
    subject = roles.subject_of(hit.at)
    if subject is None:
        return UNKNOWN
    token = analysis.tokens[subject.at]
    if pos.is_relative(token) or (pos.is_interrogative(token) and _relates(analysis, hit)):
        noun = roles.tree.head_of(roles.full_verb(hit.at))
        return UNKNOWN if noun is None else Speaker((_phrase(analysis, noun),))
    if pos.is_pronoun(token):
        if token.word.lower() in words.grammar.impersonal_pronouns:
            return NOBODY
        return Speaker((token.span,), pronoun=True)
    return Speaker((_phrase(analysis, subject.at),))


def _relates(analysis: Analysis, hit: CueHit) -> bool:
    roles = analysis.roles
    return roles is not None and analysis.tokens[roles.full_verb(hit.at)].relation is Relation.RELATIVE_CLAUSE


def _phrase(analysis: Analysis, head: int) -> Span:
    if analysis.roles is None:
        return analysis.tokens[head].span
    return analysis.span(*with_apposition(analysis.roles, head))


def with_apposition(roles: Roles, head: int) -> tuple[int, int]:
    """The noun phrase, and a name right behind its comma ("the operator, Elmwasser AG")."""
    begin, end = roles.phrase_of(head)
    while end < len(roles.tokens) and pos.is_name(roles.tokens[end]) and roles.tokens[end - 1].is_noun:
        end += 1  # "spokesman John Miller" where the tree hangs the name elsewhere
    for at in roles.tree.dependents_of(head, Relation.APPOSITION):
        first, last = roles.phrase_of(at)
        if first in (end, end + 1) and pos.is_name(roles.tokens[at]):
            end = last
    return begin, end
