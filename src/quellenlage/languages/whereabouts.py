"""Words before the name of a place that say that something is there or goes there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from quellenlage.text.datafiles import Table


@dataclass(frozen=True, slots=True)
class WhereaboutsVocabulary:
    """All in lower case; see `languages/de/whereabouts.toml` for what each list means."""

    prepositions: frozenset[str]
    between: frozenset[str]

    def leads(self, words: Sequence[str]) -> bool:
        """Whether the words right before a place (lower case) put something there."""
        for word in reversed(words):
            if word in self.prepositions:
                return True
            if word not in self.between:
                return False
        return False


@cache
def load_whereabouts(code: str) -> WhereaboutsVocabulary:
    """Read and check `languages/<code>/whereabouts.toml`."""
    table = Table.load("quellenlage.languages", code, "whereabouts.toml")
    vocabulary = WhereaboutsVocabulary(frozenset(table.strings("prepositions")), frozenset(table.strings("between")))
    table.done()
    return vocabulary
