"""Finding, apart from meaning: which forms of the language's vocabulary stand where in a row of pieces.

Each piece becomes one character that stands for the set of classes it belongs to, each form one regular expression
over such characters. So a word may belong to several classes, a match is a range of pieces, and the work per sentence
is a handful of searches in a short string. The expressions are compiled once per vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quellenlage.languages.times import TimeForm, TimeVocabulary
from quellenlage.model.errors import DataFileError
from quellenlage.steps.extract.times.lexicon import Lexicon, lexicon_of
from quellenlage.steps.extract.times.pieces import SHAPES, Piece

_FIRST_SYMBOL = 0xF0000  # a private plane of Unicode: the row holds nothing but these
_TAG_CLASSES = {"ADJA": "adjective", "NN": "noun"}
_ITEM = re.compile(r"(?:(?P<slot>[a-z_]+):)?(?:(?P<literal>'[^']*')|(?P<kind>[a-z_]+))|(?P<sign>[()|?*+])")
_PARTS = re.compile(r"(?:\[(?P<before>[^\]!][^\]]*)\])?(?P<body>[^\[\]]+)(?:\[(?P<negative>!)?(?P<behind>[^\]]+)\])?")
_OPTIONAL = frozenset("?*")
# A list in a text is short; without the bound a timetable of thousands of days would cost the square of its length.
_WRITTEN_SIGNS = {"(": "(?:", "*": "{0,31}", "+": "{1,31}"}


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in a row of pieces.

    Args:
        form: which.
        first, end: half-open range of pieces that belong to the expression.
        reach: number of pieces with the company the form asks for.
        slots: slot -> the pieces that fill it, in order.
    """

    form: TimeForm
    first: int
    end: int
    reach: int
    slots: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A form ready to be searched for.

    Args:
        expression: over symbols; group 1 is the expression itself, the others are the slots.
        slots: name of each group from 2 on.
        needed: symbols one of which every match holds, so that most rows are passed over without a search.
        followed: whether the form asks for company behind the expression.
    """

    form: TimeForm
    expression: re.Pattern[str]
    slots: tuple[str, ...]
    needed: frozenset[str]
    followed: bool


@dataclass(frozen=True, slots=True, eq=False)
class TimeGrammar:
    """The compiled forms of a vocabulary and the alphabet they are written in.

    Args:
        lexicon: the words by their classes.
        symbols: set of classes -> the character that stands for it.
        compiled: the forms, in the order of the file.
    """

    lexicon: Lexicon
    symbols: Mapping[frozenset[str], str]
    compiled: tuple[_Compiled, ...]

    def matches(self, pieces: Sequence[Piece]) -> list[Match]:
        """The forms in a row of pieces, in the order of the text; of those that overlap the longest."""
        row = "".join([self._symbol(piece) for piece in pieces])
        present = frozenset(row)
        found: list[Match] = []
        for compiled in self.compiled:
            if not compiled.needed.isdisjoint(present):
                found.extend(_search(compiled, row))
        return _longest(found)

    def _symbol(self, piece: Piece) -> str:
        classes = SHAPES.get(piece.shape)
        if classes is None:
            classes = self.lexicon.classes(piece.word)
            tag_class = _TAG_CLASSES.get(piece.tag)
            if tag_class is not None:
                classes = classes | {tag_class}
        return self.symbols[classes]


def _search(compiled: _Compiled, row: str) -> Iterator[Match]:
    for match in compiled.expression.finditer(row):
        slots: dict[str, list[int]] = {}
        for number, slot in enumerate(compiled.slots, 2):
            at = match.start(number)
            if at >= 0:
                slots.setdefault(slot, []).append(at)
        filled = {slot: tuple(places) for slot, places in slots.items()}
        reach = match.end() - match.start() + compiled.followed
        yield Match(compiled.form, match.start(1), match.end(1), reach, filled)


def _longest(found: Iterable[Match]) -> list[Match]:
    """Of matches that overlap the one with most pieces, then with most company, then of the earliest form."""
    ranked = sorted(found, key=lambda match: (match.first - match.end, -match.reach))
    taken: list[Match] = []
    occupied: set[int] = set()
    for match in ranked:
        places = range(match.first, match.end)
        if occupied.isdisjoint(places):
            occupied.update(places)
            taken.append(match)
    return sorted(taken, key=lambda match: match.first)


# --- compiling -------------------------------------------------------------------------------------------------------


@cache
def grammar_of(vocabulary: TimeVocabulary) -> TimeGrammar:
    """Compile the forms of a vocabulary; done once per process.

    Raises:
        DataFileError: if a pattern does not parse or names an unknown class.
    """
    literals = frozenset(word for form in vocabulary.forms for word in _literal_words(form.pattern))
    lexicon = lexicon_of(vocabulary, literals)
    symbols = _alphabet(lexicon)
    members = _members(vocabulary, literals, symbols)
    return TimeGrammar(lexicon, symbols, tuple(_compile(form, members) for form in vocabulary.forms))


def _literal_words(pattern: str) -> Iterator[str]:
    for item in _ITEM.finditer(pattern):
        if item["literal"]:
            yield from _words_of(item["literal"])


def _words_of(literal: str) -> list[str]:
    return [word.casefold() for word in literal.strip("'").split("|")]


def _alphabet(lexicon: Lexicon) -> dict[frozenset[str], str]:
    """One character for each set of classes that a piece can have."""
    tags: list[frozenset[str]] = [frozenset(), *(frozenset({kind}) for kind in _TAG_CLASSES.values())]
    sets = dict.fromkeys(SHAPES.values())
    for classes in lexicon.class_sets():
        sets.update(dict.fromkeys(classes | tag for tag in tags))
    return {classes: chr(_FIRST_SYMBOL + number) for number, classes in enumerate(sets)}


def _members(
    vocabulary: TimeVocabulary, literals: frozenset[str], symbols: Mapping[frozenset[str], str]
) -> dict[str, frozenset[str]]:
    """For each class the characters whose set holds it."""
    known = {*vocabulary.classes, *_TAG_CLASSES.values(), *frozenset().union(*SHAPES.values())}
    members: dict[str, set[str]] = {kind: set() for kind in (*known, *(f"'{word}" for word in literals))}
    for classes, symbol in symbols.items():
        for kind in classes:
            members[kind].add(symbol)
    return {kind: frozenset(found) for kind, found in members.items()}


def _compile(form: TimeForm, members: Mapping[str, frozenset[str]]) -> _Compiled:
    parts = _PARTS.fullmatch(form.pattern)
    if parts is None:
        raise DataFileError(f"times: brackets only at the beginning and end of a form: {form.pattern!r}")
    before = _translate(parts["before"] or "", form, members, capturing=False)
    body = _translate(parts["body"], form, members, capturing=True)
    behind = _translate(parts["behind"] or "", form, members, capturing=False)
    written = f"(?:{before.written})({body.written})"
    if parts["behind"]:
        written += f"(?{'!' if parts['negative'] else '='}{behind.written})"
    obligatory = [*before.obligatory, *body.obligatory]
    needed = min(obligatory, key=len) if obligatory else frozenset().union(*members.values())
    try:
        return _Compiled(form, re.compile(written), body.slots, needed, bool(parts["behind"]) and not parts["negative"])
    except re.error as error:
        raise DataFileError(f"times: form {form.pattern!r}: {error}") from error


@dataclass(frozen=True, slots=True)
class _Translation:
    """A part of a pattern as a regular expression over symbols.

    Args:
        written: the expression; if it captures, every class is a group.
        slots: names of the groups.
        obligatory: for each item that every match holds, the symbols it can be.
    """

    written: str
    slots: tuple[str, ...]
    obligatory: tuple[frozenset[str], ...]


def _translate(pattern: str, form: TimeForm, members: Mapping[str, frozenset[str]], *, capturing: bool) -> _Translation:
    if _ITEM.sub("", pattern).strip():
        raise DataFileError(f"times: form {form.pattern!r}: cannot read {_ITEM.sub('', pattern).strip()!r}")
    items = list(_ITEM.finditer(pattern))
    written: list[str] = []
    slots: list[str] = []
    obligatory: list[frozenset[str]] = []
    depth = 0
    for number, item in enumerate(items):
        if item["sign"]:
            depth += (item["sign"] == "(") - (item["sign"] == ")")
            written.append(_WRITTEN_SIGNS.get(item["sign"], item["sign"]))
            continue
        symbols = _symbols_of(item, form, members)
        slot = (item["slot"] or item["kind"]) if capturing else None
        if slot:
            slots.append(slot)
        # A class that no symbol has yet must fail to match, not break the expression.
        inner = f"[{''.join(sorted(symbols))}]" if symbols else "(?!)"
        written.append(f"({inner})" if slot else inner)
        if depth == 0 and not (number + 1 < len(items) and items[number + 1].group() in _OPTIONAL):
            obligatory.append(symbols)
    return _Translation("".join(written), tuple(slots), tuple(obligatory))


def _symbols_of(item: re.Match[str], form: TimeForm, members: Mapping[str, frozenset[str]]) -> frozenset[str]:
    if item["literal"]:
        return frozenset().union(*(members[f"'{word}"] for word in _words_of(item["literal"])))
    kind = item["kind"]
    if kind not in members:
        raise DataFileError(f"times: form {form.pattern!r} names the unknown class {kind!r}")
    return members[kind]
