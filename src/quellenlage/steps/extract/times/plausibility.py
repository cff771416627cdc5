"""What looks like a time and is none: numbers that count, names, words in another use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from quellenlage.languages.times import Meaning, TimeVocabulary
from quellenlage.steps.extract.times.grammar import Match
from quellenlage.steps.extract.times.pieces import Piece

# Years that news name without the word "year"; outside them a bare number more often counts something.
_USUAL_YEARS = range(1800, 2051)
# A number such as 2015 is a year even before a noun ("hat 2015 Gewinn gemacht"), unless that is one of those counted.
_RECENT_YEARS, _EXACT = range(1980, 2041), 10
_FIRST_OLD_YEAR = 1400
_ROUND = 50  # "rund 2000" counts, "etwa 1938" dates
_HYPHENS = frozenset("-‐‑")
_DASHES = frozenset("-‐‑–—")
_LONGEST_LIFE = 120
_LONGEST_SEASON = 10  # years between two that are written as one ("Saison 2014/15", "Amtsperiode 2010/15")
_CREDIT_REACH = 10  # pieces between "©" and the year that belongs to it
_IN = "in"
_NOUN, _NAME, _ADJECTIVE, _PREPOSITION = "NN", "NE", "ADJA", "APPR"


def is_plausible(match: Match, pieces: Sequence[Piece], vocabulary: TimeVocabulary) -> bool:
    """Whether a match is a time and not only looks like one."""
    if _is_fragment(match, pieces):
        return False
    judge = _JUDGES.get(match.form.meaning)
    return judge is None or judge(match, pieces, vocabulary)


def _is_fragment(match: Match, pieces: Sequence[Piece]) -> bool:
    """Whether the last word is the first half of a compound ("Nacht-, Früh- und Spätschicht")."""
    if match.end + 1 >= len(pieces) or pieces[match.end].word not in _HYPHENS:
        return False
    hyphen, last = pieces[match.end], pieces[match.end - 1]
    return last.shape == "word" and last.end == hyphen.begin and pieces[match.end + 1].begin > hyphen.end


def _year(match: Match, pieces: Sequence[Piece], vocabulary: TimeVocabulary) -> bool:
    if match.end - match.first > 1:
        return True
    line = {piece.word.casefold() for piece in pieces[max(0, match.first - _CREDIT_REACH) : match.first]}
    return line.isdisjoint(vocabulary.year_line_blockers) and _is_year(match.first, pieces, vocabulary)


def _years(match: Match, pieces: Sequence[Piece], _vocabulary: TimeVocabulary) -> bool:
    """Whether "2014/15" is two years and no file number."""
    first, second = (int(pieces[match.slots[slot][-1]].word) for slot in ("year", "second_year"))
    return first in _USUAL_YEARS and 0 < (second - first) % 100 <= _LONGEST_SEASON


def _month(match: Match, pieces: Sequence[Piece], vocabulary: TimeVocabulary) -> bool:
    if match.end - match.first > 1:
        return True
    return not _is_given_name(match.first, pieces) and not _is_family_name(match.first, pieces, vocabulary)


def _season(match: Match, pieces: Sequence[Piece], vocabulary: TimeVocabulary) -> bool:
    """Whether a season is a certain one: a bare one needs a word before it that places it."""
    return match.end - match.first > 1 or _word(pieces, match.first - 1) in vocabulary.classes["season_leads"]


def _decade(match: Match, pieces: Sequence[Piece], _vocabulary: TimeVocabulary) -> bool:
    """Whether "60er" is a decade and no speed, size or series ("im 60er Bereich")."""
    return match.end - match.first > 1 or "-" in pieces[match.first].word or pieces[match.first].shape == "word"


def _weekday(match: Match, pieces: Sequence[Piece], vocabulary: TimeVocabulary) -> bool:
    """Whether a day of the week is not part of a newspaper's name ("Welt am Sonntag")."""
    return _word(pieces, match.first - 2) not in vocabulary.classes["papers"]


def _duration(match: Match, pieces: Sequence[Piece], vocabulary: TimeVocabulary) -> bool:
    return not _is_age(match, pieces, vocabulary)


def _word(pieces: Sequence[Piece], place: int) -> str:
    return pieces[place].word.casefold() if 0 <= place < len(pieces) else ""


def _tag(pieces: Sequence[Piece], place: int) -> str:
    return pieces[place].tag if 0 <= place < len(pieces) else ""


def _is_year(place: int, pieces: Sequence[Piece], vocabulary: TimeVocabulary) -> bool:
    """Whether a bare number of four digits is a year, judged by its neighbours."""
    before, after = _word(pieces, place - 1), _word(pieces, place + 1)
    if before == "." and pieces[place - 1].begin == pieces[place - 2].end:
        before = _word(pieces, place - 2)  # an abbreviation ("Nr. 1945")
    year = int(pieces[place].word)
    if before in vocabulary.year_blockers or _is_numbering(place, pieces):
        return False
    if before in vocabulary.year_numbered and year not in _RECENT_YEARS:
        return False
    if _in_span_of_years(place, pieces):
        return True
    if before in vocabulary.year_hedges and (year % _ROUND == 0 or year not in _USUAL_YEARS):
        return False
    if after in vocabulary.year_units or _counts(place, pieces, vocabulary):
        return False
    if before == _IN and (year not in _USUAL_YEARS or _tag(pieces, place + 1) == _NAME):
        return False  # a post code ("in 1010 Wien")
    return year in _USUAL_YEARS or before in vocabulary.year_leads or _is_old_year(place, pieces)


