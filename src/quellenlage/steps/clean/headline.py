"""Which line is the headline. A document has one or none: kickers, breadcrumbs and repetitions are something else."""

from __future__ import annotations

import re

from quellenlage.steps.clean.sheet import Sheet

_LIKELY = 0.03  # pages without a headline stay below 0.02; only the likeliest line of a page counts
_LIKELY_BELOW_TRAIL = 0.3  # a second line of that likelihood is the headline when the first ends a breadcrumb trail
_MOST_BARS = 1  # a line of more parts between bars is a menu
_LONGEST = 220  # characters
_FEWEST_WORDS = 2
_WIDE = re.compile(r"(?<=\S)(?: {2,}|\t+|\u2003+)(?=\S)")  # between the entries of a menu on one line
_DASHED = re.compile(r"\s[–—-]\s")
_MOST_DASHES = 2  # a line of more parts between dashes is a menu ("Funk – Programm – Wetter – Verkehr")
_LISTED = re.compile(r"(?:\d{1,2}\.|[•*›>»-])\s")  # an item of a list, such as a breadcrumb trail
_SENTENCE_ENDS = tuple('.!?…”“"')
_PARAGRAPH = 90  # characters; a shorter line without a full stop above the text is a headline, a date or a name
_NEAR = 12  # lines within which a page repeats its headline


def find_headline(sheet: Sheet, content: list[bool]) -> int | None:
    """Index of the headline, or None if no line is likely enough."""
    end = _end_of_content(content)
    best, best_score = None, _LIKELY
    for number in range(end):
        if sheet.headline[number] > best_score and _may_be(sheet, number):
            best, best_score = number, sheet.headline[number]
    if best is None:
        return 0 if _opens(sheet, content) else _above_article(sheet, content)
    return _bare_repetition(sheet, _below_trail(sheet, best, end))


def _end_of_content(content: list[bool]) -> int:
    """A headline stands above a line of the article, if there is any."""
    return next((number for number in range(len(content) - 1, -1, -1) if content[number]), len(content))


def _is_menu(words: str) -> bool:
    """Whether a line has the entries of a menu side by side."""
    barred = sum(words.count(bar) for bar in "|·•›") > _MOST_BARS
    return barred or bool(_WIDE.search(words)) or len(_DASHED.findall(words)) > _MOST_DASHES


def _may_be(sheet: Sheet, number: int) -> bool:
    mark, words = sheet.marks[number], sheet.lines[number].words
    if mark.glued or _is_menu(words):
        return False
    if mark.sure or mark.dating or mark.picture_credit or mark.position or sheet.repeated[number]:
        return False
    if words.endswith(".") and not words.endswith(".."):
        return False  # a headline has no full stop
    return len(words) <= _LONGEST and len(mark.plain.split()) >= _FEWEST_WORDS


def _opens(sheet: Sheet, content: list[bool]) -> bool:
    """Whether the first line is a short one above sentences: the headline of a bare note, too short for the forest."""
    if len(content) < 2 or not content[1] or not _may_be(sheet, 0):
        return False
    first, second = sheet.lines[0].words, sheet.lines[1].words
    return first[-1].isalnum() and first[0].isalnum() and len(first) < len(second) and second.endswith(_SENTENCE_ENDS)


def _above_article(sheet: Sheet, content: list[bool]) -> int | None:
    """The likeliest line between a menu in one line and the article.

    Below such a menu even a short headline without a verb is no likely one for the forest.
    """
    first = next((n for n in range(min(len(content), _NEAR)) if content[n] and not _is_short(sheet, n)), 0)
    menus = [number for number in range(first) if _is_menu(sheet.lines[number].words)]
    below = [number for number in range(menus[0] + 1, first) if _may_be(sheet, number)] if menus else []
    return max(below, key=lambda number: sheet.headline[number], default=None)


def _is_short(sheet: Sheet, number: int) -> bool:
    """Whether a line is too short for a paragraph, and has no full stop."""
    words = sheet.lines[number].words
    return len(words) < _PARAGRAPH and not words.endswith(".")


def _below_trail(sheet: Sheet, best: int, end: int) -> int:
    """The page's short name ends the trail of its menus; the headline comes after it, if there is one."""
    below_menu = best > 0 and sheet.marks[best - 1].glued
    if not below_menu and not _LISTED.match(sheet.lines[best].words):
        return best
    below = [number for number in range(best + 1, min(best + _NEAR, end)) if _may_be(sheet, number)]
    dated = [number for number in below if below_menu and _tops_date(sheet, number)]
    likely = [number for number in below if sheet.headline[number] > _LIKELY_BELOW_TRAIL]
    return max(dated or likely, key=lambda number: sheet.headline[number], default=best)


def _tops_date(sheet: Sheet, number: int) -> bool:
    """Whether the line stands right above the date of the article."""
    return number + 1 < len(sheet.marks) and sheet.marks[number + 1].dating


def _bare_repetition(sheet: Sheet, best: int) -> int:
    """The same headline nearby without the menu words before it, where the page has it twice."""
    words = sheet.lines[best].words
    for number in range(max(best - _NEAR, 0), min(best + _NEAR + 1, len(sheet.lines))):
        other = sheet.lines[number].words
        if number != best and words != other and words.endswith(other) and _may_be(sheet, number):
            return number
    return best
