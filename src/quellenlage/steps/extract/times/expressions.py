"""What a form says, before it is known when that is: numbers and codes instead of words.

Between finding (which words stand together) and resolving (which day that is). A match becomes one expression, or
several where it is a list ("am 16. und 17. Januar").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from quellenlage.languages.times import Meaning, TimeVocabulary
from quellenlage.model.span import Span
from quellenlage.steps.extract.times.grammar import Match, TimeGrammar
from quellenlage.steps.extract.times.pieces import SHAPES, Piece, number_value
from quellenlage.steps.extract.times.slots import Slots

_CENTURY_PIVOT = 70  # a year of two digits is of the last century from here on, as POSIX reads %y (69)
_LISTS = {"days": "day", "months": "month", "clocks": "clock", "numbers": "number"}


class Place(Enum):
    """Where a length lies, seen from the day of publication.

    BEFORE and AHEAD name the far end ("vor drei Jahren", "in drei Jahren"), SINCE and LAST what lies between
    ("seit drei Jahren", "in den letzten drei Jahren"), NEXT what is to come ("in den nächsten drei Jahren").
    """

    BEFORE = "before"
    SINCE = "since"
    LAST = "last"
    NEXT = "next"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression as its words put it; None for what they leave open.

    Args:
        span: where it stands.
        meaning: how its parts make a value.
        lead: the word before it, casefolded; empty at the beginning.
        year, month, day: as numbers; a month or day without a year is still to be placed.
        second_year: end of a range of years.
        weekday: 1 (Monday) to 7.
        quarter, week, half, decade, century: counted from 1; a decade is 199 or, where the century is open, 9.
        season, part, daypart, holiday: codes of the vocabulary.
        unit, second_unit, number, second_number: of a length; the number as TIMEX3 writes it, X if it is vague.
        relative: units from the day of publication.
        year_relative: the same for the year that a month, season or quarter belongs to.
        week_relative: the same for the week that a weekday belongs to.
        back: units from a time named before (with `unit`), or for a year with `year_back`.
        hour, minute, zone: of a clock time.
        value: a complete value (references, sets).
        era: `BC` for years before the common era.
        place: where a length lies.
        listed: whether it is one of several that stand together ("am 16. und 17. Januar").
    """

    span: Span
    meaning: Meaning
    lead: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    second_year: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    week: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    season: str | None = None
    part: str | None = None
    daypart: str | None = None
    holiday: str | None = None
    unit: str | None = None
    second_unit: str | None = None
    number: str | None = None
    second_number: str | None = None
    relative: int | None = None
    year_relative: int | None = None
    week_relative: int | None = None
    year_back: int | None = None
    back: int | None = None
    hour: int | None = None
    minute: int | None = None
    zone: str = ""
    value: str | None = None
    era: str | None = None
    place: Place | None = None
    listed: bool = False


def expressions_of(
    match: Match, pieces: Sequence[Piece], grammar: TimeGrammar, vocabulary: TimeVocabulary
) -> Iterator[Expression]:
    """The expressions of a match, in the order of the text."""
    slots = Slots(match, pieces, grammar)
    lead = _lead(match, pieces, vocabulary)
    span = Span(pieces[_first_piece(match, pieces, grammar, vocabulary)].begin, pieces[match.end - 1].end)
    expression = _filled(Expression(span, match.form.meaning, lead), slots)
    expression = replace(expression, place=_place(expression, vocabulary))
    list_slot = next((slot for slot in _LISTS if slot in match.slots), None)
    if list_slot is None:
        yield expression
        return
    expression = replace(expression, listed=True)
    main = _main_piece(match, _LISTS[list_slot])
    for place in range(match.slots[list_slot][0], main):
        item = _listed(expression, pieces[place], _LISTS[list_slot], grammar)
        if item is not None:
            yield item
    yield replace(expression, span=Span(pieces[main].begin, span.end))


def _lead(match: Match, pieces: Sequence[Piece], vocabulary: TimeVocabulary) -> str:
    """The word before the expression, past words that only shade it ("seit über zwei Jahren")."""
    place = match.first - 1
    while place > 0 and pieces[place].word.casefold() in vocabulary.shades:
        place -= 1
    return pieces[place].word.casefold() if place >= 0 else ""


