"""Forms that show case and number by themselves, by which a parse is checked and a missing arc is made good."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from quellenlage.languages.grammar import load_grammar
from quellenlage.model.errors import DataFileError
from quellenlage.text.datafiles import Table

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PronounForms:
    """Pronouns by what they can be; see the head of each list in `languages/de/forms.toml` for what it means."""

    only_subject: frozenset[str] = _NONE
    polite: frozenset[str] = _NONE
    only_accusative: frozenset[str] = _NONE
    never_subject: frozenset[str] = _NONE
    singular: frozenset[str] = _NONE
    plural: frozenset[str] = _NONE
    relative_subjects: frozenset[str] = _NONE
    relative: frozenset[str] = _NONE
    weak_subjects: frozenset[str] = _NONE
    expletive: frozenset[str] = _NONE


@dataclass(frozen=True, slots=True)
class DeterminerForms:
    """Articles and their like by what they can open."""

    oblique: frozenset[str] = _NONE
    only_dative: frozenset[str] = _NONE
    masculine_nominative: frozenset[str] = _NONE
    genitive: frozenset[str] = _NONE
    singular: frozenset[str] = _NONE
    plural: frozenset[str] = _NONE


@dataclass(frozen=True, slots=True)
class NounForms:
    """Nouns that do not agree or act as others do; written as in the text."""

    quantities: frozenset[str] = _NONE
    times: frozenset[str] = _NONE
    address: frozenset[str] = _NONE
    genitive_name_endings: frozenset[str] = _NONE


@dataclass(frozen=True, slots=True)
class VerbForms:
    """What shows number and voice of verbs; `particles` comes from `grammar.toml`."""

    plural_endings: frozenset[str] = _NONE
    plural: frozenset[str] = _NONE
    singular: frozenset[str] = _NONE
    passive: frozenset[str] = _NONE
    passive_forms: frozenset[str] = _NONE
    conditional_forms: frozenset[str] = _NONE
    impersonal_forms: frozenset[str] = _NONE
    finite_participle_endings: frozenset[str] = _NONE
    infinitive_endings: frozenset[str] = _NONE
    infinitive_markers: frozenset[str] = _NONE
    particles: frozenset[str] = _NONE


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Function words by which clauses and their parts are told."""

    subordinators: frozenset[str] = _NONE
    complementizers: frozenset[str] = _NONE
    source_openers: frozenset[str] = _NONE
    negations: frozenset[str] = _NONE
    corrections: frozenset[str] = _NONE
    agent_prepositions: frozenset[str] = _NONE
    comparisons: frozenset[str] = _NONE
    additive: frozenset[str] = _NONE
    number_bounds: frozenset[str] = _NONE


@dataclass(frozen=True, slots=True)
class FormVocabulary:
    """All of one language; the empty one knows no forms, so that only a parse answers.

    Args:
        parted_by_signs: whether commas part all clauses, as in German; else the parse alone parts them.
    """

    parted_by_signs: bool = False
    pronoun: PronounForms = PronounForms()
    determiner: DeterminerForms = DeterminerForms()
    noun: NounForms = NounForms()
    verb: VerbForms = VerbForms()
    clause: ClauseWords = ClauseWords()

    @property
    def never_subject(self) -> frozenset[str]:
        """Pronouns that cannot be a subject."""
        return self.pronoun.never_subject

    @property
    def oblique_determiners(self) -> frozenset[str]:
        """Articles and the like that cannot open a subject."""
        return self.determiner.oblique


@cache
def load_forms(code: str) -> FormVocabulary:
    """Read and check `languages/<code>/forms.toml`.

    Raises:
        DataFileError: if a list is missing, unknown or contradicts another one.
    """
    table = Table.load("quellenlage.languages", code, "forms.toml")
    vocabulary = FormVocabulary(
        parted_by_signs=table.flag("parted_by_signs"),
        pronoun=PronounForms(**_lists(table.table("pronoun"), PronounForms)),
        determiner=DeterminerForms(**_lists(table.table("determiner"), DeterminerForms)),
        noun=NounForms(**_lists(table.table("noun"), NounForms)),
        verb=VerbForms(
            **_lists(table.table("verb"), VerbForms, "particles"), particles=load_grammar(code).verb_particles
        ),
        clause=ClauseWords(**_lists(table.table("clause"), ClauseWords)),
    )
    table.done()
    for one, other, names in _exclusive(vocabulary):
        if one & other:
            raise DataFileError(f"{table.where}: {sorted(one & other)} in both {names}")
    return vocabulary


def _lists(table: Table, record: type, *elsewhere: str) -> dict[str, frozenset[str]]:
    """The lists of one record; those named stand in another file."""
    names = [field.name for field in fields(record) if field.name not in elsewhere]
    found = {name: frozenset(table.strings(name)) for name in names}
    table.done()
    return found


def _exclusive(forms: FormVocabulary) -> tuple[tuple[frozenset[str], frozenset[str], str], ...]:
    """Lists of which no form can be in two."""
    pronoun, determiner = forms.pronoun, forms.determiner
    return (
        (pronoun.only_subject, pronoun.never_subject, "pronoun.only_subject and never_subject"),
        (pronoun.singular, pronoun.plural, "pronoun.singular and plural"),
        (determiner.singular, determiner.plural, "determiner.singular and plural"),
        (determiner.singular, determiner.oblique, "determiner.singular and oblique"),
        (determiner.plural, determiner.oblique, "determiner.plural and oblique"),
    )
