"""The entry point of the command line."""

from __future__ import annotations

import sys

from quellenlage import __version__


def main() -> None:
    """Run the command line; `--version` answers before anything is loaded."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"quellenlage {__version__}\n")
        return
    from quellenlage.app.commands import app

    app()
