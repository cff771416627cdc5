"""The furniture vocabulary: plain form, and the checks of its loader."""

from __future__ import annotations

import pytest

from quellenlage.languages import furniture
from quellenlage.languages.furniture import LONGEST_BEGINNING, load_furniture, plain_line
from quellenlage.model.document import Role
from quellenlage.model.errors import DataFileError
from quellenlage.text.datafiles import Table


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("Kommentare (12)", "kommentare"),
        ("  • Mehr zum Thema:", "mehr zum thema"),
        ("E-Mail-Adresse", "e mail adresse"),
        ("GRÖSSE & Maß", "grösse mass"),
        ("12.000 / 3", ""),
    ],
)
def test_plain_line(line: str, plain: str) -> None:
    assert plain_line(line) == plain


def test_german_marks_tell_their_roles() -> None:
    vocabulary = load_furniture("de")
    assert vocabulary.whole["schreibe einen kommentar"] is Role.COMMENT_FORM
    assert vocabulary.begin["siehe auch"] is Role.CROSSREF
    assert "verwendete quellen" in vocabulary.heads
    assert vocabulary.heads <= vocabulary.whole.keys()


def test_marks_at_the_beginning_are_short_enough_to_be_found() -> None:
    vocabulary = load_furniture("de")
    assert max(len(phrase.split()) for phrase in (*vocabulary.begin, *vocabulary.may_begin)) <= LONGEST_BEGINNING


LISTS = (
    "picture_credits picture_agencies positions pieces dating byline_leaders address function_words finite not_finite"
)


@pytest.mark.parametrize(
    ("role", "marks", "message"),
    [
        ("advert", {"whole": ["Anzeige", "ANZEIGE!"]}, "once more"),
        ("advert", {"whole": ["12"]}, "no letters"),
        ("advert", {"whole": ["Anzeige"], "heads": ["Anzeige"]}, "under both whole and heads"),
        ("advert", {"begin": ["Anzeige"], "may_begin": ["Anzeige"]}, "under both begin and may_begin"),
        ("advert", {"whole": ["Menü"]}, "stands already under"),
        ("advert", {"begin": ["ein zwei drei vier fünf sechs sieben"]}, "more than 6 words"),
        ("advert", {"ende": ["x"]}, "unknown keys"),
    ],
)
def test_damaged_vocabularies_are_refused(
    monkeypatch: pytest.MonkeyPatch, role: str, marks: dict[str, list[str]], message: str
) -> None:
    content: dict[str, object] = {key: ["wort"] for key in LISTS.split()} | {"finite_endings": ["te"]}
    content |= {known.value: {} for known in furniture.MARKED_ROLES}
    content |= {"date": {"whole": ["Menü"]}, role: marks}
    monkeypatch.setattr(Table, "load", lambda *_: Table(content, "made.toml"))
    with pytest.raises(DataFileError, match=message):
        load_furniture.__wrapped__("xx")
