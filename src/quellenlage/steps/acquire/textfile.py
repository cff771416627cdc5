"""A text dump: one file, one document, and what a side file says about it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from quellenlage.model.document import Document, Supplied
from quellenlage.model.errors import InputRefused
from quellenlage.model.identity import content_id
from quellenlage.model.options import Options
from quellenlage.steps.acquire.decoding import Decoded, decode
from quellenlage.steps.acquire.language import detect_language
from quellenlage.steps.acquire.refusing import refuse
from quellenlage.steps.acquire.supplying import Particulars, read_particulars
from quellenlage.steps.acquire.walking import Source, refuse_unreadable, side_paths

LARGEST_DOCUMENT = 20_000_000  # bytes; the longest novels have about 6 million, no article comes near
_MEGABYTE = 1_000_000
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_HTML_HEAD = 4_000  # characters in which a page says that it is one
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_NOTHING = Particulars(Supplied(), None, (), ())


def read_text_file(source: Source, options: Options) -> Iterator[Document | InputRefused]:
    """The document in one file, or why it is none; then what cannot be used of its side file."""
    content = read_bytes(source.path, options.surface)
    if isinstance(content, InputRefused):
        yield content
        return
    decoded = decode_or_refuse(content, str(source.path), options.surface)
    if isinstance(decoded, InputRefused):
        yield decoded
        return
    refusal = _refuse_kind(source, decoded.text, options.surface)
    if refusal is not None:
        yield refusal
        return
    particulars, refusals = read_side_file(source.path, options.surface)
    yield make_document(decoded, content, particulars.name or source.name, particulars.supplied, options)
    yield from refusals


def make_document(decoded: Decoded, content: bytes, name: str, supplied: Supplied, options: Options) -> Document:
    """The record of a document; its language is the one supplied, else the one of the run, else the one detected."""
    return Document(
        id=content_id("doc", name, supplied.outlet, supplied.url, decoded.text),
        name=name,
        text=decoded.text,
        encoding=decoded.encoding,
        digest=hashlib.sha256(content).hexdigest(),
        language=supplied.language or options.language or detect_language(decoded.text),
        supplied=supplied,
    )


def read_bytes(path: Path, surface: str) -> bytes | InputRefused:
    """The bytes of a file that is not too large; what goes wrong in reading is a refusal."""
    where = str(path)
    try:
        size = path.stat().st_size
        if size > LARGEST_DOCUMENT:
            return refuse_size(where, size, surface)
        return path.read_bytes()
    except FileNotFoundError:
        return refuse(where, "vanished", surface)
    except OSError as error:
        return refuse_unreadable(where, error, surface)


def refuse_size(where: str, size: int, surface: str) -> InputRefused:
    """The refusal of a document of more than `LARGEST_DOCUMENT` bytes."""
    return refuse(where, "too_large", surface, size=size // _MEGABYTE, limit=LARGEST_DOCUMENT // _MEGABYTE)


def decode_or_refuse(content: bytes, where: str, surface: str) -> Decoded | InputRefused:
    """The text of the bytes, or why they are none."""
    decoded = decode(content)
    if isinstance(decoded, Decoded):
        return decoded if decoded.text.strip() else refuse(where, "empty", surface)
    if decoded.code == "binary":
        code = "binary" if decoded.kind != "?" else "binary_unknown"
        return refuse(where, code, surface, kind=decoded.kind)
    byte, offset = f"0x{decoded.byte:02X}", f"{decoded.offset:,}".replace(",", " ")
    return refuse(where, "undecodable", surface, encoding=decoded.encoding.upper(), byte=byte, offset=offset)


def _refuse_kind(source: Source, text: str, surface: str) -> InputRefused | None:
    """The refusal of a text that is no dump: a web page, or a file of another kind that lay in a folder."""
    where, suffix = str(source.path), source.path.suffix.lower()
    if suffix in _HTML_SUFFIXES or _HTML.match(text[:_HTML_HEAD]):
        return refuse(where, "html", surface)
    return None if source.is_text else refuse(where, "other_kind", surface, suffix=suffix)


def read_side_file(path: Path, surface: str) -> tuple[Particulars, list[InputRefused]]:
    """What the side file of a document says, and what of it cannot be used."""
    side = next((candidate for candidate in side_paths(path) if candidate.is_file()), None)
    if side is None:
        return _NOTHING, []
    content = read_bytes(side, surface)
    if isinstance(content, InputRefused):
        return _NOTHING, [content]
    try:
        fields = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        return _NOTHING, [refuse(str(side), "side_file_broken", surface, reason=error)]
    if not isinstance(fields, dict):
        return _NOTHING, [refuse(str(side), "side_file_broken", surface, reason=type(fields).__name__)]
    particulars = read_particulars(fields)
    return particulars, refuse_fields(particulars, str(side), surface)


def refuse_fields(particulars: Particulars, where: str, surface: str) -> list[InputRefused]:
    """A refusal for each field with a wrong value, and one for all unknown ones."""
    refusals = [refuse(where, f"wrong_{field}", surface, value=value) if field in _EXPLAINED else
                refuse(where, "wrong_field", surface, field=field, value=value)
                for field, value in particulars.wrong]  # fmt: skip
    if particulars.unknown:
        refusals.append(refuse(where, "unknown_fields", surface, fields=", ".join(particulars.unknown)))
    return refusals


_EXPLAINED = frozenset({"published", "language"})  # fields whose refusal says what a right value looks like
