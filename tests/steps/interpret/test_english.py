"""English statements: who says what is asked of the parse, for commas do not part the clauses."""

from __future__ import annotations

import pytest

from quellenlage.model.statement import Certainty, Form, Stance
from tests.steps.interpret.reading import read


@pytest.mark.parametrize(
    ("text", "speaker", "quote", "form", "stance"),
    [
        (
            "The ministry said on Friday that the bridge would stay closed.",
            "The ministry",
            "that the bridge would stay closed",
            Form.INDIRECT,
            Stance.ASSERTS,
        ),
        (
            "Police said seven people were missing.",
            "Police",
            "seven people were missing",
            Form.INDIRECT,
            Stance.ASSERTS,
        ),
        (
            "The company denied that any files had been deleted.",
            "The company",
            "that any files had been deleted",
            Form.INDIRECT,
            Stance.DENIES,
        ),
        (
            "\u201cThe water is still rising,\u201d said Anna Hill.",
            "Anna Hill",
            "\u201cThe water is still rising,\u201d",
            Form.DIRECT,
            Stance.ASSERTS,
        ),
        (
            "According to the operator, the turbine failed at noon.",
            "the operator",
            "the turbine failed at noon",
            Form.INDIRECT,
            Stance.ASSERTS,
        ),
        (
            "The dam held through the night, the mayor said.",
            "the mayor",
            "The dam held through the night",
            Form.INDIRECT,
            Stance.ASSERTS,
        ),
    ],
)
def test_statement(text: str, speaker: str, quote: str, form: Form, stance: Stance) -> None:
    document, found = read(text, language="en")
    said = [s for s in found.statements if s.form is not Form.OWN]
    assert [
        (
            [span.of(document.text) for span in s.speaker],
            " ".join(span.of(document.text) for span in s.quote),
            s.form,
            s.stance,
        )
        for s in said
    ] == [([speaker], quote, form, stance)]


def test_being_told_to_do_something_is_no_statement() -> None:
    document, found = read("Residents were told to leave their homes.", language="en")
    assert all(s.form is Form.OWN for s in found.statements), document.text


def test_modal_hedges() -> None:
    _, found = read("The agency said up to 300 people could be affected.", language="en")
    assert [s.certainty for s in found.statements if s.form is Form.INDIRECT] == [Certainty.HEDGED]


def test_dateline_is_not_said_and_leaves_the_parse_whole() -> None:
    text = (
        "KRONFURT, March 18 (Continental Wire) - Forty people were told to go after a crack appeared, the police said."
    )
    document, found = read(text, language="en")
    (said,) = [s for s in found.statements if s.form is not Form.OWN]
    assert [span.of(document.text) for span in said.speaker] == ["the police"]
    assert said.quote[0].of(document.text) == "Forty people were told to go after a crack appeared"
