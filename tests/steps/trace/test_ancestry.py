from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.model.dossier import Derivation, DerivationKind, SharedPassage
from quellenlage.model.span import Span
from quellenlage.steps.trace.ancestry import Ancestry, FamilyTree

WHOLE = Span(0, 100)


def _edge(
    origin: str,
    derived: str,
    *,
    kind: DerivationKind = DerivationKind.COPY,
    directed: bool = True,
    there: Span = WHOLE,
    here: Span = WHOLE,
) -> Derivation:
    score = here.length / 100
    passages = (SharedPassage(there, here),)
    return Derivation(
        f"der-{origin}-{derived}-{kind}-{directed}", origin, derived, kind, directed, score, passages, "weil"
    )


def _trace(edges: list[Derivation], documents: str, spans: dict[str, Span] | None = None, **vouched: str) -> Ancestry:
    tree = FamilyTree(edges, dict.fromkeys("abcdefgh", 100))
    return tree.trace({name: ((spans or {}).get(name, Span(10, 20)),) for name in documents}, vouched)


def _roots(found: Ancestry) -> set[str]:
    return set().union(*found.origins.values())


@pytest.mark.parametrize(
    ("edges", "roots"),
    [
        ([], {"a", "b", "c"}),
        ([_edge("a", "b"), _edge("b", "c")], {"a"}),
        ([_edge("a", "c"), _edge("b", "c")], {"a", "b"}),
        ([_edge("a", "b", directed=False)], {"a", "c"}),
        ([_edge("a", "b", directed=False), _edge("b", "c", directed=False)], {"a"}),
        ([_edge("d", "a"), _edge("d", "b")], {"c", "d"}),
        ([_edge("a", "b", kind=DerivationKind.QUOTE)], {"a", "b", "c"}),
        (
            [_edge("src-x", "a", kind=DerivationKind.CITES), _edge("src-x", "b", kind=DerivationKind.CITES)],
            {"a", "b", "c"},
        ),
        ([_edge("a", "b"), _edge("b", "a")], {"a", "c"}),
    ],
)
def test_the_texts_that_three_documents_go_back_to(edges: list[Derivation], roots: set[str]) -> None:
    assert _roots(_trace(edges, "abc")) == roots


def test_a_passage_elsewhere_in_the_document_is_not_followed() -> None:
    edges = [_edge("a", "b", there=Span(0, 10), here=Span(60, 90))]
    assert _roots(_trace(edges, "ab")) == {"a", "b"}
    assert _roots(_trace(edges, "ab", {"b": Span(70, 80)})) == {"a"}


def test_the_walk_goes_on_from_where_the_passage_stands_in_the_origin() -> None:
    edges = [_edge("a", "b", there=Span(50, 60), here=Span(10, 20)), _edge("d", "a", there=WHOLE, here=Span(50, 70))]
    assert _roots(_trace(edges, "b")) == {"d"}
    apart = [edges[0], _edge("d", "a", there=WHOLE, here=Span(0, 20))]
    assert _roots(_trace(apart, "b")) == {"a"}


def test_a_document_taken_over_as_a_whole_is_followed_wherever_the_claim_stands() -> None:
    edges = [_edge("a", "b", there=Span(0, 80), here=Span(0, 80))]
    assert _roots(_trace(edges, "ab", {"b": Span(90, 95)})) == {"a"}


def test_who_is_vouched_for_goes_back_to_that() -> None:
    assert _roots(_trace([], "ab", a="src-x", b="src-x")) == {"src-x"}
    assert _roots(_trace([_edge("a", "b")], "ab", a="src-x")) == {"src-x"}


def test_a_circle_is_one_origin_and_is_shown() -> None:
    found = _trace([], "abc", a="b", b="a", c="a")
    assert _roots(found) == {"a"}
    assert found.cycles == (("a", "b"),)


def test_the_edges_that_were_followed_are_named() -> None:
    edges = [_edge("a", "b"), _edge("c", "d")]
    assert [edge.derived for edge in _trace(edges, "ab").used] == ["b"]


EDGES = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.booleans()).filter(lambda e: e[0] != e[1]),
    max_size=9,
)


@given(EDGES, st.randoms())
def test_roots_are_found_whatever_the_order_and_nothing_stands_above_them(
    drawn: list[tuple[str, str, bool]], shuffle: object
) -> None:
    edges = [
        _edge(*sorted((a, b)) if not directed else (a, b), directed=directed) for a, b, directed in dict.fromkeys(drawn)
    ]
    found = _trace(edges, "abc")
    mixed = list(edges)
    shuffle.shuffle(mixed)  # type: ignore[attr-defined]
    assert _trace(mixed, "abc") == found
    assert all(found.origins[name] for name in "abc")
    assert 1 <= len(_roots(found)) <= 6
