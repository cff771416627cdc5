"""Exit codes, as the help texts and the documentation state them."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the shell is told."""

    ALL_READ = 0
    SOME_REFUSED = 1
    WRONG_USAGE = 2
    NOTHING_READ = 3
    NOT_WRITTEN = 4
