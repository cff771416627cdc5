"""English times: dates in both orders, weekdays, what is counted from the day of publication."""

from __future__ import annotations

import pytest

from tests.steps.extract.time_tools import timing_of


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It broke on March 26th, 2025.", ["2025-03-26"]),
        ("It broke on 26 March 2025.", ["2025-03-26"]),
        ("It broke on the 3rd of May 2021.", ["2021-05-03"]),
        ("It broke on Wednesday, March 26, 2025.", ["2025-03-26"]),
        ("It was built in 1962.", ["1962"]),
        ("It dates from the 1970s.", ["197"]),
        ("It opened at the end of May 2021.", ["2021-05"]),
        ("It lasted three weeks.", ["P3W"]),
        ("The Smiths said she may leave.", []),
    ],
)
def test_value(text: str, values: list[str]) -> None:
    assert [time.value for time in timing_of(text, language="en").times] == values
