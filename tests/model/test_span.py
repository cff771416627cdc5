from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.model.errors import InvalidRecord
from quellenlage.model.span import Span, check_spans, hull, trimmed

spans = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@pytest.mark.parametrize(("begin", "end"), [(0, 0), (3, 2), (-1, 4), (5, 5)])
def test_span_refuses_impossible_bounds(begin: int, end: int) -> None:
    with pytest.raises(InvalidRecord):
        Span(begin, end)


def test_span_is_half_open() -> None:
    assert Span(0, 3).of("abcdef") == "abc"
    assert not Span(0, 3).touches(Span(3, 4))
    assert Span(0, 3).touches(Span(2, 4))


@given(spans, spans)
def test_touches_is_symmetric_and_holds_implies_it(left: Span, right: Span) -> None:
    assert left.touches(right) == right.touches(left)
    if left.holds(right):
        assert left.touches(right)


@given(st.lists(spans, min_size=1))
def test_hull_holds_all(some: list[Span]) -> None:
    whole = hull(some)
    assert all(whole.holds(span) for span in some)
    assert whole.begin in {span.begin for span in some}
    assert whole.end in {span.end for span in some}


@given(st.text(max_size=40))
def test_trimmed_gives_the_text_less_white_space(text: str) -> None:
    span = trimmed(text, 0, len(text))
    assert (span.of(text) if span else "") == text.strip()


def test_check_spans_names_what_overlaps() -> None:
    check_spans((Span(0, 2), Span(2, 4)), "quote")
    with pytest.raises(InvalidRecord, match="quote"):
        check_spans((Span(0, 3), Span(2, 4)), "quote")
