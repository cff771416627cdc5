"""The gist of a claim: the words of the statement that says it most clearly, taken from its text as they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from quellenlage.model.span import Span, hull
from quellenlage.model.statement import Certainty, Form, Reading, Statement

_LONGEST = 220  # characters of a gist that reads at a glance
_SHORTEST = 30  # characters below which a quote is a scrap
_END_SIGNS = ".!?"
_CLOSING = '“”«»"'
# What makes a statement clear, and how much each counts against the others. An order of preference, not measured.
_IS_SENTENCE, _HAS_FIGURE, _NAMES_SOURCE, _IS_PLAIN, _IS_INDIRECT = 4, 3, 2, 2, 1
_TOO_LONG, _TOO_SHORT = -3, -4


def gist_of(statements: Sequence[Statement], readings: Mapping[str, Reading]) -> str:
    """The gist of a claim: its clearest statement; of equals the shortest, then the first.

    Args:
        statements: of the claim, at least one.
        readings: by document id.
    """
    rated = []
    for statement in statements:
        words, is_sentence = _words(statement, readings[statement.document])
        rated.append((-_clarity(statement, words, is_sentence=is_sentence), len(words), statement.id, words))
    return min(rated)[3]


def _clarity(statement: Statement, words: str, *, is_sentence: bool) -> int:
    return (
        _IS_SENTENCE * is_sentence
        + _HAS_FIGURE * bool(statement.figures)
        + _NAMES_SOURCE * bool(statement.speaker)
        + _IS_PLAIN * (statement.certainty is Certainty.PLAIN)
        + _IS_INDIRECT * (statement.form in (Form.INDIRECT, Form.REPORTED))
        + _TOO_LONG * (len(words) > _LONGEST)
        + _TOO_SHORT * (len(words) < _SHORTEST)
    )


def _words(statement: Statement, reading: Reading) -> tuple[str, bool]:
    """The words of a statement, and whether they are a whole sentence.

    The sentence around the quote, if it says no more; else quote, speaker and cue with what stands between; else the
    quote alone.
    """
    text = reading.document.text
    sentence = _sentence_around(hull(statement.quote), reading)
    if sentence is not None:
        framed = hull(span for span in (*statement.quote, *statement.speaker, *statement.cue) if sentence.holds(span))
        for span in (sentence, framed):
            if span.length <= _LONGEST and not _says_more(span, statement, reading):
                words = _one_line(span.of(text))
                return words, words[-1] in _END_SIGNS or words[-1] in _CLOSING
    return " … ".join(_one_line(span.of(text)) for span in statement.quote), False


def _says_more(span: Span, statement: Statement, reading: Reading) -> bool:
    """Whether words of another statement stand in a span too."""
    own = hull(statement.quote)
    return any(
        span.touches(theirs) and not own.touches(theirs) for other in reading.statements for theirs in other.quote
    )


def _sentence_around(span: Span, reading: Reading) -> Span | None:
    """The sentence that holds a span, or None if none does."""
    sentences = reading.division.sentences
    at = bisect_right(sentences, span.begin, key=lambda sentence: sentence.span.begin) - 1
    return sentences[at].span if at >= 0 and sentences[at].span.holds(span) else None


def _one_line(words: str) -> str:
    return " ".join(words.split())
