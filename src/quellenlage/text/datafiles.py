"""Reading the data files that ship with the package: TOML tables and tables of lines.

Data are checked like code: an unknown key, a double entry or a wrong type stops the load with the file and key.
Files are read on demand, never at import.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources

from quellenlage.model.errors import DataFileError


def read_text(package: str, *parts: str) -> str:
    """The text of the data file at `parts` below `package`.

    Raises:
        DataFileError: if there is no such file.
    """
    path = resources.files(package).joinpath(*parts)
    if not path.is_file():
        raise DataFileError(f"{package}/{'/'.join(parts)}: no such data file")
    return path.read_text(encoding="utf-8")


def read_lines(package: str, *parts: str) -> tuple[str, ...]:
    """The entries of a table of lines; `#` begins a comment line, blank lines separate.

    Raises:
        DataFileError: if an entry stands twice.
    """
    seen: dict[str, int] = {}
    for number, line in enumerate(read_text(package, *parts).splitlines(), 1):
        entry = line.rstrip()
        if not entry or entry.startswith("#"):
            continue
        if entry in seen:
            raise DataFileError(f"{'/'.join(parts)}:{number}: {entry!r} stands already in line {seen[entry]}")
        seen[entry] = number
    return tuple(seen)


def read_rows(package: str, *parts: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated table with the given columns; empty cells are empty strings.

    Raises:
        DataFileError: if a row has another number of cells.
    """
    for number, line in enumerate(read_lines(package, *parts), 1):
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise DataFileError(f"{'/'.join(parts)}: row {number} has {len(cells)} cells, not {len(columns)}: {line!r}")
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


class Table:
    """A TOML table that remembers which keys were read, so that a misspelt key cannot pass unseen.

    Args:
        content: the parsed table.
        where: file and table, for messages.
    """

    def __init__(self, content: Mapping[str, object], where: str) -> None:
        self._content, self._where, self._read = content, where, set[str]()

    @classmethod
    def load(cls, package: str, *parts: str) -> Table:
        """Parse the TOML file at `parts` below `package`."""
        where = "/".join(parts)
        try:
            return cls(tomllib.loads(read_text(package, *parts)), where)
        except tomllib.TOMLDecodeError as error:
            raise DataFileError(f"{where}: {error}") from error

    @property
    def where(self) -> str:
        """File and table, for messages."""
        return self._where

    def keys(self) -> tuple[str, ...]:
        """All keys, in file order."""
        return tuple(self._content)

    def _take(self, key: str) -> object:
        self._read.add(key)
        return self._content.get(key)

    def _wrong(self, key: str, wanted: str, value: object) -> DataFileError:
        return DataFileError(f"{self._where}: {key} must be {wanted}, not {value!r}")

    def string(self, key: str, default: str | None = None) -> str:
        """The string at `key`."""
        value = self._take(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str):
            raise self._wrong(key, "a string", value)
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """The number at `key`."""
        value = self._take(key)
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._wrong(key, "a number", value)
        return float(value)

    def flag(self, key: str, default: bool = False) -> bool:
        """The truth value at `key`."""
        value = self._take(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self._wrong(key, "true or false", value)
        return value

    def strings(self, key: str, *, optional: bool = False) -> tuple[str, ...]:
        """The list of different strings at `key`."""
        value = self._take(key)
        if value is None and optional:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._wrong(key, "a list of strings", value)
        doubles = {item for item in value if value.count(item) > 1}
        if doubles:
            raise DataFileError(f"{self._where}: {key} holds {sorted(doubles)} twice")
        return tuple(value)

    def table(self, key: str) -> Table:
        """The table at `key`."""
        value = self._take(key)
        if not isinstance(value, dict):
            raise self._wrong(key, "a table", value)
        return Table(value, f"{self._where}[{key}]")

    def tables(self, key: str) -> tuple[Table, ...]:
        """The array of tables at `key`."""
        value = self._take(key)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self._wrong(key, "an array of tables", value)
        return tuple(Table(item, f"{self._where}[{key}][{n}]") for n, item in enumerate(value))

    def done(self) -> None:
        """Refuse keys that nothing has read.

        Raises:
            DataFileError: naming them.
        """
        unknown = [key for key in self._content if key not in self._read]
        if unknown:
            raise DataFileError(f"{self._where}: unknown keys {unknown}")
