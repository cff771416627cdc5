"""Acquire: bytes -> Document: text dumps and JSONL with their encoding and language settled, or one clear refusal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from quellenlage.model.document import Document
from quellenlage.model.errors import InputRefused
from quellenlage.model.options import Options
from quellenlage.steps.acquire.jsonl import read_lines_of
from quellenlage.steps.acquire.refusing import refuse
from quellenlage.steps.acquire.textfile import read_text_file
from quellenlage.steps.acquire.walking import find_sources

__all__ = ["acquire"]


def acquire(paths: Sequence[Path], options: Options) -> Iterator[Document | InputRefused]:
    """The documents behind `paths` in the order of input, one at a time; a refusal for each input that is none.

    A folder stands for the files in it, sorted; hidden files and side files are no documents. A refusal may also
    stand beside a document, where only its side file or a field of it cannot be used.

    Args:
        paths: files and folders.
        options: `language` overrides detection, but not what the user says of a single document.
    """
    seen: set[str] = set()
    for source in find_sources(paths, options.surface):
        if isinstance(source, InputRefused):
            yield source
            continue
        reader = read_lines_of if source.holds_lines else read_text_file
        for item in reader(source, options):
            if isinstance(item, Document) and item.id in seen:
                yield refuse(item.name, "twice", options.surface)
                continue
            if isinstance(item, Document):
                seen.add(item.id)
            yield item
