"""Words by which a language marks that somebody says something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from quellenlage.model.errors import DataFileError
from quellenlage.model.statement import Stance
from quellenlage.text.datafiles import Table


class Use(StrEnum):
    """With what a cue verb counts."""

    CLAUSE = "clause"
    OBJECT = "object"
    WEAK = "weak"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue word tells about the statement.

    Args:
        lemma: base form; for a phrasal verb the verb alone.
        stance: what the source does by it.
        use: with what it counts.
        hedges: whether the word itself hedges.
        company: what belongs to a phrasal verb ("davon"), in lower case; empty for a plain one.
    """

    lemma: str
    stance: Stance
    use: Use = Use.CLAUSE
    hedges: bool = False
    company: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CueVocabulary:
    """All cue words of a language; see the head of `languages/de/cues.toml` for what each list means."""

    verbs: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, Cue]
    prepositions: frozenset[str]
    postpositions: frozenset[str]
    leading_prepositions: frozenset[str]
    preposition_nouns: frozenset[str]
    view_nouns: frozenset[str]
    compound_nouns: tuple[str, ...]
    rule_nouns: frozenset[str]
    so: frozenset[str]
    how: frozenset[str]
    complementizers: frozenset[str]
    questions: frozenset[str]
    remarks: frozenset[str]
    citing_nouns: frozenset[str]
    citing_prepositions: frozenset[str]
    citing_verbs: frozenset[str]
    learning_verbs: frozenset[str]
    addressee: frozenset[str]
    interview: frozenset[str]
    impersonal_subjects: frozenset[str]
    impersonal_verbs: frozenset[str]
    impersonal_frames: frozenset[str]
    anaphora_determiners: frozenset[str]
    anaphora_nouns: frozenset[str]
    containing: frozenset[str]
    negations: frozenset[str]
    showing_verbs: frozenset[str]
    carrying_adverbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class HedgeVocabulary:
    """Words that leave open whether something is true; all in lower case, phrases as tuples of words."""

    adverbs: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    modals: frozenset[str]
    permitting: frozenset[str]
    hearsay: frozenset[str]
    verbs: frozenset[str]


@cache
def load_cues(code: str) -> CueVocabulary:
    """Read and check `languages/<code>/cues.toml`."""
    table = Table.load("quellenlage.languages", code, "cues.toml")
    preposition, particle, clause = table.table("preposition"), table.table("particle"), table.table("clause")
    relay, impersonal, anaphora = table.table("relay"), table.table("impersonal"), table.table("anaphora")
    showing, carry = table.table("showing"), table.table("carry")
    vocabulary = CueVocabulary(
        verbs=_grouped(_verbs(table)),
        nouns={cue.lemma: cue for cue in _nouns(table)},
        prepositions=frozenset(preposition.strings("before")),
        postpositions=frozenset(preposition.strings("after")) - frozenset(preposition.strings("after_only")),
        leading_prepositions=frozenset(preposition.strings("leading")),
        preposition_nouns=frozenset(preposition.strings("nouns")),
        view_nouns=frozenset(preposition.strings("views")),
        compound_nouns=tuple(noun.lower() for noun in preposition.strings("compounds")),
        rule_nouns=frozenset(preposition.strings("rules")),
        so=frozenset(particle.strings("so")),
        how=frozenset(particle.strings("how")),
        complementizers=frozenset(clause.strings("complementizers")),
        questions=frozenset(clause.strings("questions")),
        remarks=frozenset(clause.strings("remarks")),
        citing_nouns=frozenset(relay.strings("cites")),
        citing_prepositions=frozenset(relay.strings("cites_with")),
        citing_verbs=frozenset(entry.split()[0] for entry in relay.strings("cites_verbs")),
        learning_verbs=frozenset(relay.strings("learning")),
        addressee=frozenset(relay.strings("addressee")),
        interview=frozenset(relay.strings("interview")),
        impersonal_subjects=frozenset(impersonal.strings("subjects")),
        impersonal_verbs=frozenset(impersonal.strings("verbs")),
        impersonal_frames=frozenset(impersonal.strings("frames")),
        anaphora_determiners=frozenset(anaphora.strings("determiners")),
        anaphora_nouns=frozenset(anaphora.strings("nouns")),
        containing=frozenset(anaphora.strings("containing")),
        negations=frozenset(anaphora.strings("negations")),
        showing_verbs=frozenset(showing.strings("verbs")),
        carrying_adverbs=frozenset(carry.strings("adverbs")),
    )
    for part in (preposition, particle, clause, relay, impersonal, anaphora, showing, carry, table):
        part.done()
    return vocabulary


@cache
def load_hedges(code: str) -> HedgeVocabulary:
    """Read and check `languages/<code>/hedges.toml`."""
    table = Table.load("quellenlage.languages", code, "hedges.toml")
    adverbs = table.strings("adverbs")
    vocabulary = HedgeVocabulary(
        adverbs=frozenset(entry for entry in adverbs if " " not in entry),
        phrases=tuple(tuple(entry.split()) for entry in adverbs if " " in entry),
        modals=frozenset(table.strings("modals")),
        permitting=frozenset(table.strings("permitting", optional=True)),
        hearsay=frozenset(table.strings("hearsay")),
        verbs=frozenset(table.strings("verbs")),
    )
    table.done()
    return vocabulary


def _verbs(table: Table) -> Iterator[Cue]:
    for entry in table.tables("verb"):
        stance, use, hedges = _stance(entry), Use(entry.string("use")), entry.flag("hedges")
        for phrase in entry.strings("lemmas"):
            yield _phrasal(phrase, Cue("", stance, use, hedges))
        entry.done()


def _nouns(table: Table) -> Iterator[Cue]:
    for entry in table.tables("noun"):
        stance, hedges = _stance(entry), entry.flag("hedges")
        for lemma in entry.strings("lemmas"):
            yield Cue(lemma, stance, Use.CLAUSE, hedges)
        entry.done()


def _stance(entry: Table) -> Stance:
    written = entry.string("stance")
    try:
        return Stance(written)
    except ValueError as error:
        raise DataFileError(f"{entry.where}: {error}") from error


def _phrasal(phrase: str, like: Cue) -> Cue:
    """The cue of a phrase: its verb is the word in -n, the rest its company."""
    words = phrase.split()
    verb = words[0] if len(words) == 1 else next((w for w in words if w.endswith("n") and len(w) > 4), words[-1])
    company = list(words)
    company.remove(verb)
    return Cue(verb, like.stance, like.use, like.hedges, tuple(company))


def _grouped(cues: Iterator[Cue]) -> dict[str, tuple[Cue, ...]]:
    """Cues by lemma; the ones with most company first, so that a phrase wins over its bare verb."""
    grouped: dict[str, list[Cue]] = {}
    for cue in cues:
        grouped.setdefault(cue.lemma, []).append(cue)
    return {lemma: tuple(sorted(found, key=lambda cue: -len(cue.company))) for lemma, found in grouped.items()}
