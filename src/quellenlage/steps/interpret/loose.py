"""Statements without a cue of their own: carried on, hearsay, taken up again, shown, the outlet's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quellenlage.model.marks import EvidenceMark, Figure
from quellenlage.model.span import Span
from quellenlage.model.statement import Form, Stance
from quellenlage.steps.interpret.analysis import Analysis, CueHit, Words
from quellenlage.steps.interpret.clauses import Clause
from quellenlage.steps.interpret.speaker import speaker_of
from quellenlage.steps.interpret.utterance import Utterance

_REACH = 2  # sentences back in which a carried speaker must have spoken


def carried_utterance(analysis: Analysis, previous: Utterance | None, words: Words, *, named: bool) -> Utterance | None:
    """A main clause in the Konjunktiv without a cue goes on with the speaker of the statement before.

    Args:
        named: whether the speaker of the statement before has a name.
    """
    if previous is None or not previous.speaker or analysis.number - previous.sentence > _REACH:
        return None
    main = [
        c for c in analysis.clauses if c.finite is not None and not c.subordinate and c.finite not in analysis.masked
    ]
    if len(main) > 1 and main[0].first == 0 and main[0].verb_first:
        main = main[1:]  # "Sollte das nicht gelingen, werde man …": the condition tells nothing
    reporting = [c for c in main if c.finite is not None and _reports(analysis, c.finite, words)]
    if not main or not reporting or main[0] is not reporting[0]:
        return None
    told = [c for c in reporting if _is_subjunctive(analysis, c) or _tells(analysis, c.end, c.finite or 0)]
    if not told or (not named and not any(_is_subjunctive(analysis, clause) for clause in told)):
        return None  # "soll" behind unnamed sources is as open as they are; with a plain infinitive it is a plan
    return Utterance(
        quote=(_without_end(analysis),),
        speaker=previous.speaker,
        cue=(),
        form=Form.FREE_INDIRECT,
        stance=Stance.ASSERTS,
        rule="carried_subjunctive",
        sentence=analysis.number,
        relays=previous.relays,
        bases=previous.bases,
        carried=True,
    )


def _is_subjunctive(analysis: Analysis, clause: Clause) -> bool:
    return clause.finite is not None and analysis.tokens[clause.finite].subjunctive is not None


def _reports(analysis: Analysis, finite: int, words: Words) -> bool:
    """Whether a verb reports: a subjunctive, or "soll"; forms that rather hedge ("könnte") or wish do not."""
    token = analysis.tokens[finite]
    word = token.word.lower()
    return (token.subjunctive and word not in words.hedges.modals) or word in words.hedges.hearsay


def hearsay_utterance(analysis: Analysis, words: Words) -> Utterance | None:
    """Phrases such as "X soll … haben": somebody says so, but the text does not say who."""
    for clause in analysis.clauses:
        finite = clause.finite
        if clause.subordinate:
            continue
        finite = next((i for i in clause.indexes if _is_hearsay(analysis, i, words)), finite)
        if finite is None or not _is_hearsay(analysis, finite, words) or not _tells(analysis, clause.end, finite):
            continue
        return Utterance(
            quote=(_without_end(analysis),),
            speaker=(),
            cue=(analysis.tokens[finite].span,),
            form=Form.OWN,
            stance=Stance.ASSERTS,
            rule="hearsay",
            sentence=analysis.number,
            cue_hedges=True,
        )
    return None


def _is_hearsay(analysis: Analysis, at: int, words: Words) -> bool:
    return at not in analysis.masked and analysis.tokens[at].word.lower() in words.hedges.hearsay


def _tells(analysis: Analysis, end: int, finite: int) -> bool:
    """Whether the modal tells what others say ("soll geliefert haben", "sollen stationiert sein"), no plan or duty."""
    return _has_perfect(analysis, end, finite) or analysis.tokens[end - 1].lemma == "sein"


def _has_perfect(analysis: Analysis, end: int, finite: int) -> bool:
    """Whether a participle with an auxiliary in the infinitive closes the clause ("geliefert haben")."""
    tags = [token.tag for token in analysis.tokens[finite + 1 : end]]
    return "VVPP" in tags and (tags[-1] in ("VAINF", "VAFIN", "VVPP") or "VAINF" in tags)


def taken_up_utterance(analysis: Analysis, before: Analysis | None, words: Words) -> Utterance | None:
    """Phrases such as "Diese Informationen wurden von X bestätigt": the sentence before is what is said."""
    if before is None or before.sentence.paragraph != analysis.sentence.paragraph:
        return None
    for hit in analysis.hits:
        if not (_takes_up(analysis, hit, words) if hit.passive else _says_that(analysis, hit)):
            continue
        speaker = speaker_of(analysis, hit, words)
        if speaker.spans:
            return Utterance(
                quote=(_without_end(before),),
                speaker=speaker.spans,
                cue=tuple(analysis.tokens[i].span for i in hit.indexes),
                form=Form.REPORTED if hit.passive else Form.INDIRECT,
                stance=hit.cue.stance,
                rule="taken_up",
                sentence=analysis.number,
            )
    return None


def _says_that(analysis: Analysis, hit: CueHit) -> bool:
    """Whether the sentence only says who said the one before: "Das berichten Ermittler dem Blatt."."""
    clause = analysis.clauses[hit.clause]
    if (
        hit.clause
        or analysis.tokens[clause.first].word.lower() not in ("das", "dies")
        or hit.finite != clause.first + 1
    ):
        return False
    tails = [c for c in analysis.clauses[1:] if c.finite is not None and not c.subordinate]
    return not tails and analysis.tokens[clause.first].tag in ("PDS", "ART")


def _takes_up(analysis: Analysis, hit: CueHit, words: Words) -> bool:
    """Whether the clause begins with a phrase such as "diese Angaben"."""
    phrases = [p for p in analysis.phrases_in(analysis.clauses[hit.clause]) if p.nominative]
    if not phrases:
        return False
    first = analysis.tokens[phrases[0].first].word.lower()
    noun = analysis.tokens[phrases[0].core_end - 1].lemma
    return first in words.cues.anaphora_determiners and (phrases[0].pronoun or noun in words.cues.anaphora_nouns)


def not_contained_utterances(analysis: Analysis, words: Words) -> Iterator[Utterance]:
    """Phrases such as "obwohl diese Zahl im Bericht von X nicht enthalten war": the outlet denies an attribution."""
    for number, clause in enumerate(analysis.clauses):
        lemmas = {analysis.tokens[i].lemma.lower() for i in clause.indexes}
        forms = {analysis.tokens[i].word.lower() for i in clause.indexes}
        if words.cues.containing.isdisjoint(lemmas | forms) or words.cues.negations.isdisjoint(forms):
            continue
        if clause.first in analysis.masked or not _speaks_of_figure(analysis, clause, words):
            continue
        before = (analysis.span(0, analysis.clauses[number - 1].end),) if number else ()
        yield Utterance(
            quote=(analysis.span(clause.first, clause.end),),
            speaker=(),
            cue=(),
            form=Form.OWN,
            stance=Stance.DENIES,
            rule="not_contained",
            sentence=analysis.number,
            about=before,
        )


def _speaks_of_figure(analysis: Analysis, clause: Clause, words: Words) -> bool:
    """Whether the subject takes up a figure or a piece of news, and a paper or report is named that lacks it."""
    phrases = list(analysis.phrases_in(clause))
    takes_up = any(
        p.nominative
        and analysis.tokens[p.first].word.lower() in words.cues.anaphora_determiners
        and analysis.tokens[p.core_end - 1].lemma in words.cues.anaphora_nouns
        for p in phrases
    )
    named = any(p.preposition is not None and analysis.name_in(analysis.span(p.first, p.end)) for p in phrases)
    return takes_up and named


def shown_utterance(analysis: Analysis, evidence: Sequence[EvidenceMark], words: Words) -> Utterance | None:
    """Phrases such as "Videos zeigen …": what is shown, on the word of who supplied it."""
    for mark in evidence:
        at = next((i for i, t in enumerate(analysis.tokens) if t.span.touches(mark.span)), None)
        if at is None or at in analysis.masked:
            continue
        verbs = [i for i, t in enumerate(analysis.tokens) if t.tag[:2] == "VV" and t.lemma in words.cues.showing_verbs]
        if verbs and verbs[0] not in analysis.masked:
            return Utterance(
                quote=(_without_end(analysis),),
                speaker=(mark.supplied_by,) if mark.supplied_by is not None else (),
                cue=(analysis.tokens[verbs[0]].span,),
                form=Form.REPORTED if mark.supplied_by is not None else Form.OWN,
                stance=Stance.ASSERTS,
                rule="shown",
                sentence=analysis.number,
            )
    return None


def own_utterance(analysis: Analysis, figures: Sequence[Figure], evidence: Sequence[EvidenceMark]) -> Utterance | None:
    """The outlet itself says something with a figure or on evidence, and names nobody for it."""
    span = analysis.sentence.span
    if not any(span.holds(f.span) for f in figures) and not any(span.holds(e.span) for e in evidence):
        return None
    return Utterance(
        quote=(_without_end(analysis),),
        speaker=(),
        cue=(),
        form=Form.OWN,
        stance=Stance.ASSERTS,
        rule="own_voice",
        sentence=analysis.number,
    )


def _without_end(analysis: Analysis) -> Span:
    """The sentence less the signs that end it."""
    end = len(analysis.tokens)
    while end > 1 and analysis.tokens[end - 1].tag == "$.":
        end -= 1
    return analysis.span(0, end)
