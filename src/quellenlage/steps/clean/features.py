"""What a line looks like, where it stands and what stands around it, in numbers and without a single word.

The features follow the work on boilerplate detection from shallow text features (Kohlschütter, Fankhauser, Nejdl,
"Boilerplate Detection using Shallow Text Features", 2010) and body text extraction by the densest stretch (Finn,
Kushmerick, Smyth, "Fact or Fiction", 2001), for lines of a text dump instead of blocks of a page. Added is what only
a dump shows: lines that come twice, a line that begins with its neighbour (a picture's description, then the same
with its credit), words glued together, and how many of a line's words the body of the text uses as well.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quellenlage.text.lines import Line

Matrix = NDArray[np.float32]
_Column = NDArray[np.float32]

_STOPS = ".!?…"
_CLOSERS = "\"“”»«’')"
_QUOTES = '"“”„»«'
_BULLETS = "•-–*·‣▪►>→+|"
_PROSE_WORDS = 8  # a line of so many words that ends like a sentence counts as prose
_SHORT_LINE = 40  # characters; menus and credits are mostly shorter
_MOST = 30  # distances and runs beyond it tell no more
_REPEAT_MOST = 5
_NEAR = 3  # lines on each side in which a picture's description is looked for again
_PREFIX_LEAST = 8  # characters that two lines must share to count as one beginning with the other
_HEAD_LENGTH = 250  # characters in which dates, links and glued words are looked for; furniture is shorter
_SHAPE_LENGTH = 80  # characters; what menus repeat is shorter
_CORE_COST = 80  # characters of prose that a line without prose must be outweighed by to lie in the body

_SENTENCE_END = re.compile(r"[.!?…][\"“”»«’)]*\s+[\"„“»«]?[A-ZÀ-Þ\d]")
_GLUED = re.compile(r"[a-zß-ÿ)!?][A-ZÀ-Þ]")
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_DURATION_AT_END = re.compile(r"\d\d? ?[^\W\d_]{1,7}\.?$")
_DATE = re.compile(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b|\b(?:19|20)\d\d\b")
_LINK = re.compile(r"https?:|www\.|\w\.(?:com|de|org|net|at|ch|eu|uk)\b|@\w")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34])\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNS_AND_SPACE = re.compile(r"[\W_]+")

_OWN = (
    "log_chars", "words", "word_length", "capitalised", "capitals", "digits", "commas", "sentences", "ends_stop",
    "ends_closer", "ends_colon", "ends_ellipsis", "ends_question", "ends_letter", "starts_lower", "starts_digit",
    "starts_bullet", "starts_quote", "indent", "quotes", "colons", "brackets", "bars", "slashes", "glued", "clock",
    "date", "link", "file", "copyright", "long_words", "prose", "gap_above", "starts_clock", "ends_duration",
)  # fmt: skip
_PLACE = (
    "gap_below", "place", "char_place", "lines", "prose_share", "prose_before", "prose_after", "prose_above",
    "prose_below", "in_core", "core_begin", "core_end", "core_share", "from_first_prose", "to_last_prose",
)  # fmt: skip
_SURROUNDINGS = ("chars_3", "chars_8", "prose_3", "prose_8", "short_3", "run_short", "run_bullets")
_LIST_LEAD = ("list_after_colon", "list_after_prose", "set_in")
_SHARED = ("twice", "alike", "begins_neighbour", "begun_by_neighbour", "like_neighbour", "shared", "shared_count")
_OF_NEIGHBOURS = (
    "log_chars",
    "words",
    "ends_stop",
    "prose",
    "gap_above",
    "commas",
    "capitalised",
    "copyright",
    "starts_bullet",
)
_SHIFTS = (-2, -1, 1, 2)

FEATURES: tuple[str, ...] = (
    *_OWN, *_PLACE, *_SURROUNDINGS, *_LIST_LEAD, *_SHARED,
    *(f"{name}{shift:+d}" for shift in _SHIFTS for name in _OF_NEIGHBOURS),
)  # fmt: skip


def line_features(lines: Sequence[Line]) -> Matrix:
    """One row a line, one column for each of `FEATURES`; shape (lines, features), float32.

    Shares are 0 to 1, distances in lines, lengths in characters or words, flags 0 or 1.
    """
    if not lines:
        return np.zeros((0, len(FEATURES)), np.float32)
    own = np.array([_own(line) for line in lines], np.float32)
    column = {name: own[:, number] for number, name in enumerate(_OWN)}
    chars = np.array([len(line.words) for line in lines], np.float32)
    prose = column["prose"]
    parts = [
        own,
        _place(chars, prose, column["gap_above"]),
        _surroundings(chars, prose, column["starts_bullet"]),
        _list_lead(column["starts_bullet"], column["ends_colon"], prose),
        _set_in(column["indent"], chars * prose)[:, None],
        _shared(lines, prose),
        *(_shifted(column[name], shift)[:, None] for shift in _SHIFTS for name in _OF_NEIGHBOURS),
    ]
    return np.concatenate(parts, axis=1)


def _own(line: Line) -> tuple[float, ...]:
    """The numbers of a line by itself, in the order of `_OWN`."""
    text, words = line.words, line.words.split()
    count, chars = len(words), len(text)
    last, first, head = text[-1], text[0], text[:_HEAD_LENGTH]
    bare = text.rstrip(_CLOSERS)
    ends_stop = bare[-1:] in _STOPS if bare else False
    lead = text.lstrip(_BULLETS + _QUOTES + " ")[:1]
    long_words = sum(len(word) > 6 for word in words)
    return (
        math.log1p(chars),
        count,
        chars / count,
        sum(word[0].isupper() for word in words) / count,
        sum(len(word) > 1 and word.isupper() for word in words) / count,
        sum(map(text.count, "0123456789")) / chars,
        text.count(","),
        len(_SENTENCE_END.findall(text)),
        ends_stop,
        last in _CLOSERS,
        last == ":",
        text.endswith(("...", "…")),
        bare.endswith("?"),
        last.isalpha(),
        lead.islower(),
        first.isdigit(),
        first in _BULLETS,
        first in _QUOTES,
        min(line.indent, _MOST),
        sum(text.count(sign) for sign in _QUOTES),
        text.count(":"),
        text.count("(") + text.count("["),
        text.count("|") + text.count("·") + text.count("•"),
        text.count("/"),
        len(_GLUED.findall(head)),
        bool(_CLOCK.search(head)),
        bool(_DATE.search(head)),
        bool(_LINK.search(head)),
        bool(_FILE.search(head)),
        "©" in text,
        long_words / count,
        ends_stop and count >= _PROSE_WORDS and "©" not in text,
        min(line.gap, 4),
        bool(_CLOCK.match(text)),
        bool(_DURATION_AT_END.search(text[-12:])),
    )


def _place(chars: _Column, prose: _Column, gaps: _Column) -> Matrix:
    """Where the line stands in the dump and to its prose, in the order of `_PLACE`."""
    count = len(chars)
    index = np.arange(count, dtype=np.float32)
    before = np.cumsum(chars) - chars
    mass = chars * prose
    total = max(float(mass.sum()), 1.0)
    prose_before = (np.cumsum(mass) - mass) / total
    begin, end = _core(chars, prose)
    where = np.flatnonzero(prose)
    first, last = (float(where[0]), float(where[-1])) if len(where) else (0.0, float(count))
    return np.stack(
        [
            np.append(gaps[1:], np.float32(0)),
            index / count,
            before / max(float(chars.sum()), 1.0),
            np.full(count, math.log1p(count), np.float32),
            np.full(count, float(prose.mean()), np.float32),
            prose_before,
            1 - prose_before - mass / total,
            _steps_since(prose),
            _steps_since(prose[::-1])[::-1],
            ((index >= begin) & (index < end)).astype(np.float32),
            np.clip(index - begin, -_MOST, _MOST),
            np.clip(end - 1 - index, -_MOST, _MOST),
            np.full(count, float(mass[begin:end].sum()) / total, np.float32),
            np.clip(index - first, -_MOST, _MOST),
            np.clip(last - index, -_MOST, _MOST),
        ],
        axis=1,
    ).astype(np.float32)


def _core(chars: _Column, prose: _Column) -> tuple[int, int]:
    """The densest stretch of prose, half-open in lines: the one with the greatest sum of prose less other lines."""
    best, best_begin, best_end, begin, total = 0.0, 0, 0, 0, 0.0
    for number, value in enumerate(np.where(prose > 0, chars, -_CORE_COST).tolist()):
        if total <= 0:
            begin, total = number, 0.0
        total += value
        if total > best:
            best, best_begin, best_end = total, begin, number + 1
    return best_begin, best_end


def _steps_since(flags: _Column) -> _Column:
    """How many lines ago the last flagged line stood (the line itself does not count), at most `_MOST`."""
    steps, since = np.empty(len(flags), np.float32), _MOST
    for number, flag in enumerate(flags.tolist()):
        since = min(since + 1, _MOST)
        steps[number] = since
        if flag:
            since = 0
    return steps


def _surroundings(chars: _Column, prose: _Column, bullets: _Column) -> Matrix:
    """Means over the neighbourhood without the line itself, and runs, in the order of `_SURROUNDINGS`."""
    short = (chars < _SHORT_LINE).astype(np.float32)
    return np.stack(
        [
            np.log1p(_mean_around(chars, 3)),
            np.log1p(_mean_around(chars, 8)),
            _mean_around(prose, 3),
            _mean_around(prose, 8),
            _mean_around(short, 3),
            _run(1 - prose),
            _run(bullets),
        ],
        axis=1,
    ).astype(np.float32)


def _mean_around(values: _Column, reach: int) -> _Column:
    """The mean over up to `reach` lines on each side, the line itself left out."""
    count = len(values)
    sums = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    index = np.arange(count)
    low, high = np.maximum(index - reach, 0), np.minimum(index + reach + 1, count)
    means: _Column = ((sums[high] - sums[low] - values) / np.maximum(high - low - 1, 1)).astype(np.float32)
    return means


def _run(flags: _Column) -> _Column:
    """Length of the run of flagged lines that each line stands in, at most `_MOST`; 0 for others."""
    lengths = np.zeros(len(flags), np.float32)
    begin = None
    for number, flag in enumerate([*flags.tolist(), 0.0]):
        if flag and begin is None:
            begin = number
        elif not flag and begin is not None:
            lengths[begin:number] = min(number - begin, _MOST)
            begin = None
    return lengths


def _list_lead(bullets: _Column, colons: _Column, prose: _Column) -> Matrix:
    """For the lines of a list: whether the line above the list ends in a colon, and whether it is prose."""
    leads = np.zeros((len(bullets), 2), np.float32)
    lead = (0.0, 0.0)
    for number, bullet in enumerate(bullets.tolist()):
        if bullet:
            leads[number] = lead
        else:
            lead = (float(colons[number]), float(prose[number]))
    return leads


def _set_in(indents: _Column, mass: _Column) -> _Column:
    """How much further than most of the prose a line is set in; replies and teasers often are, the article is not."""
    weights: Counter[float] = Counter()
    for indent, chars in zip(indents.tolist(), mass.tolist(), strict=True):
        weights[indent] += chars
    usual = max(weights, key=lambda indent: (weights[indent], -indent))
    set_in: _Column = np.clip(indents - usual, -_MOST, _MOST)
    return set_in


def _shared(lines: Sequence[Line], prose: _Column) -> Matrix:
    """What the line shares with other lines of the dump, in the order of `_SHARED`."""
    plain = [_SIGNS_AND_SPACE.sub(" ", line.words).strip().casefold() for line in lines]
    shapes = [_shape(line.words) for line in lines]
    counts, shape_counts = Counter(plain), Counter(shapes)
    vocabularies = [frozenset(_LONG_WORD.findall(words)) for words in plain]
    body = _body_vocabulary(plain, vocabularies, prose)
    rows = np.zeros((len(lines), len(_SHARED)), np.float32)
    for number, words in enumerate(plain):
        near = [*range(max(number - _NEAR, 0), number), *range(number + 1, min(number + 1 + _NEAR, len(lines)))]
        others = [plain[other] for other in near if plain[other] != words]
        own = 1 if prose[number] else 0
        known = sum(body[word] > own for word in vocabularies[number])
        rows[number] = (
            min(counts[words] - 1, _REPEAT_MOST),
            math.log(shape_counts[shapes[number]]),
            len(words) >= _PREFIX_LEAST and any(other.startswith(words) for other in others),
            any(len(other) >= _PREFIX_LEAST and words.startswith(other) for other in others),
            max((_likeness(vocabularies[number], vocabularies[other]) for other in near), default=0.0),
            known / max(len(vocabularies[number]), 1),
            min(known, _MOST),
        )
    return rows


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    """Share of long words two lines have in common, of the line that has more of them."""
    return len(left & right) / max(len(left), len(right), 1)


def _body_vocabulary(plain: Sequence[str], vocabularies: Sequence[frozenset[str]], prose: _Column) -> Counter[str]:
    """In how many different lines of prose each long word stands; a line that comes twice counts once."""
    body: Counter[str] = Counter()
    seen: set[str] = set()
    for words, vocabulary, is_prose in zip(plain, vocabularies, prose.tolist(), strict=True):
        if is_prose and words not in seen:
            seen.add(words)
            body.update(vocabulary)
    return body


def _shape(text: str) -> str:
    """The line with every word as one letter and every number as one digit: menus repeat the same shape."""
    return _DIGIT.sub("0", _LETTERS.sub("a", text[:_SHAPE_LENGTH]))


def _shifted(values: _Column, shift: int) -> _Column:
    """The values of the lines `shift` further down (negative: above); -1 beyond the dump."""
    moved = np.full(len(values), -1.0, np.float32)
    if shift < 0:
        moved[-shift:] = values[:shift] if -shift <= len(values) else []
    else:
        moved[:-shift] = values[shift:]
    return moved
