"""What the steps that see many documents hand on to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quellenlage.model.document import Credit, Note
from quellenlage.model.dossier import Claim, Derivation, Finding, Story, TimelineEntry
from quellenlage.model.errors import InvalidRecord
from quellenlage.model.statement import Source, Statement


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """A claim before its origins are counted.

    Args:
        id: made from its statements' ids.
        gist: the clearest statement's own words.
        statements: ids, in the order of the documents.
    """

    id: str
    gist: str
    statements: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.statements:
            raise InvalidRecord(f"claim {self.id} has no statement")


@dataclass(frozen=True, slots=True)
class Linked:
    """What `link` makes of many readings.

    Args:
        sources: one for each entity over all documents, with all its variants and mentions.
        statements: those of all readings, in the order of documents and text; `source`, `chain` and evidence name
            `sources` instead of the sources of one document.
        credits: credits by document id, likewise renamed.
        outlets: id of the source that carries the document, by document id; absent where the outlet is unknown.
        stories: documents about one event.
        groups: each statement stands in exactly one.
        notes: what could not be decided.
    """

    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    credits: Mapping[str, tuple[Credit, ...]]
    outlets: Mapping[str, str]
    stories: tuple[Story, ...]
    groups: tuple[ClaimGroup, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Traced:
    """What `trace` finds: which text comes from which, and how many origins stand behind each claim."""

    derivations: tuple[Derivation, ...]
    claims: tuple[Claim, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """What `weigh` finds: relations between statements and claims, most urgent first, and the timeline."""

    findings: tuple[Finding, ...]
    timeline: tuple[TimelineEntry, ...]
    notes: tuple[Note, ...] = ()
