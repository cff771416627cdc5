"""What a rule found, before sources have ids: the words only."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.model.span import Span
from quellenlage.model.statement import Form, Stance
from quellenlage.steps.interpret.analysis import Analysis, CueHit
from quellenlage.steps.interpret.speaker import Speaker


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement as the words give it.

    Args:
        quote: what is said.
        speaker: the words that name who says it.
        cue: the words that mark it.
        form: how the text brings it.
        stance: what the source does.
        rule: name of the rule that found it.
        sentence: number of the sentence the frame stands in.
        cue_hedges: whether the cue itself hedges.
        relays: words that name who passed it on, nearest the outlet first.
        bases: words that name on whose word the speaker himself relies ("unter Berufung auf …").
        carried: whether the speaker was taken over from an earlier statement.
        about: words that the statement takes up without repeating them ("diese Zahl"); their figures are its own.
        nobody: whether the text says expressly that nobody in particular says it ("es wird angenommen").
        by_frame: whether only the place of the verb makes it a cue.
    """

    quote: tuple[Span, ...]
    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    form: Form
    stance: Stance
    rule: str
    sentence: int
    cue_hedges: bool = False
    relays: tuple[Span, ...] = ()
    bases: tuple[Span, ...] = ()
    carried: bool = False
    about: tuple[Span, ...] = ()
    nobody: bool = False
    by_frame: bool = False


def told(
    analysis: Analysis, hit: CueHit, speaker: Speaker, quote: tuple[Span, ...], form: Form, rule: str
) -> Utterance:
    """What a cue verb attributes to a speaker."""
    return Utterance(
        quote=quote,
        speaker=speaker.spans,
        cue=tuple(analysis.tokens[i].span for i in hit.indexes),
        form=form,
        stance=hit.cue.stance,
        rule=rule,
        sentence=analysis.number,
        cue_hedges=hit.cue.hedges or (speaker.nobody and hit.passive),
        relays=speaker.relays,
        nobody=speaker.nobody,
        by_frame=hit.by_frame,
    )
