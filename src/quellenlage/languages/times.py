"""Words that name times in a language, and the forms in which they stand together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from quellenlage.model.errors import DataFileError
from quellenlage.text.datafiles import Table

_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_MACRO = re.compile(r"<([a-z_]+)>")
_FORM_KEYS = ("meaning", "patterns")


class Meaning(StrEnum):
    """What the words of a form make together; how each becomes a value stands in `steps/extract/times`."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    CALENDAR_WEEK = "calendar_week"
    YEAR = "year"
    YEARS = "years"
    DECADE = "decade"
    CENTURY = "century"
    UNIT = "unit"
    SHIFTED_UNIT = "shifted_unit"
    PART_OF_UNIT = "part_of_unit"
    WEEKEND = "weekend"
    WEEKDAY = "weekday"
    WEEKDAY_NIGHT = "weekday_night"
    DAY_NIGHT = "day_night"
    TODAY = "today"
    REFERENCE_TODAY = "reference_today"
    DAYPART = "daypart"
    CLOCK = "clock"
    HALF_HOUR = "half_hour"
    QUARTER_PAST = "quarter_past"
    QUARTER_TO = "quarter_to"
    HOLIDAY = "holiday"
    DURATION = "duration"
    SET_VALUE = "set_value"
    SET_UNIT = "set_unit"
    SET_WEEKDAY = "set_weekday"
    SET_DAYPART = "set_daypart"
    BACK_UNIT = "back_unit"
    SAME_TIME = "same_time"
    DAYS_AGO = "days_ago"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class TimeForm:
    """A form in which words name a time.

    Args:
        meaning: what is made of it.
        pattern: its items, macros written out; see the head of `languages/de/times.toml`.
        fixed: slots that every match of the form has, with their values.
    """

    meaning: Meaning
    pattern: str
    fixed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TenseVocabulary:
    """Verb forms that tell past from future; all in lower case.

    Args:
        past: forms that are past by themselves.
        perfect: forms that are past with a participle.
        future: forms that are future with an infinitive.
        modal: forms that are future with an infinitive, and past with a perfect infinitive.
        vowel_changes: pairs of vowels, stem and present.
        irregular_present: forms of the present that no rule makes.
        infinitive_endings, present_endings: what stands behind a stem.
    """

    past: frozenset[str]
    perfect: frozenset[str]
    future: frozenset[str]
    modal: frozenset[str]
    vowel_changes: tuple[tuple[str, str], ...]
    irregular_present: frozenset[str]
    infinitive_endings: tuple[str, ...]
    present_endings: frozenset[str]


