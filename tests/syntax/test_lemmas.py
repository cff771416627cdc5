"""Edits from forms to base forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.syntax.lemmas import apply_edit, edit_between


@pytest.mark.parametrize(
    ("form", "lemma", "edit"),
    [
        ("gesagt", "sagen", "2>\t1>en\tk"),
        ("angekündigt", "ankündigen", "4>an\t1>en\tk"),
        ("Häuser", "Haus", None),
        ("ist", "sein", None),
        ("Kinder", "Kind", "0>\t2>\tk"),
        ("SCHNELL", "schnell", "0>\t0>\tl"),
    ],
)
def test_edit(form: str, lemma: str, edit: str | None) -> None:
    found = edit_between(form, lemma)
    assert edit is None or found == edit
    assert apply_edit(found, form) == lemma


def test_a_word_too_short_for_an_edit_has_no_base_form() -> None:
    assert apply_edit("3>\t1>en\tk", "aus") is None


_WORDS = st.text(st.characters(exclude_characters="\t", exclude_categories=["Cs"]), min_size=1, max_size=12)


@given(_WORDS, _WORDS)
def test_every_edit_gives_back_the_base_form(form: str, lemma: str) -> None:
    assert apply_edit(edit_between(form, lemma), form) == lemma
