"""Bytes to text, for any text and any bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.steps.acquire.decoding import Decoded, Undecodable, decode

GERMAN = "Für Straße und Brücke – „größer“ als 100 €.\r\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (GERMAN.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + GERMAN.encode(), "utf-8"),
        (b"\xff\xfe" + GERMAN.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + GERMAN.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\x00\x00" + GERMAN.encode("utf-32-le"), "utf-32-le"),
        (b"\x00\x00\xfe\xff" + GERMAN.encode("utf-32-be"), "utf-32-be"),
        (GERMAN.encode("utf-16-le"), "utf-16-le"),
        (GERMAN.encode("utf-16-be"), "utf-16-be"),
        (GERMAN.encode("cp1252"), "cp1252"),
    ],
)
def test_known_encodings(content: bytes, encoding: str) -> None:
    assert decode(content) == Decoded(GERMAN, encoding)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xff\xfea", Undecodable("undecodable", encoding="utf-16-le", byte=0x61, offset=2)),
        (b"M\x81ll", Undecodable("undecodable", encoding="cp1252", byte=0x81, offset=1)),
        ("größer".encode() + b"\xc3", Undecodable("undecodable", encoding="utf-8", byte=0xC3, offset=8)),
        (bytes(range(32)) * 4, Undecodable("binary", "?")),
        (b"\x1f\x8b\x08\x00", Undecodable("binary", "gzip")),
    ],
)
def test_what_is_no_text(content: bytes, expected: Undecodable) -> None:
    assert decode(content) == expected


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    if not text.startswith(
        ("\ufeff", "%PDF-", "GIF8", "RIFF", "PK", "BZh", "7z", "Rar!", "{\\rtf", "ID3", "OggS", "WARC/")
    ):
        assert decode(text.encode()) == Decoded(text, "utf-8")


@given(st.binary())
def test_any_bytes_get_an_answer(content: bytes) -> None:
    assert isinstance(decode(content), Decoded | Undecodable)