@dataclass(frozen=True, slots=True)
class PublicationVocabulary:
    """Words in a line that dates a document; all in lower case.

    Args:
        first: before the date of first publication.
        later: before that of a later version.
        beside: others that may stand there.
        months: names of months, short or foreign as well -> number.
    """

    first: frozenset[str]
    later: frozenset[str]
    beside: frozenset[str]
    months: Mapping[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class TimeVocabulary:
    """All words for times of a language; compared by identity, since it is loaded once.

    Args:
        code: of the language.
        classes: class -> word as written -> value.
        forms: in the order of the file; of two that match the same words the earlier one counts.
        tense: verb forms.
        past_side, future_side: words before a time that tell on which side of the publication it lies.
        planned_side: those of the future that hold even where the verb is past.
        before, since, ahead: words before a length that place it.
        shades: words between such a word and the time ("seit über zwei Jahren").
        year_leads: words after which a number of four digits is a year even before a noun.
        year_blockers: words and signs after which it is none.
        year_hedges: hedges after which a round one is none.
        year_units: words before which it is none.
        year_numbered: words after which it is none unless it is a year of late.
        year_line_blockers: words somewhere before which it is none.
        strong_endings: endings of adjectives that no article stands before.
        publication: words of lines that date a document.
    """

    code: str
    classes: Mapping[str, Mapping[str, str]]
    forms: tuple[TimeForm, ...]
    tense: TenseVocabulary
    past_side: frozenset[str]
    future_side: frozenset[str]
    planned_side: frozenset[str]
    before: frozenset[str]
    since: frozenset[str]
    ahead: frozenset[str]
    shades: frozenset[str]
    year_leads: frozenset[str]
    year_hedges: frozenset[str]
    year_blockers: frozenset[str]
    year_units: frozenset[str]
    year_numbered: frozenset[str]
    year_line_blockers: frozenset[str]
    strong_endings: tuple[str, ...]
    publication: PublicationVocabulary


@cache
def load_times(code: str) -> TimeVocabulary:
    """Read and check `languages/<code>/times.toml`.

    Raises:
        DataFileError: if a word has two values in one class, a form an unknown meaning or macro, or a key is unknown.
    """
    table = Table.load("quellenlage.languages", code, "times.toml")
    side, place, year, agreement = (table.table(key) for key in ("side", "place", "year", "agreement"))
    vocabulary = TimeVocabulary(
        code=code,
        classes=_classes(table),
        forms=tuple(_forms(table)),
        tense=_tense(table.table("tense")),
        past_side=frozenset(side.strings("past")),
        future_side=frozenset(side.strings("future")),
        planned_side=frozenset(side.strings("planned")),
        before=frozenset(place.strings("before")),
        since=frozenset(place.strings("since")),
        ahead=frozenset(place.strings("ahead")),
        shades=frozenset(place.strings("shades")),
        year_leads=frozenset(year.strings("leads")),
        year_hedges=frozenset(year.strings("hedges")),
        year_blockers=frozenset(year.strings("blockers")),
        year_units=frozenset(year.strings("units")),
        year_numbered=frozenset(year.strings("numbered")),
        year_line_blockers=frozenset(year.strings("line_blockers")),
        strong_endings=agreement.strings("strong_endings"),
        publication=_publication(table.table("publication")),
    )
    for part in (side, place, year, agreement, table):
        part.done()
    return vocabulary


def _tense(table: Table) -> TenseVocabulary:
    tense = TenseVocabulary(
        past=frozenset(table.strings("past")),
        perfect=frozenset(table.strings("perfect")),
        future=frozenset(table.strings("future")),
        modal=frozenset(table.strings("modal")),
        vowel_changes=tuple(_pair(entry, table.where) for entry in table.strings("vowel_changes")),
        irregular_present=frozenset(table.strings("irregular_present")),
        infinitive_endings=table.strings("infinitive_endings"),
        present_endings=frozenset(table.strings("present_endings")),
    )
    table.done()
    return tense


def _pair(entry: str, where: str) -> tuple[str, str]:
    before, sign, after = entry.partition(">")
    if not sign:
        raise DataFileError(f"{where}: {entry!r} is no change of vowels like 'e>i'")
    return before, after


def _publication(table: Table) -> PublicationVocabulary:
    months = table.table("months")
    publication = PublicationVocabulary(
        first=frozenset(table.strings("first")),
        later=frozenset(table.strings("later")),
        beside=frozenset(table.strings("beside")),
        months={word: int(number) for word, number in _valued(months).items()},
    )
    table.done()
    return publication


# --- classes ---------------------------------------------------------------------------------------------------------


def _classes(table: Table) -> dict[str, Mapping[str, str]]:
    words, lists = table.table("words"), table.table("lists")
    classes: dict[str, Mapping[str, str]] = {}
    for name in words.keys():  # noqa: SIM118  (a Table is no mapping)
        classes[name] = _valued(words.table(name))
    for name in lists.keys():  # noqa: SIM118
        if name in classes:
            raise DataFileError(f"{lists.where}: {name} is a class of [words] already")
        classes[name] = {word: "" for entry in lists.strings(name) for word in _inflected(entry)}
    numbers = table.table("numbers")
    classes["number"] = {**_numbers(numbers), **classes["number"]}
    for part in (words, lists, numbers):
        part.done()
    for compound in table.tables("compound"):
        name = compound.string("class")
        made = _compound(compound, classes)
        classes[name] = {**classes.get(name, {}), **made}
        compound.done()
    return classes


def _valued(table: Table) -> dict[str, str]:
    found: dict[str, str] = {}
    for value in table.keys():  # noqa: SIM118
        for entry in table.strings(value):
            for word in _inflected(entry):
                if found.setdefault(word, value) != value:
                    raise DataFileError(f"{table.where}: {word!r} has the values {found[word]!r} and {value!r}")
    table.done()
    return found


def _inflected(entry: str) -> tuple[str, ...]:
    if not entry.endswith("-"):
        return (entry,)
    return tuple(entry[:-1] + ending for ending in _ADJECTIVE_ENDINGS)


def _numbers(table: Table) -> dict[str, str]:
    """Number words from one to ninety-nine."""
    ones, joiner = table.strings("ones"), table.string("joiner")
    named = [*ones, *table.strings("from_ten")]
    found = {word: str(value) for value, word in enumerate(named, 1)}
    for ten, word in enumerate(table.strings("tens"), 2):
        found[word] = str(10 * ten)
        found |= {f"{one}{joiner}{word}": str(10 * ten + value) for value, one in enumerate(ones, 1)}
    return found


def _compound(table: Table, classes: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    first, second = table.string("first"), table.string("second")
    for name in (first, second):
        if name not in classes:
            raise DataFileError(f"{table.where}: no class {name!r}")
    pairs = itertools.product(classes[first].items(), classes[second].items())
    return {word + tail: f"{value} {tail_value}".strip() for (word, value), (tail, tail_value) in pairs}


# --- forms -----------------------------------------------------------------------------------------------------------


def _forms(table: Table) -> Iterator[TimeForm]:
    macros = table.table("macros")
    written = {name: macros.string(name) for name in macros.keys()}  # noqa: SIM118
    macros.done()
    for entry in table.tables("form"):
        meaning = _meaning(entry)
        fixed = tuple((key, entry.string(key)) for key in entry.keys() if key not in _FORM_KEYS)  # noqa: SIM118
        for pattern in entry.strings("patterns"):
            yield TimeForm(meaning, _written_out(pattern, written, entry.where), fixed)
        entry.done()


def _meaning(entry: Table) -> Meaning:
    written = entry.string("meaning")
    try:
        return Meaning(written)
    except ValueError as error:
        raise DataFileError(f"{entry.where}: {error}") from error


def _written_out(pattern: str, macros: Mapping[str, str], where: str) -> str:
    """The pattern with its macros replaced; a macro holds no other macro."""

    def replace(match: re.Match[str]) -> str:
        if match.group(1) not in macros:
            raise DataFileError(f"{where}: no macro <{match.group(1)}>")
        return macros[match.group(1)]

    return _MACRO.sub(replace, pattern)
