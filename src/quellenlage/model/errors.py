"""Errors, sorted by what the caller should do.

    QuellenlageError
    ├── InvalidRecord      a record was given an impossible value: a defect of the program
    ├── DataFileError      a data file of a language pack or of the reference data is damaged
    ├── UnknownName        a name that is not known was asked for; the message lists the known ones
    ├── InputRefused       skip this input, go on with the rest
    └── RunStopped         stop the run
        ├── NothingToRead  no input could be read
        └── OutputRefused  the result cannot be written

What cannot be decided about a text is no error: it becomes a `Note`.
"""

from __future__ import annotations


class QuellenlageError(Exception):
    """Base of every error that this package raises on purpose."""


class InvalidRecord(QuellenlageError, ValueError):
    """A record was given an impossible value, such as a span that ends before it begins."""


class DataFileError(QuellenlageError):
    """A data file that ships with the package (or that the user supplied) breaks its own rules."""


class UnknownName(QuellenlageError, LookupError):
    """Something was asked for by a name that nothing has; the message lists the names there are."""

    def __init__(self, what: str, name: str, known: tuple[str, ...]) -> None:
        self.what, self.name, self.known = what, name, known
        super().__init__(f"unknown {what} {name!r}; known: {', '.join(known) or 'none'}")


class InputRefused(QuellenlageError):
    """One input cannot be read. Skip it; the rest of the batch goes on.

    Args:
        where: the path, line or URL the input came from.
        code: reason that can be counted and tested, such as `empty` or `binary`.
        what: what is wrong, in one clause.
        way_out: what the user can do about it.
    """

    def __init__(self, where: str, *, code: str, what: str, way_out: str) -> None:
        self.where, self.code, self.what, self.way_out = where, code, what, way_out
        super().__init__(f"{where}: {what}; {way_out}")


class RunStopped(QuellenlageError):
    """The run as a whole cannot go on."""


class NothingToRead(RunStopped):
    """None of the inputs could be read; `refusals` says why, one for each."""

    def __init__(self, refusals: tuple[InputRefused, ...]) -> None:
        self.refusals = refusals
        super().__init__(f"nothing could be read ({len(refusals)} inputs refused)")


class OutputRefused(RunStopped):
    """The result cannot be written where the user asked for it."""
