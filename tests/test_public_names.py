"""The names that `import quellenlage` promises exist and are documented."""

from __future__ import annotations

import subprocess
import sys

import pytest

import quellenlage


@pytest.mark.parametrize("name", [name for name in quellenlage.__all__ if name != "__version__"])
def test_public_name_is_documented(name: str) -> None:
    assert (getattr(quellenlage, name).__doc__ or "").strip()


def test_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = quellenlage.no_such_name


def test_import_alone_loads_no_step() -> None:
    code = "import sys, quellenlage; print(sorted(m for m in sys.modules if m.startswith('quellenlage.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
