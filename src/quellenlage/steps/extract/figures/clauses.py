"""Clauses as far as the status of a figure needs them: which verbs govern the figure, and in what shape.

A sentence is cut at commas, dashes, brackets and at conjunctions between two verbs. A piece without a verb belongs to
a piece beside it; a piece whose finite verb is an auxiliary without its participle or infinitive goes on behind the
clause that interrupts it.
"""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.steps.extract.figures.line import Line

_CUTS = frozenset({",", ";", ":", "–", "—", "-", "(", ")", "…"})
_RELATIVE = frozenset({"PRELS", "PRELAT"})
_SUBORDINATE = frozenset({"KOUS", "PWAV", "PWS", "PWAT", "KOUI"})
_NONFINITE = frozenset({"VVPP", "VVINF", "VVIZU"})
_LONGEST_OPENING = 3  # words before the relative pronoun or conjunction of a piece ("und in dem …")
_FARTHEST_PIECE = 4  # pieces to look for a verb


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch `[first, end)` of a sentence between cuts.

    Args:
        kind: `relative`, `subordinate` or `main` (also for what only goes on).
        verbs: positions of its verbs.
    """

    first: int
    end: int
    kind: str
    verbs: tuple[int, ...]

    def has_finite(self, line: Line) -> bool:
        """Whether one of its verbs is finite."""
        return any(line.tokens[place].is_finite for place in self.verbs)

    def has_full_verb(self, line: Line) -> bool:
        """Whether one of its verbs is no auxiliary and no modal."""
        return any(line.tag(place).startswith("VV") for place in self.verbs)


def cut_pieces(line: Line) -> tuple[Piece, ...]:
    """The pieces of a sentence, in order."""
    starts = [0]
    for place, token in enumerate(line.tokens):
        if token.word in _CUTS or token.tag == "$.":
            starts.append(place + 1)
        elif token.tag == "KON" and _joins_clauses(line, starts[-1], place):
            starts.append(place)
    ends = [*starts[1:], len(line.tokens)]
    return tuple(_piece(line, first, end) for first, end in zip(starts, ends, strict=True) if first < end)


def _joins_clauses(line: Line, first: int, conjunction: int) -> bool:
    """Whether a verb stands before the conjunction, and behind it words and then a verb of their own."""
    if not any(_is_verb(line, place) for place in range(first, conjunction)):
        return False
    for place in range(conjunction + 1, len(line.tokens)):
        token = line.tokens[place]
        if token.tag.startswith("$") and token.word in _CUTS | {"."}:
            return False
        if _is_verb(line, place):
            return place > conjunction + 1 or token.is_finite
    return False


def _is_verb(line: Line, place: int) -> bool:
    return line.tag(place).startswith("V")


def _piece(line: Line, first: int, end: int) -> Piece:
    verbs = tuple(place for place in range(first, end) if _is_verb(line, place))
    kind = "main"
    for place in range(first, min(first + _LONGEST_OPENING, end)):
        if line.tag(place) in _RELATIVE and first > 0 and (verbs or place == first):
            kind = "relative"
            break
        if line.tag(place) in _SUBORDINATE:
            kind = "subordinate"
            break
        if line.tag(place) not in ("KON", "APPR", "ADV", "APPRART", "$(", "CARD"):
            break
    return Piece(first, end, kind, verbs)


def index_of(pieces: tuple[Piece, ...], at: int) -> int:
    """Which piece holds a position."""
    return next((number for number, piece in enumerate(pieces) if piece.first <= at < piece.end), len(pieces) - 1)


def governing(line: Line, pieces: tuple[Piece, ...], at: int) -> tuple[Piece, ...]:
    """The pieces whose verbs govern the word at a position, that of the word first; empty where there is no verb."""
    number = index_of(pieces, at)
    own = pieces[number]
    if not own.verbs:
        other = _without_verb(pieces, number)
        return () if other is None else governing_piece(line, pieces, other)
    return governing_piece(line, pieces, number)


def governing_piece(line: Line, pieces: tuple[Piece, ...], number: int) -> tuple[Piece, ...]:
    """The piece, with the one that holds the rest of its verbs where they are torn apart."""
    own = pieces[number]
    if own.has_finite(line) and not own.has_full_verb(line):
        rest = _rest_of_verbs(line, pieces, number)
        return (own,) if rest is None else (own, rest)
    if not own.has_finite(line) and any(line.tag(place) in ("VVPP", "VVINF") for place in own.verbs):
        finite = _finite_beside(line, pieces, number)
        return (own,) if finite is None else (own, finite)
    return (own,)


def _without_verb(pieces: tuple[Piece, ...], number: int) -> int | None:
    """The piece that a piece without verb belongs to.

    What begins a clause goes on behind the clause that interrupts it; all else was added to what stands before.
    """
    begins = number == 0 or pieces[number].kind == "subordinate"
    if begins:
        for other in range(number + 1, min(number + _FARTHEST_PIECE, len(pieces))):
            if pieces[other].kind == "main" and pieces[other].verbs:
                return other
        return next((o for o in range(number + 1, len(pieces)) if pieces[o].verbs), None)
    for other in range(number - 1, max(number - _FARTHEST_PIECE, -1), -1):
        if pieces[other].verbs:
            return other
    return next((o for o in range(number + 1, len(pieces)) if pieces[o].verbs), None)


def _rest_of_verbs(line: Line, pieces: tuple[Piece, ...], number: int) -> Piece | None:
    for piece in pieces[number + 1 : number + 1 + _FARTHEST_PIECE]:
        if piece.kind != "main" or not piece.verbs:
            continue
        if any(line.tokens[place].is_finite and not _may_be_infinitive(line, place) for place in piece.verbs):
            return None
        if any(line.tag(place) in _NONFINITE for place in piece.verbs):
            return piece
    return None


def _may_be_infinitive(line: Line, place: int) -> bool:
    """As in "geschickt haben": an auxiliary in its base form, tagged as a plural."""
    return line.tag(place) == "VAFIN" and line.word(place) == line.tokens[place].lemma


def _finite_beside(line: Line, pieces: tuple[Piece, ...], number: int) -> Piece | None:
    """The auxiliary of a participle that stands in a piece beside it ("wurden 30 getötet und 50 verletzt")."""
    for other in (number - 1, number + 1):
        if 0 <= other < len(pieces) and pieces[other].has_finite(line):
            auxiliary = any(line.tag(place) in ("VAFIN", "VMFIN") for place in pieces[other].verbs)
            if auxiliary:
                return pieces[other]
    return None
