from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.model.span import Span
from quellenlage.steps.write.page.tokens import BACK, Mark, Token, tokens_of, windowed

TEXT = "abcdefghij🔥klmno\r\npqrst"


def plain(tokens: tuple[Token, ...]) -> str:
    """Tokens as a bare markup that is easy to compare."""
    signs = {"open": "<{name} {style}>", "close": "</{name}>", "text": "{text}", "back": "[{text}]"}
    return "".join(signs[t.kind].format(name=t.name, style=t.style, text=t.text) for t in tokens)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "abcdef"),
        ([Mark(Span(1, 3), "x")], "a<span x>bc</span>def"),
        ([Mark(Span(0, 6), "x"), Mark(Span(2, 4), "y")], "<span x>ab<span y>cd</span>ef</span>"),
        ([Mark(Span(2, 4), "y"), Mark(Span(2, 6), "x")], "ab<span x><span y>cd</span>ef</span>"),
        ([Mark(Span(0, 4), "x"), Mark(Span(2, 6), "y")], "<span x>ab<span y>cd</span></span><span y>ef</span>"),
        ([Mark(Span(0, 2), "x"), Mark(Span(2, 4), "y")], "<span x>ab</span><span y>cd</span>ef"),
        ([Mark(Span(1, 3), "x"), Mark(Span(1, 3), "y")], "a<span x><span y>bc</span></span>def"),
        ([Mark(Span(4, 12), "x")], "abcd<span x>ef</span>"),
        ([Mark(Span(1, 3), "x", back="row", label="7")], "a<span x>bc</span>[7]def"),
        ([Mark(Span(1, 3), "x", back="row")], "a<a x>bc</a>def"),
        ([Mark(Span(0, 4), "x", back="r"), Mark(Span(1, 3), "y", back="s")], f"<a x>a<span y>bc</span>d</a>[{BACK}]ef"),
        (
            [Mark(Span(0, 4), "x", back="r"), Mark(Span(1, 3), "y", back="s", label="7")],
            "<a x>a<span y>bc</span>d</a>[7]ef",
        ),
    ],
)
def test_marks_become_tags(marks: list[Mark], expected: str) -> None:
    assert plain(tokens_of(TEXT, Span(0, 6), marks)) == expected


def test_an_anchor_stands_on_the_first_piece_of_a_split_mark_only() -> None:
    tokens = tokens_of(TEXT, Span(0, 6), [Mark(Span(0, 4), "x"), Mark(Span(2, 6), "y", anchor="here")])
    assert [token.anchor for token in tokens if token.kind == "open" and token.style == "y"] == ["here", None]


@st.composite
def marked(draw: st.DrawFn) -> list[Mark]:
    marks = []
    for number in range(draw(st.integers(0, 9))):
        begin = draw(st.integers(0, len(TEXT) - 1))
        end = draw(st.integers(begin + 1, len(TEXT)))
        back = draw(st.sampled_from([None, "row"]))
        label = draw(st.sampled_from([None, "7"])) if back else None
        marks.append(Mark(Span(begin, end), f"s{number}", anchor=f"a{number}", back=back, label=label))
    return marks


@given(marked())
def test_text_is_kept_tags_nest_and_no_link_stands_in_a_link(marks: list[Mark]) -> None:
    tokens = tokens_of(TEXT, Span(0, len(TEXT)), marks)
    assert "".join(token.text for token in tokens if token.kind == "text") == TEXT
    stack: list[Token] = []
    for token in tokens:
        if token.kind == "open":
            assert token.name != "a" or all(held.name != "a" for held in stack)
            stack.append(token)
        elif token.kind == "close":
            assert stack.pop().name == token.name
        elif token.kind == "back":
            assert all(held.name != "a" for held in stack)
    assert stack == []


@given(marked())
def test_each_mark_covers_its_words_and_has_its_anchor_and_way_back_once(marks: list[Mark]) -> None:
    tokens = tokens_of(TEXT, Span(0, len(TEXT)), marks)
    covered: dict[str, str] = {}
    stack: list[str] = []
    for token in tokens:
        if token.kind == "open":
            stack.append(token.style)
        elif token.kind == "close":
            stack.pop()
        elif token.kind == "text":
            for style in stack:
                covered[style] = covered.get(style, "") + token.text
    assert covered == {mark.style: mark.span.of(TEXT) for mark in marks}
    assert sorted(t.anchor for t in tokens if t.anchor) == sorted(str(mark.anchor) for mark in marks)
    for mark in marks:
        ways = [t for t in tokens if t.style == mark.style and t.back]
        assert bool(ways) == (mark.back is not None)


@given(marked(), st.lists(st.integers(1, len(TEXT) - 1), unique=True))
def test_windows_share_out_the_marks(marks: list[Mark], borders: list[int]) -> None:
    places = [0, *sorted(borders), len(TEXT)]
    windows = [Span(begin, end) for begin, end in itertools.pairwise(places)]
    parts = windowed(windows, marks)
    for mark in marks:
        pieces = [part for found in parts for part in found if part.style == mark.style]
        assert "".join(part.span.of(TEXT) for part in pieces) == mark.span.of(TEXT)
        assert [part.anchor for part in pieces if part.anchor] == [mark.anchor]
        assert [part.label for part in pieces if part.label] == ([mark.label] if mark.label else [])


def test_a_mark_between_windows_is_in_none() -> None:
    assert windowed([Span(0, 2), Span(5, 8)], [Mark(Span(3, 4), "x")]) == [[], []]
