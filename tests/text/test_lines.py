"""Lines of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.text.lines import split_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\r\n", []),
        ("a", [("a", 0, 0)]),
        ("a\nb", [("a", 0, 0), ("b", 0, 0)]),
        ("a\r\n\r\n  b ", [("a", 0, 0), ("b", 1, 2)]),
        ("\n\n\ta\rb", [("a", 2, 1), ("b", 0, 0)]),
        ("a\u2028b\u2029c\x85d\x0be\x0cf", [(c, 0, 0) for c in "abcdef"]),
        ("\ufeffa\x00\n\x00", [("\ufeffa\x00", 0, 0), ("\x00", 0, 0)]),
    ],
)
def test_split_lines(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert [(line.words, line.gap, line.indent) for line in split_lines(text)] == expected


@given(st.text(st.sampled_from("aß \t\r\n\x0b\x0c\x1c\x85\xa0\u2028\u200b\ufeff\xad\u0301😀\x00")))
def test_lines_hold_everything_but_white_space(text: str) -> None:
    lines = list(split_lines(text))
    assert all(line.span.of(text) == line.words == line.words.strip() for line in lines)
    held = set().union(*(range(*line.span) for line in lines)) if lines else set()
    assert all(text[at].isspace() for at in range(len(text)) if at not in held)
    assert sum(line.span.length for line in lines) == len(held)
