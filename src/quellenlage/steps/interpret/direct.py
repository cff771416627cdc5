"""Direct speech: which quotations are statements, and whose.

Only about half of what stands in quotation marks is a statement; the rest are titles, nicknames and scare quotes. A
quotation counts when a colon, a cue verb or "so X" attributes it, or when it fills its sentence and the one before was
attributed already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quellenlage.languages.cues import Use
from quellenlage.model.span import Span
from quellenlage.model.statement import Form, Stance
from quellenlage.model.tokens import Quotation, Sentence
from quellenlage.steps.interpret.analysis import Analysis, CueHit, Words
from quellenlage.steps.interpret.speaker import UNKNOWN, Speaker, speaker_of
from quellenlage.steps.interpret.utterance import Utterance

_FEWEST_WORDS = 2  # a single quoted word is a name or a distance from the word, unless a verb of naming governs it
_FEWEST_WORDS_ALONE = 5  # a quotation without any attribution must be at least a short sentence


def holds_speech(quotation: Quotation, sentences: Sequence[Sentence]) -> bool:
    """Whether a quotation is long enough, and has a verb, to be a statement rather than a title or a quoted word."""
    tokens = [t for s in sentences if s.span.touches(quotation.span) for t in s.tokens if quotation.inner.holds(t.span)]
    words = [token for token in tokens if not token.is_sign]
    return len(words) > _FEWEST_WORDS and any(token.is_finite or token.tag == "VVINF" for token in words)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around a quotation in its first and last sentence."""

    quotation: Quotation
    first: Analysis
    last: Analysis
    before: tuple[int, ...]
    behind: tuple[int, ...]

    @property
    def is_bare(self) -> bool:
        """Whether no word stands around the quotation."""
        words = [i for i in self.before if not self.first.tokens[i].is_sign]
        return not words and all(self.last.tokens[i].is_sign for i in self.behind)


def direct_utterances(
    quotations: Sequence[Quotation], analyses: Sequence[Analysis], words: Words
) -> Iterator[Utterance]:
    """The quotations that are statements, in the order of the text."""
    previous: Utterance | None = None
    index = 0
    for quotation in quotations:
        while index < len(analyses) and analyses[index].sentence.span.end <= quotation.span.begin:
            index += 1
        frame = _frame(quotation, analyses, index)
        if frame is None:
            continue
        if previous is not None and _goes_on(frame, previous):
            previous = replace(previous, quote=(*previous.quote, quotation.span))
            continue
        utterance = _attributed(frame, words) or _continued(frame, previous) or _alone(frame)
        if utterance is not None:
            if previous is not None:
                yield previous
            previous = utterance
    if previous is not None:
        yield previous


def _goes_on(frame: _Frame, previous: Utterance) -> bool:
    """Whether only the frame of the quotation before stands between the two ("„…“, sagte X, „…“")."""
    if previous.rule not in _INTERRUPTED or frame.first is not frame.last or frame.first.number != previous.sentence:
        return False
    if not frame.before or frame.first.tokens[frame.before[-1]].word not in (",", ":", "–", "-"):
        return False
    if any(piece.touches(frame.quotation.span) for piece in previous.quote):
        return False  # somebody quoted within what is quoted
    ends = previous.quote[-1].end
    between = [i for i in frame.before if frame.first.tokens[i].span.begin >= ends]
    hits = {hit.clause for hit in frame.first.hits if hit.at in between}
    return len(hits) <= 1 and not any(frame.first.tokens[i].word == ";" for i in between)


# Rules by which the frame of a quotation stands behind it.
_INTERRUPTED = frozenset({"quotation_before_cue", "quotation_so"})


