"""What a yardstick is, where the gold lies, and the floors."""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
_BESIDE = Path(__file__).resolve().parents[2] / "shared"
_PUBLIC = Path(__file__).resolve().parents[2] / "public"
# Figures are shares with four decimals; a difference in the last one may come from another version of a library.
EPSILON = 0.0005


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A measurement on gold.

    Args:
        name: what is asked for on the command line.
        data: paths of the gold below the folder of shared data; their digest is pinned with the floors.
        public: whether the data are public repositories beside each other and not the shared data; `data` then names
            files below their common folder.
        home: folder of gold that belongs to the project itself; `data` then names files and folders below it.
        measure: takes the folder of shared data and gives the figures by name, shares from 0 to 1 where higher is
            better.
    """

    name: str
    data: tuple[str, ...]
    measure: Callable[[Path], dict[str, float]]
    public: bool = False
    home: Path | None = None

    def folder(self) -> Path | None:
        """Where its data lie; None where one of them is absent."""
        if self.home is not None:
            return self.home
        if not self.public:
            return shared_folder()
        folder = Path(os.environ.get("QUELLENLAGE_PUBLIC", _PUBLIC))
        return folder if all((folder / path).exists() for path in self.data) else None

    def missing(self) -> str:
        """What to do where its data are absent."""
        if self.public:
            return f"set QUELLENLAGE_PUBLIC to the folder that holds {self.data[0]}"
        return "the development data are absent; set QUELLENLAGE_SHARED to their folder"


@dataclass(frozen=True, slots=True)
class Floors:
    """The pinned floors of one yardstick and the digest of the data on which they were measured."""

    digest: str
    figures: Mapping[str, float]


def shared_folder() -> Path | None:
    """The folder of the development data, or None where it is absent."""
    folder = Path(os.environ.get("QUELLENLAGE_SHARED", _BESIDE))
    return folder if (folder / "data").is_dir() else None


def digest_of(yardstick: Yardstick, folder: Path) -> str:
    """SHA-256 over the content of its files and folders, hexadecimal, shortened."""
    digest = hashlib.sha256()
    for path in yardstick.data:
        found = folder / path if yardstick.public or yardstick.home is not None else folder / "data" / path
        for file in sorted(found.rglob("*")) if found.is_dir() else [found]:
            if file.is_file():
                digest.update(str(file.relative_to(folder)).encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def read_floors() -> dict[str, Floors]:
    """The pinned floors by yardstick."""
    if not FLOORS.exists():
        return {}
    tables = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return {
        name: Floors(table["digest"], {key: float(value) for key, value in table["floors"].items()})
        for name, table in tables.items()
    }


def write_floors(floors: Mapping[str, Floors]) -> None:
    """Write the floors, sorted, so that a change of one figure is a change of one line."""
    lines = [
        "# Floors: the lowest figure each yardstick may show, with the digest of the data it was measured on.",
        "# Raised by `python -m evals --pin`; lowered by hand only, on purpose, with the reason in the commit.",
    ]
    for name in sorted(floors):
        lines += ["", f"[{name}]", f'digest = "{floors[name].digest}"', f"[{name}.floors]"]
        lines += [f'"{key}" = {value:.4f}' for key, value in sorted(floors[name].figures.items())]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")
