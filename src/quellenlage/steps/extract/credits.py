"""Credits: the document itself names whose material it uses ("Mit Material von dpa", "BERLIN (dpa) -", "Quelle: CNN").

Source notes, author lines and datelines are read for names of agencies, outlets and web addresses. Notes that say
whose picture something is credit no text and are left out, and so is everything in captions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quellenlage.languages.names import NameVocabulary
from quellenlage.model.document import Document, Passage, Role
from quellenlage.model.entities import outlet_key
from quellenlage.model.marks import CreditMark, Name, SourceKind
from quellenlage.model.span import Span
from quellenlage.reference import Medium, Reference, Use
from quellenlage.steps.extract.names.media import medium_key

_ADDRESS = re.compile(
    r"(?:https?://|www\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,6}\b(?:/[^\s<>()„“”»«]*)?", re.IGNORECASE
)
_PIECE = re.compile(r"[^\s,;/|•·+&()\[\]©]+(?:[ \t]+[^\s,;/|•·+&()\[\]©]+)*")
_WORD = re.compile(r"\S+")
# "BERLIN (dpa) -", "Washington/Moskau (AFP/Reuters) –", "(dpa/lnw)."
_DATELINE = re.compile(r"\s*(?:[^\W\d_][\w./ -]{0,40}?[,.]?\s*)?\((?P<names>[^()\n]{2,60})\)\s*(?:[-–—:.]|$)")
# "CNN – Nordkorea …": a name and a dash before the text
_LEADING = re.compile(r"\s*(?P<names>[^\s–—:.,()][^–—:.,()\n]{0,30}?)\s+[–—-]\s")
_CLOSING = re.compile(r"[(\[](?P<names>[^()\[\]\n]{2,60})[)\]][.\s]*$")
_SHORTHAND = re.compile(r"(?:^|(?<=[.!?“\"]\s))(?P<names>[A-Za-z]{2,8}(?:[/,+ -]{1,2}[A-Za-z]{2,8}){0,4})\s*$")
_MOST_DATELINES = 4  # passages of content at the beginning in which a dateline may stand
_LONGEST_NOTE = 200  # characters; a longer passage of content that begins so is a sentence of the article
_LONGEST_NAME = 6  # words of a medium's name
_DASHES = "–—-:. "
_READ = frozenset({Role.CREDIT, Role.BYLINE, Role.DATE, Role.CONTENT, Role.OTHER})


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text in which names are looked for.

    Args:
        begin, end: half-open range of the text.
        announced: whether it surely holds names of media, so that ambiguous ones count too ("Quelle: Bild").
        agencies_only: whether only agencies count there (author lines name people who may be called like an outlet).
    """

    begin: int
    end: int
    announced: bool = True
    agencies_only: bool = False


def extract_credits(
    document: Document, passages: tuple[Passage, ...], vocabulary: NameVocabulary, reference: Reference
) -> tuple[CreditMark, ...]:
    """The credits of a document, in the order of the text, each place once."""
    found: dict[Span, CreditMark] = {}
    own = _own_outlet(document, reference)
    for piece in _pieces(document.text, passages, vocabulary):
        for span, medium in _media_in(document.text, piece, vocabulary, reference):
            name = _name(document.text, span, medium)
            if name.key != own:
                found.setdefault(span, CreditMark(span, name))
    return tuple(found[span] for span in sorted(found))


def _own_outlet(document: Document, reference: Reference) -> str | None:
    """The key of the outlet that the user says the document is from: it does not credit itself."""
    if document.supplied.outlet is not None:
        medium = reference.announced_media.get(document.supplied.outlet)
        return medium_key(medium) if medium is not None else outlet_key(document.supplied.outlet)
    medium = reference.medium_at(document.supplied.url) if document.supplied.url is not None else None
    return medium_key(medium) if medium is not None else None


def _pieces(text: str, passages: tuple[Passage, ...], vocabulary: NameVocabulary) -> Iterator[_Piece]:
    before: Role | None = None
    seen_content = 0
    for passage in passages:
        role, span = passage.role, passage.span
        seen_content += role is Role.CONTENT
        if role in _READ and not _is_picture_note(span.of(text), before, role, vocabulary):
            yield from _of_passage(text, passage, seen_content, vocabulary)
        before = role


def _of_passage(text: str, passage: Passage, seen_content: int, vocabulary: NameVocabulary) -> Iterator[_Piece]:
    role, span = passage.role, passage.span
    is_short = role is not Role.CONTENT or span.length <= _LONGEST_NOTE
    led = _behind_lead(span.of(text), vocabulary) if is_short else None
    if led is not None:
        yield _Piece(span.begin + led, span.end)
    elif role is Role.CREDIT:
        yield _Piece(span.begin, span.end)
    elif role in (Role.BYLINE, Role.DATE):
        yield _Piece(span.begin, span.end, agencies_only=True)
    elif role is Role.CONTENT:
        yield from _around_content(text, span, with_dateline=seen_content <= _MOST_DATELINES)


