"""The words of a vocabulary by their classes, found again in every case a text writes them in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quellenlage.languages.times import TimeVocabulary

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and what they can be.

    A noun is one only where it is capitalised ("am Morgen"); a word in lower case may begin a sentence ("Morgen
    kommt er"); a word in capitals or mixed case may be either.

    Args:
        exact: word as written -> its classes.
        folded: casefolded word -> the classes of all its spellings.
        literals: casefolded words that forms name themselves; each is a class of its own, with a quotation mark
            before it.
        values: class -> casefolded word -> value.
        abbreviations: words that keep their full stop, casefolded.
    """

    exact: Mapping[str, frozenset[str]]
    folded: Mapping[str, frozenset[str]]
    literals: frozenset[str]
    values: Mapping[str, Mapping[str, str]]
    abbreviations: frozenset[str]

    def classes(self, word: str) -> frozenset[str]:
        """All classes of a word."""
        fold = word.casefold()
        known = self.folded.get(fold)
        if known is None:
            return frozenset({f"'{fold}"}) if fold in self.literals else _NONE
        if word.islower():
            known = self.exact.get(word, _NONE)
        elif word.istitle():
            known = self.exact.get(word, _NONE) | self.exact.get(word.lower(), _NONE)
        return known | {f"'{fold}"} if fold in self.literals else known

    def value(self, kind: str, word: str) -> str | None:
        """The value of a word in a class, or None if it is not in it."""
        return self.values.get(kind, {}).get(word.casefold())

    def class_sets(self) -> Iterator[frozenset[str]]:
        """Every set of classes that a word can have."""
        yield _NONE
        for word in self.exact:
            for spelling in (word, word.lower(), word.capitalize(), word.upper(), word[:1].lower() + word[1:].upper()):
                yield self.classes(spelling)
        for literal in self.literals:
            yield self.classes(literal)
            yield self.classes(literal.capitalize())
            yield self.classes(literal.upper())


def lexicon_of(vocabulary: TimeVocabulary, literals: frozenset[str]) -> Lexicon:
    """The lexicon of a vocabulary whose forms name the words `literals` themselves."""
    exact: dict[str, set[str]] = {}
    for kind, words in vocabulary.classes.items():
        for word in words:
            exact.setdefault(word, set()).add(kind)
    folded: dict[str, set[str]] = {}
    for word, kinds in exact.items():
        folded.setdefault(word.casefold(), set()).update(kinds)
    return Lexicon(
        exact={word: frozenset(kinds) for word, kinds in exact.items()},
        folded={word: frozenset(kinds) for word, kinds in folded.items()},
        literals=literals,
        values={
            kind: {word.casefold(): value for word, value in words.items()}
            for kind, words in vocabulary.classes.items()
        },
        abbreviations=frozenset(word.casefold() for word in exact if word.endswith(".")),
    )
