"""How the page says things in its surface language: words, counts, numbers, dates, quotations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from quellenlage.wording import entries, say

_DAY = timedelta(days=1)
_LONGEST_MONTH = 31 * _DAY
_NEARLY_A_DAY = timedelta(hours=23)  # an interval that ends at 23:59 means the whole day
_DECIMALS = 6  # beyond it a figure of a news text is noise of the floating point
_CONTROL_PICTURES = 0x2400  # U+2400 to U+2421 are pictures of the control characters U+0000 to U+0020 and U+007F
_DELETE, _DELETE_PICTURE = 0x7F, 0x2421
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_QUOTED = re.compile(r"[„“»«][^„“”»«]+[“”»«]")  # double marks only: a single one may be an apostrophe


def visible(text: str) -> str:
    """`text` with a sign in place of each character that a page cannot show.

    Control characters become their pictures (␀); what HTML forbids, lone surrogates, and the overrides of writing
    direction, which could make a text look as if it said something else, become the substitution sign ␦. The length in
    code points stays the same.
    """
    return _UNPRINTABLE.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == _DELETE:
        return chr(_DELETE_PICTURE)
    return chr(_CONTROL_PICTURES + code) if code < _DELETE else "␦"


def shortened(text: str, most: int) -> str:
    """`text` on one line, cut at a word and with an ellipsis if it has more than `most` code points."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head = line[:most].rsplit(" ", 1)[0] if " " in line[:most] else line[:most]
    return f"{head.rstrip(' ,;:–-')} …"


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of one topic in one surface language, and the forms of numbers and dates that go with it.

    Args:
        surface: `de` or `en`.
        topic: the wording file, `page`.
    """

    surface: str
    topic: str = "page"

    def say(self, key: str, /, **values: object) -> str:
        """The entry at `key` of the topic."""
        return say(self.surface, f"{self.topic}.{key}", **values)

    def term(self, group: str, code: str) -> str:
        """The word for a code of the contract (`form`, `direct`); the code itself where there is no word for it."""
        return entries(self.surface, self.topic).get(f"{group}.{code}", code.replace("_", " "))

    def count(self, key: str, number: int) -> str:
        """A number with its noun: the entry `key.one` or `key.other`."""
        return self.say(f"{key}.{'one' if number == 1 else 'other'}", n=self.number(number))

    def number(self, value: float) -> str:
        """A number with the surface's signs: 1.500 and 2,5 in German, 1,500 and 2.5 in English."""
        written = f"{value:,.{_DECIMALS}f}".rstrip("0").rstrip(".")
        if self.surface == "en":
            return written
        return written.translate(str.maketrans(",.", ".,"))

    def rounded(self, value: float) -> str:
        """A number short enough for a mark on an axis: 20 Mio., 1,5 Mrd."""
        for name, size in (("billion", 1e9), ("million", 1e6)):
            if abs(value) >= size:
                return self.say(name, n=self.number(value / size))
        return self.number(value)

    def percent(self, share: float) -> str:
        """A share of 0 to 1 in whole per cent; a share that is neither nothing nor all is not rounded to it."""
        rounded = min(max(round(share * 100), 1 if share > 0 else 0), 99 if share < 1 else 100)
        return self.say("percent", n=rounded)

    def quoted(self, words: str) -> str:
        """`words` in quotation marks, in marks that do not stand in them already where there are such."""
        pair = self._marks()[self.quote_style(words)]
        return f"{pair[:1]}{words}{pair[1:]}"

    def quote_style(self, words: str) -> str:
        """Which quotation marks `words` take: `first`, `second` if the first stand in them, `bare` if they have theirs.

        Words have their own if a mark opens at their begin and closes at their end and none stands between.
        """
        if _QUOTED.fullmatch(words):
            return "bare"
        free = (style for style, pair in self._marks().items() if pair and not set(pair) & set(words))
        return next(free, "first")

    def _marks(self) -> dict[str, str]:
        return {"first": self.say("quotes.first"), "second": self.say("quotes.second"), "bare": ""}

    def joined(self, items: list[str]) -> str:
        """Items in a row: `a, b und c`."""
        if len(items) < 2:
            return "".join(items)
        return self.say("and", left=", ".join(items[:-1]), right=items[-1])

    def day(self, moment: datetime, *, year: bool = True) -> str:
        """A day, with the month as a word."""
        month = self.say(f"month.m{moment.month}")
        return self.say("day" if year else "day_short", day=moment.day, month=month, year=moment.year)

    def interval(self, earliest: str, latest: str) -> str:
        """A half-open interval of ISO 8601 moments as a reader would say it: a moment, day, month, year or stretch."""
        begin, end = moment_of(earliest), moment_of(latest)
        if _is_midnight(begin) and _NEARLY_A_DAY <= end - begin <= _DAY:
            return self.day(begin)
        if begin == _first_of_year(begin) and end == _first_of_year(end) and end.year == begin.year + 1:
            return str(begin.year)
        if begin == _first_of_month(begin) and end == _first_of_month(end) and end - begin <= _LONGEST_MONTH:
            return self.say("month_of_year", month=self.say(f"month.m{begin.month}"), year=begin.year)
        if end - begin < _DAY and begin.date() == (end - timedelta.resolution).date():
            return self._within_day(begin, end)
        last = end - timedelta.resolution
        return self.say("stretch", begin=self.day(begin, year=begin.year != last.year), end=self.day(last))

    def _within_day(self, begin: datetime, end: datetime) -> str:
        if end - begin <= timedelta(minutes=1):
            return self.say("moment", day=self.day(begin), time=f"{begin:%H:%M}")
        return self.say("hours", day=self.day(begin), begin=f"{begin:%H:%M}", end=f"{end:%H:%M}")


def moment_of(iso: str) -> datetime:
    """An ISO 8601 moment as local wall time: what the text says, not what UTC makes of it."""
    return datetime.fromisoformat(iso).replace(tzinfo=None)


def _is_midnight(moment: datetime) -> bool:
    return moment.time() == datetime.min.time()


def _first_of_month(moment: datetime) -> datetime:
    return moment.replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def _first_of_year(moment: datetime) -> datetime:
    return _first_of_month(moment).replace(month=1)
