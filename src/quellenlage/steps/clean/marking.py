"""What a line's words tell about its role: the marks of the furniture vocabulary found in it, and their numbers.

The numbers stand beside those of `features` for the second set of weights, the one for languages with a vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quellenlage.languages.furniture import LONGEST_BEGINNING, MARKED_ROLES, FurnitureVocabulary, plain_line
from quellenlage.model.document import Role
from quellenlage.steps.clean.features import Matrix
from quellenlage.text.lines import Line

_LONGEST_MARKED = 250  # characters; of a longer line only the beginning tells, whatever phrase stands in it
_MOST_SINCE = 40  # lines; a heading further above tells nothing any more
_MOST_DATING = 16  # words and numbers; a line of more is no mere date
_MOST_CREDIT_WORDS = 9  # words; a longer line that names a picture agency is a caption or text
_GLUED_MENU = 3  # pieces
_WHOLE, _BEGIN, _MAY_BEGIN, _INSIDE = 4.0, 3.0, 2.0, 1.0  # how much a mark tells, by where it stands
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_QUOTED = re.compile(r"[„“\"»«][^„“\"»«]*[“”\"«»]")
_BRACKETED = re.compile(r"\(([^()]{1,30})\)")
_GLUE = re.compile(r"(?<=[a-zß-ÿ.!?)”“])(?=[A-ZÀ-Þ][a-zß-ÿ])|(?<=\d)(?=[A-ZÀ-Þ][a-zß-ÿ])")
_CREDIT_SIGN = re.compile(r"[^\W\d_][\w -]*?\s?[:©|/(–]")
_BULLETS = "•*-–·▪"
_LEADERS = (Role.COMMENT_FORM, Role.CROSSREF, Role.CREDIT, Role.OTHER)
_NEIGHBOURS = (-2, -1, 1, 2)

_OF_NEIGHBOURS = ("picture_credit", "marked", "finite", "function_share")
_SPEECH = (
    "address", "address_share", "function_share", "finite", "finite_like", "finite_share", "starts_finite",
    "finite_after_colon",
)  # fmt: skip

WORD_FEATURES: tuple[str, ...] = (
    *(f"mark_{role.value}" for role in MARKED_ROLES),
    *("picture_credit", "dating", "position", "menu_words"),
    *_SPEECH,
    *(f"since_{role.value}" for role in _LEADERS),
    *(f"{name}{shift:+d}" for shift in _NEIGHBOURS for name in _OF_NEIGHBOURS),
)


@dataclass(frozen=True, slots=True)
class LineMarks:
    """What the words of one line tell.

    Args:
        plain: the line in plain form.
        whole: role of the phrase that is the whole line, or None.
        is_head: whether that phrase also gives its role to the lines below.
        begin: role of the phrase the line begins with, where no sentence begins so, or None.
        may_begin: likewise, where a sentence might.
        inside: roles of phrases anywhere in the line.
        picture_credit: whether the line says whose picture it is.
        position: whether it tells in brackets where somebody stands in a picture.
        dating: whether the line is made of the words and numbers of a date alone.
        glued: whether it is made of menu words, two at least, glued together or in a row.
        words_read: whether a vocabulary was there to read it.
        verbless: whether no finite verb is known in it.
        verbless_after_colon: whether it has a colon and no finite verb is known behind it.
    """

    plain: str = ""
    whole: Role | None = None
    is_head: bool = False
    begin: Role | None = None
    may_begin: Role | None = None
    inside: frozenset[Role] = frozenset()
    picture_credit: bool = False
    position: bool = False
    dating: bool = False
    glued: bool = False
    words_read: bool = False
    verbless: bool = False
    verbless_after_colon: bool = False

    @property
    def sure(self) -> Role | None:
        """The role told by a phrase that no line of an article is or begins with."""
        return self.whole or self.begin


def find_marks(line: Line, vocabulary: FurnitureVocabulary) -> LineMarks:
    """The marks in one line."""
    text = line.words
    plain = plain_line(text)
    words = plain.split()
    if not words:
        return LineMarks(plain, dating=_is_dating(text, words, vocabulary), words_read=True)
    beginnings = [" ".join(words[:count]) for count in range(min(len(words), LONGEST_BEGINNING), 0, -1)]
    begin = next((vocabulary.begin[start] for start in beginnings if start in vocabulary.begin), None)
    may_begin = next((vocabulary.may_begin[start] for start in beginnings if start in vocabulary.may_begin), None)
    if len(text) > _LONGEST_MARKED:
        return LineMarks(plain, begin=begin, may_begin=may_begin, words_read=True)
    padded = f" {plain} "
    pieces = [plain_line(piece) for piece in _GLUE.split(text)]
    return LineMarks(
        plain=plain,
        whole=vocabulary.whole.get(plain),
        is_head=plain in vocabulary.heads,
        begin=begin,
        may_begin=may_begin,
        inside=frozenset(role for phrase, role in vocabulary.inside if phrase in padded),
        picture_credit=_is_picture_credit(text, beginnings, vocabulary),
        position=any(plain_line(held) in vocabulary.positions for held in _BRACKETED.findall(text)),
        dating=_is_dating(text, " ".join(pieces).split(), vocabulary),
        glued=_is_menu(pieces, vocabulary),
        words_read=True,
        verbless=not _has_finite(text, vocabulary),
        verbless_after_colon=": " in text and not _has_finite(text.rpartition(": ")[2], vocabulary),
    )


def _is_menu(pieces: Sequence[str], vocabulary: FurnitureVocabulary) -> bool:
    """Whether the line is made of two menu words or more, glued together or in a row.

    Three words glued to each other with no space between them are a menu whatever they say.
    """
    if len(pieces) > 1 and all(piece in vocabulary.pieces for piece in pieces):
        return True
    if len(pieces) >= _GLUED_MENU and not any(" " in piece for piece in pieces):
        return True
    words = " ".join(pieces).split()
    return len(words) > 1 and all(word in vocabulary.pieces for word in words)


def split_glued(text: str) -> list[int]:
    """Where in `text` two words are glued together: offsets of the second word's first letter."""
    return [match.start() for match in _GLUE.finditer(text)]


