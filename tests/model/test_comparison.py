from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.model.comparison import FigureReason, FigureRelation, compare_figures
from quellenlage.model.marks import Comparator, Counted, Figure
from quellenlage.model.span import Span
from quellenlage.wording import entries

SPAN = Span(0, 1)
R, W = FigureRelation, FigureReason


def fig(comparator="=", low=None, high=None, point=None, *, unit=None, head=None, mods=(), status=None, additive=False):
    counted = None if head is None else Counted(head, SPAN, head, tuple(mods))
    return Figure(
        "fig-1", "doc-1", SPAN, low, high, point, Comparator(comparator), unit, counted, status, SPAN, additive
    )


def exactly(value: float, **more: object) -> Figure:
    return fig("=", value, value, value, **more)


def about(value: float, **more: object) -> Figure:
    return fig("~", value * 0.9, value * 1.1, value, **more)


def up_to(value: float, **more: object) -> Figure:
    return fig("<=", None, value, value, **more)


def at_least(value: float, **more: object) -> Figure:
    return fig(">=", value, None, value, **more)


def more_than(value: float, **more: object) -> Figure:
    return fig(">", value, None, value, **more)


def less_than(value: float, **more: object) -> Figure:
    return fig("<", None, value, value, **more)


def nearly(value: float, **more: object) -> Figure:
    return fig("<", value * 0.9, value, value, **more)


def between(low: float, high: float, **more: object) -> Figure:
    return fig("range", low, high, None, **more)


def vague(low: float, **more: object) -> Figure:
    return fig("vague", low, None, None, **more)


@pytest.mark.parametrize(
    ("earlier", "later", "relation", "reason"),
    [
        (exactly(1500), exactly(1500), R.EQUAL, W.SAME_VALUE),
        (up_to(12000), up_to(12000), R.EQUAL, W.SAME_VALUE),
        (vague(1000), vague(1000), R.EQUAL, W.SAME_VALUE),
        (up_to(12000), exactly(12000), R.HARDENED, W.BOUND_LOST),
        (up_to(12000), about(12000), R.HARDENED, W.BOUND_LOST),
        (more_than(100), exactly(100), R.HARDENED, W.BOUND_LOST),
        (about(12000), exactly(12000), R.HARDENED, W.HEDGE_LOST),
        (nearly(11000), exactly(11000), R.HARDENED, W.HEDGE_LOST),
        (exactly(12000), up_to(12000), R.COMPATIBLE, W.BOUND_ADDED),
        (exactly(12000), about(12000), R.COMPATIBLE, W.BOUND_ADDED),
        (between(10000, 12000), exactly(12000), R.NARROWER, W.RANGE_LOST),
        (between(10000, 12000), exactly(11000), R.NARROWER, W.INSIDE_EARLIER),
        (vague(1000), exactly(1500), R.NARROWER, W.INSIDE_EARLIER),
        (exactly(1500), vague(1000), R.COMPATIBLE, W.WIDER),
        (at_least(3000), exactly(4000), R.NARROWER, W.INSIDE_EARLIER),
        (about(11000), up_to(12000), R.COMPATIBLE, W.RANGES_OVERLAP),
        (exactly(11000), exactly(10900), R.COMPATIBLE, W.ROUNDED),
        (exactly(3.5), exactly(3.52), R.COMPATIBLE, W.ROUNDED),
        (exactly(40), exactly(41), R.CONFLICT, W.RANGES_DISJOINT),
        (exactly(1000), exactly(1400), R.CONFLICT, W.RANGES_DISJOINT),
        (exactly(1500), exactly(12000), R.CONFLICT, W.RANGES_DISJOINT),
        (about(1500), about(12000), R.CONFLICT, W.RANGES_DISJOINT),
        (more_than(100), up_to(100), R.CONFLICT, W.RANGES_DISJOINT),
        (at_least(100), up_to(100), R.COMPATIBLE, W.RANGES_OVERLAP),
        (less_than(100), at_least(120), R.CONFLICT, W.RANGES_DISJOINT),
        (exactly(3, unit="km"), exactly(3000, unit="m"), R.EQUAL, W.SAME_VALUE),
        (exactly(2 / 3, unit="share"), exactly(20, unit="%"), R.CONFLICT, W.RANGES_DISJOINT),
        (exactly(2, unit="decade"), exactly(20, unit="year"), R.EQUAL, W.SAME_VALUE),
        (exactly(5, unit="%"), exactly(5, unit="Prozentpunkte"), R.NOT_COMPARABLE, W.OTHER_UNIT),
        (exactly(5, unit="EUR"), exactly(5, unit="USD"), R.NOT_COMPARABLE, W.OTHER_UNIT),
        (exactly(5), exactly(5, unit="%"), R.NOT_COMPARABLE, W.OTHER_UNIT),
        (exactly(5, head="Soldat"), exactly(5, head="Container"), R.NOT_COMPARABLE, W.OTHER_THING_COUNTED),
        (exactly(5, head="Soldat"), exactly(6), R.CONFLICT, W.RANGES_DISJOINT),
        (exactly(5), exactly(5, additive=True), R.NOT_COMPARABLE, W.ADDITIVE_AGAINST_TOTAL),
        (exactly(5, status="planned"), exactly(5, status="arrived"), R.NOT_COMPARABLE, W.OTHER_STATUS),
        (exactly(5, status="planned"), exactly(5), R.EQUAL, W.SAME_VALUE),
        (exactly(5, status="wounded"), exactly(5, status="injured"), R.EQUAL, W.SAME_VALUE),
    ],
)
def test_compare_figures_gives_relation_and_reason(earlier, later, relation, reason):
    answer = compare_figures(earlier, later)
    assert (answer.relation, answer.reason) == (relation, reason)


