from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.model.span import Span
from quellenlage.steps.divide.quotations import pair_quotations


def passages(text: str) -> list[Span]:
    found, begin = [], 0
    for line in text.split("\n"):
        if line:
            found.append(Span(begin, begin + len(line)))
        begin += len(line) + 1
    return found


@pytest.mark.parametrize(
    ("text", "inner", "stray"),
    [
        ("Er sagte: „Wir gehen.“", ["Wir gehen."], 0),
        ('Sie rief "halt" und lief.', ["halt"], 0),
        ("Das »alte« Haus", ["alte"], 0),
        (",,Wir gehen'', sagte er.", ["Wir gehen"], 0),
        ("Er rief ``halt'' und lief.", ["halt"], 0),
        ("Das Brett ist 5'' breit.", [], 1),
        ("Das «alte» Haus", ["alte"], 0),
        ("“Wir gehen”, sagte er.", ["Wir gehen"], 0),
        ("„Er sagte „nein“ zu mir“, so Adler.", ["Er sagte „nein“ zu mir", "nein"], 0),
        ("Der „alte Hof brannte.", [], 1),
        ("Der alte Hof“ brannte.", [], 1),
        ("„Wir gehen.\n„Wir bleiben.“", ["Wir gehen.\n„Wir bleiben."], 0),
        ("Ein „Fehler\nSpäter hieß es „gut“.", ["gut"], 1),
        ("„“", [], 0),
    ],
)
def test_pair_quotations(text: str, inner: list[str], stray: int) -> None:
    pairing = pair_quotations(text, passages(text))
    assert [quotation.inner.of(text) for quotation in pairing.quotations] == inner
    assert len(pairing.stray) == stray


@given(st.text(alphabet='ab „“”"»«\n.', max_size=60))
def test_quotations_nest_or_stand_apart(text: str) -> None:
    quotations = pair_quotations(text, passages(text)).quotations
    for left in quotations:
        for right in quotations:
            apart = not left.span.touches(right.span)
            assert apart or left.span.holds(right.span) or right.span.holds(left.span)
