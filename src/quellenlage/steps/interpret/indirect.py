"""Indirect and reported speech that a cue verb or cue noun governs.

The clause behind the cue holds what is said if a conjunction opens it, if it is an infinitive, or if its verb stands in
the Konjunktiv; else the clause before the cue ("…, sagte X"); else, for verbs that need no clause ("warnte vor …"), the
cue's own clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quellenlage.languages.cues import Cue, Use
from quellenlage.model.marks import SourceKind
from quellenlage.model.span import Span
from quellenlage.model.statement import Form, Stance
from quellenlage.steps.interpret.analysis import Analysis, CueHit, Words
from quellenlage.steps.interpret.clauses import Clause
from quellenlage.steps.interpret.phrases import Phrase
from quellenlage.steps.interpret.speaker import Speaker, speaker_of
from quellenlage.steps.interpret.utterance import Utterance, told

FRAMED = "fronted_clause"  # rule of what stands before its cue ("…, sagte X")
FIGURED = "cue_figure"  # rule of verbs that tell something only where they come with a figure ("kommt auf 14 Sitze")
ONLY_SPEAKS = "only_speaks"  # rule of utterances that only tell who goes on speaking
_PASSED_ON = frozenset({SourceKind.AGENCY, SourceKind.OUTLET})


def cue_utterances(analysis: Analysis, words: Words, used: frozenset[Span]) -> Iterator[Utterance]:
    """Statements that the cue verbs of one sentence govern.

    Args:
        used: spans of cue words that direct speech has taken already.
    """
    # the frame behind a clause in the Konjunktiv first: cues in that clause are part of what is said
    for hit in sorted(analysis.hits, key=lambda hit: not _follows_konjunktiv(analysis, hit)):
        if hit.at in analysis.masked:
            continue
        clause = analysis.clauses[hit.clause]
        if analysis.tokens[hit.at].span in used:
            # a quotation behind the cue took it, but what stands before it is said as well ("Es sei so, sagte X: „…“")
            spoken = _fronted(analysis, hit, words) if _follows_konjunktiv(analysis, hit) else None
            if spoken is not None:
                yield spoken
            continue
        if clause.opener in words.cues.how and clause.subordinate:
            continue
        if _is_hearsay(analysis, hit, words) or contesting_hit(analysis, hit.clause - 1, words) is hit:
            continue
        if _follows_konjunktiv(analysis, hit):
            found = _fronted(analysis, hit, words)
            yield from () if found is None else (found, *_going_on(analysis, hit, found, words))
            if found is not None:
                continue
        governed = _governed(analysis, hit, words) if _is_last_of_clause(analysis, hit) else None
        found = governed or _fronted(analysis, hit, words) or _object(analysis, hit, words)
        if found is not None:
            yield found


def _follows_konjunktiv(analysis: Analysis, hit: CueHit) -> bool:
    """Whether the cue stands, verb first, behind a clause in the Konjunktiv: that is what is said, not what follows."""
    clause = analysis.clauses[hit.clause]
    if not hit.clause or not clause.verb_first or clause.joined:
        return False
    main = [c for c in analysis.clauses[: hit.clause] if c.finite is not None and not c.subordinate]
    return bool(main) and _is_subjunctive(analysis, main[-1])


def _going_on(analysis: Analysis, hit: CueHit, said: Utterance, words: Words) -> Iterator[Utterance]:
    """What goes on in the Konjunktiv behind a semicolon is said too, in a sentence of its own."""
    start = next((n for n in range(hit.clause + 1, len(analysis.clauses)) if _opens(analysis, n)), None)
    if start is None or not said.speaker or any(h.clause >= start for h in analysis.hits):
        return
    main = next((c for c in analysis.clauses[start:] if c.finite is not None and not c.subordinate), None)
    if main is None or not _is_subjunctive(analysis, main) or main.first in analysis.masked:
        return
    quote = (_clause_span(analysis, start, _content_end(analysis, start, words)),)
    yield replace(said, quote=quote, cue=(), form=Form.FREE_INDIRECT, rule="goes_on", carried=True)


def _opens(analysis: Analysis, number: int) -> bool:
    """Whether a semicolon parts the clause from what stands before."""
    first = analysis.clauses[number].first
    return first > 0 and analysis.tokens[first - 1].word == ";"


def _is_last_of_clause(analysis: Analysis, hit: CueHit) -> bool:
    """Whether no other cue of its clause stands nearer to what follows ("hat gewarnt und erklärt, dass …")."""
    return not any(other.clause == hit.clause and other.at > hit.at for other in analysis.hits)


def _is_hearsay(analysis: Analysis, hit: CueHit, words: Words) -> bool:
    """Whether others say that somebody decided or said something ("soll sich entschieden haben")."""
    finite = hit.finite
    if finite is None or finite == hit.at:
        return False
    return analysis.tokens[finite].word.lower() in words.hedges.hearsay and analysis.tokens[hit.at].tag == "VVPP"


def how_utterances(analysis: Analysis, words: Words) -> Iterator[Utterance]:
    """Phrases such as "…, wie X mitteilte (und Y berichtet)": the rest of the sentence is what is said."""
    for number, clause in enumerate(analysis.clauses):
        if clause.opener not in words.cues.how or not clause.subordinate:
            continue
        group = [number]
        while group[-1] + 1 < len(analysis.clauses) and analysis.clauses[group[-1] + 1].joined:
            group.append(group[-1] + 1)
        hits = [hit for hit in analysis.hits if hit.clause in group]
        quote = _around(analysis, group[0], group[-1])
        if hits and quote:
            yield _told_by(analysis, hits, quote, words)


def _told_by(analysis: Analysis, hits: list[CueHit], quote: tuple[Span, ...], words: Words) -> Utterance:
    """One statement with several tellers: who is no agency or outlet is the speaker, the others passed it on."""
    tellers = [(hit, speaker_of(analysis, hit, words)) for hit in hits]
    own_word = [pair for pair in tellers if not _passes_on(analysis, pair[1])]
    hit, speaker = (own_word or tellers)[0]
    relays = tuple(span for other, told in tellers if other is not hit for span in told.spans if told != speaker)
    utterance = told(analysis, hit, speaker, quote, Form.INDIRECT, "how_clause")
    return replace(utterance, relays=relays + utterance.relays)


def _passes_on(analysis: Analysis, speaker: Speaker) -> bool:
    name = analysis.name_in(speaker.spans[0]) if speaker.spans else None
    return name is not None and name.kind in _PASSED_ON


def _around(analysis: Analysis, first: int, last: int) -> tuple[Span, ...]:
    """What stands before clause `first` and behind clause `last`."""
    pieces = []
    if first > 0:
        pieces.append(_clause_span(analysis, 0, first - 1))
    if last + 1 < len(analysis.clauses):
        pieces.append(_clause_span(analysis, last + 1, len(analysis.clauses) - 1))
    return tuple(pieces)


def _clause_span(analysis: Analysis, first: int, last: int) -> Span:
    return analysis.span(analysis.clauses[first].first, analysis.clauses[last].end)


def _governed(analysis: Analysis, hit: CueHit, words: Words) -> Utterance | None:
    """The clause behind the cue holds what is said."""
    start = _content_start(analysis, hit, words)
    if start is None:
        return None
    last = _content_end(analysis, start, words)
    speaker = speaker_of(analysis, hit, words)
    impersonal = speaker.nobody and (
        hit.passive or hit.cue.lemma in words.cues.impersonal_verbs | words.cues.impersonal_frames
    )
    if _tells_a_request(hit, speaker) or hit.by_frame or not (speaker.spans or impersonal):
        return None
    return told(analysis, hit, speaker, (_clause_span(analysis, start, last),), Form.INDIRECT, "cue_clause")


def _tells_a_request(hit: CueHit, speaker: Speaker) -> bool:
    """Whether it is only told that somebody was asked to do something, on nobody's word."""
    return hit.passive and not speaker.spans and hit.cue.stance is Stance.DEMANDS