def _is_numbering(place: int, pieces: Sequence[Piece]) -> bool:
    """Whether the number is part of a longer one ("2015/2120", "0471/2000"), not of a pair of years ("2005/2010")."""
    for sign, other in ((place - 1, place - 2), (place + 1, place + 2)):
        if _word(pieces, sign) == "/" and _word(pieces, other).isdecimal():
            number = _word(pieces, other)
            if len(number) != 2 and int(number) not in _USUAL_YEARS:
                return True
    return False


def _in_span_of_years(place: int, pieces: Sequence[Piece]) -> bool:
    """Whether the number begins or ends a life or a reign ("1170-1230")."""
    for sign, first, last in ((place - 1, place - 2, place), (place + 1, place, place + 2)):
        if _word(pieces, sign) in _DASHES and first >= 0 and last < len(pieces):
            shapes = {pieces[first].shape, pieces[last].shape}
            if shapes == {"year"} and 0 < int(pieces[last].word) - int(pieces[first].word) <= _LONGEST_LIFE:
                return True
    return False


def _is_old_year(place: int, pieces: Sequence[Piece]) -> bool:
    """Whether a number below the usual years is one nevertheless: not round, and no number of a train or a law."""
    year = int(pieces[place].word)
    named = pieces[place - 1].word.isupper() if place else False
    return _FIRST_OLD_YEAR <= year < _USUAL_YEARS.start and year % _ROUND != 0 and not named


def _counts(place: int, pieces: Sequence[Piece], vocabulary: TimeVocabulary) -> bool:
    """Whether the number counts the noun behind it ("2000 Soldaten", "1500 neue Stellen")."""
    year, following = int(pieces[place].word), place + 1
    if _tag(pieces, following) == _ADJECTIVE and not _word(pieces, following).endswith("es"):
        if _is_participle(pieces[following]) and year in _USUAL_YEARS:
            return False
        while _tag(pieces, following) == _ADJECTIVE:
            following += 1
    if _word(pieces, following) in vocabulary.year_units:
        return True
    led = _word(pieces, place - 1) in vocabulary.year_leads and year in _USUAL_YEARS
    recent = year in _RECENT_YEARS and year % _EXACT != 0
    return _tag(pieces, following) == _NOUN and not led and not recent


def _is_participle(piece: Piece) -> bool:
    """Whether an adjective looks like a participle of the past ("gegründete", "erschienenen", "uraufgeführtes")."""
    word = piece.word.casefold()
    stem = word[: -len(_ending(word))] if _ending(word) else word
    return stem.endswith(("t", "en")) and ("ge" in stem or stem.startswith(("er", "ver", "be", "ent", "zer")))


def _ending(word: str) -> str:
    return next((ending for ending in ("en", "er", "em", "es", "e") if word.endswith(ending)), "")


def _is_age(match: Match, pieces: Sequence[Piece], vocabulary: TimeVocabulary) -> bool:
    """Whether a number of years is how old somebody is ("ab 16 Jahren", "im Alter von 16 Jahren")."""
    leads = vocabulary.classes["age_leads"]
    if not any(vocabulary.classes["unit"].get(piece.word) == "Y" for piece in pieces[match.first : match.end]):
        return False
    if _tag(pieces, match.end) == _NOUN:
        return False
    before, further = _word(pieces, match.first - 1), _word(pieces, match.first - 2)
    return before in leads or (_tag(pieces, match.first - 1) == _PREPOSITION and further in leads)


def _is_given_name(place: int, pieces: Sequence[Piece]) -> bool:
    """Whether a month is somebody's name ("August Macke")."""
    return _tag(pieces, place + 1) == _NAME and _tag(pieces, place - 1) not in ("APPR", "APPRART", _ADJECTIVE, "NN")


def _is_family_name(place: int, pieces: Sequence[Piece], vocabulary: TimeVocabulary) -> bool:
    """Whether a month is the name behind a given name or a title ("Jens Mai", "Innenministerin Mai")."""
    before = place - 1
    if _word(pieces, before) == "." and before and pieces[before - 1].end == pieces[before].begin:
        before -= 1  # a title cut short ("Dr. Mai")
    elif _tag(pieces, before) == _NAME:
        return True
    return _word(pieces, before).endswith(tuple(vocabulary.classes["name_leads"]))


_JUDGES: Mapping[Meaning, Callable[[Match, Sequence[Piece], TimeVocabulary], bool]] = {
    Meaning.YEAR: _year,
    Meaning.YEARS: _years,
    Meaning.MONTH: _month,
    Meaning.SEASON: _season,
    Meaning.DECADE: _decade,
    Meaning.WEEKDAY: _weekday,
    Meaning.DURATION: _duration,
}
