"""When a document was published, and where that is known from.

In order of trust: what the user supplied, what the text states, what the user assumes for undated documents. A text
states its date in a line of its own (a passage of the role `date`, or a line of the masthead that holds little else) or
in the dateline of an agency report. A date inside running text is never taken for it, nor is a year alone, which is
rather a copyright. Where a page names several dates, the one of first publication wins, then the first without a label,
then that of the latest version ("Stand:", "Aktualisiert:").

Dates are kept as they are written: the time of the place that wrote them, less its offset from UTC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from quellenlage.languages.times import Meaning, PublicationVocabulary, TimeVocabulary
from quellenlage.model.document import Basis, Document, Passage, Published, Role
from quellenlage.model.span import Span
from quellenlage.steps.extract.times.expressions import expressions_of
from quellenlage.steps.extract.times.frame import Frame
from quellenlage.steps.extract.times.grammar import grammar_of
from quellenlage.steps.extract.times.pieces import Piece, cut_pieces, numeric_date
from quellenlage.steps.extract.times.resolve import resolve

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:[T ](?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?"
)
_STEPS = {"second": timedelta(seconds=1), "minute": timedelta(minutes=1), "day": timedelta(days=1)}
# Roles of lines above the article that may hold its date beside other words.
_MASTHEAD = frozenset({Role.TITLE, Role.BYLINE, Role.NAVIGATION, Role.OTHER, Role.CREDIT})
_LONGEST_LINE = 160  # characters; a longer one is text
_MOST_OTHER_WORDS = 1  # words in a line of the masthead that are no date, label or name of its own
_DATELINE_REACH = 120  # characters from the beginning of a report within which its dateline ends
_DATELINE_PASSAGES = 2  # how many passages of content may begin with it
# "Seoul, 20. Oktober 2024 (Yonhap) –", "Kiew/Moskau (dpa), 20.10.2024 -": places, the date, then a bracket or dash.
_PLACES = re.compile(r"\W{0,3}[^\W\d_][\w.’'-]*(?:[ /][^\W\d_][\w.’'-]*){0,3}\s*(?:\([^()]{2,40}\)\s*)?,\s*(?:den\s+)?")
_AFTER_DATELINE = re.compile(r"\s*,?\s*(?:\(|[-–—:/])")
_CLOCK_GAP = 24  # characters between a date and the clock time that belongs to it


class _Label(IntEnum):
    """What a line says of its date; the smaller the more it is worth."""

    FIRST = 0
    NONE = 1
    LATER = 2


@dataclass(frozen=True, slots=True)
class _Stated:
    """A moment that a line states.

    Args:
        label: what the line says of it.
        begin, end: where the date stands.
        moment: the day, or the minute if the line says it.
        to_the_minute: whether it does.
    """

    label: _Label
    begin: int
    end: int
    moment: datetime
    to_the_minute: bool


def publication_date(
    document: Document,
    passages: tuple[Passage, ...],
    *,
    vocabulary: TimeVocabulary | None,
    assumed: str | None,
) -> Published | None:
    """When a document appeared, or None if nothing tells.

    Args:
        passages: of `document`.
        vocabulary: of its language; without one only dates in digits are read.
        assumed: ISO 8601 date the user assumes for documents that do not state one, or None.
    """
    supplied = document.supplied
    return (
        _interval(supplied.published, supplied.basis)
        or _stated(document.text, passages, vocabulary)
        or _interval(assumed, Basis.ASSUMED)
    )


def _interval(written: str | None, basis: Basis) -> Published | None:
    """The interval of an ISO 8601 date as precise as it is written; None if it is none."""
    match = _ISO.fullmatch(written.strip()) if written else None
    if match is None:
        return None
    parts = [int(match[name]) for name in ("year", "month", "day", "hour", "minute", "second") if match[name]]
    finest = ("year", "month", "day", "hour", "minute", "second")[len(parts) - 1]
    try:
        begin = datetime(*(parts + [1] * (3 - len(parts))))  # type: ignore[arg-type]
        end = _next(begin, finest)
    except (ValueError, OverflowError):  # no such day
        return None
    precision = "seconds" if finest == "second" else "minutes"
    return Published(begin.isoformat(timespec=precision), end.isoformat(timespec=precision), basis)


def _next(begin: datetime, finest: str) -> datetime:
    """The first moment after the year, month, day, minute or second that begins at `begin`."""
    if finest == "year":
        return begin.replace(year=begin.year + 1)
    if finest == "month":
        return begin.replace(year=begin.year + begin.month // 12, month=begin.month % 12 + 1)
    return begin + _STEPS[finest]


# --- what the text states --------------------------------------------------------------------------------------------


def _stated(text: str, passages: tuple[Passage, ...], vocabulary: TimeVocabulary | None) -> Published | None:
    """The date a text states of itself: in its date lines, in its masthead, in its dateline, in that order."""
    for found in (
        _in_date_lines(text, passages, vocabulary),
        _in_masthead(text, passages, vocabulary),
        _in_dateline(text, passages, vocabulary),
    ):
        if found:
            best = min(found, key=lambda stated: (stated.label, stated.begin))
            step = _STEPS["minute" if best.to_the_minute else "day"]
            begin, end = (moment.isoformat(timespec="minutes") for moment in (best.moment, best.moment + step))
            return Published(begin, end, Basis.STATED)
    return None


def _in_date_lines(text: str, passages: tuple[Passage, ...], vocabulary: TimeVocabulary | None) -> list[_Stated]:
    """Dates of the passages that clean marked as such; those above the article go before those below."""
    lines = [passage.span for passage in passages if passage.role is Role.DATE]
    first = _first_content(passages)
    above = [stated for span in lines if span.begin < first for stated in _moments(text, span, vocabulary)]
    return above or [stated for span in lines for stated in _moments(text, span, vocabulary)]


def _in_masthead(text: str, passages: tuple[Passage, ...], vocabulary: TimeVocabulary | None) -> list[_Stated]:
    """Dates of lines above the article that hold little else; a byline may hold a name."""
    found = []
    for passage in passages:
        if passage.span.begin >= _first_content(passages):
            break
        if passage.role not in _MASTHEAD or passage.span.length > _LONGEST_LINE:
            continue
        moments = list(_moments(text, passage.span, vocabulary))
        if moments and (passage.role is Role.BYLINE or _only_dates(text, passage.span, moments, vocabulary)):
            found.extend(moments)
    return found


def _in_dateline(text: str, passages: tuple[Passage, ...], vocabulary: TimeVocabulary | None) -> list[_Stated]:
    """The date in the dateline of an agency report ("Seoul, 20. Oktober 2024 (Yonhap) –")."""
    content = [passage.span for passage in passages if passage.role is Role.CONTENT][:_DATELINE_PASSAGES]
    for span in content:
        head = Span(span.begin, min(span.end, span.begin + _DATELINE_REACH))
        for stated in _moments(text, head, vocabulary):
            before, after = text[span.begin : stated.begin], text[stated.end : head.end]
            if _PLACES.fullmatch(before) and _AFTER_DATELINE.match(after):
                return [stated]
    return []


def _first_content(passages: tuple[Passage, ...]) -> int:
    """Where the article begins; beyond every passage if there is none."""
    begins = (passage.span.begin for passage in passages if passage.role is Role.CONTENT)
    return next(begins, passages[-1].span.end if passages else 0)


def _only_dates(text: str, span: Span, moments: list[_Stated], vocabulary: TimeVocabulary | None) -> bool:
    """Whether a line holds hardly a word that does not belong to its dates."""
    rest = text[span.begin : span.end]
    for stated in reversed(moments):
        rest = rest[: stated.begin - span.begin] + " " + rest[stated.end - span.begin :]
    words = re.findall(r"[^\W\d_][\w.]*", rest)
    known = _known_words(vocabulary.publication) if vocabulary is not None else frozenset()
    return sum(word.casefold() not in known for word in words) <= _MOST_OTHER_WORDS


def _known_words(words: PublicationVocabulary) -> frozenset[str]:
    return words.first | words.later | words.beside


# --- reading a line --------------------------------------------------------------------------------------------------


def _moments(text: str, span: Span, vocabulary: TimeVocabulary | None) -> Iterator[_Stated]:
    """The full dates of a line, each with the clock time behind it and the label before it."""
    abbreviations = grammar_of(vocabulary).lexicon.abbreviations if vocabulary is not None else frozenset()
    pieces = cut_pieces(text, span.begin, span.end, tokens=(), abbreviations=abbreviations)
    covered = span.begin
    for begin, end, moment, to_the_minute in sorted(_dates(pieces, vocabulary)):
        if begin < covered:
            continue  # read already, as part of a longer date
        label = _label(text[covered:begin], vocabulary)
        clock = None if to_the_minute else _clock_behind(pieces, end)
        if clock is not None:
            moment, to_the_minute = moment + clock[0], True
        covered = end if clock is None else clock[1]
        yield _Stated(label, begin, end, moment, to_the_minute)


def _dates(pieces: list[Piece], vocabulary: TimeVocabulary | None) -> Iterator[tuple[int, int, datetime, bool]]:
    """Dates with day, month and year: where they begin and end, when they are, and whether to the minute."""
    if vocabulary is None:
        for piece in pieces:
            moment = numeric_date(piece)
            if moment is not None:
                yield piece.begin, piece.end, moment, piece.shape == "iso" and len(piece.word) > len("2024-10-20")
        return
    yield from _short_dates(pieces, vocabulary.publication.months)
    grammar = grammar_of(vocabulary)
    for match in grammar.matches(pieces):
        if match.form.meaning is not Meaning.DAY:
            continue
        for expression in expressions_of(match, pieces, grammar, vocabulary):
            period = resolve(expression, Frame()) if expression.year is not None else None
            if period is not None and period.begin is not None and expression.daypart is None:
                yield expression.span.begin, expression.span.end, period.begin, expression.hour is not None


def _short_dates(pieces: list[Piece], months: Mapping[str, int]) -> Iterator[tuple[int, int, datetime, bool]]:
    """Dates with a month in short or in English, before or behind its day ("20 Okt 2024", "Oct. 20, 2024")."""
    words = [piece for piece in pieces if piece.word not in (".", ",")]
    for first, second, third in zip(words, words[1:], words[2:], strict=False):
        if third.shape != "year":
            continue
        for day, month in ((first, second), (second, first)):
            number, written = day.word.rstrip("."), months.get(month.word.casefold().rstrip("."))
            if written is None or not number.isdecimal():
                continue
            try:
                yield first.begin, third.end, datetime(int(third.word), written, int(number)), False
            except ValueError:  # no such day
                continue


def _clock_behind(pieces: list[Piece], end: int) -> tuple[timedelta, int] | None:
    """The clock time that follows a date closely, and where it ends; None if none does before the next date."""
    for piece in pieces:
        if piece.begin < end:
            continue
        if piece.begin - end > _CLOCK_GAP or piece.shape in ("date", "iso", "day", "year"):
            return None
        if piece.shape in ("clock", "colon"):
            hour, minute = (int(part) for part in re.findall(r"\d+", piece.word))
            return timedelta(hours=hour, minutes=minute), piece.end
    return None


def _label(before: str, vocabulary: TimeVocabulary | None) -> _Label:
    """What the words between the last date and this one say of it."""
    if vocabulary is None:
        return _Label.NONE
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", before)}
    if words & vocabulary.publication.later:
        return _Label.LATER
    return _Label.FIRST if words & vocabulary.publication.first else _Label.NONE
