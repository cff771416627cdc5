"""The status of the things counted, from the words that govern the figure.

In order of trust: the counted noun itself ("Tote") or a participle before it; a relative clause right behind it; the
predicate of the figure's clause; a noun of happening before it or in its clause. A figure in a phrase that is a mere
circumstance ("mit 300 Soldaten") has none from the predicate.
"""

from __future__ import annotations

from quellenlage.languages.numbers import NumberVocabulary
from quellenlage.languages.statuses import Status, StatusVocabulary
from quellenlage.languages.units import MONEY, RATE
from quellenlage.model.document import Role
from quellenlage.steps.extract.figures.clauses import Piece, governing, governing_piece, index_of
from quellenlage.steps.extract.figures.line import Line
from quellenlage.steps.extract.figures.predicates import Predicate, read_predicate
from quellenlage.steps.extract.figures.quantity import Count, Quantity

_HAPPENING = frozenset({None, MONEY, RATE, "mass", "volume", "area"})  # kinds of units whose things can be sent or lost
_PREPOSITIONS = frozenset({"APPR", "APPRART"})


def read_status(
    quantity: Quantity, count: Count | None, pieces: tuple[Piece, ...], *, role: Role, vocabulary: NumberVocabulary
) -> str | None:
    """The status of a figure, or None where nothing is said of it.

    Args:
        count: what it counts, or None.
        pieces: the pieces of its sentence.
        role: role of its passage; headlines tell in the present tense what has happened.
    """
    statuses = vocabulary.statuses
    own = _of_noun(count, statuses) or _of_attributes(quantity, count, statuses)
    if own is not None and count is not None and not count.elided:
        return own
    if _is_attribute(quantity, vocabulary):
        return None
    here = count is not None and quantity.line.span(0, len(quantity.line.tokens)).holds(count.counted.span)
    found = _of_clause(quantity, count, pieces, role=role, vocabulary=statuses) or (own if here else None)
    if found is None and count is not None and vocabulary.kin(count.counted.head) in statuses.shape.people:
        return _of_people(quantity, pieces, statuses)
    return found


def _is_attribute(quantity: Quantity, vocabulary: NumberVocabulary) -> bool:
    """A measure that only describes ("ein 100 Tonnen schweres Gerüst")."""
    word = quantity.line.low(quantity.end)
    endings = vocabulary.units.endings
    return quantity.unit is not None and any(
        word.startswith(stem) and word[len(stem) :] in endings for stem in vocabulary.counted.measure_adjectives
    )


def _of_people(quantity: Quantity, pieces: tuple[Piece, ...], vocabulary: StatusVocabulary) -> str | None:
    """Participles that mean a fate only where people are counted ("etwa 150 Soldaten sind gefallen")."""
    line = quantity.line
    for piece in governing(line, pieces, quantity.first):
        for place in range(piece.first, piece.end):
            if line.low(place) in vocabulary.of_people and line.low(quantity.begin - 1) not in _changes(vocabulary):
                return vocabulary.of_people[line.low(place)].name
    return None


def _changes(vocabulary: StatusVocabulary) -> frozenset[str]:
    return vocabulary.shape.argument_prepositions


def _of_clause(
    quantity: Quantity, count: Count | None, pieces: tuple[Piece, ...], *, role: Role, vocabulary: StatusVocabulary
) -> str | None:
    line = quantity.line
    if count is not None and not count.elided:
        relative = _relative_behind(line, pieces, count.end, quantity=quantity, vocabulary=vocabulary)
        if relative is not None:
            found = _of_predicate(line, relative, quantity, in_relative=True, role=role, vocabulary=vocabulary)
            if found is not None:
                return found
    event = _of_event_before(quantity, vocabulary)
    if event is not None:
        return event
    governed = governing(line, pieces, quantity.first)
    if quantity.kind not in _HAPPENING or not _is_argument(quantity, governed, vocabulary):
        return None
    if quantity.kind == RATE and (count is None or not count.part_of):
        return None  # "1,1 Promille Alkohol": nothing happens to a rate that is no part of something
    found = (
        _of_predicate(line, governed, quantity, in_relative=False, role=role, vocabulary=vocabulary)
        if governed
        else None
    )
    return found or _of_events_beside(quantity, pieces, vocabulary)


