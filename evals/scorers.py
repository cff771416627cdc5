"""Running the scorers that lie beside the gold, on predictions written to a temporary folder."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


def read_lines(path: Path) -> Iterator[Any]:
    """The values of a file of JSON lines."""
    with path.open(encoding="utf-8") as file:  # line by line: a value may hold other signs that part lines
        for line in file:
            if line.strip():
                yield json.loads(line)


def write_lines(path: Path, rows: Iterable[object]) -> Path:
    """Write predictions as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def run_scorer(shared: Path, script: str, *arguments: object) -> str:
    """What the scorer `script` prints.

    Raises:
        RuntimeError: with what it printed, if it fails.
    """
    command = [sys.executable, str(shared / "tools" / script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{script}: {done.stdout}{done.stderr}")
    return done.stdout
