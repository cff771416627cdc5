"""Which lines are the article: the forests' judgement, and what the words and the company of a line say against it."""

from __future__ import annotations

import re

from quellenlage.model.document import Role
from quellenlage.steps.clean.sheet import Sheet

_LIKELY = 0.5
_LIKELY_AFTER_END = 0.8  # below a heading such as "more on this" that follows most of the article
_SHARE_BEFORE_COMMENTS = 0.35  # of the likely content; a comment heading further up is a button, not a section
_SHARE_BEFORE_END = 0.6
_CAPTION_LONGEST = 300  # characters
_TICKER_HEADS = 2  # headings with a time of day that make a ticker
_ITEMS_LEAST = 2  # lines below a colon that make a list

_CAPTION_SENTENCE = 170  # characters; a picture is described in one short sentence
# A line that is likelier content than this is not taken for a caption by its wording. A phrase of captions or a name
# behind a colon tells more than a missing verb, since not every verb is known.
_CAPTION_LIKELY, _CAPTION_LIKELY_VERBLESS = 0.985, 0.92
_SHORTER_THAN_NEIGHBOURS = 0.6  # of the shorter paragraph above or below
_PARAGRAPH = 150  # characters; a caption is told from short paragraphs by standing between long ones
_CROSSREF_LEAD = 40  # characters within which a pointer to another article has its colon
_CROSSREF_LONGEST = 250

_SENTENCE_INSIDE = re.compile(r"[.!?…][”“\"»«]?\s+[„“\"»«]?[A-ZÀ-Þ]")
_DURATION = re.compile(r"\d{1,3}:\d\d\s?[Mm]in\.?$")
_CLOCK_HEAD = re.compile(r"\d{1,2}[.:]\d\d\b\D{0,6}[:+–-]\s*\S")
_SENTENCE_ENDS = tuple('.!?…”“"')
_BULLETS = "•-–*·‣▪"


def judge_content(sheet: Sheet) -> list[Role | None]:
    """For each line: content; or caption or crossref, where its wording says so against its looks; or None."""
    limits = _limits(sheet)
    flags = [score > limit for score, limit in zip(sheet.content, limits, strict=True)]
    _keep_subheadings(sheet, limits, flags)
    verdicts: dict[int, Role | None] = {}
    for number in [number for number, flag in enumerate(flags) if flag]:
        verdict = _against_content(sheet, number)
        if verdict is not None:
            flags[number], verdicts[number] = False, verdict
    for number in [number for number, flag in enumerate(flags) if flag]:
        if _describes_picture(sheet, number, flags):
            flags[number], verdicts[number] = False, Role.CAPTION
    _strip_house_lines(sheet, flags)
    _keep_lists(sheet, flags)
    _keep_clock_heads(sheet, flags)
    if not any(flags):
        flags = [
            mark.sure is None and line.words.endswith(_SENTENCE_ENDS)
            for mark, line in zip(sheet.marks, sheet.lines, strict=True)
        ]
    return [Role.CONTENT if flag else verdicts.get(number) for number, flag in enumerate(flags)]


def _limits(sheet: Sheet) -> list[float]:
    """How likely a line must be content to count: more below a heading that ends the article."""
    weights = [
        score * len(line.words) if score > _LIKELY else 0.0
        for score, line in zip(sheet.content, sheet.lines, strict=True)
    ]
    total, before, limit = sum(weights), 0.0, _LIKELY
    limits = []
    for weight, mark in zip(weights, sheet.marks, strict=True):
        if mark.is_head and total:
            if mark.whole is Role.COMMENT_FORM and before >= _SHARE_BEFORE_COMMENTS * total:
                limit = 1.0
            elif mark.whole is not Role.COMMENT_FORM and before >= _SHARE_BEFORE_END * total:
                limit = max(limit, _LIKELY_AFTER_END)
        limits.append(limit)
        before += weight
    return limits


