"""From lines with roles to passages; a line that glues two roles together is cut between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quellenlage.languages.furniture import FurnitureVocabulary, plain_line
from quellenlage.model.document import Passage, Role
from quellenlage.model.span import Span, trimmed
from quellenlage.steps.clean.marking import find_marks, split_glued
from quellenlage.steps.clean.sheet import Sheet
from quellenlage.text.lines import Line

_DATE_AT_END = re.compile(r"\s(?=\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄ][a-zä]+\s)\s?(?:19|20)?\d\d\b)")


def cut_passages(
    text: str, sheet: Sheet, roles: Sequence[Role], vocabulary: FurnitureVocabulary | None
) -> Iterator[Passage]:
    """One passage a line, or two where its parts have different roles."""
    for line, role in zip(sheet.lines, roles, strict=True):
        cut = None if vocabulary is None else _cut(line, role, vocabulary)
        if cut is None:
            yield Passage(line.span, role)
            continue
        at, first, second = cut
        for begin, end, part_role in (
            (line.span.begin, line.span.begin + at, first),
            (line.span.begin + at, line.span.end, second),
        ):
            span = trimmed(text, begin, end)
            if span is not None:
                yield Passage(span, part_role)


def _cut(line: Line, role: Role, vocabulary: FurnitureVocabulary) -> tuple[int, Role, Role] | None:
    """Where to cut the line (offset in it) and the roles of both parts, or None."""
    if role is Role.TITLE:
        return _cut_menu_word(line.words, vocabulary)
    if role is Role.DATE:
        return _cut_date(line, vocabulary)
    if role in (Role.BYLINE, Role.CREDIT):
        found = _DATE_AT_END.search(line.words)
        return (found.end(), role, Role.DATE) if found else None
    return None


def _cut_menu_word(words: str, vocabulary: FurnitureVocabulary) -> tuple[int, Role, Role] | None:
    """A menu word glued to the headline ("PolitikKanzler reist ab")."""
    for at in split_glued(words)[:1]:
        if plain_line(words[:at]) in vocabulary.pieces:
            return at, Role.NAVIGATION, Role.TITLE
    return None


def _cut_date(line: Line, vocabulary: FurnitureVocabulary) -> tuple[int, Role, Role] | None:
    """A date glued to something else ("10:27 UhrLesedauer: 1 Min.")."""
    for at in split_glued(line.words):
        rest = Line(Span(line.span.begin + at, line.span.end), line.words[at:], 0, 0)
        marks = find_marks(rest, vocabulary)
        role = marks.sure or marks.may_begin
        if role is not None and role is not Role.DATE:
            return at, Role.DATE, role
    return None
