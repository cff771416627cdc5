"""On which side of the day of publication a time lies, as far as the words around it tell.

German news name days and months without a year: "am Freitag" is the last Friday in "rief am Freitag auf" and the next
one in "wird am Freitag eröffnet". The finite verb of the clause decides, after the words that decide by themselves
("seit", "für"). Where nothing decides the nearest one is taken, which the reader of a news text would do as well.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import Enum

from quellenlage.languages.times import TenseVocabulary, TimeVocabulary
from quellenlage.model.span import Span
from quellenlage.model.tokens import Token

_PARTICIPLES = frozenset({"VVPP", "VAPP", "VMPP"})
_INFINITIVES = frozenset({"VVINF", "VVIZU", "VAINF", "VMINF"})
_AUXILIARY_INFINITIVE = "VAINF"
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT", "PIAT"})
_INSEPARABLE = ("be", "ver", "er", "ent", "zer", "miss")  # verbs that form their participle without ge-
_LONGEST_ATTRIBUTE = 6  # tokens between a time and the participle it belongs to ("die am Freitag in Kiew vorgestellte")


class Side(Enum):
    """Where a time lies, seen from the day of publication."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    OPEN = "open"


def side_of(tokens: Sequence[Token], span: Span, lead: str, vocabulary: TimeVocabulary) -> Side:
    """On which side the time at `span` lies.

    Args:
        tokens: of its sentence.
        lead: the word before it, casefolded.
    """
    if lead in vocabulary.past_side:
        return Side.PAST
    begins = [token.span.begin for token in tokens]
    first, end = bisect_left(begins, span.begin), bisect_left(begins, span.end)
    side = _side_of_participle(tokens, first, end)
    if side is not None:
        return side
    verb = _finite_verb(tokens, first, end)
    side = Side.OPEN if verb is None else _side_of_verb(tokens, verb, vocabulary.tense)
    if lead in vocabulary.planned_side:
        return Side.OPEN if verb is not None and tokens[verb].word.lower() in vocabulary.tense.past else Side.FUTURE
    if side in (Side.OPEN, Side.PRESENT) and lead in vocabulary.future_side:
        return Side.FUTURE
    return side


def _side_of_participle(tokens: Sequence[Token], first: int, end: int) -> Side | None:
    """The side told by a participle that takes the time in ("der am Freitag in Kiew vorgestellte Plan").

    There a determiner stands before the time, with a preposition at most between them.
    """
    before = tokens[first - 1].tag if first else ""
    if before in _PREPOSITIONS and first > 1:
        before = tokens[first - 2].tag
    if before not in _DETERMINERS:
        return None
    for token in tokens[end : end + _LONGEST_ATTRIBUTE]:
        if token.is_sign or token.is_finite:
            return None
        if token.tag == "ADJA" and token.lemma.endswith("end"):
            return Side.FUTURE
        if token.tag == "ADJA" and _is_past_participle(token.lemma):
            return Side.PAST
    return None


def _is_past_participle(lemma: str) -> bool:
    return lemma.endswith(("t", "en")) and ("ge" in lemma or lemma.startswith(_INSEPARABLE))


def _finite_verb(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """The finite verb nearest to the tokens `first` to `end`, in their own clause if it has one."""
    left, right = first, end
    while left > 0 and not tokens[left - 1].is_sign:
        left -= 1
    while right < len(tokens) and not tokens[right].is_sign:
        right += 1
    for low, high in ((left, right), (0, len(tokens))):
        verbs = [place for place in range(low, high) if tokens[place].is_finite]
        if verbs:
            return min(verbs, key=lambda place: (first - place if place < first else place - end, place))
    return None


def _side_of_verb(tokens: Sequence[Token], place: int, tense: TenseVocabulary) -> Side:
    verb = tokens[place].word.lower()
    if verb in tense.past:
        return Side.PAST
    tags = _other_verbs(tokens, place)
    participle, infinitive = bool(tags & _PARTICIPLES), bool(tags & _INFINITIVES)
    if verb in tense.perfect:
        return Side.PAST if participle else Side.PRESENT
    if verb in tense.modal or verb in tense.future:
        if participle and _AUXILIARY_INFINITIVE in tags and verb in tense.modal and not _is_passive(tokens, place):
            return Side.PAST
        return Side.FUTURE if infinitive or participle else Side.PRESENT
    return Side.PAST if is_preterite(verb, tokens[place].lemma, tense) else Side.PRESENT


def _other_verbs(tokens: Sequence[Token], place: int) -> set[str]:
    """Tags of the verbs that go with the finite verb at `place`: up to the next finite verb, and right before it."""
    tags = set()
    for token in tokens[place + 1 :]:
        if token.is_finite:
            break
        tags.add(token.tag)
    if place and tokens[place - 1].tag in _PARTICIPLES | _INFINITIVES:
        tags.add(tokens[place - 1].tag)
        if place > 1 and tokens[place - 2].tag in _PARTICIPLES:
            tags.add(tokens[place - 2].tag)
    return tags


def _is_passive(tokens: Sequence[Token], place: int) -> bool:
    """Whether the infinitive is that of the passive ("soll am Freitag eröffnet werden"), which is still to come."""
    return any(token.tag == _AUXILIARY_INFINITIVE and token.lemma == "werden" for token in tokens[max(0, place - 2) :])


def is_preterite(form: str, lemma: str, tense: TenseVocabulary) -> bool:
    """Whether a finite form of a full verb is past, judged by its stem ("rief" of "rufen", "zeigte" of "zeigen").

    Args:
        form: in lower case.
        lemma: the infinitive.
    """
    if form in tense.irregular_present:
        return False
    ending = next((ending for ending in tense.infinitive_endings if lemma.endswith(ending)), "")
    stem = lemma.lower()[: len(lemma) - len(ending)]
    stems = {stem}
    for before, after in tense.vowel_changes:
        head, found, tail = stem.rpartition(before)
        if found:
            stems.add(head + after + tail)
    return not any(form.startswith(one) and form[len(one) :] in tense.present_endings for one in stems if one)
