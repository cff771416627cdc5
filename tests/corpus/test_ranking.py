"""Ways of making a system worse, and the rank correlation."""

import pytest

from evals.ranking import cut, mute, only, rank_correlation, some
from quellenlage.model.span import Span
from quellenlage.model.statement import Certainty, Form, Stance, Statement


def _statement(number: int, form: Form = Form.INDIRECT) -> Statement:
    span = Span(100 * number, 100 * number + 50)
    parts = (str(number), "doc", (span,), (Span(100 * number + 60, 100 * number + 70),), None, (), form, Stance.ASSERTS)
    return Statement(*parts, Certainty.PLAIN, (), (), (), (), (), ())


@pytest.mark.parametrize(
    ("first", "second", "rho"),
    [
        ([1, 2, 3], [10, 20, 30], 1.0),
        ([1, 2, 3], [30, 20, 10], -1.0),
        ([1, 2, 3, 4], [1, 1, 1, 1], 0.0),
        ([1, 1, 2], [5, 5, 9], 1.0),
    ],
)
def test_rank_correlation(first: list[float], second: list[float], rho: float) -> None:
    assert rank_correlation(first, second) == pytest.approx(rho)


def test_systems_are_worse_in_the_way_they_say() -> None:
    statements = [_statement(n, Form.DIRECT if n % 3 == 0 else Form.INDIRECT) for n in range(1, 41)]
    assert {s.form for s in only(Form.DIRECT)(statements)} == {Form.DIRECT}
    assert 20 <= len(some(3, 4)(statements)) < 40
    assert some(3, 4)(statements) == some(3, 4)(statements)
    assert [s.quote[0].length for s in cut(statements)[:2]] == [50, 20]
    assert [len(s.speaker) for s in mute(statements)[:2]] == [0, 1]