def _frame(quotation: Quotation, analyses: Sequence[Analysis], index: int) -> _Frame | None:
    touching = []
    while index < len(analyses) and analyses[index].sentence.span.begin < quotation.span.end:
        touching.append(analyses[index])
        index += 1
    if not touching:
        return None
    first, last = touching[0], touching[-1]
    before = tuple(i for i, token in enumerate(first.tokens) if token.span.end <= quotation.span.begin)
    behind = tuple(i for i, token in enumerate(last.tokens) if token.span.begin >= quotation.span.end)
    return _Frame(quotation, first, last, before, behind)


def _attributed(frame: _Frame, words: Words) -> Utterance | None:
    if not words.forms.parted_by_signs:
        return _framed_by_parse(frame, words) if holds_speech_in(frame) else None
    if _size(frame) < _FEWEST_WORDS or _is_name(frame):
        return None
    return (
        _after_colon(frame, words)
        or _before_cue(frame, words)
        or _inside_clause(frame, words)
        or _trailing(frame, words)
    )


def _framed_by_parse(frame: _Frame, words: Words) -> Utterance | None:
    """The nearest cue verb beside the quotation, behind it first, with the subject that the parse gives it."""
    behind = [hit for hit in frame.last.hits if hit.at in frame.behind]
    before = [hit for hit in frame.first.hits if hit.at in frame.before]
    analysis, hits = (frame.last, behind[:1]) if behind else (frame.first, before[-1:])
    rule = "quotation_before_cue" if behind else "quotation_in_clause"
    return next((_utterance(frame, analysis, hit, words, rule=rule) for hit in hits), None)


def _is_name(frame: _Frame) -> bool:
    """Whether the quotation stands inside a noun phrase, as the name of a paper or a ship does."""
    opening = len(frame.before)
    return frame.first is frame.last and any(p.first < opening < p.end for p in frame.first.phrases)


def _size(frame: _Frame) -> int:
    analyses = [frame.first] if frame.first is frame.last else [frame.first, frame.last]
    if len(analyses) > 1:
        return _FEWEST_WORDS_ALONE
    return sum(1 for t in frame.first.tokens if frame.quotation.inner.holds(t.span) and not t.is_sign)


def _after_colon(frame: _Frame, words: Words) -> Utterance | None:
    if not frame.before or frame.first.tokens[frame.before[-1]].word != ":":
        return None
    hits = [hit for hit in frame.first.hits if hit.at in frame.before]
    if hits:
        return _utterance(frame, frame.first, hits[-1], words, rule="quotation_after_colon")
    named = [name for name in frame.first.names if name.span.end <= frame.quotation.span.begin]
    if not named:
        return None
    phrases = [p for p in frame.first.phrases if frame.first.span(p.first, p.end).holds(named[-1].span)]
    spans = (frame.first.span(phrases[-1].first, phrases[-1].end),) if phrases else (named[-1].span,)
    return Utterance(
        (frame.quotation.span,), spans, (), Form.DIRECT, Stance.ASSERTS, "quotation_after_colon", frame.first.number
    )


def _before_cue(frame: _Frame, words: Words) -> Utterance | None:
    """„…“, sagte X; „…“, so X."""
    rest = [i for i in frame.behind if not frame.last.tokens[i].is_sign]
    if not rest:
        return None
    opening = rest[0]
    if frame.last.tokens[opening].word in words.cues.so:
        return _so(frame, opening)
    clause = frame.last.clause_of(opening)
    hits = [hit for hit in frame.last.hits if hit.at in frame.behind and hit.clause == clause]
    starts = [hit for hit in hits if opening in (hit.finite, hit.at)]
    if not starts or _stands_in_clause(frame, clause):
        return None
    found = _utterance(frame, frame.last, starts[0], words, rule="quotation_before_cue")
    return found if found.speaker or not starts[0].by_frame else None


def _stands_in_clause(frame: _Frame, number: int | None) -> bool:
    """Whether the quotation is only a part of its cue's clause ("…, dass man „mit Kraft“ reagieren müsse")."""
    if number is None or frame.first is not frame.last:
        return False
    clause = frame.last.clauses[number]
    return any(i in frame.before and not frame.last.tokens[i].is_sign for i in clause.indexes)