def _content_start(analysis: Analysis, hit: CueHit, words: Words) -> int | None:
    """Number of the first clause behind the cue's that holds what is said; relative clauses are stepped over."""
    for number in range(hit.clause + 1, len(analysis.clauses)):
        clause = analysis.clauses[number]
        if clause.first in analysis.masked:
            return None
        if _is_content(analysis, clause, hit, words):
            return _with_enumeration(analysis, hit, number) if clause.infinitive else number
        is_aside = clause.subordinate or clause.finite is None
        if not is_aside or number - hit.clause > _MOST_ASIDES:
            return None
    return None


def _with_enumeration(analysis: Analysis, hit: CueHit, number: int) -> int:
    """An enumeration before the infinitive belongs to it ("…, Hüte, Schuhe und Mäntel auszufüllen")."""
    while number - 1 > hit.clause and analysis.clauses[number - 1].finite is None:
        if analysis.clauses[number - 1].subordinate or analysis.clauses[number - 1].infinitive:
            break
        number -= 1
    return number


_MOST_ASIDES = 2  # clauses that may stand between a cue and what it governs


def _is_content(analysis: Analysis, clause: Clause, hit: CueHit, words: Words) -> bool:
    if clause.opener in words.cues.complementizers and clause.subordinate:
        told = clause.opener in words.cues.how and any(
            h.clause == analysis.clauses.index(clause) for h in analysis.hits
        )
        # "wissen, was …", "zeigte, wo …" tell no more than that it is known, unless it is told in the Konjunktiv
        asked = clause.opener in words.cues.questions and hit.cue.stance is Stance.ASSERTS
        return not told and (not asked or _is_subjunctive(analysis, clause))
    if clause.infinitive:
        return clause.opener not in words.grammar.infinitive_openers and hit.cue.use is not Use.WEAK
    if clause.subordinate or clause.finite is None or clause.joined:
        return False
    cue_clause = analysis.clauses[hit.clause]
    openers = [
        analysis.tokens[i].word.lower() for i in range(cue_clause.first, min(cue_clause.first + 2, cue_clause.end))
    ]
    if cue_clause.subordinate and not words.grammar.relative_pronouns.isdisjoint(openers):
        return False  # what goes on behind a relative clause is the sentence it stands in
    return analysis.tokens[clause.finite].subjunctive is not None


