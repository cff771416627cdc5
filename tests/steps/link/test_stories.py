from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.model.document import Basis, Published
from quellenlage.model.statement import Reading
from quellenlage.steps.link.clustering import average_link
from quellenlage.steps.link.stories import find_stories
from tests.records import document, reading
from tests.steps.link.told import packs

FERRY = [
    "Die Fähre Albatros ist vor der Insel Rood auf Grund gelaufen. "
    "Die Küstenwache von Holm brachte 40 Passagiere an Land.",
    "Vor Rood sitzt die Fähre Albatros fest. Kapitän Jens Ahlers sagte in Holm, alle Passagiere seien an Land.",
    "Nach dem Unglück der Albatros ermittelt die Wasserpolizei "
    "gegen Kapitän Jens Ahlers aus Holm wegen der Havarie vor Rood.",
]
CHESS = [
    "Im Finale von Tell schlug die Großmeisterin Vera Lind den Titelverteidiger Olaf Stein mit einem Springeropfer.",
    "Vera Lind gewinnt das Turnier in Tell: Gegen Olaf Stein entschied im Finale "
    "ein Opfer des Springers auf dem Königsflügel.",
]


def _reading(number: int, text: str, day: str | None = None, *, title: str | None = None) -> Reading:
    doc = replace(document(text, name=f"{number}.txt"), id=f"doc-{number}")
    published = None if day is None else Published(day, f"{day}T23:59", Basis.STATED)
    return reading(doc, published=published, title=title)


def _stories(readings: list[Reading]) -> list[tuple[str, ...]]:
    ordered = sorted(readings, key=lambda r: r.document.id)
    return [story.documents for story in find_stories(ordered, packs())]  # type: ignore[arg-type]


def test_documents_about_one_event_are_one_story() -> None:
    readings = [_reading(number, text) for number, text in enumerate([*FERRY, *CHESS])]
    assert _stories(readings) == [("doc-0", "doc-1", "doc-2"), ("doc-3", "doc-4")]


def test_each_document_stands_in_exactly_one_story() -> None:
    readings = [_reading(number, text) for number, text in enumerate(["…", "ohne namen", *FERRY])]
    assert sorted(itertools.chain.from_iterable(_stories(readings))) == [f"doc-{n}" for n in range(5)]


@pytest.mark.parametrize(("day", "together"), [("2024-05-03", True), ("2024-05-05", True), ("2024-05-20", False)])
def test_reports_that_lie_far_apart_are_two_stories(day: str, together: bool) -> None:
    found = _stories([_reading(0, FERRY[0], "2024-05-01"), _reading(1, FERRY[1], day)])
    assert (len(found) == 1) is together


def test_a_story_is_called_by_the_headline_most_like_all_others() -> None:
    readings = [_reading(n, text, title=text.split(".")[0]) for n, text in enumerate(FERRY)]
    (story,) = find_stories(readings, packs())  # type: ignore[arg-type]
    assert story.title in {r.title for r in readings}


PAIRS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(-1, 1)).filter(lambda p: p[0] < p[1]),
    max_size=20,
    unique_by=lambda p: p[:2],
)


@given(PAIRS)
def test_average_link_puts_each_thing_into_one_group(pairs: list[tuple[int, int, float]]) -> None:
    groups = average_link(8, pairs, least=0.5, window=8)
    assert sorted(itertools.chain.from_iterable(groups)) == list(range(8))
    assert groups == average_link(8, list(reversed(pairs)), least=0.5, window=8)


@pytest.mark.parametrize(
    ("pairs", "groups"),
    [
        ([], [[0], [1], [2], [3]]),
        ([(0, 1, 1.0)], [[0, 1], [2], [3]]),
        ([(0, 1, 1.0), (1, 2, 0.9), (2, 3, 1.0)], [[0, 1], [2, 3]]),
        ([(0, 1, 1.0), (0, 2, 0.9), (1, 2, -1.0)], [[0, 1], [2], [3]]),
        ([(0, 1, 1.0), (0, 2, 1.0), (1, 2, 1.0)], [[0, 1, 2], [3]]),
    ],
)
def test_a_chain_does_not_become_one_group(pairs: list[tuple[int, int, float]], groups: list[list[int]]) -> None:
    assert average_link(4, pairs, least=0.5, window=6) == groups