def _of_noun(count: Count | None, vocabulary: StatusVocabulary) -> str | None:
    status = None if count is None else vocabulary.of_noun(count.counted.head)
    return None if status is None else status.name


def _of_attributes(quantity: Quantity, count: Count | None, vocabulary: StatusVocabulary) -> str | None:
    """Participles and adjectives before the noun ("30 verletzte und getötete Soldaten")."""
    if count is None:
        return None
    line = quantity.line
    words = count.counted.text.split() if count.elided else [line.word(p) for p in range(quantity.first, count.end)]
    found = []
    for word in words:
        status = _of_adjective(word, vocabulary)
        if status is not None:
            found.append(status.name)
    return vocabulary.together(found) if found else None


def _of_adjective(word: str, vocabulary: StatusVocabulary) -> Status | None:
    if not word[:1].islower():
        return None
    for table in (vocabulary.participles, vocabulary.adjectives):
        for ending in sorted(vocabulary.shape.adjective_endings):
            stem = word.removesuffix(ending) if word.endswith(ending) else ""
            if stem in table:
                return table[stem]
    return None


def _relative_behind(
    line: Line, pieces: tuple[Piece, ...], end: int, *, quantity: Quantity, vocabulary: StatusVocabulary
) -> tuple[Piece, ...] | None:
    """The relative clause that begins right behind the noun phrase, a few words of the phrase between.

    Its pronoun must be able to stand for several: in "zwölf Waggons eines Zuges, der …" it is the train that is meant.
    """
    number = index_of(pieces, max(end - 1, 0))
    if number + 1 >= len(pieces) or pieces[number + 1].kind != "relative":
        return None
    pronoun = next(
        (p for p in range(pieces[number + 1].first, pieces[number + 1].end) if line.tag(p)[:4] == "PREL"), None
    )
    if (
        pronoun is not None
        and quantity.interval.point != 1
        and line.low(pronoun) not in vocabulary.shape.plural_relatives
    ):
        return None
    between = range(end, pieces[number].end)
    if any(line.tag(place).startswith("V") for place in between) or len(between) > _LONGEST_TAIL:
        return None
    return governing_piece(line, pieces, number + 1)


_LONGEST_TAIL = 7  # words of the noun phrase before its relative clause ("Soldaten aus dem Norden des Landes, die …")


def _of_event_before(quantity: Quantity, vocabulary: StatusVocabulary) -> str | None:
    """As in "die Lieferung von 30 Panzern", "der Tod von 20 Menschen"."""
    line, before = quantity.line, quantity.begin - 1
    if line.tag(before) not in _PREPOSITIONS or not line.is_noun(before - 1):
        return None
    status = vocabulary.of_event(line.tokens[before - 1].lemma)
    return None if status is None else _planned_event(line, before - 1, status, vocabulary)


def _planned_event(line: Line, noun: int, status: Status, vocabulary: StatusVocabulary) -> str:
    """An event that is only planned ("die geplante Lieferung", "kündigte die Lieferung von 30 Panzern an")."""
    shape = vocabulary.shape
    if not status.plan:
        return status.name
    if noun > 0 and line.tokens[noun - 1].lemma in shape.plan_adjectives:
        return shape.planned
    particles = [line.low(place) for place in range(len(line.tokens)) if line.tag(place) == "PTKVZ"]
    for token in line.tokens:
        if token.lemma in shape.plan_verbs or token.lemma in shape.plan_nouns:
            return shape.planned
        if any(particle + token.lemma in shape.plan_verbs for particle in particles):
            return shape.planned
        if token.tag == "VMFIN" and token.lemma in shape.modals:
            return shape.planned
    return status.name


def _is_argument(quantity: Quantity, governed: tuple[Piece, ...], vocabulary: StatusVocabulary) -> bool:
    """Whether the predicate says something of the figure: it is no circumstance behind a preposition."""
    line, before = quantity.line, quantity.begin - 1
    while line.tag(before) in ("ART", "PPOSAT", "PDAT", "ADJA", "PIAT", "ADV"):
        if line.tag(before) == "ART" and (line.is_noun(before - 1) or line.tag(before - 1) == "CARD"):
            return False  # a genitive: "der Verkauf der 300 Wohnungen", "drei der vier Verdächtigen"
        before -= 1
    if line.tag(before) == "KON" or line.word(before) == ",":
        before = _before_coordinate(line, before)
    word = line.low(before)
    if word in vocabulary.shape.argument_prepositions:  # "stieg auf 300", but "Anschläge auf 300"
        return any(line.tokens[p].lemma in vocabulary.shape.change_verbs for piece in governed for p in piece.verbs)
    return not (line.tag(before) in _PREPOSITIONS or word in vocabulary.shape.circumstance_prepositions)