def _so(frame: _Frame, opening: int) -> Utterance | None:
    phrases = [p for p in frame.last.phrases if p.first == opening + 1]
    if not phrases:
        return None
    spans = (frame.last.span(phrases[0].first, phrases[0].end),)
    cue = (frame.last.tokens[opening].span,)
    return Utterance(
        (frame.quotation.span,), spans, cue, Form.DIRECT, Stance.ASSERTS, "quotation_so", frame.last.number
    )


def _inside_clause(frame: _Frame, words: Words) -> Utterance | None:
    """A quotation as object of a cue verb in its own main clause: nannte es „…“, äußerte seine „…“."""
    at = next((i for i, t in enumerate(frame.first.tokens) if frame.quotation.span.holds(t.span)), None)
    if at is None:
        return None
    number = frame.first.clause_of(at)
    if number is None or frame.first.clauses[number].opener in words.cues.complementizers:
        return None
    hits = [hit for hit in frame.first.hits if hit.clause == number and hit.at not in frame.first.masked]
    if not hits or (hits[0].cue.use is Use.WEAK and not holds_speech_in(frame)):
        return None
    return _utterance(frame, frame.first, hits[0], words, rule="quotation_in_clause")


def _trailing(frame: _Frame, words: Words) -> Utterance | None:
    """A quotation that ends its sentence as a clause of its own behind a cue: verwies auf den Streit, „um … zu …“."""
    if frame.first is not frame.last or any(not frame.last.tokens[i].is_sign for i in frame.behind):
        return None
    number = frame.first.clause_of(len(frame.before))
    if not number or frame.first.clauses[number].first != len(frame.before):
        return None
    hits = [hit for hit in frame.first.hits if hit.clause == number - 1]
    return _utterance(frame, frame.first, hits[-1], words, rule="quotation_trailing") if hits else None


def holds_speech_in(frame: _Frame) -> bool:
    """Whether the quotation of a frame holds a finite verb."""
    return holds_speech(frame.quotation, [frame.first.sentence, frame.last.sentence])


def _utterance(frame: _Frame, analysis: Analysis, hit: CueHit, words: Words, *, rule: str) -> Utterance:
    speaker = speaker_of(analysis, hit, words)
    cue = tuple(analysis.tokens[i].span for i in hit.indexes)
    return Utterance(
        quote=(frame.quotation.span,),
        speaker=_outside(speaker, frame.quotation.span),
        cue=cue,
        form=Form.DIRECT,
        stance=hit.cue.stance,
        rule=rule,
        sentence=analysis.number,
        relays=speaker.relays,
        nobody=speaker.nobody,
        by_frame=hit.by_frame,
    )


def _outside(speaker: Speaker, quotation: Span) -> tuple[Span, ...]:
    return tuple(span for span in speaker.spans if not span.touches(quotation)) or UNKNOWN.spans


def _continued(frame: _Frame, previous: Utterance | None) -> Utterance | None:
    """The quotation fills its sentence and follows at once on an attributed one."""
    if previous is None or not frame.is_bare or not 0 <= frame.first.number - previous.sentence <= 1:
        return None
    return Utterance(
        quote=(frame.quotation.span,),
        speaker=previous.speaker,
        cue=(),
        form=Form.DIRECT,
        stance=Stance.ASSERTS,
        rule="quotation_continued",
        sentence=frame.last.number,
        carried=True,
        nobody=previous.nobody,
    )


def _alone(frame: _Frame) -> Utterance | None:
    if not frame.is_bare or _size(frame) < _FEWEST_WORDS_ALONE or not holds_speech_in(frame):
        return None
    return Utterance((frame.quotation.span,), (), (), Form.DIRECT, Stance.ASSERTS, "quotation_alone", frame.last.number)
