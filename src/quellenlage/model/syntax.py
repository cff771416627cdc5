"""What the parse of a sentence says, in words of our own: relations between tokens and properties of forms.

The relations follow the content-head scheme of Universal Dependencies (de Marneffe et al., "Universal Dependencies",
Computational Linguistics 47(2), 2021): the full verb governs its clause and its auxiliaries, the noun its preposition.
Back ends with other schemes are brought into this one by the adapters in `quellenlage.syntax`; nothing above them sees
a label of a treebank.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """How a token depends on its head."""

    ROOT = "root"
    SUBJECT = "subject"
    PASSIVE_SUBJECT = "passive_subject"
    SUBJECT_CLAUSE = "subject_clause"
    OBJECT = "object"
    INDIRECT_OBJECT = "indirect_object"
    OBLIQUE = "oblique"
    AGENT = "agent"
    CONTENT_CLAUSE = "content_clause"
    OPEN_CLAUSE = "open_clause"
    ADVERBIAL_CLAUSE = "adverbial_clause"
    NOUN_CLAUSE = "noun_clause"
    RELATIVE_CLAUSE = "relative_clause"
    NOUN_MODIFIER = "noun_modifier"
    POSSESSOR = "possessor"
    APPOSITION = "apposition"
    ADJECTIVE = "adjective"
    NUMBER = "number"
    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    SUBORDINATOR = "subordinator"
    AUXILIARY = "auxiliary"
    PASSIVE_AUXILIARY = "passive_auxiliary"
    COPULA = "copula"
    ADVERB = "adverb"
    VERB_PARTICLE = "verb_particle"
    REFLEXIVE = "reflexive"
    EXPLETIVE = "expletive"
    NAME_PART = "name_part"
    COMPOUND_PART = "compound_part"
    CONJUNCT = "conjunct"
    COORDINATOR = "coordinator"
    PARATAXIS = "parataxis"
    VOCATIVE = "vocative"
    DISCOURSE = "discourse"
    SIGN = "sign"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Form:
    """Properties of an inflected form; None where the form does not show it or the back end does not say.

    Args:
        case: `nom`, `gen`, `dat` or `acc`.
        number: `sing` or `plur`.
        gender: `masc`, `fem` or `neut`.
        person: 1, 2 or 3.
        mood: `indicative`, `subjunctive` or `imperative`.
        tense: `present` or `past`, of the form (the Konjunktiv II is a past form).
    """

    case: str | None = None
    number: str | None = None
    gender: str | None = None
    person: int | None = None
    mood: str | None = None
    tense: str | None = None