def _before_coordinate(line: Line, conjunction: int) -> int:
    """Before the number that the figure is joined to ("mit 154 Gästen und neun Mann"): both share a preposition."""
    for place in range(conjunction - 1, -1, -1):
        if line.tag(place) == "CARD":
            before = place - 1
            while line.tag(before) in ("ADV", "ADJD"):
                before -= 1
            return before
        if line.tag(place) not in ("NN", "NE", "NNA", "ADJA", "KON", "$,"):
            return conjunction
    return conjunction


def _of_predicate(
    line: Line,
    pieces: tuple[Piece, ...],
    quantity: Quantity,
    *,
    in_relative: bool,
    role: Role,
    vocabulary: StatusVocabulary,
) -> str | None:
    predicate = read_predicate(line, pieces, vocabulary, figure=range(quantity.begin, quantity.end))
    if predicate.negated:
        return None
    shape = vocabulary.shape
    planned = _is_planned(line, pieces, predicate, vocabulary)
    found = []
    phrase = _phrase(line, pieces, vocabulary)
    if phrase is not None:
        found.append(_shaped(phrase, planned=planned, present=False, vocabulary=vocabulary))
    for status, place in _verbs(line, predicate, quantity, in_relative=in_relative, vocabulary=vocabulary):
        present = _is_present(line, predicate, place, role=role, vocabulary=vocabulary)
        found.append(_shaped(status, planned=planned, present=present, vocabulary=vocabulary))
    if found:
        return vocabulary.together(dict.fromkeys(found))
    wills = predicate.finite is not None and line.tokens[predicate.finite].lemma in shape.own_will
    if wills and quantity.first < (predicate.finite or 0) and predicate.plural:
        return None  # "zwei Abgeordnete wollen klagen": they plan, and are not planned
    plannable = planned and not in_relative and _is_plannable(predicate, quantity, vocabulary)
    return shape.planned if plannable else None


def _verbs(
    line: Line, predicate: Predicate, quantity: Quantity, *, in_relative: bool, vocabulary: StatusVocabulary
) -> list[tuple[Status, int]]:
    """The statuses that the verbs give to the figure, with where each verb stands."""
    found = []
    for lemma, place in predicate.full:
        word = line.low(place)
        if lemma in vocabulary.moved or (word in vocabulary.participles and lemma not in vocabulary.done):
            status = vocabulary.moved.get(lemma) or vocabulary.participles[word]
            found.append((status, place))
        elif lemma in vocabulary.done or word in vocabulary.participles:
            if _is_doer(line, predicate, quantity, in_relative=in_relative, vocabulary=vocabulary):
                continue
            found.append((vocabulary.done.get(lemma) or vocabulary.participles[word], place))
    return found


def _is_doer(
    line: Line, predicate: Predicate, quantity: Quantity, *, in_relative: bool, vocabulary: StatusVocabulary
) -> bool:
    """Whether the figure is who does it: in the active, and the verb agrees with it and with nothing nearer.

    A figure before a plural verb, or a relative pronoun for it, is taken for the subject; a verb in the singular cannot
    have a figure of several as its subject.
    """
    if predicate.passive or predicate.finite is None or predicate.plural is None:
        return False
    auxiliary = line.tokens[predicate.finite].lemma
    if auxiliary in vocabulary.shape.copula:
        return False
    if not predicate.plural:
        return quantity.interval.point == 1
    if in_relative:
        return True
    if quantity.first > predicate.finite:
        return False
    nouns_behind = [p for p in range(quantity.end, predicate.finite) if _is_bare_noun(line, p)]
    if _closes_clause(line, predicate.finite):
        return len(nouns_behind) > 1  # "als 30 Soldaten einen Mann töteten", but "die dabei 1.400 Menschen töteten"
    return not any(_is_bare_noun(line, p) for p in range(_clause_begin(line, quantity.begin), quantity.begin))


