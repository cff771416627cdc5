"""Statements where only the parse parts the clauses: speaker and content are asked of the roles of a cue verb."""

from __future__ import annotations

from collections.abc import Iterator

from quellenlage.languages.cues import Use
from quellenlage.model.span import Span
from quellenlage.model.statement import Form, Stance
from quellenlage.model.syntax import Relation
from quellenlage.steps.interpret.adverbial import rest_of_sentence
from quellenlage.steps.interpret.analysis import Analysis, CueHit, Words
from quellenlage.steps.interpret.speaker import NOBODY, UNKNOWN, Speaker
from quellenlage.steps.interpret.utterance import Utterance
from quellenlage.syntax import parts_of_speech as pos
from quellenlage.syntax.answers import Clause
from quellenlage.syntax.roles import Roles


def governed_utterances(analysis: Analysis, words: Words, text: str) -> Iterator[Utterance]:
    """The clause under a cue verb is what its subject says; else what the verb does to its object is only reported."""
    roles = analysis.roles
    if roles is None:
        return
    hits = [(hit, roles.content_clause_of(hit.at)) for hit in analysis.hits if hit.at not in analysis.masked]
    # what stands inside another one's words is said by that one, so the longest clause goes first
    for hit, clause in sorted(hits, key=lambda pair: -_length(pair[1])):
        speaker = governed_speaker(analysis, hit, words)
        if clause is not None:
            bare = pos.is_participle(analysis.tokens[hit.at]) and roles.tree.finite_of(hit.at) is None
            asked = pos.is_infinitive_marker(analysis.tokens[clause.begin])
            if asked and (speaker.nobody or bare):
                continue  # somebody was told to do something, on nobody's word
            quote = tuple(analysis.span(begin, end) for begin, end in clause.parts)
            if quote and not all(begin in analysis.masked for begin, _ in clause.parts):
                yield _utterance(analysis, hit, speaker, quote, Form.INDIRECT, "cue_clause")
        elif aside := _around(analysis, roles, hit, text):
            yield _utterance(analysis, hit, speaker, aside, Form.INDIRECT, "cue_clause")
        elif hit.cue.use is Use.OBJECT and (speaker.spans or speaker.nobody):
            own = roles.clause_of(hit.at)
            if own is not None and own.parts:
                quote = tuple(analysis.span(begin, end) for begin, end in own.parts)
                yield _utterance(analysis, hit, speaker, quote, Form.REPORTED, "cue_object")


def _around(analysis: Analysis, roles: Roles, hit: CueHit, text: str) -> tuple[Span, ...]:
    """What stands around a frame put into it or behind it ("The dam held, the ministry said")."""
    full = roles.full_verb(hit.at)
    own = roles.clause_of(hit.at)
    if analysis.tokens[full].relation is not Relation.PARATAXIS or own is None:
        return ()
    pieces = rest_of_sentence(analysis, own.begin, own.end, text)
    return tuple(piece for piece in pieces if piece.end <= analysis.tokens[own.begin].span.begin) or pieces


def _length(clause: Clause | None) -> int:
    return 0 if clause is None else sum(end - begin for begin, end in clause.parts)


def governed_speaker(analysis: Analysis, hit: CueHit, words: Words) -> Speaker:
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
    return analysis.span(*_with_apposition(analysis.roles, head))


def _with_apposition(roles: Roles, head: int) -> tuple[int, int]:
    """The noun phrase, and a name right behind its comma ("the operator, Elmwasser AG")."""
    begin, end = roles.phrase_of(head)
    for at in roles.tree.dependents_of(head, Relation.APPOSITION):
        first, last = roles.phrase_of(at)
        if first in (end, end + 1) and pos.is_name(roles.tokens[at]):
            end = last
    return begin, end


def according_utterances(analysis: Analysis, words: Words, text: str) -> Iterator[Utterance]:
    """With "according to X" the rest of the sentence is what is said."""
    roles = analysis.roles
    if roles is None:
        return
    for place, token in enumerate(analysis.tokens):
        noun = roles.tree.head_of(place) if token.word in words.cues.prepositions else None
        if noun is None or place in analysis.masked or noun < place:
            continue
        begin, end = _with_apposition(roles, noun)
        while begin <= place or (begin < noun and analysis.tokens[begin].relation is Relation.PREPOSITION):
            begin += 1
        quote = rest_of_sentence(analysis, place, end, text)
        if quote and begin < end:
            yield Utterance(
                quote=quote,
                speaker=(analysis.span(begin, end),),
                cue=(token.span,),
                form=Form.INDIRECT,
                stance=Stance.ASSERTS,
                rule="attributing_phrase",
                sentence=analysis.number,
            )


def _utterance(
    analysis: Analysis, hit: CueHit, speaker: Speaker, quote: tuple[Span, ...], form: Form, rule: str
) -> Utterance:
    return Utterance(
        quote=quote,
        speaker=speaker.spans,
        cue=tuple(analysis.tokens[i].span for i in hit.indexes),
        form=form,
        stance=hit.cue.stance,
        rule=rule,
        sentence=analysis.number,
        cue_hedges=hit.cue.hedges,
        relays=speaker.relays,
        nobody=speaker.nobody,
    )
