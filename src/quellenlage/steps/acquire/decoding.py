"""From bytes to text: which encoding the bytes are in, and which bytes are no text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How files of other kinds begin, and what to call them. Source: the formats' specifications.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF (WebP, WAV)"),
    (b"PK\x03\x04", "ZIP"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"(\xb5/\xfd", "Zstandard"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office (DOC, XLS, PPT, MSG)"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"\x7fELF", "ELF"),
    (b"WARC/", "WARC"),
)
# Names inside a ZIP container, near its beginning, that tell which document it is.
_CONTAINERS: tuple[tuple[bytes, str], ...] = (
    (b"word/", "DOCX"),
    (b"xl/", "XLSX"),
    (b"ppt/", "PPTX"),
    (b"application/vnd.oasis.opendocument.text", "ODT"),
    (b"application/epub+zip", "EPUB"),
)
_CONTAINER_HEAD = 8192  # bytes in which such a name stands
_SAMPLE = 65_536  # bytes looked at to tell what they are
_ZEROS = 0.2  # of the bytes at even or at odd places; Latin letters in UTF-16 have one zero each
_CONTROLS = 0.05  # of the bytes; text has hardly any control characters
_CONTROL_BYTES = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b") + b"\x7f"
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding it was found in; the byte order mark belongs to neither."""

    text: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes are no text.

    Args:
        code: `binary` or `undecodable`.
        kind: what the bytes are, where that is known ("PDF").
        encoding: the encoding they break, for `undecodable`.
        byte, offset: the first byte that breaks it and where it stands.
    """

    code: str
    kind: str = ""
    encoding: str = ""
    byte: int = 0
    offset: int = 0


def decode(content: bytes) -> Decoded | Undecodable:
    """The text of `content`: by its byte order mark, else UTF-8, UTF-16 by its zeros, or Windows-1252.

    Text that is mostly sound UTF-8 with a broken sequence is not read as Windows-1252: it would come out garbled
    without anybody noticing.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode_as(content, encoding, skip=len(mark))
    kind = _binary_kind(content)
    if kind is not None:
        return Undecodable("binary", kind)
    zeros = _zero_encoding(content[:_SAMPLE])
    if zeros is not None:
        return _decode_as(content, zeros)
    if _controls(content[:_SAMPLE]) > _CONTROLS:
        return Undecodable("binary", "?")
    decoded = _decode_as(content, "utf-8")
    if isinstance(decoded, Undecodable) and not _is_damaged_utf8(content):
        return _decode_as(content, "cp1252")
    return decoded


def _decode_as(content: bytes, encoding: str, *, skip: int = 0) -> Decoded | Undecodable:
    try:
        return Decoded(content[skip:].decode(encoding), encoding)
    except UnicodeDecodeError as error:
        offset = skip + error.start
        return Undecodable("undecodable", encoding=encoding, byte=content[offset], offset=offset)


def _binary_kind(content: bytes) -> str | None:
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            if kind == "ZIP":
                head = content[:_CONTAINER_HEAD]
                return next((name for inside, name in _CONTAINERS if inside in head), kind)
            return kind
    return None


def _zero_encoding(sample: bytes) -> str | None:
    """UTF-16 by the places at which zero bytes stand; None if there are too few or they stand anywhere."""
    half = len(sample) // 2
    if half == 0:
        return None
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd >= _ZEROS and even < _ZEROS / 2:
        return "utf-16-le"
    if even >= _ZEROS and odd < _ZEROS / 2:
        return "utf-16-be"
    return None


def _controls(sample: bytes) -> float:
    """Share of control characters, zeros among them."""
    return 1 - len(sample.translate(None, _CONTROL_BYTES)) / len(sample) if sample else 0.0


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether most bytes beyond ASCII belong to sound sequences of UTF-8."""
    sound = sum(len(found) for found in _UTF8_SEQUENCE.findall(content))
    return 2 * sound > len(_HIGH_BYTE.findall(content))
