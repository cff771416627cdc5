"""Classes of words that say the same of things, and of nouns that count the same things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quellenlage.languages.kinds import KindVocabulary, load_kinds
from quellenlage.model.errors import DataFileError
from quellenlage.text.datafiles import Table


@dataclass(frozen=True, slots=True)
class Stages:
    """Classes of predicates and statuses of figures that follow one another in one doing."""

    classes: frozenset[str]
    statuses: frozenset[str]


@dataclass(frozen=True, slots=True)
class PredicateVocabulary:
    """See the head of `languages/de/predicates.toml`.

    Args:
        verbs: class by base form.
        nouns: class by base form.
        ends: class by the end of a compound noun, in lower case; the longest end decides.
        phrases: by their first word, words in sequence with their class, in lower case; the longest come first.
        opposites: pairs of classes that say the contrary of each other.
        stages: doings of several stages.
        light: classes that only say how a number moves or how far a doing has come.
        negations: words that turn a clause into its contrary, in lower case.
        questions: words that begin an indirect question, in lower case.
        common: base forms that tell little about what a sentence says.
        kinds: classes of counted nouns that go before `counted`.
        counted: further classes of counted nouns, by base form.
        people: classes of counted nouns whose members may be counted as people.
        counted_ends: the same by the end of a compound, in lower case.
    """

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    ends: Mapping[str, str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    opposites: frozenset[frozenset[str]]
    stages: tuple[Stages, ...]
    light: frozenset[str]
    negations: frozenset[str]
    questions: frozenset[str]
    common: frozenset[str]
    kinds: KindVocabulary
    counted: Mapping[str, str]
    counted_ends: Mapping[str, str]
    people: frozenset[str]

    def verb(self, lemma: str) -> str | None:
        """The class of a verb in its base form, separable prefix included, or None."""
        return self.verbs.get(lemma)

    def noun(self, lemma: str) -> str | None:
        """The class of a noun that names a doing, in its base form, or None."""
        return self.nouns.get(lemma) or _by_end(lemma.lower(), self.ends)

    def phrase_at(self, words: Sequence[str], place: int) -> str | None:
        """The class of the phrase that begins at `place` among words in lower case, or None."""
        for phrase, name in self.phrases.get(words[place], ()):
            if tuple(words[place : place + len(phrase)]) == phrase:
                return name
        return None

    def are_opposite(self, one: str, other: str) -> bool:
        """Whether two classes say the contrary of each other."""
        return frozenset((one, other)) in self.opposites

    def are_stages(self, one: str, other: str) -> bool:
        """Whether two classes, or two statuses, are stages of one doing."""
        return any({one, other} <= stages.classes or {one, other} <= stages.statuses for stages in self.stages)

    def kin(self, lemma: str) -> str:
        """The class of a counted noun in its base form; a noun in no class is its own."""
        for noun in (lemma, lemma.removesuffix("r")):  # "ein Verletzter" is counted as "die Verletzten" are
            name = self.kinds.kin(noun)
            found = name if name != noun else self.counted.get(noun) or _by_end(noun.lower(), self.counted_ends)
            if found is not None:
                return found
        return lemma


def _by_end(lowered: str, ends: Mapping[str, str]) -> str | None:
    """What the longest end of a word that has an entry says."""
    return next((ends[lowered[begin:]] for begin in range(len(lowered)) if lowered[begin:] in ends), None)


@cache
def load_predicates(code: str) -> PredicateVocabulary:
    """Read and check `languages/<code>/predicates.toml`.

    Raises:
        DataFileError: if a word stands in two classes, or an opposite names no class.
    """
    table = Table.load("quellenlage.languages", code, "predicates.toml")
    found: dict[str, dict[str, str]] = {key: {} for key in ("verbs", "nouns", "ends", "phrases")}
    opposites: set[frozenset[str]] = set()
    for entry in table.tables("predicate"):
        name = _enter(entry, found, optional=("phrases",))
        opposite = entry.string("opposite", "")
        if opposite:
            opposites.add(frozenset((name, opposite)))
        entry.done()
    counted: dict[str, dict[str, str]] = {"nouns": {}, "ends": {}}
    for entry in table.tables("counted"):
        _enter(entry, counted)
        entry.done()
    light = frozenset(table.strings("light"))
    _check_known(light.union(*opposites), found["verbs"], table.where)
    vocabulary = PredicateVocabulary(
        verbs=found["verbs"],
        nouns=found["nouns"],
        ends=found["ends"],
        phrases=_by_first_word(found["phrases"]),
        opposites=frozenset(opposites),
        stages=tuple(_stages(entry, found["verbs"]) for entry in table.tables("stages")),
        light=light,
        negations=frozenset(table.strings("negations")),
        questions=frozenset(table.strings("questions")),
        common=frozenset(table.strings("common")),
        kinds=load_kinds(code),
        counted=counted["nouns"],
        counted_ends=counted["ends"],
        people=frozenset(table.strings("people")),
    )
    table.done()
    return vocabulary


def _enter(entry: Table, found: Mapping[str, dict[str, str]], *, optional: Sequence[str] = ()) -> str:
    """Put the words of one class into the tables, by key; gives back the name of the class."""
    name = entry.string("class")
    for key, words in found.items():
        for word in entry.strings(key, optional=key in optional):
            if word in words:
                raise DataFileError(f"{entry.where}: {word!r} is {words[word]!r} already")
            words[word] = name
    return name


def _stages(entry: Table, verbs: Mapping[str, str]) -> Stages:
    stages = Stages(frozenset(entry.strings("classes")), frozenset(entry.strings("statuses")))
    _check_known(stages.classes, verbs, entry.where)
    entry.done()
    return stages


def _check_known(named: frozenset[str], verbs: Mapping[str, str], where: str) -> None:
    """Refuse names of classes that no verb belongs to."""
    unknown = sorted(named - set(verbs.values()))
    if unknown:
        raise DataFileError(f"{where}: {unknown} are no classes with verbs")


def _by_first_word(phrases: Mapping[str, str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    grouped: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, name in phrases.items():
        words = tuple(phrase.split())
        grouped.setdefault(words[0], []).append((words, name))
    return {first: tuple(sorted(own, key=lambda entry: (-len(entry[0]), entry[0]))) for first, own in grouped.items()}
