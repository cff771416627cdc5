"""Words by which a language says that something said before was wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quellenlage.text.datafiles import Table

Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class CorrectionVocabulary:
    """Phrases as words in a row, all in lower case; see `languages/de/corrections.toml` for what each list means.

    Args:
        marking: words and phrases that mark a correction, by their first word.
        earlier: phrases that name an earlier version, by their first word; they mark a correction, too.
        before_old, before_new: what stands right before a wrong or a right figure.
    """

    marking: Mapping[str, Phrases]
    earlier: Mapping[str, Phrases]
    before_old: Phrases
    before_new: Phrases
    by_now: frozenset[str]
    right_before_rest: Phrases

    def marks(self, words: Sequence[str]) -> range | None:
        """Where among the words of a sentence (lower case) it is said that this is a correction; None if nowhere."""
        for place in range(len(words)):
            length = _length_at(self.marking, words, place) or _length_at(self.earlier, words, place)
            if length:
                return range(place, place + length)
        return None

    def names_earlier(self, words: Sequence[str]) -> bool:
        """Whether the words (lower case) name an earlier version, so that what follows is what it said."""
        return any(_length_at(self.earlier, words, place) for place in range(len(words)))

    def makes_old(self, words: Sequence[str]) -> bool | None:
        """Whether the words before a figure make it the wrong one; None if they do not tell.

        The longest phrase wins.
        """
        old, new = _longest_end(self.before_old, words), _longest_end(self.before_new, words)
        return None if old == new else old > new

    def makes_new(self, words: Sequence[str]) -> bool:
        """Whether the words (lower case) before a figure make it the state of now."""
        return not self.by_now.isdisjoint(words)

    def makes_rest(self, words: Sequence[str]) -> bool:
        """Whether the words (lower case) before a figure make it what is left, now or, beside a newer one, then."""
        return _longest_end(self.right_before_rest, words) > 0


def _length_at(phrases: Mapping[str, Phrases], words: Sequence[str], place: int) -> int:
    """Length of the first of `phrases` that begins at `place`, or 0."""
    for phrase in phrases.get(words[place], ()):
        if tuple(words[place : place + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _longest_end(phrases: Phrases, words: Sequence[str]) -> int:
    """Length of the longest of `phrases` with which `words` end."""
    return max((len(phrase) for phrase in phrases if tuple(words[-len(phrase) :]) == phrase), default=0)


@cache
def load_corrections(code: str) -> CorrectionVocabulary:
    """Read and check `languages/<code>/corrections.toml`."""
    table = Table.load("quellenlage.languages", code, "corrections.toml")
    vocabulary = CorrectionVocabulary(
        marking=_by_first_word(table.strings("phrases") + table.strings("words")),
        earlier=_by_first_word(table.strings("earlier")),
        before_old=_split(table.strings("before_old")),
        before_new=_split(table.strings("before_new")),
        by_now=frozenset(table.strings("by_now")),
        right_before_rest=_split(table.strings("right_before_rest")),
    )
    table.done()
    return vocabulary


def _by_first_word(phrases: Sequence[str]) -> dict[str, Phrases]:
    grouped: dict[str, Phrases] = {}
    for phrase in _split(phrases):
        grouped[phrase[0]] = (*grouped.get(phrase[0], ()), phrase)
    return grouped


def _split(phrases: Sequence[str]) -> Phrases:
    return tuple(tuple(phrase.split()) for phrase in phrases)
