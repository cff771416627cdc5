"""What is known of the documents beside their text: outlets, credits, dates, and the names the reader knows them by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from quellenlage.model.comparing import Linked
from quellenlage.model.document import Basis, Credit, Passage, Published, Role
from quellenlage.model.marks import SourceKind
from quellenlage.model.statement import Reading, Source, Statement
from quellenlage.reference import Reference

_MEDIA = frozenset({SourceKind.AGENCY, SourceKind.OUTLET})
_OWN_WORDS = frozenset({Role.CONTENT, Role.CREDIT, Role.BYLINE, Role.DATE, Role.CAPTION})
_PLATFORM = "platform"  # use of a medium that carries the words of others and has no text of its own
_KNOWN_DATES = frozenset({Basis.STATED, Basis.METADATA, Basis.FEED})  # an assumed date tells nothing about order


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the documents beside their text; all by document id.

    Args:
        names: how a document is called in what the reader reads.
        outlets: id of the source that carries it, where known.
        credited: agencies and outlets that it credits itself, itself excepted, sorted.
        relays: agencies and outlets that its statements name as the way by which a word came, itself excepted.
        published: when it appeared, where that is known and not assumed; naive moments in UTC, half-open.
        sources: names of all sources by their id.
        media: ids of the sources that are agencies or outlets with texts of their own.
        local: name of the outlet that carries it, where reference data do not know that name.
        words: all it says itself, links and menus excepted.
    """

    names: Mapping[str, str]
    outlets: Mapping[str, str]
    credited: Mapping[str, tuple[str, ...]]
    relays: Mapping[str, frozenset[str]]
    published: Mapping[str, tuple[datetime, datetime]]
    sources: Mapping[str, str]
    media: frozenset[str]
    local: Mapping[str, str]
    words: Mapping[str, str]

    def names_outlet_of(self, document: str, other: str) -> bool:
        """Whether a document names the outlet of the other as its source, or by a name that only the case knows."""
        outlet = self.outlets.get(other)
        if outlet is None or outlet == self.outlets.get(document):
            return False
        if outlet in self.relays[document] or outlet in self.credited[document]:
            return True
        local = self.local.get(other)
        return local is not None and re.search(rf"\b{re.escape(local)}\b", self.words[document]) is not None

    def last_medium(self, statement: Statement) -> str | None:
        """The agency or outlet nearest the primary source by which a statement says its word came, or None."""
        own = self.outlets.get(statement.document)
        return next((key for key in reversed(statement.chain) if key in self.media and key != own), None)


def facts_of(readings: Sequence[Reading], linked: Linked, reference: Reference) -> Facts:
    """The facts of all documents."""
    media = frozenset(source.id for source in linked.sources if _is_medium(source, reference))
    relays: dict[str, set[str]] = {reading.document.id: set() for reading in readings}
    for statement in linked.statements:
        own = linked.outlets.get(statement.document)
        relays[statement.document].update(key for key in statement.chain if key in media and key != own)
    return Facts(
        names=_names(readings),
        outlets=linked.outlets,
        credited={
            reading.document.id: _credited(
                reading, linked.credits.get(reading.document.id, ()), media, linked.outlets.get(reading.document.id)
            )
            for reading in readings
        },
        relays={document: frozenset(own) for document, own in relays.items()},
        published={
            reading.document.id: interval
            for reading in readings
            if (interval := _interval(reading.published)) is not None
        },
        sources={source.id: source.name for source in linked.sources},
        media=media,
        local={
            reading.document.id: reading.outlet
            for reading in readings
            if reading.outlet is not None and reading.outlet not in reference.media
        },
        words={reading.document.id: _own_words(reading) for reading in readings},
    )


def _own_words(reading: Reading) -> str:
    own = (passage for passage in reading.passages if passage.role in _OWN_WORDS)
    return "\n".join(passage.span.of(reading.document.text) for passage in own)


def _is_medium(source: Source, reference: Reference) -> bool:
    medium = reference.media.get(source.name)
    return source.kind in _MEDIA and (medium is None or medium.use != _PLATFORM)


def _names(readings: Iterable[Reading]) -> dict[str, str]:
    """The name of the outlet where it tells which document is meant, else the document's own name."""
    readings = list(readings)
    count: dict[str, int] = {}
    for reading in readings:
        if reading.outlet is not None:
            count[reading.outlet] = count.get(reading.outlet, 0) + 1
    return {
        reading.document.id: reading.outlet
        if reading.outlet is not None and count[reading.outlet] == 1
        else reading.document.name
        for reading in readings
    }


def _credited(reading: Reading, found: Iterable[Credit], media: frozenset[str], own: str | None) -> tuple[str, ...]:
    """The agencies and outlets whose material a document names, itself and the credits of pictures excepted."""
    named = {credit.source for credit in found if not _is_picture(reading.passages, credit)}
    return tuple(sorted((named & media) - {own}))


def _is_picture(passages: Iterable[Passage], credit: Credit) -> bool:
    return any(passage.role is Role.CAPTION and passage.span.holds(credit.span) for passage in passages)


def _interval(published: Published | None) -> tuple[datetime, datetime] | None:
    """When a document appeared, as moments without a zone (UTC), or None if it is unknown or only assumed."""
    if published is None or published.basis not in _KNOWN_DATES:
        return None
    return _moment(published.earliest), _moment(published.latest)


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