def _content_end(analysis: Analysis, start: int, words: Words) -> int:
    """Number of the last clause that still belongs to what is said."""
    reports = _is_subjunctive(analysis, analysis.clauses[start])
    last = start
    for number in range(start + 1, len(analysis.clauses)):
        clause = analysis.clauses[number]
        if _leaves(analysis, clause, number, words, reports=reports, main=not analysis.clauses[start].subordinate):
            break
        if contesting_hit(analysis, number, words) is not None:
            break
        reports = reports or _is_subjunctive(analysis, clause)
        last = number
    return last


def contesting_hit(analysis: Analysis, number: int, words: Words) -> CueHit | None:
    """The cue in a relative clause behind a noun for what was said ("…, eine Behauptung, die X zurückweist")."""
    if number < 0 or number + 1 >= len(analysis.clauses) or analysis.clauses[number].finite is not None:
        return None
    clause = analysis.clauses[number]
    following = analysis.clauses[number + 1]
    takes_up = any(analysis.tokens[i].lemma in words.cues.anaphora_nouns for i in clause.indexes)
    if not takes_up or following.opener not in words.grammar.relative_pronouns:
        return None
    return next((hit for hit in analysis.hits if hit.clause == number + 1), None)


def contested_utterances(analysis: Analysis, words: Words) -> Iterator[Utterance]:
    """Who confirms or rejects what the clauses before say, named in a relative clause behind "eine Behauptung"."""
    for number in range(1, len(analysis.clauses)):
        hit = contesting_hit(analysis, number, words)
        if hit is None:
            continue
        inner = [p for p in analysis.phrases_in(analysis.clauses[number + 1]) if p.nominative and not p.pronoun]
        if inner:
            speaker = Speaker((analysis.span(inner[0].first, inner[0].end),))
            quote = (_clause_span(analysis, number - 1, number - 1),)
            yield told(analysis, hit, speaker, quote, Form.REPORTED, "contested")


def _is_subjunctive(analysis: Analysis, clause: Clause) -> bool:
    return clause.finite is not None and analysis.tokens[clause.finite].subjunctive is not None


def _leaves(analysis: Analysis, clause: Clause, number: int, words: Words, *, reports: bool, main: bool) -> bool:
    """Whether the narrator speaks again in this clause."""
    if clause.first in analysis.masked:
        return False
    subjunctive = _is_subjunctive(analysis, clause)
    cued = any(hit.clause == number for hit in analysis.hits)
    if clause.subordinate:
        told = clause.opener in words.cues.how and cued
        return told or (clause.opener in words.cues.remarks and not subjunctive and (reports or cued))
    if clause.finite is None or subjunctive:
        return False
    if cued:
        return True
    return not clause.joined and (reports or not main)