def test_nouns_of_one_class_are_compared():
    classes = {"Truppe": "soldier", "Soldat": "soldier"}
    answer = compare_figures(exactly(5, head="Truppe"), exactly(6, head="Soldat"), kin=lambda head: classes[head])
    assert answer.relation is R.CONFLICT


@pytest.mark.parametrize(
    ("mine", "theirs", "comparable"),
    [
        (["nordkoreanisch"], ["nordkoreanisch"], True),
        (["nordkoreanisch"], [], True),
        (["nordkoreanisch", "jung"], ["nordkoreanisch"], True),
        (["nordkoreanisch"], ["russisch"], False),
    ],
)
def test_modifiers_that_differ_make_another_thing(mine, theirs, comparable):
    answer = compare_figures(exactly(5, head="Soldat", mods=mine), exactly(6, head="Soldat", mods=theirs))
    assert (answer.relation is not R.NOT_COMPARABLE) is comparable


def test_every_reason_has_its_words_in_both_surfaces():
    for surface in ("de", "en"):
        assert set(entries(surface, "comparison")) == {reason.value for reason in FigureReason}


numbers = st.one_of(
    st.integers(0, 20000).map(float), st.floats(0, 1e6, allow_nan=False).map(lambda value: round(value, 2))
)
figures = st.builds(
    lambda make, value, more: make(value, **more),
    st.sampled_from(
        [exactly, about, up_to, at_least, more_than, less_than, nearly, vague, lambda v, **m: between(v, v + 10, **m)]
    ),
    numbers,
    st.fixed_dictionaries(
        {
            "unit": st.sampled_from([None, None, "km", "m", "%", "share"]),
            "head": st.sampled_from([None, "Soldat", "Panzer"]),
            "mods": st.sampled_from([(), ("rot",), ("blau",)]),
            "status": st.sampled_from([None, "dead", "wounded", "injured"]),
            "additive": st.booleans(),
        }
    ),
)
SYMMETRIC = {R.EQUAL, R.CONFLICT, R.NOT_COMPARABLE}
TURNED = {R.COMPATIBLE, R.NARROWER, R.HARDENED}  # what "compatible" can be when the two are turned round


@given(figures)
def test_a_figure_is_equal_to_itself(figure):
    assert compare_figures(figure, figure).relation is R.EQUAL


@given(figures, figures)
def test_turning_round_keeps_equal_conflict_and_not_comparable(first, second):
    there, back = compare_figures(first, second).relation, compare_figures(second, first).relation
    if there in SYMMETRIC or back in SYMMETRIC:
        assert there is back
    else:
        assert there in TURNED
        assert back in TURNED
        assert R.COMPATIBLE in (there, back)


@given(figures, figures)
def test_a_conflict_leaves_no_common_value(first, second):
    if first.unit != second.unit or compare_figures(first, second).relation is not R.CONFLICT:
        return
    lows = [-math.inf if figure.low is None else figure.low for figure in (first, second)]
    highs = [math.inf if figure.high is None else figure.high for figure in (first, second)]
    assert max(lows) >= min(highs)
