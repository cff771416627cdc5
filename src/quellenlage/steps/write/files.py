"""Writing a dossier to disk: each file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from quellenlage.model.dossier import Dossier
from quellenlage.model.errors import OutputRefused
from quellenlage.steps.write.contract import dossier_json
from quellenlage.steps.write.page import dossier_page
from quellenlage.steps.write.tables import table_files

PAGE, DATA, TABLES = "dossier.html", "dossier.json", "tables"
_WAY_OUT = "name another folder with -o"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def write_dossier(dossier: Dossier, folder: Path, *, surface: str) -> tuple[Path, ...]:
    """Write `dossier.html`, `dossier.json` and `tables/*.csv` into `folder`, which is made if it is absent.

    All content is made before the first file is touched. Each file is written beside its place, brought to the disk
    and then moved over the old one, so that a reader never meets half a file; the page comes last, since it is
    what people open.

    Args:
        surface: language of the page, `de` or `en`.

    Returns:
        The page, the JSON, and the tables by name.

    Raises:
        OutputRefused: if the folder cannot be made or written to, with the way out.
    """
    tables = {f"{TABLES}/{name}": content for name, content in table_files(dossier).items()}
    contents = tables | {DATA: dossier_json(dossier), PAGE: dossier_page(dossier, surface=surface).encode("utf-8")}
    _make_folder(folder / TABLES, named=folder)
    for name, content in contents.items():
        _write_whole(folder / name, content)
    return tuple(folder / name for name in (PAGE, DATA, *sorted(tables)))


def _make_folder(path: Path, *, named: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        file = next((p for p in (path, *path.parents) if p.exists() and not p.is_dir()), named)
        raise OutputRefused(f"{named}: {file} is a file, not a folder; {_WAY_OUT}") from error
    except OSError as error:
        raise OutputRefused(f"{named}: the folder cannot be made ({_reason(error)}); {_way_out(error)}") from error


def _write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one move.

    Raises:
        OutputRefused: if that fails; what stood at `path` before still stands there.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise OutputRefused(f"{path}: cannot be written ({_reason(error)}); {_way_out(error)}") from error


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _way_out(error: OSError) -> str:
    return f"free some space or {_WAY_OUT}" if error.errno in _FULL else _WAY_OUT