def _fronted(analysis: Analysis, hit: CueHit, words: Words) -> Utterance | None:
    """Like "…, sagte X": the clauses before the cue hold what is said, and those behind it in the Konjunktiv."""
    clause = analysis.clauses[hit.clause]
    if hit.clause == 0 or not clause.verb_first or clause.joined:
        return None
    if any(analysis.clauses[number].opener in words.cues.how for number in (0, hit.clause - 1)):
        return None  # "Wie der Chef der Behörde, X, mitteilte, …"
    first = 0
    for number in range(hit.clause):
        cued = any(h.clause == number and h.at not in analysis.masked and not h.passive for h in analysis.hits)
        if cued and number + 1 < hit.clause and not _is_subjunctive(analysis, analysis.clauses[number]):
            first = number + 1
        if _opens(analysis, number):
            first = number
    if first >= hit.clause or analysis.clauses[first].first in analysis.masked:
        return None
    if not any(_can_be_said(analysis.clauses[n], words) for n in range(first, hit.clause)):
        return None
    quote = [_clause_span(analysis, first, hit.clause - 1)]
    behind = hit.clause + 1
    goes_on = behind < len(analysis.clauses) and _is_subjunctive(analysis, analysis.clauses[behind])
    if goes_on and not _opens(analysis, behind) and analysis.clauses[behind].first not in analysis.masked:
        quote.append(_clause_span(analysis, behind, _content_end(analysis, behind, words)))
    speaker = speaker_of(analysis, hit, words)
    impersonal = speaker.nobody and hit.cue.lemma in words.cues.impersonal_verbs | words.cues.impersonal_frames
    if not speaker.spans and not impersonal:
        return None
    return told(analysis, hit, speaker, tuple(quote), Form.INDIRECT, FRAMED)


def colon_utterances(analysis: Analysis, words: Words) -> Iterator[Utterance]:
    """Like "Kritik übte der Verband: Niemand habe gewarnt": what follows the colon in the Konjunktiv is said."""
    for number, clause in enumerate(analysis.clauses[1:], start=1):
        before = analysis.clauses[number - 1]
        opens = analysis.tokens[clause.first - 1].word == ":" and clause.first not in analysis.masked
        start = next((n for n in range(number, len(analysis.clauses)) if _is_main(analysis.clauses[n])), None)
        if not opens or start is None or not _is_subjunctive(analysis, analysis.clauses[start]):
            continue
        if before.finite is None or before.subordinate or any(hit.clause == number - 1 for hit in analysis.hits):
            continue
        phrase = next((p for p in analysis.phrases_in(before) if _may_speak(analysis, p, words)), None)
        if phrase is None:
            continue
        nouns = (words.cues.nouns.get(analysis.tokens[p.core_end - 1].lemma) for p in analysis.phrases_in(before))
        cue = next((noun for noun in nouns if noun is not None), None)
        yield Utterance(
            quote=(_clause_span(analysis, number, _content_end(analysis, start, words)),),
            speaker=(analysis.span(phrase.first, phrase.end),),
            cue=(),
            form=Form.INDIRECT,
            stance=cue.stance if cue is not None else Stance.ASSERTS,
            rule="after_colon",
            sentence=analysis.number,
        )


def _is_main(clause: Clause) -> bool:
    return clause.finite is not None and not clause.subordinate


def _may_speak(analysis: Analysis, phrase: Phrase, words: Words) -> bool:
    """Whether it is a subject that can speak: a name, a pronoun, or a noun for a person or a body."""
    if not phrase.nominative or phrase.first in analysis.masked:
        return False
    word = analysis.tokens[phrase.first].word.lower()
    if phrase.pronoun:
        return word not in words.grammar.impersonal_pronouns
    head = analysis.tokens[phrase.core_end - 1].lemma.lower()
    named = analysis.name_in(analysis.span(phrase.first, phrase.core_end)) is not None
    grammar = words.grammar
    speaks = head.endswith((*grammar.person_nouns, *grammar.persons, *grammar.body_nouns, *grammar.own_bodies))
    bodies = (*grammar.body_nouns, *grammar.own_bodies)
    mute = head.endswith((*grammar.mute_ends, *grammar.word_nouns)) and not head.endswith(bodies)
    return named or (speaks and not mute)


def _can_be_said(clause: Clause, words: Words) -> bool:
    """Whether a clause before a cue can hold what is said: a main clause, an infinitive, "dass …", no mere aside."""
    if clause.subordinate:
        return clause.opener in words.cues.complementizers and clause.opener not in _FREE_RELATIVES
    return clause.finite is not None or clause.infinitive


_FREE_RELATIVES = frozenset({"wer", "was"})  # "Wer Hilfe braucht, …" is a subject, not what is said


