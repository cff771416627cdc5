"""The dossier: the whole answer for a set of documents, in the shape of the JSON contract (version 1).

Field order here is key order in the JSON. Fields marked "not exported" in the records stay inside the program;
`Derivation.origin` and `.derived` are written as `from` and `to` (see `steps/write/contract.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quellenlage.model.document import Credit, Note, Passage, Published, check_interval
from quellenlage.model.errors import InvalidRecord
from quellenlage.model.marks import Figure, Place, Time
from quellenlage.model.span import Span
from quellenlage.model.statement import Source, Statement

FORMAT = "quellenlage/dossier"
VERSION = 1


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document as the dossier lists it, with its text as received, so that every span can be resolved."""

    id: str
    name: str
    outlet: str | None
    title: str | None
    published: Published | None
    language: str
    passages: tuple[Passage, ...]
    credits: tuple[Credit, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Origins:
    """How many origins stand behind a claim, counted three ways that are never added up.

    Args:
        outlets: outlets that carry the claim.
        texts: texts it goes back to when derived documents count as one.
        primary: sources whose word it is.
        undetermined: statements of the claim whose source could not be determined.
        why: the reasons in words, one line each.
    """

    outlets: int
    texts: int
    primary: int
    undetermined: int
    why: tuple[str, ...]

    def __post_init__(self) -> None:
        if min(self.outlets, self.texts, self.primary, self.undetermined) < 0:
            raise InvalidRecord("a count of origins is negative")


@dataclass(frozen=True, slots=True)
class Claim:
    """The statements of all documents that say the same thing about the same things.

    Args:
        id: made from its statements' ids.
        gist: the clearest statement's own words.
        statements: ids, in the order of the documents.
        origins: the three counts.
    """

    id: str
    gist: str
    statements: tuple[str, ...]
    origins: Origins

    def __post_init__(self) -> None:
        if not self.statements:
            raise InvalidRecord(f"claim {self.id} has no statement")


@dataclass(frozen=True, slots=True)
class Story:
    """Documents about one event."""

    id: str
    documents: tuple[str, ...]
    title: str


class DerivationKind(StrEnum):
    """In what way one text comes from another."""

    COPY = "copy"
    REWRITE = "rewrite"
    TRANSLATION = "translation"
    SHARED_WIRE = "shared_wire"
    QUOTE = "quote"
    CITES = "cites"


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage of the origin and the passage of the derived text that comes from it."""

    origin: Span
    derived: Span


@dataclass(frozen=True, slots=True)
class Derivation:
    """A document (or a passage of it) comes from another.

    Args:
        id: made from both ends and kind.
        origin: id of the document it comes from; or of a source (an agency, an outlet) that stands for a text
            which is not among the documents, a virtual root.
        derived: id of the document that comes from it.
        kind: in what way.
        directed: whether it is known which of the two came first; if not, `origin` is only the first by id.
        score: share of the derived document's content that the passages cover, 0 to 1; 1 for an explicit credit.
        passages: the passages that show it; empty for a credit alone.
        basis: the reason in words.
    """

    id: str
    origin: str
    derived: str
    kind: DerivationKind
    directed: bool
    score: float
    passages: tuple[SharedPassage, ...]
    basis: str

    def __post_init__(self) -> None:
        if self.origin == self.derived:
            raise InvalidRecord(f"derivation {self.id} leads from a document to itself")
        if not 0 <= self.score <= 1:
            raise InvalidRecord(f"derivation {self.id}: score {self.score} outside 0 to 1")


class FindingKind(StrEnum):
    """How statements or claims stand to each other."""

    AGREEMENT = "agreement"
    CONFLICT = "conflict"
    DENIAL = "denial"
    SUPERSESSION = "supersession"
    DRIFT = "drift"


class Aspect(StrEnum):
    """What changed when a claim was passed on, or what is in conflict."""

    FIGURE = "figure"
    BOUND = "bound"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"
    PLACE = "place"
    TIME = "time"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class DocumentSpan:
    """A span together with the document it points into."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation between statements or claims, made by one named rule.

    Args:
        id: made from kind, aspect, rule and statements.
        kind: what relation.
        aspect: in what respect, or None.
        claims: ids of the claims it relates.
        statements: ids of the statements it relates, at least one.
        rule: name of the rule that made it.
        reason: one plain sentence.
        spans: the words it rests on, on both sides.
        weight: how early an analyst must see it, higher first; not exported.
    """

    id: str
    kind: FindingKind
    aspect: Aspect | None
    claims: tuple[str, ...]
    statements: tuple[str, ...]
    rule: str
    reason: str
    spans: tuple[DocumentSpan, ...]
    weight: float = 0.0

    def __post_init__(self) -> None:
        if not self.statements or not self.spans or not self.reason:
            raise InvalidRecord(f"finding {self.id} lacks statements, spans or a reason")


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something on the timeline: either what was said to happen then, or what was said then.

    Args:
        earliest, latest: ISO 8601 interval, half-open.
        claim: id of the claim that is said to have happened then, or None.
        statement: id of the statement that was made then, or None.
        basis: the time's id, or `published`.
    """

    earliest: str
    latest: str
    claim: str | None
    statement: str | None
    basis: str

    def __post_init__(self) -> None:
        check_interval(self.earliest, self.latest, "timeline entry")
        if (self.claim is None) == (self.statement is None):
            raise InvalidRecord("a timeline entry names either a claim or a statement")


@dataclass(frozen=True, slots=True)
class Run:
    """What made a dossier; the only part that differs between two runs over the same input.

    Args:
        program: name and version.
        created: ISO 8601 moment, UTC.
        languages: version of each language pack used, and the back end that read with it.
        options: options that differ from their defaults.
        input_digest: SHA-256 over the inputs' digests, hexadecimal.
    """

    program: str
    created: str
    languages: dict[str, str]
    options: dict[str, str]
    input_digest: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole answer for a set of documents (JSON contract, version 1)."""

    format: str
    version: int
    run: Run
    documents: tuple[DocumentEntry, ...]
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    claims: tuple[Claim, ...]
    stories: tuple[Story, ...]
    derivations: tuple[Derivation, ...]
    findings: tuple[Finding, ...]
    timeline: tuple[TimelineEntry, ...]
    notes: tuple[Note, ...]
