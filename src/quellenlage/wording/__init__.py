"""What the program says to its reader, in German and English.

One folder a surface language, the same files and keys in each; a key is `file.entry` or `file.table.entry`.
Entries may hold `{names}` that the caller fills in.
"""

from __future__ import annotations

from functools import cache

from quellenlage.model.errors import DataFileError
from quellenlage.text.datafiles import Table


@cache
def _entries(surface: str, topic: str) -> dict[str, str]:
    found: dict[str, str] = {}

    def collect(table: Table, prefix: str) -> None:
        for key in table.keys():  # noqa: SIM118  (a Table is no mapping)
            try:
                found[prefix + key] = table.string(key)
            except DataFileError:
                collect(table.table(key), f"{prefix}{key}.")

    collect(Table.load(__name__, surface, f"{topic}.toml"), "")
    return found


def say(surface: str, key: str, /, **values: object) -> str:
    """The entry at `key` in the surface language, with `values` filled in.

    Args:
        surface: `de` or `en`.
        key: `topic.entry`, where topic is the name of a file in the surface's folder.

    Raises:
        DataFileError: if there is no such entry.
    """
    topic, _, entry = key.partition(".")
    entries = _entries(surface, topic)
    if entry not in entries:
        raise DataFileError(f"wording/{surface}/{topic}.toml: no entry {entry!r}")
    return entries[entry].format(**values) if values else entries[entry]


def entries(surface: str, topic: str) -> dict[str, str]:
    """All entries of one topic, keyed without the topic's name; for checks and for whole pages."""
    return dict(_entries(surface, topic))
