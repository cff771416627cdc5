"""Which back ends there are, and opening one."""

from __future__ import annotations

from quellenlage.model.errors import UnknownName
from quellenlage.syntax.embedded import NAME, load_embedded
from quellenlage.syntax.parses import Reader
from quellenlage.syntax.spacy_models import PREFIX, load_spacy


def open_back_end(name: str, language: str) -> Reader:
    """The back end an option names, for one language; opened once per process.

    Args:
        name: `embedded`, or `spacy:` and the name of an installed pipeline.

    Raises:
        UnknownName: if there is no such back end, or spaCy or the pipeline is not installed.
    """
    if name == NAME:
        return load_embedded(language)
    if name.startswith(PREFIX):
        return load_spacy(name.removeprefix(PREFIX))
    raise UnknownName("back end", name, (NAME, f"{PREFIX}NAME"))
