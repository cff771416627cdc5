"""Without a day of publication nothing is made up."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.languages.times import load_times
from quellenlage.model.document import Basis, Published
from tests.shared_data import SHARED, needs_shared
from tests.steps.extract.time_tools import on_day, timing_of, values

OPEN = [
    ("Am Freitag kam er.", "XXXX-WXX-5"),
    ("Am 1. November kam er.", "XXXX-11-01"),
    ("Im Juni kam er.", "XXXX-06"),
    ("Diese Woche kam er.", "XXXX-WXX"),
    ("Ende vergangener Woche kam er.", "XXXX-WXX"),
    ("Im vergangenen Jahr kam er.", "XXXX"),
    ("Anfang des Jahres kam er.", "XXXX"),
    ("Im vergangenen Monat kam er.", "XXXX-XX"),
    ("Gestern kam er.", "XXXX-XX-XX"),
    ("Gestern Abend kam er.", "XXXX-XX-XXTEV"),
    ("Im Sommer kam er.", "XXXX-SU"),
    ("Im dritten Quartal kam er.", "XXXX-Q3"),
    ("Am Wochenende kam er.", "XXXX-WXX-WE"),
    ("Zu Weihnachten kam er.", "XXXX-12-24"),
    ("Zu Pfingsten kam er.", "XXXX-XX-XX"),
    ("In den achtziger Jahren kam er.", "XX8"),
    ("Seit drei Jahren ist er da.", "P3Y"),
]


@pytest.mark.parametrize(("text", "value"), OPEN)
def test_open_value_without_interval_and_one_note(text, value):
    timing = timing_of(text)
    (time,) = timing.times
    assert (time.value, time.earliest, time.latest, time.anchor) == (value, None, None, None)
    (note,) = timing.notes
    assert note.code == "times_without_anchor"
    assert "1" in note.text
    assert "published" in note.text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Am 1. November 2024 kam er.", "2024-11-01"),
        ("Das dauert drei Jahre.", "P3Y"),
        ("Derzeit ist er da.", "PRESENT_REF"),
        ("Jeden Montag kommt er.", "XXXX-WXX-1"),
        ("Um 14 Uhr kam er.", "T14:00"),
    ],
)
def test_no_note_where_a_day_would_not_help(text, value):
    timing = timing_of(text)
    assert [time.value for time in timing.times] == [value]
    assert timing.notes == ()


def test_clock_time_keeps_what_is_known_of_its_day():
    assert values("Am Freitag um 10 Uhr kam er.", None)[-1] == ("10 Uhr", "XXXX-WXX-5T10:00")


def test_one_note_counts_them_all_in_the_surface_language():
    text = "Am Freitag kam er.\nIm Juni ging er, im vergangenen Jahr kam er wieder."
    (german,) = timing_of(text).notes
    (english,) = timing_of(text, surface="en").notes
    assert "3" in german.text
    assert "3" in english.text
    assert german.text != english.text


def test_a_vague_anchor_is_said_to_be_vague():
    published = Published("2024-01-01T00:00", "2025-01-01T00:00", Basis.STATED)
    text = "Am Freitag kam er."
    (vague,) = timing_of(text, published=published).notes
    (none,) = timing_of(text).notes
    assert vague.code == none.code
    assert vague.text != none.text


def test_a_date_in_the_same_sentence_is_no_publication():
    assert values("Im März 1992 ging er, im April kam er.", None) == [("März 1992", "1992-03"), ("April", "1992-04")]


WORDS = sorted({word for words in load_times("de").classes.values() for word in words})
BITS = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(["am", "im", "in", "vor", "seit", "um", "Uhr", "der", "und", "bis", "kam", "wird", "²", "٣", "ẞ"]),
    st.sampled_from([",", ".", ":", "/", "-", "–", "(", ")", "„", "“", "\n", "€", "%"]),
    st.from_regex(r"\A[0-9]{1,5}[.:]?([0-9]{1,4}\.?)?\Z"),
    st.text(max_size=4),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(BITS, max_size=14), st.sampled_from(["", " "]), st.booleans())
def test_any_text_gives_ordered_spans_and_no_year_that_is_not_there(bits, space, placed):
    text = space.join(bits)
    timing = timing_of(text, published=on_day("2024-10-20") if placed else None)
    ends = 0
    for time in timing.times:
        assert ends <= time.span.begin < time.span.end <= len(text)
        assert time.span.of(text) == time.span.of(text).strip()
        ends = time.span.end
    assert timing == timing_of(text, published=on_day("2024-10-20") if placed else None)
    assert len(timing.notes) <= 1
    if not placed:
        digits = "".join(re.findall(r"\d", text))
        for time in timing.times:
            assert time.anchor is None
            assert time.earliest is None or any(character.isdecimal() for character in digits)


@needs_shared
def test_no_year_is_invented_in_newspaper_text():
    folder = SHARED / "data" / "krauts-dev" / "text"
    for path in sorted(folder.glob("*.txt"))[::6]:
        text = path.read_text(encoding="utf-8")
        for time in timing_of(text).times:
            for year in re.findall(r"(?<![\d.])(\d{4})(?:$|[-T])", time.value):
                assert year.lstrip("0") in text, (path.name, time)
