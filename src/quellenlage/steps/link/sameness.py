"""Whether two statements are one claim: they say the same thing about the same things.

Two statements must not contradict each other in what would make them two claims: another number of the same things, a
denial against an assertion, a demand against a report, the opposite doing, another time. If they do not, they are one
claim if they share enough of what they say; how much is enough depends on whether a number ties them together. A hedge,
a bound or a rounding does not part them: that is how one claim drifts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from quellenlage.model.comparison import FigureReason, FigureRelation, compare_figures
from quellenlage.model.marks import Figure
from quellenlage.steps.link.profiles import ANYBODY, NUMBER_TERMS, Profile, Words
from quellenlage.text.shingles import stem_of

# Share of common content (Dice's coefficient over weighted terms) from which two statements are one claim. All numbers
# here were set on 52 pairs of German sentences of our own, same and not the same, and on the five seeds.
_WITH_TELLING_FIGURE = 0.15  # both name one number that hardly occurs by chance
_WITH_FIGURE = 0.35  # both name one small or vague number
_WITHOUT_FIGURE = 0.52
_FIGURE_ON_ONE_SIDE = 0.6  # the other may be a summary of it, more often it says something else
# To be added where ...
_OTHER_DOING = 0.3  # no class of predicates is shared
_OTHER_THINGS = 0.3  # both name things and share none
_OTHER_THINGS_BESIDE = 0.2  # both stand in one text, and each names a thing that the other does not
_OTHER_HOLDER = 0.1  # they are the words of two named sources, and no figure ties them
_FURTHER_FIGURE = 0.1  # one has a figure the other lacks; twice where both have
_SAME_HOLDER = 0.85  # factor on what is needed if both are the word of one named source
_OTHER_STORY = 0.6  # least share for statements of two stories
_NEARLY_VERBATIM = 0.6  # from here on other names are slips of the reading rather than other things
_COPIED, _COPIED_LENGTH = 0.72, 60  # likeness in wording, and n-grams, from which a sentence is a copy of the other
_WORDING = 0.1  # alike in wording by so much more than in terms counts as much: small words make wordings alike
_TELLING_FROM = 100  # smallest number that hardly occurs twice by chance
_LEAST_TERMS = 3  # that two statements without a figure must share ...
_FEW_TERMS, _FEW_TERMS_SHARE = 2, 0.7  # ... or so few, if they make up so much of both and say the same
_VAGUE_REACH = 20  # times the least value of a vague word that it is still said of: 15.000 may be "Tausende"
_NEARLY_EQUAL = 0.05  # share of a number by which another may differ and be a rounding of it


class Tie(Enum):
    """How the figures of two statements stand to each other."""

    NONE = auto()  # neither has any
    ONE_SIDE = auto()
    TELLING = auto()
    VAGUE = auto()
    APART = auto()


@dataclass(frozen=True, slots=True)
class Sameness:
    """Whether two statements are one claim.

    Args:
        ratio: shared content over what is needed; from 1 on they are one claim.
        is_excluded: whether something in them makes them two claims, whatever they share.
    """

    ratio: float
    is_excluded: bool = False


_PLANNED = "planned"  # status of what is meant and not yet done, the same in every language
_APART = Sameness(0.0, is_excluded=True)


def compare(one: Profile, other: Profile, weights: Mapping[str, float], words: Words) -> Sameness:
    """Whether two statements are one claim.

    Args:
        weights: of each term, by how rare it is.
    """
    if one.mode is not other.mode or one.denied != other.denied or _are_opposite(one, other, words):
        return _APART
    tie, further = _tie(one, other, words)
    if tie is Tie.APART:
        return _APART
    wording = _alike_in_wording(one, other)
    shared = max(_shared(one, other, weights), wording - _WORDING)
    is_copied = _is_copied(one, other, wording)
    if _are_of_other_times(one, other) and not is_copied:
        return _APART
    if tie is not Tie.TELLING and shared < _NEARLY_VERBATIM and _are_disjoint(one.named, other.named):
        return _APART
    if tie is Tie.NONE and not is_copied and not _share_enough_terms(one, other, shared):
        return Sameness(0.0)
    if tie is not Tie.NONE and _share_a_number_only(one, other, tie, words):
        return Sameness(0.0)
    needed = _needed(one, other, tie) + _FURTHER_FIGURE * further
    if _do_otherwise(one, other, words) and not is_copied:
        needed += _OTHER_DOING
    return Sameness(shared / needed)


def _is_copied(one: Profile, other: Profile, wording: float) -> bool:
    """Whether one is the other nearly word by word, and long enough for that to be no accident.

    Then another date is a slip on the way, and another verb a synonym.
    """
    return wording >= _COPIED and min(len(one.grams), len(other.grams)) >= _COPIED_LENGTH


def _share_enough_terms(one: Profile, other: Profile, shared: float) -> bool:
    common = one.terms & other.terms
    if len(common) >= _LEAST_TERMS:
        return True
    return len(common) >= _FEW_TERMS and shared >= _FEW_TERMS_SHARE and not common <= one.named


def _share_a_number_only(one: Profile, other: Profile, tie: Tie, words: Words) -> bool:
    """Whether two statements share nothing but a number of things, and each says something else of them."""
    common = {term for term in one.terms & other.terms if not term.startswith(NUMBER_TERMS)}
    if common or not one.terms - other.terms or not other.terms - one.terms:
        return False
    if tie is Tie.TELLING and not all(_is_general(figure, words) for figure in one.figures):
        return False
    light = words.predicates.light if words.predicates is not None else frozenset[str]()
    does_little = any(profile.predicates and profile.predicates.keys() <= light for profile in (one, other))
    return not does_little and not _are_stages_of_one(one, other, words)


def _is_general(figure: Figure, words: Words) -> bool:
    """Whether a figure counts what anything can be said of: people, money, a share."""
    return figure.counted is None or figure.unit is not None or words.kin(figure.counted.head) == ANYBODY


def _needed(one: Profile, other: Profile, tie: Tie) -> float:
    """Share of common content that makes two statements one claim."""
    needed = {
        Tie.TELLING: _WITH_TELLING_FIGURE,
        Tie.VAGUE: _WITH_FIGURE,
        Tie.NONE: _WITHOUT_FIGURE,
        Tie.ONE_SIDE: _FIGURE_ON_ONE_SIDE,
    }[tie]
    if _are_disjoint(one.things, other.things):
        needed += _OTHER_THINGS
    elif tie is not Tie.TELLING and one.statement.document == other.statement.document:
        needed += _OTHER_THINGS_BESIDE * (bool(one.things - other.things) and bool(other.things - one.things))
    if one.holder is not None and other.holder is not None:
        if one.holder == other.holder:
            needed *= _SAME_HOLDER
        elif tie in (Tie.NONE, Tie.ONE_SIDE):
            needed += _OTHER_HOLDER
    return needed if one.story == other.story else max(needed, _OTHER_STORY)


def _are_disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both hold something and nothing in common."""
    return bool(one) and bool(other) and not one & other


