"""JSONL: one document a line. Lines are read one at a time; a line that breaks costs that line only."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from quellenlage.model.document import Document
from quellenlage.model.errors import InputRefused
from quellenlage.model.options import Options
from quellenlage.steps.acquire.decoding import Decoded
from quellenlage.steps.acquire.refusing import refuse
from quellenlage.steps.acquire.supplying import is_writable, read_particulars
from quellenlage.steps.acquire.textfile import LARGEST_DOCUMENT, make_document, refuse_fields, refuse_size
from quellenlage.steps.acquire.walking import Source, refuse_unreadable

_MARK = b"\xef\xbb\xbf"  # byte order mark of UTF-8, which some programs put before the first line
_CHUNK = 1 << 20  # bytes skipped at once in a line that is too long


@dataclass(frozen=True, slots=True)
class _LineOfFile:
    """A line and its number; `content` holds at most one byte more than a document may have, `size` counts all."""

    number: int
    content: bytes
    size: int


def read_lines_of(source: Source, options: Options) -> Iterator[Document | InputRefused]:
    """The documents of a file, line by line; at the end one refusal for all fields that mean nothing here."""
    unknown: dict[str, None] = {}
    read = False
    try:
        with source.path.open("rb") as handle:
            for line in _lines(handle):
                read = True
                yield from _read_line(line, source, options, unknown)
    except FileNotFoundError:
        yield refuse(str(source.path), "vanished", options.surface)
        return
    except OSError as error:
        yield refuse_unreadable(str(source.path), error, options.surface)
        return
    if not read:
        yield refuse(str(source.path), "empty", options.surface)
    if unknown:
        yield refuse(str(source.path), "unknown_fields", options.surface, fields=", ".join(unknown))


def _lines(handle: BinaryIO) -> Iterator[_LineOfFile]:
    """The lines that are not blank."""
    number = 0
    while content := handle.readline(LARGEST_DOCUMENT + 1):
        number += 1
        size, tail = len(content), content
        while not tail.endswith(b"\n") and (tail := handle.readline(_CHUNK)):
            size += len(tail)
        if number == 1:
            content = content.removeprefix(_MARK)
        if content.strip():
            yield _LineOfFile(number, content, size)


def _read_line(
    line: _LineOfFile, source: Source, options: Options, unknown: dict[str, None]
) -> Iterator[Document | InputRefused]:
    where, surface = f"{source.path}:{line.number}", options.surface
    if line.size > LARGEST_DOCUMENT:
        yield refuse_size(where, line.size, surface)
        return
    fields = _parse(line.content, where, surface)
    if isinstance(fields, InputRefused):
        yield fields
        return
    text = fields.pop("text", None)
    if not isinstance(text, str) or not text.strip() or not is_writable(text):
        yield _refuse_text(text, fields, where, surface)
        return
    particulars = read_particulars(fields)
    name = particulars.name or f"{source.name}:{line.number}"
    yield make_document(Decoded(text, "utf-8"), line.content.rstrip(b"\r\n"), name, particulars.supplied, options)
    unknown.update(dict.fromkeys(particulars.unknown))
    for refusal in refuse_fields(particulars, where, surface):
        if refusal.code != "unknown_fields":
            yield refusal


def _parse(content: bytes, where: str, surface: str) -> dict[str, object] | InputRefused:
    try:
        fields = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        byte = f"0x{content[error.start]:02X}"
        return refuse(where, "undecodable", surface, encoding="UTF-8", byte=byte, offset=error.start)
    except json.JSONDecodeError as error:
        return refuse(where, "line_broken", surface, reason=error.msg, column=error.colno)
    except RecursionError:
        return refuse(where, "line_broken", surface, reason="nesting", column=1)
    if not isinstance(fields, dict):
        return refuse(where, "line_no_object", surface)
    return fields


def _refuse_text(text: object, fields: dict[str, object], where: str, surface: str) -> InputRefused:
    """Why the line has no text that could be read."""
    if isinstance(text, str) and text.strip():
        return refuse(where, "half_character", surface)
    if isinstance(text, str):
        return refuse(where, "empty", surface)
    return refuse(where, "html" if isinstance(fields.get("html"), str) else "line_without_text", surface)
