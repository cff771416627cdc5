"""When a document appeared: what the user says, else what its own lines of date state, else what the user assumes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from quellenlage.languages.times import TimeVocabulary
from quellenlage.model.document import Basis, Document, Passage, Published, Role
from quellenlage.model.span import Span

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_NUMERIC = re.compile(
    r"(?<![\d.])(?:(?P<year>(?:19|20)\d\d)-(?P<month>\d\d?)-(?P<day>\d\d?)"
    r"|(?P<day2>\d\d?)\.\s?(?P<month2>\d\d?)\.\s?(?P<year2>(?:19|20)\d\d))(?!\d)"
)
_WRITTEN = re.compile(r"(?<!\d)(?P<day>\d\d?)\.?\s+(?P<month>[^\W\d_]+)\.?\s+(?P<year>(?:19|20)\d\d)(?!\d)")
# a clock time belongs to a date that stands at most this many characters before it ("20.10.2024, um 10:27 Uhr")
_CLOCK_REACH = 12
_CLOCK = re.compile(r"[^\w]*(?:[^\W\d_]{0,5}\s)?[^\w]*(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d)")
# In a passage that is no line of date itself, a date counts only if little else stands there.
_MOST_OTHER_WORDS = 6
_FIRST_CONTENT = 1  # passages of content after which no line of date is looked for unless it has that role
_DATED_ROLES = frozenset({Role.DATE, Role.BYLINE})


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date in a line: the interval `[earliest, latest)`, and whether it dates a later version."""

    earliest: str
    latest: str
    later: bool


def publication_date(
    document: Document, passages: tuple[Passage, ...], *, vocabulary: TimeVocabulary | None, assumed: str | None
) -> Published | None:
    """When the document appeared, in this order of trust: supplied, stated in a line of date, assumed by the user.

    A date of an update ("Aktualisiert: …") counts only where no other is stated. Dates inside running text never count.

    Args:
        passages: what `clean` made of it; those with the roles date and byline are read, and short lines that hold
            nothing but a date before the article begins.
        vocabulary: words of the document's language; without them only dates in digits are found.
        assumed: ISO 8601 date or moment to fall back on, or None.
    """
    supplied = document.supplied
    if supplied.published is not None:
        return _published(supplied.published, supplied.basis)
    stated = list(_stated(document.text, passages, vocabulary))
    if stated:
        chosen = next((dated for dated in stated if not dated.later), stated[0])
        return Published(chosen.earliest, chosen.latest, Basis.STATED)
    return _published(assumed, Basis.ASSUMED) if assumed is not None else None


def _published(written: str, basis: Basis) -> Published:
    """The interval that an ISO 8601 date or moment stands for, as precise as it is written."""
    moment = datetime.fromisoformat(written)
    is_day = len(written) <= len("2024-10-20")
    return Published(*_interval(moment, timedelta(days=1) if is_day else timedelta(minutes=1)), basis)


def _interval(moment: datetime, length: timedelta) -> tuple[str, str]:
    return moment.isoformat(timespec="minutes"), (moment + length).isoformat(timespec="minutes")


def _stated(text: str, passages: tuple[Passage, ...], vocabulary: TimeVocabulary | None) -> Iterator[_Dated]:
    """Dates of lines that date the document: those with the role first, then bare dates above the article."""
    for passage in passages:
        if passage.role in _DATED_ROLES:
            yield from _dates_in(text, passage.span, vocabulary)
    content = 0
    for passage in passages:
        content += passage.role is Role.CONTENT
        if content >= _FIRST_CONTENT:
            return
        if passage.role not in _DATED_ROLES and len(_WORD.findall(passage.span.of(text))) <= _MOST_OTHER_WORDS:
            yield from _dates_in(text, passage.span, vocabulary)


def _dates_in(text: str, span: Span, vocabulary: TimeVocabulary | None) -> Iterator[_Dated]:
    line = span.of(text)
    found = [(match, _day(match, vocabulary)) for pattern in (_NUMERIC, _WRITTEN) for match in pattern.finditer(line)]
    for match, day in sorted(((m, d) for m, d in found if d is not None), key=lambda pair: pair[0].start()):
        clock = _CLOCK.match(line, match.end())
        near = clock is not None and clock.start("hour") - match.end() <= _CLOCK_REACH
        moment = datetime(day.year, day.month, day.day, *(map(int, clock.groups()) if clock and near else ()))
        length = timedelta(minutes=1) if near else timedelta(days=1)
        yield _Dated(*_interval(moment, length), _is_later(line[: match.start()], vocabulary))


def _day(match: re.Match[str], vocabulary: TimeVocabulary | None) -> date | None:
    """The day a match names, or None if there is no such day."""
    groups = {key.rstrip("2"): value for key, value in match.groupdict().items() if value is not None}
    month = groups["month"]
    if not month.isdigit():
        if vocabulary is None:
            return None
        months = vocabulary.classes["month"]
        month = months.get(month) or months.get(f"{month}.") or months.get(month.capitalize()) or ""
    try:
        return date(int(groups["year"]), int(month), int(groups["day"]))
    except ValueError:
        return None


def _is_later(before: str, vocabulary: TimeVocabulary | None) -> bool:
    """Whether the nearest word before a date that tells what it dates says that it is an update."""
    if vocabulary is None:
        return False
    for word in reversed(_WORD.findall(before.lower())):
        if word in vocabulary.publication.later:
            return True
        if word in vocabulary.publication.first:
            return False
    return False
