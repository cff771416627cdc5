"""What the rules know of one language: which nouns count the same things, what negates, corrects, puts somewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quellenlage.languages.corrections import CorrectionVocabulary, load_corrections
from quellenlage.languages.pack import LanguagePack
from quellenlage.languages.whereabouts import WhereaboutsVocabulary, load_whereabouts


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language that findings depend on.

    Args:
        kin: the class of a counted noun, by its base form; a noun in no class is its own.
        action: the class of a verb or adjective, by its base form; a word in no class is its own.
        negations: words that turn what a clause says into its opposite, in lower case.
        corrections: words that say that something said before was wrong.
        whereabouts: words that put something in a place.
    """

    kin: Callable[[str], str]
    action: Callable[[str], str] = str.casefold
    negations: frozenset[str] = frozenset()
    corrections: CorrectionVocabulary = CorrectionVocabulary((), frozenset(), (), ())
    whereabouts: WhereaboutsVocabulary = WhereaboutsVocabulary(frozenset(), frozenset())


PLAIN = Vocabulary(kin=str.casefold)
"""Of a language without a pack: every noun is its own class, and nothing is known of words."""


def vocabularies(packs: Mapping[str, LanguagePack]) -> dict[str, Vocabulary]:
    """The vocabulary of each language that has a pack, by code."""
    return {code: _vocabulary(pack) for code, pack in packs.items()}


def _vocabulary(pack: LanguagePack) -> Vocabulary:
    return Vocabulary(
        kin=pack.predicates.kin,
        negations=pack.predicates.negations,
        corrections=load_corrections(pack.code),
        whereabouts=load_whereabouts(pack.code),
    )
