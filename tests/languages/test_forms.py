"""The forms of a language: loaded whole, and lists that exclude each other share nothing."""

from __future__ import annotations

import pytest

from quellenlage.languages import forms as module
from quellenlage.languages.forms import FormVocabulary, load_forms
from quellenlage.languages.pack import load_pack, pack_codes
from quellenlage.model.errors import DataFileError
from quellenlage.text.datafiles import Table


@pytest.mark.parametrize("code", pack_codes())
def test_every_pack_has_its_forms(code: str) -> None:
    assert load_pack(code).forms is load_forms(code)


@pytest.mark.parametrize(
    ("form", "is_subject"),
    [("er", True), ("ihn", False), ("dem", False), ("man", True), ("sie", True), ("ihnen", False)],
)
def test_forms_of_pronouns(form: str, is_subject: bool) -> None:
    assert (form not in load_forms("de").pronoun.never_subject) == is_subject


@pytest.mark.parametrize(("form", "opens_subject"), [("der", True), ("die", True), ("den", False), ("einem", False)])
def test_forms_of_determiners(form: str, opens_subject: bool) -> None:
    assert (form not in load_forms("de").determiner.oblique) == opens_subject


def test_forms_are_written_small_but_for_nouns_and_address() -> None:
    forms = load_forms("de")
    small = (
        forms.pronoun.only_subject | forms.determiner.oblique | forms.clause.subordinators | forms.verb.passive_forms
    )
    assert all(word == word.lower() for word in small)
    assert all(word[:1].isupper() for word in forms.noun.quantities | forms.noun.times | forms.noun.address)


def test_particles_come_from_the_grammar() -> None:
    assert load_forms("de").verb.particles == load_pack("de").grammar.verb_particles


def test_the_empty_vocabulary_knows_nothing() -> None:
    assert not FormVocabulary().parted_by_signs
    assert not FormVocabulary().never_subject


def test_lists_that_contradict_each_other_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Table.load("quellenlage.languages", "de", "forms.toml")._content

    def contradicting(*_: str) -> Table:
        pronoun = {**whole["pronoun"], "only_subject": ["ihn"]}  # type: ignore[dict-item]
        return Table({**whole, "pronoun": pronoun}, "forms.toml")

    monkeypatch.setattr(module.Table, "load", contradicting)
    with pytest.raises(DataFileError, match="ihn"):
        load_forms.__wrapped__("de")
