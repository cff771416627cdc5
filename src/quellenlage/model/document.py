"""What came in: documents, the passages they are made of, and the notes left on the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quellenlage.model.errors import InvalidRecord
from quellenlage.model.span import Span, check_spans


class Role(StrEnum):
    """What a passage is to the document."""

    TITLE = "title"
    DATE = "date"
    BYLINE = "byline"
    CONTENT = "content"
    CAPTION = "caption"
    CREDIT = "credit"
    CROSSREF = "crossref"
    ADVERT = "advert"
    NAVIGATION = "navigation"
    COMMENT_FORM = "comment_form"
    OTHER = "other"


class Basis(StrEnum):
    """Where a date is known from."""

    STATED = "stated"
    METADATA = "metadata"
    FEED = "feed"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Published:
    """When a document appeared: the interval `[earliest, latest)` and where that is known from.

    Args:
        earliest: ISO 8601 date (`2024-10-20`) or date and time (`2024-10-20T10:27`).
        latest: first moment that is certainly too late, in the same form.
        basis: where the interval is known from.
    """

    earliest: str
    latest: str
    basis: Basis

    def __post_init__(self) -> None:
        check_interval(self.earliest, self.latest, "publication date")


def check_interval(earliest: str, latest: str, what: str) -> None:
    """Refuse an interval of ISO 8601 moments that does not parse or runs backwards.

    Raises:
        InvalidRecord: naming `what` the interval belongs to.
    """
    try:
        begin, end = datetime.fromisoformat(earliest), datetime.fromisoformat(latest)
    except ValueError as error:
        raise InvalidRecord(f"{what}: {error}") from error
    if begin.replace(tzinfo=None) >= end.replace(tzinfo=None):
        raise InvalidRecord(f"{what}: {earliest} is not before {latest}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document with a role. Passages of a document do not overlap."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Supplied:
    """What the user (a side file, a JSONL line, a feed) says about a document; None where nothing is said.

    Args:
        title: the headline.
        url: where the document was found.
        outlet: name of the outlet that carries it.
        published: ISO 8601 date or date and time.
        language: ISO 639-1 code.
        basis: where `published` comes from (`metadata` for a side file or JSONL, `feed`, `assumed`).
    """

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    basis: Basis = Basis.METADATA


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it came. Its text is never rewritten; everything else points into it.

    Args:
        id: made from name, outlet, URL and text.
        name: the file's name, or the `name` or `id` of a JSONL line.
        text: the decoded text as received, line ends included, byte order mark excluded.
        encoding: the encoding the bytes were decoded with.
        digest: SHA-256 of the bytes as received, hexadecimal.
        language: ISO 639-1 code the document was settled on; `und` if it cannot be told.
        supplied: what the user says about it.
    """

    id: str
    name: str
    text: str
    encoding: str
    digest: str
    language: str
    supplied: Supplied = Supplied()

    def __post_init__(self) -> None:
        if not self.id or not self.name:
            raise InvalidRecord("a document needs an id and a name")


@dataclass(frozen=True, slots=True)
class Credit:
    """The document itself names whose material it uses ("Mit Material von dpa", "Quelle: Reuters").

    Args:
        source: id of the credited source.
        span: the words that name it.
    """

    source: str
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """Something that could not be decided, or that the reader must know to judge the result.

    Args:
        document: id of the document it is about, or None if it concerns the whole set.
        span: the words it is about, or None.
        code: reason that can be counted and tested.
        text: the same in words.
    """

    document: str | None
    span: Span | None
    code: str
    text: str


def check_passages(passages: tuple[Passage, ...]) -> None:
    """Refuse passages that overlap or are out of order.

    Raises:
        InvalidRecord: if they do.
    """
    check_spans(tuple(passage.span for passage in passages), "passages")
