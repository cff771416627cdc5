"""Function words on which the shape of clauses and noun phrases depends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quellenlage.text.datafiles import Table


@dataclass(frozen=True, slots=True)
class GrammarVocabulary:
    """All in lower case; see the head of each list in `languages/de/grammar.toml` for what it means."""

    articles: frozenset[str]
    not_nominative: frozenset[str]
    strong_masculine: frozenset[str]
    genitive: frozenset[str]
    ambiguous_genitive: frozenset[str]
    oblique_endings: tuple[str, ...]
    attribute_prepositions: frozenset[str]
    agent_prepositions: frozenset[str]
    location_prepositions: frozenset[str]
    hearing_prepositions: frozenset[str]
    learned_from: frozenset[str]
    also_prepositions: frozenset[str]
    personal_pronouns: frozenset[str]
    mute_ends: tuple[str, ...]
    word_nouns: tuple[str, ...]
    papers: tuple[str, ...]
    reports: tuple[str, ...]
    paper_prepositions: frozenset[str]
    spokes: tuple[str, ...]
    organs: tuple[str, ...]
    chiefs: tuple[str, ...]
    body_nouns: tuple[str, ...]
    own_bodies: tuple[str, ...]
    body_sorts: tuple[tuple[str, ...], ...]
    person_nouns: tuple[str, ...]
    persons: tuple[str, ...]
    general_persons: tuple[str, ...]
    feminine_ending: str
    feminine_possessive: str
    feminine_titles: frozenset[str]
    masculine_titles: frozenset[str]
    circles: tuple[str, ...]
    bodies_together: tuple[str, ...]
    nominalised: tuple[str, ...]
    plural_articles: frozenset[str]
    plural_ending: str
    noun_endings: str
    capital_nouns: bool
    definite: frozenset[str]
    possessives: frozenset[str]
    indefinite: frozenset[str]
    determiners: frozenset[str]
    attributing_words: frozenset[str]
    singular_pronouns: frozenset[str]
    feminine_or_plural_pronouns: frozenset[str]
    first_person: frozenset[str]
    impersonal_pronouns: frozenset[str]
    relative_pronouns: frozenset[str]
    joins: frozenset[str]
    subordinate: frozenset[str]
    infinitive_openers: frozenset[str]
    infinitive_marker: str
    passive: frozenset[str]
    auxiliaries: frozenset[str]
    verb_particles: frozenset[str]
    between: frozenset[str]


@cache
def load_grammar(code: str) -> GrammarVocabulary:
    """Read and check `languages/<code>/grammar.toml`."""
    table = Table.load("quellenlage.languages", code, "grammar.toml")
    determiner, preposition = table.table("determiner"), table.table("preposition")
    pronoun, clause = table.table("pronoun"), table.table("clause")
    speaking = table.table("speaking")
    definite, possessives = frozenset(speaking.strings("definite")), frozenset(speaking.strings("possessives"))
    vocabulary = GrammarVocabulary(
        articles=frozenset(determiner.strings("articles")),
        not_nominative=frozenset(determiner.strings("not_nominative")),
        strong_masculine=frozenset(determiner.strings("strong_masculine")),
        genitive=frozenset(determiner.strings("genitive")),
        ambiguous_genitive=frozenset(determiner.strings("ambiguous_genitive", optional=True)),
        oblique_endings=determiner.strings("oblique_endings"),
        attribute_prepositions=frozenset(preposition.strings("attribute")),
        agent_prepositions=frozenset(preposition.strings("agent")),
        also_prepositions=frozenset(preposition.strings("also_conjunctions")),
        hearing_prepositions=frozenset(preposition.strings("location")) | frozenset(preposition.strings("agent")),
        learned_from=frozenset(preposition.strings("learned_from")),
        location_prepositions=frozenset(preposition.strings("location")),
        personal_pronouns=frozenset(pronoun.strings("personal")),
        mute_ends=speaking.strings("mute_ends"),
        word_nouns=speaking.strings("word_nouns"),
        papers=speaking.strings("papers"),
        reports=speaking.strings("reports"),
        paper_prepositions=frozenset(speaking.strings("paper_prepositions")),
        spokes=speaking.strings("spokes"),
        organs=speaking.strings("organs"),
        chiefs=speaking.strings("chiefs"),
        body_nouns=speaking.strings("body_nouns"),
        own_bodies=speaking.strings("own_bodies"),
        body_sorts=tuple(sort.strings("nouns") for sort in speaking.tables("sort")),
        person_nouns=speaking.strings("person_nouns"),
        persons=speaking.strings("persons"),
        general_persons=speaking.strings("general_persons"),
        feminine_ending=speaking.string("feminine_ending"),
        feminine_possessive=speaking.string("feminine_possessive"),
        feminine_titles=frozenset(speaking.strings("feminine_titles")),
        masculine_titles=frozenset(speaking.strings("masculine_titles")),
        circles=speaking.strings("circles"),
        bodies_together=speaking.strings("bodies_together"),
        nominalised=speaking.strings("nominalised"),
        plural_articles=frozenset(speaking.strings("plural_articles")),
        plural_ending=speaking.string("plural_ending"),
        noun_endings=speaking.string("noun_endings"),
        capital_nouns=speaking.flag("capital_nouns"),
        definite=definite,
        possessives=possessives,
        indefinite=frozenset(determiner.strings("articles")) - definite,
        determiners=frozenset(determiner.strings("articles")) | definite | possessives,
        attributing_words=frozenset(determiner.strings("genitive"))
        | frozenset(preposition.strings("attribute"))
        | frozenset(preposition.strings("location")),
        singular_pronouns=frozenset(pronoun.strings("singular")),
        feminine_or_plural_pronouns=frozenset(pronoun.strings("feminine_or_plural")),
        first_person=frozenset(pronoun.strings("first_person")),
        impersonal_pronouns=frozenset(pronoun.strings("impersonal")),
        relative_pronouns=frozenset(pronoun.strings("relative")),
        joins=frozenset(clause.strings("joins")),
        subordinate=frozenset(clause.strings("subordinate")),
        infinitive_openers=frozenset(clause.strings("infinitive_openers")),
        infinitive_marker=clause.string("infinitive_marker"),
        passive=frozenset(clause.strings("passive")),
        auxiliaries=frozenset(clause.strings("auxiliaries")),
        verb_particles=frozenset(clause.strings("verb_particles")),
        between=frozenset(clause.strings("between")),
    )
    for part in (determiner, preposition, pronoun, speaking, clause, table):
        part.done()
    return vocabulary
