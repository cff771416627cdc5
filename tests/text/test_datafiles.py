from __future__ import annotations

import pytest

from quellenlage.model.errors import DataFileError
from quellenlage.text.datafiles import Table, read_lines, read_rows


def table() -> Table:
    return Table({"word": "a", "words": ["a", "b"], "number": 2, "inner": {"x": "y"}, "flag": True}, "probe.toml")


def test_table_gives_what_it_holds() -> None:
    probe = table()
    assert probe.string("word") == "a"
    assert probe.strings("words") == ("a", "b")
    assert probe.number("number") == 2.0
    assert probe.flag("flag")
    assert probe.table("inner").string("x") == "y"
    probe.done()


def test_table_refuses_keys_that_nothing_read() -> None:
    probe = table()
    probe.string("word")
    with pytest.raises(DataFileError, match="inner"):
        probe.done()


@pytest.mark.parametrize(
    ("read", "message"),
    [
        (lambda t: t.string("number"), "a string"),
        (lambda t: t.strings("word"), "a list of strings"),
        (lambda t: t.number("word"), "a number"),
        (lambda t: t.number("flag"), "a number"),
        (lambda t: t.table("word"), "a table"),
        (lambda t: t.string("absent"), "absent"),
    ],
)
def test_table_names_file_and_key_of_a_wrong_type(read: object, message: str) -> None:
    with pytest.raises(DataFileError, match=rf"probe\.toml.*{message}"):
        read(table())  # type: ignore[operator]


def test_table_refuses_doubles() -> None:
    with pytest.raises(DataFileError, match="twice"):
        Table({"words": ["a", "a"]}, "probe.toml").strings("words")


def test_missing_file_is_named() -> None:
    with pytest.raises(DataFileError, match=r"absent\.txt"):
        read_lines("quellenlage.languages", "de", "absent.txt")


def test_rows_have_all_columns() -> None:
    rows = list(read_rows("quellenlage.reference", "seats.tsv", columns=("name", "country", "variants")))
    assert rows
    assert all(set(row) == {"name", "country", "variants"} for row in rows)


def test_too_many_cells_are_refused() -> None:
    with pytest.raises(DataFileError, match="cells"):
        list(read_rows("quellenlage.reference", "seats.tsv", columns=("name",)))
