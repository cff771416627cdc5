"""Marks: what `extract` finds in the sentences of one document."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from quellenlage.model.document import Basis, Note, Published, check_interval
from quellenlage.model.errors import InvalidRecord
from quellenlage.model.span import Span


class Comparator(StrEnum):
    """How a figure's words relate the number to the quantity."""

    EQUAL = "="
    ABOUT = "~"
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts, with its modifiers ("zusätzliche nordkoreanische Soldaten").

    Args:
        text: the words as they stand.
        span: where they stand.
        head: base form of the noun that is counted ("Soldat"); not exported.
        modifiers: base forms of the adjectives that tell which things are meant ("nordkoreanisch"), without those that
            only count or add ("zusätzlich"); not exported.
    """

    text: str
    span: Span
    head: str
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with honest bounds: `low <= point <= high`; None is an open end or an unknown point.

    Args:
        id: made from document and span.
        document: id of the document.
        span: the number with its bound and hedge words ("bis zu 12.000", "mindestens 3.000 zusätzliche" less the noun).
        low: smallest value the words allow, or None.
        high: largest value the words allow, or None.
        point: the number named, or None for vague words ("Hunderte").
        comparator: how the words relate number and quantity.
        unit: normalised unit ("km", "EUR", "%"), or None for things counted.
        counted: what is counted, or None.
        status: what is said of the things counted ("planned", "arrived", "dead" …), or None.
        number: the number alone; not exported.
        additive: whether it comes on top of another quantity ("weitere 3.000"); not exported.
    """

    id: str
    document: str
    span: Span
    low: float | None
    high: float | None
    point: float | None
    comparator: Comparator
    unit: str | None
    counted: Counted | None
    status: str | None
    number: Span
    additive: bool = False

    def __post_init__(self) -> None:
        values = [value for value in (self.low, self.point, self.high) if value is not None]
        if any(not math.isfinite(value) for value in values):
            raise InvalidRecord(f"figure {self.id}: {values} are not all finite")
        if values != sorted(values):
            raise InvalidRecord(f"figure {self.id}: low {self.low}, point {self.point}, high {self.high} out of order")
        if not self.span.holds(self.number):
            raise InvalidRecord(f"figure {self.id}: number {tuple(self.number)} outside {tuple(self.span)}")


class TimeKind(StrEnum):
    """The four kinds of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The moment that relative times of a document are counted from, and where it is known from.

    Args:
        date: ISO 8601 date.
        basis: where it is known from.
    """

    date: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression.

    Args:
        id: made from document and span.
        document: id of the document.
        span: where it stands.
        kind: TIMEX3 kind.
        value: TIMEX3 value (`2024-10-20`, `2024-W42`, `P3Y`, `XXXX-11-01` where the year is not known).
        earliest: ISO 8601 moment at which the interval begins, or None if it cannot be placed on the calendar.
        latest: first moment after the interval, or None.
        anchor: what the value was resolved against; None if it needs no anchor or has none.
    """

    id: str
    document: str
    span: Span
    kind: TimeKind
    value: str
    earliest: str | None
    latest: str | None
    anchor: Anchor | None

    def __post_init__(self) -> None:
        if self.earliest is not None and self.latest is not None:
            check_interval(self.earliest, self.latest, f"time {self.id}")


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in a document.

    Args:
        id: made from document and span.
        document: id of the document.
        span: where it stands.
        name: its usual name in the surface of the reference data ("Pjöngjang").
        country: ISO 3166-1 alpha-2 code, or None.
    """

    id: str
    document: str
    span: Span
    name: str
    country: str | None


class SourceKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    BODY = "body"
    COUNTRY = "country"
    AGENCY = "agency"
    OUTLET = "outlet"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of something that can be a source: a person, body, country, agency, outlet or unnamed party.

    Args:
        span: the whole noun phrase less its article ("südkoreanische Geheimdienst", "Präsident Wolodymyr Selenskyj").
        kind: what it denotes.
        label: the proper name inside it ("Wolodymyr Selenskyj", "NIS") or, for a body without one, its description.
        key: what makes two mentions of one document the same source (`person:selensk`, `body:KR:intelligence`).
        country: ISO 3166-1 alpha-2 code it belongs to, or None.
        role: base form of the role noun ("Präsident", "Sprecher"), or None.
        acronym: acronym introduced for it in brackets ("NIS"), or None.
        usual: the name under which it is best known, where that is not the longest label ("Nordkorea" for Pjöngjang,
            "dpa" for Deutsche Presse-Agentur), or None.
    """

    span: Span
    kind: SourceKind
    label: str
    key: str
    country: str | None = None
    role: str | None = None
    acronym: str | None = None
    usual: str | None = None


class EvidenceKind(StrEnum):
    """What a statement is said to rest on."""

    VIDEO = "video"
    PHOTO = "photo"
    SATELLITE_IMAGE = "satellite_image"
    AERIAL_IMAGE = "aerial_image"
    DOCUMENT = "document"
    INTERCEPT = "intercept"
    FACE_RECOGNITION = "face_recognition"
    WITNESS = "witness"
    OFFICIAL_RECORD = "official_record"
    UNNAMED_PERSON = "unnamed_person"


@dataclass(frozen=True, slots=True)
class EvidenceMark:
    """Words that name evidence, before it is known what rests on it.

    Args:
        span: the noun that names it.
        kind: its kind.
        supplied_by: words that say who supplied it, or None.
        checked_by: words that say who is said to have checked it, or None.
        method: how it was checked, in the text's words, or None.
    """

    span: Span
    kind: EvidenceKind
    supplied_by: Span | None = None
    checked_by: Span | None = None
    method: str | None = None


@dataclass(frozen=True, slots=True)
class CreditMark:
    """Words by which the document names whose material it uses, before the source has an id.

    Args:
        span: the words that name the agency or outlet.
        name: the source named.
    """

    span: Span
    name: Name


@dataclass(frozen=True, slots=True)
class Masthead:
    """What is known of a document as a whole. What the user supplied outranks what the text says.

    Args:
        title: its headline, or None.
        outlet: name of the outlet that carries it, in the form of the reference data where that knows it, or None.
        published: when it appeared, or None.
    """

    title: str | None = None
    outlet: str | None = None
    published: Published | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of one document, each kind in the order of the text."""

    figures: tuple[Figure, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    names: tuple[Name, ...] = ()
    evidence: tuple[EvidenceMark, ...] = ()
    credits: tuple[CreditMark, ...] = ()
    masthead: Masthead = Masthead()
    notes: tuple[Note, ...] = ()
