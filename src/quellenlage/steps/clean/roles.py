"""The role of every line: first the headline, then the article, then what the rest is.

A rule is a short function that answers for one line, or None; the first that answers decides. `_RULES` lists them in
order of trust: what words tell outright, what the lines around tell, what the shape suggests, and last a guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from quellenlage.languages.furniture import FurnitureVocabulary, plain_line
from quellenlage.model.document import Role
from quellenlage.steps.clean.content import judge_content
from quellenlage.steps.clean.headline import find_headline
from quellenlage.steps.clean.sheet import Sheet

_MOST_BELOW_HEAD = 8  # lines that a heading without end can still govern
_LONGEST_SOURCE = 80  # characters of a line in a list of sources
_CAPTION_WORDS = 4  # a sentence between headline and article that is not the lead describes a picture
_SHORT = 60  # characters; menus, buttons and credits are mostly shorter
_NAME_WORDS = (2, 4)
_NEAR_ARTICLE = 4  # lines above the first and below the last line of the article where its author may stand
_REPEATED_WITHIN = 3  # lines within which a picture's description comes again
_LONGEST_BYLINE = 90
_LONGEST_DATED = 90

_NAME = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?:\s+(?:(?:von|van|de|der|zu|al|el|da|di)\s+)*[A-ZÀ-Þ][\w’'.-]*)+")
_INITIALS = re.compile(r"\(?[a-zß-ü]{2,5}(?:[/,]\s?[a-zß-ü]{2,5})*\)?|\([a-zß-ü]{2,5}(?:/[A-Za-z]{2,6})?\)")
_ABBREVIATION = re.compile(r"[A-Z]{2,5}")
_WHOLE_DATE = re.compile(
    r"\b\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)?\d\d\b|\b\d{1,2}\.?\s[A-ZÄ][a-zä]+\s(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/(?:19|20)\d\d\b"
)
_LINK = re.compile(r"[>•* ]*(?:https?://|www\.)\S+")
_SENTENCE_ENDS = tuple('.!?…”“"')
_LONG_WORD = 5  # letters; two lines that share one speak of the same thing


@dataclass(frozen=True, slots=True)
class _Desk:
    """All that the rules look at: the sheet, what is decided already, and where the article begins and ends."""

    sheet: Sheet
    verdicts: list[Role | None]
    vocabulary: FurnitureVocabulary | None
    content: list[bool]
    headline: int | None
    first: int
    last: int
    governed: list[Role | None]

    def words(self, number: int) -> str:
        return self.sheet.lines[number].words

    def plain(self, number: int) -> str:
        return self.sheet.marks[number].plain


_Rule = Callable[[_Desk, int], Role | None]


def assign_roles(sheet: Sheet, vocabulary: FurnitureVocabulary | None) -> list[Role]:
    """The role of each line of the sheet."""
    verdicts = judge_content(sheet)
    content = [verdict is Role.CONTENT for verdict in verdicts]
    headline = find_headline(sheet, content)
    if headline is not None:
        content[headline] = False
        _clear_above(sheet, content, headline)
    where = [number for number, flag in enumerate(content) if flag]
    desk = _Desk(
        sheet=sheet,
        verdicts=verdicts,
        vocabulary=vocabulary,
        content=content,
        headline=headline,
        first=where[0] if where else len(content),
        last=where[-1] if where else -1,
        governed=_governed(sheet, content),
    )
    return [_role(desk, number) for number in range(len(content))]


def _clear_above(sheet: Sheet, content: list[bool], headline: int) -> None:
    """What stands above the headline and does not end like a sentence is no part of the article."""
    for number in range(headline):
        content[number] &= sheet.lines[number].words.endswith(_SENTENCE_ENDS)


def _role(desk: _Desk, number: int) -> Role:
    if number == desk.headline:
        return Role.TITLE
    if desk.content[number]:
        return Role.CONTENT
    return next(role for rule in _RULES if (role := rule(desk, number)) is not None)


def _governed(sheet: Sheet, content: list[bool]) -> list[Role | None]:
    """The role that a heading above gives to each line: comments to the end, others until the article goes on."""
    governed: list[Role | None] = []
    role: Role | None = None
    left = 0
    for number, mark in enumerate(sheet.marks):
        if content[number]:
            role = None
        governed.append(role if left > 0 else None)
        left -= 1
        if mark.is_head and not content[number]:
            role, left = mark.whole, _MOST_BELOW_HEAD
            if role is Role.COMMENT_FORM and not any(content[number:]):
                left = len(content)
    return governed


def _whole_line(desk: _Desk, number: int) -> Role | None:
    """The phrase that is the whole line, or that it surely begins with, tells."""
    return desk.sheet.marks[number].sure


def _menu_words(desk: _Desk, number: int) -> Role | None:
    """Menu words glued together, or one glued to a headline that comes again, are navigation."""
    if desk.vocabulary is None:
        return None
    if desk.sheet.marks[number].glued:
        adverts = [word for word, role in desk.vocabulary.whole.items() if role is Role.ADVERT]
        return Role.ADVERT if any(desk.plain(number).endswith(word) for word in adverts) else Role.NAVIGATION
    return None


def _breadcrumb(desk: _Desk, number: int) -> Role | None:
    """What ends in the headline shows the way to it; the headline once more is neither."""
    if desk.headline is None:
        return None
    title = desk.plain(desk.headline)
    if desk.plain(number) == title:
        return Role.OTHER
    return Role.NAVIGATION if title and desk.plain(number).endswith(title) else None


def _caption_by_wording(desk: _Desk, number: int) -> Role | None:
    """It looks like the article, but its wording is that of a caption or of a pointer elsewhere."""
    verdict = desk.verdicts[number]
    return verdict if verdict in (Role.CAPTION, Role.CROSSREF) else None


def _link(desk: _Desk, number: int) -> Role | None:
    """A line that is nothing but a link."""
    return Role.NAVIGATION if _LINK.fullmatch(desk.words(number)) else None


def _dating(desk: _Desk, number: int) -> Role | None:
    """A line of nothing but the words and numbers of a date."""
    return Role.DATE if desk.sheet.marks[number].dating else None


def _comments(desk: _Desk, number: int) -> Role | None:
    """Everything below the heading of the comments."""
    return Role.COMMENT_FORM if desk.governed[number] is Role.COMMENT_FORM else None


def _listed_source(desk: _Desk, number: int) -> Role | None:
    """Short lines below a heading such as "sources"."""
    short = len(desk.words(number)) <= _LONGEST_SOURCE
    return Role.CREDIT if desk.governed[number] is Role.CREDIT and short else None


def _picture_credit(desk: _Desk, number: int) -> Role | None:
    """Whose picture it is; with a description before it, a caption."""
    mark = desk.sheet.marks[number]
    if mark.picture_credit or (desk.words(number).startswith("©") and len(desk.words(number)) <= _LONGEST_SOURCE):
        return Role.CREDIT
    return Role.CAPTION if mark.position else None


def _byline(desk: _Desk, number: int) -> Role | None:
    """A leading word and names, near the beginning or the end of the article."""
    words = desk.words(number)
    if desk.vocabulary is None or len(words) > _LONGEST_BYLINE:
        return None
    parts = desk.plain(number).split()
    leads = [
        count for count in range(1, min(5, len(parts))) if " ".join(parts[:count]) in desk.vocabulary.byline_leaders
    ]
    if not leads:
        return None
    if desk.vocabulary.whole.get(parts[leads[-1]]) is Role.CREDIT:
        return Role.CREDIT
    names = words.split()[leads[-1] :]
    return Role.BYLINE if any(name[:1].isupper() for name in names) and not words.endswith((".", "?", "!")) else None


def _dated(desk: _Desk, number: int) -> Role | None:
    """A line above the article that holds a whole date."""
    near = number <= desk.first + 1 and len(desk.words(number)) <= _LONGEST_DATED
    return Role.DATE if near and _WHOLE_DATE.search(desk.words(number)) and not _comes_again(desk, number) else None


def _author(desk: _Desk, number: int) -> Role | None:
    """A name alone just above the article, between its lead and its text, or just below it; or initials below it."""
    words = desk.words(number)
    if number > desk.last and number - desk.last <= _NEAR_ARTICLE and _INITIALS.fullmatch(words):
        return Role.BYLINE
    if words.isupper() or not _NAME.fullmatch(words) or not _NAME_WORDS[0] <= len(words.split()) <= _NAME_WORDS[1]:
        return None
    above = desk.first - _NEAR_ARTICLE <= number < desk.first and (desk.headline is None or number > desk.headline)
    lead = number > desk.first and sum(desk.content[:number]) == 1
    return Role.BYLINE if (above or lead) and not _comes_again(desk, number) else None


def _agency(desk: _Desk, number: int) -> Role | None:
    """An abbreviation alone between headline and text says whose report it is."""
    above = (desk.headline is None or number > desk.headline) and number < desk.first
    return Role.CREDIT if above and _ABBREVIATION.fullmatch(desk.words(number)) else None


def _agencies_joined(desk: _Desk, number: int) -> Role | None:
    """Short names joined by strokes and commas, one of them an agency ("red, dpa/Reuters")."""
    if desk.vocabulary is None or len(desk.words(number)) > _SHORT:
        return None
    parts = [plain_line(part) for part in re.split(r"[/,;+&|]|\bund\b", desk.words(number))]
    known = any(desk.vocabulary.whole.get(part) is Role.CREDIT for part in parts)
    return Role.CREDIT if known and all(len(part.split()) <= 2 for part in parts) else None


def _caption_by_company(desk: _Desk, number: int) -> Role | None:
    """A description that comes again nearby, or that stands at a picture credit."""
    sheet = desk.sheet
    if len(desk.plain(number).split()) < 2 or number > desk.last + _NEAR_ARTICLE:
        return None
    if _comes_again(desk, number):
        above = desk.headline is not None and number < desk.headline
        return Role.CAPTION if not above or _speaks_of_story(desk, number) else None
    near = [other for other in (number - 1, number + 1) if 0 <= other < len(sheet.lines)]
    return Role.CAPTION if any(sheet.marks[other].picture_credit for other in near) else None


def _comes_again(desk: _Desk, number: int) -> bool:
    """Whether a line nearby is the same or begins with it or the other way round."""
    plain = desk.plain(number)
    for other in range(max(number - _REPEATED_WITHIN, 0), min(number + _REPEATED_WITHIN + 1, len(desk.content))):
        their = desk.plain(other)
        if other != number and plain and their and (plain.startswith(their) or their.startswith(plain)):
            return True
    return False


def _speaks_of_story(desk: _Desk, number: int) -> bool:
    """Whether headline or article use a long word of the line; the outlet's own name and motto do not."""
    words = {word for word in desk.plain(number).split() if len(word) >= _LONG_WORD}
    story = (other for other, flag in enumerate(desk.content) if flag or other == desk.headline)
    return any(words & set(desk.plain(other).split()) for other in story)