def _place(expression: Expression, vocabulary: TimeVocabulary) -> Place | None:
    if expression.relative is not None:
        return {-1: Place.LAST, 1: Place.NEXT}.get(expression.relative)
    leads = {Place.BEFORE: vocabulary.before, Place.SINCE: vocabulary.since, Place.AHEAD: vocabulary.ahead}
    return next((place for place, words in leads.items() if expression.lead in words), None)


def _first_piece(match: Match, pieces: Sequence[Piece], grammar: TimeGrammar, vocabulary: TimeVocabulary) -> int:
    """The first piece of the expression: an article that cannot go with the next word is left out."""
    first = match.first
    if match.end - first < 2 or "article" not in grammar.lexicon.classes(pieces[first].word):
        return first
    following = pieces[first + 1].word
    classes = grammar.lexicon.classes(following)
    strong = "relative" in classes and following.casefold().endswith(vocabulary.strong_endings)
    one = "number" in classes and grammar.lexicon.value("number", following) == "1"  # "die einen Tag vorher kamen"
    return first + 1 if strong or one or "demonstrative" in classes else first


def _main_piece(match: Match, kind: str) -> int:
    """The piece that the last expression of a list begins with."""
    if kind == "clock":
        return next(match.slots[slot][-1] for slot in ("colon", "clock", "hour") if slot in match.slots)
    main = next((slot for slot in (kind, "date", "day_month") if slot in match.slots), kind)
    last = match.slots[main][-1]
    part = match.slots.get("part")
    return part[-1] if part and match.slots[_list_of(kind)][-1] < part[-1] < last else last


def _list_of(kind: str) -> str:
    return next(slot for slot, of in _LISTS.items() if of == kind)


def _listed(expression: Expression, piece: Piece, kind: str, grammar: TimeGrammar) -> Expression | None:
    """The expression for an earlier piece of a list, or None if the piece only joins."""
    span = Span(piece.begin, piece.end)
    classes = SHAPES.get(piece.shape) or grammar.lexicon.classes(piece.word)
    if kind == "clock":
        if not classes & {"clock", "hour"}:
            return None
        hour, minute = _clock(piece.word)
        return replace(expression, span=span, hour=hour, minute=minute)
    if "day_month" in classes and kind == "day":
        day, month = (int(part) for part in re.findall(r"\d+", piece.word))
        return replace(expression, span=span, day=day, month=month, weekday=None)
    if kind not in classes:
        return None
    if kind == "day":
        return replace(expression, span=span, day=int(piece.word.rstrip(".")), weekday=None)
    if kind == "month":
        return replace(expression, span=span, month=int(grammar.lexicon.value("month", piece.word) or 0), part=None)
    number = number_value(piece.word) if piece.word[:1].isdecimal() else grammar.lexicon.value("number", piece.word)
    return replace(expression, span=span, number=number)


def _clock(written: str) -> tuple[int, int]:
    hour, _, minute = written.replace(".", ":").partition(":")
    return int(hour), int(minute or 0)


# --- filling the slots -----------------------------------------------------------------------------------------------


def _filled(expression: Expression, slots: Slots) -> Expression:
    """The expression with all that its slots say."""
    expression = replace(
        expression,
        year=slots.integer("year", "number"),
        month=slots.integer("month"),
        day=slots.integer("day", "ordinal"),
        second_year=slots.integer("second_year"),
        weekday=slots.integer("weekday", "weekday", "weekday_short", "weekday_genitive"),
        quarter=slots.integer("quarter", "ordinal", "quarter_code") or slots.integer("quarter_code"),
        half=slots.integer("half", "ordinal"),
        week=slots.integer("week"),
        century=slots.integer("century", "ordinal"),
        season=slots.code("season"),
        part=slots.code("part"),
        daypart=slots.first_code("daypart", "daypart_after", "daypart_hours", "daypart_adverb"),
        holiday=slots.code("holiday"),
        relative=slots.integer("relative"),
        year_relative=slots.integer("year_relative", "relative"),
        week_relative=slots.integer("week_relative", "relative"),
        year_back=slots.integer("year_back", "back_relative"),
        back=slots.integer("back_relative") if slots.word("back_relative") else slots.integer("back"),
        era=slots.code("era"),
        zone=slots.first_code("zone", "zone_place") or "",
    )
    for fill in (_fill_compounds, _fill_numerals, _fill_lengths, _fill_clock, _fill_values):
        expression = fill(expression, slots)
    return expression


