"""Words by which a language says what happened to the things counted: arrived, dead or planned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from quellenlage.model.errors import DataFileError
from quellenlage.text.datafiles import Table


@dataclass(frozen=True, slots=True)
class Status:
    """A status and how verbs give it.

    Args:
        name: the same in every language.
        in_present: the status that the present tense gives instead.
        plan: whether it turns into the planned status where it is only meant or expected.
    """

    name: str
    in_present: str
    plan: bool


@dataclass(frozen=True, slots=True)
class PlanShape:
    """Words that give a clause the shape of something planned or expected; see `[shape]` in `de/statuses.toml`."""

    planned: str
    modals: frozenset[str]
    own_will: frozenset[str]
    subjunctive_modals: frozenset[str]
    plan_verbs: frozenset[str]
    plan_nouns: frozenset[str]
    plan_adjectives: frozenset[str]
    states: frozenset[str]
    people: frozenset[str]
    perfect: frozenset[str]
    passive: frozenset[str]
    copula: frozenset[str]
    past_passive: frozenset[str]
    reported_future: frozenset[str]
    not_planned: frozenset[str]
    begin_verbs: frozenset[str]
    plural_relatives: frozenset[str]
    adjective_endings: frozenset[str]
    plural_endings: frozenset[str]
    negations: frozenset[str]
    not_negated: frozenset[str]
    change_verbs: frozenset[str]
    argument_prepositions: frozenset[str]
    circumstance_prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class StatusVocabulary:
    """All words that give a status; see the head of `languages/de/statuses.toml` for what each list means."""

    names: tuple[str, ...]
    moved: Mapping[str, Status]
    done: Mapping[str, Status]
    participles: Mapping[str, Status]
    of_people: Mapping[str, Status]
    present: frozenset[str]
    nouns: Mapping[str, Status]
    events: Mapping[str, Status]
    adjectives: Mapping[str, Status]
    phrases: tuple[tuple[tuple[str, ...], Status], ...]
    expressions: tuple[tuple[str, str, Status], ...]
    combined: Mapping[frozenset[str], str]
    shape: PlanShape

    def of_noun(self, lemma: str) -> Status | None:
        """The status that a counted noun carries itself, compounds by their end ("Verkehrstote"), or None."""
        return _by_end(lemma, self.nouns)

    def of_event(self, lemma: str) -> Status | None:
        """The status that a noun of happening gives to what it governs ("Lieferung"), or None."""
        return _by_end(lemma, self.events)

    def together(self, statuses: Iterable[str]) -> str | None:
        """One status for all of `statuses`, or None where they have none in common."""
        found = frozenset(statuses)
        if len(found) == 1:
            return next(iter(found))
        return self.combined.get(found)


_SHORTEST_END = 4  # letters; a shorter noun ends compounds of another meaning


def _by_end(lemma: str, nouns: Mapping[str, Status]) -> Status | None:
    if lemma in nouns:
        return nouns[lemma]
    lowered = lemma.lower()
    return next(
        (s for noun, s in nouns.items() if len(noun) >= _SHORTEST_END and lowered.endswith(noun.lower())),
        None,
    )


@cache
def load_statuses(code: str) -> StatusVocabulary:
    """Read and check `languages/<code>/statuses.toml`."""
    table = Table.load("quellenlage.languages", code, "statuses.toml")
    lists: dict[str, dict[str, Status]] = {
        kind: {}
        for kind in (
            "moved",
            "done",
            "participles",
            "of_people",
            "nouns",
            "events",
            "adjectives",
            "phrases",
            "expressions",
        )
    }
    names, present = [], set[str]()
    for entry in table.tables("status"):
        name = entry.string("name")
        status = Status(name, entry.string("in_present", name), entry.flag("plan"))
        names.append(name)
        present.update(entry.strings("present", optional=True))
        for kind, found in lists.items():
            for word in entry.strings(kind, optional=True):
                if word in found:
                    raise DataFileError(f"{entry.where}: {word!r} gives {found[word].name!r} already")
                found[word] = status
        entry.done()
    combined = _combined(table, names)
    phrases = sorted(((tuple(p.split()), s) for p, s in lists.pop("phrases").items()), key=lambda ps: -len(ps[0]))
    expressions = []
    for entry_words, status in lists.pop("expressions").items():
        word, verb = entry_words.split()
        expressions.append((word, verb, status))
    shape = _shape(table.table("shape"))
    table.done()
    all_names = (*names, *sorted(set(combined.values()) - set(names)))
    return StatusVocabulary(
        names=all_names,
        present=frozenset(present),
        phrases=tuple(phrases),
        expressions=tuple(expressions),
        combined=combined,
        shape=shape,
        **lists,
    )


def _combined(table: Table, names: list[str]) -> dict[frozenset[str], str]:
    combined = {}
    for entry in table.tables("combined"):
        of = entry.strings("of")
        unknown = sorted(set(of) - set(names))
        if unknown:
            raise DataFileError(f"{entry.where}: no status {unknown}")
        combined[frozenset(of)] = entry.string("name")
        entry.done()
    return combined


def _shape(table: Table) -> PlanShape:
    words = {name: frozenset(table.strings(name)) for name in PlanShape.__slots__ if name != "planned"}
    shape = PlanShape(planned=table.string("planned"), **words)
    table.done()
    return shape
