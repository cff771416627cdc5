"""Whether a given name is borne by women or by men."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quellenlage.text.datafiles import read_lines


@dataclass(frozen=True, slots=True)
class GenderVocabulary:
    """Given names by who bears them.

    Args:
        known: all given names of the language pack.
        feminine: those borne by women.
        either: those that do not tell.
    """

    known: frozenset[str]
    feminine: frozenset[str]
    either: frozenset[str]

    def is_feminine(self, name: str) -> bool | None:
        """Whether a woman bears the given name; None if it does not tell, or is not known."""
        if name not in self.known or name in self.either:
            return None
        return name in self.feminine


@cache
def load_genders(code: str) -> GenderVocabulary:
    """Read `languages/<code>/given_names*.txt`.

    Raises:
        DataFileError: if a file is missing.
    """
    names = (frozenset(read_lines("quellenlage.languages", code, f"given_names{kind}.txt")) for kind in _KINDS)
    return GenderVocabulary(*names)


_KINDS = ("", "_feminine", "_either")
