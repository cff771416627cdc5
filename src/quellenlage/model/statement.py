"""Statements and sources: who is said to have said what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quellenlage.model.document import Credit, Document, Note, Passage, Published
from quellenlage.model.errors import InvalidRecord
from quellenlage.model.marks import EvidenceKind, Figure, Place, SourceKind, Time
from quellenlage.model.span import Span, check_spans
from quellenlage.model.tokens import Division


class Form(StrEnum):
    """How the text brings a statement."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"
    FREE_INDIRECT = "free_indirect"
    OWN = "own"


class Stance(StrEnum):
    """What the source does with what it says."""

    ASSERTS = "asserts"
    DENIES = "denies"
    CONFIRMS = "confirms"
    DOUBTS = "doubts"
    WARNS = "warns"
    DEMANDS = "demands"
    ACCUSES = "accuses"


class Certainty(StrEnum):
    """Whether the words leave it open that the statement is true."""

    PLAIN = "plain"
    HEDGED = "hedged"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place at which a source is named."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """A person, body, country, agency, outlet or unnamed party whose word is relied on.

    In a `Reading` a source is one entity of one document; `link` makes one of them over all documents.

    Args:
        id: made from kind and key.
        name: the fullest name found.
        kind: what it is.
        variants: all forms under which it appears, sorted.
        mentions: where it appears, in the order of documents and text.
        key: what makes two mentions the same source within one document; not exported.
        country: ISO 3166-1 alpha-2 code it belongs to, or None; not exported.
    """

    id: str
    name: str
    kind: SourceKind
    variants: tuple[str, ...]
    mentions: tuple[Mention, ...]
    key: str
    country: str | None = None

    def __post_init__(self) -> None:
        if not self.name:
            raise InvalidRecord(f"source {self.id} has no name")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a statement is said to rest on.

    Args:
        kind: its kind.
        span: the words that name it.
        supplied_by: id of the source that supplied it, or None.
        checked_by: id of the source that is said to have checked it, or None.
        method: how, in the text's words, or None.
    """

    kind: EvidenceKind
    span: Span
    supplied_by: str | None = None
    checked_by: str | None = None
    method: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """In one document somebody says something.

    Args:
        id: made from document and quote.
        document: id of the document.
        quote: what is said, one span or more in the order of the text.
        speaker: the words that name who says it; empty if nobody is named.
        source: id of the source that the speaker denotes, or None.
        cue: the words that mark it as said; empty if there are none.
        form: how the text brings it.
        stance: what the source does with it.
        certainty: plain or hedged.
        hedges: the words that hedge it.
        chain: ids of the sources it passed through, nearest the outlet first, ending with `source`.
        figures: ids of the figures in it.
        times: ids of the times in it.
        places: ids of the places in it.
        evidence: what it is said to rest on.
        confidence: how likely it is that somebody says this, and that it is the word of `source`: 0 to 1, as often as
            statements found in the same way were right in stories the program had not seen; None for what the outlet
            says in its own voice.
        traits: the ways in which it was found, from which `confidence` was computed.
    """

    id: str
    document: str
    quote: tuple[Span, ...]
    speaker: tuple[Span, ...]
    source: str | None
    cue: tuple[Span, ...]
    form: Form
    stance: Stance
    certainty: Certainty
    hedges: tuple[Span, ...]
    chain: tuple[str, ...]
    figures: tuple[str, ...]
    times: tuple[str, ...]
    places: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    confidence: float | None = None
    traits: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.quote:
            raise InvalidRecord(f"statement {self.id} quotes nothing")
        for what, spans in (("quote", self.quote), ("speaker", self.speaker), ("cue", self.cue)):
            check_spans(spans, f"statement {self.id}: {what}")
        if (self.certainty is Certainty.HEDGED) != bool(self.hedges):
            raise InvalidRecord(f"statement {self.id}: {self.certainty} with {len(self.hedges)} hedges")


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is known of one document when it has been read by itself.

    Args:
        document: the document as it came.
        passages: what `clean` made of it.
        title: the headline, supplied or found, or None.
        outlet: the outlet that carries it, supplied or found, or None.
        published: when it appeared, or None.
        division: its sentences.
        figures, times, places, sources, credits, statements: what was found, in the order of the text.
        notes: what could not be decided.
    """

    document: Document
    passages: tuple[Passage, ...]
    title: str | None
    outlet: str | None
    published: Published | None
    division: Division
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    sources: tuple[Source, ...]
    credits: tuple[Credit, ...]
    statements: tuple[Statement, ...]
    notes: tuple[Note, ...]