def _around_content(text: str, span: Span, *, with_dateline: bool) -> Iterator[_Piece]:
    """A dateline at the beginning of the text, and a shorthand or brackets at the end of a passage."""
    words = span.of(text)
    patterns = [_CLOSING.search(words), _SHORTHAND.search(words)]
    if with_dateline:
        patterns += [_DATELINE.match(words), _LEADING.match(words)]
    for match in patterns:
        if match is not None:
            yield _Piece(span.begin + match.start("names"), span.begin + match.end("names"))


def _is_picture_note(words: str, before: Role | None, role: Role, vocabulary: NameVocabulary) -> bool:
    """Whether a note says whose picture it is: by its first word, or as a sign of copyright under a caption."""
    first = re.split(r"[\s:/(]+", words.strip().lstrip("(").lower(), maxsplit=1)[0]
    if first in vocabulary.credits.picture and role is not Role.CONTENT:
        return True
    return role is Role.CREDIT and before is Role.CAPTION and words.lstrip().startswith(("©", "(c)", "(C)"))


def _behind_lead(words: str, vocabulary: NameVocabulary) -> int | None:
    """Where the names begin behind words such as "Quelle:" or "Mit Material von"; None if there are no such words."""
    low = words.lower()
    offset = len(low) - len(low.lstrip(" \t(•*-–"))
    for lead in vocabulary.credits.leads:
        if low.startswith(lead, offset):
            rest = low[offset + len(lead) :]
            is_note = not rest or rest.lstrip()[:1] in (":", "") or " " in lead or rest[:1] in "/\n"
            if is_note and not rest[:1].isalnum():
                return offset + len(lead)
    return None


def _media_in(
    text: str, piece: _Piece, vocabulary: NameVocabulary, reference: Reference
) -> Iterator[tuple[Span, Medium | str]]:
    """The media named in a piece, each with its place; an unknown web address stands for itself."""
    taken: list[Span] = []
    for match in _ADDRESS.finditer(text, piece.begin, piece.end):
        span = Span(match.start(), match.end())
        taken.append(span)
        medium = reference.medium_at(match.group().lower())
        if medium is None and not piece.agencies_only:
            yield span, match.group().lower().split("://")[-1].split("/")[0].removeprefix("www.")
        elif medium is not None and medium.use is not Use.PICTURE:
            yield span, medium
    for match in _PIECE.finditer(text, piece.begin, piece.end):
        for words in _parts(text, match.start(), match.end(), vocabulary):
            for span, medium in _names_in(text, words, piece, reference):
                if not any(span.touches(other) for other in taken):
                    yield span, medium


def _parts(text: str, begin: int, end: int, vocabulary: NameVocabulary) -> Iterator[list[Span]]:
    """The words of a stretch, parted where "und" joins two names."""
    words: list[Span] = []
    for match in _WORD.finditer(text, begin, end):
        if match.group().lower() in vocabulary.credits.joins:
            yield words
            words = []
        else:
            words.append(Span(*match.span()))
    yield words


def _names_in(text: str, words: list[Span], piece: _Piece, reference: Reference) -> Iterator[tuple[Span, Medium]]:
    """Known media in one part of a note; a part that is nothing but an ambiguous name counts as that name."""
    at = 0
    while at < len(words):
        found = _longest(text, words, at, piece, reference)
        if found is None:
            at += 1
            continue
        length, span, medium = found
        if medium.use is not Use.PICTURE and not (piece.agencies_only and medium.kind is not SourceKind.AGENCY):
            yield span, medium
        at += length


def _longest(
    text: str, words: list[Span], at: int, piece: _Piece, reference: Reference
) -> tuple[int, Span, Medium] | None:
    for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
        span = Span(words[at].begin, words[at + length - 1].end)
        name = span.of(text).strip(_DASHES)
        whole = at == 0 and length == len(words)
        table = reference.announced_media if piece.announced and whole else reference.media
        medium = table.get(name)
        if medium is not None:
            begin = span.begin + span.of(text).index(name)
            return length, Span(begin, begin + len(name)), medium
    return None


def _name(text: str, span: Span, medium: Medium | str) -> Name:
    if isinstance(medium, str):
        return Name(span, SourceKind.OUTLET, medium, outlet_key(medium))
    return Name(span, medium.kind, span.of(text), medium_key(medium), country=medium.country, usual=medium.name)
