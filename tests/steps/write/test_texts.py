from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.steps.write.texts import Texts, shortened, visible

DE, EN = Texts("de"), Texts("en")


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (1500.0, "1.500", "1,500"),
        (2.5, "2,5", "2.5"),
        (1_200_000.0, "1.200.000", "1,200,000"),
        (0.0, "0", "0"),
        (-3.0, "-3", "-3"),
        (100.0, "100", "100"),
    ],
)
def test_numbers_have_the_signs_of_the_surface(value: float, german: str, english: str) -> None:
    assert (DE.number(value), EN.number(value)) == (german, english)


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2024-10-20", "2024-10-21", "20. Oktober 2024"),
        ("2024-10-20T00:00", "2024-10-20T23:59", "20. Oktober 2024"),
        ("2024-10-20T10:27", "2024-10-20T10:28", "20. Oktober 2024, 10:27 Uhr"),
        ("2024-10-20T10:27+02:00", "2024-10-20T10:28+02:00", "20. Oktober 2024, 10:27 Uhr"),
        ("2024-10-20T10:00", "2024-10-20T12:30", "20. Oktober 2024, 10:00 bis 12:30 Uhr"),
        ("2024-02-01", "2024-03-01", "Februar 2024"),
        ("2024-12-01", "2025-01-01", "Dezember 2024"),
        ("2024-01-01", "2025-01-01", "2024"),
        ("2024-01-01", "2026-01-01", "1. Januar 2024 bis 31. Dezember 2025"),
        ("2024-10-14", "2024-10-21", "14. Oktober bis 20. Oktober 2024"),
        ("2024-01-01", "2024-03-01", "1. Januar bis 29. Februar 2024"),
        ("9998-12-01", "9999-01-01", "Dezember 9998"),
    ],
)
def test_intervals_are_said_as_a_reader_would(earliest: str, latest: str, words: str) -> None:
    assert DE.interval(earliest, latest) == words


@pytest.mark.parametrize(
    ("share", "words"), [(0.0, "0 %"), (0.001, "1 %"), (0.82, "82 %"), (0.999, "99 %"), (1.0, "100 %")]
)
def test_a_share_is_not_rounded_to_nothing_or_all(share: float, words: str) -> None:
    assert DE.percent(share) == words


@pytest.mark.parametrize(
    ("words", "quoted"), [("ja", "„ja“"), ("er sagte „ja“", "»er sagte „ja“«"), ("„a“ »b«", "„„a“ »b«“")]
)
def test_quotation_marks_differ_from_those_inside(words: str, quoted: str) -> None:
    assert DE.quoted(words) == quoted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a␀b"),
        ("\x1b[31m", "␛[31m"),
        ("\x7f", "␡"),
        ("\x85", "␦"),
        ("\udc80", "␦"),
        ("\u202egnp.exe", "␦gnp.exe"),
        ("Zeile\nTab\t\r\n", "Zeile\nTab\t\r\n"),
        ("🔥 e\u0301 \u00ad", "🔥 e\u0301 \u00ad"),
    ],
)
def test_characters_that_cannot_be_shown_become_signs(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_visible_text_keeps_its_length_and_is_valid_utf_8(text: str) -> None:
    assert len(visible(text)) == len(text)
    assert visible(text).encode("utf-8").decode("utf-8") == visible(text)


@given(st.text(max_size=60), st.integers(min_value=1, max_value=40))
def test_shortened_text_is_a_line_and_not_longer_than_asked(text: str, most: int) -> None:
    short = shortened(text, most)
    assert "\n" not in short
    assert len(short) <= most + len(" …")


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a und b"), (["a", "b", "c"], "a, b und c")]
)
def test_items_are_joined(items: list[str], words: str) -> None:
    assert DE.joined(items) == words


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert DE.term("status", "left_behind") == "left behind"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Alles ruhig", "first"),
        ("sie sei „müde“", "second"),
        ("„Alles ruhig.“", "bare"),
        ("„Ja“ und „nein“", "second"),
        ("»so« und „so“", "first"),
        ("", "first"),
    ],
)
def test_quotation_marks_do_not_stand_twice(words: str, expected: str) -> None:
    assert Texts("de").quote_style(words) == expected
