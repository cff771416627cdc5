"""Options of a run, as one value that is built at the edge and passed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quellenlage.model.errors import InvalidRecord, UnknownName

SURFACES = ("de", "en")


@dataclass(frozen=True, slots=True)
class Options:
    """How to read and what to write.

    Args:
        surface: language of the page and of every reason and note: `de` or `en`.
        language: ISO 639-1 code to read every document in, or None to settle it for each document.
        published: ISO 8601 date to assume for documents that do not state one, or None.
        back_end: what tags and parses: `embedded`, or `spacy:<name>` where installed.

    Raises:
        UnknownName: if there is no such surface.
        InvalidRecord: if `published` is no date.
    """

    surface: str = "de"
    language: str | None = None
    published: str | None = None
    back_end: str = "embedded"

    def __post_init__(self) -> None:
        if self.surface not in SURFACES:
            raise UnknownName("surface", self.surface, SURFACES)
        if self.published is not None:
            try:
                datetime.fromisoformat(self.published)
            except ValueError as error:
                raise InvalidRecord(f"published: {error}") from error

    def changed(self) -> dict[str, str]:
        """The options that differ from their defaults, for the `run` block of a dossier."""
        default = Options()
        return {
            name: str(getattr(self, name)) for name in self.__slots__ if getattr(self, name) != getattr(default, name)
        }