def _shared(one: Profile, other: Profile, weights: Mapping[str, float]) -> float:
    """Dice's coefficient over the weighted terms of both, 0 to 1."""
    common = sum(weights[term] for term in sorted(one.terms & other.terms))
    both = sum(weights[term] for profile in (one, other) for term in sorted(profile.terms))
    return 2.0 * common / both if both else 0.0


def _alike_in_wording(one: Profile, other: Profile) -> float:
    """Dice's coefficient over the n-grams of both, 0 to 1; nothing where they are about different things."""
    if _are_disjoint(one.things, other.things) or not len(one.grams) or not len(other.grams):
        return 0.0
    common = len(np.intersect1d(one.grams, other.grams, assume_unique=True))
    return 2.0 * common / (len(one.grams) + len(other.grams))


def _are_opposite(one: Profile, other: Profile, words: Words) -> bool:
    """Whether one says the contrary of the other, by a negation or by the opposite class."""
    for name in sorted(one.predicates.keys() & other.predicates.keys()):
        if one.predicates[name] != other.predicates[name]:
            return True
    if words.predicates is None or one.predicates.keys() & other.predicates.keys():
        return False
    vocabulary = words.predicates
    return any(vocabulary.are_opposite(mine, theirs) for mine in one.predicates for theirs in other.predicates)


def _do_otherwise(one: Profile, other: Profile, words: Words) -> bool:
    """Whether both say that something is done, and neither the same nor another stage of it."""
    vocabulary = words.predicates
    if vocabulary is None or not one.predicates or not other.predicates:
        return False
    mine, theirs = (frozenset(profile.predicates) - vocabulary.light for profile in (one, other))
    return _are_disjoint(mine, theirs) and not _are_stages_of_one(one, other, words)


def _are_stages_of_one(one: Profile, other: Profile, words: Words) -> bool:
    """Whether a class of the one is a stage of the same doing as a class of the other."""
    vocabulary = words.predicates
    return vocabulary is not None and any(
        vocabulary.are_stages(left, right) for left in one.predicates for right in other.predicates
    )


