"""Both surfaces say the same things."""

from __future__ import annotations

from importlib import resources
from string import Formatter

import pytest

from quellenlage.model.errors import DataFileError
from quellenlage.model.options import SURFACES
from quellenlage.wording import entries, say

TOPICS = sorted(p.name.removesuffix(".toml") for p in resources.files("quellenlage.wording").joinpath("de").iterdir())


def fields(entry: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(entry) if name}


@pytest.mark.parametrize("topic", TOPICS)
def test_both_surfaces_have_the_same_entries_with_the_same_fields(topic: str) -> None:
    german, english = (entries(surface, topic) for surface in SURFACES)
    assert german.keys() == english.keys()
    assert {key: fields(value) for key, value in german.items()} == {
        key: fields(value) for key, value in english.items()
    }


def test_both_surfaces_have_the_same_topics() -> None:
    english = resources.files("quellenlage.wording").joinpath("en").iterdir()
    assert sorted(p.name.removesuffix(".toml") for p in english) == TOPICS


def test_missing_entry_is_named() -> None:
    with pytest.raises(DataFileError, match="no_such_entry"):
        say("de", "notes.no_such_entry")
