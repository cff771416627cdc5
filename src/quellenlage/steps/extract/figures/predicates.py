"""Predicates: the verbs that govern a figure, with tense, voice and the shape of something planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quellenlage.languages.statuses import PlanShape, StatusVocabulary
from quellenlage.steps.extract.figures.clauses import Piece
from quellenlage.steps.extract.figures.line import Line

_PARTICLE = "PTKVZ"
_LOOKS_LIKE_PARTICLE = frozenset({"APPR", "ADV", "ADJD", "APZR"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """The verbs of a clause.

    Args:
        full: the full verbs as base form and position, separable ones with their particle.
        has_participle: whether one of them is a participle.
        passive: whether it is in the passive.
        past: whether the passive or perfect has it done.
        modal: whether a modal or future gives it the shape of something planned.
        to_infinitive: whether it is an infinitive with "zu" without a finite verb of its own.
        negated: whether a word of the clause undoes it.
        plural: whether its finite verb is in the plural; None where there is none.
        finite: position of the finite verb, or None.
    """

    full: tuple[tuple[str, int], ...]
    has_participle: bool
    passive: bool
    past: bool
    modal: bool
    to_infinitive: bool
    negated: bool
    plural: bool | None
    finite: int | None


@dataclass(frozen=True, slots=True)
class _Verbs:
    """Positions of the verbs of a clause by form; a tagger mixes up infinitive, participle and plural of some verbs."""

    finite: int | None
    infinitives: tuple[int, ...]
    participles: tuple[int, ...]
    auxiliaries: tuple[int, ...]


def read_predicate(line: Line, pieces: tuple[Piece, ...], vocabulary: StatusVocabulary, *, figure: range) -> Predicate:
    """The predicate that the verbs of `pieces` make together, the figure's own piece first.

    Args:
        figure: positions of the figure; a negation among its bounds ("nicht mehr als") undoes nothing.
    """
    shape, own = vocabulary.shape, pieces[0]
    lent = [p for piece in pieces[1:] for p in piece.verbs if not (own.has_full_verb(line) and line.tag(p)[:2] == "VV")]
    places = sorted([*own.verbs, *lent])
    verbs = _sort(line, places, shape)
    passive = bool(verbs.participles) and any(line.tokens[p].lemma in shape.passive for p in verbs.auxiliaries)
    modal = _is_modal(line, verbs, shape) or (passive and _is_reported_future(line, verbs, shape))
    return Predicate(
        full=tuple(_full_verbs(line, places, pieces, vocabulary)),
        has_participle=bool(verbs.participles),
        passive=passive,
        past=_is_past(line, verbs, shape),
        modal=modal,
        to_infinitive=_is_to_infinitive(line, own),
        negated=any(_negates(line, place, shape) for place in range(own.first, own.end) if place not in figure),
        plural=None if verbs.finite is None else line.low(verbs.finite).endswith(tuple(shape.plural_endings)),
        finite=verbs.finite,
    )


def _sort(line: Line, places: list[int], shape: PlanShape) -> _Verbs:
    """Sort the verbs by form.

    What looks finite behind a modal or auxiliary but is its own base form is an infinitive ("soll … geschickt haben");
    so is a participle that is its own base form ("entsenden würde").
    """
    finite = [p for p in places if line.tokens[p].is_finite and not _is_second_infinitive(line, p, places)]
    others = [p for p in places if p not in finite]
    participles = tuple(p for p in others if line.tag(p) == "VVPP" and _is_participle(line, p, shape))
    infinitives = tuple(p for p in others if p not in participles and line.tag(p) != "VAPP")
    auxiliaries = tuple(p for p in places if line.tag(p).startswith("VA"))
    first = next((p for p in finite if line.tag(p) != "VVFIN"), finite[0] if finite else None)
    return _Verbs(first, infinitives, participles, auxiliaries)


def _is_participle(line: Line, place: int, shape: PlanShape) -> bool:
    """Not its own base form, or with an auxiliary of the perfect or the past passive behind it ("erhalten haben")."""
    if line.low(place) != line.tokens[place].lemma or place + 1 >= len(line.tokens):
        return True
    behind = line.tokens[place + 1]
    return behind.lemma in shape.perfect or line.low(place + 1) in shape.past_passive


def _is_second_infinitive(line: Line, place: int, places: list[int]) -> bool:
    token = line.tokens[place]
    earlier = [p for p in places if p < place and line.tag(p) in ("VMFIN", "VAFIN")]
    return token.word == token.lemma and bool(earlier)


def _full_verbs(
    line: Line, places: list[int], pieces: tuple[Piece, ...], vocabulary: StatusVocabulary
) -> Iterator[tuple[str, int]]:
    for place in places:
        if not line.tag(place).startswith("VV"):
            continue
        lemma = line.tokens[place].lemma
        if line.tokens[place].is_finite:
            lemma = _with_particle(line, lemma, place, pieces, vocabulary)
        yield lemma, place


def _with_particle(line: Line, lemma: str, place: int, pieces: tuple[Piece, ...], vocabulary: StatusVocabulary) -> str:
    """The verb with the particle that closes its clause ("kamen … an"); a tagger takes some for prepositions."""
    for piece in pieces:
        for at in range(piece.first, piece.end):
            if at > place and line.tag(at) == _PARTICLE:
                return line.low(at) + lemma
    end = pieces[0].end
    while end < len(line.tokens) and not line.tag(end - 1).startswith("V"):
        last = next((at for at in (end - 1, end - 2, end - 3) if at > place and line.word(at).isalpha()), place)
        joined = line.low(last) + lemma
        may_be = line.tag(last) == _PARTICLE or line.tag(last) in _LOOKS_LIKE_PARTICLE
        if last > place and may_be and _is_known(joined, vocabulary):
            return joined
        end = _next_cut(line, end)
    return lemma


def _next_cut(line: Line, end: int) -> int:
    """Behind the next comma; the end of the sentence where none follows."""
    return next((at + 1 for at in range(end, len(line.tokens)) if line.tag(at) == "$,"), len(line.tokens))


def _is_known(lemma: str, vocabulary: StatusVocabulary) -> bool:
    return lemma in vocabulary.done or lemma in vocabulary.moved or lemma in vocabulary.shape.plan_verbs


def _is_past(line: Line, verbs: _Verbs, shape: PlanShape) -> bool:
    """Whether something has happened: preterite passive, perfect, or a participle without auxiliary."""
    if any(line.low(place) in shape.past_passive for place in verbs.auxiliaries):
        return True
    if verbs.participles:
        return not verbs.auxiliaries or any(line.tokens[p].lemma in shape.perfect for p in verbs.auxiliaries)
    return False


def _is_modal(line: Line, verbs: _Verbs, shape: PlanShape) -> bool:
    """A modal or future with an infinitive that is not of the perfect ("soll schicken", not "soll geschickt haben")."""
    if verbs.finite is None or not verbs.infinitives or _is_perfect_infinitive(line, verbs, shape):
        return False
    token = line.tokens[verbs.finite]
    if line.low(verbs.finite) in shape.past_passive:
        return False
    if token.lemma in shape.modals:
        return token.tag == "VMFIN" or any(line.tag(place).startswith("VV") for place in verbs.infinitives)
    return token.lemma in shape.subjunctive_modals and token.subjunctive is not None


def _is_reported_future(line: Line, verbs: _Verbs, shape: PlanShape) -> bool:
    """As in "würden geschickt": the reported form of a passive that is still to come."""
    return any(line.low(place) in shape.reported_future for place in verbs.auxiliaries)


def _is_perfect_infinitive(line: Line, verbs: _Verbs, shape: PlanShape) -> bool:
    perfect = any(
        line.tag(place).startswith("VA") and line.tokens[place].lemma in shape.perfect for place in verbs.infinitives
    )
    return bool(verbs.participles) and perfect


def _negates(line: Line, place: int, shape: PlanShape) -> bool:
    """Whether a negation undoes the predicate; not one inside an attribute ("nicht näher genannte") or before "nur"."""
    if line.low(place) not in shape.negations or line.low(place + 1) in shape.not_negated:
        return False
    behind = place + 1
    while line.tag(behind) in ("ADJD", "ADV"):
        behind += 1
    return line.tag(behind) != "ADJA"


def _is_to_infinitive(line: Line, piece: Piece) -> bool:
    if piece.has_finite(line):
        return False
    return any(line.tag(place) == "VVIZU" or line.tag(place - 1) == "PTKZU" for place in piece.verbs)