def _object(analysis: Analysis, hit: CueHit, words: Words) -> Utterance | None:
    """Phrases such as "X warnte vor …", "X wies … zurück": the cue's own clause is a reported statement."""
    if hit.cue.use not in (Use.OBJECT, Use.FIGURE) or hit.finite is None:
        return None
    clause = analysis.clauses[hit.clause]
    speaker = speaker_of(analysis, hit, words)
    if clause.infinitive or not speaker.spans or (hit.clause and clause.verb_first and not clause.joined):
        return None
    if hit.cue.use is Use.FIGURE and not any(analysis.tokens[i].tag == "CARD" for i in clause.indexes):
        return None
    if clause.subordinate and clause.opener not in words.grammar.relative_pronouns:
        return None
    if _takes_up(analysis, hit):  # "Dem widerspricht X.": nothing is said in these words, but X goes on speaking
        return told(analysis, hit, speaker, (_object_span(analysis, hit, words),), Form.REPORTED, ONLY_SPEAKS)
    quote = (_object_span(analysis, hit, words),)
    rule = "cue_object" if hit.cue.use is Use.OBJECT else FIGURED
    return told(analysis, hit, speaker, quote, Form.REPORTED, rule)


def _takes_up(analysis: Analysis, hit: CueHit) -> bool:
    """Whether all that the verb has for an object is a pronoun that takes up the sentence before."""
    clause = analysis.clauses[hit.clause]
    points = any(analysis.tokens[i].tag == "PDS" for i in clause.indexes)
    rest = {i for i in clause.indexes if analysis.tokens[i].is_noun}
    for phrase in analysis.phrases_in(clause):
        if phrase.nominative or phrase.preposition is not None:
            rest -= set(range(phrase.first, phrase.end))
    return points and not rest - set(hit.indexes)


def _object_span(analysis: Analysis, hit: CueHit, words: Words) -> Span:
    """The cue's clause with what goes on with it; up to the next cue where two share a clause ("hat gewarnt und …")."""
    clause = analysis.clauses[hit.clause]
    later = next((other.at for other in analysis.hits if other.clause == hit.clause and other.at > hit.at), None)
    if later is not None:
        joint = [i for i in range(hit.at + 1, later) if analysis.tokens[i].word.lower() in words.grammar.joins]
        if joint:
            return analysis.span(clause.first, joint[0])
    last = hit.clause
    while last + 1 < len(analysis.clauses) and _belongs(analysis.clauses[last + 1]):
        last += 1
    return _clause_span(analysis, hit.clause, last)


def _belongs(clause: Clause) -> bool:
    """Whether a clause only goes on with the one before: relative clause, infinitive or a piece without a verb."""
    return clause.subordinate or clause.infinitive or clause.finite is None


def noun_utterances(analysis: Analysis, words: Words) -> Iterator[Utterance]:
    """Like "Berichte des X, wonach …", "die Forderung von X, … zu …": a noun holds what the next clause says."""
    for phrase in analysis.phrases:
        cue = words.cues.nouns.get(analysis.tokens[phrase.core_end - 1].lemma)
        if cue is None or phrase.first in analysis.masked:
            continue
        number = analysis.clause_of(phrase.head)
        content = _noun_content(analysis, phrase, number, words)
        if content is not None:
            yield _of_noun(analysis, phrase, cue, content, words)


def _noun_content(analysis: Analysis, phrase: Phrase, number: int | None, words: Words) -> int | None:
    if number is None or number + 1 >= len(analysis.clauses):
        return None
    following = number + 1
    if phrase.end < analysis.clauses[number].end and analysis.tokens[phrase.end].word != ")":
        return None
    while following < len(analysis.clauses) and _is_acronym(analysis, analysis.clauses[following]):
        following += 1
    if following >= len(analysis.clauses):
        return None
    clause = analysis.clauses[following]
    governed = (clause.subordinate and clause.opener in words.cues.complementizers) or clause.infinitive
    return following if governed and clause.opener not in words.grammar.infinitive_openers else None


def _is_acronym(analysis: Analysis, clause: Clause) -> bool:
    return clause.end - clause.first == 1 and analysis.tokens[clause.first].word.isupper()


def _of_noun(analysis: Analysis, phrase: Phrase, cue: Cue, content: int, words: Words) -> Utterance:
    last = _content_end(analysis, content, words)
    owner = analysis.span(phrase.core_end, phrase.end) if phrase.end > phrase.core_end else None
    name = analysis.name_in(owner) if owner is not None else None
    if name is None and phrase.first < phrase.head:
        name = analysis.name_in(analysis.span(phrase.first, phrase.head))
    speaker = () if name is None else ((owner,) if owner is not None and owner.touches(name.span) else (name.span,))
    return Utterance(
        quote=(_clause_span(analysis, content, last),),
        speaker=speaker,
        cue=(analysis.span(phrase.first, phrase.core_end),),
        form=Form.INDIRECT,
        stance=cue.stance,
        rule="cue_noun",
        sentence=analysis.number,
        cue_hedges=cue.hedges,
    )
