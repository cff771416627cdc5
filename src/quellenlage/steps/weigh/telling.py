"""Reasons in words: one plain sentence each, in the surface language.

Names of sources stand where no case changes them (in brackets or behind a colon), since a text gives them in whatever
form it needed; words of the texts stand in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from quellenlage.model.marks import Figure
from quellenlage.model.span import Span
from quellenlage.steps.weigh.accounts import Account, Ground
from quellenlage.wording import entries, say

_LONGEST_QUOTE = 160  # characters of a text's words inside a reason
_MOST_NAMED = 6  # names in a list before the rest is only counted
_INNER_MARKS = str.maketrans('„“”"»«', "‚‘‘'›‹")  # marks of a quotation inside a quotation
_LARGEST_GAP = 3  # characters between a number and the noun it counts


@dataclass(frozen=True, slots=True)
class Teller:
    """Says things in one surface language (`de` or `en`)."""

    surface: str
    ground: Ground

    def reason(self, key: str, **values: object) -> str:
        """The reason with this key."""
        return say(self.surface, f"weigh.reason.{key}", **values)

    def part(self, key: str, **values: object) -> str:
        """A part of a sentence."""
        return say(self.surface, f"weigh.part.{key}", **values)

    def listed(self, names: Iterable[str]) -> str:
        """Names in a row, each once: "A, B und C"."""
        each = list(dict.fromkeys(names))
        if len(each) > _MOST_NAMED:
            each = [*each[: _MOST_NAMED - 1], self.part("more", count=len(each) - _MOST_NAMED + 1)]
        if len(each) < 2:
            return "".join(each)
        return self.part("and", first=", ".join(each[:-1]), last=each[-1])

    def quoted(self, words: str) -> str:
        """Words of a text in quotation marks, cut at a word if they are long; marks inside become single ones."""
        if len(words) > _LONGEST_QUOTE:
            words = words[:_LONGEST_QUOTE].rpartition(" ")[0].rstrip(",;:") + " …"
        return self.part("quoted", words=words.translate(_INNER_MARKS))

    def figure(self, account: Account, figure: Figure) -> str:
        """The figure in its text's words, with the noun it counts where that stands right behind it."""
        span = figure.span
        if figure.counted is not None and 0 <= figure.counted.span.begin - span.end <= _LARGEST_GAP:
            return self.quoted(account.words_of(Span(span.begin, figure.counted.span.end)))
        return self.quoted(account.words_of(span))

    def labels(self, accounts: Iterable[Account]) -> str:
        """The documents of the accounts, by outlet or name."""
        return self.listed(self.ground.labels[account.document] for account in accounts)

    def source(self, source: str) -> str:
        """The name of a source; a mere description stands in quotation marks."""
        name = self.ground.sources[source].name
        return name if name[:1].isupper() else self.quoted(name)

    def sources(self, sources: Sequence[str]) -> str:
        """Several sources in a row."""
        return self.listed(self.source(source) for source in sources)

    def speaker(self, account: Account) -> str:
        """Whose word an account is: the source with what it rests on, the outlet itself, or nobody named."""
        if account.own:
            return self.part("own_voice")
        if not account.holders:
            return self.part("nobody")
        named = self.source(account.holders[0])
        if len(account.holders) > 1:
            return self.part("resting_on", source=named, base=self.sources(account.holders[1:]))
        if account.relays:
            return self.part("by_way_of", source=named, relay=self.sources(account.relays))
        return named

    def sides(self, accounts: Iterable[Account]) -> str:
        """Who says it, each with the documents: "NIS (Küstenblick und Morgenkurier); Reuters (Abendpost)".

        Sources that have a name come first, what is on nobody's word last.
        """
        speakers: dict[str, list[Account]] = {}
        for account in sorted(accounts, key=self._namelessness):
            named = self.source(account.holders[0]) if account.holders else self.speaker(account)
            speakers.setdefault(named, []).append(account)
        return self.series(self.part("with", what=who, labels=self.labels(own)) for who, own in speakers.items())

    def _namelessness(self, account: Account) -> int:
        if not account.holders:
            return 2
        return 0 if self.ground.is_definite(account.holders[0]) else 1

    def by_label(self, accounts: Iterable[Account]) -> str:
        """Each document with who is said to say it: "Küstenblick: NIS; Abendpost: anonyme Quellen"."""
        labels: dict[str, list[str]] = {}
        for account in accounts:
            labels.setdefault(self.ground.labels[account.document], []).append(self.speaker(account))
        return self.series(
            self.part("named", label=label, speaker=self.listed(speakers)) for label, speakers in labels.items()
        )

    def series(self, parts: Iterable[str]) -> str:
        """Parts that hold commas of their own in a row, each once; the rest is counted when there are many."""
        each = list(dict.fromkeys(parts))
        if len(each) > _MOST_NAMED:
            each = [*each[: _MOST_NAMED - 1], self.part("more", count=len(each) - _MOST_NAMED + 1)]
        return "; ".join(each)

    def day(self, day: date | None) -> str:
        """A day as the surface language writes it in figures."""
        return self.part("undated") if day is None else self.part("day", day=day.day, month=day.month, year=day.year)

    def status(self, status: str) -> str:
        """What is said of the things counted."""
        known = entries(self.surface, "weigh")
        return known.get(f"status.{status}", status)

    def number(self, value: float) -> str:
        """A number as the surface language writes it."""
        written = f"{value:,.10g}" if value != int(value) else f"{int(value):,}"
        if self.surface == "de":
            written = written.translate(str.maketrans(",.", ".,"))
        return written
