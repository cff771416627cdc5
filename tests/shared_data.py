"""Where the development data lie, for tests that measure with them; they skip when the data are absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[2] / "shared"


def _find() -> Path | None:
    path = Path(os.environ.get("QUELLENLAGE_SHARED", _BESIDE))
    return path if (path / "seeds").is_dir() else None


SHARED = _find()
needs_shared = pytest.mark.skipif(
    SHARED is None, reason="development data absent: set QUELLENLAGE_SHARED to their folder"
)
