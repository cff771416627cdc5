"""Statements where only the parse parts the clauses: speaker and content are asked of the roles of a cue verb."""

from __future__ import annotations

from collections.abc import Iterator

from quellenlage.languages.cues import Use
from quellenlage.model.statement import Form
from quellenlage.model.syntax import Relation
from quellenlage.steps.interpret.adverbial import attributed, rest_of_sentence
from quellenlage.steps.interpret.analysis import Analysis, Words
from quellenlage.steps.interpret.speaker import speaker_of, with_apposition
from quellenlage.steps.interpret.utterance import Utterance, told
from quellenlage.syntax import parts_of_speech as pos
from quellenlage.syntax.answers import Clause


def governed_utterances(analysis: Analysis, words: Words) -> Iterator[Utterance]:
    """The clause under a cue verb is what its subject says; else what the verb does to its object is only reported."""
    roles = analysis.roles
    if roles is None:
        return
    hits = [(hit, roles.content_clause_of(hit.at)) for hit in analysis.hits if hit.at not in analysis.masked]
    # what stands inside another one's words is said by that one, so the longest clause goes first
    for hit, clause in sorted(hits, key=lambda pair: -_length(pair[1])):
        speaker = speaker_of(analysis, hit, words)
        if clause is not None:
            bare = pos.is_participle(analysis.tokens[hit.at]) and roles.tree.finite_of(hit.at) is None
            asked = pos.is_infinitive_marker(analysis.tokens[clause.begin])
            if asked and (speaker.nobody or bare):
                continue  # somebody was told to do something, on nobody's word
            quote = tuple(analysis.span(begin, end) for begin, end in clause.parts)
            if quote and not all(begin in analysis.masked for begin, _ in clause.parts):
                yield told(analysis, hit, speaker, quote, Form.INDIRECT, "cue_clause")
        elif hit.cue.use is Use.OBJECT and (speaker.spans or speaker.nobody):
            own = roles.clause_of(hit.at)
            if own is not None and own.parts:
                quote = tuple(analysis.span(begin, end) for begin, end in own.parts)
                yield told(analysis, hit, speaker, quote, Form.REPORTED, "cue_object")


def _length(clause: Clause | None) -> int:
    return 0 if clause is None else sum(end - begin for begin, end in clause.parts)


def according_utterances(analysis: Analysis, words: Words, text: str) -> Iterator[Utterance]:
    """With "according to X" the rest of the sentence is what is said."""
    roles = analysis.roles
    if roles is None:
        return
    for place, token in enumerate(analysis.tokens):
        noun = roles.tree.head_of(place) if token.word in words.cues.prepositions else None
        if noun is None or place in analysis.masked or noun < place:
            continue
        begin, end = with_apposition(roles, noun)
        while begin <= place or (begin < noun and analysis.tokens[begin].relation is Relation.PREPOSITION):
            begin += 1
        quote = rest_of_sentence(analysis, place, end, text)
        if quote and begin < end:
            yield attributed(analysis, quote, analysis.span(begin, end), place, (), "attributing_phrase")
