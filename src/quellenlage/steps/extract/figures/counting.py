"""What a figure counts: the noun behind it, beside it, or the one it takes up from before."""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.languages.numbers import CountedWords, NumberVocabulary
from quellenlage.languages.units import MONEY, RATE, TIME
from quellenlage.model.marks import Counted
from quellenlage.steps.extract.figures.clauses import Piece, index_of
from quellenlage.steps.extract.figures.line import Line
from quellenlage.steps.extract.figures.nounphrases import base_form, read_noun_phrase
from quellenlage.steps.extract.figures.quantity import Count, Quantity

_ARTICLES = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "APPRART"})
_DETERMINERS = _ARTICLES | {"CARD", "PIDAT"}
_FARTHEST_NUMBER = 4  # words between a number without noun and the number that brings it ("zwei von insgesamt drei")
_MEASURED = frozenset({"APPR", "APPRART"})


def count_behind(quantity: Quantity, vocabulary: NumberVocabulary) -> Count | None:
    """The noun that stands behind the number or its unit, or None."""
    line, words = quantity.line, vocabulary.counted
    if quantity.numeral.rest is not None:
        return _of_rest(quantity)
    at = _behind_von(line, quantity, words)
    if quantity.unit is not None:
        return _of_measured(quantity, vocabulary)
    phrase = read_noun_phrase(line, at, words)
    if phrase is not None:
        return Count(phrase.counted, phrase.end)
    return _partitive(quantity, words)


def _of_rest(quantity: Quantity) -> Count | None:
    """The measured part of a compound ("Haubitze" of "170-Millimeter-Haubitze")."""
    span = quantity.numeral.rest
    if span is None:
        return None
    text = span.of(quantity.line.text)
    return Count(Counted(text, span, text), quantity.end)


def _behind_von(line: Line, quantity: Quantity, words: CountedWords) -> int:
    """Vague words and shares take their noun with "von" too ("Hunderte von Soldaten")."""
    at = quantity.end
    vague = quantity.numeral.point is None and quantity.numeral.high is None
    if vague and line.low(at) in words.partitive and line.tag(at) == "APPR" and line.tag(at + 1) not in _ARTICLES:
        return at + 1
    return at


def _of_measured(quantity: Quantity, vocabulary: NumberVocabulary) -> Count | None:
    """What a measure measures: a noun right behind ("5 Tonnen Getreide"), in the genitive for shares, or before it."""
    line, words = quantity.line, vocabulary.counted
    at = quantity.end
    while line.low(at) in words.measure_adjectives and not line.is_noun(at):
        at += 1
    if quantity.kind == RATE:
        found = _partitive(quantity, words)
        if found is not None:
            return found
    phrase = None if _is_stretch(quantity) or _is_inside_attribute(quantity, at) else read_noun_phrase(line, at, words)
    opened = line.tag(at) in _MEASURED
    if phrase is not None and phrase.first == at and not opened and line.low(at) not in vocabulary.traps.year_leads:
        return Count(phrase.counted, phrase.end)
    return count_measured_before(quantity, vocabulary)


def _is_stretch(quantity: Quantity) -> bool:
    """As in "seit 20 Jahren": a stretch of time behind a preposition measures nothing that follows."""
    return quantity.kind == TIME and quantity.line.tag(quantity.begin - 1) in _MEASURED


def _is_inside_attribute(quantity: Quantity, at: int) -> bool:
    """As in "mit 98 Millionen Euro verschuldeten Vereins": the adjective goes on with another phrase."""
    line = quantity.line
    return line.tag(quantity.begin - 1) in _MEASURED and line.tag(at) in ("ADJA", "VVPP") and quantity.kind == MONEY


def _partitive(quantity: Quantity, words: CountedWords) -> Count | None:
    """As in "fünf der Soldaten", "20 Prozent aller Haushalte", "drei von vier Befragten"."""
    line, at = quantity.line, quantity.end
    if line.low(at) not in words.partitive:
        return None
    at = _behind_determiners(line, at + 1)
    phrase = read_noun_phrase(line, at, words)
    return None if phrase is None else Count(phrase.counted, phrase.end, part_of=True)