def _is_bare_noun(line: Line, place: int) -> bool:
    """Whether a noun stands there whose phrase no preposition opens."""
    if not line.is_noun(place):
        return False
    first = place
    while first > 0 and line.tag(first - 1) in ("ADJA", "ART", "PPOSAT", "PDAT", "CARD"):
        first -= 1
    return line.tag(first - 1) not in _PREPOSITIONS


def _closes_clause(line: Line, finite: int) -> bool:
    """Whether the finite verb is the last word of its clause."""
    return (
        line.tag(finite + 1).startswith("$") or line.tag(finite + 1) in ("", "KON") or line.tag(finite + 1)[:1] == "V"
    )


def _clause_begin(line: Line, place: int) -> int:
    while place > 0 and line.tag(place - 1) not in ("$,", "$."):
        place -= 1
    return place


def _is_planned(line: Line, pieces: tuple[Piece, ...], predicate: Predicate, vocabulary: StatusVocabulary) -> bool:
    shape = vocabulary.shape
    if predicate.modal:
        return True
    if predicate.to_infinitive:
        opener = line.low(pieces[0].first)
        return opener not in shape.not_planned and not _is_begun(line, pieces[0], vocabulary)
    if predicate.finite is None:
        return False
    return any(lemma in shape.plan_verbs for lemma, _ in predicate.full) or any(
        line.tokens[place].lemma in shape.plan_adjectives for piece in pieces for place in range(piece.first, piece.end)
    )


def _is_begun(line: Line, piece: Piece, vocabulary: StatusVocabulary) -> bool:
    """Whether the infinitive hangs on a verb of beginning before it."""
    return any(line.tokens[place].lemma in vocabulary.shape.begin_verbs for place in range(piece.first))


def _is_present(line: Line, predicate: Predicate, place: int, *, role: Role, vocabulary: StatusVocabulary) -> bool:
    """Whether the verb at `place` tells of what still goes on; headlines tell in the present what has happened."""
    if predicate.to_infinitive:
        return True
    present = line.low(place) in vocabulary.present
    if predicate.past and not (present and line.tag(place) == "VVPP" and not predicate.passive):
        return False  # "dass der Norden 300 Mann entsendet" is tagged as a participle
    if role is Role.TITLE:
        return False
    return predicate.passive or present


def _shaped(status: Status, *, planned: bool, present: bool, vocabulary: StatusVocabulary) -> str:
    if planned and status.plan:
        return vocabulary.shape.planned
    return status.in_present if present else status.name


def _phrase(line: Line, pieces: tuple[Piece, ...], vocabulary: StatusVocabulary) -> Status | None:
    """A set phrase in the clause ("ums Leben"), or a predicative adjective ("tot")."""
    for piece in pieces:
        words = line.lower[piece.first : piece.end]
        for phrase, status in vocabulary.phrases:
            if any(words[at : at + len(phrase)] == phrase for at in range(len(words) - len(phrase) + 1)):
                return status
        lemmas = {line.tokens[place].lemma for place in piece.verbs}
        for word, verb, status in vocabulary.expressions:
            if verb in lemmas and word in words:
                return status
        for place in range(piece.first, piece.end):
            if line.tag(place) in ("ADJD", "ADV") and line.low(place) in vocabulary.adjectives:
                return vocabulary.adjectives[line.low(place)]
    return None


def _is_plannable(predicate: Predicate, quantity: Quantity, vocabulary: StatusVocabulary) -> bool:
    """Whether the verbs that a modal or plan governs are something to be done, and no state."""
    shape = vocabulary.shape
    lemmas = [lemma for lemma, _ in predicate.full]
    if quantity.kind == RATE:
        return any(lemma in shape.change_verbs for lemma in lemmas)
    if predicate.to_infinitive:
        return False
    return any(lemma not in shape.states for lemma in lemmas)


def _of_events_beside(quantity: Quantity, pieces: tuple[Piece, ...], vocabulary: StatusVocabulary) -> str | None:
    """As in "Zu den Lieferungen gehören 220 Haubitzen": a noun of happening in the figure's clause."""
    line = quantity.line
    piece = pieces[index_of(pieces, quantity.first)]
    for place in range(piece.first, quantity.begin):
        if line.is_noun(place) and line.tokens[place].lemma in vocabulary.events and quantity.unit is None:
            return vocabulary.events[line.tokens[place].lemma].name
    return None
