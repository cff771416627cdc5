"""Classes of nouns that count the same things, so that figures of "Soldaten" and of "Truppen" can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quellenlage.model.errors import DataFileError
from quellenlage.text.datafiles import Table


@dataclass(frozen=True, slots=True)
class KindVocabulary:
    """See the head of `languages/de/kinds.toml`.

    Args:
        nouns: class by base form.
        ends: class by the end of a compound, in lower case.
        feminine: ending of the feminine, taken off to find the class.
    """

    nouns: Mapping[str, str]
    ends: Mapping[str, str]
    feminine: str

    def kin(self, head: str) -> str:
        """The class of a counted noun, given in its base form; a noun in no class is its own."""
        for noun in (head, head.removesuffix(self.feminine)):
            if noun in self.nouns:
                return self.nouns[noun]
            lowered = noun.lower()
            found = next((name for end, name in self.ends.items() if lowered.endswith(end)), None)
            if found is not None:
                return found
        return head


@cache
def load_kinds(code: str) -> KindVocabulary:
    """Read and check `languages/<code>/kinds.toml`."""
    table = Table.load("quellenlage.languages", code, "kinds.toml")
    nouns: dict[str, str] = {}
    ends: dict[str, str] = {}
    for entry in table.tables("kind"):
        name = entry.string("class")
        for found, key in ((nouns, "nouns"), (ends, "ends")):
            for word in entry.strings(key):
                if word in found:
                    raise DataFileError(f"{entry.where}: {word!r} is {found[word]!r} already")
                found[word] = name
        entry.done()
    vocabulary = KindVocabulary(nouns, ends, table.string("feminine"))
    table.done()
    return vocabulary
