"""What the rules know of one language: which words say the same, what negates, corrects, puts something somewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from quellenlage.languages.corrections import CorrectionVocabulary, load_corrections
from quellenlage.languages.pack import LanguagePack
from quellenlage.languages.whereabouts import WhereaboutsVocabulary, load_whereabouts
from quellenlage.text.shingles import stem_of

ANYBODY = "person"
"""Class of nouns that count people of whatever sort, the same in every language."""


def _none(_lemma: str) -> str | None:
    return None


def _beginning(lemma: str, _is_noun: bool) -> str | None:
    return stem_of(lemma)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language that findings depend on.

    Args:
        kin: the class of a counted noun, by its base form; a noun in no class is its own.
        people: classes of counted nouns whose members another text may count as people.
        doing: the class of a verb, or of a noun that names a doing, by its base form, or None.
        term: what a content word, given by its base form and whether it is a noun, has in common with words that say
            the same: its class, else its beginning; None if it tells little about what a sentence says.
        stages: for a class of doing, the numbers of the courses of events of which it is a stage.
        negations: words that turn what a clause says into its contrary, in lower case.
        corrections: words that say that something said before was wrong.
        whereabouts: words that put something in a place.
    """

    kin: Callable[[str], str]
    people: frozenset[str] = frozenset()
    doing: Callable[[str], str | None] = _none
    term: Callable[[str, bool], str | None] = _beginning
    stages: Mapping[str, frozenset[str]] = field(default_factory=dict)
    negations: frozenset[str] = frozenset()
    corrections: CorrectionVocabulary | None = None
    whereabouts: WhereaboutsVocabulary | None = None

    def anybody(self, kind: str) -> str:
        """The class under which texts may count these people by turns; any other class is itself."""
        return ANYBODY if kind in self.people else kind


PLAIN = Vocabulary(kin=str.casefold)
"""Of a language without a pack: every noun is its own class, and nothing is known of words."""


def vocabularies(packs: Mapping[str, LanguagePack]) -> dict[str, Vocabulary]:
    """The vocabulary of each language that has a pack, by code."""
    return {code: _vocabulary(pack) for code, pack in packs.items()}


def _vocabulary(pack: LanguagePack) -> Vocabulary:
    predicates = pack.predicates
    stages: dict[str, set[str]] = {}
    for number, course in enumerate(predicates.stages):
        for name in course.classes:
            stages.setdefault(name, set()).add(str(number))

    def doing(lemma: str) -> str | None:
        return predicates.verb(lemma) or predicates.noun(lemma)

    def term(lemma: str, is_noun: bool) -> str | None:
        kin = predicates.kin(lemma) if is_noun else lemma
        if kin != lemma:
            return kin
        return None if lemma in predicates.common else doing(lemma) or stem_of(lemma)

    return Vocabulary(
        kin=cache(predicates.kin),
        people=predicates.people,
        doing=cache(doing),
        term=cache(term),
        stages={name: frozenset(numbers) for name, numbers in stages.items()},
        negations=predicates.negations,
        corrections=load_corrections(pack.code),
        whereabouts=load_whereabouts(pack.code),
    )
