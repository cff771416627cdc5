"""Verb forms by which a language marks reported speech."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quellenlage.model.errors import DataFileError
from quellenlage.text.datafiles import Table


@dataclass(frozen=True, slots=True)
class VerbVocabulary:
    """Forms of the subjunctive; all in lower case.

    Args:
        subjunctive: forms that are subjunctive whatever stands around them.
        ambiguous: those of them that count only in a sentence that reports already.
        third_person: subjunctive unless the first person stands in the sentence.
        first_person: words that show the first person.
        present_ending, preterite_ending: endings of full verbs in the subjunctive present and the preterite.
        stems_in_t: full verbs in the subjunctive present that look like a preterite.
        never: forms that only look like verbs.
    """

    subjunctive: frozenset[str]
    ambiguous: frozenset[str]
    third_person: frozenset[str]
    first_person: frozenset[str]
    present_ending: str
    preterite_ending: str
    stems_in_t: frozenset[str]
    never: frozenset[str]

    def is_subjunctive(self, form: str, *, full_verb: bool, first_person: bool) -> bool:
        """Whether a finite verb form, in lower case, is read as subjunctive.

        Args:
            full_verb: whether it is neither auxiliary nor modal.
            first_person: whether the first person stands in its sentence.
        """
        if form in self.never or form in self.ambiguous:
            return False
        if form in self.subjunctive:
            return True
        if first_person:
            return False
        if form in self.third_person or form in self.stems_in_t:
            return True
        return full_verb and form.endswith(self.present_ending) and not form.endswith(self.preterite_ending)


@cache
def load_verbs(code: str) -> VerbVocabulary:
    """Read and check `languages/<code>/verbs.toml`."""
    table = Table.load("quellenlage.languages", code, "verbs.toml")
    vocabulary = VerbVocabulary(
        subjunctive=frozenset(table.strings("subjunctive")),
        ambiguous=frozenset(table.strings("ambiguous")),
        third_person=frozenset(table.strings("third_person")),
        first_person=frozenset(table.strings("first_person")),
        present_ending=table.string("present_ending"),
        preterite_ending=table.string("preterite_ending"),
        stems_in_t=frozenset(table.strings("stems_in_t")),
        never=frozenset(table.strings("never")),
    )
    table.done()
    strange = vocabulary.ambiguous - vocabulary.subjunctive
    if strange:
        raise DataFileError(f"{table.where}: ambiguous forms {sorted(strange)} are not among the subjunctive ones")
    return vocabulary