def _against_content(sheet: Sheet, number: int) -> Role | None:
    """The role that the words of the line tell so clearly that its looks do not count, or None."""
    mark, words = sheet.marks[number], sheet.lines[number].words
    if mark.sure is not None:
        return mark.sure
    if mark.picture_credit:
        return Role.CREDIT
    if mark.glued:
        return Role.NAVIGATION
    if _DURATION.search(words) or (mark.position and len(words) <= _CAPTION_LONGEST):
        return Role.CAPTION
    points_away = mark.may_begin is Role.CROSSREF and ":" in words[:_CROSSREF_LEAD]
    return Role.CROSSREF if points_away and len(words) <= _CROSSREF_LONGEST else None


def _describes_picture(sheet: Sheet, number: int, flags: list[bool]) -> bool:
    """Whether a short sentence between longer paragraphs describes a picture.

    It does so without a finite verb ("Soldaten bei einer Übung."), with none behind a colon ("Wollen reden: Meier und
    Schmidt."), or with a phrase of captions in it. Sub-headings have no full stop and are left alone.
    """
    mark, words = sheet.marks[number], sheet.lines[number].words
    if not mark.words_read or len(words) > _CAPTION_SENTENCE or not words.endswith("."):
        return False
    if words[0] in _BULLETS or _SENTENCE_INSIDE.search(words) or not 0 < number < len(flags) - 1:
        return False
    near = [len(sheet.lines[other].words) for other in (number - 1, number + 1) if flags[other]]
    if not near or min(near) < _PARAGRAPH or len(words) > _SHORTER_THAN_NEIGHBOURS * min(near):
        return False
    named = mark.verbless_after_colon and words.rpartition(": ")[2][:1].isupper()
    if named or Role.CAPTION in mark.inside:
        return sheet.content[number] <= _CAPTION_LIKELY
    return mark.verbless and sheet.content[number] <= _CAPTION_LIKELY_VERBLESS


def _strip_house_lines(sheet: Sheet, flags: list[bool]) -> None:
    """At both ends of the article, lines that recur in the outlet's other articles speak for the house.

    Amid the article they stay: outlets repeat paragraphs on the background of a running story.
    """
    for order in (range(len(flags)), range(len(flags) - 1, -1, -1)):
        for number in order:
            if flags[number] and not sheet.repeated[number]:
                break
            flags[number] = False


def _keep_lists(sheet: Sheet, flags: list[bool]) -> None:
    """A list belongs to the article if the line above it ends in a colon and the article surrounds or leads it."""
    lines = sheet.lines
    for number, line in enumerate(lines):
        if not line.words.endswith(":") or sheet.marks[number].sure or not _follows_content(number, flags):
            continue
        end = number + 1
        while end < len(lines) and lines[end].words[0] in _BULLETS and sheet.marks[end].sure is None:
            end += 1
        if end - number - 1 >= _ITEMS_LEAST and (flags[number] or any(flags[end : end + 2])):
            flags[number:end] = [True] * (end - number)


def _follows_content(number: int, flags: list[bool]) -> bool:
    return flags[number] or any(flags[max(number - 3, 0) : number])


def _keep_clock_heads(sheet: Sheet, flags: list[bool]) -> None:
    """The headings of a news ticker ("15.32 Uhr: …") belong to the article if its text follows at once.

    Where a page has several such headings, so does a sentence right below one of them.
    """
    heads = [number for number, line in enumerate(sheet.lines[:-1]) if _CLOCK_HEAD.match(line.words)]
    heads = [number for number in heads if sheet.marks[number].sure is None]
    is_ticker = sum(flags[number] for number in heads) >= _TICKER_HEADS
    for number in heads:
        below = sheet.lines[number + 1]
        if is_ticker and below.gap == 0 and below.words.endswith(_SENTENCE_ENDS) and not sheet.marks[number + 1].sure:
            flags[number + 1] = True
        flags[number] |= flags[number + 1]


def _keep_subheadings(sheet: Sheet, limits: list[float], flags: list[bool]) -> None:
    """Where the article goes on below a pointer elsewhere, a likely line right above its text is its sub-heading."""
    for number in range(len(flags) - 1):
        likely = _LIKELY < sheet.content[number] <= limits[number] < 1
        if likely and flags[number + 1] and sheet.marks[number].sure is None:
            flags[number] = True