def _fill_compounds(expression: Expression, slots: Slots) -> Expression:
    """Words that hold two values ("Dienstagabend", "Vorjahr", "Jahresende")."""
    both = slots.code("weekday_daypart") or slots.code("weekday_daypart_adverb")
    if both:
        weekday, _, daypart = both.partition(" ")
        expression = replace(expression, weekday=int(weekday), daypart=daypart)
    part_of_unit = slots.code("part_of_unit")
    if part_of_unit:
        part, _, unit = part_of_unit.partition(" ")
        expression = replace(expression, part=part, unit=unit)
    shifted = slots.code("shifted_unit")
    if shifted:
        unit, _, count = shifted.partition(" ")
        expression = replace(expression, unit=unit, relative=int(count))
    back = slots.code("back_unit")
    if back:
        unit, _, count = back.partition(" ")
        expression = replace(expression, unit=unit, back=int(count))
    year_shift = slots.code("year_shift", "shifted_unit")
    if year_shift:
        unit, _, count = year_shift.partition(" ")
        expression = replace(expression, year_relative=int(count) if unit == "Y" else None)
    shift = slots.integer("day_shift")
    shift = slots.integer("day_adjective") if shift is None else shift
    if shift is not None and expression.meaning is not Meaning.WEEKDAY:
        expression = replace(expression, unit="D", relative=shift)
    return expression


def _fill_numerals(expression: Expression, slots: Slots) -> Expression:
    """Dates and decades written in digits, and ranges of years."""
    written = slots.word("date") or slots.word("day_month")
    if written:
        day, month, *year = (int(part) for part in re.findall(r"\d+", written))
        expression = replace(expression, day=day, month=month, year=_full_year(year[0]) if year else None)
    iso = slots.word("iso")
    if iso:
        expression = _from_iso(expression, iso)
    decade = slots.word("decade")
    if decade:
        expression = replace(expression, decade=int(re.findall(r"\d+", decade)[0]) // 10)
    decade_word = slots.integer("decade_word")
    if decade_word is not None:
        expression = replace(expression, decade=decade_word)
    if expression.second_year is not None and expression.year is not None:
        second = expression.year - expression.year % 100 + expression.second_year
        expression = replace(expression, second_year=second)
    return expression


def _full_year(year: int) -> int:
    if year >= 100:
        return year
    return year + (1900 if year >= _CENTURY_PIVOT else 2000)


def _from_iso(expression: Expression, written: str) -> Expression:
    year, month, day, *clock = (int(part) for part in re.findall(r"\d+", written)[:5])
    expression = replace(expression, year=year, month=month, day=day)
    if len(clock) < 2:
        return expression
    zone = re.search(r"(?:Z|[+-]\d{2}:?\d{2})$", written[10:])
    return replace(expression, hour=clock[0], minute=clock[1], zone=zone.group() if zone else "")


def _fill_lengths(expression: Expression, slots: Slots) -> Expression:
    unit = slots.code("unit", "unit", "plural_unit") or slots.code("single_unit") or slots.code("single", "unit")
    made = slots.code("made_unit")
    unit = unit or (made.strip() if made else None)
    number = slots.code("vague_number") or slots.amount("number")
    longing = slots.code("longing")
    if longing:
        unit, number = longing, "X"
    length = slots.code("length") or slots.code("year_length")
    if length:
        number, _, unit = length.partition(" ")
    stem = slots.code("length_stem") or slots.code("year_length_stem")
    return replace(
        expression,
        unit=unit or stem or expression.unit,
        number=number or slots.code("fraction"),
        second_unit=slots.code("second_unit", "unit"),
        second_number=slots.amount("second_number"),
        value=slots.code("fraction_unit"),
    )


def _fill_clock(expression: Expression, slots: Slots) -> Expression:
    if slots.word("midnight"):
        return replace(expression, hour=24, minute=0)
    written = slots.word("clock") or slots.word("colon")
    if written:
        hour, minute = _clock(written)
        return replace(expression, hour=hour, minute=minute)
    hour_value = slots.integer("hour", "number", "small_number")
    if hour_value is None:
        return expression
    return replace(expression, hour=hour_value, minute=slots.integer("minute") or 0)


def _fill_values(expression: Expression, slots: Slots) -> Expression:
    value = slots.code("reference", "reference", "reference_noun") or slots.code("often")
    weekday = slots.integer("weekday_adverb")
    return replace(
        expression,
        value=value or expression.value,
        weekday=weekday if weekday is not None else expression.weekday,
    )