def _is_picture_credit(text: str, beginnings: Sequence[str], vocabulary: FurnitureVocabulary) -> bool:
    """Whether the line begins with a word for a picture and a sign, or is short and names an agency or a right."""
    if text[0] in _BULLETS:
        return False
    if any(start in vocabulary.picture_credits for start in beginnings):
        head = text.lstrip("([ ")
        if _CREDIT_SIGN.match(head) or len(beginnings[0].split()) == 1:
            return True
    if len(_WORD.findall(text)) > _MOST_CREDIT_WORDS or _has_finite(text, vocabulary):
        return False
    padded = f" {plain_line(text)} "
    return "©" in text or any(name in padded for name in vocabulary.picture_agencies)


def _is_dating(text: str, words: Sequence[str], vocabulary: FurnitureVocabulary) -> bool:
    numbers = _NUMBER.findall(text)
    if not words:
        return len(numbers) > 2 and len(numbers) <= _MOST_DATING
    return bool(numbers) and len(words) + len(numbers) <= _MOST_DATING and all(w in vocabulary.dating for w in words)


def word_features(lines: Sequence[Line], marks: Sequence[LineMarks], vocabulary: FurnitureVocabulary) -> Matrix:
    """One row a line, one column for each of `WORD_FEATURES`; shape (lines, features), float32."""
    if not lines:
        return np.zeros((0, len(WORD_FEATURES)), np.float32)
    marked = np.array([_mark_strengths(mark) for mark in marks], np.float32)
    flags = np.array([(mark.picture_credit, mark.dating, mark.position, mark.glued) for mark in marks], np.float32)
    speech = np.array([_speech(line, vocabulary) for line in lines], np.float32)
    since = np.stack([_since(marks, role) for role in _LEADERS], axis=1)
    near = np.stack([flags[:, 0], marked.max(axis=1), speech[:, 3], speech[:, 2]], axis=1)
    return np.concatenate([marked, flags, speech, since, *(_shift_rows(near, shift) for shift in _NEIGHBOURS)], axis=1)


def _mark_strengths(mark: LineMarks) -> tuple[float, ...]:
    return tuple(
        _WHOLE if mark.whole is role
        else _BEGIN if mark.begin is role
        else _MAY_BEGIN if mark.may_begin is role
        else _INSIDE if role in mark.inside
        else 0.0
        for role in MARKED_ROLES
    )  # fmt: skip


def _speech(line: Line, vocabulary: FurnitureVocabulary) -> tuple[float, ...]:
    """How the line speaks: to the reader, in sentences, with a finite verb where one belongs.

    What stands between quotation marks does not count as speaking to the reader.
    """
    text = line.words[:_LONGEST_MARKED]
    words = _WORD.findall(text)
    lowered = [word.lower() for word in words]
    count = max(len(words), 1)
    address = 0
    if not vocabulary.address.isdisjoint(lowered):
        spoken = _WORD.findall(_QUOTED.sub(" ", text))
        address = sum(_addresses(word, vocabulary) for word in spoken)
    finite = sum(map(vocabulary.finite.__contains__, words))
    like = sum(_is_finite_like(word, vocabulary) for word in words if word.islower())
    behind = text.rpartition(":")[2]
    return (
        min(address, 10),
        address / count,
        sum(map(vocabulary.function_words.__contains__, lowered)) / count,
        min(finite, 5),
        min(like, 5),
        (finite + like) / count,
        bool(words) and (lowered[0] in vocabulary.finite or _is_finite_like(lowered[0], vocabulary)),
        0.0 if ":" not in text or not behind else 1.0 if _has_finite(behind, vocabulary) else -1.0,
    )


def _addresses(word: str, vocabulary: FurnitureVocabulary) -> bool:
    """Whether the word speaks to the reader; "sie" and "ihr" do so only with a capital."""
    plain = word.lower()
    if plain not in vocabulary.address:
        return False
    return word[0].isupper() or plain not in vocabulary.function_words


def _has_finite(text: str, vocabulary: FurnitureVocabulary) -> bool:
    return any(word in vocabulary.finite or _is_finite_like(word, vocabulary) for word in _WORD.findall(text))


def _is_finite_like(word: str, vocabulary: FurnitureVocabulary) -> bool:
    return (
        len(word) > 3
        and word.endswith(vocabulary.finite_endings)
        and word.islower()
        and word not in vocabulary.not_finite
        and word not in vocabulary.finite
        and not word.startswith("ge")
    )


def _since(marks: Sequence[LineMarks], role: Role) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """How many lines ago a heading of that role stood; `_MOST_SINCE` if none did."""
    steps = np.empty(len(marks), np.float32)
    since = _MOST_SINCE
    for number, mark in enumerate(marks):
        since = min(since + 1, _MOST_SINCE)
        if mark.is_head and mark.whole is role:
            since = 0
        steps[number] = since
    return steps


def _shift_rows(rows: Matrix, shift: int) -> Matrix:
    """The rows of the lines `shift` further down (negative: above); -1 beyond the dump."""
    moved = np.full_like(rows, -1.0)
    if abs(shift) < len(rows):
        if shift < 0:
            moved[-shift:] = rows[:shift]
        else:
            moved[:-shift] = rows[shift:]
    return moved