def _behind_determiners(line: Line, at: int) -> int:
    """Behind articles and a number between them and the noun ("zwei der drei angeklagten Manager")."""
    while (line.tag(at) in _DETERMINERS and not line.is_noun(at)) or _precedes_number(line, at):
        at += 1
    return at


def _precedes_number(line: Line, at: int) -> bool:
    """As in "der rund 5.000 Häftlinge", "der noch übrigen 500 Mitarbeiter"."""
    while line.tag(at) in ("ADV", "ADJD", "ADJA"):
        at += 1
        if line.tag(at) == "CARD":
            return True
    return False


def count_measured_before(quantity: Quantity, vocabulary: NumberVocabulary) -> Count | None:
    """As in "einem Kaliber von 170 mm", "Schaden in Höhe von 3 Millionen Euro", "ihre Gebühren um sieben Prozent"."""
    line, words = quantity.line, vocabulary.counted
    for phrase in words.measured_by:
        begin = quantity.begin - len(phrase)
        if begin < 1 or line.lower[begin : quantity.begin] != phrase:
            continue
        head = _behind_time(line, begin - 1, vocabulary)
        if head is not None and " ".join(phrase) in words.changes_by:
            head = _behind_circumstance(line, head)
        if head is None or line.tag(head) not in ("NN", "NNA") or line.word(head) in vocabulary.units.nouns:
            return None
        return Count(_noun_before(line, head, words), quantity.end, elided=True)
    return None


def _behind_time(line: Line, head: int, vocabulary: NumberVocabulary) -> int | None:
    """The noun itself, or the one before it if it only says when ("Gewinn im zweiten Quartal von …")."""
    unit = vocabulary.units.nouns.get(line.word(head))
    if unit is None or unit.kind != TIME:
        return head
    while head > 0 and line.tag(head) not in _MEASURED:
        if line.tag(head).startswith(("$", "V")):
            return None
        head -= 1
    return head - 1 if head > 0 else None


def _behind_circumstance(line: Line, head: int) -> int | None:
    """The noun itself if no preposition opens its phrase; else the noun before ("Gewinn vor Steuern um 20 Prozent")."""
    preposition = _preposition_of(line, head)
    if preposition is None:
        return head
    before = preposition - 1
    return before if line.is_noun(before) and _preposition_of(line, before) is None else None


def _preposition_of(line: Line, head: int) -> int | None:
    """Where the preposition that opens the phrase of the noun at `head` stands, or None."""
    first = head
    while first > 0 and line.tag(first - 1) in ("ADJA", "ART", "PPOSAT", "PDAT", "CARD"):
        first -= 1
    return first - 1 if line.tag(first - 1) in _MEASURED else None


def _noun_before(line: Line, head: int, words: CountedWords) -> Counted:
    """The noun at a position with the adjectives before it."""
    first = head
    while first > 0 and line.tag(first - 1) == "ADJA":
        first -= 1
    span = line.span(first, head + 1)
    return Counted(span.of(line.text), span, base_form(line, head, words))


def count_shared(
    quantities: Sequence[Quantity], counts: Sequence[Count | None], number: int, words: CountedWords
) -> Count | None:
    """The noun of the next number, where a small word joins the two ("zwei von drei Soldaten", "45 gegen 32")."""
    if number + 1 >= len(quantities):
        return None
    this, following = quantities[number], quantities[number + 1]
    count = counts[number + 1]
    if count is None or count.elided or following.unit is not None or this.line is not following.line:
        return None
    between = range(this.end, following.begin)
    if len(between) > _FARTHEST_NUMBER:
        return None
    join = this.end
    while this.line.tag(join) == "ADJA":
        join += 1
    joined = this.line.low(join) in words.shares_next or not between
    plain = all(this.line.tag(place)[:1] not in ("V", "N") for place in between)
    if this.line.tag(this.begin - 1) == "APPR" and this.line.low(this.begin - 1) == this.line.low(following.begin - 1):
        joined = plain = this.line.word(this.end) == ","  # "sprach von 5.000, die Veranstalter von 12.000 Teilnehmern"
    return Count(count.counted, this.end, elided=True) if joined and plain else None


