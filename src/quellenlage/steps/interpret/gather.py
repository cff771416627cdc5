"""All utterances of a document: each sentence is put to the rules in the order of trust."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from quellenlage.model.document import Role
from quellenlage.model.marks import CreditMark, Marks, Name, SourceKind
from quellenlage.model.span import Span
from quellenlage.model.statement import Form
from quellenlage.model.tokens import Division, Quotation, Sentence, Token
from quellenlage.steps.interpret.adverbial import inner_bases, phrase_utterances, so_utterances
from quellenlage.steps.interpret.analysis import Analysis, Words, analyse
from quellenlage.steps.interpret.direct import direct_utterances, holds_speech
from quellenlage.steps.interpret.governed import according_utterances, governed_utterances
from quellenlage.steps.interpret.indirect import (
    FIGURED,
    FRAMED,
    ONLY_SPEAKS,
    colon_utterances,
    contested_utterances,
    cue_utterances,
    how_utterances,
    noun_utterances,
)
from quellenlage.steps.interpret.loose import (
    carried_utterance,
    hearsay_utterance,
    not_contained_utterances,
    own_utterance,
    shown_utterance,
    taken_up_utterance,
)
from quellenlage.steps.interpret.utterance import Utterance

# Two utterances that share more than this part of the shorter quote are the same; the more trusted rule wins.
_SAME = 0.5


def utterances_of(text: str, division: Division, marks: Marks, words: Words) -> tuple[Utterance, ...]:
    """The utterances of a document in the order of the text, none of them twice."""
    analyses = list(_analyses(division, marks, words))
    direct = list(direct_utterances(division.quotations, analyses, words))
    by_sentence: dict[int, list[Utterance]] = {}
    for utterance in direct:
        by_sentence.setdefault(utterance.sentence, []).append(utterance)
    found: list[Utterance] = []
    pieces: list[Utterance] = []
    previous: Utterance | None = None
    for place, analysis in enumerate(analyses):
        before = analyses[place - 1] if place else None
        spoken = by_sentence.get(analysis.number, [])
        accepted = _accept(_candidates(analysis, before, previous, marks, words, text, spoken), [*direct, *found[-8:]])
        found.extend(_with_bases(u, analysis, words) for u in accepted if u.rule != ONLY_SPEAKS)
        pieces.extend(_quoted_pieces(accepted, division.quotations, direct, analysis))
        if any(utterance.rule == "taken_up" for utterance in accepted):
            found = [u for u in found if u.form is not Form.OWN or not _is_taken_up(u, accepted)]
        attributed = [u for u in [*spoken, *accepted] if u.speaker and u.rule not in _SPEAKERLESS]
        previous = attributed[-1] if attributed else previous
    return tuple(_with_neighbours(sorted([*direct, *found, *pieces], key=lambda u: (u.quote[0], u.rule)), analyses))


def _with_neighbours(utterances: Sequence[Utterance], analyses: Sequence[Analysis]) -> Iterator[Utterance]:
    """A quotation that stands alone is of who spoke in the sentence before, or else of the person named there."""
    by_number = {analysis.number: analysis for analysis in analyses}
    previous: Utterance | None = None
    for utterance in utterances:
        if utterance.rule == "quotation_alone" and not utterance.speaker:
            first = next((a.number for a in analyses if a.sentence.span.end > utterance.quote[0].begin), 0)
            before = by_number.get(first - 1)
            if previous is not None and 0 <= first - previous.sentence <= 1:
                utterance = replace(utterance, speaker=previous.speaker, carried=True, relays=previous.relays)
            elif before is not None and before.sentence.role is Role.CONTENT:
                persons = [name for name in before.names if name.kind is SourceKind.PERSON]
                if len({name.key for name in persons}) == 1:
                    utterance = replace(utterance, speaker=(persons[0].span,), carried=True)
        if utterance.speaker and utterance.form is not Form.OWN:
            previous = utterance
        yield utterance


def _is_taken_up(own: Utterance, accepted: Sequence[Utterance]) -> bool:
    """Whether the outlet only seemed to say it itself: the sentence behind names whose word it is."""
    return any(u.rule == "taken_up" and _overlap(own.quote, u.quote) > _SAME for u in accepted)


def _quoted_pieces(
    said: Sequence[Utterance], quotations: Sequence[Quotation], direct: Sequence[Utterance], analysis: Analysis
) -> Iterator[Utterance]:
    """The word for word part of what is otherwise told ("sagte, er habe sich „mit aller Kraft dagegen gewehrt“")."""
    for quotation in quotations:
        if not analysis.sentence.span.holds(quotation.span) or any(
            piece.touches(quotation.span) for utterance in direct for piece in utterance.quote
        ):
            continue
        words = sum(1 for t in analysis.tokens if quotation.inner.holds(t.span) and not t.is_sign)
        whole = next((u for u in said if u.speaker and any(p.holds(quotation.span) for p in u.quote)), None)
        if whole is not None and whole.form is not Form.OWN and words >= _FEWEST_QUOTED_WORDS:
            yield replace(whole, quote=(quotation.span,), form=Form.DIRECT, rule="quoted_piece")


_FEWEST_QUOTED_WORDS = 4  # fewer are a name, a title or a word somebody keeps at a distance


def _analyses(division: Division, marks: Marks, words: Words) -> Iterator[Analysis]:
    names_in = _inside_each(marks.names, division.sentences)
    times_in = _inside_each(marks.times, division.sentences)
    for number, sentence in enumerate(division.sentences):
        if sentence.role is Role.CAPTION:
            continue
        yield analyse(
            number,
            _without_dateline(sentence, marks.credits),
            quotations=_speaking(division.quotations, sentence),
            quoted=[quotation for quotation in division.quotations if sentence.span.holds(quotation.span)],
            names=names_in[number],
            times=[time.span for time in times_in[number]],
            words=words,
        )


class _Marked(Protocol):
    @property
    def span(self) -> Span: ...


_M = TypeVar("_M", bound=_Marked)


def _inside_each(marks: Sequence[_M], sentences: Sequence[Sentence]) -> list[tuple[_M, ...]]:
    """The marks that touch each sentence; both are in the order of the text, so that one walk finds them all."""
    found, cursor = [], 0
    for sentence in sentences:
        while cursor < len(marks) and marks[cursor].span.end <= sentence.span.begin:
            cursor += 1
        end = cursor
        while end < len(marks) and marks[end].span.begin < sentence.span.end:
            end += 1
        found.append(tuple(marks[cursor:end]))
    return found


def _without_dateline(sentence: Sentence, credited: Sequence[CreditMark]) -> Sentence:
    """The sentence less the dateline it begins with ("BERLIN (dpa) – ", "CNN – "): that is credited, not said."""
    tokens = sentence.tokens
    dash = next((i for i, token in enumerate(tokens[:_LONGEST_DATELINE]) if token.word in _DASHES), None)
    if not dash or dash + 1 >= len(tokens):
        return sentence
    dateline = Span(sentence.span.begin, tokens[dash].span.end)
    dated = any(token.word[:1].isdigit() for token in tokens[:dash])  # an unknown agency's: place, date, its name
    shown = dated and tokens[0].word.isupper() and any(token.word == "(" for token in tokens[:dash])
    if not shown and not any(dateline.holds(credit.span) for credit in credited):
        return sentence
    rest = tuple(_moved(token, dash + 1) for token in tokens[dash + 1 :])
    return replace(sentence, span=Span(rest[0].span.begin, sentence.span.end), tokens=rest)


def _moved(token: Token, by: int) -> Token:
    """The token of a sentence that lost its first `by` tokens; one that hung on them becomes a root."""
    if token.head is None or token.head < 0:
        return token
    return replace(token, head=token.head - by if token.head >= by else -1)


_DASHES = frozenset({"–", "-", "—"})
_LONGEST_DATELINE = 12  # tokens: place, date, agencies in brackets, dash


def _speaking(quotations: Sequence[Quotation], sentence: Sentence) -> list[Quotation]:
    """Quotations that touch the sentence and hold speech or more than one sentence."""
    return [
        quotation
        for quotation in quotations
        if quotation.span.touches(sentence.span)
        and (not sentence.span.holds(quotation.span) or holds_speech(quotation, [sentence]))
    ]


def _candidates(
    analysis: Analysis,
    before: Analysis | None,
    previous: Utterance | None,
    marks: Marks,
    words: Words,
    text: str,
    spoken: Sequence[Utterance],
) -> Iterator[Utterance]:
    """What the rules find in one sentence, most trusted first."""
    if not words.forms.parted_by_signs:
        yield from _parsed_candidates(analysis, marks, words, text)
        return
    used = frozenset(span for utterance in spoken for span in utterance.cue)
    evidence = [mark for mark in marks.evidence if analysis.sentence.span.holds(mark.span)]
    told = list(cue_utterances(analysis, words, used))
    yield from (
        u for u in told if u.rule == FRAMED
    )  # "…, berichten Augenzeugen" tells more than that evidence shows it
    shown = shown_utterance(analysis, evidence, words)
    if shown is not None:
        yield shown
    taken_up = taken_up_utterance(analysis, before, words)
    if taken_up is not None:
        yield taken_up
        return  # the sentence itself only says who stands behind the one before
    nouns = list(noun_utterances(analysis, words))
    yield from how_utterances(analysis, words)
    yield from (utterance for utterance in nouns if utterance.speaker)
    yield from contested_utterances(analysis, words)
    yield from not_contained_utterances(analysis, words)
    carried = carried_utterance(analysis, previous, words, named=_is_named(previous, marks.names))
    if carried is not None and _tells_within(analysis):
        yield carried  # "Er bedauere den Vorfall": the cue is part of what the one who spoke before goes on to say
    yield from (u for u in told if u.rule not in (FRAMED, FIGURED))
    yield from colon_utterances(analysis, words)
    yield from phrase_utterances(analysis, words, text)
    yield from (u for u in told if u.rule == FIGURED)  # "Laut Ergebnis kommt die Partei auf 14 Sitze"
    if not spoken:
        yield from so_utterances(analysis, words, text)
    yield from (utterance for utterance in nouns if not utterance.speaker)
    for utterance in (
        carried,
        hearsay_utterance(analysis, words),
        own_utterance(analysis, marks.figures, evidence),
    ):
        if utterance is not None:
            yield utterance


def _tells_within(analysis: Analysis) -> bool:
    """Whether all cue verbs of the sentence stand in the Konjunktiv themselves, in main clauses or below them."""
    finites = [analysis.tokens[hit.finite] for hit in analysis.hits if hit.finite is not None]
    return bool(finites) and all(token.subjunctive for token in finites)


def _parsed_candidates(analysis: Analysis, marks: Marks, words: Words, text: str) -> Iterator[Utterance]:
    """What the rules that go by the parse find in one sentence, most trusted first."""
    evidence = [mark for mark in marks.evidence if analysis.sentence.span.holds(mark.span)]
    yield from governed_utterances(analysis, words)
    yield from according_utterances(analysis, words, text)
    own = own_utterance(analysis, marks.figures, evidence)
    if own is not None:
        yield own


def _is_named(utterance: Utterance | None, names: Sequence[Name]) -> bool:
    """Whether somebody with a name speaks."""
    if utterance is None or not utterance.speaker:
        return False
    speaking = [name for name in names if name.span.touches(utterance.speaker[0])]
    return any(name.kind is not SourceKind.UNNAMED for name in speaking)


def _accept(candidates: Iterator[Utterance], accepted_before: Sequence[Utterance]) -> list[Utterance]:
    """The candidates that say something none of the more trusted ones says."""
    accepted: list[Utterance] = []
    for candidate in candidates:
        others = [*accepted_before, *accepted]
        if candidate.rule in _ABOUT_OTHERS:
            others = [o for o in others if o.form is not Form.OWN and _share_speaker(o, candidate)]
        else:
            others = [o for o in others if o.rule not in _ABOUT_OTHERS or _share_speaker(o, candidate)]
        if not any(_overlap(candidate.quote, other.quote) > _SAME for other in others):
            accepted.append(candidate)
    return accepted


# Rules whose "speaker" shows or supplies something and does not go on speaking.
_SPEAKERLESS = frozenset({"shown"})
# Rules that find what one says about the words of another.
_ABOUT_OTHERS = frozenset({"taken_up", "contested", "not_contained"})


def _share_speaker(left: Utterance, right: Utterance) -> bool:
    return any(a.touches(b) for a in left.speaker for b in right.speaker)


def _overlap(left: tuple[Span, ...], right: tuple[Span, ...]) -> float:
    """Shared part of the shorter of two quotes, 0 to 1."""
    shared = sum(max(0, min(a.end, b.end) - max(a.begin, b.begin)) for a in left for b in right)
    shorter = min(sum(a.length for a in left), sum(b.length for b in right))
    return shared / shorter


def _with_bases(utterance: Utterance, analysis: Analysis, words: Words) -> Utterance:
    if utterance.rule == "attributing_phrase" or utterance.sentence != analysis.number:
        return utterance
    bases = tuple(
        span
        for span in inner_bases(analysis, utterance.quote, words)
        if not any(span.touches(s) for s in utterance.speaker)
    )
    return replace(utterance, bases=bases) if bases else utterance
