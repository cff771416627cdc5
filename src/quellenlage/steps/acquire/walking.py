"""From the paths that were asked for to the files to read, in order, each once, each with a name of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quellenlage.model.errors import InputRefused
from quellenlage.steps.acquire.refusing import refuse

SIDE_SUFFIX = ".meta.json"
LINE_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_TEXT_SUFFIXES = frozenset({"", ".txt", ".text", ".md"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read.

    Args:
        path: as the user would write it.
        name: the file's name, or enough of its path where two files have the same name.
        asked_for: whether the user named the file itself, and not a folder it lies in.
    """

    path: Path
    name: str
    asked_for: bool

    @property
    def holds_lines(self) -> bool:
        """Whether it is JSONL."""
        return self.path.suffix.lower() in LINE_SUFFIXES

    @property
    def is_text(self) -> bool:
        """Whether its suffix is that of a text, or the user says so by naming the file."""
        return self.asked_for or self.path.suffix.lower() in _TEXT_SUFFIXES


def find_sources(paths: Sequence[Path], surface: str) -> Iterator[Source | InputRefused]:
    """The files behind `paths`, folders walked in sorted order, hidden files passed over."""
    found: list[tuple[Path, bool] | InputRefused] = []
    seen: set[str] = set()
    for path in paths:
        for item in _files_at(path, surface):
            if isinstance(item, InputRefused):
                found.append(item)
            elif (real := os.path.realpath(item)) not in seen:
                seen.add(real)
                found.append((item, item == path))
    names = _names([item[0] for item in found if not isinstance(item, InputRefused)])
    for entry in found:
        yield entry if isinstance(entry, InputRefused) else Source(entry[0], names[entry[0]], entry[1])


def _files_at(path: Path, surface: str) -> Iterator[Path | InputRefused]:
    where = str(path)
    try:
        if path.is_dir():
            yield from _files_in(path, surface)
        elif is_side_file(path):
            yield refuse(where, "side_file", surface)
        elif path.is_file():
            yield path
        else:
            yield refuse(where, "not_a_file" if os.path.lexists(path) else "missing", surface)
    except OSError as error:
        yield refuse_unreadable(where, error, surface)


def _files_in(folder: Path, surface: str) -> Iterator[Path | InputRefused]:
    """The files of a folder and its folders, sorted; one refusal if there are none."""
    refusals: list[InputRefused] = []

    def note(error: OSError) -> None:
        refusals.append(refuse_unreadable(str(error.filename or folder), error, surface))

    files: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files.extend(Path(place, name) for name in names if not name.startswith("."))
    files = sorted((file for file in files if file.is_file()), key=lambda file: file.relative_to(folder).parts)
    yield from refusals
    documents = [file for file in files if not is_side_file(file)]
    yield from documents
    described = {side for document in documents for side in side_paths(document)}
    for file in files:
        if is_side_file(file) and file not in described:
            yield refuse(str(file), "side_file_alone", surface)
    if not documents and not refusals:
        yield refuse(str(folder), "empty_folder", surface)


def refuse_unreadable(where: str, error: OSError, surface: str) -> InputRefused:
    """The refusal of a file that the system does not let us read."""
    if isinstance(error, PermissionError):
        return refuse(where, "no_permission", surface)
    return refuse(where, "unreadable", surface, reason=error.strerror or type(error).__name__)


def is_side_file(path: Path) -> bool:
    """Whether the file describes another one."""
    return path.name.lower().endswith(SIDE_SUFFIX)


def side_paths(path: Path) -> tuple[Path, Path]:
    """Where the side file of a document may lie, the closer name first."""
    return path.with_name(path.name + SIDE_SUFFIX), path.with_name(path.stem + SIDE_SUFFIX)


def _names(paths: Sequence[Path]) -> dict[Path, str]:
    """A name for each file: its own, and so much of its path as tells it from others of the same name."""
    same: dict[str, list[Path]] = {}
    for path in paths:
        same.setdefault(path.name, []).append(path)
    names: dict[Path, str] = {}
    for name, group in same.items():
        whole = {path: Path.cwd() / path for path in group}
        parent = Path(os.path.commonpath([path.parent for path in whole.values()]))
        for path in group:
            names[path] = name if len(group) == 1 else os.path.relpath(whole[path], parent).replace(os.sep, "/")
    return names