def _are_of_other_times(one: Profile, other: Profile) -> bool:
    """Whether both name moments of the calendar and none of the one touches one of the other."""
    if one.undated and other.undated and not one.whens and not other.whens:
        return not any(a.startswith(b) or b.startswith(a) for a in one.undated for b in other.undated)
    if not one.whens or not other.whens:
        return False
    return not any(a[0] < b[1] and b[0] < a[1] for a in one.whens for b in other.whens)


def _tie(one: Profile, other: Profile, words: Words) -> tuple[Tie, int]:
    """How the figures of two statements tie them, and on how many sides a figure is left over."""
    if not one.figures or not other.figures:
        return (Tie.ONE_SIDE if one.figures or other.figures else Tie.NONE), 0
    best = Tie.APART
    same_doing = not _are_disjoint(frozenset(one.predicates), frozenset(other.predicates))
    same_text = one.statement.document == other.statement.document
    left, right = set[str](), set[str]()
    for mine in one.figures:
        for theirs in other.figures:
            tie = _tie_of_figures(mine, theirs, words, same_doing=same_doing, same_text=same_text)
            if tie is None:
                return Tie.APART, 0
            if tie is not Tie.APART:
                left.add(mine.id)
                right.add(theirs.id)
                best = Tie.TELLING if Tie.TELLING in (tie, best) else tie
    return best, (len(left) < len(one.figures)) + (len(right) < len(other.figures))


def _tie_of_figures(one: Figure, other: Figure, words: Words, *, same_doing: bool, same_text: bool) -> Tie | None:
    """Telling or vague if two figures may be one number of the same things; apart if not; None if they conflict."""
    found = compare_figures(one, other, kin=words.kin)
    if found.relation is FigureRelation.CONFLICT:
        return None
    if one.point is None or other.point is None:
        comparable = found.relation is not FigureRelation.NOT_COMPARABLE
        return Tie.VAGUE if comparable and _is_of_one_size(one, other) else Tie.APART
    largest = max(abs(one.point), abs(other.point))
    if abs(one.point - other.point) > _NEARLY_EQUAL * largest:
        return Tie.APART
    if found.relation is FigureRelation.NOT_COMPARABLE:
        return _tie_of_numbers(one, other, found.reason, words, same_doing=same_doing, same_text=same_text)
    return Tie.TELLING if one.point == other.point and largest >= _TELLING_FROM else Tie.VAGUE


def _is_of_one_size(one: Figure, other: Figure) -> bool:
    """Whether a vague figure can mean the other: the same word ("Tausende"), or a number that it would be said of."""
    if one.point is None and other.point is None:
        return one.low == other.low and one.high == other.high
    vague, number = (one, other.point) if one.point is None else (other, one.point)
    return vague.low is None or number is None or vague.low <= number <= _VAGUE_REACH * vague.low


def _tie_of_numbers(
    one: Figure, other: Figure, reason: FigureReason, words: Words, *, same_doing: bool, same_text: bool
) -> Tie:
    """How one number ties two figures of things that are not quite the same."""
    strong = Tie.TELLING if abs(one.point or 0.0) >= _TELLING_FROM else Tie.VAGUE
    if reason is FigureReason.OTHER_STATUS and words.predicates is not None:
        statuses = {one.status or "", other.status or ""}
        meant = same_doing and _PLANNED in statuses  # what one text plans the other says is done
        if meant or words.predicates.are_stages(*sorted(statuses)):
            return strong
    if reason is FigureReason.ADDITIVE_AGAINST_TOTAL and same_text and one.point == other.point:
        return strong  # a headline leaves out that they come on top of others
    if reason is FigureReason.OTHER_THING_COUNTED and same_doing and one.point == other.point:
        return Tie.VAGUE if _are_called_otherwise(one, other, words) else Tie.APART
    return Tie.APART


def _are_called_otherwise(one: Figure, other: Figure, words: Words) -> bool:
    """Whether the nouns of two figures may be two names of one thing ("Umsatz", "Erlös"; "Neuinfektion", "Mensch")."""
    if one.counted is None or other.counted is None or words.predicates is None:
        return False
    heads = (one.counted.head, other.counted.head)
    kinds = {words.kin(head) for head in heads}
    if ANYBODY in kinds and kinds - {ANYBODY} <= words.predicates.people:
        return True
    names = [words.predicates.noun(head) for head in heads]
    if None not in names:
        return names[0] == names[1]
    return stem_of(heads[0]) == stem_of(heads[1])
