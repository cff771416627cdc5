"""What the user says about a document, in a side file or in a line of JSONL: read field by field and checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from quellenlage.model.document import Supplied

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)
FIELDS = ("id", "name", "title", "url", "outlet", "published", "language")


@dataclass(frozen=True, slots=True)
class Particulars:
    """The checked fields.

    Args:
        supplied: what goes into the document's record.
        name: `name`, else `id`, or None.
        unknown: keys that mean nothing here.
        wrong: field and value where the value cannot be used.
    """

    supplied: Supplied
    name: str | None
    unknown: tuple[str, ...]
    wrong: tuple[tuple[str, str], ...]


def read_particulars(fields: Mapping[str, object]) -> Particulars:
    """Check the fields one by one: a wrong one is left out and named, the others count."""
    found: dict[str, str] = {}
    wrong: list[tuple[str, str]] = []
    for key in FIELDS:
        value = fields.get(key)
        if value is None:
            continue
        usable = _usable(key, value)
        if usable is None:
            wrong.append((key, repr(value)))
        else:
            found[key] = usable
    supplied = Supplied(
        title=found.get("title"),
        url=found.get("url"),
        outlet=found.get("outlet"),
        published=found.get("published"),
        language=found.get("language"),
    )
    unknown = tuple(key for key in fields if key not in FIELDS)
    return Particulars(supplied, found.get("name") or found.get("id"), unknown, tuple(wrong))


def _usable(key: str, value: object) -> str | None:
    """The value as text, or None if it cannot be used."""
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or not value.strip() or _has_surrogate(value):
        return None
    text = value.strip()
    if key == "published":
        return text if _is_moment(text) else None
    if key == "language":
        code = _LANGUAGE.fullmatch(text)
        return code.group(1).lower() if code else None
    return text


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _has_surrogate(text: str) -> bool:
    """Whether half a character stands in the text, which JSON allows and no encoding can write."""
    return any("\ud800" <= character <= "\udfff" for character in text)


def is_writable(text: str) -> bool:
    """Whether every character of the text is a whole one."""
    return not _has_surrogate(text)