def count_of_number(quantity: Quantity, pieces: tuple[Piece, ...], words: CountedWords) -> Count | None:
    """As in "Die Zahl der Toten stieg auf 45": what the noun of number in the same clause counts."""
    line = quantity.line
    first = pieces[max(index_of(pieces, quantity.first) - 1, 0)].first
    for place in range(quantity.begin - 1, first - 1, -1):
        if not line.is_noun(place):
            continue
        lemma = line.tokens[place].lemma
        if lemma in words.number_nouns:
            return _behind_number_noun(line, place, quantity, words)
        ending = next((e for e in words.number_endings if lemma.endswith(e) and len(lemma) > len(e)), None)
        if ending is not None:
            counted = _noun_before(line, place, words)
            return Count(
                Counted(counted.text, counted.span, lemma[: -len(ending)].rstrip("s-")), quantity.end, elided=True
            )
    return None


def _behind_number_noun(line: Line, place: int, quantity: Quantity, words: CountedWords) -> Count | None:
    at = place + 1
    if line.low(at) not in words.partitive and line.tag(at) not in _ARTICLES:
        return None
    while line.low(at) in words.partitive or line.tag(at) in _ARTICLES:
        at += 1
    phrase = read_noun_phrase(line, at, words)
    if phrase is None or phrase.end > quantity.begin:
        return None
    return Count(phrase.counted, quantity.end, elided=True)


def count_valued(quantity: Quantity, words: CountedWords) -> Count | None:
    """As in "ein Beben der Stärke 4,4": a noun right before a number that cannot be its label."""
    line, before = quantity.line, quantity.begin - 1
    if quantity.numeral.label_like or not quantity.numeral.in_digits or line.tag(before) != "NN":
        return None
    return Count(_noun_before(line, before, words), quantity.end, elided=True)


def count_measured_subject(quantity: Quantity, pieces: tuple[Piece, ...], words: CountedWords) -> Count | None:
    """As in "Die Quote stieg auf 5 Prozent": the subject of a verb of change or measure in the same clause.

    The subject is the first noun of the clause whose phrase no preposition opens.
    """
    line, piece = quantity.line, pieces[index_of(pieces, quantity.first)]
    particle = next((line.low(p) for p in range(piece.first, piece.end) if line.tag(p) == "PTKVZ"), "")
    if not any({line.tokens[p].lemma, particle + line.tokens[p].lemma} & words.measure_verbs for p in piece.verbs):
        return None
    place = piece.first
    while place < quantity.begin:
        if line.tag(place) in _MEASURED:
            place = _behind_phrase(line, place + 1, quantity.begin)
            continue
        if line.is_noun(place) and line.tag(place) != "NE":
            return Count(_noun_before(line, place, words), quantity.end, elided=True)
        place += 1
    return None


def _behind_phrase(line: Line, at: int, end: int) -> int:
    """Behind the noun phrase that a preposition governs, its genitive included."""
    while at < end and not line.is_noun(at):
        if line.tokens[at].is_finite or line.tag(at) == "$,":
            return at
        at += 1
    while at < end and (line.is_noun(at) or (line.tag(at) == "ART" and line.is_noun(at + 1))):
        at += 1
    return at


def takes_up(line: Line, piece: Piece, words: CountedWords) -> bool:
    """Whether a word of the piece takes up what was counted before ("davon", "von ihnen", "die Zahl")."""
    places = range(piece.first, piece.end)
    return any(line.low(p) in words.anaphora or line.tokens[p].lemma in words.number_nouns for p in places)
