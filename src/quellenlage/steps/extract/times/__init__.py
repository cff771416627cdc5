"""Times: what a document says about when, as TIMEX3 expressions with the intervals they can be placed in.

The way of one document:

1. `pieces` cuts each paragraph into words, numbers and signs.
2. `grammar` finds the forms of the language's vocabulary in them; `plausibility` refuses what only looks like a time.
3. `expressions` reads what a form says: numbers and codes instead of words.
4. `tense` tells on which side of the day of publication it lies.
5. `context` places it with the rules of `resolve` and `lengths`, seen from the day of publication or from a date named
   just before.

Nothing is ever counted from the day of the run. What cannot be placed keeps a value with X and no interval, and one
note says how many there are.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from quellenlage.languages.times import Meaning, TimeVocabulary
from quellenlage.model.document import Document, Note, Published, Role
from quellenlage.model.identity import content_id
from quellenlage.model.marks import Anchor, Time, TimeKind
from quellenlage.model.tokens import Division, Sentence
from quellenlage.steps.extract.times.context import Found, Placed, place_all
from quellenlage.steps.extract.times.expressions import Expression, expressions_of
from quellenlage.steps.extract.times.grammar import grammar_of
from quellenlage.steps.extract.times.pieces import cut_pieces
from quellenlage.steps.extract.times.plausibility import is_plausible
from quellenlage.steps.extract.times.tense import Side, side_of
from quellenlage.wording import say

__all__ = ["Timing", "extract_times"]

_INSTANT = timedelta(microseconds=1)
_CLOCK_VALUE = re.compile(r"(?:^|[\dX])T")
_PLANNED = frozenset({Meaning.WEEKDAY, Meaning.SEASON})
_SETS = frozenset({Meaning.SET_VALUE, Meaning.SET_UNIT, Meaning.SET_WEEKDAY, Meaning.SET_DAYPART})


@dataclass(frozen=True, slots=True)
class Timing:
    """The times of one document, in the order of the text, and what could not be placed."""

    times: tuple[Time, ...]
    notes: tuple[Note, ...]


def extract_times(
    document: Document,
    division: Division,
    vocabulary: TimeVocabulary,
    *,
    published: Published | None,
    surface: str,
) -> Timing:
    """Find the times of a document and place them.

    Args:
        published: when the document appeared; without it relative times stay open.
        surface: language of the note.
    """
    found = list(_find(document.text, division.sentences, vocabulary))
    placed = place_all(found, _days_of(published))
    anchor = None if published is None else Anchor(published.earliest[:10], published.basis)
    times = tuple(_time(document.id, one, anchor) for one in placed)
    missed = [one for one in placed if one.missed]
    return Timing(times, _notes(document.id, missed, published, surface))


def _days_of(published: Published | None) -> tuple[date, ...]:
    """The first and the last day on which a document may have appeared."""
    if published is None:
        return ()
    first = datetime.fromisoformat(published.earliest).date()
    last = (datetime.fromisoformat(published.latest) - _INSTANT).date()
    return (first,) if first == last else (first, last)


def _find(text: str, sentences: Sequence[Sentence], vocabulary: TimeVocabulary) -> Iterator[Found]:
    """The expressions of all sentences. Forms are looked for in whole paragraphs, since a date may hold full stops."""
    grammar = grammar_of(vocabulary)
    numbered = enumerate(sentences)
    for _, group in itertools.groupby(numbered, key=lambda item: item[1].paragraph):
        members = list(group)
        begins = [sentence.span.begin for _, sentence in members]
        tokens = [token for _, sentence in members for token in sentence.tokens]
        pieces = cut_pieces(
            text, begins[0], members[-1][1].span.end, tokens=tokens, abbreviations=grammar.lexicon.abbreviations
        )
        for match in grammar.matches(pieces):
            if not is_plausible(match, pieces, vocabulary):
                continue
            for expression in expressions_of(match, pieces, grammar, vocabulary):
                number, sentence = members[bisect_right(begins, expression.span.begin) - 1]
                yield Found(expression, number, sentence.paragraph, _side(expression, sentence, vocabulary))


def _side(expression: Expression, sentence: Sentence, vocabulary: TimeVocabulary) -> Side:
    """The side a time lies on. The present tense plans ahead ("tagt am Freitag"), save in headlines and captions."""
    side = side_of(sentence.tokens, expression.span, expression.lead, vocabulary)
    plans = side is Side.PRESENT and sentence.role is Role.CONTENT and expression.meaning in _PLANNED
    return Side.FUTURE if plans else side


def _time(document: str, placed: Placed, anchor: Anchor | None) -> Time:
    span, period = placed.found.expression.span, placed.period
    return Time(
        id=content_id("tim", document, tuple(span)),
        document=document,
        span=span,
        kind=_kind(placed),
        value=period.value,
        earliest=_iso(period.begin),
        latest=_iso(period.end),
        anchor=anchor if placed.anchored else None,
    )


def _kind(placed: Placed) -> TimeKind:
    meaning = placed.found.expression.meaning
    if meaning is Meaning.DURATION:
        return TimeKind.DURATION
    if meaning in _SETS:
        return TimeKind.SET
    return TimeKind.TIME if _CLOCK_VALUE.search(placed.period.value) else TimeKind.DATE


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="minutes")


def _notes(document: str, missed: Sequence[Placed], published: Published | None, surface: str) -> tuple[Note, ...]:
    """One note for all times that a day of publication would have placed."""
    if not missed:
        return ()
    key = "times.times_without_anchor" if published is None else "times.times_with_vague_anchor"
    text = say(surface, key, count=len(missed))
    return (Note(document, missed[0].found.expression.span, "times_without_anchor", text),)