def _may_begin(desk: _Desk, number: int) -> Role | None:
    """A phrase at the beginning of the line, now that it is known to be no part of the article."""
    return desk.sheet.marks[number].may_begin


def _below_head(desk: _Desk, number: int) -> Role | None:
    """What a heading above says of it."""
    return desk.governed[number] if desk.governed[number] is not Role.CREDIT else None


def _hinted(desk: _Desk, number: int) -> Role | None:
    """Phrases anywhere in the line."""
    inside = desk.sheet.marks[number].inside
    return next((role for role in _HINT_ORDER if role in inside), None)


def _amid_article(desk: _Desk, number: int) -> Role | None:
    """What interrupts the article without a word about itself describes a picture more often than anything else."""
    amid = desk.first < number < desk.last
    return Role.CAPTION if amid and len(desk.plain(number).split()) >= 2 else None


def _rest(desk: _Desk, number: int) -> Role:
    """Short lines outside the article are menus; the rest stays unnamed, and so does the kicker above the headline."""
    words = desk.words(number)
    kicker = desk.headline is not None and number == desk.headline - 1 and desk.sheet.lines[desk.headline].gap <= 1
    if kicker or desk.first < number < desk.last:
        return Role.OTHER
    below_headline = desk.headline is not None and desk.headline < number < desk.first
    if below_headline and words.endswith((".", ")")) and len(words.split()) >= _CAPTION_WORDS:
        return Role.CAPTION
    return Role.NAVIGATION if len(words) <= _SHORT and words[-1:] not in ".!?" else Role.OTHER


_HINT_ORDER = (Role.CREDIT, Role.COMMENT_FORM, Role.ADVERT, Role.OTHER, Role.CAPTION, Role.CROSSREF, Role.BYLINE)
_RULES: tuple[_Rule, ...] = (
    _menu_words,
    _whole_line,
    _dating,
    _comments,
    _listed_source,
    _link,
    _picture_credit,
    _breadcrumb,
    _caption_by_wording,
    _byline,
    _dated,
    _author,
    _agency,
    _agencies_joined,
    _caption_by_company,
    _may_begin,
    _below_head,
    _hinted,
    _amid_article,
    _rest,
)
