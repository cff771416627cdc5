"""Answers to the questions about a sentence, each with how it was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """What an answer rests on, surest first."""

    PARSE = "parse"
    COORDINATION = "coordination"
    AGREEMENT = "agreement"
    FIELD = "field"
    CUE_FRAME = "cue_frame"
    NEAREST_NOMINAL = "nearest_nominal"


class Reason(StrEnum):
    """Code of the rule that answered."""

    ARC = "arc"
    FORM_OF_WORD = "form_of_word"
    ONLY_NOMINATIVE = "only_nominative"
    ONLY_ACCUSATIVE = "only_accusative"
    ONLY_NOMINAL = "only_nominal"
    NUMBER = "number"
    SHARED_SUBJECT = "shared_subject"
    JOINED = "joined"
    BEHIND_FINITE = "behind_finite"
    FIRST_FIELD = "first_field"
    CLAUSE_OPENER = "clause_opener"
    MIDDLE_FIELD = "middle_field"
    FRAME_PREPOSITION = "frame_preposition"
    FRAME_CASE = "frame_case"
    NEAREST = "nearest"
    SUBORDINATE = "subordinate"
    VERB_SECOND = "verb_second"
    INFINITIVE = "infinitive"
    COLON = "colon"
    AROUND = "around"
    QUOTATION = "quotation"
    CLAUSE_BOUNDS = "clause_bounds"


class Refusal(StrEnum):
    """Why the answer of the parse was not taken."""

    NO_NOMINAL = "no_nominal"
    CASE = "case"
    PREPOSITION = "preposition"
    NUMBER = "number"
    OTHER_CLAUSE = "other_clause"
    OTHER_QUOTATION = "other_quotation"
    ADDRESS = "address"
    SURER = "surer"


@dataclass(frozen=True, slots=True)
class Role:
    """The word that plays a role.

    Args:
        at: its place in the sentence, the head of its phrase.
        by: what the answer rests on.
        reason: code of the rule that found it.
        refused: why the parse's own answer was not taken, where it gave another one.
    """

    at: int
    by: Basis
    reason: Reason = Reason.ARC
    refused: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: half-open ranges of places without signs at their ends.

    Args:
        begin: of the first part.
        end: of the last part.
        by: what the answer rests on.
        reason: code of the rule that found it.
        parts: the ranges it consists of, in order; more than one where another clause is put into it.
    """

    begin: int
    end: int
    by: Basis
    reason: Reason
    parts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """How a cue of speech takes its speaker.

    Args:
        cases: of a speaker without preposition: `nom`, `gen`, `dat`.
        prepositions: that lead a speaker, in lower case, contractions listed too.
    """

    cases: frozenset[str] = frozenset({"nom"})
    prepositions: frozenset[str] = frozenset()
