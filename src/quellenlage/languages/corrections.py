"""Words by which a language says that something said before was wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from quellenlage.text.datafiles import Table

Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class CorrectionVocabulary:
    """Phrases as words in a row, all in lower case; see `languages/de/corrections.toml` for what each list means."""

    phrases: Phrases
    earlier: Phrases
    words: frozenset[str]
    before_old: Phrases
    before_new: Phrases

    def marks(self, words: Sequence[str]) -> range | None:
        """Where among the words of a sentence (lower case) it is said that this is a correction; None if nowhere."""
        for place, word in enumerate(words):
            if word in self.words:
                return range(place, place + 1)
            for phrase in self.phrases + self.earlier:
                if tuple(words[place : place + len(phrase)]) == phrase:
                    return range(place, place + len(phrase))
        return None

    def names_earlier(self, words: Sequence[str]) -> bool:
        """Whether the words (lower case) name an earlier version, so that what follows is what it said."""
        return any(
            tuple(words[place : place + len(phrase)]) == phrase
            for phrase in self.earlier
            for place in range(len(words) - len(phrase) + 1)
        )

    def makes_old(self, words: Sequence[str]) -> bool | None:
        """Whether the words before a figure make it the wrong one; None if they do not tell.

        The longest phrase wins.
        """
        old, new = _longest_end(self.before_old, words), _longest_end(self.before_new, words)
        return None if old == new else old > new


def _longest_end(phrases: Phrases, words: Sequence[str]) -> int:
    """Length of the longest of `phrases` with which `words` end."""
    return max((len(phrase) for phrase in phrases if tuple(words[-len(phrase) :]) == phrase), default=0)


@cache
def load_corrections(code: str) -> CorrectionVocabulary:
    """Read and check `languages/<code>/corrections.toml`."""
    table = Table.load("quellenlage.languages", code, "corrections.toml")
    vocabulary = CorrectionVocabulary(
        phrases=_split(table.strings("phrases")),
        earlier=_split(table.strings("earlier")),
        words=frozenset(table.strings("words")),
        before_old=_split(table.strings("before_old")),
        before_new=_split(table.strings("before_new")),
    )
    table.done()
    return vocabulary


def _split(phrases: Sequence[str]) -> Phrases:
    return tuple(tuple(phrase.split()) for phrase in phrases)
