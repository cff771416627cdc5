"""Forms that show their case by themselves, by which a parse is checked and a missing arc is made good."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quellenlage.text.datafiles import Table


@dataclass(frozen=True, slots=True)
class FormVocabulary:
    """Words in lower case.

    Args:
        never_subject: pronouns that cannot be a subject.
        oblique_determiners: articles and the like that cannot open a subject.
        subordinators: words that open a content clause behind a comma.
        relative_subjects: relative pronouns that can be a subject.
    """

    never_subject: frozenset[str]
    oblique_determiners: frozenset[str]
    subordinators: frozenset[str]
    relative_subjects: frozenset[str]


@cache
def load_forms(code: str) -> FormVocabulary:
    """Read and check `languages/<code>/forms.toml`."""
    table = Table.load("quellenlage.languages", code, "forms.toml")
    vocabulary = FormVocabulary(
        never_subject=frozenset(table.strings("never_subject")),
        oblique_determiners=frozenset(table.strings("oblique_determiners")),
        subordinators=frozenset(table.strings("subordinators")),
        relative_subjects=frozenset(table.strings("relative_subjects")),
    )
    table.done()
    return vocabulary
